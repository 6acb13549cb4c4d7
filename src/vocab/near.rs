//! Names misspelt by a letter or two: taken only where a word can begin and end, and only if no other name is as near.
//!
//! One letter may be changed, added or dropped in names of eight letters, two from twelve; after a word that introduces
//! names (กรุง, เอกอัครราชทูต) one of six letters, two from ten; in Latin script eight and fourteen. Counted is the part of a name that is its own, without
//! words as สำนักงาน before it, by sound. Its first two letters must stand as they are, and in a short name no consonant
//! may be another.

use super::letters::{Alphabet, Folded, stands_for_consonant};
use super::phrase::{Claim, Found, Phrase};
use super::trie::{ByHead, Head};
use crate::thai::{in_normal_form, is_letter};
use std::collections::BTreeMap;

/// From how many letters on one may differ, and from how many on two.
const LETTERS: [usize; 2] = [8, 12];
/// The same after a word that introduces names.
const INTRODUCED: [usize; 2] = [6, 10];
/// The same in Latin script, where words of other meaning are nearer.
const LATIN: [usize; 2] = [8, 14];
/// The most letters that may differ.
const MOST: usize = 2;
/// A distance that is too far.
const FAR: usize = MOST + 1;

/// Names by their first letters.
pub struct Near<T> {
    names: ByHead<Vec<Entry<T>>>,
    shared: Shared,
}

/// Words that names begin with and that do not tell them apart, by their first letters, the longest first.
pub struct Shared {
    words: BTreeMap<Head, Vec<Vec<u8>>>,
}

/// A name by the part that is its own.
struct Entry<T> {
    /// Words before it that many names share.
    before: Vec<u8>,
    own: Vec<u8>,
    /// How many blanks or signs it has.
    gaps: usize,
    latin: bool,
    phrase: Phrase<T>,
}

/// A text with the places where a name can begin and end.
pub struct Places<'a> {
    /// The text by sound.
    pub folded: Folded,
    /// The text.
    pub text: &'a str,
    /// What is known at each byte of the text.
    pub known: Vec<Known>,
}

/// What is known at a byte of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that holds at a byte or does not")]
pub struct Known {
    /// A known word begins here.
    pub begins: bool,
    /// A known word ends before here.
    pub ends: bool,
    /// A word that introduces names ends before here.
    pub introduces: bool,
    /// It belongs to a known name.
    pub named: bool,
}

impl<T: Copy + Ord> Near<T> {
    /// Prepares the names: for each phrase the first letters of its own part, as `Shared` tells them.
    pub fn new(heads: &[Option<Head>], shared: Shared) -> Self {
        Self { names: ByHead::new(heads), shared }
    }

    fn entries(&self, items: &[u32], phrases: &[Phrase<T>], alphabet: &Alphabet) -> Vec<Entry<T>> {
        let phrases = items.iter().filter_map(|item| phrases.get(*item as usize));
        phrases.filter_map(|phrase| Entry::of(*phrase, &self.shared, alphabet)).collect()
    }

    /// The names that are misspelt in a text, in the layer of each.
    pub fn find(
        &self,
        places: &Places,
        phrases: &[Phrase<T>],
        alphabet: &Alphabet,
    ) -> Vec<(usize, Found<T>)> {
        let mut found: Vec<(usize, Found<T>)> = Vec::new();
        for at in 0..places.folded.key.len() {
            if !places.can_begin(at) {
                continue;
            }
            let head = places.folded.head(at);
            let entries =
                head.and_then(|head| self.names.get(head, |items| self.entries(items, phrases, alphabet)));
            if let Some(entries) = entries {
                found.extend(only(entries, places, at));
            }
        }
        found
    }
}

impl Shared {
    /// Prepares such words.
    pub fn of(words: impl Iterator<Item = &'static str>, alphabet: &Alphabet) -> Self {
        let mut by_head: BTreeMap<Head, Vec<Vec<u8>>> = BTreeMap::new();
        for word in words {
            let folded = Folded::of(&in_normal_form(word), alphabet, true);
            if let Some(head) = folded.head(0).filter(|_| folded.key.len() > 1) {
                by_head.entry(head).or_default().push(folded.key);
            }
        }
        for words in by_head.values_mut() {
            words.sort_by_key(|key| std::cmp::Reverse(key.len()));
        }
        Self { words: by_head }
    }

    /// The part of a name that is its own.
    fn own<'a>(&self, name: &'a [u8]) -> &'a [u8] {
        let mut own = name;
        while let Some(words) = own.first_chunk().and_then(|head: &Head| self.words.get(head)) {
            let Some(shorter) = words.iter().find_map(|word| own.strip_prefix(word.as_slice())) else {
                break;
            };
            own = shorter;
        }
        own
    }

    /// The first letters of the part of a name that is its own; `None` if it is too short to be recognised misspelt.
    pub fn head_of(&self, name: &[u8]) -> Option<Head> {
        let own = self.own(name);
        own.first_chunk().copied().filter(|_| own.len() >= INTRODUCED[0])
    }
}

/// The one name that is misspelt at a place.
fn only<T: Copy + Ord>(entries: &[Entry<T>], places: &Places, at: usize) -> Option<(usize, Found<T>)> {
    let mut near: Vec<(usize, usize, &Entry<T>)> = Vec::new();
    for entry in entries.iter().filter(|entry| places.folded.key[..at].ends_with(&entry.before)) {
        near.extend(entry.ends(places, at).map(|(end, edits)| (edits, end, entry)));
    }
    let first = near.first()?.2.phrase.means;
    if near.iter().any(|(.., entry)| entry.phrase.means != first) {
        return None;
    }
    let (_, end, entry) = near
        .into_iter()
        .filter(|(.., entry)| entry.phrase.claim == Claim::Proper)
        .min_by_key(|(edits, end, _)| (*edits, std::cmp::Reverse(*end)))?;
    let (start, end) = places.folded.span(at - entry.before.len(), end)?;
    let (means, claim) = (entry.phrase.means, entry.phrase.claim);
    Some((entry.phrase.layer, Found { start, end, means, claim, misspelt: true }))
}

impl<T> Entry<T> {
    /// `None` for names that are too short or are written with figures, which must not be mistaken for others.
    fn of(phrase: Phrase<T>, shared: &Shared, alphabet: &Alphabet) -> Option<Self> {
        let words = in_normal_form(phrase.words);
        let key = Folded::of(&words, alphabet, true).key;
        let own = shared.own(&key);
        let latin = own.iter().all(u8::is_ascii_alphabetic);
        let thai = !words.chars().any(|c| !is_letter(c) && c.is_alphanumeric());
        if !latin && !thai {
            return None;
        }
        let before = key[..key.len() - own.len()].to_vec();
        let gaps =
            words.split(|c: char| !is_letter(c) && !c.is_alphanumeric()).filter(|w| !w.is_empty()).count()
                - 1;
        (own.len() >= INTRODUCED[0]).then(|| Self { before, own: own.to_vec(), gaps, latin, phrase })
    }

    /// Where a misspelling of the name that begins at a letter can end, and by how many letters it differs.
    fn ends(&self, places: &Places, at: usize) -> impl Iterator<Item = (usize, usize)> {
        let letters = match (self.latin, places.known(at).introduces) {
            (true, _) => LATIN,
            (false, true) => INTRODUCED,
            (false, false) => LETTERS,
        };
        let most = letters.iter().filter(|least| self.own.len() >= **least).count();
        let distances = match most {
            0 => [FAR; 2 * MOST + 1],
            _ => distances(&self.own, &places.folded.key[at..], most),
        };
        let shortest = at + self.own.len() - most;
        distances.into_iter().enumerate().filter_map(move |(extra, distance)| {
            let end = shortest + extra;
            let near = (1..=most).contains(&distance);
            let fits = near && places.can_end(end) && self.fits(places, at, end);
            (fits && !self.sounds_other(&places.folded.key[at..end])).then_some((end, distance))
        })
    }

    /// Another consonant makes a short name that of another place: อารูชา is not อารูบา.
    fn sounds_other(&self, written: &[u8]) -> bool {
        let changed = || self.own.iter().zip(written).filter(|(own, other)| own != other);
        self.own.len() < LETTERS[0]
            && self.own.len() == written.len()
            && changed().any(|(own, other)| stands_for_consonant(*own) && stands_for_consonant(*other))
    }

    /// A misspelt name has the blanks of the name, and in Latin script its capital.
    fn fits(&self, places: &Places, at: usize, end: usize) -> bool {
        let blanks = (at..end - 1).filter(|at| places.parted(at + 1)).count();
        let capital = || {
            let start = places.folded.span(at, end).map_or(0, |(start, _)| start);
            places.text.get(start..).is_some_and(|rest| rest.starts_with(char::is_uppercase))
        };
        blanks == self.gaps && (!self.latin || capital())
    }
}

/// How far a name is from each beginning of a text whose length differs from its own by no more than `most`, the
/// shortest first; more than `most` where it does not matter how far.
fn distances(name: &[u8], text: &[u8], most: usize) -> [usize; 2 * MOST + 1] {
    // Cell `d` of a row stands for the text's letter that is `d - most` away from the name's.
    let mut row = [FAR; 2 * MOST + 1];
    // Where both are the same so far, only letters added or dropped tell them apart: the row stays as it begins.
    let same = name.iter().zip(text).take_while(|(one, other)| one == other).count();
    for (d, cell) in row.iter_mut().enumerate() {
        let within = (same + d).checked_sub(most).is_some_and(|end| end <= text.len());
        *cell = if within && d <= 2 * most { d.abs_diff(most) } else { FAR };
    }
    for (i, letter) in name.iter().enumerate().skip(same) {
        let mut next = [FAR; 2 * MOST + 1];
        for d in 0..=2 * most {
            let Some(end) = (i + 1 + d).checked_sub(most).filter(|end| *end <= text.len()) else { continue };
            let changed =
                end.checked_sub(1).and_then(|last| text.get(last)).map(|c| row[d] + usize::from(c != letter));
            let dropped = row.get(d + 1).map_or(FAR, |cell| cell + 1);
            let added = d.checked_sub(1).map_or(FAR, |before| next[before] + 1);
            next[d] = changed.unwrap_or(FAR).min(dropped).min(added).min(FAR);
        }
        if next.iter().all(|cell| *cell > most) {
            return [FAR; 2 * MOST + 1];
        }
        row = next;
    }
    row
}

impl Places<'_> {
    /// True if a blank or sign stands before a letter, or a letter of another script.
    fn parted(&self, at: usize) -> bool {
        let (Some(before), Some(after)) = (at.checked_sub(1), self.folded.key.get(at)) else { return true };
        let other = self.folded.key.get(before).is_none_or(|byte| byte.is_ascii() != after.is_ascii());
        other || !self.folded.between(self.text, before).is_empty()
    }

    /// True if a name can begin with a letter: at a blank or after a known word, and not where a known word begins.
    pub fn can_begin(&self, at: usize) -> bool {
        let known = self.known(at);
        !known.begins && !known.named && (known.ends || self.parted(at))
    }

    /// True if a name can end before a letter: at a blank or before a known word.
    pub fn can_end(&self, at: usize) -> bool {
        self.known(at).begins || self.parted(at)
    }

    fn known(&self, at: usize) -> Known {
        let start = self.folded.span(at, at + 1).map(|(start, _)| start);
        start.and_then(|start| self.known.get(start)).copied().unwrap_or_default()
    }
}
