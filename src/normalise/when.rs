//! When it was: which text of a record is the event's day, and what the columns say together.

use crate::dates::{
    Habit, Purpose, ReportPeriod, Setting, missing, month_of_text, names_purpose, read, reading,
    section_month, value_period,
};
use crate::model::{Doubt, Period, Precision, Reading, Record, Role, Value, Written};
use crate::vocab::grammar::GRAMMAR;
use jiff::civil::Date;

/// The period that a record states, from the columns for it, else from its other texts. `habit` is how the dates of its
/// sheet are written.
#[must_use]
pub fn period_of(record: &Record, report: Option<ReportPeriod>, habit: Habit) -> Reading<Period> {
    let texts = |role: Role| record.fields.get(&role).map(Vec::as_slice).unwrap_or_default();
    let mut beside = texts(Role::Date).iter().filter(|_| texts(Role::Date).len() > 1);
    let section =
        beside.find_map(|written| month_of_text(&written.text)).or_else(|| section_month(&record.context));
    let field = Setting { report, section, field: true, habit };
    // In a register of letters the column has the letter's day, and its subject the event's; so has one of clippings.
    let of_letter = texts(Role::Date).first().is_some_and(is_of_letter);
    let of_print = texts(Role::Date).first().is_some_and(|written| says(written, Purpose::Published));
    if of_letter || of_print {
        let prose = Setting { field: false, ..field };
        let told = texts(Role::Activity).iter().map(|written| read(&written.text, &prose));
        if let Some(told) = told.into_iter().find(|told| told.value.precision == Precision::Day) {
            return told;
        }
    }
    let mut start = written(texts(Role::Date), &field);
    if of_print
        && texts(Role::Activity)
            .iter()
            .any(|title| GRAMMAR.yesterday.iter().any(|word| title.text.contains(word)))
    {
        start = start.map(day_before);
    }
    // An agreement is over when it was signed; its last column is the day on which it ends.
    let signed = texts(Role::Date).first().is_some_and(|written| says(written, Purpose::Signed));
    let end = if signed { None } else { written(texts(Role::DateEnd), &field) };
    let reading = match (start, end) {
        (Some(start), Some(end)) => between(start, end, &field),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => missing(String::new(), Vec::new()),
    };
    if reading.value.precision != Precision::None || refused(&reading) {
        let written = reading.raw.clone();
        return if of_letter { reading.doubted(Doubt::Approximate { written }) } else { reading };
    }
    // A text that stands alone, as a person tries it, may be anything.
    let prose = Setting { field: record.fields.len() == 1, ..field };
    let elsewhere: Vec<Reading<Period>> =
        [Role::Time, Role::Activity, Role::Venue, Role::Outcome, Role::Remark]
            .iter()
            .flat_map(|role| texts(*role))
            .map(|written| read(&written.text, &prose))
            .collect();
    let dated = elsewhere.iter().find(|found| found.value.precision != Precision::None);
    match dated.or_else(|| elsewhere.iter().find(|found| refused(found))) {
        Some(found) => found.clone(),
        None if reading.doubts.is_empty() => missing(reading.raw, vec![Doubt::DateMissing]),
        None => reading,
    }
}

/// True if the heading says that the date is a letter's.
#[must_use]
pub fn is_of_letter(written: &Written) -> bool {
    says(written, Purpose::Letter)
}

fn says(written: &Written, meant: Purpose) -> bool {
    names_purpose(&written.heading, meant)
}

/// What was printed today and tells of yesterday.
fn day_before(reading: Reading<Period>) -> Reading<Period> {
    let before = |day: Option<Date>| day.and_then(|day| day.yesterday().ok());
    let Period { start, end, precision } = reading.value;
    if precision != Precision::Day {
        return reading;
    }
    Reading { value: Period { start: before(start), end: before(end), precision }, ..reading }
}

/// True if a date stands there that must not be replaced by one from elsewhere.
fn refused(reading: &Reading<Period>) -> bool {
    reading.doubts.iter().any(|doubt| matches!(doubt, Doubt::ImpossibleDate { .. }))
}

/// All texts of a column as one.
fn written(texts: &[Written], setting: &Setting) -> Option<Reading<Period>> {
    let texts: Vec<&Written> =
        texts.iter().filter(|one| !one.text.trim().is_empty() || one.value.is_some()).collect();
    let mut readings = texts.iter().map(|one| {
        let reading = match &one.value {
            Some(value @ (Value::Number(_) | Value::Date(_))) => value_period(value, &one.text, setting),
            Some(Value::Text(_) | Value::Bool(_) | Value::Error(_)) | None => read(&one.text, setting),
        };
        if one.flawed { reading.doubted(Doubt::CellCut) } else { reading }
    });
    let first = readings.next()?;
    // A day tells more than the month that stands in a cell of its own beside it.
    Some(
        readings.fold(first, |sum, next| if next.value.precision < sum.value.precision { next } else { sum }),
    )
}

/// First and last day from two columns.
fn between(start: Reading<Period>, end: Reading<Period>, setting: &Setting) -> Reading<Period> {
    if end.value.precision != Precision::None && !start.doubts.is_empty() && !refused(&start) {
        // "16" and "20 ม.ค. 66": the second column completes the first.
        let joined = read(&format!("{} - {}", start.raw, end.raw), setting);
        if joined.value.start.is_some() && joined.value.end == end.value.end && joined.doubts.is_empty() {
            return joined;
        }
    }
    if start.value.precision == Precision::None {
        return end;
    }
    if end.value.precision == Precision::None {
        return end
            .doubts
            .into_iter()
            .filter(|doubt| *doubt != Doubt::DateMissing)
            .fold(start, Reading::doubted);
    }
    let raw = format!("{} - {}", start.raw, end.raw);
    let value = Period {
        start: start.value.start,
        end: end.value.end,
        precision: start.value.precision.min(end.value.precision),
    };
    let mut doubts = start.doubts;
    doubts.extend(end.doubts);
    doubts.dedup();
    if value.start.zip(value.end).is_some_and(|(start, end)| end < start) {
        return missing(raw.clone(), vec![Doubt::ImpossibleDate { written: raw }]);
    }
    reading(value, raw, doubts)
}
