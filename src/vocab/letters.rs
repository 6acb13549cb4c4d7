//! A text as the letters that a search compares: one byte a letter, whatever script it is of.

use super::trie::Head;
use crate::thai::{alike, arabic_digit, is_consonant, is_folded_in, is_letter, is_thai, lower};
use std::collections::BTreeSet;

/// The letters that a vocabulary is written in beyond Thai and ASCII, each with a byte of its own.
#[derive(Debug, Clone)]
pub struct Alphabet {
    others: Vec<char>,
}

/// The byte of letters that no phrase has.
const UNKNOWN: u8 = 1;
/// The first byte of Thai, as TIS-620 has it.
const THAI: u8 = 0xa0;
/// The first byte of the other letters of an alphabet; up to `THAI`, which they may not reach.
const OTHERS: u8 = 0x80;

impl Alphabet {
    /// The alphabet of these words.
    ///
    /// # Errors
    /// The letters, if they are more beyond Thai and ASCII than there are bytes for.
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Result<Self, Vec<char>> {
        let mut others = BTreeSet::new();
        for c in words.flat_map(str::chars).filter(|c| !c.is_ascii() && !is_thai(*c) && is_folded_in(*c)) {
            others.extend(lower(c).filter(|low| !low.is_ascii() && !is_thai(*low)));
        }
        let others: Vec<char> = others.into_iter().collect();
        if others.len() < usize::from(THAI - OTHERS) { Ok(Self { others }) } else { Err(others) }
    }

    /// True if it has a byte for every letter of a text.
    pub fn has(&self, text: &str) -> bool {
        let letters = text.chars().filter(|c| is_folded_in(*c)).flat_map(lower);
        letters.into_iter().all(|c| self.byte(c) != UNKNOWN)
    }

    /// The byte of a letter in lower case.
    fn byte(&self, c: char) -> u8 {
        match c {
            c if c.is_ascii() => c as u8,
            c if is_thai(c) => THAI + (c as u32 - 0xe00) as u8,
            c => self.others.binary_search(&c).map_or(UNKNOWN, |at| OTHERS + at as u8),
        }
    }
}

/// True for the byte of a Thai consonant.
pub fn stands_for_consonant(byte: u8) -> bool {
    is_consonant(thai_letter(byte))
}

/// The Thai letter of a byte; a blank for every other.
fn thai_letter(byte: u8) -> char {
    byte.checked_sub(THAI).and_then(|at| char::from_u32(0xe00 + u32::from(at))).unwrap_or(' ')
}

/// The text with what can be ignored left out, and where each letter stood.
pub struct Folded {
    /// One byte a letter.
    pub key: Vec<u8>,
    /// For each letter its bytes in the original.
    spans: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds a text. By sound, spellings of one foreign sound are alike: no tones, no silent letters, long and short
    /// vowels the same, letters of one sound the same.
    pub fn of(text: &str, alphabet: &Alphabet, by_sound: bool) -> Self {
        let mut folded =
            Self { key: Vec::with_capacity(text.len() / 2), spans: Vec::with_capacity(text.len() / 2) };
        folded.read(text, alphabet, by_sound);
        folded
    }

    /// Takes another text in its place.
    pub fn read(&mut self, text: &str, alphabet: &Alphabet, by_sound: bool) {
        self.key.clear();
        self.spans.clear();
        for (start, c) in text.char_indices().filter(|(_, c)| is_folded_in(*c)) {
            let span = (start, start + c.len_utf8());
            if by_sound && is_letter(c) {
                self.push_sound(c, span, alphabet);
            } else if c.is_ascii() || is_letter(c) {
                self.push(alphabet.byte(c.to_ascii_lowercase()), span);
            } else {
                for low in lower(c) {
                    self.push(alphabet.byte(arabic_digit(low)), span);
                }
            }
        }
    }

    /// The first two letters from a place on; 0 for a second one that is not there.
    pub fn head(&self, at: usize) -> Option<Head> {
        Some([*self.key.get(at)?, self.key.get(at + 1).copied().unwrap_or(0)])
    }

    /// The bytes of the text that letters `from` to `to` come from.
    pub fn span(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        Some((self.spans.get(from)?.0, self.spans.get(to.checked_sub(1)?)?.1))
    }

    /// What stands in the text between a letter and the next.
    pub fn between<'a>(&self, text: &'a str, at: usize) -> &'a str {
        let (Some(this), Some(next)) = (self.spans.get(at), self.spans.get(at + 1)) else { return "" };
        text.get(this.1..next.0).unwrap_or_default()
    }

    fn push(&mut self, byte: u8, span: (usize, usize)) {
        self.key.push(byte);
        self.spans.push(span);
    }

    fn push_sound(&mut self, c: char, span: (usize, usize), alphabet: &Alphabet) {
        match c {
            '\u{e4c}' => {
                self.drop_silent();
                self.stretch(span.1);
            }
            '\u{e47}'..='\u{e4b}' | '\u{e4d}' | '\u{e4e}' => self.stretch(span.1),
            _ => self.push(alphabet.byte(alike(c)), span),
        }
    }

    /// A consonant under thanthakhat is not spoken.
    fn drop_silent(&mut self) {
        if self.key.last().is_some_and(|byte| matches!(thai_letter(*byte), '\u{e34}' | '\u{e38}')) {
            self.pop();
        }
        if self.key.last().is_some_and(|byte| is_consonant(thai_letter(*byte))) {
            self.pop();
        }
    }

    /// The last letter takes in what is not spoken after it.
    fn stretch(&mut self, end: usize) {
        if let Some(last) = self.spans.last_mut() {
            last.1 = end;
        }
    }

    fn pop(&mut self) {
        self.key.pop();
        self.spans.pop();
    }
}
