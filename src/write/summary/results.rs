//! What came of it: agreements, highlights, obstacles, and what is to be followed up.

use super::rows::{Row, Table, departments, row, short};
use crate::labels::summary::{self, Words};
use crate::labels::{calendar, names, titles};
use crate::model::{Entry, Group, Kind, Rank};
use crate::thai;
use crate::write::Consolidated;
use crate::write::entries::{Numbered, held_then, told, when};
use crate::write::outlook::Waiting;
use crate::write::sisters::Sister;
use std::collections::{BTreeMap, BTreeSet};

/// Rows of agreements, of obstacles, of what is announced: together with the rest of their page they fill it.
const ROWS: usize = 4;
/// Rows of what waits.
const WAITING: usize = 6;
/// Highlights at most.
const HIGHLIGHTS: usize = 6;

/// Agreements that came about, the newest first.
pub fn agreed(result: &Consolidated) -> Vec<Numbered<'_>> {
    let mut agreed: Vec<_> =
        held_then(result).filter(|(_, entry)| entry.engagement.kind.value == Kind::Agreement).collect();
    agreed.sort_by_key(|(_, entry)| std::cmp::Reverse(when(&entry.engagement)));
    agreed
}

/// Agreements as a table.
pub fn agreements(result: &Consolidated, words: &Words) -> Table {
    Table::first(agreed(result).into_iter().map(|one| with_outcome(result, words, one)).collect(), ROWS)
}

/// How many held engagements say what came of them.
pub fn with_outcomes(result: &Consolidated) -> usize {
    held_then(result).filter(|(_, entry)| told(result, &entry.engagement.outcome.value).is_some()).count()
}

/// The engagements that a governor would name: by the ranks of both sides, the kind and how many report it, one a country
/// or body, no service, and none of which nothing is told.
pub fn highlights(result: &Consolidated, words: &Words) -> Table {
    let tells = |entry: &Entry| told(result, &entry.engagement.outcome.value).is_some();
    let mut ranked: Vec<(u32, Numbered)> = held_then(result)
        .filter(|(_, entry)| entry.engagement.group.value != Group::Support && tells(entry))
        .filter(|(_, entry)| when(&entry.engagement).is_some_and(|day| day <= result.as_of))
        .map(|one| (weight(result, one.1), one))
        .collect();
    ranked.sort_by_key(|(weight, (_, entry))| {
        (std::cmp::Reverse(*weight), std::cmp::Reverse(when(&entry.engagement)), &entry.id)
    });
    let mut seen = BTreeSet::new();
    let mut chosen: Vec<Numbered> = Vec::new();
    for (_, (number, entry)) in ranked {
        let e = &entry.engagement;
        let side = e.countries.value.first().or_else(|| e.organisations.value.first());
        if chosen.len() < HIGHLIGHTS && side.is_none_or(|side| seen.insert(side.clone())) {
            chosen.push((number, entry));
        }
    }
    chosen.sort_by_key(|(_, entry)| when(&entry.engagement));
    Table::first(chosen.into_iter().map(|one| with_outcome(result, words, one)).collect(), HIGHLIGHTS)
}

fn weight(result: &Consolidated, entry: &Entry) -> u32 {
    let e = &entry.engagement;
    let guest = match e.counterpart_rank.value {
        Some(Rank::Royalty | Rank::HeadOfState | Rank::HeadOfGovernment) => 8,
        Some(Rank::Minister | Rank::MayorGovernor) => 6,
        Some(Rank::ViceMinister | Rank::Ambassador | Rank::OrgHead) => 4,
        Some(Rank::Charge | Rank::Consul | Rank::SeniorOfficial) => 2,
        Some(Rank::Expert | Rank::Delegation | Rank::Business | Rank::Other) | None => 0,
    };
    let executives = &result.vocab.words.executives;
    let scan = result.vocab.scan(&thai::normal(&e.lead.value));
    let host = scan.hits(executives).iter().map(|hit| executives[hit].rank).min();
    let host = match host {
        Some(1) => 6,
        Some(2 | 3) => 4,
        Some(_) => 2,
        None => 0,
    };
    let kind = match e.kind.value {
        Kind::Agreement => 6,
        Kind::InboundVisit | Kind::OutboundVisit | Kind::Conference => 3,
        Kind::CourtesyCall | Kind::Meeting | Kind::Assistance => 2,
        Kind::Training | Kind::CulturalEvent | Kind::Ceremony => 1,
        Kind::SupportService | Kind::Correspondence | Kind::Other => 0,
    };
    guest + host + kind + (e.departments.value.len() as u32).min(3)
}

/// Number, days, title, foreign side, outcome and departments.
fn with_outcome(result: &Consolidated, words: &Words, one: Numbered) -> Row {
    let told = told(result, &one.1.engagement.outcome.value);
    let mut row = row(result, words, one);
    let departments = row.cells.len() - 1;
    row.cells.insert(departments, told.map_or_else(String::new, |told| short(result.vocab, &told)));
    row
}

/// Obstacles with how many engagements name them, the most frequent first.
pub fn obstacles(result: &Consolidated) -> Table {
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    for (_, entry) in held_then(result) {
        for part in entry.engagement.obstacles.value.split(['\n', ';']) {
            if let Some(told) = told(result, part) {
                *named.entry(short(result.vocab, &told)).or_default() += 1;
            }
        }
    }
    let mut named: Vec<(String, usize)> = named.into_iter().collect();
    named.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Table::first(named.into_iter().map(|(text, count)| Row::of([text, count.to_string()])).collect(), ROWS)
}

/// What waits as a table.
pub fn follow_ups(result: &Consolidated, waiting: &[Waiting]) -> Table {
    let row = |one: &Waiting| {
        let (number, entry) = one.entry;
        let e = &entry.engagement;
        Row::of([
            number.to_string(),
            departments(result, e),
            short(result.vocab, &one.step),
            short(result.vocab, &titles::title(result.vocab, result.lang, e)),
            one.days.map_or_else(String::new, |days| days.to_string()),
        ])
    };
    Table::first(waiting.iter().map(row).collect(), WAITING)
}

/// What is announced, as a table.
pub fn announced(result: &Consolidated, words: &Words, list: &[Numbered]) -> Table {
    Table::first(list.iter().map(|one| row(result, words, *one)).collect(), ROWS)
}

/// The sister cities of which there is something to decide: anniversaries first, then by how long they have been quiet.
pub fn sister_cities(result: &Consolidated, sisters: &[Sister]) -> Table {
    let lang = result.lang;
    let mut sorted: Vec<&Sister> =
        sisters.iter().filter(|one| one.is_quiet || one.anniversary.is_some()).collect();
    sorted.sort_by_cached_key(|one| {
        (one.anniversary.is_none(), one.anniversary, one.last, thai::alphabetical(one.city.name))
    });
    let row = |one: &&Sister| {
        let anniversary = one
            .anniversary
            .map(|(years, day)| summary::anniversary(lang, years, &calendar::day_short(lang, day)));
        let quiet = one.is_quiet.then(|| summary::no_engagement(lang).to_owned());
        let said: Vec<String> = anniversary.into_iter().chain(quiet).collect();
        Row::of([
            names::city(result.vocab, lang, one.city.name),
            names::country(result.vocab, lang, one.city.country),
            one.last.map_or_else(|| "–".to_owned(), |day| calendar::day_short(lang, day)),
            said.join(" · "),
        ])
    };
    Table::first(sorted.iter().map(row).collect(), ROWS)
}
