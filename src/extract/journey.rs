//! The journey abroad that the subject of a report names: its legs are told below, day by day, and the subject itself is
//! a record of its own.

use super::body::Body;
use super::facts::Facts;
use super::fields::{self, Fields};
use super::paragraphs::{Paragraph, paragraphs};
use super::phrases;
use super::readings::lines::ended;
use super::sketch::{Draft, Sketch};
use crate::model::Role;
use crate::thai;
use crate::vocab::Vocab;
use crate::vocab::anchors::Anchor;
use std::collections::BTreeSet;

/// Name under which the record stands among the layouts.
pub const LAYOUT: &str = "text";
/// The subject stands in the first rows.
const HEAD: usize = 14;
/// A subject is no longer, in bytes.
const LONGEST: usize = 1_200;

/// A journey abroad that a subject names.
pub struct Journey {
    /// The rows of the subject and its days, the first first.
    pub rows: Vec<usize>,
    /// The subject's words.
    pub subject: String,
    /// The record, unless one of the rows below tells the same.
    pub record: Option<Fields>,
}

/// The journey that the subject of a report on pages names, with the days that stand in it or right below.
pub fn of(body: &Body, sketches: &[Sketch], facts: &Facts) -> Option<Journey> {
    body.rows.first()?.bounds?;
    let drafts = || sketches.iter().flat_map(|sketch| &sketch.drafts);
    let first = drafts().flat_map(|draft| draft.rows.iter().copied()).min().unwrap_or(body.rows.len());
    let head = paragraphs(facts.vocab, &body.rows[..first.min(HEAD)]);
    let (at, subject) =
        head.iter().enumerate().find_map(|(at, one)| Some((at, subject(facts, &one.text)?)))?;
    let Paragraph { rows, .. } = &head[at];
    let own = facts.of(&subject).days.first().cloned();
    let (title, day, below) = if let Some(day) = own {
        (ended(before_day(facts.vocab, &subject, day.start)), subject[day].to_owned(), None)
    } else {
        let next = head.get(at + 1)?;
        let fact = facts.of(&next.text);
        let day = fact.days.first().filter(|_| fact.date_only)?.clone();
        (subject.as_str(), fact.text[day].to_owned(), Some(next))
    };
    let row = &body.rows[*rows.first()?];
    let told = drafts().any(|draft| tells(draft, &subject, &day, facts));
    let written = |text: &str| vec![fields::written(row, text.to_owned(), "")];
    let record = || Fields::from([(Role::Activity, written(title)), (Role::Date, written(&day))]);
    let rows = rows.iter().chain(below.iter().flat_map(|one| &one.rows)).copied().collect();
    Some(Journey { rows, record: (!told).then(record), subject })
}

/// The words of a subject that tell of a journey to a place abroad.
fn subject(facts: &Facts, text: &str) -> Option<String> {
    let opens = facts.vocab.anchors.opens(text, Anchor::Subject).filter(|_| text.len() <= LONGEST)?;
    let subject = thai::one_line(text[opens..].trim_start_matches([' ', ':']));
    let travels = |at: usize| facts.vocab.anchors.opens(&subject[at..], Anchor::Travels).is_some();
    let journey = subject.char_indices().any(|(at, _)| travels(at));
    (journey && !facts.of(&subject).names().is_empty()).then_some(subject)
}

/// The words before a day without those that lead to it: `ระหว่างวันที่`.
fn before_day(vocab: Vocab, text: &str, day: usize) -> &str {
    let before = text[..day].trim_end();
    let last = before.rfind(' ').map(|at| at + 1);
    last.filter(|at| phrases::begins_with_date(vocab, &text[*at..])).map_or(before, |at| &text[..at])
}

/// A record tells the journey itself: its day, and a place that the subject names.
fn tells(draft: &Draft, subject: &str, day: &str, facts: &Facts) -> bool {
    let days = draft.fields.get(&Role::Date).into_iter().flatten();
    let same_day = days.map(|one| thai::fold(&one.text)).any(|one| one.contains(&thai::fold(day)));
    let names: BTreeSet<_> = facts.of(subject).names().iter().copied().collect();
    same_day && facts.of(draft.title()).names().iter().any(|name| names.contains(name))
}
