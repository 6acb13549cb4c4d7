//! Rows of a month's report that the same department repeats in a report of the whole year.
//!
//! Rows with a day are found by their day when all reports are merged. Without one, nothing but the order of the rows
//! tells the meeting of January from that of February, which are worded alike.

use super::COVERS;
use super::rows::{Titles, same_rows};
use crate::model::{Engagement, Precision, Processed, ReportPeriod, RowNumber};
use crate::thai::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Pairs of rows without an exact day that are one: the one in a report of a short period, the other in the report of
/// a longer period that holds most of the first one's rows.
pub fn repeated(files: &[Processed]) -> Vec<(RowNumber, RowNumber)> {
    let read = |at: &usize| files[*at].reported.status.is_read();
    let mut order: Vec<(usize, ReportPeriod)> =
        (0..files.len()).filter(read).filter_map(|at| Some((at, files[at].reported.period?))).collect();
    order.sort_by_key(|(at, period)| (*period, *at));
    let unit = |at: usize| files[at].reported.department.as_deref();
    let mut of_unit: BTreeMap<&str, Vec<(usize, ReportPeriod)>> = BTreeMap::new();
    for one in &order {
        if let Some(unit) = unit(one.0) {
            of_unit.entry(unit).or_default().push(*one);
        }
    }
    let titles = Titles::new(files.len());
    let mut pairs = Vec::new();
    for (long, of_year) in &order {
        let mut taken = BTreeSet::new();
        for (short, of_month) in unit(*long).and_then(|unit| of_unit.get(unit)).into_iter().flatten() {
            if of_year.holds(*of_month) && of_year != of_month {
                pairs.extend(repeated_in(files, &titles, *short, *long, &mut taken));
            }
        }
    }
    pairs
}

/// Rows of the short report without an exact day, each with the first row of the long one that says the same and is
/// not taken by another month.
fn repeated_in(
    files: &[Processed],
    titles: &Titles,
    short: usize,
    long: usize,
    taken: &mut BTreeSet<usize>,
) -> Vec<(RowNumber, RowNumber)> {
    let (rows, whole) = (&files[short].reported.understood, &files[long].reported.understood);
    if same_rows(files, titles, short, long).len() * 100 < rows.len() * COVERS {
        return Vec::new();
    }
    let key = |e: &Engagement| (fold(&e.title.value), e.period.value);
    let mut by_words: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, row) in whole.iter().enumerate() {
        by_words.entry(key(&row.engagement)).or_default().push(at);
    }
    let mut pairs = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let alike = by_words.get(&key(&row.engagement)).into_iter().flatten();
        let undated = row.engagement.period.value.precision != Precision::Day;
        if let Some(other) = alike.copied().find(|other| undated && !taken.contains(other)) {
            taken.insert(other);
            pairs.push(((short, at), (long, other)));
        }
    }
    pairs
}
