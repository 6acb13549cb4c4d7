//! Lines under the heading of a month that begin with the day's number alone: `มีนาคม` above `๒๑ กรุงเทพมหานคร…`.
//!
//! The month is written behind the number of each, as a merged cell is brought down to the rows that it stands for, so
//! that no reading needs to know of it. Numbers that only count the lines are left as they are.

use super::body::Body;
use super::flow::Row;
use crate::dates::dated;
use crate::thai::{self, is_digit};
use crate::vocab::Vocab;
use std::collections::BTreeSet;

/// Fewer lines prove nothing.
const LINES: usize = 2;

/// A line that begins with the number of a day.
struct Numbered {
    /// Its place in the body.
    at: usize,
    /// The heading of the month above it.
    month: usize,
    first: u32,
    /// Bytes of the number, or of both of a range.
    length: usize,
}

/// Gives the days of a body their months.
pub fn bring_down(vocab: Vocab, body: &mut Body) {
    let mut months: Vec<usize> = Vec::new();
    let mut numbered: Vec<Numbered> = Vec::new();
    for (at, row) in body.rows.iter().enumerate() {
        let Some(text) = line(row) else { continue };
        if dated::is_month(text) {
            months.push(at);
        } else if let (Some(&month), Some((first, length))) = (months.last(), opening(text)) {
            let last = numbered.last().filter(|last| last.month == month);
            let counts = text.get(length..).is_some_and(|rest| vocab.amounts.at(rest.trim_start()).is_some());
            // The first stands right below its heading, the others in their order.
            let follows = last.map_or(at == month + 1, |last| last.first <= first && !counts);
            if follows {
                numbered.push(Numbered { at, month, first, length });
            }
        }
    }
    if !are_days(&numbered, months.len()) {
        return;
    }
    for one in numbered {
        let Some(heading) = line(&body.rows[one.month]).map(str::to_owned) else { continue };
        let month = dated::month(&heading).and_then(|range| heading.get(range)).unwrap_or(&heading);
        if let Some(piece) = body.rows[one.at].pieces.first_mut() {
            piece.text.insert_str(one.length, &format!(" {month}"));
        }
    }
}

/// True for numbers that stand below most of the months and do not count the lines.
fn are_days(numbered: &[Numbered], months: usize) -> bool {
    let headed: BTreeSet<usize> = numbered.iter().map(|one| one.month).collect();
    let counts = |pair: &[Numbered]| pair[0].first + 1 == pair[1].first || pair[1].first == 1;
    numbered.len() >= LINES && headed.len() * 2 > months && !numbered.windows(2).all(counts)
}

/// The text of a row that is one line.
fn line(row: &Row) -> Option<&str> {
    match row.pieces.as_slice() {
        [only] if !only.inherited && only.value.is_none() => Some(only.text.trim_end()),
        _ => None,
    }
}

/// The day's number, or that of the first of a range of days, that opens a line, and how many bytes they take.
fn opening(text: &str) -> Option<(u32, usize)> {
    let (first, length) = number(text)?;
    let rest = text.get(length..)?;
    let dash = rest.trim_start().strip_prefix(['-', '–', '—']).map(str::trim_start);
    let length = match dash.and_then(|last| number(last).map(|(_, length)| (last, length))) {
        Some((last, digits)) => text.len() - last.len() + digits,
        None => length,
    };
    let words = text.get(length..)?.strip_prefix(' ')?;
    words.trim_start().starts_with(char::is_alphabetic).then_some((first, length))
}

/// A number that may be a day's, at the beginning of a text, and how many bytes it takes.
fn number(text: &str) -> Option<(u32, usize)> {
    let digits: String = text.chars().take_while(|c| is_digit(*c)).collect();
    let number = thai::arabic_digits(&digits).parse().ok().filter(|day| (1..=31).contains(day))?;
    Some((number, digits.len()))
}
