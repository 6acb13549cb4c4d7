//! Bars of colour: plans that draw when something happens under the months instead of writing it.

use crate::dates::dated;
use crate::model::{Colour, Grid, Value};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What stands for a coloured cell under a month, as a tick would.
pub const BAR: &str = "■";
/// A row of months names at least so many.
const LEAST: usize = 3;
/// It covers no more columns: two years of weeks.
const MOST: u32 = 110;
/// The name of a month or quarter is no longer, in bytes.
const NAME: usize = 120;

/// The columns of each row that are coloured under a heading of months and hold no words, where colour tells rows apart.
pub fn of(grid: &Grid) -> BTreeMap<u32, Vec<u32>> {
    let mut bars = BTreeMap::new();
    if !grid.looks.values().any(|look| look.fill.is_some()) {
        return bars;
    }
    let headings: Vec<(u32, RangeInclusive<u32>)> =
        (0..grid.rows()).filter_map(|row| months(grid, row)).collect();
    for (at, (heading, columns)) in headings.iter().enumerate() {
        let end = headings.get(at + 1).map_or(grid.rows(), |next| next.0);
        bars.extend(drawn(grid, heading + 1..end, columns));
    }
    bars
}

/// A row whose cells name months or quarters side by side, with the columns that they cover.
fn months(grid: &Grid, row: u32) -> Option<(u32, RangeInclusive<u32>)> {
    let named: Vec<u32> = grid
        .row(row)
        .filter(|(_, cell)| match &cell.value {
            Value::Text(text) if text.len() <= NAME => {
                dated::is_month(text) || dated::quarter(text).is_some()
            }
            Value::Text(_) => false,
            // A month typed into a heading is stored as its first day.
            Value::Date(day) => day.day() == 1,
            Value::Number(_) | Value::Bool(_) | Value::Error(_) => false,
        })
        .map(|(column, _)| column)
        .collect();
    let (first, last) = (*named.first()?, *named.last()?);
    // A month over several columns of weeks covers them all.
    let last = grid.merged.iter().find(|s| (s.top, s.left) == (row, last)).map_or(last, |span| span.right);
    (named.len() >= LEAST && last - first < MOST).then_some((row, first..=last))
}

/// The coloured empty cells of rows. Rows that are coloured all alike, in bands or as headings, draw nothing.
fn drawn(grid: &Grid, rows: std::ops::Range<u32>, columns: &RangeInclusive<u32>) -> BTreeMap<u32, Vec<u32>> {
    let mut bars: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let fill = |row: u32, column: u32| grid.looks.get(&(row, column)).and_then(|look| look.fill);
    for row in rows {
        let ground: Option<Colour> = columns.start().checked_sub(1).and_then(|before| fill(row, before));
        let bar = |column: &u32| {
            let colour = fill(row, *column);
            colour.is_some() && colour != ground && !grid.cells.contains_key(&(row, *column))
        };
        let coloured: Vec<u32> = columns.clone().filter(bar).collect();
        if !coloured.is_empty() && grid.row(row).next().is_some() {
            bars.insert(row, coloured);
        }
    }
    let differ = bars.values().any(|coloured| Some(coloured) != bars.values().next());
    let whole = bars.values().all(|coloured| coloured.len() > (columns.end() - columns.start()) as usize);
    if differ || !whole { bars } else { BTreeMap::new() }
}
