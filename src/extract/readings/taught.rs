//! Tables in a layout that a person taught: under the same heading, each column holds what was said.

use super::View;
use crate::extract::flow::Row;
use crate::extract::headings::Column;
use crate::extract::judge::Because;
use crate::extract::sketch::Sketch;
use crate::extract::table;
use crate::model::{AsideReason, Layout};
use crate::thai;

/// Name of the reading: what it proposes is certain, for a person said it.
pub const NAME: &str = "taught";

/// Proposes every table under a heading that was taught, up to the next one.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    if view.taught().is_empty() {
        return;
    }
    for part in view.body.parts.iter().filter(|part| part.grid) {
        let layout = |at: usize| view.taught().iter().find(|layout| heads(layout, &view.rows()[at]));
        let heads: Vec<(usize, &Layout)> =
            part.range.clone().filter_map(|at| Some((at, layout(at)?))).collect();
        for (n, (at, layout)) in heads.iter().enumerate() {
            let end = heads.get(n + 1).map_or(part.range.end, |(next, _)| *next);
            if at + 1 < end {
                out.push(read(view, layout, *at, end));
            }
        }
    }
}

/// True if a row has the words of the layout's heading.
fn heads(layout: &Layout, row: &Row) -> bool {
    let pieces = || row.pieces.iter().filter(|piece| !piece.text.trim().is_empty());
    pieces().count() == layout.headings.len()
        && pieces().zip(&layout.headings).all(|(piece, heading)| key(&piece.text) == key(heading))
}

/// The words of a heading without what changes from month to month.
fn key(text: &str) -> String {
    thai::fold(&thai::arabic_digits(text)).chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

fn read(view: &View<'_>, layout: &Layout, at: usize, end: usize) -> Sketch {
    let rows = view.rows();
    if layout.roles.iter().all(Option::is_none) {
        let mut sketch = Sketch { explains: true, ..Sketch::new(NAME, at..end) };
        sketch.set_aside(&rows[at], Because::new(NAME, AsideReason::Heading));
        rows[at + 1..end]
            .iter()
            .for_each(|row| sketch.set_aside(row, Because::new(NAME, AsideReason::Prose)));
        return sketch;
    }
    let pieces = rows[at].pieces.iter().filter(|piece| !piece.text.trim().is_empty());
    let columns: Vec<Column> = pieces
        .zip(&layout.roles)
        .map(|(piece, role)| Column {
            left: piece.left,
            right: piece.right,
            heading: thai::one_line(&piece.text),
            roles: role.iter().copied().collect(),
            rank: 0,
            by_content: false,
        })
        .collect();
    Sketch { explains: true, ..table::read_table(view.vocab, &columns, &rows[at..=at], &rows[at + 1..end]) }
}
