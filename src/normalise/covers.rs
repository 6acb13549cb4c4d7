//! The departments and months that a report speaks of, by its title, sheets, sections, and the days of its rows.

use super::departments::{by_hint, by_path};
use super::report;
use crate::dates::ReportPeriod;
use crate::model::{
    Context, Covered, Engagement, Extract, Hint, Precision, Processed, Reported, Status, Trust,
};
use crate::vocab::Vocab;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A title speaks of all months of a quarter. A list that is kept over a longer time is sent before that time is over: it
/// speaks of the months up to its last row.
const WHOLE: usize = 3;

/// Whether a department says that there was nothing, by its code and the month.
type Months = BTreeMap<(String, Date), bool>;

/// What a report speaks of: of its own department by its title, of those of its rows by what stands nearest to these or by
/// their own days, and of those that say in a part of it that there was nothing.
pub fn covers<'a>(
    vocab: Vocab,
    extract: &Extract,
    department: Option<&str>,
    rows: impl Iterator<Item = (&'a Engagement, Option<ReportPeriod>)>,
) -> Vec<Covered> {
    let mut months = Months::new();
    let mut long: BTreeMap<(String, ReportPeriod), Option<Date>> = BTreeMap::new();
    for (engagement, near) in rows {
        let held = held_in(engagement);
        for department in &engagement.departments.value {
            match near {
                Some(near) if all(near).count() <= WHOLE => add(&mut months, department, all(near), false),
                Some(near) => {
                    let last = long.entry((department.clone(), near)).or_default();
                    *last = (*last).max(held.filter(|month| near.holds(one(*month))));
                }
                None => add(&mut months, department, held.into_iter(), false),
            }
        }
    }
    for ((department, near), last) in long {
        // Where no row has a day there is nothing else to go by.
        let last = last.unwrap_or(near.end);
        add(&mut months, &department, all(near).take_while(|month| *month <= last), false);
    }
    let mut whole = |context: &Context, nil: bool| {
        let of = context.department.iter().find_map(|hint| by_hint(vocab, hint)).or(department);
        let (named, _) = report::period("", context);
        if let (Some(of), Some(named)) = (of, named.filter(|named| all(*named).count() <= WHOLE)) {
            add(&mut months, of, all(named), nil);
        }
    };
    extract.quiet.iter().for_each(|context| whole(context, true));
    whole(&extract.context, extract.nil && extract.records.is_empty());
    listed(months)
}

/// What the names of a file that could not be read and of its folders say: its department, its period, what it speaks of.
pub fn by_name(vocab: Vocab, Processed { report, reported }: &mut Processed) {
    if !reported.status.is_unread() {
        return;
    }
    let (folders, name) = report.file.rsplit_once('/').unwrap_or(("", &report.file));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let hint = |text: &str, trust| Hint { text: crate::thai::normal(text), trust };
    let folders = folders.rsplit('/').filter(|folder| !folder.is_empty());
    let hints = std::iter::once(hint(stem, Trust::File)).chain(folders.map(|f| hint(f, Trust::Folder)));
    let context = Context { period: hints.collect(), ..Context::default() };
    let (named, _) = report::period("", &context);
    let Reported { department, period, covers, .. } = reported;
    if department.is_none() {
        *department = by_path(vocab, &report.file).map(str::to_owned);
    }
    *period = period.or(named.map(ReportPeriod::in_months));
    if let (Some(department), Some(period), true) = (&*department, *period, covers.is_empty()) {
        let mut months = Months::new();
        add(&mut months, department, all(period).take(WHOLE), false);
        *covers = listed(months);
    }
}

/// The month of an exact day on which something took place.
fn held_in(engagement: &Engagement) -> Option<Date> {
    let period = &engagement.period.value;
    let exact = matches!(period.precision, Precision::Day | Precision::Month);
    let held = exact && engagement.status.value == Status::Held;
    period.start.or(period.end).filter(|_| held).map(Date::first_of_month)
}

fn one(month: Date) -> ReportPeriod {
    ReportPeriod { start: month, end: month.last_of_month() }
}

/// The first days of the months of a period.
fn all(period: ReportPeriod) -> impl Iterator<Item = Date> {
    period.start.first_of_month().series(1.month()).take_while(move |month| *month <= period.end)
}

/// Adds months. Where rows speak for a month, it is not said that there was nothing.
fn add(to: &mut Months, department: &str, months: impl Iterator<Item = Date>, nil: bool) {
    for month in months {
        let known = to.entry((department.to_owned(), month)).or_insert(nil);
        *known &= nil;
    }
}

fn listed(months: Months) -> Vec<Covered> {
    months.into_iter().map(|((department, month), nil)| Covered { department, month, nil }).collect()
}
