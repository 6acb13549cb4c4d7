//! Workbooks of Excel 5 to 2003.

use super::outline::Outline;
use super::{SHEETS, value};
use crate::model::{Grid, Place, Sheet, Span, Spot};
use crate::problem::What;
use crate::read::book::{Book, Refused};
use crate::read::fill::Filled;
use calamine::{Reader, SheetType, SheetVisible, Xls, XlsError};
use std::io::Cursor;

/// Reads a workbook.
pub(in crate::read) fn read(bytes: &[u8], place: &Place) -> Result<Book, Refused> {
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(refused)?;
    let metadata = workbook.sheets_metadata().to_vec();
    let mut book = Book::default();
    let mut filled = Filled::default();
    for (index, sheet) in metadata.iter().enumerate() {
        if index >= SHEETS {
            book.lost(place.clone(), What::TooLarge { limit: format!("{SHEETS} sheets") });
            break;
        }
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let mut outline = Outline::default();
        for area in workbook.merge_cells_by_sheet_name(&sheet.name).map_err(refused)? {
            let ((top, left), (bottom, right)) = (area.start, area.end);
            outline.merge(Span { top, left, bottom, right });
        }
        let spot = place.at(Spot::Sheet { sheet: sheet.name.clone() });
        let grid = match workbook.worksheet_range(&sheet.name) {
            Ok(range) => cells(&range, &mut filled)?,
            Err(error) => {
                book.lost(spot, What::Broken { detail: error.to_string() });
                continue;
            }
        };
        let hidden = sheet.visible != SheetVisible::Visible;
        book.sheets.push(Sheet { name: sheet.name.clone(), hidden, grid: outline.onto(grid) });
    }
    Ok(book)
}

fn cells(range: &calamine::Range<calamine::Data>, filled: &mut Filled) -> Result<Grid, Refused> {
    let mut grid = Grid::default();
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        if let Some(value) = value::value(data.clone()) {
            filled.put(&mut grid, (top + row as u32, left + column as u32), value)?;
        }
    }
    Ok(grid)
}

fn refused(error: XlsError) -> Refused {
    match error {
        XlsError::Password => Refused::Password,
        other => Refused::Broken(other.to_string()),
    }
}
