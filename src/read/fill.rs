//! Fills a grid with cells, within limits that a hostile file cannot exceed.

use super::book::Refused;
use super::budget::Budget;
use super::excel::outline::Outline;
use super::misdecoded::{self, Reading};
use crate::model::{Cell, CellFlaw, Counted, Grid, Value};
use crate::thai;

/// Characters of one cell, Excel's own limit.
const CELL_TEXT: usize = 32_767;
/// Cells further to the right count for more than one: what a column means is told by those beside it.
const WIDE: u32 = 64;
/// A text that is longer, in bytes, counts for more than its length.
const LONG: usize = 2_048;
/// Characters of an error value; the longest of Excel's has fourteen.
const ERROR: usize = 64;
/// Excel's last row and column, 0-based. LibreOffice has the same.
const LAST: (u32, u32) = (1_048_575, 16_383);

/// Counts what all sheets of one file hold.
#[derive(Debug, Default)]
pub(super) struct Filled {
    pub(super) budget: Budget,
    /// The row that was filled last; rows come one after the other.
    row: Option<u32>,
}

impl Filled {
    /// Another sheet begins.
    pub(super) fn sheet(&mut self) {
        self.row = None;
    }

    /// Counts cells of a row, whatever they hold.
    ///
    /// # Errors
    /// If there are more than are read.
    pub(super) fn met(&self, cells: usize, row: Option<u32>) -> Result<(), Refused> {
        self.take(Counted::Cells, cells, row)
    }

    /// Puts a value into its cell, text in its normal form; a blank one leaves the cell empty. A later value for
    /// the same cell replaces the earlier one, as the spreadsheet programs do it.
    ///
    /// # Errors
    /// If the file holds more than is read.
    pub(super) fn put(&mut self, grid: &mut Grid, at: (u32, u32), value: Value) -> Result<(), Refused> {
        if at.0 > LAST.0 || at.1 > LAST.1 {
            return Err(Refused::Broken(format!("a cell at row {}, column {}", at.0, at.1)));
        }
        let row = Some(at.0);
        self.met(1, row)?;
        if u64::from(at.1) >= Counted::Columns.limit() {
            self.budget.take(Counted::Columns, usize::MAX);
            return Ok(());
        }
        let (value, flaw) = match value {
            Value::Text(text) => {
                let (text, flaw) = shortened(&text);
                let (text, flaw) = match misdecoded::reading(text) {
                    Reading::Right => (thai::normal(text), flaw),
                    Reading::Wrong(written) => {
                        grid.mended.insert(at);
                        (thai::normal(&written), flaw)
                    }
                    Reading::Damaged => (thai::normal(text), Some(CellFlaw::Damaged)),
                };
                if text.is_empty() {
                    return Ok(());
                }
                self.take(Counted::Text, text.len() * (1 + text.len() / LONG), row)?;
                (Value::Text(text), flaw)
            }
            Value::Error(text) => {
                let text: String = text.chars().take(ERROR).collect();
                self.take(Counted::Text, text.len(), row)?;
                (Value::Error(text), None)
            }
            Value::Number(_) | Value::Date(_) | Value::Bool(_) => (value, None),
        };
        self.take(Counted::Filled, 1 + (at.1.saturating_sub(WIDE) / 2) as usize, row)?;
        if self.row != row {
            self.take(Counted::Rows, 1, row)?;
            self.row = row;
        }
        grid.cells.insert(at, Cell { value, flaw });
        Ok(())
    }

    /// A sheet's cells in its shape, with as many merged areas as are read.
    pub(super) fn shaped(&self, outline: Outline, grid: Grid) -> Grid {
        let more = outline.more_merged;
        let mut grid = outline.onto(grid);
        let left = self.budget.left(Counted::Merged);
        self.budget.take(Counted::Merged, grid.merged.len() + more);
        grid.merged.truncate(left);
        grid
    }

    fn take(&self, of: Counted, amount: usize, row: Option<u32>) -> Result<(), Refused> {
        if self.budget.take(of, amount) { Ok(()) } else { Err(Refused::Over { of, row }) }
    }

    /// A text that stands beside the cells, in its normal form; nothing if it is blank, or one more than are read.
    ///
    /// # Errors
    /// If the file holds more text than is read.
    pub(super) fn note(&mut self, text: &str) -> Result<Option<String>, Refused> {
        let text = match misdecoded::reading(shortened(text).0) {
            Reading::Wrong(written) => thai::normal(&written),
            Reading::Right | Reading::Damaged => thai::normal(shortened(text).0),
        };
        self.take(Counted::Text, text.len(), None)?;
        Ok((!text.is_empty() && self.budget.take(Counted::Notes, 1)).then_some(text))
    }
}

/// At most as many characters as a cell of Excel can hold.
fn shortened(text: &str) -> (&str, Option<CellFlaw>) {
    match text.char_indices().nth(CELL_TEXT) {
        Some((end, _)) => (text.get(..end).unwrap_or(text), Some(CellFlaw::Cut)),
        None => (text, None),
    }
}
