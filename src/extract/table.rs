//! Tables: heading, body, and the records in it.

use super::body::Stretch;
use super::content;
use super::entries::{Entry, Table, entries};
use super::flow::Row;
use super::headings::{self, Column, Header};
use super::judge::{self, Because};
use super::layouts::{self, Found};
use super::sketch::{Draft, Sketch};
use crate::model::{AsideReason, FoundColumn, Role};
use crate::vocab::Vocab;

/// Reads the tables of a grid, a sketch a heading. `before` are the columns of the grid before, if this one may go on
/// with them. The columns of the last table go on to the next grid.
pub fn read(
    vocab: Vocab,
    strip: Stretch<'_>,
    before: Option<&[Column]>,
) -> (Vec<Sketch>, Option<Vec<Column>>) {
    let rows = strip.rows;
    let headers = find_headers(vocab, rows);
    let before = before.filter(|_| strip.continues);
    if headers.is_empty() {
        let found = match before {
            Some(columns) => Some(read_part(vocab, columns.to_vec(), &[], rows)),
            None => headless(vocab, rows),
        };
        return found.map_or((Vec::new(), None), |(sketch, columns)| (vec![sketch], Some(columns)));
    }
    let mut sketches = Vec::new();
    let leading = headers[0].first;
    if let Some(columns) = before.filter(|_| leading > 0) {
        // The rest of the table of the page before stands above a new one.
        sketches.push(read_part(vocab, columns.to_vec(), &[], &rows[..leading]).0);
    }
    let starts: Vec<usize> = headers.iter().map(|h| h.first).collect();
    let mut last = None;
    for (n, header) in headers.into_iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(rows.len());
        let body_end = if end < rows.len() { title_start(vocab, rows, header.last + 1, end) } else { end };
        let from = header.last + 1;
        let (sketch, columns) =
            read_part(vocab, header.columns, &rows[header.first..from], &rows[from..body_end.max(from)]);
        sketches.push(sketch);
        last = Some(columns);
    }
    (sketches, last)
}

/// Headings of different tables; a repeated heading is not a new table.
fn find_headers(vocab: Vocab, rows: &[Row]) -> Vec<Header> {
    let mut headers: Vec<Header> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let known = headers.last().is_some_and(|h| headings::repeats(&h.columns, &rows[at]));
        match headings::header_at(vocab, rows, at).filter(|_| !known) {
            Some(header) => {
                at = header.last + 1;
                headers.push(header);
            }
            None => at += 1,
        }
    }
    headers
}

/// The first of the rows right above a heading that are its title block.
fn title_start(vocab: Vocab, rows: &[Row], from: usize, end: usize) -> usize {
    let mut start = end;
    while start > from && may_be_title(vocab, &rows[start - 1]) {
        start -= 1;
    }
    start
}

fn may_be_title(vocab: Vocab, row: &Row) -> bool {
    let (told, _) = judge::left_over(vocab, std::slice::from_ref(row), true);
    row.own().count() == 1 && told.iter().all(|because| because.reason == AsideReason::Title)
}

/// A table without a heading that is understood: a column of dates beside one of longer texts. The row above the
/// first date is its heading, if it can be one.
fn headless(vocab: Vocab, rows: &[Row]) -> Option<(Sketch, Vec<Column>)> {
    let full: Vec<&Row> = rows.iter().filter(|row| row.own().count() >= 2).collect();
    let dates = full.iter().filter(|row| row.own().any(content::is_date)).count();
    if full.len() < 2 || dates < 2 || dates * 2 < full.len() {
        return None;
    }
    let first = rows.iter().position(|row| row.own().count() >= 2 && row.own().any(content::is_date))?;
    let heading = first.checked_sub(1).filter(|at| headings::can_all_head(&rows[*at]));
    let mut columns = heading.map(|at| headings::columns(vocab, &rows[at..=at])).unwrap_or_default();
    let body = &rows[first..];
    content::settle(vocab, &mut columns, body);
    let has = |role: Role| columns.iter().any(|c| c.roles.contains(&role));
    if !has(Role::Date) || !has(Role::Activity) {
        return None;
    }
    let sketch = read_table(vocab, &columns, &rows[heading.unwrap_or(first)..first], body);
    Some((sketch, columns))
}

/// Reads one table: settles its columns, then gives it to the layout that fits.
fn read_part(vocab: Vocab, mut columns: Vec<Column>, heading: &[Row], body: &[Row]) -> (Sketch, Vec<Column>) {
    let inherited = heading.is_empty()
        && columns.iter().any(|c| !c.roles.is_empty())
        && columns.iter().all(|c| c.by_content);
    if !inherited {
        content::settle(vocab, &mut columns, body);
    }
    (read_table(vocab, &columns, heading, body), columns)
}

/// Reads the rows of a table whose columns are settled.
pub fn read_table(vocab: Vocab, columns: &[Column], heading: &[Row], body: &[Row]) -> Sketch {
    let rows = heading.first().or(body.first()).map_or(0, |row| row.at)
        ..body.last().or(heading.last()).map_or(0, |row| row.at + 1);
    let mut sketch = Sketch::new("tables", rows);
    for row in heading {
        sketch.set_aside(row, Because::new("heading", AsideReason::Heading));
    }
    for group in side_by_side(columns) {
        read_group(&Table { vocab, columns: group, body }, &mut sketch);
    }
    sketch
}

fn read_group(table: &Table<'_>, sketch: &mut Sketch) {
    if table.body.is_empty() {
        return;
    }
    let layout = layouts::of(table);
    let entries = entries(table, sketch);
    let found = (layout.read)(table, &entries);
    keep(&entries, found, layout.name, sketch);
    sketch.columns.extend(table.columns.iter().map(|c| FoundColumn {
        heading: c.heading.clone(),
        column: Some(c.left),
        roles: c.roles.clone(),
        by_content: c.by_content,
    }));
}

/// Keeps the records that a layout made, and sets aside the entries that it made nothing of.
fn keep(entries: &[Entry<'_>], found: Vec<Found>, layout: &'static str, sketch: &mut Sketch) {
    let mut used: Vec<Option<AsideReason>> = vec![Some(AsideReason::NotUnderstood); entries.len()];
    for one in found {
        match one {
            Found::Record { entries: from, fields } => {
                let Some(first) = from.first().and_then(|at| entries.get(*at)) else { continue };
                let (place, sections) = (first.rows[0].place.clone(), first.sections.clone());
                let mut rows = Vec::new();
                for at in from {
                    used[at] = None;
                    rows.extend(entries[at].rows.iter().map(|row| row.at));
                }
                sketch.drafts.push(Draft { place, layout, rows, fields, sections, doubtful: false });
            }
            Found::Aside { entry, reason } => used[entry] = Some(reason),
        }
    }
    for (entry, reason) in entries.iter().zip(used) {
        if let Some(reason) = reason {
            entry.rows.iter().for_each(|row| sketch.set_aside(row, Because::new(layout, reason)));
        }
    }
}

/// Tables side by side have the same headings twice.
fn side_by_side(columns: &[Column]) -> Vec<Vec<Column>> {
    let titles: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(at, c)| {
            !c.heading.is_empty() && columns[..*at].iter().any(|b| b.heading == c.heading) || *at == 0
        })
        .map(|(at, _)| at)
        .collect();
    let starts: Vec<usize> = titles
        .into_iter()
        .filter(|at| columns[*at].heading == columns[0].heading && !columns[0].heading.is_empty())
        .collect();
    if starts.len() < 2 || starts.windows(2).any(|pair| pair[1] - pair[0] < 2) {
        return vec![columns.to_vec()];
    }
    let mut groups: Vec<Vec<Column>> = Vec::new();
    for (n, start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(columns.len());
        groups.push(columns[*start..end].to_vec());
    }
    let first: Vec<Vec<Role>> = groups[0].iter().map(|c| c.roles.clone()).collect();
    for group in &mut groups[1..] {
        // The second title column was taken for a detail of the first.
        let headings: Vec<String> = groups_headings(columns, starts[1]);
        for column in group.iter_mut() {
            if let Some(at) = headings.iter().position(|h| *h == column.heading) {
                column.roles.clone_from(&first[at]);
            }
        }
    }
    groups
}

fn groups_headings(columns: &[Column], end: usize) -> Vec<String> {
    columns[..end].iter().map(|c| c.heading.clone()).collect()
}
