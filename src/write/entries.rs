//! Entries of the register as outputs show them: under their number, and only with what says something.

use super::{Consolidated, Counts, counts};
use crate::labels::names;
use crate::model::{Engagement, Entry, Status};
use crate::thai;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// An entry with its number in the register, as the workbook has it.
pub type Numbered<'a> = (usize, &'a Entry);

/// The register's entries with their numbers.
pub fn numbered(result: &Consolidated) -> impl Iterator<Item = Numbered<'_>> {
    result.register.entries.iter().enumerate().map(|(at, entry)| (at + 1, entry))
}

/// First day, or the last where only that is known.
pub fn when(e: &Engagement) -> Option<Date> {
    e.period.value.start.or(e.period.value.end)
}

/// Those that were held.
pub fn held(result: &Consolidated) -> impl Iterator<Item = Numbered<'_>> {
    numbered(result).filter(|(_, entry)| entry.engagement.status.value == Status::Held)
}

/// Those of the period that was chosen.
pub fn chosen(result: &Consolidated) -> impl Iterator<Item = Numbered<'_>> {
    numbered(result).filter(|(_, entry)| counts::is_of(&entry.engagement, result.period))
}

/// Those of the period that was chosen that were held.
pub fn held_then(result: &Consolidated) -> impl Iterator<Item = Numbered<'_>> {
    chosen(result).filter(|(_, entry)| entry.engagement.status.value == Status::Held)
}

/// What a column says in which reports often say nothing; `None` then.
pub fn told(result: &Consolidated, text: &str) -> Option<String> {
    let empty = &result.vocab.grammar.says_nothing;
    let says = |part: &&str| {
        let plain = thai::one_line(part).to_lowercase();
        let plain = plain.trim_matches(|c: char| !c.is_alphanumeric() && !thai::is_above_or_below(c));
        !plain.is_empty() && !empty.contains(&plain)
    };
    let told: Vec<&str> = text.split(['\n', ';']).map(str::trim).filter(says).collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// The abbreviations of departments that report, with what they stand for, by the alphabet.
pub fn abbreviations(result: &Consolidated, counts: &Counts) -> Vec<(String, String)> {
    let (vocab, lang) = (result.vocab, result.lang);
    let reported = result.register.entries.iter().flat_map(|entry| &entry.engagement.departments.value);
    let codes: BTreeSet<&String> =
        reported.chain(counts.coverage.departments.iter().map(|(code, _)| code)).collect();
    let named =
        |code: &String| (names::department_short(vocab, lang, code), names::department(vocab, lang, code));
    let mut named: Vec<(String, String)> =
        codes.into_iter().map(named).filter(|(short, name)| short != name).collect();
    named.sort_by_cached_key(|(short, _)| thai::alphabetical(short));
    named
}
