//! Reading workbooks and tables, as text in and text out.

mod beside;
mod budget;
mod damage;
mod misdecoded;
mod old;
mod open_document;
mod tables;
mod xlsb;
mod xlsx;

use focalpoint::model::{Body, FileStatus, Format, Grid, Report, Sheet, Value};
use focalpoint::problem::Severity;
use focalpoint::read::{Opened, Unreadable, read};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

fn report(format: Format, file: &str) -> Report {
    Report { file: file.to_owned(), size: 0, sha256: String::new(), format }
}

fn opened(format: Format, file: &str, bytes: &[u8]) -> Opened {
    read(&report(format, file), bytes).unwrap()
}

/// The sheets of a file that reads whole.
fn sheets(format: Format, file: &str, bytes: &[u8]) -> Vec<Sheet> {
    let opened = opened(format, file, bytes);
    assert!(!opened.document.partial, "{:?}", opened.problems);
    of(opened)
}

fn of(opened: Opened) -> Vec<Sheet> {
    match opened.document.body {
        Body::Sheets(sheets) => sheets,
        Body::Pages(_) => panic!("pages"),
    }
}

fn unreadable(format: Format, bytes: &[u8]) -> Unreadable {
    read(&report(format, "แฟ้ม"), bytes).unwrap_err()
}

fn status(format: Format, bytes: &[u8]) -> FileStatus {
    unreadable(format, bytes).status
}

/// What a person should know, as `severity What place`.
fn problems(opened: &Opened) -> Vec<String> {
    opened
        .problems
        .iter()
        .map(|problem| {
            let severity = match problem.severity {
                Severity::Note => "note",
                Severity::Warning => "warning",
                Severity::Error => "error",
            };
            let what = format!("{:?}", problem.what);
            format!("{severity} {}", what.split([' ', '{']).next().unwrap())
        })
        .collect()
}

/// A grid as `A1 value` lines, then what is merged and hidden.
fn shown(grid: &Grid) -> String {
    let mut text = String::new();
    for ((row, column), cell) in &grid.cells {
        let value = match &cell.value {
            Value::Text(text) => text.replace('\n', "⏎"),
            Value::Number(number) => format!("={number}"),
            Value::Date(date) => format!("@{date}"),
            Value::Bool(truth) => format!("?{truth}"),
            Value::Error(error) => format!("!{error}"),
        };
        let flaw = cell.flaw.map(|flaw| format!(" {flaw:?}")).unwrap_or_default();
        writeln!(text, "{} {value}{flaw}", name(*row, *column)).unwrap();
    }
    for span in &grid.merged {
        writeln!(text, "{}:{} merged", name(span.top, span.left), name(span.bottom, span.right)).unwrap();
    }
    if !grid.hidden_rows.is_empty() {
        writeln!(text, "rows {:?} hidden", grid.hidden_rows.iter().map(|row| row + 1).collect::<Vec<_>>())
            .unwrap();
    }
    if !grid.hidden_columns.is_empty() {
        writeln!(text, "columns {:?} hidden", grid.hidden_columns.iter().map(|c| c + 1).collect::<Vec<_>>())
            .unwrap();
    }
    text
}

/// `B2`; tests have no more than 26 columns.
fn name(row: u32, column: u32) -> String {
    format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1)
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
