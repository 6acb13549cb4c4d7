//! What is known of pairs of rows before their evidence is looked at.

use crate::model::Tie;
use std::collections::{BTreeMap, BTreeSet};

/// Pairs of rows that are known to be one engagement, or to be two.
#[derive(Debug, Default)]
pub struct Ties {
    pairs: BTreeMap<(u32, u32), bool>,
}

impl Ties {
    /// The ties, with `number` telling a row's new number. Of several on one pair the last one counts.
    pub fn of(ties: &[Tie], number: impl Fn(usize) -> u32) -> Self {
        let ordered = |tie: &Tie| {
            let (a, b) = (number(tie.first), number(tie.second));
            (a.min(b), a.max(b))
        };
        let pairs = ties.iter().map(|tie| (ordered(tie), tie.together)).filter(|((a, b), _)| a != b);
        Self { pairs: pairs.collect() }
    }

    /// The ties of lists of rows that are compared as one, by the lists' numbers.
    pub fn of_copies(&self, copies: &[Vec<usize>]) -> Self {
        let mut list_of = BTreeMap::new();
        for (number, rows) in copies.iter().enumerate() {
            list_of.extend(rows.iter().map(|row| (*row as u32, number as u32)));
        }
        let ordered = |a: u32, b: u32| (a.min(b), a.max(b));
        let pairs = self.pairs.iter().map(|((a, b), together)| (ordered(list_of[a], list_of[b]), *together));
        Self { pairs: pairs.filter(|((a, b), _)| a != b).collect() }
    }

    /// What is known of two rows.
    pub fn known(&self, a: u32, b: u32) -> Option<bool> {
        self.pairs.get(&(a.min(b), a.max(b))).copied()
    }

    /// Rows that are known to be another engagement than some other row.
    pub fn apart(&self) -> BTreeSet<u32> {
        self.pairs.iter().filter(|(_, together)| !**together).flat_map(|((a, b), _)| [*a, *b]).collect()
    }

    /// For each of `count` rows, the first row that it is known to be one with. Rows that are known to be two stay
    /// apart, whatever a third row is said to be.
    pub fn joined(&self, count: u32) -> Vec<u32> {
        let mut first: Vec<u32> = (0..count).collect();
        let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for ((a, b), _) in self.pairs.iter().filter(|(_, together)| **together) {
            let (one, two) = (first[*a as usize], first[*b as usize]);
            if one == two {
                continue;
            }
            let (one, two) = (one.min(two), one.max(two));
            let of_one = members.get(&one).cloned().unwrap_or_else(|| vec![one]);
            let of_two = members.get(&two).cloned().unwrap_or_else(|| vec![two]);
            if of_one.iter().any(|x| of_two.iter().any(|y| self.known(*x, *y) == Some(false))) {
                continue;
            }
            for row in &of_two {
                first[*row as usize] = one;
            }
            members.remove(&two);
            members.insert(one, of_one.into_iter().chain(of_two).collect());
        }
        first
    }
}
