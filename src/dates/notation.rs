//! Days as programs and people at a keyboard write them: `YYYY-MM-DD`, `first/last`, `YYYY-MM`, `YYYY`, years of either era.

use super::{Setting, read};
use crate::model::{Period, Precision, ReportPeriod};
use crate::thai::arabic_digits;
use crate::thai::calendar::BUDDHIST_OFFSET;
use jiff::civil::{Date, date};

/// The day that a text names as `YYYY-MM-DD`.
pub fn day(text: &str) -> Option<Date> {
    let text = arabic_digits(text.trim());
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(common(year)?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The month or year that a text names as `YYYY-MM` or `YYYY`.
pub fn report_period(text: &str) -> Option<ReportPeriod> {
    let text = arabic_digits(text.trim());
    if let Some((year, month)) = text.split_once('-') {
        return ReportPeriod::month(common(year)?, month.parse().ok()?);
    }
    let year = common(&text)?;
    Some(ReportPeriod { start: date(year, 1, 1), end: date(year, 12, 31) })
}

/// The days that a text names: as data files write them, else as reports do where nothing about them is doubtful.
pub fn period(text: &str) -> Option<Period> {
    coded(text).or_else(|| {
        let reading = read(text, &Setting { field: true, ..Setting::default() });
        let whole = reading.value.start.is_some() && reading.value.end.is_some();
        (whole && reading.doubts.is_empty()).then_some(reading.value)
    })
}

/// The days that a text names as data files write them.
pub fn coded(text: &str) -> Option<Period> {
    if let Some((first, last)) = text.split_once('/') {
        let (first, last) = (day(first)?, day(last)?);
        return (first <= last).then(|| days(first, last, Precision::Day));
    }
    if let Some(day) = day(text) {
        return Some(days(day, day, Precision::Day));
    }
    let named = report_period(text)?;
    let precision = if named.one_month().is_some() { Precision::Month } else { Precision::Year };
    Some(days(named.start, named.end, precision))
}

/// Days as data files write them: a whole month or year by its number.
pub fn written(period: Period) -> String {
    let whole = period.start.zip(period.end).map(|(start, end)| ReportPeriod { start, end });
    let is_month = |one: &ReportPeriod| one.one_month() == Some(one.start) && one.in_months() == *one;
    match period.precision {
        Precision::Month => whole.filter(is_month).map(|month| month.to_string()),
        Precision::Year => whole.filter(|one| one.one_year().is_some()).map(|year| year.to_string()),
        Precision::Day | Precision::Quarter | Precision::None => None,
    }
    .unwrap_or_else(|| period.to_string())
}

fn days(start: Date, end: Date, precision: Precision) -> Period {
    Period { start: Some(start), end: Some(end), precision }
}

/// A four-digit year of either era as one of the common era; years that no report can be about are none.
fn common(year: &str) -> Option<i16> {
    match year.trim().parse::<i16>().ok()? {
        year @ 2440..2644 => Some(year - BUDDHIST_OFFSET as i16),
        year @ 1900..=2100 => Some(year),
        _ => None,
    }
}
