//! A page or a document that is about one thing: a press release, the report of a trip, the note of a talk.

use super::lines::{bare, glued, goes_to, item, sketch};
use super::{View, is_line};
use crate::extract::sketch::Sketch;
use crate::model::Role;
use crate::vocab::anchors::Anchor;
use std::collections::BTreeSet;

/// A title stands among the first rows.
const HEAD: usize = 10;
/// A title is longer, in characters.
const TITLE: usize = 12;
/// Titles that are tried.
const TRIED: usize = 3;
/// A sheet that is about one thing has no more rows.
const SHEET: usize = 80;

/// Proposes one record for all pages, for each page, for a short sheet.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    let rows = view.rows();
    let mut parts: BTreeSet<(usize, usize)> = BTreeSet::new();
    if view.paged() || rows.len() <= SHEET {
        parts.insert((0, rows.len()));
    }
    let mut from = 0;
    for at in 1..=rows.len() {
        if at == rows.len() || rows[at].place.spot.page() != rows[from].place.spot.page() {
            if view.paged() {
                parts.insert((from, at));
            }
            from = at;
        }
    }
    for (from, to) in parts {
        for (at, title) in titles(view, from, to).into_iter().take(TRIED) {
            let told = |row: &usize| *row == at || !view.lines[*row].no_record();
            let order = std::iter::once(at).chain((from..to).filter(|row| *row != at)).filter(told).collect();
            let found = item(view, "whole", order, &title, at..to, None).into_iter().collect();
            out.extend(sketch(view, found));
        }
    }
}

/// Lines that can be the wording of the one thing, the likeliest first.
fn titles(view: &View<'_>, from: usize, to: usize) -> Vec<(usize, String)> {
    let mut likely = Vec::new();
    let mut possible = Vec::new();
    for at in from..to.min(from + HEAD) {
        let line = &view.lines[at];
        let text = glued(view, at..goes_to(view, at, to));
        let value = line.labelled().filter(|(label, _)| view.fact(label).role() == Some(Role::Activity));
        if value.is_some() {
            likely.push((at, text.split_once([':', '：']).map_or("", |(_, value)| value).trim().to_owned()));
        } else if let Some(length) =
            view.vocab.anchors.opens(&text, Anchor::Subject).filter(|_| line.length > TITLE)
        {
            likely.push((at, text[length..].trim().to_owned()));
        } else if !line.letter
            && !line.date_only
            && line.length > TITLE
            && line.acts > 0
            && is_line(&view.rows()[at])
        {
            possible.push((at, bare(view.vocab, &text)));
        }
    }
    likely.extend(possible);
    likely.retain(|(_, title)| !title.is_empty());
    likely
}
