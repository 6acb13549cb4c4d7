//! Tables: heading, body, and the records in it.

use super::content;
use super::entries::{Entry, Table, entries};
use super::flow::{Row, Strip};
use super::headings::{self, Column, Header};
use super::layouts::{self, Found};
use super::{Output, ledger::RowId};
use crate::model::{AsideReason, FoundColumn, FoundTable, Record, Role};
use crate::vocab::rows::{self, Meaning};

/// Reads the tables of a grid. Returns the columns of the last one, or `None` if there is no table in it.
pub fn read(strip: &Strip, before: Option<&[Column]>, out: &mut Output) -> Option<Vec<Column>> {
    let rows = &strip.rows;
    let mut headers = find_headers(rows);
    if headers.is_empty() {
        let columns = match before.filter(|_| strip.continues) {
            Some(columns) => columns.to_vec(),
            None => return headless(rows, out),
        };
        return Some(read_part(Header { first: 0, last: 0, columns }, rows, out));
    }
    let leading = headers[0].first;
    if strip.continues && leading > 0 && before.is_some() {
        // The rest of the table of the page before stands above a new one.
        let columns = before.map(<[Column]>::to_vec).unwrap_or_default();
        read_part(Header { first: 0, last: 0, columns }, &rows[..leading], out);
    } else {
        out.titles_of(&rows[..leading], leading > 0);
    }
    let starts: Vec<usize> = headers.iter().map(|h| h.first).collect();
    let mut last = None;
    for (n, header) in headers.drain(..).enumerate() {
        for row in &rows[header.first..=header.last] {
            out.ledger.aside(row.id, if row.hidden { AsideReason::Hidden } else { AsideReason::Heading });
        }
        let end = starts.get(n + 1).copied().unwrap_or(rows.len());
        let body_end = if end < rows.len() { title_start(rows, header.last + 1, end) } else { end };
        let from = header.last + 1;
        last = Some(read_part(header, &rows[from..body_end], out));
        if body_end < end {
            out.titles_of(&rows[body_end..end], true);
        }
    }
    last
}

/// Headings of different tables; a repeated heading is not a new table.
fn find_headers(rows: &[Row]) -> Vec<Header> {
    let mut headers: Vec<Header> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let known = headers.last().is_some_and(|h| headings::repeats(&h.columns, &rows[at]));
        match headings::header_at(rows, at).filter(|_| !known) {
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
fn title_start(rows: &[Row], from: usize, end: usize) -> usize {
    let mut start = end;
    while start > from && may_be_title(&rows[start - 1]) {
        start -= 1;
    }
    start
}

fn may_be_title(row: &Row) -> bool {
    let text = row.text();
    row.own().count() == 1
        && ![Meaning::Letter, Meaning::Total, Meaning::Note].iter().any(|meaning| rows::is(&text, *meaning))
}

/// A table without a heading that is understood: a column of dates beside one of longer texts. The row above the
/// first date is its heading, if it can be one.
fn headless(rows: &[Row], out: &mut Output) -> Option<Vec<Column>> {
    let full: Vec<&Row> = rows.iter().filter(|row| row.own().count() >= 2).collect();
    let dates = full.iter().filter(|row| row.own().any(content::is_date)).count();
    if full.len() < 2 || dates < 2 || dates * 2 < full.len() {
        return None;
    }
    let first = rows.iter().position(|row| row.own().count() >= 2 && row.own().any(content::is_date))?;
    let heading = first.checked_sub(1).filter(|at| headings::can_all_head(&rows[*at]));
    let mut columns = heading.map(|at| headings::columns(&rows[at..=at])).unwrap_or_default();
    let body = &rows[first..];
    content::settle(&mut columns, body);
    let has = |role: Role| columns.iter().any(|c| c.roles.contains(&role));
    if !has(Role::Date) || !has(Role::Activity) {
        return None;
    }
    out.titles_of(&rows[..heading.unwrap_or(first)], true);
    if let Some(at) = heading {
        out.ledger.aside(rows[at].id, AsideReason::Heading);
    }
    read_table(&columns, body, out);
    Some(columns)
}

/// Reads one table: settles its columns, then gives it to the layout that fits.
fn read_part(header: Header, body: &[Row], out: &mut Output) -> Vec<Column> {
    let mut columns = header.columns;
    let inherited = header.last == 0
        && header.first == 0
        && columns.iter().any(|c| !c.roles.is_empty())
        && columns.iter().all(|c| c.by_content);
    if !inherited {
        content::settle(&mut columns, body);
    }
    read_table(&columns, body, out);
    columns
}

fn read_table(columns: &[Column], body: &[Row], out: &mut Output) {
    for group in side_by_side(columns) {
        let table = Table { columns: group, body };
        read_group(&table, out);
    }
}

fn read_group(table: &Table<'_>, out: &mut Output) {
    let Some(first) = table.body.first() else { return };
    let before = out.records.len();
    let layout = layouts::of(table);
    let entries = entries(table, out);
    let found = (layout.read)(table, &entries);
    keep(&entries, found, layout.name, out);
    let columns = table
        .columns
        .iter()
        .map(|c| FoundColumn { heading: c.heading.clone(), roles: c.roles.clone(), by_content: c.by_content })
        .collect();
    let records = (out.records.len() - before) as u32;
    out.tables.push(FoundTable {
        place: first.place.clone(),
        layout: layout.name.to_owned(),
        columns,
        records,
    });
}

/// Keeps the records that a layout made, and sets aside the entries that it made nothing of.
fn keep(entries: &[Entry<'_>], found: Vec<Found>, layout: &str, out: &mut Output) {
    let mut used: Vec<Option<AsideReason>> = vec![Some(AsideReason::NotUnderstood); entries.len()];
    for one in found {
        match one {
            Found::Record { entries: from, fields } => {
                let Some(first) = from.first().and_then(|at| entries.get(*at)) else { continue };
                let context = out.context(&first.sections);
                let place = first.rows[0].place.clone();
                for at in from {
                    used[at] = None;
                    for row in &entries[at].rows {
                        out.ledger.record(row.id);
                    }
                }
                out.records.push(Record { place, layout: layout.to_owned(), fields, context });
            }
            Found::Aside { entry, reason } => used[entry] = Some(reason),
        }
    }
    for (entry, reason) in entries.iter().zip(used) {
        if let Some(reason) = reason {
            for row in &entry.rows {
                out.ledger.aside(row.id, reason);
            }
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

/// Sets aside rows that no layout looks at.
pub fn set_aside(rows: &[Row], reason: AsideReason, out: &mut Output) {
    for row in rows {
        let id: RowId = row.id;
        out.ledger.aside(id, if row.hidden { AsideReason::Hidden } else { reason });
    }
}
