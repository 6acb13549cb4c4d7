//! Workbooks to sheets of typed cells.

mod beside;
mod biff;
mod biff_notes;
mod format_code;
pub(super) mod ods;
pub(super) mod outline;
pub(super) mod package;
pub(super) mod value;
pub(super) mod xls;
pub(super) mod xlsb;
mod xlsb_records;
pub(super) mod xlsx;

use crate::model::Counted;

/// First bytes of a compound file: an old workbook, or a newer one locked with a password.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// Sheets that are read of one workbook; what comes after is reported as left out.
pub(super) const SHEETS: usize = Counted::Sheets.most() as usize;
