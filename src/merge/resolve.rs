//! The values of a merged entry, field by field: by confidence, then agreement, then the source nearest to the
//! matter, which is the one that tells most of it.

use super::{compare, statements};
use crate::model::{
    Confidence, Conflict, Datum, Doubt, Engagement, Group, Key, Kind, Period, Precision, Reading, Status,
    fields,
};
use std::collections::BTreeMap;

/// The rows of one entry while its values are chosen.
pub struct Resolver<'a> {
    /// Ordered by place.
    rows: &'a [Engagement],
    /// For each row, how many of its fields say something.
    told: Vec<usize>,
    conflicts: Vec<Conflict>,
}

/// The field that is resolved.
struct Field<T> {
    key: Key,
    of: fn(&Engagement) -> &Reading<T>,
    datum: fn(T) -> Datum,
}

/// What resolves each policy.
#[rustfmt::skip]
macro_rules! resolver {
    (Told) => { Resolver::told };
    (Days) => { Resolver::days };
    (Outcome) => { Resolver::outcome };
    (Telling) => { Resolver::telling };
    (Union) => { Resolver::union };
    (Bodies) => { Resolver::bodies };
    (Everything) => { Resolver::everything };
    (Surest) => { Resolver::surest };
    (SurestOfViews) => { Resolver::surest_of_views };
    (Fullest) => { Resolver::fullest };
    (Highest) => { Resolver::highest };
    (Statements) => { Resolver::statements };
}

/// An engagement whose fields are resolved by their policies.
macro_rules! resolved {
    ($($(#[$doc:meta])* $field:ident: $type:ty, $first:ident = $code:literal $(/ $second:ident = $other:literal)?,
       $datum:ident by $policy:ident;)+) => {
        fn resolved(r: &mut Resolver) -> Engagement {
            Engagement {
                place: r.rows[r.best_title()].place.clone(),
                $($field: resolver!($policy)(
                    r,
                    &Field { key: Key::$first, of: |e: &Engagement| &e.$field, datum: Datum::$datum },
                ),)+
            }
        }
    };
}
fields!(resolved);

/// The engagement that the rows tell together, and where they disagree.
pub fn resolve(rows: &[Engagement]) -> (Engagement, Vec<Conflict>) {
    let told = rows.iter().map(fields_told).collect();
    let mut r = Resolver { rows, told, conflicts: Vec::new() };
    let mut merged = resolved(&mut r);
    keep_marks(&mut merged, rows);
    r.conflicts.sort_by_cached_key(|conflict| {
        let Conflict { key, taken, other, department } = conflict;
        (*key, taken.written(), other.written(), department.clone())
    });
    r.conflicts.dedup();
    (merged, r.conflicts)
}

/// What a person noted at a source or struck through there is told, whichever source's value was taken.
fn keep_marks(merged: &mut Engagement, rows: &[Engagement]) {
    for row in rows {
        keep_marks_of(&mut merged.title.doubts, &row.title.doubts);
        keep_marks_of(&mut merged.period.doubts, &row.period.doubts);
        keep_marks_of(&mut merged.status.doubts, &row.status.doubts);
    }
}

fn keep_marks_of(kept: &mut Vec<Doubt>, doubts: &[Doubt]) {
    let is_mark = |doubt: &&Doubt| matches!(doubt, Doubt::CellNote { .. } | Doubt::StruckThrough { .. });
    for doubt in doubts.iter().filter(is_mark) {
        if !kept.contains(doubt) {
            kept.push(doubt.clone());
        }
    }
}

fn fields_told(e: &Engagement) -> usize {
    [
        !e.counterpart.value.is_empty(),
        !e.countries.value.is_empty(),
        !e.cities.value.is_empty(),
        !e.organisations.value.is_empty(),
        !e.lead.value.is_empty(),
        !e.venue.value.is_empty(),
        !e.outcome.value.is_empty(),
        !e.next_steps.value.is_empty(),
        e.participants.value.is_some(),
        e.counterpart_rank.value.is_some(),
        e.period.value.precision == Precision::Day,
    ]
    .into_iter()
    .filter(|told| *told)
    .count()
}

fn unit(e: &Engagement) -> String {
    e.departments.value.first().cloned().unwrap_or_default()
}

/// Doubts that one source raises fall where another source says the same with certainty.
fn settled<T: Clone + PartialEq>(chosen: &Reading<T>, all: &[&Reading<T>]) -> Reading<T> {
    let sure = all.iter().find(|other| {
        other.value == chosen.value && other.doubts.is_empty() && other.confidence == Confidence::Certain
    });
    sure.map_or_else(|| chosen.clone(), |sure| (*sure).clone())
}

impl Resolver<'_> {
    /// What the rows say of a field, in their order.
    fn all<T>(&self, field: &Field<T>) -> Vec<&Reading<T>> {
        self.rows.iter().map(field.of).collect()
    }

    fn conflict(&mut self, key: Key, taken: Datum, other: Datum, row: usize) {
        let department = unit(&self.rows[row]);
        self.conflicts.push(Conflict { key, taken, other, department });
    }

    /// A conflict that is a doubt of the value chosen, for a person to look at.
    fn disagreement<T>(
        &mut self,
        chosen: Reading<T>,
        key: Key,
        taken: Datum,
        other: Datum,
        row: usize,
    ) -> Reading<T> {
        let doubt = Doubt::ReportsDisagree {
            taken: taken.clone(),
            other: other.clone(),
            department: unit(&self.rows[row]),
        };
        self.conflict(key, taken, other, row);
        chosen.doubted(doubt)
    }

    fn surest<T: Clone + PartialEq>(&mut self, field: &Field<T>) -> Reading<T> {
        let (chosen, others) = self.one(field);
        others.into_iter().fold(chosen, |chosen, (other, row)| {
            let taken = (field.datum)(chosen.value.clone());
            self.disagreement(chosen, field.key, taken, other, row)
        })
    }

    fn surest_of_views<T: Clone + PartialEq>(&mut self, field: &Field<T>) -> Reading<T> {
        let (chosen, others) = self.one(field);
        for (other, row) in others {
            self.conflict(field.key, (field.datum)(chosen.value.clone()), other, row);
        }
        chosen
    }

    /// A single value, and the other ones that are more than guesses, with their rows.
    fn one<T: Clone + PartialEq>(&self, field: &Field<T>) -> (Reading<T>, Vec<(Datum, usize)>) {
        let all = self.all(field);
        let said: Vec<usize> =
            (0..all.len()).filter(|row| all[*row].confidence > Confidence::Missing).collect();
        let votes = votes(said.iter().map(|row| &all[*row].value));
        let agreeing = |row: usize| votes_of(&votes, &all[row].value);
        let best = said.iter().copied().max_by_key(|row| {
            (all[*row].confidence, agreeing(*row), self.told[*row], std::cmp::Reverse(*row))
        });
        let Some(best) = best else { return (all[0].clone(), Vec::new()) };
        let chosen = settled(all[best], &all);
        let differs =
            |row: &usize| all[*row].value != chosen.value && all[*row].confidence >= Confidence::Likely;
        let others = said.into_iter().filter(differs).map(|row| ((field.datum)(all[row].value.clone()), row));
        let others = others.filter(|(other, _)| !other.is_empty()).collect();
        (chosen, others)
    }

    /// All values that more than a guess stands for; the best guess where there is nothing else.
    fn union<T: Clone + Ord>(&mut self, field: &Field<Vec<T>>) -> Reading<Vec<T>> {
        let all = self.all(field);
        let least = if all.iter().any(|r| r.confidence >= Confidence::Likely && !r.value.is_empty()) {
            Confidence::Likely
        } else {
            Confidence::Missing
        };
        joined(&all.into_iter().filter(|r| r.confidence >= least).collect::<Vec<_>>())
    }

    /// The listed bodies of all rows. A name that stands in no list may be a project, a person, or another name of the
    /// same side: where a row tells the side without it, it counts only if two rows have it, and not where a row has it
    /// in brackets behind what it is another name of.
    fn bodies(&mut self, field: &Field<Vec<String>>) -> Reading<Vec<String>> {
        let (key, datum) = (field.key, field.datum);
        let mut all = self.union(field);
        let told_without = |name: &String| {
            self.rows.iter().any(|e| {
                let bodies = &e.organisations;
                let of_state = e.group.value == Group::State && e.group.confidence >= Confidence::Likely;
                let listed = bodies.value.iter().any(|body| !is_unlisted(bodies, body));
                !bodies.value.contains(name) && (listed || of_state && bodies.value.is_empty())
            })
        };
        let naming = |name: &String| -> Vec<usize> {
            let names = |e: &Engagement| {
                e.organisations.value.contains(name) || e.title.value.contains(name.as_str())
            };
            (0..self.rows.len()).filter(|row| names(&self.rows[*row])).collect()
        };
        let other_name = |name: &String| {
            let ends_bracket = |title: &str| {
                title.match_indices(name.as_str()).any(|(at, _)| {
                    title[at + name.len()..].starts_with(')')
                        && title[..at].rfind('(') > title[..at].rfind(')')
                })
            };
            let without = |e: &Engagement| !e.organisations.value.contains(name);
            self.rows.iter().any(|e| without(e) && ends_bracket(&e.title.value))
        };
        let left: Vec<(String, usize)> = all
            .value
            .iter()
            .filter(|name| is_unlisted(&all, name))
            .filter(|name| other_name(name) || told_without(name) && naming(name).len() == 1)
            .filter_map(|name| Some((name.clone(), naming(name).first().copied()?)))
            .collect();
        for (name, row) in left {
            all.value.retain(|other| *other != name);
            all.doubts.retain(|doubt| !names(doubt, &name));
            self.conflict(key, datum(all.value.clone()), datum(vec![name]), row);
        }
        all
    }

    fn everything<T: Clone + Ord>(&mut self, field: &Field<Vec<T>>) -> Reading<Vec<T>> {
        joined(&self.all(field))
    }

    fn statements(&mut self, field: &Field<String>) -> Reading<String> {
        statements::join(self.rows.iter().map(field.of))
    }

    /// The longest of the surest wordings.
    fn fullest(&mut self, field: &Field<String>) -> Reading<String> {
        let readings = self.all(field).into_iter().enumerate();
        let fullest = readings.max_by_key(|(row, r)| {
            (r.confidence >= Confidence::Likely, r.value.chars().count(), std::cmp::Reverse(*row))
        });
        fullest.map_or_else(Reading::default, |(_, reading)| reading.clone())
    }

    fn told(&mut self, field: &Field<String>) -> Reading<String> {
        (field.of)(&self.rows[self.best_title()]).clone()
    }

    /// The row whose title is taken: the fullest wording among those that say what came of it.
    fn best_title(&self) -> usize {
        let status = self.rows[self.best_status()].status.value;
        (0..self.rows.len())
            .max_by_key(|row| {
                let e = &self.rows[*row];
                (
                    e.status.value == status,
                    e.title.value.chars().count(),
                    std::cmp::Reverse(&e.title.value),
                    std::cmp::Reverse(*row),
                )
            })
            .unwrap_or(0)
    }

    /// The highest rank told, for the most senior person is meant.
    fn highest<T: Clone + Ord>(&mut self, field: &Field<Option<T>>) -> Reading<Option<T>> {
        let all = self.all(field);
        let told = all.iter().filter(|reading| reading.value.is_some());
        let best = told.min_by_key(|reading| {
            (std::cmp::Reverse(reading.confidence >= Confidence::Likely), &reading.value)
        });
        best.map_or_else(|| all[0].clone(), |best| settled(best, &all))
    }

    /// The row whose status is taken: held over planned; called off or put off where a wording says so and no wording
    /// says that it took place.
    fn best_status(&self) -> usize {
        let strength = |r: &Reading<Status>| match (r.value, worded(r)) {
            (Status::Held, true) => 5,
            (Status::Cancelled, true) => 4,
            (Status::Postponed, true) => 3,
            (Status::Held, false) => 2,
            (Status::Cancelled | Status::Postponed, false) => 1,
            (Status::Planned, _) => 0,
        };
        let rank = |row: &usize| {
            let reading = &self.rows[*row].status;
            (strength(reading), reading.confidence, std::cmp::Reverse(*row))
        };
        (0..self.rows.len()).max_by_key(rank).unwrap_or(0)
    }

    fn outcome(&mut self, field: &Field<Status>) -> Reading<Status> {
        let all = self.all(field);
        let chosen = settled(all[self.best_status()], &all);
        let taken = chosen.value;
        // Held after planned is how things go, and a row without a word about it contradicts nothing.
        let contradicts = |r: &Reading<Status>| r.value != taken && r.value != Status::Planned && worded(r);
        let others: Vec<(usize, Status)> =
            all.iter().enumerate().filter(|(_, r)| contradicts(r)).map(|(row, r)| (row, r.value)).collect();
        others.into_iter().fold(chosen, |chosen, (row, other)| {
            self.disagreement(chosen, field.key, (field.datum)(taken), (field.datum)(other), row)
        })
    }

    /// By confidence, then how much the kind says: the host's courtesy call is a meeting to those who joined it.
    fn telling(&mut self, field: &Field<Kind>) -> Reading<Kind> {
        let all = self.all(field);
        let votes = votes(all.iter().map(|reading| &reading.value));
        let agreeing = |row: usize| votes_of(&votes, &all[row].value);
        let best = (0..all.len())
            .max_by_key(|row| {
                let reading = all[*row];
                (
                    reading.confidence >= Confidence::Likely
                        && !reading.doubts.contains(&Doubt::DefaultTaken),
                    specificity(reading.value),
                    reading.confidence,
                    agreeing(*row),
                    std::cmp::Reverse(*row),
                )
            })
            .unwrap_or(0);
        let chosen = settled(all[best], &all);
        // Within one family the host's word and the guests' differ, and both are right.
        let differs = |r: &Reading<Kind>| {
            let other = compare::family(r.value) != compare::family(chosen.value);
            other && r.value != Kind::Other && r.confidence >= Confidence::Likely
        };
        let others: Vec<(usize, Kind)> =
            all.iter().enumerate().filter(|(_, r)| differs(r)).map(|(row, r)| (row, r.value)).collect();
        for (row, other) in others {
            self.conflict(field.key, (field.datum)(chosen.value), (field.datum)(other), row);
        }
        chosen
    }

    /// The days that most rows agree on, exact ones before others, then the wider, then the earlier.
    fn days(&mut self, field: &Field<Period>) -> Reading<Period> {
        let all = self.all(field);
        let mut votes: BTreeMap<Period, usize> = BTreeMap::new();
        for reading in &all {
            *votes.entry(reading.value).or_insert(0) += 1;
        }
        let best = (0..all.len())
            .min_by_key(|row| {
                let (reading, period) = (all[*row], all[*row].value);
                let dated = period.start.is_some() || period.end.is_some();
                (
                    !dated,
                    period.precision,
                    reading.confidence == Confidence::Guess,
                    std::cmp::Reverse(votes[&period]),
                    std::cmp::Reverse(length(period)),
                    period.start,
                    std::cmp::Reverse(reading.confidence),
                    *row,
                )
            })
            .unwrap_or(0);
        let chosen = settled(all[best], &all);
        let taken = chosen.value;
        let differs = |other: Period| {
            let within = contains(other, taken) && other.precision > Precision::Day || contains(taken, other);
            other != taken && !within && (other.start.is_some() || other.end.is_some())
        };
        let others: Vec<(usize, Period)> = all
            .iter()
            .enumerate()
            .map(|(row, r)| (row, r.value))
            .filter(|(_, other)| differs(*other))
            .collect();
        others.into_iter().fold(chosen, |chosen, (row, other)| {
            let key = if other.start == taken.start { Key::End } else { field.key };
            self.disagreement(chosen, key, (field.datum)(taken), (field.datum)(other), row)
        })
    }
}

/// True if a wording of the report tells the status.
fn worded(status: &Reading<Status>) -> bool {
    let told = status.confidence >= Confidence::Likely && !status.raw.is_empty();
    told && !status.doubts.contains(&Doubt::DefaultTaken)
}

/// True if a body stands in no list.
fn is_unlisted(reading: &Reading<Vec<String>>, name: &String) -> bool {
    reading.doubts.iter().any(|doubt| names(doubt, name))
}

fn names(doubt: &Doubt, name: &String) -> bool {
    matches!(doubt, Doubt::UnknownBody { written } | Doubt::NewBody { written } if written == name)
}

/// The different values, each with how many say it.
fn votes<'a, T: PartialEq>(values: impl Iterator<Item = &'a T>) -> Vec<(&'a T, usize)> {
    let mut out: Vec<(&T, usize)> = Vec::new();
    for value in values {
        match out.iter_mut().find(|(other, _)| *other == value) {
            Some((_, count)) => *count += 1,
            None => out.push((value, 1)),
        }
    }
    out
}

fn votes_of<T: PartialEq>(votes: &[(&T, usize)], value: &T) -> usize {
    votes.iter().find(|(other, _)| *other == value).map_or(0, |(_, count)| *count)
}

/// The union of the readings, as sure as the surest; doubts fall if one reading says all of it with certainty.
fn joined<T: Clone + Ord>(all: &[&Reading<Vec<T>>]) -> Reading<Vec<T>> {
    let mut out: Reading<Vec<T>> = Reading::default();
    for reading in all {
        out.value.extend(reading.value.iter().cloned());
        out.confidence = out.confidence.max(reading.confidence);
    }
    out.value.sort();
    out.value.dedup();
    let whole = |reading: &&&Reading<Vec<T>>| {
        let mut value = reading.value.clone();
        value.sort();
        value == out.value
    };
    let of_one =
        all.iter().filter(whole).max_by_key(|reading| (reading.confidence, reading.doubts.is_empty()));
    if let Some(one) = of_one
        && one.confidence == Confidence::Certain
        && one.doubts.is_empty()
    {
        return Reading { value: out.value, ..(*one).clone() };
    }
    let mut raws: Vec<&str> = Vec::new();
    for reading in all.iter().filter(|reading| !reading.value.is_empty() || !reading.doubts.is_empty()) {
        if !reading.raw.is_empty() && !raws.contains(&reading.raw.as_str()) {
            raws.push(&reading.raw);
        }
        for doubt in &reading.doubts {
            out = out.doubted(doubt.clone());
        }
    }
    out.raw = raws.join("; ");
    out
}

/// How much a kind says: a special one stands in a report because it was one; the general ones fit everything.
fn specificity(kind: Kind) -> u8 {
    match kind {
        Kind::SupportService => 12,
        Kind::Agreement => 11,
        Kind::CourtesyCall => 10,
        // Those who travelled, whatever the congress or course was that they travelled to.
        Kind::OutboundVisit => 9,
        Kind::Training => 8,
        Kind::Assistance => 7,
        Kind::Conference => 6,
        Kind::CulturalEvent => 5,
        Kind::Ceremony => 4,
        Kind::InboundVisit => 3,
        Kind::Correspondence => 2,
        Kind::Meeting => 1,
        Kind::Other => 0,
    }
}

fn length(period: Period) -> i32 {
    match (period.start, period.end) {
        (Some(start), Some(end)) => (start.duration_until(end).as_hours() / 24) as i32,
        (Some(_) | None, None) | (None, Some(_)) => 0,
    }
}

fn contains(outer: Period, inner: Period) -> bool {
    outer.start <= inner.start && inner.start.is_some() && (outer.end.is_none() || inner.end <= outer.end)
}
