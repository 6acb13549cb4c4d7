//! Counts of records that stand elsewhere, and lists of persons: no records.

use super::{Found, has};
use crate::dates::dated;
use crate::extract::entries::{Entry, Table};
use crate::extract::flow::Row;
use crate::model::{AsideReason, Role, Value};
use crate::thai::numbering;

/// No column can be a title, or nothing but numbers stands beside it.
pub fn fits(table: &Table<'_>) -> bool {
    if !has(&table.columns, Role::Activity) {
        return true;
    }
    let told = [
        Role::Date,
        Role::Counterpart,
        Role::Delegate,
        Role::Outcome,
        Role::Venue,
        Role::Country,
        Role::Supported,
    ];
    if told.iter().any(|role| has(&table.columns, *role)) {
        return false;
    }
    let pieces: Vec<_> = table.body.iter().flat_map(Row::own).collect();
    let numbers = pieces
        .iter()
        .filter(|p| numbering::is_number(&p.text) || matches!(p.value, Some(Value::Number(_))))
        .count();
    let other = table
        .columns
        .iter()
        .filter(|c| c.roles.contains(&Role::Other) || c.roles.contains(&Role::Participants))
        .count();
    numbers * 2 >= pieces.len() && other > 0
}

pub fn read(table: &Table<'_>, entries: &[Entry<'_>]) -> Vec<Found> {
    let persons = has(&table.columns, Role::Person) || has(&table.columns, Role::Contact);
    let reason = if persons { AsideReason::Note } else { AsideReason::Summary };
    entries
        .iter()
        .enumerate()
        .map(|(entry, of)| {
            // A row with a day in it may be an activity after all: a person has to look.
            let dated = of.pieces.values().flatten().any(|p| dated::day(&p.line()).is_some());
            Found::Aside { entry, reason: if dated { AsideReason::NotUnderstood } else { reason } }
        })
        .collect()
}
