//! Which rows are worth comparing: those that name the same country, city, body or unit on a day that may be the same,
//! and those whose words are rare.
//!
//! Rows are filed in drawers, and rows of one drawer are compared. A drawer is a side and a day, so that the cost is
//! nearly linear in the rows.

use super::traits::days::{MonthDay, month_day};
use super::traits::{Days, Traits};
use crate::model::Precision;
use std::collections::{BTreeMap, HashMap};

/// A drawer with more rows than this is cut by the rarest letter groups, subjects and words of the titles.
const LARGE: usize = 60;
/// In what is still too large after that, each row is compared with so many neighbours only.
const NEIGHBOURS: usize = 12;
/// Days apart at which a day may be a slip of the pen.
const SLIP: i32 = 4;
/// Letter groups of a title that it is filed under, and that cut a large drawer.
const RAREST: usize = 5;
const CUTTING: usize = 8;
/// Rare words in Latin letters that a title is filed under.
const WORDS: usize = 3;
/// Words that more rows than this have tell little.
const FEW: usize = 25;
/// Days of a stretch that rows dated by month are filed under.
const STRETCH: i32 = 31;
/// A range that lasts no longer belongs to a season.
const SEASON: i32 = 100;
/// Days of a range that a row is filed under at most.
const DAYS: i32 = 14;

/// What rows are filed under.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Drawer {
    /// A side and a day.
    Day(u32, i32),
    /// A side and a day of any year.
    Yearly(u32, MonthDay),
    /// A side and some weeks: for rows that are dated by month or last long.
    Stretch(u32, i32),
    /// A side, whatever the day: for rows without one.
    Side(u32),
    /// A day alone: for rows that name nobody known.
    AnyOn(i32),
    /// A title, whatever the day.
    Title(u32),
    /// The sound of a person.
    Person(String),
    /// A rare letter group of the matter, whatever the day.
    Gram(u64),
    /// A rare word in Latin letters, whatever the day.
    Word(u32),
}

impl Drawer {
    fn is_of_text(&self) -> bool {
        matches!(self, Self::Title(_) | Self::Person(_) | Self::Gram(_) | Self::Word(_))
    }
}

/// A row in a drawer. A `wide` row is compared with all in it; others are only with wide ones.
type Filed = (u32, bool);

/// Pairs of rows to compare, each once, smaller number first, in order.
pub fn pairs(rows: &[Traits]) -> Vec<(u32, u32)> {
    let mut words: HashMap<u32, usize> = HashMap::new();
    rows.iter().flat_map(|row| &row.words).for_each(|word| *words.entry(*word).or_default() += 1);
    let mut filed: Vec<(Drawer, u32, bool)> = Vec::new();
    for (number, row) in (0..).zip(rows) {
        file(row, &words, |drawer, wide| filed.push((drawer, number, wide)));
    }
    filed.sort_unstable();
    let mut out = slips(rows);
    for block in filed.chunk_by(|a, b| a.0 == b.0) {
        // A row may be filed twice, once as a wide one.
        let mut members: BTreeMap<u32, bool> = BTreeMap::new();
        for (_, row, wide) in block {
            *members.entry(*row).or_default() |= wide;
        }
        let members: Vec<Filed> = members.into_iter().collect();
        pairs_of_drawer(&block[0].0, &members, rows, &mut out);
        if out.len() > LIMIT {
            out.sort_unstable();
            out.dedup();
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Pairs found before those found twice are dropped.
const LIMIT: usize = 1 << 22;

fn file(row: &Traits, words: &HashMap<u32, usize>, mut put: impl FnMut(Drawer, bool)) {
    let mut sides: Vec<u32> = row.sides().chain(row.supported).collect();
    sides.sort_unstable();
    sides.dedup();
    for side in &sides {
        by_side(row, *side, &mut put);
    }
    let unknown = row.countries.is_empty() && row.bodies.is_empty();
    if let Some(days) = row.days.filter(|days| days.exact()) {
        (days.first..=days.last + 1).for_each(|day| put(Drawer::AnyOn(day), unknown));
    }
    put(Drawer::Title(row.title), true);
    for sound in row.persons.named.iter().filter_map(super::traits::persons::Person::sound) {
        put(Drawer::Person(sound), true);
    }
    for gram in rarest(row, RAREST) {
        put(Drawer::Gram(gram), sides.is_empty() || row.days.is_none());
    }
    let mut rare: Vec<(usize, u32)> = row.words.iter().map(|word| (words[word], *word)).collect();
    rare.sort_unstable();
    for (_, word) in rare.into_iter().take(WORDS).filter(|(count, _)| *count <= FEW) {
        put(Drawer::Word(word), true);
    }
}

fn by_side(row: &Traits, side: u32, put: &mut impl FnMut(Drawer, bool)) {
    let to_the_day = row.days.filter(|days| days.precision == Precision::Day);
    // Of a long range only its first day; one day more than each lasts, so that neighbouring days meet.
    let own = to_the_day.map(|days| if days.exact() { days } else { Days { last: days.first, ..days } });
    for days in own.iter().chain(&row.told) {
        let last = days.last.min(days.first + DAYS);
        (days.first..=last + 1).for_each(|day| put(Drawer::Day(side, day), true));
    }
    if let Some(day) = row.exchanged {
        put(Drawer::Day(side, day), true);
    }
    if let Some(days) = to_the_day {
        put(Drawer::Yearly(side, month_day(days.first)), true);
    }
    for day in row.told_in_year.iter().filter(|_| row.days.is_none()) {
        put(Drawer::Yearly(side, *day), true);
    }
    let Some(days) = row.days else { return put(Drawer::Side(side), true) };
    put(Drawer::Side(side), matches!(days.precision, Precision::Year | Precision::None));
    if days.last - days.first < SEASON {
        let stretches = days.first.div_euclid(STRETCH)..=days.last.div_euclid(STRETCH);
        stretches.for_each(|stretch| put(Drawer::Stretch(side, stretch), !days.exact()));
    }
}

/// The letter groups with the greatest weight, which are the rarest; equal ones by their letters.
fn rarest(row: &Traits, count: usize) -> impl Iterator<Item = u64> + use<> {
    let mut grams: Vec<(u32, u64)> =
        row.matter.grams.iter().map(|(gram, weight)| (u32::MAX - weight, *gram)).collect();
    grams.sort_unstable();
    grams.into_iter().take(count).map(|(_, gram)| gram)
}

fn pairs_of_drawer(drawer: &Drawer, members: &[Filed], rows: &[Traits], out: &mut Vec<(u32, u32)>) {
    let wide = members.iter().filter(|(_, wide)| *wide).count();
    if wide == 0 || members.len() < 2 || drawer.is_of_text() && members.len() > FEW {
        return;
    }
    if wide * members.len() > LARGE * LARGE {
        cut(members, rows, out);
        return;
    }
    for (at, a) in members.iter().enumerate() {
        out.extend(members[at + 1..].iter().filter(|b| a.1 || b.1).map(|b| ordered(a.0, b.0)));
    }
}

fn ordered(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}

/// What cuts a large drawer.
#[derive(PartialEq, Eq, Hash)]
enum Cut {
    Gram(u64),
    Subject(crate::vocab::subjects::Subject),
    Word(u32),
}

/// Pairs of a drawer too large to compare all: those sharing a rare letter group, subject or word, and neighbours in
/// the order of days.
fn cut(members: &[Filed], rows: &[Traits], out: &mut Vec<(u32, u32)>) {
    let mut parts: HashMap<Cut, Vec<Filed>> = HashMap::new();
    for member in members {
        let row = &rows[member.0 as usize];
        let grams = rarest(row, CUTTING).map(Cut::Gram);
        let subjects = row.subjects.iter().copied().map(Cut::Subject);
        let words = row.words.iter().copied().map(Cut::Word);
        grams.chain(subjects).chain(words).for_each(|part| parts.entry(part).or_default().push(*member));
    }
    let mut order: Vec<Filed> = members.to_vec();
    order.sort_by_key(|(row, _)| (rows[*row as usize].days, *row));
    let near = (0..order.len()).map(|at| &order[at..order.len().min(at + 1 + NEIGHBOURS)]);
    let all = parts
        .values()
        .filter(|rows| rows.len() <= FEW)
        .flat_map(|rows| (0..rows.len()).map(|at| &rows[at..]));
    for run in near.chain(all) {
        let Some((a, others)) = run.split_first() else { continue };
        out.extend(others.iter().filter(|b| a.1 || b.1).map(|b| ordered(a.0, b.0)));
    }
}

/// Rows of one side some days apart: one of the days may be a slip of the pen.
fn slips(rows: &[Traits]) -> Vec<(u32, u32)> {
    let mut dated: Vec<(u32, i32, u32)> = Vec::new();
    for (number, row) in (0..).zip(rows) {
        if let Some(days) = row.days.filter(|days| days.exact()) {
            dated.extend(row.sides().chain(row.supported).map(|side| (side, days.first, number)));
        }
    }
    dated.sort_unstable();
    dated.dedup();
    let mut out = Vec::new();
    for (at, (side, day, row)) in dated.iter().enumerate() {
        let later = dated[at + 1..].iter().take_while(|(other, next, _)| other == side && next - day <= SLIP);
        out.extend(later.take(NEIGHBOURS).map(|(.., other)| ordered(*row, *other)));
    }
    out
}
