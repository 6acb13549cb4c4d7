//! Which fields of an engagement a person should look at.

use super::{Doubt, Engagement, Key};

impl Engagement {
    /// The doubts of all fields, in the order of the data files. Those about the period stand at `Key::Start`.
    pub fn doubts(&self) -> Vec<(Key, &Doubt)> {
        let fields: [(Key, &[Doubt]); 25] = [
            (Key::Title, &self.title.doubts),
            (Key::Start, &self.period.doubts),
            (Key::Expires, &self.expires.doubts),
            (Key::Status, &self.status.doubts),
            (Key::Kind, &self.kind.doubts),
            (Key::Group, &self.group.doubts),
            (Key::Countries, &self.countries.doubts),
            (Key::Cities, &self.cities.doubts),
            (Key::Organisations, &self.organisations.doubts),
            (Key::Themes, &self.themes.doubts),
            (Key::Policies, &self.policies.doubts),
            (Key::Sdgs, &self.sdgs.doubts),
            (Key::Departments, &self.departments.doubts),
            (Key::SupportedDepartment, &self.supported_department.doubts),
            (Key::Counterpart, &self.counterpart.doubts),
            (Key::CounterpartRank, &self.counterpart_rank.doubts),
            (Key::Lead, &self.lead.doubts),
            (Key::Venue, &self.venue.doubts),
            (Key::Mode, &self.mode.doubts),
            (Key::Participants, &self.participants.doubts),
            (Key::Budget, &self.budget_thb.doubts),
            (Key::Outcome, &self.outcome.doubts),
            (Key::Obstacles, &self.obstacles.doubts),
            (Key::NextSteps, &self.next_steps.doubts),
            (Key::Contact, &self.contact.doubts),
        ];
        fields
            .into_iter()
            .flat_map(|(key, doubts)| doubts.iter().map(move |doubt| (key_of(key, doubt), doubt)))
            .collect()
    }
}

impl Engagement {
    /// Those of the doubts that a value should be looked at for.
    pub fn warnings(&self) -> Vec<(Key, &Doubt)> {
        self.doubts().into_iter().filter(|(_, doubt)| doubt.warns()).collect()
    }
}

/// Some doubts speak of the entry as a whole, whatever field they were noted at.
fn key_of(key: Key, doubt: &Doubt) -> Key {
    match doubt {
        Doubt::MergeUnsure { .. } | Doubt::InternationalUnsure { .. } => Key::Sources,
        Doubt::YearFromPeriod { .. }
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
        | Doubt::NewBody { .. }
        | Doubt::NotRecognised { .. }
        | Doubt::DefaultTaken
        | Doubt::HeldAhead { .. }
        | Doubt::WordingContradicts { .. }
        | Doubt::NumberNotUnderstood { .. }
        | Doubt::PlacesDisagree { .. }
        | Doubt::TextDamaged { .. }
        | Doubt::CellCut
        | Doubt::CellNote { .. }
        | Doubt::StruckThrough { .. }
        | Doubt::ReadingUnsure
        | Doubt::ReportsDisagree { .. } => key,
    }
}
