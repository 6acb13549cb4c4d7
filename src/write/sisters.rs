//! The city's sister cities: how often and when last there was an engagement, and what there is to decide.

use super::entries::{held, when};
use super::{Consolidated, Counts};
use crate::vocab::gazetteer::City;
use jiff::civil::Date;

/// Days ahead in which an anniversary is told.
const AHEAD: i32 = 183;
/// Months that have to be covered before a city can have been quiet for a year.
const YEAR: usize = 12;
/// Anniversaries that are told: every so many years.
const ROUND: i16 = 5;

/// A sister city.
pub struct Sister {
    /// The city.
    pub city: &'static City,
    /// Held engagements in which it is named.
    pub times: usize,
    /// The day of the last one.
    pub last: Option<Date>,
    /// The round anniversary that is ahead: years, and the day.
    pub anniversary: Option<(i16, Date)>,
    /// No engagement for a year. That can only be told where a year is covered.
    pub is_quiet: bool,
}

/// The sister cities, in the order of their names.
pub fn sisters(result: &Consolidated, counts: &Counts) -> Vec<Sister> {
    let covered = counts.coverage.reported_months() >= YEAR;
    let of = |city: &'static City| {
        let named = held(result).map(|(_, entry)| &entry.engagement);
        let named: Vec<_> = named.filter(|e| e.cities.value.iter().any(|name| name == city.name)).collect();
        let last = named.iter().filter_map(|e| when(e)).max();
        let days = last.and_then(|day| day.until(result.as_of).ok()).map(|span| span.get_days());
        let is_quiet = covered && days.is_none_or(|days| days > 365);
        Sister { city, times: named.len(), last, anniversary: notable(city.sister, result.as_of), is_quiet }
    };
    result.vocab.parts().names.sister_cities().map(of).collect()
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
