//! Merging taken apart, for the program that fits the weights: which rows are compared and what is observed of them, and
//! what other weights would put together.

use super::ties::Ties;
use super::weights::Weights;
use crate::model::{Engagement, Level};
use crate::vocab::Vocab;
use std::collections::BTreeSet;

/// Two rows that are compared, by their numbers in the input.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The rows.
    pub rows: (usize, usize),
    /// What is observed of them.
    pub levels: Vec<Level>,
}

/// What merging makes of rows.
#[derive(Debug, Clone)]
pub struct Study {
    /// The pairs of rows that are compared, without those that say the same and are one from the start.
    pub candidates: Vec<Candidate>,
    /// The rows of each engagement, by their numbers in the input, as the weights put them together.
    pub groups: Vec<Vec<usize>>,
}

/// Compares rows and puts them together by these weights.
pub fn study(vocab: Vocab, engagements: &[Engagement], weights: &Weights) -> Study {
    let (ordered, number) = super::in_order(engagements.to_vec());
    let mut input = vec![0; number.len()];
    for (old, new) in number.iter().enumerate() {
        input[*new as usize] = old;
    }
    let (classes, rows) = super::compared(vocab, &ordered, &BTreeSet::new(), weights);
    let first = |class: u32| input[classes.members[class as usize][0]];
    let candidates = super::candidates::pairs(rows.traits()).into_iter();
    let candidates = candidates
        .map(|(a, b)| Candidate { rows: (first(a), first(b)), levels: rows.levels(a, b) })
        .collect();
    let grouped = super::grouped(&classes, &rows, &Ties::default());
    let groups = grouped.entries.into_iter();
    let groups = groups.map(|group| group.into_iter().map(|row| input[row]).collect()).collect();
    Study { candidates, groups }
}
