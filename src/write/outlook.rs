//! What is next: steps that wait, what is announced, agreements that expire.

use super::Consolidated;
use super::entries::{Numbered, held, numbered, told, when};
use crate::model::Status;
use jiff::civil::Date;

/// A next step that waits.
pub struct Waiting<'a> {
    /// The engagement that it follows.
    pub entry: Numbered<'a>,
    /// What is to be done.
    pub step: String,
    /// Days since the engagement; `None` where its day is not known.
    pub days: Option<i32>,
}

/// The next steps of what was held, the oldest first.
pub fn waiting(result: &Consolidated) -> Vec<Waiting<'_>> {
    let since =
        |day: Date| day.until(result.as_of).ok().map(|span| span.get_days()).filter(|days| *days >= 0);
    let mut waiting: Vec<Waiting> = held(result)
        .filter_map(|(number, entry)| {
            let e = &entry.engagement;
            let step = told(result, &e.next_steps.value)?;
            let days = e.period.value.end.or(e.period.value.start).and_then(since);
            Some(Waiting { entry: (number, entry), step, days })
        })
        .collect();
    waiting.sort_by_key(|one| (one.days.is_none(), std::cmp::Reverse(one.days), one.entry.0));
    waiting
}

impl Waiting<'_> {
    /// Codes of the departments that reported it.
    pub fn departments(&self) -> &[String] {
        &self.entry.1.engagement.departments.value
    }
}

/// Announced engagements by when they are: within ninety days, later, past without a report.
pub struct Announced<'a> {
    /// Within ninety days.
    pub near: Vec<Numbered<'a>>,
    /// Later, or without a day.
    pub later: Vec<Numbered<'a>>,
    /// Past by no more than a year, without a report.
    pub overdue: Vec<Numbered<'a>>,
    /// Past by more.
    pub older: Vec<Numbered<'a>>,
}

impl<'a> Announced<'a> {
    /// Those of a register.
    pub fn of(result: &'a Consolidated) -> Self {
        const NEAR: i32 = 90;
        const YEAR: i32 = 365;
        let mut all = Self { near: Vec::new(), later: Vec::new(), overdue: Vec::new(), older: Vec::new() };
        for one in numbered(result).filter(|(_, entry)| entry.engagement.status.value == Status::Planned) {
            let period = &one.1.engagement.period.value;
            let days = period.end.or(period.start).and_then(|day| result.as_of.until(day).ok());
            match days.map(|span| span.get_days()) {
                Some(days) if days < -YEAR => all.older.push(one),
                Some(days) if days < 0 => all.overdue.push(one),
                Some(days) if days <= NEAR => all.near.push(one),
                Some(_) | None => all.later.push(one),
            }
        }
        for list in [&mut all.near, &mut all.later, &mut all.overdue, &mut all.older] {
            list.sort_by_key(|(_, entry)| (when(&entry.engagement).is_none(), when(&entry.engagement)));
        }
        all
    }
}

/// Agreements in force that expire within six months, the first to do so first.
pub fn expiring(result: &Consolidated) -> Vec<(Date, Numbered<'_>)> {
    const MONTHS: i32 = 183;
    let soon =
        |day: &Date| result.as_of.until(*day).is_ok_and(|span| (0..=MONTHS).contains(&span.get_days()));
    let mut expiring: Vec<_> = numbered(result)
        .filter(|(_, entry)| entry.engagement.status.value != Status::Cancelled)
        .filter_map(|one| Some((one.1.engagement.expires.value.filter(soon)?, one)))
        .collect();
    expiring.sort_by_key(|(day, (number, _))| (*day, *number));
    expiring
}
