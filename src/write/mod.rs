//! Register to bytes. The only place that names the writers' libraries. One file an output.

use crate::labels::Lang;
use crate::model::{Audit, Register, Report, Reported};
use crate::problem::Failure;
use jiff::civil::Date;

/// Everything that the outputs are made from.
#[derive(Debug, Clone)]
pub struct Consolidated {
    /// The merged list.
    pub register: Register,
    /// Every file of the inbox, ordered by path, with what it gave.
    pub files: Vec<(Report, Reported)>,
    /// The rows of all files counted.
    pub audit: Audit,
    /// Language of the workbook and the summary.
    pub lang: Lang,
    /// The day that decides what lies ahead.
    pub as_of: Date,
}

/// An output of a run: its path within the outbox and the function that makes its bytes.
pub struct Output {
    /// Path relative to the outbox, with `/`.
    pub path: &'static str,
    /// Makes the bytes; the error is the library's own words.
    pub make: fn(&Consolidated) -> Result<Vec<u8>, String>,
}

/// The outputs, in the order in which they are named to the user. `data/run.json` comes last and lists them.
pub const OUTPUTS: &[Output] = &[];

/// Makes all outputs: path within the outbox and bytes, `data/run.json` last.
///
/// # Errors
/// If one of them cannot be made.
pub fn all(result: &Consolidated) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    OUTPUTS
        .iter()
        .map(|output| match (output.make)(result) {
            Ok(bytes) => Ok((output.path.to_owned(), bytes)),
            Err(detail) => Err(Failure::Output { path: output.path.to_owned(), detail }),
        })
        .collect()
}
