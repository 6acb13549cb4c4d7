//! Bytes to document. The only place that names the readers' libraries.

mod book;
mod budget;
mod drawn;
mod excel;
mod fill;
mod markup;
mod misdecoded;
mod page;
pub mod pdf;
mod scan;
mod separated;
mod sniff;
mod spreadsheet_xml;
mod tags;
mod text;
mod word;
mod xml;

pub use scan::{MOST as SCAN_PIXELS, scan};
pub use sniff::{Sniffed, sniff};

use crate::model::{Body, Counted, Document, FileStatus, Format, Place, Recognised, Report, Sheet};
use crate::problem::{Problem, What};
use book::{Book, Refused};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A document that could be opened, with what a person should know about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The content.
    pub document: Document,
    /// What is doubtful or missing.
    pub problems: Vec<Problem>,
    /// Files that it carries, in their order.
    pub attachments: Vec<Attachment>,
}

/// A file that a document carries.
#[derive(Debug, Clone, PartialEq)]
pub struct Attachment {
    /// Its name without folders, as written; no other attachment of the document has it. It may be empty.
    pub name: String,
    /// Its bytes, or the status that it gets and why it could not be unpacked.
    pub content: Result<Vec<u8>, (FileStatus, What)>,
}

/// A document that could not be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    /// The status that the file gets.
    pub status: FileStatus,
    /// Why, and what to do.
    pub problem: Problem,
}

/// Reads a report's bytes by the format that its content shows.
///
/// # Errors
/// If nothing of it can be read: damaged, locked with a password, or not a format that is read.
pub fn read(report: &Report, bytes: &[u8]) -> Result<Opened, Unreadable> {
    read_with(report, bytes, &[])
}

/// The same, with what was recognised in the pictures of its pages.
///
/// # Errors
/// As `read`.
pub fn read_with(report: &Report, bytes: &[u8], recognised: &[Recognised]) -> Result<Opened, Unreadable> {
    let place = Place::file(&report.file);
    let book = match report.format {
        Format::Pdf => {
            return pdf::read(report, bytes, recognised).map(|opened| named_otherwise(report, opened));
        }
        Format::Picture => {
            return scan::read(report, recognised).map(|opened| named_otherwise(report, opened));
        }
        Format::Docx => {
            let opened = word::read(bytes, &place).map_err(|refused| refused.unreadable(&place))?;
            return Ok(named_otherwise(report, opened));
        }
        Format::Xlsx => caught(|| excel::xlsx::read(bytes, &place)),
        Format::Xlsb => caught(|| excel::xlsb::read(bytes, &place)),
        Format::Xls => caught(|| excel::xls::read(bytes, &place)),
        Format::Ods => excel::ods::read(bytes, &place),
        Format::Html => markup::read(bytes, &place),
        Format::Csv => separated::read(bytes, &place),
        Format::Unknown => Err(Refused::Unsupported),
    };
    let opened = book.and_then(|book| book.opened(&place)).map_err(|refused| refused.unreadable(&place))?;
    Ok(named_otherwise(report, opened))
}

/// Looks whether a workbook can be laid out in memory, with all cells between the first and the last of each sheet.
///
/// # Errors
/// If it cannot be read, or holds more than is read of one.
pub fn check(name: &str, bytes: &[u8]) -> Result<(), What> {
    let format = match sniff(name, bytes) {
        Sniffed::Format(format) | Sniffed::Review(format) | Sniffed::Settings(format) => format,
        // What opens it says what it is.
        Sniffed::Own | Sniffed::Other(_) => return Ok(()),
    };
    let report = Report { file: name.to_owned(), size: bytes.len() as u64, sha256: String::new(), format };
    let opened = read(&report, bytes).map_err(|unreadable| unreadable.problem.what)?;
    let over = opened.problems.iter().find(|problem| matches!(problem.what, What::LeftOut { .. }));
    if let Some(problem) = over {
        return Err(problem.what.clone());
    }
    let Body::Sheets(sheets) = opened.document.body else { return Err(What::UnsupportedFormat) };
    let laid_out = |sheet: &Sheet| u64::from(sheet.grid.rows()) * u64::from(sheet.grid.columns());
    if sheets.iter().map(laid_out).sum::<u64>() > Counted::Cells.limit() {
        return Err(What::LeftOut { of: Counted::Cells });
    }
    Ok(())
}

/// The result of a reader that panics on some damaged files: measured on mutated workbooks, calamine did on one in
/// seventy. For the person who sent the file it is a damaged one.
fn caught(read: impl FnOnce() -> Result<Book, Refused>) -> Result<Book, Refused> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(Refused::Broken("the reader gave up".to_owned())))
}

/// Notes a name that says another format than the content.
fn named_otherwise(report: &Report, mut opened: Opened) -> Opened {
    let name = report.file.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let endings: &[&str] = match report.format {
        Format::Xlsx => &["xlsx", "xlsm", "xltx", "xltm"],
        Format::Xls => &["xls", "xlt"],
        Format::Xlsb => &["xlsb"],
        Format::Ods => &["ods", "ots"],
        Format::Html => &["html", "htm", "xml"],
        Format::Csv => &["csv", "tsv", "tab", "txt"],
        Format::Pdf => &["pdf"],
        Format::Docx => &["docx", "docm", "dotx"],
        Format::Picture => &["jpg", "jpeg", "png", "jfif"],
        Format::Unknown => &[],
    };
    if !endings.contains(&ending.as_str()) {
        let what = What::OtherFormatThanNamed { format: report.format.code().to_owned() };
        opened.problems.insert(0, Problem::note(Place::file(&report.file), what));
    }
    opened
}
