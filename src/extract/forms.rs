//! Forms of label and value: in two columns or `label: value` lines, one or several on a sheet or page.

use super::cells;
use super::flow::{Piece, Row};
use super::headings::{self, Said};
use super::judge::{self, Because};
use super::phrases;
use super::sheet_rows::is_dash;
use super::sketch::{Draft, Sketch};
use crate::model::{AsideReason, FoundColumn, Role, Written};
use crate::thai::{self, numbering};
use crate::vocab::Vocab;
use crate::vocab::rows::Meaning;
use std::collections::BTreeMap;

/// A label is no longer, in characters.
const LABEL: usize = 60;
/// A label is known if known words cover this share of it.
const COVERED: f32 = 0.5;
/// A numbered heading is a label if known words cover this share of it.
const WHOLE: f32 = 0.8;
/// Letters before the number of a form.
const COUNTED: usize = 20;
/// Forms stand on sheets and pages of at most so many rows; longer ones are data.
const MOST_ROWS: usize = 4000;
/// Digits of a year.
const YEAR: usize = 4;
/// A form has at least this many labels with different roles.
const LEAST: usize = 3;

/// A label with what stands beside it, or text without a label.
struct Line<'a> {
    row: &'a Row,
    labels: Vec<Label>,
    /// Text of the row that has no label.
    free: Vec<Piece>,
}

struct Label {
    text: String,
    said: Said,
    value: Vec<Piece>,
}

/// Reads rows as forms; `None` if there is none among them.
pub fn read(vocab: Vocab, rows: &[Row]) -> Option<Sketch> {
    if rows.len() > MOST_ROWS {
        return None;
    }
    let mut lines: Vec<Line<'_>> = rows.iter().map(|row| line(vocab, row)).collect();
    if !is_form(vocab, &lines) {
        return None;
    }
    label_unknown(&mut lines);
    let (from, to) = (rows.first()?.at, rows.last()?.at + 1);
    let mut out = Sketch::new("forms", from..to);
    for line in lines.iter_mut().filter(|line| is_heading(vocab, line) || is_count(vocab, line)) {
        out.set_aside(line.row, Because::new("heading of a form", AsideReason::Heading));
        line.labels.clear();
        line.free.clear();
    }
    let forms = cut(vocab, &lines);
    let first = forms.first().map_or(lines.len(), |form| form.start);
    let mut titles: Vec<String> = Vec::new();
    for (row, because) in rows[..first].iter().zip(judge::left_over(vocab, &rows[..first], false).0) {
        titles.push(row.text());
        out.set_aside(row, because);
    }
    // Who reports stands once above several forms.
    if let [first, _, ..] = forms.as_slice() {
        let of_activity = |line: &Line| line.labels.iter().any(|l| l.said.roles.contains(&Role::Activity));
        let head = lines[first.clone()].iter().take_while(|line| !of_activity(line));
        let owner = |line: &&Line| line.labels.iter().any(|label| label.said.roles.contains(&Role::Owner));
        titles.extend(head.filter(owner).map(|line| line.row.text()));
    }
    out.title_block(from, titles);
    for mut form in forms {
        // The title right above is where a person sees the form begin.
        if form.start == first && first > 0 && vocab.rows.is(&lines[first - 1].row.text(), Meaning::Title) {
            form.start -= 1;
        }
        keep(vocab, &lines[form], &mut out);
    }
    Some(out)
}

/// Enough labels with different roles, one of them the activity, and most rows labelled.
fn is_form(vocab: Vocab, lines: &[Line<'_>]) -> bool {
    let mut roles: Vec<Role> = Vec::new();
    let mut labelled = 0;
    for line in lines {
        labelled += usize::from(!line.labels.is_empty());
        for role in line.labels.iter().flat_map(|l| l.said.roles.iter()) {
            if !roles.contains(role) {
                roles.push(*role);
            }
        }
    }
    let memo = lines.iter().take(10).any(|line| vocab.rows.is(&line.row.text(), Meaning::Memo));
    roles.contains(&Role::Activity)
        && roles.len() >= LEAST
        && labelled * 3 >= lines.len()
        && labelled >= LEAST
        && !memo
}

fn known(vocab: Vocab, text: &str) -> Option<Said> {
    let text = numbering::opening(text).map_or(text, |(_, rest)| rest);
    let text = text.trim().trim_end_matches([':', '.', '…', '_', ' ']);
    if text.is_empty() || text.chars().count() > LABEL || numbering::is_number(text) {
        return None;
    }
    headings::says(vocab, text).filter(|said| said.share >= COVERED)
}

/// The labels of a row with their values.
fn line(vocab: Vocab, row: &Row) -> Line<'_> {
    // A number that opens a row numbers it; a year alone is the rest of the value above.
    let year = |p: &Piece| row.own().count() == 1 && p.text.trim().chars().count() == YEAR;
    let pieces: Vec<&Piece> = row.own().skip_while(|p| numbering::is_number(&p.text) && !year(p)).collect();
    let mut labels: Vec<Label> = Vec::new();
    let mut free: Vec<Piece> = Vec::new();
    let mut expects_value = false;
    for piece in &pieces {
        // A value may read like a label ("ประชุม"), so the piece right of a label is its value.
        let label = if expects_value { None } else { known(vocab, &piece.text) };
        if let Some(label) =
            inline(vocab, piece, label.is_some() || pieces.len() > 1).filter(|_| !expects_value)
        {
            labels.push(label);
            expects_value = labels.last().is_some_and(|l| l.value.is_empty());
            continue;
        }
        match label {
            Some(said) if piece.value.is_none() && (pieces.len() > 1 || stands_alone(vocab, &piece.text)) => {
                labels.push(Label { text: piece.line(), said, value: Vec::new() });
                expects_value = true;
            }
            Some(_) | None => {
                match labels.last_mut() {
                    Some(last) => last.value.push((*piece).clone()),
                    None => free.push((*piece).clone()),
                }
                expects_value = false;
            }
        }
    }
    Line { row, labels, free }
}

/// The text is a label by itself: a known word, a numbered heading in known words, or words with a colon.
fn stands_alone(vocab: Vocab, text: &str) -> bool {
    let numbered = numbering::opening(text);
    let words = numbered.as_ref().map_or(text, |(_, rest)| *rest);
    let whole = known(vocab, words).is_some_and(|said| said.share >= WHOLE);
    vocab.headers.exact(words).is_some() || text.trim_end().ends_with(':') || numbered.is_some() && whole
}

/// `หัวข้อ | รายละเอียด` over the labels and values.
fn is_heading(vocab: Vocab, line: &Line<'_>) -> bool {
    match line.labels.as_slice() {
        [label] => {
            let value = label.value.first().map(|p| p.text.as_str()).unwrap_or_default();
            label.said.rank > 1 && vocab.headers.exact(value).is_some_and(|h| h.rank > 1)
        }
        _ => false,
    }
}

/// The number of a form, above it: the word for an activity, and which it is.
fn is_count(vocab: Vocab, line: &Line<'_>) -> bool {
    let ([piece], true) = (line.free.as_slice(), line.labels.is_empty()) else { return false };
    let text = piece.line();
    let word = text.trim_end_matches(|c: char| thai::is_digit(c) || c.is_ascii_digit() || c == '.');
    let counted = word.len() < text.len() && word.chars().count() <= COUNTED;
    let said = headings::says(vocab, word.trim_end());
    counted && said.is_some_and(|said| said.roles.contains(&Role::Activity) && said.share >= COVERED)
}

/// Words in the column of the labels, with something beside them, are a label too, though not a known one.
fn label_unknown(lines: &mut [Line<'_>]) {
    let left = lines
        .iter()
        .filter(|l| !l.labels.is_empty())
        .filter_map(|l| l.row.own().next().map(|p| p.left))
        .min();
    for line in lines.iter_mut().filter(|line| line.labels.is_empty() && line.free.len() > 1) {
        if Some(line.free[0].left) == left && line.free[0].text.chars().count() <= LABEL {
            let label = line.free.remove(0);
            let said = Said { roles: vec![Role::Other], rank: 9, share: 0.0 };
            line.labels.push(Label { text: label.line(), said, value: std::mem::take(&mut line.free) });
        }
    }
}

/// `label: value` in one piece, or, unless only a colon counts, a label word for word followed by a blank and its value.
fn inline(vocab: Vocab, piece: &Piece, only_colon: bool) -> Option<Label> {
    let text = piece.line();
    let rest = numbering::opening(&text).map_or(text.as_str(), |(_, rest)| rest);
    if let Some((label, value)) = rest.split_once(':') {
        let said = known(vocab, label)?;
        let value = without_blanks(value);
        return Some(Label { text: label.trim().to_owned(), said, value: value_piece(piece, value) });
    }
    if only_colon {
        return None;
    }
    let mut longest = None;
    for (at, _) in rest.char_indices().filter(|(_, c)| c.is_whitespace() || matches!(c, '.' | '…' | '_')) {
        let head = rest[..at].trim_end_matches(['.', '…', '_']);
        if head.chars().count() <= LABEL
            && let Some(found) = vocab.headers.exact(head)
        {
            longest = Some((at, found));
        }
    }
    let (at, found) = longest?;
    let value = without_blanks(&rest[at..]);
    let said = Said { roles: vec![found.role], rank: found.rank, share: 1.0 };
    (!value.is_empty()).then(|| Label { text: rest[..at].to_owned(), said, value: value_piece(piece, value) })
}

/// A value without the dots or lines that it was to be written on.
fn without_blanks(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '_'));
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '_'));
    // One dot belongs to an abbreviation.
    if text[end.len()..].trim() == "." { text.trim_end() } else { end }
}

fn value_piece(piece: &Piece, value: &str) -> Vec<Piece> {
    if value.is_empty() {
        Vec::new()
    } else {
        vec![Piece { text: value.to_owned(), value: None, ..piece.clone() }]
    }
}

/// Where one form ends and the next begins: the label that the first form begins with comes again.
fn cut(vocab: Vocab, lines: &[Line<'_>]) -> Vec<std::ops::Range<usize>> {
    let Some(first) = lines.iter().position(|line| !line.labels.is_empty()) else { return Vec::new() };
    let key = |line: &Line<'_>| line.labels.first().map(|label| crate::thai::fold(&label.text));
    let opening = key(&lines[first]);
    let activity: Vec<usize> = (first..lines.len()).filter(|at| is_title(&lines[*at])).collect();
    let mut starts = vec![first];
    for (at, line) in lines.iter().enumerate().skip(first + 1) {
        let begun = starts.last().copied().unwrap_or(first);
        let titled = activity.iter().any(|a| (begun..at).contains(a));
        let repeats = key(line) == opening
            || is_title(line)
                && activity.iter().any(|a| (begun..at).contains(a) && key(&lines[*a]) == key(line));
        if titled && repeats {
            let mut start = at;
            while start > begun + 1
                && lines[start - 1].labels.is_empty()
                && vocab.rows.is(&lines[start - 1].row.text(), Meaning::Title)
            {
                start -= 1;
            }
            starts.push(start);
        }
    }
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([lines.len()]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
}

fn is_title(line: &Line<'_>) -> bool {
    line.labels.iter().any(|l| l.said.roles.contains(&Role::Activity) && l.said.rank <= 2)
}

/// Makes a record of one form, or sets it aside if it was not filled in.
fn keep(vocab: Vocab, lines: &[Line<'_>], out: &mut Sketch) {
    let mut labels: Vec<(String, Said, Vec<Piece>)> = Vec::new();
    let mut taken = Vec::new();
    let mut titles = Vec::new();
    let mut signed = false;
    for line in lines {
        let text = line.row.text();
        let letter =
            line.labels.is_empty() && (vocab.rows.is(&text, Meaning::Letter) || judge::is_bracketed(&text));
        signed |= letter;
        if signed && line.labels.is_empty() {
            out.set_aside(line.row, Because::new("below a form", AsideReason::Letter));
            continue;
        }
        if line.labels.is_empty() && (labels.is_empty() || vocab.rows.is(&text, Meaning::Title)) {
            titles.push(text);
            out.set_aside(line.row, Because::new("above a form", AsideReason::Title));
            continue;
        }
        taken.push(line.row);
        if let Some((_, _, value)) = labels.last_mut() {
            value.extend(line.free.iter().cloned());
        }
        labels.extend(line.labels.iter().map(|l| (l.text.clone(), l.said.clone(), l.value.clone())));
    }
    out.title_block(lines[0].row.at, titles);
    let fields = fields(vocab, &labels);
    let place = lines[0].row.place.clone();
    let title = fields.get(&Role::Activity).and_then(|texts| texts.first());
    let reason = match title {
        None => Some(AsideReason::Unfilled),
        Some(title) if judge::is_nil(vocab, &title.text) => Some(AsideReason::Nil),
        Some(_) => None,
    };
    out.nil |= reason == Some(AsideReason::Nil);
    out.columns.extend(labels.iter().map(|(text, said, _)| FoundColumn {
        heading: text.clone(),
        column: None,
        roles: said.roles.clone(),
        by_content: false,
    }));
    if let Some(reason) = reason {
        for row in taken {
            out.set_aside(row, Because::new("form", reason));
        }
        return;
    }
    let rows = taken.iter().map(|row| row.at).collect();
    let sections = Vec::new();
    out.drafts.push(Draft { place, layout: "form", rows, fields, sections, doubtful: false });
}

fn fields(vocab: Vocab, labels: &[(String, Said, Vec<Piece>)]) -> BTreeMap<Role, Vec<Written>> {
    let best = labels
        .iter()
        .filter(|(_, said, value)| said.roles.contains(&Role::Activity) && !value.is_empty())
        .map(|(_, said, _)| said.rank)
        .min();
    let mut fields: BTreeMap<Role, Vec<Written>> = BTreeMap::new();
    for (text, said, value) in labels {
        let value: Vec<Piece> = value.iter().filter(|p| !is_dash(&p.text)).cloned().collect();
        if value.is_empty() {
            continue;
        }
        let whole = super::entries::joined(&value, text);
        let title = said.roles.first() == Some(&Role::Activity);
        if title && (Some(said.rank) > best || fields.contains_key(&Role::Activity)) {
            fields.entry(Role::Remark).or_default().push(whole);
            continue;
        }
        if said.roles == [Role::Date] {
            let rest = phrases::after_date(vocab, &whole.text);
            for (role, found) in rest {
                fields.entry(role).or_default().push(Written { text: found, value: None, ..whole.clone() });
            }
        }
        for (role, written) in cells::shared(vocab, &said.roles, &value, whole) {
            fields.entry(role).or_default().push(written);
        }
    }
    fields
}
