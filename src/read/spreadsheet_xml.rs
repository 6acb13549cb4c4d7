//! Excel's XML of 2003 (SpreadsheetML), which reporting systems write under the name `.xls`.

use super::book::{Book, Refused};
use super::excel::SHEETS;
use super::excel::outline::Outline;
use super::excel::value::iso_date;
use super::fill::Filled;
use super::xml;
use crate::model::{Counted, Grid, Note, NoteKind, Place, Sheet, Span, Spot, Value};
use crate::problem::What;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A sheet while it is read. Rows and columns are those of the next element.
#[derive(Default)]
struct Open {
    name: String,
    hidden: bool,
    grid: Grid,
    outline: Outline,
    row: u32,
    column: u32,
    described_column: u32,
    cell: Option<Value>,
    notes: Vec<Note>,
    /// Columns that the open cell covers to its right.
    covered: u32,
}

/// Reads a workbook.
pub(super) fn read(text: &str, place: &Place) -> Result<Book, Refused> {
    let mut book = Book::default();
    let mut open = Open::default();
    let mut filled = Filled::default();
    if let Err(refused) = sheets(text, place, (&mut book, &mut filled), &mut open) {
        let spot = place.at(Spot::Sheet { sheet: open.name.clone() });
        book.sheets.push(open.closed(&filled));
        book.stopped(&spot, refused)?;
    }
    Ok(book)
}

fn sheets(
    text: &str,
    place: &Place,
    (book, filled): (&mut Book, &mut Filled),
    open: &mut Open,
) -> Result<(), Refused> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "Worksheet" => {
                    let name = xml::attribute(&element, "Name").unwrap_or_default();
                    *open = Open { name, ..Open::default() };
                    filled.sheet();
                }
                "Data" => open.cell = value(&mut reader, &element)?,
                "Comment" => {
                    let words = filled.note(&plain(&mut reader, &element)?)?;
                    let at = Some((open.row, open.column));
                    open.notes.extend(words.map(|text| Note { kind: NoteKind::Comment, at, text }));
                }
                "Visible" => open.hidden = plain(&mut reader, &element)?.starts_with("Sheet"),
                _ => start(&element, open),
            },
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "Cell" => {
                    match open.cell.take() {
                        Some(value) => filled.put(&mut open.grid, (open.row, open.column), value)?,
                        None => filled.met(1, Some(open.row))?,
                    }
                    open.column = open.column.saturating_add(1).saturating_add(open.covered);
                }
                "Row" => open.row = open.row.saturating_add(1),
                "Worksheet" if book.sheets.len() >= SHEETS => {
                    book.left_out(place.clone(), Counted::Sheets);
                    return Ok(());
                }
                "Worksheet" => book.sheets.push(std::mem::take(open).closed(filled)),
                "Workbook" => {
                    book.note_left_out(filled, place);
                    return Ok(());
                }
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    // The end is missing or broken: what was read of the open sheet is kept, and the file is marked as partial.
    let spot = place.at(Spot::Sheet { sheet: open.name.clone() });
    book.sheets.push(std::mem::take(open).closed(filled));
    book.lost(spot, What::Broken { detail: "the XML ends before the workbook does".to_owned() });
    Ok(())
}

impl Open {
    fn closed(self, filled: &Filled) -> Sheet {
        let Self { name, hidden, grid, outline, notes, .. } = self;
        Sheet { name, hidden, grid: filled.shaped(outline, grid), notes }
    }
}

/// Where a row, column or cell stands and what it covers.
fn start(element: &BytesStart<'_>, open: &mut Open) {
    let index = xml::number(element, "Index").and_then(|index| index.checked_sub(1));
    match element.local_name().as_ref() {
        "Row" => {
            open.row = index.unwrap_or(open.row);
            open.column = 0;
            if xml::flag(element, "Hidden") {
                open.outline.hidden_rows.insert(open.row);
            }
        }
        "Column" => {
            let first = index.unwrap_or(open.described_column);
            let last = first.saturating_add(xml::number(element, "Span").unwrap_or(0));
            if xml::flag(element, "Hidden") {
                open.outline.hide_columns(first, last);
            }
            open.described_column = last.saturating_add(1);
        }
        "Cell" => {
            open.column = index.unwrap_or(open.column);
            let across = xml::number(element, "MergeAcross").unwrap_or(0);
            let down = xml::number(element, "MergeDown").unwrap_or(0);
            let (top, left) = (open.row, open.column);
            let span =
                Span { top, left, bottom: top.saturating_add(down), right: left.saturating_add(across) };
            open.outline.merge(span);
            open.cell = None;
            open.covered = across;
        }
        _ => {}
    }
}

/// A cell's value by its type.
fn value(reader: &mut Reader<&[u8]>, element: &BytesStart<'_>) -> Result<Option<Value>, Refused> {
    let kind = xml::attribute(element, "Type").unwrap_or_default();
    let text = plain(reader, element)?;
    Ok(Some(match kind.as_str() {
        "Number" => text.trim().parse().map_or(Value::Text(text), Value::Number),
        "DateTime" => iso_date(&text).map_or(Value::Text(text), Value::Date),
        "Boolean" => Value::Bool(text.trim() == "1"),
        "Error" => Value::Error(text),
        _ => Value::Text(text),
    }))
}

/// The text of an element, formatted parts included.
fn plain(reader: &mut Reader<&[u8]>, element: &BytesStart<'_>) -> Result<String, Refused> {
    let name = element.name().as_ref().to_owned();
    let mut text = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Text(part)) => text.push_str(&part.xml10_content()),
            Ok(Event::CData(part)) => text.push_str(&part.xml10_content()),
            Ok(Event::GeneralRef(reference)) => text.extend(xml::referenced(&reference)),
            Ok(Event::End(end)) if end.name().as_ref() == name => return Ok(text),
            Ok(Event::Eof) => return Err(Refused::Broken(name)),
            Ok(_) => {}
            Err(error) => return Err(Refused::broken(&error)),
        }
    }
}
