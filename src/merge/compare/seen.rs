//! How many rows name what two rows share: what few name says more.

use super::super::traits::{Traits, shared};
use crate::vocab::subjects::{Sort, Subject};
use std::collections::HashMap;

/// What no more rows name is rare, and usual.
const RARE: u32 = 6;
const USUAL: u32 = 20;
/// The information of shared subjects, in natural units, from which on they are rare, and usual.
const RARE_SUBJECTS: f32 = 6.0;
const USUAL_SUBJECTS: f32 = 3.0;

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
    sides: HashMap<u32, u32>,
    words: HashMap<u32, u32>,
    subjects: HashMap<Subject, u32>,
}

impl Seen {
    /// Counts all rows.
    pub fn of(rows: &[Traits]) -> Self {
        let mut seen =
            Self { rows: rows.len(), sides: HashMap::new(), words: HashMap::new(), subjects: HashMap::new() };
        for row in rows {
            row.sides().for_each(|side| *seen.sides.entry(side).or_default() += 1);
            row.words.iter().for_each(|word| *seen.words.entry(*word).or_default() += 1);
            row.subjects.iter().for_each(|subject| *seen.subjects.entry(*subject).or_default() += 1);
        }
        seen
    }

    /// How rare the rarest of these sides is.
    pub fn rarest_side<'a>(&self, sides: impl Iterator<Item = &'a u32>) -> Rarity {
        rarest(&self.sides, sides).unwrap_or(Rarity::Common)
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

/// True if one of the subjects is one.
pub fn tells(subjects: &[Subject]) -> bool {
    subjects.iter().any(|subject| subject.sort == Sort::Subject)
}

fn rarest<'a>(counts: &HashMap<u32, u32>, names: impl Iterator<Item = &'a u32>) -> Option<Rarity> {
    let fewest = names.map(|name| counts.get(name).copied().unwrap_or(1)).min()?;
    Some(match fewest {
        ..=RARE => Rarity::Rare,
        ..=USUAL => Rarity::Usual,
        _ => Rarity::Common,
    })
}
