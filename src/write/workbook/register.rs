//! The register as a list: what an officer reads first stands first, and is what is printed.

use super::follow_up::{departments, side};
use super::listing::{Cell, Listing, Value, number, text};
use super::style;
use crate::labels::workbook::Words;
use crate::labels::{Lang, calendar, codes, data, titles};
use crate::model::{Datum, Engagement, Entry, Group, Key, Period, Precision, Status};
use crate::vocab::Vocab;
use crate::write::Consolidated;
use jiff::civil::Date;

/// Columns that fit a printed page.
const PRINTED: u16 = 9;
/// Columns that stay in sight: number and title.
const FROZEN: u16 = 2;

/// A column of the register.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Number,
    Days,
    Side,
    Short,
    First,
    Last,
    Field(Key),
    Precision,
    SourceCount,
    Id,
}

/// The columns in their order, with their widths: first what is read and printed, then all fields, then what is looked up.
const COLUMNS: [(Column, f64); 32] = [
    (Column::Number, 6.0),
    (Column::Field(Key::Title), 42.0),
    (Column::Days, 18.0),
    (Column::Side, 24.0),
    (Column::Field(Key::Group), 16.0),
    (Column::Field(Key::Status), 14.0),
    (Column::Short, 13.0),
    (Column::Field(Key::Outcome), 34.0),
    (Column::Field(Key::NextSteps), 24.0),
    (Column::First, 15.0),
    (Column::Last, 15.0),
    (Column::Field(Key::Counterpart), 32.0),
    (Column::Field(Key::Countries), 18.0),
    (Column::Field(Key::Organisations), 20.0),
    (Column::Field(Key::Departments), 28.0),
    (Column::Field(Key::Kind), 20.0),
    (Column::Field(Key::Themes), 20.0),
    (Column::Field(Key::Lead), 28.0),
    (Column::Field(Key::CounterpartRank), 20.0),
    (Column::Field(Key::Cities), 18.0),
    (Column::Field(Key::Venue), 28.0),
    (Column::Field(Key::Mode), 18.0),
    (Column::Field(Key::Participants), 14.0),
    (Column::Field(Key::Budget), 16.0),
    (Column::Field(Key::SupportedDepartment), 28.0),
    (Column::Field(Key::Obstacles), 30.0),
    (Column::Field(Key::Policies), 20.0),
    (Column::Field(Key::Sdgs), 12.0),
    (Column::Field(Key::Expires), 16.0),
    (Column::Precision, 18.0),
    (Column::SourceCount, 14.0),
    (Column::Id, 24.0),
];
/// The first column of those that are looked up.
const LOOKED_UP: u16 = 29;

/// The list of all entries.
pub fn listing(result: &Consolidated, words: &Words) -> Listing {
    let mut source = 0;
    let mut rows = Vec::with_capacity(result.register.entries.len());
    for (at, entry) in result.register.entries.iter().enumerate() {
        rows.push(row(result, words, (at, source), entry));
        source += entry.sources.len() as u32;
    }
    Listing {
        sheet: words.sheet_register,
        note: words.register_note.into(),
        columns: COLUMNS
            .iter()
            .map(|(column, width)| (heading(result.lang, words, *column), *width))
            .collect(),
        printed: PRINTED,
        frozen: FROZEN,
        grouped: LOOKED_UP,
        rows,
    }
}

fn heading(lang: Lang, words: &Words, column: Column) -> &'static str {
    match column {
        Column::Number => words.number,
        Column::Days => words.date,
        Column::Side => words.who,
        Column::Short => words.reported_by,
        Column::First => words.from,
        Column::Last => words.to,
        Column::Field(Key::Departments) => words.departments,
        Column::Field(key) => codes::key(lang, key),
        Column::Precision => words.precision,
        Column::SourceCount => words.source_count,
        Column::Id => words.id,
    }
}

/// The row of an entry. `source` is the row of its first source in the list of sources.
fn row(result: &Consolidated, words: &Words, (at, source): (usize, u32), entry: &Entry) -> Vec<Cell> {
    let (vocab, lang) = (result.vocab, result.lang);
    let e = &entry.engagement;
    let doubts = e.warnings();
    let doubtful = |key: Key| doubts.iter().any(|(doubted, _)| *doubted == key);
    let Period { start, end, precision } = e.period.value;
    let cell = |column| match column {
        Column::Number => Value::Linked(at + 1, (words.sheet_sources, source)).plain(),
        Column::Days => Value::Text(calendar::days(lang, start, end)).flagged(doubtful(Key::Start)),
        Column::Side => side(vocab, lang, e),
        Column::Short => departments(vocab, lang, e),
        Column::First => day(start, precision).flagged(doubtful(Key::Start)),
        Column::Last => day(end, precision).flagged(doubtful(Key::Start)),
        // What is doubtful about the whole entry is flagged at its title.
        Column::Field(Key::Title) => Value::Text(titles::over_reported(vocab, lang, e))
            .flagged(doubtful(Key::Title) || doubtful(Key::Sources)),
        Column::Field(Key::Group) => {
            let colour = GROUP_TEXT[Group::ALL.iter().position(|g| *g == e.group.value).unwrap_or(0)];
            Value::Coloured(codes::group(lang, e.group.value).to_owned(), colour)
                .flagged(doubtful(Key::Group))
        }
        Column::Field(Key::Status) => {
            Value::Coloured(codes::status(lang, e.status.value).to_owned(), status_colour(e.status.value))
                .flagged(doubtful(Key::Status))
        }
        Column::Field(key) => value(vocab, lang, e, key).flagged(doubtful(key)),
        Column::Precision => text(codes::precision(lang, precision)),
        Column::SourceCount => number(entry.sources.len() as u64),
        Column::Id => text(&entry.id),
    };
    COLUMNS.into_iter().map(|(column, _)| cell(column)).collect()
}

/// The colours of the groups as text, dark enough on white, in the order of `Group::ALL`.
const GROUP_TEXT: [u32; 4] = [0x0014_6B6B, 0x0093_5A0C, 0x003F_5E91, 0x005B_6B7A];

fn status_colour(status: Status) -> u32 {
    match status {
        Status::Held => style::NAVY,
        Status::Planned => 0x0093_5A0C,
        Status::Postponed => 0x005B_6B7A,
        Status::Cancelled => 0x00B3_261E,
    }
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
