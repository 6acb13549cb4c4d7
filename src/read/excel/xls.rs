//! Workbooks of Excel 5 to 2003.

use super::biff::SheetRecords;
use super::{SHEETS, biff, value};
use crate::model::{Counted, Grid, Place, Sheet, Span, Spot};
use crate::problem::What;
use crate::read::book::{Book, Refused};
use crate::read::fill::Filled;
use calamine::{Data, Range, Reader, SheetType, SheetVisible, Xls, XlsError};
use std::collections::BTreeSet;
use std::io::Cursor;

/// Reads a workbook. The records are looked through before calamine reads them, which trusts their sizes.
pub(in crate::read) fn read(bytes: &[u8], place: &Place) -> Result<Book, Refused> {
    let mut records = biff::sheets(&biff::stream(bytes)?)?.into_iter();
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(refused)?;
    let is_1904 = workbook.has_1904_epoch();
    let metadata = workbook.sheets_metadata().to_vec();
    let mut book = Book::default();
    let mut filled = Filled::default();
    for (index, sheet) in metadata.iter().enumerate() {
        if index >= SHEETS {
            book.left_out(place.clone(), Counted::Sheets);
            break;
        }
        let SheetRecords { mut outline, dates, objects } = records.next().unwrap_or_default();
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        for area in workbook.merge_cells_by_sheet_name(&sheet.name).map_err(refused)? {
            let ((top, left), (bottom, right)) = (area.start, area.end);
            outline.merge(Span { top, left, bottom, right });
        }
        let spot = place.at(Spot::Sheet { sheet: sheet.name.clone() });
        let (mut grid, mut notes) = (Grid::default(), Vec::new());
        filled.sheet();
        let mut read = match workbook.worksheet_range(&sheet.name) {
            Ok(range) => cells(&range, &dates, is_1904, (&mut filled, &mut grid)),
            Err(error) => {
                book.lost(spot, What::Broken { detail: error.to_string() });
                continue;
            }
        };
        if read.is_ok() {
            read = objects.notes(&mut filled).map(|texts| notes = texts);
        }
        let hidden = sheet.visible != SheetVisible::Visible;
        let grid = filled.shaped(outline, grid);
        book.sheets.push(Sheet { name: sheet.name.clone(), hidden, grid, notes });
        if let Err(refused) = read {
            book.stopped(&spot, refused)?;
            break;
        }
    }
    book.note_left_out(&filled, place);
    Ok(book)
}

fn cells(
    range: &Range<Data>,
    dates: &BTreeSet<(u32, u32)>,
    is_1904: bool,
    (filled, grid): (&mut Filled, &mut Grid),
) -> Result<(), Refused> {
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let at = (top + row as u32, left + column as u32);
        let data = data.clone();
        let read = if dates.contains(&at) { value::as_date(data, is_1904) } else { value::value(data) };
        if let Some(value) = read {
            filled.put(grid, at, value)?;
        }
    }
    Ok(())
}

fn refused(error: XlsError) -> Refused {
    match error {
        XlsError::Password => Refused::Password,
        other => Refused::Broken(other.to_string()),
    }
}
