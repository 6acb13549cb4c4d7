//! Texts as weighted letter groups.

use crate::thai::fold;
use std::collections::HashMap;

/// Letter groups of a text, each once, with their weight by rarity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Text {
    /// Sorted by group.
    pub grams: Vec<(u64, u32)>,
    /// Sum of the weights.
    pub weight: u32,
}

impl Text {
    /// A text of the pieces; no group crosses from one piece to the next.
    pub fn of<'a>(pieces: impl Iterator<Item = &'a str>) -> Self {
        let mut grams = Vec::new();
        for piece in pieces {
            for word in piece.split(|c: char| !c.is_alphanumeric() && !is_combining(c)) {
                grams_of(&fold(word), &mut grams);
            }
        }
        grams.sort_unstable();
        grams.dedup();
        let weight = grams.len() as u32;
        Self { grams: grams.into_iter().map(|gram| (gram, 1)).collect(), weight }
    }

    /// Likeness in thousandths: the mean of what both share of the shorter and of both together. `None` where one has
    /// nothing to compare.
    pub fn likeness(&self, other: &Self) -> Option<u32> {
        if self.grams.len() < 2 || other.grams.len() < 2 {
            return None;
        }
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while i < self.grams.len() && j < other.grams.len() {
            let (a, b) = (self.grams[i], other.grams[j]);
            match a.0.cmp(&b.0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    shared += a.1;
                    i += 1;
                    j += 1;
                }
            }
        }
        let (less, both) = (self.weight.min(other.weight).max(1), (self.weight + other.weight).max(1));
        Some(u32::midpoint(thousandths(shared, less), thousandths(2 * shared, both)))
    }

    /// Weighs each letter group by how few of the texts have it.
    pub fn weigh(&mut self, weights: &HashMap<u64, u32>) {
        for (gram, weight) in &mut self.grams {
            *weight = weights.get(gram).copied().unwrap_or(1);
        }
        self.weight = self.grams.iter().map(|(_, weight)| weight).sum();
    }
}

fn thousandths(part: u32, whole: u32) -> u32 {
    (u64::from(part) * 1000 / u64::from(whole)) as u32
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

/// Three letters in one number; a word of one or two letters is one group of its own.
fn grams_of(word: &str, out: &mut Vec<u64>) {
    let letters: Vec<u64> = word.chars().map(|c| u64::from(u32::from(c))).collect();
    if letters.len() < 3 {
        if !letters.is_empty() {
            out.push(letters.iter().fold(0, |sum, letter| sum << 21 | letter));
        }
        return;
    }
    out.extend(letters.windows(3).map(|w| w[0] << 42 | w[1] << 21 | w[2]));
}
