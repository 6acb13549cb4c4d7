//! A row a record; a cell that lists several engagements gives as many records.

use super::{Fields, Found};
use crate::extract::cells;
use crate::extract::entries::{self, Entry, Table};
use crate::extract::headings::Column;
use crate::extract::phrases;
use crate::model::{Role, Written};

pub fn read(table: &Table<'_>, entries: &[Entry<'_>]) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let fields = entries::fields(table, entry);
        match listed(table, entry) {
            Some(items) => {
                let count = items.len();
                for (n, item) in items.into_iter().enumerate() {
                    let fields = one_of(table, entry, &fields, &item, n, count);
                    found.push(Found::Record { entries: vec![at], fields });
                }
            }
            None => found.push(Found::Record { entries: vec![at], fields }),
        }
    }
    found
}

/// The engagements that the title cell lists, if it lists several.
fn listed(table: &Table<'_>, entry: &Entry<'_>) -> Option<Vec<String>> {
    let at = table.columns.iter().position(|c| c.roles.contains(&Role::Activity))?;
    let texts: Vec<&str> = entry.pieces.get(&at)?.iter().map(|p| p.text.as_str()).collect();
    cells::several(table.vocab, &texts.join("\n"))
}

/// The fields of item `n`: its own wording, and of every other cell what belongs to it.
fn one_of(
    table: &Table<'_>,
    entry: &Entry<'_>,
    fields: &Fields,
    item: &str,
    n: usize,
    count: usize,
) -> Fields {
    let mut own: Fields = Fields::new();
    let title = fields.get(&Role::Activity).and_then(|texts| texts.first());
    // What was read from the title cell as a whole is not this item's.
    let other = |texts: &Vec<Written>| title.is_none_or(|t| texts.iter().all(|w| w.heading != t.heading));
    for (role, texts) in fields.iter().filter(|(_, texts)| other(texts)) {
        let mut texts = texts.clone();
        for written in &mut texts {
            let of = |column: &Column| column.roles.contains(role) && column.heading == written.heading;
            let column = table.columns.iter().position(of);
            let raw = column
                .and_then(|at| entry.pieces.get(&at))
                .map(|pieces| pieces.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n"));
            if let Some(raw) = raw {
                written.text = cells::nth(&raw, n, count);
            }
        }
        own.insert(*role, texts);
    }
    let Some(title) = title else { return own };
    for (role, text) in phrases::understand(table.vocab, item) {
        let written = Written { text, value: None, ..title.clone() };
        match role {
            // The item's own date is nearer than the row's.
            Role::Activity | Role::Date => {
                own.insert(role, vec![written]);
            }
            role => {
                own.entry(role).or_insert_with(|| vec![written]);
            }
        }
    }
    own.entry(Role::Activity).or_insert_with(|| vec![Written { text: item.to_owned(), ..title.clone() }]);
    own
}
