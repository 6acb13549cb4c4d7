//! Engagements to register: what several departments report becomes one entry, with every source kept.

mod ahead;
mod candidates;
mod compare;
mod doubtful;
mod group;
mod ident;
mod resolve;
mod statements;
mod study;
mod ties;
mod traits;
mod weights;

pub use ahead::doubt_ahead;
pub use study::{Candidate, study};
pub use weights::{TOGETHER, Weights, excludes};

use crate::model::{Doubt, Engagement, Entry, Evidence, Key, Pair, Register, Source, Tie};
use crate::vocab::Vocab;
use compare::Rows;
use doubtful::Near;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use ties::Ties;
use traits::{Days, Traits};
use weights::{EXCLUDES, SURE, WORTH_A_LOOK};

/// Entries with more sources than this state the evidence of each source with the first one only.
const SHOWN_IN_PAIRS: usize = 12;

/// Merges the engagements of all reports. The order of the input does not matter.
pub fn merge(vocab: Vocab, engagements: Vec<Engagement>) -> Register {
    merge_tied(vocab, engagements, &[])
}

/// Merges the engagements of all reports, of which some are known to be one or two, whatever their evidence. The ties
/// name them by their numbers in the input.
pub fn merge_tied(vocab: Vocab, engagements: Vec<Engagement>, ties: &[Tie]) -> Register {
    let (engagements, number) = in_order(engagements);
    let ties = Ties::of(ties, |row| number[row]);
    let (classes, rows) = compared(vocab, &engagements, &ties.apart(), Weights::built_in());
    let grouped = grouped(&classes, &rows, &ties);
    let mut taken: Vec<Option<Engagement>> = engagements.into_iter().map(Some).collect();
    let mut made: Vec<Entry> = grouped
        .entries
        .iter()
        .map(|members| {
            let of_members = members.iter().filter_map(|row| taken[*row].take()).collect();
            let evidence = Compared { classes: &classes, rows: &rows, ties: &ties };
            entry(of_members, members, &evidence)
        })
        .collect();
    let ids = ident::ids(&made.iter().map(|entry| &entry.engagement).collect::<Vec<_>>());
    for (entry, id) in made.iter_mut().zip(ids) {
        entry.id = id;
    }
    let pairs = grouped.near.iter().map(|near| pair(near, &grouped.entries, &classes, &rows)).collect();
    Register::in_order(made, pairs)
}

/// The engagements in an order that does not depend on that of the input, and the new number of each.
fn in_order(engagements: Vec<Engagement>) -> (Vec<Engagement>, Vec<u32>) {
    let mut numbered: Vec<(usize, Engagement)> = engagements.into_iter().enumerate().collect();
    numbered.sort_by_cached_key(|(_, e)| (e.place.clone(), e.title.value.clone(), e.period.value));
    let mut number = vec![0; numbered.len()];
    for (new, (old, _)) in numbered.iter().enumerate() {
        number[*old] = new as u32;
    }
    (numbered.into_iter().map(|(_, engagement)| engagement).collect(), number)
}

/// The rows, with those that say the same compared as one; some are known to be two.
fn compared<'a>(
    vocab: Vocab,
    engagements: &[Engagement],
    apart: &BTreeSet<u32>,
    weights: &'a Weights,
) -> (Classes, Rows<'a>) {
    let traits = traits::traits(vocab, engagements);
    let classes = Classes::of(&traits, apart);
    let firsts = classes.members.iter().map(|members| traits[members[0]].clone()).collect();
    (classes, Rows::of(firsts, weights))
}

/// Two entries in doubt, with what is observed of their rows that are most alike.
fn pair(near: &Near, entries: &[Vec<usize>], classes: &Classes, rows: &Rows) -> Pair {
    let (first, second) = near.entries;
    let source = |entry: usize, row: usize| entries[entry].iter().position(|of| *of == row).unwrap_or(0);
    let (one, two) = near.rows;
    let seen = rows.observations(classes.of_row[one], classes.of_row[two]);
    let (one, two) = (source(first, one), source(second, two));
    let evidence =
        seen.into_iter().map(|(level, weight)| Evidence { first: one, second: two, level, weight }).collect();
    Pair { first, second, evidence }
}

/// Rows put together, by number.
struct Grouped {
    /// The rows of each entry, sorted.
    entries: Vec<Vec<usize>>,
    /// Entries that may be one.
    near: Vec<Near>,
}

fn grouped(classes: &Classes, rows: &Rows, ties: &Ties) -> Grouped {
    let ties = ties.of_copies(&classes.members);
    let untied = |a: u32, b: u32, weight: i32| match ties.known(a, b) {
        Some(false) => EXCLUDES,
        Some(true) | None => weight,
    };
    let edges: Vec<Edge> = candidates::pairs(rows.traits())
        .into_par_iter()
        .map(|(a, b)| (a, b, rows.levels(a, b)))
        .map(|(a, b, levels)| Edge {
            rows: (a, b),
            joining: untied(a, b, rows.joining(&levels)),
            asking: untied(a, b, rows.weight(&levels)),
        })
        .filter(|edge| edge.asking >= WORTH_A_LOOK)
        .collect();
    let joining: Vec<((u32, u32), i32)> =
        edges.iter().filter(|edge| edge.joining > 0).map(|edge| (edge.rows, edge.joining)).collect();
    let weight = |a: u32, b: u32| untied(a, b, rows.joining(&rows.levels(a, b)));
    let groups = group::groups(&ties.joined(classes.members.len() as u32), &joining, weight);
    let mut entry_of = vec![0; classes.members.len()];
    for (entry, group) in groups.iter().enumerate() {
        for class in group {
            entry_of[*class as usize] = entry;
        }
    }
    let asking: Vec<((u32, u32), i32)> = edges.iter().map(|edge| (edge.rows, edge.asking)).collect();
    let near = doubtful::pairs(
        &asking,
        |class| entry_of[class as usize],
        |class| classes.members[class as usize][0],
    );
    let rows_of = |group: Vec<u32>| {
        let mut members: Vec<usize> =
            group.into_iter().flat_map(|class| classes.members[class as usize].iter().copied()).collect();
        members.sort_unstable();
        members
    };
    Grouped { entries: groups.into_iter().map(rows_of).collect(), near }
}

/// Two rows that were compared, with their evidence for being put together and for asking a person.
struct Edge {
    rows: (u32, u32),
    joining: i32,
    asking: i32,
}

/// Rows that say the same of the same days are one engagement and are compared as one.
struct Classes {
    /// The rows of each class, sorted; the classes in the order of their first rows.
    members: Vec<Vec<usize>>,
    /// The class of each row.
    of_row: Vec<u32>,
}

impl Classes {
    /// The classes of all rows. Rows that are known to be another engagement than some other are not joined here.
    fn of(rows: &[Traits], apart: &BTreeSet<u32>) -> Self {
        let mut seen: HashMap<Traits, usize> = HashMap::new();
        let mut classes = Self { members: Vec::new(), of_row: Vec::with_capacity(rows.len()) };
        for (row, traits) in rows.iter().enumerate() {
            let names_someone = traits.sides().next().is_some() || traits.supported.is_some();
            let alone =
                apart.contains(&(row as u32)) || !names_someone || !traits.days.is_some_and(Days::exact);
            let next = classes.members.len();
            let class = if alone {
                next
            } else {
                let key = Traits { file: 0, sheet: 0, departments: Vec::new(), ..traits.clone() };
                *seen.entry(key).or_insert(next)
            };
            if class == next {
                classes.members.push(Vec::new());
            }
            classes.members[class].push(row);
            classes.of_row.push(class as u32);
        }
        classes
    }
}

/// What is observed of the rows of an entry.
struct Compared<'a> {
    classes: &'a Classes,
    rows: &'a Rows<'a>,
    ties: &'a Ties,
}

/// The entry of one group's engagements, which are ordered by place; its id is given later.
fn entry(engagements: Vec<Engagement>, members: &[usize], compared: &Compared) -> Entry {
    let sources = engagements
        .iter()
        .map(|e| Source {
            place: e.place.clone(),
            department: e.departments.value.first().cloned().unwrap_or_default(),
            title: e.title.value.clone(),
        })
        .collect();
    let evidence = compared.evidence(members);
    let (mut engagement, conflicts) = match <[Engagement; 1]>::try_from(engagements) {
        Ok([single]) => (single, Vec::new()),
        Err(several) => {
            let (mut merged, conflicts) = resolve::resolve(&several);
            if let Some(unsure) = compared.least_tied(members) {
                let with = several[unsure].title.value.clone();
                merged.title = merged.title.doubted(Doubt::MergeUnsure { with });
            }
            (merged, conflicts)
        }
    };
    engagement.departments.value.sort();
    Entry { id: String::new(), engagement, sources, evidence, conflicts }
}

impl Compared<'_> {
    /// What speaks for and against the sources being one, in the order of the sources.
    fn evidence(&self, members: &[usize]) -> Vec<Evidence> {
        let mut out = Vec::new();
        let firsts = if members.len() > SHOWN_IN_PAIRS { 1 } else { members.len() };
        for first in 0..firsts {
            for second in first + 1..members.len() {
                let (one, two) = (self.classes.of_row[members[first]], self.classes.of_row[members[second]]);
                let mut seen = self.rows.observations(one, two);
                if one == two {
                    // They were compared as one row: all that they say is the same, and only who says it is not.
                    seen.retain(|(level, _)| level.key() != Key::Sources);
                }
                out.extend(seen.into_iter().map(|(level, weight)| Evidence { first, second, level, weight }));
            }
        }
        out
    }

    /// The source that least speaks for, if that is little even with the source that it fits best.
    fn least_tied(&self, members: &[usize]) -> Option<usize> {
        if members.len() > SHOWN_IN_PAIRS {
            return None;
        }
        let best = |one: usize| {
            let others = (0..members.len()).filter(|other| *other != one);
            others.map(|other| self.tie(members[one], members[other])).max()
        };
        (0..members.len())
            .filter_map(|one| best(one).map(|weight| (weight, one)))
            .min()
            .filter(|(weight, _)| *weight < SURE)
            .map(|(_, one)| one)
    }

    fn tie(&self, one: usize, two: usize) -> i32 {
        let (a, b) = (self.classes.of_row[one], self.classes.of_row[two]);
        if a == b || self.ties.known(one as u32, two as u32) == Some(true) {
            return SURE;
        }
        self.rows.weight(&self.rows.levels(a, b))
    }
}
