//! Finds all words of a table at once. Made when it is first asked: not every run asks every table.

use super::trie::Trie;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// Words with what each means, searched together.
#[derive(Debug)]
pub(super) struct Search<T> {
    words: Vec<(&'static str, T)>,
    pick: Pick,
    trie: OnceLock<Trie>,
}

/// Which of the words in a text are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// All, also those inside others.
    All,
    /// The longest at each place, none overlapping another.
    Longest,
    /// The same, in capitals or not.
    LongestInAnyCase,
}

/// A word found.
#[derive(Debug, Clone)]
pub(super) struct Hit<T> {
    /// Its place in the table.
    pub at: usize,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it means.
    pub means: T,
}

impl<T: Copy> Search<T> {
    pub(super) fn new(words: Vec<(&'static str, T)>, pick: Pick) -> Self {
        Self { words, pick, trie: OnceLock::new() }
    }

    /// The words, in the order of the table.
    pub(super) fn words(&self) -> &[(&'static str, T)] {
        &self.words
    }

    /// The words in a text, by place.
    pub(super) fn find(&self, text: &str) -> Vec<Hit<T>> {
        self.up_to(text, usize::MAX)
    }

    /// The first word in a text.
    pub(super) fn first(&self, text: &str) -> Option<Hit<T>> {
        self.up_to(text, 1).into_iter().next()
    }

    /// The words in a text up to the place where so many are found.
    fn up_to(&self, text: &str, most: usize) -> Vec<Hit<T>> {
        let trie = self.trie.get_or_init(|| self.made());
        let text = self.cased(text);
        let mut hits: Vec<Hit<T>> = Vec::new();
        let mut free = 0;
        for from in 0..text.len() {
            let Some(rest) = text.get(from..).filter(|_| from >= free) else { continue };
            let mut longest = None;
            trie.begin(rest.as_bytes(), |at, length| {
                let hit = || Some((at as usize, self.words.get(at as usize)?.1));
                let Some((at, means)) = hit() else { return };
                let hit = Hit { at, range: from..from + length, means };
                match (self.pick, &longest) {
                    (Pick::All, _) => hits.push(hit),
                    (_, Some(Hit { range, .. })) if range.len() >= length => {}
                    (Pick::Longest | Pick::LongestInAnyCase, _) => longest = Some(hit),
                }
            });
            free = longest.as_ref().map_or(free, |hit| hit.range.end);
            hits.extend(longest);
            if hits.len() >= most {
                break;
            }
        }
        hits
    }

    fn made(&self) -> Trie {
        let keys = self.words.iter().map(|(word, _)| self.cased(word).into_owned().into_bytes());
        Trie::new(keys.zip(0..).filter(|(key, _)| !key.is_empty()).collect())
    }

    /// A text as it is compared; every byte stays at its place.
    fn cased<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self.pick {
            Pick::All | Pick::Longest => Cow::Borrowed(text),
            Pick::LongestInAnyCase => Cow::Owned(text.to_ascii_lowercase()),
        }
    }
}
