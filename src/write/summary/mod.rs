//! `summary.pdf`: what a governor reads, set by typst from templates and one file of data.

mod content;
mod copyable;
mod results;
mod rows;
mod timeline;
mod unbroken;
mod world;

use crate::write::{Consolidated, count_chosen};

/// Its name.
pub const NAME: &str = "summary.pdf";

/// Makes the summary.
///
/// # Errors
/// The library's own words; its warnings count as errors.
pub fn make(result: &Consolidated) -> Result<Vec<u8>, String> {
    let content = content::content(result, &count_chosen(result)).map_err(|e| e.to_string())?;
    let data = serde_json::to_vec(&content).map_err(|e| e.to_string())?;
    let made = world::typeset(data, result.as_of);
    // Typst remembers layouts for the next document; there is none, and the memory is large.
    comemo::evict(0);
    made
}
