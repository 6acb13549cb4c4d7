//! Dates in words: the Buddhist era in Thai, the common era in English.

use super::{Lang, pick};
use crate::model::ReportPeriod;
use jiff::civil::Date;

/// Years between the common and the Buddhist era.
const BUDDHIST: i16 = 543;

const THAI: [&str; 12] = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
];
const THAI_SHORT: [&str; 12] =
    ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ENGLISH_SHORT: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn nth(names: [&'static str; 12], month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|at| names.get(at)).copied().unwrap_or("")
}

/// A month's name; 1 is January.
pub fn month(lang: Lang, month: i8) -> &'static str {
    nth(pick(lang, THAI, ENGLISH), month)
}

/// A month's short name; 1 is January.
pub fn month_short(lang: Lang, month: i8) -> &'static str {
    nth(pick(lang, THAI_SHORT, ENGLISH_SHORT), month)
}

/// A common-era year as it is printed.
pub fn year(lang: Lang, year: i16) -> String {
    pick(lang, year + BUDDHIST, year).to_string()
}

/// A month of a year, short, with the last two digits of the year: a label on a chart.
pub fn month_of(lang: Lang, first: Date) -> String {
    let year = pick(lang, first.year() + BUDDHIST, first.year()) % 100;
    format!("{} {year:02}", month_short(lang, first.month()))
}

/// Months of a part of a year, short, with the last two digits of the year: a label on a chart.
pub fn quarter_of(lang: Lang, first: Date, last: Date) -> String {
    format!("{}–{}", month_short(lang, first.month()), month_of(lang, last))
}

/// The fiscal year that a day lies in, from October to September, named by its end.
pub fn fiscal_year(lang: Lang, day: Date) -> String {
    let named = year(lang, day.year() + i16::from(day.month() >= 10));
    pick(lang, format!("ปีงบฯ {named}"), format!("FY {named}"))
}

/// A day, month in full.
pub fn day(lang: Lang, date: Date) -> String {
    format!("{} {} {}", date.day(), month(lang, date.month()), year(lang, date.year()))
}

/// A day, month in short.
pub fn day_short(lang: Lang, date: Date) -> String {
    format!("{} {} {}", date.day(), month_short(lang, date.month()), year(lang, date.year()))
}

/// A day as a cell of a spreadsheet holds it, month in short: its year may be of the Buddhist era as it is kept.
pub fn typed(lang: Lang, date: Date) -> String {
    let kept = date.year() > 2300;
    let shown = if kept { date.year().to_string() } else { year(lang, date.year()) };
    format!("{} {} {shown}", date.day(), month_short(lang, date.month()))
}

/// The months from `first` to `last`, both the first day or any other of their month.
pub fn months(lang: Lang, first: Date, last: Date) -> String {
    let named = |date: Date| format!("{} {}", month(lang, date.month()), year(lang, date.year()));
    if first.first_of_month() == last.first_of_month() {
        named(first)
    } else if first.year() == last.year() {
        format!("{}–{}", month(lang, first.month()), named(last))
    } else {
        format!("{} – {}", named(first), named(last))
    }
}

/// A range of days, as short as it can be read.
pub fn days(lang: Lang, start: Option<Date>, end: Option<Date>) -> String {
    match (start, end) {
        (None, None) => String::new(),
        (Some(start), None) => {
            pick(lang, format!("ตั้งแต่ {}", day_short(lang, start)), format!("from {}", day_short(lang, start)))
        }
        (None, Some(end)) => {
            pick(lang, format!("ภายใน {}", day_short(lang, end)), format!("by {}", day_short(lang, end)))
        }
        (Some(start), Some(end)) if start == end => day_short(lang, start),
        (Some(start), Some(end)) if start.first_of_month() == end.first_of_month() => {
            format!("{}–{}", start.day(), day_short(lang, end))
        }
        (Some(start), Some(end)) => format!("{} – {}", day_short(lang, start), day_short(lang, end)),
    }
}

/// A report's period in words: a month, a year, or its first and last month.
pub fn period(lang: Lang, period: ReportPeriod) -> String {
    match period.one_year() {
        Some(whole) => year(lang, whole),
        None => months(lang, period.start, period.end),
    }
}
