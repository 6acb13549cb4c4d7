//! When two rows were: one level a pair, from the days of their fields and from what their titles tell.

use super::super::traits::days::month_day;
use super::super::traits::{Days, Traits};
use crate::model::{Level, Precision};

/// Days apart up to which a day may be a slip of the pen, and from which on two rows are hardly or never one.
const FEW: i32 = 4;
const SOME: i32 = 14;
const MANY: i32 = 60;

/// The level of two rows. `guests`: of guests or travellers, who stay for some days.
pub fn level(a: &Traits, b: &Traits, guests: bool) -> Level {
    let (Some(one), Some(two)) = (a.days, b.days) else {
        return if told_in_year(a, b) || told_in_year(b, a) {
            Level::ToldDay
        } else if a.days.is_none() && b.days.is_none() {
            Level::BothUndated
        } else {
            Level::OneUndated
        };
    };
    let gap = one.gap(two);
    let exact = one.exact() && two.exact();
    if exact && gap <= 0 {
        return match (one.first == two.first, one.last == two.last) {
            (true, true) if one.first == one.last => Level::SameDay,
            (true, true) => Level::SameDays,
            (true, false) | (false, true) => Level::SameEnd,
            (false, false) if guests => Level::WithinDaysGuests,
            (false, false) => Level::WithinDays,
        };
    }
    if told(a, two) || told(b, one) || a.told.iter().any(|days| told(b, *days)) {
        return Level::ToldDay;
    }
    if exchanged(a, two) || exchanged(b, one) {
        return Level::ExchangedDay;
    }
    let days = one.precision == Precision::Day && two.precision == Precision::Day;
    if days && one.first == two.first {
        return Level::SameStart;
    }
    if exact { apart(one, two, gap, guests) } else { coarse(one, two, gap) }
}

/// The title of an undated row tells the other's day.
fn told_in_year(undated: &Traits, other: &Traits) -> bool {
    let day = other.days.filter(|days| undated.days.is_none() && days.precision == Precision::Day);
    day.is_some_and(|days| undated.told_in_year.contains(&month_day(days.first)))
}

fn told(row: &Traits, days: Days) -> bool {
    row.told.iter().any(|told| told.meets(days))
}

fn exchanged(row: &Traits, days: Days) -> bool {
    let read = |day| Days { first: day, last: day, precision: Precision::Day };
    days.precision == Precision::Day && row.exchanged.is_some_and(|day| read(day).meets(days))
}

fn apart(one: Days, two: Days, gap: i32, guests: bool) -> Level {
    match gap {
        1 if guests => Level::NextDay,
        1 => Level::NextDayOther,
        _ if month_day(one.first) == month_day(two.first) => Level::OtherYear,
        _ if gap <= FEW && guests => Level::FewDaysGuests,
        _ if gap <= FEW => Level::FewDays,
        _ if gap <= SOME => Level::SomeDays,
        _ if gap <= MANY => Level::ManyDays,
        _ => Level::FarDays,
    }
}

fn coarse(one: Days, two: Days, gap: i32) -> Level {
    let month = |days: Days| days.precision == Precision::Month;
    let either_day = [one, two].map(|days| days.precision == Precision::Day);
    match gap {
        ..=0 if (one.first, one.last) == (two.first, two.last) => {
            if month(one) || either_day[0] {
                Level::SameMonth
            } else {
                Level::SameSeason
            }
        }
        ..=0 if month(one) || month(two) || either_day == [true; 2] => Level::DayInMonth,
        ..=0 => Level::DayInSeason,
        _ if gap <= SOME => Level::NearMonth,
        _ => Level::OtherMonth,
    }
}
