//! Binary Office Open XML workbooks.

use super::xlsb_records::{self, SheetRecords};
use super::{SHEETS, beside, package, value};
use crate::model::{Grid, Note, NoteKind, Place, Sheet, Spot};
use crate::problem::What;
use crate::read::book::{Book, Refused};
use crate::read::fill::Filled;
use calamine::{Data, Reader, SheetType, SheetVisible, Xlsb, XlsbError};
use std::collections::BTreeSet;
use std::io::Cursor;

/// Reads a workbook. A sheet that is broken is reported and the others are kept.
pub(in crate::read) fn read(bytes: &[u8], place: &Place) -> Result<Book, Refused> {
    if bytes.starts_with(&super::COMPOUND) {
        return Err(Refused::Password);
    }
    let mut package = package::open(bytes)?;
    let parts = xlsb_records::sheet_parts(&mut package)?;
    let formats = xlsb_records::formats(&mut package)?;
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
        let part = parts.iter().find(|(name, _)| *name == sheet.name).map_or("", |(_, part)| part);
        let SheetRecords { outline, dates } = match xlsb_records::of_sheet(&mut package, part, &formats) {
            Err(Refused::Broken(detail)) => {
                book.lost(spot.clone(), What::Broken { detail });
                SheetRecords::default()
            }
            records => records?,
        };
        let grid = cells(&mut workbook, &sheet.name, &dates, &spot, &mut filled, &mut book)?;
        let mut notes = Vec::new();
        match notes_of(&mut package, part, &mut filled, &mut notes) {
            Err(Refused::Broken(detail)) => book.lost(spot, What::Broken { detail }),
            read => read?,
        }
        let hidden = sheet.visible != SheetVisible::Visible;
        book.sheets.push(Sheet { name: sheet.name.clone(), hidden, grid: outline.onto(grid), notes });
    }
    book.note_left_out(&filled, place);
    Ok(book)
}

/// The texts beside the cells.
fn notes_of(
    package: &mut package::Package<'_>,
    part: &str,
    filled: &mut Filled,
    notes: &mut Vec<Note>,
) -> Result<(), Refused> {
    for (at, text) in xlsb_records::comments(package, part)? {
        let text = filled.note(&text)?;
        notes.extend(text.map(|text| Note { kind: NoteKind::Comment, at: Some(at), text }));
    }
    beside::of_sheet(package, part, filled, notes)
}

/// A sheet's cells up to the first that cannot be read.
fn cells(
    workbook: &mut Xlsb<Cursor<&[u8]>>,
    name: &str,
    dates: &BTreeSet<(u32, u32)>,
    spot: &Place,
    filled: &mut Filled,
    book: &mut Book,
) -> Result<Grid, Refused> {
    let is_1904 = workbook.has_1904_epoch();
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
                let at = cell.get_position();
                let data = Data::from(cell.get_value().clone());
                let read =
                    if dates.contains(&at) { value::as_date(data, is_1904) } else { value::value(data) };
                if let Some(value) = read {
                    filled.put(&mut grid, at, value)?;
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
