//! Tables under headings whose words are known, as most reports are written.

use super::View;
use crate::extract::headings::Column;
use crate::extract::sketch::Sketch;
use crate::extract::table;

/// Proposes every such table.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    out.extend(view.headed().iter().cloned());
}

/// The tables of each grid; one without a heading goes on with the columns of the grid before.
pub fn read(view: &View<'_>) -> Vec<Sketch> {
    let mut before: Option<Vec<Column>> = None;
    let mut all = Vec::new();
    for part in view.body.parts.iter().filter(|part| part.grid) {
        let (found, last) = table::read(view.vocab, view.body.stretch(part), before.as_deref());
        before = last.or(before);
        all.extend(found.into_iter().map(|sketch| Sketch { explains: true, ..sketch }));
    }
    all
}
