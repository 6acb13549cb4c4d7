//! A file of the inbox and what became of it.

use super::codes::codes;
use super::{
    Aside, Audit, Candidate, Context, International, Place, ReportPeriod, Review, Understood, UnsureTable,
};
use crate::problem::{Problem, Severity, What};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Stands in every workbook and PDF that the program writes, so that it knows its own outputs when somebody puts them
/// into the inbox: as a custom document property of workbooks, as a keyword of PDFs.
pub const OWN_MARK: &str = "focalpoint:output";

/// Name of the hidden sheet of the form that departments fill in, with its lists: no part of what is reported.
pub const FORM_SHEET: &str = "focalpoint-form";

codes! {
    /// What a file is, told by its content.
    Format {
        /// Office Open XML workbook.
        Xlsx = "xlsx",
        /// Binary Excel workbook.
        Xls = "xls",
        /// Binary Office Open XML workbook.
        Xlsb = "xlsb",
        /// OpenDocument sheet.
        Ods = "ods",
        /// A table in HTML, usually saved under an Excel name.
        Html = "html",
        /// Comma-, semicolon- or tab-separated text.
        Csv = "csv",
        /// PDF.
        Pdf = "pdf",
        /// Word document.
        Docx = "docx",
        /// A page photographed or scanned to a picture.
        Picture = "picture",
        /// Nothing that is read.
        Unknown = "unknown",
    }
}

codes! {
    /// What became of a file. The contract says what each means.
    FileStatus {
        /// Whole.
        Read = "read",
        /// Parts doubtful or missing.
        ReadWithWarnings = "read_with_warnings",
        /// Nothing to report, says the department.
        NilReport = "nil_report",
        /// Byte-identical to another.
        DuplicateOf = "duplicate_of",
        /// Replaced by a later one.
        SupersededBy = "superseded_by",
        /// Only an image, or text that cannot be recovered.
        NeedsOcr = "needs_ocr",
        /// Locked with a password.
        Password = "password",
        /// Broken or empty.
        Damaged = "damaged",
        /// Not a format that is read.
        Unsupported = "unsupported",
        /// Marked as secret.
        Restricted = "restricted",
        /// Still changing.
        Arriving = "arriving",
        /// Lock files, thumbnails, the program's own workbooks.
        Ignored = "ignored",
        /// The program's fault.
        Failed = "failed",
    }
}

impl FileStatus {
    /// True for a report that the register speaks for.
    pub fn is_read(self) -> bool {
        match self {
            Self::Read | Self::ReadWithWarnings | Self::NilReport => true,
            Self::DuplicateOf
            | Self::SupersededBy
            | Self::NeedsOcr
            | Self::Password
            | Self::Damaged
            | Self::Unsupported
            | Self::Restricted
            | Self::Arriving
            | Self::Ignored
            | Self::Failed => false,
        }
    }

    /// True for a file that could not be read and may be a report.
    pub fn is_unread(self) -> bool {
        self.needs_person() && !self.is_read()
    }

    /// True if a person has to do something before the file counts in full.
    pub fn needs_person(self) -> bool {
        match self {
            Self::ReadWithWarnings
            | Self::NeedsOcr
            | Self::Password
            | Self::Damaged
            | Self::Unsupported
            | Self::Arriving
            | Self::Failed => true,
            Self::Read
            | Self::NilReport
            | Self::DuplicateOf
            | Self::SupersededBy
            | Self::Restricted
            | Self::Ignored => false,
        }
    }
}

/// A submitted file, as found in the inbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Path relative to the inbox, with `/`.
    pub file: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the content in lower-case hexadecimal; empty if it could not be read.
    pub sha256: String,
    /// Told by content.
    pub format: Format,
}

impl Report {
    /// What the file is known by: the digest of its bytes, or its name where they cannot be read.
    pub fn content(&self) -> &str {
        if self.sha256.is_empty() { &self.file } else { &self.sha256 }
    }

    /// True if the other file is attached to this one, directly or within another attachment.
    pub fn carries(&self, other: &Self) -> bool {
        other.file.strip_prefix(&self.file).is_some_and(|within| within.starts_with('/'))
    }
}

/// A report with what it gave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Processed {
    /// The report.
    pub report: Report,
    /// What it gave.
    pub reported: Reported,
}

/// A month that a report speaks of for a department.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Covered {
    /// Code of the department.
    pub department: String,
    /// First day of the month.
    pub month: Date,
    /// True if the department says that there was nothing.
    pub nil: bool,
}

/// What one report gave. Made from its bytes alone, so that it can be made in another process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reported {
    /// What became of the file.
    pub status: FileStatus,
    /// The other file that the status speaks of.
    pub other_file: Option<String>,
    /// Code of the department that reports, if it could be told.
    pub department: Option<String>,
    /// The whole months that it reports, if they could be told.
    pub period: Option<ReportPeriod>,
    /// Every department and month that it speaks of, sorted.
    pub covers: Vec<Covered>,
    /// What the surroundings of the records say.
    pub context: Context,
    /// Every record with what was understood of it.
    pub understood: Vec<Understood>,
    /// Everything that is not a record.
    pub aside: Vec<Aside>,
    /// Words that no record holds although they look like an activity.
    pub unheld: Vec<Candidate>,
    /// Tables that a person should say how to read.
    pub unsure: Vec<UnsureTable>,
    /// True if the department says that there was nothing to report.
    pub nil: bool,
    /// The rows counted.
    pub audit: Audit,
    /// What a person decided, for a review workbook of the program's own.
    pub review: Option<Review>,
    /// What a person should know, ordered by place.
    pub problems: Vec<Problem>,
}

impl Reported {
    /// A file that gave nothing, with its status and the reason.
    pub fn settled(status: FileStatus, problem: Problem) -> Self {
        Self {
            status,
            other_file: None,
            department: None,
            period: None,
            covers: Vec::new(),
            context: Context::default(),
            understood: Vec::new(),
            aside: Vec::new(),
            unheld: Vec::new(),
            unsure: Vec::new(),
            nil: false,
            audit: Audit::default(),
            review: None,
            problems: vec![problem],
        }
    }

    /// How far the report was read, by what is known of it now.
    pub fn how_read(&self) -> FileStatus {
        let doubtful = self.problems.iter().any(|problem| problem.severity >= Severity::Warning);
        let lost = self
            .understood
            .iter()
            .filter(|understood| understood.verdict.international != International::No)
            .any(|understood| understood.engagement.doubts().iter().any(|(_, doubt)| doubt.loses_value()));
        let said = self.nil && self.understood.is_empty() && self.unheld.is_empty();
        // What is odd or missing in the report's name does not change that it says there was nothing.
        let only_named =
            self.problems.iter().filter(|problem| problem.severity >= Severity::Warning).all(|problem| {
                matches!(
                    problem.what,
                    What::PeriodsDisagree { .. }
                        | What::DepartmentsDisagree { .. }
                        | What::DepartmentUnlisted { .. }
                        | What::DepartmentUnknown
                )
            });
        if said && only_named {
            FileStatus::NilReport
        } else if doubtful || lost {
            FileStatus::ReadWithWarnings
        } else {
            FileStatus::Read
        }
    }

    /// A file that is byte-identical to another, which is read.
    pub fn duplicate(file: &str, of: &str) -> Self {
        let problem = Problem::note(Place::file(file), What::Duplicate { of: of.to_owned() });
        Self { other_file: Some(of.to_owned()), ..Self::settled(FileStatus::DuplicateOf, problem) }
    }
}
