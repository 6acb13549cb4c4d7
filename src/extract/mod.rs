//! Document to records: where each activity stands, and what every other row is.
//!
//! A sheet, or all pages, becomes one run of rows (`flow`, `body`). Every way to read a stretch of it is proposed
//! (`readings`), each proposed record is weighed by evidence that knows no layout (`facts`, `evidence`, `weigh`), and the
//! proposals that are worth most together are kept (`gather`). What looks like an activity and none of them holds is
//! named (`net`). Every row is entered in the `ledger` before anything is understood of it, and leaves it with one fate.

mod bars;
mod beside;
mod body;
mod cells;
mod content;
mod entries;
mod evidence;
mod facts;
mod fields;
mod flow;
mod forms;
mod gather;
mod headings;
mod journey;
mod judge;
mod layouts;
mod ledger;
mod legs;
mod months;
mod net;
mod paragraphs;
mod phrases;
mod prose;
mod readings;
mod sheet_rows;
mod sketch;
pub mod study;
mod surroundings;
mod table;
mod unsure;
pub mod weigh;

use crate::model::{Aside, AsideReason, Counted, Document, Extract, Layout, Place, Spot, Unheld};
use crate::problem::{Problem, What};
use crate::vocab::Vocab;
use beside::Beside;
use body::Body;
use facts::Facts;
use flow::Order;
use gather::Gathered;
use ledger::Ledger;
use readings::{View, propose};
use sketch::Sketch;
use std::collections::BTreeSet;
use weigh::{Weighed, is_settled, pick};

/// The mark of secrecy that a document carries, with its place. Such a document is not shown in any way.
pub fn secrecy(vocab: Vocab, file: &str, document: &Document) -> Option<(String, Place)> {
    let marked = |order: &Order| {
        surroundings::secrecy(vocab, &flow::flow(vocab, file, document, *order, &mut Ledger::default()))
    };
    flow::orders(document).iter().find_map(marked).or_else(|| beside::secrecy(vocab, file, document))
}

/// Finds the records of a document. `file` is the path relative to the inbox, which may name department and period.
pub fn extract(vocab: Vocab, file: &str, document: &Document) -> Extract {
    extract_with(&Facts::new(vocab), file, document, &[])
}

/// The same where a person taught how tables of some layouts are read.
pub fn extract_taught(vocab: Vocab, file: &str, document: &Document, layouts: &[Layout]) -> Extract {
    extract_with(&Facts::taught(vocab, layouts), file, document, &[])
}

/// The same with some readings taken away, by their names: how well what is left does, and how much of what it loses is
/// named, tells how a layout fares that nobody thought of.
pub fn extract_without(vocab: Vocab, file: &str, document: &Document, without: &[&str]) -> Extract {
    extract_with(&Facts::new(vocab), file, document, without)
}

fn extract_with(facts: &Facts, file: &str, document: &Document, without: &[&str]) -> Extract {
    let vocab = facts.vocab;
    let mut best: Option<Read> = None;
    // A mark of secrecy counts in whichever order it is seen.
    let mut restricted = beside::secrecy(vocab, file, document);
    let reordered = weigh::REORDERED - weigh::MIXED * flow::mixed(document);
    for order in flow::orders(document) {
        // A table whose heading stands over all of the page is not read in another order.
        if best.as_ref().is_some_and(Read::is_sound) {
            break;
        }
        let read = Read::new(file, document, *order, facts, without);
        restricted = restricted.or_else(|| read.restricted.clone());
        if best.as_ref().is_none_or(|best| read.worth > best.worth + reordered) {
            best = Some(read);
        }
    }
    let Some(read) = best else { return Extract::default() };
    let mut gathered = Gathered::new(file, read.ledger);
    let mut problems = Vec::new();
    let (mut unheld, mut unsure) = (Vec::new(), Vec::new());
    let sheets = beside::sheets(document);
    for (number, (body, mut chosen)) in read.bodies.into_iter().enumerate() {
        problems.extend(hidden(file, &body));
        problems.extend(chosen.problems());
        let before = gathered.records.len();
        let mut beside = sheets.get(number).map(|sheet| Beside::of(file, sheet));
        unsure.extend(chosen.sketches.iter().filter_map(|one| unsure::table(&body, one, &chosen.unheld)));
        gathered.take(&body, chosen.sketches, &mut beside, facts);
        let hidden = beside::hidden_rows(&body, &gathered, facts);
        problems.extend(unheld_problems(&hidden));
        chosen.unheld.extend(hidden);
        if let Some((notes, told)) = beside.map(|beside| beside.close(&mut gathered, facts)) {
            chosen.unheld.extend(notes);
            problems.extend(told);
        }
        gathered.surround(vocab, &mut chosen.unheld, before);
        unheld.append(&mut chosen.unheld);
    }
    gathered.drop_repeated_summaries(vocab);
    legs::fold_in(&mut gathered.records, facts);
    let of = Counted::Records;
    if let Some(place) = gathered.bound(of.most() as usize) {
        problems.push(Problem::error(place, What::LeftOut { of }));
    }
    if let Some((mark, place)) = &restricted {
        problems.push(Problem::warning(place.clone(), What::Restricted { mark: mark.clone() }));
    }
    let restricted = restricted.map(|(mark, _)| mark);
    Extract { unheld, unsure, ..finish(gathered, restricted, problems, facts) }
}

/// A document read in one order.
struct Read {
    ledger: Ledger,
    restricted: Option<(String, Place)>,
    bodies: Vec<(Body, Chosen)>,
    /// What the readings are worth together.
    worth: f32,
}

impl Read {
    fn new(file: &str, document: &Document, order: Order, facts: &Facts, without: &[&str]) -> Self {
        let mut ledger = Ledger::default();
        let strips = flow::flow(facts.vocab, file, document, order, &mut ledger);
        let restricted = surroundings::secrecy(facts.vocab, &strips);
        let mut bodies = Vec::new();
        let mut worth = 0.0;
        let mut recorded = false;
        for body in body::bodies(facts.vocab, strips) {
            let chosen = Chosen::of(&body, facts, recorded, without);
            recorded |= chosen.sketches.iter().any(|sketch| !sketch.drafts.is_empty());
            worth += chosen.worth;
            bodies.push((body, chosen));
        }
        Self { ledger, restricted, bodies, worth }
    }

    /// True if it is made of tables under headings that are sure of their records, and leaves nothing that looks like one.
    fn is_sound(&self) -> bool {
        self.bodies.iter().all(|(_, chosen)| chosen.sound)
    }
}

/// The readings of a body's rows that make sense together.
#[derive(Default)]
struct Chosen {
    /// They, in the order of the rows.
    sketches: Vec<Sketch>,
    /// What they are worth together.
    worth: f32,
    /// What looks like an activity and none of them holds.
    unheld: Vec<Unheld>,
    /// They are tables under headings, sure of their records, and nothing that looks like one is left.
    sound: bool,
}

impl Chosen {
    fn of(body: &Body, facts: &Facts, recorded: bool, without: &[&str]) -> Self {
        if body.hidden || body.rows.is_empty() {
            return Self::default();
        }
        let view = View::new(body, facts, recorded);
        let costs = net::costs(&view);
        let weigh = |sketch: Sketch| Weighed::new(&view, sketch, &costs);
        let proposed = |plain: bool| propose(&view, |one| one.plain == plain && !without.contains(&one.name));
        let mut weighed: Vec<Weighed> = proposed(true).into_iter().map(weigh).collect();
        let (mut picked, mut worth) = pick(&weighed, &costs);
        if !view.large && !is_settled(&view, &weighed, &picked, &costs) {
            weighed.extend(proposed(false).into_iter().map(weigh));
            (picked, worth) = pick(&weighed, &costs);
        }
        let picked: BTreeSet<usize> = picked.into_iter().collect();
        let is_picked = |n: &usize| picked.contains(n);
        let (taken, others): (Vec<usize>, Vec<usize>) = (0..weighed.len()).partition(is_picked);
        let all = |of: &[usize]| -> Vec<&Weighed> { of.iter().map(|n| &weighed[*n]).collect() };
        let unheld = net::unheld(&view, &all(&taken), &all(&others));
        let tables = all(&taken).into_iter().filter(|one| !one.likely.is_empty()).all(Weighed::is_headed);
        let sound = unheld.is_empty() && tables && weigh::is_sure(&all(&taken));
        let doubtful = weigh::doubtful(&all(&taken));
        let picked = weighed.into_iter().enumerate().filter(|(n, _)| is_picked(n)).map(|(_, one)| one);
        let mut sketches: Vec<Sketch> =
            picked.zip(doubtful).map(|(weighed, doubtful)| weighed.taken(doubtful)).collect();
        sketches.sort_by_key(|sketch| sketch.span.start);
        Self { sketches, worth, unheld, sound }
    }

    /// What a person should know of how the rows were read.
    fn problems(&self) -> Vec<Problem> {
        let unsure = self.sketches.iter().filter_map(|sketch| {
            let count = sketch.drafts.iter().filter(|draft| draft.doubtful).count() as u32;
            // A single one carries its doubt itself.
            let first = sketch.drafts.first().filter(|_| count > 1)?;
            Some(Problem::warning(first.place.clone(), What::ReadingUnsure { count }))
        });
        unsure.chain(unheld_problems(&self.unheld)).collect()
    }
}

/// What no record holds, said to the user.
fn unheld_problems(unheld: &[Unheld]) -> impl Iterator<Item = Problem> {
    unheld
        .iter()
        .map(|one| Problem::warning(one.record.place.clone(), What::Unheld { text: one.text.clone() }))
}

fn finish(
    gathered: Gathered,
    restricted: Option<String>,
    mut problems: Vec<Problem>,
    facts: &Facts,
) -> Extract {
    let nil = gathered.nil && !gathered.has_records();
    let context = gathered.context(facts.vocab);
    let Gathered { ledger, records, tables, quiet, .. } = gathered;
    let (mut aside, audit) = ledger.close(records.len());
    if records.is_empty() && !nil {
        aside.iter_mut().filter(|aside| may_be_activity(aside, facts)).for_each(|aside| {
            aside.reason = AsideReason::NotUnderstood;
        });
    }
    for lost in aside.iter().filter(|aside| aside.reason == AsideReason::NotUnderstood) {
        problems.push(Problem::warning(lost.place.clone(), What::NotUnderstood { text: lost.text.clone() }));
    }
    Extract { records, aside, tables, audit, context, nil, quiet, restricted, problems, ..Extract::default() }
}

/// True for a text that names a foreign side where no record was found: it is no title to pass over in silence.
fn may_be_activity(aside: &Aside, facts: &Facts) -> bool {
    let may_be = matches!(aside.reason, AsideReason::Title | AsideReason::Prose);
    may_be && !facts.of(&aside.text).names().is_empty()
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
