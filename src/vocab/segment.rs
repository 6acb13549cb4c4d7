//! Words of Thai text, which has no blanks between them: the segmentation that costs least.
//!
//! A word of the list costs the logarithm of its share in the Thai National Corpus, a name or wording of the vocabularies
//! a little more than a common word, letters that no word covers much more. The costs were chosen on labelled rows:
//! they refuse a third to a half of the names found inside other words (ศาลาว่าการ is not Laos) and 1.5 % of the true
//! ones, most of those rightly.

use super::pack::{BadPack, Tables};
use crate::thai::{is_dependent, is_leading_vowel, is_letter};
use fst::raw::{Fst, Output};
use std::ops::Range;

/// A stretch of letters and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// True for a word of the list or the vocabularies; else letters that none covers.
    pub known: bool,
}

/// What letters cost that no word covers, in hundredths: once, and for each cluster of letters.
const UNKNOWN: (u32, u32) = (900, 460);
/// What a name or wording of the vocabularies costs, in hundredths: once, and for each letter.
const NAME: (u32, u32) = (700, 5);
/// Segments no more letters at a time: Thai text has blanks between its phrases.
const LETTERS: usize = 2_000;

/// The word list, searched without being unpacked.
pub struct WordList {
    words: Fst<&'static [u8]>,
}

impl std::fmt::Debug for WordList {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("WordList").field("words", &self.words.len()).finish()
    }
}

impl WordList {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let words = tables.words()?;
        Ok(Self { words: Fst::new(words).map_err(|error| Tables::bad_words(&error.to_string()))? })
    }

    /// The words of a run of Thai letters, in order. `spans` are known names and wordings that compete with the list.
    #[must_use]
    pub fn words(&self, text: &str, run: Range<usize>, spans: &[Range<usize>]) -> Vec<Word> {
        let letters = Letters::of(text, run);
        letters.best(self, spans)
    }
}

/// The longest run of Thai letters around a place.
#[must_use]
pub fn run_around(text: &str, at: usize) -> Range<usize> {
    let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
    let thai = |c: &char| is_letter(*c);
    let back: usize = before.chars().rev().take(LETTERS).take_while(thai).map(char::len_utf8).sum();
    let on: usize = after.chars().take(LETTERS).take_while(thai).map(char::len_utf8).sum();
    at - back..at + on
}

/// A text whose runs of Thai letters are segmented as they are asked for.
pub struct Segmented<'a> {
    list: &'a WordList,
    text: &'a str,
    spans: &'a [Range<usize>],
    runs: Vec<(Range<usize>, Vec<Word>)>,
}

impl<'a> Segmented<'a> {
    /// Prepares a text. `spans` are known names and wordings that compete with the list.
    #[must_use]
    pub fn new(list: &'a WordList, text: &'a str, spans: &'a [Range<usize>]) -> Self {
        Self { list, text, spans, runs: Vec::new() }
    }

    /// True if a word of the best segmentation begins or ends at a place between two Thai letters.
    pub fn parts_at(&mut self, at: usize) -> bool {
        self.words_around(at).iter().any(|word| word.start == at)
    }

    /// The words of the run of letters around a place.
    pub fn words_around(&mut self, at: usize) -> &[Word] {
        let known = self.runs.iter().position(|(run, _)| run.contains(&at));
        let n = known.unwrap_or_else(|| {
            let run = run_around(self.text, at);
            let words = self.list.words(self.text, run.clone(), self.spans);
            self.runs.push((run, words));
            self.runs.len() - 1
        });
        self.runs.get(n).map_or(&[], |(_, words)| words)
    }
}

/// Letters with the places where a word can begin or end.
struct Letters {
    /// Where each letter begins, and where the last ends.
    at: Vec<usize>,
    /// A letter a byte, as the list has them.
    bytes: Vec<u8>,
    /// Before which letters a word can begin; also behind the last.
    border: Vec<bool>,
}

/// The cheapest way to a place: what it costs, where its last word begins, and whether that is one.
#[derive(Clone, Copy)]
struct Step {
    cost: u32,
    from: usize,
    known: bool,
}

impl Letters {
    fn of(text: &str, run: Range<usize>) -> Self {
        let written = text.get(run.clone()).unwrap_or_default();
        let chars: Vec<char> = written.chars().collect();
        let mut at: Vec<usize> = written.char_indices().map(|(at, _)| run.start + at).collect();
        at.push(run.start + written.len());
        let bytes =
            chars.iter().map(|c| (u32::from(*c).wrapping_sub(0xe00) as u8).wrapping_add(0xa0)).collect();
        let free = |n: usize| match (n.checked_sub(1).and_then(|n| chars.get(n)), chars.get(n)) {
            (Some(before), Some(after)) => !is_dependent(*after) && !is_leading_vowel(*before),
            _ => true,
        };
        let border = (0..=chars.len()).map(free).collect();
        Self { at, bytes, border }
    }

    /// The cheapest words, from the first letter to the last.
    fn best(&self, list: &WordList, spans: &[Range<usize>]) -> Vec<Word> {
        let far = Step { cost: u32::MAX, from: 0, known: false };
        let mut steps = vec![far; self.at.len()];
        // The cheapest way on which letters that no word covers are still going on.
        let mut open = far;
        steps[0].cost = 0;
        let mut named: Vec<(usize, usize)> = spans.iter().filter_map(|span| self.within(span)).collect();
        named.sort_unstable();
        let mut named = named.as_slice();
        for from in 0..self.bytes.len() {
            if !self.border[from] {
                continue;
            }
            let so_far = steps[from].cost;
            let mut reach = |to: usize, cost: u32, from: usize, known: bool| {
                if cost < steps[to].cost {
                    steps[to] = Step { cost, from, known };
                }
            };
            self.listed(list, from, |to, cost| reach(to, so_far.saturating_add(cost), from, true));
            while let Some(((first, to), rest)) = named.split_first().filter(|((first, _), _)| *first <= from)
            {
                if *first == from {
                    let cost = NAME.0 + NAME.1 * (to - from) as u32;
                    reach(*to, so_far.saturating_add(cost), from, true);
                }
                named = rest;
            }
            let opened = so_far.saturating_add(UNKNOWN.0);
            if opened < open.cost {
                open = Step { cost: opened, from, known: false };
            }
            open.cost = open.cost.saturating_add(UNKNOWN.1);
            let next = (from + 1..=self.bytes.len()).find(|to| self.border[*to]).unwrap_or(self.bytes.len());
            reach(next, open.cost, open.from, false);
        }
        self.walk_back(&steps)
    }

    /// The letters that a span covers, from and to, cut at the ends of the run.
    fn within(&self, span: &Range<usize>) -> Option<(usize, usize)> {
        let from = self.at.partition_point(|at| *at < span.start);
        let to = self.at.partition_point(|at| *at < span.end).min(self.bytes.len());
        (from < to).then_some((from, to))
    }

    /// Words of the list that begin at a letter.
    fn listed(&self, list: &WordList, from: usize, mut found: impl FnMut(usize, u32)) {
        let words = &list.words;
        let mut node = words.root();
        let mut cost = Output::zero();
        for (to, byte) in self.bytes.iter().enumerate().skip(from) {
            let Some(on) = node.find_input(*byte).map(|n| node.transition(n)) else { return };
            cost = cost.cat(on.out);
            node = words.node(on.addr);
            if node.is_final() && self.border[to + 1] {
                found(to + 1, u32::try_from(cost.cat(node.final_output()).value()).unwrap_or(u32::MAX));
            }
        }
    }

    fn walk_back(&self, steps: &[Step]) -> Vec<Word> {
        let mut words = Vec::new();
        let mut to = self.bytes.len();
        while to > 0 {
            // A dependent sign at the very end leaves no border there.
            let Some(step) = steps.get(to).filter(|step| step.cost < u32::MAX) else { break };
            words.push(Word { start: self.at[step.from], end: self.at[to], known: step.known });
            to = step.from;
        }
        words.reverse();
        words
    }
}
