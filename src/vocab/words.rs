//! Tables of words with a meaning: kinds, themes, statuses, ranks and the like.

use super::finder::{Claim, Finder, Overlap, Phrase};
use super::tsv::{field, list, rows};
use crate::thai::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A table of words, searchable.
pub struct Words {
    finder: Finder<usize>,
    owners: Vec<Vec<usize>>,
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
    fn load(table: &'static str, column: usize) -> Self {
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
        let mut owners = Vec::with_capacity(by_word.len());
        let mut phrases = Vec::with_capacity(by_word.len());
        for (word, rows) in by_word.into_values() {
            phrases.push(Phrase { words: word.to_owned(), means: owners.len(), claim: claim(word) });
            owners.push(rows);
        }
        Self { finder: Finder::new(phrases, Vec::new(), false, Overlap::Partial), owners, rows }
    }

    /// The words of the table in a text in normal form: the longest where they overlap, ordered by place.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        for found in self.finder.find(text) {
            for &row in &self.owners[found.means] {
                hits.push(Hit { start: found.start, end: found.end, row });
            }
        }
        hits
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

/// Short acronyms need their capitals.
fn claim(word: &str) -> Claim {
    let short = word.chars().count() <= 4 && word.chars().all(|c| c.is_ascii_uppercase());
    if short { Claim::Capitals } else { Claim::Plain }
}

macro_rules! tables {
    ($($(#[$meta:meta])* $name:ident = $file:literal, $column:literal;)+) => {
        $($(#[$meta])* pub static $name: LazyLock<Words> = LazyLock::new(|| Words::load(include_str!($file), $column));)+
    };
}

tables! {
    /// Kinds of engagement: order, kind, tier, sure, words, with, without.
    KINDS = "kinds.tsv", 4;
    /// Kinds as columns and sections name them: kind, words.
    KIND_NAMES = "kind_names.tsv", 1;
    /// Themes: theme, words.
    THEMES = "themes.tsv", 1;
    /// Words that only look like a theme's.
    THEME_IGNORES = "theme_ignores.tsv", 0;
    /// Statuses: status, where, words.
    STATUSES = "statuses.tsv", 2;
    /// Modes: mode, words.
    MODES = "modes.tsv", 1;
    /// Ranks of counterparts: rank, words.
    RANKS = "ranks.tsv", 1;
    /// Policy areas: name, names and aliases.
    POLICIES = "policies.tsv", 1;
    /// SDGs: number, names.
    SDGS = "sdgs.tsv", 1;
    /// The city's executives: name, aliases.
    EXECUTIVES = "executives.tsv", 1;
    /// Who can stand on the foreign side: side, words.
    SIDES = "sides.tsv", 1;
    /// What is international: verdict, rule, words.
    INTERNATIONAL = "international.tsv", 2;
    /// Words that make a country's name an attribute: sort, words.
    ATTRIBUTES = "attributes.tsv", 1;
    /// Words that begin or end the name of a body.
    BODY_WORDS = "body_words.tsv", 1;
    /// Words after which the subject of an activity follows.
    TOPICS = "topics.tsv", 0;
}
