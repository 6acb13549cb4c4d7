//! Whether a record belongs in the register: by a foreign side acting, not by a word.

use super::bodies::{in_column, in_text, side_in_text};
use super::gist::{Gist, Mention, Part, Sense};
use crate::model::{Confidence, International, Kind, Reading, Role, Verdict};
use crate::vocab::gazetteer::Name;
use crate::vocab::grammar::GRAMMAR;
use crate::vocab::words::{INTERNATIONAL, SIDES};
use std::collections::BTreeSet;

/// What speaks for and against.
#[derive(Default)]
struct Evidence {
    reasons: Vec<String>,
    marks: BTreeSet<Mark>,
    /// Rules that speak against.
    against: Vec<&'static str>,
}

/// A name that begins a title has no more before it than the word for what it is, in characters.
const HEAD: usize = 12;
/// Words beside a title that are so long report what happened, in characters.
const REPORT: usize = 60;
/// A country that stands within so many bytes behind an envoy's title is the envoy's.
const NEAR: usize = 90;

/// What a record shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    /// A foreign name in a column of the foreign side.
    Column,
    /// A foreign name in the title, meant as a side.
    Title,
    /// A person, mission or delegation of a foreign side acts in the title.
    Actor,
    /// It takes place abroad.
    Abroad,
    /// Wording of people doing something together.
    Interaction,
    /// Wording that is international by itself.
    ForeignWord,
    /// Wording that may be international.
    Maybe,
    /// An envoy, mission or delegation is named in the text behind the title, or people of a country in the column of
    /// the foreign side.
    Beside,
    /// A body that no vocabulary knows, with a Latin name, in a column of the foreign side.
    Unknown,
    /// A Latin name that is in no list, where a side stands in the title.
    Named,
    /// A foreign name begins the title: it acts itself.
    Subject,
    /// A foreign body is named in the title, meant as a side.
    Body,
}

/// The decision with its reasons.
#[must_use]
pub fn verdict(gist: &Gist, kind: &Reading<Kind>) -> Verdict {
    let evidence = Evidence::of(gist);
    let international = evidence.decide(kind);
    let mut reasons = evidence.reasons;
    if kind.value == Kind::SupportService {
        reasons.insert(0, format!("support_service: {}", kind.raw));
    }
    Verdict { international, reasons }
}

impl Evidence {
    fn of(gist: &Gist) -> Self {
        let mut evidence = Self::default();
        for part in gist.counterparts() {
            evidence.see_column(part);
            if let Some(body) =
                in_column(part).filter(|body| body.starts_with(|c: char| c.is_ascii_alphabetic()))
            {
                evidence.marks.insert(Mark::Unknown);
                evidence.reasons.push(format!("unknown body: {body}"));
            }
        }
        for part in gist.titles() {
            evidence.see_title(part);
            if let Some(body) = in_text(part).first() {
                evidence.marks.insert(Mark::Maybe);
                evidence.reasons.push(format!("unknown body: {}", body.name));
            } else if let Some(name) = side_in_text(part) {
                evidence.marks.insert(Mark::Named);
                evidence.reasons.push(format!("unknown body: {name}"));
            }
        }
        for part in gist.texts(Role::Venue) {
            let host =
                part.names.iter().find(|m| m.is_foreign() && is_place(m.name) && m.sense == Sense::Host);
            evidence.note(Mark::Abroad, "abroad", part, host);
        }
        // A column whose heading says nothing may hold the foreign side: not enough to decide, too much to pass over.
        for part in gist.texts(Role::Remark).chain(gist.texts(Role::Attendees)) {
            let side = part.names.iter().find(|m| m.is_foreign() && m.sense == Sense::Side);
            // A whole report behind a headline tells more than a remark.
            let told = part.text.chars().count() >= REPORT;
            evidence.note(if told { Mark::Beside } else { Mark::Maybe }, "beside", part, side);
        }
        // So may the text behind a title: an ambassador who is named only there still was there.
        for part in gist.texts(Role::Outcome) {
            let side = part.names.iter().find(|m| m.is_foreign() && m.sense == Sense::Side);
            let acts = side.filter(|side| {
                part.hits(&SIDES).iter().any(|hit| {
                    matches!(SIDES.field(hit.row, 0), "mission" | "envoy" | "delegation")
                        && side.start >= hit.end
                        && side.start - hit.end < NEAR
                })
            });
            if acts.is_some() {
                evidence.marks.insert(Mark::Beside);
            }
            evidence.note(Mark::Maybe, "beside", part, acts);
        }
        evidence
    }

    fn see_column(&mut self, part: &Part) {
        let name = part
            .names
            .iter()
            .find(|m| m.is_foreign() && !matches!(m.sense, Sense::Attribute | Sense::People));
        self.note(Mark::Column, "counterpart", part, name);
        // People of a country may be guests or residents.
        let people = part.names.iter().find(|m| m.is_foreign() && m.sense == Sense::People);
        self.note(Mark::Beside, "counterpart", part, people.filter(|_| name.is_none()));
        let mission =
            part.hits(&SIDES).iter().find(|hit| matches!(SIDES.field(hit.row, 0), "mission" | "envoy"));
        if let Some(hit) = mission {
            self.marks.insert(Mark::Column);
            self.reasons
                .push(format!("counterpart: {}", part.text.get(hit.start..hit.end).unwrap_or_default()));
        }
        for hit in part.hits(&INTERNATIONAL) {
            if INTERNATIONAL.field(hit.row, 0) == "yes" {
                self.marks.insert(Mark::Column);
                self.reasons
                    .push(format!("counterpart: {}", part.text.get(hit.start..hit.end).unwrap_or_default()));
            }
        }
    }

    fn see_title(&mut self, part: &Part) {
        let side = part.names.iter().find(|m| m.is_foreign() && m.sense == Sense::Side);
        self.note(Mark::Title, "foreign side", part, side);
        if side.is_some_and(|side| part.slice(0, side.start).chars().count() <= HEAD) {
            self.marks.insert(Mark::Subject);
        }
        if side.is_some_and(|side| !is_place(side.name)) {
            self.marks.insert(Mark::Body);
        }
        let host = part.names.iter().find(|m| m.is_foreign() && is_place(m.name) && m.sense == Sense::Host);
        self.note(Mark::Abroad, "abroad", part, host);
        for hit in part.hits(&SIDES) {
            let actor = match SIDES.field(hit.row, 0) {
                "mission" | "envoy" | "city" | "government" | "delegation" if !is_beside(part, hit.start) => {
                    side.is_some_and(|m| m.start >= hit.end && m.start - hit.end < NEAR)
                }
                _ => false,
            };
            if actor {
                self.marks.insert(Mark::Actor);
            }
        }
        for hit in part.hits(&INTERNATIONAL) {
            let words = part.text.get(hit.start..hit.end).unwrap_or_default();
            match INTERNATIONAL.field(hit.row, 0) {
                "no" => {
                    self.against.push(INTERNATIONAL.field(hit.row, 1));
                    self.reasons.push(format!("{}: {words}", INTERNATIONAL.field(hit.row, 1)));
                }
                "yes" => {
                    let seat = part.names.iter().any(|m| m.sense == Sense::ThaiMission && hit.end <= m.start);
                    let maybe = seat || is_beside(part, hit.start);
                    self.marks.insert(if maybe { Mark::Maybe } else { Mark::ForeignWord });
                    self.reasons.push(format!("foreign: {words}"));
                }
                "act" => {
                    self.marks.insert(Mark::Interaction);
                }
                _ => {
                    self.marks.insert(Mark::Maybe);
                    self.reasons.push(format!("wording: {words}"));
                }
            }
        }
    }

    fn note(&mut self, mark: Mark, rule: &str, part: &Part, mention: Option<&Mention>) {
        if let Some(mention) = mention {
            let words = part.text.get(mention.start..mention.end).unwrap_or_default();
            self.reasons.push(format!("{rule}: {words}"));
            self.marks.insert(mark);
        }
    }

    fn shows(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    fn decide(&self, kind: &Reading<Kind>) -> International {
        let sure = kind.confidence >= Confidence::Likely;
        if kind.value == Kind::SupportService && sure {
            return International::Yes;
        }
        let foreign = [Mark::Actor, Mark::ForeignWord, Mark::Column, Mark::Title, Mark::Abroad];
        if !foreign.iter().any(|mark| self.shows(*mark)) {
            let open = self.shows(Mark::Maybe) && self.against.is_empty();
            let gathering = self.shows(Mark::Interaction) || is_gathering(kind.value);
            let meets = gathering || matches!(kind.value, Kind::Agreement | Kind::Assistance | Kind::Meeting);
            let named =
                self.shows(Mark::Unknown) || self.shows(Mark::Beside) || self.shows(Mark::Named) && meets;
            return if open && meets || named && self.against.is_empty() {
                International::Unsure
            } else {
                International::No
            };
        }
        if sure && self.is_between_sides(kind.value) {
            return International::Yes;
        }
        let firm = self.against.iter().any(|rule| FIRM.contains(rule));
        let named = self.shows(Mark::Actor) || self.shows(Mark::ForeignWord) || self.shows(Mark::Column);
        match (named, firm, self.shows(Mark::Interaction)) {
            (true, true, false) => International::Unsure,
            (true, _, _) | (false, false, true) => International::Yes,
            (false, _, false) if self.against.is_empty() => International::Unsure,
            // What a foreign side does itself, or does together with the city, is not passed over for a word, but for one
            // that only a name goes with: a language, a ranking, those who live here.
            (false, true, true) | (false, _, false)
                if self.against.iter().any(|rule| NAMES.contains(rule)) =>
            {
                International::No
            }
            (false, true, true) => International::Unsure,
            (false, _, false) if self.shows(Mark::Subject) || self.shows(Mark::Body) => International::Unsure,
            (false, _, false) => International::No,
        }
    }

    /// True for kinds that only happen between two sides, so that a thing's wording does not make them domestic.
    fn is_between_sides(&self, kind: Kind) -> bool {
        match kind {
            Kind::CourtesyCall | Kind::Agreement | Kind::Correspondence => true,
            Kind::OutboundVisit => self.shows(Mark::Abroad),
            Kind::InboundVisit | Kind::Meeting => self.shows(Mark::Actor),
            Kind::Conference
            | Kind::Training
            | Kind::CulturalEvent
            | Kind::Ceremony
            | Kind::Assistance
            | Kind::SupportService
            | Kind::Other => false,
        }
    }
}

/// True if words before a building's name make it a place only: the pavement before an embassy.
fn is_beside(part: &Part, start: usize) -> bool {
    let before = part.slice(0, start).trim_end();
    GRAMMAR.beside.iter().any(|word| before.ends_with(word))
}

/// True for kinds where people come together, who may come from abroad.
fn is_gathering(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Conference | Kind::Training | Kind::CulturalEvent | Kind::Ceremony | Kind::InboundVisit
    )
}

/// Rules against that hold although a foreign name is mentioned.
const FIRM: [&str; 6] = ["procurement", "inspection", "course", "ranking", "construction", "preparation"];

/// Rules against in whose wording a foreign name stands without a foreign side.
const NAMES: [&str; 3] = ["course", "ranking", "residents"];

fn is_place(name: Name) -> bool {
    matches!(name, Name::City(_) | Name::Country(_))
}
