//! Words of problems.

use super::Lang;
use crate::model::Reported;
use crate::problem::Problem;

/// A problem on one line, with its place.
#[must_use]
pub fn line(_lang: Lang, problem: &Problem) -> String {
    format!("{:?}: {:?}", problem.place, problem.what)
}

/// What a person can do about a file.
#[must_use]
pub fn file_message(lang: Lang, reported: &Reported) -> String {
    reported.problems.first().map(|problem| line(lang, problem)).unwrap_or_default()
}
