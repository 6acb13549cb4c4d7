//! The stretches of time that charts and the table of months show: months, and longer ones where there are many.

use crate::labels::summary::{Subject, Words};
use crate::labels::{Lang, calendar};
use crate::write::{ByGroup, Counts};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::ops::Range;

/// Months that are shown by month.
const MONTHS: usize = 24;
/// Months that are shown by quarter.
const QUARTERS: usize = 72;

/// A stretch of time.
pub struct Bucket {
    pub name: String,
    /// Its months among those of the counts.
    pub months: Range<usize>,
    pub by_group: ByGroup,
    /// Codes of the departments of which a month is lacking.
    pub lacking: BTreeSet<String>,
}

/// How long the stretches are.
#[derive(Clone, Copy)]
enum Length {
    Month,
    Quarter,
    FiscalYear,
}

impl Length {
    fn of(months: usize) -> Self {
        if months <= MONTHS {
            Self::Month
        } else if months <= QUARTERS {
            Self::Quarter
        } else {
            Self::FiscalYear
        }
    }

    /// What months of one stretch have in common.
    fn key(self, month: Date) -> (i16, i8) {
        match self {
            Self::Month => (month.year(), month.month()),
            Self::Quarter => (month.year(), (month.month() - 1) / 3),
            // Fiscal years begin in October.
            Self::FiscalYear => (month.year() + i16::from(month.month() >= 10), 0),
        }
    }

    fn name(self, lang: Lang, first: Date, last: Date) -> String {
        match self {
            Self::Month => calendar::month_of(lang, first),
            Self::Quarter => calendar::quarter_of(lang, first, last),
            Self::FiscalYear => calendar::fiscal_year(lang, last),
        }
    }
}

/// The stretches, and what they are.
pub fn timeline(lang: Lang, words: &'static Words, counts: &Counts) -> (Subject, &'static str, Vec<Bucket>) {
    let months = counts.months.len();
    let length = Length::of(months);
    let (subject, title) = match length {
        Length::Month => (Subject::Months, words.by_month),
        Length::Quarter => (Subject::Quarters, words.by_quarter),
        Length::FiscalYear => (Subject::Years, words.by_year),
    };
    let key = |at: usize| length.key(counts.months[at].0);
    let mut buckets = Vec::new();
    let mut start = 0;
    while start < months {
        let end = (start..months).find(|at| key(*at) != key(start)).unwrap_or(months);
        let name = length.name(lang, counts.months[start].0, counts.months[end - 1].0);
        let mut by_group = ByGroup::default();
        for (_, figures) in &counts.months[start..end] {
            for (sum, figure) in by_group.iter_mut().zip(figures) {
                *sum += figure;
            }
        }
        let lacking = counts.months[start..end].iter().flat_map(|(month, _)| counts.coverage.lacking(*month));
        let lacking = lacking.map(str::to_owned).collect();
        buckets.push(Bucket { name, months: start..end, by_group, lacking });
        start = end;
    }
    (subject, title, buckets)
}
