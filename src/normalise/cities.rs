//! Foreign cities of the counterpart or the venue.

use super::actors::{Actor, Look, What};
use super::bodies::is_in_longer;
use super::gist::{Gist, Mention, Part, Sense};
use crate::model::{Datum, Doubt, Kind, Reading, Role};
use crate::thai::is_letter;
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;
use crate::vocab::heads::Sort;
use std::collections::BTreeSet;

/// The cities, as sorted English names.
pub fn cities(gist: &Gist, kind: Kind) -> Reading<Vec<String>> {
    let mut names = BTreeSet::new();
    let mut raw = Vec::new();
    let mut doubts = Vec::new();
    for part in gist.counterparts().chain(gist.titles()).chain(gist.texts(Role::Venue)) {
        for mention in &part.names {
            let written = part.text.get(mention.start..mention.end).unwrap_or_default();
            let Some(name) = city(gist.vocab, mention.name, written) else { continue };
            // A school's or an orchestra's name may hold a town's; with the word for a town it says whose the school is.
            if is_in_longer(part, mention) && !has_word(part, mention, written) {
                continue;
            }
            let meant = match mention.sense {
                Sense::Side | Sense::Host => true,
                Sense::ThaiMission => kind == Kind::OutboundVisit,
                Sense::Attribute | Sense::People => false,
            };
            if !meant {
                continue;
            }
            if mention.misspelt {
                let taken = Datum::Names(vec![name.to_owned()]);
                doubts.push(Doubt::SpellingMatched { written: written.to_owned(), taken });
            }
            if names.insert(name.to_owned()) {
                raw.push(written.to_owned());
            }
        }
        for name in unlisted(part) {
            if names.insert(name.to_owned()) {
                raw.push(name.to_owned());
            }
        }
    }
    if names.is_empty() {
        return Reading::default();
    }
    let reading = Reading::certain(names.into_iter().collect(), raw.join("; "));
    doubts.into_iter().fold(reading, Reading::doubted)
}

/// True for a town that is named with the word for it.
fn has_word(part: &Part, mention: &Mention, written: &str) -> bool {
    let before = part.slice(0, mention.start);
    part.vocab.grammar.place_words.iter().any(|word| written.starts_with(word) || before.ends_with(word))
}

/// Towns that no table knows, whose name in Latin letters stands in brackets behind the Thai one.
fn unlisted(part: &Part) -> impl Iterator<Item = &str> {
    let town = |actor: &&Actor| {
        matches!(actor.what, What::Body(Sort::City | Sort::Place)) && actor.look == Look::Foreign
    };
    part.actors().iter().filter(town).filter_map(|actor| {
        let (name, _) = part.text.get(actor.range.end..)?.trim_start().strip_prefix('(')?.split_once(')')?;
        let word = |word: &str| word.starts_with(|c: char| c.is_uppercase()) && !word.contains(is_letter);
        let name = name.strip_suffix(" City").unwrap_or(name);
        (!name.is_empty() && name.split(' ').all(word)).then_some(name)
    })
}

/// The city that a name is, or that a body governs. A province is one only where the city itself counts it among its
/// sisters; of a town with the name of its province what is written tells which is meant.
fn city(vocab: Vocab, name: Name, written: &str) -> Option<&'static str> {
    match name {
        Name::City(at) => {
            let city = vocab.names.city(at);
            let named = || vocab.grammar.provinces.iter().any(|word| written.starts_with(word));
            let province = city.is_province || city.sister.is_empty() && named();
            (!province).then_some(city.name)
        }
        Name::Body(at) => Some(vocab.names.body(at).city).filter(|city| !city.is_empty()),
        Name::Country(_) | Name::Organisation(_) | Name::Department(_) | Name::Region(_) | Name::Trap(_) => {
            None
        }
    }
}
