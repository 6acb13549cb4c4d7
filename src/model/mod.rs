//! The plain data that flows through the pipeline: public fields, no behaviour beyond looking things up.

mod audit;
mod budget;
mod changes;
mod codes;
mod datum;
mod decision;
mod document;
mod engagement;
mod field;
mod layout;
mod level;
mod period;
mod place;
mod reading;
mod record;
mod register;
mod report;
mod scan;
mod settings;

pub use audit::{Aside, AsideReason, Audit};
pub use budget::Counted;
pub use changes::{
    Altered, Changes, ContractRow, Edition, FieldChange, History, LastMonth, Listed, News, Since,
    SinceEdition, Unread, without_wording,
};
pub(crate) use codes::codes;
pub use codes::{Group, Kind, Mode, Precision, Rank, Status, Theme};
pub use datum::{Baht, DataType, Datum};
pub use decision::{
    Asked, ColumnOf, Decision, FollowUp, Question, REVIEW_IN_OUTBOX, REVIEW_KEY, REVIEW_SHEET, Review,
    RowName, RowNumber, Ruling, Side, Stated, Unusable,
};
pub use document::{
    Block, Body, Cell, CellFlaw, Colour, Document, Grid, Legibility, Line, Look, Note, NoteKind, Page, Rect,
    Sheet, Span, Table, Value,
};
pub use engagement::{Candidate, Engagement, International, Reason, Understood, Verdict};
pub(crate) use field::fields;
pub use field::{Key, Policy};
pub use layout::{ColumnRole, HeadRow, Layout, TableReading, UnsureTable};
pub use level::Level;
pub use period::{Period, ReportPeriod, day};
pub use place::{Place, Spot};
pub use reading::{AnyReading, Confidence, Doubt, Reading};
pub use record::{
    Context, Extract, FoundColumn, FoundTable, Hint, Mark, Record, Role, Trust, Unheld, Written,
};
pub use register::{Conflict, Entry, Evidence, Pair, Register, Source, Tie};
pub use report::{Covered, FORM_SHEET, FileStatus, Format, OWN_MARK, Processed, Report, Reported};
pub use scan::{Lay, Piece, Recognised, Scan, Stroke, Unrecognised};
pub use settings::{Every, Expected, Flaw, Letterhead, SETTINGS_SHEET, Settings};
