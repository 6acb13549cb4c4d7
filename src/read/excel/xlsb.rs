//! Binary Office Open XML workbooks.

use super::outline::Outline;
use super::xlsb_records::{self, CellFormat, SheetRecords};
use super::{SHEETS, beside, package, value};
use crate::model::{Counted, Grid, Note, NoteKind, Place, Sheet, Spot};
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
            book.left_out(place.clone(), Counted::Sheets);
            break;
        }
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let spot = place.at(Spot::Sheet { sheet: sheet.name.clone() });
        let part = parts.iter().find(|(name, _)| *name == sheet.name).map_or("", |(_, part)| part);
        filled.sheet();
        let (mut outline, mut grid, mut notes) = (Outline::default(), Grid::default(), Vec::new());
        let mut read = records(&mut package, part, &formats, &spot, &mut book).and_then(|records| {
            outline = records.outline;
            package::count(&mut package, part)?;
            let filling = (&mut filled, &mut grid);
            cells(&mut workbook, &sheet.name, &records.dates, &spot, filling, &mut book)
        });
        if read.is_ok() {
            read = match notes_of(&mut package, part, &mut filled, &mut notes) {
                Err(Refused::Broken(detail)) => {
                    book.lost(spot.clone(), What::Broken { detail });
                    Ok(())
                }
                read => read,
            };
        }
        let (name, hidden) = (sheet.name.clone(), sheet.visible != SheetVisible::Visible);
        book.sheets.push(Sheet { name, hidden, grid: filled.shaped(outline, grid), notes });
        if let Err(refused) = read {
            book.stopped(&spot, refused)?;
            break;
        }
    }
    book.note_left_out(&filled, place);
    Ok(book)
}

/// What the records of a sheet tell; one whose records cannot be read is marked as partial.
fn records(
    package: &mut package::Package<'_>,
    part: &str,
    formats: &[CellFormat],
    spot: &Place,
    book: &mut Book,
) -> Result<SheetRecords, Refused> {
    match xlsb_records::of_sheet(package, part, formats) {
        Err(Refused::Broken(detail)) => {
            book.lost(spot.clone(), What::Broken { detail });
            Ok(SheetRecords::default())
        }
        records => records,
    }
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
    (filled, grid): (&mut Filled, &mut Grid),
    book: &mut Book,
) -> Result<(), Refused> {
    let is_1904 = workbook.has_1904_epoch();
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(error) => {
            book.lost(spot.clone(), What::Broken { detail: error.to_string() });
            return Ok(());
        }
    };
    loop {
        match reader.next_cell() {
            Ok(None) => return Ok(()),
            Ok(Some(cell)) => {
                let at = cell.get_position();
                let data = Data::from(cell.get_value().clone());
                let read =
                    if dates.contains(&at) { value::as_date(data, is_1904) } else { value::value(data) };
                match read {
                    Some(value) => filled.put(grid, at, value)?,
                    None => filled.met(1, Some(at.0))?,
                }
            }
            Err(error) => {
                book.lost(spot.clone(), What::Broken { detail: error.to_string() });
                return Ok(());
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
