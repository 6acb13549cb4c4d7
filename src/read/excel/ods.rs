//! OpenDocument sheets.
//!
//! Read here and not through calamine, which lays a sheet out cell by cell: a few hundred bytes of repeat counts make
//! gigabytes of it. It also tells neither merged areas nor hidden rows.

use super::outline::Outline;
use super::package::{self, Package};
use super::{SHEETS, value};
use crate::model::{Counted, Grid, Note, NoteKind, Place, Sheet, Span, Spot, Value};
use crate::problem::What;
use crate::read::book::{Book, Refused};
use crate::read::fill::Filled;
use crate::read::xml;
use crate::thai;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};

/// Copies of one filled cell or row that are kept.
const REPEATS: u32 = Counted::Copies.most() as u32;
/// Bytes of one cell's text that are gathered; a cell keeps fewer characters.
const GATHERED: usize = 1 << 20;
/// Styles that are told apart.
const STYLES: usize = 100_000;
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
    let mut parser = Parser {
        reader: xml::reader(BufReader::new(content)),
        buffer: Vec::new(),
        hidden: BTreeSet::new(),
        struck: BTreeSet::new(),
    };
    let mut book = Book::default();
    if let Err(stop) = parser.workbook(place, &mut book) {
        match stop {
            Refused::Broken(detail) => book.lost(place.clone(), What::Broken { detail }),
            // It is said where it was.
            Refused::Over { .. } => {}
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
    /// Styles that strike through.
    struck: BTreeSet<String>,
}

/// A sheet while it is read.
struct Table<'a> {
    grid: Grid,
    outline: Outline,
    row: u32,
    column: u32,
    filled: &'a mut Filled,
    notes: Vec<Note>,
    /// Depth of groups of rows, and of those that are folded up, of which the first is at this depth.
    groups: u32,
    folded: Option<u32>,
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
                        keep(&mut self.hidden, &style);
                    }
                    "text-properties" if is_struck(&element) => {
                        keep(&mut self.struck, &style);
                    }
                    "table" if book.sheets.len() >= SHEETS => {
                        book.left_out(place.clone(), Counted::Sheets);
                        return Ok(());
                    }
                    "table" => self.sheet(&element, place, &mut filled, book)?,
                    _ => {}
                },
                Event::End(element) => complete |= element.local_name().as_ref() == "document-content",
                Event::Eof if complete => {
                    book.note_left_out(&filled, place);
                    return Ok(());
                }
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
            notes: Vec::new(),
            groups: 0,
            folded: None,
            cut: false,
        };
        table.filled.sheet();
        let read = self.rows(&mut table);
        let Table { grid, outline, notes, cut, filled, .. } = table;
        let spot = place.at(Spot::Sheet { sheet: name.clone() });
        if cut {
            book.left_out(spot.clone(), Counted::Copies);
        }
        match &read {
            Ok(()) => {}
            Err(Refused::Over { of, row }) => book.stopped(&spot, Refused::Over { of: *of, row: *row })?,
            Err(_) => book.partial = true,
        }
        if read.is_err() && book.partial && grid.cells.is_empty() {
            book.lost(spot, What::Partial);
        } else {
            book.sheets.push(Sheet { name, hidden, grid: filled.shaped(outline, grid), notes });
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
                    "table-row-group" => {
                        table.groups += 1;
                        if xml::attribute(&element, "display").as_deref() == Some("false") {
                            table.folded.get_or_insert(table.groups);
                        }
                    }
                    // what is drawn on the sheet and no cell holds
                    "shapes" => self.beside(&element, NoteKind::TextBox, None, table)?,
                    "forms" | "dde-source" | "scenario" => self.skip(&element)?,
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "table-row-group" => {
                    if table.folded == Some(table.groups) {
                        table.folded = None;
                    }
                    table.groups = table.groups.saturating_sub(1);
                }
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
            for row in top..top.saturating_add(copies.max(1)) {
                if table.folded.is_some() {
                    table.outline.folded.insert(row);
                }
                table.outline.list_row(row, true);
            }
        }
        table.row = top.saturating_add(repeat);
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>, table: &mut Table<'_>) -> Result<(), Refused> {
        let repeat = repeated(element, "number-columns-repeated");
        let (top, left) = (table.row, table.column);
        table.filled.met(1, Some(top))?;
        let (text, struck) = self.text((top, left), table)?;
        let whole = xml::attribute(element, "style-name").is_some_and(|style| self.struck.contains(&style));
        if let Some(value) = typed(element, text) {
            table.cut |= repeat > REPEATS;
            for copy in 0..repeat.min(REPEATS) {
                let at = (top, left.saturating_add(copy));
                table.filled.put(&mut table.grid, at, value.clone())?;
                if whole || !struck.trim().is_empty() {
                    let words = if whole { String::new() } else { thai::normal(&struck) };
                    table.outline.strike(at, words);
                }
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

    /// The text of a cell, paragraphs as lines, and what of it is struck through; comments and drawings are not part of
    /// it.
    fn text(&mut self, at: (u32, u32), table: &mut Table<'_>) -> Result<(String, String), Refused> {
        let mut words = Words::default();
        loop {
            match self.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "annotation" => self.beside(&element, NoteKind::Comment, Some(at), table)?,
                    "frame" | "custom-shape" | "rect" | "ellipse" | "g" => {
                        self.beside(&element, NoteKind::TextBox, Some(at), table)?;
                    }
                    "ruby-text" => self.skip(&element)?,
                    "span" => {
                        let style = xml::attribute(&element, "style-name");
                        words.spans.push(style.is_some_and(|style| self.struck.contains(&style)));
                    }
                    _ => words.start(&element),
                },
                Event::Text(part) => words.push(&part.xml10_content()),
                Event::CData(part) => words.push(&part.xml10_content()),
                Event::GeneralRef(reference) => {
                    words.push(&xml::referenced(&reference).map(String::from).unwrap_or_default());
                }
                Event::End(element) => match element.local_name().as_ref() {
                    "table-cell" => return Ok((words.text, words.struck)),
                    "span" => drop(words.spans.pop()),
                    _ => {}
                },
                Event::Eof => return Err(Refused::Broken("table-cell".to_owned())),
                _ => {}
            }
        }
    }

    /// The texts of an element that stands beside the cells: a note, or shapes, each a text of its own.
    fn beside(
        &mut self,
        element: &BytesStart<'_>,
        kind: NoteKind,
        at: Option<(u32, u32)>,
        table: &mut Table<'_>,
    ) -> Result<(), Refused> {
        let name = element.name().as_ref().to_owned();
        let mut words = Words::default();
        let (mut depth, mut paragraphs) = (0_usize, 0_usize);
        loop {
            match self.event()? {
                Event::Start(element) => {
                    depth += usize::from(element.name().as_ref() == name);
                    match element.local_name().as_ref() {
                        "p" | "h" => paragraphs += 1,
                        "frame" | "custom-shape" | "rect" | "ellipse" => words.keep(kind, at, table)?,
                        _ => {}
                    }
                    words.start(&element);
                }
                // The name of an author and the day of a note stand outside its paragraphs.
                Event::Text(part) if paragraphs > 0 => words.push(&part.xml10_content()),
                Event::CData(part) if paragraphs > 0 => words.push(&part.xml10_content()),
                Event::GeneralRef(reference) if paragraphs > 0 => {
                    words.push(&xml::referenced(&reference).map(String::from).unwrap_or_default());
                }
                Event::End(element) if element.name().as_ref() == name && depth == 0 => {
                    return words.keep(kind, at, table);
                }
                Event::End(element) => {
                    depth -= usize::from(element.name().as_ref() == name);
                    if matches!(element.local_name().as_ref(), "p" | "h") {
                        paragraphs = paragraphs.saturating_sub(1);
                    }
                }
                Event::Eof => return Err(Refused::Broken(name)),
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

/// A text while it is read.
#[derive(Default)]
struct Words {
    text: String,
    paragraphs: usize,
    /// For each open span whether it is struck through.
    spans: Vec<bool>,
    /// What is struck through.
    struck: String,
}

impl Words {
    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "p" | "h" => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
            }
            "s" => {
                let count = xml::number(element, "c").unwrap_or(1).min(BLANKS);
                self.text.extend(std::iter::repeat_n(' ', count as usize));
            }
            "tab" => self.text.push('\t'),
            "line-break" => self.text.push('\n'),
            _ => {}
        }
    }

    fn push(&mut self, part: &str) {
        if self.text.len() + part.len() > GATHERED {
            return;
        }
        self.text.push_str(part);
        if self.spans.last().copied().unwrap_or(false) {
            self.struck.push_str(part);
        }
    }

    /// Keeps what was read as a text beside the cells, and begins another.
    fn keep(&mut self, kind: NoteKind, at: Option<(u32, u32)>, table: &mut Table<'_>) -> Result<(), Refused> {
        let text = table.filled.note(&std::mem::take(self).text)?;
        table.notes.extend(text.map(|text| Note { kind, at, text }));
        Ok(())
    }
}

/// Keeps the name of a style, as long as they are not too many.
fn keep(styles: &mut BTreeSet<String>, name: &str) {
    if styles.len() < STYLES {
        styles.insert(name.to_owned());
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

/// True for the properties of a text that is struck through.
fn is_struck(element: &BytesStart<'_>) -> bool {
    ["text-line-through-style", "text-line-through-type"]
        .iter()
        .any(|name| xml::attribute(element, name).is_some_and(|value| value != "none"))
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
