//! Text that runs over the lower border of its cell into the rows below, as spreadsheets print rows of a fixed height.
//!
//! Where texts of two cells are printed over each other, position cannot tell them apart, but the order of drawing can:
//! a program draws the lines of one cell one after the other.

use super::clusters::Cluster;
use super::ruled::RuledGrid;
use std::collections::{BTreeMap, BTreeSet};

/// Pieces of text in one cell that are compared with each other.
const PIECES: usize = 64;

/// Grid and cell that a cluster stands in.
pub type Home = Option<(usize, usize)>;

/// A stretch of text on one line, drawn in one go.
struct Piece {
    first: usize,
    end: usize,
    home: Home,
    /// Number of the text that it is a line of.
    text: usize,
}

/// Gives the lower lines of texts that run over their cell the home of their first line, and tells those cells: they
/// were too low for their text, so that more of it may not be printed at all.
pub fn settle(grids: &[RuledGrid], clusters: &[Cluster], homes: &mut [Home]) -> BTreeSet<(usize, usize)> {
    let pieces = pieces(grids, clusters, homes);
    let mut by_cell: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, piece) in pieces.iter().enumerate() {
        if let Some(home) = piece.home {
            by_cell.entry(home).or_default().push(at);
        }
    }
    let crowded: BTreeSet<usize> = by_cell
        .iter()
        .filter(|(_, inside)| collide(clusters, &pieces, inside))
        .map(|((grid, _), _)| *grid)
        .collect();
    let mut full = BTreeSet::new();
    let mut head: Home = None;
    let mut text = usize::MAX;
    for piece in &pieces {
        if piece.text != text {
            (text, head) = (piece.text, piece.home);
        }
        let shared = piece.home.is_none_or(|home| by_cell[&home].iter().any(|at| pieces[*at].text != text));
        if piece.home != head && shared && head.is_some_and(|(grid, _)| crowded.contains(&grid)) {
            homes[piece.first..piece.end].fill(head);
            full.extend(head);
        }
    }
    full
}

/// Gives a word that is drawn in one go over the border between two cells, without a gap, to the cell that most of it
/// stands in: to the first one where it is halved.
pub fn keep_words(clusters: &[Cluster], homes: &mut [Home]) {
    let mut first = 0;
    for at in 1..=clusters.len() {
        if clusters.get(at).is_some_and(|next| is_within_word(&clusters[at - 1], next)) {
            continue;
        }
        let word = &mut homes[first..at];
        first = at;
        if word.iter().all(|home| *home == word[0]) {
            continue;
        }
        let count = |home: &Home| word.iter().filter(|other| *other == home).count();
        let mut best = word[0];
        for home in word.iter().filter(|home| home.is_some()) {
            if count(home) > count(&best) || best.is_none() {
                best = *home;
            }
        }
        word.fill(best);
    }
}

fn is_within_word(before: &Cluster, next: &Cluster) -> bool {
    let gap = (next.left - before.right) / next.size.max(0.1);
    before.run == next.run
        && (next.y - before.y).abs() < 0.1 * next.size
        && !next.spaced
        && (-0.2..0.12).contains(&gap)
}

fn pieces(grids: &[RuledGrid], clusters: &[Cluster], homes: &[Home]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut texts = 0;
    for (at, cluster) in clusters.iter().enumerate() {
        if let Some(piece) = out.last_mut()
            && piece.home == homes[at]
            && goes_on(&clusters[at - 1], cluster)
        {
            piece.end = at + 1;
            continue;
        }
        let text = match out.last() {
            Some(before) if is_next_line(grids, clusters, before, cluster, homes[at]) => before.text,
            _ => {
                texts += 1;
                texts
            }
        };
        out.push(Piece { first: at, end: at + 1, home: homes[at], text });
    }
    out
}

fn goes_on(before: &Cluster, next: &Cluster) -> bool {
    (next.y - before.y).abs() < 0.3 * next.size
        && next.left >= before.right - 0.5 * next.size
        && next.left - before.right < 3.0 * next.size
}

/// True if a cluster begins the line under a piece, within the columns of the piece's cell.
fn is_next_line(
    grids: &[RuledGrid],
    clusters: &[Cluster],
    piece: &Piece,
    next: &Cluster,
    home: Home,
) -> bool {
    // A title above a table does not go on in it.
    let Some((grid, cell)) = piece.home else { return false };
    let pitch = (next.y - clusters[piece.first].y) / next.size.max(0.1);
    let Some(span) = grids[grid].cells.get(cell) else { return false };
    let columns = &grids[grid].columns;
    let (left, right) = (columns[span.left as usize], columns[span.right as usize + 1]);
    (0.7..1.8).contains(&pitch)
        && home.is_none_or(|(other, _)| other == grid)
        && next.left >= left - 1.0
        && next.right <= right + next.size
}

/// True if two texts are printed over each other.
fn collide(clusters: &[Cluster], pieces: &[Piece], inside: &[usize]) -> bool {
    if inside.len() > PIECES {
        return false;
    }
    inside.iter().enumerate().any(|(n, one)| {
        inside[n + 1..].iter().any(|other| {
            let (one, other) = (&pieces[*one], &pieces[*other]);
            one.text != other.text
                && lies_over(&clusters[one.first..one.end], &clusters[other.first..other.end])
        })
    })
}

fn lies_over(one: &[Cluster], other: &[Cluster]) -> bool {
    let (Some(a), Some(b)) = (one.first(), other.first()) else { return false };
    if (a.y - b.y).abs() > 0.6 * a.size.min(b.size) {
        return false;
    }
    let over = |c: &Cluster| {
        let from = other.partition_point(|o| o.right <= c.left);
        other[from..].iter().take_while(|o| o.left < c.right).any(|o| {
            let shared = c.right.min(o.right) - c.left.max(o.left);
            shared > 0.4 * (c.right - c.left).min(o.right - o.left)
        })
    };
    one.iter().filter(|c| over(c)).count() > 1
}
