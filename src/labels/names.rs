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

/// A department's abbreviation, as tables have it; its name where it has none. In English its code, but for districts.
pub fn department_short(vocab: Vocab, lang: Lang, code: &str) -> String {
    let Some(known) = vocab.parts().names.department_of(code) else { return code.to_owned() };
    let short = pick(lang, known.short, if known.own_code && !code.contains('_') { code } else { "" });
    if short.is_empty() { department(vocab, lang, code) } else { short.to_owned() }
}

/// An organisation as it is printed in Thai: its Thai name with the short one, where one is known.
pub fn organisation(vocab: Vocab, lang: Lang, name: &str) -> String {
    let thai = pick(lang, vocab.parts().names.thai_name_of_organisation(name), None);
    thai.map_or_else(|| name.to_owned(), |thai| format!("{thai} ({name})"))
}

/// A city: its Thai name where the lists have one.
pub fn city(vocab: Vocab, lang: Lang, name: &str) -> String {
    let thai = pick(lang, vocab.parts().names.thai_name_of_city(name), None);
    thai.unwrap_or(name).to_owned()
}
