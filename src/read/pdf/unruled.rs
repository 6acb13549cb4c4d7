//! Tables without lines: columns by the gutters under a heading, rows by their anchors.

use super::clusters::Cluster;
use super::layout::{self, TextLine};
use crate::model::{Rect, Span};

/// Blank space at least this wide, in ems, separates two runs of a line.
const RUN_GAP: f32 = 1.0;
/// A table has at least so many columns.
const COLUMNS: usize = 3;
/// A gutter is at least so many points wide.
const GUTTER: f32 = 3.0;

/// A table found among lines.
pub struct UnruledTable {
    /// Lines that it is made of: index of the first, and one past the last.
    pub lines: (usize, usize),
    /// Left edges of the columns.
    pub columns: Vec<f32>,
    /// Cells with their clusters, by row and column.
    pub rows: Vec<Vec<Vec<Cluster>>>,
}

/// A stretch of a line without wide gaps.
#[derive(Debug, Clone, Copy)]
struct Run {
    left: f32,
    right: f32,
}

/// Finds the tables in a page's lines, from top to bottom.
pub fn tables(lines: &[TextLine]) -> Vec<UnruledTable> {
    let runs: Vec<Vec<Run>> = lines.iter().map(runs).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if runs[at].len() >= COLUMNS
            && let Some(table) = table(lines, &runs, at)
        {
            at = table.lines.1;
            out.push(table);
        } else {
            at += 1;
        }
    }
    out
}

fn runs(line: &TextLine) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for cluster in &line.clusters {
        match out.last_mut() {
            Some(run) if cluster.left - run.right < RUN_GAP * cluster.size => {
                run.right = run.right.max(cluster.right)
            }
            _ => out.push(Run { left: cluster.left, right: cluster.right }),
        }
    }
    out
}

fn table(lines: &[TextLine], runs: &[Vec<Run>], first: usize) -> Option<UnruledTable> {
    let mut covered: Vec<Run> = Vec::new();
    let mut end = first;
    let mut several = 0;
    for at in first..lines.len() {
        if at > first {
            let gap = lines[at].y - lines[at - 1].y;
            if gap > lines[at].size * 4.0 || gap < 0.0 {
                break;
            }
        }
        let mut next = covered.clone();
        next.extend(&runs[at]);
        let next = union(next);
        if next.len() < COLUMNS {
            break;
        }
        several += usize::from(runs[at].len() > 1);
        covered = next;
        end = at + 1;
    }
    if end - first < 3 || several * 2 < end - first {
        return None;
    }
    let edges: Vec<f32> = covered.iter().map(|run| run.left).collect();
    let anchor = anchor(lines, first, end, &covered)?;
    let mut rows: Vec<Vec<Vec<Cluster>>> = Vec::new();
    for line in &lines[first..end] {
        let mut cells = vec![Vec::new(); edges.len()];
        for cluster in &line.clusters {
            let middle = f32::midpoint(cluster.left, cluster.right);
            let column = covered.iter().position(|run| middle <= run.right).unwrap_or(edges.len() - 1);
            cells[column].push(cluster.clone());
        }
        let begins = rows.len() < 2 && !cells[anchor].is_empty() || begins_row(&cells[anchor]);
        match rows.last_mut() {
            Some(row) if !begins => {
                for (cell, more) in row.iter_mut().zip(cells) {
                    cell.extend(more);
                }
            }
            _ => rows.push(cells),
        }
    }
    Some(UnruledTable { lines: (first, end), columns: edges, rows })
}

/// The places where anything stands, joined where the blank between them is no gutter.
fn union(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut out: Vec<Run> = Vec::new();
    for run in runs {
        match out.last_mut() {
            Some(last) if run.left - last.right < GUTTER => last.right = last.right.max(run.right),
            _ => out.push(run),
        }
    }
    out
}

/// The column that tells where a row begins: the first whose texts mostly begin with a number.
fn anchor(lines: &[TextLine], first: usize, end: usize, columns: &[Run]) -> Option<usize> {
    (0..columns.len().min(3)).find(|column| {
        let mut filled = 0;
        let mut numbered = 0;
        for line in &lines[first..end] {
            let cells: Vec<Cluster> = line
                .clusters
                .iter()
                .filter(|c| {
                    let middle = f32::midpoint(c.left, c.right);
                    columns.iter().position(|run| middle <= run.right) == Some(*column)
                })
                .cloned()
                .collect();
            if !cells.is_empty() {
                filled += 1;
                numbered += usize::from(begins_row(&cells));
            }
        }
        numbered > 0 && numbered * 3 >= filled
    })
}

/// True if a cell's line begins with a digit, as running numbers and dates do.
fn begins_row(cell: &[Cluster]) -> bool {
    cell.first().and_then(|cluster| cluster.text.chars().next()).is_some_and(char::is_numeric)
}

impl UnruledTable {
    /// The table's outline.
    pub fn bounds(&self) -> Rect {
        let all = || self.rows.iter().flatten().flatten();
        Rect {
            left: all().map(|c| c.left).fold(f32::MAX, f32::min),
            right: all().map(|c| c.right).fold(f32::MIN, f32::max),
            top: all().map(|c| c.y - c.size).fold(f32::MAX, f32::min),
            bottom: all().map(|c| c.y).fold(f32::MIN, f32::max),
        }
    }

    /// The text of each cell with its place in the table.
    pub fn cells(&self) -> impl Iterator<Item = (Span, String)> {
        self.rows.iter().zip(0..).flat_map(|(row, r)| {
            row.iter().zip(0..).filter(|(cell, _)| !cell.is_empty()).map(move |(cell, c)| {
                (Span { top: r, left: c, bottom: r, right: c }, layout::cell_text(cell))
            })
        })
    }
}
