//! Phrases that tell in running text where a field begins or ends.

use super::pack::{BadPack, Tables, code};
use super::search::{Pick, Search};
use crate::model::codes;

codes! {
    /// What follows or surrounds a phrase.
    Anchor {
        /// The venue follows.
        Venue = "venue",
        /// The venue begins with these words.
        VenueKept = "venue_kept",
        /// The one before it presides.
        Presides = "presides",
        /// It looks like the venue's word and is not.
        NotVenue = "not_venue",
        /// The outcome follows.
        Outcome = "outcome",
        /// The outcome begins with these words.
        OutcomeSubject = "outcome_subject",
        /// It looks like the outcome's word and belongs to the activity.
        NotOutcome = "not_outcome",
        /// Next steps follow.
        Next = "next",
        /// Problems follow.
        Obstacle = "obstacle",
        /// Those who took part follow.
        Attendance = "attendance",
        /// The occasion or purpose follows.
        Purpose = "purpose",
        /// The city's side stands before, the foreign side after.
        Receives = "receives",
        /// The foreign side stands before, the city's side after.
        Calls = "calls",
        /// Who leads for the city stands before.
        Leads = "leads",
        /// A person or body of the city.
        City = "city",
        /// An activity's wording begins so.
        Begins = "begins",
        /// A journey, whose place belongs to its wording.
        Travels = "travels",
        /// A date follows that is the activity's own.
        Happened = "happened",
        /// A date follows that is the activity's own, at the head of an item.
        OnDay = "on_day",
        /// In a sentence of a letter, what was done follows.
        Told = "told",
        /// The month of an activity follows.
        InMonth = "in_month",
        /// A sentence of a letter, not of an activity.
        Letter = "letter",
        /// The address of a letter follows.
        Address = "address",
        /// The subject of a letter follows.
        Subject = "subject",
        /// The closing of a letter.
        Closing = "closing",
        /// A time of day follows.
        Time = "time",
        /// Money follows, if a unit of money does.
        Budget = "budget",
        /// A unit of money.
        Money = "money",
    }
}

/// The phrases by their meaning.
#[derive(Debug)]
pub struct Anchors {
    /// For each meaning its phrases, the longest first: the longer phrase is the more exact one.
    phrases: Vec<Vec<&'static str>>,
    /// The search for all phrases of each meaning at once.
    searches: Vec<Search<()>>,
}

impl Anchors {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let mut phrases = vec![Vec::new(); Anchor::ALL.len()];
        for row in tables.rows("anchors.tsv", &["phrase", "meaning"])? {
            phrases[code!(row, 1, Anchor)? as usize].push(row.word(0)?);
        }
        for phrases in &mut phrases {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        }
        let search = |phrases: &Vec<&'static str>| {
            Search::new(phrases.iter().map(|phrase| (*phrase, ())).collect(), Pick::LongestInAnyCase)
        };
        let searches = phrases.iter().map(search).collect();
        Ok(Self { phrases, searches })
    }

    /// The phrases of a meaning, the longest first.
    pub fn phrases(&self, anchor: Anchor) -> impl Iterator<Item = &'static str> {
        self.phrases.get(anchor as usize).into_iter().flatten().copied()
    }

    /// The first place of a phrase of this meaning, the longest where several begin there, as a byte range.
    pub fn first(&self, text: &str, anchor: Anchor) -> Option<std::ops::Range<usize>> {
        self.searches.get(anchor as usize)?.first(text).map(|found| found.range)
    }

    /// The phrase of this meaning that the text begins with, as its length in bytes.
    pub fn opens(&self, text: &str, anchor: Anchor) -> Option<usize> {
        let opens =
            |phrase: &&str| text.get(..phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase));
        self.phrases(anchor).find(opens).map(str::len)
    }
}
