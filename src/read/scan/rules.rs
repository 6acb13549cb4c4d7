//! Rules of tables in a picture: found as long runs of ink, told, and taken out.

use super::pixels::{Grey, Ink};
use crate::model::Stroke;

/// Pixels of a run that may be part of a rule, along lines and across them: no letter has strokes as long.
const RUN: (usize, usize) = (90, 64);
/// Pixels of a whole rule, along lines and across them.
const RULE: (usize, usize) = (130, 88);
/// Pixels that may be missing within a run.
const GAP: usize = 4;
/// Pixels across the thickest rule; what is thicker is a field of colour.
const THICKEST: f32 = 16.0;
/// Pixels on each side of a rule that are its own blur.
const BLUR: usize = 2;
/// Pixels of ink beyond a rule's own thickness where a letter crosses it.
const CROSSED: usize = 4;
/// Rules of one page, and runs: a page with more is a picture.
const MOST: usize = 4_000;
const RUNS: usize = 200_000;

/// Part of a row (or column) of ink.
#[derive(Debug, Clone, Copy)]
struct Run {
    across: usize,
    from: usize,
    to: usize,
}

/// Finds the rules of a page and takes them out of it.
pub fn take(grey: &mut Grey, ink: &mut Ink) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let mut found: Vec<(bool, Vec<Run>)> = Vec::new();
    for horizontal in [true, false] {
        let least = if horizontal { RULE.0 } else { RULE.1 };
        for rule in grouped(runs(ink, horizontal)) {
            let (from, to) = extent(&rule);
            let inked: usize = rule.iter().map(|run| run.to - run.from).sum();
            let thickness = inked as f32 / (to - from).max(1) as f32;
            if to - from >= least && thickness <= THICKEST {
                let at = rule.iter().map(|run| run.across * (run.to - run.from)).sum::<usize>() as f32
                    / inked.max(1) as f32;
                let (from, to) = (from as f32, to as f32);
                strokes.push(Stroke { horizontal, at, from, to, thickness });
                found.push((horizontal, rule));
            }
        }
    }
    if strokes.len() > MOST {
        return Vec::new();
    }
    for (stroke, (horizontal, rule)) in strokes.iter().zip(&found) {
        for run in rule {
            erase(grey, ink, *horizontal, run, stroke.thickness.ceil() as usize);
        }
    }
    strokes
}

fn extent(rule: &[Run]) -> (usize, usize) {
    let from = rule.iter().map(|run| run.from).min().unwrap_or(0);
    (from, rule.iter().map(|run| run.to).max().unwrap_or(0))
}

/// The long runs of ink, row by row or column by column.
fn runs(ink: &Ink, horizontal: bool) -> Vec<Run> {
    let (count, length, shortest) =
        if horizontal { (ink.height, ink.width, RUN.0) } else { (ink.width, ink.height, RUN.1) };
    let mut out = Vec::new();
    for across in 0..count {
        let is_ink = |at: usize| {
            if horizontal { ink.data[across * ink.width + at] } else { ink.data[at * ink.width + across] }
        };
        let (mut from, mut last) = (None, 0);
        for at in 0..=length {
            if at < length && is_ink(at) {
                from.get_or_insert(at);
                last = at;
            } else if let Some(begun) = from
                && (at == length || at - last > GAP)
            {
                if last + 1 - begun >= shortest {
                    out.push(Run { across, from: begun, to: last + 1 });
                }
                from = None;
            }
        }
        if out.len() > RUNS {
            return Vec::new();
        }
    }
    out
}

/// Runs that lie one beside the other, put together.
fn grouped(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut done: Vec<Vec<Run>> = Vec::new();
    let mut open: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        let (gone, still): (Vec<_>, Vec<_>) =
            open.into_iter().partition(|rule| rule.iter().all(|one| one.across + 2 < run.across));
        done.extend(gone);
        open = still;
        let beside = |rule: &Vec<Run>| {
            let near = rule.iter().rev().take_while(|one| one.across + 2 >= run.across);
            near.into_iter().any(|one| one.from <= run.to + GAP && run.from <= one.to + GAP)
        };
        match open.iter_mut().find(|rule| beside(rule)) {
            Some(rule) => rule.push(run),
            None => open.push(vec![run]),
        }
    }
    done.extend(open);
    done
}

/// Makes a run white, but where a letter crosses it.
fn erase(grey: &mut Grey, ink: &mut Ink, horizontal: bool, run: &Run, thickness: usize) {
    let (across_end, width) = (if horizontal { ink.height } else { ink.width }, ink.width);
    let place = |across: usize, along: usize| {
        if horizontal { across * width + along } else { along * width + across }
    };
    for along in run.from..run.to {
        let (mut first, mut last) = (run.across, run.across);
        let reach = thickness + CROSSED + 1;
        while first > 0 && run.across - first < reach && ink.data[place(first - 1, along)] {
            first -= 1;
        }
        while last + 1 < across_end && last - run.across < reach && ink.data[place(last + 1, along)] {
            last += 1;
        }
        if last - first + 1 > thickness + CROSSED {
            continue;
        }
        for across in first.saturating_sub(BLUR)..=(last + BLUR).min(across_end - 1) {
            let at = place(across, along);
            if (first..=last).contains(&across) || !ink.data[at] {
                grey.data[at] = 255;
                ink.data[at] = false;
            }
        }
    }
}
