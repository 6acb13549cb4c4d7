//! How many rows name what two rows share: what few name says more.

use super::super::traits::{Traits, shared};
use crate::vocab::subjects::{Sort, Subject};
use std::collections::{BTreeSet, HashMap};

/// A side that is named on so many other days a month is rare, and usual: it tells how likely it comes twice on one day.
/// Steps of 0.2 and 1, 0.4 and 2, 1 and 3, and counts without months were tried, leaving inboxes out.
const RARE_A_MONTH: f32 = 0.4;
const USUAL_A_MONTH: f32 = 2.0;
/// A word that no more rows have is rare, and usual.
const RARE: u32 = 6;
const USUAL: u32 = 20;
/// The information of shared subjects, in natural units, from which on they are rare, and usual.
const RARE_SUBJECTS: f32 = 6.0;
const USUAL_SUBJECTS: f32 = 3.0;

/// A shorter time than a quarter tells little of how often a side comes.
const QUARTER: usize = 3;
/// Days of a month, about.
const MONTH: i32 = 30;

/// How few rows name something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rarity {
    /// A handful.
    Rare,
    /// Some.
    Usual,
    /// Many.
    Common,
}

/// How many rows name each side, word and subject.
pub struct Seen {
    rows: usize,
    /// Months in which rows are dated.
    months: usize,
    /// The days on which each side is named.
    sides: HashMap<u32, BTreeSet<i32>>,
    words: HashMap<u32, u32>,
    subjects: HashMap<Subject, u32>,
}

impl Seen {
    /// Counts all rows.
    pub fn of(rows: &[Traits]) -> Self {
        let mut seen = Self {
            rows: rows.len(),
            months: months(rows),
            sides: HashMap::new(),
            words: HashMap::new(),
            subjects: HashMap::new(),
        };
        for row in rows {
            if let Some(days) = row.days.filter(|days| days.exact()) {
                row.sides().for_each(|side| {
                    seen.sides.entry(side).or_default().insert(days.first);
                });
            }
            row.words.iter().for_each(|word| *seen.words.entry(*word).or_default() += 1);
            row.subjects.iter().for_each(|subject| *seen.subjects.entry(*subject).or_default() += 1);
        }
        seen
    }

    /// How rare the rarest of these sides is.
    pub fn rarest_side<'a>(&self, sides: impl Iterator<Item = &'a u32>) -> Rarity {
        let fewest = sides.map(|side| self.sides.get(side).map_or(1, BTreeSet::len)).min().unwrap_or(1);
        match fewest.saturating_sub(1) as f32 / self.months as f32 {
            ..=RARE_A_MONTH => Rarity::Rare,
            ..=USUAL_A_MONTH => Rarity::Usual,
            _ => Rarity::Common,
        }
    }

    /// How rare the rarest of these words is, if there are any.
    pub fn rarest_word<'a>(&self, words: impl Iterator<Item = &'a u32>) -> Option<Rarity> {
        rarest(&self.words, words)
    }

    /// How much the subjects that two rows share tell, if they share any.
    pub fn subjects(&self, a: &[Subject], b: &[Subject]) -> Option<Rarity> {
        let mut told = None;
        for subject in shared(a, b).filter(|subject| subject.sort == Sort::Subject) {
            let count = self.subjects.get(subject).copied().unwrap_or(1);
            let information = ((self.rows + 1) as f32 / count as f32).ln();
            told = Some(told.unwrap_or(0.0) + information);
        }
        told.map(|told: f32| match told {
            RARE_SUBJECTS.. => Rarity::Rare,
            USUAL_SUBJECTS.. => Rarity::Usual,
            _ => Rarity::Common,
        })
    }
}

/// Months in which rows are dated to the day.
fn months(rows: &[Traits]) -> usize {
    let days = rows.iter().filter_map(|row| row.days).filter(|days| days.exact());
    let months: BTreeSet<i32> = days.map(|days| days.first.div_euclid(MONTH)).collect();
    months.len().max(QUARTER)
}

/// True if one of the subjects is one.
pub fn tells(subjects: &[Subject]) -> bool {
    subjects.iter().any(|subject| subject.sort == Sort::Subject)
}

fn rarest<'a>(counts: &HashMap<u32, u32>, names: impl Iterator<Item = &'a u32>) -> Option<Rarity> {
    let fewest = names.map(|name| counts.get(name).copied().unwrap_or(1)).min()?;
    Some(match fewest {
        few if few <= RARE => Rarity::Rare,
        some if some <= USUAL => Rarity::Usual,
        _ => Rarity::Common,
    })
}
