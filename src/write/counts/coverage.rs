//! Who has reported: the departments from which reports are expected, month by month.

use crate::model::{Every, Expected, FileStatus, Processed};
use crate::write::Consolidated;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of a department's month. The further down, the more there is to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reporting {
    /// None is due of it: before its first month, before the month is over, or because it does not report every month.
    NotDue,
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
    /// Code of each department that is expected or ever reported, and a state a month.
    pub departments: Vec<(String, Vec<Reporting>)>,
    /// True if the office set which departments are expected.
    pub set: bool,
}

impl Coverage {
    /// Of these months, without gaps. A month that is not over by the reference day is not due, but may be reported.
    pub fn of(result: &Consolidated, months: &[Date]) -> Self {
        let mut known = Known::default();
        for file in result.files.iter().filter(|file| speaks(file)) {
            let department = file.reported.department.as_deref();
            known.ever.extend(department);
            known.dated.extend(department.filter(|_| file.reported.period.is_some()));
            for (department, month, state) in told(result, file) {
                let said = known.said.entry((department, month)).or_insert(state);
                *said = better(*said, state);
            }
        }
        let expected: BTreeMap<&str, &Expected> =
            result.settings.expected.iter().map(|one| (one.department.as_str(), one)).collect();
        let set = !expected.is_empty();
        let departments: BTreeSet<&str> = known.ever.iter().chain(expected.keys()).copied().collect();
        let row = |code: &&str| -> Option<(String, Vec<Reporting>)> {
            let due = Due::of(&known, code, expected.get(code).copied(), set, months)?;
            let state = |month: &Date| match known.said.get(&(*code, *month)) {
                Some(state) => *state,
                None if month.last_of_month() >= result.as_of => Reporting::NotDue,
                None => due.unsaid(&known, *month),
            };
            Some(((*code).to_owned(), months.iter().map(state).collect()))
        };
        Self { months: months.to_vec(), departments: departments.iter().filter_map(row).collect(), set }
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
        states.into_iter().any(|state| !state.is_lacking() && state != Reporting::NotDue)
    }

    /// How many months at least one department has reported.
    pub fn reported_months(&self) -> usize {
        self.months.iter().filter(|month| self.is_reported(**month)).count()
    }
}

/// What the files say of departments and months.
#[derive(Default)]
struct Known<'a> {
    said: BTreeMap<(&'a str, Date), Reporting>,
    /// Departments that ever reported.
    ever: BTreeSet<&'a str>,
    /// Those of them that a file with a period is of.
    dated: BTreeSet<&'a str>,
}

/// When a department has to report.
struct Due<'a> {
    department: &'a str,
    /// First day of its first month.
    first: Date,
    every: Every,
    /// It keeps lists without a period alone, and may have nothing to add to them.
    lists: bool,
}

impl<'a> Due<'a> {
    /// As the office set it; else, and where it set nothing at all, every month from its first report on. `None` for one
    /// of which no month is known.
    fn of(
        known: &Known,
        department: &'a str,
        expected: Option<&Expected>,
        set: bool,
        months: &[Date],
    ) -> Option<Self> {
        let first = known.said.keys().find(|(of, _)| *of == department).map(|(_, month)| *month);
        let lists = known.ever.contains(department) && !known.dated.contains(department);
        let usual = if set { Every::Occasion } else { Every::Month };
        let every = expected.map_or(usual, |expected| expected.every);
        let from = expected.and_then(|expected| expected.from);
        let begins = from.or(first).or(expected.and(months.first().copied()))?;
        Some(Self { department, first: begins, every, lists })
    }

    /// What is known of a month, which is over, that no file speaks of.
    fn unsaid(&self, known: &Known, month: Date) -> Reporting {
        let quarter = |day: Date| (day.year(), (day.month() - 1) / 3);
        let same = |(of, said): &&(&str, Date)| *of == self.department && quarter(*said) == quarter(month);
        match self.every {
            _ if month < self.first => Reporting::NotDue,
            Every::Month | Every::Quarter if self.lists => Reporting::Undated,
            Every::Month => Reporting::Missing,
            // The quarter is missed where it ends.
            Every::Quarter if month.month() % 3 == 0 && !known.said.keys().any(|key| same(&key)) => {
                Reporting::Missing
            }
            Every::Quarter | Every::Occasion => Reporting::NotDue,
        }
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
        // That somebody looked at it does not tell what stands in it.
        status if status.is_unread() => Reporting::Unreadable,
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
        Reporting::NotDue | Reporting::Missing => 0,
    };
    if known(one) >= known(other) { one } else { other }
}
