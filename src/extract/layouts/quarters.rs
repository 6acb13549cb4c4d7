//! Plans and progress by month or quarter: ticks or counts under the months say when.

use super::{Found, has};
use crate::dates::dated;
use crate::extract::content;
use crate::extract::entries::{self, Entry, Table};
use crate::extract::headings::Column;
use crate::extract::sheet_rows::is_dash;
use crate::model::{Role, Written};
use crate::thai;

/// A grid has at least this many columns that are months or quarters.
const LEAST: usize = 3;

/// The month or quarter that a column stands for.
fn period(column: &Column) -> Option<&str> {
    let named = |text: &'_ str| dated::is_month(text) || dated::quarter(text).is_some();
    let text = column.heading.split(" / ").filter(|text| named(text)).last()?;
    Some(dated::quarter(text).map_or(text, |range| &text[range]))
}

pub fn fits(table: &Table<'_>) -> bool {
    has(&table.columns, Role::Activity)
        && table.columns.iter().filter(|c| period(c).is_some()).count() >= LEAST
        && !table.columns.iter().any(|c| c.roles.contains(&Role::Date) && period(c).is_none())
}

pub fn read(table: &Table<'_>, entries: &[Entry<'_>]) -> Vec<Found> {
    entries
        .iter()
        .enumerate()
        .map(|(at, entry)| {
            let mut fields = entries::fields(table, entry);
            let mut marked: Vec<Written> = Vec::new();
            for (column, pieces) in &entry.pieces {
                let Some(period) = period(&table.columns[*column]) else { continue };
                let heading = &table.columns[*column].heading;
                // The mark's own words are no field.
                for texts in fields.values_mut() {
                    texts.retain(|written| written.heading != *heading);
                }
                if pieces.iter().any(|p| is_mark(&p.text)) {
                    let cell = entries::joined(pieces, heading);
                    let told = pieces.iter().any(content::is_date);
                    marked.push(if told {
                        cell
                    } else {
                        Written { text: period.to_owned(), value: None, ..cell }
                    });
                }
            }
            fields.retain(|_, texts| !texts.is_empty());
            let last = if marked.len() > 1 { marked.pop() } else { None };
            if let Some(first) = marked.into_iter().next() {
                fields.insert(Role::Date, vec![first]);
            }
            if let Some(last) = last {
                fields.insert(Role::DateEnd, vec![last]);
            }
            Found::Record { entries: vec![at], fields }
        })
        .collect()
}

/// A tick, or a count that is not zero.
fn is_mark(text: &str) -> bool {
    !is_dash(text) && thai::arabic_digits(text).trim().chars().any(|c| c != '0')
}
