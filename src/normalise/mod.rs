//! Record to engagement: what is written becomes what is meant, or a doubt. One file a field.

mod actors;
pub mod amounts;
mod bodies;
mod boxes;
mod cities;
mod countries;
mod covers;
pub mod cues;
mod departments;
mod expires;
mod gist;
mod group;
mod international;
mod kind;
mod latin;
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
mod tokens;
pub mod when;

pub use crate::dates::ReportPeriod;
use crate::dates::habit::{self, Habit};
use crate::model::{
    Candidate, Context, Covered, Doubt, Engagement, Extract, Hint, International, Kind, Reading, Record,
    Role, Trust, Understood,
};
use crate::problem::Problem;
use crate::vocab::Vocab;
use gist::Gist;

pub use covers::by_name;
pub use text::understand_text;

/// What is understood of a report's records.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Normalised {
    /// Every record with what was understood of it, in the order of the records.
    pub understood: Vec<Understood>,
    /// What no record holds, with what it would be, in its order.
    pub unheld: Vec<Candidate>,
    /// Code of the department that the report as a whole names.
    pub department: Option<String>,
    /// The whole months that the report as a whole names.
    pub period: Option<ReportPeriod>,
    /// Every department and month that the report speaks of, sorted.
    pub covers: Vec<Covered>,
    /// What a person should know.
    pub problems: Vec<Problem>,
}

/// What is known of a record's dates before they are read.
#[derive(Debug, Clone, Copy, Default)]
struct Dating {
    /// The period of the part of the report that it stands in.
    period: Option<ReportPeriod>,
    /// How the dates of its sheet are written.
    habit: Habit,
}

/// Understands the records of one report.
pub fn normalise(vocab: Vocab, file: &str, extract: &Extract) -> Normalised {
    let (department, mut problems) = report::department(vocab, file, &extract.context);
    let (period, unsure) = report::period(file, &extract.context);
    problems.extend(unsure);
    let mut periods = report::Nearest::new(period);
    let habits = habit::habits(&extract.records);
    let mut meant = |record: &Record| {
        let dating = Dating { period: periods.of(&record.context), habit: habit::of(&habits, record) };
        (understand(vocab, record, department.as_deref(), dating), dating.period)
    };
    let (mut understood, near): (Vec<Understood>, Vec<Option<ReportPeriod>>) =
        extract.records.iter().map(&mut meant).unzip();
    when::doubt_the_period(&mut understood);
    let unheld = extract.unheld.iter();
    let unheld =
        unheld.map(|one| Candidate { text: one.text.clone(), understood: meant(&one.record).0 }).collect();
    let period = periods.whole();
    if department.is_none() {
        problems.extend(report::unknown_department(file, &understood));
    }
    let rows = understood.iter().map(|one| &one.engagement).zip(near);
    let covers = covers::covers(vocab, extract, department.as_deref(), rows);
    let period = period.map(ReportPeriod::in_months);
    Normalised { understood, unheld, department, period, covers, problems }
}

/// Lets the report that carries this one say what its own surroundings leave open: as a folder does, from afar.
pub fn surround(vocab: Vocab, extract: &mut Extract, around: &Context) {
    let from_afar = |hints: &[Hint]| -> Vec<Hint> {
        hints.iter().map(|hint| Hint { text: hint.text.clone(), trust: Trust::Folder }).collect()
    };
    let (department, _) = report::department(vocab, "", &extract.context);
    let (period, _) = report::period("", &extract.context);
    let contexts = extract.records.iter_mut().map(|record| &mut record.context);
    for context in contexts.chain([&mut extract.context]) {
        if department.is_none() {
            context.department.extend(from_afar(&around.department));
        }
        if period.is_none() {
            context.period.extend(from_afar(&around.period));
        }
    }
}

/// Understands one record of a report of the department with this code.
fn understand(vocab: Vocab, record: &Record, department: Option<&str>, dating: Dating) -> Understood {
    let gist = Gist::of(vocab, record);
    let kind = kind::kind(&gist, &record.context);
    let verdict = international::verdict(&gist, &record.context.sections, &kind);
    let mut engagement = engagement(record, &gist, kind, department, dating);
    if verdict.international == International::Unsure {
        let reasons = verdict.reasons.clone();
        engagement.group = engagement.group.doubted(Doubt::InternationalUnsure { reasons });
    }
    marks::doubt(vocab, &mut engagement, record);
    Understood { record: record.clone(), engagement, verdict }
}

fn engagement(
    record: &Record,
    gist: &Gist,
    kind: Reading<Kind>,
    department: Option<&str>,
    dating: Dating,
) -> Engagement {
    let status = status::status(gist, &record.context);
    let period = when::period_of(gist.vocab, record, dating.period, dating.habit, status.value);
    let period = when::of_its_letter(record, kind.value, period);
    let (period, expires) = expires::apart(record, kind.value, period, dating.habit);
    Engagement {
        place: record.place.clone(),
        title: title::title(gist, record),
        period,
        expires,
        status,
        group: group::group(gist, kind.value),
        countries: countries::countries(gist, kind.value),
        cities: cities::cities(gist, kind.value),
        organisations: organisations::organisations(gist, kind.value),
        themes: themes::themes(gist),
        policies: policies::policies(gist),
        sdgs: policies::sdgs(gist),
        departments: departments::reporting(gist, kind.value, &record.context, department),
        supported_department: departments::supported(gist, kind.value, department),
        counterpart: people::counterpart(gist),
        counterpart_rank: rank::rank(gist),
        lead: people::lead(gist),
        venue: title::text(gist, Role::Venue),
        mode: mode::mode(gist, &kind),
        participants: amounts::participants_of(gist.vocab, record),
        budget_thb: amounts::budget_of(gist.vocab, record),
        outcome: title::text(gist, Role::Outcome),
        obstacles: title::text(gist, Role::Obstacles),
        next_steps: title::text(gist, Role::NextSteps),
        contact: title::text(gist, Role::Contact),
        kind,
    }
}
