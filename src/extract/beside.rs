//! What stands beside the cells of a sheet, where no layout reads: notes on cells, text boxes, headers and footers, words
//! that are struck through, rows that are hidden.

use super::body::{Body, Part};
use super::facts::Facts;
use super::fields::Fields;
use super::flow::{Piece, Row};
use super::gather::Gathered;
use super::judge::{self, Because};
use super::net;
use super::readings::View;
use super::{Chosen, ledger::Ledger};
use crate::model::{
    AsideReason, Body as Content, Context, Document, Grid, Mark, Note, NoteKind, Place, Record, Role, Sheet,
    Spot, Unheld,
};
use crate::problem::{Problem, What};
use crate::thai;
use crate::vocab::Vocab;
use crate::vocab::rows::Meaning;
use std::collections::{BTreeMap, BTreeSet};

/// A word that says that what follows is a note is no longer, in characters.
const LABEL: usize = 12;
/// Records whose titles notes are compared with.
const COMPARED: usize = 2_000;
/// Letters of a title that make it one that is said elsewhere, in characters.
const TITLE: usize = 12;

/// A sheet's texts beside its cells.
pub struct Beside<'a> {
    file: &'a str,
    sheet: &'a Sheet,
    /// Notes on cells by their row, 1-based, as their numbers.
    comments: BTreeMap<u32, Vec<usize>>,
    /// Numbers of text boxes that stand above the cells as a title block does.
    titles: BTreeSet<usize>,
    /// Numbers of notes that records hold.
    held: BTreeSet<usize>,
}

/// The sheets of a document.
pub fn sheets(document: &Document) -> &[Sheet] {
    match &document.body {
        Content::Sheets(sheets) => sheets,
        Content::Pages(_) => &[],
    }
}

/// The secrecy mark that stands beside the cells of a sheet that is shown.
pub fn secrecy(vocab: Vocab, file: &str, document: &Document) -> Option<(String, Place)> {
    sheets(document).iter().filter(|sheet| !sheet.hidden).find_map(|sheet| {
        sheet.notes.iter().filter(|note| note.kind != NoteKind::Comment).find_map(|note| {
            let mark = note.text.lines().map(str::trim).find(|line| vocab.rows.is(line, Meaning::Secret))?;
            Some((mark.to_owned(), place(file, sheet, note)))
        })
    })
}

fn place(file: &str, sheet: &Sheet, note: &Note) -> Place {
    let name = sheet.name.clone();
    Place::file(file).at(match note.at {
        Some((row, column)) => Spot::Cell { sheet: name, row: row + 1, column: column + 1 },
        None => Spot::Sheet { sheet: name },
    })
}

impl<'a> Beside<'a> {
    /// What stands beside the cells of a sheet of this file.
    pub fn of(file: &'a str, sheet: &'a Sheet) -> Self {
        let first = sheet.grid.cells.keys().next().map_or(u32::MAX, |(row, _)| *row);
        let mut comments: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        let mut titles = BTreeSet::new();
        for (n, note) in sheet.notes.iter().enumerate() {
            match (note.kind, note.at) {
                (NoteKind::Comment, Some((row, _))) => comments.entry(row + 1).or_default().push(n),
                (NoteKind::TextBox, Some((row, _))) if row <= first => drop(titles.insert(n)),
                (NoteKind::Comment | NoteKind::TextBox | NoteKind::Margin, _) => {}
            }
        }
        Self { file, sheet, comments, titles, held: BTreeSet::new() }
    }

    /// Lines of the text boxes that stand above the cells as a title block does.
    pub fn title_block(&self, facts: &Facts) -> Vec<String> {
        let lines = self.titles.iter().flat_map(|n| self.sheet.notes[*n].text.lines());
        lines.map(thai::one_line).filter(|line| !line.is_empty() && facts.of(line).days.is_empty()).collect()
    }

    /// What was put at the cells of a record that stands in these rows, 1-based.
    pub fn marks(&mut self, rows: &BTreeSet<u32>, fields: &Fields) -> Vec<Mark> {
        let mut marks = Vec::new();
        for row in rows {
            for n in self.comments.get(row).into_iter().flatten() {
                let note = &self.sheet.notes[*n];
                self.held.insert(*n);
                let text = thai::one_line(&note.text);
                marks.push(Mark::Note { place: place(self.file, self.sheet, note), text });
            }
            marks.extend(self.struck(*row, fields));
        }
        marks
    }

    /// What is struck through in a row, 1-based: the row or its title as a whole, else each cell and part of a cell.
    fn struck(&self, row: u32, fields: &Fields) -> Vec<Mark> {
        let grid = &self.sheet.grid;
        let at = row.saturating_sub(1);
        let struck: Vec<(u32, &String)> =
            grid.struck.range((at, 0)..=(at, u32::MAX)).map(|((_, column), part)| (*column, part)).collect();
        if struck.is_empty() {
            return Vec::new();
        }
        let place = |column: u32| {
            let spot = Spot::Cell { sheet: self.sheet.name.clone(), row, column: column + 1 };
            Place::file(self.file).at(spot)
        };
        let mark = |column: u32, part: &String, whole: bool| {
            let text = if part.is_empty() { shown(grid, (at, column)) } else { thai::one_line(part) };
            Mark::Struck { place: place(column), text, whole }
        };
        let titles: Vec<&Place> =
            fields.get(&Role::Activity).into_iter().flatten().map(|title| &title.place).collect();
        let wholly = |column: u32| struck.iter().any(|(of, part)| *of == column && part.is_empty());
        let all = grid.row(at).all(|(column, _)| wholly(column));
        let title = struck.iter().find(|(column, part)| part.is_empty() && titles.contains(&&place(*column)));
        if let Some((column, part)) = title.or(struck.first().filter(|_| all)) {
            return vec![mark(*column, part, true)];
        }
        struck.into_iter().map(|(column, part)| mark(column, part, false)).collect()
    }

    /// Enters the notes in the ledger, each line with its fate, and names those of them that look like an activity
    /// and that no record says. The others are told of.
    pub fn close(&self, gathered: &mut Gathered, facts: &Facts) -> (Vec<Unheld>, Vec<Problem>) {
        let (mut unheld, mut problems) = (Vec::new(), Vec::new());
        let hidden = self.sheet.hidden;
        let records = gathered.records.iter().take(COMPARED);
        let said: Vec<String> = records.map(|record| thai::fold(title(record))).collect();
        for (n, note) in self.sheet.notes.iter().enumerate() {
            let place = place(self.file, self.sheet, note);
            let body = self.body(facts.vocab, note, &place, &mut gathered.ledger);
            let view = View::new(&body, facts, false);
            let events = if hidden || self.held.contains(&n) { Vec::new() } else { net::events(&view) };
            let events: Vec<Unheld> = events.into_iter().filter(|event| !is_said(event, &said)).collect();
            let above = self.titles.contains(&n);
            let beside = |reason| Because::new("beside the cells", reason);
            for row in &body.rows {
                gathered.nil |= !hidden && judge::is_nil(facts.vocab, &row.text());
                match (self.held.contains(&n), hidden, above) {
                    (true, _, _) => gathered.ledger.record(row.id),
                    (_, true, _) => gathered.ledger.aside(row.id, beside(AsideReason::Hidden)),
                    (_, _, true) => gathered.ledger.aside(row.id, beside(AsideReason::Title)),
                    (_, _, false) => gathered.ledger.aside(row.id, beside(AsideReason::Note)),
                }
            }
            let kind = note.kind;
            problems.extend(events.iter().map(|event| {
                Problem::warning(place.clone(), What::UnheldBeside { kind, text: event.text.clone() })
            }));
            let told = !hidden && !above && kind != NoteKind::Margin && events.is_empty();
            if told {
                let text = net::shortened(&note.text);
                problems.push(Problem::note(place, What::Beside { kind, text }));
            }
            unheld.extend(events);
        }
        (unheld, problems)
    }

    /// A note as a body of one row a line.
    fn body(&self, vocab: Vocab, note: &Note, place: &Place, ledger: &mut Ledger) -> Body {
        let lines = note.text.lines().map(thai::one_line).filter(|line| !line.is_empty());
        let rows: Vec<Row> = lines
            .enumerate()
            .map(|(at, text)| Row {
                id: ledger.enter(place, &text),
                place: place.clone(),
                pieces: vec![piece(unlabelled(vocab, &text).to_owned(), place)],
                hidden: false,
                furniture: false,
                bounds: None,
                size: 0.0,
                bold: false,
                blank_above: 0,
                at,
            })
            .collect();
        let parts = vec![Part { range: 0..rows.len(), grid: false, continues: false }];
        let sheet = Some(self.sheet.name.clone());
        Body { sheet, hidden: false, rows, unread: Vec::new(), hidden_rows: Vec::new(), parts }
    }
}

/// A line without the word that says that it is a note.
fn unlabelled(vocab: Vocab, line: &str) -> &str {
    let label = |head: &str| head.chars().count() <= LABEL && vocab.rows.is(head, Meaning::Note);
    line.split_once([':', ' ']).filter(|(head, _)| label(head)).map_or(line, |(_, rest)| rest.trim())
}

fn piece(text: String, place: &Place) -> Piece {
    Piece { left: 0, right: 0, text, value: None, place: place.clone(), flaw: None, inherited: false }
}

fn shown(grid: &Grid, at: (u32, u32)) -> String {
    use crate::model::Value;
    match grid.cells.get(&at).map(|cell| &cell.value) {
        Some(Value::Text(text) | Value::Error(text)) => thai::one_line(text),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Date(date)) => date.date().to_string(),
        Some(Value::Bool(_)) | None => String::new(),
    }
}

fn title(record: &Record) -> &str {
    record.fields.get(&Role::Activity).and_then(|texts| texts.first()).map_or("", |written| &written.text)
}

/// A record says it, or a part of it that is as long as a title.
fn is_said(event: &Unheld, said: &[String]) -> bool {
    let words = thai::fold(title(&event.record));
    said.iter().any(|title| {
        title.chars().count() >= TITLE && (words.contains(title.as_str()) || title.contains(words.as_str()))
    })
}

/// What hidden rows hold: the records that they would be if they were shown, and what else in them looks like an
/// activity, but for what a record that is shown says of the same day.
pub fn hidden_rows(body: &Body, gathered: &Gathered, facts: &Facts) -> Vec<Unheld> {
    if body.hidden || body.hidden_rows.is_empty() {
        return Vec::new();
    }
    let hidden: BTreeSet<Place> = body.hidden_rows.iter().map(|row| row.place.clone()).collect();
    let whole = body.shown();
    let chosen = Chosen::of(&whole, facts, false, &[]);
    let mut found: BTreeMap<u32, Unheld> = BTreeMap::new();
    let rows_of = |place: &Place| place.spot.row().unwrap_or(0);
    for one in chosen.unheld.into_iter().filter(|one| hidden.contains(&one.record.place)) {
        found.insert(rows_of(&one.record.place), one);
    }
    for draft in chosen.sketches.into_iter().flat_map(|sketch| sketch.drafts) {
        let Some(row) = draft.rows.first().map(|at| &whole.rows[*at]) else { continue };
        if hidden.contains(&row.place) && !draft.title().is_empty() {
            let record = Record {
                place: draft.place.clone(),
                layout: draft.layout.to_owned(),
                context: Context::default(),
                doubtful: draft.doubtful,
                marks: Vec::new(),
                fields: draft.fields,
            };
            let text = net::shortened(title(&record));
            found.insert(rows_of(&row.place), Unheld { text, record });
        }
    }
    let key = |record: &Record| {
        let day = record.fields.get(&Role::Date).and_then(|days| days.first());
        (thai::fold(title(record)), day.map(|day| thai::fold(&day.text)).unwrap_or_default())
    };
    let said: BTreeSet<(String, String)> = gathered.records.iter().map(key).collect();
    found.into_values().filter(|one| !said.contains(&key(&one.record))).collect()
}
