//! The text of a document as a walk through its elements.

use super::ROWS;
use super::lists::Lists;
use super::styles::{Look, Styles, half_points, stated};
use crate::model::{Block, Cell, Counted, Grid, Line, Rect, Span, Table, Value};
use crate::read::book::Refused;
use crate::read::budget::Budget;
use crate::read::xml;
use crate::thai;
use quick_xml::events::{BytesStart, Event};

/// Tables within tables, and boxes within boxes, that are told apart; what is deeper is text of the outer one.
const NESTING: usize = 16;
/// Columns that a cell spans at most.
const ACROSS: u32 = 500;
/// Twentieths of a point.
const TWIPS: f32 = 20.0;

/// A paragraph while it is read.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    struck: String,
    style: Option<String>,
    look: Look,
    /// True while all that was read is bold.
    bold: Option<bool>,
    size: f32,
}

/// A run of text of one look.
#[derive(Debug, Default, Clone, Copy)]
struct Run {
    size: Option<f32>,
    bold: Option<bool>,
    hidden: bool,
    struck: bool,
}

/// A cell while it is read.
#[derive(Debug, Default)]
struct Open {
    text: String,
    struck: String,
    across: u32,
    /// It goes on below one of the row above.
    goes_on: bool,
}

/// A table while it is read.
#[derive(Debug, Default)]
struct Built {
    grid: Grid,
    row: u32,
    column: u32,
    cell: Option<Open>,
    /// First rows of merged cells, by their columns.
    merged: Vec<(u32, Span)>,
    edges: Vec<f32>,
}

/// What was read so far.
pub(super) struct Walk {
    /// The pages in their order.
    pub(super) pages: Vec<Vec<Block>>,
    /// Words that are struck through, by page.
    pub(super) struck: Vec<(u32, String)>,
    /// What there was more of than is read.
    pub(super) over: Option<Counted>,
    styles: Styles,
    lists: Lists,
    budget: Budget,
    tables: Vec<Built>,
    paragraphs: Vec<Paragraph>,
    run: Run,
    /// Inside the description of a paragraph, where text looks are those of its mark.
    describes: bool,
    /// Elements that are open and not read.
    unread: usize,
    in_text: bool,
    furniture: bool,
}

impl Walk {
    pub(super) fn new(styles: Styles, lists: Lists) -> Self {
        Self {
            pages: vec![Vec::new()],
            struck: Vec::new(),
            over: None,
            styles,
            lists,
            budget: Budget::default(),
            tables: Vec::new(),
            paragraphs: Vec::new(),
            run: Run::default(),
            describes: false,
            unread: 0,
            in_text: false,
            furniture: false,
        }
    }

    /// What is read meanwhile is header or footer.
    pub(super) fn furniture(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        self.furniture = true;
        let outcome = read(self);
        self.furniture = false;
        outcome
    }

    /// Reads a part.
    pub(super) fn part(&mut self, part: &str) -> Result<(), Refused> {
        let mut reader = xml::reader(part.as_bytes());
        let mut buffer = Vec::new();
        while self.over.is_none() {
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => self.start(&element),
                Ok(Event::End(element)) => self.end(element.local_name().as_ref()),
                Ok(Event::Text(text)) => self.text(&text.xml10_content()),
                Ok(Event::CData(text)) => self.text(&text.xml10_content()),
                Ok(Event::GeneralRef(reference)) => {
                    self.text(&xml::referenced(&reference).map(String::from).unwrap_or_default());
                }
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(error) => return Err(Refused::broken(&error)),
            }
            buffer.clear();
        }
        // What a part leaves open ends with it.
        self.unread = 0;
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        while !self.tables.is_empty() {
            self.end_table();
        }
        Ok(())
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let name = name.as_ref();
        // Deleted or moved away, or the same again for older programs.
        if self.unread > 0 || matches!(name, "del" | "moveFrom" | "Fallback") {
            self.unread += 1;
            return;
        }
        match name {
            "tbl" if self.tables.len() < NESTING => self.tables.push(Built::default()),
            "gridCol" => self.edge(element),
            "tr" => self.start_row(),
            "gridBefore" => self.skip_columns(element),
            "tc" => self.start_cell(),
            "gridSpan" => self.spans(xml::number(element, "val").unwrap_or(1)),
            "vMerge" => self.goes_on(xml::attribute(element, "val").as_deref() != Some("restart")),
            "p" if self.paragraphs.len() < NESTING => self.paragraphs.push(Paragraph::default()),
            "pPr" => self.describes = true,
            "r" => self.run = Run::default(),
            "t" => self.in_text = true,
            "tab" if !self.describes => self.push(" "),
            "br" | "cr" => self.line_break(element),
            "noBreakHyphen" => self.push("-"),
            "lastRenderedPageBreak" => self.next_page(),
            _ => self.described(name, element),
        }
    }

    /// What an element says of the look of a paragraph or a run.
    fn described(&mut self, name: &str, element: &BytesStart<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match (name, self.describes) {
            ("pStyle", true) => paragraph.style = xml::attribute(element, "val"),
            ("numId", true) => {
                let level = paragraph.look.list.map_or(0, |(_, level)| level);
                paragraph.look.list = xml::number(element, "val").map(|number| (number, level));
            }
            ("ilvl", true) => {
                let level = xml::number(element, "val").unwrap_or(0) as usize;
                paragraph.look.list = Some((paragraph.look.list.map_or(0, |(number, _)| number), level));
            }
            ("b", false) => self.run.bold = Some(stated(element)),
            ("sz", false) => self.run.size = half_points(element),
            ("vanish", false) => self.run.hidden = stated(element),
            ("strike" | "dstrike", false) => self.run.struck = stated(element),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.unread > 0 {
            self.unread -= 1;
            return;
        }
        match name {
            "t" => self.in_text = false,
            "pPr" => self.describes = false,
            "p" => self.end_paragraph(),
            "tc" => self.end_cell(),
            "tr" => self.end_row(),
            "tbl" => self.end_table(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text && self.unread == 0 {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        let run = self.run;
        if run.hidden {
            return;
        }
        if !self.budget.take(Counted::Text, text.len()) {
            self.over = Some(Counted::Text);
            return;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        paragraph.text.push_str(text);
        if run.struck {
            paragraph.struck.push_str(text);
        }
        if !text.trim().is_empty() {
            let base = self.styles.look(paragraph.style.as_deref());
            let bold = run.bold.or(base.bold).unwrap_or(false);
            paragraph.bold = Some(paragraph.bold.unwrap_or(true) && bold);
            paragraph.size = paragraph.size.max(run.size.or(base.size).unwrap_or(0.0));
        }
    }

    fn line_break(&mut self, element: &BytesStart<'_>) {
        match xml::attribute(element, "type").as_deref() {
            Some("page") => self.next_page(),
            _ => self.push("\n"),
        }
    }

    /// The next page begins. In a table, which is one wherever its pages end, it begins behind it.
    fn next_page(&mut self) {
        if !self.furniture && self.tables.is_empty() && self.budget.take(Counted::Pages, 1) {
            self.pages.push(Vec::new());
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let base = self.styles.look(paragraph.style.as_deref());
        let list = paragraph.look.list.or(base.list).filter(|(number, _)| *number > 0);
        let text = thai::normal(&paragraph.text);
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let label = list.map(|(number, level)| self.lists.next(number, level)).unwrap_or_default();
        let text = if label.is_empty() { text.to_owned() } else { format!("{label} {text}") };
        let struck = thai::normal(&paragraph.struck);
        if let Some(open) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            join(&mut open.text, &text);
            join(&mut open.struck, struck.trim());
            return;
        }
        if !struck.trim().is_empty() {
            self.struck.push((self.pages.len() as u32, struck.trim().to_owned()));
        }
        let (bold, size) = (paragraph.bold == Some(true), paragraph.size);
        for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            self.line(line, size, bold);
        }
    }

    fn line(&mut self, text: &str, size: f32, bold: bool) {
        if !self.budget.take(ROWS, 1) {
            self.over = Some(ROWS);
            return;
        }
        let (text, furniture) = (text.to_owned(), self.furniture);
        let line = Line { text, bounds: Rect::default(), size, bold, colour: None, furniture, unsure: false };
        if let Some(page) = self.pages.last_mut() {
            page.push(Block::Line(line));
        }
    }

    fn edge(&mut self, element: &BytesStart<'_>) {
        let Some(table) = self.tables.last_mut() else { return };
        let width = xml::number(element, "w").unwrap_or(0) as f32 / TWIPS;
        if table.edges.is_empty() {
            table.edges.push(0.0);
        }
        let last = table.edges.last().copied().unwrap_or(0.0);
        table.edges.push(last + width);
    }

    fn start_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.column = 0;
        }
    }

    fn skip_columns(&mut self, element: &BytesStart<'_>) {
        if let Some(table) = self.tables.last_mut() {
            table.column += xml::number(element, "val").unwrap_or(0).min(ACROSS);
        }
    }

    fn start_cell(&mut self) {
        if !self.budget.take(Counted::Cells, 1) {
            self.over = Some(Counted::Cells);
        } else if let Some(table) = self.tables.last_mut() {
            table.cell = Some(Open { across: 1, ..Open::default() });
        }
    }

    fn spans(&mut self, across: u32) {
        if let Some(open) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            open.across = across.clamp(1, ACROSS);
        }
    }

    fn goes_on(&mut self, goes_on: bool) {
        let Some(table) = self.tables.last_mut() else { return };
        let Some(open) = table.cell.as_mut() else { return };
        open.goes_on = goes_on;
        if !goes_on {
            let (row, column) = (table.row, table.column);
            let span = Span { top: row, left: column, bottom: row, right: column };
            table.merged.retain(|(at, _)| *at != column);
            table.merged.push((column, span));
        }
    }

    fn end_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let Some(open) = table.cell.take() else { return };
        let (row, column) = (table.row, table.column);
        let right = column + open.across - 1;
        table.column = right + 1;
        if open.goes_on {
            if let Some((_, span)) = table.merged.iter_mut().find(|(at, _)| *at == column) {
                span.bottom = row;
                span.right = right;
                let span = *span;
                table.grid.merged.retain(|known| (known.top, known.left) != (span.top, span.left));
                table.grid.merged.push(span);
            }
            return;
        }
        match table.merged.iter_mut().find(|(at, span)| *at == column && span.top == row) {
            Some((_, span)) => span.right = right,
            None => table.merged.retain(|(at, _)| *at != column),
        }
        if right > column {
            table.grid.merged.push(Span { top: row, left: column, bottom: row, right });
        }
        if !open.text.is_empty() {
            table.grid.cells.insert((row, column), Cell { value: Value::Text(open.text), flaw: None });
            if !open.struck.is_empty() {
                table.grid.struck.insert((row, column), open.struck);
            }
        }
    }

    fn end_row(&mut self) {
        if !self.budget.take(ROWS, 1) {
            self.over = Some(ROWS);
        } else if let Some(table) = self.tables.last_mut() {
            table.row += 1;
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        if table.grid.cells.is_empty() {
            return;
        }
        // A table in a cell is text of the cell, a line a row.
        if let Some(open) = self.tables.last_mut().and_then(|outer| outer.cell.as_mut()) {
            for row in 0..table.grid.rows() {
                let texts = table.grid.row(row).filter_map(|(_, cell)| match &cell.value {
                    Value::Text(text) => Some(thai::one_line(text)),
                    Value::Number(_) | Value::Date(_) | Value::Bool(_) | Value::Error(_) => None,
                });
                join(&mut open.text, &texts.collect::<Vec<_>>().join(" "));
            }
            return;
        }
        let columns = table.grid.columns() as usize;
        let mut edges = table.edges;
        edges.truncate(columns);
        if edges.len() < columns {
            edges = (0..columns).map(|column| column as f32 * 50.0).collect();
        }
        let made = Table { grid: table.grid, bounds: Rect::default(), ruled: true, columns: edges };
        if let Some(page) = self.pages.last_mut() {
            page.push(Block::Table(made));
        }
    }
}

/// Adds a line to a cell's text.
fn join(text: &mut String, line: &str) {
    if line.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}
