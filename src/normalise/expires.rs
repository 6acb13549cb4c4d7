//! The last day on which an agreement is in force, kept apart from the day of the event.

use super::title::of_flaw;
use super::when::{is_blank, texts};
use crate::dates::{self, Habit, Purpose, Setting, value_period};
use crate::model::{Confidence, Doubt, Kind, Period, Precision, Reading, Record, Role, Value, Written};
use jiff::civil::Date;

/// Texts that may name the last day where no column does.
const TOLD: [Role; 4] = [Role::Activity, Role::Outcome, Role::Remark, Role::NextSteps];
/// No signing takes as long, in days: the days of an agreement from here on are those of its term.
const TERM: i32 = 180;

/// The day of the event and the last day in force: by a column for it, by words, or by the days of a whole term, which
/// are no days of an event.
pub fn apart(
    record: &Record,
    kind: Kind,
    period: Reading<Period>,
    habit: Habit,
) -> (Reading<Period>, Reading<Option<Date>>) {
    // What ends years ahead lies in no report's period.
    let setting = Setting { habit, field: true, ..Setting::default() };
    let column = column(record).map(|written| of_column(written, &setting));
    if kind != Kind::Agreement {
        return (period, checked(column, None));
    }
    let prose = Setting { field: false, ..setting };
    let mut told = TOLD.iter().flat_map(|role| texts(record, *role)).map(|written| &*written.text);
    let said = column.or_else(|| {
        told.find_map(|text| dates::expiry(text, &prose)).or_else(|| {
            let mut told = TOLD
                .iter()
                .flat_map(|role| texts(record, *role))
                .map(|written| dates::read(&written.text, &prose));
            told.find(|told| is_term(&told.value) && told.doubts.is_empty())
        })
    });
    if !is_term(&period.value) {
        let start = period.value.start;
        return (period, checked(said, start));
    }
    let Period { start, precision, .. } = period.value;
    let written = period.raw.clone();
    let term = said.unwrap_or_else(|| period.clone());
    let first = Reading { value: Period { start, end: start, precision }, ..period };
    (first.doubted(Doubt::Approximate { written }), checked(Some(term), start))
}

/// The column that has the last day: it says so, or stands beside that of the signature.
fn column(record: &Record) -> Option<&Written> {
    let of = |written: &Written| Purpose::of(&written.heading);
    let signed = texts(record, Role::Date).iter().any(|date| of(date) == Purpose::Signed);
    let ends = |end: &&Written| match of(end) {
        Purpose::Expiry => true,
        Purpose::Unstated => signed,
        Purpose::Event
        | Purpose::Signed
        | Purpose::Published
        | Purpose::Letter
        | Purpose::Received
        | Purpose::Printed
        | Purpose::Return => false,
    };
    texts(record, Role::DateEnd).iter().find(|end| ends(end) && !is_blank(end))
}

fn of_column(written: &Written, setting: &Setting) -> Reading<Period> {
    let reading = match &written.value {
        Some(value @ (Value::Number(_) | Value::Date(_))) => value_period(value, &written.text, setting),
        Some(Value::Text(_) | Value::Bool(_) | Value::Error(_)) | None => dates::read(&written.text, setting),
    };
    of_flaw(reading, written)
}

/// True for days that are those of a whole term.
fn is_term(period: &Period) -> bool {
    let Period { start: Some(start), end: Some(end), precision: Precision::Day } = *period else {
        return false;
    };
    start.until(end).is_ok_and(|span| span.get_days() >= TERM)
}

/// The last day of what was read. A year says no day; a day before the agreement is none of its own.
fn checked(read: Option<Reading<Period>>, start: Option<Date>) -> Reading<Option<Date>> {
    let Some(Reading { value, raw, confidence, mut doubts }) = read else { return Reading::default() };
    doubts.retain(|doubt| *doubt != Doubt::DateMissing);
    let inexact = Doubt::Approximate { written: raw.clone() };
    let last = match value.precision {
        Precision::Day => value.end,
        Precision::Month => {
            doubts.push(inexact);
            value.end
        }
        Precision::Quarter | Precision::Year => {
            doubts.push(inexact);
            None
        }
        Precision::None => None,
    };
    if last.is_some() && last <= start {
        return Reading {
            value: None,
            confidence: Confidence::Missing,
            doubts: vec![Doubt::ImpossibleDate { written: raw.clone() }],
            raw,
        };
    }
    let confidence = if last.is_none() {
        Confidence::Missing
    } else if doubts.is_empty() {
        confidence
    } else {
        Confidence::Guess
    };
    Reading { value: last, raw, confidence, doubts }
}
