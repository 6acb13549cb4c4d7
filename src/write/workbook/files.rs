//! Every file of the inbox and what became of it.

use super::listing::{Listing, Value, number, running, text};
use crate::labels::workbook::Words;
use crate::labels::{calendar, codes, names, problems, shown};
use crate::model::Processed;
use crate::write::Consolidated;

/// The list of all files, ordered by path.
pub fn listing(result: &Consolidated, words: &Words) -> Listing {
    let lang = result.lang;
    let rows = result.files.iter().enumerate().map(|(at, Processed { report, reported })| {
        let department = reported.department.as_ref();
        vec![
            running(at),
            text(shown(&report.file)),
            Value::Text(codes::file_status(lang, reported.status).to_owned())
                .flagged(reported.status.needs_person()),
            text(department.map_or_else(String::new, |code| names::department(result.vocab, lang, code))),
            text(reported.period.map_or_else(String::new, |period| calendar::period(lang, period))),
            number(reported.audit.records),
            number(reported.audit.international),
            number(reported.audit.domestic),
            text(problems::file_message(result.vocab, lang, reported)),
            text(codes::format(lang, report.format)),
        ]
    });
    Listing {
        sheet: words.sheet_files,
        note: words.files_note.into(),
        columns: vec![
            (words.number, 6.0),
            (words.file, 46.0),
            (words.status, 26.0),
            (words.department, 30.0),
            (words.period, 18.0),
            (words.rows, 11.0),
            (words.engagements, 13.0),
            (words.domestic, 10.0),
            (words.note, 60.0),
            (words.format, 18.0),
        ],
        printed: 10,
        frozen: 0,
        grouped: 0,
        rows: rows.collect(),
    }
}
