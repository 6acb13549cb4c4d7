//! A line of free text understood as if it stood alone in a report: the way to try the vocabulary.

use super::Dating;
use super::dates::ReportPeriod;
use crate::model::{Context, Place, Record, Role, Understood, Written};
use crate::vocab::Vocab;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

/// Understands a line as of a report of this period and of the department with this code.
#[must_use]
pub fn understand_text(
    vocab: Vocab,
    text: &str,
    period: Option<ReportPeriod>,
    department: Option<&str>,
) -> Understood {
    let place = Place::file("");
    let written = Written {
        text: text.to_owned(),
        value: None,
        place: place.clone(),
        heading: String::new(),
        flawed: false,
    };
    let record = Record {
        place,
        layout: String::from("text"),
        fields: BTreeMap::from([(Role::Activity, vec![written])]),
        context: Context::default(),
        doubtful: false,
        marks: Vec::new(),
    };
    super::understand(vocab, &record, department, Dating { period, ..Dating::default() })
}

/// The period that an option names as `YYYY-MM` or `YYYY`, in either era; `None` if it names none.
#[must_use]
pub fn period_named(option: &str) -> Option<ReportPeriod> {
    let mut numbers = option.splitn(2, '-').map(str::parse::<i16>);
    let year = match numbers.next()? {
        Ok(year @ 2400..) => year - 543,
        Ok(year @ 1900..2400) => year,
        Ok(_) | Err(_) => return None,
    };
    let (first, last) = match numbers.next() {
        None => (1, 12),
        Some(Ok(month @ 1..=12)) => (month as i8, month as i8),
        Some(Ok(_) | Err(_)) => return None,
    };
    let start = date(year, first, 1);
    let end = Date::last_of_month(date(year, last, 1));
    Some(ReportPeriod { start, end })
}
