//! A sheet, or all pages of a document, as one run of rows in which records are looked for.

use super::flow::{Row, Strip};
use super::ledger::RowId;
use super::months;
use crate::model::AsideReason;
use crate::vocab::Vocab;
use std::ops::Range;

/// The rows of a sheet, or of all pages.
#[derive(Debug, Clone)]
pub struct Body {
    /// Name of the sheet, if it is one.
    pub sheet: Option<String>,
    /// A hidden sheet: nothing in it is read.
    pub hidden: bool,
    /// Rows that can be part of a record, in reading order.
    pub rows: Vec<Row>,
    /// Rows that cannot: hidden ones, headers and footers, each with its reason.
    pub unread: Vec<(RowId, AsideReason)>,
    /// Hidden rows of a sheet that is shown.
    pub hidden_rows: Vec<Row>,
    /// Grids and runs of text that the rows stand in, in their order.
    pub parts: Vec<Part>,
}

/// A grid or a run of text within a body.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its rows.
    pub range: Range<usize>,
    /// A grid of cells; else lines of text.
    pub grid: bool,
    /// True if its columns are those of the grid before.
    pub continues: bool,
}

/// Rows of a part, as readings see them.
#[derive(Debug, Clone, Copy)]
pub struct Stretch<'a> {
    /// True if the columns are those of the grid before.
    pub continues: bool,
    /// The rows.
    pub rows: &'a [Row],
}

impl Body {
    /// The rows of a part.
    pub fn stretch(&self, part: &Part) -> Stretch<'_> {
        Stretch { continues: part.continues, rows: &self.rows[part.range.clone()] }
    }

    /// The part that a row stands in.
    pub fn part_of(&self, at: usize) -> usize {
        self.parts.partition_point(|part| part.range.end <= at)
    }

    /// The body as it would be if its hidden rows were shown.
    pub fn shown(&self) -> Self {
        let mut rows: Vec<Row> = self.rows.iter().chain(&self.hidden_rows).cloned().collect();
        rows.sort_by_key(|row| row.id);
        for (at, row) in rows.iter_mut().enumerate() {
            row.at = at;
            row.hidden = false;
        }
        let parts = vec![Part { range: 0..rows.len(), grid: true, continues: false }];
        Self {
            sheet: self.sheet.clone(),
            hidden: false,
            rows,
            unread: Vec::new(),
            hidden_rows: Vec::new(),
            parts,
        }
    }

    fn add(&mut self, strip: Strip) {
        let from = self.rows.len();
        for mut row in strip.rows {
            if row.furniture {
                self.unread.push((row.id, AsideReason::Furniture));
            } else if row.hidden || self.hidden {
                self.unread.push((row.id, AsideReason::Hidden));
                self.hidden_rows.push(row);
            } else {
                row.at = self.rows.len();
                self.rows.push(row);
            }
        }
        if self.rows.len() > from {
            let range = from..self.rows.len();
            self.parts.push(Part { range, grid: strip.grid, continues: strip.continues });
        }
    }
}

/// The bodies of a document: one a sheet, or one for all pages.
pub fn bodies(vocab: Vocab, strips: Vec<Strip>) -> Vec<Body> {
    let mut bodies: Vec<Body> = Vec::new();
    for strip in strips {
        if strip.sheet.is_some() || bodies.is_empty() {
            bodies.push(Body {
                sheet: strip.sheet.clone(),
                hidden: strip.hidden,
                rows: Vec::new(),
                unread: Vec::new(),
                hidden_rows: Vec::new(),
                parts: Vec::new(),
            });
        }
        if let Some(body) = bodies.last_mut() {
            body.add(strip);
        }
    }
    for body in &mut bodies {
        months::bring_down(vocab, body);
    }
    bodies
}
