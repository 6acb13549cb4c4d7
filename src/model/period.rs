//! Days: those of an engagement, and those that a report covers.

use super::Precision;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The days of an engagement, common era. An open end or start is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// How exact.
    pub precision: Precision,
}

/// One day as `YYYY-MM-DD`, several as the first and the last with `/`; an open side is empty.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        if self.start == self.end {
            f.write_str(&day(self.start))
        } else {
            write!(f, "{}/{}", day(self.start), day(self.end))
        }
    }
}

impl Period {
    /// The days that a text names as [`Period::written`] gives them.
    pub fn of(text: &str) -> Option<Self> {
        let days = |first, last, precision| Self { start: Some(first), end: Some(last), precision };
        if let Some((first, last)) = text.split_once('/') {
            let (first, last) = (day(first)?, day(last)?);
            return (first <= last).then(|| days(first, last, Precision::Day));
        }
        if let Some(day) = day(text) {
            return Some(days(day, day, Precision::Day));
        }
        let named = ReportPeriod::of(text)?;
        let precision = if named.one_month().is_some() { Precision::Month } else { Precision::Year };
        Some(days(named.start, named.end, precision))
    }

    /// As the data files write it: a whole month or year by its number, else its days.
    pub fn written(self) -> String {
        let whole = self.start.zip(self.end).map(|(start, end)| ReportPeriod { start, end });
        let is_month = |one: &ReportPeriod| one.one_month() == Some(one.start) && one.in_months() == *one;
        match self.precision {
            Precision::Month => whole.filter(is_month).map(|month| month.to_string()),
            Precision::Year => whole.filter(|one| one.one_year().is_some()).map(|year| year.to_string()),
            Precision::Day | Precision::Quarter | Precision::None => None,
        }
        .unwrap_or_else(|| self.to_string())
    }
}

/// The day that a text names as `YYYY-MM-DD`.
pub fn day(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The days that a report covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReportPeriod {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

impl ReportPeriod {
    /// The month or year that a text names as `YYYY-MM` or `YYYY`.
    pub fn of(text: &str) -> Option<Self> {
        if let Some((year, month)) = text.split_once('-') {
            return Self::month(year.parse().ok()?, month.parse().ok()?);
        }
        let first = Date::new(text.parse().ok()?, 1, 1).ok()?;
        Some(Self { start: first, end: first.last_of_year() })
    }

    /// A month; `None` if there is no such month, 1 being January.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let start = Date::new(year, month, 1).ok()?;
        Some(Self { start, end: start.last_of_month() })
    }

    /// From the first day of either to the last one.
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The whole months that it lies in.
    pub fn in_months(self) -> Self {
        Self { start: self.start.first_of_month(), end: self.end.last_of_month() }
    }

    /// The first day of the month that it is or lies in, if it is only one.
    pub fn one_month(self) -> Option<Date> {
        let first = self.start.first_of_month();
        (first == self.end.first_of_month()).then_some(first)
    }

    /// The calendar year that it is.
    pub fn one_year(self) -> Option<i16> {
        let whole = self.start == self.start.first_of_year() && self.end == self.start.last_of_year();
        whole.then(|| self.start.year())
    }

    /// True if no day of the other one lies outside it.
    pub fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Days from a day to the period; 0 inside it.
    pub fn distance(self, day: Date) -> i32 {
        let days = |from: Date, to: Date| from.until(to).map_or(i32::MAX, |span| span.get_days());
        if day < self.start {
            days(day, self.start)
        } else if day > self.end {
            days(self.end, day)
        } else {
            0
        }
    }
}

/// As the run's record has it: `YYYY-MM` for a month, `YYYY` for a year, else the first and the last month with `/`.
impl fmt::Display for ReportPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = |day: Date| format!("{:04}-{:02}", day.year(), day.month());
        match (self.one_month(), self.one_year()) {
            (Some(first), _) => f.write_str(&month(first)),
            (None, Some(year)) => write!(f, "{year:04}"),
            (None, None) => write!(f, "{}/{}", month(self.start), month(self.end)),
        }
    }
}
