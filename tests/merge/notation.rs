//! Engagements from a line of text: `label | days | status | kind | group | countries | cities | bodies | rank |
//! counterpart | lead | venue | unit | file!sheet | title`.

use focalpoint::model::{
    Confidence, Doubt, Engagement, Group, Kind, Period, Place, Precision, Rank, Reading, Spot, Status,
};
use jiff::civil::Date;

/// A line's label and what it says. `row` tells lines of one sheet apart.
pub fn row(line: &str, row: u32) -> (String, Engagement) {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    let [
        label,
        days,
        status,
        kind,
        group,
        countries,
        cities,
        bodies,
        rank,
        side,
        lead,
        venue,
        unit,
        file,
        title,
    ] = cells[..]
    else {
        panic!("{} cells: {line}", cells.len());
    };
    let (file, sheet) = file.split_once('!').unwrap_or((file, ""));
    let spot = if sheet.is_empty() {
        Spot::Line { page: 1, line: row }
    } else {
        Spot::Row { sheet: sheet.to_owned(), row }
    };
    let supported = side.strip_prefix('>');
    let mut engagement = blank(title, Place { file: file.to_owned(), spot });
    engagement.period = period(days);
    if !status.is_empty() {
        engagement.status = Reading::certain(Status::of(status).unwrap(), status);
    }
    engagement.kind = coded(kind, Kind::of);
    engagement.group = coded(group, Group::of);
    engagement.countries = names(countries);
    engagement.cities = names(cities);
    engagement.organisations = names(bodies);
    if !rank.is_empty() {
        engagement.counterpart_rank = Reading::certain(Some(Rank::of(rank).unwrap()), rank);
    }
    if let Some(code) = supported {
        engagement.supported_department = Reading::certain(Some(code.to_owned()), code);
    } else {
        engagement.counterpart = text(side);
    }
    engagement.lead = text(lead);
    engagement.venue = text(venue);
    engagement.departments = Reading::certain(vec![unit.to_owned()], unit);
    (label.to_owned(), engagement)
}

/// The lines of a table, without comments and blank lines.
pub fn rows(table: &str) -> Vec<(String, Engagement)> {
    table
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
        .map(|(at, line)| row(line, at as u32 + 1))
        .collect()
}

/// An engagement of which only the title is known; held, as the contract has it where no wording tells.
fn blank(title: &str, place: Place) -> Engagement {
    let none = Period { start: None, end: None, precision: Precision::None };
    Engagement {
        place,
        title: Reading::certain(title.to_owned(), title),
        period: missing(none),
        status: Reading::guess(Status::Held, "", Doubt::DefaultTaken),
        kind: missing(Kind::Other),
        group: missing(Group::Other),
        countries: Reading::default(),
        cities: Reading::default(),
        organisations: Reading::default(),
        themes: Reading::default(),
        policies: Reading::default(),
        sdgs: Reading::default(),
        departments: Reading::default(),
        supported_department: Reading::default(),
        counterpart: Reading::default(),
        counterpart_rank: Reading::default(),
        lead: Reading::default(),
        venue: Reading::default(),
        mode: Reading::default(),
        participants: Reading::default(),
        budget_thb: Reading::default(),
        expires: Reading::default(),
        outcome: Reading::default(),
        obstacles: Reading::default(),
        next_steps: Reading::default(),
        contact: Reading::default(),
    }
}

fn missing<T>(value: T) -> Reading<T> {
    Reading { value, raw: String::new(), confidence: Confidence::Missing, doubts: Vec::new() }
}

fn text(words: &str) -> Reading<String> {
    if words.is_empty() { Reading::default() } else { Reading::certain(words.to_owned(), words) }
}

/// `code`, `~code` for the usual meaning, `?code` for a guess.
fn coded<T>(cell: &str, of: impl Fn(&str) -> Option<T>) -> Reading<T> {
    let code = cell.trim_start_matches(['~', '?']);
    let value = of(code).unwrap_or_else(|| panic!("no such code: {cell}"));
    match cell.chars().next() {
        Some('~') => Reading::likely(value, code),
        Some('?') => Reading::guess(value, code, Doubt::DefaultTaken),
        _ => Reading::certain(value, code),
    }
}

/// `name=words,name=words`.
fn names(cell: &str) -> Reading<Vec<String>> {
    if cell.is_empty() {
        return Reading::default();
    }
    let (mut values, mut words): (Vec<String>, Vec<&str>) = (Vec::new(), Vec::new());
    for part in cell.split(',') {
        let (value, raw) = part.split_once('=').unwrap_or((part, part));
        values.push(value.to_owned());
        words.push(raw);
    }
    values.sort();
    Reading::certain(values, words.join("; "))
}

/// `2023-02-14`, `2023-02-14..2023-02-16`, `2023-02` or nothing.
fn period(cell: &str) -> Reading<Period> {
    if cell.is_empty() {
        return missing(Period { start: None, end: None, precision: Precision::None });
    }
    let day = |text: &str| text.parse::<Date>().unwrap();
    let period = if let Some((start, end)) = cell.split_once("..") {
        Period { start: Some(day(start)), end: Some(day(end)), precision: Precision::Day }
    } else if cell.len() == 7 {
        let first = day(&format!("{cell}-01"));
        Period { start: Some(first), end: Some(first.last_of_month()), precision: Precision::Month }
    } else {
        Period { start: Some(day(cell)), end: Some(day(cell)), precision: Precision::Day }
    };
    Reading::certain(period, cell)
}
