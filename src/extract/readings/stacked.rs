//! Forms of label and value, one below the other, as departments print them.

use super::View;
use crate::extract::forms;
use crate::extract::sketch::Sketch;

/// Proposes each part as a run of forms, and the whole body where it has several parts.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    let parts = &view.body.parts;
    out.extend(parts.iter().filter_map(|part| forms::read(view.vocab, &view.rows()[part.range.clone()])));
    if parts.len() > 1 {
        out.extend(forms::read(view.vocab, view.rows()));
    }
}
