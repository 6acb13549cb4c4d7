//! Counting, by the contract: only what was held counts; the rest stands beside it.

use super::Consolidated;
use crate::model::{Engagement, Entry, Group, Kind, Precision, Processed, Reported, Status, Theme};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How many engagements of each group, in the order of `Group::ALL`.
pub type ByGroup = [usize; 4];

/// Everything that the summary and the workbook count.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Counts {
    /// Held engagements by group.
    pub held: ByGroup,
    /// Distinct organisations over the held engagements of the group `organisation`, with how many each has.
    pub organisations: Vec<(String, usize)>,
    /// Announced, and not reported as held.
    pub planned: usize,
    /// Called off.
    pub cancelled: usize,
    /// Put off.
    pub postponed: usize,
    /// Held engagements by month, without gaps over the period covered; each the first day of its month.
    pub months: Vec<(Date, ByGroup)>,
    /// Held engagements that no month shows: without an exact date, or dated outside the period covered.
    pub elsewhere: usize,
    /// Held engagements by reporting department; one that two departments report counts for both.
    pub departments: Vec<(String, ByGroup)>,
    /// Held engagements by country.
    pub countries: Vec<(String, usize)>,
    /// Held engagements by theme, in the contract's order.
    pub themes: Vec<(Theme, usize)>,
    /// Reports that were read, those that say that there was nothing included.
    pub reports: usize,
    /// Held engagements by kind, the most frequent first.
    pub kinds: Vec<(Kind, usize)>,
}

impl Counts {
    /// Held engagements of a group.
    pub fn of(&self, group: Group) -> usize {
        self.held[index(group)]
    }

    /// All held engagements.
    pub fn all_held(&self) -> usize {
        self.held.iter().sum()
    }

    /// A count a month of the period covered, in tenths; `None` without a period.
    pub fn monthly(&self, count: usize) -> Option<f64> {
        if self.months.is_empty() {
            return None;
        }
        Some((count as f64 * 10.0 / self.months.len() as f64).round() / 10.0)
    }

    /// First and last month of the period covered, as their first days.
    pub fn period(&self) -> Option<(Date, Date)> {
        Some((self.months.first()?.0, self.months.last()?.0))
    }
}

/// Counts a register.
pub fn count(result: &Consolidated) -> Counts {
    let entries = &result.register.entries;
    let held: Vec<&Engagement> =
        entries.iter().map(|entry| &entry.engagement).filter(|e| e.status.value == Status::Held).collect();
    let with =
        |status: Status| entries.iter().filter(|entry| entry.engagement.status.value == status).count();
    let mut counts = Counts {
        planned: with(Status::Planned),
        cancelled: with(Status::Cancelled),
        postponed: with(Status::Postponed),
        reports: result.files.iter().filter(|Processed { reported, .. }| reported.status.is_read()).count(),
        months: months(&result.files, entries).into_iter().map(|month| (month, [0; 4])).collect(),
        ..Counts::default()
    };
    let mut departments: BTreeMap<&str, ByGroup> = BTreeMap::new();
    for engagement in &held {
        let group = index(engagement.group.value);
        counts.held[group] += 1;
        let month = exact_month(engagement);
        match counts.months.iter_mut().find(|(first, _)| Some(*first) == month) {
            Some((_, by_group)) => by_group[group] += 1,
            None => counts.elsewhere += 1,
        }
        for department in &engagement.departments.value {
            departments.entry(department).or_default()[group] += 1;
        }
    }
    counts.departments = departments.into_iter().map(|(code, by)| (code.to_owned(), by)).collect();
    counts.departments.sort_by_key(|(_, by)| std::cmp::Reverse(by.iter().sum::<usize>()));
    let with_organisations = held.iter().filter(|e| e.group.value == Group::Organisation);
    counts.organisations = ranked(with_organisations.flat_map(|e| &e.organisations.value).cloned());
    counts.countries = ranked(held.iter().flat_map(|e| &e.countries.value).cloned());
    counts.kinds = ranked(held.iter().map(|e| e.kind.value));
    counts.themes = Theme::ALL
        .iter()
        .map(|theme| (*theme, held.iter().filter(|e| e.themes.value.contains(theme)).count()))
        .collect();
    counts
}

fn index(group: Group) -> usize {
    match group {
        Group::State => 0,
        Group::Organisation => 1,
        Group::Support => 2,
        Group::Other => 3,
    }
}

/// How often each value occurs, the most frequent first, then in the values' order.
fn ranked<T: Ord>(values: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut counted: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *counted.entry(value).or_default() += 1;
    }
    let mut ranked: Vec<_> = counted.into_iter().collect();
    ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    ranked
}

/// The month that an engagement starts in, as its first day, if the date says so exactly.
fn exact_month(engagement: &Engagement) -> Option<Date> {
    let period = &engagement.period.value;
    match period.precision {
        Precision::Day | Precision::Month => period.start.or(period.end).map(Date::first_of_month),
        Precision::Quarter | Precision::Year | Precision::None => None,
    }
}

/// The months covered, without gaps: those that monthly reports speak of, and those of what was held by other reports. A
/// journey that began before its report's month does not widen the period, and neither do doubtful dates unless there is
/// nothing else to go by: one mistyped year would make it ten years long.
fn months(files: &[Processed], entries: &[Entry]) -> Vec<Date> {
    let monthly: BTreeMap<&str, Date> = files
        .iter()
        .filter_map(|Processed { report, reported }| Some((report.file.as_str(), reported_month(reported)?)))
        .collect();
    let held = || entries.iter().filter(|entry| entry.engagement.status.value == Status::Held);
    let certain = held()
        .filter(|entry| entry.engagement.period.doubts.is_empty())
        .filter(|entry| !entry.sources.iter().all(|s| monthly.contains_key(s.place.file.as_str())))
        .filter_map(|entry| exact_month(&entry.engagement));
    let mut found: Vec<Date> = monthly.values().copied().chain(certain).collect();
    if found.is_empty() {
        found = held().filter_map(|entry| exact_month(&entry.engagement)).collect();
    }
    let (Some(first), Some(last)) = (found.iter().min(), found.iter().max()) else { return Vec::new() };
    first.series(1.month()).take_while(|month| month <= last).collect()
}

/// The month that a report covers, as its first day, if it is a monthly one that was read.
fn reported_month(reported: &Reported) -> Option<Date> {
    reported.period.filter(|_| reported.status.is_read())?.one_month()
}
