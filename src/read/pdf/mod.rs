//! PDF to pages of lines and tables.

pub mod drawn;

use super::{Opened, Unreadable};
use crate::model::{Place, Report};

/// Reads a PDF.
///
/// # Errors
/// If it is damaged beyond reading or locked with a password.
pub fn read(report: &Report, _bytes: &[u8]) -> Result<Opened, Unreadable> {
    Err(super::Refused::Unsupported.unreadable(&Place::file(&report.file)))
}
