//! What merging makes of all engagements: one entry each, with every source kept.

use super::{Datum, Engagement, Key, Level, Place};
use serde::{Deserialize, Serialize};

/// The consolidated list, ordered by start, then id.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Register {
    /// One entry an engagement.
    pub entries: Vec<Entry>,
    /// Entries that may be one engagement but were not put together, for a person to decide. Each entry is paired
    /// with its best other at most.
    pub doubtful: Vec<Pair>,
}

impl Register {
    /// A register in its order: entries by start, then id, and the pairs, which name entries by their numbers in
    /// `made`, by their entries.
    pub fn in_order(made: Vec<Entry>, pairs: Vec<Pair>) -> Self {
        let mut order: Vec<usize> = (0..made.len()).collect();
        order.sort_by_cached_key(|at| {
            let start = made[*at].engagement.period.value.start;
            (start.is_none(), start, made[*at].id.clone())
        });
        let mut place = vec![0; made.len()];
        for (new, old) in order.iter().enumerate() {
            place[*old] = new;
        }
        let mut entries: Vec<Option<Entry>> = made.into_iter().map(Some).collect();
        let entries = order.into_iter().filter_map(|at| entries[at].take()).collect();
        let mut doubtful: Vec<Pair> = pairs.into_iter().map(|pair| pair.moved(&place)).collect();
        doubtful.sort();
        Self { entries, doubtful }
    }
}

impl Pair {
    /// The pair by the entries' new places.
    fn moved(self, place: &[usize]) -> Self {
        let (first, second) = (place[self.first], place[self.second]);
        if first < second {
            return Self { first, second, ..self };
        }
        let turned = |e: Evidence| Evidence { first: e.second, second: e.first, ..e };
        Self { first: second, second: first, evidence: self.evidence.into_iter().map(turned).collect() }
    }
}

/// Two entries that may be one engagement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pair {
    /// Index of the one entry in the register.
    pub first: usize,
    /// Index of the other entry, greater than `first`.
    pub second: usize,
    /// What speaks for and against, of the two sources that are most alike: `first` of each counts in the sources of
    /// the first entry, `second` in those of the second.
    pub evidence: Vec<Evidence>,
}

/// One engagement, from one or more reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Stable from run to run for the same engagement.
    pub id: String,
    /// The values chosen, field by field. Its `departments` are all that reported it.
    pub engagement: Engagement,
    /// Every reported row behind it, ordered by file and place.
    pub sources: Vec<Source>,
    /// Why the sources were put together; empty for a single source.
    pub evidence: Vec<Evidence>,
    /// Where the sources disagree.
    pub conflicts: Vec<Conflict>,
}

/// Two reported rows, by their numbers in what is merged, that are known to be one engagement, or to be two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tie {
    /// The one row.
    pub first: usize,
    /// The other row.
    pub second: usize,
    /// One engagement, or two.
    pub together: bool,
}

/// A reported row behind an entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Source {
    /// Where.
    pub place: Place,
    /// Code of the reporting department, or empty.
    pub department: String,
    /// That row's own wording of the title.
    pub title: String,
}

/// One observation for or against two sources being the same engagement: two of one entry, or one of each of a pair.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    /// Index of the one source in its entry.
    pub first: usize,
    /// Index of the other source in its entry.
    pub second: usize,
    /// What was observed.
    pub level: Level,
    /// Weight: positive for, negative against.
    pub weight: i32,
}

/// Sources that say different things of one field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Conflict {
    /// The field.
    pub key: Key,
    /// The value taken.
    pub taken: Datum,
    /// Another value.
    pub other: Datum,
    /// Code of the department that reported the other value.
    pub department: String,
}
