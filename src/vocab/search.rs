//! Finds all words of a table at once. Made when it is first asked: not every run asks every table.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use std::ops::Range;
use std::sync::OnceLock;

/// Words with what each means, searched together.
#[derive(Debug)]
pub(super) struct Search<T> {
    words: Vec<(&'static str, T)>,
    pick: Pick,
    automaton: OnceLock<Option<AhoCorasick>>,
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
        Self { words, pick, automaton: OnceLock::new() }
    }

    /// The words, in the order of the table.
    pub(super) fn words(&self) -> &[(&'static str, T)] {
        &self.words
    }

    /// The words in a text, by place.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit<T>> + 'a {
        let search = self.automaton.get_or_init(|| self.made()).as_ref();
        let (all, longest) = match self.pick {
            Pick::All => (search.map(|search| search.find_overlapping_iter(text)), None),
            Pick::Longest | Pick::LongestInAnyCase => (None, search.map(|search| search.find_iter(text))),
        };
        let found = all.into_iter().flatten().chain(longest.into_iter().flatten());
        found.filter_map(|found| {
            let at = found.pattern().as_usize();
            let (_, means) = self.words.get(at)?;
            Some(Hit { at, range: found.range(), means: *means })
        })
    }

    /// `None` only for more words than the bound on a table's bytes lets it have.
    fn made(&self) -> Option<AhoCorasick> {
        let kind = match self.pick {
            Pick::All => MatchKind::Standard,
            Pick::Longest | Pick::LongestInAnyCase => MatchKind::LeftmostLongest,
        };
        AhoCorasickBuilder::new()
            .match_kind(kind)
            .ascii_case_insensitive(self.pick == Pick::LongestInAnyCase)
            .build(self.words.iter().map(|(word, _)| word))
            .ok()
    }
}
