//! How texts are worded: acts and events, openings of what is no title, endings of what was cut off, seams of sentences.

use super::segment::Segmented;
use super::tsv;
use crate::thai;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use std::sync::LazyLock;

/// What a wording tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// An act or event.
    Act,
    /// A text that begins so goes on with another.
    GoesOn,
    /// A text that ends so is cut off.
    Cut,
    /// A letter, report or title block begins so, not an activity.
    Letter,
    /// What speaks of a report as a whole, or of those who take part, begins so.
    Report,
    /// A person's name follows.
    Person,
    /// Another engagement begins after it.
    Joint,
    /// An activity's wording ends before it: place, day, people follow.
    Seam,
    /// A running number follows, which opens an item.
    Marker,
    /// A day of the week.
    Weekday,
    /// What is still to come is told: a next step, not an engagement.
    Future,
    /// What happens hour by hour at one visit or event follows.
    Programme,
}

/// The wordings of each class, the longest first.
static WORDINGS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let mut wordings: Vec<Vec<&'static str>> = Vec::new();
    for row in tsv::rows(include_str!("packs/th/wording.tsv")) {
        let [text, class] = row.as_slice() else { continue };
        let Some(class) = wording_of(class) else { continue };
        let class = class as usize;
        wordings.resize_with(wordings.len().max(class + 1), Vec::new);
        wordings[class].push(*text);
    }
    for texts in &mut wordings {
        texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    }
    wordings
});

static ACTS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let acts = of(Wording::Act);
    AhoCorasickBuilder::new()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(acts)
        .ok()
});

fn wording_of(class: &str) -> Option<Wording> {
    Some(match class {
        "act" => Wording::Act,
        "goes_on" => Wording::GoesOn,
        "cut" => Wording::Cut,
        "letter" => Wording::Letter,
        "report" => Wording::Report,
        "person" => Wording::Person,
        "joint" => Wording::Joint,
        "seam" => Wording::Seam,
        "marker" => Wording::Marker,
        "weekday" => Wording::Weekday,
        "future" => Wording::Future,
        "programme" => Wording::Programme,
        _ => return None,
    })
}

fn of(wording: Wording) -> impl Iterator<Item = &'static str> {
    WORDINGS.get(wording as usize).into_iter().flatten().copied()
}

/// Where acts and events are named, as bytes at which their words begin.
#[must_use]
pub fn acts(text: &str) -> Vec<usize> {
    ACTS.as_ref().map_or_else(Vec::new, |search| search.find_iter(text).map(|found| found.start()).collect())
}

/// How many acts and events are named by words of their own: หน่วยงาน is no งาน.
#[must_use]
pub fn whole_acts(text: &str) -> usize {
    let mut words = Segmented::new(text, &[]);
    let mut begins = |at: usize| !text[..at].ends_with(thai::is_letter) || words.parts_at(at);
    acts(text).into_iter().filter(|at| begins(*at)).count()
}

/// The wording that a text begins with, as its length in bytes; the longest where several do.
#[must_use]
pub fn begins(text: &str, wording: Wording) -> Option<usize> {
    let head = |length: usize| text.get(..length);
    of(wording)
        .find(|phrase| head(phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase)))
        .map(str::len)
}

/// True if a text ends with such a wording.
#[must_use]
pub fn ends(text: &str, wording: Wording) -> bool {
    let text = text.trim_end();
    of(wording).any(|phrase| {
        text.len() > phrase.len()
            && text.get(text.len() - phrase.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(phrase))
            // A Latin word ends only where a word begins before it.
            && (!phrase.is_ascii() || text[..text.len() - phrase.len()].ends_with(' '))
    })
}

/// True if such a wording stands anywhere in a text.
#[must_use]
pub fn holds(text: &str, wording: Wording) -> bool {
    of(wording).any(|phrase| text.contains(phrase))
}

/// True if a text is such a wording and nothing else.
#[must_use]
pub fn is(text: &str, wording: Wording) -> bool {
    let text = text.trim().trim_end_matches('.');
    of(wording).any(|phrase| phrase.eq_ignore_ascii_case(text))
}
