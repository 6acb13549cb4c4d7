//! Tables: a heading, known or not, with the rows under it, or rows alone; which column is the title is left open.

use super::View;
use super::grid::runs;
use crate::extract::content;
use crate::extract::flow::{Piece, Row};
use crate::extract::headings::{self, Column};
use crate::extract::sketch::Sketch;
use crate::extract::table;
use crate::model::{AsideReason, Role};
use std::collections::{BTreeMap, BTreeSet};

/// Rows of a heading at most.
const HEADING_ROWS: usize = 4;
/// A cell of a heading is no longer, in characters; one of a further row is shorter.
const HEADING: usize = 140;
const HEADING_BELOW: usize = 60;
/// Rows of one grid that are tried as headings: bounds the work on a grid in which every row looks like one.
const HEADS: usize = 24;
/// Ends of a table that are tried.
const ENDS: usize = 3;
/// A title column that its heading names and that leads by so much is the only one tried.
const CLEAR: f32 = 0.6;
/// A column that lies so far behind the likeliest is not tried as the title.
const BEHIND: f32 = 0.8;
/// Title columns that are tried.
const TITLES: usize = 3;

/// Proposes the tables of `headed` with other columns as their titles, tables under every row that may be a heading, with
/// their likely ends and title columns, and tables without a heading.
pub fn propose(view: &View<'_>, out: &mut Vec<Sketch>) {
    let mut known: BTreeSet<usize> = BTreeSet::new();
    for sketch in view.headed() {
        let from = sketch.span.start;
        let heading = sketch.aside.iter().filter(|(_, because)| because.reason == AsideReason::Heading);
        let below = heading.take_while(|(at, _)| *at < from + HEADING_ROWS + 1).count();
        known.insert(from);
        if below > 0 {
            others(view, from, from + below, sketch.span.end, out);
        }
    }
    for part in view.body.parts.iter().filter(|part| part.grid) {
        under_headings(view, part.range.clone(), &known, out);
    }
    for run in runs(view) {
        let ends = ends(view, run.start, run.end);
        for end in ends {
            out.extend(read(view, Vec::new(), run.start..run.start, end));
            others(view, run.start, run.start, end, out);
        }
    }
}

/// Tables under headings that the words of a row, or the days below it, tell.
fn under_headings(
    view: &View<'_>,
    part: std::ops::Range<usize>,
    known: &BTreeSet<usize>,
    out: &mut Vec<Sketch>,
) {
    let heads: BTreeSet<usize> =
        part.clone().filter(|at| may_head(view, *at) || above_days(view, *at, part.end)).collect();
    for &at in heads.iter().take(HEADS) {
        if at > 0 && heads.contains(&(at - 1)) && at > 1 && heads.contains(&(at - 2)) {
            continue;
        }
        for height in 1..=HEADING_ROWS {
            let body = at + height;
            if body >= part.end || height > 1 && !may_go_on(view, body - 1, &heads, height) {
                break;
            }
            let next = heads.range(body + 1..).copied().find(|head| !heads.contains(&(head - 1)));
            let ends = ends(view, body, next.unwrap_or(part.end)).into_iter().chain([part.end]);
            for (n, end) in ends.collect::<BTreeSet<usize>>().into_iter().enumerate() {
                if n >= ENDS || known.contains(&at) && height == 1 && n == 0 && end == part.end {
                    continue;
                }
                let columns = headings::columns(view.vocab, &view.rows()[at..body]);
                out.extend(read(view, columns, at..body, end));
                others(view, at, body, end, out);
            }
        }
    }
}

/// Where a table that begins at `from` may end.
fn ends(view: &View<'_>, from: usize, end: usize) -> Vec<usize> {
    let mut ends: Vec<usize> = (from + 1..end).filter(|at| view.begins_block(*at)).take(ENDS - 1).collect();
    ends.push(end);
    ends
}

/// The rows `heading.start..end` as a table.
fn read(
    view: &View<'_>,
    mut columns: Vec<Column>,
    heading: std::ops::Range<usize>,
    end: usize,
) -> Option<Sketch> {
    let rows = view.rows();
    let body = rows.get(heading.end..end).filter(|body| !body.is_empty())?;
    split_wide(&mut columns, body);
    content::settle(view.vocab, &mut columns, body);
    Some(table::read_table(view.vocab, &columns, &rows[heading], body))
}

/// The same table with other columns as its title.
fn others(view: &View<'_>, from: usize, body: usize, end: usize, out: &mut Vec<Sketch>) {
    let rows = view.rows();
    let Some(below) = rows.get(body..end).filter(|below| !below.is_empty()) else { return };
    let mut columns = headings::columns(view.vocab, &rows[from..body]);
    split_wide(&mut columns, below);
    let stated: BTreeMap<u32, Vec<Role>> = columns.iter().map(|one| (one.left, one.roles.clone())).collect();
    content::settle(view.vocab, &mut columns, below);
    let scores: Vec<f32> = columns.iter().map(|column| score(view, column, below)).collect();
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
    let clear = order.first().is_some_and(|best| {
        let next = order.get(1).map_or(f32::MIN, |next| scores[*next]);
        let column = &columns[*best];
        column.roles.contains(&Role::Activity) && !column.by_content && scores[*best] >= next + CLEAR
    });
    let named =
        columns.iter().position(|column| column.roles.contains(&Role::Activity) && !column.by_content);
    // Of two columns that both call themselves activities, as in two languages, the other has nothing to say for itself.
    let twin = |at: usize| {
        named.is_some_and(|named| scores[named] + CLEAR >= scores[at])
            && view.fact(&columns[at].heading).role() == Some(Role::Activity)
    };
    for &title in order.iter().take(if clear { 0 } else { TITLES }) {
        if twin(title) {
            continue;
        }
        let leads = order.first().map_or(0.0, |best| scores[*best]) - scores[title];
        if columns[title].roles.first() == Some(&Role::Activity) || leads > BEHIND {
            continue;
        }
        let best = order.iter().filter(|at| **at != title).map(|at| scores[*at]).fold(f32::MIN, f32::max);
        let mut chosen = columns.clone();
        for column in &mut chosen {
            if column.roles.contains(&Role::Activity) {
                // One that was only taken for the title is what its heading says.
                let other = |roles: &&Vec<Role>| !roles.is_empty() && !roles.contains(&Role::Activity);
                let own = stated.get(&column.left).filter(other);
                column.roles = own.cloned().unwrap_or_else(|| vec![Role::Remark]);
            }
        }
        chosen[title].roles = vec![Role::Activity];
        chosen[title].by_content = true;
        let mut sketch = table::read_table(view.vocab, &chosen, &rows[from..body], below);
        sketch.lead = (scores[title] - best).clamp(-1.0, 1.0);
        out.push(sketch);
    }
}

/// A heading over several columns of the body is theirs, a column each.
fn split_wide(columns: &mut Vec<Column>, body: &[Row]) {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    body.iter().flat_map(Row::own).for_each(|piece| *counts.entry(piece.left).or_default() += 1);
    let most = counts.values().max().copied().unwrap_or(0);
    let lefts: Vec<u32> = counts
        .into_iter()
        .filter(|(_, count)| *count >= 2 && *count * 3 >= most)
        .map(|(left, _)| left)
        .collect();
    let mut split = Vec::with_capacity(columns.len());
    for column in columns.drain(..) {
        let inside: Vec<u32> =
            lefts.iter().copied().filter(|left| column.left < *left && *left <= column.right).collect();
        let starts = std::iter::once(column.left).chain(inside.iter().copied());
        let ends = inside.iter().map(|left| left - 1).chain([column.right]);
        for (n, (left, right)) in starts.zip(ends).enumerate() {
            let roles = if n == 0 && inside.is_empty() { column.roles.clone() } else { Vec::new() };
            split.push(Column { left, right, roles, ..column.clone() });
        }
    }
    *columns = split;
}

fn score(view: &View<'_>, column: &Column, body: &[Row]) -> f32 {
    let texts: Vec<&str> = column.cells(body).map(|piece| piece.text.as_str()).collect();
    let said = view.fact(&column.heading).role();
    likeness(view, &texts, said) + 0.3 * (texts.len() as f32 / body.len().max(1) as f32).min(1.0)
}

/// How much texts under a heading of this role look like titles of activities.
pub fn likeness(view: &View<'_>, texts: &[&str], role: Option<Role>) -> f32 {
    let facts: Vec<_> = texts.iter().map(|text| view.fact(text)).collect();
    let count = facts.len().max(1) as f32;
    let share = |of: usize| of as f32 / count;
    let acts = share(facts.iter().filter(|fact| fact.acts > 0).count());
    let length = facts.iter().map(|fact| fact.length).sum::<usize>() as f32 / count;
    let empty = share(facts.iter().filter(|fact| fact.date_only || fact.number).count());
    let persons = share(facts.iter().filter(|fact| fact.person).count());
    let said = match role {
        Some(Role::Activity) => 0.9,
        Some(
            Role::Venue | Role::Outcome | Role::Date | Role::Sequence | Role::Contact | Role::Participants,
        ) => -0.5,
        Some(_) | None => 0.0,
    };
    0.6 * acts + 0.35 * (length / 40.0).min(1.0) + said - 0.8 * empty - 0.5 * persons
}

/// Words of headings stand in a third of the cells, and nothing that is a value.
fn may_head(view: &View<'_>, at: usize) -> bool {
    let cells: Vec<_> = view.rows()[at].own().map(|piece| view.fact(&piece.text)).collect();
    if cells.len() < 2
        || cells.iter().any(|cell| cell.length > HEADING || cell.date_only && !cell.days.is_empty())
    {
        return false;
    }
    let named = cells.iter().filter(|cell| cell.role().is_some()).count();
    named >= 2 && named * 3 >= cells.len() || named >= 1 && cells.len() <= 3 && named * 2 >= cells.len()
}

/// Texts above a column of days are a heading, whatever their words.
fn above_days(view: &View<'_>, at: usize, end: usize) -> bool {
    let rows = view.rows();
    let own: Vec<&Piece> = rows[at].own().collect();
    let plain = |piece: &&Piece| {
        let fact = view.fact(&piece.text);
        !fact.date_only && !fact.number && fact.days.is_empty()
    };
    let below = &rows[at + 1..end.min(at + 5)];
    own.len() >= 2
        && below.len() >= 2
        && own.iter().all(plain)
        && own.iter().any(|head| {
            let day = |row: &&Row| {
                row.own().any(|piece| piece.left == head.left && view.fact(&piece.text).date_only)
            };
            below.iter().filter(day).count() >= 2
        })
}

/// The row may be a further row of a heading.
fn may_go_on(view: &View<'_>, at: usize, heads: &BTreeSet<usize>, height: usize) -> bool {
    let row = &view.rows()[at];
    let short = row.own().all(|piece| {
        let fact = view.fact(&piece.text);
        fact.length < HEADING_BELOW && (!fact.date_only || fact.days.is_empty())
    });
    // A row under a day, month or week of its own is no heading; months that head columns stand side by side.
    let periods = row.own().filter(|piece| view.fact(&piece.text).date_only).count();
    let dated = row.own().count() > 2
        && periods == 1
        && row.own().next().is_some_and(|first| view.fact(&first.text).date_only);
    short && !dated && (height == 2 || heads.contains(&at) || headings::is_numbering(row))
}
