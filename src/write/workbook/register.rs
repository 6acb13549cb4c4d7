//! The register as a list: what an officer reads first stands first, and is what is printed.

use super::listing::{Cell, Listing, Value, number, running, text};
use crate::labels::workbook::Words;
use crate::labels::{Lang, codes, names};
use crate::model::{Engagement, Entry, Key, Precision};
use crate::vocab::Vocab;
use crate::write::Consolidated;
use jiff::civil::Date;

/// Columns that fit a printed page.
const PRINTED: u16 = 10;

/// The list of all entries.
pub fn listing(result: &Consolidated, words: &Words) -> Listing {
    let entries = &result.register.entries;
    Listing {
        sheet: words.sheet_register,
        note: words.register_note,
        columns: columns(result.lang, words),
        printed: PRINTED,
        frozen: 0,
        rows: entries
            .iter()
            .enumerate()
            .map(|(at, entry)| row(result.vocab, result.lang, at, entry))
            .collect(),
    }
}

fn columns(lang: Lang, words: &Words) -> Vec<(&'static str, f64)> {
    let key = |key| codes::key(lang, key);
    vec![
        (words.number, 6.0),
        (words.from, 13.0),
        (words.to, 13.0),
        (key(Key::Title), 52.0),
        (key(Key::Counterpart), 32.0),
        (key(Key::Countries), 18.0),
        (key(Key::Organisations), 20.0),
        (key(Key::Group), 19.0),
        (key(Key::Status), 15.0),
        (words.departments, 26.0),
        (key(Key::Kind), 20.0),
        (key(Key::Themes), 20.0),
        (key(Key::Lead), 26.0),
        (key(Key::CounterpartRank), 18.0),
        (key(Key::Cities), 16.0),
        (key(Key::Venue), 28.0),
        (key(Key::Mode), 16.0),
        (key(Key::Participants), 13.0),
        (key(Key::Budget), 15.0),
        (key(Key::SupportedDepartment), 26.0),
        (key(Key::Outcome), 48.0),
        (key(Key::Obstacles), 30.0),
        (key(Key::NextSteps), 34.0),
        (key(Key::Policies), 20.0),
        (key(Key::Sdgs), 10.0),
        (key(Key::Expires), 14.0),
        (key(Key::Contact), 24.0),
        (words.precision, 16.0),
        (words.source_count, 12.0),
        (words.checks, 12.0),
        (words.id, 20.0),
    ]
}

fn row(vocab: Vocab, lang: Lang, at: usize, entry: &Entry) -> Vec<Cell> {
    let e = &entry.engagement;
    let doubts = e.warnings();
    let doubtful = |key: Key| doubts.iter().any(|(doubted, _)| *doubted == key);
    let cell = |key: Key, value: String| Value::Text(value).flagged(doubtful(key));
    let optional = |key: Key, value: Option<Value>| value.unwrap_or(Value::Empty).flagged(doubtful(key));
    let named = |codes: &[String], name: fn(Vocab, Lang, &str) -> String| {
        codes.iter().map(|code| name(vocab, lang, code)).collect::<Vec<_>>().join("\n")
    };
    let [start, end] = days(e);
    vec![
        running(at),
        optional(Key::Start, start),
        optional(Key::Start, end),
        Value::Text(e.title.value.clone()).flagged(doubtful(Key::Title) || doubtful(Key::Sources)),
        cell(Key::Counterpart, e.counterpart.value.clone()),
        cell(Key::Countries, named(&e.countries.value, names::country)),
        cell(Key::Organisations, e.organisations.value.join("\n")),
        cell(Key::Group, codes::group(lang, e.group.value).to_owned()),
        cell(Key::Status, codes::status(lang, e.status.value).to_owned()),
        cell(Key::Departments, named(&e.departments.value, names::department)),
        cell(Key::Kind, codes::kind(lang, e.kind.value).to_owned()),
        cell(
            Key::Themes,
            list(e.themes.value.iter().map(|theme| codes::theme(lang, *theme).to_owned()), "\n"),
        ),
        cell(Key::Lead, e.lead.value.clone()),
        cell(
            Key::CounterpartRank,
            e.counterpart_rank.value.map_or_else(String::new, |rank| codes::rank(lang, rank).to_owned()),
        ),
        cell(Key::Cities, e.cities.value.join("\n")),
        cell(Key::Venue, e.venue.value.clone()),
        cell(Key::Mode, e.mode.value.map_or_else(String::new, |mode| codes::mode(lang, mode).to_owned())),
        optional(Key::Participants, e.participants.value.map(|count| Value::Number(f64::from(count)))),
        optional(Key::Budget, e.budget_thb.value.filter(|baht| baht.is_finite()).map(Value::Money)),
        cell(
            Key::SupportedDepartment,
            e.supported_department
                .value
                .as_ref()
                .map_or_else(String::new, |code| names::department(vocab, lang, code)),
        ),
        cell(Key::Outcome, e.outcome.value.clone()),
        cell(Key::Obstacles, e.obstacles.value.clone()),
        cell(Key::NextSteps, e.next_steps.value.clone()),
        cell(Key::Policies, e.policies.value.join("\n")),
        cell(Key::Sdgs, list(e.sdgs.value.iter().map(u8::to_string), ", ")),
        optional(Key::Expires, e.expires.value.map(Value::Day)),
        cell(Key::Contact, e.contact.value.clone()),
        text(codes::precision(lang, e.period.value.precision)),
        number(entry.sources.len() as u64),
        number(doubts.len() as u64),
        text(&entry.id),
    ]
}

fn list(items: impl Iterator<Item = String>, separator: &str) -> String {
    items.collect::<Vec<_>>().join(separator)
}

/// First and last day, shown as exactly as they are known.
fn days(e: &Engagement) -> [Option<Value>; 2] {
    let period = &e.period.value;
    let value = |date: Date| match period.precision {
        Precision::Day | Precision::None => Value::Day(date),
        Precision::Month | Precision::Quarter => Value::Month(date),
        Precision::Year => Value::Year(date),
    };
    [period.start.map(value), period.end.map(value)]
}
