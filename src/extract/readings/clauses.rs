//! Running text: an engagement a paragraph, or one for each clause that a day or a joint of sentences opens.

use super::View;
use super::lines::{bare, clause, draft, sketch};
use crate::dates::dated;
use crate::extract::body::Part;
use crate::extract::paragraphs::{Paragraph, paragraphs};
use crate::extract::phrases;
use crate::extract::sketch::{Draft, Sketch};
use crate::thai;
use crate::vocab::Vocab;
use crate::vocab::anchors::Anchor;
use crate::vocab::wording::Wording;
use std::collections::BTreeSet;

/// A paragraph of one line has clauses only from this length on, in characters.
const LONG: usize = 120;
/// A lone cell is running text from this length on, in characters.
const CELL: usize = 60;
/// A clause has at least so many letters.
const LETTERS: usize = 8;

/// Proposes paragraphs and clauses.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    for part in &view.body.parts {
        let texts = texts(view, part);
        // Where paragraphs have headlines of their own, those are their titles: four of five, as a page may part the two.
        let told: Vec<Option<bool>> =
            texts.iter().filter(|text| is_event(view, text)).map(|text| headline(view, text)).collect();
        let acts = told.iter().filter(|headline| **headline == Some(true)).count();
        let set_off = told.iter().flatten().count();
        let headed = told.len() > 1 && set_off * 5 >= told.len() * 4 && acts * 2 >= told.len();
        for cut in [false, true].into_iter().filter(|_| !headed) {
            let all: Vec<(Draft, bool)> = texts
                .iter()
                .filter_map(|text| Some((whole(view, text, cut)?, is_event(view, text))))
                .collect();
            let events = all.iter().filter(|(_, event)| *event).map(|(draft, _)| draft.clone()).collect();
            out.extend(sketch(view, events));
            out.extend(sketch(view, all.into_iter().map(|(draft, _)| draft).collect()));
        }
        let (long, short): (Vec<_>, Vec<_>) =
            texts.iter().partition(|text| text.rows.len() > 1 || text.text.chars().count() > LONG);
        // What is joined to the paragraph before, which may tell of several engagements.
        let joined = |text: &&&Paragraph| view.vocab.wording.begins(&text.text, Wording::Joint).is_some();
        for text in short.iter().filter(joined).filter(|text| is_event(view, text)) {
            out.extend(sketch(view, whole(view, text, true).into_iter().collect()));
        }
        for text in long {
            out.extend(clauses(view, text, &openings(view, text)));
            // Where the first clause begins with its day, or something is told behind the last one, none ends with it.
            if !phrases::begins_with_date(view.vocab, &text.text) && !tells_behind(view, text) {
                out.extend(clauses(view, text, &endings(view, text)));
            }
        }
    }
}

/// The paragraphs of a part, with rows of the body.
fn texts(view: &View<'_>, part: &Part) -> Vec<Paragraph> {
    let from = part.range.start;
    let rows = &view.rows()[part.range.clone()];
    let mut found = paragraphs(view.vocab, rows);
    for paragraph in &mut found {
        paragraph.rows.iter_mut().for_each(|at| *at += from);
        paragraph.rows.dedup();
    }
    for paragraph in &mut found {
        told_by_letter(view, paragraph);
    }
    found.retain(|paragraph| {
        !part.grid
            || paragraph.text.chars().count() > CELL
                && paragraph.rows.iter().all(|at| super::is_line(&view.rows()[*at]))
    });
    found
}

/// The sentence of a letter without what leads to what was done: `ตามคำสั่ง… ให้ข้าราชการ…เดินทาง…`, `ตามที่… ขอเรียนว่า …`.
fn told_by_letter(view: &View<'_>, paragraph: &mut Paragraph) {
    let fact = view.fact(&paragraph.text);
    if !fact.letter || fact.days.is_empty() || !fact.foreign() {
        return;
    }
    if let Some(told) = view.vocab.anchors.first(dated::head(&paragraph.text), Anchor::Told) {
        paragraph.text = paragraph.text[told.end..].trim_start().to_owned();
    }
}

fn whole(view: &View<'_>, paragraph: &Paragraph, cut: bool) -> Option<Draft> {
    let text = bare(view.vocab, without_joints(view.vocab, &paragraph.text));
    let title = if cut { clause(view, &text) } else { text };
    draft(view, "text", paragraph.rows.clone(), &title, &paragraph.text, None)
}

/// Whether the line above a paragraph, set larger or heavier, tells an act; `None` if it is set like it.
fn headline(view: &View<'_>, paragraph: &Paragraph) -> Option<bool> {
    let at = *paragraph.rows.first()?;
    let (line, body) = (view.rows().get(at.checked_sub(1)?)?, view.rows().get(at)?);
    let set_off = !line.is_set_like(body) && (line.size > body.size || line.bold);
    set_off.then(|| view.fact(&line.text()).acts > 0)
}

fn is_event(view: &View<'_>, paragraph: &Paragraph) -> bool {
    let fact = view.fact(&paragraph.text);
    !fact.letter && !fact.days.is_empty() && !fact.date_only
}

/// Where clauses begin: at joints of sentences, at days that open one, at times of day.
fn openings(view: &View<'_>, paragraph: &Paragraph) -> BTreeSet<usize> {
    let text = paragraph.text.as_str();
    let days: BTreeSet<usize> = view.fact(text).days.iter().map(|day| day.start).collect();
    let opens = |at: &usize| {
        let rest = &text[*at..];
        view.vocab.wording.begins(rest, Wording::Joint).is_some()
            || days.contains(at)
            || may_be_time(view.vocab, rest)
                && dated::time(dated::head(rest)).is_some_and(|time| time.start == 0)
            || days.iter().any(|day| *day > *at && *day - *at < 60)
                && phrases::begins_with_date(view.vocab, rest)
    };
    let starts = text.char_indices().zip(std::iter::once(' ').chain(text.chars()));
    let mut at: BTreeSet<usize> = starts
        .filter(|((_, c), before)| before.is_whitespace() && !c.is_whitespace())
        .map(|((at, _), _)| at)
        .filter(opens)
        .collect();
    at.insert(0);
    at
}

/// A time of day begins with a figure or its word.
fn may_be_time(vocab: Vocab, text: &str) -> bool {
    text.starts_with(thai::is_digit) || vocab.anchors.opens(text, Anchor::Time).is_some()
}

/// Where clauses begin if each ends with its day.
fn endings(view: &View<'_>, paragraph: &Paragraph) -> BTreeSet<usize> {
    let text = paragraph.text.as_str();
    let fact = view.fact(text);
    let mut at: BTreeSet<usize> = fact.days.iter().map(|day| day.end).filter(|at| *at < text.len()).collect();
    at.insert(0);
    at
}

/// True if an act is named behind the last day of a paragraph.
fn tells_behind(view: &View<'_>, paragraph: &Paragraph) -> bool {
    let fact = view.fact(&paragraph.text);
    let rest = fact.days.last().and_then(|day| fact.text.get(day.end..));
    rest.is_some_and(|rest| view.fact(rest).acts > 0)
}

fn clauses(view: &View<'_>, paragraph: &Paragraph, starts: &BTreeSet<usize>) -> Option<Sketch> {
    let text = paragraph.text.as_str();
    let starts: Vec<usize> = starts.iter().copied().collect();
    let mut drafts = Vec::new();
    let mut day: Option<usize> = paragraph.rows.first().and_then(|at| at.checked_sub(1));
    day = day.filter(|above| view.lines[*above].date_only);
    for (n, &from) in starts.iter().enumerate() {
        let to = starts.get(n + 1).copied().unwrap_or(text.len());
        let raw = without_joints(view.vocab, text[from..to].trim_start_matches([')', ' ']));
        let title = clause(view, &bare(view.vocab, raw));
        let fact = view.fact(&title);
        if fact.letters() < LETTERS || fact.acts == 0 {
            continue;
        }
        drafts.extend(draft(view, "text", rows_of(view, paragraph, from..to), &title, raw, day));
    }
    let mut found = sketch(view, drafts)?;
    found.span = *paragraph.rows.first()?..paragraph.rows.last()? + 1;
    Some(found)
}

/// A clause without the words that join it to the one before.
fn without_joints(vocab: Vocab, text: &str) -> &str {
    let mut rest = text.trim_start();
    while let Some(length) = vocab.wording.begins(rest, Wording::Joint) {
        rest = rest[length..].trim_start();
    }
    rest
}

/// The rows of a paragraph that some of its bytes stand in, by the lengths of their lines.
fn rows_of(view: &View<'_>, paragraph: &Paragraph, bytes: std::ops::Range<usize>) -> Vec<usize> {
    let mut end = 0;
    let mut rows = Vec::new();
    for &at in &paragraph.rows {
        let from = end;
        end += view.lines[at].text.len() + 1;
        if from < bytes.end && bytes.start < end {
            rows.push(at);
        }
    }
    if rows.is_empty() { paragraph.rows.last().copied().into_iter().collect() } else { rows }
}
