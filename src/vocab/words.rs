//! Tables of words with a meaning: kinds, themes, statuses, ranks and the like.

use super::phrase::{Claim, Phrase};
use super::tsv::{field, list, rows};
use crate::thai::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A table of words. `Scan` tells which of them stand in a text.
pub struct Words {
    /// Its place in `TABLES`.
    pub(super) layer: usize,
    /// Each word with the rows that have it.
    pub(super) listed: Vec<(&'static str, Vec<usize>)>,
    rows: Vec<Vec<&'static str>>,
}

/// A word of a table found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Row of the table that has the word. A word of several rows gives a hit for each.
    pub row: usize,
}

impl Words {
    fn load(layer: usize, table: &'static str, column: usize) -> Self {
        let rows: Vec<Vec<&'static str>> = rows(table).collect();
        let mut by_word: BTreeMap<String, (&'static str, Vec<usize>)> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            for word in list(field(row, column)) {
                let owners = &mut by_word.entry(fold(word)).or_insert((word, Vec::new())).1;
                if !owners.contains(&at) {
                    owners.push(at);
                }
            }
        }
        Self { layer, listed: by_word.into_values().collect(), rows }
    }

    /// The words as phrases to look for, each standing for its place in the list.
    pub(super) fn phrases(&self) -> impl Iterator<Item = Phrase<usize>> {
        self.listed.iter().enumerate().map(|(at, (word, _))| Phrase {
            words: word.trim_start_matches(WHOLE).to_owned(),
            means: at,
            claim: claim(word),
            layer: self.layer,
        })
    }

    /// A field of a row, by its column; empty where there is none.
    #[must_use]
    pub fn field(&self, row: usize, column: usize) -> &'static str {
        self.rows.get(row).map_or("", |row| field(row, column))
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True if the table is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// A word with this sign before it counts only as a whole word.
const WHOLE: char = '=';

/// Short acronyms need their capitals.
fn claim(word: &str) -> Claim {
    if word.starts_with(WHOLE) {
        return Claim::Whole;
    }
    let short = word.chars().count() <= 4 && word.chars().all(|c| c.is_ascii_uppercase());
    if short { Claim::Capitals } else { Claim::Plain }
}

macro_rules! tables {
    ($($(#[$meta:meta])* $layer:literal $name:ident = $file:literal, $column:literal;)+) => {
        $($(#[$meta])* pub static $name: LazyLock<Words> =
            LazyLock::new(|| Words::load($layer, include_str!($file), $column));)+

        /// All tables, each at the place of its layer.
        pub(super) static TABLES: &[&LazyLock<Words>] = &[$(&$name),+];
    };
}

tables! {
    /// Kinds of engagement: order, kind, tier, sure, words, with, without.
    0 KINDS = "packs/th/kinds.tsv", 4;
    /// Kinds as columns and sections name them: kind, words.
    1 KIND_NAMES = "packs/th/kind_names.tsv", 1;
    /// Themes: theme, words.
    2 THEMES = "packs/th/themes.tsv", 1;
    /// Words that only look like a theme's.
    3 THEME_IGNORES = "packs/th/theme_ignores.tsv", 0;
    /// Statuses: status, where, words.
    4 STATUSES = "packs/th/statuses.tsv", 2;
    /// Modes: mode, words.
    5 MODES = "packs/th/modes.tsv", 1;
    /// Ranks of counterparts: rank, words.
    6 RANKS = "packs/th/ranks.tsv", 1;
    /// Policy areas: name, names and aliases.
    7 POLICIES = "packs/bma/policies.tsv", 1;
    /// SDGs: number, names.
    8 SDGS = "packs/th/sdgs.tsv", 1;
    /// The city's executives: name, aliases.
    9 EXECUTIVES = "packs/bma/executives.tsv", 1;
    /// Who can stand on the foreign side: side, words.
    10 SIDES = "packs/th/sides.tsv", 1;
    /// What is international: verdict, rule, words.
    11 INTERNATIONAL = "packs/th/international.tsv", 2;
    /// Words that make a country's name an attribute: sort, words.
    12 ATTRIBUTES = "packs/th/attributes.tsv", 1;
    /// Words that begin or end the name of a body.
    13 BODY_WORDS = "packs/th/body_words.tsv", 1;
    /// Words after which the subject of an activity follows.
    14 TOPICS = "packs/th/topics.tsv", 0;
}

#[cfg(test)]
mod tests {
    use super::TABLES;

    #[test]
    fn every_table_stands_at_the_place_of_its_layer() {
        for (at, table) in TABLES.iter().enumerate() {
            assert_eq!(table.layer, at);
        }
    }
}
