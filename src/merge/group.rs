//! Groups of rows that are one engagement, by agglomeration along the strongest link.
//!
//! A row joins a group by what speaks for it over all of the group's rows, and only if nothing excludes it from any
//! of them, so that a chain of pairwise likenesses does not put unlike rows together. The strongest link is always
//! taken first, so that order does not matter.

use super::weights::{APART, TOGETHER};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// More different wordings of one engagement than this do not occur.
const LARGEST: usize = 64;

/// Sum, least and greatest of the weights between all rows of two groups.
#[derive(Debug, Clone, Copy)]
struct Link {
    sum: i64,
    least: i32,
    most: i32,
    pairs: i64,
}

impl Link {
    fn plus(self, other: Self) -> Self {
        Self {
            sum: self.sum + other.sum,
            least: self.least.min(other.least),
            most: self.most.max(other.most),
            pairs: self.pairs + other.pairs,
        }
    }

    /// Half the mean weight and half the greatest, in thousandths: one source often fits the host's row well and
    /// the other departments' rows only as far as they tell the same part. By 0.3 and 0.7 of the greatest less is put
    /// together, or more wrongly, on inboxes left out.
    fn strength(self) -> i64 {
        i64::midpoint((self.sum * 1000).div_euclid(self.pairs), i64::from(self.most) * 1000)
    }

    fn holds(self) -> bool {
        self.least >= APART && self.strength() >= i64::from(TOGETHER) * 1000
    }
}

/// A link to try: the strongest first, then the one of the smaller numbers.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Try {
    strength: i64,
    first: std::cmp::Reverse<u32>,
    second: std::cmp::Reverse<u32>,
}

struct Groups<W: Fn(u32, u32) -> i32> {
    weight: W,
    members: BTreeMap<u32, Vec<u32>>,
    links: BTreeMap<u32, BTreeMap<u32, Link>>,
    heap: BinaryHeap<Try>,
}

/// The groups of rows, each sorted, ordered by their first row. `joined` has for every row the first row that it is
/// known to be one with; `edges` are the compared pairs with their weights; `weight` gives that of any pair.
pub fn groups(
    joined: &[u32],
    edges: &[((u32, u32), i32)],
    weight: impl Fn(u32, u32) -> i32,
) -> Vec<Vec<u32>> {
    let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (row, first) in joined.iter().enumerate() {
        members.entry(*first).or_default().push(row as u32);
    }
    let mut all = Groups { weight, members, links: BTreeMap::new(), heap: BinaryHeap::new() };
    let mut of_several = BTreeSet::new();
    for ((a, b), weight) in edges {
        let (one, two) = (joined[*a as usize], joined[*b as usize]);
        if one == two {
            continue;
        }
        if all.members[&one].len() + all.members[&two].len() == 2 {
            all.link(one, two, Link { sum: i64::from(*weight), least: *weight, most: *weight, pairs: 1 });
        } else {
            of_several.insert((one.min(two), one.max(two)));
        }
    }
    for (one, two) in of_several {
        let link = all.compare(one, two);
        all.link(one, two, link);
    }
    while let Some(next) = all.heap.pop() {
        all.try_to_join(&next);
    }
    all.members.into_values().collect()
}

impl<W: Fn(u32, u32) -> i32> Groups<W> {
    fn link(&mut self, a: u32, b: u32, link: Link) {
        self.links.entry(a).or_default().insert(b, link);
        self.links.entry(b).or_default().insert(a, link);
        if link.holds() {
            let (first, second) = (std::cmp::Reverse(a.min(b)), std::cmp::Reverse(a.max(b)));
            self.heap.push(Try { strength: link.strength(), first, second });
        }
    }

    /// Joins the two groups, unless one has changed since the link was found.
    fn try_to_join(&mut self, next: &Try) {
        let (a, b) = (next.first.0, next.second.0);
        let Some(link) = self.links.get(&a).and_then(|links| links.get(&b)) else { return };
        if link.strength() != next.strength || !link.holds() {
            return;
        }
        if self.members[&a].len() + self.members[&b].len() > LARGEST {
            return;
        }
        let of_a = self.links.remove(&a).unwrap_or_default();
        let of_b = self.links.remove(&b).unwrap_or_default();
        let others: BTreeSet<u32> =
            of_a.keys().chain(of_b.keys()).copied().filter(|other| *other != a && *other != b).collect();
        let mut joined = Vec::with_capacity(others.len());
        for other in others {
            if let Some(links) = self.links.get_mut(&other) {
                links.remove(&a);
                links.remove(&b);
            }
            let to_a = of_a.get(&other).copied().unwrap_or_else(|| self.compare(a, other));
            let to_b = of_b.get(&other).copied().unwrap_or_else(|| self.compare(b, other));
            joined.push((other, to_a.plus(to_b)));
        }
        let mut rows = self.members.remove(&b).unwrap_or_default();
        let members = self.members.entry(a).or_default();
        members.append(&mut rows);
        members.sort_unstable();
        for (other, link) in joined {
            self.link(a, other, link);
        }
    }

    fn compare(&self, a: u32, b: u32) -> Link {
        let mut link = Link { sum: 0, least: i32::MAX, most: i32::MIN, pairs: 0 };
        for x in &self.members[&a] {
            for y in &self.members[&b] {
                let weight = (self.weight)(*x, *y);
                link = link.plus(Link { sum: i64::from(weight), least: weight, most: weight, pairs: 1 });
            }
        }
        link
    }
}
