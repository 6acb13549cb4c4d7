//! Rows taken as domestic, so that an officer can see that nothing is lost.

use super::listing::{Listing, running, text};
use crate::labels::workbook::Words;
use crate::labels::{names, reasons, shown, spot};
use crate::model::{FileStatus, International, Processed};
use crate::write::Consolidated;

/// The list of all domestic rows, in the order of the files.
pub fn listing(result: &Consolidated, words: &Words) -> Listing {
    let lang = result.lang;
    // The rows of a report that was replaced stand in the one that replaces it.
    let valid =
        result.files.iter().filter(|Processed { reported, .. }| reported.status != FileStatus::SupersededBy);
    let domestic = valid.flat_map(|Processed { report, reported }| {
        reported
            .understood
            .iter()
            .filter(|understood| understood.verdict.international == International::No)
            .map(move |understood| (report, reported, understood))
    });
    let rows = domestic.enumerate().map(|(at, (report, reported, understood))| {
        let engagement = &understood.engagement;
        let department = engagement.departments.value.first().or(reported.department.as_ref());
        vec![
            running(at),
            text(&engagement.title.value),
            text(department.map_or_else(String::new, |code| names::department(result.vocab, lang, code))),
            text(shown(&report.file)),
            text(spot(lang, &engagement.place)),
            text(reasons::reasons(lang, &understood.verdict.reasons)),
        ]
    });
    Listing {
        sheet: words.sheet_aside,
        note: words.aside_note.into(),
        columns: vec![
            (words.number, 6.0),
            (words.reported_title, 70.0),
            (words.department, 30.0),
            (words.file, 40.0),
            (words.place, 26.0),
            (words.reason, 40.0),
        ],
        printed: 6,
        frozen: 0,
        grouped: 0,
        rows: rows.collect(),
    }
}
