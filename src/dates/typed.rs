//! Cells that hold a date or a number instead of a text.

use super::{NO_PERIOD, ReportPeriod, Setting, missing, read, reading, years};
use crate::model::{Doubt, Period, Precision, Reading};
use crate::thai::calendar::BUDDHIST_OFFSET;
use jiff::ToSpan;
use jiff::civil::Date;

/// Days between the two systems of serial numbers.
const FROM_1904: f64 = 1462.0;

fn day_period(start: Date, end: Date) -> Period {
    Period { start: Some(start), end: Some(end), precision: Precision::Day }
}

fn month_period(day: Date) -> Period {
    let (start, end) = (day.first_of_month(), day.last_of_month());
    Period { start: Some(start), end: Some(end), precision: Precision::Month }
}

/// A day of the sheet's calendar. A year such as 2566 is the everyday case of a Buddhist year typed into a
/// workbook of the common era; 1966 comes of "66".
pub(super) fn dated(day: Date, text: &str, setting: &Setting) -> Reading<Period> {
    let raw = if text.is_empty() { day.to_string() } else { text.to_owned() };
    let written = i32::from(day.year());
    let mut doubts = Vec::new();
    let year = match written {
        2440..=2643 => written - BUDDHIST_OFFSET,
        1950..=1999 if years::WINDOW.contains(&(written + 600 - BUDDHIST_OFFSET)) => {
            let taken = written + 600 - BUDDHIST_OFFSET;
            doubts.push(Doubt::YearMistyped { written, taken: taken as i16 });
            taken
        }
        1980..=2100 => written,
        // Serial 0 and times without a day.
        ..=1904 => return missing(raw, vec![Doubt::DateMissing]),
        _ => return missing(raw.clone(), vec![Doubt::ImpossibleDate { written: raw }]),
    };
    match Date::new(year as i16, day.month(), day.day()) {
        Ok(day) => {
            let (value, doubt) = match Date::new(day.year(), day.day(), day.month()) {
                Ok(meant) if setting.habit.swapped && meant != day => {
                    (day_period(meant, meant), Some(Doubt::DayMonthAmbiguous { written: raw.clone() }))
                }
                _ if setting.habit.months => {
                    (month_period(day), Some(Doubt::Approximate { written: raw.clone() }))
                }
                _ => swapped(day, &raw, setting),
            };
            doubts.extend(doubt);
            reading(value, raw, doubts)
        }
        Err(_) => missing(raw.clone(), vec![Doubt::ImpossibleDate { written: raw }]),
    }
}

/// The days of the report's month that a cell such as "10-12" meant before the program made a date of it, in the
/// year in which it was typed.
fn range_in_month(day: Date, report: ReportPeriod) -> Option<Period> {
    let (year, month) = (report.start.year(), report.start.month());
    let typed_since = (year..=year + 1).contains(&day.year());
    if !typed_since || (report.end.year(), report.end.month()) != (year, month) {
        return None;
    }
    let (a, b) = (day.day().min(day.month()), day.day().max(day.month()));
    Some(day_period(Date::new(year, month, a).ok()?, Date::new(year, month, b).ok()?))
}

/// A cell typed day first in a program that reads month first, told by the report's period; or a range "10-12"
/// that the program made a date of.
fn swapped(day: Date, raw: &str, setting: &Setting) -> (Period, Option<Doubt>) {
    let plain = day_period(day, day);
    let Some(report) = setting.section_period().or(setting.report) else { return (plain, None) };
    if setting.habit.wide || report.distance(day) <= super::LATE_DAYS {
        return (plain, None);
    }
    let doubt = Some(Doubt::DayMonthAmbiguous { written: raw.to_owned() });
    if let Ok(other) = Date::new(day.year(), day.day(), day.month())
        && report.distance(other) == 0
    {
        return (day_period(other, other), doubt);
    }
    match range_in_month(day, report) {
        Some(range) if report.distance(day) > super::AHEAD_DAYS => (range, doubt),
        _ => (plain, None),
    }
}

/// A number in a column of dates: a serial number, a day of the month, a year, or eight digits.
pub(super) fn number(number: f64, text: &str, setting: &Setting) -> Reading<Period> {
    let raw = if text.is_empty() { number.to_string() } else { text.to_owned() };
    if let Some(day) = years::serial(number) {
        let earlier_system = day.checked_add((FROM_1904 as i64).days()).ok();
        if let (Some(report), Some(other)) = (setting.report, earlier_system)
            && report.distance(day) > super::AHEAD_DAYS
            && report.distance(other) == 0
        {
            let taken = other.year();
            let doubt = Doubt::YearMistyped { written: i32::from(day.year()), taken };
            return reading(day_period(other, other), raw, vec![doubt]);
        }
        return reading(day_period(day, day), raw, Vec::new());
    }
    if number.fract() != 0.0 || !(1.0..1e8).contains(&number) {
        let doubt = if number == 0.0 {
            Doubt::DateMissing
        } else {
            Doubt::DateNotUnderstood { written: raw.clone() }
        };
        return Reading { value: NO_PERIOD, ..missing(raw, vec![doubt]) };
    }
    read(&format!("{number:.0}"), setting)
}
