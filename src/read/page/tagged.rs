//! Tables that the document's tags name: every piece of text says which cell it stands in.

use super::clusters::{Cluster, turned_point};
use crate::model::{Rect, Span};
use crate::read::drawn::{DrawnPage, Tag};
use std::collections::{BTreeMap, BTreeSet};

/// Columns that no text stands in are so wide, in points.
const EMPTY: f32 = 1.0;
/// Rows that may stand higher than the row before them: text that hangs from another edge of its cell.
const DISORDER: f32 = 0.1;

/// Left edges of the columns of each tagged table, over all pages that it runs over.
pub type Edges = BTreeMap<u32, Vec<f32>>;

/// A tagged table on a page.
pub struct TaggedTable {
    /// Left edges of its columns.
    pub columns: Vec<f32>,
    /// Where its text stands.
    pub bounds: Rect,
    /// Its cells, rows counted from the first on the page.
    pub cells: Vec<(Span, Vec<Cluster>)>,
}

/// The columns of a document's tagged tables. Tags that the places of the text contradict are left out.
pub fn edges(pages: &[DrawnPage]) -> Edges {
    let mut lefts: BTreeMap<u32, BTreeMap<u32, f32>> = BTreeMap::new();
    for page in pages {
        for glyph in page.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()) {
            if let Some(tag) = glyph.tag {
                let (left, _) = turned_point(glyph.x, glyph.y, page, glyph.direction);
                let edge = lefts.entry(tag.table).or_default().entry(tag.column).or_insert(left);
                *edge = edge.min(left);
            }
        }
    }
    let columns = |found: BTreeMap<u32, f32>| {
        let last = *found.keys().next_back()?;
        let mut edges: Vec<f32> = Vec::new();
        for column in 0..=last {
            let after = edges.last().map_or(0.0, |edge| edge + EMPTY);
            edges.push(found.get(&column).copied().unwrap_or(after));
        }
        (edges.len() > 1 && edges.is_sorted()).then_some(edges)
    };
    lefts.into_iter().filter_map(|(table, found)| Some((table, columns(found)?))).collect()
}

/// Takes the clusters of tagged tables out of a page's, and makes tables of them.
pub fn tables(clusters: &mut Vec<Cluster>, edges: &Edges) -> Vec<TaggedTable> {
    let mut by_table: BTreeMap<u32, BTreeMap<Tag, Vec<Cluster>>> = BTreeMap::new();
    for cluster in clusters.iter() {
        if let Some(tag) = cluster.tag.filter(|tag| edges.contains_key(&tag.table)) {
            by_table.entry(tag.table).or_default().entry(tag).or_default().push(cluster.clone());
        }
    }
    by_table.retain(|_, cells| is_table(cells));
    clusters.retain(|cluster| !cluster.tag.is_some_and(|tag| by_table.contains_key(&tag.table)));
    by_table.into_iter().map(|(table, cells)| made(cells, edges[&table].clone())).collect()
}

/// True if there are several cells, and their rows go down the page.
fn is_table(cells: &BTreeMap<Tag, Vec<Cluster>>) -> bool {
    let mut tops: BTreeMap<u32, f32> = BTreeMap::new();
    for (tag, clusters) in cells {
        let top = clusters.iter().map(|cluster| cluster.y).fold(f32::MAX, f32::min);
        let row = tops.entry(tag.row).or_insert(top);
        *row = row.min(top);
    }
    let tops: Vec<f32> = tops.into_values().collect();
    let up = tops.windows(2).filter(|pair| pair[1] < pair[0]).count();
    cells.len() > 1 && up as f32 <= tops.len() as f32 * DISORDER
}

fn made(cells: BTreeMap<Tag, Vec<Cluster>>, columns: Vec<f32>) -> TaggedTable {
    let rows: BTreeSet<u32> = cells.keys().map(|tag| tag.row).collect();
    let row = |at: u32| rows.range(..at).count() as u32;
    let all = || cells.values().flatten();
    let bounds = Rect {
        left: all().map(|c| c.left).fold(f32::MAX, f32::min),
        top: all().map(|c| c.y - c.size * 0.8).fold(f32::MAX, f32::min),
        right: all().map(|c| c.right).fold(0.0, f32::max),
        bottom: all().map(|c| c.y + c.size * 0.25).fold(0.0, f32::max),
    };
    let cells = cells.into_iter().map(|(tag, clusters)| {
        let top = row(tag.row);
        let span = Span {
            top,
            left: tag.column,
            bottom: row(tag.row + tag.rows).max(top + 1) - 1,
            right: tag.column + tag.columns - 1,
        };
        (span, clusters)
    });
    TaggedTable { cells: cells.collect(), columns, bounds }
}
