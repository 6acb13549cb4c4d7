//! Bytes to document. The only place that names the readers' libraries.

pub mod excel;
pub mod pdf;
mod sniff;
mod text;
mod xml;

pub use sniff::{OWN_MARK, Sniffed, sniff};

use crate::model::{Document, FileStatus, Format, Report};
use crate::problem::Problem;

/// A document that could be opened, with what a person should know about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The content.
    pub document: Document,
    /// What is doubtful or missing.
    pub problems: Vec<Problem>,
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
    match report.format {
        Format::Xlsx | Format::Xls | Format::Xlsb | Format::Ods => excel::read(report, bytes),
        Format::Html | Format::Csv | Format::Unknown => Err(excel::unsupported(report)),
        Format::Pdf => pdf::read(report, bytes),
    }
}
