//! Every reported row behind the register's entries.

use super::follow_up::numbered;
use super::listing::{Listing, text};
use crate::labels::workbook::Words;
use crate::labels::{names, shown, spot, titles};
use crate::write::Consolidated;

/// The list of all sources, in the order of the register.
pub fn listing(result: &Consolidated, words: &Words) -> Listing {
    let lang = result.lang;
    let rows = result.register.entries.iter().enumerate().flat_map(|(at, entry)| {
        entry.sources.iter().map(move |source| {
            vec![
                numbered(words, at + 1),
                text(titles::title(result.vocab, lang, &entry.engagement)),
                text(names::department(result.vocab, lang, &source.department)),
                text(shown(&source.place.file)),
                text(spot(lang, &source.place)),
                text(&source.title),
            ]
        })
    });
    Listing {
        sheet: words.sheet_sources,
        note: words.sources_note.into(),
        columns: vec![
            (words.number, 6.0),
            (words.entry_title, 52.0),
            (words.department, 30.0),
            (words.file, 40.0),
            (words.place, 26.0),
            (words.reported_title, 60.0),
        ],
        printed: 6,
        frozen: 0,
        grouped: 0,
        rows: rows.collect(),
    }
}
