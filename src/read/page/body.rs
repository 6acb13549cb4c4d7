//! Pages to one body: running headers and footers are none of its text, columns go on over a page break, and the tail of
//! a row that the break cut goes back to the row that it belongs to.

use super::lines;
use crate::model::{Block, Cell, Grid, Line, Page, Span, Table, Value};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Top and bottom of a page where running headers, footers and page numbers stand, as a share of its height.
const MARGIN: f32 = 0.1;
/// A line at the edge that comes again on so many pages, or on all, is furniture.
const REPEATED: usize = 3;
/// The same without lines, as a share of the narrower column beside the edge.
const SAME_GUTTER: f32 = 0.5;
/// Lines of one cell that a page break may leave over.
const TAIL_LINES: usize = 3;
/// Rows at the top of a table that may be a repeated heading.
const HEADING_ROWS: u32 = 3;

/// Joins the pages: marks what is no text of theirs, and gives the tails back.
pub fn join(pages: &mut [Page]) {
    mark_furniture(pages);
    join_tails(pages);
}

fn join_tails(pages: &mut [Page]) {
    let mut open: Option<(usize, usize)> = None;
    for page in 0..pages.len() {
        if let Some(head) = open {
            take_lines(pages, head, page);
            if go_on(pages, head, page) == Rest::Nothing {
                continue;
            }
        }
        open = last_table(&pages[page]).map(|block| (page, block));
    }
}

/// What a page's first table has beside the tail of the row before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    Something,
    Nothing,
}

/// Gives the table that a page begins with the columns of the one that it goes on with, and its tail back.
fn go_on(pages: &mut [Page], (head_page, head): (usize, usize), page: usize) -> Rest {
    let Some(next) = first_table(&pages[page]) else { return Rest::Something };
    let (before, from) = pages.split_at_mut(page);
    let (Some(Block::Table(head)), Some(Block::Table(table))) =
        (before[head_page].blocks.get_mut(head), from[0].blocks.get_mut(next))
    else {
        return Rest::Something;
    };
    if !same_columns(head, table) {
        return Rest::Something;
    }
    table.columns.clone_from(&head.columns);
    if let Some(row) = tail(&head.grid, &table.grid) {
        give_back(&mut head.grid, &mut table.grid, row);
    }
    if table.grid.cells.is_empty() {
        from[0].blocks.remove(next);
        return Rest::Nothing;
    }
    Rest::Something
}

/// Lines at the top of a page, before a table that goes on with the columns of the last page's, each within one of
/// these columns: the rest of the last row, where no line is drawn around it.
fn take_lines(pages: &mut [Page], head: (usize, usize), page: usize) {
    let (before, from) = pages.split_at_mut(page);
    let Some(Block::Table(table)) = before[head.0].blocks.get_mut(head.1) else { return };
    let blocks = &mut from[0].blocks;
    let Some(next) = blocks.iter().position(|block| matches!(block, Block::Table(_))) else { return };
    let goes_on = matches!(&blocks[next], Block::Table(next) if same_columns(table, next));
    let lines: Vec<(usize, u32)> = (0..next)
        .filter(|at| counts(&blocks[*at]))
        .map_while(|at| Some((at, column_of(table, &blocks[at])?)))
        .collect();
    let all = (0..next).filter(|at| counts(&blocks[*at])).count();
    if table.ruled || !goes_on || lines.len() != all || lines.len() > TAIL_LINES {
        return;
    }
    let Some(row) = table.grid.rows().checked_sub(1) else { return };
    let mut taken = Vec::new();
    for (at, column) in lines {
        // Where the last row has nothing in the column, the line is none of its.
        if let (Block::Line(line), Some(cell)) = (&blocks[at], table.grid.cells.get_mut(&(row, column)))
            && let Value::Text(text) = &mut cell.value
        {
            *text = lines::with_line(text, &line.text);
            taken.push(at);
        }
    }
    for at in taken.into_iter().rev() {
        blocks.remove(at);
    }
}

/// The column of a table that a line stands in.
fn column_of(table: &Table, block: &Block) -> Option<u32> {
    let Block::Line(line) = block else { return None };
    let column = table.columns.iter().rposition(|left| left - Table::SAME_EDGE < line.bounds.left)?;
    let right = table.columns.get(column + 1).copied().unwrap_or(table.bounds.right + Table::SAME_EDGE);
    (line.bounds.right < right + Table::SAME_EDGE).then_some(column as u32)
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

/// True if a table goes on with the columns of another. Without lines an edge stands somewhere in the blank between two
/// columns, which is another on each page, but never far into one of them.
fn same_columns(one: &Table, other: &Table) -> bool {
    let ends = one.columns.iter().copied().chain([one.bounds.right]).collect::<Vec<f32>>();
    let near = |at: usize| {
        let off = (one.columns[at] - other.columns[at]).abs();
        let Some(before) = at.checked_sub(1).filter(|_| !one.ruled) else {
            return off < Table::SAME_EDGE || !one.ruled;
        };
        let beside = (ends[at] - ends[before]).min(ends[at + 1] - ends[at]);
        off < (beside * SAME_GUTTER).max(Table::SAME_EDGE)
    };
    one.ruled == other.ruled && one.columns.len() == other.columns.len() && (0..one.columns.len()).all(near)
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

/// Running headers, footers and page numbers: what stands at the edge and is a number, or comes again on other pages. A
/// header counts as text where it stands first: it may be all that names the office.
fn mark_furniture(pages: &mut [Page]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        for line in edge_lines(page) {
            *seen.entry(without_digits(&line.text)).or_default() += 1;
        }
    }
    let enough = pages.len().clamp(2, REPEATED);
    let mut first: HashSet<String> = HashSet::new();
    for page in pages {
        let (top, bottom) = (page.height * MARGIN, page.height * (1.0 - MARGIN));
        let middle = page.height * 0.5;
        for block in &mut page.blocks {
            // By the document's tags.
            if let Block::Line(line) = block
                && line.furniture
            {
                let key = without_digits(&line.text);
                let opens = line.bounds.bottom < middle && has_letters(&key) && first.insert(key);
                line.furniture = !opens;
            } else if let Block::Line(line) = block
                && (line.bounds.bottom < top || line.bounds.top > bottom)
            {
                let key = without_digits(&line.text);
                let number_only = !has_letters(&key);
                let repeated = seen.get(&key).is_some_and(|count| *count >= enough);
                let opens = line.bounds.bottom < top && first.insert(key);
                line.furniture = number_only || repeated && !opens;
            }
        }
    }
}

/// False for what is only a number, without its digits.
fn has_letters(text: &str) -> bool {
    !text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '/'))
}

fn edge_lines(page: &Page) -> impl Iterator<Item = &Line> {
    let (top, bottom) = (page.height * MARGIN, page.height * (1.0 - MARGIN));
    page.blocks.iter().filter_map(move |block| match block {
        Block::Line(line) => (line.bounds.bottom < top || line.bounds.top > bottom).then_some(line),
        Block::Table(_) => None,
    })
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_numeric()).collect()
}
