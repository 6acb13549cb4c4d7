//! Ids that stay: made of what an engagement is, not of the files or the wording it was reported in.

use crate::model::{Engagement, Group, Kind};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Years that the Buddhist era is ahead.
const BUDDHIST_ERA: i16 = 543;

/// The ids of engagements, in their order, as `2565-0714-JP-3f2a`: year of the Buddhist era, month and day of the
/// start, the counterpart, and four digits that tell apart.
///
/// They hold day, counterpart and family of the kind, which several reports of one engagement share; the wording
/// decides only between engagements that are alike in all of these.
pub fn ids(engagements: &[&Engagement]) -> Vec<String> {
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, engagement) in engagements.iter().enumerate() {
        alike.entry(essence(engagement)).or_default().push(at);
    }
    let mut ids = vec![String::new(); engagements.len()];
    let mut given = BTreeSet::new();
    for (essence, mut members) in alike {
        members.sort_by_cached_key(|at| telling_apart(engagements[*at]));
        for (ordinal, at) in members.into_iter().enumerate() {
            let head = format!("{}-{}", date(engagements[at]), tag(engagements[at]));
            let id = (0..).map(|attempt| format!("{head}-{}", digits(&essence, ordinal, attempt)));
            ids[at] = id.into_iter().find(|id| given.insert(id.clone())).unwrap_or(head);
        }
    }
    ids
}

fn digits(essence: &str, ordinal: usize, attempt: u32) -> String {
    let hash = Sha256::digest(format!("{essence}\n{ordinal}\n{attempt}").as_bytes());
    format!("{:02x}{:02x}", hash[0], hash[1])
}

fn date(e: &Engagement) -> String {
    match e.period.value.start.or(e.period.value.end) {
        Some(day) => format!("{:04}-{:02}{:02}", day.year() + BUDDHIST_ERA, day.month(), day.day()),
        None => "0000-0000".to_owned(),
    }
}

/// The counterpart in a few capitals: who was supported, the body, or the country.
fn tag(e: &Engagement) -> String {
    let name = counterpart(e);
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut tag: String = words.flat_map(str::chars).take(8).collect();
    tag.make_ascii_uppercase();
    if tag.is_empty() { "XX".to_owned() } else { tag }
}

fn counterpart(e: &Engagement) -> String {
    let first = |names: &[String]| names.first().cloned().unwrap_or_default();
    let (body, country) = (first(&e.organisations.value), first(&e.countries.value));
    match e.group.value {
        Group::Support => e.supported_department.value.clone().unwrap_or_default(),
        Group::Organisation | Group::Other if !body.is_empty() => body,
        Group::State if country.is_empty() => body,
        Group::State | Group::Organisation | Group::Other => country,
    }
}

fn essence(e: &Engagement) -> String {
    let family = match e.kind.value {
        Kind::CourtesyCall | Kind::Meeting | Kind::InboundVisit | Kind::Other => "talks",
        Kind::OutboundVisit | Kind::Conference => "journey",
        Kind::CulturalEvent | Kind::Ceremony => "event",
        Kind::Agreement | Kind::Training | Kind::Assistance | Kind::SupportService | Kind::Correspondence => {
            e.kind.value.code()
        }
    };
    let precision = e.period.value.precision.code();
    format!("{}\n{precision}\n{}\n{}\n{family}", date(e), e.group.value.code(), counterpart(e))
}

/// What engagements alike in their essence are put in order by, steadier things first.
fn telling_apart(e: &Engagement) -> impl Ord {
    (
        e.kind.value,
        e.countries.value.clone(),
        e.organisations.value.clone(),
        e.cities.value.clone(),
        e.counterpart.value.clone(),
        e.title.value.clone(),
        e.period.value,
        e.place.clone(),
    )
}
