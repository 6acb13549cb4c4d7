//! The values of a merged entry, field by field: by confidence, then agreement, then the source nearest to the
//! matter, which is the one that tells most of it.

use super::{compare, statements};
use crate::model::{
    Confidence, Conflict, Doubt, Engagement, Group, Key, Kind, Period, Precision, Reading, Status,
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

/// The engagement that the rows tell together, and where they disagree.
pub fn resolve(rows: &[Engagement]) -> (Engagement, Vec<Conflict>) {
    let told = rows.iter().map(fields_told).collect();
    let mut r = Resolver { rows, told, conflicts: Vec::new() };
    let status = r.status();
    let title = r.title(status.value);
    let mut merged = Engagement {
        place: rows[title].place.clone(),
        title: rows[title].title.clone(),
        period: r.period(),
        expires: r.one(
            Key::Expires,
            |e| &e.expires,
            |day| day.map_or(String::new(), |day| day.to_string()),
            true,
        ),
        kind: r.kind(),
        group: r.one(Key::Group, |e| &e.group, |group| group.code().to_owned(), false),
        countries: r.union(|e| &e.countries),
        cities: r.union(|e| &e.cities),
        organisations: r.bodies(),
        themes: r.union(|e| &e.themes),
        policies: r.union(|e| &e.policies),
        sdgs: r.union(|e| &e.sdgs),
        departments: r.everything(|e| &e.departments),
        supported_department: r.one(
            Key::SupportedDepartment,
            |e| &e.supported_department,
            |code| code.clone().unwrap_or_default(),
            true,
        ),
        counterpart: r.fullest(|e| &e.counterpart),
        counterpart_rank: r.rank(),
        lead: r.one(Key::Lead, |e| &e.lead, Clone::clone, false),
        venue: r.fullest(|e| &e.venue),
        mode: r.one(
            Key::Mode,
            |e| &e.mode,
            |mode| mode.map_or(String::new(), |mode| mode.code().to_owned()),
            false,
        ),
        participants: r.one(
            Key::Participants,
            |e| &e.participants,
            |n| n.map_or(String::new(), |n| n.to_string()),
            true,
        ),
        budget_thb: r.one(
            Key::Budget,
            |e| &e.budget_thb,
            |n| n.map_or(String::new(), |n| n.to_string()),
            true,
        ),
        outcome: statements::join(rows.iter().map(|e| &e.outcome)),
        obstacles: statements::join(rows.iter().map(|e| &e.obstacles)),
        next_steps: statements::join(rows.iter().map(|e| &e.next_steps)),
        contact: statements::join(rows.iter().map(|e| &e.contact)),
        status,
    };
    keep_marks(&mut merged, rows);
    r.conflicts.sort();
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
    fn conflict(&mut self, key: Key, taken: String, other: String, row: usize) {
        let department = unit(&self.rows[row]);
        self.conflicts.push(Conflict { key, taken, other, department });
    }

    /// A single value; `doubted` if a disagreement is for a person to look at.
    fn one<T: Clone + PartialEq>(
        &mut self,
        key: Key,
        field: impl Fn(&Engagement) -> &Reading<T>,
        text: impl Fn(&T) -> String,
        doubted: bool,
    ) -> Reading<T> {
        let all: Vec<&Reading<T>> = self.rows.iter().map(&field).collect();
        let said: Vec<usize> =
            (0..all.len()).filter(|row| all[*row].confidence > Confidence::Missing).collect();
        let votes = votes(said.iter().map(|row| &all[*row].value));
        let agreeing = |row: usize| votes_of(&votes, &all[row].value);
        let best = said.iter().copied().max_by_key(|row| {
            (all[*row].confidence, agreeing(*row), self.told[*row], std::cmp::Reverse(*row))
        });
        let Some(best) = best else { return all[0].clone() };
        let mut chosen = settled(all[best], &all);
        for row in said {
            let (taken, other) = (text(&chosen.value), text(&all[row].value));
            if taken == other || all[row].confidence < Confidence::Likely || other.is_empty() {
                continue;
            }
            if doubted {
                let department = unit(&self.rows[row]);
                chosen = chosen.doubted(Doubt::ReportsDisagree {
                    taken: taken.clone(),
                    other: other.clone(),
                    department,
                });
            }
            self.conflict(key, taken, other, row);
        }
        chosen
    }

    /// All values that more than a guess stands for; the best guess where there is nothing else.
    fn union<T: Clone + Ord>(&self, field: impl Fn(&Engagement) -> &Reading<Vec<T>>) -> Reading<Vec<T>> {
        let all: Vec<&Reading<Vec<T>>> = self.rows.iter().map(field).collect();
        let least = if all.iter().any(|r| r.confidence >= Confidence::Likely && !r.value.is_empty()) {
            Confidence::Likely
        } else {
            Confidence::Missing
        };
        joined(&all.into_iter().filter(|r| r.confidence >= least).collect::<Vec<_>>())
    }

    /// The listed bodies of all rows. A name that stands in no list may be a project, a person, or another name of the
    /// same side: where a row tells the side without it, it counts only if two rows have it.
    fn bodies(&mut self) -> Reading<Vec<String>> {
        let mut all = self.union(|e| &e.organisations);
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
        let left: Vec<(String, usize)> = all
            .value
            .iter()
            .filter(|name| is_unlisted(&all, name) && told_without(name))
            .filter_map(|name| match naming(name)[..] {
                [row] => Some((name.clone(), row)),
                _ => None,
            })
            .collect();
        for (name, row) in left {
            all.value.retain(|other| *other != name);
            all.doubts.retain(|doubt| !names(doubt, &name));
            self.conflict(Key::Organisations, all.value.join("; "), name, row);
        }
        all
    }

    fn everything<T: Clone + Ord>(&self, field: impl Fn(&Engagement) -> &Reading<Vec<T>>) -> Reading<Vec<T>> {
        joined(&self.rows.iter().map(field).collect::<Vec<_>>())
    }

    /// The longest of the surest wordings.
    fn fullest(&self, field: impl Fn(&Engagement) -> &Reading<String>) -> Reading<String> {
        self.rows
            .iter()
            .map(field)
            .enumerate()
            .max_by_key(|(row, r)| {
                (r.confidence >= Confidence::Likely, r.value.chars().count(), std::cmp::Reverse(*row))
            })
            .map_or_else(Reading::default, |(_, reading)| reading.clone())
    }

    /// The row whose title is taken: the fullest wording among those that say what came of it.
    fn title(&self, status: Status) -> usize {
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
    fn rank(&mut self) -> Reading<Option<crate::model::Rank>> {
        let best = (0..self.rows.len())
            .filter(|row| self.rows[*row].counterpart_rank.value.is_some())
            .min_by_key(|row| {
                let reading = &self.rows[*row].counterpart_rank;
                (std::cmp::Reverse(reading.confidence >= Confidence::Likely), reading.value, *row)
            });
        let all: Vec<_> = self.rows.iter().map(|e| &e.counterpart_rank).collect();
        let Some(best) = best else { return all[0].clone() };
        settled(all[best], &all)
    }

    /// Held over planned; called off or put off where a wording says so and no wording says that it took place.
    fn status(&mut self) -> Reading<Status> {
        let worded = |r: &Reading<Status>| {
            r.confidence >= Confidence::Likely
                && !r.raw.is_empty()
                && !r.doubts.contains(&Doubt::DefaultTaken)
        };
        let strength = |r: &Reading<Status>| match (r.value, worded(r)) {
            (Status::Held, true) => 5,
            (Status::Cancelled, true) => 4,
            (Status::Postponed, true) => 3,
            (Status::Held, false) => 2,
            (Status::Cancelled | Status::Postponed, false) => 1,
            (Status::Planned, _) => 0,
        };
        let all: Vec<&Reading<Status>> = self.rows.iter().map(|e| &e.status).collect();
        let best = (0..all.len())
            .max_by_key(|row| (strength(all[*row]), all[*row].confidence, std::cmp::Reverse(*row)))
            .unwrap_or(0);
        let mut chosen = settled(all[best], &all);
        for (row, reading) in all.iter().enumerate() {
            let other = reading.value;
            // Held after planned is how things go, and a row without a word about it contradicts nothing.
            if other == chosen.value || other == Status::Planned || !worded(reading) {
                continue;
            }
            let (taken, other) = (chosen.value.code().to_owned(), other.code().to_owned());
            chosen = chosen.doubted(Doubt::ReportsDisagree {
                taken: taken.clone(),
                other: other.clone(),
                department: unit(&self.rows[row]),
            });
            self.conflict(Key::Status, taken, other, row);
        }
        chosen
    }

    /// By confidence, then how much the kind says: the host's courtesy call is a meeting to those who joined it.
    fn kind(&mut self) -> Reading<Kind> {
        let all: Vec<&Reading<Kind>> = self.rows.iter().map(|e| &e.kind).collect();
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
        for (row, reading) in all.iter().enumerate() {
            // Within one family the host's word and the guests' differ, and both are right.
            let differs = compare::family(reading.value) != compare::family(chosen.value);
            if differs && reading.value != Kind::Other && reading.confidence >= Confidence::Likely {
                self.conflict(
                    Key::Kind,
                    chosen.value.code().to_owned(),
                    reading.value.code().to_owned(),
                    row,
                );
            }
        }
        chosen
    }

    /// The days that most rows agree on, exact ones before others, then the wider, then the earlier.
    fn period(&mut self) -> Reading<Period> {
        let all: Vec<&Reading<Period>> = self.rows.iter().map(|e| &e.period).collect();
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
        let mut chosen = settled(all[best], &all);
        for (row, reading) in all.iter().enumerate() {
            let other = reading.value;
            if other == chosen.value
                || contains(other, chosen.value) && other.precision > Precision::Day
                || contains(chosen.value, other)
            {
                continue;
            }
            if other.start.is_none() && other.end.is_none() {
                continue;
            }
            let key = if other.start == chosen.value.start { Key::End } else { Key::Start };
            let (taken, other) = (chosen.value.to_string(), other.to_string());
            let department = unit(&self.rows[row]);
            chosen = chosen.doubted(Doubt::ReportsDisagree {
                taken: taken.clone(),
                other: other.clone(),
                department,
            });
            self.conflict(key, taken, other, row);
        }
        chosen
    }
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
