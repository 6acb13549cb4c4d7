//! How the city counts, and the key to abbreviations.

use super::listing::{Listing, text};
use crate::labels::workbook::Words;
use crate::labels::{names, summary};
use crate::thai;
use crate::write::{Consolidated, count};
use std::collections::BTreeSet;

/// The list of rules and abbreviations.
pub fn listing(result: &Consolidated, words: &Words) -> Listing {
    let (vocab, lang) = (result.vocab, result.lang);
    let rules = summary::counting(lang).into_iter().map(|rule| vec![text(""), text(rule)]);
    let counts = count(result);
    let reported = result.register.entries.iter().flat_map(|entry| &entry.engagement.departments.value);
    let codes: BTreeSet<&String> =
        reported.chain(counts.coverage.departments.iter().map(|(code, _)| code)).collect();
    let mut keys: Vec<(String, String)> = codes
        .into_iter()
        .map(|code| (names::department_short(vocab, lang, code), names::department(vocab, lang, code)))
        .filter(|(short, name)| short != name)
        .collect();
    keys.sort_by_cached_key(|(short, _)| thai::alphabetical(short));
    let keys = keys.into_iter().map(|(short, name)| vec![text(short), text(name)]);
    Listing {
        sheet: words.sheet_counting,
        note: words.counting_note,
        columns: vec![(words.abbreviation, 20.0), (words.meaning, 120.0)],
        printed: 2,
        frozen: 0,
        rows: rules.chain(keys).collect(),
    }
}
