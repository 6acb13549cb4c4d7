//! What readings of text have in common: joined lines, cut titles, the sections above an item.

use super::{View, is_line};
use crate::dates::dated;
use crate::extract::facts::{Fact, without_opening};
use crate::extract::fields::{self, Fields};
use crate::extract::headings;
use crate::extract::judge::{self, Because};
use crate::extract::paragraphs::paragraphs;
use crate::extract::phrases;
use crate::extract::sketch::{Draft, Sketch};
use crate::model::{AsideReason, Role};
use crate::thai;
use crate::vocab::Vocab;
use crate::vocab::amounts::Meaning;
use crate::vocab::wording::Wording;
use std::collections::BTreeSet;

/// A line that fills this share of a full one goes on below.
const FULL: f32 = 0.78;
/// A title is not cut before so many characters.
const TITLE: usize = 18;
/// A text goes on over no more rows.
const LONGEST: usize = 500;
/// Headings above an item at most.
const SECTIONS: usize = 2;

/// The words of rows on one line.
pub fn glued(view: &View<'_>, rows: std::ops::Range<usize>) -> String {
    let mut text = String::new();
    for at in rows.take(LONGEST) {
        phrases::add_line(view.vocab, &mut text, &view.lines[at].text, false);
    }
    text
}

/// True if the row can open an item of running text: it is no row of a table.
pub fn is_text(view: &View<'_>, at: usize) -> bool {
    view.rows()[at].own().count() < 3
}

/// True if the line is so long that its text goes on below.
pub fn is_full(view: &View<'_>, at: usize) -> bool {
    view.lines[at].length as f32 >= FULL * view.full as f32
}

/// The row after the last that the text of row `from` takes: full lines go on, up to `end`.
pub fn goes_to(view: &View<'_>, from: usize, end: usize) -> usize {
    let rows = view.rows();
    let mut at = from + 1;
    while at < end.min(from + LONGEST) {
        let line = &view.lines[at];
        let bracketed = line.text.starts_with('(') && line.text.ends_with(')');
        let same_type = rows[at].is_set_like(&rows[from]);
        let begins = line.mark.is_some() || line.label.is_some() || bracketed;
        if !is_line(&rows[at]) || !is_full(view, at - 1) || begins || view.gap(at) > 1.4 || !same_type {
            break;
        }
        at += 1;
    }
    at
}

/// The wording of an activity up to where its place, day or people are told, the foreign side within it if one is told.
pub fn clause(view: &View<'_>, text: &str) -> String {
    let fact = view.fact(text);
    let mut before = 'x';
    let mut seams: Vec<usize> = Vec::new();
    for (chars, (at, c)) in text.char_indices().enumerate() {
        let opens = before.is_whitespace() || before == ')';
        let seam = view.vocab.wording.begins(&text[at..], Wording::Seam).filter(|_| chars >= TITLE && opens);
        if seam.is_some_and(|length| !counts_and_goes_on(view.vocab, &text[at + length..])) {
            seams.push(at);
        }
        before = c;
    }
    let days = fact.days.iter().map(|day| day.start);
    seams.extend(days.filter(|start| text[..*start].chars().count() >= TITLE));
    seams.sort_unstable();
    // Ten devices from an embassy: whom they are from is not cut off with their number.
    let whole = |at: &usize| !fact.foreign() || view.fact(ended(&text[..*at])).foreign();
    ended(&text[..seams.into_iter().find(whole).unwrap_or(text.len())]).to_owned()
}

/// True if a number of people stands here and what they did after it: `14 คน เพื่อศึกษาดูงาน…`.
fn counts_and_goes_on(vocab: Vocab, text: &str) -> bool {
    let text = text.trim_start();
    let behind = text.trim_start_matches(thai::is_digit);
    let people = vocab.amounts.all().filter(|(_, meaning)| *meaning == Meaning::Person);
    let rest = people.filter_map(|(unit, _)| behind.trim_start().strip_prefix(unit)).map(str::trim_start);
    rest.min_by_key(|rest| rest.len()).is_some_and(|rest| {
        behind.len() < text.len()
            && rest.starts_with(thai::is_letter)
            && vocab.wording.begins(rest, Wording::Seam).is_none()
            && dated::day(dated::head(rest)).is_none_or(|day| day.start > 0)
    })
}

/// A text without the signs that hang at its end.
pub fn ended(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || "([,–—|:-".contains(c))
}

/// A text without what opens it as an item.
pub fn bare(vocab: Vocab, text: &str) -> String {
    without_opening(vocab, text).trim().to_owned()
}

/// A record that some words of a text tell: `title` is the wording of the activity, `raw` all its words.
pub fn draft(
    view: &View<'_>,
    layout: &'static str,
    rows: Vec<usize>,
    title: &str,
    raw: &str,
    day: Option<usize>,
) -> Option<Draft> {
    let told = fields::of_text(view.vocab, &view.rows()[*rows.first()?], raw);
    finished(view, layout, rows, told, (title, raw), day)
}

/// A record that whole rows tell, its body from row `body` on: the first paragraph tells the activity, each further one
/// what its label says, or what came of it.
pub fn item(
    view: &View<'_>,
    layout: &'static str,
    rows: Vec<usize>,
    title: &str,
    body: std::ops::Range<usize>,
    day: Option<usize>,
) -> Option<Draft> {
    let of_body = &view.rows()[body.clone()];
    let mut found = paragraphs(view.vocab, of_body).into_iter();
    let first = found.next().map(|paragraph| paragraph.text).unwrap_or_default();
    let mut told = fields::of_text(view.vocab, &view.rows()[*rows.first()?], &first);
    for paragraph in found {
        let row = &of_body[paragraph.rows[0]];
        if view.fact(&paragraph.text).no_record() {
            continue;
        }
        let label = paragraph.text.split_once(':').filter(|_| headings::labels(view.vocab, &paragraph.text));
        let (role, heading, text) = match label {
            Some((label, value)) => {
                let role = headings::says(view.vocab, label).and_then(|said| said.roles.first().copied());
                (role.unwrap_or(Role::Outcome), label.trim(), value.trim())
            }
            None => (Role::Outcome, "", paragraph.text.as_str()),
        };
        told.entry(role).or_default().push(fields::written(row, text.to_owned(), heading));
    }
    let raw = glued(view, body);
    finished(view, layout, rows, told, (title, &raw), day)
}

/// A record with its title; a day that stands anywhere in its words is its own, else that of `day`, a line above.
fn finished(
    view: &View<'_>,
    layout: &'static str,
    rows: Vec<usize>,
    mut told: Fields,
    (title, raw): (&str, &str),
    day: Option<usize>,
) -> Option<Draft> {
    let at = *rows.first()?;
    let row = &view.rows()[at];
    told.insert(Role::Activity, vec![fields::written(row, title.to_owned(), "")]);
    let fact = view.fact(raw);
    let own = fact.days.first().map(|range| (at, fact.text[range.clone()].to_owned()));
    let above = || day.map(|day| (day, view.lines[day].text.clone()));
    if let Some((from, text)) = own.or_else(above) {
        told.entry(Role::Date).or_insert_with(|| vec![fields::written(&view.rows()[from], text, "")]);
    }
    let place = row.place.clone();
    Some(Draft { place, layout, rows, fields: told, sections: Vec::new(), doubtful: false })
}

/// A sketch of drafts that text tells, with the headings that stand over them.
pub fn sketch(view: &View<'_>, mut drafts: Vec<Draft>) -> Option<Sketch> {
    drafts.retain(|draft| view.fact(draft.title()).letters() >= 3);
    let from = *drafts.first()?.rows.iter().min()?;
    let to = drafts.iter().filter_map(|draft| draft.rows.iter().max()).max()? + 1;
    let held: BTreeSet<usize> = drafts.iter().flat_map(|draft| draft.rows.iter().copied()).collect();
    let mut sketch = Sketch::new("", from..to);
    let mut sections: BTreeSet<usize> = BTreeSet::new();
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|n| drafts[*n].rows.iter().min().copied());
    // Headings right above an item stand over it and over the ones that follow it without a gap.
    let mut above: Vec<usize> = Vec::new();
    for n in order {
        let first = drafts[n].rows.iter().min().copied().unwrap_or(from);
        if first > from && !held.contains(&(first - 1)) {
            let heads = |at: &usize| *at > from && !held.contains(at) && is_section(&view.lines[*at]);
            above = (0..first).rev().take_while(heads).take(SECTIONS).collect();
            above.reverse();
        }
        // What a reading knows of the cells over an item stands nearer than the headings above all of them.
        let heads = above.iter().map(|at| view.lines[*at].text.clone());
        drafts[n].sections.splice(0..0, heads);
        sections.extend(above.iter().copied());
    }
    for at in sections {
        sketch.set_aside(&view.rows()[at], Because::new("above items", AsideReason::Section));
    }
    sketch.drafts = drafts;
    Some(sketch)
}

/// A line that can stand over items: short, and not an event of its own.
fn is_section(line: &Fact) -> bool {
    let event = line.acts > 0 && !line.days.is_empty() && !line.date_only;
    judge::may_head(&line.text) && !line.number && !line.no_record() && !event
}
