//! Which fields of an engagement a person should look at.

use crate::model::{Doubt, Engagement, Key};

/// The doubts of all fields, in the order of the data files. Those about the period stand at `Key::Start`.
#[must_use]
pub fn doubts(e: &Engagement) -> Vec<(Key, &Doubt)> {
    let fields: [(Key, &[Doubt]); 24] = [
        (Key::Title, &e.title.doubts),
        (Key::Start, &e.period.doubts),
        (Key::Status, &e.status.doubts),
        (Key::Kind, &e.kind.doubts),
        (Key::Group, &e.group.doubts),
        (Key::Countries, &e.countries.doubts),
        (Key::Cities, &e.cities.doubts),
        (Key::Organisations, &e.organisations.doubts),
        (Key::Themes, &e.themes.doubts),
        (Key::Policies, &e.policies.doubts),
        (Key::Sdgs, &e.sdgs.doubts),
        (Key::Departments, &e.departments.doubts),
        (Key::SupportedDepartment, &e.supported_department.doubts),
        (Key::Counterpart, &e.counterpart.doubts),
        (Key::CounterpartRank, &e.counterpart_rank.doubts),
        (Key::Lead, &e.lead.doubts),
        (Key::Venue, &e.venue.doubts),
        (Key::Mode, &e.mode.doubts),
        (Key::Participants, &e.participants.doubts),
        (Key::Budget, &e.budget_thb.doubts),
        (Key::Outcome, &e.outcome.doubts),
        (Key::Obstacles, &e.obstacles.doubts),
        (Key::NextSteps, &e.next_steps.doubts),
        (Key::Contact, &e.contact.doubts),
    ];
    fields
        .into_iter()
        .flat_map(|(key, doubts)| doubts.iter().map(move |doubt| (key_of(key, doubt), doubt)))
        .collect()
}

/// Some doubts speak of the entry as a whole, whatever field they were noted at.
fn key_of(key: Key, doubt: &Doubt) -> Key {
    match doubt {
        Doubt::MergeUnsure { .. } | Doubt::InternationalUnsure { .. } => Key::Sources,
        Doubt::YearFromPeriod { .. }
        | Doubt::MonthFromPeriod { .. }
        | Doubt::YearMistyped { .. }
        | Doubt::YearAmbiguous { .. }
        | Doubt::DayMonthAmbiguous { .. }
        | Doubt::WeekdayContradicts { .. }
        | Doubt::Approximate { .. }
        | Doubt::OutsidePeriod { .. }
        | Doubt::ImpossibleDate { .. }
        | Doubt::DateNotUnderstood { .. }
        | Doubt::DateMissing
        | Doubt::SpellingMatched { .. }
        | Doubt::AmbiguousName { .. }
        | Doubt::UnknownBody { .. }
        | Doubt::NotRecognised { .. }
        | Doubt::DefaultTaken
        | Doubt::WordingContradicts { .. }
        | Doubt::NumberNotUnderstood { .. }
        | Doubt::PlacesDisagree { .. }
        | Doubt::TextDamaged { .. }
        | Doubt::CellCut
        | Doubt::ReportsDisagree { .. } => key,
    }
}
