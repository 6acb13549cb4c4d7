//! A text as words and signs, where Thai has no blanks between them.

use crate::thai::{is_alphanumeric, is_letter};
use crate::vocab::Vocab;
use crate::vocab::segment::Segmented;
use std::ops::Range;

/// A word or sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sort: TokenSort,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenSort {
    /// A Thai word that is known.
    Word,
    /// Thai letters that no word covers.
    Letters,
    /// Latin letters, or a number.
    Latin,
    /// Any other sign.
    Sign,
}

/// The words and signs of a text, blanks left out. `spans` are names and offices, whose borders are words'.
pub(super) fn tokens(vocab: Vocab, text: &str, spans: &[Range<usize>]) -> Vec<Token> {
    let mut segmented = Segmented::new(&vocab.word_list, text, spans);
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let end = at + c.len_utf8();
        if is_letter(c) {
            let words = segmented.words_around(at);
            let sort = |known| if known { TokenSort::Word } else { TokenSort::Letters };
            tokens.extend(words.iter().map(|word| Token {
                start: word.start,
                end: word.end,
                sort: sort(word.known),
            }));
            at = words.last().map_or(end, |word| word.end).max(end);
        } else if is_alphanumeric(c) {
            let rest = text.get(at..).unwrap_or_default();
            let of_word = |c: char| !is_letter(c) && (is_alphanumeric(c) || matches!(c, '\'' | '\u{2019}'));
            let length: usize = rest.chars().take_while(|c| of_word(*c)).map(char::len_utf8).sum();
            tokens.push(Token { start: at, end: at + length, sort: TokenSort::Latin });
            at += length;
        } else {
            if !c.is_whitespace() {
                tokens.push(Token { start: at, end, sort: TokenSort::Sign });
            }
            at = end;
        }
    }
    tokens
}
