//! What the summary says, as data for the templates.

use super::unbroken::Protected;
use crate::labels::summary::{self, Words, words};
use crate::labels::{Lang, calendar, changes, codes, doubts, names, pick, problems, shown};
use crate::model::{Engagement, Entry, Group, Key, Processed, Status};
use crate::thai;
use crate::vocab::Vocab;
use crate::write::{ByGroup, Consolidated, Counts};
use jiff::civil::Date;
use serde::Serialize;

/// Rows of a chart at most.
const BARS: usize = 12;
/// Engagements listed as the latest, and as announced.
const LATEST: usize = 14;
/// Files and doubtful values listed; the workbook has all.
const LISTED: usize = 12;
/// Letters of a text in a table at most.
const LETTERS: usize = 150;

#[derive(Serialize)]
struct Content {
    lang: &'static str,
    words: &'static Words,
    period: String,
    as_of: String,
    /// What is missing, which is said before any figure.
    missing: Vec<String>,
    missing_more: String,
    tiles: Vec<Tile>,
    held: String,
    beside: String,
    groups: Vec<&'static str>,
    months: Vec<Bar>,
    elsewhere: String,
    departments: Vec<Bar>,
    countries: Vec<Bar>,
    countries_rest: String,
    themes: Vec<Bar>,
    organisations: Vec<Bar>,
    organisations_rest: String,
    latest: Vec<Line>,
    latest_more: String,
    ahead: Vec<Line>,
    ahead_more: String,
    files: Vec<Line>,
    files_more: String,
    doubts: Vec<Line>,
    doubts_more: String,
}

/// One of the three counts.
#[derive(Serialize)]
struct Tile {
    name: &'static str,
    figure: usize,
    unit: &'static str,
    note: String,
}

/// A bar of a chart, with one figure a group or one alone.
#[derive(Serialize)]
struct Bar {
    name: String,
    values: Vec<usize>,
}

/// A row of a table.
#[derive(Serialize)]
struct Line {
    cells: Vec<String>,
    /// Said below the first cell.
    mark: String,
}

/// The summary's data.
pub fn content(result: &Consolidated, counts: &Counts) -> Result<serde_json::Value, serde_json::Error> {
    let lang = result.lang;
    let words = words(lang);
    let (countries, countries_rest) =
        ranked(lang, counts.countries.iter().map(|(code, n)| (names::country(result.vocab, lang, code), *n)));
    let (organisations, organisations_rest) = ranked(lang, counts.organisations.iter().cloned());
    let (latest, latest_more) = limited(lang, latest(result, words), LATEST);
    let (ahead, ahead_more) = limited(lang, ahead(result, words), LATEST);
    let (files, files_more) = limited(lang, files(result), LISTED);
    let (doubts, doubts_more) = limited(lang, doubtful(result), LISTED);
    let missing = result.changes.unread.iter().take(LISTED);
    let missing_rest = result.changes.unread.len().saturating_sub(LISTED);
    let others = counts.of(Group::Other);
    let beside = summary::beside(lang, counts.planned, counts.cancelled, counts.postponed);
    let content = Content {
        lang: pick(lang, "th", "en"),
        words,
        period: counts.period().map_or_else(String::new, |(first, last)| calendar::months(lang, first, last)),
        as_of: format!("{} {}", words.as_of, calendar::day(lang, result.as_of)),
        missing: missing.map(|file| changes::unread(result.vocab, lang, file)).collect(),
        missing_more: if missing_rest > 0 { summary::more(lang, missing_rest) } else { String::new() },
        tiles: tiles(lang, words, counts),
        held: summary::held(lang, counts.all_held(), result.register.entries.len(), counts.reports),
        beside: if others > 0 { format!("{beside} {}", summary::others(lang, others)) } else { beside },
        groups: Group::ALL.iter().map(|group| codes::group(lang, *group)).collect(),
        months: counts.months.iter().map(|(month, by)| bar(calendar::month_of(lang, *month), by)).collect(),
        elsewhere: if counts.elsewhere > 0 {
            summary::elsewhere(lang, counts.elsewhere)
        } else {
            String::new()
        },
        departments: counts
            .departments
            .iter()
            .map(|(code, by)| bar(names::department(result.vocab, lang, code), by))
            .collect(),
        countries,
        countries_rest,
        themes: counts
            .themes
            .iter()
            .map(|(theme, n)| Bar { name: codes::theme(lang, *theme).to_owned(), values: vec![*n] })
            .collect(),
        organisations,
        organisations_rest,
        latest,
        latest_more,
        ahead,
        ahead_more,
        files,
        files_more,
        doubts,
        doubts_more,
    };
    Ok(Protected::of(result.vocab).all(serde_json::to_value(content)?))
}

fn tiles(lang: Lang, words: &'static Words, counts: &Counts) -> Vec<Tile> {
    let average = |count| counts.monthly(count).map_or_else(String::new, |n| summary::monthly(lang, n));
    let (state, support) = (counts.of(Group::State), counts.of(Group::Support));
    vec![
        Tile {
            name: words.state,
            figure: state,
            unit: summary::unit(lang, state, words.state_unit),
            note: average(state),
        },
        Tile {
            name: words.organisations,
            figure: counts.organisations.len(),
            unit: summary::unit(lang, counts.organisations.len(), words.organisations_unit),
            note: summary::with_organisations(lang, counts.of(Group::Organisation)),
        },
        Tile {
            name: words.support,
            figure: support,
            unit: summary::unit(lang, support, words.support_unit),
            note: average(support),
        },
    ]
}

fn bar(name: String, by: &ByGroup) -> Bar {
    Bar { name, values: by.to_vec() }
}

/// The first bars, and what is said of the rest.
fn ranked(lang: Lang, bars: impl ExactSizeIterator<Item = (String, usize)>) -> (Vec<Bar>, String) {
    let rest = bars.len().saturating_sub(BARS);
    let shown = bars.take(BARS).map(|(name, n)| Bar { name: short(&name), values: vec![n] }).collect();
    (shown, if rest > 0 { summary::more(lang, rest) } else { String::new() })
}

/// The first lines, and what is said of the rest.
fn limited(lang: Lang, mut lines: Vec<Line>, most: usize) -> (Vec<Line>, String) {
    let rest = lines.len().saturating_sub(most);
    lines.truncate(most);
    (lines, if rest > 0 { summary::more(lang, rest) } else { String::new() })
}

fn with(entries: &[Entry], status: Status) -> Vec<&Engagement> {
    entries.iter().map(|entry| &entry.engagement).filter(|e| e.status.value == status).collect()
}

/// First day, or the last where only that is known.
fn when(e: &Engagement) -> Option<Date> {
    e.period.value.start.or(e.period.value.end)
}

/// What was held last, the newest first.
fn latest(result: &Consolidated, words: &Words) -> Vec<Line> {
    let mut held = with(&result.register.entries, Status::Held);
    held.retain(|e| when(e).is_some());
    held.sort_by_key(|e| std::cmp::Reverse(when(e)));
    held.into_iter().map(|e| line(result.vocab, result.lang, words, e)).collect()
}

/// What is announced: what lies ahead first, the next one at the top, then what is past and without a report.
fn ahead(result: &Consolidated, words: &Words) -> Vec<Line> {
    let late =
        |e: &Engagement| e.period.value.end.or(e.period.value.start).is_some_and(|day| day < result.as_of);
    let mut planned = with(&result.register.entries, Status::Planned);
    planned.sort_by_key(|e| (late(e), when(e).is_none(), when(e)));
    planned
        .into_iter()
        .map(|e| {
            let mark = if late(e) { words.late.to_owned() } else { String::new() };
            Line { mark, ..line(result.vocab, result.lang, words, e) }
        })
        .collect()
}

fn line(vocab: Vocab, lang: Lang, words: &Words, e: &Engagement) -> Line {
    let period = &e.period.value;
    let days = calendar::days(lang, period.start, period.end);
    let countries = e.countries.value.iter().map(|code| names::country(vocab, lang, code));
    let side: Vec<String> = countries.chain(e.organisations.value.iter().cloned()).collect();
    let side = if side.is_empty() { e.counterpart.value.clone() } else { side.join(", ") };
    let departments: Vec<String> =
        e.departments.value.iter().map(|code| names::department(vocab, lang, code)).collect();
    Line {
        cells: vec![
            if days.is_empty() { words.no_date.to_owned() } else { days },
            short(&e.title.value),
            short(&side),
            departments.join(", "),
        ],
        mark: String::new(),
    }
}

/// Files that a person has to do something about.
fn files(result: &Consolidated) -> Vec<Line> {
    let lang = result.lang;
    result
        .open_files()
        .map(|Processed { report, reported }| Line {
            cells: vec![shown(&report.file), short(&problems::file_message(result.vocab, lang, reported))],
            mark: codes::file_status(lang, reported.status).to_owned(),
        })
        .collect()
}

/// Doubtful values of the register, those first that decide what is counted.
fn doubtful(result: &Consolidated) -> Vec<Line> {
    let lang = result.lang;
    let weight = |key: Key| match key {
        Key::Sources | Key::Status | Key::Group => 0,
        Key::Start | Key::End | Key::Organisations | Key::Countries => 1,
        Key::Title
        | Key::Expires
        | Key::Kind
        | Key::Departments
        | Key::SupportedDepartment
        | Key::Counterpart => 2,
        _ => 3,
    };
    let mut found: Vec<(u8, Line)> = Vec::new();
    for entry in &result.register.entries {
        for (key, doubt) in entry.engagement.warnings() {
            let cells = vec![
                short(&entry.engagement.title.value),
                codes::key(lang, key).to_owned(),
                short(&doubts::message(result.vocab, lang, doubt)),
            ];
            found.push((weight(key), Line { cells, mark: String::new() }));
        }
    }
    found.sort_by_key(|(weight, _)| *weight);
    found.into_iter().map(|(_, line)| line).collect()
}

/// The beginning of a long text; marks stay with their consonant.
fn short(text: &str) -> String {
    let text = thai::one_line(text);
    let cut = text
        .char_indices()
        .enumerate()
        .skip(LETTERS)
        .find(|(_, (_, c))| !thai::is_above_or_below(*c) && *c != '\u{e33}' && *c != '\u{e32}')
        .map(|(_, (at, _))| at);
    match cut.and_then(|at| text.get(..at)) {
        Some(start) => format!("{}…", start.trim_end()),
        None => text,
    }
}
