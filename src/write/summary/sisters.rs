//! The city's sister cities of which there is something to decide: an anniversary ahead, or no engagement for a year.

use super::rows::{Row, Table, numbered, when};
use crate::labels::{calendar, names, summary};
use crate::model::Status;
use crate::thai;
use crate::write::{Consolidated, Counts};
use jiff::civil::Date;

/// Rows of the table at most.
const ROWS: usize = 4;
/// Days ahead in which an anniversary is told.
const AHEAD: i32 = 183;
/// Months that have to be covered before a city can have been quiet for a year.
const YEAR: usize = 12;
/// Anniversaries that are told: every so many years.
const ROUND: i16 = 5;

/// A sister city of which there is something to say.
pub struct Sister {
    country: &'static str,
    name: &'static str,
    last: Option<Date>,
    /// Years, and the day.
    anniversary: Option<(i16, Date)>,
    /// No engagement for a year.
    pub is_quiet: bool,
}

/// The sister cities of which there is something to say. That there was no engagement can only be told where a year is
/// covered.
pub fn sisters(result: &Consolidated, counts: &Counts) -> Vec<Sister> {
    let covered = counts.coverage.reported_months() >= YEAR;
    let of = |city: &crate::vocab::gazetteer::City| {
        let held = numbered(result).map(|(_, entry)| &entry.engagement);
        let held =
            held.filter(|e| e.status.value == Status::Held && e.cities.value.iter().any(|c| c == city.name));
        let last = held.filter_map(when).max();
        let days = last.and_then(|day| day.until(result.as_of).ok()).map(|span| span.get_days());
        let anniversary = notable(city.sister, result.as_of);
        let is_quiet = covered && days.is_none_or(|days| days > 365);
        (is_quiet || anniversary.is_some()).then_some(Sister {
            country: city.country,
            name: city.name,
            last,
            anniversary,
            is_quiet,
        })
    };
    result.vocab.parts().names.sister_cities().filter_map(of).collect()
}

/// The round anniversary that is ahead, where the day of the tie is known.
fn notable(since: &str, as_of: Date) -> Option<(i16, Date)> {
    let day: Date = since.parse().ok()?;
    (as_of.year()..=as_of.year() + 1).find_map(|year| {
        let years = year - day.year();
        let ahead = Date::new(year, day.month(), day.day()).ok()?;
        let days = as_of.until(ahead).ok()?.get_days();
        (years > 0 && years % ROUND == 0 && (0..=AHEAD).contains(&days)).then_some((years, ahead))
    })
}

/// The cities as a table: anniversaries first, then by how long they have been quiet.
pub fn table(result: &Consolidated, sisters: &[Sister]) -> Table {
    let lang = result.lang;
    let mut sorted: Vec<&Sister> = sisters.iter().collect();
    sorted.sort_by_cached_key(|one| {
        (one.anniversary.is_none(), one.anniversary, one.last, thai::alphabetical(one.name))
    });
    let row = |one: &&Sister| {
        let anniversary = one
            .anniversary
            .map(|(years, day)| summary::anniversary(lang, years, &calendar::day_short(lang, day)));
        let quiet = one.is_quiet.then(|| summary::no_engagement(lang).to_owned());
        let said: Vec<String> = anniversary.into_iter().chain(quiet).collect();
        Row::of([
            names::city(result.vocab, lang, one.name),
            names::country(result.vocab, lang, one.country),
            one.last.map_or_else(|| "–".to_owned(), |day| calendar::day_short(lang, day)),
            said.join(" · "),
        ])
    };
    Table::first(sorted.iter().map(row).collect(), ROWS)
}
