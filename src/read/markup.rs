//! Tables in HTML, usually saved by a web system under an Excel name.

use super::book::{Book, Refused};
use super::excel::outline::Outline;
use super::fill::Filled;
use super::{spreadsheet_xml, tags, text};
use crate::model::{Grid, Place, Sheet, Span, Spot, Value};
use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

/// Bytes of HTML that are read. A report has some hundred kilobytes.
const LARGEST: usize = 32 << 20;
/// Bytes at the beginning that state the encoding, as browsers look for it.
const HEAD: usize = 2048;
/// Tables within tables that are told apart; what is deeper is text.
const NESTING: usize = 16;
/// The columns and rows that one cell may span, as browsers limit them.
const SPANS: (u32, u32) = (1_000, 65_534);

/// Cells side by side that reach down into later rows.
const REACHING: usize = 256;

/// Reads the tables of a page, and the text around them, one after the other on one sheet, as spreadsheet programs
/// open such a file.
pub(super) fn read(bytes: &[u8], place: &Place) -> Result<Book, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge(format!("{} MB", LARGEST >> 20)));
    }
    let label = stated_encoding(bytes);
    let decoded = text::decode_labelled(&label, bytes).ok_or(Refused::Unsupported)?;
    let start: String = decoded.text.chars().take(HEAD).collect();
    if start.trim_start().starts_with("<?xml")
        && start.contains("urn:schemas-microsoft-com:office:spreadsheet")
    {
        let mut book = spreadsheet_xml::read(&decoded.text, place)?;
        book.partial |= decoded.damaged;
        return Ok(book);
    }
    let (text, over) = tags::within(&decoded.text);
    let page = Html::parse_document(text);
    let mut flow = Flow::default();
    let read = flow.page(&page);
    // A page that was cut off has lost its end tags, and perhaps rows.
    let lower = text.to_lowercase();
    let cut = lower.contains("<table")
        && lower.rfind("</table").is_none_or(|end| lower.rfind("<tr").is_some_and(|row| row > end));
    let row = flow.row;
    let Flow { grid, outline, filled, .. } = flow;
    let sheet =
        Sheet { name: String::new(), hidden: false, grid: filled.shaped(outline, grid), notes: Vec::new() };
    let partial = decoded.damaged || cut && over.is_none() && read.is_ok();
    let mut book = Book { sheets: vec![sheet], partial, ..Book::default() };
    let spot = place.at(Spot::Sheet { sheet: String::new() });
    let over = over.map_or(Ok(()), |of| Err(Refused::Over { of, row: Some(row) }));
    if let Err(refused) = read.and(over) {
        book.stopped(&spot, refused)?;
    }
    book.note_left_out(&filled, place);
    Ok(book)
}

/// The encoding that the page states about itself, or nothing.
fn stated_encoding(bytes: &[u8]) -> String {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD)).unwrap_or_default()).to_lowercase();
    let stated = head.split_once("charset=").map_or("", |(_, after)| after);
    let stated = stated.trim_start_matches(['"', '\'', ' ']);
    stated.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// What a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Rows and cells.
    Data,
    /// It only arranges other tables on the page.
    Layout,
    /// It stands in a cell and becomes the cell's text.
    Within,
}

/// A cell while its content is read.
struct Open {
    text: String,
    across: u32,
    down: u32,
}

/// The sheet while the page is walked.
#[derive(Default)]
struct Flow {
    grid: Grid,
    outline: Outline,
    filled: Filled,
    row: u32,
    column: u32,
    tables: Vec<Part>,
    cell: Option<Open>,
    /// Cells that reach down into later rows: first and last column, last row.
    reaching: Vec<(u32, u32, u32)>,
    /// Text outside cells.
    outside: String,
    /// Depth within elements that show nothing.
    unseen: u32,
}

impl Flow {
    fn page(&mut self, page: &Html) -> Result<(), Refused> {
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => self.open(node)?,
                Edge::Close(node) => self.close(node)?,
            }
        }
        self.paragraph()
    }

    fn open(&mut self, node: NodeRef<'_, Node>) -> Result<(), Refused> {
        let element = match node.value() {
            Node::Text(text) => {
                if self.unseen == 0 {
                    append(self.text(), text);
                }
                return Ok(());
            }
            Node::Element(element) => element,
            _ => return Ok(()),
        };
        let name = element.name();
        if self.unseen > 0 || shows_nothing(name) {
            self.unseen += u32::from(shows_nothing(name));
            return Ok(());
        }
        match name {
            "table" => {
                let part = self.part(node);
                self.tables.push(part);
                self.line();
                if part == Part::Data {
                    self.paragraph()?;
                    self.reaching.clear();
                }
            }
            "tr" if self.in_data() => {
                self.paragraph()?;
                self.column = 0;
                let row = self.row;
                self.reaching.retain(|(_, _, bottom)| *bottom >= row);
                if is_hidden(element) {
                    self.outline.hidden_rows.insert(row);
                }
            }
            "td" | "th" if self.in_data() => {
                let span = |name, most| {
                    element.attr(name).and_then(|n| n.trim().parse::<u32>().ok()).unwrap_or(1).clamp(1, most)
                };
                let (across, down) = (span("colspan", SPANS.0), span("rowspan", SPANS.1));
                self.cell = Some(Open { text: String::new(), across, down });
            }
            "br" => self.text().push('\n'),
            name if is_block(name) => self.line(),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, node: NodeRef<'_, Node>) -> Result<(), Refused> {
        let Node::Element(element) = node.value() else { return Ok(()) };
        let name = element.name();
        if self.unseen > 0 {
            self.unseen -= u32::from(shows_nothing(name));
            return Ok(());
        }
        match name {
            "table" => {
                self.tables.pop();
                self.line();
            }
            "tr" if self.in_data() => self.row += 1,
            "td" | "th" if self.in_data() => {
                if let Some(cell) = self.cell.take() {
                    self.put(cell)?;
                }
            }
            name if is_block(name) => self.line(),
            _ => {}
        }
        Ok(())
    }

    /// True directly in the rows of a table of data.
    fn in_data(&self) -> bool {
        self.tables.last() == Some(&Part::Data)
    }

    fn part(&self, table: NodeRef<'_, Node>) -> Part {
        if self.cell.is_some() || self.tables.len() >= NESTING {
            Part::Within
        } else if arranges(table) {
            Part::Layout
        } else {
            Part::Data
        }
    }

    /// Where text goes now.
    fn text(&mut self) -> &mut String {
        self.cell.as_mut().map_or(&mut self.outside, |cell| &mut cell.text)
    }

    /// Ends a line of text.
    fn line(&mut self) {
        let text = self.text();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
    }

    /// Puts the text outside cells into rows of its own.
    fn paragraph(&mut self) -> Result<(), Refused> {
        let text = std::mem::take(&mut self.outside);
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            self.filled.put(&mut self.grid, (self.row, 0), Value::Text(line.to_owned()))?;
            self.row += 1;
        }
        Ok(())
    }

    /// Puts a cell into the first free column.
    fn put(&mut self, cell: Open) -> Result<(), Refused> {
        let free = |column: u32, reaching: &[(u32, u32, u32)]| {
            reaching
                .iter()
                .find(|(left, right, _)| (*left..=*right).contains(&column))
                .map(|(_, right, _)| *right)
        };
        while let Some(taken) = free(self.column, &self.reaching) {
            self.column = taken + 1;
        }
        let (top, left) = (self.row, self.column);
        let (bottom, right) = (top.saturating_add(cell.down - 1), left.saturating_add(cell.across - 1));
        self.filled.put(&mut self.grid, (top, left), Value::Text(cell.text))?;
        self.outline.merge(Span { top, left, bottom, right });
        if bottom > top && self.reaching.len() < REACHING {
            self.reaching.push((left, right, bottom));
        }
        self.column = right.saturating_add(1);
        Ok(())
    }
}

/// Adds text, with line breaks and runs of blanks of the source as one space.
fn append(to: &mut String, text: &str) {
    for c in text.chars() {
        let blank = c.is_ascii_whitespace();
        if !blank {
            to.push(c);
        } else if !to.is_empty() && !to.ends_with([' ', '\n']) {
            to.push(' ');
        }
    }
}

/// True for a table that holds other tables and has no row of several cells.
fn arranges(table: NodeRef<'_, Node>) -> bool {
    let is = |node: &NodeRef<'_, Node>, names: &[&str]| {
        node.value().as_element().is_some_and(|element| names.contains(&element.name()))
    };
    let holds_tables = table.descendants().skip(1).any(|node| is(&node, &["table"]));
    holds_tables
        && table
            .children()
            .flat_map(|child| if is(&child, &["tr"]) { vec![child] } else { child.children().collect() })
            .filter(|node| is(node, &["tr"]))
            .all(|row| row.children().filter(|cell| is(cell, &["td", "th"])).count() <= 1)
}

fn shows_nothing(name: &str) -> bool {
    matches!(name, "head" | "script" | "style" | "template" | "noscript" | "select" | "textarea")
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hr"
            | "caption"
            | "center"
            | "blockquote"
            | "pre"
            | "tr"
            | "td"
            | "th"
            | "dt"
            | "dd"
            | "section"
            | "article"
            | "header"
            | "footer"
    )
}

fn is_hidden(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default().to_lowercase();
    element.attr("hidden").is_some() || style.split(';').any(|rule| rule.replace(' ', "") == "display:none")
}
