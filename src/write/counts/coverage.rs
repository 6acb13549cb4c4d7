//! Who has reported: the departments from which reports are expected, month by month.

use crate::model::{FileStatus, Processed};
use crate::write::Consolidated;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of a department's month. The further down, the more there is to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reporting {
    /// Its first report is of a later month.
    NotYet,
    /// A list of it that names no period has rows of other months, and none of this one.
    Undated,
    /// It says that there was nothing.
    Nothing,
    /// It has reported.
    Reported,
    /// It has reported, and a person has to look at parts of the report.
    Partly,
    /// Its report cannot be read.
    Unreadable,
    /// There is no report.
    Missing,
}

impl Reporting {
    /// True if what was done in the month is not known.
    pub fn is_lacking(self) -> bool {
        matches!(self, Self::Unreadable | Self::Missing)
    }
}

/// The departments that are expected to report, with what is known of each month.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// The months, by their first days.
    pub months: Vec<Date>,
    /// Code of each department that ever reported, and a state a month.
    pub departments: Vec<(String, Vec<Reporting>)>,
}

impl Coverage {
    /// Of these months, without gaps. A month that is not over by the reference day is not due, but may be reported.
    pub fn of(result: &Consolidated, months: &[Date]) -> Self {
        let mut said: BTreeMap<(&str, Date), Reporting> = BTreeMap::new();
        let mut ever: BTreeSet<&str> = BTreeSet::new();
        let mut dated: BTreeSet<&str> = BTreeSet::new();
        for file in result.files.iter().filter(|file| speaks(file)) {
            let department = file.reported.department.as_deref();
            ever.extend(department);
            dated.extend(department.filter(|_| file.reported.period.is_some()));
            for (department, month, state) in told(result, file) {
                let known = said.entry((department, month)).or_insert(state);
                *known = better(*known, state);
            }
        }
        let row = |code: &&str| -> Option<(String, Vec<Reporting>)> {
            let first = said.keys().find(|(department, _)| department == code)?.1;
            let state = |month: &Date| match said.get(&(*code, *month)) {
                Some(state) => *state,
                None if *month < first => Reporting::NotYet,
                None if month.last_of_month() >= result.as_of => Reporting::NotYet,
                // Who only keeps lists without a period may have nothing to add to them.
                None if !dated.contains(code) => Reporting::Undated,
                None => Reporting::Missing,
            };
            Some(((*code).to_owned(), months.iter().map(state).collect()))
        };
        Self { months: months.to_vec(), departments: ever.iter().filter_map(row).collect() }
    }

    /// The departments of which a month is not known.
    pub fn lacking(&self, month: Date) -> Vec<&str> {
        let Some(at) = self.months.iter().position(|known| *known == month) else { return Vec::new() };
        let lacks = |(_, states): &&(String, Vec<Reporting>)| states[at].is_lacking();
        self.departments.iter().filter(lacks).map(|(code, _)| code.as_str()).collect()
    }

    /// The months of which no department's report is lacking.
    pub fn whole_months(&self) -> usize {
        self.months.iter().filter(|month| self.lacking(**month).is_empty()).count()
    }

    /// True for a month that at least one department has reported.
    pub fn is_reported(&self, month: Date) -> bool {
        let at = self.months.iter().position(|known| *known == month);
        let states = at.into_iter().flat_map(|at| self.departments.iter().map(move |(_, states)| states[at]));
        states.into_iter().any(|state| !state.is_lacking() && state != Reporting::NotYet)
    }

    /// How many months at least one department has reported.
    pub fn reported_months(&self) -> usize {
        self.months.iter().filter(|month| self.is_reported(**month)).count()
    }
}

/// True for a file that tells who reported: a later version tells it for the one that it replaces.
fn speaks(file: &Processed) -> bool {
    let status = file.reported.status;
    status.is_read() || status.is_unread() || status == FileStatus::SupersededBy
}

/// What a file says of months: those that it speaks of, and in a list without a period those between them.
fn told<'a>(result: &Consolidated, file: &'a Processed) -> Vec<(&'a str, Date, Reporting)> {
    let Processed { report, reported } = file;
    let seen = result.decisions.iter().any(|decision| decision.sees(report));
    let state = |nil: bool| match reported.status {
        status if status.is_unread() && !seen => Reporting::Unreadable,
        FileStatus::ReadWithWarnings if !seen => Reporting::Partly,
        _ if nil => Reporting::Nothing,
        _ => Reporting::Reported,
    };
    let covers = &reported.covers;
    let mut told: Vec<_> =
        covers.iter().map(|one| (one.department.as_str(), one.month, state(one.nil))).collect();
    if reported.period.is_none() {
        for pair in covers.windows(2).filter(|pair| pair[0].department == pair[1].department) {
            let between = super::months_between(pair[0].month, pair[1].month).skip(1);
            let between = between.take_while(|month| *month < pair[1].month);
            told.extend(between.map(|month| (pair[0].department.as_str(), month, Reporting::Undated)));
        }
    }
    told
}

/// What two files say together: what one could read counts, and so do rows beside a word that there was nothing.
fn better(one: Reporting, other: Reporting) -> Reporting {
    let known = |state: Reporting| match state {
        Reporting::Reported => 5,
        Reporting::Partly => 4,
        Reporting::Nothing => 3,
        Reporting::Undated => 2,
        Reporting::Unreadable => 1,
        Reporting::NotYet | Reporting::Missing => 0,
    };
    if known(one) >= known(other) { one } else { other }
}
