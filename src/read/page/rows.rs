//! Where the rows of a table without lines begin: at numbers and days that most rows have, at the blank between rows,
//! and never within a block that was drawn at a stretch.

use super::lines::TextLine;
use crate::thai::arabic_digits;
use std::collections::{HashMap, HashSet};

/// So many numbers that count on show a column of running numbers.
const RUNNING: usize = 3;
/// So many rows of one line, one below the other, show that rows are lines.
const SINGLE: usize = 2;
/// A blank is as wide as another from this share of it on.
const AS_WIDE: f32 = 0.95;

/// The lines of a table whose columns are known.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// Its lines, from top to bottom, and what may stand below it.
    pub lines: &'a [TextLine],
    /// The column of each cluster, by line.
    pub places: &'a [Vec<usize>],
    /// Whether a text of the line runs over the edge of its column.
    pub over: &'a [bool],
    /// How many columns there are.
    pub columns: usize,
}

impl Rows<'_> {
    /// The first line of each row, and how many of the lines belong to the table.
    pub fn told(self) -> (Vec<usize>, usize) {
        let anchor = self.anchor();
        let begins = |at: usize| anchor.is_some_and(|column| self.begins_row(at, column));
        let anchors: Vec<usize> = (0..self.lines.len()).filter(|at| begins(*at)).collect();
        let length = self.settled(anchors.last().copied().unwrap_or(0));
        let table = Self { lines: &self.lines[..length], ..self };
        (table.starts(&anchors, anchor), length)
    }

    /// The column that tells where a row begins: of the first three, the one with running numbers, or else the one
    /// whose texts begin with a number the oftenest.
    fn anchor(self) -> Option<usize> {
        let first = 0..self.columns.min(3);
        if let Some(running) = first.clone().find(|column| self.is_running(*column)) {
            return Some(running);
        }
        let candidates = first.filter_map(|column| {
            let filled = self.places.iter().filter(|places| places.contains(&column)).count();
            let numbered = (0..self.lines.len()).filter(|at| self.begins_row(*at, column)).count();
            // Dates and running numbers fill most of their column's lines; a text has a number here and there.
            (numbered >= 1 && numbered * 2 >= filled).then_some((numbered, column))
        });
        candidates
            .max_by_key(|(numbered, column)| (*numbered, self.columns - column))
            .map(|(_, column)| column)
    }

    /// True if the numbers of a column count one on from line to line.
    fn is_running(self, column: usize) -> bool {
        let number = |at: usize| -> Option<u32> {
            let text = arabic_digits(&self.text_in(at, column));
            text.trim_matches(['(', ')', '.', '-']).parse().ok()
        };
        let numbers: Vec<u32> = (0..self.lines.len()).filter_map(number).collect();
        let steps = numbers.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count();
        numbers.len() >= RUNNING && steps * 4 >= (numbers.len() - 1) * 3
    }

    /// What a line has in a column.
    fn text_in(self, at: usize, column: usize) -> String {
        let own = self.lines[at].clusters.iter().zip(&self.places[at]).filter(|(_, place)| **place == column);
        own.map(|(cluster, _)| cluster.text.as_str()).collect()
    }

    fn begins_row(self, at: usize, column: usize) -> bool {
        let text = self.text_in(at, column);
        let text = text.trim_start_matches('(');
        let digits = text.chars().take_while(|c| c.is_numeric()).count();
        let number_alone = text.chars().count() == digits;
        // A year alone is the second line of a date: of four digits always, of two under a day with its month.
        let under_date = at.checked_sub(1).is_some_and(|before| {
            let before = self.text_in(before, column);
            before.starts_with(char::is_numeric) && before.chars().any(char::is_alphabetic)
        });
        let year = number_alone && (digits >= 4 || digits == 2 && under_date);
        digits > 0 && !year
    }

    /// How many of the lines belong to the table: what comes after the last anchor belongs to it while it keeps to the
    /// columns and is not set off.
    fn settled(self, last: usize) -> usize {
        let usual = gaps(&self.lines[..=last]).into_iter().fold(0.0_f32, f32::max);
        let usual = usual.max(self.lines[0].size * 2.5);
        let keeps = |at: &usize| self.lines[*at].y - self.lines[at - 1].y <= usual * 1.15 && !self.over[*at];
        (last + 1..self.lines.len()).take_while(keeps).last().unwrap_or(last) + 1
    }

    /// The first line of each row.
    ///
    /// Between two anchors the row ends at the widest blank, because cells may be aligned at the top or in the middle;
    /// where no blank is wider than the others, right before the next anchor. A heading over several columns is a row
    /// of its own.
    fn starts(self, anchors: &[usize], column: Option<usize>) -> Vec<usize> {
        let mut gaps = gaps(self.lines);
        let within = gaps.iter().copied().filter(|gap| *gap > 0.0).fold(f32::MAX, f32::min);
        let anchors: Vec<usize> = anchors.iter().copied().filter(|at| *at < self.lines.len()).collect();
        // Lines of one block are not parted, however wide the blank between them is. Without anchors nothing tells the
        // cells of a column that were drawn one after the other from the lines of one cell.
        if !anchors.is_empty() {
            for at in self.bound(&anchors, column) {
                gaps[at] = 0.0;
            }
        }
        let mut starts = vec![0];
        let mut from = 0;
        let mut least = f32::MAX;
        for anchor in anchors.iter().copied().filter(|at| *at > 0) {
            let widest = gaps[from..anchor].iter().copied().fold(0.0, f32::max);
            least = least.min(widest);
            if widest <= 0.0 {
                // Lines of the first row that stand higher than its anchor.
            } else if gaps[anchor - 1] >= widest * AS_WIDE {
                starts.push(anchor);
            } else {
                starts.extend((from..anchor).find(|at| gaps[*at] >= widest * AS_WIDE).map(|at| at + 1));
            }
            from = anchor;
        }
        // Rows without an anchor (sums, and tables that have none at all) show by the same blank.
        let blank = if anchors.is_empty() { within * 1.25 } else { least * AS_WIDE };
        if anchors.is_empty() && gaps.iter().all(|gap| *gap < blank) {
            return (0..self.lines.len()).collect();
        }
        if blank > within * 1.2 {
            starts.extend((0..gaps.len()).filter(|at| gaps[*at] >= blank).map(|at| at + 1));
        }
        starts.extend(self.unnumbered(&anchors, &gaps, least));
        let headings = (0..self.lines.len()).filter(|at| self.is_heading(*at));
        starts.extend(headings.flat_map(|at| [at, at + 1]).filter(|at| *at < self.lines.len()));
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    /// The lines that are rows of their own although no number or day begins them: where most rows are one line, those as
    /// far from the line above as rows are that have something in every column.
    fn unnumbered(self, anchors: &[usize], gaps: &[f32], least: f32) -> impl Iterator<Item = usize> {
        let single = anchors.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count();
        let mostly = single >= SINGLE && single * 2 >= anchors.len();
        (1..self.lines.len()).filter(move |at| {
            let mut filled = self.places[*at].clone();
            filled.sort_unstable();
            filled.dedup();
            mostly && filled.len() == self.columns && gaps[at - 1] >= least * AS_WIDE
        })
    }

    /// True if a line has nothing but one stretch that runs over the edge of its column.
    fn is_heading(self, at: usize) -> bool {
        let clusters = &self.lines[at].clusters;
        self.over[at] && clusters.iter().all(|cluster| cluster.stretch == clusters[0].stretch)
    }

    /// The lines that a block goes on below. A block with several anchors beside it is several rows' whose cells were
    /// drawn one after the other, and so is one with an anchor in it further down.
    fn bound(self, anchors: &[usize], column: Option<usize>) -> Vec<usize> {
        let mut blocks: HashMap<u32, (usize, usize)> = HashMap::new();
        let mut several: HashSet<u32> = HashSet::new();
        for (at, (line, places)) in self.lines.iter().zip(self.places).enumerate() {
            for (cluster, place) in line.clusters.iter().zip(places) {
                let (first, last) = blocks.entry(cluster.block).or_insert((at, at));
                *last = at;
                if *first < at && Some(*place) == column && anchors.binary_search(&at).is_ok() {
                    several.insert(cluster.block);
                }
            }
        }
        let beside = |(first, last): (usize, usize)| {
            anchors.partition_point(|at| *at <= last) - anchors.partition_point(|at| *at < first)
        };
        let whole = blocks.into_iter().filter(|(block, at)| beside(*at) <= 1 && !several.contains(block));
        whole.flat_map(|(_, (first, last))| first..last).collect()
    }
}

fn gaps(lines: &[TextLine]) -> Vec<f32> {
    lines.windows(2).map(|pair| pair[1].y - pair[0].y).collect()
}
