//! PDF to pages of lines and tables.

pub mod drawn;

use super::{Opened, Unreadable};
use crate::model::Report;

/// Reads a PDF.
///
/// # Errors
/// If it is damaged beyond reading or locked with a password.
pub fn read(report: &Report, _bytes: &[u8]) -> Result<Opened, Unreadable> {
    Err(super::excel::unsupported(report))
}
