//! Persons whom a row names, comparable whatever script they are written in.

use super::text::Text;
use crate::thai::{is_thai, sound};
use crate::vocab::Vocab;
use crate::vocab::matter::Stretch;

/// A name has so many words at most.
const WORDS: usize = 3;
/// The letters of a name, in all.
const LETTERS: usize = 4;
/// A shorter sound is many names'.
const SOUND: usize = 5;
/// A sound shorter than this tells nothing.
const LEAST: usize = 3;
/// Likeness of two spellings of one name, in thousandths, and of two that may be one.
const SAME: u32 = 750;
const LIKE: u32 = 500;

/// How like two rows' persons are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Both name persons, and none of them is the same.
    Unlike,
    /// They may be.
    Like,
    /// One person.
    Same,
}

/// A person, by name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Person {
    text: Text,
    thai: bool,
    /// The sound of each word.
    words: Vec<String>,
}

/// Persons of a row, and how all that it says of the other side sounds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Persons {
    /// Those who are named behind words such as นาย or Mr., or in brackets behind an office.
    pub named: Vec<Person>,
    heard: String,
}

impl Persons {
    /// Persons of a title and of a counterpart.
    pub fn of(vocab: Vocab, title: &str, counterpart: &str) -> Self {
        let mut named: Vec<Person> = Vec::new();
        for text in [title, counterpart] {
            for words in after_honorifics(vocab, text).into_iter().chain(in_brackets(vocab, text)) {
                let person = Person::of(&words);
                if !named.contains(&person) {
                    named.push(person);
                }
            }
        }
        let heard = [title, counterpart].into_iter().flat_map(str::split_whitespace).map(sound).collect();
        Self { named, heard }
    }

    /// How like the persons of two rows are; `None` where one names nobody.
    pub fn likeness(&self, other: &Self) -> Option<Likeness> {
        let best = self.named.iter().flat_map(|a| other.named.iter().map(|b| a.likeness(b))).max();
        if best.is_some_and(|best| best >= SAME) {
            return Some(Likeness::Same);
        }
        // The name of the one is heard in what the other says, in whatever script.
        let heard = self.named.iter().filter_map(|person| person.heard_in(&other.heard));
        let heard = heard.chain(other.named.iter().filter_map(|person| person.heard_in(&self.heard))).max();
        let like = best.map(|best| if best >= LIKE { Likeness::Like } else { Likeness::Unlike });
        heard.max(like)
    }
}

impl Person {
    fn of(words: &[String]) -> Self {
        let text = words.join(" ");
        Self {
            thai: text.chars().any(is_thai),
            text: Text::of([text.as_str()].into_iter()),
            words: words.iter().map(|word| sound(word)).filter(|sound| !sound.is_empty()).collect(),
        }
    }

    /// How the whole name sounds, if that tells it from others.
    pub fn sound(&self) -> Option<String> {
        Some(self.words.concat()).filter(|sound| sound.len() >= SOUND)
    }

    fn heard_in(&self, text: &str) -> Option<Likeness> {
        if self.sound().is_some_and(|sound| text.contains(&sound)) {
            return Some(Likeness::Same);
        }
        let last = self.words.last().filter(|last| last.len() >= SOUND)?;
        text.contains(last.as_str()).then_some(Likeness::Like)
    }

    /// Likeness in thousandths: by letters in one script, and by sound; the order of the words does not count.
    fn likeness(&self, other: &Self) -> u32 {
        let letters = if self.thai == other.thai { self.text.likeness(&other.text).unwrap_or(0) } else { 0 };
        let (one, two) = (self.words.concat(), other.words.concat());
        if one.len().min(two.len()) < LEAST {
            return letters;
        }
        let turned: String = other.words.iter().rev().map(String::as_str).collect();
        let whole = alike(&one, &two).max(alike(&one, &turned));
        let mut best: Vec<u32> = self
            .words
            .iter()
            .filter(|word| word.len() > 1)
            .filter_map(|word| other.words.iter().map(|name| alike(word, name)).max())
            .collect();
        best.sort_unstable_by_key(|likeness| std::cmp::Reverse(*likeness));
        let by_words = match (&best[..], other.words.len()) {
            ([first, second, ..], 2..) => u32::midpoint(*first, *second),
            ([first, ..], _) => first * 3 / 4,
            ([], _) => 0,
        };
        letters.max(whole).max(by_words)
    }
}

/// Likeness of two sounds in thousandths, by the letters to be changed, added or dropped.
fn alike(a: &str, b: &str) -> u32 {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let longest = a.len().max(b.len());
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = (before + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            before = row[j + 1];
            row[j + 1] = cost;
        }
    }
    ((longest - row[b.len()]) * 1000 / longest) as u32
}

/// The names behind words such as นาย or Mr., up to an office.
fn after_honorifics(vocab: Vocab, text: &str) -> Vec<Vec<String>> {
    let cut = vocab.matter.stretches(text);
    let mut out = Vec::new();
    for pair in cut.windows(2) {
        if let [(Stretch::Honorific, _), (Stretch::Matter, words)] = pair {
            let name = words.split(['(', ',', '/', '\n', '|']).next().unwrap_or_default();
            out.extend(name_of(name.split_whitespace()));
        }
    }
    out
}

/// Names in Latin letters that fill brackets: `Amb. of Italy (Paolo Dionisi)`.
fn in_brackets(vocab: Vocab, text: &str) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    for inside in text.split('(').skip(1).filter_map(|rest| rest.split_once(')')).map(|(inside, _)| inside) {
        let words: Vec<&str> = inside.split_whitespace().collect();
        let is_name = |word: &&str| {
            word.starts_with(|c: char| c.is_ascii_uppercase())
                && word.chars().filter(char::is_ascii_lowercase).count() > 1
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '-' | '.'))
        };
        let plain = vocab
            .matter
            .stretches(inside)
            .iter()
            .all(|(sort, _)| matches!(sort, Stretch::Matter | Stretch::Honorific));
        if (2..=WORDS).contains(&words.len())
            && words.iter().all(is_name)
            && plain
            && vocab.names_in(inside).is_empty()
        {
            out.extend(name_of(words.into_iter()));
        }
    }
    out
}

fn name_of<'a>(words: impl Iterator<Item = &'a str>) -> Option<Vec<String>> {
    let words: Vec<String> = words.take(WORDS).map(str::to_owned).collect();
    (words.iter().map(|word| word.chars().count()).sum::<usize>() >= LETTERS).then_some(words)
}
