//! The department and the period that a report as a whole names, by falling trust.

use super::departments::{as_written, by_hint};
use crate::dates::{ReportPeriod, report_period};
use crate::model::{Context, Hint, Place, Understood};
use crate::problem::{Problem, What};
use crate::vocab::Vocab;

/// Code of the department of the report, or its name as written where no table knows it, and what a person should know about it.
pub fn department(vocab: Vocab, file: &str, context: &Context) -> (Option<String>, Vec<Problem>) {
    let named: Vec<&'static str> =
        context.department.iter().filter_map(|hint| by_hint(vocab, hint)).collect();
    let place = Place::file(file);
    let Some(&taken) = named.first() else {
        let written = context.department.iter().find_map(|hint| as_written(vocab, hint));
        let unlisted = |written: &String| {
            Problem::warning(place.clone(), What::DepartmentUnlisted { written: written.clone() })
        };
        let problems = written.iter().map(unlisted).collect();
        return (written, problems);
    };
    let other = named.iter().find(|code| !akin(vocab, taken, code));
    let problems = other.map_or_else(Vec::new, |other| {
        vec![Problem::warning(
            place,
            What::DepartmentsDisagree { taken: taken.to_owned(), other: (*other).to_owned() },
        )]
    });
    (Some(taken.to_owned()), problems)
}

/// The warning that the department is unknown, unless every record names its own.
pub fn unknown_department(file: &str, understood: &[Understood]) -> Option<Problem> {
    let without =
        understood.is_empty() || understood.iter().any(|u| u.engagement.departments.value.is_empty());
    without.then(|| Problem::warning(Place::file(file), What::DepartmentUnknown))
}

/// True for a department and the one that it is part of.
fn akin(vocab: Vocab, one: &str, other: &str) -> bool {
    let parent = |code| vocab.names.department_of(code).map_or("", |department| department.parent);
    one == other || parent(one) == other || parent(other) == one
}

/// The period of the report, and what a person should know about it.
pub fn period(file: &str, context: &Context) -> (Option<ReportPeriod>, Vec<Problem>) {
    let place = Place::file(file);
    let (period, disagreements) = report_period(&context.period);
    let mut problems: Vec<Problem> = disagreements
        .into_iter()
        .map(|d| Problem::warning(place.clone(), What::PeriodsDisagree { taken: d.taken, other: d.other }))
        .collect();
    if period.is_none() {
        problems.push(Problem::note(place, What::PeriodUnknown));
    }
    (period, problems)
}

/// The periods of the parts of a report: what stands nearest to a record decides.
pub struct Nearest {
    report: Option<ReportPeriod>,
    /// The surroundings seen last with what they name: most records share them with the one above.
    last: Option<(Vec<Hint>, Option<ReportPeriod>)>,
    /// From the first day of any part to the last one.
    parts: Option<ReportPeriod>,
}

impl Nearest {
    /// Of a report of this period.
    pub fn new(report: Option<ReportPeriod>) -> Self {
        Self { report, last: None, parts: None }
    }

    /// The period that the surroundings of a record name, else the report's.
    pub fn of(&mut self, context: &Context) -> Option<ReportPeriod> {
        let known = self.last.as_ref().filter(|(hints, _)| *hints == context.period).map(|(_, named)| *named);
        let named = known.unwrap_or_else(|| {
            let named = report_period(&context.period).0;
            self.last = Some((context.period.clone(), named));
            self.parts = match (self.parts, named) {
                (Some(parts), Some(named)) => Some(parts.hull(named)),
                (parts, named) => named.or(parts),
            };
            named
        });
        named.or(self.report)
    }

    /// The period of the report as a whole: its own, or that of its parts where they go beyond it.
    pub fn whole(&self) -> Option<ReportPeriod> {
        match (self.report, self.parts) {
            (Some(report), Some(parts)) => Some(report.hull(parts)),
            (report, parts) => report.or(parts),
        }
    }
}
