//! Whom the city met: countries and territories, organisations, sister cities.

use super::listing::{Cell, Listing, Value, number, text};
use crate::labels::summary::region;
use crate::labels::workbook::Words;
use crate::labels::{calendar, codes, names, pick, summary};
use crate::model::{Engagement, Group};
use crate::thai;
use crate::write::entries::{held, when};
use crate::write::sisters::sisters;
use crate::write::{Consolidated, count};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of a partner.
#[derive(Default)]
struct Met<'a> {
    engagements: Vec<&'a Engagement>,
}

impl<'a> Met<'a> {
    fn times(&self) -> u64 {
        self.engagements.len() as u64
    }

    fn last(&self) -> Option<Date> {
        self.engagements.iter().filter_map(|e| when(e)).max()
    }

    /// What a field holds over all engagements, each value once and in words, in the order of the alphabet.
    fn all(&self, of: impl Fn(&'a Engagement) -> Vec<String>) -> Cell {
        let found: BTreeSet<String> = self.engagements.iter().flat_map(|e| of(e)).collect();
        let mut found: Vec<String> = found.into_iter().collect();
        found.sort_by_cached_key(|name| thai::alphabetical(name));
        text(found.join(", "))
    }
}

fn day(day: Option<Date>) -> Cell {
    day.map_or(Value::Empty, Value::Day).plain()
}

/// Partners, the most frequent first and then by the alphabet.
fn ranked(met: BTreeMap<String, Met>) -> Vec<(String, Met)> {
    let mut met: Vec<_> = met.into_iter().collect();
    met.sort_by_cached_key(|(name, met)| (std::cmp::Reverse(met.times()), thai::alphabetical(name)));
    met
}

/// The list of countries, over engagements with representatives of states.
pub fn countries(result: &Consolidated, words: &Words) -> Listing {
    let (vocab, lang) = (result.vocab, result.lang);
    let mut met: BTreeMap<String, Met> = BTreeMap::new();
    for (_, entry) in held(result).filter(|(_, entry)| entry.engagement.group.value == Group::State) {
        for code in &entry.engagement.countries.value {
            met.entry(code.clone()).or_default().engagements.push(&entry.engagement);
        }
    }
    let named = met.into_iter().map(|(code, met)| (names::country(vocab, lang, &code), (code, met)));
    let mut rows: Vec<(String, (String, Met))> = named.collect();
    rows.sort_by_cached_key(|(name, (_, met))| (std::cmp::Reverse(met.times()), thai::alphabetical(name)));
    let row = |(name, (code, met)): (String, (String, Met))| {
        let place = vocab.parts().names.country_of(&code).map_or("", |country| region(lang, country.region));
        let cities = |e: &Engagement| {
            let of_it =
                e.cities.value.iter().filter(|city| vocab.parts().names.country_of_city(city) == Some(&code));
            of_it.map(|city| names::city(vocab, lang, city)).collect()
        };
        let departments = |e: &Engagement| {
            e.departments.value.iter().map(|one| names::department_short(vocab, lang, one)).collect()
        };
        let lead = |e: &Engagement| {
            let executives = &vocab.words.executives;
            let scan = vocab.scan(&thai::normal(&e.lead.value));
            scan.hits(executives)
                .iter()
                .map(|hit| pick(lang, executives[hit].thai, executives[hit].english).to_owned())
                .collect()
        };
        vec![
            text(name),
            text(place),
            number(met.times()),
            day(met.last()),
            met.all(cities),
            met.all(lead),
            met.all(departments),
        ]
    };
    Listing {
        sheet: words.sheet_countries,
        note: words.countries_note.into(),
        columns: vec![
            (words.country, 30.0),
            (words.region, 26.0),
            (words.count, 10.0),
            (words.last, 16.0),
            (words.cities, 34.0),
            (words.lead, 44.0),
            (words.departments, 34.0),
        ],
        printed: 7,
        frozen: 1,
        grouped: 0,
        rows: rows.into_iter().map(row).collect(),
    }
}

/// The list of organisations, over engagements with organisations.
pub fn organisations(result: &Consolidated, words: &Words) -> Listing {
    let (vocab, lang) = (result.vocab, result.lang);
    let mut met: BTreeMap<String, Met> = BTreeMap::new();
    for (_, entry) in held(result).filter(|(_, entry)| entry.engagement.group.value == Group::Organisation) {
        for name in &entry.engagement.organisations.value {
            met.entry(names::organisation(vocab, lang, name))
                .or_default()
                .engagements
                .push(&entry.engagement);
        }
    }
    let row = |(name, met): (String, Met)| {
        let themes = |e: &Engagement| {
            e.themes.value.iter().map(|theme| codes::theme(lang, *theme).to_owned()).collect()
        };
        let departments = |e: &Engagement| {
            e.departments.value.iter().map(|one| names::department_short(vocab, lang, one)).collect()
        };
        vec![text(name), number(met.times()), day(met.last()), met.all(themes), met.all(departments)]
    };
    Listing {
        sheet: words.sheet_organisations,
        note: words.organisations_note.into(),
        columns: vec![
            (words.organisation, 60.0),
            (words.count, 10.0),
            (words.last, 16.0),
            (words.theme, 40.0),
            (words.departments, 40.0),
        ],
        printed: 5,
        frozen: 1,
        grouped: 0,
        rows: ranked(met).into_iter().map(row).collect(),
    }
}

/// The list of sister cities.
pub fn sister_cities(result: &Consolidated, words: &Words) -> Listing {
    let (vocab, lang) = (result.vocab, result.lang);
    let row = |sister: crate::write::sisters::Sister| {
        let anniversary = sister.anniversary;
        let anniversary = anniversary
            .map(|(years, day)| summary::anniversary(lang, years, &calendar::day_short(lang, day)));
        let quiet = sister.is_quiet.then(|| summary::no_engagement(lang).to_owned());
        let said: Vec<String> = anniversary.into_iter().chain(quiet).collect();
        vec![
            text(names::city(vocab, lang, sister.city.name)),
            text(names::country(vocab, lang, sister.city.country)),
            number(sister.times as u64),
            day(sister.last),
            text(said.join(" · ")),
        ]
    };
    let mut rows: Vec<Vec<Cell>> = sisters(result, &count(result)).into_iter().map(row).collect();
    rows.sort_by_cached_key(|row| match &row[0].value {
        Value::Text(name) => thai::alphabetical(name),
        _ => String::new(),
    });
    Listing {
        sheet: words.sheet_sisters,
        note: words.sisters_note.into(),
        columns: vec![
            (words.city_name, 34.0),
            (words.country, 30.0),
            (words.count, 10.0),
            (words.last, 16.0),
            (words.standing, 50.0),
        ],
        printed: 5,
        frozen: 1,
        grouped: 0,
        rows,
    }
}
