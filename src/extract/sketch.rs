//! One way to read a stretch of rows: what a reading proposes and the judge weighs.

use super::fields::Fields;
use super::flow::Row;
use super::judge::Because;
use crate::model::{FoundColumn, Place, Role};
use std::ops::Range;

/// One way to read the rows `span` of a body.
#[derive(Debug, Clone)]
pub struct Sketch {
    /// Name of the reading that proposes it.
    pub reading: &'static str,
    /// The rows that it speaks for, by their place in the body.
    pub span: Range<usize>,
    /// The records that it would give, in reading order.
    pub drafts: Vec<Draft>,
    /// Rows that are no record, each with its reason. What it says nothing of is left over.
    pub aside: Vec<(usize, Because)>,
    /// Blocks of title lines, each by the row that it begins at.
    pub titles: Vec<(usize, Vec<String>)>,
    /// Lines of the head of a memo.
    pub memo: Vec<String>,
    /// Headings or labels with the roles that they were given.
    pub columns: Vec<FoundColumn>,
    /// True if a row says that there was nothing to report.
    pub nil: bool,
    /// True if it is worth keeping without records: it says what its rows are.
    pub explains: bool,
    /// How far the title column leads over the next best one; 0 where there is no choice.
    pub lead: f32,
}

/// A record as a reading would give it.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Where it stands.
    pub place: Place,
    /// Name of the layout that it was found by.
    pub layout: &'static str,
    /// All rows that it explains, by their place in the body; the first is where it stands.
    pub rows: Vec<usize>,
    /// Its fields.
    pub fields: Fields,
    /// Headings of the sections above, outermost first.
    pub sections: Vec<String>,
    /// True if the reading that it is part of rests on little.
    pub doubtful: bool,
}

impl Sketch {
    /// A reading that says nothing yet.
    pub fn new(reading: &'static str, span: Range<usize>) -> Self {
        Self {
            reading,
            span,
            drafts: Vec::new(),
            aside: Vec::new(),
            titles: Vec::new(),
            memo: Vec::new(),
            columns: Vec::new(),
            nil: false,
            explains: false,
            lead: 0.0,
        }
    }

    /// The row is no record, because of this.
    pub fn set_aside(&mut self, row: &Row, because: Because) {
        self.aside.push((row.at, because));
    }

    /// A block of title lines begins at this row.
    pub fn title_block(&mut self, at: usize, texts: Vec<String>) {
        if !texts.is_empty() {
            self.titles.push((at, texts));
        }
    }
}

impl Draft {
    /// The wording of the activity; empty if there is none.
    pub fn title(&self) -> &str {
        self.fields.get(&Role::Activity).and_then(|texts| texts.first()).map_or("", |written| &written.text)
    }
}
