//! `data/engagements.csv`: the same rows for spreadsheet programs.

use super::engagements::{self, Row, SourceRow};
use crate::write::Consolidated;
use std::iter;

/// Makes the file: UTF-8 with a byte order mark, which Excel needs to see that it is UTF-8.
pub fn make(result: &Consolidated) -> Result<Vec<u8>, String> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    writer.write_record(headings()).map_err(|e| e.to_string())?;
    for row in engagements::rows(result) {
        writer.write_record(fields(&row)).map_err(|e| e.to_string())?;
    }
    writer.into_inner().map_err(|e| e.to_string())
}

fn headings() -> impl Iterator<Item = &'static str> {
    iter::once("id").chain(engagements::keys()).chain(["sources", "warnings"])
}

fn fields(row: &Row) -> Vec<String> {
    let values = row.fields.iter().map(|(_, datum)| datum.written());
    let sources = joined(row.sources.iter().map(source));
    let warnings = joined(row.warnings.iter().map(|w| format!("{}: {}", w.field.code(), w.message)));
    let cells = iter::once(row.id.to_owned()).chain(values).chain([sources, warnings]);
    cells.map(|cell| safe(&cell)).collect()
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

/// `file#sheet!row` or `file#page`.
fn source(source: &SourceRow) -> String {
    let file = source.file;
    match (source.sheet, source.row, source.page) {
        (Some(sheet), Some(row), _) => format!("{file}#{sheet}!{row}"),
        (Some(sheet), None, _) => format!("{file}#{sheet}"),
        (None, _, Some(page)) => format!("{file}#{page}"),
        (None, _, None) => file.to_owned(),
    }
}

/// Text that no spreadsheet program takes for a formula: one that begins like a formula gets an apostrophe before it.
/// After OWASP, CSV Injection; the full-width signs are read as formulas by Excel in East Asian set-ups.
fn safe(text: &str) -> String {
    let risky = text
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    if risky { format!("'{text}") } else { text.to_owned() }
}
