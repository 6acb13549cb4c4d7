//! The texts of a record with the names in them, and on which side each name stands.

use super::actors::{Actor, What, actors};
use super::{boxes, when};
use crate::model::{Kind, Record, Role, Status, Written};
use crate::thai::{self, one_line};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;
use crate::vocab::heads::Sort;
use crate::vocab::phrase::Found;
use crate::vocab::scan::Scan;
use crate::vocab::segment::Segmented;
use crate::vocab::words::Words;
use crate::vocab::words::{Attribute, Hit, Topic};
use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

/// A record's texts, ready to be asked.
pub struct Gist {
    /// What words mean.
    pub vocab: Vocab,
    /// The texts by role, in the order in which they are trusted.
    pub parts: Vec<Part>,
    /// It stands in a register of letters and is about the letter itself.
    pub is_of_letter: bool,
    /// It tells who travelled abroad: the place that it has beside them is foreign.
    pub is_of_travellers: bool,
    /// It is about what a letter asked for, which took place or was called off, and not about the letter.
    pub is_beyond_letter: bool,
    /// What was done, all texts that say it together; `None` if it is one of the parts.
    title: Option<Part>,
}

/// One text.
pub struct Part {
    /// What words mean.
    pub vocab: Vocab,
    /// What the record says that it is.
    pub role: Role,
    /// The words in normal form, on one line.
    pub text: String,
    /// The names in it, by place.
    pub names: Vec<Mention>,
    /// Its heading names the foreign side as such.
    pub is_foreign_heading: bool,
    /// Its heading says where a traveller belongs.
    pub is_affiliation: bool,
    /// The words of the vocabulary in it.
    scan: Rc<Scan>,
    /// Who is named in it, once someone asked.
    actors: OnceCell<Vec<Actor>>,
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
    /// True if the name belongs to a foreign state or body.
    pub is_foreign: bool,
    /// Code of the country that the name brings with it; empty if none.
    pub country: &'static str,
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
const ROLES: [Role; 19] = [
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
    Role::Date,
];

impl Gist {
    /// Reads the texts of a record.
    pub fn of(vocab: Vocab, record: &Record) -> Self {
        let mut parts = Vec::new();
        for role in ROLES {
            for written in record.fields.get(&role).into_iter().flatten() {
                if let Some(text) = said(written).filter(|text| role != Role::Date || may_tell(text)) {
                    let is_foreign_heading = names_foreign_side(vocab, &written.heading);
                    let is_affiliation = vocab.grammar.affiliation.contains(&written.heading.trim());
                    parts.push(Part { is_foreign_heading, is_affiliation, ..Part::of(vocab, role, text) });
                }
            }
        }
        // Who pays for a journey is who invited.
        for written in record.fields.get(&Role::Budget).into_iter().flatten() {
            let part = said(written).map(|text| Part::of(vocab, Role::Counterpart, text));
            parts.extend(
                part.filter(|part| part.names.iter().any(|m| matches!(m.name, Name::Organisation(_)))),
            );
        }
        let activities = parts.iter().filter(|part| part.role == Role::Activity);
        let title = (activities.clone().count() != 1)
            .then(|| Part::of(vocab, Role::Activity, joined(activities.map(|part| part.text.as_str()), " ")));
        let mut dates = record.fields.get(&Role::Date).into_iter().flatten();
        let has_own_day = dates.clone().any(|date| !when::is_of_letter(date) && said(date).is_some());
        let of_letter = dates.any(when::is_of_letter);
        let is_beyond_letter = of_letter && has_own_day && parts.iter().any(Part::tells_what_became_of_it);
        let is_of_letter = of_letter && !when::tells_what_came(record) && !is_beyond_letter;
        let abroad = |part: &Part| {
            let place = |m: &Mention| matches!(m.name, Name::City(_) | Name::Country(_)) && m.is_foreign;
            matches!(part.role, Role::Country | Role::Venue) && part.names.iter().any(place)
        };
        let is_of_travellers = record.fields.contains_key(&Role::Person) && parts.iter().any(abroad);
        Self { vocab, parts, is_of_letter, is_of_travellers, is_beyond_letter, title }
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
    pub fn title(&self) -> &str {
        self.whole_title().map_or("", |part| &part.text)
    }

    /// The activity, all its texts together, ready to be asked.
    pub fn whole_title(&self) -> Option<&Part> {
        self.title.as_ref().or_else(|| self.titles().next())
    }

    /// All texts of a role together, without repetitions.
    pub fn all(&self, role: Role) -> String {
        joined(self.texts(role).map(|part| part.text.as_str()), "; ")
    }
}

impl Part {
    /// A remark or outcome which says that what was written about took place or was called off: `เข้าพบแล้ว`,
    /// `ยกเลิกการเข้าพบ`, and not that it was answered.
    fn tells_what_became_of_it(&self) -> bool {
        let act = |hit: &Hit| self.vocab.words.kinds[hit].kind != Kind::Correspondence;
        let called_off = |hit: &Hit| {
            matches!(self.vocab.words.statuses[hit].0, Some(Status::Cancelled | Status::Postponed))
        };
        matches!(self.role, Role::Remark | Role::Outcome)
            && (self.vocab.grammar.been_done.iter().any(|word| self.text.trim_end().ends_with(word))
                || self.hits(&self.vocab.words.statuses).iter().any(called_off))
            && self.hits(&self.vocab.words.kinds).iter().any(act)
    }

    /// Reads a text in normal form.
    pub fn of(vocab: Vocab, role: Role, text: String) -> Self {
        let scan = vocab.scan(&text);
        let names = Vec::with_capacity(scan.names.len());
        let scanned = Rc::clone(&scan);
        let mut part = Self {
            vocab,
            role,
            text,
            names,
            is_foreign_heading: false,
            is_affiliation: false,
            scan: scanned,
            actors: OnceCell::new(),
        };
        for one in scan.names.iter().copied() {
            // Traps and regions are left out: they have done their work.
            if matches!(one.means, Name::Trap(_) | Name::Region(_)) || part.is_end_of_longer(&one) {
                continue;
            }
            let sense = part.sense(&one);
            let (name, start, end, misspelt) = (one.means, one.start, one.end, one.misspelt);
            let (is_foreign, country) = (vocab.names.is_foreign(name), vocab.names.code_with(name));
            part.names.push(Mention { name, start, end, sense, misspelt, is_foreign, country });
        }
        part.without_names_of_persons();
        part
    }

    /// A person whose name is that of a place names none.
    fn without_names_of_persons(&mut self) {
        let places = self.names.iter().any(|m| matches!(m.name, Name::City(_) | Name::Country(_)));
        if !places || !self.vocab.grammar.person_titles.iter().any(|title| self.text.contains(title)) {
            return;
        }
        let persons: Vec<Range<usize>> =
            self.actors().iter().filter(|a| a.what == What::Person).map(|a| a.range.clone()).collect();
        let before = self.names.len();
        let text = &self.text;
        let titles = &self.vocab.grammar.person_titles;
        let is_word =
            |word: &str| self.vocab.word_list.words(word, 0..word.len(), &[]).iter().all(|word| word.known);
        // Glued to a word of the language it tells whose someone is.
        let own = |person: &Range<usize>, at: usize| {
            let before = text.get(person.start..at).unwrap_or_default();
            let word = before.rsplit([' ', '.']).next().unwrap_or_default();
            let given = titles.iter().find_map(|title| word.strip_prefix(title)).unwrap_or(word);
            given.is_empty() || !is_word(given)
        };
        self.names.retain(|m| {
            let place = matches!(m.name, Name::City(_) | Name::Country(_));
            !place || !persons.iter().any(|person| person.contains(&m.start) && own(person, m.start))
        });
        if self.names.len() < before {
            self.actors = OnceCell::new();
        }
    }

    /// The words of a table in the text, ordered by place.
    pub fn hits<R>(&self, table: &Words<R>) -> &[Hit] {
        self.scan.hits(table)
    }

    /// True for one of the city's departments and nothing else: who paid or asked, where a foreign side may stand.
    pub fn is_department(&self) -> bool {
        let whole = |m: &Mention| m.start == 0 && m.end == self.text.trim_end().len();
        self.names.iter().any(|m| matches!(m.name, Name::Department(_)) && whole(m))
    }

    /// The words of a stretch of the text.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// True if the text names an embassy or an office that stands for one.
    pub fn names_mission(&self) -> bool {
        self.hits(&self.vocab.words.sides).iter().any(|hit| is_mission(self.vocab, hit))
    }

    /// Who is named in the text.
    pub fn actors(&self) -> &[Actor] {
        self.actors.get_or_init(|| actors(self))
    }

    /// Who is named at a byte of the text.
    pub fn actor_at(&self, at: usize) -> Option<&Actor> {
        let actors = self.actors();
        let first = actors.partition_point(|actor| actor.range.end <= at);
        actors.get(first).filter(|actor| actor.range.contains(&at))
    }

    /// The part of a title that says what was done, before the subject that it was about.
    pub fn head(&self) -> &str {
        self.before(&[Topic::Subject])
    }

    /// The part of a title that says what was done, before why and what it was about.
    pub fn act(&self) -> &str {
        self.before(&[Topic::Purpose, Topic::Subject])
    }

    /// The text before the first word after which one of these follows.
    fn before(&self, topics: &[Topic]) -> &str {
        self.hits(&self.vocab.words.topics)
            .iter()
            .filter(|hit| topics.contains(&self.vocab.words.topics[*hit]))
            .find_map(|hit| self.text.get(..hit.start).filter(|head| head.chars().count() > 6))
            .unwrap_or(&self.text)
    }

    /// True for an organisation's name of several words that ends a longer one: another alliance of cities.
    fn is_end_of_longer(&self, found: &Found<Name>) -> bool {
        let several = self.slice(found.start, found.end).contains(' ');
        if !several || !matches!(found.means, Name::Organisation(_)) {
            return false;
        }
        let before = self.slice(0, found.start);
        let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
        let capital = word.is_ascii() && word.starts_with(|c: char| c.is_ascii_uppercase());
        let glued = before.ends_with(' ') && word.chars().all(|c| c.is_ascii_alphabetic());
        let channel = self.hits(&self.vocab.words.modes).iter().any(|hit| hit.end == before.trim_end().len());
        let title = self.vocab.grammar.before_body.contains(&word)
            || self.vocab.grammar.articles.contains(&word)
            || channel
            || self.scan.names.iter().any(|m| m.end == before.trim_end().len());
        capital && glued && !title && self.vocab.heads.last(word).is_none()
    }

    /// How a name is meant; those before it have their meaning already.
    fn sense(&self, found: &Found<Name>) -> Sense {
        let text = self.text.as_str();
        let before = text.get(..found.start).unwrap_or_default();
        let place = matches!(found.means, Name::City(_) | Name::Country(_));
        if !place {
            return Sense::Side;
        }
        if is_translated(self.vocab, text, found) || is_pair_in_brackets(self.vocab, text, found) {
            return Sense::Attribute;
        }
        if let Some(last) = self.names.last().filter(|last| chained(self.vocab, text, last, found.start)) {
            return last.sense;
        }
        // A state behind a town that no table knows is meant as the town is.
        let town = self.before_town(before);
        let is_of_town =
            town.is_some() && without_place_words(self.vocab, before).len() < before.trim_end().len();
        let before = town.unwrap_or(before);
        let bare = without_place_words(self.vocab, before);
        if is_language(self.vocab, before) {
            return Sense::Attribute;
        }
        // Behind a blank and the word for what it is, a state is no part of what stands before: โรงแรม ประเทศ….
        let apart =
            before.trim_end().len() > bare.len() && before[bare.len()..].starts_with(' ') || is_of_town;
        if let Some(sense) = self.attribute(bare.len()).filter(|_| !apart) {
            return sense;
        }
        if lives(self.vocab, bare) {
            return Sense::Attribute;
        }
        if let Some(seat) = bare.strip_suffix(AT) {
            let seat = seat.trim_end();
            let mission = self
                .hits(&self.vocab.words.sides)
                .iter()
                .any(|hit| is_mission(self.vocab, hit) && hit.end == seat.len());
            return if mission { Sense::ThaiMission } else { Sense::Host };
        }
        if posted(self.vocab, bare) {
            return Sense::ThaiMission;
        }
        if self.role == Role::Venue && !self.names_mission() {
            return Sense::Host;
        }
        let placed = bare.len() < before.trim_end().len()
            || self
                .vocab
                .grammar
                .place_words
                .iter()
                .any(|word| text.get(found.start..).is_some_and(|name| name.starts_with(word)));
        // Behind a blank: an officer's title and the word for ground end alike.
        let at =
            placed
                && self.vocab.grammar.where_place.iter().any(|at| {
                    bare.strip_suffix(at).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
                });
        if at || located(self.vocab, bare) || self.is_seat(bare) { Sense::Host } else { Sense::Side }
    }

    /// The text ends with a body at which something takes place, so that the town behind it is where: `ณ มหาวิทยาลัย… กรุง…`.
    fn is_seat(&self, before: &str) -> bool {
        let at = before.match_indices(AT).map(|(at, _)| at + AT.len_utf8());
        at.rev().find(|at| before[*at..].starts_with(' ')).is_some_and(|at| {
            let body = before[at..].trim();
            self.vocab
                .heads
                .first(body)
                .is_some_and(|(_, sort)| sort == Sort::University || sort == Sort::Private)
                && self.vocab.wording.acts(body).is_empty()
                && !self.names.iter().any(|m| m.start >= at)
        })
    }

    /// The text before a town, by its word, and the name that it may have in brackets, where these end the text:
    /// `ณ เมือง… (Yongin)`.
    fn before_town<'t>(&self, text: &'t str) -> Option<&'t str> {
        let text = without_place_words(self.vocab, text);
        let thai =
            text.strip_suffix(')').and_then(|open| open.rsplit_once('(')).map_or(text, |(thai, _)| thai);
        let word_at = thai.trim_end().rfind(' ').map_or(0, |blank| blank + 1);
        let word = thai.get(word_at..)?.trim_end();
        let at = self.vocab.grammar.towns.iter().filter_map(|town| {
            let at = word.find(town)?;
            (at + town.len() < word.len()).then_some(at)
        });
        let at = at.min()?;
        (!self.names.iter().any(|m| m.start >= word_at)).then(|| thai.get(..word_at + at)).flatten()
    }

    /// The sense that a word right before a place's name gives it. `bare` is where the words end that say more than
    /// what sort of place follows.
    fn attribute(&self, bare: usize) -> Option<Sense> {
        let before = |hit: &&Hit| {
            let words = self.text.get(..hit.end).unwrap_or_default();
            hit.start < bare && bare <= hit.end && without_place_words(self.vocab, words).len() == bare
        };
        let hit = self.hits(&self.vocab.words.attributes).iter().find(before)?;
        Some(match self.vocab.words.attributes[hit] {
            Attribute::People => Sense::People,
            Attribute::Descent
            | Attribute::Disease
            | Attribute::Food
            | Attribute::Language
            | Attribute::Origin
            | Attribute::Place
            | Attribute::Style => Sense::Attribute,
        })
    }
}

/// True for a heading that says that the foreign side stands below.
fn names_foreign_side(vocab: Vocab, heading: &str) -> bool {
    let heading = heading.to_lowercase();
    vocab.grammar.foreign_heading.iter().any(|word| heading.contains(word))
}

/// True for an embassy, an office that stands for one, or an envoy.
fn is_mission(vocab: Vocab, hit: &Hit) -> bool {
    vocab.words.sides[hit].is_mission()
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

/// A cell for days that holds more than a day, in bytes.
const MORE: usize = 40;

/// True for words in a cell for days that may say more than when.
fn may_tell(text: &str) -> bool {
    text.len() > MORE || !text.chars().any(thai::is_digit)
}

/// The words of a field, or `None` where it only says that there is nothing.
fn said(written: &Written) -> Option<String> {
    let text = boxes::chosen(one_line(&written.text));
    text.chars().any(thai::is_alphanumeric).then_some(text)
}

/// The name of a language has no more letters.
const LANGUAGE: usize = 12;

/// Signs between the names of languages.
const BETWEEN_LANGUAGES: [char; 6] = [' ', ',', '-', '\u{2013}', '/', '('];

/// True if the name of a language stands before, and what follows is another: `ภาษาอังกฤษ จีน และพม่า`, `สองภาษา ไทย-อังกฤษ`.
fn is_language(vocab: Vocab, before: &str) -> bool {
    let mut rest = before.trim_end_matches(BETWEEN_LANGUAGES);
    if rest.len() == before.len() && !vocab.grammar.listed.iter().any(|word| rest.ends_with(word)) {
        return false;
    }
    while let Some(shorter) =
        vocab.grammar.listed.iter().chain(&vocab.grammar.thai).find_map(|word| rest.strip_suffix(word))
    {
        rest = shorter.trim_end_matches(BETWEEN_LANGUAGES);
    }
    let last = rest.rsplit(' ').next().unwrap_or_default();
    // Behind the word stands the name of a language and nothing else.
    let named =
        |word: &&str| last.rsplit_once(*word).is_some_and(|(_, name)| name.chars().count() <= LANGUAGE);
    vocab.grammar.language.iter().any(named)
}

/// True for a state that stands with Thailand in brackets: so the names of Thai places that it gave end.
fn is_pair_in_brackets(vocab: Vocab, text: &str, found: &Found<Name>) -> bool {
    let (Some(before), Some(behind)) = (text.get(..found.start), text.get(found.end..)) else { return false };
    let sign = |c: char| c == ' ' || c == '-' || c == '\u{2013}';
    let pair = vocab.grammar.thai.iter().any(|thai| {
        before.trim_end_matches(sign).strip_suffix(thai).is_some_and(|rest| rest.trim_end().ends_with('('))
    });
    pair && behind.trim_start().starts_with(')')
}

/// True for the language from or into which something is put: `แปล … (ไทย-อังกฤษ)`, `อังกฤษเป็นไทย`.
fn is_translated(vocab: Vocab, text: &str, found: &Found<Name>) -> bool {
    let (Some(before), Some(behind)) = (text.get(..found.start), text.get(found.end..)) else { return false };
    let thai = |rest: &str| vocab.grammar.thai.iter().any(|thai| rest.starts_with(thai));
    let into = vocab.grammar.between_languages.iter().any(|to| {
        let behind = behind.trim_start().strip_prefix(to).is_some_and(|rest| thai(rest.trim_start()));
        let before = before
            .trim_end()
            .strip_suffix(to)
            .is_some_and(|rest| vocab.grammar.thai.iter().any(|thai| rest.trim_end().ends_with(thai)));
        behind || before
    });
    into && vocab.grammar.translation.iter().any(|word| stands_in(vocab, text, word))
}

/// True if a word stands in a text, and not as a part of another (แปล in หนังกลางแปลง). In Latin letters it may go on.
fn stands_in(vocab: Vocab, text: &str, word: &str) -> bool {
    let mut segmented = Segmented::new(&vocab.word_list, text, &[]);
    let mut parts = |at: usize| {
        let letters = text.get(..at).is_some_and(|before| before.ends_with(thai::is_thai))
            && text.get(at..).is_some_and(|behind| behind.starts_with(thai::is_thai));
        !letters || segmented.parts_at(at)
    };
    text.match_indices(word).any(|(at, word)| parts(at) && parts(at + word.len()))
}

/// True if a place stands next to the one before, as a country to its city, or in a list of peoples and origins.
fn chained(vocab: Vocab, text: &str, last: &Mention, start: usize) -> bool {
    let between = text.get(last.end..start).unwrap_or_default();
    let words = without_place_words(vocab, between.trim_start_matches([',', ' ', '(', '/']));
    let listed =
        matches!(last.sense, Sense::Attribute | Sense::People) && vocab.grammar.listed.contains(&words);
    // Two states with a dash between them are a pair, but two of which a thing is told are not.
    let joined = between.chars().all(|c| c != '-' && c != '–') || last.sense == Sense::Attribute;
    (words.is_empty() || listed) && !between.is_empty() && joined
}

/// The text before a name without the words that only say what sort of place follows.
fn without_place_words(vocab: Vocab, before: &str) -> &str {
    let mut bare = before.trim_end();
    while let Some(shorter) = vocab.grammar.place_words.iter().find_map(|word| bare.strip_suffix(word)) {
        bare = shorter.trim_end();
    }
    bare
}

/// True for the town in which an envoy lives who is posted to several states.
fn lives(vocab: Vocab, before: &str) -> bool {
    let before = before.strip_suffix(AT).unwrap_or(before).trim_end();
    vocab.grammar.residence.iter().any(|word| before.ends_with(word))
}

fn posted(vocab: Vocab, before: &str) -> bool {
    let seat = vocab.grammar.posted_to.iter().find_map(|word| before.strip_suffix(word));
    seat.is_some_and(|seat| vocab.grammar.thai.iter().any(|thai| seat.trim_end().ends_with(thai)))
}

fn located(vocab: Vocab, before: &str) -> bool {
    vocab.grammar.located_in.iter().any(|word| before.ends_with(word))
}
