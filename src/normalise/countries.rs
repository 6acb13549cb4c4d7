//! Countries of the counterpart, of a host abroad, and of what a service was about.

use super::gist::{Gist, Mention, Sense};
use crate::model::{Datum, Doubt, Kind, Reading, Role};
use crate::vocab::gazetteer::Name;
use std::collections::BTreeSet;

/// The countries, as sorted codes.
pub fn countries(gist: &Gist, kind: Kind) -> Reading<Vec<String>> {
    let mut found = Collected::default();
    for part in gist.counterparts().chain(gist.titles()) {
        found.take(&part.text, part.names.iter().filter(|mention| acts(mention, kind)));
    }
    for part in gist.texts(Role::Venue) {
        found.take(&part.text, part.names.iter().filter(|mention| is_place(mention)));
    }
    if found.codes.is_empty() {
        for part in gist.counterparts().chain(gist.titles()) {
            found.take(&part.text, part.names.iter().filter(|mention| mention.sense == Sense::People));
        }
    }
    if found.codes.is_empty() {
        for part in gist.texts(Role::Outcome) {
            found.take(&part.text, part.names.iter().filter(|mention| mention.sense == Sense::Side));
        }
    }
    found.reading()
}

fn acts(mention: &Mention, kind: Kind) -> bool {
    match mention.sense {
        Sense::Side | Sense::Host => true,
        Sense::ThaiMission => kind == Kind::OutboundVisit,
        Sense::Attribute | Sense::People => false,
    }
}

fn is_place(mention: &Mention) -> bool {
    matches!(mention.name, Name::Country(_) | Name::City(_))
        && !matches!(mention.sense, Sense::Attribute | Sense::People)
}

#[derive(Default)]
struct Collected {
    codes: BTreeSet<&'static str>,
    raw: Vec<String>,
    doubts: Vec<Doubt>,
}

impl Collected {
    fn take<'a>(&mut self, text: &str, mentions: impl Iterator<Item = &'a Mention>) {
        for mention in mentions {
            let code = mention.country;
            if code.is_empty() || code == "TH" {
                continue;
            }
            let written = text.get(mention.start..mention.end).unwrap_or_default();
            if self.codes.insert(code) {
                self.raw.push(written.to_owned());
            }
            if mention.misspelt {
                let taken = Datum::Countries(vec![code.to_owned()]);
                self.doubts.push(Doubt::SpellingMatched { written: written.to_owned(), taken });
            }
        }
    }

    fn reading(self) -> Reading<Vec<String>> {
        let codes: Vec<String> = self.codes.iter().map(|code| (*code).to_owned()).collect();
        if codes.is_empty() {
            return Reading::default();
        }
        let mut reading = Reading::certain(codes, self.raw.join("; "));
        for doubt in self.doubts {
            reading = reading.doubted(doubt);
        }
        reading
    }
}
