//! Which departments get a slip, and what is known of each: its files, its figures, its months, and what it is asked.

use super::points::{self, Point};
use crate::labels::names;
use crate::labels::slips::Lack;
use crate::model::{Engagement, FileStatus, Group, International, Processed, Status};
use crate::thai;
use crate::write::counts::Reporting;
use crate::write::{Consolidated, count};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What is not known of months, with the months as runs from a first to a last.
pub type Lacking = Vec<(Lack, Vec<(Date, Date)>)>;

/// A department that is asked for something.
pub struct Due<'a> {
    /// Its code.
    pub code: &'a str,
    /// Its files, in the order of the inbox.
    pub files: Vec<&'a Processed>,
    /// Its figures.
    pub figures: Figures,
    /// Months that are not known in full.
    pub lacking: Lacking,
    /// What it is asked, in the order in which it is printed.
    pub points: Vec<Point>,
}

/// What a department's reports came to.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Records found.
    pub rows: usize,
    /// Of these international, or perhaps so.
    pub international: usize,
    /// Engagements of the register that it reported.
    pub entries: usize,
    /// Of these held, by group.
    pub held: [usize; Group::ALL.len()],
    /// Of these by status; those that were held are counted by group.
    pub others: BTreeMap<Status, usize>,
}

/// The departments that are asked for something, by the alphabet of their names.
pub fn due(result: &Consolidated) -> Vec<Due<'_>> {
    let mut points = points::points(result);
    let coverage = count(result).coverage;
    let mut lacking: BTreeMap<&str, Lacking> = BTreeMap::new();
    for (code, states) in &coverage.departments {
        let lacks = lacks(&coverage.months, states);
        if let Some(code) = known(result, code) {
            lacking.insert(code, lacks);
        }
    }
    let is_lacking = |lacks: &Lacking| lacks.iter().any(|(lack, _)| *lack != Lack::Partly);
    let missing = lacking.iter().filter(|(_, lacks)| is_lacking(lacks)).map(|(code, _)| *code);
    let codes: BTreeSet<&str> =
        points.keys().copied().chain(missing).filter(|code| !code.is_empty()).collect();
    let mut due: Vec<Due> = codes
        .into_iter()
        .map(|code| Due {
            code,
            files: files(result, code),
            figures: figures(result, code),
            lacking: lacking.remove(code).unwrap_or_default(),
            points: points.remove(code).unwrap_or_default(),
        })
        .collect();
    due.sort_by_cached_key(|one| {
        (thai::alphabetical(&names::department(result.vocab, result.lang, one.code)), one.code)
    });
    due
}

/// The code as the run holds it.
fn known<'a>(result: &'a Consolidated, code: &str) -> Option<&'a str> {
    let covered = result.files.iter().flat_map(|file| &file.reported.covers);
    let expected = result.settings.expected.iter().map(|one| one.department.as_str());
    let mut codes = covered.map(|one| one.department.as_str()).chain(expected);
    codes.find(|known| *known == code)
}

/// True for a file that a department may be told of.
pub fn is_told(file: &Processed) -> bool {
    match file.reported.status {
        FileStatus::Restricted | FileStatus::Ignored => false,
        FileStatus::Read
        | FileStatus::ReadWithWarnings
        | FileStatus::NilReport
        | FileStatus::DuplicateOf
        | FileStatus::SupersededBy
        | FileStatus::NeedsOcr
        | FileStatus::Password
        | FileStatus::Damaged
        | FileStatus::Unsupported
        | FileStatus::Arriving
        | FileStatus::Failed => true,
    }
}

/// The department whose row it is: the one that the row names, else the one of its file.
pub fn owner<'a>(file: &'a Processed, engagement: &'a Engagement) -> Option<&'a str> {
    let own = engagement.departments.value.first();
    own.or(file.reported.department.as_ref()).map(String::as_str)
}

/// The files of a department: those that it sent, and those with rows of it.
fn files<'a>(result: &'a Consolidated, code: &str) -> Vec<&'a Processed> {
    let is_of = |file: &&Processed| {
        let reported = &file.reported;
        reported.department.as_deref() == Some(code)
            || reported.covers.iter().any(|one| one.department == code)
            || reported.understood.iter().any(|row| owner(file, &row.engagement) == Some(code))
    };
    result.files.iter().filter(|file| is_told(file)).filter(is_of).collect()
}

fn figures(result: &Consolidated, code: &str) -> Figures {
    let mut figures = Figures::default();
    for file in result.files.iter().filter(|file| file.reported.status.is_read()) {
        let rows = file.reported.understood.iter().filter(|row| owner(file, &row.engagement) == Some(code));
        for row in rows {
            figures.rows += 1;
            figures.international += usize::from(row.verdict.international != International::No);
        }
    }
    for entry in &result.register.entries {
        let e = &entry.engagement;
        if !e.departments.value.iter().any(|department| department == code) {
            continue;
        }
        figures.entries += 1;
        let group = Group::ALL.iter().position(|group| *group == e.group.value);
        match (e.status.value, group) {
            (Status::Held, Some(group)) => figures.held[group] += 1,
            (status, _) => *figures.others.entry(status).or_default() += 1,
        }
    }
    figures
}

/// The months that are not known in full, those without a report first.
fn lacks(months: &[Date], states: &[Reporting]) -> Lacking {
    let sorts = [
        (Lack::Missing, Reporting::Missing),
        (Lack::Unreadable, Reporting::Unreadable),
        (Lack::Partly, Reporting::Partly),
    ];
    let runs = |state: Reporting| {
        let mut runs: Vec<(Date, Date)> = Vec::new();
        for (month, _) in months.iter().zip(states).filter(|(_, known)| **known == state) {
            match runs.last_mut() {
                Some((_, last)) if last.checked_add(1.month()).is_ok_and(|next| next == *month) => {
                    *last = *month;
                }
                _ => runs.push((*month, *month)),
            }
        }
        runs
    };
    sorts.into_iter().map(|(lack, state)| (lack, runs(state))).filter(|(_, runs)| !runs.is_empty()).collect()
}
