//! Rows that a page break cut in two: the tail at the top of the next page goes back to the row that it belongs to.

use super::lines;
use crate::model::{Block, Cell, Grid, Page, Span, Table, Value};
use std::collections::BTreeMap;

/// Columns of tables on different pages are the same if their edges differ by less than this, in points.
const SAME_EDGE: f32 = 6.0;
/// Rows at the top of a table that may be a repeated heading.
const HEADING_ROWS: u32 = 3;

/// Joins the tails of all pages.
pub fn join(pages: &mut [Page]) {
    let mut open: Option<(usize, usize)> = None;
    for page in 0..pages.len() {
        if let (Some(head), Some(next)) = (open, first_table(&pages[page])) {
            let (before, from) = pages.split_at_mut(page);
            if let (Some(Block::Table(head)), Some(Block::Table(table))) =
                (before[head.0].blocks.get_mut(head.1), from[0].blocks.get_mut(next))
                && same_columns(head, table)
                && let Some(row) = tail(&head.grid, &table.grid)
            {
                give_back(&mut head.grid, &mut table.grid, row);
                if table.grid.cells.is_empty() {
                    from[0].blocks.remove(next);
                    continue;
                }
            }
        }
        open = last_table(&pages[page]).map(|block| (page, block));
    }
}

/// The table that a page begins with.
fn first_table(page: &Page) -> Option<usize> {
    let at = page.blocks.iter().position(counts)?;
    matches!(page.blocks[at], Block::Table(_)).then_some(at)
}

/// The table that a page ends with.
fn last_table(page: &Page) -> Option<usize> {
    let at = page.blocks.iter().rposition(counts)?;
    matches!(page.blocks[at], Block::Table(_)).then_some(at)
}

/// False for headers and footers.
fn counts(block: &Block) -> bool {
    match block {
        Block::Line(line) => !line.furniture,
        Block::Table(_) => true,
    }
}

/// True if a table goes on with the columns of another; a table without lines has only approximate edges.
fn same_columns(one: &Table, other: &Table) -> bool {
    let near = |(a, b): (&f32, &f32)| (a - b).abs() < SAME_EDGE;
    one.ruled == other.ruled
        && one.columns.len() == other.columns.len()
        && one.columns.iter().zip(&other.columns).skip(usize::from(!one.ruled)).all(near)
}

/// The row of `next` that is the tail of the last row of `head`: the first after a repeated heading, if the numbers
/// or dates that the last row begins with are missing in it.
fn tail(head: &Grid, next: &Grid) -> Option<u32> {
    let last = head.rows().checked_sub(1)?;
    let same =
        |row: u32| (0..HEADING_ROWS.min(head.rows())).any(|h| row_texts(head, h).eq(row_texts(next, row)));
    let row = (0..next.rows()).find(|row| *row >= HEADING_ROWS || !same(*row))?;
    let anchors: Vec<u32> = anchors(head).into_iter().filter(|c| begins_with_digit(head, last, *c)).collect();
    let missing =
        !anchors.is_empty() && anchors.iter().all(|column| !next.cells.contains_key(&(row, *column)));
    // Cells that are merged over rows begin on the next page without their text, whatever the row is.
    let merged = head.merged.iter().any(|span| span.bottom > span.top && anchors.contains(&span.left));
    let whole = next.merged.iter().any(|span| span.top == row && span.right > span.left);
    (missing && !merged && !whole && next.row(row).next().is_some()).then_some(row)
}

fn row_texts(grid: &Grid, row: u32) -> impl Iterator<Item = (u32, &Value)> {
    grid.row(row).map(|(column, cell)| (column, &cell.value))
}

/// The columns of running numbers and dates: most of their cells begin with a digit.
fn anchors(grid: &Grid) -> Vec<u32> {
    let numbered = |column: &u32| {
        let cells = (0..grid.rows()).filter(|row| grid.cells.contains_key(&(*row, *column))).count();
        let digits = (0..grid.rows()).filter(|row| begins_with_digit(grid, *row, *column)).count();
        // The heading is one of the cells.
        digits > 0 && digits * 5 >= cells.saturating_sub(1) * 4
    };
    (0..grid.columns().min(3)).filter(numbered).collect()
}

fn begins_with_digit(grid: &Grid, row: u32, column: u32) -> bool {
    grid.cells.get(&(row, column)).is_some_and(|cell| match &cell.value {
        Value::Text(text) => text.trim_start_matches('(').chars().next().is_some_and(char::is_numeric),
        Value::Number(_) | Value::Date(_) => true,
        Value::Bool(_) | Value::Error(_) => false,
    })
}

/// Adds the cells of a row to those of the last row of `head`, and takes the row out of its table.
fn give_back(head: &mut Grid, next: &mut Grid, row: u32) {
    let last = head.rows().saturating_sub(1);
    let taken: Vec<(u32, Cell)> = next.row(row).map(|(column, cell)| (column, cell.clone())).collect();
    for (column, cell) in taken {
        let at = head.span(last, column).map_or((last, column), |span| (span.top, span.left));
        match head.cells.get_mut(&at) {
            Some(before) => {
                if let (Value::Text(text), Value::Text(more)) = (&before.value, &cell.value) {
                    before.value = Value::Text(lines::with_line(text, more));
                }
                before.flaw = before.flaw.or(cell.flaw);
            }
            None => {
                head.cells.insert(at, cell);
            }
        }
    }
    let up = |at: u32| if at > row { at - 1 } else { at };
    let cells: BTreeMap<(u32, u32), Cell> = std::mem::take(&mut next.cells);
    next.cells =
        cells.into_iter().filter(|((r, _), _)| *r != row).map(|((r, c), cell)| ((up(r), c), cell)).collect();
    next.merged.retain(|span| !(span.top == row && span.bottom == row));
    for Span { top, bottom, .. } in &mut next.merged {
        (*top, *bottom) = (up(*top), up(*bottom));
    }
}
