//! Cards and forms, one below or beside the other, and headlines with labelled lines under them.

use super::labelled::{Labelled, fields, labels};
use super::lines::{bare, glued, is_full};
use super::{View, is_line, tables};
use crate::extract::fields::written;
use crate::extract::headings;
use crate::extract::judge::Because;
use crate::extract::sketch::{Draft, Sketch};
use crate::model::{AsideReason, FoundColumn, Role};
use crate::vocab::Vocab;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Labels of one run of cards stand no further apart, in rows.
const APART: usize = 5;
/// Labels that may name the activity, that are tried.
const TRIED: usize = 3;
/// Cards stand side by side if their labels are at least so many columns apart.
const BESIDE: u32 = 3;
/// A headline takes no more lines.
const LINES: usize = 3;

/// Proposes runs of labels as cards.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    let labels = labels(view);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for n in 0..labels.len() {
        match runs.last_mut() {
            Some(run) if labels[n].at < labels[run.end - 1].end + APART => run.end = n + 1,
            Some(_) | None => runs.push(n..n + 1),
        }
    }
    let whole = (runs.len() > 1).then_some(0..labels.len());
    for run in runs.into_iter().chain(whole).filter(|run| run.len() >= 2) {
        cards(view, &labels[run.clone()], out);
        out.extend(headed(view, &labels[run]));
    }
}

fn cards(view: &View<'_>, run: &[Labelled], out: &mut Vec<Sketch>) {
    let mut by_key: BTreeMap<&str, Vec<&Labelled>> = BTreeMap::new();
    for labelled in run {
        by_key.entry(&labelled.key).or_default().push(labelled);
    }
    let score = |key: &str| {
        let of = &by_key[key];
        let texts: Vec<&str> = of.iter().map(|labelled| labelled.value.text.as_str()).collect();
        tables::likeness(view, &texts, view.fact(&of[0].label).role()) + if of.len() > 1 { 0.2 } else { 0.0 }
    };
    let mut keys: Vec<&str> = by_key.keys().copied().collect();
    keys.sort_by(|a, b| score(b).total_cmp(&score(a)).then(a.cmp(b)));
    for &key in keys.iter().take(TRIED) {
        let next = keys.iter().filter(|other| **other != key).map(|other| score(other)).fold(-1.0, f32::max);
        let mut sketch = of_key(view, run, &by_key[key], by_key[run[0].key.as_str()].len());
        sketch.lead = (score(key) - next).clamp(-1.0, 1.0);
        sketch.columns = columns(view.vocab, run);
        out.push(sketch);
    }
}

/// The labels that stand in some rows.
fn between<'a>(run: &'a [Labelled], rows: &Range<usize>) -> &'a [Labelled] {
    let from = run.partition_point(|labelled| labelled.at < rows.start);
    let to = run.partition_point(|labelled| labelled.at < rows.end);
    &run[from..to]
}

fn columns(vocab: Vocab, run: &[Labelled]) -> Vec<FoundColumn> {
    let mut seen = BTreeSet::new();
    run.iter()
        .filter(|labelled| seen.insert(&labelled.key))
        .map(|labelled| FoundColumn {
            heading: labelled.label.clone(),
            column: None,
            roles: headings::says(vocab, &labelled.label).map(|said| said.roles).unwrap_or_default(),
            by_content: false,
        })
        .collect()
}

/// The cards of a run, if the labels `titles` name their activities. The first label comes `first` times.
fn of_key(view: &View<'_>, run: &[Labelled], titles: &[&Labelled], first: usize) -> Sketch {
    let top = run[0].at;
    let end = run.iter().map(|labelled| labelled.end).max().unwrap_or(top + 1);
    let opening: BTreeSet<usize> = if first >= titles.len() && titles.len() > 1 {
        run.iter().filter(|labelled| labelled.key == run[0].key).map(|labelled| labelled.at).collect()
    } else {
        BTreeSet::new()
    };
    let rows: BTreeSet<usize> = titles.iter().map(|labelled| labelled.at).collect();
    let rows: Vec<usize> = rows.into_iter().collect();
    let starts: Vec<usize> = rows
        .iter()
        .enumerate()
        .map(|(n, &at)| {
            let after = if n == 0 { top } else { rows[n - 1] + 1 };
            (after..=at)
                .rev()
                .find(|row| view.begins_block(*row) || opening.contains(row))
                .unwrap_or(if n == 0 { top } else { at })
        })
        .collect();
    let mut sketch = Sketch::new("", top.min(starts.first().copied().unwrap_or(top))..end);
    for title in titles {
        let n = rows.partition_point(|row| *row < title.at);
        let to = starts.get(n + 1).copied().unwrap_or(end).max(title.at + 1);
        let span = starts[n]..to;
        let own = between(run, &span).iter().filter(|labelled| labelled.left.abs_diff(title.left) < BESIDE);
        let fields = fields(view.vocab, own, Some(title.at));
        let place = view.rows()[title.at].place.clone();
        let order = std::iter::once(title.at).chain(span.filter(|row| *row != title.at)).collect();
        sketch.drafts.push(Draft {
            place,
            layout: "card",
            rows: order,
            fields,
            sections: Vec::new(),
            doubtful: false,
        });
    }
    sketch
}

/// Headlines without a label, each above labelled lines.
fn headed(view: &View<'_>, run: &[Labelled]) -> Option<Sketch> {
    let labelled: BTreeSet<usize> = run.iter().flat_map(|labelled| labelled.at..labelled.end).collect();
    let rows = view.rows();
    let mut sketch: Option<Sketch> = None;
    for &at in &labelled {
        if at == 0 || labelled.contains(&(at - 1)) || !is_line(&rows[at - 1]) {
            continue;
        }
        let mut from = at - 1;
        while from > 0
            && !labelled.contains(&(from - 1))
            && is_full(view, from - 1)
            && at - from < LINES
            && view.lines[from].mark.is_none()
            && view.paged()
        {
            from -= 1;
        }
        let end = (at..rows.len()).find(|row| !labelled.contains(row)).unwrap_or(rows.len());
        let mut told = fields(view.vocab, between(run, &(at..end)).iter(), None);
        let title = bare(view.vocab, &glued(view, from..at));
        if let Some(old) = told.insert(Role::Activity, vec![written(&rows[from], title, "")]) {
            told.entry(Role::Remark).or_default().extend(old);
        }
        let place = rows[from].place.clone();
        let draft = Draft {
            place,
            layout: "card",
            rows: (from..end).collect(),
            fields: told,
            sections: Vec::new(),
            doubtful: false,
        };
        let sketch = sketch.get_or_insert_with(|| Sketch::new("", from..end));
        sketch.span.end = end;
        sketch.drafts.push(draft);
    }
    let mut sketch = sketch?;
    let held: BTreeSet<usize> = sketch.drafts.iter().flat_map(|draft| draft.rows.iter().copied()).collect();
    for at in sketch.span.clone().filter(|at| labelled.contains(at) && !held.contains(at)) {
        sketch.aside.push((at, Because::new("cards", AsideReason::Heading)));
    }
    sketch.columns = columns(view.vocab, run);
    Some(sketch)
}
