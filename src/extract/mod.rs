//! Document to records: where each activity stands, and what every other row is.

use crate::model::{Document, Extract};

/// Finds the records of a document. `file` is the path relative to the inbox, which may name department and period.
#[must_use]
pub fn extract(_file: &str, _document: &Document) -> Extract {
    Extract::default()
}
