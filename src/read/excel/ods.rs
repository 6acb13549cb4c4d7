//! OpenDocument sheets.
//!
//! Read here and not through calamine, which lays a sheet out cell by cell: a few hundred bytes of repeat counts make
//! gigabytes of it. It also tells neither merged areas nor hidden rows.

use super::outline::Outline;
use super::package::{self, Package};
use super::{SHEETS, value};
use crate::model::{Grid, Place, Sheet, Span, Spot, Value};
use crate::problem::What;
use crate::read::book::{Book, Refused};
use crate::read::fill::Filled;
use crate::read::xml;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};

/// Copies of one filled cell or row that are kept: more is formatting, not data.
const REPEATS: u32 = 1_000;
/// Blanks that one element may stand for.
const BLANKS: u32 = 100;

/// Reads a workbook.
pub(in crate::read) fn read(bytes: &[u8], place: &Place) -> Result<Book, Refused> {
    let mut package = package::open(bytes)?;
    if is_encrypted(&mut package)? {
        return Err(Refused::Password);
    }
    let Some(content) = package::stream(&mut package, "content.xml")? else {
        return Err(Refused::Broken("content.xml".to_owned()));
    };
    let mut parser =
        Parser { reader: xml::reader(BufReader::new(content)), buffer: Vec::new(), hidden: BTreeSet::new() };
    let mut book = Book::default();
    if let Err(stop) = parser.workbook(place, &mut book) {
        match stop {
            Refused::Broken(detail) => book.lost(place.clone(), What::Broken { detail }),
            Refused::Password | Refused::TooLarge(_) | Refused::Unsupported => return Err(stop),
        }
    }
    Ok(book)
}

/// True if the manifest says that a part is encrypted.
fn is_encrypted(package: &mut Package<'_>) -> Result<bool, Refused> {
    let Some(entry) = package::stream(package, "META-INF/manifest.xml")? else { return Ok(false) };
    let mut reader = xml::reader(BufReader::new(entry));
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) if element.local_name().as_ref() == "encryption-data" => {
                return Ok(true);
            }
            Ok(Event::Eof) => return Ok(false),
            Ok(_) => buffer.clear(),
            Err(error) => return Err(Refused::broken(&error)),
        }
    }
}

struct Parser<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    /// Table styles that hide a sheet.
    hidden: BTreeSet<String>,
}

/// A sheet while it is read.
struct Table<'a> {
    grid: Grid,
    outline: Outline,
    row: u32,
    column: u32,
    filled: &'a mut Filled,
    /// True if copies were left out.
    cut: bool,
}

impl<R: BufRead> Parser<R> {
    fn event(&mut self) -> Result<Event<'static>, Refused> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => Ok(event.into_owned()),
            Err(error) => Err(Refused::broken(&error)),
        }
    }

    fn workbook(&mut self, place: &Place, book: &mut Book) -> Result<(), Refused> {
        let mut filled = Filled::default();
        let mut style = String::new();
        let mut complete = false;
        loop {
            match self.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "style" => style = xml::attribute(&element, "name").unwrap_or_default(),
                    "table-properties" if xml::attribute(&element, "display").as_deref() == Some("false") => {
                        self.hidden.insert(style.clone());
                    }
                    "table" if book.sheets.len() >= SHEETS => {
                        book.lost(place.clone(), What::TooLarge { limit: format!("{SHEETS} sheets") });
                        return Ok(());
                    }
                    "table" => self.sheet(&element, place, &mut filled, book)?,
                    _ => {}
                },
                Event::End(element) => complete |= element.local_name().as_ref() == "document-content",
                Event::Eof if complete => return Ok(()),
                Event::Eof => return Err(Refused::Broken("content.xml".to_owned())),
                _ => {}
            }
        }
    }

    /// A sheet; what was read of it before an error is kept, and the error goes on.
    fn sheet(
        &mut self,
        element: &BytesStart<'_>,
        place: &Place,
        filled: &mut Filled,
        book: &mut Book,
    ) -> Result<(), Refused> {
        let name = xml::attribute(element, "name").unwrap_or_default();
        let hidden = xml::attribute(element, "style-name").is_some_and(|style| self.hidden.contains(&style));
        let mut table = Table {
            grid: Grid::default(),
            outline: Outline::default(),
            row: 0,
            column: 0,
            filled,
            cut: false,
        };
        let read = self.rows(&mut table);
        let Table { grid, outline, cut, .. } = table;
        if cut {
            let spot = place.at(Spot::Sheet { sheet: name.clone() });
            book.lost(spot, What::TooLarge { limit: format!("{REPEATS} copies of a cell") });
        }
        book.partial |= read.is_err();
        if read.is_err() && grid.cells.is_empty() {
            let spot = place.at(Spot::Sheet { sheet: name });
            book.lost(spot, What::Partial);
        } else {
            book.sheets.push(Sheet { name, hidden, grid: outline.onto(grid) });
        }
        read
    }

    fn rows(&mut self, table: &mut Table<'_>) -> Result<(), Refused> {
        loop {
            match self.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-column" => {
                        let repeat = repeated(&element, "number-columns-repeated");
                        if is_hidden(&element) {
                            table.outline.hide_columns(table.column, table.column + repeat - 1);
                        }
                        table.column += repeat;
                    }
                    "table-row" => self.row(&element, table)?,
                    // drawn shapes and embedded tables stand outside the cells
                    "shapes" | "forms" | "dde-source" | "scenario" => self.skip(&element)?,
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "table" => return Ok(()),
                Event::Eof => return Err(Refused::Broken("table".to_owned())),
                _ => {}
            }
        }
    }

    fn row(&mut self, element: &BytesStart<'_>, table: &mut Table<'_>) -> Result<(), Refused> {
        let repeat = repeated(element, "number-rows-repeated");
        let top = table.row;
        table.column = 0;
        loop {
            match self.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-cell" => self.cell(&element, table)?,
                    // the part of a merged area that is covered: what it holds is not shown
                    "covered-table-cell" => {
                        self.skip(&element)?;
                        table.column =
                            table.column.saturating_add(repeated(&element, "number-columns-repeated"));
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "table-row" => break,
                Event::Eof => return Err(Refused::Broken("table-row".to_owned())),
                _ => {}
            }
        }
        let filled: Vec<(u32, Value)> =
            table.grid.row(top).map(|(column, cell)| (column, cell.value.clone())).collect();
        let copies = if filled.is_empty() { 0 } else { repeat.min(REPEATS) };
        table.cut |= copies == REPEATS && repeat > REPEATS;
        for copy in 1..copies {
            for (column, value) in &filled {
                table.filled.put(&mut table.grid, (top + copy, *column), value.clone())?;
            }
        }
        if is_hidden(element) {
            table.outline.hidden_rows.extend(top..top.saturating_add(copies.max(1)));
        }
        table.row = top.saturating_add(repeat);
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>, table: &mut Table<'_>) -> Result<(), Refused> {
        let repeat = repeated(element, "number-columns-repeated");
        let (top, left) = (table.row, table.column);
        let text = self.text()?;
        if let Some(value) = typed(element, text) {
            table.cut |= repeat > REPEATS;
            for copy in 0..repeat.min(REPEATS) {
                table.filled.put(&mut table.grid, (top, left.saturating_add(copy)), value.clone())?;
            }
        }
        let rows = xml::number(element, "number-rows-spanned").unwrap_or(1).clamp(1, 1 << 20);
        let columns = xml::number(element, "number-columns-spanned").unwrap_or(1).clamp(1, 1 << 14);
        table.outline.merge(Span {
            top,
            left,
            bottom: top.saturating_add(rows - 1),
            right: left.saturating_add(columns - 1),
        });
        table.column = left.saturating_add(repeat);
        Ok(())
    }

    /// The text of a cell, paragraphs as lines; comments and drawings are not part of it.
    fn text(&mut self) -> Result<String, Refused> {
        let mut text = String::new();
        let mut paragraphs = 0;
        loop {
            match self.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "p" | "h" => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                    }
                    "s" => {
                        let count = xml::number(&element, "c").unwrap_or(1).min(BLANKS);
                        text.extend(std::iter::repeat_n(' ', count as usize));
                    }
                    "tab" => text.push('\t'),
                    "line-break" => text.push('\n'),
                    "annotation" | "frame" | "custom-shape" | "ruby-text" => self.skip(&element)?,
                    _ => {}
                },
                Event::Text(part) => text.push_str(&part.xml10_content()),
                Event::CData(part) => text.push_str(&part.xml10_content()),
                Event::GeneralRef(reference) => text.extend(xml::referenced(&reference)),
                Event::End(element) if element.local_name().as_ref() == "table-cell" => return Ok(text),
                Event::Eof => return Err(Refused::Broken("table-cell".to_owned())),
                _ => {}
            }
        }
    }

    /// Passes over an element with all that is in it.
    fn skip(&mut self, element: &BytesStart<'_>) -> Result<(), Refused> {
        self.buffer.clear();
        self.reader
            .read_to_end_into(element.name(), &mut self.buffer)
            .map(|_| ())
            .map_err(|error| Refused::broken(&error))
    }
}

/// A cell's value by its type; the shown text where it has no value of its own.
fn typed(element: &BytesStart<'_>, text: String) -> Option<Value> {
    if element
        .attributes()
        .with_checks(false)
        .flatten()
        .any(|a| a.key.as_ref() == "calcext:value-type" && a.value == "error")
    {
        return Some(Value::Error(text));
    }
    let stored = |name| xml::attribute(element, name);
    let kind = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.as_ref() == "office:value-type")
        .map(|attribute| attribute.value.into_owned());
    let typed = match kind.as_deref() {
        Some("float" | "currency" | "percentage") => {
            stored("value").and_then(|value| value.trim().parse().ok()).map(Value::Number)
        }
        Some("date") => stored("date-value").and_then(|value| value::iso_date(&value)).map(Value::Date),
        Some("boolean") => stored("boolean-value").map(|value| Value::Bool(value == "true")),
        _ => None,
    };
    typed.or_else(|| {
        let text = if text.is_empty() { stored("string-value").unwrap_or_default() } else { text };
        (!text.is_empty()).then_some(Value::Text(text))
    })
}

/// A repeat count of at least one, within the size of a sheet.
fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    xml::attribute(element, name)
        .and_then(|count| count.trim().parse::<u64>().ok())
        .map_or(1, |count| count.clamp(1, 1 << 20) as u32)
}

/// True if a row or column is hidden by hand. A filter is a view: the rows that it hides are data all the same.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    xml::attribute(element, "visibility").is_some_and(|value| value == "collapse")
}
