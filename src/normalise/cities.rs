//! Foreign cities of the counterpart or the venue.

use super::gist::{Gist, Sense};
use crate::model::{Doubt, Kind, Reading, Role};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;
use std::collections::BTreeSet;

/// The cities, as sorted English names.
#[must_use]
pub fn cities(gist: &Gist, kind: Kind) -> Reading<Vec<String>> {
    let mut names = BTreeSet::new();
    let mut raw = Vec::new();
    let mut doubts = Vec::new();
    for part in gist.counterparts().chain(gist.titles()).chain(gist.texts(Role::Venue)) {
        for mention in &part.names {
            let Some(name) = city(gist.vocab, mention.name) else { continue };
            let meant = match mention.sense {
                Sense::Side | Sense::Host => true,
                Sense::ThaiMission => kind == Kind::OutboundVisit,
                Sense::Attribute | Sense::People => false,
            };
            if !meant {
                continue;
            }
            let written = part.text.get(mention.start..mention.end).unwrap_or_default().to_owned();
            if mention.misspelt {
                doubts.push(Doubt::SpellingMatched { written: written.clone(), taken: name.to_owned() });
            }
            if names.insert(name.to_owned()) {
                raw.push(written);
            }
        }
    }
    if names.is_empty() {
        return Reading::default();
    }
    let reading = Reading::certain(names.into_iter().collect(), raw.join("; "));
    doubts.into_iter().fold(reading, Reading::doubted)
}

/// The city that a name is, or that a body governs.
fn city(vocab: Vocab, name: Name) -> Option<&'static str> {
    match name {
        Name::City(at) => Some(vocab.names.city(at).name),
        Name::Body(at) => Some(vocab.names.body(at).city).filter(|city| !city.is_empty()),
        Name::Country(_) | Name::Organisation(_) | Name::Department(_) | Name::Region(_) | Name::Trap(_) => {
            None
        }
    }
}
