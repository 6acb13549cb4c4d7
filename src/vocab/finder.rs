//! Finds many phrases at once in unspaced Thai and in Latin text, and says exactly where.

use super::letters::{Alphabet, Folded};
use super::near::{Known, Near, Places, Shared};
use super::phrase::{Claim, Found, Phrase};
use super::segment::{Segmented, Word, WordList};
use super::trie::{ByHead, Trie};
use crate::thai::{
    goes_on_silent, in_normal_form, is_above_or_below, is_alphanumeric, is_consonant, is_dependent,
    is_folded_in, is_leading_vowel, is_letter,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// Searches for the phrases of several layers at once: those of one layer compete with each other only.
pub struct Finder<T> {
    alphabet: Alphabet,
    phrases: Vec<Phrase<T>>,
    exact: ByHead<Trie>,
    sounds: ByHead<Trie>,
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

/// Words after which a name follows, by their last letter.
type Introducers = BTreeMap<char, Vec<&'static str>>;

/// Letters a misspelt name needs at least: shorter ones resemble too many words.
const MISSPELT_LETTERS: usize = 6;
/// From this length on, a name that sounds the same needs no border of a word beside it.
const LIKELY_LETTERS: usize = 8;
/// From this length on, a stray blank inside a name is a fault of typing, not the border of two words.
const STRAY_BLANK_LETTERS: usize = 8;

impl<T: Copy + Ord> Finder<T> {
    /// Prepares the search for phrases of an alphabet. `introducers` are words after which a name follows.
    pub fn new(
        alphabet: Alphabet,
        phrases: Vec<Phrase<T>>,
        introducers: impl Iterator<Item = &'static str>,
        layers: Vec<Layer>,
    ) -> Self {
        let layer = |phrase: &Phrase<T>| layers.get(phrase.layer);
        let shared = phrases.iter().filter(|phrase| layer(phrase).is_some_and(|layer| layer.shared));
        let shared = Shared::of(shared.map(|phrase| phrase.words), &alphabet);
        let mut folded = Folded::of("", &alphabet, false);
        let (mut exact, mut sounds, mut near) = (Vec::new(), Vec::new(), Vec::new());
        for phrase in &phrases {
            let words = in_normal_form(phrase.words);
            folded.read(&words, &alphabet, false);
            exact.push(folded.head(0));
            let respelt = layer(phrase).is_some_and(|layer| layer.respelt);
            folded.read(if respelt { &words } else { "" }, &alphabet, true);
            sounds.push(folded.head(0).filter(|_| folded.key.len() >= MISSPELT_LETTERS));
            near.push(shared.head_of(&folded.key));
        }
        let mut by_last = Introducers::new();
        for word in introducers {
            by_last.entry(word.chars().next_back().unwrap_or(' ')).or_default().push(word);
        }
        let (exact, sounds, near) = (ByHead::new(&exact), ByHead::new(&sounds), Near::new(&near, shared));
        Self { alphabet, phrases, exact, sounds, near, introducers: by_last, layers }
    }

    /// All phrases in a text in normal form, parted by a word list, layer by layer: the longest first where they overlap, known spellings
    /// before others, ordered by place.
    pub fn find(&self, words: &WordList, text: &str) -> Vec<Vec<Found<T>>> {
        let mut found: Vec<Vec<Found<T>>> = self.layers.iter().map(|_| Vec::new()).collect();
        let mut hits = self.hits(text, &Folded::of(text, &self.alphabet, false), None);
        self.refuse_parts_of_words(words, text, &mut hits);
        self.keep(&mut found, hits);
        let mut places = self.places(text, &found);
        let mut hits = self.hits(text, &places.folded, Some(&places));
        refuse_within_words(words, text, &mut hits);
        if !hits.is_empty() {
            self.keep(&mut found, hits);
            places = self.places(text, &found);
        }
        let mut near = self.near.find(&places, &self.phrases, &self.alphabet);
        near.retain(|(_, one)| on_boundaries(text, one.start, one.end));
        refuse_within_words(words, text, &mut near);
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
            match layer.overlap {
                // None overlaps another, so that the one before and the one behind decide.
                Overlap::None => {
                    let next = kept.partition_point(|other| other.start < hit.end);
                    if next.checked_sub(1).is_none_or(|last| kept[last].end <= hit.start) {
                        kept.insert(next, hit);
                    }
                }
                Overlap::Partial => {
                    if kept.iter().all(|other| hit.start < other.start || other.end < hit.end) {
                        kept.push(hit);
                    }
                }
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

    /// The hits of phrases as they are spelt, with their layers; with places, of names that sound like what is written,
    /// only where they are likely.
    fn hits(&self, text: &str, folded: &Folded, places: Option<&Places>) -> Vec<(usize, Found<T>)> {
        let mut hits = Vec::new();
        let mut take = |item: u32, from: usize, to: usize| {
            let Some(phrase) = self.phrases.get(item as usize) else { return };
            let Some((start, end)) = folded.span(from, to) else { return };
            let likely =
                |places: &Places| to - from >= LIKELY_LETTERS || places.can_begin(from) && places.can_end(to);
            let fits = on_boundaries(text, start, end)
                && folded.keeps_together(text, from..to, phrase.words)
                && claimed(text, start, end, phrase, &self.introducers)
                && places.is_none_or(likely);
            if fits {
                let (means, claim, misspelt) = (phrase.means, phrase.claim, places.is_some());
                hits.push((phrase.layer, Found { start, end, means, claim, misspelt }));
            }
        };
        for (from, rest) in (0..folded.key.len()).filter_map(|from| Some((from, folded.key.get(from..)?))) {
            let Some(head) = folded.head(from) else { continue };
            let alone = [head[0], 0];
            for head in [alone, head].into_iter().skip(usize::from(alone == head)) {
                let trie = match places {
                    None => self.exact.get(head, |items| self.spelt(items)),
                    Some(_) => self.sounds.get(head, |items| self.sounding(items)),
                };
                if let Some(trie) = trie {
                    trie.begin(rest, |item, length| take(item, from, from + length));
                }
            }
        }
        hits
    }

    /// Phrases by their letters.
    fn spelt(&self, items: &[u32]) -> Trie {
        Trie::new(self.keyed(items, false).map(|(key, item, _)| (key, item)).collect())
    }

    /// Those phrases that may be recognised by sound: Thai, long enough, and sounding like no other.
    fn sounding(&self, items: &[u32]) -> Trie {
        let mut by_sound: BTreeMap<Vec<u8>, Vec<(u32, &Phrase<T>)>> = BTreeMap::new();
        for (key, item, phrase) in self.keyed(items, true) {
            by_sound.entry(key).or_default().push((item, phrase));
        }
        let one = |(key, same): (Vec<u8>, Vec<(u32, &Phrase<T>)>)| {
            let (item, first) = same.first()?;
            let alike = same.iter().all(|(_, phrase)| {
                phrase.means == first.means
                    && phrase.claim == Claim::Proper
                    && phrase.words.chars().filter(|c| is_folded_in(*c)).all(is_letter)
            });
            alike.then_some((key, *item))
        };
        Trie::new(by_sound.into_iter().filter_map(one).collect())
    }

    fn keyed(&self, items: &[u32], by_sound: bool) -> impl Iterator<Item = (Vec<u8>, u32, &Phrase<T>)> {
        items.iter().filter_map(move |item| {
            let phrase = self.phrases.get(*item as usize)?;
            Some((Folded::of(&in_normal_form(phrase.words), &self.alphabet, by_sound).key, *item, phrase))
        })
    }
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
    fn keeps_together(&self, text: &str, letters: Range<usize>, words: &str) -> bool {
        (letters.start..letters.end - 1).all(|at| {
            let between = self.between(text, at);
            if between.is_empty() {
                return true;
            }
            let signs = between.chars().filter(|c| !is_above_or_below(*c) && !is_consonant(*c));
            let mut signs = signs.peekable();
            signs.peek().is_none()
                || gaps(words).contains(&(at + 1 - letters.start))
                || signs.clone().all(|c| c == '.')
                || (letters.len() >= STRAY_BLANK_LETTERS && between == " ")
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

fn claimed<T>(text: &str, start: usize, end: usize, phrase: &Phrase<T>, introducers: &Introducers) -> bool {
    match phrase.claim {
        Claim::Plain | Claim::Whole => true,
        Claim::Proper => begins_like(text, start, phrase.words),
        Claim::Capitals => {
            text.get(start..end).is_some_and(|written| letters(written).eq(letters(phrase.words)))
        }
        Claim::Introduced => {
            begins_like(text, start, phrase.words)
                && cased_like(text, start, end, phrase.words)
                && introduced(text, start, end, introducers)
        }
    }
}

/// Drops misspelt names that begin or end within a word that the list knows: เรื่องการแพทย์ holds no องค์การแพธ.
fn refuse_within_words<T>(words: &WordList, text: &str, hits: &mut Vec<(usize, Found<T>)>) {
    if hits.is_empty() {
        return;
    }
    let mut segmented = Segmented::new(words, text, &[]);
    hits.retain(|(_, hit)| {
        [hit.start, hit.end].into_iter().all(|at| {
            let cuts = |word: &Word| word.known && word.start < at && at < word.end;
            !segmented.words_around(at).iter().any(cuts)
        })
    });
}

/// Names begin with a capital: nice and male are no cities.
fn begins_like(text: &str, start: usize, words: &str) -> bool {
    let written = text.get(start..).and_then(|rest| rest.chars().next());
    !letters(words).next().is_some_and(|c| c.is_ascii_uppercase())
        || written.is_some_and(|c| !c.is_lowercase())
}

/// Short Latin names in capitals are no names in small letters.
fn cased_like(text: &str, start: usize, end: usize, words: &str) -> bool {
    let shouted = letters(words).all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    !shouted || text.get(start..end).is_some_and(|written| !written.chars().any(char::is_lowercase))
}

fn introduced(text: &str, start: usize, end: usize, introducers: &Introducers) -> bool {
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    let trimmed = before.trim_end_matches([' ', '-', '\u{2013}', '(', '/']);
    let words = trimmed.chars().next_back().and_then(|last| introducers.get(&last));
    if words.is_some_and(|words| words.iter().any(|word| trimmed.ends_with(word))) {
        return true;
    }
    let alone = |c: Option<char>| !c.is_some_and(is_alphanumeric);
    alone(before.chars().next_back()) && alone(after.chars().next())
}

/// A text without blanks and signs, in its own case.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| is_alphanumeric(*c))
}
