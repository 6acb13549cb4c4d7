//! Record to engagement: what is written becomes what is meant, or a doubt. One file a field.

pub mod amounts;
mod bodies;
mod cities;
mod countries;
pub mod dates;
mod departments;
mod gist;
mod group;
mod international;
mod kind;
mod marks;
mod mode;
mod organisations;
mod people;
mod policies;
mod rank;
mod report;
mod status;
mod text;
mod themes;
mod title;

use crate::model::{
    Candidate, Doubt, Engagement, Extract, International, Kind, Reading, Record, Role, Understood,
};
use crate::problem::Problem;
pub use dates::ReportPeriod;
use gist::Gist;

pub use text::{period_named, understand_text};

/// What is understood of a report's records.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Normalised {
    /// Every record with what was understood of it, in the order of the records.
    pub understood: Vec<Understood>,
    /// What no record holds, with what it would be, in its order.
    pub unheld: Vec<Candidate>,
    /// Code of the department that the report as a whole names.
    pub department: Option<String>,
    /// Period that the report as a whole names, common era: `YYYY-MM`, `YYYY`, or first and last month with `/`.
    pub period: Option<String>,
    /// What a person should know.
    pub problems: Vec<Problem>,
}

/// Understands the records of one report.
#[must_use]
pub fn normalise(file: &str, extract: &Extract) -> Normalised {
    let (department, mut problems) = report::department(file, &extract.context);
    let (period, unsure) = report::period(file, &extract.context);
    problems.extend(unsure);
    let meant = |record: &Record| understand(record, department.as_deref(), period);
    let understood: Vec<Understood> = extract.records.iter().map(meant).collect();
    let unheld = extract
        .unheld
        .iter()
        .map(|one| Candidate { text: one.text.clone(), understood: meant(&one.record) })
        .collect();
    if department.is_none() {
        problems.extend(report::unknown_department(file, &understood));
    }
    Normalised { understood, unheld, department, period: period.map(report::written), problems }
}

/// Understands one record of a report of the department with this code and of this period.
fn understand(record: &Record, department: Option<&str>, period: Option<ReportPeriod>) -> Understood {
    let gist = Gist::of(record);
    let kind = kind::kind(&gist, &record.context.sections);
    let verdict = international::verdict(&gist, &kind);
    let mut engagement = engagement(record, &gist, kind, department, period);
    if verdict.international == International::Unsure {
        let reason = verdict.reasons.join("; ");
        engagement.group = engagement.group.doubted(Doubt::InternationalUnsure { reason });
    }
    marks::doubt(&mut engagement, record);
    Understood { record: record.clone(), engagement, verdict }
}

fn engagement(
    record: &Record,
    gist: &Gist,
    kind: Reading<Kind>,
    department: Option<&str>,
    period: Option<ReportPeriod>,
) -> Engagement {
    Engagement {
        place: record.place.clone(),
        title: title::title(gist, record),
        period: dates::period_of(record, period),
        status: status::status(gist),
        group: group::group(gist, kind.value),
        countries: countries::countries(gist, kind.value),
        cities: cities::cities(gist, kind.value),
        organisations: organisations::organisations(gist, kind.value),
        themes: themes::themes(gist),
        policies: policies::policies(gist),
        sdgs: policies::sdgs(gist),
        departments: departments::reporting(gist, &record.context, department),
        supported_department: departments::supported(gist, kind.value),
        counterpart: people::counterpart(gist),
        counterpart_rank: rank::rank(gist),
        lead: people::lead(gist),
        venue: title::text(gist, Role::Venue),
        mode: mode::mode(gist),
        participants: amounts::participants_of(record),
        budget_thb: amounts::budget_of(record),
        outcome: title::text(gist, Role::Outcome),
        obstacles: title::text(gist, Role::Obstacles),
        next_steps: title::text(gist, Role::NextSteps),
        contact: title::text(gist, Role::Contact),
        kind,
    }
}
