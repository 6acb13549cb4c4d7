//! Facts of a text, told once however often it is asked: days, acts, foreign sides, headings, marks. Nothing here knows
//! a layout.

use super::{headings, judge, phrases};
use crate::dates::dated::{self, Places};
use crate::model::{Layout, Role};
use crate::thai::{self, numbering};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;
use crate::vocab::memo::VocabMemo;
use crate::vocab::wording::Wording;
use crate::vocab::words::Party;
use foldhash::fast::RandomState;
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

/// A heading or label is no longer, in characters.
const HEADING: usize = 60;
/// A label before a colon is no longer, in characters; one in unknown words is shorter.
const LABEL: usize = 40;
const UNKNOWN_LABEL: usize = 22;
/// Known words cover this share of a heading.
const COVERED: f32 = 0.4;
/// Beside a date, this many letters are still only its trimmings (เวลา, น., weekday).
const TRIMMINGS: usize = 18;

/// What stands before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// `1.`
    Number,
    /// `1)`
    Closed,
    /// `(1)` `(ก)`
    Brackets,
    /// `1.1`
    Deep,
    /// `ก.`
    Letter,
    /// `•` `-`
    Bullet,
    /// `ภาพที่ 3`
    Word,
}

/// Facts of a text.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each asked for by its name")]
pub struct Fact {
    /// The text, in normal form.
    pub text: String,
    /// Its length in characters.
    pub length: usize,
    /// Where days are named.
    pub days: Vec<Range<usize>>,
    /// A month, quarter or the like is named.
    pub period: bool,
    /// It names a day or period and hardly anything else.
    pub date_only: bool,
    /// It begins with a time of day.
    pub timed: bool,
    /// Nothing but figures and signs.
    pub number: bool,
    /// How many acts or events are named.
    pub acts: usize,
    /// Where the first act is named, 0 at the beginning to 1 at the end or nowhere.
    pub act_at: f32,
    /// A word in Latin letters with a capital stands in it.
    pub latin: bool,
    /// It begins like a letter, a report or a title block.
    pub letter: bool,
    /// It begins like a sentence about a report or about those who take part.
    pub report: bool,
    /// It begins with a person's name.
    pub person: bool,
    /// It goes on with what stands before.
    pub goes_on: bool,
    /// It is cut off at its end.
    pub cut: bool,
    /// What opens it as an item, with its length in bytes.
    pub mark: Option<(Mark, usize)>,
    /// `label: value`: where the colon stands.
    pub label: Option<usize>,
    vocab: Vocab,
    foreign: OnceCell<(bool, BTreeSet<Name>)>,
    role: OnceCell<Option<Role>>,
    furniture: OnceCell<bool>,
}

/// Facts of texts, remembered by their words.
#[derive(Debug)]
pub struct Facts {
    /// What words mean.
    pub vocab: Vocab,
    /// Layouts of tables that a person taught.
    pub taught: Vec<Layout>,
    known: RefCell<HashMap<String, Rc<Fact>, RandomState>>,
}

impl Facts {
    /// Facts under a vocabulary.
    pub fn new(vocab: Vocab) -> Self {
        Self { vocab, taught: Vec::new(), known: RefCell::default() }
    }

    /// The same with layouts that a person taught.
    pub fn taught(vocab: Vocab, layouts: &[Layout]) -> Self {
        Self { taught: layouts.to_vec(), ..Self::new(vocab) }
    }

    /// The facts of a text.
    pub fn of(&self, text: &str) -> Rc<Fact> {
        if let Some(fact) = self.known.borrow().get(text) {
            return Rc::clone(fact);
        }
        let fact = Rc::new(Fact::of(self.vocab, text));
        self.known.borrow_mut().insert(text.to_owned(), Rc::clone(&fact));
        fact
    }
}

impl Fact {
    fn of(vocab: Vocab, text: &str) -> Self {
        let text = thai::one_line(text);
        let length = text.chars().count();
        let named = dated::places(&text);
        let days = named.days.clone();
        let period = named.month.is_some() || named.quarter.is_some() || named.is_month || named.is_week;
        let number = text.chars().all(|c| thai::is_digit(c) || c.is_whitespace() || ".,%()-–+:/".contains(c))
            && days.is_empty();
        let acts = vocab.wording.acts(&text);
        let act_at = acts.first().map_or(1.0, |at| *at as f32 / text.len().max(1) as f32);
        let date_only = date_only(vocab, &text, &named, period);
        let timed = named.time.as_ref().is_some_and(|time| time.start == 0);
        Self {
            latin: latin(&text),
            // A letter's sentence that opens with a day or says that somebody did something tells what happened.
            letter: vocab.wording.begins(&text, Wording::Letter).is_some()
                && (days.is_empty() || !phrases::begins_with_date(vocab, &text))
                && !acts
                    .first()
                    .is_some_and(|act| vocab.grammar.did.iter().any(|did| text[..*act].ends_with(did))),
            report: vocab.wording.begins(&text, Wording::Report).is_some(),
            person: vocab.wording.begins(&text, Wording::Person).is_some(),
            goes_on: vocab.wording.begins(&text, Wording::GoesOn).is_some()
                || text.starts_with(|c: char| c.is_ascii_lowercase() || ")]},;:/".contains(c)),
            cut: vocab.wording.ends(&text, Wording::Cut) || text.ends_with(['(', '[', ',', ':', '–', '-']),
            mark: mark(vocab, &text),
            label: label(vocab, &text),
            acts: acts.len(),
            act_at,
            date_only,
            timed,
            number,
            period,
            days,
            length,
            vocab,
            foreign: OnceCell::new(),
            role: OnceCell::new(),
            furniture: OnceCell::new(),
            text,
        }
    }

    /// A foreign country, city, body or office is named.
    pub fn foreign(&self) -> bool {
        self.foreign.get_or_init(|| foreign(self.vocab, &self.text)).0
    }

    /// The foreign countries, cities and bodies that are named.
    pub fn names(&self) -> &BTreeSet<Name> {
        &self.foreign.get_or_init(|| foreign(self.vocab, &self.text)).1
    }

    /// What the text says as a heading or label.
    pub fn role(&self) -> Option<Role> {
        *self.role.get_or_init(|| {
            if self.length > HEADING || self.number || self.length == 0 {
                return None;
            }
            if self.vocab.wording.is(&self.text, Wording::Weekday) {
                return Some(Role::Date);
            }
            headings::says(self.vocab, &self.text)
                .filter(|said| said.share >= COVERED)
                .and_then(|said| said.roles.first().copied())
        })
    }

    /// The words tell a row that is no record: total, note, nil, signature, summary.
    pub fn no_record(&self) -> bool {
        *self.furniture.get_or_init(|| judge::is_no_item(self.vocab, &self.text))
    }

    /// Letters and digits in it.
    pub fn letters(&self) -> usize {
        self.text.chars().filter(|c| thai::is_folded_in(*c)).count()
    }

    /// The label and the value of `label: value`.
    pub fn labelled(&self) -> Option<(&str, &str)> {
        let at = self.label?;
        let (label, value) = self.text.split_at(at);
        Some((label.trim(), value.trim_start_matches([':', '：', ' '])))
    }
}

fn date_only(vocab: Vocab, text: &str, named: &Places, period: bool) -> bool {
    if !named.days.is_empty() {
        let mut rest = text.to_owned();
        for range in named.days.iter().rev() {
            rest.replace_range(range.clone(), " ");
        }
        while let Some(time) = dated::time(&rest) {
            rest.replace_range(time, " ");
        }
        let letters = rest.chars().filter(|c| thai::is_folded_in(*c)).count();
        return letters <= TRIMMINGS && vocab.wording.acts(&rest).is_empty();
    }
    let bare = || {
        let month = named.month.as_ref().or(named.quarter.as_ref())?;
        let letters = |part: &str| part.chars().filter(|c| thai::is_folded_in(*c)).count();
        Some(letters(&text[..month.start]) + letters(&text[month.end..]) <= TRIMMINGS / 3)
    };
    let week = || {
        named.is_week
            && text.chars().filter(|c| thai::is_folded_in(*c)).count() <= TRIMMINGS
            && vocab.wording.acts(text).is_empty()
    };
    named.is_month || period && (bare().unwrap_or(false) || week())
}

fn latin(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .any(|word| word.len() >= 3 && word.starts_with(|c: char| c.is_ascii_uppercase()))
}

fn mark(vocab: Vocab, text: &str) -> Option<(Mark, usize)> {
    if let Some(length) = vocab.wording.begins(text, Wording::Marker) {
        let rest = text[length..].trim_start();
        let digits = rest.len() - rest.trim_start_matches(thai::is_digit).len();
        let words = rest[digits..].trim_start_matches([':', '.', ')', ' ']);
        return (digits > 0 && !words.is_empty()).then(|| (Mark::Word, text.len() - words.len()));
    }
    if let Some(inner) = text.strip_prefix('[') {
        let rest = inner.trim_start_matches(thai::is_digit).strip_prefix(']')?.trim_start();
        return (!rest.is_empty() && !inner.starts_with(']'))
            .then(|| (Mark::Brackets, text.len() - rest.len()));
    }
    let (opening, rest) = numbering::opening(text)?;
    let named = dated::places(text);
    let begins = |place: Option<&Range<usize>>| place.is_some_and(|place| place.start == 0);
    if rest.is_empty() || begins(named.time.as_ref()) || begins(named.days.first()) {
        return None;
    }
    let length = text.len() - rest.len();
    let mark = match opening {
        numbering::Opening::Bullet => Mark::Bullet,
        numbering::Opening::Letter(_) => Mark::Letter,
        numbering::Opening::Number(parts) if parts.len() > 1 => Mark::Deep,
        numbering::Opening::Number(_) if text.starts_with('(') => Mark::Brackets,
        numbering::Opening::Number(_) if text[..length].trim_end().ends_with(')') => Mark::Closed,
        numbering::Opening::Number(_) => Mark::Number,
    };
    Some((mark, length))
}

fn label(vocab: Vocab, text: &str) -> Option<usize> {
    let at = text.find([':', '：'])?;
    let label = text[..at].trim_end();
    let length = label.chars().count();
    if length == 0 || length > LABEL || label.ends_with(thai::is_digit) {
        return None;
    }
    let known = || headings::says(vocab, label).is_some_and(|said| said.share >= COVERED);
    let short = length < UNKNOWN_LABEL && vocab.wording.acts(label).iter().all(|at| *at == 0);
    (short || known()).then_some(at)
}

/// True if a foreign country, city, body or office is named in a text.
pub fn names_foreign(vocab: Vocab, text: &str) -> bool {
    thread_local! { static KNOWN: VocabMemo<bool> = VocabMemo::default(); }
    KNOWN.with(|known| known.of(vocab.id(), text, || foreign(vocab, text).0))
}

/// Whether a foreign side is named, and which countries, cities and bodies.
fn foreign(vocab: Vocab, text: &str) -> (bool, BTreeSet<Name>) {
    const SORTS: [Party; 3] = [Party::Envoy, Party::Mission, Party::Delegation];
    let scan = vocab.scan(text);
    let is_foreign = |name: &Name| match name {
        Name::Organisation(_) | Name::City(_) | Name::Country(_) => vocab.names.is_foreign(*name),
        Name::Body(_) | Name::Department(_) | Name::Region(_) | Name::Trap(_) => false,
    };
    let names: BTreeSet<Name> = scan.names.iter().map(|found| found.means).filter(is_foreign).collect();
    let side = scan.hits(&vocab.words.sides).iter().any(|hit| SORTS.contains(&vocab.words.sides[hit]));
    (side || !names.is_empty(), names)
}

/// What a text is about: without the mark, day and time that open it.
pub fn without_opening(vocab: Vocab, text: &str) -> &str {
    let rest = mark(vocab, text).map_or(text, |(_, length)| &text[length..]);
    let rest = phrases::opening(vocab, rest).1;
    rest.trim_start_matches([')', ']', ':', '–', '—', '|', ',', '-', '.', ' '])
}
