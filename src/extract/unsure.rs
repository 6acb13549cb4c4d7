//! Tables that a person is asked about: their reading rests on little, or lines in them look like activities that no
//! record holds.

use super::body::Body;
use super::flow::{Piece, Row};
use super::readings::TAUGHT;
use super::sketch::Sketch;
use crate::model::{AsideReason, ColumnRole, HeadRow, TableReading, Unheld, UnsureTable};
use crate::thai;

/// Rows from the table's first on that are shown as its possible heading.
const HEADS: usize = 8;
/// Cells of a column that are shown.
const SAMPLES: usize = 3;
/// Lines of a table that look like activities and no record holds: where its heading says what every column is, fewer are
/// asked about by themselves.
const LINES: u32 = 2;
/// Letters of a cell that are shown.
const LETTERS: usize = 80;

/// The table that a chosen reading makes, if a person should say how it is read.
pub fn table(body: &Body, sketch: &Sketch, unheld: &[Unheld]) -> Option<UnsureTable> {
    body.sheet.as_ref()?;
    let part = body.parts.get(body.part_of(sketch.span.start)).filter(|part| part.grid)?;
    let columns = sketch.columns.iter().filter(|one| one.column.is_some()).count();
    let tabular = columns > 1 && sketch.reading != TAUGHT;
    let first = *sketch.drafts.first().filter(|_| tabular)?.rows.iter().min()?;
    // The rows above its first record, down from the first of its grid.
    let above = part.range.start.max(first.saturating_sub(HEADS))..first;
    let heads: Vec<HeadRow> = body.rows[above].iter().filter_map(head).collect();
    let is_heading = |at: &usize| {
        sketch.aside.iter().any(|(row, because)| row == at && because.reason == AsideReason::Heading)
    };
    let heading = (sketch.span.start..first).rev().find(is_heading).or_else(|| first.checked_sub(1))?;
    let begins = number(body.rows.get(heading + 1)?)?;
    let end = part.range.end;
    let last = number(&body.rows[end - 1])?;
    let place = body.rows[heading + 1].place.clone();
    let mut table = UnsureTable {
        place,
        last,
        lines: 0,
        reading: TableReading { department: String::new(), heads, begins, columns: Vec::new() },
        samples: Vec::new(),
    };
    let doubtful = sketch.drafts.iter().any(|draft| draft.doubtful);
    table.lines = unheld.iter().filter(|one| table.holds(&one.record.place)).count() as u32;
    let head = table.reading.head()?.clone();
    let told = sketch.columns.iter().all(|column| !column.by_content);
    let few = table.lines < if told { LINES } else { 1 };
    // A heading of one cell names no columns.
    if !doubtful && few || head.cells.len() < 2 {
        return None;
    }
    for (column, _) in &head.cells {
        let of = sketch.columns.iter().find(|one| one.column == Some(*column));
        let role = of.and_then(|one| one.roles.first().copied());
        table.reading.columns.push(ColumnRole { column: *column, role });
        let cells = body.rows[heading + 1..end].iter().flat_map(Row::own);
        let samples = cells.filter(|piece| piece.left == *column).take(SAMPLES).map(sample);
        table.samples.push(samples.collect());
    }
    Some(table)
}

fn head(row: &Row) -> Option<HeadRow> {
    let cells = row.pieces.iter().filter(|piece| !piece.text.trim().is_empty());
    let cells = cells.map(|piece| (piece.left, thai::one_line(&piece.text))).collect();
    Some(HeadRow { row: number(row)?, cells })
}

fn sample(piece: &Piece) -> String {
    thai::one_line(&piece.text).chars().take(LETTERS).collect()
}

fn number(row: &Row) -> Option<u32> {
    row.place.spot.row()
}
