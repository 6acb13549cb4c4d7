//! Office Open XML workbooks: cells through calamine, what it does not tell from the sheets' XML.

use super::outline::{self, Outline};
use super::package::Package;
use super::{SHEETS, beside, format_code, package, value};
use crate::model::{Colour, Counted, Grid, Look, Note, NoteKind, Place, Sheet, Spot};
use crate::problem::What;
use crate::read::book::{Book, Refused};
use crate::read::fill::Filled;
use calamine::{Data, FontWeight, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Cells that may be unreadable in one sheet before the sheet is given up.
const UNREADABLE: usize = 1_000;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads a workbook. A sheet that is broken is reported and the others are kept.
pub(in crate::read) fn read(bytes: &[u8], place: &Place) -> Result<Book, Refused> {
    if bytes.starts_with(&super::COMPOUND) {
        return Err(Refused::Password);
    }
    let mut package = package::open(bytes)?;
    let main = outline::workbook_part(&mut package)?;
    let parts = outline::sheet_parts(&mut package, &main)?;
    let strings = outline::struck_strings(&mut package, &main)?;
    outline::check_styles(&mut package, &main)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let metadata = workbook.sheets_metadata().to_vec();
    let mut book = Book::default();
    let mut filled = Filled::default();
    for (index, sheet) in metadata.iter().enumerate() {
        let spot = place.at(Spot::Sheet { sheet: sheet.name.clone() });
        if index >= SHEETS {
            book.left_out(place.clone(), Counted::Sheets);
            break;
        }
        match sheet.typ {
            SheetType::WorkSheet | SheetType::DialogSheet | SheetType::MacroSheet => {}
            SheetType::ChartSheet | SheetType::Vba => continue,
        }
        let part = parts.iter().find(|(name, _)| *name == sheet.name).map_or("", |(_, part)| part);
        filled.sheet();
        let (mut outline, mut grid, mut notes) = (Outline::default(), Grid::default(), Vec::new());
        let mut read = shape(&mut package, part, &strings, &spot, &mut book).and_then(|shape| {
            outline = shape;
            package::count(&mut package, part)?;
            cells(&mut workbook, &sheet.name, &spot, (&mut filled, &mut grid), &mut book)
        });
        if read.is_ok() {
            read = notes_of(&mut package, part, &mut outline, (&spot, &mut filled, &mut notes), &mut book);
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

/// The merged areas and hidden rows and columns; a sheet whose outline cannot be read is marked as partial.
fn shape(
    package: &mut Package<'_>,
    part: &str,
    strings: &BTreeMap<usize, String>,
    spot: &Place,
    book: &mut Book,
) -> Result<Outline, Refused> {
    match outline::of_sheet(package, part, strings) {
        Ok((outline, unset)) => {
            book.not_calculated(spot, unset);
            Ok(outline)
        }
        Err(over @ Refused::Over { .. }) => Err(over),
        Err(refused) => {
            let detail = refused.to_string();
            book.lost(spot.clone(), What::Broken { detail });
            Ok(Outline::default())
        }
    }
}

/// The texts beside the cells, as far as they can be read: a part of them that cannot makes the file partial.
fn notes_of(
    package: &mut Package<'_>,
    part: &str,
    outline: &mut Outline,
    (spot, filled, notes): (&Place, &mut Filled, &mut Vec<Note>),
    book: &mut Book,
) -> Result<(), Refused> {
    match beside::of_sheet(package, part, filled, notes) {
        Ok(()) => {}
        Err(Refused::Broken(detail)) => book.lost(spot.clone(), What::Broken { detail }),
        Err(refused) => return Err(refused),
    }
    for text in std::mem::take(&mut outline.margins) {
        let text = filled.note(&text)?;
        notes.extend(text.map(|text| Note { kind: NoteKind::Margin, at: None, text }));
    }
    Ok(())
}

/// A sheet's cells as far as they can be read.
fn cells(
    workbook: &mut Workbook<'_>,
    name: &str,
    spot: &Place,
    (filled, grid): (&mut Filled, &mut Grid),
    book: &mut Book,
) -> Result<(), Refused> {
    let is_1904 = workbook.has_1904_epoch();
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => {
            book.lost(spot.clone(), What::Broken { detail: error.to_string() });
            return Ok(());
        }
    };
    let dates: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| {
            style.number_format.as_ref().is_some_and(|format| format_code::is_thai_date(&format.format_code))
        })
        .collect();
    let struck: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| style.font.as_ref().is_some_and(|font| font.strikethrough))
        .collect();
    let looks: Vec<Option<Look>> = reader.styles().iter().map(look).collect();
    let mut unreadable = 0;
    loop {
        match reader.next_cell_with_style_id() {
            Ok(None) => break,
            Ok(Some((cell, style))) => {
                let is_date = dates.get(style).copied().unwrap_or(false);
                let data = Data::from(cell.get_value().clone());
                let read = if is_date { value::as_date(data, is_1904) } else { value::value(data) };
                match read {
                    Some(value) => filled.put(grid, cell.get_position(), value)?,
                    None => filled.met(1, Some(cell.get_position().0))?,
                }
                if struck.get(style).copied().unwrap_or(false) {
                    grid.strike(cell.get_position());
                }
                if let Some(look) = looks.get(style).copied().flatten() {
                    grid.look(cell.get_position(), look);
                }
            }
            Err(error) => {
                unreadable += 1;
                let fatal = ends_the_sheet(&error) || unreadable > UNREADABLE;
                book.lost(spot.clone(), What::Broken { detail: error.to_string() });
                if fatal {
                    break;
                }
            }
        }
    }
    Ok(())
}

/// How a cell of this style looks; `None` if it is plain.
fn look(style: &Style) -> Option<Look> {
    let colour = |colour: calamine::Color| Colour { red: colour.red, green: colour.green, blue: colour.blue };
    let fill = style.fill.as_ref().filter(|fill| fill.is_visible()).and_then(calamine::Fill::get_color);
    let look = Look {
        bold: style.font.as_ref().is_some_and(|font| font.weight == FontWeight::Bold),
        fill: fill.map(colour),
        bordered: style.borders.as_ref().is_some_and(calamine::Borders::has_visible_borders),
    };
    (look != Look::default()).then_some(look)
}

/// True if the reader cannot go on to the next cell after this error.
fn ends_the_sheet(error: &XlsxError) -> bool {
    matches!(
        error,
        XlsxError::Xml(_)
            | XlsxError::XmlAttr(_)
            | XlsxError::XmlEof(_)
            | XlsxError::Io(_)
            | XlsxError::Zip(_)
    )
}

fn refused(error: XlsxError) -> Refused {
    match error {
        XlsxError::Password => Refused::Password,
        other => Refused::Broken(other.to_string()),
    }
}
