//! What there was in the period before the one that the outputs speak of, where the same departments reported both: else
//! a change would tell of who reported, and not of what was done.

use super::{Coverage, Reporting, count_of};
use crate::model::{Group, ReportPeriod};
use crate::write::{Consolidated, Counts};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Figures of the period before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// First day of its first month.
    pub first: Date,
    /// First day of its last month.
    pub last: Date,
    /// Held engagements with states.
    pub state: usize,
    /// Distinct organisations.
    pub organisations: usize,
    /// Held support services.
    pub support: usize,
}

/// Whether there is something to compare with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// The outputs speak of all that was reported.
    Whole,
    /// Not the same departments reported the period before.
    Unlike,
    /// They did.
    With(Before),
}

/// Compares the period that was chosen with the one before it, which has as many months.
pub fn compare(result: &Consolidated, counts: &Counts) -> Comparison {
    let Some(before) = result.period.and_then(period_before) else { return Comparison::Whole };
    let earlier = count_of(result, Some(before));
    match (reporters(&counts.coverage), reporters(&earlier.coverage)) {
        (Some(now), Some(then)) if now == then => Comparison::With(Before {
            first: before.start,
            last: before.end.first_of_month(),
            state: earlier.of(Group::State),
            organisations: earlier.organisations.len(),
            support: earlier.of(Group::Support),
        }),
        _ => Comparison::Unlike,
    }
}

fn period_before(period: ReportPeriod) -> Option<ReportPeriod> {
    let months = super::months_between(period.start, period.end).count() as i32;
    let start = period.start.checked_sub(months.months()).ok()?;
    let end = period.start.checked_sub(1.day()).ok()?;
    Some(ReportPeriod { start, end })
}

/// The departments that reported, if none is lacking.
fn reporters(coverage: &Coverage) -> Option<BTreeSet<&str>> {
    let lacks = |(_, states): &(String, Vec<Reporting>)| states.iter().any(|state| state.is_lacking());
    if coverage.departments.iter().any(lacks) {
        return None;
    }
    let reported = |(_, states): &&(String, Vec<Reporting>)| states.iter().any(|s| *s != Reporting::NotDue);
    let codes: BTreeSet<&str> =
        coverage.departments.iter().filter(reported).map(|(code, _)| code.as_str()).collect();
    (!codes.is_empty()).then_some(codes)
}
