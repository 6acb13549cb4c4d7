//! Names of places and bodies in Thailand. The closed list is the home one: behind a word for a town or a university,
//! what stands in none of these is foreign or asked about.

use super::pack::{BadPack, Later, Row, Tables};
use crate::thai::is_letter;
use foldhash::fast::FixedState;
use std::collections::HashSet;
use std::sync::OnceLock;

/// No name of the list has more letters.
const LETTERS: usize = 40;

/// A name of fewer letters begins too many other words: it counts only where it is all.
const SHORT: usize = 5;

/// The names.
#[derive(Debug)]
pub struct Home {
    tables: [Later; 2],
    names: OnceLock<HashSet<&'static str, FixedState>>,
}

impl Home {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let later = |table| tables.later(table, &["name"], |row: &Row| row.word(0).map(drop));
        Ok(Self { tables: [later("thai_places.tsv")?, later("thai_bodies.tsv")?], names: OnceLock::new() })
    }

    fn names(&self) -> &HashSet<&'static str, FixedState> {
        let rows = || self.tables.iter().flat_map(Later::rows);
        self.names.get_or_init(|| rows().map(|row| row.field(0)).collect())
    }

    /// True if a text begins with the name of a place or body in Thailand.
    pub fn begins(&self, text: &str) -> bool {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LETTERS);
        (1..).zip(ends).any(|(letters, end)| {
            let (head, rest) = text.split_at_checked(end).unwrap_or_default();
            let whole = rest.is_empty() || rest.starts_with(|c: char| !is_letter(c));
            (letters >= SHORT || whole) && self.names().contains(head)
        })
    }
}
