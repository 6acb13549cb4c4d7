//! Whether a record belongs in the register: by a foreign side acting, not by a word.

use super::gist::{Gist, Mention, Part, Sense};
use crate::model::{Confidence, International, Kind, Reading, Role, Verdict};
use crate::vocab::gazetteer::Name;
use crate::vocab::words::{INTERNATIONAL, SIDES};

/// What speaks for and against.
struct Evidence {
    reasons: Vec<String>,
    /// A foreign name in a column of the foreign side.
    column: bool,
    /// A foreign name in the title, meant as a side.
    title: bool,
    /// A person, mission or delegation of a foreign side acts in the title.
    actor: bool,
    /// It takes place abroad.
    abroad: bool,
    /// Wording of people doing something together.
    interaction: bool,
    /// Wording that is international by itself.
    foreign_word: bool,
    /// Wording that may be international.
    maybe: bool,
    /// Rules that speak against.
    against: Vec<&'static str>,
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
        let mut evidence = Self {
            reasons: Vec::new(),
            column: false,
            title: false,
            actor: false,
            abroad: false,
            interaction: false,
            foreign_word: false,
            maybe: false,
            against: Vec::new(),
        };
        for part in gist.counterparts() {
            evidence.see_column(part);
        }
        for part in gist.titles() {
            evidence.see_title(part);
        }
        for part in gist.texts(Role::Venue) {
            let host =
                part.names.iter().find(|m| m.is_foreign() && is_place(m.name) && m.sense == Sense::Host);
            evidence.abroad |= evidence.reason("abroad", part, host);
        }
        evidence
    }

    fn see_column(&mut self, part: &Part) {
        let name = part.names.iter().find(|m| m.is_foreign() && m.sense != Sense::Attribute);
        self.column |= self.reason("counterpart", part, name);
        let mission = SIDES
            .find(&part.text)
            .into_iter()
            .find(|hit| matches!(SIDES.field(hit.row, 0), "mission" | "envoy"));
        if let Some(hit) = mission {
            self.column = true;
            self.reasons
                .push(format!("counterpart: {}", part.text.get(hit.start..hit.end).unwrap_or_default()));
        }
        for hit in INTERNATIONAL.find(&part.text) {
            if INTERNATIONAL.field(hit.row, 0) == "yes" {
                self.column = true;
                self.reasons
                    .push(format!("counterpart: {}", part.text.get(hit.start..hit.end).unwrap_or_default()));
            }
        }
    }

    fn see_title(&mut self, part: &Part) {
        let side = part.names.iter().find(|m| m.is_foreign() && m.sense == Sense::Side);
        self.title |= self.reason("foreign side", part, side);
        let host = part.names.iter().find(|m| m.is_foreign() && is_place(m.name) && m.sense == Sense::Host);
        self.abroad |= self.reason("abroad", part, host);
        for hit in SIDES.find(&part.text) {
            let actor = match SIDES.field(hit.row, 0) {
                "mission" | "envoy" | "city" | "government" | "delegation" => {
                    side.is_some_and(|m| m.start >= hit.end && m.start - hit.end < 90)
                }
                _ => false,
            };
            self.actor |= actor;
        }
        for hit in INTERNATIONAL.find(&part.text) {
            let words = part.text.get(hit.start..hit.end).unwrap_or_default();
            match INTERNATIONAL.field(hit.row, 0) {
                "no" => {
                    self.against.push(INTERNATIONAL.field(hit.row, 1));
                    self.reasons.push(format!("{}: {words}", INTERNATIONAL.field(hit.row, 1)));
                }
                "yes" => {
                    self.foreign_word = true;
                    self.reasons.push(format!("foreign: {words}"));
                }
                "act" => self.interaction = true,
                _ => {
                    self.maybe = true;
                    self.reasons.push(format!("wording: {words}"));
                }
            }
        }
    }

    fn reason(&mut self, rule: &str, part: &Part, mention: Option<&Mention>) -> bool {
        if let Some(mention) = mention {
            self.reasons
                .push(format!("{rule}: {}", part.text.get(mention.start..mention.end).unwrap_or_default()));
        }
        mention.is_some()
    }

    fn decide(&self, kind: &Reading<Kind>) -> International {
        if kind.value == Kind::SupportService && kind.confidence >= Confidence::Likely {
            return International::Yes;
        }
        let firm = self.against.iter().any(|rule| FIRM.contains(rule));
        if self.actor || self.foreign_word {
            return if firm && !self.interaction { International::Unsure } else { International::Yes };
        }
        if self.column {
            return if firm && !self.interaction { International::Unsure } else { International::Yes };
        }
        if self.title || self.abroad {
            return match (firm || (!self.against.is_empty() && !self.interaction), self.interaction) {
                (true, _) => International::No,
                (false, true) => International::Yes,
                (false, false) => International::Unsure,
            };
        }
        if self.maybe && self.against.is_empty() && self.interaction {
            return International::Unsure;
        }
        International::No
    }
}

/// Rules against that hold although a foreign name is mentioned.
const FIRM: [&str; 6] = ["procurement", "inspection", "course", "ranking", "construction", "preparation"];

fn is_place(name: Name) -> bool {
    matches!(name, Name::City(_) | Name::Country(_))
}
