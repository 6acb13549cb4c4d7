//! Every name and word of the vocabulary that stands in a text, found in one pass and handed to all who ask.

use super::finder::{Finder, Found, Layer, Overlap, Phrase};
use super::gazetteer::{Name, names};
use super::tsv::{field, rows};
use super::words::{Hit, TABLES, Words};
use std::sync::LazyLock;

/// What stands in a text.
#[derive(Debug, Clone, Default)]
pub struct Scan {
    /// The names, ordered by place, none overlapping another.
    pub names: Vec<Found<Name>>,
    /// The words of each table.
    hits: Vec<Vec<Hit>>,
}

/// What a phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Meant {
    Name(Name),
    /// A word, by its place in its table's list.
    Word(usize),
}

static FINDER: LazyLock<Finder<Meant>> = LazyLock::new(|| {
    let introducers = rows(include_str!("introducers.tsv")).map(|row| field(&row, 0).to_owned()).collect();
    let words = TABLES.iter().flat_map(|table| table.phrases()).map(|phrase| meaning(phrase, Meant::Word));
    let names = names(TABLES.len()).into_iter().map(|phrase| meaning(phrase, Meant::Name));
    let mut layers = vec![Layer { overlap: Overlap::Partial, by_sound: false }; TABLES.len()];
    layers.push(Layer { overlap: Overlap::None, by_sound: true });
    Finder::new(words.chain(names).collect(), introducers, layers)
});

fn meaning<T>(phrase: Phrase<T>, meant: fn(T) -> Meant) -> Phrase<Meant> {
    Phrase { words: phrase.words, means: meant(phrase.means), claim: phrase.claim, layer: phrase.layer }
}

impl Scan {
    /// Looks through a text in normal form.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut scan = Self { names: Vec::new(), hits: Vec::with_capacity(TABLES.len()) };
        for (layer, found) in FINDER.find(text).into_iter().enumerate() {
            let mut hits = Vec::new();
            for one in found {
                match one.means {
                    Meant::Name(means) => scan.names.push(Found {
                        means,
                        start: one.start,
                        end: one.end,
                        claim: one.claim,
                        misspelt: one.misspelt,
                    }),
                    Meant::Word(at) => {
                        let rows = TABLES.get(layer).and_then(|table| table.listed.get(at));
                        let (start, end) = (one.start, one.end);
                        hits.extend(rows.iter().flat_map(|(_, rows)| rows).map(|&row| Hit {
                            start,
                            end,
                            row,
                        }));
                    }
                }
            }
            scan.hits.push(hits);
        }
        scan
    }

    /// The words of a table: the longest where they overlap, ordered by place.
    #[must_use]
    pub fn hits(&self, table: &Words) -> &[Hit] {
        self.hits.get(table.layer).map_or(&[], Vec::as_slice)
    }
}
