//! Phrases that tell in running text where a field begins or ends.

use super::tsv;
use std::sync::LazyLock;

/// What follows or surrounds a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The venue follows.
    Venue,
    /// The venue begins with these words.
    VenueKept,
    /// The one before it presides.
    Presides,
    /// It looks like the venue's word and is not.
    NotVenue,
    /// The outcome follows.
    Outcome,
    /// The outcome begins with these words.
    OutcomeSubject,
    /// It looks like the outcome's word and belongs to the activity.
    NotOutcome,
    /// Next steps follow.
    Next,
    /// Problems follow.
    Obstacle,
    /// Those who took part follow.
    Attendance,
    /// The occasion or purpose follows.
    Purpose,
    /// The city's side stands before, the foreign side after.
    Receives,
    /// The foreign side stands before, the city's side after.
    Calls,
    /// Who leads for the city stands before.
    Leads,
    /// A person or body of the city.
    City,
    /// An activity's wording begins so.
    Begins,
    /// A journey, whose place belongs to its wording.
    Travels,
    /// A date follows that is the activity's own.
    Happened,
    /// A sentence of a letter, not of an activity.
    Letter,
    /// The address of a letter follows.
    Address,
    /// The subject of a letter follows.
    Subject,
    /// The closing of a letter.
    Closing,
    /// A time of day follows.
    Time,
    /// Money follows, if a unit of money does.
    Budget,
    /// A unit of money.
    Money,
}

static PHRASES: LazyLock<Vec<(&'static str, Anchor)>> = LazyLock::new(|| {
    let mut phrases: Vec<_> = tsv::rows(include_str!("packs/th/anchors.tsv"))
        .filter_map(|row| match row.as_slice() {
            [phrase, meaning] => Some((*phrase, anchor_of(meaning)?)),
            _ => None,
        })
        .collect();
    // The longer phrase is the more exact one.
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    phrases
});

fn anchor_of(code: &str) -> Option<Anchor> {
    Some(match code {
        "venue_kept" => Anchor::VenueKept,
        "presides" => Anchor::Presides,
        "venue" => Anchor::Venue,
        "not_venue" => Anchor::NotVenue,
        "outcome" => Anchor::Outcome,
        "outcome_subject" => Anchor::OutcomeSubject,
        "not_outcome" => Anchor::NotOutcome,
        "next" => Anchor::Next,
        "obstacle" => Anchor::Obstacle,
        "attendance" => Anchor::Attendance,
        "purpose" => Anchor::Purpose,
        "receives" => Anchor::Receives,
        "calls" => Anchor::Calls,
        "leads" => Anchor::Leads,
        "city" => Anchor::City,
        "begins" => Anchor::Begins,
        "travels" => Anchor::Travels,
        "happened" => Anchor::Happened,
        "letter" => Anchor::Letter,
        "address" => Anchor::Address,
        "closing" => Anchor::Closing,
        "subject" => Anchor::Subject,
        "time" => Anchor::Time,
        "budget" => Anchor::Budget,
        "money" => Anchor::Money,
        _ => return None,
    })
}

/// The phrases of a meaning, the longest first.
pub fn phrases(anchor: Anchor) -> impl Iterator<Item = &'static str> {
    PHRASES.iter().filter(move |(_, meaning)| *meaning == anchor).map(|(phrase, _)| *phrase)
}

/// The first place of a phrase of this meaning, the longest where several begin there, as a byte range.
#[must_use]
pub fn first(text: &str, anchor: Anchor) -> Option<std::ops::Range<usize>> {
    let lower = text.to_ascii_lowercase();
    phrases(anchor)
        .filter_map(|phrase| lower.find(phrase).map(|at| at..at + phrase.len()))
        .min_by_key(|range| (range.start, std::cmp::Reverse(range.end)))
}

/// The phrase of this meaning that the text begins with, as its length in bytes.
#[must_use]
pub fn opens(text: &str, anchor: Anchor) -> Option<usize> {
    let opens =
        |phrase: &&str| text.get(..phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase));
    phrases(anchor).find(opens).map(str::len)
}
