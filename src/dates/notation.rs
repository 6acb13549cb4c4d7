//! Days as people at a keyboard write them: as data files do, with years of either era, or as reports do.

use super::{ReportPeriod, Setting, read};
use crate::model::{self, Period};
use crate::thai::arabic_digits;
use crate::thai::calendar::{self, BUDDHIST_OFFSET};
use jiff::civil::Date;

/// The day that a text names as `YYYY-MM-DD`.
pub fn day(text: &str) -> Option<Date> {
    model::day(&common_era(text)?)
}

/// The month or year that a text names as `YYYY-MM` or `YYYY`.
pub fn report_period(text: &str) -> Option<ReportPeriod> {
    ReportPeriod::of(&common_era(text)?)
}

/// The fiscal year, from October to September, that a text names as `YYYY`.
pub fn fiscal_year(text: &str) -> Option<ReportPeriod> {
    let (start, end) = calendar::fiscal_year(common_era(text)?.parse().ok()?);
    Some(ReportPeriod { start, end })
}

/// The quarter of a fiscal year that a text names as `YYYY-N`.
pub fn fiscal_quarter(text: &str) -> Option<ReportPeriod> {
    let text = common_era(text)?;
    let (year, quarter) = text.split_once('-')?;
    let quarter = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
    let (start, end) = calendar::fiscal_quarters(year.parse().ok()?, quarter, quarter)?;
    Some(ReportPeriod { start, end })
}

/// The days that a text names: as data files write them, else as reports do where nothing about them is doubtful.
pub fn period(text: &str) -> Option<Period> {
    common_era(text).and_then(|text| Period::of(&text)).or_else(|| {
        let reading = read(text, &Setting { field: true, ..Setting::default() });
        let whole = reading.value.start.is_some() && reading.value.end.is_some();
        (whole && reading.doubts.is_empty()).then_some(reading.value)
    })
}

/// A text in the notation of data files with its years of the common era; `None` if a year is none that a report can be
/// about.
fn common_era(text: &str) -> Option<String> {
    let text = arabic_digits(text.trim());
    let sides = text.split('/').map(|side| {
        let year = side.split('-').next()?;
        let rest = side.get(year.len()..)?;
        let year = match year.trim().parse::<i16>().ok()? {
            year @ 2440..2644 => year - BUDDHIST_OFFSET as i16,
            year @ 1900..=2100 => year,
            _ => return None,
        };
        Some(format!("{year}{rest}"))
    });
    Some(sides.collect::<Option<Vec<_>>>()?.join("/"))
}
