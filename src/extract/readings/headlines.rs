//! News: a headline above a dated line, a body that ends in its day, a day over each item, headlines set in larger type.

use super::View;
use super::lines::{bare, clause, draft, glued, goes_to, is_full, is_text, item, sketch};
use super::lists::{Opens, opens};
use crate::extract::phrases;
use crate::extract::sketch::{Draft, Sketch};
use crate::vocab::wording::Wording;
use std::collections::BTreeSet;

/// Sizes of type that headlines are looked for in.
const SIZES: usize = 8;
/// A headline takes no more lines.
const LINES: usize = 3;
/// The body of a piece of news reaches no further below its day, in rows.
const BODY: usize = 14;
/// A body above its day is no longer, in rows.
const BODY_ABOVE: usize = 8;
/// Heights of a line by which one gap must be wider than another to tell what belongs together.
const NEARER: f32 = 0.5;
/// A few letters may stand before the day of a dated line (ที่ กทม.), in bytes.
const BEFORE: usize = 40;

/// How far up from a dated line a headline reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    Line,
    FullLines,
    Type,
}

/// Proposes news.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    let kinds: Vec<Option<Opens>> = (0..view.lines.len())
        .map(|at| opens(view.vocab, &view.lines[at]).filter(|_| is_text(view, at)))
        .collect();
    let hinge = |at: usize| {
        let line = &view.lines[at];
        matches!(kinds[at], Some(Opens::Day | Opens::DayAlone))
            || line.mark.is_none()
                && line.days.first().is_some_and(|day| day.start <= BEFORE)
                && phrases::begins_with_date(
                    view.vocab,
                    line.text.split_once(' ').map_or("", |(_, rest)| rest),
                )
    };
    let led = labels_of_days(view, (0..kinds.len()).filter(|at| is_text(view, *at) && hinge(*at)));
    let dated: Vec<usize> = (0..kinds.len())
        .filter(|at| is_text(view, *at) && (hinge(*at) || label(view, *at).is_some_and(|l| led.contains(l))))
        .collect();
    let alone: Vec<usize> = dated.iter().copied().filter(|at| kinds[*at] == Some(Opens::DayAlone)).collect();
    let opening: Vec<usize> =
        dated.iter().copied().filter(|at| *at == 0 || dated.binary_search(&(at - 1)).is_err()).collect();
    for run in [&opening, &alone] {
        for hinges in [run.clone()].into_iter().chain(by_page(view, run)) {
            if heads_below(view, &kinds, &hinges) {
                continue;
            }
            for reach in [Reach::Line, Reach::FullLines, Reach::Type] {
                out.extend(headlines(view, &hinges, reach));
            }
            out.extend(body_first(view, &kinds, &hinges));
        }
    }
    for joined in [false, true] {
        for cut in [false, true] {
            out.extend(day_above(view, &alone, joined, cut));
        }
    }
    out.extend(bodies(view, &alone));
    larger_type(view, out);
}

/// True if days that stand alone are mostly set nearer to what stands below them than to what stands above: they head it.
fn heads_below(view: &View<'_>, kinds: &[Option<Opens>], hinges: &[usize]) -> bool {
    let alone = hinges.iter().all(|at| kinds[*at] == Some(Opens::DayAlone));
    let inner = || hinges.iter().filter(|at| **at > 0 && **at + 1 < view.lines.len());
    let nearer = |at: &&usize| view.gap(**at) > view.gap(**at + 1) + NEARER;
    alone && view.paged() && inner().count() > 1 && inner().filter(nearer).count() * 3 > inner().count() * 2
}

/// The labels that stand before several days: a month or nothing behind one of them is in the place of a day.
fn labels_of_days<'a>(view: &'a View<'_>, days: impl Iterator<Item = usize>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    days.filter_map(|at| label(view, at)).filter(|label| !seen.insert(*label)).collect()
}

/// What stands before a colon at the beginning of a line.
fn label<'a>(view: &'a View<'_>, at: usize) -> Option<&'a str> {
    view.lines[at].text.split_once(':').map(|(label, _)| label.trim()).filter(|label| label.len() <= BEFORE)
}

/// The same rows, page by page, where they stand on several.
fn by_page(view: &View<'_>, at: &[usize]) -> Vec<Vec<usize>> {
    let page = |row: &usize| view.rows()[*row].place.spot.page();
    let pages: BTreeSet<Option<u32>> = at.iter().map(page).collect();
    if pages.len() < 2 {
        return Vec::new();
    }
    pages.into_iter().map(|number| at.iter().copied().filter(|row| page(row) == number).collect()).collect()
}

fn headlines(view: &View<'_>, hinges: &[usize], reach: Reach) -> Option<Sketch> {
    let rows = view.rows();
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut free = 0;
    for &hinge in hinges {
        // What has an hour of its own stands in the programme of what is announced above; and what goes on with a further
        // matter has no headline.
        let further = view.vocab.wording.begins(&view.lines[hinge].text, Wording::Joint).is_some();
        let may_head = |above: &usize| *above >= free && !view.lines[*above].timed && !further;
        let Some(mut from) = hinge.checked_sub(1).filter(may_head) else { continue };
        let like = |a: usize, b: usize| rows[a].is_set_like(&rows[b]);
        match reach {
            Reach::Line => {}
            Reach::FullLines => {
                while from > free && is_full(view, from - 1) && hinge - from < LINES && view.gap(from) < 1.5 {
                    from -= 1;
                }
            }
            Reach::Type => {
                if rows[hinge].size == 0.0 || like(hinge, from) {
                    continue;
                }
                while from > free
                    && like(from - 1, hinge - 1)
                    && hinge - from <= LINES
                    && view.gap(from) < 1.5
                {
                    from -= 1;
                }
            }
        }
        found.push((from, hinge));
        free = hinge + 1;
    }
    let drafts = found.iter().enumerate().filter_map(|(n, &(from, hinge))| {
        let last = (hinge + BODY).min(view.lines.len());
        let end = found.get(n + 1).map_or(last, |next| next.0).min(last);
        let title = bare(view.vocab, &glued(view, from..hinge));
        news(view, (from, hinge, end), &title)
    });
    sketch(view, drafts.collect())
}

/// A piece of news: rows from its headline to its end, its dated line among them.
fn news(view: &View<'_>, (from, hinge, end): (usize, usize, usize), title: &str) -> Option<Draft> {
    item(view, "news", (from..end).collect(), title, hinge..end, Some(hinge))
}

/// A body with its day behind it.
fn body_first(view: &View<'_>, kinds: &[Option<Opens>], hinges: &[usize]) -> Option<Sketch> {
    let mut drafts = Vec::new();
    let mut free = hinges.first()?.saturating_sub(LINES);
    for &hinge in hinges {
        let mut from = free.max(hinge.saturating_sub(BODY_ABOVE));
        while from < hinge && (view.lines[from].letter || kinds[from] == Some(Opens::DayAlone)) {
            from += 1;
        }
        if from < hinge {
            let title = bare(view.vocab, &glued(view, from..goes_to(view, from, hinge)));
            let raw = glued(view, from..hinge + 1);
            drafts.extend(draft(view, "news", (from..=hinge).collect(), &title, &raw, Some(hinge)));
        }
        free = hinge + 1;
    }
    sketch(view, drafts)
}

/// A line that is nothing but a day, and the item below it.
fn day_above(view: &View<'_>, days: &[usize], joined: bool, cut: bool) -> Option<Sketch> {
    let mut drafts = Vec::new();
    for (n, &day) in days.iter().enumerate() {
        let next = days.get(n + 1).copied().unwrap_or(view.lines.len());
        if day + 1 >= next {
            continue;
        }
        let to = goes_to(view, day + 1, next);
        let whole = glued(view, day + 1..to);
        let text = bare(view.vocab, if joined { &whole } else { &view.lines[day + 1].text });
        let title = if cut { clause(view, &text) } else { text };
        let end = to.max(day + 2).min(next);
        let raw = glued(view, day + 1..end);
        drafts.extend(draft(view, "news", (day + 1..end).chain([day]).collect(), &title, &raw, Some(day)));
    }
    sketch(view, drafts)
}

/// A line that is nothing but a day, a headline below it, and its body up to the next day.
fn bodies(view: &View<'_>, days: &[usize]) -> Option<Sketch> {
    let drafts = days.iter().enumerate().filter_map(|(n, &day)| {
        let next = days.get(n + 1).copied().unwrap_or(view.lines.len());
        let end = next.min(day + BODY);
        let title = bare(view.vocab, &view.lines.get(day + 1).filter(|_| day + 1 < end)?.text);
        let rows = std::iter::once(day).chain(day + 1..end).collect();
        item(view, "news", rows, &title, day + 1..end, Some(day))
    });
    sketch(view, drafts.collect())
}

/// Headlines in a type that is not the usual one.
fn larger_type(view: &View<'_>, out: &mut Vec<Sketch>) {
    let rows = view.rows();
    let size = |at: usize| ((rows[at].size * 2.0).round() as i32, rows[at].bold);
    let sizes: BTreeSet<(i32, bool)> = (0..rows.len()).map(size).filter(|(size, _)| *size > 0).collect();
    let letters = |of: (i32, bool)| {
        (0..rows.len()).filter(|at| size(*at) == of).map(|at| view.lines[at].length).sum::<usize>()
    };
    let Some(usual) = sizes.iter().copied().max_by_key(|of| (letters(*of), *of)) else { return };
    for of in sizes.iter().copied().filter(|of| *of != usual).take(SIZES) {
        let starts: Vec<usize> =
            (0..rows.len()).filter(|at| size(*at) == of && (*at == 0 || size(*at - 1) != of)).collect();
        let drafts = starts.iter().enumerate().filter_map(|(n, &from)| {
            let next = starts.get(n + 1).copied().unwrap_or(rows.len());
            let below = (from..next).find(|at| size(*at) != of).unwrap_or(next);
            let end = next.min(below + BODY);
            let title = bare(view.vocab, &glued(view, from..below));
            item(view, "news", (from..end).collect(), &title, from..end, None)
        });
        let drafts: Vec<Draft> = drafts.collect();
        out.extend(sketch(view, drafts));
    }
}
