//! The register of travel abroad: a row a person; one trip is one record with its travellers.

use super::{Fields, Found, has};
use crate::extract::cells;
use crate::extract::entries::{self, Entry, Table};
use crate::model::{Role, Value, Written};
use crate::thai;

/// Persons are listed with a journey: when, where, or what for.
pub fn fits(table: &Table<'_>) -> bool {
    let columns = &table.columns;
    let journey = has(columns, Role::Country) || has(columns, Role::Activity) || has(columns, Role::Venue);
    has(columns, Role::Person) && journey && (has(columns, Role::Date) || has(columns, Role::Country))
}

/// What makes rows the same trip.
const SAME: [Role; 5] = [Role::Date, Role::DateEnd, Role::Country, Role::Venue, Role::Activity];

pub fn read(table: &Table<'_>, entries: &[Entry<'_>]) -> Vec<Found> {
    let mut trips: Vec<(Vec<usize>, Fields)> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let mut fields = entries::fields(table, entry);
        apart(table, entry, &mut fields);
        let same = trips.iter().position(|(of, trip)| {
            let sections = entries[of[0]].sections == entry.sections;
            sections && SAME.iter().all(|role| agrees(*role, trip, &fields))
        });
        match same {
            Some(n) => {
                let (of, trip) = &mut trips[n];
                of.push(at);
                add(trip, fields);
            }
            None => trips.push((vec![at], fields)),
        }
    }
    trips
        .into_iter()
        .map(|(entries, mut fields)| {
            count(&mut fields);
            Found::Record { entries, fields }
        })
        .collect()
}

/// Travellers that one cell lists, a numbered item or a line each.
fn apart(table: &Table<'_>, entry: &Entry<'_>, fields: &mut Fields) {
    let Some(at) = table.columns.iter().position(|c| c.roles.contains(&Role::Person)) else { return };
    let Some(pieces) = entry.pieces.get(&at).filter(|pieces| pieces.len() == 1) else { return };
    let names = cells::items(&pieces[0].text).filter(|(lead, _)| lead.is_empty()).map(|(_, items)| items);
    if let (Some(names), Some([written])) = (names, fields.get(&Role::Person).map(Vec::as_slice)) {
        let persons = names.into_iter().map(|text| Written { text, ..written.clone() }).collect();
        fields.insert(Role::Person, persons);
    }
}

/// Both say the same, or the later row leaves it to the one above.
fn agrees(role: Role, trip: &Fields, fields: &Fields) -> bool {
    let key =
        |of: &Fields| of.get(&role).and_then(|texts| texts.first()).map(|written| thai::fold(&written.text));
    match (key(trip), key(fields)) {
        (Some(a), Some(b)) => a == b,
        (_, None) => true,
        (None, Some(_)) => false,
    }
}

/// Adds a row's persons, and what else it says that the trip does not say yet.
fn add(trip: &mut Fields, fields: Fields) {
    for (role, texts) in fields {
        if SAME.contains(&role) || role == Role::Sequence {
            continue;
        }
        let known = trip.entry(role).or_default();
        for written in texts {
            if role == Role::Person || !known.iter().any(|k| k.text == written.text) {
                known.push(written);
            }
        }
    }
}

/// The number of travellers, where the register does not state one.
fn count(fields: &mut Fields) {
    let Some(persons) = fields.get(&Role::Person) else { return };
    if persons.len() > 1 && !fields.contains_key(&Role::Participants) {
        let n = persons.len();
        let written =
            Written { text: n.to_string(), value: Some(Value::Number(n as f64)), ..persons[0].clone() };
        fields.insert(Role::Participants, vec![written]);
    }
}
