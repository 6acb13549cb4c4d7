//! Connected ink: letters, marks, specks, and what is larger than type.

use super::pixels::{Grey, Ink};

/// Blots of a page that are told apart. A full page has ten thousand.
const BLOTS: usize = 400_000;
/// Pixels of a speck at most, on a clean page and on one that is full of them.
const SPECK: (u32, u32) = (6, 16);
/// A page is full of specks where there are so many for each blot of type.
const FULL: usize = 2;
/// Type at 300 dots an inch is not lower and not higher than so many pixels: 6 to 40 points.
pub const TYPE: (u32, u32) = (8, 110);

/// Ink that hangs together, as the box around it. Bounds are pixels, the last one included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blot {
    /// First column.
    pub left: u32,
    /// First row.
    pub top: u32,
    /// Last column.
    pub right: u32,
    /// Last row.
    pub bottom: u32,
    /// Pixels of ink.
    pub area: u32,
}

impl Blot {
    /// Pixels from left to right.
    pub fn width(&self) -> u32 {
        self.right - self.left + 1
    }

    /// Pixels from top to bottom.
    pub fn height(&self) -> u32 {
        self.bottom - self.top + 1
    }

    /// True if it may be a letter or a part of one.
    pub fn is_type(&self) -> bool {
        let size = self.width().max(self.height());
        (TYPE.0..=TYPE.1).contains(&size) && self.area > SPECK.0
    }
}

/// Runs of ink in a row, with the blot that each belongs to.
struct Runs {
    runs: Vec<(u32, u32, u32)>,
    parents: Vec<u32>,
}

impl Runs {
    fn root(&mut self, mut at: u32) -> u32 {
        while self.parents[at as usize] != at {
            let above = self.parents[self.parents[at as usize] as usize];
            self.parents[at as usize] = above;
            at = above;
        }
        at
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        self.parents[one.max(other) as usize] = one.min(other);
    }
}

/// The runs of a page's ink, those that touch joined.
fn runs(ink: &Ink) -> Runs {
    let mut all = Runs { runs: Vec::new(), parents: Vec::new() };
    let mut above = 0..0;
    for y in 0..ink.height {
        let first = all.runs.len();
        let row = &ink.data[y * ink.width..(y + 1) * ink.width];
        let mut x = 0;
        while x < row.len() {
            if !row[x] {
                x += 1;
                continue;
            }
            let end = row[x..].iter().position(|ink| !ink).map_or(row.len(), |blank| x + blank);
            all.parents.push(all.runs.len() as u32);
            all.runs.push((y as u32, x as u32, end as u32));
            x = end;
        }
        let mut old = above.start;
        for new in first..all.runs.len() {
            let (_, from, to) = all.runs[new];
            while old < above.end && all.runs[old].2 < from {
                old += 1;
            }
            let mut touching = old;
            while touching < above.end && all.runs[touching].1 <= to {
                all.join(touching as u32, new as u32);
                touching += 1;
            }
        }
        above = first..all.runs.len();
    }
    all
}

/// The blots of a page; none of a page that is nothing but specks.
pub fn blots(ink: &Ink) -> Vec<Blot> {
    let mut runs = runs(ink);
    let mut number = vec![u32::MAX; runs.runs.len()];
    let mut blots: Vec<Blot> = Vec::new();
    for at in 0..runs.runs.len() {
        let root = runs.root(at as u32) as usize;
        let (y, from, to) = runs.runs[at];
        if number[root] == u32::MAX {
            if blots.len() == BLOTS {
                return Vec::new();
            }
            number[root] = blots.len() as u32;
            blots.push(Blot { left: from, top: y, right: to - 1, bottom: y, area: 0 });
        }
        let blot = &mut blots[number[root] as usize];
        blot.left = blot.left.min(from);
        blot.right = blot.right.max(to - 1);
        blot.bottom = y;
        blot.area += to - from;
    }
    blots
}

/// Takes the specks out of a picture.
pub fn clean(grey: &mut Grey, ink: &mut Ink) {
    let mut runs = runs(ink);
    let mut area = vec![0_u32; runs.runs.len()];
    for at in 0..runs.runs.len() {
        let (_, from, to) = runs.runs[at];
        let root = runs.root(at as u32);
        area[root as usize] += to - from;
    }
    let specks = area.iter().filter(|area| (1..=SPECK.1).contains(*area)).count();
    let larger = area.iter().filter(|area| **area > SPECK.1).count();
    let most = if specks > larger * FULL { SPECK.1 } else { SPECK.0 };
    for at in 0..runs.runs.len() {
        let root = runs.root(at as u32);
        if area[root as usize] > most {
            continue;
        }
        let (y, from, to) = runs.runs[at];
        for x in from.saturating_sub(1)..(to + 1).min(grey.width as u32) {
            let at = y as usize * grey.width + x as usize;
            if x >= from && x < to {
                ink.data[at] = false;
                grey.data[at] = 255;
            } else if !ink.data[at] {
                grey.data[at] = 255;
            }
        }
    }
}
