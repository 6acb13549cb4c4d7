//! Workbooks to sheets of typed cells.

use super::{Opened, Unreadable};
use crate::model::{FileStatus, Place, Report};
use crate::problem::{Problem, What};

/// Reads a workbook.
///
/// # Errors
/// If it is damaged or locked with a password.
pub fn read(report: &Report, _bytes: &[u8]) -> Result<Opened, Unreadable> {
    Err(unsupported(report))
}

/// The answer for a file that is in no format that is read.
#[must_use]
pub fn unsupported(report: &Report) -> Unreadable {
    Unreadable {
        status: FileStatus::Unsupported,
        problem: Problem::error(Place::file(&report.file), What::UnsupportedFormat),
    }
}
