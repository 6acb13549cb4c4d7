//! Makes the word list into the map that the program searches: built here once, so that a start costs nothing. And takes
//! a digest of the sources, by which a program knows what an earlier one found out.

use std::error::Error;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/vocab/word_list.rs"]
mod word_list;

/// The list: words and how often the Thai National Corpus has them.
const WORDS: &str = "src/vocab/packs/th/thai_words.tsv";
/// What the program is made of.
const SOURCES: [&str; 3] = ["Cargo.lock", "build.rs", "src"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut sources = DefaultHasher::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        digest(Path::new(source), &mut sources)?;
    }
    println!("cargo::rustc-env=FOCALPOINT_SOURCES={:016x}", sources.finish());
    let made = word_list::compile(&fs::read_to_string(WORDS)?)?;
    let out = env::var_os("OUT_DIR").ok_or("no OUT_DIR")?;
    fs::write(Path::new(&out).join("thai_words.fst"), made)?;
    Ok(())
}

/// Adds a file, or all files below a folder in the order of their names.
fn digest(path: &Path, to: &mut impl Hasher) -> io::Result<()> {
    if path.is_dir() {
        let mut within: Vec<PathBuf> =
            fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
        within.sort();
        return within.iter().try_for_each(|path| digest(path, to));
    }
    path.hash(to);
    fs::read(path)?.hash(to);
    Ok(())
}
