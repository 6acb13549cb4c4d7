//! `data/engagements.json`: the register for other programs.

use crate::labels::{Lang, doubts};
use crate::model::{ContractRow, DataType, Datum, Engagement, Entry, Key, Register};
use crate::vocab::Vocab;
use crate::write::Consolidated;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Value, json};

/// Key of how exact an engagement's days are.
const PRECISION: &str = "date_precision";

/// One engagement as the contract has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    pub id: &'a str,
    /// Its fields with their keys, in the contract's order; days have three.
    pub fields: Vec<(&'static str, Datum)>,
    pub sources: Vec<SourceRow<'a>>,
    pub warnings: Vec<Warning>,
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(None)?;
        row.serialize_entry("id", self.id)?;
        for (key, datum) in &self.fields {
            row.serialize_entry(key, &json(datum))?;
        }
        row.serialize_entry("sources", &self.sources)?;
        row.serialize_entry("warnings", &self.warnings)?;
        row.end()
    }
}

/// A value as the data files have it: lists as arrays, no day and no number as null, no other value as an empty text.
fn json(datum: &Datum) -> Value {
    match datum {
        Datum::Names(_) | Datum::Countries(_) | Datum::Departments(_) | Datum::Themes(_) => {
            json!(datum.parts())
        }
        Datum::Numbers(list) => json!(list),
        Datum::Day(day) => json!(day),
        Datum::Count(count) => json!(count),
        Datum::Money(baht) => json!(baht),
        Datum::Text(_)
        | Datum::Department(_)
        | Datum::Period(_)
        | Datum::Status(_)
        | Datum::Kind(_)
        | Datum::Group(_)
        | Datum::Rank(_)
        | Datum::Mode(_) => json!(datum.written()),
    }
}

/// A reported row behind an engagement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceRow<'a> {
    pub file: &'a str,
    pub sheet: Option<&'a str>,
    pub row: Option<u32>,
    pub page: Option<u32>,
    pub department: &'a str,
    pub title: &'a str,
}

/// A value that a person should look at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Warning {
    pub field: Key,
    pub code: &'static str,
    pub message: String,
}

/// Makes the file.
pub fn make(result: &Consolidated) -> Result<Vec<u8>, String> {
    let mut bytes = serde_json::to_vec_pretty(&rows(result)).map_err(|e| e.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The register's rows.
pub fn rows(result: &Consolidated) -> Vec<Row<'_>> {
    result.register.entries.iter().map(|entry| row(result.vocab, result.lang, entry)).collect()
}

/// The register's rows as JSON objects.
pub fn objects(vocab: Vocab, lang: Lang, register: &Register) -> Result<Vec<ContractRow>, String> {
    let object = |entry| match serde_json::to_value(row(vocab, lang, entry)) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(other) => Err(format!("not an object: {other}")),
        Err(error) => Err(error.to_string()),
    };
    register.entries.iter().map(object).collect()
}

fn row(vocab: Vocab, lang: Lang, entry: &Entry) -> Row<'_> {
    let e = &entry.engagement;
    Row {
        id: &entry.id,
        fields: keys().zip(Key::FIELDS.iter().filter_map(|key| e.datum(*key)).flat_map(values)).collect(),
        sources: sources(entry),
        warnings: warnings(vocab, lang, e),
    }
}

/// The keys of the fields in the data files: of days the first, the last, and how exact they are.
pub fn keys() -> impl Iterator<Item = &'static str> {
    let of = |key: &Key| match key.data_type() {
        Some(DataType::Period) => vec![Key::Start.code(), Key::End.code(), PRECISION],
        _ => vec![key.code()],
    };
    Key::FIELDS.iter().flat_map(of)
}

/// The values of a field, one a key.
fn values(datum: Datum) -> Vec<Datum> {
    match datum {
        Datum::Period(period) => vec![
            Datum::Day(period.start),
            Datum::Day(period.end),
            Datum::Text(period.precision.code().to_owned()),
        ],
        datum => vec![datum],
    }
}

fn sources(entry: &Entry) -> Vec<SourceRow<'_>> {
    entry
        .sources
        .iter()
        .map(|source| SourceRow {
            file: &source.place.file,
            sheet: source.place.spot.sheet(),
            row: source.place.spot.row(),
            page: source.place.spot.page(),
            department: &source.department,
            title: &source.title,
        })
        .collect()
}

/// The doubts of all fields. One about the date is one about both ends of it.
fn warnings(vocab: Vocab, lang: Lang, engagement: &Engagement) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for (key, doubt) in engagement.warnings() {
        let warning = |field| Warning {
            field,
            code: doubts::code(doubt),
            message: doubts::message(vocab, lang, doubt),
        };
        warnings.push(warning(key));
        if key == Key::Start {
            warnings.push(warning(Key::End));
        }
    }
    warnings
}
