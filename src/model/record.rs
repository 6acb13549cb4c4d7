//! What extraction makes of a document: records as written, and everything else with its reason.

use super::codes::codes;
use super::{Aside, Audit, CellFlaw, Place, UnsureTable, Value};
use crate::problem::Problem;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

codes! {
    /// What a column, a label or an anchor phrase says that its text is.
    Role {
        /// Running number.
        Sequence = "sequence",
        /// Date, or its first day where another column has the last one.
        Date = "date",
        /// Last day.
        DateEnd = "date_end",
        /// Time of day.
        Time = "time",
        /// What was done: the title.
        Activity = "activity",
        /// The foreign side, whatever it names: country, body or person.
        Counterpart = "counterpart",
        /// The foreign side's persons.
        Delegate = "delegate",
        /// Country or city.
        Country = "country",
        /// Where.
        Venue = "venue",
        /// Who led for the city.
        Lead = "lead",
        /// Who took part, as words.
        Attendees = "attendees",
        /// How many took part.
        Participants = "participants",
        /// Result.
        Outcome = "outcome",
        /// Problems.
        Obstacles = "obstacles",
        /// Next steps.
        NextSteps = "next_steps",
        /// Money.
        Budget = "budget",
        /// Department that is responsible or reports.
        Owner = "owner",
        /// Department that was supported or asked for a service.
        Supported = "supported",
        /// Contact person.
        Contact = "contact",
        /// Remark.
        Remark = "remark",
        /// Type of activity, as the report names it.
        Kind = "kind",
        /// Theme or field, as the report names it.
        Theme = "theme",
        /// Policy area, strategy, SDG.
        Policy = "policy",
        /// Status, as the report names it.
        Status = "status",
        /// Name of a traveller (registers of travel: one trip, many persons).
        Person = "person",
        /// Understood and of no use here (dress, photograph, language, order number).
        Other = "other",
    }
}

/// Text of a field, as written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// The words, Thai in normal form, joined over line breaks.
    pub text: String,
    /// The typed value, where the cell has one that is not text.
    pub value: Option<Value>,
    /// Where it stands.
    pub place: Place,
    /// Heading or label that gave it its role, as written; empty for prose.
    pub heading: String,
    /// What is wrong with the cell or line, if anything.
    pub flaw: Option<CellFlaw>,
}

/// One activity as written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Where it begins.
    pub place: Place,
    /// Name of the layout that it was found by.
    pub layout: String,
    /// Its fields; several texts of one role in reading order.
    pub fields: BTreeMap<Role, Vec<Written>>,
    /// What the surroundings say.
    pub context: Context,
    /// True if the way in which its part of the report was read rests on little.
    pub doubtful: bool,
    /// What was put at its cells beside their text, in the order of the rows.
    pub marks: Vec<Mark>,
}

/// What a person put at a cell of a record beside its text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Mark {
    /// A note or comment with these words.
    Note { place: Place, text: String },
    /// These words are struck through. `whole` says that the title is, or all that stands in the row.
    Struck { place: Place, text: String, whole: bool },
}

/// Words that no record holds although they look like an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unheld {
    /// The words, shortened.
    pub text: String,
    /// The record that they would be, where they stand.
    pub record: Record,
}

/// What the surroundings of a record say: section rows, title block, sheet, file and folder name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Context {
    /// Texts that may name the department, most trusted first.
    pub department: Vec<Hint>,
    /// Texts that may name the period, most trusted first.
    pub period: Vec<Hint>,
    /// Section headings above the record, outermost first.
    pub sections: Vec<String>,
}

/// A text of the surroundings with where it stands, which says how far to trust it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// The words.
    pub text: String,
    /// How near it is to the record.
    pub trust: Trust,
}

/// Where a hint stands, most trusted first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Trust {
    /// A section row above the record.
    Section,
    /// The title block of the sheet or the first page.
    Title,
    /// The sheet's name.
    Sheet,
    /// The head of a memo.
    Memo,
    /// The file's name.
    File,
    /// A folder's name.
    Folder,
}

/// Everything that extraction made of a document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Extract {
    /// Records in reading order.
    pub records: Vec<Record>,
    /// Everything that is not part of a record, with its reason.
    pub aside: Vec<Aside>,
    /// Words that no record holds although they look like an activity, in reading order.
    pub unheld: Vec<Unheld>,
    /// Tables, forms and lists of items as they were understood, for people who ask why (`inspect --stage tables`).
    pub tables: Vec<FoundTable>,
    /// Tables that a person should say how to read.
    pub unsure: Vec<UnsureTable>,
    /// Rows seen and what became of them; it must balance.
    pub audit: Audit,
    /// The document-wide surroundings, for the file's own line in the run's record.
    pub context: Context,
    /// True if the report says that there was nothing to report.
    pub nil: bool,
    /// What stands around the parts that say so and hold no record.
    pub quiet: Vec<Context>,
    /// The words of a secrecy mark (ลับ, ลับมาก, ลับที่สุด), if there is one.
    pub restricted: Option<String>,
    /// What a person should know.
    pub problems: Vec<Problem>,
}

/// A table, form or list of items as it was understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FoundTable {
    /// Where it begins.
    pub place: Place,
    /// Name of the layout that took it.
    pub layout: String,
    /// Headings or labels in their order, as written, with the roles that each was given and why.
    pub columns: Vec<FoundColumn>,
    /// Number of records that it gave.
    pub records: u32,
}

/// A column of a table, or a label of a form, as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundColumn {
    /// The heading as written, the rows of a heading joined with ` / `.
    pub heading: String,
    /// The column of the grid that it heads, from 0; `None` for a label.
    pub column: Option<u32>,
    /// Its roles; empty if none was found.
    pub roles: Vec<Role>,
    /// True if the content decided, not the heading.
    pub by_content: bool,
}
