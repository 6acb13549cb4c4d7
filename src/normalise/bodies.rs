//! Bodies that no vocabulary knows: kept as reported, so that a person can look and the vocabulary can grow.

use super::gist::{Gist, Part};
use super::latin;
use crate::model::Role;
use crate::thai::is_thai;
use crate::vocab::gazetteer::Name;
use crate::vocab::words::{BODY_WORDS, Hit, SIDES};
use std::ops::Range;

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
    latin::names(&part.text)
        .into_iter()
        .filter(|range| !known(range))
        .filter_map(|range| body(part, range))
        .filter(|body| body.name.chars().count() > 6 && !latin::is_domestic(&body.name))
        .collect()
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
