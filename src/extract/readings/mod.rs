//! The ways to read a stretch of rows. Each proposes what it sees and decides nothing; the judge weighs.

mod cards;
mod clauses;
mod grid;
mod headed;
mod headlines;
mod labelled;
pub mod lines;
mod lists;
mod programme;
mod running;
mod stacked;
mod tables;
mod taught;
mod turned;
mod whole;

use super::body::Body;
use super::facts::{Fact, Facts};
use super::flow::{Piece, Row};
use super::judge;
use super::net::{self, Likely};
use super::sketch::Sketch;
use crate::model::Layout;
use crate::thai::numbering;
use crate::vocab::Vocab;
use programme::Programme;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::rc::Rc;
pub use taught::NAME as TAUGHT;

/// A body of more rows or cells is an export of a database: only the plain readings are tried.
const ROWS: usize = 5_000;
const CELLS: usize = 50_000;

/// A way to read: its name, and the function that proposes.
pub struct Reading {
    /// Its name, as `inspect` shows it.
    pub name: &'static str,
    /// True for the ways in which most reports are written: they are tried first, and the others only where these leave a
    /// doubt. Their work is linear in the rows.
    pub plain: bool,
    propose: fn(&View<'_>, &mut Vec<Sketch>),
}

/// All of them. A further layout is one file and one line.
pub const READINGS: &[Reading] = &[
    Reading { name: TAUGHT, plain: true, propose: taught::propose },
    Reading { name: "headed", plain: true, propose: headed::propose },
    Reading { name: "stacked", plain: true, propose: stacked::propose },
    Reading { name: "running", plain: true, propose: running::propose },
    Reading { name: "tables", plain: false, propose: tables::propose },
    Reading { name: "cards", plain: false, propose: cards::propose },
    Reading { name: "programme", plain: false, propose: programme::propose },
    Reading { name: "turned", plain: false, propose: turned::propose },
    Reading { name: "grid", plain: false, propose: grid::propose },
    Reading { name: "lists", plain: false, propose: lists::propose },
    Reading { name: "headlines", plain: false, propose: headlines::propose },
    Reading { name: "clauses", plain: false, propose: clauses::propose },
    Reading { name: "whole", plain: false, propose: whole::propose },
];

/// A body with the facts of its texts, as readings see it.
pub struct View<'a> {
    /// What words mean.
    pub vocab: Vocab,
    /// The rows.
    pub body: &'a Body,
    /// Facts of each row's words on one line.
    pub lines: Vec<Rc<Fact>>,
    /// Length in characters that a full line has; 0 where there are no lines.
    pub full: usize,
    /// The usual size of type in points; 0 where none is known.
    pub usual_size: f32,
    /// Rows in which a day is named.
    pub dated: usize,
    /// True for a body so large that not every reading is tried.
    pub large: bool,
    /// True if records stand in what was read before this body.
    pub recorded: bool,
    likely: Vec<OnceCell<Vec<Likely>>>,
    headed: OnceCell<Vec<Sketch>>,
    programmes: OnceCell<Vec<Programme>>,
    facts: &'a Facts,
}

impl<'a> View<'a> {
    /// A body as readings see it.
    pub fn new(body: &'a Body, facts: &'a Facts, recorded: bool) -> Self {
        let lines: Vec<Rc<Fact>> = body.rows.iter().map(|row| facts.of(&row.text())).collect();
        let mut lengths: Vec<usize> = body
            .rows
            .iter()
            .zip(&lines)
            .filter(|(row, _)| is_line(row))
            .map(|(_, line)| line.length)
            .collect();
        lengths.sort_unstable();
        let full = lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(0);
        let mut sizes: Vec<f32> = body.rows.iter().map(|row| row.size).filter(|size| *size > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let usual_size = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
        let large = lines.len() > ROWS || body.rows.iter().map(|row| row.pieces.len()).sum::<usize>() > CELLS;
        let dated = lines.iter().filter(|line| !line.days.is_empty()).count();
        Self {
            body,
            likely: lines.iter().map(|_| OnceCell::new()).collect(),
            lines,
            full,
            usual_size,
            dated,
            large,
            recorded,
            headed: OnceCell::new(),
            programmes: OnceCell::new(),
            vocab: facts.vocab,
            facts,
        }
    }

    /// The rows of the body.
    pub fn rows(&self) -> &'a [Row] {
        &self.body.rows
    }

    /// Facts of a text.
    pub fn fact(&self, text: &str) -> Rc<Fact> {
        self.facts.of(text)
    }

    /// The texts of a row that can be events.
    pub fn likely(&self, at: usize) -> &[Likely] {
        self.likely[at].get_or_init(|| net::likely_in(self, at))
    }

    /// Layouts of tables that a person taught.
    fn taught(&self) -> &'a [Layout] {
        &self.facts.taught
    }

    /// Its tables under headings whose words are known.
    fn headed(&self) -> &[Sketch] {
        self.headed.get_or_init(|| headed::read(self))
    }

    /// The programmes of single visits and events in it.
    pub fn programmes(&self) -> &[Programme] {
        self.programmes.get_or_init(|| programme::find(self))
    }

    /// True for a row of a programme below its announcement: it is no engagement of its own.
    fn is_hour(&self, at: usize) -> bool {
        let programmes = self.programmes();
        let after = programmes.partition_point(|one| one.rows.start <= at);
        after.checked_sub(1).is_some_and(|n| (programmes[n].head.end..programmes[n].rows.end).contains(&at))
    }

    /// True for a body of pages.
    pub fn paged(&self) -> bool {
        self.body.sheet.is_none()
    }

    /// The room above a row, in heights of a line; empty rows on a sheet.
    pub fn gap(&self, at: usize) -> f32 {
        let rows = self.rows();
        let Some(above) = at.checked_sub(1).map(|above| &rows[above]) else { return 3.0 };
        match (above.bounds, rows[at].bounds) {
            (Some(above), Some(now)) if now.top >= above.top => {
                ((now.top - above.bottom) / (now.bottom - now.top).max(1.0)).max(0.0)
            }
            (Some(_), Some(_)) => 3.0,
            _ if self.paged() => 0.0,
            _ => rows[at].blank_above as f32,
        }
    }

    /// True for a row that a template gives as an example.
    pub fn is_example(&self, at: usize) -> bool {
        let first = self.rows()[at].own().map(Piece::line).find(|text| !numbering::is_number(text));
        first.is_some_and(|text| judge::is_example(self.vocab, &text))
    }

    /// True if the row begins another block: another grid or run of text, or one set apart.
    pub fn begins_block(&self, at: usize) -> bool {
        at == 0
            || self.body.part_of(at) != self.body.part_of(at - 1)
            || self.gap(at) >= if self.paged() { 2.0 } else { 1.0 }
    }
}

/// A row of one piece: a line of text, or a lone cell.
pub fn is_line(row: &Row) -> bool {
    row.own().count() == 1
}

/// Everything that the readings which are `tried` propose for a body, each once.
pub fn propose(view: &View<'_>, tried: impl Fn(&Reading) -> bool) -> Vec<Sketch> {
    let mut sketches = Vec::new();
    for reading in READINGS.iter().filter(|reading| tried(reading)) {
        let from = sketches.len();
        (reading.propose)(view, &mut sketches);
        sketches[from..].iter_mut().for_each(|sketch| sketch.reading = reading.name);
    }
    for sketch in &mut sketches {
        sketch.drafts.retain(|draft| {
            let none = |at: &usize| view.is_example(*at) || view.is_hour(*at);
            let nil = judge::is_nil_title(view.vocab, &view.fact(draft.title()));
            !draft.rows.first().is_some_and(none) && !nil
        });
    }
    let mut seen = BTreeSet::new();
    sketches.retain(|sketch| {
        let titles: Vec<(usize, String)> = sketch
            .drafts
            .iter()
            .map(|draft| (draft.rows.first().copied().unwrap_or(0), draft.title().to_owned()))
            .collect();
        (sketch.explains || !sketch.drafts.is_empty())
            && !sketch.span.is_empty()
            && seen.insert((sketch.span.start, sketch.span.end, titles))
    });
    sketches
}
