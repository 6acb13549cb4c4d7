//! The register as a list: what an officer reads first stands first, and is what is printed.

use super::listing::{Cell, Listing, Value, number, running, text};
use crate::labels::workbook::Words;
use crate::labels::{Lang, codes, data};
use crate::model::{Datum, Engagement, Entry, Key, Period, Precision};
use crate::vocab::Vocab;
use crate::write::Consolidated;
use jiff::civil::Date;

/// Columns that fit a printed page.
const PRINTED: u16 = 10;

/// A column of the register.
#[derive(Clone, Copy)]
enum Column {
    Number,
    First,
    Last,
    Field(Key),
    Precision,
    SourceCount,
    Checks,
    Id,
}

/// The columns in their order, with their widths.
const COLUMNS: [(Column, f64); 31] = [
    (Column::Number, 6.0),
    (Column::First, 13.0),
    (Column::Last, 13.0),
    (Column::Field(Key::Title), 52.0),
    (Column::Field(Key::Counterpart), 32.0),
    (Column::Field(Key::Countries), 18.0),
    (Column::Field(Key::Organisations), 20.0),
    (Column::Field(Key::Group), 19.0),
    (Column::Field(Key::Status), 15.0),
    (Column::Field(Key::Departments), 26.0),
    (Column::Field(Key::Kind), 20.0),
    (Column::Field(Key::Themes), 20.0),
    (Column::Field(Key::Lead), 26.0),
    (Column::Field(Key::CounterpartRank), 18.0),
    (Column::Field(Key::Cities), 16.0),
    (Column::Field(Key::Venue), 28.0),
    (Column::Field(Key::Mode), 16.0),
    (Column::Field(Key::Participants), 13.0),
    (Column::Field(Key::Budget), 15.0),
    (Column::Field(Key::SupportedDepartment), 26.0),
    (Column::Field(Key::Outcome), 48.0),
    (Column::Field(Key::Obstacles), 30.0),
    (Column::Field(Key::NextSteps), 34.0),
    (Column::Field(Key::Policies), 20.0),
    (Column::Field(Key::Sdgs), 10.0),
    (Column::Field(Key::Expires), 14.0),
    (Column::Field(Key::Contact), 24.0),
    (Column::Precision, 16.0),
    (Column::SourceCount, 12.0),
    (Column::Checks, 12.0),
    (Column::Id, 20.0),
];

/// The list of all entries.
pub fn listing(result: &Consolidated, words: &Words) -> Listing {
    let rows = result.register.entries.iter().enumerate();
    Listing {
        sheet: words.sheet_register,
        note: words.register_note,
        columns: COLUMNS
            .iter()
            .map(|(column, width)| (heading(result.lang, words, *column), *width))
            .collect(),
        printed: PRINTED,
        frozen: 0,
        rows: rows.map(|(at, entry)| row(result.vocab, result.lang, at, entry)).collect(),
    }
}

fn heading(lang: Lang, words: &Words, column: Column) -> &'static str {
    match column {
        Column::Number => words.number,
        Column::First => words.from,
        Column::Last => words.to,
        Column::Field(Key::Departments) => words.departments,
        Column::Field(key) => codes::key(lang, key),
        Column::Precision => words.precision,
        Column::SourceCount => words.source_count,
        Column::Checks => words.checks,
        Column::Id => words.id,
    }
}

fn row(vocab: Vocab, lang: Lang, at: usize, entry: &Entry) -> Vec<Cell> {
    let e = &entry.engagement;
    let doubts = e.warnings();
    let doubtful = |key: Key| doubts.iter().any(|(doubted, _)| *doubted == key);
    let Period { start, end, precision } = e.period.value;
    let cell = |column| match column {
        Column::Number => running(at),
        Column::First => day(start, precision).flagged(doubtful(Key::Start)),
        Column::Last => day(end, precision).flagged(doubtful(Key::Start)),
        // What is doubtful about the whole entry is flagged at its title.
        Column::Field(key) => {
            let whole = key == Key::Title && doubtful(Key::Sources);
            value(vocab, lang, e, key).flagged(doubtful(key) || whole)
        }
        Column::Precision => text(codes::precision(lang, precision)),
        Column::SourceCount => number(entry.sources.len() as u64),
        Column::Checks => number(doubts.len() as u64),
        Column::Id => text(&entry.id),
    };
    COLUMNS.into_iter().map(|(column, _)| cell(column)).collect()
}

/// The value of a field as a cell: numbers and days as such, each part of a list on a line of its own.
fn value(vocab: Vocab, lang: Lang, e: &Engagement, key: Key) -> Value {
    let Some(datum) = e.datum(key) else { return Value::Empty };
    match datum {
        Datum::Count(count) => count.map_or(Value::Empty, |count| Value::Number(f64::from(count))),
        Datum::Money(baht) => baht.map_or(Value::Empty, |baht| Value::Money(baht.into())),
        Datum::Day(day) => day.map_or(Value::Empty, Value::Day),
        Datum::Numbers(_) => Value::Text(data::value(vocab, lang, &datum)),
        _ => Value::Text(data::parts(vocab, lang, &datum).join("\n")),
    }
}

/// The first or the last day, shown as exactly as it is known.
fn day(day: Option<Date>, precision: Precision) -> Value {
    let shown = match precision {
        Precision::Day | Precision::None => Value::Day,
        Precision::Month | Precision::Quarter => Value::Month,
        Precision::Year => Value::Year,
    };
    day.map_or(Value::Empty, shown)
}
