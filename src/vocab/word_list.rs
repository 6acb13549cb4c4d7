//! Makes a list of words into the map that is searched: used when the program is built, and for lists loaded later.

use std::collections::BTreeMap;

/// Words of the corpus, about: a word's cost is the logarithm of its share.
const CORPUS: f64 = 5.0e6;
/// A long word never costs more, so that it wins over two frequent parts: a language over the word for languages and a
/// country.
const COMPOUND: f64 = 9.5;
/// A word of so many letters is long.
const LONG: usize = 6;
/// Costs are kept in hundredths.
const SCALE: f64 = 100.0;

/// The map of a table of words and how often the Thai National Corpus has them, with a heading line: letters as TIS-620
/// has them to costs in hundredths.
///
/// # Errors
/// What is wrong with a line, in words.
pub fn compile(table: &str) -> Result<Vec<u8>, String> {
    let mut costs: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    for line in table.lines().skip(1) {
        let (word, count) = line.split_once('\t').ok_or_else(|| format!("a line without a count: {line}"))?;
        let count: f64 = count.parse().map_err(|_| format!("not a count: {line}"))?;
        let share = (count + 2.0) / CORPUS;
        let long = word.chars().count() >= LONG;
        let cost = if long { (-share.ln()).min(COMPOUND) } else { -share.ln() };
        costs.insert(key(word)?, (cost.max(0.0) * SCALE).round() as u64);
    }
    let mut map = fst::MapBuilder::memory();
    for (word, cost) in costs {
        map.insert(word, cost).map_err(|error| error.to_string())?;
    }
    map.into_inner().map_err(|error| error.to_string())
}

/// A letter a byte, as TIS-620 has it.
fn key(word: &str) -> Result<Vec<u8>, String> {
    let byte = |c: char| match u32::from(c) {
        at @ 0xe01..=0xe4e => Ok((at - 0xe00) as u8 + 0xa0),
        _ => Err(format!("not a Thai letter in the word list: {word}")),
    };
    word.chars().map(byte).collect()
}
