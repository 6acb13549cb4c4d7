//! Counting, by the contract: only what was held counts; the rest stands beside it.

mod before;
mod coverage;

pub use before::{Before, Comparison, compare};
pub use coverage::{Coverage, Reporting};

use super::Consolidated;
use crate::model::{
    Asked, Doubt, Engagement, Entry, Group, Kind, Period, Precision, Processed, Rank, ReportPeriod, Reported,
    Status, Theme,
};
use crate::thai;
use crate::vocab::Vocab;
use crate::vocab::gazetteer::WorldRegion;
use crate::vocab::words::Executive;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Held engagements with representatives of states, by country.
    pub countries: Vec<(String, usize)>,
    /// The same by part of the world; one with several countries of a part counts once for it.
    pub regions: Vec<(WorldRegion, usize)>,
    /// Held support services by the department that was served; empty for those that name none.
    pub served: Vec<(String, usize)>,
    /// Held engagements by the foreign side's rank and the city's executive who led, by the place in their order.
    pub meetings: Vec<(Rank, Vec<(Executive, usize)>)>,
    /// Held engagements that have no theme.
    pub without_theme: usize,
    /// Held engagements by policy area.
    pub policies: Vec<(String, usize)>,
    /// Who has reported.
    pub coverage: Coverage,
    /// How many engagements with states there can be when all questions are answered, at least and at most.
    pub state_range: (usize, usize),
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

    /// A count a month of those that were reported or in which something was held, in tenths; `None` without one.
    pub fn monthly(&self, count: usize) -> Option<f64> {
        let known = |(month, by): &&(Date, ByGroup)| {
            by.iter().any(|figure| *figure > 0) || self.coverage.is_reported(*month)
        };
        let months = self.months.iter().filter(known).count();
        (months > 0).then(|| (count as f64 * 10.0 / months as f64).round() / 10.0)
    }

    /// First and last month of the period covered, as their first days.
    pub fn period(&self) -> Option<(Date, Date)> {
        Some((self.months.first()?.0, self.months.last()?.0))
    }
}

/// Counts a register, all that is in it.
pub fn count(result: &Consolidated) -> Counts {
    count_of(result, None)
}

/// Counts what of a register lies in the period that was chosen.
pub fn count_chosen(result: &Consolidated) -> Counts {
    count_of(result, result.period)
}

/// Counts the months that a chart over time shows: those of the period, and where they are few the ones before them, as far
/// as there are reports.
pub fn count_around(result: &Consolidated, chosen: &Counts) -> Counts {
    const SHOWN: i32 = 12;
    let reported = count(result).period();
    let (Some(period), Some((first, _))) = (result.period, reported) else { return chosen.clone() };
    let back = period.end.first_of_month().checked_sub((SHOWN - 1).months());
    let start = back.map_or(period.start, |back| back.max(first)).min(period.start);
    count_of(result, Some(ReportPeriod { start, ..period }))
}

/// Counts what of a register lies in a period; all of it without one.
fn count_of(result: &Consolidated, period: Option<ReportPeriod>) -> Counts {
    let entries = || result.register.entries.iter().filter(|entry| is_of(&entry.engagement, period));
    let held: Vec<&Engagement> =
        entries().map(|entry| &entry.engagement).filter(|e| e.status.value == Status::Held).collect();
    let with = |status: Status| entries().filter(|entry| entry.engagement.status.value == status).count();
    let covered = match period {
        Some(period) => months_between(period.start.first_of_month(), period.end).collect(),
        None => months(&result.files, &result.register.entries),
    };
    let mut counts = Counts {
        planned: with(Status::Planned),
        cancelled: with(Status::Cancelled),
        postponed: with(Status::Postponed),
        reports: result.files.iter().filter(|Processed { reported, .. }| reported.status.is_read()).count(),
        months: covered.into_iter().map(|month| (month, [0; 4])).collect(),
        ..Counts::default()
    };
    let mut departments: BTreeMap<&str, ByGroup> = BTreeMap::new();
    for engagement in &held {
        let group = index(engagement.group.value);
        counts.held[group] += 1;
        let month = month_of(engagement);
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
    let with_states = || held.iter().filter(|e| e.group.value == Group::State);
    counts.countries = ranked(with_states().flat_map(|e| &e.countries.value).cloned());
    counts.regions = ranked(with_states().flat_map(|e| regions(result.vocab, e)));
    let services = held.iter().filter(|e| e.group.value == Group::Support);
    counts.served = ranked(services.map(|e| e.supported_department.value.clone().unwrap_or_default()));
    counts.meetings = meetings(result.vocab, &held);
    counts.without_theme = held.iter().filter(|e| e.themes.value.is_empty()).count();
    counts.policies = ranked(held.iter().flat_map(|e| &e.policies.value).cloned());
    counts.kinds = ranked(held.iter().map(|e| e.kind.value));
    counts.themes = Theme::ALL
        .iter()
        .map(|theme| (*theme, held.iter().filter(|e| e.themes.value.contains(theme)).count()))
        .collect();
    let months: Vec<Date> = counts.months.iter().map(|(month, _)| *month).collect();
    counts.coverage = Coverage::of(result, &months);
    counts.state_range = state_range(result, period, counts.of(Group::State));
    counts
}

/// True for an engagement of a period: it begins in one of its months, or where its days are not as exact, all of them lie
/// in it.
pub fn is_of(engagement: &Engagement, period: Option<ReportPeriod>) -> bool {
    let Some(period) = period else { return true };
    let Period { start, end, .. } = engagement.period.value;
    match (month_of(engagement), start, end) {
        (Some(month), _, _) => (period.start..=period.end).contains(&month),
        (None, Some(start), Some(end)) => period.holds(ReportPeriod { start, end }),
        (None, _, _) => false,
    }
}

/// The parts of the world that an engagement's countries lie in.
fn regions(vocab: Vocab, engagement: &Engagement) -> BTreeSet<WorldRegion> {
    let countries = engagement.countries.value.iter();
    countries.filter_map(|code| vocab.parts().names.country_of(code)).map(|country| country.region).collect()
}

/// Who met whom: the first executive of the city that the lead names, by the rank of the foreign side.
fn meetings(vocab: Vocab, held: &[&Engagement]) -> Vec<(Rank, Vec<(Executive, usize)>)> {
    let executives = &vocab.words.executives;
    let mut met: BTreeMap<Rank, BTreeMap<u32, (Executive, usize)>> = BTreeMap::new();
    for engagement in held.iter().filter(|e| e.group.value != Group::Support) {
        let Some(rank) = engagement.counterpart_rank.value else { continue };
        let scan = vocab.scan(&thai::normal(&engagement.lead.value));
        let Some(lead) = scan.hits(executives).iter().map(|hit| executives[hit]).min_by_key(|one| one.rank)
        else {
            continue;
        };
        met.entry(rank).or_default().entry(lead.rank).or_insert((lead, 0)).1 += 1;
    }
    met.into_iter().map(|(rank, leads)| (rank, leads.into_values().collect())).collect()
}

/// Between how many and how many engagements with states there are. What may be none, or one with another, or is dated
/// ahead, may go; what no record holds may come.
fn state_range(result: &Consolidated, period: Option<ReportPeriod>, now: usize) -> (usize, usize) {
    let counts =
        |e: &Engagement| e.group.value == Group::State && e.status.value == Status::Held && is_of(e, period);
    let entries = &result.register.entries;
    let open = |asked: Asked| result.questions.iter().filter(move |question| question.asked == asked);
    let unsure = entries.iter().map(|entry| &entry.engagement).filter(|e| counts(e) && may_go(e)).count();
    let pairs = result.register.doubtful.iter();
    let pairs =
        pairs.filter(|pair| [pair.first, pair.second].iter().all(|at| counts(&entries[*at].engagement)));
    let asked_pairs = pairs.count().min(open(Asked::Pair).filter(|question| question.effect > 0).count());
    let candidates = result.files.iter().filter(|file| file.reported.status.is_read());
    let candidates = candidates.flat_map(|file| &file.reported.unheld);
    let lines = candidates.filter(|one| counts(&one.understood.engagement)).count();
    let lines = lines.min(open(Asked::Unheld).filter(|question| question.effect > 0).count());
    (now.saturating_sub(unsure + asked_pairs), now + lines)
}

/// True if a person may find that it is not international, or has not taken place.
fn may_go(engagement: &Engagement) -> bool {
    engagement
        .doubts()
        .iter()
        .any(|(_, doubt)| matches!(doubt, Doubt::InternationalUnsure { .. } | Doubt::HeldAhead { .. }))
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
pub fn month_of(engagement: &Engagement) -> Option<Date> {
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
        .filter_map(|entry| month_of(&entry.engagement));
    let mut found: Vec<Date> = monthly.values().copied().chain(certain).collect();
    if found.is_empty() {
        found = held().filter_map(|entry| month_of(&entry.engagement)).collect();
    }
    if found.is_empty() {
        found = files.iter().flat_map(|file| &file.reported.covers).map(|one| one.month).collect();
    }
    let (Some(first), Some(last)) = (found.iter().min(), found.iter().max()) else { return Vec::new() };
    months_between(*first, *last).collect()
}

/// The first days of the months from one to another, both included.
fn months_between(first: Date, last: Date) -> impl Iterator<Item = Date> {
    first.series(1.month()).take_while(move |month| *month <= last)
}

/// The month that a report covers, as its first day, if it is a monthly one that was read.
fn reported_month(reported: &Reported) -> Option<Date> {
    reported.period.filter(|_| reported.status.is_read())?.one_month()
}
