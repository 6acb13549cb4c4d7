//! `summary.pdf`: what a governor reads, set by typst from templates and one file of data.

mod content;
mod results;
mod rows;
mod timeline;

pub use rows::cut;

use crate::write::{Consolidated, count_chosen, typeset};

/// Its name.
pub const NAME: &str = "summary.pdf";

/// Makes the summary.
///
/// # Errors
/// The library's own words; its warnings count as errors.
pub fn make(result: &Consolidated) -> Result<Vec<u8>, String> {
    let content = content::content(result, &count_chosen(result)).map_err(|e| e.to_string())?;
    typeset::typeset(typeset::SUMMARY, &content, result.as_of).map(|set| set.pdf)
}
