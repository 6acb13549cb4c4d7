//! Memos, diaries and lists in running text, as officers write them.

use super::View;
use crate::extract::prose;
use crate::extract::sketch::Sketch;

/// Proposes each part as running text, and the whole body where it has several parts.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    let parts = &view.body.parts;
    let mut recorded = view.recorded;
    for part in parts {
        let rows = &view.rows()[part.range.clone()];
        if part.grid && rows.iter().any(|row| !super::is_line(row)) {
            recorded = true;
            continue;
        }
        out.push(Sketch { explains: true, ..prose::read(view.vocab, rows, recorded) });
    }
}
