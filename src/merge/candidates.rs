//! Which rows are worth comparing: those whose days are near and that name the same country, city, body or unit.

use super::traits::{Days, Traits};
use crate::model::{Group, Precision};
use std::collections::HashMap;

/// A block with more rows than this is cut by the rarest letter groups of the titles.
const LARGE_BLOCK: usize = 80;
/// In what is still too large after that, each row is compared with so many neighbours only.
const NEIGHBOURS: usize = 12;
/// Days apart at which a day may be a slip of the pen.
const APART: i32 = 4;
/// Letter groups of a title that it is filed under.
const RAREST: usize = 5;
/// A letter group that more rows than this have tells little.
const COMMON: usize = 400;

/// Days of a stretch that rows dated by month are filed under.
const STRETCH: i32 = 31;

/// What rows are filed under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Drawer {
    /// A day and a name.
    Day(i32, u32),
    /// A day alone: for rows that name nobody known.
    AnyOn(i32),
    /// Some weeks, and a name: for rows that are dated by month or last long.
    Stretch(i32, u32),
    /// A title, whatever the day.
    Title(u32),
    /// A rare letter group of the matter, whatever the day.
    Gram(u64),
}

/// A row in a drawer. A `wide` row is compared with all in it; others are only with wide ones in drawers that are
/// not of days and names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Filed {
    drawer: Drawer,
    row: u32,
    wide: bool,
}

/// Pairs of rows to compare, each once, smaller number first, in order.
pub fn pairs(rows: &[Traits]) -> Vec<(u32, u32)> {
    let mut filed = Vec::new();
    for (row, traits) in rows.iter().enumerate() {
        file(row as u32, traits, &mut filed);
    }
    filed.sort_unstable();
    filed.dedup();
    let mut out = Vec::new();
    for block in filed.chunk_by(|a, b| a.drawer == b.drawer) {
        pairs_of_block(block, rows, &mut out);
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Pairs of rows of different departments that name the same country, body or unit some days apart: too far to be put
/// together, and near enough to ask whether one of the days is wrong. Each once, smaller number first, in order.
pub fn days_apart(rows: &[Traits]) -> Vec<(u32, u32)> {
    let mut dated: Vec<(u32, i32, u32)> = Vec::new();
    for (row, traits) in rows.iter().enumerate() {
        if let Some(days) = traits.days.filter(|days| days.exact()) {
            let names = traits.countries.names.iter().chain(&traits.organisations.names);
            dated.extend(names.chain(&traits.supported).map(|name| (*name, days.first, row as u32)));
        }
    }
    dated.sort_unstable();
    let mut out = Vec::new();
    for (at, (name, day, row)) in dated.iter().enumerate() {
        let later =
            dated[at + 1..].iter().take_while(|(other, next, _)| other == name && next - day <= APART);
        let apart = later.filter(|(_, next, _)| next - day > 1).take(NEIGHBOURS);
        out.extend(apart.map(|(.., other)| ordered(*row, *other)));
    }
    out.retain(|(a, b)| {
        let (a, b) = (&rows[*a as usize], &rows[*b as usize]);
        !a.departments.iter().any(|unit| b.departments.contains(unit))
    });
    out.sort_unstable();
    out.dedup();
    out
}

fn file(row: u32, traits: &Traits, filed: &mut Vec<Filed>) {
    let names: Vec<u32> = traits
        .countries
        .names
        .iter()
        .chain(&traits.cities.names)
        .chain(&traits.organisations.names)
        .chain(traits.supported.iter())
        .copied()
        .collect();
    let nameless = names.is_empty() || traits.group.0 == Group::Support && traits.supported.is_none();
    let mut put = |drawer, wide| filed.push(Filed { drawer, row, wide });
    let mut anywhere = true;
    if let Some(days) = traits.days {
        if days.exact() {
            // One day more than it lasts, so that neighbouring days meet.
            for day in days.first..=days.last + 1 {
                for name in &names {
                    put(Drawer::Day(day, *name), true);
                }
                put(Drawer::AnyOn(day), nameless);
            }
            anywhere = false;
        }
        if within_a_season(days) {
            let wide = !days.exact();
            for stretch in days.first.div_euclid(STRETCH)..=days.last.div_euclid(STRETCH) {
                for name in &names {
                    put(Drawer::Stretch(stretch, *name), wide);
                }
            }
        }
    }
    put(Drawer::Title(traits.title), anywhere);
    for gram in rarest(traits) {
        put(Drawer::Gram(gram), anywhere);
    }
}

fn within_a_season(days: Days) -> bool {
    match days.precision {
        Precision::Day | Precision::Month | Precision::Quarter => days.last - days.first < 100,
        Precision::Year | Precision::None => false,
    }
}

/// The letter groups with the greatest weight, which are the rarest; equal ones by their letters.
fn rarest(traits: &Traits) -> Vec<u64> {
    let mut grams: Vec<(u32, u64)> =
        traits.matter.grams.iter().map(|(gram, weight)| (u32::MAX - weight, *gram)).collect();
    grams.sort_unstable();
    grams.into_iter().take(RAREST).map(|(_, gram)| gram).collect()
}

fn pairs_of_block(block: &[Filed], rows: &[Traits], out: &mut Vec<(u32, u32)>) {
    let of_names = matches!(block[0].drawer, Drawer::Day(..));
    let of_text = matches!(block[0].drawer, Drawer::Title(_) | Drawer::Gram(_));
    let wide = block.iter().filter(|filed| filed.wide).count();
    if wide == 0 || of_text && block.len() > COMMON {
        return;
    }
    if wide * block.len() > LARGE_BLOCK * block.len().max(LARGE_BLOCK) {
        cut_block(block, rows, out);
        return;
    }
    if of_names {
        for (at, a) in block.iter().enumerate() {
            out.extend(block[at + 1..].iter().map(|b| ordered(a.row, b.row)));
        }
        return;
    }
    for a in block.iter().filter(|filed| filed.wide) {
        out.extend(block.iter().filter(|b| b.row != a.row).map(|b| ordered(a.row, b.row)));
    }
}

fn ordered(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}

/// Pairs of a block too large to compare all: those sharing a rare letter group, and neighbours in the order of
/// days and matter.
fn cut_block(block: &[Filed], rows: &[Traits], out: &mut Vec<(u32, u32)>) {
    let mut by_gram: HashMap<u64, Vec<u32>> = HashMap::new();
    for filed in block {
        for gram in rarest(&rows[filed.row as usize]) {
            by_gram.entry(gram).or_default().push(filed.row);
        }
    }
    for sharing in by_gram.into_values().filter(|rows| rows.len() <= LARGE_BLOCK) {
        for (at, a) in sharing.iter().enumerate() {
            out.extend(sharing[at + 1..].iter().map(|b| ordered(*a, *b)));
        }
    }
    let mut order: Vec<u32> = block.iter().map(|filed| filed.row).collect();
    order.sort_by_cached_key(|row| {
        let traits = &rows[*row as usize];
        (traits.days, rarest(traits), *row)
    });
    for (at, a) in order.iter().enumerate() {
        out.extend(order[at + 1..].iter().take(NEIGHBOURS).map(|b| ordered(*a, *b)));
    }
}
