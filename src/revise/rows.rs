//! Which rows of two reports are one row.

use crate::model::Understood;
use crate::thai::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Likeness of two titles, in thousandths, that makes them one row of two versions.
const SAME_TITLE: usize = 750;
/// The same where the days agree.
const SAME_DAY: usize = 400;
/// In larger reports only rows of the same days are compared.
const MANY: usize = 400_000;

/// Rows of two versions that are one row, as their numbers in each: alike titles, the most alike first, each once.
pub fn same_rows(older: &[Understood], newer: &[Understood]) -> Vec<(usize, usize)> {
    let titles: Vec<Title> = newer.iter().map(Title::of).collect();
    let many = older.len() * newer.len() > MANY;
    let mut alike: Vec<(usize, bool, usize, usize)> = Vec::new();
    for (at, row) in older.iter().enumerate() {
        let title = Title::of(row);
        for (other, known) in titles.iter().enumerate() {
            let same_day = row.engagement.period.value == newer[other].engagement.period.value;
            if many && !same_day {
                continue;
            }
            let likeness = title.likeness(known);
            if likeness >= if same_day { SAME_DAY } else { SAME_TITLE } {
                alike.push((likeness, same_day, at, other));
            }
        }
    }
    alike.sort_by_key(|(likeness, same_day, at, other)| {
        (std::cmp::Reverse((*likeness, *same_day)), at.abs_diff(*other), *at, *other)
    });
    let (mut used, mut taken) = (BTreeSet::new(), BTreeSet::new());
    let mut same: Vec<(usize, usize)> = Vec::new();
    for (_, _, at, other) in alike {
        if !used.contains(&at) && !taken.contains(&other) {
            used.insert(at);
            taken.insert(other);
            same.push((at, other));
        }
    }
    same.sort_unstable();
    same
}

/// A title as the pairs of letters in it, with how often each occurs.
struct Title {
    pairs: BTreeMap<(char, char), usize>,
    count: usize,
}

impl Title {
    fn of(row: &Understood) -> Self {
        let letters: Vec<char> = fold(&row.engagement.title.value).chars().collect();
        let mut pairs = BTreeMap::new();
        for pair in letters.windows(2) {
            *pairs.entry((pair[0], pair[1])).or_insert(0) += 1;
        }
        Self { pairs, count: letters.len().saturating_sub(1) }
    }

    /// What both share of both, in thousandths.
    fn likeness(&self, other: &Self) -> usize {
        let (least, most) = (self.count.min(other.count), self.count.max(other.count));
        if least == 0 || least * 2000 < (least + most) * SAME_DAY {
            return 0; // so unlike in length that they cannot be alike
        }
        let shared: usize = self
            .pairs
            .iter()
            .map(|(pair, count)| other.pairs.get(pair).map_or(0, |also| (*count).min(*also)))
            .sum();
        shared * 2000 / (least + most)
    }
}
