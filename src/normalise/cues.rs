//! The words of a title that may speak for a kind of engagement.

use super::gist::Part;
use super::tokens::{Token, TokenSort, tokens};
use crate::model::Role;
use crate::vocab::Vocab;
use std::collections::BTreeSet;

/// A word of fewer letters tells nothing.
const LETTERS: usize = 2;

/// The words of a title, each once, without numbers and the names of places, bodies and departments.
pub fn of_title(vocab: Vocab, title: &str) -> BTreeSet<String> {
    of(&Part::of(vocab, Role::Activity, title.to_owned()))
}

/// The same of a text that is read already.
pub(super) fn of(part: &Part) -> BTreeSet<String> {
    let names: Vec<_> = part.names.iter().map(|name| name.start..name.end).collect();
    let counts = |token: &Token| {
        let word = part.slice(token.start, token.end);
        let inside = names.iter().any(|name| name.contains(&token.start));
        matches!(token.sort, TokenSort::Word | TokenSort::Latin)
            && !inside
            && word.chars().count() >= LETTERS
            && !word.chars().all(char::is_numeric)
    };
    let words = tokens(part.vocab, &part.text, &names).into_iter().filter(counts);
    words.map(|token| part.slice(token.start, token.end).to_lowercase()).collect()
}
