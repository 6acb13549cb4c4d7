//! Record to engagement: what is written becomes what is meant, or a doubt. One file a field.

pub mod dates;

use crate::model::{Extract, Understood};
use crate::problem::Problem;

/// What is understood of a report's records.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Normalised {
    /// Every record with what was understood of it, in the order of the records.
    pub understood: Vec<Understood>,
    /// Code of the department that the report as a whole names.
    pub department: Option<String>,
    /// Period that the report as a whole names, as `YYYY-MM` or `YYYY`, common era.
    pub period: Option<String>,
    /// What a person should know.
    pub problems: Vec<Problem>,
}

/// Understands the records of one report.
#[must_use]
pub fn normalise(_file: &str, _extract: &Extract) -> Normalised {
    Normalised::default()
}
