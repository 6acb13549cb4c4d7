//! The programme of a journey: a table of its days below the form that tells of it is a part of it, and no engagement a
//! row.

use super::facts::Facts;
use crate::dates::dated;
use crate::model::{Record, Role, Written};
use crate::vocab::gazetteer::Name;
use std::collections::BTreeSet;

/// A programme has so many days at least.
const DAYS: usize = 2;
/// Where a record says who or what a row of a programme would not.
const OTHERS: [Role; 3] = [Role::Person, Role::Owner, Role::Supported];

/// Puts the days of a programme into the one journey that a report tells of: days within those of the journey, each at a
/// place that the journey names. Their words become what came of it.
pub fn fold_in(records: &mut Vec<Record>, facts: &Facts) {
    let travels = |record: &Record| record.fields.contains_key(&Role::Person);
    let mut journeys = (0..records.len()).filter(|at| travels(&records[*at]));
    let (Some(journey), None) = (journeys.next(), journeys.next()) else { return };
    let told = &records[journey];
    let (Some(days), places) = (days_of(told), places_of(told, facts)) else { return };
    let is_leg = |record: &Record| {
        let within = days_of(record).is_some_and(|own| days.0 <= own.0 && own.1 <= days.1);
        let other = OTHERS.iter().any(|role| record.fields.contains_key(role));
        within && !other && places_of(record, facts).intersection(&places).next().is_some()
    };
    let legs = records[journey + 1..].iter().take_while(|record| is_leg(record)).count();
    if legs < DAYS {
        return;
    }
    let legs: Vec<Record> = records.drain(journey + 1..journey + 1 + legs).collect();
    let told = &mut records[journey];
    for leg in legs {
        let outcome = told.fields.entry(Role::Outcome).or_default();
        outcome.push(Written {
            text: words_of(&leg),
            value: None,
            place: leg.place,
            heading: String::new(),
            flaw: None,
        });
        told.marks.extend(leg.marks);
        told.doubtful |= leg.doubtful;
    }
}

/// The first and the last day that a record tells, in its field or its title.
fn days_of(record: &Record) -> Option<((i8, i8), (i8, i8))> {
    let texts = [Role::Date, Role::Activity].iter().filter_map(|role| record.fields.get(role)).flatten();
    texts.into_iter().find_map(|written| {
        let day = dated::day(&written.text)?;
        dated::reach(&written.text[day])
    })
}

/// The foreign places and bodies that a record names where something is, or in its title.
fn places_of(record: &Record, facts: &Facts) -> BTreeSet<Name> {
    let roles = [Role::Country, Role::Venue, Role::Activity];
    let texts = roles.iter().filter_map(|role| record.fields.get(role)).flatten();
    texts.flat_map(|written| facts.of(&written.text).names().clone()).collect()
}

/// All words of a day of a programme in one line: when, where and what first, then whatever else its row tells.
fn words_of(leg: &Record) -> String {
    const FIRST: [Role; 5] = [Role::Date, Role::Time, Role::Country, Role::Venue, Role::Activity];
    let first = FIRST.iter().filter_map(|role| leg.fields.get(role));
    let others = leg.fields.iter().filter(|(role, _)| **role != Role::Sequence && !FIRST.contains(role));
    let texts = first.chain(others.map(|(_, texts)| texts)).flatten();
    texts.map(|written| written.text.as_str()).collect::<Vec<_>>().join(" ")
}
