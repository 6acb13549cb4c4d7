//! A workbook or table while it is read, and why it may not be readable.

use super::fill::Filled;
use super::{Opened, Unreadable};
use crate::model::{Body, CellFlaw, Counted, Document, FORM_SHEET, FileStatus, Place, Sheet, Spot};
use crate::problem::{Problem, What};

/// Why nothing of a workbook can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refused {
    /// Needs a password.
    Password,
    /// Broken; the reader's own words.
    Broken(String),
    /// Larger than the limit named.
    TooLarge(String),
    /// There is more in it than is read, from this row on, 0-based, where it is known. What was read before is kept.
    Over { of: Counted, row: Option<u32> },
    /// In no format that is read.
    Unsupported,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Broken(detail) | Self::TooLarge(detail) => f.write_str(detail),
            Self::Password => f.write_str("password"),
            Self::Unsupported => f.write_str("unsupported"),
            Self::Over { of, .. } => write!(f, "{} {of:?}", of.most()),
        }
    }
}

impl Refused {
    /// A broken file, with the reader's own words.
    pub(super) fn broken(error: &impl std::fmt::Display) -> Self {
        Self::Broken(error.to_string())
    }

    /// The outcome of the file.
    pub(super) fn unreadable(self, place: &Place) -> Unreadable {
        let (status, what) = match self {
            Self::Password => (FileStatus::Password, What::PasswordNeeded),
            Self::Broken(detail) => (FileStatus::Damaged, What::Broken { detail }),
            Self::TooLarge(limit) => (FileStatus::Unsupported, What::TooLarge { limit }),
            Self::Over { of, .. } => (FileStatus::Unsupported, What::LeftOut { of }),
            Self::Unsupported => (FileStatus::Unsupported, What::UnsupportedFormat),
        };
        Unreadable { status, problem: Problem::error(place.clone(), what) }
    }
}

/// The sheets of a workbook while it is read.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// In the order of the workbook.
    pub(super) sheets: Vec<Sheet>,
    /// What a person should know.
    pub(super) problems: Vec<Problem>,
    /// True if a sheet or cell could not be read.
    pub(super) partial: bool,
}

impl Book {
    /// Names a cell whose formula has no stored result. `sheet` is the place of its sheet, `cell` 0-based.
    pub(super) fn not_calculated(&mut self, sheet: &Place, cell: Option<(u32, u32)>) {
        if let (Some((row, column)), Some(name)) = (cell, sheet.spot.sheet()) {
            let spot = Spot::Cell { sheet: name.to_owned(), row: row + 1, column: column + 1 };
            self.problems.push(Problem::warning(sheet.at(spot), What::FormulaNotCalculated));
        }
    }

    /// Notes that a part of the workbook could not be read.
    pub(super) fn lost(&mut self, place: Place, what: What) {
        self.partial = true;
        self.problems.push(Problem::error(place, what));
    }

    /// Notes that nothing was read from a place on, or nothing more of what is counted.
    pub(super) fn left_out(&mut self, place: Place, of: Counted) {
        self.problems.push(Problem::error(place, What::LeftOut { of }));
    }

    /// Notes that notes or merged areas were left out, if they were.
    pub(super) fn note_left_out(&mut self, filled: &Filled, place: &Place) {
        for of in [Counted::Columns, Counted::Notes, Counted::Merged] {
            if filled.budget.is_over(of) {
                self.left_out(place.clone(), of);
            }
        }
    }

    /// What ended the reading of a sheet at `spot`: there was more than is read, and nothing after it is.
    ///
    /// # Errors
    /// If it was something else.
    pub(super) fn stopped(&mut self, spot: &Place, refused: Refused) -> Result<(), Refused> {
        let Refused::Over { of, row } = refused else { return Err(refused) };
        let place = match (row, spot.spot.sheet()) {
            (Some(row), Some(sheet)) => spot.at(Spot::Row { sheet: sheet.to_owned(), row: row + 1 }),
            _ => spot.clone(),
        };
        self.left_out(place, of);
        Ok(())
    }

    /// The document, marked as partial if something of it was lost.
    ///
    /// # Errors
    /// If nothing of it could be read.
    pub(super) fn opened(mut self, place: &Place) -> Result<Opened, Refused> {
        self.sheets.retain(|sheet| sheet.name != FORM_SHEET);
        let over = self.problems.iter().any(|problem| matches!(problem.what, What::LeftOut { .. }));
        if self.sheets.is_empty() && !self.partial && !over {
            return Err(Refused::Broken("no sheet in the file".to_owned()));
        }
        if self.partial && !over && self.sheets.iter().all(|sheet| sheet.grid.cells.is_empty()) {
            let detail = self.problems.iter().find_map(|problem| match &problem.what {
                What::Broken { detail } => Some(detail.clone()),
                _ => None, // every other kind says nothing of what is broken
            });
            return Err(Refused::Broken(detail.unwrap_or_default()));
        }
        if self.partial {
            self.problems.push(Problem::warning(place.clone(), What::Partial));
        }
        self.problems.extend(self.sheets.iter().flat_map(|sheet| encodings(place, sheet)));
        self.problems.sort();
        self.problems.dedup();
        let document = Document { body: Body::Sheets(self.sheets), partial: self.partial || over };
        Ok(Opened { document, problems: self.problems, attachments: Vec::new() })
    }
}

/// What a person should know of texts of a sheet that were read as another encoding before they came into it.
fn encodings(file: &Place, sheet: &Sheet) -> Vec<Problem> {
    let cells = sheet.grid.cells.iter();
    let lost: Vec<(u32, u32)> =
        cells.filter(|(_, cell)| cell.flaw == Some(CellFlaw::Damaged)).map(|(at, _)| *at).collect();
    let mended: Vec<(u32, u32)> = sheet.grid.mended.iter().copied().collect();
    let at = |cells: &[(u32, u32)]| {
        let (row, column) = cells.first()?;
        Some(file.at(Spot::Cell { sheet: sheet.name.clone(), row: row + 1, column: column + 1 }))
    };
    let count = |cells: &[(u32, u32)]| cells.len() as u32;
    let lost = at(&lost).map(|place| Problem::warning(place, What::EncodingLost { count: count(&lost) }));
    let mended =
        at(&mended).map(|place| Problem::note(place, What::EncodingMended { count: count(&mended) }));
    lost.into_iter().chain(mended).collect()
}
