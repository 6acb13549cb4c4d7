//! International organisations, networks and agencies, by their canonical names; unknown bodies as reported.

use super::gist::{Gist, Part};
use crate::model::{Doubt, Kind, Reading, Role};
use crate::vocab::gazetteer::{self, Name};
use crate::vocab::words::{BODY_WORDS, Hit, SIDES};
use std::collections::BTreeSet;

/// The organisations, as sorted names.
#[must_use]
pub fn organisations(gist: &Gist, kind: Kind) -> Reading<Vec<String>> {
    let mut names = BTreeSet::new();
    let mut raw = Vec::new();
    let mut doubts = Vec::new();
    for part in gist.counterparts().chain(gist.titles()) {
        for mention in &part.names {
            let Name::Organisation(at) = mention.name else { continue };
            let written = part.text.get(mention.start..mention.end).unwrap_or_default().to_owned();
            let name = gazetteer::organisation(at).name;
            if mention.misspelt {
                doubts.push(Doubt::SpellingMatched { written: written.clone(), taken: name.to_owned() });
            }
            if names.insert(name.to_owned()) {
                raw.push(written);
            }
        }
    }
    if names.is_empty() {
        let unknown = gist.counterparts().filter(|_| kind != Kind::SupportService).find_map(unknown_body);
        return unknown.map_or_else(Reading::default, |body| {
            let doubt = Doubt::UnknownBody { written: body.clone() };
            Reading::guess(vec![body.clone()], body, doubt)
        });
    }
    let reading = Reading::certain(names.into_iter().collect(), raw.join("; "));
    doubts.into_iter().fold(reading, Reading::doubted)
}

/// A body that no vocabulary knows, named in a text that should name the foreign side.
#[must_use]
pub fn unknown_body(part: &Part) -> Option<String> {
    let silent =
        part.role == Role::Country || part.names_mission() || part.names.iter().any(|m| !is_place(m.name));
    if silent || is_private(part) {
        return None;
    }
    let in_place = |hit: &Hit| part.names.iter().any(|m| m.start <= hit.start && hit.end <= m.end);
    let first = part.hits(&BODY_WORDS).iter().find(|hit| !in_place(hit))?;
    let latin = part.text.get(first.start..first.end)?.is_ascii();
    let name = if latin { part.text.as_str() } else { part.text.get(first.start..)? };
    let name = name.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
    (name.chars().count() > 6).then(|| name.to_owned())
}

fn is_place(name: Name) -> bool {
    matches!(name, Name::City(_) | Name::Country(_))
}

fn is_private(part: &Part) -> bool {
    part.hits(&SIDES).iter().any(|hit| SIDES.field(hit.row, 0) == "private")
}
