//! Where Thai lines may not break. Typst's line breaker guesses words and takes some apart, most of all names; a word
//! joiner between the letters of a word forbids it. `copyable` takes the joiners out of the text again.

use crate::thai;
use crate::vocab::Vocab;
use serde_json::Value;
use std::collections::BTreeMap;

/// Forbids a line break and has no width.
const JOINER: char = '\u{2060}';
/// A space at which no line breaks.
const FIRM_SPACE: char = '\u{a0}';
/// The repetition mark, which belongs to the word before it.
const REPEAT: char = '\u{e46}';
/// Longer names have to break somewhere: a column may be narrower than they are.
const LONGEST: usize = 18;

/// The words in which no line may break.
pub struct Protected {
    /// By their first letter, the longest first.
    words: BTreeMap<char, Vec<Vec<char>>>,
}

impl Protected {
    /// The words of a vocabulary.
    pub fn of(vocab: Vocab) -> Self {
        let mut words: BTreeMap<char, Vec<Vec<char>>> = BTreeMap::new();
        let names = vocab.parts().names.thai_names();
        for word in vocab.unbroken.iter().copied().chain(names) {
            let letters: Vec<char> = word.chars().collect();
            if let Some(first) = letters.first().filter(|_| letters.len() <= LONGEST) {
                words.entry(*first).or_default().push(letters);
            }
        }
        for words in words.values_mut() {
            words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        }
        Self { words }
    }

    /// The data with every text in it protected.
    pub fn all(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(items) => Value::Array(items.into_iter().map(|item| self.all(item)).collect()),
            Value::Object(fields) => {
                Value::Object(fields.into_iter().map(|(key, v)| (key, self.all(v))).collect())
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => value,
        }
    }

    /// The text with joiners inside its protected words, and firm spaces before repetition marks.
    fn text(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while at < letters.len() {
            let rest = &letters[at..];
            let words = self.words.get(&rest[0]);
            if let Some(word) = words.and_then(|words| words.iter().find(|word| rest.starts_with(word))) {
                join(&mut out, word);
                at += word.len();
            } else {
                let firm = rest[0] == ' ' && rest.get(1) == Some(&REPEAT);
                out.push(if firm { FIRM_SPACE } else { rest[0] });
                at += 1;
            }
        }
        out
    }
}

/// A joiner before each letter that stands by itself; one before a mark would tear it from its consonant.
fn join(out: &mut String, word: &[char]) {
    for (at, letter) in word.iter().enumerate() {
        if at > 0 && !thai::is_above_or_below(*letter) && *letter != '\u{e33}' {
            out.push(JOINER);
        }
        out.push(*letter);
    }
}
