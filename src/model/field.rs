//! The fields of an engagement, one row each of one list: the data files, the workbook's columns, the review, merging
//! and `explain` follow from it.

use super::DataType;
use super::codes::codes;

/// Hands the list to a macro. A row has the field of `Engagement` with its type, the key and its code in the data
/// files (days have two), the type of its values, and how the values of several sources become one.
macro_rules! fields {
    ($to:ident) => {
        $to! {
            /// The activity, as reported.
            title: String, Title = "title", Text by Told;
            /// When: the first day, the last day.
            period: Period, Start = "start" / End = "end", Period by Days;
            /// For an agreement: the last day on which it is in force, as reported.
            expires: Option<Date>, Expires = "expires", Day by Surest;
            /// Whether it took place.
            status: Status, Status = "status", Status by Outcome;
            /// What kind.
            kind: Kind, Kind = "type", Kind by Telling;
            /// Which of the city's counts.
            group: Group, Group = "group", Group by SurestOfViews;
            /// ISO 3166-1 alpha-2 codes of the counterpart's countries, sorted.
            countries: Vec<String>, Countries = "countries", Countries by Union;
            /// English names of foreign cities, sorted.
            cities: Vec<String>, Cities = "cities", Names by Union;
            /// Canonical names of organisations, sorted.
            organisations: Vec<String>, Organisations = "organisations", Names by Bodies;
            /// Themes, in the contract's order.
            themes: Vec<Theme>, Themes = "themes", Themes by Union;
            /// Policy areas where written, by the names of `vocab/packs/bma/policies.tsv`.
            policies: Vec<String>, Policies = "policies", Names by Union;
            /// SDG numbers where written.
            sdgs: Vec<u8>, Sdgs = "sdgs", Numbers by Union;
            /// Codes of the departments that reported it; empty if none could be told.
            departments: Vec<String>, Departments = "departments", Departments by Everything;
            /// Code of the department that was supported.
            supported_department: Option<String>, SupportedDepartment = "supported_department", Department by Surest;
            /// The foreign side as reported.
            counterpart: String, Counterpart = "counterpart", Text by Fullest;
            /// Rank of its most senior person.
            counterpart_rank: Option<Rank>, CounterpartRank = "counterpart_rank", Rank by Highest;
            /// Who led for the city.
            lead: String, Lead = "lead", Text by SurestOfViews;
            /// Where.
            venue: String, Venue = "venue", Text by Fullest;
            /// How people met.
            mode: Option<Mode>, Mode = "mode", Mode by SurestOfViews;
            /// How many took part.
            participants: Option<u32>, Participants = "participants", Count by Surest;
            /// Money in baht.
            budget_thb: Option<Baht>, Budget = "budget_thb", Money by Surest;
            /// Result.
            outcome: String, Outcome = "outcome", Text by Statements;
            /// Problems.
            obstacles: String, Obstacles = "obstacles", Text by Statements;
            /// What comes next.
            next_steps: String, NextSteps = "next_steps", Text by Statements;
            /// Contact.
            contact: String, Contact = "contact", Text by Statements;
        }
    };
}
pub(crate) use fields;

/// How the values that several sources tell of a field become the value of their entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// The fullest wording of those that say what came of it.
    Told,
    /// The most exact days, then those that most sources say.
    Days,
    /// A stated result before a plan.
    Outcome,
    /// The kind that says most.
    Telling,
    /// All values that are no guesses.
    Union,
    /// As the union; a name that stands in no list counts only where it is needed.
    Bodies,
    /// All values.
    Everything,
    /// The surest, then what most sources say, then the source that tells most; others are doubted.
    Surest,
    /// The same where sources may well see it differently: others are no doubt.
    SurestOfViews,
    /// The fullest wording.
    Fullest,
    /// The highest.
    Highest,
    /// The distinct statements of all.
    Statements,
}

macro_rules! keys {
    ($($(#[$doc:meta])* $field:ident: $type:ty, $first:ident = $code:literal $(/ $second:ident = $other:literal)?,
       $datum:ident by $policy:ident;)+) => {
        codes! {
            /// A key of an engagement in the data files, as a warning names it.
            Key {
                $($(#[$doc])* $first = $code, $(/** Its other end. */ $second = $other,)?)+
                /// The engagement as a whole: whether it belongs in the register, or together.
                Sources = "sources",
            }
        }

        impl Key {
            /// The fields, each by its first key, in the order of the data files.
            pub const FIELDS: &'static [Self] = &[$(Self::$first),+];

            /// The type of the field's values; `None` for the engagement as a whole.
            pub fn data_type(self) -> Option<DataType> {
                match self {
                    $(Self::$first $(| Self::$second)? => Some(DataType::$datum),)+
                    Self::Sources => None,
                }
            }

            /// How the values of several sources become one; `None` for the engagement as a whole.
            pub fn policy(self) -> Option<Policy> {
                match self {
                    $(Self::$first $(| Self::$second)? => Some(Policy::$policy),)+
                    Self::Sources => None,
                }
            }
        }
    };
}
fields!(keys);
