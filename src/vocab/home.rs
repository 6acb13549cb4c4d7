//! Names of places and bodies in Thailand. The closed list is the home one: behind a word for a town or a university,
//! what stands in none of these is foreign or asked about.

use super::tsv::{field, rows};
use crate::thai::is_letter;
use foldhash::fast::FixedState;
use std::collections::HashSet;
use std::sync::LazyLock;

/// No name of the list has more letters.
const LETTERS: usize = 40;

static NAMES: LazyLock<HashSet<&'static str, FixedState>> = LazyLock::new(|| {
    let tables = [include_str!("packs/th/thai_places.tsv"), include_str!("packs/th/thai_bodies.tsv")];
    tables.into_iter().flat_map(rows).map(|row| field(&row, 0)).collect()
});

/// A name of fewer letters begins too many other words: it counts only where it is all.
const SHORT: usize = 5;

/// True if a text begins with the name of a place or body in Thailand.
#[must_use]
pub fn begins(text: &str) -> bool {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LETTERS);
    (1..).zip(ends).any(|(letters, end)| {
        let (head, rest) = text.split_at_checked(end).unwrap_or_default();
        let whole = rest.is_empty() || rest.starts_with(|c: char| !is_letter(c));
        (letters >= SHORT || whole) && NAMES.contains(head)
    })
}
