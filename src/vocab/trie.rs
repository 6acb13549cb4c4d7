//! Finds keys at the places of a text. What begins with two bytes is prepared when these two first stand in a text: a
//! short text asks for few of the many names.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::OnceLock;

/// The first two bytes of a key; the second is 0 for a key of one.
pub type Head = [u8; 2];

/// Items by their heads, and what is made of the items of a head when it is first asked for.
pub struct ByHead<M> {
    /// For every head the number of its group, from 1; 0 for none.
    numbers: Vec<u16>,
    groups: Vec<Group<M>>,
    /// The items, those of a group side by side, in their order.
    items: Vec<u32>,
}

struct Group<M> {
    items: Range<usize>,
    made: OnceLock<Box<M>>,
}

impl<M> ByHead<M> {
    /// Prepares items by the head of each; those without a head are left out.
    pub fn new(heads: &[Option<Head>]) -> Self {
        let mut numbers = vec![0; 1 << 16];
        let mut counts: Vec<usize> = Vec::new();
        for head in heads.iter().flatten() {
            let number = &mut numbers[place(*head)];
            if *number == 0 {
                counts.push(0);
                *number = counts.len() as u16;
            }
            counts[usize::from(*number) - 1] += 1;
        }
        let mut end = 0;
        let mut groups: Vec<Group<M>> = Vec::with_capacity(counts.len());
        for count in counts {
            groups.push(Group { items: end..end, made: OnceLock::new() });
            end += count;
        }
        let mut items = vec![0; end];
        for (item, head) in (0..).zip(heads) {
            let Some(head) = head else { continue };
            let group = &mut groups[usize::from(numbers[place(*head)]) - 1].items;
            items[group.end] = item;
            group.end += 1;
        }
        Self { numbers, groups, items }
    }

    /// What is made of the items of a head; `None` if it has none.
    pub fn get(&self, head: Head, make: impl FnOnce(&[u32]) -> M) -> Option<&M> {
        let group = self.groups.get(usize::from(self.numbers[place(head)]).checked_sub(1)?)?;
        Some(group.made.get_or_init(|| Box::new(make(&self.items[group.items.clone()]))))
    }
}

fn place(head: Head) -> usize {
    usize::from(u16::from_be_bytes(head))
}

/// Keys as a tree of their common beginnings.
#[derive(Debug)]
pub struct Trie {
    nodes: Vec<Node>,
    /// The byte that leads to each node.
    leads: Vec<u8>,
    /// The bytes of all labels.
    labels: Vec<u8>,
    /// The items, in the order of their keys.
    items: Vec<u32>,
    beginnings: Beginnings,
}

/// Tells quickly that no key begins as a text does, which is so at most places of a text.
#[derive(Debug)]
struct Beginnings {
    /// A bit for every beginning, by its hash: there may be a bit and no key, never the other way.
    bits: [u64; 64],
    /// How long the beginnings are that there are bits for, in bytes.
    lengths: Vec<usize>,
}

impl Beginnings {
    /// Two Thai letters, one, an ASCII letter: a key is known by the longest that it has.
    const LENGTHS: [usize; 3] = [6, 3, 1];

    fn of<'k>(keys: impl Iterator<Item = &'k [u8]>) -> Self {
        let mut made = Self { bits: [0; 64], lengths: Vec::new() };
        for key in keys {
            let length = Self::LENGTHS.into_iter().find(|length| *length <= key.len()).unwrap_or(0);
            let (word, bit) = Self::place(&key[..length]);
            made.bits[word] |= bit;
            if !made.lengths.contains(&length) {
                made.lengths.push(length);
            }
        }
        made
    }

    fn may_be_in(&self, text: &[u8]) -> bool {
        self.lengths.iter().any(|length| {
            text.get(..*length).is_some_and(|beginning| {
                let (word, bit) = Self::place(beginning);
                self.bits[word] & bit != 0
            })
        })
    }

    /// Multiplicative hashing by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
    fn place(beginning: &[u8]) -> (usize, u64) {
        let number = beginning.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte));
        let hash = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }
}

/// Keys that share what leads here and its label.
#[derive(Debug)]
struct Node {
    /// What they share behind the byte that leads here.
    label: Range<u32>,
    /// Those that are no longer.
    ends: Range<u32>,
    /// The nodes of longer ones.
    on: Range<u32>,
}

/// Keys whose node is still to be made: which, and how many bytes of them lead there.
struct Open {
    keys: Range<usize>,
    depth: usize,
}

impl Trie {
    /// The tree of items with their keys.
    pub fn new(mut keyed: Vec<(Vec<u8>, u32)>) -> Self {
        keyed.sort_unstable();
        let items = keyed.iter().map(|(_, item)| *item).collect();
        let beginnings = Beginnings::of(keyed.iter().map(|(key, _)| key.as_slice()));
        let mut trie = Self { nodes: Vec::new(), leads: vec![0], labels: Vec::new(), items, beginnings };
        let mut open = VecDeque::from([Open { keys: 0..keyed.len(), depth: 0 }]);
        while let Some(Open { keys, depth }) = open.pop_front() {
            let key = |at: usize| keyed.get(at).map_or(&[][..], |(key, _)| key);
            let (first, last) = (key(keys.start), key(keys.end.saturating_sub(1)));
            let shared = first.iter().zip(last).skip(depth).take_while(|(one, other)| one == other).count();
            let from = trie.labels.len() as u32;
            trie.labels.extend(first.iter().skip(depth).take(shared));
            let label = from..trie.labels.len() as u32;
            let depth = depth + shared;
            let longer = keys.start + keyed[keys.clone()].partition_point(|(key, _)| key.len() <= depth);
            let ends = keys.start as u32..longer as u32;
            let from = trie.leads.len() as u32;
            let mut rest = longer..keys.end;
            while let Some(&lead) = key(rest.start).get(depth).filter(|_| !rest.is_empty()) {
                let next = rest.start + keyed[rest.clone()].partition_point(|(key, _)| key[depth] == lead);
                trie.leads.push(lead);
                open.push_back(Open { keys: rest.start..next, depth: depth + 1 });
                rest.start = next;
            }
            let on = from..trie.leads.len() as u32;
            trie.nodes.push(Node { label, ends, on });
        }
        trie
    }

    /// Tells every item whose key a text begins with, and how long the key is: the shortest first, then in the order of
    /// the items.
    pub fn begin(&self, text: &[u8], mut found: impl FnMut(u32, usize)) {
        if !self.beginnings.may_be_in(text) {
            return;
        }
        let range = |range: &Range<u32>| range.start as usize..range.end as usize;
        let (mut node, mut depth) = (self.nodes.first(), 0);
        while let Some(Node { label, ends, on }) = node {
            let label = &self.labels[range(label)];
            // Labels are of a few bytes: not worth a call of the library.
            let rest = &text[depth..];
            if rest.len() < label.len() || rest.iter().zip(label).any(|(one, other)| one != other) {
                return;
            }
            depth += label.len();
            self.items[range(ends)].iter().for_each(|item| found(*item, depth));
            let Some(byte) = text.get(depth) else { return };
            let lead = self.leads[range(on)].binary_search(byte).ok();
            node = lead.and_then(|lead| self.nodes.get(on.start as usize + lead));
            depth += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ByHead, Trie};

    #[test]
    fn keys_are_found_at_the_beginning_of_a_text_the_shortest_first() {
        let keys = ["bang", "ba", "bangkok", "b", "bank", "ba", "city"];
        let trie = Trie::new(keys.iter().map(|key| key.as_bytes().to_vec()).zip(0..).collect());
        let begin = |text: &str| {
            let mut found = Vec::new();
            trie.begin(text.as_bytes(), |item, length| found.push((item, length)));
            found
        };
        assert_eq!(begin("bangkok city"), [(3, 1), (1, 2), (5, 2), (0, 4), (2, 7)]);
        assert_eq!(begin("bank"), [(3, 1), (1, 2), (5, 2), (4, 4)]);
        assert_eq!(begin("citizens"), []);
        assert_eq!(begin(""), []);
        let mut none = 0;
        Trie::new(Vec::new()).begin(b"a", |_, _| none += 1);
        assert_eq!(none, 0);
    }

    #[test]
    fn the_items_of_a_head_are_told_once_in_their_order() {
        let by_head: ByHead<Vec<u32>> = ByHead::new(&[Some(*b"ab"), None, Some(*b"c\0"), Some(*b"ab")]);
        assert_eq!(by_head.get(*b"ab", <[u32]>::to_vec), Some(&vec![0, 3]));
        assert_eq!(by_head.get(*b"ab", |_| Vec::new()), Some(&vec![0, 3]));
        assert_eq!(by_head.get(*b"c\0", <[u32]>::to_vec), Some(&vec![2]));
        assert_eq!(by_head.get(*b"cd", <[u32]>::to_vec), None);
    }
}
