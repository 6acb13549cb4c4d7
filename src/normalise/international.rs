//! Whether a record belongs in the register: by a foreign side acting, not by a word.
//!
//! What a record shows is gathered as marks, and one ordered table of rules decides by them: the first that holds. Both
//! answers need a reason; what has reasons for neither is asked about.

use super::actors::{Actor, Look, Stance, What};
use super::gist::{Gist, Mention, Part, Sense};
use crate::model::International::{self, No, Unsure, Yes};
use crate::model::{Confidence, Kind, Reading, Reason, Role, Verdict};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;
use crate::vocab::heads::Sort;
use crate::vocab::words::{Hit, Party, Says};
use std::collections::BTreeSet;

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
    /// Something in such a column that is neither foreign nor the city's own as far as can be seen.
    Filled,
    /// A foreign name in the title, meant as a side.
    Title,
    /// The same where a side stands: it acts, or the city acts with it.
    Side,
    /// A foreign name that is glued to an ordinary noun, which it may only tell the sort of.
    Modifier,
    /// A person, mission or delegation of a foreign side acts in the title.
    Acts,
    /// It takes place abroad.
    Abroad,
    /// The section that it stands under names a foreign side.
    Section,
    /// The section names someone whom no table knows and whose name looks foreign.
    UnlistedSection,
    /// A place abroad stands in the title with the word for what it is.
    Placed,
    /// Wording of people doing something together.
    Interaction,
    /// Wording that is international by itself.
    ForeignWord,
    /// Wording that may be international.
    Maybe,
    /// An envoy, mission or delegation is named in the text behind the title, or people of a country in the column of
    /// the foreign side.
    Beside,
    /// Someone whom no table knows and whose name looks foreign, where a side stands.
    Unlisted,
    /// The same, and it acts itself.
    UnlistedSubject,
    /// A body or office that no table knows and whose name tells nothing, where a side stands in the title.
    Unknown,
    /// A foreign name begins the title: it acts itself.
    Subject,
    /// A foreign body is named in the title, meant as a side.
    Body,
    /// A Thai body stands where a side stands.
    Home,
    /// One of the city's executives or departments is named.
    City,
}

use Mark::{
    Abroad, Acts, Beside, Body, City, Column, Filled, ForeignWord, Home, Interaction, Maybe, Modifier,
    Placed, Section, Side, Subject, Title, Unknown, Unlisted, UnlistedSection, UnlistedSubject,
};

/// What speaks for and against.
#[derive(Default)]
struct Evidence {
    reasons: Vec<Reason>,
    marks: BTreeSet<Mark>,
    /// Rules that speak against.
    against: Vec<&'static str>,
    /// The kind, if its wording is sure.
    kind: Option<Kind>,
    /// The kind by its wording, sure or not.
    like: Option<Kind>,
}

/// When an answer is given.
struct Rule {
    answer: International,
    holds: fn(&Evidence) -> bool,
}

/// The rules, the first that holds before the others.
const RULES: &[Rule] = &[
    // What may only look like a service: sign language is none, the service's own meetings and purchases are asked about.
    Rule { answer: No, holds: |e| e.is_service() && e.is_against(&["sign_language"]) },
    // A firm's offer and a notice of how passports are issued are none either, where no foreign side is named.
    Rule {
        answer: No,
        holds: |e| e.is_service() && e.is_against(&["circular", "offer"]) && !e.is_named() && !e.shows(Title),
    },
    Rule {
        answer: Unsure,
        holds: |e| e.is_service() && e.is_against(&["coordination", "procurement", "course", "offer"]),
    },
    Rule { answer: Yes, holds: Evidence::is_service },
    // A private journey is no one's business, and the staff's own talk before or after one is no engagement.
    Rule { answer: No, holds: |e| e.is_against(&["private"]) && !e.is_named() },
    Rule {
        answer: No,
        holds: |e| e.is_against(&["own_talk"]) && e.shows(Abroad) && !e.is_named() && !e.shows(Title),
    },
    // A foreign side, and a kind that only happens between two.
    Rule { answer: Yes, holds: |e| e.is_foreign() && e.is_between_sides() },
    // A foreign side that is named as such: bought from, inspected, prepared for, it is asked about.
    Rule { answer: Unsure, holds: |e| e.is_named() && e.is_against(FIRM) && !e.shows(Interaction) },
    Rule { answer: Yes, holds: Evidence::is_named },
    Rule { answer: Yes, holds: |e| e.shows(Side) && e.against.is_empty() },
    Rule {
        answer: Yes,
        holds: |e| e.shows(Subject) && e.shows(Side) && e.shows(Body) && e.against == ["construction"],
    },
    Rule { answer: Yes, holds: |e| e.is_foreign() && !e.is_against(FIRM) && e.shows(Interaction) },
    Rule { answer: Yes, holds: |e| e.shows(Section) && e.against.is_empty() && e.meets() },
    // Who comes to talk about a course may be foreign.
    Rule { answer: Unsure, holds: |e| e.shows(Title) && e.is_against(&["course"]) && e.is_talk() },
    Rule { answer: Unsure, holds: |e| e.is_foreign() && e.against.is_empty() },
    Rule { answer: Unsure, holds: |e| e.is_foreign() && e.shows(Side) && e.shows(Body) },
    Rule {
        answer: Unsure,
        holds: |e| e.is_foreign() && e.shows(Unlisted) && e.shows(Body) && e.shows(Interaction),
    },
    // Words in which a foreign name stands without a foreign side: a language, a ranking, those who live here.
    Rule { answer: No, holds: |e| e.is_foreign() && e.is_against(NAMES) },
    // What a foreign side does itself, or does together with the city, is not passed over for a word.
    Rule {
        answer: Unsure,
        holds: |e| e.is_foreign() && (e.shows(Interaction) || e.shows(Subject) || e.shows(Body)),
    },
    Rule {
        answer: Unsure,
        holds: |e| e.is_foreign() && (e.shows(Side) || e.shows(Placed)) && !e.is_against(FIRM),
    },
    Rule { answer: No, holds: Evidence::is_foreign },
    // Nothing that a table knows is foreign.
    Rule { answer: Unsure, holds: |e| e.shows(Filled) },
    Rule { answer: Unsure, holds: |e| e.shows(Section) && !e.is_against(FIRM) },
    Rule { answer: Unsure, holds: |e| e.shows(UnlistedSection) && e.against.is_empty() && e.meets() },
    Rule { answer: Unsure, holds: |e| e.shows(Unknown) && e.shows(Interaction) && !e.is_against(FIRM) },
    Rule { answer: Unsure, holds: |e| e.shows(UnlistedSubject) && !e.is_against(NAMES) && e.meets() },
    // International bodies that hold a course themselves.
    Rule {
        answer: Unsure,
        holds: |e| {
            e.shows(UnlistedSubject)
                && e.shows(Body)
                && e.shows(Maybe)
                && e.against == ["course"]
                && e.meets()
        },
    },
    Rule {
        answer: Unsure,
        holds: |e| e.shows(Unlisted) && !e.is_against(FIRM) && (e.meets() || e.shows(City)),
    },
    Rule {
        answer: Unsure,
        holds: |e| e.shows(Beside) && e.shows(Interaction) && !e.is_against(NAMES) && !e.is_against(BOUGHT),
    },
    Rule { answer: No, holds: |e| !e.against.is_empty() },
    Rule { answer: Unsure, holds: |e| e.shows(Unlisted) && e.shows(Body) },
    Rule { answer: Unsure, holds: |e| e.shows(Beside) },
    Rule { answer: Unsure, holds: |e| e.shows(Unknown) && e.meets() },
    Rule { answer: Unsure, holds: |e| e.shows(Modifier) && e.meets() },
    Rule { answer: Unsure, holds: |e| e.shows(Maybe) && e.meets() && !e.shows(Home) },
    Rule { answer: No, holds: |_| true },
];

/// Rules against that hold although a foreign name is mentioned.
const FIRM: &[&str] =
    &["procurement", "offer", "inspection", "course", "ranking", "construction", "preparation"];

/// Rules against of what is bought or built.
const BOUGHT: &[&str] = &["construction", "procurement", "offer"];

/// Rules against in whose wording a foreign name stands without a foreign side.
const NAMES: &[&str] = &["course", "food", RANKING, "residents"];
const RANKING: &str = "ranking";

/// The decision with its reasons.
pub fn verdict(gist: &Gist, sections: &[String], kind: &Reading<Kind>) -> Verdict {
    // A kind that no wording tells says nothing about who takes part.
    let told = Some(kind.value).filter(|_| !kind.raw.is_empty());
    let sure = kind.confidence >= Confidence::Likely;
    let like = told.or(Some(kind.value).filter(|_| sure));
    let mut evidence = Evidence { kind: told.filter(|_| sure), like, ..Evidence::default() };
    evidence.see(gist, sections);
    let international =
        RULES.iter().find(|rule| (rule.holds)(&evidence)).map_or(International::No, |rule| rule.answer);
    let mut reasons = evidence.reasons;
    if kind.value == Kind::SupportService {
        reasons.insert(0, Reason::of("support_service", &kind.raw));
    }
    Verdict { international, reasons }
}

impl Evidence {
    fn see(&mut self, gist: &Gist, sections: &[String]) {
        for part in gist.counterparts() {
            self.see_column(part);
        }
        for part in gist.titles() {
            self.see_title(part);
        }
        for part in gist.texts(Role::Venue) {
            let host = part.names.iter().find(|m| m.is_foreign && is_place(m.name) && m.sense == Sense::Host);
            self.note(Abroad, "abroad", part, host);
            // The house of an international body: nothing certain, too much to pass over.
            let body = part.names.iter().find(|m| m.is_foreign && matches!(m.name, Name::Organisation(_)));
            self.note(Beside, "beside", part, body);
        }
        // What its section names matters only where it names nobody itself.
        if !self.is_named() && !self.shows(Side) {
            for section in sections {
                self.see_section(&Part::of(gist.vocab, Role::Kind, section.clone()));
            }
        }
        // A column whose heading says nothing may hold the foreign side: not enough to decide, too much to pass over.
        for part in gist.texts(Role::Remark).chain(gist.texts(Role::Attendees)) {
            let side = part.names.iter().find(|m| m.is_foreign && m.sense == Sense::Side);
            // A whole report behind a headline tells more than a remark.
            let told = part.text.chars().count() >= REPORT;
            self.note(if told { Beside } else { Maybe }, "beside", part, side);
        }
        // So may the text behind a title: an ambassador who is named only there still was there.
        for part in gist.texts(Role::Outcome) {
            let side = part.names.iter().find(|m| m.is_foreign && m.sense == Sense::Side);
            let acts = side.filter(|side| {
                part.hits(&gist.vocab.words.sides).iter().any(|hit| {
                    matches!(
                        gist.vocab.words.sides[hit],
                        Party::Mission | Party::Envoy | Party::Delegation | Party::City
                    ) && side.start >= hit.end
                        && side.start - hit.end < NEAR
                })
            });
            self.note(Beside, "beside", part, acts);
        }
    }

    fn see_section(&mut self, part: &Part) {
        let side = part.names.iter().find(|m| m.is_foreign && matches!(m.sense, Sense::Side | Sense::Host));
        self.note(Section, "section", part, side);
        let body = |actor: &&Actor| match actor.what {
            What::Body(Sort::Organisation | Sort::Association | Sort::University) => actor.looks_foreign(),
            What::Latin => part.slice(actor.range.start, actor.range.end).contains(' '),
            What::Person | What::Office | What::Body(_) | What::Letters => false,
        };
        if let Some(actor) = part.actors().iter().find(body) {
            self.mark(UnlistedSection, "section", part.slice(actor.range.start, actor.range.end));
        }
    }

    fn see_column(&mut self, part: &Part) {
        let name = foreign(part).find(|m| !matches!(m.sense, Sense::Attribute | Sense::People));
        self.note(Column, "counterpart", part, name);
        // People of a country may be guests or residents.
        let people = foreign(part).find(|m| m.sense == Sense::People);
        self.note(Beside, "counterpart", part, people.filter(|_| name.is_none()));
        let at_home = |hit: &&Hit| at_home(part, hit.start);
        let mission = |hit: &&Hit| part.vocab.words.sides[hit].is_mission() && !at_home(hit);
        let words = part
            .hits(&part.vocab.words.international)
            .iter()
            .filter(|hit| part.vocab.words.international[hit].says == Says::Yes);
        for hit in part.hits(&part.vocab.words.sides).iter().find(mission).into_iter().chain(words) {
            self.mark(Column, "counterpart", part.slice(hit.start, hit.end));
        }
        if self.shows(Column) {
            return;
        }
        // Beside the city's own people a name counts only if it looks foreign.
        let told = part.is_foreign_heading && part.actors().iter().all(|actor| actor.look != Look::Home);
        let side = part.actors().iter().find(|actor| match actor.what {
            What::Body(Sort::Event | Sort::Office) => false,
            What::Person | What::Office | What::Body(_) | What::Latin | What::Letters => {
                actor.looks_foreign() || told
            }
        });
        if let Some(actor) = side {
            self.mark(Filled, "unlisted", part.slice(actor.range.start, actor.range.end));
        }
    }

    fn see_title(&mut self, part: &Part) {
        let meant = |m: &&Mention| m.sense == Sense::Side && !is_beside_mission(part, m);
        let stance = |m: &Mention| part.actor_at(m.start).map_or(Stance::Other, |actor| actor.stance);
        let side = foreign(part).filter(meant).find(|m| stance(m) != Stance::Modifier);
        self.note(Title, "foreign side", part, side);
        if foreign(part).filter(meant).any(|m| matches!(stance(m), Stance::Subject | Stance::Partner)) {
            self.marks.insert(Side);
        }
        if side.is_some_and(|side| part.slice(0, side.start).chars().count() <= HEAD) {
            self.marks.insert(Subject);
        }
        if side.is_some_and(|side| !is_place(side.name)) {
            self.marks.insert(Body);
        }
        let placed = |m: &Mention| {
            part.vocab.grammar.place_words.iter().any(|word| part.slice(m.start, m.end).starts_with(word))
        };
        if side.is_some_and(placed) {
            self.marks.insert(Placed);
        }
        let glued = foreign(part).filter(meant).find(|m| stance(m) == Stance::Modifier);
        self.note(Modifier, "modifier", part, glued);
        let host = foreign(part).find(|m| is_place(m.name) && m.sense == Sense::Host);
        self.note(Abroad, "abroad", part, host);
        for hit in part.hits(&part.vocab.words.sides) {
            let actor = match part.vocab.words.sides[hit] {
                Party::Mission | Party::Envoy | Party::City | Party::Government | Party::Delegation
                    if !is_beside(part, hit.start) =>
                {
                    side.is_some_and(|m| m.start >= hit.end && m.start - hit.end < NEAR)
                }
                Party::Mission
                | Party::Envoy
                | Party::City
                | Party::Government
                | Party::Delegation
                | Party::Private => false,
            };
            if actor {
                self.marks.insert(Acts);
            }
        }
        for hit in part.hits(&part.vocab.words.international) {
            self.see_wording(part, hit);
        }
        for actor in part.actors() {
            self.see_actor(part, actor);
        }
        // A congress of the world or of a region needs no country to be one.
        let word = |word: &&str| part.text.split(' ').any(|one| one == *word);
        let gathers = || part.vocab.grammar.gatherings.iter().copied().find(word);
        if let Some(word) = gathers().filter(|_| self.like == Some(Kind::Conference)) {
            self.mark(Maybe, "wording", word);
        }
        if let Some(several) = several_countries(part.vocab, &part.text) {
            self.mark(Side, "countries", several);
            self.marks.insert(Title);
        }
    }

    fn see_wording(&mut self, part: &Part, hit: &Hit) {
        let words = part.slice(hit.start, hit.end);
        let rule = &part.vocab.words.international[hit];
        match rule.says {
            _ if at_home(part, hit.start) => {}
            // Those who rank may come to talk about it.
            Says::No if rule.rule == RANKING && hit.start >= part.head().len() => {}
            Says::No => {
                self.against.push(rule.rule);
                self.reasons.push(Reason::of(rule.rule, words));
            }
            Says::Yes => {
                let seat = part.names.iter().any(|m| m.sense == Sense::ThaiMission && hit.end <= m.start);
                let maybe = seat || is_beside(part, hit.start);
                self.mark(if maybe { Maybe } else { ForeignWord }, "foreign", words);
            }
            Says::Act => {
                self.marks.insert(Interaction);
            }
            Says::Maybe => self.mark(Maybe, "wording", words),
        }
    }

    /// Someone in the title whom no table knows.
    fn see_actor(&mut self, part: &Part, actor: &Actor) {
        let words = part.slice(actor.range.start, actor.range.end);
        if is_envoy(part.vocab, words)
            && actor.look != Look::Home
            && !is_beside(part, actor.range.start)
            && !is_seat(part, actor)
        {
            self.mark(ForeignWord, "envoy", words);
        }
        match (actor.what, actor.look) {
            (What::Body(Sort::Event), _) | (_, Look::Known) => {}
            (What::Person | What::Office, Look::Home) => {
                self.marks.insert(City);
            }
            (_, Look::Home) => {
                self.marks.insert(if is_department(part, actor) { City } else { Home });
            }
            (What::Person, Look::Foreign | Look::Latin) => self.mark(Unlisted, "unlisted", words),
            (What::Person, Look::Plain) if self.kind == Some(Kind::CourtesyCall) => {
                self.mark(Unknown, "unlisted", words);
            }
            (What::Body(Sort::Place | Sort::City), _) if actor.looks_foreign() || names_town(part, actor) => {
                self.mark(if actor.looks_foreign() { Unlisted } else { Unknown }, "unlisted", words);
            }
            // The yearly meeting of a network names it, wherever it stands.
            (What::Body(Sort::Organisation | Sort::Association | Sort::University), _)
                if actor.looks_foreign() =>
            {
                self.mark(Unlisted, "unlisted", words);
                if actor.is_side() {
                    self.marks.insert(Body);
                }
                if actor.stance == Stance::Subject {
                    self.marks.insert(UnlistedSubject);
                }
            }
            _ if !actor.is_side() => {}
            (_, Look::Foreign | Look::Latin | Look::World) => {
                self.mark(Unlisted, "unlisted", words);
                if actor.stance == Stance::Subject {
                    self.marks.insert(UnlistedSubject);
                }
            }
            (What::Body(Sort::University), Look::Plain) => self.mark(Unknown, "unlisted", words),
            (What::Body(Sort::Organisation | Sort::City), Look::Plain) if words.chars().count() > HEAD => {
                self.mark(Unknown, "unlisted", words);
            }
            (What::Office, Look::Plain) if is_foreign_office(part, actor) => {
                self.mark(Unknown, "unlisted", words);
            }
            (What::Person | What::Office | What::Body(_) | What::Latin | What::Letters, Look::Plain) => {}
        }
    }

    fn mark(&mut self, mark: Mark, rule: &str, words: &str) {
        self.marks.insert(mark);
        self.reasons.push(Reason::of(rule, words));
    }

    fn note(&mut self, mark: Mark, rule: &str, part: &Part, mention: Option<&Mention>) {
        if let Some(mention) = mention {
            self.mark(mark, rule, part.slice(mention.start, mention.end));
        }
    }

    fn shows(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    /// True if something that a table knows is foreign.
    fn is_foreign(&self) -> bool {
        self.is_named() || self.shows(Title) || self.shows(Abroad)
    }

    /// True if a foreign side is named as such.
    fn is_named(&self) -> bool {
        [Acts, ForeignWord, Column].iter().any(|mark| self.shows(*mark))
    }

    /// True if one of these rules speaks against.
    fn is_against(&self, rules: &[&str]) -> bool {
        self.against.iter().any(|rule| rules.contains(rule))
    }

    fn is_service(&self) -> bool {
        self.kind == Some(Kind::SupportService)
    }

    /// True if some come to talk with others.
    fn is_talk(&self) -> bool {
        matches!(self.kind, Some(Kind::Meeting | Kind::CourtesyCall | Kind::InboundVisit))
    }

    /// True if people come together, who may come from abroad.
    fn meets(&self) -> bool {
        let kind = self.like.is_some_and(|kind| match kind {
            Kind::Conference
            | Kind::Training
            | Kind::CulturalEvent
            | Kind::Ceremony
            | Kind::InboundVisit
            | Kind::Agreement
            | Kind::Assistance
            | Kind::Meeting
            | Kind::CourtesyCall => true,
            Kind::OutboundVisit | Kind::Correspondence | Kind::SupportService | Kind::Other => false,
        });
        kind || self.shows(Interaction)
    }

    /// True for kinds that only happen between two sides, so that a thing's wording does not make them domestic.
    fn is_between_sides(&self) -> bool {
        self.kind.is_some_and(|kind| match kind {
            Kind::CourtesyCall | Kind::Agreement | Kind::Correspondence => true,
            Kind::OutboundVisit => self.shows(Abroad),
            Kind::InboundVisit | Kind::Meeting => self.shows(Acts),
            Kind::Conference
            | Kind::Training
            | Kind::CulturalEvent
            | Kind::Ceremony
            | Kind::Assistance
            | Kind::SupportService
            | Kind::Other => false,
        })
    }
}

/// True for a town by its word, whose name stands in no Thai list and is no word that only describes a town.
fn names_town(part: &Part, actor: &Actor) -> bool {
    let words = part.slice(actor.range.start, actor.range.end);
    let Some((length, _)) = part.vocab.heads.first(words) else { return false };
    let (head, name) = words.split_at(length);
    let town = part.vocab.grammar.towns.iter().any(|town| head.ends_with(town));
    let name = name.trim();
    town && !name.is_empty() && !part.vocab.grammar.town_adjectives.iter().any(|word| name.starts_with(word))
}

/// The foreign names of a text that belong to no Thai body.
fn foreign(part: &Part) -> impl Iterator<Item = &Mention> {
    part.names.iter().filter(|m| m.is_foreign && !at_home(part, m.start))
}

/// True if what stands at a byte belongs to the name of a Thai body.
fn at_home(part: &Part, at: usize) -> bool {
    part.actor_at(at).is_some_and(|actor| actor.look == Look::Home)
}

/// True for the country in the name of an embassy before which something is.
fn is_beside_mission(part: &Part, mention: &Mention) -> bool {
    part.actor_at(mention.start)
        .is_some_and(|actor| actor.what == What::Body(Sort::Mission) && is_beside(part, actor.range.start))
}

/// True for the words of an embassy or envoy.
fn is_envoy(vocab: Vocab, words: &str) -> bool {
    vocab.grammar.envoy.iter().any(|word| words.contains(word))
}

/// True for the mission of Thailand in a country abroad.
fn is_seat(part: &Part, actor: &Actor) -> bool {
    part.names.iter().any(|m| m.sense == Sense::ThaiMission && actor.range.start <= m.start)
}

/// True for one of the city's departments.
fn is_department(part: &Part, actor: &Actor) -> bool {
    let within = |m: &&Mention| actor.range.contains(&m.start);
    part.names.iter().filter(within).any(|m| matches!(m.name, Name::Department(_)))
}

/// A number of countries or nations, more than one: `15 ประเทศ`.
fn several_countries(vocab: Vocab, text: &str) -> Option<&str> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    vocab.grammar.nations.iter().flat_map(|word| text.match_indices(word)).find_map(|(at, word)| {
        let before = text.get(..at)?.trim_end();
        let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
        let number = before.get(before.len() - digits..)?;
        let several = number.parse::<u32>().is_ok_and(|number| (2..=200).contains(&number));
        several.then(|| text.get(before.len() - digits..at + word.len())).flatten()
    })
}

/// True for an office that only foreigners hold here: a mayor, a governor of what is no Thai city.
fn is_foreign_office(part: &Part, actor: &Actor) -> bool {
    let within = |hit: &&Hit| actor.range.start <= hit.start && hit.start < actor.range.end;
    let side = part
        .hits(&part.vocab.words.sides)
        .iter()
        .filter(within)
        .any(|hit| part.vocab.words.sides[hit] == Party::City);
    side && part.hits(&part.vocab.words.ranks).iter().any(|hit| within(&hit))
}

/// True if words before a building's name make it a place only: the pavement before an embassy.
fn is_beside(part: &Part, start: usize) -> bool {
    let before = part.slice(0, start).trim_end();
    part.vocab.grammar.beside.iter().any(|word| before.ends_with(word))
}

fn is_place(name: Name) -> bool {
    matches!(name, Name::City(_) | Name::Country(_))
}
