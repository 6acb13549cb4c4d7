//! Sheets and pages as one kind of stream, so that a layout is understood once for both.

use super::ledger::{Ledger, RowId};
use super::{bars, judge};
use crate::dates::dated;
use crate::model::{
    Block, Body, Cell, CellFlaw, Document, Grid, Page, Place, Rect, Sheet, Span, Spot, Table, Value,
};
use crate::thai;
use crate::vocab::Vocab;
use crate::vocab::rows::Meaning;
use std::collections::BTreeSet;

/// A row of a grid or a line of text.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its entry in the ledger.
    pub id: RowId,
    /// Where it stands.
    pub place: Place,
    /// What stands in it, from left to right; a line of text is one piece.
    pub pieces: Vec<Piece>,
    /// Hidden in the workbook.
    pub hidden: bool,
    /// Header, footer or page number of a page.
    pub furniture: bool,
    /// Where a line of text stands on its page.
    pub bounds: Option<Rect>,
    /// Size of its type in points; 0 where it is not known.
    pub size: f32,
    /// All of it is set in bold type.
    pub bold: bool,
    /// Empty rows above it on its sheet.
    pub blank_above: u32,
    /// Its place among the rows of its body.
    pub at: usize,
}

/// A cell, or a line's text.
#[derive(Debug, Clone)]
pub struct Piece {
    /// First column that it covers.
    pub left: u32,
    /// Last column that it covers.
    pub right: u32,
    /// Its words, Thai in normal form, with its line breaks.
    pub text: String,
    /// The typed value, where it is not text.
    pub value: Option<Value>,
    /// Where it stands.
    pub place: Place,
    /// Cut, damaged, or recognised in a picture and not for certain.
    pub flaw: Option<CellFlaw>,
    /// True if it stands in a row above and a merged area brings it down to this one.
    pub inherited: bool,
}

/// Rows that belong together.
#[derive(Debug, Clone)]
pub struct Strip {
    /// A grid, or running text.
    pub grid: bool,
    /// Name of the sheet, if it is one.
    pub sheet: Option<String>,
    /// Hidden sheet.
    pub hidden: bool,
    /// True if the columns are those of the grid before.
    pub continues: bool,
    /// Its non-empty rows.
    pub rows: Vec<Row>,
}

impl Row {
    fn empty() -> Self {
        Self {
            id: RowId(0),
            place: Place::file(""),
            pieces: Vec::new(),
            hidden: false,
            furniture: false,
            bounds: None,
            size: 0.0,
            bold: false,
            blank_above: 0,
            at: 0,
        }
    }

    /// Both are set in type of one size and weight.
    pub fn is_set_like(&self, other: &Self) -> bool {
        (self.size - other.size).abs() < SAME_SIZE && self.bold == other.bold
    }

    /// Pieces that stand in this row itself.
    pub fn own(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| !piece.inherited)
    }

    /// Its own words on one line.
    pub fn text(&self) -> String {
        let texts: Vec<String> = self.own().map(Piece::line).collect();
        texts.join(" ")
    }
}

impl Piece {
    /// Its words on one line.
    pub fn line(&self) -> String {
        thai::one_line(&self.text)
    }
}

/// Sizes of type that differ by less are the same, in points.
const SAME_SIZE: f32 = 0.6;

/// How pages are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Each line over the whole width.
    Lines,
    /// One column after the other, where a page may be set in columns.
    Columns,
}

/// The orders in which a document may be read.
pub fn orders(document: &Document) -> &'static [Order] {
    match &document.body {
        Body::Pages(pages) if pages.iter().any(|page| !page.columns.is_empty()) => {
            &[Order::Lines, Order::Columns]
        }
        Body::Pages(_) | Body::Sheets(_) => &[Order::Lines],
    }
}

/// Share of the lines of text that are no lines of their own where pages are read column by column: read as they stand,
/// they mix what stands side by side.
pub fn mixed(document: &Document) -> f32 {
    let Body::Pages(pages) = &document.body else { return 0.0 };
    let lines = |blocks: &[Block]| -> Vec<String> {
        let lines = blocks.iter().filter_map(|block| match block {
            Block::Line(line) if !line.furniture => Some(line.text.clone()),
            Block::Line(_) | Block::Table(_) => None,
        });
        lines.collect()
    };
    let (mut all, mut mixed) = (0, 0);
    for page in pages.iter().filter(|page| !page.columns.is_empty()) {
        let apart: BTreeSet<String> = lines(&page.columns).into_iter().collect();
        let whole = lines(&page.blocks);
        all += whole.len();
        mixed += whole.iter().filter(|line| !apart.contains(*line)).count();
    }
    mixed as f32 / all.max(1) as f32
}

/// The document as strips of rows, every non-empty row entered in the ledger.
pub fn flow(vocab: Vocab, file: &str, document: &Document, order: Order, ledger: &mut Ledger) -> Vec<Strip> {
    let file = Place::file(file);
    match &document.body {
        Body::Sheets(sheets) => sheets.iter().map(|sheet| sheet_strip(&file, sheet, ledger)).collect(),
        Body::Pages(pages) => page_strips(vocab, &file, pages, order, ledger),
    }
}

fn sheet_strip(file: &Place, sheet: &Sheet, ledger: &mut Ledger) -> Strip {
    let place = |row: u32| file.at(Spot::Row { sheet: sheet.name.clone(), row: row + 1 });
    let cell = |row: u32, column: u32| {
        file.at(Spot::Cell { sheet: sheet.name.clone(), row: row + 1, column: column + 1 })
    };
    let mut rows = Vec::new();
    let mut areas = Areas::new(&sheet.grid);
    let bars = bars::of(&sheet.grid);
    for number in 0..sheet.grid.rows() {
        let mut pieces = grid_pieces(&sheet.grid, number, &mut areas, &cell, &|c| c);
        for column in bars.get(&number).into_iter().flatten() {
            pieces.push(bar(*column, cell(number, *column)));
            pieces.sort_by_key(|piece| piece.left);
        }
        let above = rows.last().and_then(|row: &Row| row.place.spot.row()).unwrap_or(0);
        let before = rows.len();
        push(&mut rows, ledger, place(number), pieces, sheet.grid.hidden_rows.contains(&number));
        if rows.len() > before
            && let Some(row) = rows.last_mut()
        {
            row.blank_above = number - above;
        }
    }
    Strip { grid: true, sheet: Some(sheet.name.clone()), hidden: sheet.hidden, continues: false, rows }
}

/// Enters a row that has words of its own.
fn push(rows: &mut Vec<Row>, ledger: &mut Ledger, place: Place, pieces: Vec<Piece>, hidden: bool) {
    if pieces.iter().all(|piece| piece.inherited) {
        return;
    }
    let mut row = Row { place, pieces, hidden, ..Row::empty() };
    row.id = ledger.enter(&row.place, &row.text());
    rows.push(row);
}

/// With so many areas side by side those that lie over others, as no program makes them, are passed over.
const MANY: usize = 64;
/// Pieces that merged areas bring down to the rows of one grid: what they say stands in their first row all the same.
const INHERITED: usize = 1_000_000;

/// Merged areas that reach into a row, kept from row to row: areas may be many, but few stand side by side.
struct Areas {
    /// Areas still to come, the first one last.
    later: Vec<Span>,
    /// Areas that the current row is part of.
    here: Vec<Span>,
    /// What areas may still bring down to rows below their first.
    room: usize,
}

impl Areas {
    fn new(grid: &Grid) -> Self {
        let mut later = grid.merged.clone();
        later.sort_by_key(|span| std::cmp::Reverse(span.top));
        Self { later, here: Vec::new(), room: INHERITED }
    }

    /// Goes down to a row; rows are visited in their order.
    fn enter(&mut self, row: u32) {
        self.here.retain(|span| span.bottom >= row);
        while let Some(span) = self.later.pop_if(|span| span.top <= row) {
            let beside = |other: &Span| other.right < span.left || span.right < other.left;
            if span.bottom >= row && (self.here.len() < MANY || self.here.iter().all(beside)) {
                self.here.push(span);
            }
        }
    }
}

fn grid_pieces(
    grid: &Grid,
    row: u32,
    areas: &mut Areas,
    place: &dyn Fn(u32, u32) -> Place,
    column: &dyn Fn(u32) -> u32,
) -> Vec<Piece> {
    areas.enter(row);
    let mut pieces: Vec<Piece> = grid
        .row(row)
        .filter_map(|(at, cell)| {
            let span = areas.here.iter().find(|s| (s.left..=s.right).contains(&at));
            // Only the first cell of a merged area is shown.
            if span.is_some_and(|s| (s.top, s.left) != (row, at)) {
                return None;
            }
            let right = span.map_or(at, |s| s.right);
            piece(cell, column(at), column(right), place(row, at), false)
        })
        .collect();
    for span in areas.here.iter().filter(|s| s.top < row) {
        if areas.room == 0 {
            break;
        }
        if let Some(cell) = grid.cells.get(&(span.top, span.left)) {
            let inherited =
                piece(cell, column(span.left), column(span.right), place(span.top, span.left), true);
            areas.room -= usize::from(inherited.is_some());
            pieces.extend(inherited);
        }
    }
    pieces.sort_by_key(|p| p.left);
    pieces
}

fn piece(cell: &Cell, left: u32, right: u32, place: Place, inherited: bool) -> Option<Piece> {
    let (text, value) = match &cell.value {
        Value::Text(text) => (thai::normal(text), None),
        Value::Number(n) => (number_text(*n), Some(cell.value.clone())),
        Value::Date(date) => (date.strftime("%Y-%m-%d").to_string(), Some(cell.value.clone())),
        Value::Bool(b) => (b.to_string(), Some(cell.value.clone())),
        Value::Error(error) => (error.clone(), Some(cell.value.clone())),
    };
    (!text.is_empty()).then(|| Piece {
        left,
        right: right.max(left),
        text,
        value,
        place,
        flaw: cell.flaw,
        inherited,
    })
}

/// A coloured cell that says when by its place.
fn bar(column: u32, place: Place) -> Piece {
    let text = bars::BAR.to_owned();
    Piece { left: column, right: column, text, value: None, place, flaw: None, inherited: false }
}

/// A number as people write it: 12, not 12.0.
fn number_text(n: f64) -> String {
    if n.fract() == 0.0 && n.abs() < 1e15 { format!("{n:.0}") } else { format!("{n}") }
}

/// Pages as runs of text and grids. A table that continues the columns of the one before joins it.
fn page_strips(vocab: Vocab, file: &Place, pages: &[Page], order: Order, ledger: &mut Ledger) -> Vec<Strip> {
    let mut strips: Vec<Strip> = Vec::new();
    let mut edges: Vec<f32> = Vec::new();
    let mut last_grid: Option<(usize, u32)> = None;
    for page in pages {
        let mut line = 0;
        let columns = order == Order::Columns && !page.columns.is_empty();
        for block in if columns { &page.columns } else { &page.blocks } {
            match block {
                Block::Line(text) => {
                    line += 1;
                    let place = file.at(Spot::Line { page: page.number, line });
                    enter_line(&mut strips, ledger, place, text);
                }
                Block::Table(table) => {
                    let columns = matched(&edges, &table.columns);
                    let joins = last_grid.filter(|(at, from)| {
                        let near = columns.is_some() && *from + 1 >= page.number;
                        near && goes_on(vocab, &strips[at + 1..], *from == page.number)
                    });
                    let rows = table_rows(file, page.number, &mut line, table, columns.as_deref(), ledger);
                    if let Some((at, _)) = joins {
                        take_sections(&mut strips, at, edges.len());
                        strips[at].rows.extend(rows);
                    } else {
                        if columns.is_none() {
                            edges.clone_from(&table.columns);
                        }
                        let continues = columns.is_some();
                        strips.push(Strip { grid: true, sheet: None, hidden: false, continues, rows });
                    }
                    let at = strips.iter().rposition(|strip| strip.grid).unwrap_or(0);
                    last_grid = Some((at, page.number));
                }
            }
        }
    }
    strips
}

fn enter_line(strips: &mut Vec<Strip>, ledger: &mut Ledger, place: Place, line: &crate::model::Line) {
    let text = thai::one_line(&line.text);
    if text.is_empty() {
        return;
    }
    let id = ledger.enter(&place, &text);
    let flaw = line.unsure.then_some(CellFlaw::Unsure);
    let piece = Piece { left: 0, right: 0, text, value: None, place: place.clone(), flaw, inherited: false };
    let row = Row {
        id,
        place,
        pieces: vec![piece],
        furniture: line.furniture,
        // Documents without pages of their own do not say where their lines stand.
        bounds: (line.bounds != Rect::default()).then_some(line.bounds),
        size: line.size,
        bold: line.bold,
        ..Row::empty()
    };
    match strips.last_mut() {
        Some(strip) if !strip.grid => strip.rows.push(row),
        Some(_) | None => {
            strips.push(Strip { grid: false, sheet: None, hidden: false, continues: false, rows: vec![row] });
        }
    }
}

fn table_rows(
    file: &Place,
    page: u32,
    line: &mut u32,
    table: &Table,
    columns: Option<&[u32]>,
    ledger: &mut Ledger,
) -> Vec<Row> {
    let first = *line + 1;
    let place = |row: u32, _: u32| file.at(Spot::Line { page, line: first + row });
    let column = |at: u32| columns.and_then(|c| c.get(at as usize).copied()).unwrap_or(at);
    let mut rows = Vec::new();
    let mut areas = Areas::new(&table.grid);
    for number in 0..table.grid.rows() {
        *line += 1;
        let pieces = grid_pieces(&table.grid, number, &mut areas, &place, &column);
        push(&mut rows, ledger, place(number, 0), pieces, false);
    }
    rows
}

/// For each column of a table, the column of the table before that has the same left edge; `None` if any has none.
fn matched(before: &[f32], now: &[f32]) -> Option<Vec<u32>> {
    if before.is_empty() || now.is_empty() || now.len() + 1 < before.len() {
        return None;
    }
    let mut columns = Vec::new();
    for edge in now {
        let at = before.iter().position(|b| (b - edge).abs() < Table::SAME_EDGE)?;
        columns.push(at as u32);
    }
    Some(columns)
}

/// True if nothing but section headings stands between two tables of the same columns: they are one, and the headings
/// are rows of it that were drawn without lines. On another page the second table may follow without any.
fn goes_on(vocab: Vocab, between: &[Strip], same_page: bool) -> bool {
    let mut rows = between.iter().flat_map(|strip| &strip.rows).filter(|row| !row.furniture).peekable();
    (rows.peek().is_some() || !same_page) && rows.all(|row| is_section(vocab, row))
}

fn is_section(vocab: Vocab, row: &Row) -> bool {
    let text = row.text();
    let meant =
        [Meaning::Section, Meaning::Department, Meaning::Nil].iter().any(|m| vocab.rows.is(&text, *m));
    judge::may_head(&text) && (meant || dated::is_month(&text))
}

/// Makes the section headings below the grid at `at` rows of it, each over its whole width.
fn take_sections(strips: &mut Vec<Strip>, at: usize, width: usize) {
    for mut strip in strips.split_off(at + 1) {
        let (furniture, mut sections): (Vec<Row>, Vec<Row>) =
            strip.rows.into_iter().partition(|row| row.furniture);
        for piece in sections.iter_mut().flat_map(|row| &mut row.pieces) {
            piece.right = (width as u32).saturating_sub(1);
        }
        strips[at].rows.extend(sections);
        if !furniture.is_empty() {
            strip.rows = furniture;
            strips.push(strip);
        }
    }
}
