//! `data/engagements.csv`: the same rows for spreadsheet programs.

use super::engagements::{self, Row, SourceRow};
use crate::write::Consolidated;

/// Makes the file: UTF-8 with a byte order mark, which Excel needs to see that it is UTF-8.
pub fn make(result: &Consolidated) -> Result<Vec<u8>, String> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    writer.write_record(HEADINGS).map_err(|e| e.to_string())?;
    for row in engagements::rows(result) {
        writer.write_record(fields(&row)).map_err(|e| e.to_string())?;
    }
    writer.into_inner().map_err(|e| e.to_string())
}

const HEADINGS: [&str; 30] = [
    "id",
    "title",
    "start",
    "end",
    "date_precision",
    "expires",
    "status",
    "type",
    "group",
    "countries",
    "cities",
    "organisations",
    "themes",
    "policies",
    "sdgs",
    "departments",
    "supported_department",
    "counterpart",
    "counterpart_rank",
    "lead",
    "venue",
    "mode",
    "participants",
    "budget_thb",
    "outcome",
    "obstacles",
    "next_steps",
    "contact",
    "sources",
    "warnings",
];

fn fields(row: &Row) -> [String; 30] {
    let codes = |themes: &[crate::model::Theme]| joined(themes.iter().map(|theme| theme.code().to_owned()));
    [
        safe(row.id),
        safe(row.title),
        plain(row.start.as_ref()),
        plain(row.end.as_ref()),
        row.date_precision.code().to_owned(),
        plain(row.expires.as_ref()),
        row.status.code().to_owned(),
        row.kind.code().to_owned(),
        row.group.code().to_owned(),
        safe(&row.countries.join("; ")),
        safe(&row.cities.join("; ")),
        safe(&row.organisations.join("; ")),
        codes(row.themes),
        safe(&row.policies.join("; ")),
        joined(row.sdgs.iter().map(u8::to_string)),
        safe(&row.departments.join("; ")),
        safe(row.supported_department),
        safe(row.counterpart),
        row.counterpart_rank.to_owned(),
        safe(row.lead),
        safe(row.venue),
        row.mode.to_owned(),
        plain(row.participants.as_ref()),
        plain(row.budget_thb.as_ref()),
        safe(row.outcome),
        safe(row.obstacles),
        safe(row.next_steps),
        safe(row.contact),
        safe(&joined(row.sources.iter().map(source))),
        safe(&joined(row.warnings.iter().map(|w| format!("{}: {}", w.field.code(), w.message)))),
    ]
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

fn plain<T: ToString>(value: Option<&T>) -> String {
    value.map_or_else(String::new, T::to_string)
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
