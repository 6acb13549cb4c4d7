//! Tables drawn with lines: the grid, its merged cells, and which text stands in which cell.

use super::clusters::Cluster;
use crate::model::{Rect, Span};
use crate::read::drawn::Rule;

/// Positions of rules closer than this, in points, are one.
const SNAP: f32 = 2.5;
/// Rules that end this near to each other meet.
const MEET: f32 = 3.0;
/// Lines that go so far beyond the last border belong to a row that a page break cuts.
const OPEN: f32 = 6.0;
/// Cells of a table, and steps of work to find a page's tables. A page with more is a drawing: a table on the largest
/// paper that offices have, with a cell for each word, has a tenth of this.
const CELLS: usize = 100_000;
const STEPS: usize = 20_000_000;

/// A table's grid.
#[derive(Debug, Clone, PartialEq)]
pub struct RuledGrid {
    /// Positions of the columns' edges, from left to right.
    pub columns: Vec<f32>,
    /// Positions of the rows' edges, from top to bottom.
    pub rows: Vec<f32>,
    /// Cells, merged ones as one, ordered by row and column.
    pub cells: Vec<Span>,
    /// Cell of each place in the grid: index into `cells` by row and column.
    place: Vec<Vec<usize>>,
}

/// The tables that rules draw, from top to bottom.
pub fn grids(rules: &[Rule]) -> Vec<RuledGrid> {
    let horizontal =
        joined(rules.iter().filter(|r| r.horizontal).map(|r| (r.bounds.top, r.bounds.left, r.bounds.right)));
    let vertical = joined(
        rules.iter().filter(|r| !r.horizontal).map(|r| (r.bounds.left, r.bounds.top, r.bounds.bottom)),
    );
    let mut grids: Vec<RuledGrid> = components(&horizontal, &vertical)
        .into_iter()
        .filter_map(|(horizontal, vertical)| grid(&horizontal, &vertical))
        .collect();
    grids.sort_by(|a, b| a.rows[0].total_cmp(&b.rows[0]).then(a.columns[0].total_cmp(&b.columns[0])));
    grids
}

/// A line: its position across, and where it begins and ends along.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Edge {
    at: f32,
    from: f32,
    to: f32,
}

/// Pieces of one line put together.
fn joined(pieces: impl Iterator<Item = (f32, f32, f32)>) -> Vec<Edge> {
    let mut pieces: Vec<Edge> = pieces.map(|(at, from, to)| Edge { at, from, to }).collect();
    pieces.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut out: Vec<Edge> = Vec::new();
    let mut start = 0;
    while start < pieces.len() {
        let end =
            start + pieces[start..].iter().take_while(|piece| piece.at - pieces[start].at <= SNAP).count();
        let mut band = pieces[start..end].to_vec();
        band.sort_by(|a, b| a.from.total_cmp(&b.from));
        let at = band.iter().map(|edge| edge.at).sum::<f32>() / band.len() as f32;
        let mut open: Option<Edge> = None;
        for piece in band {
            match &mut open {
                Some(edge) if piece.from <= edge.to + MEET => edge.to = edge.to.max(piece.to),
                _ => out.extend(open.replace(Edge { at, ..piece })),
            }
        }
        out.extend(open);
        start = end;
    }
    out
}

/// Lines that meet, directly or by others, belong to one table.
fn components(horizontal: &[Edge], vertical: &[Edge]) -> Vec<(Vec<Edge>, Vec<Edge>)> {
    let mut sets = Sets((0..horizontal.len() + vertical.len()).collect());
    let mut steps = 0;
    // Both lists are ordered by position, so that only the lines in reach are looked at.
    for (h, line) in horizontal.iter().enumerate() {
        let first = vertical.partition_point(|v| v.at < line.from - MEET);
        for (v, other) in vertical.iter().enumerate().skip(first).take_while(|(_, v)| v.at <= line.to + MEET)
        {
            steps += 1;
            if other.from - MEET <= line.at && line.at <= other.to + MEET {
                sets.join(h, horizontal.len() + v);
            }
        }
        if steps > STEPS {
            return Vec::new();
        }
    }
    let mut by_root: std::collections::BTreeMap<usize, (Vec<Edge>, Vec<Edge>)> =
        std::collections::BTreeMap::new();
    for (n, line) in horizontal.iter().enumerate() {
        by_root.entry(sets.root(n)).or_default().0.push(*line);
    }
    for (n, line) in vertical.iter().enumerate() {
        by_root.entry(sets.root(horizontal.len() + n)).or_default().1.push(*line);
    }
    by_root.into_values().collect()
}

/// Disjoint sets.
struct Sets(Vec<usize>);

impl Sets {
    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

fn grid(horizontal: &[Edge], vertical: &[Edge]) -> Option<RuledGrid> {
    let columns = positions(vertical);
    let rows = with_open_ends(positions(horizontal), &columns, vertical);
    if rows.len() < 2 || columns.len() < 2 || (rows.len() == 2 && columns.len() == 2) {
        return None; // a box around text is no table
    }
    let (height, width) = (rows.len() - 1, columns.len() - 1);
    if height * width > CELLS || height * vertical.len() + width * horizontal.len() > STEPS {
        return None;
    }
    let mut sets = Sets((0..height * width).collect());
    for row in 0..height {
        let middle = f32::midpoint(rows[row], rows[row + 1]);
        let edges: Vec<f32> = vertical
            .iter()
            .filter(|v| v.from - 1.0 <= middle && middle <= v.to + 1.0)
            .map(|v| v.at)
            .collect();
        for (column, edge) in columns.iter().enumerate().take(width).skip(1) {
            if !edges.iter().any(|at| (at - edge).abs() <= SNAP) {
                sets.join(row * width + column - 1, row * width + column);
            }
        }
    }
    for column in 0..width {
        let middle = f32::midpoint(columns[column], columns[column + 1]);
        let edges: Vec<f32> = horizontal
            .iter()
            .filter(|h| h.from - 1.0 <= middle && middle <= h.to + 1.0)
            .map(|h| h.at)
            .collect();
        for (row, edge) in rows.iter().enumerate().take(height).skip(1) {
            if !edges.iter().any(|at| (at - edge).abs() <= SNAP) {
                sets.join((row - 1) * width + column, row * width + column);
            }
        }
    }
    let mut cells: Vec<(usize, Span)> = Vec::new();
    let mut place = vec![vec![0; width]; height];
    let mut found: std::collections::HashMap<usize, usize> = std::collections::HashMap::new();
    for (row, places) in place.iter_mut().enumerate() {
        for (column, home) in places.iter_mut().enumerate() {
            let root = sets.root(row * width + column);
            let (r, c) = (row as u32, column as u32);
            let index = *found.entry(root).or_insert_with(|| {
                cells.push((root, Span { top: r, left: c, bottom: r, right: c }));
                cells.len() - 1
            });
            let span = &mut cells[index].1;
            span.bottom = span.bottom.max(r);
            span.right = span.right.max(c);
            span.left = span.left.min(c);
            *home = index;
        }
    }
    Some(RuledGrid { columns, rows, cells: cells.into_iter().map(|(_, span)| span).collect(), place })
}

/// The distinct positions of lines.
/// A table that a page break cuts may have no border where it is cut: its rows go on as far as most of its lines do.
fn with_open_ends(mut rows: Vec<f32>, columns: &[f32], vertical: &[Edge]) -> Vec<f32> {
    let (Some(first), Some(last)) = (rows.first().copied(), rows.last().copied()) else { return rows };
    let enough = |ends: &[f32]| ends.len() > 2 && ends.len() * 2 > columns.len();
    let below: Vec<f32> =
        vertical.iter().filter(|v| v.from < last + MEET && v.to > last + OPEN).map(|v| v.to).collect();
    let above: Vec<f32> =
        vertical.iter().filter(|v| v.to > first - MEET && v.from < first - OPEN).map(|v| v.from).collect();
    if enough(&below) {
        rows.push(below.into_iter().fold(last, f32::max));
    }
    if enough(&above) {
        rows.insert(0, above.into_iter().fold(first, f32::min));
    }
    rows
}

fn positions(edges: &[Edge]) -> Vec<f32> {
    let mut all: Vec<f32> = edges.iter().map(|edge| edge.at).collect();
    all.sort_by(f32::total_cmp);
    all.dedup_by(|next, kept| *next - *kept <= SNAP);
    all
}

impl RuledGrid {
    /// The table's outline.
    pub fn bounds(&self) -> Rect {
        Rect {
            left: self.columns[0],
            right: self.columns[self.columns.len() - 1],
            top: self.rows[0],
            bottom: self.rows[self.rows.len() - 1],
        }
    }

    /// The boxes of the cells.
    pub fn boxes(&self) -> Vec<Rect> {
        let rect = |span: &Span| Rect {
            left: self.columns[span.left as usize],
            right: self.columns[span.right as usize + 1],
            top: self.rows[span.top as usize],
            bottom: self.rows[span.bottom as usize + 1],
        };
        self.cells.iter().map(rect).collect()
    }

    /// The cell that a cluster stands in. Text that runs over its cell's border is told by its clip rectangle,
    /// which programs set to the cell.
    pub fn cell_of(&self, cluster: &Cluster) -> Option<usize> {
        let own = (f32::midpoint(cluster.left, cluster.right), cluster.y - cluster.size * 0.3);
        let by_clip = cluster.clip.filter(|clip| self.holds_clip(clip)).and_then(|clip| {
            let cell = self.at(f32::midpoint(clip.left, clip.right), f32::midpoint(clip.top, clip.bottom))?;
            self.is_as_wide(cell, &clip).then_some(cell)
        });
        by_clip.or_else(|| self.at(own.0, own.1))
    }

    /// True if a clip is about one cell of the table.
    fn holds_clip(&self, clip: &Rect) -> bool {
        let b = self.bounds();
        let inside = clip.left >= b.left - MEET && clip.right <= b.right + MEET && clip.top >= b.top - MEET;
        inside
            && clip.bottom <= b.bottom + MEET
            && (clip.right - clip.left < (b.right - b.left) * 0.9
                || clip.bottom - clip.top < (b.bottom - b.top) * 0.5)
    }

    /// True if a cell holds a clip from left to right: a clip may be that of a whole row.
    fn is_as_wide(&self, cell: usize, clip: &Rect) -> bool {
        let span = &self.cells[cell];
        self.columns[span.left as usize] - MEET <= clip.left
            && clip.right <= self.columns[span.right as usize + 1] + MEET
    }

    /// The cell at a point.
    pub fn at(&self, x: f32, y: f32) -> Option<usize> {
        let column = self.columns.partition_point(|edge| *edge <= x).checked_sub(1)?;
        let row = self.rows.partition_point(|edge| *edge <= y).checked_sub(1)?;
        self.place.get(row)?.get(column).copied()
    }
}
