//! Which year is meant: both eras, years of two and three digits, mistyped ones, missing ones.

use super::forms::{Point, Year};
use super::{ReportPeriod, Setting};
use crate::model::Doubt;
use crate::thai::calendar::{BUDDHIST_OFFSET, Era};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Common-era years that the reports' two-digit years are taken to lie in.
pub const WINDOW: std::ops::RangeInclusive<i32> = 2015..=2035;

/// A common-era year, with the doubt about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) year: i16,
    pub(super) doubt: Option<Doubt>,
}

impl Taken {
    fn plain(year: i32) -> Option<Self> {
        Some(Self { year: i16::try_from(year).ok()?, doubt: None })
    }

    fn mistyped(written: u32, year: i32) -> Option<Self> {
        let year = i16::try_from(year).ok()?;
        Some(Self { year, doubt: Some(Doubt::YearMistyped { written: written as i32, taken: year }) })
    }
}

/// The year that is meant, or `None` if that cannot be told.
pub(super) fn taken(year: Year, report: Option<ReportPeriod>) -> Option<Taken> {
    match year.digits {
        2 => two_digits(year, report),
        3 => {
            // "566" for 2566 has lost its first digit; "256" its last, which cannot be guessed.
            let full = 2000 + year.value as i32;
            let common = full - BUDDHIST_OFFSET;
            if WINDOW.contains(&common) { Taken::mistyped(year.value, common) } else { None }
        }
        4 => four_digits(year),
        _ => None,
    }
}

fn four_digits(year: Year) -> Option<Taken> {
    let written = year.value as i32;
    match written {
        2440..=2643 if year.era == Some(Era::Common) => {
            Taken::mistyped(year.value, written - BUDDHIST_OFFSET)
        }
        2440..=2643 => Taken::plain(written - BUDDHIST_OFFSET),
        // A two-digit Buddhist year that a spreadsheet took for one of the last century.
        1950..=1999 if WINDOW.contains(&(written + 600 - BUDDHIST_OFFSET)) => {
            Taken::mistyped(year.value, written + 600 - BUDDHIST_OFFSET)
        }
        1950..=2100 if year.era == Some(Era::Buddhist) => Taken::mistyped(year.value, written),
        1950..=2100 => Taken::plain(written),
        _ => None,
    }
}

/// "66" is 2566 and "23" is 2023: only one of the eras puts a two-digit year into the window.
fn two_digits(year: Year, report: Option<ReportPeriod>) -> Option<Taken> {
    let value = year.value as i32;
    let buddhist = 2500 + value - BUDDHIST_OFFSET;
    let common = 2000 + value;
    match year.era {
        Some(Era::Buddhist) => return Taken::plain(buddhist),
        Some(Era::Common) => return Taken::plain(common),
        None => {}
    }
    let near = |year: i32| {
        report.is_some_and(|r| (i32::from(r.start.year()) - 1..=i32::from(r.end.year()) + 1).contains(&year))
    };
    if WINDOW.contains(&buddhist) {
        return Taken::plain(buddhist);
    }
    if WINDOW.contains(&common) && (year.english || near(common)) {
        return Taken::plain(common);
    }
    if near(buddhist) {
        return Taken::plain(buddhist);
    }
    // Reports look back more than they look ahead: the latest year that is not beyond the window.
    let meant = [common, buddhist, common - 100].into_iter().filter(|year| year <= WINDOW.end()).max()?;
    let meant16 = i16::try_from(meant).ok()?;
    let doubt = Doubt::YearAmbiguous { written: format!("{value:02}"), taken: meant16 };
    Some(Taken { year: meant16, doubt: Some(doubt) })
}

/// The year of a day or month that is written without one.
pub(super) fn from_context(point: &Point, month: i8, setting: &Setting) -> Option<(i16, Option<Doubt>)> {
    if let Some((Some(year), section_month)) = setting.section
        && section_month == month
    {
        return Some((year, None));
    }
    let report = setting.report.or_else(|| setting.section_period())?;
    let year = nearest(month, point.day, report)?;
    Some((year, (!settles(month, point.day, report)).then_some(Doubt::YearFromPeriod { year })))
}

/// The day of a report's period that a day outside it was meant to be: in a year with one other digit in either era, or
/// in the same year of the other era. `None` where no year or several ones would do.
pub(super) fn slip(day: Date, report: ReportPeriod) -> Option<Date> {
    let written = i32::from(day.year());
    let one_digit = |a: i32, b: i32| {
        let differing = a.to_string().chars().zip(b.to_string().chars()).filter(|(a, b)| a != b).count();
        differing == 1
    };
    let slipped = |year: i32| {
        one_digit(year, written)
            || one_digit(year + BUDDHIST_OFFSET, written + BUDDHIST_OFFSET)
            || (year - written).abs() == BUDDHIST_OFFSET
    };
    let mut meant = (i32::from(report.start.year())..=i32::from(report.end.year()))
        .filter(|year| slipped(*year))
        .filter_map(|year| Date::new(year as i16, day.month(), day.day()).ok())
        .filter(|day| report.distance(*day) == 0);
    meant.next().filter(|_| meant.next().is_none())
}

/// True if exactly one year puts a day or month into a period: then nothing else can be meant.
pub(super) fn settles(month: i8, day: Option<u32>, report: ReportPeriod) -> bool {
    let Some(day) = i8::try_from(day.unwrap_or(1)).ok() else { return false };
    let within = (report.start.year()..=report.end.year())
        .filter_map(|year| Date::new(year, month, day).ok())
        .filter(|day| report.distance(*day) == 0);
    within.count() == 1
}

/// The year that puts a day or month into a period, or nearest to it.
pub(super) fn nearest(month: i8, day: Option<u32>, report: ReportPeriod) -> Option<i16> {
    let day = i8::try_from(day.unwrap_or(1)).ok()?;
    (report.start.year() - 1..=report.end.year() + 1)
        .filter_map(|year| Date::new(year, month, day).ok())
        .min_by_key(|day| (report.distance(*day), day.year()))
        .map(Date::year)
}

/// 25660110, 20230110, 10012566.
pub(super) fn eight_digits(value: u32) -> Option<Date> {
    let valid = |year: u32, month: u32, day: u32| {
        let year = year as i32;
        let year = match year {
            2540..=2599 => year - BUDDHIST_OFFSET,
            2000..=2049 => year,
            _ => return None,
        };
        Date::new(year as i16, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    valid(value / 10_000, value / 100 % 100, value % 100)
        .or_else(|| valid(value % 10_000, value / 10_000 % 100, value / 1_000_000))
}

/// The day of a spreadsheet's serial number in the 1900 system, if it is one of the reports' time. A day typed
/// with its Buddhist year in a workbook of the common era has a number 543 years on.
pub(super) fn serial(number: f64) -> Option<Date> {
    if !(36_526.0..260_000.0).contains(&number) {
        return None;
    }
    let day = date(1899, 12, 30).checked_add((number as i64).days()).ok()?;
    match i32::from(day.year()) {
        2000..=2049 => Some(day),
        2543..=2592 => Date::new(day.year() - BUDDHIST_OFFSET as i16, day.month(), day.day()).ok(),
        _ => None,
    }
}
