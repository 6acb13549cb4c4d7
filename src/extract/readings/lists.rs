//! Items that a number, letter, bullet, day or time opens, one below the other.

use super::lines::{bare, clause, ended, glued, goes_to, is_full, is_text, item, sketch};
use super::{View, is_line};
use crate::dates::dated;
use crate::extract::facts::{Fact, Mark};
use crate::extract::judge;
use crate::extract::paragraphs::paragraphs;
use crate::extract::phrases;
use crate::extract::sketch::Sketch;
use crate::vocab::Vocab;
use std::collections::BTreeSet;
use std::ops::Range;

/// Items of one list stand no further apart, in rows.
const APART: usize = 12;
/// An item takes no more rows.
const ROWS: usize = 14;
/// Room above a line that goes on with the one above is less, in heights of a line.
const WRAPPED: f32 = 1.0;
/// A line above that gives the day stands no further up, in rows.
const ABOVE: usize = 3;

/// What opens an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opens {
    Mark(Mark),
    Day,
    Time,
    /// A line that is nothing but a day.
    DayAlone,
}

/// What opens a line as an item.
pub fn opens(vocab: Vocab, line: &Fact) -> Option<Opens> {
    if let Some((mark, _)) = line.mark {
        return Some(Opens::Mark(mark));
    }
    if phrases::begins_with_date(vocab, &line.text) {
        return Some(if line.date_only { Opens::DayAlone } else { Opens::Day });
    }
    line.timed.then_some(Opens::Time)
}

/// How the wording of an item is taken.
#[derive(Debug, Clone, Copy)]
enum Title {
    /// Its first line.
    Line,
    /// Its first line with the lines that it runs over.
    Joined,
    /// Up to its place, day or people.
    Clause,
    /// Up to a colon or dash.
    Head,
}

/// Proposes every list of every kind of opening.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    let kinds: Vec<Option<Opens>> = (0..view.lines.len())
        .map(|at| opens(view.vocab, &view.lines[at]).filter(|_| is_text(view, at)))
        .collect();
    let classes: BTreeSet<Opens> =
        kinds.iter().flatten().copied().filter(|kind| *kind != Opens::DayAlone).collect();
    for class in classes {
        let at: Vec<usize> = (0..kinds.len()).filter(|at| kinds[*at] == Some(class)).collect();
        let runs = runs(view, &at);
        let whole = (runs.len() > 1).then_some(at);
        for run in runs.into_iter().chain(whole) {
            for how in [Title::Line, Title::Joined, Title::Clause, Title::Head] {
                out.extend(list(view, &kinds, &run, how));
            }
        }
    }
}

/// Items that stand near each other.
fn runs(view: &View<'_>, at: &[usize]) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for &row in at {
        match runs.last_mut() {
            Some(run)
                if run.last().is_some_and(|last| {
                    row - last <= APART && view.body.part_of(*last) == view.body.part_of(row)
                }) =>
            {
                run.push(row);
            }
            Some(_) | None => runs.push(vec![row]),
        }
    }
    runs
}

fn list(view: &View<'_>, kinds: &[Option<Opens>], run: &[usize], how: Title) -> Option<Sketch> {
    let mut drafts = Vec::new();
    // Where a day heads the first item, days head the others too.
    let above = |at: usize| at.saturating_sub(ABOVE)..at;
    let headed = run.first().is_some_and(|at| above(*at).any(|row| kinds[row] == Some(Opens::DayAlone)));
    for (n, &at) in run.iter().enumerate() {
        let next = run.get(n + 1).copied().unwrap_or(view.lines.len());
        let end = item_end(view, kinds, at..next, headed);
        let full = glued(view, at..end);
        let joined = paragraphs(view.vocab, &view.rows()[at..end]).into_iter().next().map(|first| first.text);
        let joined = joined.unwrap_or_else(|| full.clone());
        let title = match how {
            // A line that runs on below is no title of its own.
            Title::Line if goes_to(view, at, end) == at + 1 => bare(view.vocab, &view.lines[at].text),
            Title::Line | Title::Joined => bare(view.vocab, &joined),
            Title::Clause => clause(view, &bare(view.vocab, &full)),
            Title::Head => head(view, &bare(view.vocab, &joined)),
        };
        let day = above(at).rev().find(|above| kinds[*above] == Some(Opens::DayAlone));
        drafts.extend(item(view, "list", (at..end).collect(), &title, at..end, day));
    }
    sketch(view, drafts)
}

/// The row after the last of an item that begins a stretch of rows. `headed` says that days stand above the items.
fn item_end(view: &View<'_>, kinds: &[Option<Opens>], rows: Range<usize>, headed: bool) -> usize {
    let (at, next) = (rows.start, rows.end);
    let mut end = at + 1;
    while end < next && end - at < ROWS {
        // A day that did not fit on the line above stands alone only by chance.
        let wrapped = !headed
            && kinds[end] == Some(Opens::DayAlone)
            && matches!(kinds[at], Some(Opens::Mark(_)))
            && is_line(&view.rows()[end])
            && is_full(view, end - 1)
            && view.gap(end) < WRAPPED;
        let goes_on = wrapped || matches!(kinds[end], None | Some(Opens::Day));
        let line = &view.lines[end];
        // A month or a week that stands alone is the heading of the items below it.
        let heads = dated::is_month(&line.text) || is_week(view, end);
        if !goes_on || heads || line.no_record() || line.letter && view.gap(end) > 1.0 {
            break;
        }
        end += 1;
    }
    end
}

/// True for a line that is nothing but a week, by its days.
fn is_week(view: &View<'_>, at: usize) -> bool {
    let line = &view.lines[at].text;
    let Some(days) = dated::days(line).pop() else { return false };
    let several = line.get(days.clone()).and_then(dated::reach).is_some_and(|(first, last)| first != last);
    several && judge::is_section(view.vocab, line) && line.len() - days.end < days.len()
}

/// The words before a colon or dash that stands apart.
fn head(view: &View<'_>, text: &str) -> String {
    let at = [" : ", ": ", " – ", " — ", " - ", " | "]
        .iter()
        .filter_map(|sign| text.find(sign))
        .filter(|at| *at > 12)
        .min();
    at.map_or_else(|| clause(view, text), |at| ended(&text[..at]).to_owned())
}
