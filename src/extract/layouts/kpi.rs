//! Indicators by quarter: the engagements stand, numbered, in the narrative of a cell.

use super::{Fields, Found, has};
use crate::dates::dated;
use crate::extract::cells;
use crate::extract::entries::{Entry, Table};
use crate::extract::flow::Piece;
use crate::extract::headings;
use crate::extract::phrases;
use crate::model::{AsideReason, Role, Written};
use crate::thai::numbering::{self, Opening};
use std::collections::BTreeSet;

/// The rows are indicators or projects without dates of their own, and a narrative lists dated items.
pub fn fits(table: &Table<'_>) -> bool {
    let title = table.columns.iter().find(|c| c.roles.contains(&Role::Activity));
    let indicator = title.is_some_and(|c| c.rank >= 3);
    let narrative =
        table.body.iter().flat_map(crate::extract::flow::Row::own).any(|p| narrative(&p.text).is_some());
    !has(&table.columns, Role::Date) && has(&table.columns, Role::Activity) && narrative
        || indicator
            && !has(&table.columns, Role::Date)
            && table.columns.iter().any(|c| dated::quarter(&c.heading).is_some())
}

/// The dated items of a narrative.
fn narrative(text: &str) -> Option<Vec<String>> {
    let items = match quarters(text) {
        parts if parts.len() > 1 => parts.into_iter().flat_map(|part| cells::numbered(part).1).collect(),
        _ => cells::items(text)?.1,
    };
    let names_day = |item: &&String| dated::day(item).is_some() || dated::month(item).is_some();
    let dated = items.iter().filter(names_day).count();
    (dated * 2 > items.len()).then_some(items)
}

/// A list of one dated item: read as one where the column lists several elsewhere.
fn single(text: &str) -> Option<Vec<String>> {
    let (_, items) = cells::numbered(text);
    (items.len() == 1 && items.iter().all(|item| dated::day(item).is_some())).then_some(items)
}

/// The text cut before each quarter whose items are numbered anew.
fn quarters(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut seen) = (0, 0);
    while let Some(quarter) = dated::quarter(&text[seen..]) {
        let (start, end) = (seen + quarter.start, seen + quarter.end);
        let list = text[end..].trim_start_matches([':', ' ', '\n']);
        if start > from && matches!(numbering::opening(list), Some((Opening::Number(n), _)) if n == [1]) {
            parts.push(&text[from..start]);
            from = start;
        }
        seen = end;
    }
    parts.push(&text[from..]);
    parts
}

pub fn read(table: &Table<'_>, entries: &[Entry<'_>]) -> Vec<Found> {
    let mut found = Vec::new();
    let joined = |pieces: &[Piece]| pieces.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n");
    let lists: BTreeSet<usize> = entries
        .iter()
        .flat_map(|entry| &entry.pieces)
        .filter(|(_, pieces)| narrative(&joined(pieces)).is_some())
        .map(|(column, _)| *column)
        .collect();
    for (at, entry) in entries.iter().enumerate() {
        let before = found.len();
        for (column, pieces) in &entry.pieces {
            let text = joined(pieces);
            let only = || single(&text).filter(|_| lists.contains(column));
            for item in narrative(&text).or_else(only).unwrap_or_default() {
                let mut fields: Fields = Fields::new();
                for (role, text) in phrases::understand(table.vocab, &item) {
                    let heading = table.columns[*column].heading.clone();
                    let place = pieces[0].place.clone();
                    let written = Written { text, value: None, place, heading, flaw: pieces[0].flaw };
                    fields.entry(role).or_default().push(written);
                }
                if fields.contains_key(&Role::Activity) {
                    found.push(Found::Record { entries: vec![at], fields });
                }
            }
        }
        if found.len() == before {
            // Words over the first indicator are a heading, in whatever words.
            let heading = at == 0
                && table.columns.iter().all(|column| column.heading.is_empty())
                && headings::can_all_head(entry.rows[0]);
            let reason = if heading { AsideReason::Heading } else { AsideReason::Summary };
            found.push(Found::Aside { entry: at, reason });
        }
    }
    found
}
