//! Names in Latin letters: runs of capitalised words with the small words between them.

use crate::thai::{self, is_letter, is_thai};
use crate::vocab::Vocab;
use std::ops::Range;

/// A name has so many small letters and capitals at least: `WaterAid`, `Pure Earth`; not `Zoom`, not `BTS`.
const NAME: usize = 4;
const CAPITALS: usize = 2;
/// Running numbers of items have so many digits at most.
const ITEM: usize = 2;

/// Runs of capitalised words with the small words between them.
pub fn names(vocab: Vocab, text: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut run: Option<Range<usize>> = None;
    let mut close = |run: &mut Option<Range<usize>>| names.extend(run.take());
    for word in words(text) {
        let written = text.get(word.clone()).unwrap_or_default();
        if vocab.grammar.between_capitals.contains(&written) {
            continue;
        }
        let capital = written.starts_with(|c: char| c.is_uppercase() || thai::is_digit(c) || c == '&');
        let title = vocab.grammar.before_body.contains(&written.trim_end_matches('.'));
        // The number of an item is no part of its name; that of `100 Resilient Cities` is.
        let item = run.is_none() && is_item(written);
        // What is said of an event is whose it is: a workshop of an alliance.
        let event = vocab.grammar.not_bodies.contains(&written)
            && text.get(word.end..).is_some_and(|rest| {
                rest.trim_start()
                    .split(' ')
                    .next()
                    .is_some_and(|next| vocab.grammar.opens_event.contains(&next))
            });
        if !capital || title || item || event || is_clock(written) {
            close(&mut run);
            continue;
        }
        let joined = run.clone().filter(|run| {
            text.get(run.end..word.start).is_some_and(|between| {
                let small = between.split(' ').filter(|small| !small.is_empty());
                // "Room to Read" is one name, a visit "of Lyon to Bangkok" names two.
                let home = vocab.grammar.home_towns.contains(&written);
                let other = between.contains(" to ") && is_domestic(vocab, written)
                    || between.contains(" in ") && home;
                !other && small.clone().all(|small| vocab.grammar.between_capitals.contains(&small))
            })
        });
        if joined.is_none() {
            close(&mut run);
        }
        run = Some(joined.map_or(word.start, |run| run.start)..word.end);
    }
    close(&mut run);
    names
}

/// True for the running number of an item: `1.`, `28`.
fn is_item(word: &str) -> bool {
    let digits = word.trim_end_matches('.');
    digits.len() <= ITEM && !digits.is_empty() && digits.chars().all(thai::is_digit)
}

/// True for a time of day: `10.30`.
fn is_clock(word: &str) -> bool {
    let two = |part: &str| (1..=ITEM).contains(&part.len()) && part.chars().all(thai::is_digit);
    word.split_once('.').is_some_and(|(hours, minutes)| two(hours) && two(minutes))
}

/// The words in Latin letters, without the signs around them.
fn words(text: &str) -> Vec<Range<usize>> {
    let of_word = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '&' | '-' | '\'' | '\u{2019}' | '.')
            || (!c.is_ascii() && !is_thai(c) && c.is_alphabetic())
    };
    // A share is part of a name that has one: `AEON 1% Club Foundation`.
    let share = |at: usize, c: char| {
        c == '%' && text.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    };
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(at, c)| of_word(*c) || share(*at, *c)) {
        match words.last_mut() {
            Some(last) if last.end == at => last.end += c.len_utf8(),
            _ => words.push(at..at + c.len_utf8()),
        }
    }
    words
}

/// True if a name holds a word of Thai bodies.
pub fn is_domestic(vocab: Vocab, name: &str) -> bool {
    name.split(' ').any(|word| vocab.grammar.domestic.contains(&word))
}

/// True for several words, or one that is more than an abbreviation.
pub fn is_name(name: &str) -> bool {
    let small = name.chars().filter(char::is_ascii_lowercase).count();
    small >= NAME && name.chars().filter(char::is_ascii_uppercase).count() >= CAPITALS
}

/// True for a short form in capitals, as bodies have them.
pub fn is_acronym(name: &str) -> bool {
    (3..=8).contains(&name.len()) && name.bytes().all(|c| c.is_ascii_uppercase())
}

/// True for one word with a capital that is long enough to be a name.
pub fn is_word(name: &str) -> bool {
    name.chars().filter(|c| c.is_lowercase()).count() >= NAME && name.starts_with(char::is_uppercase)
}

/// The name of a town in Latin letters has at least so many.
const TOWN: usize = 3;

/// Where a Thai name of a town ends that goes on at a byte of a text and stands again in Latin letters, in brackets behind
/// it. Capitals inside a word are those of a body.
pub fn put_again(vocab: Vocab, text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let behind = rest.trim_start_matches(is_letter);
    let (name, _) = behind.trim_start().strip_prefix('(')?.split_once(')')?;
    let town = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_uppercase()) && word.chars().skip(1).all(char::is_lowercase)
    };
    let foreign = name.len() >= TOWN && name.split([' ', '-']).all(town) && !is_domestic(vocab, name);
    foreign.then(|| at + rest.len() - behind.len())
}
