//! Words of Thai text, which has no blanks between them: the segmentation that costs least.
//!
//! A word of the list costs the logarithm of its share in the Thai National Corpus, a name or wording of the vocabularies
//! a little more than a common word, letters that no word covers much more. The costs were chosen on labelled rows:
//! they refuse a third to a half of the names found inside other words (ศาลาว่าการ is not Laos) and 1.5 % of the true
//! ones, most of those rightly.

use super::memo::{VocabId, VocabMemo};
use super::pack::{BadPack, Tables};
use crate::thai::{is_dependent, is_leading_vowel, is_letter};
use fst::raw::{Fst, Node, Output};
use std::ops::Range;
use std::rc::Rc;
use std::sync::OnceLock;

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
    /// The vocabulary that it is of.
    id: VocabId,
    words: Fst<&'static [u8]>,
    /// What the first two letters of a word lead to: looked up at every letter of a text.
    beginnings: OnceLock<Vec<Option<Reached>>>,
}

/// What some letters lead to.
#[derive(Debug, Clone, Copy)]
struct Reached {
    /// The place in the list where words go on that begin with them.
    on: usize,
    /// What was gathered of their costs so far.
    cost: Output,
    /// What they cost as a word of their own.
    word: Option<u32>,
}

impl Reached {
    fn of(node: &Node, cost: Output) -> Self {
        let word = node.is_final().then(|| cost.cat(node.final_output()).value());
        Self { on: node.addr(), cost, word: word.map(|cost| u32::try_from(cost).unwrap_or(u32::MAX)) }
    }
}

impl std::fmt::Debug for WordList {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("WordList").field("words", &self.words.len()).finish_non_exhaustive()
    }
}

impl WordList {
    pub(super) fn of(tables: Tables, id: VocabId) -> Result<Self, BadPack> {
        let words = tables.words()?;
        let words = Fst::new(words).map_err(|error| Tables::bad_words(&error.to_string()))?;
        Ok(Self { id, words, beginnings: OnceLock::new() })
    }

    /// True for a word of the list.
    pub fn has(&self, word: &str) -> bool {
        let byte = |c: char| u32::from(c).checked_sub(0xe00).and_then(|at| u8::try_from(at + 0xa0).ok());
        let key: Option<Vec<u8>> = word.chars().map(byte).collect();
        key.is_some_and(|key| self.words.get(key).is_some())
    }

    /// The words of a run of Thai letters, in order. `spans` are known names and wordings that compete with the list.
    pub fn words(&self, text: &str, run: Range<usize>, spans: &[Range<usize>]) -> Vec<Word> {
        thread_local! { static KNOWN: VocabMemo<Rc<Letters>> = VocabMemo::default(); }
        let letters = text.get(run.clone()).unwrap_or_default();
        let known = KNOWN.with(|known| known.of(self.id, letters, || Rc::new(Letters::of(self, letters))));
        known.best(run.start, spans)
    }

    /// What two letters lead to, or one, where the second is 0.
    fn beginning(&self, first: u8, second: u8) -> Option<Reached> {
        let beginnings = self.beginnings.get_or_init(|| {
            let mut beginnings = vec![None; 1 << 16];
            let root = self.words.root();
            for first in root.transitions() {
                let node = self.words.node(first.addr);
                beginnings[pair(first.inp, 0)] = Some(Reached::of(&node, first.out));
                for second in node.transitions() {
                    let node = self.words.node(second.addr);
                    beginnings[pair(first.inp, second.inp)] =
                        Some(Reached::of(&node, first.out.cat(second.out)));
                }
            }
            beginnings
        });
        beginnings[pair(first, second)]
    }
}

fn pair(first: u8, second: u8) -> usize {
    usize::from(u16::from_be_bytes([first, second]))
}

/// The longest run of Thai letters around a place.
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

/// Letters with the places where a word can begin and end, and the words of the list in them.
struct Letters {
    /// Where each letter begins, and where the last ends.
    at: Vec<usize>,
    /// Before which letters a word can begin; also behind the last.
    border: Vec<bool>,
    /// The words, by their first letters.
    listed: Vec<Listed>,
}

/// A word of the list among letters: its first letter and the one behind its last, and what it costs.
struct Listed {
    from: u32,
    to: u32,
    cost: u32,
}

/// The cheapest way to a place: what it costs, where its last word begins, and whether that is one.
#[derive(Clone, Copy)]
struct Step {
    cost: u32,
    from: usize,
    known: bool,
}

impl Letters {
    fn of(list: &WordList, written: &str) -> Self {
        let chars: Vec<char> = written.chars().collect();
        let at = written.char_indices().map(|(at, _)| at).chain([written.len()]).collect();
        // A letter a byte, as the list has them.
        let bytes: Vec<u8> =
            chars.iter().map(|c| (u32::from(*c).wrapping_sub(0xe00) as u8).wrapping_add(0xa0)).collect();
        let free = |n: usize| match (n.checked_sub(1).and_then(|n| chars.get(n)), chars.get(n)) {
            (Some(before), Some(after)) => !is_dependent(*after) && !is_leading_vowel(*before),
            _ => true,
        };
        let border: Vec<bool> = (0..=chars.len()).map(free).collect();
        let mut listed = Vec::new();
        for from in (0..bytes.len()).filter(|from| border[*from]) {
            words_from(list, &bytes[from..], |length, cost| {
                let to = from + length;
                if border[to] {
                    listed.push(Listed { from: from as u32, to: to as u32, cost });
                }
            });
        }
        Self { at, border, listed }
    }

    /// The cheapest words, from the first letter to the last. `start` is where the first stands in the text, of which
    /// the spans are.
    fn best(&self, start: usize, spans: &[Range<usize>]) -> Vec<Word> {
        let letters = self.border.len() - 1;
        let far = Step { cost: u32::MAX, from: 0, known: false };
        let mut steps = vec![far; self.at.len()];
        // The cheapest way on which letters that no word covers are still going on.
        let mut open = far;
        steps[0].cost = 0;
        let mut named: Vec<(usize, usize)> =
            spans.iter().filter_map(|span| self.within(start, span)).collect();
        named.sort_unstable();
        let (mut named, mut listed) = (named.as_slice(), self.listed.as_slice());
        for from in 0..letters {
            if !self.border[from] {
                continue;
            }
            let so_far = steps[from].cost;
            let mut reach = |to: usize, cost: u32, from: usize, known: bool| {
                if cost < steps[to].cost {
                    steps[to] = Step { cost, from, known };
                }
            };
            while let Some((word, rest)) = listed.split_first().filter(|(word, _)| word.from as usize == from)
            {
                reach(word.to as usize, so_far.saturating_add(word.cost), from, true);
                listed = rest;
            }
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
            let next = (from + 1..=letters).find(|to| self.border[*to]).unwrap_or(letters);
            reach(next, open.cost, open.from, false);
        }
        self.walk_back(start, &steps)
    }

    /// The letters that a span covers, from and to, cut at the ends of the run.
    fn within(&self, start: usize, span: &Range<usize>) -> Option<(usize, usize)> {
        if span.end <= start || self.at.last().is_some_and(|end| start + end <= span.start) {
            return None; // a text of many runs has most of its names in others
        }
        let from = self.at.partition_point(|at| start + at < span.start);
        let to = self.at.partition_point(|at| start + at < span.end).min(self.border.len() - 1);
        (from < to).then_some((from, to))
    }

    fn walk_back(&self, start: usize, steps: &[Step]) -> Vec<Word> {
        let mut words = Vec::new();
        let mut to = self.border.len() - 1;
        while to > 0 {
            // A dependent sign at the very end leaves no border there.
            let Some(step) = steps.get(to).filter(|step| step.cost < u32::MAX) else { break };
            let (first, end) = (start + self.at[step.from], start + self.at[to]);
            words.push(Word { start: first, end, known: step.known });
            to = step.from;
        }
        words.reverse();
        words
    }
}

/// The words of the list that letters begin with, the shortest first: how many letters each has, and what it costs.
fn words_from(list: &WordList, letters: &[u8], mut found: impl FnMut(usize, u32)) {
    let [first, rest @ ..] = letters else { return };
    if let Some(cost) = list.beginning(*first, 0).and_then(|one| one.word) {
        found(1, cost);
    }
    let [second, rest @ ..] = rest else { return };
    let Some(two) = list.beginning(*first, *second) else { return };
    if let Some(cost) = two.word {
        found(2, cost);
    }
    let (mut node, mut cost) = (list.words.node(two.on), two.cost);
    for (length, byte) in (3..).zip(rest) {
        let Some(on) = node.find_input(*byte).map(|n| node.transition(n)) else { return };
        cost = cost.cat(on.out);
        node = list.words.node(on.addr);
        if let Some(cost) = Reached::of(&node, cost).word {
            found(length, cost);
        }
    }
}
