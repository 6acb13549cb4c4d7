//! How the dates of a sheet are written, told by all of them together: one alone may be day or month first.

use crate::model::{Record, Role, Value, Written};
use crate::thai;
use std::collections::{BTreeMap, BTreeSet};

/// So many dates in one way are a habit.
const SEVERAL: usize = 2;
/// So many first days of months, and nothing else, are months.
const FIRSTS: usize = 3;

/// Days of so many months, each typed as a date, are no slips of one month's report.
const WIDE: usize = 6;

/// How the dates of a sheet are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent things about how dates are written")]
pub struct Habit {
    /// The month stands before the day: in some date the second number can be no month, in none the first.
    pub month_first: bool,
    /// Cells that were typed in an order which the program did not expect: those that it could not read stayed texts, all
    /// with a day over 12, and the others changed their day and month.
    pub swapped: bool,
    /// Cells that show a month and hold its first day.
    pub months: bool,
    /// Its days lie so far apart that a day far from the report's period is nothing odd.
    pub wide: bool,
}

/// What the dates of a sheet show.
#[derive(Debug, Default)]
struct Seen {
    first_over: usize,
    second_over: usize,
    either: usize,
    typed_small: usize,
    typed_over: usize,
    /// Months of the first days, where all days are first ones.
    firsts: BTreeSet<(i16, i8)>,
    others: usize,
    /// Typed days of each month.
    typed: BTreeSet<(i16, i8)>,
}

/// The habit of each sheet of a report, by the sheet's name; pages have none.
pub fn habits(records: &[Record]) -> BTreeMap<String, Habit> {
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    for record in records {
        let sheet = sheet_of(record).to_owned();
        let seen = seen.entry(sheet).or_default();
        for role in [Role::Date, Role::DateEnd] {
            record.fields.get(&role).into_iter().flatten().for_each(|written| seen.see(written));
        }
    }
    seen.into_iter().map(|(sheet, seen)| (sheet, seen.habit())).collect()
}

/// The habit of the sheet that a record stands on.
pub fn of(habits: &BTreeMap<String, Habit>, record: &Record) -> Habit {
    habits.get(sheet_of(record)).copied().unwrap_or_default()
}

fn sheet_of(record: &Record) -> &str {
    record.place.spot.sheet().unwrap_or_default()
}

/// The first two figures of each date in figures that ends in a year.
fn figures(text: &str) -> Vec<(u32, u32)> {
    let text = thai::arabic_digits(text);
    let dates = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '/' | '.' | '-'));
    dates
        .filter_map(|date| {
            let parts: Vec<&str> = date.split(['/', '.', '-']).collect();
            let [a, b, year] = parts[..] else { return None };
            let small = |part: &str| part.parse().ok().filter(|_| part.len() <= 2);
            Some((small(a)?, small(b)?)).filter(|_| matches!(year.len(), 2 | 4))
        })
        .collect()
}

impl Seen {
    fn see(&mut self, written: &Written) {
        if let Some(Value::Date(day)) = &written.value {
            let day = day.date();
            *if day.day() > 12 { &mut self.typed_over } else { &mut self.typed_small } += 1;
            self.typed.insert((day.year(), day.month()));
            if day.day() == 1 {
                self.firsts.insert((day.year(), day.month()));
            } else {
                self.others += 1;
            }
            return;
        }
        self.others += 1;
        for (a, b) in figures(&written.text) {
            match (a > 12, b > 12) {
                (true, false) => self.first_over += 1,
                (false, true) => self.second_over += 1,
                (false, false) => self.either += 1,
                (true, true) => {}
            }
        }
    }

    fn habit(&self) -> Habit {
        let one_order = (self.first_over == 0) != (self.second_over == 0);
        let stayed = self.first_over + self.second_over;
        Habit {
            month_first: self.second_over > 0 && self.first_over == 0,
            swapped: one_order
                && stayed >= SEVERAL
                && self.typed_small >= SEVERAL
                && self.typed_over == 0
                && self.either == 0,
            months: self.firsts.len() >= FIRSTS && self.others == 0,
            wide: self.typed.len() >= WIDE,
        }
    }
}
