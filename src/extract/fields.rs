//! The texts of a record by what they are.

use super::flow::Row;
use super::phrases;
use crate::model::{Role, Written};
use crate::vocab::Vocab;
use std::collections::BTreeMap;

/// Texts by what they are; several of one role in reading order.
pub type Fields = BTreeMap<Role, Vec<Written>>;

/// Text of a row as a field.
pub fn written(row: &Row, text: String, heading: &str) -> Written {
    let place = row.pieces.first().map_or(&row.place, |piece| &piece.place).clone();
    let flaw = row.own().find_map(|piece| piece.flaw);
    Written { text, value: None, place, heading: heading.to_owned(), flaw }
}

/// The fields that running text tells, as if written in `row`.
pub fn of_text(vocab: Vocab, row: &Row, text: &str) -> Fields {
    let mut fields = Fields::new();
    for (role, found) in phrases::understand(vocab, text) {
        fields.entry(role).or_default().push(written(row, found, ""));
    }
    fields
}
