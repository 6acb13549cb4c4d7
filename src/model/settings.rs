//! What the office tells the program in its workbook of settings.

use super::codes::codes;
use crate::problem::Problem;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Name of the sheet by which a workbook of settings is recognised, whatever program saved it last. It is hidden.
pub const SETTINGS_SHEET: &str = "focalpoint-settings";

/// What a workbook of settings says, as far as it can be used.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Settings {
    /// The workbook, as a path relative to the inbox; empty where there is none.
    pub file: String,
    /// SHA-256 of its bytes in lower-case hexadecimal; empty where there is none.
    pub sha256: String,
    /// Rows for the vocabulary: tables by their names, as packs have them.
    pub tables: Vec<(String, String)>,
    /// The departments that are expected to report; empty where the workbook names none.
    pub expected: Vec<Expected>,
    /// Who sends what is printed.
    pub letterhead: Letterhead,
    /// Cells that cannot be used. The rest is in force.
    pub faults: Vec<Problem>,
}

/// A department that is expected to report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    /// Its code; one that no table has stands by its name.
    pub department: String,
    /// Its focal point: a person, by name.
    pub contact: String,
    /// Telephone of the focal point, as written.
    pub telephone: String,
    /// Address of the focal point for electronic mail, as written.
    pub email: String,
    /// First day of the first month that it reports; `None` for whenever its first report is of.
    pub from: Option<Date>,
    /// How often it reports.
    pub every: Every,
}

codes! {
    /// How often a department reports.
    Every {
        /// Every month.
        Month = "month",
        /// Once a quarter, of the calendar year or the fiscal year, which begin together.
        Quarter = "quarter",
        /// When there was something.
        Occasion = "occasion",
    }
}

/// Who sends what is printed; each part is empty where the settings do not have it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Letterhead {
    /// The office that sends.
    pub office: String,
    /// Who signs.
    pub signatory: String,
    /// The position of who signs.
    pub position: String,
    /// Who gets a copy.
    pub copies: String,
    /// Where to reach the office, in a line.
    pub contact: String,
}

/// What is wrong with a cell of the settings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Flaw {
    /// None of the sheets that settings have is in the workbook.
    NoSheet,
    /// The sheet has no heading of this column.
    NoColumn { column: String },
    /// Nothing is written where something is needed.
    Empty { column: String },
    /// None of the words that can be chosen; some of those.
    NotOneOf { written: String, known: Vec<String> },
    /// The same stands in an earlier row.
    Twice { written: String },
    /// Another thing has this name already.
    Taken { written: String, owner: String },
    /// Too short, an everyday word, or with characters that names do not have: it would be found where it is not meant.
    NoName { written: String },
    /// No country that is known.
    NoCountry { written: String },
    /// No month that can be understood.
    NoMonth { written: String },
    /// No day or year that can be understood.
    NoDay { written: String },
    /// Nothing that is set here.
    Unknown { written: String },
    /// Longer than can be printed there.
    Long { letters: u32 },
    /// The cell shows an error.
    Error { value: String },
    /// More rows than are read.
    Rows { most: u32 },
    /// The names of the sheet cannot be looked for together with those of the program.
    Letters,
}
