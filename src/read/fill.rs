//! Fills a grid with cells, within limits that a hostile file cannot exceed.

use super::book::Refused;
use super::misdecoded::{self, Reading};
use crate::model::{Cell, CellFlaw, Grid, Value};
use crate::problem::What;
use crate::thai;

/// Non-empty cells of one file. A department's report has thousands.
const CELLS: usize = 5_000_000;
/// Bytes of text of one file, some five thousand pages, counted where it stands: one shared string may stand in many cells.
const TEXT: usize = 32 << 20;
/// Notes and text boxes of one file.
const NOTES: usize = 10_000;
/// Characters of one cell, Excel's own limit.
const CELL_TEXT: usize = 32_767;
/// Excel's last row and column, 0-based. LibreOffice has the same.
const LAST: (u32, u32) = (1_048_575, 16_383);

/// Counts what all sheets of one file hold.
#[derive(Debug, Default)]
pub(super) struct Filled {
    cells: usize,
    text: usize,
    notes: usize,
}

impl Filled {
    /// Puts a value into its cell, text in its normal form; a blank one leaves the cell empty. A later value for
    /// the same cell replaces the earlier one, as the spreadsheet programs do it.
    ///
    /// # Errors
    /// If the file holds more than the limits.
    pub(super) fn put(&mut self, grid: &mut Grid, at: (u32, u32), value: Value) -> Result<(), Refused> {
        if at.0 > LAST.0 || at.1 > LAST.1 {
            return Err(Refused::Broken(format!("a cell at row {}, column {}", at.0, at.1)));
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
                self.text += text.len();
                (Value::Text(text), flaw)
            }
            Value::Number(_) | Value::Date(_) | Value::Bool(_) | Value::Error(_) => (value, None),
        };
        self.cells += 1;
        if self.cells > CELLS {
            return Err(Refused::TooLarge(format!("{CELLS} cells")));
        }
        if self.text > TEXT {
            return Err(Refused::TooLarge(format!("{} MB of text", TEXT >> 20)));
        }
        grid.cells.insert(at, Cell { value, flaw });
        Ok(())
    }

    /// A text that stands beside the cells, in its normal form; nothing if it is blank, or one more than are read.
    ///
    /// # Errors
    /// If the file holds more than the limits.
    pub(super) fn note(&mut self, text: &str) -> Result<Option<String>, Refused> {
        let text = match misdecoded::reading(shortened(text).0) {
            Reading::Wrong(written) => thai::normal(&written),
            Reading::Right | Reading::Damaged => thai::normal(shortened(text).0),
        };
        self.text += text.len();
        if self.text > TEXT {
            return Err(Refused::TooLarge(format!("{} MB of text", TEXT >> 20)));
        }
        self.notes += usize::from(!text.is_empty());
        Ok((!text.is_empty() && self.notes <= NOTES).then_some(text))
    }

    /// What is to be said if texts beside the cells were left out.
    pub(super) fn left_out(&self) -> Option<What> {
        (self.notes > NOTES).then(|| What::TooLarge { limit: format!("{NOTES} notes") })
    }
}

/// At most as many characters as a cell of Excel can hold.
fn shortened(text: &str) -> (&str, Option<CellFlaw>) {
    match text.char_indices().nth(CELL_TEXT) {
        Some((end, _)) => (text.get(..end).unwrap_or(text), Some(CellFlaw::Cut)),
        None => (text, None),
    }
}
