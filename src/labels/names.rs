//! Names of countries and departments by their codes.

use super::{Lang, pick};
use crate::vocab::Vocab;

/// A country's usual name; the code itself if it is not a known one.
pub fn country(vocab: Vocab, lang: Lang, code: &str) -> String {
    known_country(vocab, lang, code).unwrap_or(code).to_owned()
}

/// A department's name; the code itself if it is not a known one.
pub fn department(vocab: Vocab, lang: Lang, code: &str) -> String {
    known_department(vocab, lang, code).unwrap_or(code).to_owned()
}

/// A known country's usual name.
pub fn known_country(vocab: Vocab, lang: Lang, code: &str) -> Option<&'static str> {
    vocab.parts().names.country_of(code).map(|country| pick(lang, country.thai, country.english))
}

/// A known department's name.
pub fn known_department(vocab: Vocab, lang: Lang, code: &str) -> Option<&'static str> {
    let department = vocab.parts().names.department_of(code)?;
    // Some offices have no official English name in the list.
    Some(pick(lang, department.thai, department.english))
        .filter(|name| !name.is_empty())
        .or(Some(department.thai))
}
