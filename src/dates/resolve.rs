//! From what is written to days: eras, missing years and months, the calendar, the weekday as a checksum.

use super::Setting;
use super::forms::{Basis, Bound, Found, Named, Part, Point, Shape, Year};
use super::years::{self, Taken};
use crate::model::{Datum, Doubt, Period, Precision};
use crate::thai::calendar;
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

/// A date settled, or nothing with the reasons.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Settled {
    pub(super) span: Option<Days>,
    pub(super) doubts: Vec<Doubt>,
}

/// First and last day with the precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) start: Date,
    pub(super) end: Date,
    pub(super) precision: Precision,
}

impl Settled {
    fn refused(doubt: Doubt) -> Self {
        Self { span: None, doubts: vec![doubt] }
    }

    fn doubt(&mut self, doubt: Doubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }
}

fn impossible(written: &str) -> Doubt {
    Doubt::ImpossibleDate { written: written.to_owned() }
}

fn not_understood(written: &str) -> Doubt {
    Doubt::DateNotUnderstood { written: written.to_owned() }
}

fn approximate(written: &str) -> Doubt {
    Doubt::Approximate { written: written.to_owned() }
}

/// The days that a date says, without its open ends.
pub(super) fn settle(found: &Found, written: &str, setting: &Setting) -> Settled {
    let mut settled = match &found.shape {
        Shape::Points(points) => points_span(points, written, setting),
        Shape::Years { first, last, basis } => years_span(*first, *last, *basis, written, setting),
        Shape::Quarters { first, last, year, basis } => {
            quarters(*first, *last, *year, *basis, written, setting)
        }
        Shape::Half { first, last, year, basis } => {
            half_year((*first, *last), *year, *basis, written, setting)
        }
        Shape::School { year, term } => school(*year, *term, written, setting),
        Shape::Digits { value, digits } => digits_span(*value, *digits, written),
    };
    if let Some(span) = settled.span.as_mut() {
        match found.named {
            Some(Named::Quarter) => span.precision = Precision::Quarter,
            Some(Named::Half) => span.precision = Precision::Year,
            // The days of a week that a report counts by are no days of the event's own.
            Some(Named::Week) if span.precision == Precision::Day => {
                span.precision = Precision::Month;
                settled.doubts.push(approximate(written));
            }
            Some(Named::Week) | None => {}
        }
    }
    if let Some(part) = found.part {
        take_part(&mut settled, part, written);
    }
    if found.about {
        settled.doubt(approximate(written));
    }
    check_again(&mut settled, found.again, written, setting);
    settled
}

/// The period with its open ends.
pub(super) fn bounded(span: Days, found: &Found) -> Period {
    let range = found.is_range();
    let Days { start, end, precision } = span;
    let day = |from: Date, step: Span| from.checked_add(step).unwrap_or(from);
    let counted = found.length.filter(|_| start == end && precision == Precision::Day);
    let end = counted.map_or(end, |days| day(start, i64::from(days - 1).days()));
    let (start, end) = match found.bound {
        Bound::Until if precision == Precision::Day && !range => (None, Some(end)),
        Bound::Whole | Bound::Until => (Some(start), Some(end)),
        Bound::From if range => (Some(start), Some(end)),
        Bound::From => (Some(start), None),
        Bound::After => (Some(day(end, 1.day())), None),
        Bound::Before => (None, Some(day(start, -1.day()))),
    };
    Period { start, end, precision }
}

fn check_again(settled: &mut Settled, again: Option<Year>, written: &str, setting: &Setting) {
    let (Some(span), Some(again)) = (settled.span, again) else { return };
    let same = years::taken(again, setting.report).is_some_and(|taken| taken.year == span.start.year());
    if !same {
        settled.doubt(Doubt::WordingContradicts { written: written.to_owned() });
    }
}

/// A point with everything that was missing filled in.
struct Dated {
    year: i16,
    month: i8,
    day: Option<u32>,
}

fn points_span(points: &[Point], written: &str, setting: &Setting) -> Settled {
    let mut doubts = Vec::new();
    let Some(filled) = fill(points, setting, &mut doubts) else {
        doubts.push(not_understood(written));
        return Settled { span: None, doubts };
    };
    let mut days: Vec<(Date, Date)> = Vec::new();
    for point in &filled {
        let Some(first) = whole_or_day(point) else { return Settled::refused(impossible(written)) };
        days.push(first);
    }
    for (i, point) in points.iter().enumerate().skip(1) {
        if point.ends_range && days[i].1 < days[i - 1].0 {
            return Settled::refused(impossible(written));
        }
    }
    check_weekdays(points, &days, &mut doubts, written);
    let start = days.iter().map(|day| day.0).min();
    let end = days.iter().map(|day| day.1).max();
    let precision =
        if filled.iter().all(|point| point.day.is_none()) { Precision::Month } else { Precision::Day };
    if precision == Precision::Day && filled.iter().any(|point| point.day.is_none()) {
        doubts.push(approximate(written));
    }
    if points.iter().any(|point| point.swapped) {
        doubts.push(Doubt::DayMonthAmbiguous { written: written.to_owned() });
    }
    if let Some(uncertain) = points.iter().position(|point| point.uncertain) {
        let month = calendar::MONTHS[filled[uncertain].month.clamp(1, 12) as usize - 1];
        let taken = Datum::Text(month.to_owned());
        doubts.push(Doubt::SpellingMatched { written: written.to_owned(), taken });
    }
    let span = start.zip(end).map(|(start, end)| Days { start, end, precision });
    Settled { span, doubts }
}

fn whole_or_day(point: &Dated) -> Option<(Date, Date)> {
    match point.day {
        Some(day) => {
            let day = Date::new(point.year, point.month, i8::try_from(day).ok()?).ok()?;
            Some((day, day))
        }
        None => calendar::months((point.year, point.month), (point.year, point.month)),
    }
}

/// Months and years from the neighbours in the list, then from the surroundings.
fn fill(points: &[Point], setting: &Setting, doubts: &mut Vec<Doubt>) -> Option<Vec<Dated>> {
    let mut months: Vec<Option<i8>> = points.iter().map(|point| point.month).collect();
    for i in (0..points.len().saturating_sub(1)).rev() {
        months[i] = months[i].or(months[i + 1]);
    }
    let mut years: Vec<Option<i16>> = Vec::with_capacity(points.len());
    for point in points {
        years.push(match point.year {
            None => None,
            Some(year) => {
                let taken = years::taken(year, setting.report)?;
                doubts.extend(taken.doubt);
                Some(taken.year)
            }
        });
    }
    let known: Option<Vec<i8>> = months.iter().copied().collect();
    let months: Vec<i8> = if let Some(known) = known {
        known
    } else {
        let (year, month) = context_month(setting, doubts)?;
        years.fill(Some(year));
        months.iter().map(|known| known.unwrap_or(month)).collect()
    };
    years_from_neighbours(&months, &mut years);
    if years.iter().any(Option::is_none) {
        let last = points.len() - 1;
        let (year, doubt) = years::from_context(&points[last], months[last], setting)?;
        doubts.extend(doubt);
        years[last] = Some(year);
        years_from_neighbours(&months, &mut years);
    }
    points
        .iter()
        .zip(months)
        .zip(years)
        .map(|((point, month), year)| Some(Dated { year: year?, month, day: point.day }))
        .collect()
}

/// A year given once holds for the whole list; where the months wrap, the earlier ones lie a year before.
fn years_from_neighbours(months: &[i8], years: &mut [Option<i16>]) {
    for i in (0..months.len().saturating_sub(1)).rev() {
        if years[i].is_none() {
            years[i] = years[i + 1].map(|year| year - i16::from(months[i] > months[i + 1]));
        }
    }
    for i in 1..months.len() {
        if years[i].is_none() {
            years[i] = years[i - 1].map(|year| year + i16::from(months[i] < months[i - 1]));
        }
    }
}

/// The month that the surroundings give to a day without one.
fn context_month(setting: &Setting, doubts: &mut Vec<Doubt>) -> Option<(i16, i8)> {
    let report = setting.report;
    match setting.section {
        Some((Some(year), month)) => Some((year, month)),
        Some((None, month)) => {
            let year = years::nearest(month, None, report?)?;
            if !years::settles(month, None, report?) {
                doubts.push(Doubt::YearFromPeriod { year });
            }
            Some((year, month))
        }
        None => {
            let report = report?;
            let (year, month) = (report.start.year(), report.start.month());
            if (report.end.year(), report.end.month()) != (year, month) {
                return None;
            }
            // The report is about one month only: a day of it has no other.
            Some((year, month))
        }
    }
}

fn check_weekdays(points: &[Point], days: &[(Date, Date)], doubts: &mut Vec<Doubt>, written: &str) {
    let mut confirmed = false;
    for (point, (day, _)) in points.iter().zip(days) {
        let Some(weekday) = point.weekday.filter(|_| point.day.is_some()) else { continue };
        if day.weekday() == weekday {
            confirmed = true;
        } else {
            doubts.push(Doubt::WeekdayContradicts { written: written.to_owned() });
            return;
        }
    }
    if confirmed {
        doubts.retain(|doubt| !matches!(doubt, Doubt::YearAmbiguous { .. } | Doubt::YearFromPeriod { .. }));
    }
}

fn named_years(year: i16, basis: Basis) -> (Date, Date) {
    match basis {
        Basis::Fiscal => calendar::fiscal_year(year),
        Basis::Calendar | Basis::Unstated => calendar::calendar_year(year),
    }
}

fn years_span(first: Year, last: Option<Year>, basis: Basis, written: &str, setting: &Setting) -> Settled {
    let Some(from) = years::taken(first, setting.report) else {
        return Settled::refused(not_understood(written));
    };
    let to = match last {
        None => from.year,
        Some(last) => match years::taken(last, setting.report) {
            Some(to) => to.year,
            None => return Settled::refused(not_understood(written)),
        },
    };
    let (start, end) = (named_years(from.year, basis).0, named_years(to, basis).1);
    spanned(Some((start, end)), Precision::Year, from.doubt, written)
}

fn spanned(span: Option<(Date, Date)>, precision: Precision, doubt: Option<Doubt>, written: &str) -> Settled {
    match span {
        Some((start, end)) if start <= end => {
            Settled { span: Some(Days { start, end, precision }), doubts: doubt.into_iter().collect() }
        }
        _ => Settled::refused(impossible(written)),
    }
}

fn quarters(
    first: i8,
    last: i8,
    year: Option<Year>,
    basis: Basis,
    written: &str,
    setting: &Setting,
) -> Settled {
    let taken = match year {
        Some(year) => years::taken(year, setting.report),
        None => setting.report.map(|report| {
            let year = match basis {
                Basis::Calendar => report.start.year(),
                Basis::Fiscal | Basis::Unstated => calendar::fiscal_year_of(report.start),
            };
            Taken { year, doubt: Some(Doubt::YearFromPeriod { year }) }
        }),
    };
    let Some(taken) = taken else { return Settled::refused(not_understood(written)) };
    let span = match basis {
        Basis::Calendar => calendar::calendar_quarters(taken.year, first, last),
        Basis::Fiscal | Basis::Unstated => calendar::fiscal_quarters(taken.year, first, last),
    };
    let common = year.is_some_and(|year| year.digits == 4 && year.value < 2400);
    let mut settled = spanned(span, Precision::Quarter, taken.doubt, written);
    if common && basis == Basis::Unstated {
        settled.doubt(approximate(written));
    }
    settled
}

fn half_year(
    (first, last): (i8, i8),
    year: Option<Year>,
    basis: Basis,
    written: &str,
    setting: &Setting,
) -> Settled {
    let Some(taken) = year.and_then(|year| years::taken(year, setting.report)) else {
        return Settled::refused(not_understood(written));
    };
    let span = match basis {
        Basis::Fiscal => calendar::fiscal_quarters(taken.year, first, last),
        Basis::Calendar | Basis::Unstated => calendar::calendar_quarters(taken.year, first, last),
    };
    let mut settled = spanned(span, Precision::Year, taken.doubt, written);
    if basis == Basis::Unstated {
        settled.doubt(approximate(written));
    }
    settled
}

fn school(year: Year, term: Option<u32>, written: &str, setting: &Setting) -> Settled {
    let Some(taken) = years::taken(year, setting.report) else {
        return Settled::refused(not_understood(written));
    };
    let span = match term {
        None => Some(calendar::school_year(taken.year)),
        Some(term) => calendar::school_term(taken.year, term),
    };
    let mut settled = spanned(span, Precision::Year, taken.doubt, written);
    settled.doubt(approximate(written));
    settled
}

/// 25660110, 10012566, or the serial number of a day in a workbook (1900 system).
fn digits_span(value: u32, digits: u8, written: &str) -> Settled {
    let day = if digits == 8 { years::eight_digits(value) } else { years::serial(f64::from(value)) };
    match day {
        Some(day) => spanned(Some((day, day)), Precision::Day, None, written),
        None => Settled::refused(not_understood(written)),
    }
}

/// ต้นเดือน 1–10, กลางเดือน 11–20, ปลายเดือน 21–end; ต้นปี, กลางปี, ปลายปี four months each; a week 7n−6 to 7n.
fn take_part(settled: &mut Settled, part: Part, written: &str) {
    let Some(span) = settled.span else { return };
    let (year, month) = (span.start.year(), span.start.month());
    let days = match span.precision {
        Precision::Month => month_part(span, part),
        Precision::Year if span.start.month() == 1 => match part {
            Part::Early => calendar::months((year, 1), (year, 4)),
            Part::Middle => calendar::months((year, 5), (year, 8)),
            Part::Late => calendar::months((year, 9), (year, 12)),
            Part::Week(_) | Part::LastWeek => None,
        },
        Precision::Year if month == 10 => match part {
            Part::Early => calendar::months((year, 10), (year + 1, 1)),
            Part::Middle => calendar::months((year + 1, 2), (year + 1, 5)),
            Part::Late => calendar::months((year + 1, 6), (year + 1, 9)),
            Part::Week(_) | Part::LastWeek => None,
        },
        Precision::Year | Precision::Day | Precision::Quarter | Precision::None => None,
    };
    match days {
        Some((start, end)) if start <= end => {
            settled.span = Some(Days { start, end, precision: Precision::Month });
            settled.doubt(approximate(written));
        }
        _ if span.precision == Precision::Day => settled.doubt(approximate(written)),
        _ => *settled = Settled::refused(not_understood(written)),
    }
}

fn month_part(span: Days, part: Part) -> Option<(Date, Date)> {
    let (year, month) = (span.start.year(), span.start.month());
    let (end_year, end_month) = (span.end.year(), span.end.month());
    let last = span.end.day();
    let (from, to) = match part {
        Part::Early => (1, 10),
        Part::Middle => (11, 20),
        Part::Late => (21, last),
        Part::Week(week @ 1..=4) => (week as i8 * 7 - 6, week as i8 * 7),
        Part::Week(5) if last > 28 => (29, last),
        Part::Week(_) => return None,
        Part::LastWeek => (last - 6, last),
    };
    let start = if (year, month) == (end_year, end_month) || part != Part::Late {
        date(year, month, from)
    } else {
        date(year, month, 21)
    };
    // "ปลายเดือน ม.ค. – ก.พ." qualifies the first month only.
    let end = if (year, month) == (end_year, end_month) { date(year, month, to) } else { span.end };
    Some((start, end))
}
