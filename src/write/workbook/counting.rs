//! How the city counts, and the key to abbreviations.

use super::listing::{Listing, text};
use crate::labels::summary;
use crate::labels::workbook::Words;
use crate::write::entries::abbreviations;
use crate::write::{Consolidated, count};

/// The list of rules and abbreviations.
pub fn listing(result: &Consolidated, words: &Words) -> Listing {
    let rules = summary::counting(result.lang).into_iter().map(|rule| vec![text(""), text(rule)]);
    let keys = abbreviations(result, &count(result));
    let keys = keys.into_iter().map(|(short, name)| vec![text(short), text(name)]);
    Listing {
        sheet: words.sheet_counting,
        note: words.counting_note.into(),
        columns: vec![(words.abbreviation, 20.0), (words.meaning, 120.0)],
        printed: 2,
        frozen: 0,
        grouped: 0,
        rows: rules.chain(keys).collect(),
    }
}
