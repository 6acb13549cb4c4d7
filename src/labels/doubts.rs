//! Words of doubts.

use super::Lang;
use crate::model::Doubt;

/// Why a value should be looked at.
#[must_use]
pub fn message(_lang: Lang, doubt: &Doubt) -> String {
    format!("{doubt:?}")
}
