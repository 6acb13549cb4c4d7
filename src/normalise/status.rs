//! Whether an engagement took place, by the wording only.

use super::gist::{Gist, Part};
use crate::model::{Context, Reading, Role, Status};
use crate::thai::is_digit;
use crate::vocab::Vocab;
use crate::vocab::words::{Hit, Where};

/// An outcome that is no longer says nothing else, in characters.
const SHORT: usize = 40;

/// The status; without a word about it, planned where the row stands in a plan and tells no outcome, else held.
pub fn status(gist: &Gist, context: &Context) -> Reading<Status> {
    let by = |role: Role, wheres: &'static [Where]| gist.texts(role).find_map(move |part| said(part, wheres));
    // A letter was written, whatever was answered.
    let undone = |r: &Reading<Status>| r.value != Status::Held && !gist.is_of_letter;
    by(Role::Status, &[Where::Status, Where::Any, Where::Remark])
        .or_else(|| by(Role::Activity, &[Where::Any, Where::Title]).filter(|r| r.value != Status::Held))
        .or_else(|| by(Role::Kind, &[Where::Any]).filter(|r| r.value != Status::Held))
        .or_else(|| by(Role::Remark, &[Where::Any, Where::Remark]).filter(undone))
        .or_else(|| by(Role::Outcome, &[Where::Any, Where::Remark]).filter(undone))
        .or_else(|| gist.texts(Role::Outcome).find_map(is_word).filter(|r| r.value != Status::Held))
        .or_else(|| {
            by(Role::Date, &[Where::Any, Where::Status, Where::Remark]).filter(|r| r.value != Status::Held)
        })
        .or_else(|| {
            gist.texts(Role::Outcome).next().is_none().then(|| of_plan(gist.vocab, context)).flatten()
        })
        .unwrap_or_else(|| Reading::likely(Status::Held, ""))
}

/// Planned, if the nearest heading that tells calls what stands below it a plan.
fn of_plan(vocab: Vocab, context: &Context) -> Option<Reading<Status>> {
    let mut above: Vec<_> = context.period.iter().chain(&context.department).collect();
    above.sort_by_key(|hint| hint.trust);
    let sections = context.sections.iter().rev().map(String::as_str);
    let mut told = sections.chain(above.into_iter().map(|hint| hint.text.as_str())).filter_map(|heading| {
        let part = Part::of(vocab, Role::Kind, heading.to_owned());
        let of = |status: Status| {
            let mut hits = part.hits(&vocab.words.statuses).iter();
            hits.find(move |hit| vocab.words.statuses[*hit] == (Some(status), Where::Plan))
        };
        // A plan with a number is a programme of work, whether or not it was carried out.
        let numbered = |hit: &&Hit| {
            let behind = part.slice(hit.end, part.text.len()).trim_start();
            let number = vocab.grammar.ordinals.iter().find_map(|word| behind.strip_prefix(word));
            number.unwrap_or(behind).trim_start().starts_with(is_digit)
        };
        let plan = of(Status::Planned).filter(|hit| begins(part.slice(0, hit.start)) && !numbered(hit));
        match (plan, of(Status::Held)) {
            (Some(hit), None) => Some(Some(part.slice(hit.start, hit.end).to_owned())),
            (_, Some(_)) => Some(None),
            (None, None) => None,
        }
    });
    told.next().flatten().map(|raw| Reading::likely(Status::Planned, raw))
}

/// True for the beginning of a heading, and behind the number of a part.
fn begins(before: &str) -> bool {
    before.trim_end().chars().next_back().is_none_or(|c| is_digit(c) || c.is_ascii_punctuation())
}

/// A text that is nothing but the word of a status.
fn is_word(part: &Part) -> Option<Reading<Status>> {
    let words = &part.vocab.words.statuses;
    let whole = part.hits(words).iter().find(|hit| part.slice(hit.start, hit.end) == part.text.trim())?;
    (words[whole].1 == Where::Status)
        .then(|| words[whole].0)
        .flatten()
        .map(|status| Reading::certain(status, part.text.clone()))
}

/// The strongest status in a text: called off before put off before announced before done.
fn said(part: &Part, wheres: &[Where]) -> Option<Reading<Status>> {
    let words = &part.vocab.words.statuses;
    let hits = || part.hits(words).iter().filter(|hit| wheres.contains(&words[*hit].1));
    let opening = part.role != Role::Outcome || part.text.chars().count() <= SHORT;
    // What an outcome says was to be may be called off at its end.
    let was_to_be = hits().any(|hit| hit.start == 0 && words[hit].0 == Some(Status::Planned));
    let undone = |hit: &Hit| matches!(words[hit].0, Some(Status::Cancelled | Status::Postponed));
    hits()
        .filter(|hit| opening || hit.start == 0 || was_to_be && undone(hit))
        .filter_map(|hit| {
            let status = words[hit].0?;
            Some((rank(status), Reading::certain(status, part.text.get(hit.start..hit.end)?)))
        })
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, reading)| reading)
}

fn rank(status: Status) -> u8 {
    match status {
        Status::Cancelled => 0,
        Status::Postponed => 1,
        Status::Planned => 2,
        Status::Held => 3,
    }
}
