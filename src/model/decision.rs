//! What a person is asked, and what was decided.

use super::codes::codes;
use super::{Datum, Doubt, Evidence, Key, Period, Place, Reason, Report, Source, TableReading, UnsureTable};
use crate::problem::Problem;
use serde::{Deserialize, Serialize};

/// Name of the sheet by which a review workbook is recognised, whatever program saved it last. It is hidden.
pub const REVIEW_SHEET: &str = "focalpoint-review";
/// Heading of the hidden column of a review workbook that names what each row is about.
pub const REVIEW_KEY: &str = "focalpoint-key";
/// The review workbook as decisions name it that were made in the outbox.
pub const REVIEW_IN_OUTBOX: &str = "outbox/review.xlsx";

/// A row of a report: number of its file among the files of the run, and its number in what was understood of it.
pub type RowNumber = (usize, usize);

/// A row of a report, named so that it is found again when rows have moved or reports were added.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowName {
    /// Where it stood.
    pub place: Place,
    /// Digest of what it says of the activity, its days and the foreign side.
    pub wording: String,
}

codes! {
    /// What a person is asked.
    Asked {
        /// Whether two entries are one.
        Pair = "pair",
        /// Whether what was put together on little evidence is one.
        Merge = "merge",
        /// Whether an entry is international.
        International = "international",
        /// Whether a row that was set aside is international.
        Aside = "aside",
        /// How the tables of a layout are read.
        Layout = "layout",
        /// Whether words that no record holds are an activity.
        Unheld = "unheld",
        /// What an unknown body is.
        Body = "body",
        /// What a doubtful value is.
        Value = "value",
        /// Whether a file that was not read in full holds something to add.
        File = "file",
    }
}

codes! {
    /// What was decided.
    Ruling {
        /// Nothing yet.
        Open = "open",
        /// They are one engagement.
        Same = "same",
        /// They are two.
        Different = "different",
        /// It is international.
        International = "international",
        /// It is not.
        Domestic = "domestic",
        /// The words are an activity.
        Activity = "activity",
        /// They are none.
        Other = "other",
        /// An international organisation or network.
        Organisation = "organisation",
        /// A body of a foreign state.
        StateBody = "state_body",
        /// A foreign company, university or association.
        Company = "company",
        /// Nothing foreign.
        NotForeign = "not_foreign",
        /// Another name of a body.
        SameAs = "same_as",
        /// The value is right as it is.
        Right = "right",
        /// Another value is right.
        Value = "value",
        /// The file was looked at, and there is nothing to add.
        Seen = "seen",
        /// It is not known here: the department is asked.
        AskDepartment = "ask_department",
        /// An earlier decision no longer holds.
        Withdrawn = "withdrawn",
    }
}

impl Asked {
    /// What can be decided.
    pub fn answers(self) -> &'static [Ruling] {
        match self {
            Self::Pair | Self::Merge => &[Ruling::Same, Ruling::Different, Ruling::AskDepartment],
            Self::International | Self::Aside => {
                &[Ruling::International, Ruling::Domestic, Ruling::AskDepartment]
            }
            Self::Layout => &[Ruling::Right, Ruling::Value, Ruling::Other, Ruling::AskDepartment],
            Self::Unheld => &[Ruling::Activity, Ruling::Other, Ruling::AskDepartment],
            Self::File => &[Ruling::Seen, Ruling::AskDepartment],
            Self::Body => &[
                Ruling::Organisation,
                Ruling::StateBody,
                Ruling::Company,
                Ruling::NotForeign,
                Ruling::SameAs,
                Ruling::AskDepartment,
            ],
            Self::Value => &[Ruling::Right, Ruling::Value, Ruling::AskDepartment],
        }
    }
}

/// What a question is about: an entry, a part of one, a row that was set aside, or words that no record holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Side {
    /// Names of its rows.
    pub rows: Vec<RowName>,
    /// Its title.
    pub title: String,
    /// Its days, if it has any.
    pub period: Option<Period>,
    /// Where it was reported.
    pub sources: Vec<Source>,
}

/// A question to a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Stays as long as it is about the same rows.
    pub id: String,
    /// What is asked.
    pub asked: Asked,
    /// The field, where a value is asked for.
    pub key: Option<Key>,
    /// The name, where a body is asked about; its several names in one row stand a line each.
    pub name: String,
    /// What the doubt comes from, where other rows can have the same cause; else empty.
    pub cause: String,
    /// So many engagements of the headline counts can be gained, lost or moved by the answer.
    pub effect: u32,
    /// The answer that the evidence leans to.
    pub leans: Option<Ruling>,
    /// What it is about.
    pub first: Side,
    /// The other one, where two are compared.
    pub second: Option<Side>,
    /// What speaks for and against the two being one.
    pub evidence: Vec<Evidence>,
    /// Why the value is doubtful.
    pub doubts: Vec<Doubt>,
    /// Why the row was taken as international or domestic.
    pub reasons: Vec<Reason>,
    /// The table, where a layout is asked about.
    pub table: Option<UnsureTable>,
    /// The value as it is; `None` where there is none, or where the rows have different ones.
    pub value: Option<Datum>,
}

/// A question that nobody here can answer, with the decision to ask the department.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// The question.
    pub question: Question,
    /// The decision; its remark is how far the office has come with it.
    pub decision: Decision,
}

/// A decision of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Id of the question.
    pub question: String,
    /// What was asked.
    pub asked: Asked,
    /// The field, where a value was asked for.
    pub key: Option<Key>,
    /// The name, where a body was asked about.
    #[serde(default)]
    pub name: String,
    /// The cause that was asked about, where many rows can have it.
    #[serde(default)]
    pub cause: String,
    /// The rows that it is about.
    pub first: Vec<RowName>,
    /// The other ones, where two were compared.
    pub second: Vec<RowName>,
    /// Title of the first, for people.
    pub title: String,
    /// Title of the second, for people.
    pub other: String,
    /// What was decided.
    pub ruling: Ruling,
    /// The value decided, or the one that is right as it is: as the data files have it, lists joined with `; `.
    pub value: String,
    /// How the table is read, where a layout was asked about.
    #[serde(default)]
    pub table: Option<TableReading>,
    /// What the person noted.
    pub remark: String,
    /// The cell that it was decided in.
    pub origin: Place,
}

impl Decision {
    /// True if a person looked at this file and found nothing to add.
    pub fn sees(&self, report: &Report) -> bool {
        let of_file = self.asked == Asked::File && self.ruling == Ruling::Seen;
        of_file && self.first.iter().any(|row| row.wording == report.content())
    }
}

/// What the hidden cell of a row names that says what one column of a table holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnOf {
    /// Id of the question on the layout.
    pub layout: String,
    /// The column, from 0.
    pub column: u32,
}

/// What was typed into a row and cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unusable {
    /// The question of the row.
    pub question: String,
    /// The workbook that the text was carried on from; empty if it was typed where it stands.
    pub from: String,
    /// The texts of the cells: decision, value, remark.
    pub written: [String; 3],
    /// Why it cannot be used, with its cell.
    pub problem: Problem,
}

/// A decision as it stands in a review workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// The cell that it stands in.
    pub place: Place,
    /// True if a person changed the cell; false if the workbook only carries the decision on.
    pub changed: bool,
    /// The decision.
    pub decision: Decision,
}

/// A review workbook as a person filled it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Number of the run that wrote it.
    pub run: u64,
    /// Its decisions in their order.
    pub decisions: Vec<Stated>,
    /// What was typed and cannot be used.
    pub unusable: Vec<Unusable>,
    /// What else could not be understood, with its cell.
    pub problems: Vec<Problem>,
}
