//! `summary.pdf`: what a governor reads, set by typst from templates and one file of data.

mod content;
mod results;
mod rows;
mod timeline;

pub use rows::cut;

use crate::write::{Consolidated, count_chosen, typeset};
use std::collections::BTreeSet;

/// Its name.
pub const NAME: &str = "summary.pdf";

/// Makes the summary.
///
/// # Errors
/// The library's own words; its warnings count as errors.
pub fn make(result: &Consolidated) -> Result<Vec<u8>, String> {
    let mut content = content::content(result, &count_chosen(result)).map_err(|e| e.to_string())?;
    // What runs over a page's end may leave the next one nearly empty: the part behind it goes on there.
    let mut runs_on: BTreeSet<String> = BTreeSet::new();
    loop {
        content["runs_on"] = runs_on.iter().cloned().collect();
        let set = typeset::typeset(typeset::SUMMARY, &content, result.as_of)?;
        let known = runs_on.len();
        runs_on.extend(set.after_gap);
        if runs_on.len() == known {
            return Ok(set.pdf);
        }
    }
}
