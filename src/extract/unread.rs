//! What a row is that no reading makes anything of: one ordered table of rules, the first that holds counts.

use super::flow::Row;
use super::headings;
use crate::model::AsideReason;
use crate::thai::{self, numbering};
use crate::vocab::anchors::{self, Anchor};
use crate::vocab::rows::{self, Meaning};

/// A row as the rules see it.
pub struct Left<'a> {
    row: &'a Row,
    text: String,
    length: usize,
    /// The row belongs to the head of a memo or letter.
    head: bool,
    /// The closing of a letter stands above it.
    closed: bool,
    /// Records stand above it.
    recorded: bool,
}

/// A rule: what a row is for which it holds, and when it does.
struct Rule {
    reason: AsideReason,
    holds: fn(&Left<'_>) -> bool,
}

/// A row that says that there was nothing to report is shorter, in characters.
const NIL: usize = 90;
/// A total's words are no longer, in characters.
const TOTAL: usize = 60;
/// The head of a memo begins among the first rows.
const HEAD: usize = 8;
/// A line of a signature block is no longer, in characters.
const SIGNATURE: usize = 110;

/// The rules, the first that holds before the others.
const RULES: &[Rule] = &[
    Rule { reason: AsideReason::Nil, holds: |left| rows::is(&left.text, Meaning::Nil) && left.length < NIL },
    Rule { reason: AsideReason::Note, holds: |left| rows::is(&left.text, Meaning::Note) },
    Rule {
        reason: AsideReason::Total,
        holds: |left| rows::is(&left.text, Meaning::Total) && left.length < TOTAL && left.recorded,
    },
    Rule {
        reason: AsideReason::Letter,
        holds: |left| rows::is(&left.text, Meaning::Letter) && left.recorded,
    },
    Rule { reason: AsideReason::Letter, holds: |left| left.recorded && is_signature(left) },
    Rule { reason: AsideReason::Letter, holds: |left| left.closed && left.length < SIGNATURE },
    Rule { reason: AsideReason::Example, holds: |left| rows::is(&left.text, Meaning::Example) },
    Rule { reason: AsideReason::Letter, holds: |left| left.head },
    Rule { reason: AsideReason::Heading, holds: |left| is_heading(left.row) },
];

fn is_signature(left: &Left<'_>) -> bool {
    let text = left.text.as_str();
    let bracketed = text.starts_with('(') && text.ends_with(')') && !text.chars().any(thai::is_digit);
    bracketed || text.contains("....") || text.contains("____") || text.contains("……")
}

/// Nothing but known headings, at least two.
fn is_heading(row: &Row) -> bool {
    row.own().count() >= 2
        && row.own().all(|piece| {
            numbering::is_number(&piece.text)
                || headings::says(&piece.text).is_some_and(|said| said.share >= 0.8)
        })
        && headings::can_all_head(row)
}

/// How many of some rows the head of a memo or letter takes, up to its address.
#[must_use]
pub fn head(rows: &[Row]) -> usize {
    let memo = rows.iter().take(HEAD).position(|row| rows::is(&row.text(), Meaning::Memo));
    let address = |row: &Row| {
        let text = row.text();
        anchors::opens(&text, Anchor::Address)
            .is_some_and(|length| text[length..].starts_with(char::is_whitespace))
    };
    memo.and_then(|first| {
        let within = rows.iter().skip(first).take(2 * HEAD).position(address);
        within.map(|at| first + at + 1)
    })
    .unwrap_or(0)
}

/// What each of some rows is that no reading speaks for. `recorded` says that records stand above them.
#[must_use]
pub fn reasons(rows: &[Row], recorded: bool) -> Vec<AsideReason> {
    let head = head(rows);
    let mut closed = false;
    rows.iter()
        .enumerate()
        .map(|(at, row)| {
            let text = row.text();
            let length = text.chars().count();
            let left = Left { row, length, head: at < head, closed, recorded, text };
            let reason = RULES.iter().find(|rule| (rule.holds)(&left)).map(|rule| rule.reason);
            closed |= recorded && reason == Some(AsideReason::Letter);
            // Below the head of a memo stands its text, no title block.
            reason.unwrap_or(if head > 0 { AsideReason::Prose } else { AsideReason::Title })
        })
        .collect()
}
