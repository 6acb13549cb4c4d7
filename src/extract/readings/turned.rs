//! Fields in rows and activities in columns.

use super::View;
use crate::extract::cells;
use crate::extract::entries::joined;
use crate::extract::fields::Fields;
use crate::extract::flow::Piece;
use crate::extract::headings;
use crate::extract::sketch::{Draft, Sketch};
use crate::model::{FoundColumn, Role};

/// A label is no longer, in characters.
const LABEL: usize = 60;
/// Rows whose label may be the activity's, that are tried.
const TRIED: usize = 2;

/// Proposes runs of rows whose first cell is a label and that have several further cells.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    let rows = view.rows();
    let labelled = |at: usize| {
        let mut own = rows[at].own();
        own.next().is_some_and(|piece| view.fact(&piece.text).role().is_some()) && own.next().is_some()
    };
    let mut at = 0;
    while at < rows.len() {
        if !labelled(at) {
            at += 1;
            continue;
        }
        let left = rows[at].own().next().map(|piece| piece.left);
        let mut end = at + 1;
        while end < rows.len()
            && view.body.part_of(end) == view.body.part_of(at)
            && (labelled(end)
                || rows[end].own().count() >= 3
                    && rows[end]
                        .own()
                        .next()
                        .is_some_and(|piece| Some(piece.left) == left && piece.text.chars().count() < LABEL))
        {
            end += 1;
        }
        let widest = (at..end).map(|row| rows[row].own().count()).max().unwrap_or(0);
        if end - at >= 2 && widest >= 3 {
            turned(view, at..end, out);
        }
        at = end;
    }
}

fn turned(view: &View<'_>, run: std::ops::Range<usize>, out: &mut Vec<Sketch>) {
    let rows = view.rows();
    let score = |at: &usize| {
        let texts: Vec<&str> = rows[*at].own().skip(1).map(|piece| piece.text.as_str()).collect();
        let label = rows[*at].own().next().and_then(|piece| view.fact(&piece.text).role());
        super::tables::likeness(view, &texts, label)
    };
    let mut titles: Vec<usize> = run.clone().collect();
    titles.sort_by(|a, b| score(b).total_cmp(&score(a)).then(a.cmp(b)));
    for &title in titles.iter().take(TRIED) {
        let mut sketch = Sketch::new("", run.clone());
        sketch.lead = score(&title)
            - titles.iter().filter(|at| **at != title).map(score).fold(f32::MIN, f32::max).clamp(-1.0, 1.0);
        let label_left = rows[title].own().next().map_or(0, |piece| piece.left);
        for piece in rows[title].own().skip(1) {
            let fields = fields(view, run.clone(), title, label_left, piece.left);
            let order = std::iter::once(title).chain(run.clone().filter(|at| *at != title)).collect();
            let place = rows[title].place.clone();
            sketch.drafts.push(Draft {
                place,
                layout: "turned",
                rows: order,
                fields,
                sections: Vec::new(),
                doubtful: false,
            });
        }
        sketch.columns = run
            .clone()
            .filter_map(|at| rows[at].own().next())
            .map(|piece| FoundColumn {
                heading: piece.line(),
                column: None,
                roles: headings::says(view.vocab, &piece.text).map(|said| said.roles).unwrap_or_default(),
                by_content: false,
            })
            .collect();
        out.push(sketch);
    }
}

/// The fields of the activity in one column.
fn fields(view: &View<'_>, run: std::ops::Range<usize>, title: usize, label: u32, column: u32) -> Fields {
    let mut fields = Fields::new();
    for at in run {
        let row = &view.rows()[at];
        let heading = row.own().find(|piece| piece.left == label).map(Piece::line).unwrap_or_default();
        let Some(piece) = row
            .pieces
            .iter()
            .find(|piece| piece.left <= column && column <= piece.right && piece.left != label)
        else {
            continue;
        };
        if crate::extract::sheet_rows::is_dash(&piece.text) {
            continue;
        }
        let roles = headings::says(view.vocab, &heading).map(|said| said.roles).unwrap_or_default();
        let roles = match roles.first() {
            _ if at == title => vec![Role::Activity],
            Some(Role::Activity) => vec![Role::Remark],
            Some(_) => roles,
            None => vec![Role::Other],
        };
        let pieces = std::slice::from_ref(piece);
        for (role, written) in cells::shared(view.vocab, &roles, pieces, joined(pieces, &heading)) {
            fields.entry(role).or_default().push(written);
        }
    }
    fields
}
