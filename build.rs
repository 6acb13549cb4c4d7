//! Makes the word list into the map that the program searches: built here once, so that a start costs nothing.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// The list: words and how often the Thai National Corpus has them.
const WORDS: &str = "src/vocab/packs/th/thai_words.tsv";
/// Words of the corpus, about: a word's cost is the logarithm of its share.
const CORPUS: f64 = 5.0e6;
/// A long word never costs more, so that it wins over two frequent parts: a language over the word for languages and a
/// country.
const COMPOUND: f64 = 9.5;
/// A word of so many letters is long.
const LONG: usize = 6;
/// Costs are kept in hundredths.
const SCALE: f64 = 100.0;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={WORDS}");
    println!("cargo::rerun-if-changed=build.rs");
    let table = fs::read_to_string(WORDS)?;
    let mut costs: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    for line in table.lines().skip(1) {
        let (word, count) = line.split_once('\t').ok_or("a line without a count")?;
        let share = (count.parse::<f64>()? + 2.0) / CORPUS;
        let long = word.chars().count() >= LONG;
        let cost = if long { (-share.ln()).min(COMPOUND) } else { -share.ln() };
        costs.insert(key(word)?, (cost.max(0.0) * SCALE).round() as u64);
    }
    let mut map = fst::MapBuilder::memory();
    for (word, cost) in costs {
        map.insert(word, cost)?;
    }
    let out = env::var_os("OUT_DIR").ok_or("no OUT_DIR")?;
    fs::write(Path::new(&out).join("thai_words.fst"), map.into_inner()?)?;
    Ok(())
}

/// A letter a byte, as TIS-620 has it.
fn key(word: &str) -> Result<Vec<u8>, String> {
    let byte = |c: char| match u32::from(c) {
        at @ 0xe01..=0xe4e => Ok((at - 0xe00) as u8 + 0xa0),
        _ => Err(format!("not a Thai letter in the word list: {word}")),
    };
    word.chars().map(byte).collect()
}
