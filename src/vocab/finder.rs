//! Finds many phrases at once in unspaced Thai and in Latin text, and says exactly where.

use super::letters::{Alphabet, Folded};
use crate::thai::{
    goes_on_silent, is_above_or_below, is_consonant, is_dependent, is_folded_in, is_leading_vowel, is_letter,
    normal,
};
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use std::collections::BTreeMap;

/// A phrase to look for, and what it stands for.
#[derive(Debug, Clone)]
pub struct Phrase<T> {
    /// The words, as they are usually written.
    pub words: String,
    /// What they stand for.
    pub means: T,
    /// How much of its surroundings a match needs.
    pub claim: Claim,
    /// Which layer it belongs to.
    pub layer: usize,
}

/// How much a match needs to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// Wherever it stands on word and syllable boundaries.
    Plain,
    /// A name: in Latin letters it begins with a capital if it usually does.
    Proper,
    /// Only in exactly these capitals.
    Capitals,
    /// Only as a word of its own or after a word that introduces names: it is part of too many other words.
    Introduced,
}

/// A phrase found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found<T> {
    /// First byte in the text searched.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it stands for.
    pub means: T,
    /// How much it needed to be believed.
    pub claim: Claim,
    /// True if it is written differently from every known spelling.
    pub misspelt: bool,
}

/// Searches for the phrases of several layers at once: those of one layer compete with each other only.
pub struct Finder<T> {
    alphabet: Alphabet,
    exact: Automaton<T>,
    sounds: Automaton<T>,
    introducers: Vec<String>,
    layers: Vec<Layer>,
}

/// How the phrases of a layer compete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layer {
    /// Which of overlapping ones are kept.
    pub overlap: Overlap,
    /// True if names are also found when they are spelt by another transliteration that sounds the same, if only
    /// one name does.
    pub by_sound: bool,
}

/// Which of overlapping phrases are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlap {
    /// The longest only: two names cannot share letters.
    None,
    /// All but those inside a longer one: two wordings can share a word.
    Partial,
}

struct Automaton<T> {
    search: AhoCorasick,
    patterns: Vec<Pattern<T>>,
}

struct Pattern<T> {
    /// Letters before which the phrase itself has a blank or sign, counted in folded letters.
    gaps: Vec<usize>,
    /// Length in folded letters.
    letters: usize,
    /// The phrase without blanks and signs, in its own case.
    cased: String,
    layer: usize,
    means: T,
    claim: Claim,
}

/// Letters a misspelt name needs at least: shorter ones resemble too many words.
const MISSPELT_LETTERS: usize = 6;
/// From this length on, a stray blank inside a name is a fault of typing, not the border of two words.
const STRAY_BLANK_LETTERS: usize = 8;

impl<T: Copy + Ord> Finder<T> {
    /// Prepares the search. `introducers` are words after which a name follows.
    #[must_use]
    pub fn new(phrases: Vec<Phrase<T>>, introducers: Vec<String>, layers: Vec<Layer>) -> Self {
        let alphabet = Alphabet::of(phrases.iter().map(|phrase| phrase.words.as_str()));
        let sounds = Automaton::new(sound_phrases(&phrases, &layers, &alphabet), &alphabet, true);
        Self { exact: Automaton::new(phrases, &alphabet, false), sounds, alphabet, introducers, layers }
    }

    /// All phrases in a text in normal form, layer by layer: the longest first where they overlap, ordered by place.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Vec<Found<T>>> {
        let written = Folded::of(text, &self.alphabet, false);
        let sounding = Folded::of(text, &self.alphabet, true);
        let mut hits: Vec<Vec<Found<T>>> = self.layers.iter().map(|_| Vec::new()).collect();
        self.exact.hits(text, &written, &self.introducers, false, &mut hits);
        let mut more: Vec<Vec<Found<T>>> = self.layers.iter().map(|_| Vec::new()).collect();
        self.sounds.hits(text, &sounding, &self.introducers, true, &mut more);
        let layers = self.layers.iter().zip(hits.into_iter().zip(more));
        layers.map(|(layer, (hits, more))| kept(hits, more, layer.overlap)).collect()
    }
}

/// Of all hits of a layer those that stand: the longest first, known spellings before others.
fn kept<T: Copy + Ord>(mut hits: Vec<Found<T>>, mut more: Vec<Found<T>>, overlap: Overlap) -> Vec<Found<T>> {
    let order = |a: &Found<T>, b: &Found<T>| {
        (b.end - b.start).cmp(&(a.end - a.start)).then(a.start.cmp(&b.start)).then(a.means.cmp(&b.means))
    };
    hits.sort_by(order);
    more.sort_by(order);
    let mut kept = Vec::with_capacity(hits.len());
    keep(&mut kept, hits, overlap);
    keep(&mut kept, more, overlap);
    kept.sort();
    kept
}

fn keep<T: Copy>(kept: &mut Vec<Found<T>>, hits: Vec<Found<T>>, overlap: Overlap) {
    for hit in hits {
        let free = |other: &Found<T>| match overlap {
            Overlap::None => hit.end <= other.start || other.end <= hit.start,
            Overlap::Partial => hit.start < other.start || other.end < hit.end,
        };
        if kept.iter().all(free) {
            kept.push(hit);
        }
    }
}

impl<T: Copy> Automaton<T> {
    fn new(phrases: Vec<Phrase<T>>, alphabet: &Alphabet, by_sound: bool) -> Self {
        let mut keys = Vec::with_capacity(phrases.len());
        let mut patterns = Vec::with_capacity(phrases.len());
        for phrase in phrases {
            let key = Folded::of(&normal(&phrase.words), alphabet, by_sound).key;
            if key.is_empty() {
                continue;
            }
            patterns.push(Pattern {
                gaps: gaps(&phrase.words),
                letters: key.len(),
                cased: phrase.words.chars().filter(|c| c.is_alphanumeric()).collect(),
                layer: phrase.layer,
                means: phrase.means,
                claim: phrase.claim,
            });
            keys.push(key);
        }
        Self { search: automaton(&keys), patterns }
    }

    fn hits(
        &self,
        text: &str,
        folded: &Folded,
        introducers: &[String],
        misspelt: bool,
        layers: &mut [Vec<Found<T>>],
    ) {
        for hit in self.search.find_overlapping_iter(&folded.key) {
            let Some(pattern) = self.patterns.get(hit.pattern().as_usize()) else { continue };
            let Some((start, end)) = folded.span(hit.start(), hit.end()) else { continue };
            let end = if misspelt { end + text.get(end..).map_or(0, sign_tail) } else { end };
            let fits = on_boundaries(text, start, end)
                && folded.keeps_together(text, hit.start(), hit.end() - 1, pattern)
                && claimed(text, start, end, pattern, introducers);
            if let (true, Some(layer)) = (fits, layers.get_mut(pattern.layer)) {
                layer.push(Found { start, end, means: pattern.means, claim: pattern.claim, misspelt });
            }
        }
    }
}

/// The automaton over the keys. The vocabulary is fixed when the program is built, so a failure is the program's own.
fn automaton(keys: &[Vec<u8>]) -> AhoCorasick {
    AhoCorasickBuilder::new()
        .match_kind(MatchKind::Standard)
        .build(keys)
        .unwrap_or_else(|error| panic!("the vocabulary cannot be searched: {error}"))
}

/// The phrases that may be recognised by sound: Thai, long enough, and sounding like no other.
fn sound_phrases<T: Copy + Ord>(
    phrases: &[Phrase<T>],
    layers: &[Layer],
    alphabet: &Alphabet,
) -> Vec<Phrase<T>> {
    let mut by_sound: BTreeMap<Vec<u8>, Vec<&Phrase<T>>> = BTreeMap::new();
    for phrase in phrases.iter().filter(|phrase| layers.get(phrase.layer).is_some_and(|layer| layer.by_sound))
    {
        by_sound.entry(Folded::of(&phrase.words, alphabet, true).key).or_default().push(phrase);
    }
    by_sound
        .into_iter()
        .filter(|(key, same)| {
            key.len() >= MISSPELT_LETTERS
                && same.iter().all(|phrase| {
                    phrase.means == same[0].means
                        && phrase.claim == Claim::Proper
                        && phrase.words.chars().filter(|c| is_folded_in(*c)).all(is_letter)
                })
        })
        .map(|(_, same)| same[0].clone())
        .collect()
}

/// Indices of folded letters before which the phrase has a blank or sign.
fn gaps(words: &str) -> Vec<usize> {
    let mut gaps = Vec::new();
    let mut letters = 0;
    let mut gap = false;
    for c in words.chars() {
        if is_folded_in(c) {
            if gap {
                gaps.push(letters);
            }
            gap = false;
            letters += c.to_lowercase().count();
        } else {
            gap = true;
        }
    }
    gaps
}

impl Folded {
    /// Blanks and signs inside a match must be those of the phrase, or be a fault of typing.
    fn keeps_together<T>(&self, text: &str, first: usize, last: usize, pattern: &Pattern<T>) -> bool {
        (first..last).all(|at| {
            let between = self.between(text, at);
            if between.is_empty() {
                return true;
            }
            let signs = between.chars().filter(|c| !is_above_or_below(*c) && !is_consonant(*c));
            let mut signs = signs.peekable();
            signs.peek().is_none()
                || pattern.gaps.contains(&(at + 1 - first))
                || signs.clone().all(|c| c == '.')
                || (pattern.letters >= STRAY_BLANK_LETTERS && between == " ")
        })
    }
}

/// Bytes of signs that still belong to the letter before them.
fn sign_tail(rest: &str) -> usize {
    rest.chars().take_while(|c| is_above_or_below(*c)).map(char::len_utf8).sum()
}

/// A match must not begin or end inside a Latin word or a Thai syllable's cluster.
fn on_boundaries(text: &str, start: usize, end: usize) -> bool {
    let (Some(before), Some(inside), Some(after)) =
        (text.get(..start), text.get(start..end), text.get(end..))
    else {
        return false;
    };
    let left = match (before.chars().next_back(), inside.chars().next()) {
        (Some(b), Some(i)) if i.is_ascii_alphanumeric() => {
            !(is_latin_letter(b) || i.is_ascii_digit() && b.is_ascii_digit())
        }
        (Some(b), Some(_)) => !is_leading_vowel(b),
        _ => true,
    };
    let right = match (inside.chars().next_back(), after.chars().next()) {
        (Some(i), Some(a)) if i.is_ascii_digit() => !a.is_ascii_digit() && !is_latin_letter(a),
        (Some(i), Some(a)) if is_latin_letter(i) => !is_latin_letter(a) && !a.is_ascii_digit(),
        (Some(_), Some(a)) => !is_dependent(a) && !goes_on_silent(after),
        _ => true,
    };
    left && right
}

fn is_latin_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && !is_letter(c) && c.is_alphabetic())
}

fn claimed<T>(text: &str, start: usize, end: usize, pattern: &Pattern<T>, introducers: &[String]) -> bool {
    match pattern.claim {
        Claim::Plain => true,
        Claim::Proper => begins_like(text, start, &pattern.cased),
        Claim::Capitals => text
            .get(start..end)
            .is_some_and(|written| written.chars().filter(|c| c.is_alphanumeric()).eq(pattern.cased.chars())),
        Claim::Introduced => {
            begins_like(text, start, &pattern.cased)
                && cased_like(text, start, end, &pattern.cased)
                && introduced(text, start, end, introducers)
        }
    }
}

/// Names begin with a capital: nice and male are no cities.
fn begins_like(text: &str, start: usize, cased: &str) -> bool {
    let written = text.get(start..).and_then(|rest| rest.chars().next());
    !cased.starts_with(|c: char| c.is_ascii_uppercase()) || written.is_some_and(|c| !c.is_lowercase())
}

/// Short Latin names in capitals are no names in small letters.
fn cased_like(text: &str, start: usize, end: usize, cased: &str) -> bool {
    let shouted = cased.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    !shouted || text.get(start..end).is_some_and(|written| !written.chars().any(char::is_lowercase))
}

fn introduced(text: &str, start: usize, end: usize, introducers: &[String]) -> bool {
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    let trimmed = before.trim_end_matches([' ', '-', '\u{2013}', '(', '/']);
    if introducers.iter().any(|word| trimmed.ends_with(word.as_str())) {
        return true;
    }
    let alone_left = before.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !is_above_or_below(c));
    let alone_right = after.chars().next().is_none_or(|c| !c.is_alphanumeric() && !is_above_or_below(c));
    alone_left && alone_right
}
