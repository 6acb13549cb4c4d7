//! Lists of items with their sums at the right, as budgets are printed: no lines, no heading, an item of several lines
//! with its sum behind the last.

use super::clusters::Cluster;
use super::lines::TextLine;
use crate::model::{Rect, Span};
use crate::thai::{arabic_digits, numbering};

/// Right edges of sums in one column differ by less than this, in points.
const SAME_EDGE: f32 = 6.0;
/// A list has so many sums at least, and so many in each of its columns: a memo that names the cost of a journey is none.
const SUMS: usize = 6;
const COLUMN: usize = 2;
/// Digits of a sum.
const DIGITS: usize = 3;
/// Blank before a sum, in ems.
const GAP: f32 = 1.5;
/// A unit behind a sum has no more clusters.
const UNIT: usize = 6;
/// An item has so many lines before its sum at most.
const ITEM: usize = 4;
/// Lines farther apart than this, in ems, belong to different lists.
const FAR: f32 = 4.0;

/// A list of sums.
pub struct SumList {
    /// Lines that it is made of: index of the first, and one past the last.
    pub lines: (usize, usize),
    /// Left edges of the columns: of the items, and of each column of sums.
    pub columns: Vec<f32>,
    /// Its cells.
    pub cells: Vec<(Span, Vec<Cluster>)>,
    /// Where it stands.
    pub bounds: Rect,
}

/// The end of a line that is a sum.
#[derive(Clone, Copy)]
struct Sum {
    line: usize,
    /// Index of its first cluster.
    first: usize,
    left: f32,
    right: f32,
}

/// Finds the lists in lines, from top to bottom.
pub fn lists(lines: &[TextLine]) -> Vec<SumList> {
    let sums: Vec<Sum> = lines.iter().enumerate().filter_map(|(at, line)| sum(at, line)).collect();
    let mut lists = Vec::new();
    let mut open: Vec<Sum> = Vec::new();
    for sum in sums {
        let apart = open.last().is_some_and(|last| {
            lines[last.line..=sum.line].windows(2).any(|pair| pair[1].y - pair[0].y > FAR * pair[0].size)
        });
        if apart {
            lists.extend(list(lines, &std::mem::take(&mut open)));
        }
        open.push(sum);
    }
    lists.extend(list(lines, &open));
    lists
}

/// The sum at the end of a line: a number behind a blank, or the dash of none, with a unit or without.
fn sum(at: usize, line: &TextLine) -> Option<Sum> {
    let is = |c: &Cluster, marks: &[char]| {
        arabic_digits(&c.text).chars().all(|c| c.is_ascii_digit() || marks.contains(&c))
    };
    let last = line.clusters.iter().rposition(|c| is(c, &[',', '.', '-', '–']))?;
    let before = line.clusters[..last].iter().rposition(|c| !is(c, &[',', '.']))?;
    let number = &line.clusters[before + 1..=last];
    let digits = number.iter().filter(|c| c.text.chars().all(char::is_numeric)).count();
    let none = number.len() == 1 && digits == 0;
    let unit = line.clusters.len() - last - 1;
    let (left, right) = (number.first()?.left, number.last()?.right);
    let alone = left - line.clusters[before].right >= GAP * line.size;
    let sum = Sum { line: at, first: before + 1, left, right };
    ((digits >= DIGITS || none) && unit <= UNIT && alone).then_some(sum)
}

fn list(lines: &[TextLine], sums: &[Sum]) -> Option<SumList> {
    let mut columns: Vec<(f32, Vec<Sum>)> = Vec::new();
    for sum in sums {
        match columns.iter_mut().find(|(right, _)| (right - sum.right).abs() < SAME_EDGE) {
            Some((_, members)) => members.push(*sum),
            None => columns.push((sum.right, vec![*sum])),
        }
    }
    columns.retain(|(_, members)| members.len() >= COLUMN);
    columns.sort_by(|a, b| a.0.total_cmp(&b.0));
    let column = |sum: &Sum| columns.iter().position(|(right, _)| (right - sum.right).abs() < SAME_EDGE);
    let sums: Vec<(Sum, usize)> = sums.iter().filter_map(|sum| Some((*sum, column(sum)?))).collect();
    if sums.len() < SUMS {
        return None;
    }
    let (first, last) = (begin(lines, sums.first()?.0.line), sums.last()?.0.line);
    let mut cells = Vec::new();
    let mut row = 0;
    let mut item: Vec<Cluster> = Vec::new();
    let mut put = |row: u32, left: u32, clusters: Vec<Cluster>| {
        cells.push((Span { top: row, left, bottom: row, right: left }, clusters));
    };
    for (at, line) in lines.iter().enumerate().take(last + 1).skip(first) {
        // An item without a sum of its own, such as a heading, ends where the next begins.
        if !item.is_empty() && opens(line) {
            put(row, 0, std::mem::take(&mut item));
            row += 1;
        }
        let Some((sum, column)) = sums.iter().find(|(sum, _)| sum.line == at) else {
            item.extend(line.clusters.iter().cloned());
            continue;
        };
        item.extend(line.clusters[..sum.first].iter().cloned());
        put(row, 0, std::mem::take(&mut item));
        put(row, *column as u32 + 1, line.clusters[sum.first..].to_vec());
        row += 1;
    }
    let all = || lines[first..=last].iter().flat_map(|line| &line.clusters);
    let left = all().map(|c| c.left).fold(f32::MAX, f32::min);
    let starts =
        columns.iter().map(|(_, members)| members.iter().map(|sum| sum.left).fold(f32::MAX, f32::min));
    let bounds = Rect {
        left,
        top: lines[first].y - lines[first].size * 0.8,
        right: all().map(|c| c.right).fold(0.0, f32::max),
        bottom: lines[last].y + lines[last].size * 0.25,
    };
    Some(SumList {
        lines: (first, last + 1),
        columns: std::iter::once(left).chain(starts).collect(),
        cells,
        bounds,
    })
}

/// The line in which the item begins whose sum is the first: the nearest with a number, if it is near.
fn begin(lines: &[TextLine], first: usize) -> usize {
    let numbered = (first.saturating_sub(ITEM)..=first).rev().find(|at| opens(&lines[*at]));
    let near =
        |at: &usize| lines[*at..=first].windows(2).all(|pair| pair[1].y - pair[0].y < FAR * pair[0].size);
    numbered.filter(near).unwrap_or(first)
}

/// True if a line begins with the number of an item.
fn opens(line: &TextLine) -> bool {
    let start: String = line.clusters.iter().take(12).map(|c| c.text.as_str()).collect();
    numbering::opening(&start).is_some()
}
