//! Engagements to register: what several departments report becomes one entry, with every source kept.

mod ahead;
mod candidates;
mod compare;
mod doubtful;
mod group;
mod ident;
mod resolve;
mod statements;
mod ties;
mod traits;

pub use ahead::doubt_ahead;
pub use compare::TOGETHER;

use crate::model::{Doubt, Engagement, Entry, Evidence, Pair, Register, Source, Tie};
use crate::vocab::Vocab;
use doubtful::Near;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use ties::Ties;
use traits::{Days, Traits};

/// Entries with more sources than this state the evidence of each source with the first one only.
const SHOWN_IN_PAIRS: usize = 12;

/// Merges the engagements of all reports. The order of the input does not matter.
#[must_use]
pub fn merge(vocab: Vocab, engagements: Vec<Engagement>) -> Register {
    merge_tied(vocab, engagements, &[])
}

/// Merges the engagements of all reports, of which some are known to be one or two, whatever their evidence. The ties
/// name them by their numbers in the input.
#[must_use]
pub fn merge_tied(vocab: Vocab, engagements: Vec<Engagement>, ties: &[Tie]) -> Register {
    let mut numbered: Vec<(usize, Engagement)> = engagements.into_iter().enumerate().collect();
    numbered.sort_by_cached_key(|(_, e)| (e.place.clone(), e.title.value.clone(), e.period.value));
    let mut number = vec![0; numbered.len()];
    for (new, (old, _)) in numbered.iter().enumerate() {
        number[*old] = new as u32;
    }
    let engagements: Vec<Engagement> = numbered.into_iter().map(|(_, engagement)| engagement).collect();
    let ties = Ties::of(ties, |row| number[row]);
    let rows = traits::traits(vocab, &engagements);
    let grouped = grouped(&rows, &ties);
    let mut taken: Vec<Option<Engagement>> = engagements.into_iter().map(Some).collect();
    let mut made: Vec<Entry> = grouped
        .entries
        .iter()
        .map(|members| {
            let of_members = members.iter().filter_map(|row| taken[*row].take()).collect();
            entry(of_members, members, &rows, &ties)
        })
        .collect();
    let ids = ident::ids(&made.iter().map(|entry| &entry.engagement).collect::<Vec<_>>());
    for (entry, id) in made.iter_mut().zip(ids) {
        entry.id = id;
    }
    let pairs = grouped.near.iter().map(|near| pair(near, &grouped.entries, &rows)).collect();
    Register::in_order(made, pairs)
}

/// Two entries in doubt, with what is observed of their rows that are most alike.
fn pair(near: &Near, entries: &[Vec<usize>], rows: &[Traits]) -> Pair {
    let (first, second) = near.entries;
    let source = |entry: usize, row: usize| entries[entry].iter().position(|of| *of == row).unwrap_or(0);
    let (one, two) = near.rows;
    let seen = compare::observations(&rows[one], &rows[two]);
    let (one, two) = (source(first, one), source(second, two));
    let evidence =
        seen.into_iter().map(|(key, weight)| Evidence { first: one, second: two, key, weight }).collect();
    Pair { first, second, evidence }
}

/// Rows put together, by number.
struct Grouped {
    /// The rows of each entry, sorted.
    entries: Vec<Vec<usize>>,
    /// Entries that may be one.
    near: Vec<Near>,
}

fn grouped(rows: &[Traits], ties: &Ties) -> Grouped {
    let copies = copies(rows, &ties.apart());
    let firsts: Vec<Traits> = copies.iter().map(|members| rows[members[0]].clone()).collect();
    let ties = ties.of_copies(&copies);
    let weight = |a: u32, b: u32| match ties.known(a, b) {
        Some(false) => compare::EXCLUDES,
        Some(true) | None => compare::weight(&firsts[a as usize], &firsts[b as usize]),
    };
    let weighed = |pairs: Vec<(u32, u32)>| -> Vec<((u32, u32), i32)> {
        let weights = pairs.into_par_iter().map(|(a, b)| ((a, b), weight(a, b)));
        weights.filter(|(_, weight)| *weight > 0).collect()
    };
    let edges = weighed(candidates::pairs(&firsts));
    let groups = group::groups(&ties.joined(firsts.len() as u32), &edges, weight);
    let mut entry_of = vec![0; firsts.len()];
    for (entry, group) in groups.iter().enumerate() {
        for class in group {
            entry_of[*class as usize] = entry;
        }
    }
    let apart = weighed(candidates::days_apart(&firsts));
    let edges: Vec<((u32, u32), i32)> = edges.into_iter().chain(apart).collect();
    let near = doubtful::pairs(&edges, |class| entry_of[class as usize], |class| copies[class as usize][0]);
    let rows_of = |group: Vec<u32>| {
        let mut members: Vec<usize> =
            group.into_iter().flat_map(|class| copies[class as usize].iter().copied()).collect();
        members.sort_unstable();
        members
    };
    Grouped { entries: groups.into_iter().map(rows_of).collect(), near }
}

/// Rows that say the same of the same days are one engagement and are compared as one; each list sorted, the lists
/// in the order of their first rows. Rows that are known to be another engagement than some other are not joined here.
fn copies(rows: &[Traits], apart: &BTreeSet<u32>) -> Vec<Vec<usize>> {
    let mut seen: HashMap<Traits, usize> = HashMap::new();
    let mut out: Vec<Vec<usize>> = Vec::new();
    for (row, traits) in rows.iter().enumerate() {
        let names_someone = !traits.countries.names.is_empty()
            || !traits.organisations.names.is_empty()
            || traits.supported.is_some();
        if apart.contains(&(row as u32)) || !names_someone || !traits.days.is_some_and(Days::exact) {
            out.push(vec![row]);
            continue;
        }
        let key = Traits { file: 0, sheet: 0, departments: Vec::new(), ..traits.clone() };
        if let Some(at) = seen.get(&key) {
            out[*at].push(row);
        } else {
            seen.insert(key, out.len());
            out.push(vec![row]);
        }
    }
    out
}

/// The entry of one group's engagements, which are ordered by place; its id is given later.
fn entry(engagements: Vec<Engagement>, members: &[usize], rows: &[Traits], ties: &Ties) -> Entry {
    let sources = engagements
        .iter()
        .map(|e| Source {
            place: e.place.clone(),
            department: e.departments.value.first().cloned().unwrap_or_default(),
            title: e.title.value.clone(),
        })
        .collect();
    let evidence = evidence(members, rows);
    let (mut engagement, conflicts) = match <[Engagement; 1]>::try_from(engagements) {
        Ok([single]) => (single, Vec::new()),
        Err(several) => {
            let (mut merged, conflicts) = resolve::resolve(&several);
            if let Some(unsure) = least_tied(members, rows, ties) {
                let with = several[unsure].title.value.clone();
                merged.title = merged.title.doubted(Doubt::MergeUnsure { with });
            }
            (merged, conflicts)
        }
    };
    engagement.departments.value.sort();
    Entry { id: String::new(), engagement, sources, evidence, conflicts }
}

/// What speaks for and against the sources being one, in the order of the sources.
fn evidence(members: &[usize], rows: &[Traits]) -> Vec<Evidence> {
    let mut out = Vec::new();
    let firsts = if members.len() > SHOWN_IN_PAIRS { 1 } else { members.len() };
    for first in 0..firsts {
        for second in first + 1..members.len() {
            let seen = compare::observations(&rows[members[first]], &rows[members[second]]);
            out.extend(seen.into_iter().map(|(key, weight)| Evidence { first, second, key, weight }));
        }
    }
    out
}

/// The source that least speaks for, if that is little even with the source that it fits best.
fn least_tied(members: &[usize], rows: &[Traits], ties: &Ties) -> Option<usize> {
    if members.len() > SHOWN_IN_PAIRS {
        return None;
    }
    let best = |one: usize| {
        let others = (0..members.len()).filter(|other| *other != one);
        others
            .map(|other| match ties.known(members[one] as u32, members[other] as u32) {
                Some(true) => compare::SURE,
                Some(false) | None => compare::weight(&rows[members[one]], &rows[members[other]]),
            })
            .max()
    };
    (0..members.len())
        .filter_map(|one| best(one).map(|weight| (weight, one)))
        .min()
        .filter(|(weight, _)| *weight < compare::SURE)
        .map(|(_, one)| one)
}
