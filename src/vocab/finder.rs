//! Finds many phrases at once in unspaced Thai and in Latin text, and says exactly where.

use super::letters::{Alphabet, Folded};
use super::near::{Known, Near, Places};
use super::phrase::{Claim, Found, Phrase};
use super::segment::{Segmented, WordList};
use crate::thai::{
    goes_on_silent, is_above_or_below, is_consonant, is_dependent, is_folded_in, is_leading_vowel, is_letter,
    normal,
};
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// Searches for the phrases of several layers at once: those of one layer compete with each other only.
pub struct Finder<T> {
    alphabet: Alphabet,
    exact: Automaton<T>,
    sounds: Automaton<T>,
    near: Near<T>,
    introducers: Introducers,
    layers: Vec<Layer>,
}

/// How the phrases of a layer compete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that a layer's phrases are or are not")]
pub struct Layer {
    /// Which of overlapping ones are kept.
    pub overlap: Overlap,
    /// True if they are names, which are also found when they are spelt by another transliteration that sounds the
    /// same, or are misspelt by a letter or two, if only one name is so near.
    pub respelt: bool,
    /// True if they are words that names begin with and that do not tell them apart.
    pub shared: bool,
    /// True if they are words that names follow.
    pub introduces: bool,
    /// True if each counts only where it is made of whole words of the best segmentation, as names do.
    pub whole: bool,
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

/// Words after which a name follows, by their last letter.
type Introducers = BTreeMap<char, Vec<String>>;

/// Letters a misspelt name needs at least: shorter ones resemble too many words.
const MISSPELT_LETTERS: usize = 6;
/// From this length on, a name that sounds the same needs no border of a word beside it.
const LIKELY_LETTERS: usize = 8;
/// From this length on, a stray blank inside a name is a fault of typing, not the border of two words.
const STRAY_BLANK_LETTERS: usize = 8;

impl<T: Copy + Ord> Finder<T> {
    /// Prepares the search for phrases of an alphabet. `introducers` are words after which a name follows.
    #[must_use]
    pub fn new(
        alphabet: Alphabet,
        phrases: Vec<Phrase<T>>,
        introducers: Vec<String>,
        layers: Vec<Layer>,
    ) -> Self {
        let layer = |phrase: &&Phrase<T>| layers.get(phrase.layer);
        let shared: Vec<&str> = phrases
            .iter()
            .filter(|phrase| layer(phrase).is_some_and(|layer| layer.shared))
            .map(|phrase| phrase.words.as_str())
            .collect();
        let names = phrases.iter().filter(|phrase| layer(phrase).is_some_and(|layer| layer.respelt)).cloned();
        let near = Near::new(names, &shared, &alphabet);
        let sounds = Automaton::new(sound_phrases(&phrases, &layers, &alphabet), &alphabet, true);
        let mut by_last = Introducers::new();
        for word in introducers {
            by_last.entry(word.chars().next_back().unwrap_or(' ')).or_default().push(word);
        }
        let exact = Automaton::new(phrases, &alphabet, false);
        Self { alphabet, exact, sounds, near, introducers: by_last, layers }
    }

    /// All phrases in a text in normal form, parted by a word list, layer by layer: the longest first where they overlap, known spellings
    /// before others, ordered by place.
    #[must_use]
    pub fn find(&self, words: &WordList, text: &str) -> Vec<Vec<Found<T>>> {
        let mut found: Vec<Vec<Found<T>>> = self.layers.iter().map(|_| Vec::new()).collect();
        let mut hits =
            self.exact.hits(text, &Folded::of(text, &self.alphabet, false), &self.introducers, None);
        self.refuse_parts_of_words(words, text, &mut hits);
        self.keep(&mut found, hits);
        let mut places = self.places(text, &found);
        let hits = self.sounds.hits(text, &places.folded, &self.introducers, Some(&places));
        if !hits.is_empty() {
            self.keep(&mut found, hits);
            places = self.places(text, &found);
        }
        let mut near = self.near.find(&places);
        near.retain(|(_, one)| on_boundaries(text, one.start, one.end));
        self.keep(&mut found, near);
        for ones in &mut found {
            ones.sort();
        }
        found
    }

    /// Drops what is only part of another word: a name is made of whole words of the best segmentation.
    fn refuse_parts_of_words(&self, words: &WordList, text: &str, hits: &mut Vec<(usize, Found<T>)>) {
        let whole = |(layer, hit): &(usize, Found<T>)| {
            hit.claim == Claim::Whole || self.layers.get(*layer).is_some_and(|layer| layer.whole)
        };
        let glued = |at: usize| {
            let (before, after) = text.split_at_checked(at).unwrap_or_default();
            before.ends_with(is_letter) && after.starts_with(is_letter)
        };
        if !hits.iter().any(|hit| whole(hit) && (glued(hit.1.start) || glued(hit.1.end))) {
            return;
        }
        let names = hits.iter().filter(|hit| whole(hit));
        let spans: Vec<Range<usize>> = names.map(|(_, hit)| hit.start..hit.end).collect();
        let mut segmented = Segmented::new(words, text, &spans);
        hits.retain(|hit| {
            !whole(hit) || [hit.1.start, hit.1.end].into_iter().all(|at| !glued(at) || segmented.parts_at(at))
        });
    }

    /// Keeps the hits that stand beside what was found before: the longest first.
    fn keep(&self, found: &mut [Vec<Found<T>>], mut hits: Vec<(usize, Found<T>)>) {
        hits.sort_by(|(_, a), (_, b)| {
            (b.end - b.start).cmp(&(a.end - a.start)).then(a.start.cmp(&b.start)).then(a.means.cmp(&b.means))
        });
        for (at, hit) in hits {
            let (Some(layer), Some(kept)) = (self.layers.get(at), found.get_mut(at)) else { continue };
            let free = |other: &Found<T>| match layer.overlap {
                Overlap::None => hit.end <= other.start || other.end <= hit.start,
                Overlap::Partial => hit.start < other.start || other.end < hit.end,
            };
            if kept.iter().all(free) {
                kept.push(hit);
            }
        }
    }

    /// Where misspelt names can stand among what was found.
    fn places<'a>(&self, text: &'a str, found: &[Vec<Found<T>>]) -> Places<'a> {
        let mut known = vec![Known::default(); text.len() + 1];
        for (layer, ones) in self.layers.iter().zip(found) {
            for one in ones {
                known[one.start].begins = true;
                known[one.end].ends = true;
                known[one.end].introduces |= layer.introduces;
                if layer.respelt {
                    known[one.start..one.end].iter_mut().for_each(|at| at.named = true);
                }
            }
        }
        Places { folded: Folded::of(text, &self.alphabet, true), text, known }
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
                cased: phrase.words.chars().filter(|c| is_of_word(*c)).collect(),
                layer: phrase.layer,
                means: phrase.means,
                claim: phrase.claim,
            });
            keys.push(key);
        }
        Self { search: automaton(&keys), patterns }
    }

    /// The hits with their layers; those of misspelt names only where they are likely.
    fn hits(
        &self,
        text: &str,
        folded: &Folded,
        introducers: &Introducers,
        places: Option<&Places>,
    ) -> Vec<(usize, Found<T>)> {
        let mut hits = Vec::new();
        for hit in self.search.find_overlapping_iter(&folded.key) {
            let Some(pattern) = self.patterns.get(hit.pattern().as_usize()) else { continue };
            let Some((start, end)) = folded.span(hit.start(), hit.end()) else { continue };
            let likely = |places: &Places| {
                pattern.letters >= LIKELY_LETTERS
                    || places.can_begin(hit.start()) && places.can_end(hit.end())
            };
            let fits = on_boundaries(text, start, end)
                && folded.keeps_together(text, hit.start(), hit.end() - 1, pattern)
                && claimed(text, start, end, pattern, introducers)
                && places.is_none_or(likely);
            if fits {
                let (means, claim, misspelt) = (pattern.means, pattern.claim, places.is_some());
                hits.push((pattern.layer, Found { start, end, means, claim, misspelt }));
            }
        }
        hits
    }
}

/// The automaton over the keys. It fails for more letters than the bound on a table's bytes lets it have.
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
    for phrase in phrases.iter().filter(|phrase| layers.get(phrase.layer).is_some_and(|layer| layer.respelt))
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

fn claimed<T>(text: &str, start: usize, end: usize, pattern: &Pattern<T>, introducers: &Introducers) -> bool {
    match pattern.claim {
        Claim::Plain | Claim::Whole => true,
        Claim::Proper => begins_like(text, start, &pattern.cased),
        Claim::Capitals => text
            .get(start..end)
            .is_some_and(|written| written.chars().filter(|c| is_of_word(*c)).eq(pattern.cased.chars())),
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

fn introduced(text: &str, start: usize, end: usize, introducers: &Introducers) -> bool {
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    let trimmed = before.trim_end_matches([' ', '-', '\u{2013}', '(', '/']);
    let words = trimmed.chars().next_back().and_then(|last| introducers.get(&last));
    if words.is_some_and(|words| words.iter().any(|word| trimmed.ends_with(word.as_str()))) {
        return true;
    }
    let alone = |c: Option<char>| !c.is_some_and(is_of_word);
    alone(before.chars().next_back()) && alone(after.chars().next())
}

/// True for letters, digits and marks. Thai and ASCII are decided without Unicode's tables.
fn is_of_word(c: char) -> bool {
    match c {
        '\u{e2f}' | '\u{e3f}' => false,
        c if is_letter(c) => true,
        c => c.is_alphanumeric(),
    }
}
