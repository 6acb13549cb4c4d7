//! Who is named in a text: persons, offices, bodies and places, listed or not, and on which side each stands.
//!
//! ```text
//! actor  = person | office | body | name of a table | name in Latin letters | letters that look foreign
//! person = title+ word+                  up to an office, a head noun behind a blank, an act, a sign
//! body   = Thai head noun, name          the name goes on until a blank or a word that begins something else
//!        | Latin name with its head last capitals with the small words between them
//! ```
//!
//! A body needs no table: its head noun says what sort it is, the place and the letters in its name whose it is.

mod stance;

use super::gist::{Mention, Part, Sense};
use super::latin;
use super::tokens::{Token, TokenSort, tokens};
use crate::thai::{is_dependent, is_leading_vowel, is_letter};
use crate::vocab::gazetteer::{BodyKind, Name, Standing};
use crate::vocab::heads::Sort;
use crate::vocab::looks;
use crate::vocab::words::{Hit, Party, Says, Tier};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Someone or something that is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it is.
    pub what: What,
    /// Whose it seems to be.
    pub look: Look,
    /// How it stands in the sentence.
    pub stance: Stance,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A person.
    Person,
    /// An office that stands for the one who holds it.
    Office,
    /// A body or place of this sort.
    Body(Sort),
    /// A name in Latin letters that does not say what it is.
    Latin,
    /// Letters that no word covers.
    Letters,
}

/// Whose an actor seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A table knows it as foreign, or its name holds such a name.
    Known,
    /// Its letters look foreign.
    Foreign,
    /// Its name is in Latin letters.
    Latin,
    /// Its name speaks of the world or of several countries.
    World,
    /// Nothing tells.
    Plain,
    /// It is the city's own or another Thai one.
    Home,
}

/// How an actor stands in the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// In a column of the foreign side.
    Column,
    /// It acts.
    Subject,
    /// The city acts with it.
    Partner,
    /// What is seen, bought, spoken about; where something is.
    Object,
    /// It only says what sort of thing another word means.
    Modifier,
    /// Elsewhere.
    Other,
}

impl Actor {
    /// True if it stands where a side stands.
    pub fn is_side(&self) -> bool {
        matches!(self.stance, Stance::Column | Stance::Subject | Stance::Partner)
    }

    /// True if it is not at home, as far as can be seen.
    pub fn looks_foreign(&self) -> bool {
        matches!(self.look, Look::Known | Look::Foreign | Look::Latin | Look::World)
    }
}

/// A name goes on for no more words.
const WORDS: usize = 20;
/// A person's name has no more.
const PERSON: usize = 12;
/// So many words behind a title are the person's own, whatever else they name.
const OWN: usize = 2;
/// The words of a name may all be known and still look foreign together, from this score on: 0.02 of Thai names do.
const FOREIGN_NAME: f32 = 1.0;
/// A place that stands in no Thai list looks foreign from this score on.
const FOREIGN_PLACE: f32 = 0.3;

/// The actors of a text, in order.
pub fn actors(part: &Part) -> Vec<Actor> {
    Reader::of(part).read()
}

struct Reader<'a> {
    part: &'a Part,
    tokens: Vec<Token>,
    /// Names of the tables by their first byte.
    names: BTreeMap<usize, &'a Mention>,
    /// Offices, with the byte after each.
    offices: BTreeMap<usize, usize>,
    /// Names in Latin letters, listed or not, by their first byte.
    latin: BTreeMap<usize, usize>,
    /// Where acts begin.
    acts: BTreeSet<usize>,
    /// Where the city's executives are named, with the byte after each.
    executives: BTreeMap<usize, usize>,
}

impl<'a> Reader<'a> {
    /// Each looks for one form at a token; the first that finds one counts.
    const FORMS: [fn(&Self, usize) -> Option<Actor>; 8] = [
        Self::person,
        Self::executive,
        Self::name,
        Self::body,
        Self::office,
        Self::latin,
        Self::located,
        Self::letters,
    ];

    fn of(part: &'a Part) -> Self {
        let names: BTreeMap<usize, &Mention> = part.names.iter().map(|m| (m.start, m)).collect();
        let side = |hit: &&Hit| !matches!(part.vocab.words.sides[*hit], Party::Private | Party::Mission);
        let offices = longest(
            part.hits(&part.vocab.words.sides).iter().filter(side).chain(part.hits(&part.vocab.words.ranks)),
        );
        let executives = longest(part.hits(&part.vocab.words.executives).iter());
        let titles = part.vocab.grammar.foreign_titles.iter().filter(|title| title.starts_with(is_letter));
        let titles = titles.flat_map(|title| part.text.match_indices(title));
        let spans: Vec<Range<usize>> = part
            .names
            .iter()
            .map(|m| m.start..m.end)
            .chain(offices.iter().map(|(a, b)| *a..*b))
            .chain(titles.map(|(at, title)| at..at + title.len()))
            .collect();
        let kinds = part
            .hits(&part.vocab.words.kinds)
            .iter()
            .filter(|hit| part.vocab.words.kinds[hit].tier != Tier::Ignore);
        let deeds = part
            .hits(&part.vocab.words.international)
            .iter()
            .filter(|hit| part.vocab.words.international[hit].says == Says::Act);
        Self {
            part,
            tokens: tokens(part.vocab, &part.text, &spans),
            names,
            offices,
            latin: latin::names(part.vocab, &part.text)
                .into_iter()
                .map(|range| (range.start, range.end))
                .collect(),
            acts: kinds.chain(deeds).map(|hit| hit.start).collect(),
            executives,
        }
    }

    fn read(&self) -> Vec<Actor> {
        let mut actors: Vec<Actor> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let found = Self::FORMS.iter().find_map(|form| form(self, at));
            at = match &found {
                Some(actor) => self.after(actor.range.end).max(at + 1),
                None => at + 1,
            };
            if let Some(mut actor) = found {
                actor.stance = self.stance(&actor, actors.last());
                actors.push(actor);
            }
        }
        actors
    }

    fn text(&self, range: Range<usize>) -> &'a str {
        self.part.slice(range.start, range.end)
    }

    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.text(token.start..token.end))
    }

    /// The first token at or behind a byte.
    fn after(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.start < byte)
    }

    /// True if nothing stands between a token and the one before.
    fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.start == self.tokens[at - 1].end)
    }

    fn actor(range: Range<usize>, what: What, look: Look) -> Actor {
        Actor { range, what, look, stance: Stance::Other }
    }

    /// A person: titles, and words up to what begins something else.
    fn person(&self, at: usize) -> Option<Actor> {
        let first = self.tokens.get(at)?;
        let (mut from, mut foreign) = (at, false);
        while let Some(title) = self.title(from) {
            foreign |= self.part.vocab.grammar.foreign_titles.iter().any(|one| title.starts_with(one));
            let next = self.after(self.tokens[from].start + title.len());
            from = if self.word(next) == "." { next + 1 } else { next };
        }
        if from == at {
            return None;
        }
        let mut to = from;
        while to < self.tokens.len() && to - from < PERSON {
            let token = self.tokens[to];
            let named =
                self.names.contains_key(&token.start) && to - from >= OWN && !self.is_family_name(from, to);
            let head = to > from
                && !self.is_glued(to)
                && self.part.vocab.heads.first(self.part.slice(token.start, self.part.text.len())).is_some();
            let sign =
                token.sort == TokenSort::Sign && !matches!(self.word(to), "." | "-" | "'" | "\u{2019}");
            // Inside a name small words are only syllables.
            let other = if self.is_glued(to) { self.begins_actor(to) } else { self.begins_other(to) };
            if sign || named || head || other && to > from {
                break;
            }
            to += 1;
        }
        let end = self.tokens.get(to.checked_sub(1)?)?.end;
        if to == from {
            return None;
        }
        let name = self.text(self.tokens[from].start..end);
        let look = match self.letters_look(from..to) {
            Look::Plain
                if foreign || name.contains('-') || self.part.vocab.looks.score(name) > FOREIGN_NAME =>
            {
                Look::Foreign
            }
            look => look,
        };
        Some(Self::actor(first.start..end, What::Person, look))
    }

    /// True for a name of the tables that is the one word behind a given name, before an office or nothing.
    fn is_family_name(&self, from: usize, at: usize) -> bool {
        let Some(name) = self.tokens.get(at).and_then(|token| self.names.get(&token.start)) else {
            return false;
        };
        let given = !self.is_glued(at) && (from + 1..at).all(|inner| self.is_glued(inner));
        let next = self.after(name.end);
        let ends = self.tokens.get(next).is_none_or(|token| {
            let blank = token.start > name.end;
            blank && (token.sort == TokenSort::Sign || self.begins_actor(next))
        });
        given && ends
    }

    /// The title before a person's name that begins at a token.
    fn title(&self, at: usize) -> Option<&'static str> {
        let token = self.tokens.get(at)?;
        let rest = self.part.slice(token.start, self.part.text.len());
        let ends = |title: &&&str| {
            let end = token.start + title.len();
            title.ends_with('.') || self.tokens.iter().any(|token| token.end == end)
        };
        let begins = self
            .part
            .vocab
            .grammar
            .person_titles
            .iter()
            .filter(|title| rest.starts_with(**title))
            .filter(ends);
        begins.max_by_key(|title| title.len()).copied()
    }

    /// True if what begins at a token is no part of a name before it.
    fn begins_other(&self, at: usize) -> bool {
        let word = self.word(at);
        let small = [
            &self.part.vocab.grammar.partner,
            &self.part.vocab.grammar.goes_on,
            &self.part.vocab.grammar.located_in,
        ];
        self.begins_actor(at) || small.iter().any(|words| words.contains(&word))
    }

    /// True if an office, an act, a person or a department begins at a token.
    fn begins_actor(&self, at: usize) -> bool {
        let start = self.tokens[at].start;
        self.offices.contains_key(&start)
            || self.executives.contains_key(&start)
            || self.acts.contains(&start)
            || self.names.get(&start).is_some_and(|name| matches!(name.name, Name::Department(_)))
            || self.title(at).is_some()
    }

    fn executive(&self, at: usize) -> Option<Actor> {
        let start = self.tokens.get(at)?.start;
        let end = *self.executives.get(&start)?;
        Some(Self::actor(start..end, What::Office, Look::Home))
    }

    /// A name of the tables.
    fn name(&self, at: usize) -> Option<Actor> {
        let start = self.tokens.get(at)?.start;
        let name = self.names.get(&start)?;
        // Goes on in capitals up to the head of a longer name: a college that is named after a plan.
        if self.latin.get(&start).is_some_and(|end| {
            *end > name.end && self.part.vocab.heads.last(self.text(start..*end)).is_some()
        }) {
            return None;
        }
        let (sort, look) = match name.name {
            Name::Country(_) | Name::City(_) if name.is_foreign => (Sort::Place, Look::Known),
            Name::Country(_) | Name::City(_) => (Sort::Place, Look::Home),
            Name::Organisation(at) => match self.part.vocab.names.organisation(at).kind {
                BodyKind::Counted => (Sort::Organisation, Look::Known),
                BodyKind::Private | BodyKind::Unnamed => (Sort::Private, Look::Known),
            },
            Name::Body(at) => match self.part.vocab.names.body(at).standing {
                Standing::Mission => (Sort::Mission, Look::Known),
                Standing::Government => (Sort::Government, Look::Known),
                Standing::CityGovernment => (Sort::City, Look::Known),
                Standing::Domestic => (Sort::Government, Look::Home),
            },
            Name::Department(_) => (Sort::City, Look::Home),
            Name::Region(_) | Name::Trap(_) => return None,
        };
        Some(Self::actor(name.start..name.end, What::Body(sort), look))
    }

    /// An office. Where its word ends with the head of what it governs, the name of that begins there.
    fn office(&self, at: usize) -> Option<Actor> {
        let start = self.tokens.get(at)?.start;
        let end = *self.offices.get(&start)?;
        let starts = self.tokens.iter().rev().map(|token| token.start);
        let mut inner = starts.filter(|inner| (start + 1..end).contains(inner));
        let head = inner.find(|inner| {
            self.part
                .vocab
                .heads
                .first(self.text(*inner..end))
                .is_some_and(|(length, _)| inner + length == end)
        });
        Some(Self::actor(start..head.unwrap_or(end), What::Office, Look::Plain))
    }

    /// A body by its Thai head noun.
    fn body(&self, at: usize) -> Option<Actor> {
        let start = self.tokens.get(at)?.start;
        let (length, sort) = self.part.vocab.heads.first(self.part.slice(start, self.part.text.len()))?;
        let from = self.after(start + length);
        let parted = from == self.tokens.len() || self.tokens[from].start >= start + length;
        if !parted
            || self.tokens.iter().any(|token| token.start < start + length && start + length < token.end)
        {
            return None;
        }
        let to = self.name_end(from, sort);
        let mut end = if to > from { self.tokens[to - 1].end } else { start + length };
        let named = self.part.slice(self.tokens.get(from).map_or(end, |token| token.start), end);
        let adjective = self.part.vocab.grammar.town_adjectives.iter().any(|word| named.starts_with(word));
        let town = matches!(sort, Sort::Place | Sort::City) && !adjective;
        // Part of an unknown town's name may be a word; what tells where it ends is the same in Latin letters.
        let again = latin::put_again(self.part.vocab, &self.part.text, end).filter(|_| town && to > from);
        end = again.unwrap_or(end);
        let thai = self.part.vocab.grammar.thai_heads.contains(&self.text(start..start + length));
        let look = match if thai { Look::Home } else { self.body_look(from..to, sort) } {
            // Of a town of the country nobody writes the name in Latin letters behind the Thai one.
            Look::Plain if again.is_some() => Look::Foreign,
            look => look,
        };
        Some(Self::actor(start..end, What::Body(sort), look))
    }

    /// The token behind the last of a name that begins at one.
    fn name_end(&self, from: usize, sort: Sort) -> usize {
        let carries = matches!(sort, Sort::Organisation | Sort::Government | Sort::Mission);
        let private = matches!(sort, Sort::Organisation | Sort::Private);
        let mut to = from;
        while to < self.tokens.len() && to - from < WORDS {
            let token = self.tokens[to];
            // A name in capitals is one, with the small words in it.
            if let Some(end) = self.latin.get(&token.start).filter(|_| !self.begins_actor(to)) {
                to = self.after(*end);
                continue;
            }
            let joins = carries
                && self.part.vocab.grammar.joins_inside.contains(&self.word(to))
                && to + 1 < self.tokens.len()
                && !self.begins_other(to + 1);
            let odd = self.is_odd(to);
            let stop = match token.sort {
                TokenSort::Sign => !matches!(self.word(to), "-" | "." | "&") || !self.is_glued(to),
                _ if !self.is_glued(to) => {
                    !(odd
                        || private && self.closes_odd(from, to) && self.opens_odd(to)
                        || to == from && sort == Sort::Private && !self.begins_other(to))
                }
                // Mayors and governors have associations of their own.
                _ if to == from && sort == Sort::Association => false,
                _ => self.begins_other(to) && !joins,
            };
            // A town's name is over where ordinary words go on behind it.
            let town = matches!(sort, Sort::Place | Sort::City) && to > from && !odd && self.is_odd(to - 1);
            if stop || town {
                break;
            }
            to += 1;
        }
        to
    }

    /// Letters that no word covers stand among those up to the next blank: the second name of a founder, part of which
    /// may be a word.
    fn opens_odd(&self, at: usize) -> bool {
        let run = (at..self.tokens.len()).take_while(|next| *next == at || self.is_glued(*next));
        !self.begins_other(at) && run.into_iter().any(|next| self.tokens[next].sort == TokenSort::Letters)
    }

    /// The same of those since the last blank, from the name's first token on.
    fn closes_odd(&self, from: usize, to: usize) -> bool {
        let run = (from..to).rev().scan(true, |glued, at| {
            let within = *glued;
            *glued = self.is_glued(at);
            within.then_some(at)
        });
        run.into_iter().any(|at| self.is_odd(at))
    }

    /// Letters that no word covers, Latin capitals, or a name of the tables.
    fn is_odd(&self, at: usize) -> bool {
        let token = self.tokens[at];
        match token.sort {
            TokenSort::Letters => true,
            TokenSort::Latin => self.word(at).starts_with(|c: char| c.is_uppercase()),
            TokenSort::Word => self.names.get(&token.start).is_some_and(|name| name.is_foreign),
            TokenSort::Sign => false,
        }
    }

    /// Whose a body is, by the words of its name.
    fn body_look(&self, name: Range<usize>, sort: Sort) -> Look {
        let (Some(first), Some(last)) =
            (self.tokens.get(name.start), name.end.checked_sub(1).and_then(|at| self.tokens.get(at)))
        else {
            return Look::Plain;
        };
        if name.is_empty() {
            return Look::Plain;
        }
        let written = self.text(first.start..last.end);
        let inside = |m: &&Mention| first.start <= m.start && m.end <= last.end;
        if self.part.vocab.grammar.of_thailand.iter().any(|of| written.ends_with(of)) {
            return Look::Home;
        }
        let listed = |m: &&Mention| inside(m) && matches!(m.name, Name::Organisation(_));
        if self.part.names.iter().any(|m| listed(&m)) {
            return Look::Known;
        }
        let private = matches!(sort, Sort::Association | Sort::Private | Sort::Organisation);
        if private && self.part.vocab.home.begins(written) {
            return Look::Home;
        }
        if self.part.names.iter().filter(inside).any(|m| m.is_foreign && m.sense != Sense::Attribute) {
            return Look::Known;
        }
        if self.part.names.iter().any(|m| inside(&m) && !m.is_foreign)
            || self.part.vocab.home.begins(written)
            || self.part.vocab.grammar.thai.iter().any(|thai| written.contains(thai))
        {
            return Look::Home;
        }
        if matches!(sort, Sort::Organisation | Sort::Association)
            && self.part.vocab.grammar.world.iter().any(|word| written.contains(word))
        {
            return Look::World;
        }
        let place = matches!(sort, Sort::Place | Sort::City);
        match self.letters_look(name.clone()) {
            Look::Plain if place && self.part.vocab.looks.score(written) > FOREIGN_PLACE => Look::Foreign,
            // Ministries and departments are Thai where no name says whose they are; a hotel is where people meet.
            Look::Plain if sort == Sort::Government => Look::Home,
            Look::Latin | Look::Foreign if sort == Sort::Hotel => Look::Plain,
            Look::Plain if self.part.vocab.looks.score(written) > FOREIGN_NAME && !place => Look::Foreign,
            look => look,
        }
    }

    /// What letters tell: Latin ones, and those that no word covers.
    fn letters_look(&self, name: Range<usize>) -> Look {
        let mut look = Look::Plain;
        for at in name {
            let word = self.word(at);
            match self.tokens[at].sort {
                TokenSort::Latin if latin::is_domestic(self.part.vocab, word) => return Look::Home,
                TokenSort::Latin if word.chars().filter(|c| c.is_alphabetic()).count() >= 3 => {
                    look = Look::Latin;
                }
                TokenSort::Letters if self.part.vocab.looks.score(word) > looks::FOREIGN => {
                    look = Look::Foreign;
                }
                TokenSort::Latin | TokenSort::Letters | TokenSort::Word | TokenSort::Sign => {}
            }
        }
        look
    }

    /// A name in Latin letters, by its head what it is.
    fn latin(&self, at: usize) -> Option<Actor> {
        let start = self.tokens.get(at)?.start;
        let end = *self.latin.get(&start)?;
        let name = self.text(start..end);
        let first = name.split([' ', '/']).next().unwrap_or_default();
        // One word with one capital is a name where a name must follow.
        let partner = || {
            let before = self.before(start);
            self.part.vocab.grammar.partner.iter().any(|word| ends_with_word(before, word))
        };
        if !(latin::is_name(name) || latin::is_acronym(first) || latin::is_word(name) && partner()) {
            return None;
        }
        let look = if latin::is_domestic(self.part.vocab, name) { Look::Home } else { Look::Latin };
        let what = match self.part.vocab.heads.last(name) {
            Some(Sort::Office) => What::Office,
            // A mayor's name, or what sort of ambassador it is.
            None if self.follows_office(start) => What::Person,
            None if self.leads_to_office(end) => What::Office,
            _ if self
                .part
                .vocab
                .grammar
                .not_bodies
                .iter()
                .any(|word| name.split([' ', '-']).any(|one| one == *word)) =>
            {
                What::Body(Sort::Event)
            }
            Some(sort) => What::Body(sort),
            None => What::Latin,
        };
        Some(Self::actor(start..end, what, look))
    }

    /// True if the word of a person's office stands right before a byte.
    fn follows_office(&self, start: usize) -> bool {
        let before = self.part.slice(0, start);
        let text = before.trim_end().trim_end_matches('.');
        before.ends_with(' ')
            && self.part.vocab.grammar.person_offices.iter().any(|office| ends_with_word(text, office))
    }

    /// True if the word of a person's office stands right behind a byte.
    fn leads_to_office(&self, end: usize) -> bool {
        let behind = self.part.slice(end, self.part.text.len());
        let word: &str = behind.trim_start().split([' ', ',', '.', '(', ')']).next().unwrap_or_default();
        behind.starts_with(' ') && self.part.vocab.grammar.person_offices.contains(&word)
    }

    /// A place behind the word for where, up to the next blank, whose letters look foreign together.
    fn located(&self, at: usize) -> Option<Actor> {
        let start = self.tokens.get(at).filter(|token| token.sort != TokenSort::Latin)?.start;
        let before = at.checked_sub(1).map(|before| self.word(before))?;
        if self.is_glued(at) || !self.part.vocab.grammar.at.contains(&before) {
            return None;
        }
        let rest = self.part.slice(start, self.part.text.len());
        let name = rest.split(|c: char| !is_letter(c)).next().unwrap_or_default();
        let foreign =
            self.part.vocab.looks.score(name) > looks::FOREIGN && !self.part.vocab.home.begins(name);
        foreign.then(|| Self::actor(start..start + name.len(), What::Body(Sort::Place), Look::Foreign))
    }

    /// Thai letters that no word covers and that look foreign.
    fn letters(&self, at: usize) -> Option<Actor> {
        let first = self.tokens.get(at).filter(|token| token.sort == TokenSort::Letters)?;
        let mut last = at;
        while self
            .tokens
            .get(last + 1)
            .is_some_and(|token| token.sort == TokenSort::Letters && self.is_glued(last + 1))
        {
            last += 1;
        }
        let end = self.tokens[last].end;
        let letters = self.text(first.start..end);
        // An abbreviation is consonants only.
        let abbreviated = !letters.chars().any(|c| is_dependent(c) || is_leading_vowel(c));
        let foreign = self.part.vocab.looks.score(letters) > looks::FOREIGN && !abbreviated;
        foreign.then(|| Self::actor(first.start..end, What::Letters, Look::Foreign))
    }
}

/// True if a text ends with a word: a Latin one begins behind a blank.
fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word)
        .is_some_and(|rest| !word.is_ascii() || rest.is_empty() || rest.ends_with([' ', '(']))
}

/// Of the hits that begin at a byte the longest, with the byte after it.
fn longest<'a>(hits: impl Iterator<Item = &'a Hit>) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    for hit in hits {
        let end = found.entry(hit.start).or_insert(hit.end);
        *end = hit.end.max(*end);
    }
    found
}
