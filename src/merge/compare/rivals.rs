//! Other rows that could be meant as well. A reporter tells an engagement once: where its file has two rows of one side
//! and day, side and day do not tell which of them is the other reporter's.

use super::super::traits::{Days, Traits, shared};
use crate::model::{Level, Precision};
use std::collections::{BTreeSet, HashMap};

/// More rivals than this make no difference.
const MANY: usize = 2;

/// The rows of each file that name a side, by day.
pub struct Rivals {
    /// Rows that last so short that each of their days can be a key.
    dated: HashMap<(u32, u32, i32), Vec<u32>>,
    /// Rows whose days are of a month, a season, or unknown.
    coarse: HashMap<(u32, u32), Vec<u32>>,
    /// All rows.
    all: HashMap<(u32, u32), Vec<u32>>,
}

impl Rivals {
    /// Files all rows.
    pub fn of(rows: &[Traits]) -> Self {
        let mut rivals = Self { dated: HashMap::new(), coarse: HashMap::new(), all: HashMap::new() };
        for (number, row) in (0..).zip(rows) {
            for side in row.sides() {
                rivals.all.entry((row.file, side)).or_default().push(number);
                match row.days.filter(|days| days.exact()) {
                    Some(days) => {
                        for day in days.first..=days.last {
                            rivals.dated.entry((row.file, side, day)).or_default().push(number);
                        }
                    }
                    None => rivals.coarse.entry((row.file, side)).or_default().push(number),
                }
            }
        }
        rivals
    }

    /// The level of two rows that share a side.
    pub fn level(&self, rows: &[Traits], a: u32, b: u32) -> Level {
        let mut found = BTreeSet::new();
        self.rivals(rows, a, b, &mut found);
        if found.len() < MANY {
            self.rivals(rows, b, a, &mut found);
        }
        match found.len() {
            0 => Level::NoRival,
            1 => Level::OneRival,
            _ => Level::Rivals,
        }
    }

    /// Rows in the file of `b` that could be `a` as well, by side and day.
    fn rivals(&self, rows: &[Traits], a: u32, b: u32, found: &mut BTreeSet<u32>) {
        let (one, two) = (&rows[a as usize], &rows[b as usize]);
        let sides = shared(&one.countries, &two.countries)
            .chain(shared(&one.cities, &two.cities))
            .chain(shared(&one.bodies, &two.bodies));
        let take = |rivals: Option<&Vec<u32>>, found: &mut BTreeSet<u32>| {
            let others = rivals.into_iter().flatten().copied().filter(|row| *row != a && *row != b);
            for row in others.filter(|row| may_be(one.days, rows[*row as usize].days)) {
                found.insert(row);
                if found.len() >= MANY {
                    return;
                }
            }
        };
        for side in sides {
            match one.days.filter(|days| days.exact()) {
                Some(days) => {
                    for day in days.first - 1..=days.last + 1 {
                        take(self.dated.get(&(two.file, *side, day)), found);
                    }
                    take(self.coarse.get(&(two.file, *side)), found);
                }
                None => take(self.all.get(&(two.file, *side)), found),
            }
            if found.len() >= MANY {
                return;
            }
        }
    }
}

/// True if two rows can be of one day, as far as their days are known to the day.
fn may_be(a: Option<Days>, b: Option<Days>) -> bool {
    let to_the_day = |days: &Days| days.precision == Precision::Day;
    match (a.filter(to_the_day), b.filter(to_the_day)) {
        (Some(a), Some(b)) => a.gap(b) <= 1,
        _ => true,
    }
}
