//! What is understood of one record.

use super::{Group, Kind, Mode, Period, Place, Rank, Reading, Record, Status, Theme};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What is understood of one record, field by field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Engagement {
    /// Where it was reported.
    pub place: Place,
    /// The activity, as reported.
    pub title: Reading<String>,
    /// When.
    pub period: Reading<Period>,
    /// For an agreement: the last day on which it is in force, as reported.
    pub expires: Reading<Option<Date>>,
    /// Whether it took place.
    pub status: Reading<Status>,
    /// What kind.
    pub kind: Reading<Kind>,
    /// Which of the city's counts.
    pub group: Reading<Group>,
    /// ISO 3166-1 alpha-2 codes of the counterpart's countries, sorted.
    pub countries: Reading<Vec<String>>,
    /// English names of foreign cities, sorted.
    pub cities: Reading<Vec<String>>,
    /// Canonical names of organisations, sorted.
    pub organisations: Reading<Vec<String>>,
    /// Themes, in the contract's order.
    pub themes: Reading<Vec<Theme>>,
    /// Policy areas where written, by the names of `vocab/packs/bma/policies.tsv`.
    pub policies: Reading<Vec<String>>,
    /// SDG numbers where written.
    pub sdgs: Reading<Vec<u8>>,
    /// Codes of the departments that reported it; empty if none could be told.
    pub departments: Reading<Vec<String>>,
    /// Code of the department that was supported.
    pub supported_department: Reading<Option<String>>,
    /// The foreign side as reported.
    pub counterpart: Reading<String>,
    /// Rank of its most senior person.
    pub counterpart_rank: Reading<Option<Rank>>,
    /// Who led for the city.
    pub lead: Reading<String>,
    /// Where.
    pub venue: Reading<String>,
    /// How people met.
    pub mode: Reading<Option<Mode>>,
    /// How many took part.
    pub participants: Reading<Option<u32>>,
    /// Money in baht.
    pub budget_thb: Reading<Option<f64>>,
    /// Result.
    pub outcome: Reading<String>,
    /// Problems.
    pub obstacles: Reading<String>,
    /// What comes next.
    pub next_steps: Reading<String>,
    /// Contact.
    pub contact: Reading<String>,
}

/// Whether a record belongs in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum International {
    /// A foreign or international side acts, or it is abroad, or a foreign-affairs service.
    Yes,
    /// Domestic.
    No,
    /// Not clear: kept, with a warning.
    Unsure,
}

/// The decision, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The decision.
    pub international: International,
    /// Which rules and words decided it, for people (`rule: words`).
    pub reasons: Vec<String>,
}

/// A record with what was understood of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Understood {
    /// As written.
    pub record: Record,
    /// As understood.
    pub engagement: Engagement,
    /// Whether it belongs in the register.
    pub verdict: Verdict,
}

/// Words that no record holds, with what they would be as an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// The words, shortened.
    pub text: String,
    /// The activity that they would be.
    pub understood: Understood,
}
