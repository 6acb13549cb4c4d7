//! Every name and word of the vocabulary that stands in a text, found in one pass and handed to all who ask.

use super::finder::{Finder, Layer, Overlap};
use super::gazetteer::{Name, names};
use super::grammar::GRAMMAR;
use super::phrase::{Claim, Found, Phrase};
use super::tsv::{field, rows};
use super::words::{ATTRIBUTES, BODY_WORDS, Hit, SIDES, TABLES, Words};
use crate::thai::Memo;
use std::rc::Rc;
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
    /// A word before or after a name.
    Border,
}

static FINDER: LazyLock<Finder<Meant>> = LazyLock::new(|| {
    let introducers: Vec<&str> =
        rows(include_str!("packs/th/introducers.tsv")).map(|row| field(&row, 0)).collect();
    let words = TABLES.iter().flat_map(|table| table.phrases()).map(|phrase| meaning(phrase, Meant::Word));
    let names = names(TABLES.len()).into_iter().map(|phrase| meaning(phrase, Meant::Name));
    let places = GRAMMAR.place_words.iter().map(|word| border(word, TABLES.len() + 1));
    let borders = borders(&introducers).into_iter().map(|word| border(word, TABLES.len() + 2));
    let word =
        Layer { overlap: Overlap::Partial, respelt: false, shared: false, introduces: false, whole: false };
    let mut layers = vec![word; TABLES.len()];
    layers[SIDES.layer].introduces = true;
    layers[ATTRIBUTES.layer].whole = true;
    layers.push(Layer { overlap: Overlap::None, respelt: true, whole: true, ..word });
    layers.push(Layer { shared: true, introduces: true, ..word });
    layers.push(Layer { shared: true, ..word });
    let phrases = words.chain(names).chain(places).chain(borders).collect();
    // A name stands right after any word for those who can stand on the foreign side.
    let sides = SIDES.listed.iter().map(|(word, _)| *word);
    Finder::new(phrases, introducers.into_iter().chain(sides).map(str::to_owned).collect(), layers)
});

/// Words that stand before or after a name and are no part of what tells it from others.
fn borders(introducers: &[&'static str]) -> Vec<&'static str> {
    let grammar = [
        &GRAMMAR.office_of,
        &GRAMMAR.located_in,
        &GRAMMAR.posted_to,
        &GRAMMAR.for_department,
        &GRAMMAR.goes_on,
    ];
    let bodies = BODY_WORDS.listed.iter().map(|(word, _)| *word);
    let mut words: Vec<&str> =
        grammar.into_iter().flatten().chain(introducers).copied().chain(bodies).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn border(word: &str, layer: usize) -> Phrase<Meant> {
    Phrase { words: word.to_owned(), means: Meant::Border, claim: Claim::Plain, layer }
}

fn meaning<T>(phrase: Phrase<T>, meant: fn(T) -> Meant) -> Phrase<Meant> {
    Phrase { words: phrase.words, means: meant(phrase.means), claim: phrase.claim, layer: phrase.layer }
}

impl Scan {
    /// Looks through a text in normal form: once, however often it is asked about.
    #[must_use]
    pub fn of(text: &str) -> Rc<Self> {
        thread_local! { static KNOWN: Memo<Rc<Scan>> = Memo::default(); }
        KNOWN.with(|known| known.of(text, || Rc::new(Self::told(text))))
    }

    fn told(text: &str) -> Self {
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
                    Meant::Border => {}
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

/// All names in a text in normal form, ordered by place, none overlapping another.
#[must_use]
pub fn names_in(text: &str) -> Vec<Found<Name>> {
    Scan::of(text).names.clone()
}
