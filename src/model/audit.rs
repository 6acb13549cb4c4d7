//! What was seen and what became of it.

use super::Place;
use super::codes::codes;
use serde::{Deserialize, Serialize};

/// A row or line that is not part of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// Where.
    pub place: Place,
    /// Its words, shortened.
    pub text: String,
    /// Why it is no record.
    pub reason: AsideReason,
    /// Name of the rule or reading that says so.
    pub rule: String,
}

codes! {
    /// Why a row or line is no record.
    AsideReason {
        /// Title block, or text that introduces a table.
        Title = "title",
        /// Heading of columns.
        Heading = "heading",
        /// Section row.
        Section = "section",
        /// Total or subtotal.
        Total = "total",
        /// Note, source, legend.
        Note = "note",
        /// "Nothing to report".
        Nil = "nil",
        /// Page number, running header or footer.
        Furniture = "furniture",
        /// Signature block or address of a letter.
        Letter = "letter",
        /// Example row left in a template.
        Example = "example",
        /// Hidden sheet or row.
        Hidden = "hidden",
        /// Summary or pivot of records that stand elsewhere.
        Summary = "summary",
        /// A form that was not filled in.
        Unfilled = "unfilled",
        /// Running text without an activity in it.
        Prose = "prose",
        /// Part of a record that is left out: the file has more than are read of one.
        LeftOut = "left_out",
        /// Not understood: a person has to look.
        NotUnderstood = "not_understood",
    }
}

/// Rows counted: every row or line seen is part of a record or set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Audit {
    /// Non-empty rows and lines in the document.
    pub seen: u64,
    /// Of these, rows and lines that records are made of.
    pub in_records: u64,
    /// Of these, rows and lines set aside.
    pub aside: u64,
    /// Records made.
    pub records: u64,
    /// Records taken as international.
    pub international: u64,
    /// Records taken as domestic.
    pub domestic: u64,
}

impl Audit {
    /// True if nothing was lost between seeing and counting.
    pub fn balances(&self) -> bool {
        self.seen == self.in_records + self.aside && self.records == self.international + self.domestic
    }

    /// The sum of two.
    pub fn plus(self, other: Self) -> Self {
        Self {
            seen: self.seen + other.seen,
            in_records: self.in_records + other.in_records,
            aside: self.aside + other.aside,
            records: self.records + other.records,
            international: self.international + other.international,
            domestic: self.domestic + other.domestic,
        }
    }
}
