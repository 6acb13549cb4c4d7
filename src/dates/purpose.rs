//! Whose day a column holds, by its heading: the event's, or that of a letter, its receipt, a print, a signature.

use crate::thai::{Memo, fold};
use crate::vocab::tsv;
use std::sync::LazyLock;

/// What the day in a column is the day of, the event's own first: of two columns the earlier of these counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// The event.
    Event,
    /// A signature.
    Signed,
    /// The heading does not say.
    Unstated,
    /// A print that tells of the event.
    Published,
    /// A letter.
    Letter,
    /// The receipt of a letter or of a request.
    Received,
    /// The report, or the entry of the row.
    Printed,
    /// The way home.
    Return,
    /// The last day of an agreement.
    Expiry,
}

/// The purposes by the names that the table uses.
const NAMES: [(&str, Purpose); 8] = [
    ("event", Purpose::Event),
    ("expiry", Purpose::Expiry),
    ("letter", Purpose::Letter),
    ("printed", Purpose::Printed),
    ("published", Purpose::Published),
    ("received", Purpose::Received),
    ("return", Purpose::Return),
    ("signed", Purpose::Signed),
];

struct Entry {
    word: String,
    /// The heading is nothing else.
    whole: bool,
    purpose: Purpose,
}

/// The words, longest first.
static WORDS: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let mut words: Vec<Entry> = Vec::new();
    for row in tsv::rows(include_str!("../vocab/packs/th/date_columns.tsv")) {
        let Some((_, purpose)) = NAMES.iter().find(|(name, _)| *name == tsv::field(&row, 0)) else {
            continue;
        };
        let whole = tsv::field(&row, 1) == "whole";
        let listed = tsv::list(tsv::field(&row, 2));
        words.extend(listed.map(|word| Entry { word: fold(word), whole, purpose: *purpose }));
    }
    words.sort_by_key(|entry| std::cmp::Reverse(entry.word.len()));
    words
});

thread_local! {
    /// Every row asks for those of its columns.
    static PURPOSES: Memo<Purpose> = Memo::default();
}

impl Purpose {
    /// What the heading over a day says of it. The longest word that it has decides.
    pub fn of(heading: &str) -> Self {
        PURPOSES.with(|known| known.of(heading, || Self::told(heading)))
    }

    fn told(heading: &str) -> Self {
        let heading = fold(heading);
        let fits =
            |entry: &&Entry| if entry.whole { heading == entry.word } else { heading.contains(&entry.word) };
        WORDS.iter().find(fits).map_or(Self::Unstated, |entry| entry.purpose)
    }
}
