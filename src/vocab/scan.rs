//! Every name and word of the vocabulary that stands in a text, found in one pass and handed to all who ask.

use super::finder::{Finder, Layer, Overlap};
use super::gazetteer::{Gazetteer, Name};
use super::grammar::Grammar;
use super::letters::Alphabet;
use super::phrase::{Claim, Found, Phrase};
use super::segment::WordList;
use super::words::{Hit, WordTables, Words};

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

/// The search for everything at once.
pub(super) struct Scanner {
    finder: Finder<Meant>,
}

impl std::fmt::Debug for Scanner {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Scanner")
    }
}

impl Scanner {
    /// Prepares the search.
    pub(super) fn new(alphabet: &Alphabet, words: &WordTables, names: &Gazetteer, grammar: &Grammar) -> Self {
        let tables = words.all();
        let listed =
            tables.iter().flat_map(|table| table.phrases()).map(|phrase| meaning(phrase, Meant::Word));
        let of_names = names.phrases(tables.len()).map(|phrase| meaning(phrase, Meant::Name));
        let places = grammar.place_words.iter().map(|word| border(word, tables.len() + 1));
        let borders = borders(words, grammar).into_iter().map(|word| border(word, tables.len() + 2));
        let word = Layer {
            overlap: Overlap::Partial,
            respelt: false,
            shared: false,
            introduces: false,
            whole: false,
        };
        let mut layers = vec![word; tables.len()];
        layers[words.sides.listed.layer].introduces = true;
        layers[words.attributes.listed.layer].whole = true;
        layers.push(Layer { overlap: Overlap::None, respelt: true, whole: true, ..word });
        layers.push(Layer { shared: true, introduces: true, ..word });
        layers.push(Layer { shared: true, ..word });
        let phrases = listed.chain(of_names).chain(places).chain(borders).collect();
        // A name stands right after any word for those who can stand on the foreign side.
        let sides = words.sides.listed.words.iter().map(|(word, _)| *word);
        let introducers = grammar.introducers.iter().copied().chain(sides);
        Self { finder: Finder::new(alphabet.clone(), phrases, introducers, layers) }
    }

    /// Looks through a text in normal form.
    pub(super) fn scan(&self, words: &WordTables, list: &WordList, text: &str) -> Scan {
        let tables = words.all();
        let mut scan = Scan { names: Vec::new(), hits: Vec::with_capacity(tables.len()) };
        for (layer, found) in self.finder.find(list, text).into_iter().enumerate() {
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
                        let rows = tables.get(layer).and_then(|table| table.words.get(at));
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
}

/// The letters of everything that is looked for.
pub(super) fn alphabet(
    words: &WordTables,
    names: &Gazetteer,
    grammar: &Grammar,
) -> Result<Alphabet, Vec<char>> {
    let listed = words.all().into_iter().flat_map(|table| &table.words).map(|(word, _)| *word);
    let small = grammar.place_words.iter().copied().chain(borders(words, grammar));
    Alphabet::of(listed.chain(names.words()).chain(small))
}

/// Words that stand before or after a name and are no part of what tells it from others.
fn borders(words: &WordTables, grammar: &Grammar) -> Vec<&'static str> {
    let small = [
        &grammar.office_of,
        &grammar.located_in,
        &grammar.posted_to,
        &grammar.for_department,
        &grammar.goes_on,
        &grammar.introducers,
    ];
    let bodies = words.body_words.listed.words.iter().map(|(word, _)| *word);
    let mut borders: Vec<&str> = small.into_iter().flatten().copied().chain(bodies).collect();
    borders.sort_unstable();
    borders.dedup();
    borders
}

fn border(word: &'static str, layer: usize) -> Phrase<Meant> {
    Phrase { words: word, means: Meant::Border, claim: Claim::Plain, layer }
}

fn meaning<T>(phrase: Phrase<T>, meant: fn(T) -> Meant) -> Phrase<Meant> {
    Phrase { words: phrase.words, means: meant(phrase.means), claim: phrase.claim, layer: phrase.layer }
}

impl Scan {
    /// The words of a table: the longest where they overlap, ordered by place.
    pub fn hits<R>(&self, table: &Words<R>) -> &[Hit] {
        self.hits.get(table.listed.layer).map_or(&[], Vec::as_slice)
    }
}
