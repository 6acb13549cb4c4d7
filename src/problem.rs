//! What a person should know or do, with the place to open. The words are in `labels`.

use crate::model::{Counted, Datum, Flaw, Key, NoteKind, Place, Unrecognised};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Something that went wrong or is doubtful. It is data and never stops the run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Problem {
    /// Where to look.
    pub place: Place,
    /// How bad.
    pub severity: Severity,
    /// What.
    pub what: What,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Good to know; the file is still whole.
    Note,
    /// Something is doubtful or missing: the file has the status `read_with_warnings`.
    Warning,
    /// The file, or a whole page or sheet of it, could not be read.
    Error,
}

/// What a problem is. `labels` has for each a message and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum What {
    /// The file is empty.
    EmptyFile,
    /// The file is an office program's lock file.
    LockFile,
    /// The file is made by the system and holds no report.
    SystemFile,
    /// The file is one of this program's own workbooks.
    OwnFile,
    /// The format is not one that is read.
    UnsupportedFormat,
    /// A word-processing or presentation document: it is read when saved as PDF.
    TextDocument,
    /// A picture, which is read only if it shows a page of text that can be recognised.
    Picture,
    /// A packed archive: what is inside is read when unpacked.
    Archive,
    /// The file needs a password.
    PasswordNeeded,
    /// The file is broken; the reader's own words.
    Broken { detail: String },
    /// The file was truncated or rebuilt; parts may be missing.
    Partial,
    /// The file or a part of it is larger than the limit named.
    TooLarge { limit: String },
    /// Nothing was read of the file from here on: it holds more than is read of one.
    LeftOut { of: Counted },
    /// The file cannot be opened; the system's own words.
    CannotOpen { detail: String },
    /// A link, device or pipe, not a file.
    NotAFile,
    /// The file changed while it was read.
    StillArriving,
    /// The name says one format, the content another; it was read as the content says.
    OtherFormatThanNamed { format: String },
    /// The file is byte-identical to another.
    Duplicate { of: String },
    /// The report was replaced by a corrected or later one; so many of its rows are not in that one, and so many were
    /// changed.
    Superseded { by: String, dropped: u32, changed: u32 },
    /// The row is not in the report that replaces this one.
    DroppedInRevision { by: String, title: String },
    /// A value of the row differs in the report that replaces this one.
    ChangedInRevision { by: String, title: String, key: Key, from: Datum, to: Datum },
    /// The report says that it replaces another, but holds too few of its rows: both were taken.
    RevisionUnclear { of: String, found: u32, rows: u32 },
    /// Another report tells mostly the same rows with other values, and neither says that it is the later one.
    VersionsUnclear { other: String },
    /// What the last run left cannot be read; the reader's own words.
    LastRegisterDamaged { detail: String },
    /// A review workbook from which so many decisions were taken.
    ReviewTaken { count: u32 },
    /// A review workbook is no longer in the inbox, and so many of its decisions no longer hold.
    DecisionsLapsed { count: u32 },
    /// So many decisions stand in the outbox alone: they are gone when it is deleted.
    DecisionsOnlyInOutbox { count: u32 },
    /// The review workbook of the outbox cannot be read and is kept under another name; the reader's own words.
    ReviewUnread { kept: String, detail: String },
    /// The review workbook that stood was filled in, and so was the one that waited to take its place; the former is kept
    /// under another name.
    ReviewEarlier { kept: String },
    /// A decision whose rows are no longer there, or whose value has changed.
    DecisionUnfit { question: String, title: String },
    /// A decision that is none of those that can be chosen.
    DecisionNotUnderstood { written: String },
    /// A corrected value was announced but not written.
    DecisionWithoutValue,
    /// A corrected value that is no value of its field.
    ValueNotUnderstood { key: Key, written: String },
    /// The hidden cell that says what a row of a review workbook is about was damaged.
    DecisionKeyDamaged { detail: String },
    /// What the office set.
    Settings(OfSettings),
    /// A page is only an image.
    PageIsImage,
    /// A page is only an image, and nothing was recognised in it.
    PageNotRecognised { why: Unrecognised },
    /// So many pages were read by recognising the characters in their pictures.
    PagesRecognised { count: u32 },
    /// A page's text layer cannot be read as language.
    PageUnreadable,
    /// A page is damaged or larger than what is read of one; parts of it may be missing.
    PageDamaged,
    /// Parts of a page's text were repaired.
    PageRepaired,
    /// A cell is cut or shows ###.
    CellCut,
    /// A cell shows an error value.
    CellError { value: String },
    /// So many cells hold text that was read as another encoding; letters of it are lost.
    EncodingLost { count: u32 },
    /// So many cells held text that was read as another encoding; it was turned back.
    EncodingMended { count: u32 },
    /// A formula has no stored result: the workbook was written by a program that does not calculate.
    FormulaNotCalculated,
    /// A sheet is hidden and was not taken as data.
    HiddenSheet,
    /// Rows are hidden and were not taken as data.
    HiddenRows { count: u32 },
    /// The file holds something beside the text of its pages or sheets.
    Within(Within),
    /// No record was found in the file.
    NoRecords,
    /// A table or text was not understood; its first words.
    NotUnderstood { text: String },
    /// Words that no record holds although they look like an activity.
    Unheld { text: String },
    /// The same, beside the cells of a sheet.
    UnheldBeside { kind: NoteKind, text: String },
    /// Words beside the cells of a sheet that were not read as part of the report.
    Beside { kind: NoteKind, text: String },
    /// How this part of the report is to be read is not certain; so many records rest on it.
    ReadingUnsure { count: u32 },
    /// The report is marked as secret.
    Restricted { mark: String },
    /// The department could not be told.
    DepartmentUnknown,
    /// The department is in no table and stands by its name as written.
    DepartmentUnlisted { written: String },
    /// The period could not be told.
    PeriodUnknown,
    /// Names of the department at two places disagree.
    DepartmentsDisagree { taken: String, other: String },
    /// Periods at two places disagree.
    PeriodsDisagree { taken: String, other: String },
    /// The program failed on this file; the failure's own words.
    ProgramFailed { detail: String },
    /// The process that read the file ended before it was done.
    Stopped(Stop),
}

/// What is to be said of a workbook of settings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum OfSettings {
    /// It is in force, but for so many cells that cannot be used.
    Taken { faults: u32 },
    /// It lies in a folder of the inbox, where it is not looked for.
    Elsewhere,
    /// A cell of it cannot be used.
    Cell(Flaw),
}

/// Why the process that read a file ended before it was done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stop {
    /// It needed more memory than a file may.
    Memory { limit: String },
    /// It ran out of stack: the file is nested too deeply.
    Nesting,
    /// It worked longer than a file may, or kept waiting.
    Time { seconds: u64 },
    /// It died of something else, or answered nonsense; the system's own words.
    Crash { detail: String },
}

/// What a file holds within itself beside the text of its pages and sheets.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Within {
    /// Other files, which are files of their own in the record: their names.
    Attachments { names: Vec<String> },
    /// So many other files that were not looked into: there are too many, or they lie too deep.
    AttachmentsLeft { count: u32 },
    /// Notes that somebody pinned to a page and that are not part of its text; the words.
    PageNote { text: String },
    /// Words that a line is drawn through.
    StruckThrough { text: String },
    /// Text that lies across or over a page, as a watermark does, and is not part of its lines.
    OverPage { text: String },
    /// The value of a form field that lies over other text, and is not read.
    FieldOverText { text: String },
}

impl Problem {
    /// A problem that makes a whole file, page or sheet unreadable.
    pub fn error(place: Place, what: What) -> Self {
        Self { place, severity: Severity::Error, what }
    }

    /// A problem that makes a part doubtful.
    pub fn warning(place: Place, what: What) -> Self {
        Self { place, severity: Severity::Warning, what }
    }

    /// Something good to know.
    pub fn note(place: Place, what: What) -> Self {
        Self { place, severity: Severity::Note, what }
    }
}

/// Why a run ended without writing. The old outbox stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Another run works on the same outbox.
    Busy,
    /// The inbox is not there or cannot be listed; the system's own words.
    Inbox { path: String, detail: String },
    /// Nothing lies in the inbox: an empty register would replace the one that stands.
    Empty { path: String },
    /// Not one report could be read, and a register stands that an empty one would replace. The files, each with what a
    /// person can do about it.
    NothingRead { files: Vec<String> },
    /// The workbook of settings cannot be read: what went wrong.
    Settings { file: String, what: What },
    /// There is more than one workbook of settings, and they are not the same.
    ManySettings { files: Vec<String> },
    /// A file stands where one was to be made, and is not replaced.
    FileStands { path: String },
    /// An edition of this name stands already, and is never replaced.
    EditionStands { name: String },
    /// The outbox is the inbox, which is never written to.
    SameFolder { path: String },
    /// The outbox, or a folder in it that outputs are written to, lies within the inbox, which is never written to.
    WithinInbox { path: String },
    /// The outbox is a file.
    NoFolder { path: String },
    /// Another program holds a file of the outbox open.
    Held { path: String },
    /// A file of the outbox could not be written or replaced; the system's own words.
    Outbox { path: String, detail: String },
    /// An output could not be made; the writer's own words.
    Output { path: String, detail: String },
    /// The rows seen and the rows accounted for differ: the program's fault.
    Unbalanced { file: String, seen: u64, counted: u64 },
    /// The worker threads could not be started; the system's own words.
    Threads { detail: String },
    /// No process could be started that reads files; the system's own words.
    Processes { detail: String },
}

/// A path as a message names it: whole, so that it is found from anywhere.
pub fn full(path: &Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf()).display().to_string()
}
