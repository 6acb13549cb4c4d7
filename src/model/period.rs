//! Days: those of an engagement, and those that a report covers.

use super::Precision;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The days of an engagement, common era. An open end or start is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

/// The days that a report covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReportPeriod {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

impl ReportPeriod {
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
