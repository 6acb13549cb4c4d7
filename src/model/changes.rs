//! How a register differs from the last one that differed, and what is kept to tell.

use super::Key;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// An engagement as the data files have it, without its warnings, whose wording depends on the language.
pub type ContractRow = Map<String, Value>;

/// What the outbox keeps of registers for the next run.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct History {
    /// Number of the register that stands in the outbox: it grows by one whenever something differs.
    pub run: u64,
    /// The day that the run went by; `None` in what an earlier version kept.
    #[serde(default)]
    pub as_of: Option<Date>,
    /// SHA-256 of everything that makes the register and its review what they are.
    pub state: String,
    /// Number of the last register that differed; `None` if there was none.
    pub against: Option<u64>,
    /// The last register that differed.
    pub register: Vec<ContractRow>,
    /// What was said to be missing because files could not be read: it is said as long as they cannot.
    #[serde(default)]
    pub unread: Vec<Unread>,
}

/// A file that an earlier register was made with, or the only one of a department that reported before, which cannot
/// be read now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// The file.
    pub file: String,
    /// Code of the department that reports in it; empty if it could not be told.
    pub department: String,
    /// Entries that are missing for it, as they were. They are not withdrawn.
    pub entries: Vec<Listed>,
}

/// The register that stood at the end of an earlier month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastMonth {
    /// The day that its run went by.
    pub as_of: Date,
    /// Its rows.
    pub register: Vec<ContractRow>,
}

/// An edition: the outputs for executives as they were handed out under a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// Its name.
    pub name: String,
    /// Number of the register that it was made of.
    pub run: u64,
    /// The day that its run went by.
    pub as_of: Date,
    /// Its files with the SHA-256 of each in lower-case hexadecimal.
    pub files: Vec<(String, String)>,
    /// The rows of its register.
    pub register: Vec<ContractRow>,
}

/// What changed since an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SinceEdition {
    /// Its name.
    pub name: String,
    /// What changed.
    pub since: Since,
}

/// What changed since an earlier register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Since {
    /// The day that the run of that register went by.
    pub as_of: Date,
    /// Entries that were not there.
    pub new: Vec<Listed>,
    /// Entries with other values.
    pub changed: Vec<Altered>,
    /// Entries that are no longer there, as they were.
    pub withdrawn: Vec<Listed>,
}

/// What changed since the last register that differed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Changes {
    /// The run that the register compared with came from; `None` if there is none, and then nothing is listed.
    pub against: Option<u64>,
    /// What is missing because files cannot be read.
    pub unread: Vec<Unread>,
    /// Entries that were not there.
    pub new: Vec<Listed>,
    /// Entries with other values.
    pub changed: Vec<Altered>,
    /// Entries that are no longer there, as they were.
    pub withdrawn: Vec<Listed>,
    /// The same against the last month's register; `None` if no run went by a day in an earlier month.
    pub last_month: Option<Since>,
    /// The same against the last edition; `None` if there is none.
    pub edition: Option<SinceEdition>,
}

/// An entry by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its first day, or its last if only that is known, `YYYY-MM-DD`; empty if there is none.
    pub start: String,
    /// The files that it was reported in.
    pub files: Vec<String>,
}

/// An entry with other values than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Altered {
    /// Its id.
    pub id: String,
    /// Its id before; another one if the day or the counterpart changed.
    pub previous_id: String,
    /// Its title.
    pub title: String,
    /// The values that differ, in the order of the data files.
    pub fields: Vec<FieldChange>,
}

/// A value that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field. `sources` are the files that the entry was reported in.
    pub field: Key,
    /// The value before, lists joined with `; `.
    pub from: String,
    /// The value now.
    pub to: String,
}

/// The rows of a register without what depends on the language and on where in a file they were reported.
pub fn without_wording(rows: Vec<ContractRow>) -> Vec<ContractRow> {
    rows.into_iter().map(row_without_wording).collect()
}

fn row_without_wording(mut row: ContractRow) -> ContractRow {
    row.remove("warnings");
    if let Some(Value::Array(sources)) = row.get("sources") {
        let mut files: Vec<Value> =
            sources.iter().map(|source| source.get("file").unwrap_or(source).clone()).collect();
        files.sort_by_key(ToString::to_string);
        files.dedup();
        row.insert("sources".to_owned(), Value::Array(files));
    }
    row
}

/// What is new about the files of the inbox since the last run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct News {
    /// Files that were not there, or not with these bytes.
    pub arrived: usize,
    /// Files that need a person now and did not with these bytes.
    pub needing: Vec<String>,
    /// Codes of departments that no file reported for.
    pub departments: Vec<String>,
}
