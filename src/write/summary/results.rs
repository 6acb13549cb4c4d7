//! What came of it: agreements, highlights, obstacles, and what is to be followed up.

use super::rows::{Numbered, Row, Table, days, departments, numbered, row, short, side, told, when};
use crate::labels::summary::Words;
use crate::model::{Entry, Group, Kind, Rank, Status};
use crate::thai;
use crate::write::Consolidated;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Rows of agreements, of obstacles, of what is announced: together with the rest of their page they fill it.
const ROWS: usize = 4;
/// Rows of what waits.
const WAITING: usize = 8;
/// Highlights at most.
const HIGHLIGHTS: usize = 5;

fn held(result: &Consolidated) -> impl Iterator<Item = Numbered<'_>> {
    numbered(result).filter(|(_, entry)| entry.engagement.status.value == Status::Held)
}

/// Agreements that came about, the newest first.
pub fn agreed(result: &Consolidated) -> Vec<Numbered<'_>> {
    let mut agreed: Vec<_> =
        held(result).filter(|(_, entry)| entry.engagement.kind.value == Kind::Agreement).collect();
    agreed.sort_by_key(|(_, entry)| std::cmp::Reverse(when(&entry.engagement)));
    agreed
}

/// Agreements as a table.
pub fn agreements(result: &Consolidated, words: &Words) -> Table {
    Table::first(agreed(result).into_iter().map(|one| with_outcome(result, words, one)).collect(), ROWS)
}

/// How many held engagements say what came of them.
pub fn with_outcomes(result: &Consolidated) -> usize {
    held(result).filter(|(_, entry)| told(result, &entry.engagement.outcome.value).is_some()).count()
}

/// The engagements that a governor would name: by the ranks of both sides, the kind and how many report it, one a country
/// or body, no service, and none of which nothing is told.
pub fn highlights(result: &Consolidated, words: &Words) -> Table {
    let tells = |entry: &Entry| told(result, &entry.engagement.outcome.value).is_some();
    let mut ranked: Vec<(u32, Numbered)> = held(result)
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

/// Number, days, title with the foreign side, outcome and departments.
fn with_outcome(result: &Consolidated, words: &Words, (number, entry): Numbered) -> Row {
    let e = &entry.engagement;
    Row::of([
        number.to_string(),
        days(result.lang, words, e),
        short(result.vocab, &e.title.value),
        side(result, e),
        told(result, &e.outcome.value).map_or_else(String::new, |told| short(result.vocab, &told)),
        departments(result, e),
    ])
}

/// Obstacles with how many engagements name them, the most frequent first.
pub fn obstacles(result: &Consolidated) -> Table {
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    for (_, entry) in held(result) {
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

/// A next step that waits.
pub struct Waiting<'a> {
    entry: Numbered<'a>,
    step: String,
    /// Days since the engagement; `None` where its day is not known.
    pub days: Option<i32>,
}

/// The next steps of what was held, the oldest first.
pub fn waiting(result: &Consolidated) -> Vec<Waiting<'_>> {
    let since =
        |day: Date| day.until(result.as_of).ok().map(|span| span.get_days()).filter(|days| *days >= 0);
    let mut waiting: Vec<Waiting> = held(result)
        .filter_map(|(number, entry)| {
            let e = &entry.engagement;
            let step = told(result, &e.next_steps.value)?;
            let days = e.period.value.end.or(e.period.value.start).and_then(since);
            Some(Waiting { entry: (number, entry), step, days })
        })
        .collect();
    waiting.sort_by_key(|one| (one.days.is_none(), std::cmp::Reverse(one.days), one.entry.0));
    waiting
}

impl Waiting<'_> {
    /// Codes of the departments that reported it.
    pub fn departments(&self) -> &[String] {
        &self.entry.1.engagement.departments.value
    }
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
            short(result.vocab, &e.title.value),
            one.days.map_or_else(String::new, |days| days.to_string()),
        ])
    };
    Table::first(waiting.iter().map(row).collect(), WAITING)
}

/// Announced engagements by when they are: within ninety days, later, past without a report, and how many are past by
/// more than a year.
pub struct Announced<'a> {
    pub near: Vec<Numbered<'a>>,
    pub later: Vec<Numbered<'a>>,
    pub overdue: Vec<Numbered<'a>>,
    pub older: usize,
}

impl<'a> Announced<'a> {
    pub fn of(result: &'a Consolidated) -> Self {
        const NEAR: i32 = 90;
        const YEAR: i32 = 365;
        let mut all = Self { near: Vec::new(), later: Vec::new(), overdue: Vec::new(), older: 0 };
        for one in numbered(result).filter(|(_, entry)| entry.engagement.status.value == Status::Planned) {
            let period = &one.1.engagement.period.value;
            let days = period.end.or(period.start).and_then(|day| result.as_of.until(day).ok());
            match days.map(|span| span.get_days()) {
                Some(days) if days < -YEAR => all.older += 1,
                Some(days) if days < 0 => all.overdue.push(one),
                Some(days) if days <= NEAR => all.near.push(one),
                Some(_) | None => all.later.push(one),
            }
        }
        for list in [&mut all.near, &mut all.later, &mut all.overdue] {
            list.sort_by_key(|(_, entry)| (when(&entry.engagement).is_none(), when(&entry.engagement)));
        }
        all
    }

    /// One of the lists as a table.
    pub fn table(result: &Consolidated, words: &Words, list: &[Numbered]) -> Table {
        Table::first(list.iter().map(|one| row(result, words, *one)).collect(), ROWS)
    }
}

/// Agreements in force that expire within six months, the first to do so first.
pub fn expiring(result: &Consolidated) -> Vec<(Date, Numbered<'_>)> {
    const MONTHS: i32 = 183;
    let soon =
        |day: &Date| result.as_of.until(*day).is_ok_and(|span| (0..=MONTHS).contains(&span.get_days()));
    let mut expiring: Vec<_> = numbered(result)
        .filter(|(_, entry)| entry.engagement.status.value != Status::Cancelled)
        .filter_map(|one| Some((one.1.engagement.expires.value.filter(soon)?, one)))
        .collect();
    expiring.sort_by_key(|(day, (number, _))| (*day, *number));
    expiring
}
