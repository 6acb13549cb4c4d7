//! `data/engagements.json`: the register for other programs.

use crate::labels::{Lang, doubts};
use crate::model::{
    ContractRow, Engagement, Entry, Group, Key, Kind, Mode, Precision, Rank, Register, Status, Theme,
};
use crate::vocab::Vocab;
use crate::write::Consolidated;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

/// One engagement as the contract has it. The order of the fields is the order of the keys.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub date_precision: Precision,
    pub expires: Option<Date>,
    pub status: Status,
    #[serde(rename = "type")]
    pub kind: Kind,
    pub group: Group,
    pub countries: &'a [String],
    pub cities: &'a [String],
    pub organisations: &'a [String],
    pub themes: &'a [Theme],
    pub policies: &'a [String],
    pub sdgs: &'a [u8],
    pub departments: &'a [String],
    pub supported_department: &'a str,
    pub counterpart: &'a str,
    pub counterpart_rank: &'static str,
    pub lead: &'a str,
    pub venue: &'a str,
    pub mode: &'static str,
    pub participants: Option<u32>,
    pub budget_thb: Option<f64>,
    pub outcome: &'a str,
    pub obstacles: &'a str,
    pub next_steps: &'a str,
    pub contact: &'a str,
    pub sources: Vec<SourceRow<'a>>,
    pub warnings: Vec<Warning>,
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
        title: &e.title.value,
        start: e.period.value.start,
        end: e.period.value.end,
        date_precision: e.period.value.precision,
        expires: e.expires.value,
        status: e.status.value,
        kind: e.kind.value,
        group: e.group.value,
        countries: &e.countries.value,
        cities: &e.cities.value,
        organisations: &e.organisations.value,
        themes: &e.themes.value,
        policies: &e.policies.value,
        sdgs: &e.sdgs.value,
        departments: &e.departments.value,
        supported_department: e.supported_department.value.as_deref().unwrap_or(""),
        counterpart: &e.counterpart.value,
        counterpart_rank: e.counterpart_rank.value.map_or("", Rank::code),
        lead: &e.lead.value,
        venue: &e.venue.value,
        mode: e.mode.value.map_or("", Mode::code),
        participants: e.participants.value,
        budget_thb: e.budget_thb.value.filter(|baht| baht.is_finite()),
        outcome: &e.outcome.value,
        obstacles: &e.obstacles.value,
        next_steps: &e.next_steps.value,
        contact: &e.contact.value,
        sources: sources(entry),
        warnings: warnings(vocab, lang, e),
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
