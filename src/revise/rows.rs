//! Which rows of two reports are one row.

use crate::model::{Processed, Understood};
use crate::thai::fold;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// Likeness of two titles, in thousandths, that makes them one row of two versions.
const SAME_TITLE: usize = 750;
/// The same where the days agree.
const SAME_DAY: usize = 400;
/// In larger reports only rows of the same days are compared.
const MANY: usize = 400_000;

/// Rows of two versions that are one row, as their numbers in each: alike titles, the most alike first, each once.
pub fn same_rows(files: &[Processed], titles: &Titles, older: usize, newer: usize) -> Vec<(usize, usize)> {
    let (own, others) = (titles.of(files, older), titles.of(files, newer));
    let (older, newer) = (&files[older].reported.understood, &files[newer].reported.understood);
    let many = older.len() * newer.len() > MANY;
    let mut alike: Vec<(usize, bool, usize, usize)> = Vec::new();
    for (at, row) in older.iter().enumerate() {
        let title = &own[at];
        for (other, known) in others.iter().enumerate() {
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

/// The titles of each report's rows, taken apart when the report is first compared.
pub struct Titles {
    of_files: Vec<OnceCell<Vec<Title>>>,
}

impl Titles {
    /// None is taken apart yet, of so many reports.
    pub fn new(files: usize) -> Self {
        Self { of_files: (0..files).map(|_| OnceCell::new()).collect() }
    }

    fn of(&self, files: &[Processed], at: usize) -> &[Title] {
        self.of_files[at].get_or_init(|| files[at].reported.understood.iter().map(Title::of).collect())
    }
}

/// A title as the pairs of letters in it, each as often as it occurs.
struct Title {
    /// Sorted.
    pairs: Vec<(char, char)>,
}

impl Title {
    fn of(row: &Understood) -> Self {
        let letters: Vec<char> = fold(&row.engagement.title.value).chars().collect();
        let mut pairs: Vec<(char, char)> = letters.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        Self { pairs }
    }

    /// What both share of both, in thousandths.
    fn likeness(&self, other: &Self) -> usize {
        let (one, two) = (self.pairs.len(), other.pairs.len());
        let (least, most) = (one.min(two), one.max(two));
        if least == 0 || least * 2000 < (least + most) * SAME_DAY {
            return 0; // so unlike in length that they cannot be alike
        }
        let (mut at, mut beside, mut shared) = (0, 0, 0);
        while let (Some(pair), Some(also)) = (self.pairs.get(at), other.pairs.get(beside)) {
            at += usize::from(pair <= also);
            beside += usize::from(also <= pair);
            shared += usize::from(pair == also);
        }
        shared * 2000 / (least + most)
    }
}
