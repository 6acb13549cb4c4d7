//! The texts of a record with the names in them, and on which side each name stands.

use crate::model::{Record, Role, Written};
use crate::thai::one_line;
use crate::vocab::finder::Found;
use crate::vocab::gazetteer::{self, Name, Standing};
use crate::vocab::grammar::GRAMMAR;
use crate::vocab::words::{ATTRIBUTES, SIDES, TOPICS};

/// A record's texts, ready to be asked.
pub struct Gist {
    /// The texts by role, in the order in which they are trusted.
    pub parts: Vec<Part>,
}

/// One text.
pub struct Part {
    /// What the record says that it is.
    pub role: Role,
    /// The words in normal form, on one line.
    pub text: String,
    /// The names in it, by place.
    pub names: Vec<Mention>,
}

/// A name where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The name.
    pub name: Name,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// How it is meant there.
    pub sense: Sense,
    /// True if it is spelt like no known spelling.
    pub misspelt: bool,
}

/// How a name is meant where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// Someone or something that acts, or is acted with.
    Side,
    /// Where something takes place.
    Host,
    /// Only tells what sort of thing it is: a language, a dish, the origin of goods.
    Attribute,
    /// Tells what people someone belongs to.
    People,
    /// Where a Thai mission abroad has its seat.
    ThaiMission,
}

/// The preposition of places, as officials write it.
const AT: char = '\u{e13}';

/// The roles whose texts are understood, most telling first.
const ROLES: [Role; 18] = [
    Role::Counterpart,
    Role::Delegate,
    Role::Country,
    Role::Activity,
    Role::Venue,
    Role::Supported,
    Role::Outcome,
    Role::NextSteps,
    Role::Remark,
    Role::Lead,
    Role::Attendees,
    Role::Owner,
    Role::Kind,
    Role::Theme,
    Role::Policy,
    Role::Status,
    Role::Obstacles,
    Role::Contact,
];

impl Gist {
    /// Reads the texts of a record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let mut parts = Vec::new();
        for role in ROLES {
            for written in record.fields.get(&role).into_iter().flatten() {
                if let Some(text) = said(written) {
                    let names = mentions(role, &text);
                    parts.push(Part { role, text, names });
                }
            }
        }
        Self { parts }
    }

    /// The texts of a role.
    pub fn texts(&self, role: Role) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.role == role)
    }

    /// The texts that name the foreign side.
    pub fn counterparts(&self) -> impl Iterator<Item = &Part> {
        self.parts
            .iter()
            .filter(|part| matches!(part.role, Role::Counterpart | Role::Delegate | Role::Country))
    }

    /// The texts that say what was done.
    pub fn titles(&self) -> impl Iterator<Item = &Part> {
        self.texts(Role::Activity)
    }

    /// The activity, all its texts together.
    #[must_use]
    pub fn title(&self) -> String {
        joined(self.titles().map(|part| part.text.as_str()), " ")
    }

    /// All texts of a role together, without repetitions.
    #[must_use]
    pub fn all(&self, role: Role) -> String {
        joined(self.texts(role).map(|part| part.text.as_str()), "; ")
    }
}

/// Texts in a row, none twice and none that another contains.
pub fn joined<'a>(texts: impl Iterator<Item = &'a str>, between: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for text in texts {
        if kept.iter().any(|other| other.contains(text)) {
            continue;
        }
        kept.retain(|other| !text.contains(*other));
        kept.push(text);
    }
    kept.join(between)
}

/// The words of a field, or `None` where it only says that there is nothing.
fn said(written: &Written) -> Option<String> {
    let text = one_line(&written.text);
    text.chars().any(char::is_alphanumeric).then_some(text)
}

/// The names in a text with their sense. Traps and regions are left out: they have done their work.
#[must_use]
pub fn mentions(role: Role, text: &str) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for found in gazetteer::find(text) {
        if let Name::Trap(_) | Name::Region(_) = found.means {
            continue;
        }
        let sense = sense(role, text, &found, mentions.last());
        mentions.push(Mention {
            name: found.means,
            start: found.start,
            end: found.end,
            sense,
            misspelt: found.misspelt,
        });
    }
    mentions
}

fn sense(role: Role, text: &str, found: &Found<Name>, previous: Option<&Mention>) -> Sense {
    let before = text.get(..found.start).unwrap_or_default();
    let place = matches!(found.means, Name::City(_) | Name::Country(_));
    if !place {
        return Sense::Side;
    }
    if let Some(last) = previous.filter(|last| chained(text, last.end, found.start)) {
        return last.sense;
    }
    if let Some(sense) = attribute(before) {
        return sense;
    }
    let bare = without_place_words(before);
    if let Some(seat) = bare.strip_suffix(AT) {
        let seat = seat.trim_end();
        return if ends_with_mission(seat) { Sense::ThaiMission } else { Sense::Host };
    }
    if posted(bare) {
        return Sense::ThaiMission;
    }
    if role == Role::Venue && !names_mission(text) {
        return Sense::Host;
    }
    if located(bare) { Sense::Host } else { Sense::Side }
}

/// True if two places stand next to each other, as a city and its country do.
fn chained(text: &str, end: usize, start: usize) -> bool {
    let between = text.get(end..start).unwrap_or_default();
    without_place_words(between.trim_start_matches([',', ' ', '(', '/'])).is_empty()
        && !between.is_empty()
        && between.chars().all(|c| c != '-' && c != '–')
}

/// The text before a name without the words that only say what sort of place follows.
fn without_place_words(before: &str) -> &str {
    let mut bare = before.trim_end();
    while let Some(shorter) = GRAMMAR.place_words.iter().find_map(|word| bare.strip_suffix(word)) {
        bare = shorter.trim_end();
    }
    bare
}

/// The sense that a word right before a place's name gives it.
fn attribute(before: &str) -> Option<Sense> {
    let before = tail(without_place_words(before));
    let sorts = ATTRIBUTES.find(before).into_iter().filter(|hit| hit.end == before.len());
    let sort = sorts.map(|hit| ATTRIBUTES.field(hit.row, 0)).next()?;
    Some(if sort == "people" { Sense::People } else { Sense::Attribute })
}

/// The last words of a text, as much as a phrase can be long.
fn tail(text: &str) -> &str {
    let from = text.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or(text)
}

fn ends_with_mission(text: &str) -> bool {
    let tail = tail(text);
    SIDES
        .find(tail)
        .iter()
        .any(|hit| matches!(SIDES.field(hit.row, 0), "mission" | "envoy") && hit.end == tail.len())
}

fn posted(before: &str) -> bool {
    let seat = GRAMMAR.posted_to.iter().find_map(|word| before.strip_suffix(word));
    seat.is_some_and(|seat| GRAMMAR.thai.iter().any(|thai| seat.trim_end().ends_with(thai)))
}

fn located(before: &str) -> bool {
    GRAMMAR.located_in.iter().any(|word| before.ends_with(word))
}

/// True if the text names an embassy or an office that stands for one.
#[must_use]
pub fn names_mission(text: &str) -> bool {
    SIDES.find(text).iter().any(|hit| matches!(SIDES.field(hit.row, 0), "mission" | "envoy"))
}

/// The part of a title that says what was done, before the subject that it was about.
#[must_use]
pub fn head(title: &str) -> &str {
    TOPICS
        .find(title)
        .iter()
        .find(|hit| title.get(..hit.start).is_some_and(|head| head.chars().count() > 6))
        .and_then(|hit| title.get(..hit.start))
        .unwrap_or(title)
}

impl Mention {
    /// True if the name belongs to a foreign state or body.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        match self.name {
            Name::Country(at) => gazetteer::country(at).code != "TH",
            Name::City(_) | Name::Organisation(_) => true,
            Name::Body(at) => gazetteer::body(at).standing != Standing::Domestic,
            Name::Department(_) | Name::Region(_) | Name::Trap(_) => false,
        }
    }

    /// Code of the country that the name brings with it; empty if none.
    #[must_use]
    pub fn country(&self) -> &'static str {
        match self.name {
            Name::Country(at) => gazetteer::country(at).code,
            Name::City(at) => gazetteer::city(at).country,
            Name::Organisation(at) => gazetteer::organisation(at).country,
            Name::Body(at) => gazetteer::body(at).country,
            Name::Department(_) | Name::Region(_) | Name::Trap(_) => "",
        }
    }
}
