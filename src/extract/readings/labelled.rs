//! Labels with their values: `label: value`, a label beside its value, a label above it.

use super::lines::{glued, goes_to, is_full};
use super::{View, is_line};
use crate::extract::cells;
use crate::extract::entries::joined;
use crate::extract::fields::Fields;
use crate::extract::flow::Piece;
use crate::extract::headings;
use crate::model::Role;
use crate::thai;
use crate::vocab::Vocab;

/// A label above its value is no longer, in characters.
const LABEL: usize = 60;

/// A label with its value.
pub struct Labelled {
    /// The row of the label.
    pub at: usize,
    /// The first column of the label.
    pub left: u32,
    /// The label.
    pub label: String,
    /// Its folded form, by which labels are compared.
    pub key: String,
    /// The value, with its place.
    pub value: Piece,
    /// The row after the last of the value.
    pub end: usize,
}

/// All labels of a body with their values, in reading order.
pub fn labels(view: &View<'_>) -> Vec<Labelled> {
    let rows = view.rows();
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let own: Vec<&Piece> = row.own().collect();
        let mut n = 0;
        while n < own.len() {
            let taken = inline(view, at, own[n], own.len() == 1)
                .map(|labelled| (labelled, 1))
                .or_else(|| beside(view, at, own[n], own.get(n + 1).copied()).map(|labelled| (labelled, 2)))
                .or_else(|| above(view, at, own[n]).filter(|_| own.len() == 1).map(|labelled| (labelled, 1)));
            let step = taken.as_ref().map_or(1, |(_, step)| *step);
            found.extend(taken.map(|(labelled, _)| labelled));
            n += step;
        }
    }
    found
}

fn labelled(at: usize, label: &Piece, words: &str, value: Piece, end: usize) -> Option<Labelled> {
    let key = thai::fold(words);
    let fits = !key.is_empty() && !value.text.trim().is_empty();
    fits.then(|| Labelled { at, left: label.left, label: words.to_owned(), key, value, end })
}

/// `label: value` in one piece; the value of a line goes on below where the line is full.
fn inline(view: &View<'_>, at: usize, piece: &Piece, alone: bool) -> Option<Labelled> {
    let fact = view.fact(&piece.text);
    let (label, value) = fact.labelled()?;
    let end = if alone && is_line(&view.rows()[at]) && view.paged() {
        goes_to(view, at, view.rows().len())
    } else {
        at + 1
    };
    let value = if end > at + 1 {
        let text = glued(view, at..end);
        text.split_once([':', '：']).map_or_else(String::new, |(_, value)| value.trim().to_owned())
    } else {
        value.to_owned()
    };
    labelled(at, piece, label, Piece { text: value, value: None, ..piece.clone() }, end)
}

/// A label with its value in the next cell.
fn beside(view: &View<'_>, at: usize, piece: &Piece, next: Option<&Piece>) -> Option<Labelled> {
    let next = next?;
    let fact = view.fact(&piece.text);
    let open = fact.text.ends_with(':');
    let words = fact.text.trim_end_matches([':', ' ']);
    let names = fact.role().is_some() || open;
    let label = |text: &str| view.vocab.headers.exact(text).is_some() || text.trim_end().ends_with(':');
    (names && !label(&next.text)).then(|| labelled(at, piece, words, next.clone(), at + 1)).flatten()
}

/// A label with its value in the row below.
fn above(view: &View<'_>, at: usize, piece: &Piece) -> Option<Labelled> {
    let below = view.rows().get(at + 1).filter(|row| is_line(row))?;
    let value = below.own().next()?;
    let fact = view.fact(&piece.text);
    // A line that names a day is told by itself, and one that is full or long goes on.
    let fits = fact.role().is_some()
        && fact.days.is_empty()
        && fact.length <= LABEL
        && !(view.paged() && is_full(view, at))
        && view.lines[at + 1].label.is_none()
        && view.lines[at + 1].role().is_none()
        && !view.begins_block(at + 1);
    fits.then(|| labelled(at, piece, fact.text.trim_end_matches([':', ' ']), value.clone(), at + 2)).flatten()
}

/// The fields that labels tell; the one at row `title` is the activity.
pub fn fields<'a>(vocab: Vocab, labels: impl Iterator<Item = &'a Labelled>, title: Option<usize>) -> Fields {
    let mut fields = Fields::new();
    for labelled in labels {
        let said = headings::says(vocab, &labelled.label).map(|said| said.roles).unwrap_or_default();
        let roles = match said.first() {
            _ if Some(labelled.at) == title => vec![Role::Activity],
            Some(Role::Activity) => vec![Role::Remark],
            Some(_) => said,
            None => vec![Role::Other],
        };
        let pieces = std::slice::from_ref(&labelled.value);
        if crate::extract::sheet_rows::is_dash(&labelled.value.text) {
            continue;
        }
        for (role, written) in cells::shared(vocab, &roles, pieces, joined(pieces, &labelled.label)) {
            fields.entry(role).or_default().push(written);
        }
    }
    fields
}
