//! Makes the word list into the map that the program searches: built here once, so that a start costs nothing.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[path = "src/vocab/word_list.rs"]
mod word_list;

/// The list: words and how often the Thai National Corpus has them.
const WORDS: &str = "src/vocab/packs/th/thai_words.tsv";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={WORDS}");
    println!("cargo::rerun-if-changed=src/vocab/word_list.rs");
    println!("cargo::rerun-if-changed=build.rs");
    let made = word_list::compile(&fs::read_to_string(WORDS)?)?;
    let out = env::var_os("OUT_DIR").ok_or("no OUT_DIR")?;
    fs::write(Path::new(&out).join("thai_words.fst"), made)?;
    Ok(())
}
