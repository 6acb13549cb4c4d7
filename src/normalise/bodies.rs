//! Bodies that no vocabulary knows: kept as reported, so that a person can look and the vocabulary can grow.

use super::gist::{Gist, Part};
use crate::model::Role;
use crate::thai::{self, is_thai};
use crate::vocab::gazetteer::Name;
use crate::vocab::grammar::GRAMMAR;
use crate::vocab::words::{BODY_WORDS, Hit, SIDES};
use std::ops::Range;

/// A name has so many small letters and capitals at least: `WaterAid`, `Pure Earth`; not `Zoom`, not `BTS`.
const NAME: usize = 4;
const CAPITALS: usize = 2;

/// A body that is in no vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnknownBody {
    /// Its name as reported.
    pub name: String,
    /// True for a company, school or association, which is no international organisation.
    pub private: bool,
}

/// The unknown bodies on the foreign side, none twice.
#[must_use]
pub fn unknown(gist: &Gist) -> Vec<UnknownBody> {
    let mut bodies: Vec<UnknownBody> = Vec::new();
    let columns = gist.counterparts().flat_map(|part| match in_column(part) {
        Some(name) => vec![UnknownBody { name, private: false }],
        None => in_text(part),
    });
    for body in columns.chain(gist.titles().flat_map(in_text)) {
        if !bodies.iter().any(|other| other.name.contains(&body.name)) {
            bodies.push(body);
        }
    }
    bodies
}

/// A body that fills a text that should name the foreign side.
#[must_use]
pub fn in_column(part: &Part) -> Option<String> {
    let silent = part.role == Role::Country
        || part.names_mission()
        || part.names.iter().any(|m| !is_place(m.name))
        || part.hits(&SIDES).iter().any(is_private);
    if silent {
        return None;
    }
    let in_place = |hit: &Hit| part.names.iter().any(|m| m.start <= hit.start && hit.end <= m.end);
    let first = part.hits(&BODY_WORDS).iter().find(|hit| !in_place(hit))?;
    let latin = part.text.get(first.start..first.end)?.is_ascii();
    let name = if latin { part.text.as_str() } else { part.text.get(first.start..)? };
    let name = name.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
    (name.chars().count() > 6).then(|| name.to_owned())
}

/// The bodies with names in Latin letters in running text: `Clean Air Fund`, `มูลนิธิ Konrad Adenauer`.
#[must_use]
pub fn in_text(part: &Part) -> Vec<UnknownBody> {
    let known = |range: &Range<usize>| {
        part.names.iter().any(|m| !is_place(m.name) && m.start < range.end && range.start < m.end)
    };
    latin_names(&part.text)
        .into_iter()
        .filter(|range| !known(range))
        .filter_map(|range| body(part, range))
        .filter(|body| body.name.chars().count() > 6 && !is_domestic(&body.name))
        .collect()
}

/// A name in Latin letters that is in no list and stands where a side stands: at the beginning, or behind a word for the
/// other side. Nothing says that it is a body, so that it is none, but it is not passed over.
#[must_use]
pub fn side_in_text(part: &Part) -> Option<String> {
    let known = |range: &Range<usize>| {
        part.names.iter().any(|m| m.start < range.end && range.start < m.end)
            || part.hits(&SIDES).iter().any(|hit| hit.start < range.end && range.start < hit.end)
    };
    let stands = |range: &Range<usize>| {
        let before = part.slice(0, range.start).trim_end();
        before.is_empty() || GRAMMAR.partner.iter().any(|word| before.ends_with(word))
    };
    let names = latin_names(&part.text).into_iter();
    names
        .filter(|range| !known(range) && stands(range))
        .map(|range| part.slice(range.start, range.end))
        .find(|name| is_name(name) && !is_domestic(name))
        .map(str::to_owned)
}

/// True for several words, or one that is more than an abbreviation.
fn is_name(name: &str) -> bool {
    let small = name.chars().filter(char::is_ascii_lowercase).count();
    small >= NAME && name.chars().filter(char::is_ascii_uppercase).count() >= CAPITALS
}

/// The body that a name in Latin letters is: by a word of bodies at its end, before `of`, or in Thai before it.
fn body(part: &Part, range: Range<usize>) -> Option<UnknownBody> {
    let before = part.text.get(..range.start)?.trim_end_matches([' ', '"', '\u{201c}', '(']).len();
    let thai = |hit: &&Hit| hit.end == before && part.slice(hit.start, hit.end).chars().all(is_thai);
    let named =
        |start: usize, private| UnknownBody { name: part.slice(start, range.end).to_owned(), private };
    if let Some(hit) = part.hits(&SIDES).iter().filter(|hit| is_private(hit)).find(thai) {
        return Some(named(hit.start, true));
    }
    if let Some(hit) = part.hits(&BODY_WORDS).iter().filter(|hit| is_firm(hit)).find(thai) {
        return Some(named(hit.start, false));
    }
    let closes = |hit: &&Hit| {
        let inside = range.start <= hit.start && hit.end <= range.end;
        let rest = part.slice(hit.end, range.end);
        inside && (rest.is_empty() || rest == "." || rest.starts_with(" of ") || rest.starts_with(" for "))
    };
    let several = part.slice(range.start, range.end).contains(' ');
    if part.hits(&SIDES).iter().filter(|hit| is_private(hit)).any(|hit| closes(&hit)) {
        return several.then(|| named(range.start, true));
    }
    let firm = part.hits(&BODY_WORDS).iter().filter(|hit| is_firm(hit)).any(|hit| closes(&hit));
    (firm && several).then(|| named(range.start, false))
}

/// Runs of capitalised Latin words with the small words between them.
fn latin_names(text: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut run: Option<Range<usize>> = None;
    let mut close = |run: &mut Option<Range<usize>>| names.extend(run.take());
    for word in latin_words(text) {
        let written = text.get(word.clone()).unwrap_or_default();
        if GRAMMAR.between_capitals.contains(&written) {
            continue;
        }
        let capital = written.starts_with(|c: char| c.is_uppercase() || thai::is_digit(c) || c == '&');
        let title = GRAMMAR.before_body.contains(&written.trim_end_matches('.'));
        if !capital || title {
            close(&mut run);
            continue;
        }
        let joined = run.clone().filter(|run| {
            text.get(run.end..word.start).is_some_and(|between| {
                between.split(' ').all(|small| small.is_empty() || GRAMMAR.between_capitals.contains(&small))
            })
        });
        if joined.is_none() {
            close(&mut run);
        }
        run = Some(joined.map_or(word.start, |run| run.start)..word.end);
    }
    close(&mut run);
    names
}

/// The words in Latin letters, without the signs around them.
fn latin_words(text: &str) -> Vec<Range<usize>> {
    let of_word = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '&' | '-' | '\'' | '\u{2019}' | '.')
            || (!c.is_ascii() && !is_thai(c) && c.is_alphabetic())
    };
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| of_word(*c)) {
        match words.last_mut() {
            Some(last) if last.end == at => last.end += c.len_utf8(),
            _ => words.push(at..at + c.len_utf8()),
        }
    }
    words
}

fn is_domestic(name: &str) -> bool {
    name.split(' ').any(|word| GRAMMAR.domestic.contains(&word))
}

/// True for a word of bodies that also stands for one in running text.
fn is_firm(hit: &Hit) -> bool {
    BODY_WORDS.field(hit.row, 0) == "body"
}

fn is_private(hit: &Hit) -> bool {
    SIDES.field(hit.row, 0) == "private"
}

fn is_place(name: Name) -> bool {
    matches!(name, Name::City(_) | Name::Country(_))
}
