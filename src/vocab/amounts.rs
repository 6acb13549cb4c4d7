//! Words beside numbers: what is counted, and in which unit.

use super::pack::{BadPack, Tables};
use std::collections::BTreeMap;

/// What a word beside a number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Persons are counted.
    Person,
    /// Baht.
    Baht,
    /// Another currency.
    Currency,
    /// A unit of measure that looks like one of money.
    Measure,
    /// Ten thousand, a hundred thousand, …
    Times(u32),
    /// The number is approximate.
    About,
    /// It is the sum.
    Total,
    /// One side of several.
    Part,
    /// Those who take part, in running text.
    Attending,
    /// A delegation or those who were sent, right before their number.
    Party,
    /// The word for number.
    Count,
    /// The amount is for each person or day, not the sum.
    Each,
    /// There is none.
    None,
}

/// The table's names of meanings; a number multiplies.
const MEANINGS: [(&str, Meaning); 12] = [
    ("about", Meaning::About),
    ("attending", Meaning::Attending),
    ("baht", Meaning::Baht),
    ("count", Meaning::Count),
    ("currency", Meaning::Currency),
    ("each", Meaning::Each),
    ("measure", Meaning::Measure),
    ("none", Meaning::None),
    ("part", Meaning::Part),
    ("party", Meaning::Party),
    ("person", Meaning::Person),
    ("total", Meaning::Total),
];

/// The words beside numbers.
#[derive(Debug)]
pub struct AmountWords {
    /// By their first letter, the longest first.
    words: BTreeMap<char, Vec<(&'static str, Meaning)>>,
}

impl AmountWords {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let mut words: BTreeMap<char, Vec<(&str, Meaning)>> = BTreeMap::new();
        for row in tables.rows("amount_words.tsv", &["word", "meaning"])? {
            let word = row.word(0)?;
            let meaning = meaning_of(row.field(1))
                .ok_or_else(|| row.not_one_of(1, MEANINGS.iter().map(|(name, _)| *name).collect()))?;
            words.entry(word.chars().next().unwrap_or(' ')).or_default().push((word, meaning));
        }
        for entries in words.values_mut() {
            entries.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        Ok(Self { words })
    }

    /// All words.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, Meaning)> {
        self.words.values().flatten().copied()
    }

    /// The word that a text begins with, the longest where several do.
    pub fn at(&self, text: &str) -> Option<(&'static str, Meaning)> {
        self.words.get(&text.chars().next()?)?.iter().find(|(word, _)| text.starts_with(word)).copied()
    }
}

fn meaning_of(name: &str) -> Option<Meaning> {
    let named = MEANINGS.iter().find(|(known, _)| *known == name).map(|(_, meaning)| *meaning);
    named.or_else(|| name.parse().map(Meaning::Times).ok())
}
