//! What the words around a date say about it: open ends, parts of a month, whose date it is.

use super::forms::{Bound, Cursor, Found, Moved, Named, Part, Shape, Whose, Year};
use super::tokens::{Kind, Mark};

/// An event that is counted in days takes no more.
const MOST_DAYS: u32 = 60;

impl Cursor<'_> {
    /// A date with what stands before and after it.
    pub(super) fn with_surroundings(&self, shape: Shape, from: usize, to: usize) -> Found {
        let mut found = Found {
            shape,
            bound: Bound::Whole,
            part: None,
            length: None,
            about: false,
            named: None,
            again: None,
            from,
            to,
            whose: Whose::Event,
            moved_from: false,
            moved_to: None,
            moved_between: false,
        };
        self.look_back(&mut found);
        self.look_ahead(&mut found);
        found
    }

    fn look_back(&self, found: &mut Found) {
        while let Some(before) = found.from.checked_sub(1) {
            match self.lexed.kind(before) {
                Some(Kind::Mark(Mark::Starts)) => {
                    found.length = self.days_counted(before);
                    found.from -= if found.length.is_some() { 2 } else { 0 };
                }
                Some(Kind::Mark(mark)) if apply(mark, found) => {}
                Some(Kind::Number { value, .. }) if before > 0 && self.week(before - 1) => {
                    found.part = Some(Part::Week(value));
                    found.from -= 1;
                }
                Some(Kind::Dash) if before > 0 && self.is_mark(before - 1, &[Mark::Middle]) => {}
                Some(Kind::Mark(Mark::Week)) if self.ordinal_before(before).is_some() => {
                    found.part = self.ordinal_before(before).map(Part::Week);
                    found.from -= 2;
                }
                Some(Kind::Open) => {
                    found.named = self.named_before(before, found);
                    found.from -= 1;
                    return;
                }
                _ => return,
            }
            found.from -= 1;
        }
    }

    /// "2 วัน เริ่ม …": how many days.
    fn days_counted(&self, starts: usize) -> Option<u32> {
        let counted = starts >= 2 && self.is_mark(starts - 1, &[Mark::SpanDays]);
        let (days, _) = self.number(starts.checked_sub(2)?).filter(|_| counted)?;
        (1..=MOST_DAYS).contains(&days).then_some(days)
    }

    /// "3rd week".
    fn ordinal_before(&self, at: usize) -> Option<u32> {
        let ordinal = at >= 2 && self.lexed.kind(at - 1) == Some(Kind::Ordinal);
        if ordinal { self.number(at - 2).map(|(value, _)| value) } else { None }
    }

    fn week(&self, at: usize) -> bool {
        self.lexed.kind(at) == Some(Kind::Mark(Mark::Week))
    }

    /// "ไตรมาสที่ 2 (", "รอบ 6 เดือน (", "สัปดาห์ที่ 2 (": the span that the brackets explain.
    fn named_before(&self, open: usize, found: &Found) -> Option<Named> {
        let numbered = open >= 2 && self.number(open - 1).is_some() && self.week(open - 2);
        if numbered && found.is_range() {
            return Some(Named::Week);
        }
        let first = open.saturating_sub(6);
        (first..open).rev().find_map(|at| match self.lexed.kind(at)? {
            Kind::Mark(Mark::Quarter) => Some(Named::Quarter),
            Kind::Mark(
                Mark::Round | Mark::Half(_) | Mark::FiscalHalf(_) | Mark::FirstMonths | Mark::LastMonths,
            ) => Some(Named::Half),
            _ => None,
        })
    }

    fn look_ahead(&self, found: &mut Found) {
        if let Some((year, end)) = self.year_again(found.to) {
            found.again = Some(year);
            found.to = end;
        }
        let at = self.after_clock(found.to);
        let to = matches!(self.lexed.kind(at), Some(Kind::Dash | Kind::Mark(Mark::To | Mark::Until)));
        let word = if to { at + 1 } else { at };
        let open = match self.lexed.kind(word) {
            Some(Kind::Mark(Mark::Now)) => true,
            // "เวลา 09.00 น. เป็นต้นไป" is said of the hour.
            Some(Kind::Mark(Mark::Onwards)) => !to && at == found.to,
            _ => false,
        };
        if open {
            found.bound = Bound::From;
            found.to = word + 1;
        }
    }

    /// "(ค.ศ. 2023)" after a date.
    fn year_again(&self, at: usize) -> Option<(Year, usize)> {
        let open = self.lexed.kind(at) == Some(Kind::Open);
        let word = at + usize::from(open || self.lexed.kind(at) == Some(Kind::Slash));
        let era = self.era(word);
        if era.is_none() && !open {
            return None;
        }
        let number = word + usize::from(era.is_some());
        let (year, end) = self.year_number(number, era, false, true).filter(|(year, _)| year.digits == 4)?;
        if open && self.lexed.kind(end) != Some(Kind::Close) {
            return None;
        }
        Some((year, end + usize::from(open)))
    }
}

/// Takes one word before a date into account; false if the word has nothing to do with it.
fn apply(mark: Mark, found: &mut Found) -> bool {
    match mark {
        Mark::Early => found.part = Some(Part::Early),
        Mark::Middle => found.part = Some(Part::Middle),
        Mark::Late => found.part = Some(Part::Late),
        Mark::FirstWeek => found.part = Some(Part::Week(1)),
        Mark::LastWeek => found.part = Some(Part::LastWeek),
        Mark::Within | Mark::Until | Mark::To => found.bound = Bound::Until,
        Mark::Before => found.bound = Bound::Before,
        Mark::After => found.bound = Bound::After,
        Mark::From => found.bound = Bound::From,
        Mark::About => found.about = true,
        Mark::Letter | Mark::Published => found.whose = Whose::Writing,
        Mark::Expires => found.whose = Whose::Expiry,
        Mark::MovedBetween => {
            found.moved_from = true;
            found.moved_between = true;
        }
        Mark::MovedFrom => found.moved_from = true,
        Mark::MovedTo => found.moved_to = Some(Moved::Said),
        Mark::Becomes => found.moved_to = found.moved_to.or(Some(Moved::Becomes)),
        Mark::Whole | Mark::Day | Mark::Month | Mark::Neutral | Mark::Of | Mark::Signed | Mark::Year => {}
        Mark::And
        | Mark::At
        | Mark::Buddhist
        | Mark::Calendar
        | Mark::Common
        | Mark::First
        | Mark::FirstMonths
        | Mark::Fiscal
        | Mark::FiscalHalf(_)
        | Mark::Half(_)
        | Mark::Last
        | Mark::LastMonths
        | Mark::Now
        | Mark::Number
        | Mark::Onwards
        | Mark::Quarter
        | Mark::Round
        | Mark::School
        | Mark::SpanDays
        | Mark::Starts
        | Mark::Term
        | Mark::Time
        | Mark::Unit
        | Mark::Week => return false,
    }
    true
}
