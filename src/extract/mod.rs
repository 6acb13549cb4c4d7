//! Document to records: where each activity stands, and what every other row is.
//!
//! Sheets and pages become strips of rows (`flow`). A strip is read as tables (`headings`, `content`, `sheet_rows`,
//! `table` and its `layouts`), else as forms (`forms`), else as running text (`paragraphs`, `prose`, `phrases`).
//! Every row is entered in the `ledger` before anything is understood of it, and leaves it with one fate.

mod body;
mod cells;
mod content;
mod entries;
mod fields;
mod flow;
mod forms;
mod gather;
mod headings;
mod layouts;
mod ledger;
mod paragraphs;
mod phrases;
mod prose;
mod sheet_rows;
mod sketch;
mod surroundings;
mod table;

use crate::model::{Aside, AsideReason, Document, Extract, Place, Spot};
use crate::problem::{Problem, What};
use crate::vocab::gazetteer::{self, Name};
use crate::vocab::scan;
use body::Body;
use gather::Gathered;
use headings::Column;
use ledger::Ledger;
use sketch::Sketch;

/// The mark of secrecy that a document carries, with its place. Such a document is not shown in any way.
#[must_use]
pub fn secrecy(file: &str, document: &Document) -> Option<(String, Place)> {
    surroundings::secrecy(&flow::flow(file, document, &mut Ledger::default()))
}

/// Finds the records of a document. `file` is the path relative to the inbox, which may name department and period.
#[must_use]
pub fn extract(file: &str, document: &Document) -> Extract {
    let mut ledger = Ledger::default();
    let strips = flow::flow(file, document, &mut ledger);
    let restricted = surroundings::secrecy(&strips);
    let bodies = body::bodies(strips);
    let mut gathered = Gathered::new(file, ledger);
    let mut problems = Vec::new();
    for body in &bodies {
        problems.extend(hidden(file, body));
        let sketches = chosen(body, gathered.has_records());
        gathered.take(body, sketches);
    }
    gathered.drop_repeated_summaries();
    if let Some((mark, place)) = &restricted {
        problems.push(Problem::warning(place.clone(), What::Restricted { mark: mark.clone() }));
    }
    finish(gathered, restricted.map(|(mark, _)| mark), problems)
}

/// The readings of a body's rows, in their order.
fn chosen(body: &Body, mut recorded: bool) -> Vec<Sketch> {
    let mut columns: Option<Vec<Column>> = None;
    let mut sketches = Vec::new();
    for part in &body.parts {
        let stretch = body.stretch(part);
        if part.grid {
            let (found, last) = table::read(stretch, columns.as_deref());
            if last.is_some() {
                columns = last;
                recorded |= found.iter().any(|sketch| !sketch.drafts.is_empty());
                sketches.extend(found);
                continue;
            }
        }
        let sketch = forms::read(stretch.rows).unwrap_or_else(|| prose::read(stretch.rows, recorded));
        recorded |= !sketch.drafts.is_empty();
        sketches.push(sketch);
    }
    sketches
}

fn finish(gathered: Gathered, restricted: Option<String>, mut problems: Vec<Problem>) -> Extract {
    let nil = gathered.nil && !gathered.has_records();
    let context = gathered.context();
    let Gathered { ledger, records, tables, .. } = gathered;
    let (mut aside, audit) = ledger.close(records.len());
    if records.is_empty() && !nil {
        aside.iter_mut().filter(|aside| may_be_activity(aside)).for_each(|aside| {
            aside.reason = AsideReason::NotUnderstood;
        });
    }
    for lost in aside.iter().filter(|aside| aside.reason == AsideReason::NotUnderstood) {
        problems.push(Problem::warning(lost.place.clone(), What::NotUnderstood { text: lost.text.clone() }));
    }
    Extract { records, aside, tables, audit, context, nil, restricted, problems }
}

/// True for a text that names a foreign side where no record was found: it is no title to pass over in silence.
fn may_be_activity(aside: &Aside) -> bool {
    matches!(aside.reason, AsideReason::Title | AsideReason::Prose)
        && scan::names_in(&aside.text).iter().any(|found| match found.means {
            Name::Organisation(_) | Name::City(_) => true,
            Name::Country(at) => gazetteer::country(at).code != "TH",
            Name::Body(_) | Name::Department(_) | Name::Region(_) | Name::Trap(_) => false,
        })
}

/// What is hidden in a body, said to the user.
fn hidden(file: &str, body: &Body) -> Option<Problem> {
    let sheet = body.sheet.clone()?;
    let place = Place::file(file).at(Spot::Sheet { sheet });
    let count = body.unread.iter().filter(|(_, reason)| *reason == AsideReason::Hidden).count() as u32;
    match count {
        0 => None,
        _ if body.hidden => Some(Problem::note(place, What::HiddenSheet)),
        count => Some(Problem::note(place, What::HiddenRows { count })),
    }
}
