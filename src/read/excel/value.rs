//! Values of workbook cells as the model has them.

use crate::model::Value;
use calamine::{CellErrorType, Data, ExcelDateTime, ExcelDateTimeType};
use jiff::civil::{Date, DateTime};

/// Serial of the day after 9999-12-31, which no spreadsheet program shows as a date.
const AFTER_LAST_DAY: f64 = 2_958_466.0;
/// Days between the starts of the two date systems.
const DAYS_1904: f64 = 1_462.0;

/// A cell as calamine has it; `None` if it is empty.
pub(super) fn value(data: Data) -> Option<Value> {
    Some(match data {
        Data::Empty => return None,
        Data::Int(number) => Value::Number(number as f64),
        Data::Float(number) => Value::Number(number),
        Data::String(text) | Data::DurationIso(text) => Value::Text(text),
        Data::Bool(truth) => Value::Bool(truth),
        Data::DateTime(stored) if stored.is_duration() => Value::Text(clock(stored.as_f64())),
        Data::DateTime(stored) => date(&stored),
        Data::DateTimeIso(text) => iso_date(&text).map_or(Value::Text(text), Value::Date),
        Data::Error(error) => Value::Error(error_name(&error).to_owned()),
    })
}

/// A cell whose format shows a number as a date, which calamine has not seen.
pub(super) fn as_date(data: Data, is_1904: bool) -> Option<Value> {
    let number = match data {
        Data::Float(number) => number,
        Data::Int(number) => number as f64,
        other => return value(other),
    };
    Some(date(&ExcelDateTime::new(number, ExcelDateTimeType::DateTime, is_1904)))
}

/// A date; a time of day without a date as the text that the cell shows; a number where the calendar has no such
/// day (negative, after 9999, 29 February 1900).
fn date(stored: &ExcelDateTime) -> Value {
    let number = stored.as_f64();
    if number > 0.0 && number < 1.0 {
        return Value::Text(clock(number));
    }
    if !(1.0..AFTER_LAST_DAY - DAYS_1904).contains(&number) {
        return Value::Number(number);
    }
    let (year, month, day, hour, minute, second, _) = stored.to_ymd_hms_milli();
    Date::new(year as i16, month as i8, day as i8)
        .and_then(|date| {
            DateTime::new(date.year(), date.month(), date.day(), hour as i8, minute as i8, second as i8, 0)
        })
        .map_or(Value::Number(number), Value::Date)
}

/// Hours and minutes of a part of a day, `9:30`; more than a day counts on in hours.
fn clock(days: f64) -> String {
    let minutes = (days.abs() * 24.0 * 60.0).round() as u64;
    let sign = if days < 0.0 { "-" } else { "" };
    format!("{sign}{}:{:02}", minutes / 60, minutes % 60)
}

/// A date or a date with a time in ISO 8601, as OpenDocument and strict Office files have it.
pub(in crate::read) fn iso_date(text: &str) -> Option<DateTime> {
    let text = text.trim().trim_end_matches('Z');
    text.parse::<DateTime>().or_else(|_| text.parse::<Date>().map(DateTime::from)).ok()
}

fn error_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}
