//! Corrected and resent reports: which one stands for which, and what is no longer in it.

mod repeated;
mod rows;

use crate::model::{
    AsideReason, Datum, Engagement, FileStatus, Key, Period, Place, Processed, Report, ReportPeriod,
    Reported, Status, Trust, Understood,
};
use crate::problem::{Problem, What};
use crate::thai::fold;
use crate::vocab::Vocab;
use std::collections::{BTreeMap, BTreeSet};

pub use repeated::repeated;
use rows::{Titles, same_rows};

/// A later report replaces an earlier one if it holds this share of its rows, in hundredths.
const COVERS: usize = 60;

/// Gives every report that a later one replaces the status `superseded_by`, and names what differs. Where it is not
/// clear which one is valid both stay, and both say so.
pub fn revise(vocab: Vocab, files: &mut [Processed]) {
    let versions: Vec<Version> =
        files.iter().map(|Processed { report, reported }| Version::of(vocab, report, reported)).collect();
    let titles = Titles::new(files.len());
    let kin = Kin::of(files, &versions);
    let mut found = Vec::new();
    for older in 0..files.len() {
        found.extend(successor(files, &versions, &kin, &titles, older));
    }
    for (at, outcome) in found {
        apply(&mut files[at], outcome);
    }
}

/// What a report says of itself.
struct Version {
    /// Rank: 0 for a report without a mark.
    rank: u32,
    /// The file's name without its marks.
    name: String,
}

impl Version {
    fn of(vocab: Vocab, report: &Report, reported: &Reported) -> Self {
        let hints = reported.context.department.iter().chain(&reported.context.period);
        let titles =
            hints.filter(|hint| matches!(hint.trust, Trust::Title | Trust::Memo)).map(|hint| &hint.text);
        let aside = reported.aside.iter().filter(|aside| aside.reason == AsideReason::Title);
        let marked =
            titles.chain(aside.map(|aside| &aside.text)).filter_map(|line| vocab.revisions.of_title(line));
        let rank = vocab.revisions.of_name(&report.file).into_iter().chain(marked).max().unwrap_or(0);
        Self { rank, name: vocab.revisions.unmarked(&report.file) }
    }
}

/// What becomes of a report in the light of another.
enum Outcome {
    /// It is replaced.
    Superseded(String, Difference),
    /// A problem is said, and it stays.
    Unclear(What),
}

fn apply(Processed { report, reported }: &mut Processed, outcome: Outcome) {
    match outcome {
        Outcome::Superseded(by, difference) => {
            let (dropped, changed) = (difference.dropped.len() as u32, difference.changed_rows);
            let what = What::Superseded { by: by.clone(), dropped, changed };
            let place = Place::file(&report.file);
            let told = dropped + changed > 0;
            reported.problems.push(if told {
                Problem::warning(place, what)
            } else {
                Problem::note(place, what)
            });
            reported.problems.extend(difference.dropped);
            reported.problems.extend(difference.changed);
            reported.problems.sort();
            reported.status = FileStatus::SupersededBy;
            reported.other_file = Some(by);
        }
        Outcome::Unclear(what) => {
            reported.problems.push(Problem::warning(Place::file(&report.file), what));
            reported.problems.sort();
            reported.problems.dedup();
            if reported.status != FileStatus::SupersededBy {
                reported.status = FileStatus::ReadWithWarnings;
            }
        }
    }
}

/// Reports by what versions of one have in common: of many reports few can be versions of any.
struct Kin<'a> {
    by_subject: BTreeMap<(&'a str, ReportPeriod), Vec<usize>>,
    by_name: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Kin<'a> {
    fn of(files: &'a [Processed], versions: &'a [Version]) -> Self {
        let mut kin = Self { by_subject: BTreeMap::new(), by_name: BTreeMap::new() };
        for (at, (Processed { reported, .. }, version)) in files.iter().zip(versions).enumerate() {
            if let Some(subject) = subject(reported) {
                kin.by_subject.entry(subject).or_default().push(at);
            }
            kin.by_name.entry(&version.name).or_default().push(at);
        }
        kin
    }

    /// The reports that have something in common with one, itself among them.
    fn of_report(&self, reported: &Reported, version: &Version) -> BTreeSet<usize> {
        let alike = subject(reported).and_then(|subject| self.by_subject.get(&subject));
        let named_alike = self.by_name.get(version.name.as_str());
        alike.into_iter().chain(named_alike).flatten().copied().collect()
    }
}

/// The department and the period of a report, where both are known.
fn subject(reported: &Reported) -> Option<(&str, ReportPeriod)> {
    Some((reported.department.as_deref()?, reported.period?))
}

/// What later reports make of a report: the highest version that covers it replaces it.
fn successor(
    files: &[Processed],
    versions: &[Version],
    kin: &Kin,
    titles: &Titles,
    older: usize,
) -> Vec<(usize, Outcome)> {
    let rows = &files[older].reported.understood;
    let alike = kin.of_report(&files[older].reported, &versions[older]).into_iter();
    let mut later: Vec<usize> = alike.filter(|at| related(files, versions, older, *at)).collect();
    later.sort_by_key(|at| (std::cmp::Reverse(versions[*at].rank), files[*at].report.file.clone()));
    let mut unclear = Vec::new();
    for at in later {
        let Processed { report, reported } = &files[at];
        let same = same_rows(files, titles, older, at);
        // A report of nothing is covered by any; one of which nothing was understood by none.
        let nil = files[older].reported.status == FileStatus::NilReport;
        if versions[at].rank > versions[older].rank {
            if nil || !rows.is_empty() && same.len() * 100 >= rows.len() * COVERS {
                let difference = difference(rows, &reported.understood, &same, &report.file);
                return vec![(older, Outcome::Superseded(report.file.clone(), difference))];
            }
            if !same.is_empty() || reported.understood.is_empty() {
                let (found, rows) = (same.len() as u32, rows.len() as u32);
                let what = What::RevisionUnclear { of: files[older].report.file.clone(), found, rows };
                unclear.push((at, Outcome::Unclear(what)));
            }
        } else if versions[at].rank == versions[older].rank
            && same.len() * 100 >= rows.len().max(1) * COVERS
            && same.iter().any(|(a, b)| contradict(&rows[*a].engagement, &reported.understood[*b].engagement))
        {
            let what = What::VersionsUnclear { other: report.file.clone() };
            unclear.push((older, Outcome::Unclear(what)));
        }
    }
    unclear
}

/// True for two reports of one department on one period, or with one name but for the mark of a version.
fn related(files: &[Processed], versions: &[Version], one: usize, other: usize) -> bool {
    let (a, b) = (&files[one].reported, &files[other].reported);
    let named_alike = versions[one].name == versions[other].name
        && versions[one].rank != versions[other].rank
        && agree(a.department.as_ref(), b.department.as_ref())
        && agree(a.period.as_ref(), b.period.as_ref());
    let same_report =
        a.department.is_some() && a.department == b.department && a.period.is_some() && a.period == b.period;
    let (first, second) = (&files[one].report, &files[other].report);
    // What is sent together is no version of each other.
    let together = first.carries(second) || second.carries(first);
    one != other && !together && a.status.is_read() && b.status.is_read() && (same_report || named_alike)
}

/// True if the days or the status of a row differ between two versions. A plan and what came of it are no versions
/// of one report.
fn contradict(a: &Engagement, b: &Engagement) -> bool {
    let told = |period: &Period| period.start.is_some() || period.end.is_some();
    let days = told(&a.period.value) && told(&b.period.value) && a.period.value != b.period.value;
    let planned = [a, b].iter().any(|e| e.status.value == Status::Planned);
    days || !planned && a.status.value != b.status.value
}

/// What a later version left out or changed, with the rows' places.
struct Difference {
    dropped: Vec<Problem>,
    changed: Vec<Problem>,
    changed_rows: u32,
}

fn difference(older: &[Understood], newer: &[Understood], same: &[(usize, usize)], by: &str) -> Difference {
    let kept: BTreeMap<usize, usize> = same.iter().copied().collect();
    let mut out = Difference { dropped: Vec::new(), changed: Vec::new(), changed_rows: 0 };
    for (at, row) in older.iter().enumerate() {
        let place = &row.engagement.place;
        let title = row.engagement.title.value.clone();
        let Some(other) = kept.get(&at) else {
            let what = What::DroppedInRevision { by: by.to_owned(), title };
            out.dropped.push(Problem::warning(place.clone(), what));
            continue;
        };
        let changes = changes(&row.engagement, &newer[*other].engagement);
        out.changed_rows += u32::from(!changes.is_empty());
        out.changed.extend(changes.into_iter().map(|(key, from, to)| {
            let what = What::ChangedInRevision { by: by.to_owned(), title: title.clone(), key, from, to };
            Problem::warning(place.clone(), what)
        }));
    }
    out
}

/// The fields whose change in a later version is told.
const COMPARED: [Key; 12] = [
    Key::Title,
    Key::Start,
    Key::Expires,
    Key::Status,
    Key::Counterpart,
    Key::Lead,
    Key::Venue,
    Key::Participants,
    Key::Budget,
    Key::Outcome,
    Key::Obstacles,
    Key::NextSteps,
];

/// The fields that two versions of a row say otherwise, with both values.
fn changes(a: &Engagement, b: &Engagement) -> Vec<(Key, Datum, Datum)> {
    let same = |from: &Datum, to: &Datum| match (from, to) {
        (Datum::Period(from), Datum::Period(to)) => (from.start, from.end) == (to.start, to.end),
        _ => fold(&from.written()) == fold(&to.written()),
    };
    let both = |key: Key| Some((key, a.datum(key)?, b.datum(key)?));
    COMPARED.into_iter().filter_map(both).filter(|(_, from, to)| !same(from, to)).collect()
}

/// True for the same thing, and where one of them is not known.
fn agree<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one == other || one.is_none() || other.is_none()
}
