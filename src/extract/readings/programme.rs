//! Programmes of one visit or event: its announcement, its day, and below it what happens hour by hour. It is one
//! engagement; its hours are none of their own.

use super::View;
use super::lines::{bare, glued, goes_to, item, sketch};
use crate::dates::dated;
use crate::extract::facts::Fact;
use crate::extract::phrases;
use crate::extract::sketch::Sketch;
use crate::vocab::Vocab;
use crate::vocab::wording::Wording;
use std::ops::Range;

/// Lines between an announcement and its first hour: its day, its place, the headings of columns.
const BETWEEN: usize = 3;
/// A programme has so many hours at least.
const HOURS: usize = 2;
/// It takes no more rows.
const ROWS: usize = 60;
/// An announcement is no longer, in characters.
const LONG: usize = 200;

/// A programme: where it is announced, and its rows.
#[derive(Debug, Clone)]
pub struct Programme {
    /// The rows of its announcement.
    pub head: Range<usize>,
    /// All its rows.
    pub rows: Range<usize>,
}

/// Proposes all programmes of a body.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    let drafts = view.programmes().iter().filter_map(|one| {
        let title = bare(view.vocab, &glued(view, one.head.clone()));
        let day = one.rows.clone().find(|at| !view.lines[*at].days.is_empty());
        item(view, "programme", one.rows.clone().collect(), &title, one.head.end..one.rows.end, day)
    });
    out.extend(sketch(view, drafts.collect()));
}

/// The programmes of a body. `O(rows)`.
pub fn find(view: &View<'_>) -> Vec<Programme> {
    let count = view.lines.len();
    let mut found: Vec<Programme> = Vec::new();
    let mut at = 0;
    while at < count {
        // Most bodies have no hours: what is asked first costs nothing.
        if !view.lines[at].timed && hour(view.vocab, &view.lines[at]) == Hour::None {
            at += 1;
            continue;
        }
        let free = found.last().map_or(0, |one| one.rows.end);
        let one = head(view, at, free).and_then(|head| programme(view, head, at));
        at = one.as_ref().map_or(at + 1, |one| one.rows.end);
        found.extend(one);
    }
    found
}

/// How a line opens an hour of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hour {
    /// With the time.
    Time,
    /// With a day and the time behind it.
    Dated,
    None,
}

fn hour(vocab: Vocab, line: &Fact) -> Hour {
    if line.timed {
        return Hour::Time;
    }
    let behind = |day: &Range<usize>| {
        let rest = line.text[day.end..].trim_start();
        day.start < line.text.len() / 2 && dated::time(rest).is_some_and(|time| time.start == 0)
    };
    let dated =
        line.days.first().filter(|_| phrases::begins_with_date(vocab, &line.text)).is_some_and(behind);
    if dated { Hour::Dated } else { Hour::None }
}

/// The announcement above the first hour: a line that names an act and a foreign side, or says that a programme follows;
/// between it and the hour only its day, its place and headings.
fn head(view: &View<'_>, first: usize, free: usize) -> Option<Range<usize>> {
    let mut at = first.checked_sub(1)?;
    let mut dated = hour(view.vocab, &view.lines[first]) == Hour::Dated;
    for _ in 0..=BETWEEN {
        if at < free {
            return None;
        }
        let line = &view.lines[at];
        if announces(view.vocab, line) {
            dated |= !line.days.is_empty();
            let mut from = at;
            while from > free
                && goes_to(view, from - 1, first) > at
                && announces(view.vocab, &view.lines[from - 1])
            {
                from -= 1;
            }
            return dated.then_some(from..at + 1);
        }
        dated |= line.date_only && !line.days.is_empty();
        let heads = || view.rows()[at].own().all(|piece| view.fact(&piece.text).role().is_some());
        if !(line.date_only || heads() || line.acts == 0 && line.names().is_empty()) {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    None
}

fn announces(vocab: Vocab, line: &Fact) -> bool {
    let named = line.acts > 0 && (line.foreign() || is_programme(vocab, line));
    line.length <= LONG && !line.date_only && !line.timed && line.mark.is_none() && !line.letter && named
}

fn is_programme(vocab: Vocab, line: &Fact) -> bool {
    vocab.wording.begins(&line.text, Wording::Programme).is_some()
}

/// The rows of a programme, if what its hours name is what is announced: the diary of an executive has another guest
/// every hour.
fn programme(view: &View<'_>, head: Range<usize>, first: usize) -> Option<Programme> {
    let told = view.fact(&glued(view, head.start..first));
    let reach = told.days.iter().find_map(|day| dated::reach(&told.text[day.clone()]));
    let (mut hours, mut at) = (0, first);
    while at < view.lines.len() && at - first < ROWS {
        let line = &view.lines[at];
        let own = hour(view.vocab, line);
        let within = || {
            let day = line.days.first().and_then(|day| dated::reach(&line.text[day.clone()]));
            reach.zip(day).is_none_or(|((from, to), (first, last))| from <= first && last <= to)
        };
        let part = match own {
            Hour::Time => true,
            Hour::Dated => (reach.is_some() || is_programme(view.vocab, &told)) && within(),
            Hour::None => {
                line.date_only && !line.days.is_empty() && at > first && reach.is_some() && within()
            }
        };
        if !(part || at > first && goes_to(view, at - 1, at + 1) > at) {
            break;
        }
        if part && !line.names().is_subset(told.names()) {
            return None;
        }
        hours += usize::from(own != Hour::None);
        at += 1;
    }
    // A day at the end stands over what comes next.
    while view.lines[at - 1].date_only && hour(view.vocab, &view.lines[at - 1]) == Hour::None {
        at -= 1;
    }
    (hours >= HOURS).then_some(Programme { rows: head.start..at, head })
}
