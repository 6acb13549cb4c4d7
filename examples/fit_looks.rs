//! Makes `src/vocab/packs/th/looks.tsv`: which groups of letters foreign names have that Thai words have not.
//! `cargo run --release --example fit_looks -- FOREIGN THAI > looks.tsv`, each a file of one word a line.
//!
//! The words that the table was made of: FOREIGN are the Thai names of countries and cities in `countries.tsv` and
//! `cities.tsv` without the words for what sort of place they are, and transliterated words of PyThaiNLP; THAI are the
//! words of `thai_words.tsv` that the corpus has more than 30 times and that are not among the former, the provinces,
//! and 9,000 Thai given and family names drawn by lot. A weight is the logarithm of how much more often foreign words
//! have the group, each count raised by one; groups seen less than four times and weights near nothing are left out.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

/// Groups seen less often say nothing.
const SEEN: f64 = 4.0;
/// Weights nearer to nothing than this are left out.
const LEAST: f64 = 0.3;
/// Groups that the letters could make, about: what is raised by one.
const GROUPS: f64 = 5_000.0;

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let [foreign, thai] = files.as_slice() else { return Err("usage: fit_looks FOREIGN THAI".into()) };
    let (foreign, thai) = (counts(foreign)?, counts(thai)?);
    let sum = |counts: &BTreeMap<String, f64>| counts.values().sum::<f64>();
    let (in_foreign, in_thai) = (sum(&foreign), sum(&thai));
    let raised = in_thai / in_foreign;
    println!("letters\tweight");
    let mut groups: Vec<&String> = foreign.keys().chain(thai.keys()).collect();
    groups.sort();
    groups.dedup();
    for group in groups {
        let of = |counts: &BTreeMap<String, f64>| counts.get(group).copied().unwrap_or(0.0);
        let weight = ((of(&foreign) + 1.0) / (in_foreign + GROUPS)).ln()
            - ((of(&thai) + raised) / (in_thai + raised * GROUPS)).ln();
        if of(&foreign) + of(&thai) >= SEEN && weight.abs() >= LEAST {
            println!("{group}\t{weight:.2}");
        }
    }
    Ok(())
}

/// How often the words of a file have each group of two and three letters.
fn counts(file: &str) -> Result<BTreeMap<String, f64>, Box<dyn Error>> {
    let mut counts = BTreeMap::new();
    for word in fs::read_to_string(file)?.lines().filter(|word| !word.is_empty()) {
        for group in focalpoint::vocab::looks::groups(word) {
            *counts.entry(group.into_iter().collect::<String>()).or_insert(0.0) += 1.0;
        }
    }
    Ok(counts)
}
