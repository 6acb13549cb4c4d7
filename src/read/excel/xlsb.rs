//! Binary Office Open XML workbooks.

use super::{SHEETS, package, value};
use crate::model::{Grid, Place, Sheet, Spot};
use crate::problem::What;
use crate::read::book::{Book, Refused};
use crate::read::fill::Filled;
use calamine::{Data, Reader, SheetType, SheetVisible, Xlsb, XlsbError};
use std::io::Cursor;

/// Reads a workbook. A sheet that is broken is reported and the others are kept.
pub(in crate::read) fn read(bytes: &[u8], place: &Place) -> Result<Book, Refused> {
    if bytes.starts_with(&super::COMPOUND) {
        return Err(Refused::Password);
    }
    package::open(bytes)?;
    let mut workbook = Xlsb::new(Cursor::new(bytes)).map_err(refused)?;
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
        let spot = place.at(Spot::Sheet { sheet: sheet.name.clone() });
        let grid = cells(&mut workbook, &sheet.name, &spot, &mut filled, &mut book)?;
        let hidden = sheet.visible != SheetVisible::Visible;
        book.sheets.push(Sheet { name: sheet.name.clone(), hidden, grid });
    }
    Ok(book)
}

/// A sheet's cells up to the first that cannot be read.
fn cells(
    workbook: &mut Xlsb<Cursor<&[u8]>>,
    name: &str,
    spot: &Place,
    filled: &mut Filled,
    book: &mut Book,
) -> Result<Grid, Refused> {
    let mut grid = Grid::default();
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(error) => {
            book.lost(spot.clone(), What::Broken { detail: error.to_string() });
            return Ok(grid);
        }
    };
    loop {
        match reader.next_cell() {
            Ok(None) => return Ok(grid),
            Ok(Some(cell)) => {
                if let Some(value) = value::value(Data::from(cell.get_value().clone())) {
                    filled.put(&mut grid, cell.get_position(), value)?;
                }
            }
            Err(error) => {
                book.lost(spot.clone(), What::Broken { detail: error.to_string() });
                return Ok(grid);
            }
        }
    }
}

fn refused(error: XlsbError) -> Refused {
    match error {
        XlsbError::Password => Refused::Password,
        other => Refused::Broken(other.to_string()),
    }
}
