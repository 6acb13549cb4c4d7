//! Entries that may be one engagement but were not put together: for a person to decide.

use super::weights::WORTH_A_LOOK;
use std::collections::BTreeMap;

/// Two entries, by number, with their two rows that are most alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Near {
    /// Weight of the two rows.
    pub weight: i32,
    /// The entries, smaller number first.
    pub entries: (usize, usize),
    /// A row of the first and a row of the second.
    pub rows: (usize, usize),
}

/// The pairs of entries whose best rows are nearly as alike as rows of one engagement, or as alike while something
/// between other rows of theirs holds them apart. A list that a person reads must be short: only two entries that
/// are each other's best are a pair.
///
/// `entry` and `row` tell the entry and the row of what was compared.
pub fn pairs(
    edges: &[((u32, u32), i32)],
    entry: impl Fn(u32) -> usize,
    row: impl Fn(u32) -> usize,
) -> Vec<Near> {
    let mut near: BTreeMap<(usize, usize), Near> = BTreeMap::new();
    for ((a, b), weight) in edges.iter().filter(|(_, weight)| *weight >= WORTH_A_LOOK) {
        let (one, two) = (entry(*a), entry(*b));
        if one == two {
            continue;
        }
        let (a, b) = (row(*a), row(*b));
        let (entries, rows) = if one < two { ((one, two), (a, b)) } else { ((two, one), (b, a)) };
        let found = Near { weight: *weight, entries, rows };
        let known = near.entry(entries).or_insert(found);
        if found.weight > known.weight {
            *known = found;
        }
    }
    let mut best: BTreeMap<usize, Near> = BTreeMap::new();
    for found in near.values() {
        for entry in [found.entries.0, found.entries.1] {
            let known = best.entry(entry).or_insert(*found);
            if found.weight > known.weight {
                *known = *found;
            }
        }
    }
    near.into_values()
        .filter(|found| best[&found.entries.0] == *found && best[&found.entries.1] == *found)
        .collect()
}
