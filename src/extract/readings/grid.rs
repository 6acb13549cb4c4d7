//! Cells that each hold events: calendars, day by person, month by kind, quarters side by side.

use super::View;
use super::lines::{bare, draft, sketch};
use crate::dates::dated;
use crate::extract::cells;
use crate::extract::fields;
use crate::extract::flow::{Piece, Row};
use crate::extract::judge::Because;
use crate::extract::phrases;
use crate::extract::sketch::{Draft, Sketch};
use crate::model::{AsideReason, Role};
use crate::thai::{self, numbering};
use crate::vocab::Vocab;
use std::collections::BTreeSet;
use std::ops::Range;

/// A cell that holds an event has more letters.
const LETTERS: usize = 3;
/// Headings stand in the first rows of a grid.
const HEADING_ROWS: usize = 4;
/// A cell above that gives the day stands no further up, in rows.
const UP: usize = 30;
/// A heading is no longer, in characters.
const HEADING: usize = 25;

/// Proposes every run of rows with several cells, with and without its first row and column as labels.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    for run in runs(view) {
        let found = cells_of(view, &run);
        for heading in [false, true] {
            for labels in [false, true] {
                out.extend(grid(view, &run, &found, heading, labels));
            }
        }
    }
}

/// Runs of rows of one grid that begin with a row of several cells.
pub fn runs(view: &View<'_>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for part in view.body.parts.iter().filter(|part| part.grid) {
        let mut open: Option<usize> = None;
        for at in part.range.clone() {
            let several = view.rows()[at].own().count() >= 2;
            if open.is_some_and(|from| at > from && !several && view.begins_block(at)) {
                runs.extend(open.take().map(|from| from..at));
            }
            if open.is_none() && several {
                open = Some(at);
            }
        }
        runs.extend(open.map(|from| from..part.range.end));
    }
    runs
}

/// The items of a cell as records; `None` if one of them cannot be one.
struct Held {
    row: usize,
    /// It stands in the first column.
    first: bool,
    drafts: Option<Vec<Draft>>,
}

/// The cells of a run that hold more than a day, a number or a heading.
fn cells_of(view: &View<'_>, run: &Range<usize>) -> Vec<Held> {
    let rows = view.rows();
    let first = rows[run.clone()].iter().flat_map(Row::own).map(|piece| piece.left).min();
    let all = run.clone().flat_map(|at| rows[at].own().map(move |piece| (at, piece)));
    let told = all.filter(|(_, piece)| {
        let fact = view.fact(&piece.text);
        let head = fact.length < HEADING && fact.role().is_some();
        !(fact.date_only || fact.number || head || fact.letters() <= LETTERS)
    });
    told.map(|(at, piece)| Held {
        row: at,
        first: Some(piece.left) == first,
        drafts: items(view.vocab, &piece.text)
            .iter()
            .map(|item| record(view, run, at, piece, item))
            .collect(),
    })
    .collect()
}

fn record(view: &View<'_>, run: &Range<usize>, at: usize, piece: &Piece, item: &str) -> Option<Draft> {
    let title = bare(view.vocab, &without_day(item));
    let mut found = draft(view, "grid", vec![at], &title, item, None)?;
    if let Some(written) = found.fields.get_mut(&Role::Activity).and_then(|texts| texts.first_mut()) {
        written.heading = over(view, run, at, piece);
    }
    found.sections.extend(period(view, run, at, piece));
    if !found.fields.contains_key(&Role::Date)
        && let Some(date) = day_of(view, run.start, at, piece, item)
    {
        found.fields.insert(Role::Date, vec![date]);
    }
    Some(found)
}

fn grid(view: &View<'_>, run: &Range<usize>, cells: &[Held], heading: bool, labels: bool) -> Option<Sketch> {
    let rows = view.rows();
    let body = run.start + usize::from(heading)..run.end;
    let mut drafts: Vec<Draft> = Vec::new();
    for cell in cells.iter().filter(|cell| body.contains(&cell.row) && !(labels && cell.first)) {
        drafts.extend(cell.drafts.as_ref()?.iter().cloned());
    }
    let mut found = sketch(view, drafts)?;
    if found.drafts.len() < 2 {
        return None;
    }
    let held: BTreeSet<usize> = found.drafts.iter().flat_map(|draft| draft.rows.iter().copied()).collect();
    let heads = |at: &usize| {
        *at < body.start
            || rows[*at].own().all(|piece| {
                let fact = view.fact(&piece.text);
                fact.date_only
                    || dated::is_days(&piece.text)
                    || fact.length < HEADING && fact.role().is_some()
            })
    };
    for at in run.clone().filter(|at| !held.contains(at) && heads(at)) {
        found.set_aside(&rows[at], Because::new("grid", AsideReason::Heading));
    }
    found.span = run.clone();
    Some(found)
}

/// The month, quarter or year that the labels of a cell's row and column name together.
fn period(view: &View<'_>, run: &Range<usize>, at: usize, cell: &Piece) -> Option<String> {
    let rows = view.rows();
    let names = |piece: &&Piece| {
        let fact = view.fact(&piece.text);
        fact.days.is_empty() && fact.length < HEADING && dated::names_period(&fact.text)
    };
    let first = rows[run.start].own().next()?;
    let beside = rows[at].pieces.iter().find(|piece| piece.left == first.left && piece.left < cell.left);
    // A year's number says what it counts in the heading over it.
    let year = beside.filter(|piece| numbering::is_number(&piece.text) && at > run.start);
    let beside = match year {
        Some(year) => {
            Some(format!("{} {}", first.line(), year.line())).filter(|text| dated::names_period(text))
        }
        None => beside.filter(|piece| names(piece)).map(Piece::line),
    };
    let heads = rows[run.start..at.min(run.start + HEADING_ROWS)].iter().flat_map(|row| row.pieces.iter());
    let over = heads.filter(|piece| piece.left <= cell.left && cell.left <= piece.right).filter(names).last();
    let texts: Vec<String> = over.map(Piece::line).into_iter().chain(beside).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

/// The heading over a cell, in one of the first rows of its grid.
fn over(view: &View<'_>, run: &Range<usize>, at: usize, cell: &Piece) -> String {
    let first = run.start..at.min(run.start + HEADING_ROWS);
    let cells = first.flat_map(|row| view.rows()[row].own());
    let heads = cells.filter(|piece| {
        piece.left <= cell.left && cell.left <= piece.right && view.fact(&piece.text).role().is_some()
    });
    heads.last().map(Piece::line).unwrap_or_default()
}

/// The items of a cell: numbered, bulleted or timed ones with the lines that go on with them, else a line each.
pub fn items(vocab: Vocab, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() == 1 {
        return cells::items(text).map_or_else(|| vec![lines[0].to_owned()], |(_, items)| items);
    }
    let opens = |line: &str| {
        numbering::opening(line).is_some_and(|(_, rest)| !rest.is_empty())
            || dated::time(line).is_some_and(|time| time.start == 0)
            || phrases::begins_with_date(vocab, line)
            || day_number(line).is_some()
    };
    let mut items: Vec<String> = Vec::new();
    let listed = lines.iter().any(|line| opens(line));
    for line in lines {
        match items.last_mut() {
            Some(last) if listed && !opens(line) => *last = crate::thai::one_line(&format!("{last}\n{line}")),
            Some(_) | None if !dated::is_days(line) => items.push(line.to_owned()),
            Some(_) | None => {}
        }
    }
    items
}

/// `12 ประชุม…`, `3-5 คณะ…`: the length of the day's number that opens a cell.
fn day_number(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !(thai::is_digit(c) || matches!(c, '-' | '–')))?;
    let days = &text[..end];
    (text[end..].starts_with(' ') && dated::is_days(days)).then_some(end)
}

fn without_day(item: &str) -> String {
    item[day_number(item).unwrap_or(0)..].trim_start().to_owned()
}

/// The day of an item without one: the number that opens it or its cell, the cell above that is a day, the first cell of
/// its row.
fn day_of(
    view: &View<'_>,
    top: usize,
    at: usize,
    piece: &Piece,
    item: &str,
) -> Option<crate::model::Written> {
    let rows = view.rows();
    let row = &rows[at];
    let first_line = piece.text.split('\n').next().unwrap_or_default().trim();
    let number = day_number(item).map(|end| &item[..end]);
    if let Some(days) = number.or_else(|| dated::is_days(first_line).then_some(first_line)) {
        return Some(fields::written(row, days.to_owned(), ""));
    }
    let is_day = |piece: &&Piece| view.fact(&piece.text).date_only || dated::is_days(&piece.text);
    let over = (top.max(at.saturating_sub(UP))..at).rev().find_map(|above| {
        rows[above].pieces.iter().filter(|p| p.left <= piece.left && piece.left <= p.right).find(is_day)
    });
    let beside = row.pieces.iter().filter(|other| other.left < piece.left).find(is_day);
    let day = beside.or(over)?;
    Some(crate::extract::entries::joined(std::slice::from_ref(day), ""))
}
