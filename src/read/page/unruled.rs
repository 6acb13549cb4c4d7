//! Tables without lines: columns by the gutters between the cells of a heading, rows by their anchors and by the
//! blank between them.

use super::clusters::Cluster;
use super::lines::TextLine;
use super::rows::Rows;
use crate::model::{Rect, Span};

/// Blank space at least this wide, in ems, separates two cells of a heading.
const RUN_GAP: f32 = 0.7;
/// A table has at least so many columns.
const COLUMNS: usize = 3;
/// A gutter is at least this wide, in ems: what stands nearer is one text that runs over the column's edge.
const GUTTER: f32 = 0.1;
/// So many stretches of a page that begin at one edge, the one itself included, show that a column begins there.
const SHARED: usize = 4;
/// Lines above a table that goes on over a page break: running headers.
const HEADER_LINES: usize = 3;
/// Lines of one heading.
const HEADING_LINES: usize = 4;
/// Lines farther apart than this, in ems, belong to different things.
const FAR: f32 = 6.0;
/// Lines of one table on one page, and places where a table is looked for in vain: bounds for hostile pages.
const LINES: usize = 600;
const TRIES: usize = 60;
/// Share of a table's lines that may run over a gutter: headings of sections do.
const OVER: f32 = 0.2;

/// A table found among lines.
pub struct UnruledTable {
    /// Lines that it is made of: index of the first, and one past the last.
    pub lines: (usize, usize),
    /// Left edges of the columns.
    pub columns: Vec<f32>,
    /// Cells with their clusters, by row.
    rows: Vec<Vec<(Span, Vec<Cluster>)>>,
}

/// A stretch of a line without wide gaps.
#[derive(Debug, Clone, Copy)]
struct Run {
    left: f32,
    right: f32,
    /// The stretches that it begins and ends with.
    drawn: (u32, u32),
}

/// Finds the tables in a page's lines, from top to bottom. `before` are the left edges of the columns of the table
/// that the page before ended with.
pub fn tables(lines: &[TextLine], before: Option<&[f32]>) -> Vec<UnruledTable> {
    let flush = Flush::of(lines);
    let known = before.map(|columns| (columns, Flush { gutters: columns.to_vec(), ..Flush::of(lines) }));
    let mut out = Vec::new();
    let (mut at, mut tries, mut free) = (0, 0, 0);
    while at < lines.len() && tries < TRIES {
        let going_on = known.as_ref().filter(|_| at <= HEADER_LINES && out.is_empty());
        let going_on = going_on.filter(|(_, flush)| runs(&lines[at], flush).len() > 1);
        if let Some(table) = going_on.and_then(|(columns, flush)| going_on_with(lines, at, columns, flush)) {
            at = table.lines.1;
            free = at;
            out.push(table);
        } else if runs(&lines[at], &flush).len() < 2 {
            at += 1;
        } else if let Some(table) = table(lines, free, at, &flush) {
            at = table.lines.1;
            free = at;
            out.push(table);
        } else {
            tries += 1;
            at += 1;
        }
    }
    out
}

fn runs(line: &TextLine, flush: &Flush) -> Vec<Run> {
    parted(line, |before, next| next.left - before.right >= RUN_GAP * next.size || flush.part(before, next))
}

/// A line's runs, parted where `part` says so of a cluster and the one after it.
fn parted(line: &TextLine, part: impl Fn(&Cluster, &Cluster) -> bool) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut before: Option<&Cluster> = None;
    for cluster in &line.clusters {
        match out.last_mut() {
            Some(run) if !before.is_some_and(|before| part(before, cluster)) => {
                run.right = run.right.max(cluster.right);
                run.drawn.1 = cluster.stretch;
            }
            _ => out.push(Run {
                left: cluster.left,
                right: cluster.right,
                drawn: (cluster.stretch, cluster.stretch),
            }),
        }
        before = Some(cluster);
    }
    out
}

/// What tells that two neighbours on a line stand in two columns however near they are.
struct Flush {
    /// Where the stretches of a page begin: cells of one column begin at one edge.
    begins: Vec<f32>,
    /// Where a table that may go on here has its gutters: a last row that stands on a page alone shares its edges with none.
    gutters: Vec<f32>,
}

impl Flush {
    fn of(lines: &[TextLine]) -> Self {
        let begins = lines.iter().flat_map(|line| {
            let before = [None].into_iter().chain(line.clusters.iter().map(Some));
            let begins = line.clusters.iter().zip(before);
            begins.filter(|(one, before)| before.is_none_or(|before| before.stretch != one.stretch))
        });
        let mut edges: Vec<f32> = begins.map(|(cluster, _)| cluster.left).collect();
        edges.sort_by(f32::total_cmp);
        Self { begins: edges, gutters: Vec::new() }
    }

    /// True if two neighbours on a line were drawn apart and the second begins where several others do, or a known gutter
    /// lies between them.
    fn part(&self, before: &Cluster, next: &Cluster) -> bool {
        let gap = next.left - before.right;
        if before.stretch == next.stretch || gap < GUTTER * next.size {
            return false;
        }
        let off = GUTTER * next.size;
        let from = self.begins.partition_point(|edge| *edge < next.left - off);
        let to = self.begins.partition_point(|edge| *edge <= next.left + off);
        let between = |gutter: &f32| (before.right - off..=next.left + off).contains(gutter);
        to - from >= SHARED || self.gutters.iter().any(between)
    }
}

/// The table whose heading's fullest line is `first`; no line before `free` is part of it.
fn table(lines: &[TextLine], free: usize, first: usize, flush: &Flush) -> Option<UnruledTable> {
    let end = reach(lines, first);
    let heading = heading(lines, first, end, flush)?;
    let edges = edges(&lines[first..end], &heading);
    let first = if starts_with_digit(&lines[first].clusters) {
        first_in_columns(lines, free, first, &edges, flush)
    } else {
        first_of_heading(lines, free, first, &heading, flush)
    };
    laid_out(lines, (first, end), edges, flush).filter(|table| table.rows.len() > 1)
}

/// The table that goes on with the columns of another: hardly a stretch begins elsewhere than these do.
fn going_on_with(lines: &[TextLine], first: usize, columns: &[f32], flush: &Flush) -> Option<UnruledTable> {
    let end = reach(lines, first);
    let edges = columns.get(1..).filter(|edges| edges.len() + 1 >= COLUMNS)?;
    let ends = edges.iter().copied().chain([f32::MAX]);
    // The gutters are those of other rows.
    let slack = GUTTER * lines[first].size;
    let crosses = |run: &Run| {
        let column = ends.clone().position(|edge| run.left < edge);
        column.and_then(|at| edges.get(at)).is_some_and(|edge| run.right > *edge + slack)
    };
    let all: Vec<Run> = lines[first..end].iter().flat_map(|line| runs(line, flush)).collect();
    let over = all.iter().filter(|run| crosses(run)).count();
    if over as f32 > all.len() as f32 * OVER * 0.5 {
        return None;
    }
    laid_out(lines, (first, end), edges.to_vec(), flush)
}

/// The table that stands in these lines, with these edges between its columns.
fn laid_out(
    lines: &[TextLine],
    (first, end): (usize, usize),
    edges: Vec<f32>,
    flush: &Flush,
) -> Option<UnruledTable> {
    let all = &lines[first..end];
    let places: Vec<Vec<usize>> = all.iter().map(|line| places(line, &edges, flush)).collect();
    let over: Vec<bool> =
        all.iter().zip(&places).map(|(line, places)| is_over(line, places, &edges)).collect();
    let (starts, length) = Rows { lines: all, places: &places, over: &over, columns: edges.len() + 1 }.told();
    let mut rows: Vec<Vec<(Span, Vec<Cluster>)>> = Vec::new();
    for (n, start) in starts.iter().enumerate() {
        let stop = starts.get(n + 1).copied().unwrap_or(length);
        rows.push(row(&all[*start..stop], &places[*start..stop], n as u32));
    }
    let over = over[..length].iter().filter(|over| **over).count();
    let full = rows.iter().filter(|row| row.len() >= COLUMNS.max(edges.len().div_ceil(2))).count();
    if full == 0 || full * 2 < rows.len() || over as f32 > length as f32 * OVER {
        return None;
    }
    let left = all[..length].iter().filter_map(|line| line.clusters.first()).map(|c| c.left);
    let columns = left.reduce(f32::min).into_iter().chain(edges).collect();
    Some(UnruledTable { lines: (first, first + length), columns, rows })
}

/// One past the last line that may belong to a table that begins with `first`.
fn reach(lines: &[TextLine], first: usize) -> usize {
    let near = |at: &usize| lines[*at].y - lines[at - 1].y <= FAR * lines[*at].size.max(lines[at - 1].size);
    (first + 1..lines.len().min(first + LINES)).take_while(near).last().map_or(first + 1, |last| last + 1)
}

/// The cells of a heading: its first line's, and what the lines close under it add to them.
fn heading(lines: &[TextLine], first: usize, end: usize, flush: &Flush) -> Option<Vec<Run>> {
    let mut cells = runs(&lines[first], flush);
    for at in first + 1..end.min(first + HEADING_LINES) {
        if lines[at].y - lines[at - 1].y > 1.7 * lines[at].size || starts_with_digit(&lines[at].clusters) {
            break;
        }
        let next = runs(&lines[at], flush);
        let joined = union(cells.iter().chain(&next).copied().collect());
        if joined.len() < cells.len().max(next.len()) {
            break;
        }
        cells = joined;
    }
    (cells.len() >= COLUMNS).then_some(cells)
}

/// The first line of a heading whose cells are aligned at the bottom: lines close above belong to it, if all that
/// stands in them stands over one of its cells.
fn first_of_heading(
    lines: &[TextLine],
    free: usize,
    fullest: usize,
    heading: &[Run],
    flush: &Flush,
) -> usize {
    let over_a_cell = |run: &Run| {
        let slack = (run.right - run.left) * 0.5;
        heading.iter().filter(|cell| run.left < cell.right && cell.left < run.right).count() == 1
            && heading.iter().any(|cell| run.left > cell.left - slack && run.right < cell.right + slack)
    };
    let mut first = fullest;
    while first > free && fullest - first < HEADING_LINES {
        let (line, next) = (&lines[first - 1], &lines[first]);
        let close = next.y - line.y < 1.5 * next.size && (line.size - next.size).abs() < 0.1 * next.size;
        if !close || !runs(line, flush).iter().all(over_a_cell) {
            break;
        }
        first -= 1;
    }
    first
}

/// The first line of a table without a heading: lines above belong to it that keep to its columns, if they fill more
/// than one of them. A title runs over their edges.
fn first_in_columns(lines: &[TextLine], free: usize, found: usize, edges: &[f32], flush: &Flush) -> usize {
    let keeps = |at: &usize| {
        let near = lines[at + 1].y - lines[*at].y <= FAR * lines[*at].size;
        near && !is_over(&lines[*at], &places(&lines[*at], edges, flush), edges)
    };
    let first = (free..found).rev().take_while(keeps).last().unwrap_or(found);
    let mut filled: Vec<usize> =
        lines[first..found].iter().flat_map(|line| places(line, edges, flush)).collect();
    filled.sort_unstable();
    filled.dedup();
    if filled.len() > 1 { first } else { found }
}

/// Runs put together where they lie over each other.
fn union(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut out: Vec<Run> = Vec::new();
    for run in runs {
        match out.last_mut() {
            Some(last) if run.left < last.right => last.right = last.right.max(run.right),
            _ => out.push(run),
        }
    }
    out
}

/// Between each two cells of the heading, the middle of the widest place that the fewest lines run over.
fn edges(lines: &[TextLine], heading: &[Run]) -> Vec<f32> {
    let between = |pair: &[Run]| {
        let low = f32::midpoint(pair[0].left, pair[0].right);
        let high = f32::midpoint(pair[1].left, pair[1].right);
        gutter(lines, low, high)
    };
    heading.windows(2).map(between).collect()
}

/// The middle of the place that the fewest runs run over and, of those, the most lines have something on either side
/// of; of these the widest.
fn gutter(lines: &[TextLine], low: f32, high: f32) -> f32 {
    // Where runs, and the blanks between two of a line, begin and end: a step of either number.
    let mut changes: Vec<(f32, i32, i32)> = vec![(low, 0, 0), (high, 0, 0)];
    for line in lines {
        let runs = parted(line, |before, next| next.left - before.right >= GUTTER * next.size);
        let near = |from: f32, to: f32| to > low && from < high;
        for run in runs.iter().filter(|run| near(run.left, run.right)) {
            changes.extend([(run.left, 1, 0), (run.right, -1, 0)]);
        }
        let apart = runs.windows(2).filter(|pair| pair[0].drawn.1 != pair[1].drawn.0);
        for pair in apart.filter(|pair| near(pair[0].right, pair[1].left)) {
            changes.extend([(pair[0].right, 0, 1), (pair[1].left, 0, -1)]);
        }
    }
    changes.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let (mut over, mut beside) = (0, 0);
    let mut best = (i32::MAX, 0, 0.0_f32, f32::midpoint(low, high));
    for pair in changes.windows(2) {
        over += pair[0].1;
        beside += pair[0].2;
        let (from, to) = (pair[0].0.max(low), pair[1].0.min(high));
        let better = (best.0, beside).cmp(&(over, best.1));
        if to > from && (better.is_gt() || better.is_eq() && to - from > best.2) {
            best = (over, beside, to - from, f32::midpoint(from, to));
        }
    }
    best.3
}

/// The column of each cluster of a line. A text that runs over an edge without a gap stays in the column that it
/// begins in.
fn places(line: &TextLine, edges: &[f32], flush: &Flush) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::with_capacity(line.clusters.len());
    let mut last: Option<(&Cluster, usize)> = None;
    for cluster in &line.clusters {
        let own = edges.partition_point(|edge| *edge <= f32::midpoint(cluster.left, cluster.right));
        let column = match last {
            Some((before, column)) if before.stretch == cluster.stretch => column,
            Some((before, _)) if flush.part(before, cluster) => own,
            Some((before, column)) if cluster.left - before.right < GUTTER * cluster.size => column,
            // Once over the edge, a text goes on over its own spaces too.
            Some((before, column))
                if runs_on(&out, line, edges) && cluster.left - before.right < RUN_GAP * cluster.size =>
            {
                column
            }
            _ => own,
        };
        out.push(column);
        last = Some((cluster, column));
    }
    out
}

/// True if the cluster before already stands beyond its column.
fn runs_on(places: &[usize], line: &TextLine, edges: &[f32]) -> bool {
    let Some((column, cluster)) = places.last().zip(line.clusters.get(places.len() - 1)) else {
        return false;
    };
    edges.get(*column).is_some_and(|edge| f32::midpoint(cluster.left, cluster.right) > *edge)
}

/// True if a line has a text that runs over the edge of its column.
fn is_over(line: &TextLine, places: &[usize], edges: &[f32]) -> bool {
    line.clusters.iter().zip(places).any(|(cluster, column)| {
        edges.get(*column).is_some_and(|edge| f32::midpoint(cluster.left, cluster.right) > *edge)
    })
}

fn starts_with_digit(clusters: &[Cluster]) -> bool {
    clusters.first().and_then(|cluster| cluster.text.chars().next()).is_some_and(char::is_numeric)
}

fn row(lines: &[TextLine], places: &[Vec<usize>], row: u32) -> Vec<(Span, Vec<Cluster>)> {
    let mut cells: std::collections::BTreeMap<usize, Vec<Cluster>> = std::collections::BTreeMap::new();
    for (line, places) in lines.iter().zip(places) {
        for (cluster, column) in line.clusters.iter().zip(places) {
            cells.entry(*column).or_default().push(cluster.clone());
        }
    }
    let span = |column: usize| Span { top: row, left: column as u32, bottom: row, right: column as u32 };
    cells.into_iter().map(|(column, clusters)| (span(column), clusters)).collect()
}

impl UnruledTable {
    /// The table's outline.
    pub fn bounds(&self) -> Rect {
        let all = || self.rows.iter().flatten().flat_map(|(_, clusters)| clusters);
        Rect {
            left: all().map(|c| c.left).fold(f32::MAX, f32::min),
            right: all().map(|c| c.right).fold(f32::MIN, f32::max),
            top: all().map(|c| c.y - c.size).fold(f32::MAX, f32::min),
            bottom: all().map(|c| c.y).fold(f32::MIN, f32::max),
        }
    }

    /// The cells with their places in the table.
    pub fn into_cells(self) -> Vec<(Span, Vec<Cluster>)> {
        self.rows.into_iter().flatten().collect()
    }
}
