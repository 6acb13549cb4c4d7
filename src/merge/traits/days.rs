//! When an engagement was, by all that its row tells: its field, its title, and the field read the other way round.

use crate::dates;
use crate::model::{Engagement, Precision};
use crate::thai::{arabic_digits, normal};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Days longer than this make a range coarse: it does not say much that another row lies within it.
pub const LONG_RANGE: i32 = 14;

/// The days of an engagement, counted from 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// First day.
    pub first: i32,
    /// Last day.
    pub last: i32,
    /// How exact.
    pub precision: Precision,
}

impl Days {
    /// The days of an engagement, if any are known.
    pub fn of(e: &Engagement) -> Option<Self> {
        let period = &e.period.value;
        if period.precision == Precision::None {
            return None;
        }
        let (first, last) = match (period.start, period.end) {
            (Some(first), Some(last)) => (first, last),
            (Some(day), None) | (None, Some(day)) => (day, day),
            (None, None) => return None,
        };
        Some(Self {
            first: day_number(first),
            last: day_number(last.max(first)),
            precision: period.precision,
        })
    }

    /// True if the days are those of the engagement itself, not of a month or a season.
    pub fn exact(self) -> bool {
        self.precision == Precision::Day && self.short()
    }

    fn short(self) -> bool {
        self.last - self.first <= LONG_RANGE
    }

    /// Days between the two; zero and less where they share one.
    pub fn gap(self, other: Self) -> i32 {
        (self.first - other.last).max(other.first - self.last)
    }

    /// True if both are short and share a day.
    pub fn meets(self, other: Self) -> bool {
        self.short() && other.short() && self.gap(other) <= 0
    }
}

/// A month and a day of it.
pub type MonthDay = (i8, i8);

/// Days that a title tells, each as its first and last.
pub fn in_title(title: &str) -> Vec<(MonthDay, MonthDay)> {
    let title = normal(title);
    let named =
        dates::dated::days(&title).into_iter().filter_map(|range| dates::dated::reach(title.get(range)?));
    named.filter(|(first, last)| first <= last).collect()
}

/// True if the day of a row is that of a letter about the event, one of those that its title tells.
pub fn is_of_letter(letters: &[MonthDay], own: Days) -> bool {
    own.first == own.last && letters.contains(&month_day(own.first))
}

/// Days that a title tells, in the years of the row's own days.
pub fn told(title: &[(MonthDay, MonthDay)], own: Option<Days>) -> Vec<Days> {
    let Some(own) = own else { return Vec::new() };
    let mut years = vec![day(own.first).year(), day(own.last).year()];
    years.dedup();
    let mut out = Vec::new();
    for year in years {
        for (first, last) in title {
            let of = |(month, day)| Date::new(year, month, day).ok().map(day_number);
            if let (Some(first), Some(last)) = (of(*first), of(*last)) {
                out.push(Days { first, last, precision: Precision::Day });
            }
        }
    }
    out.retain(|days| *days != own);
    out
}

/// The day with day and month exchanged, of a day written in numbers that can be read both ways.
pub fn exchanged(e: &Engagement, own: Option<Days>) -> Option<i32> {
    let own = own.filter(|days| days.exact())?;
    let written = arabic_digits(&e.period.raw);
    let numbers = written.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count();
    if numbers < 3 || written.chars().any(char::is_alphabetic) {
        return None;
    }
    let day = day(own.first);
    let other = Date::new(day.year(), day.day(), day.month()).ok()?;
    (other != day).then(|| day_number(other))
}

/// Days since 1970-01-01.
pub fn day_number(day: Date) -> i32 {
    let hours = date(1970, 1, 1).duration_until(day).as_hours();
    (hours / 24) as i32
}

/// The day of a number.
pub fn day(number: i32) -> Date {
    date(1970, 1, 1).saturating_add(i64::from(number).days())
}

/// Month and day of a number.
pub fn month_day(number: i32) -> MonthDay {
    let day = day(number);
    (day.month(), day.day())
}
