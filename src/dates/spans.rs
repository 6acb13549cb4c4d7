//! Years, budget years, quarters, halves and school terms among the pieces of a text.

use super::forms::{Basis, Cursor, Shape, Year, plausible};
use super::tokens::{Kind, Mark};
use crate::thai::calendar::Era;

impl Cursor<'_> {
    /// A year with its words: ปีงบประมาณ พ.ศ. 2566, FY2566, ปี 2566, พ.ศ. 2566 – 2570.
    pub(super) fn years(&self, at: usize) -> Option<(Shape, usize)> {
        let basis = match self.mark(at)? {
            Mark::Fiscal => Basis::Fiscal,
            Mark::Calendar => Basis::Calendar,
            Mark::Year | Mark::Buddhist | Mark::Common => Basis::Unstated,
            _ => return None,
        };
        let (basis, mut next) = self.year_words(at, basis);
        let mut era = None;
        if self.is_mark(next, &[Mark::Buddhist, Mark::Common]) {
            era = self.era(next);
            next += 1;
        } else if self.is_mark(next.saturating_sub(1), &[Mark::Buddhist, Mark::Common]) {
            era = self.era(next - 1);
        }
        let (mut first, end) = self.year_number(next, era, false, true)?;
        if first.digits == 3 {
            return None;
        }
        let (era_after, end) = self.era_after(end);
        first.era = first.era.or(era_after);
        let (last, end) = self.last_year(first, end);
        let last_basis = if basis == Basis::Unstated { Basis::Calendar } else { basis };
        Some((Shape::Years { first, last, basis: last_basis }, end))
    }

    pub(super) fn era(&self, at: usize) -> Option<Era> {
        match self.mark(at) {
            Some(Mark::Buddhist) => Some(Era::Buddhist),
            Some(Mark::Common) => Some(Era::Common),
            _ => None,
        }
    }

    /// Past "ปี", "ประจำปี", "งบประมาณ" before a year.
    fn year_words(&self, at: usize, basis: Basis) -> (Basis, usize) {
        let mut basis = basis;
        let mut next = at;
        loop {
            match self.mark(next) {
                Some(Mark::Fiscal) => basis = Basis::Fiscal,
                Some(Mark::Calendar) => basis = Basis::Calendar,
                Some(Mark::Year | Mark::Of | Mark::Neutral) => {}
                _ => return (basis, next),
            }
            next += 1;
        }
    }

    /// The second year of "2566-2570" or "2566-70".
    fn last_year(&self, first: Year, end: usize) -> (Option<Year>, usize) {
        if !matches!(self.kind(end), Some(Kind::Dash | Kind::Mark(Mark::To | Mark::Until))) {
            return (None, end);
        }
        let next = self.skip(end + 1, &[Mark::Year, Mark::Buddhist, Mark::Common, Mark::Fiscal]);
        match self.number(next) {
            Some((value, 4)) if plausible(value) && value >= first.value => {
                (Some(Year { value, ..first }), next + 1)
            }
            Some((value, 2)) if first.digits == 2 && value > first.value && !self.starts_day(next) => {
                (Some(Year { value, ..first }), next + 1)
            }
            Some((value, 2)) if first.digits == 4 && first.value % 100 < value && !self.starts_day(next) => {
                (Some(Year { value: first.value - first.value % 100 + value, ..first }), next + 1)
            }
            _ => (None, end),
        }
    }

    /// A year without a word for it; the caller takes it only where nothing else is written.
    pub(super) fn bare_years(&self, at: usize) -> Option<(Shape, usize)> {
        let (value, digits) = self.number(at)?;
        if self.blocked_before(at) {
            return None;
        }
        let end = at + 1;
        if digits == 4 && plausible(value) {
            let first = Year { value, digits, era: None, english: false };
            let (era, end) = self.era_after(end);
            let (last, end) = self.last_year(Year { era, ..first }, end);
            return Some((Shape::Years { first: Year { era, ..first }, last, basis: Basis::Unstated }, end));
        }
        (digits == 8 || digits == 5 || digits == 6).then_some((Shape::Digits { value, digits }, end))
    }

    /// ไตรมาสที่ 2 ปีงบประมาณ 2566, ไตรมาส 4/66, Q1/2566.
    pub(super) fn quarters(&self, at: usize) -> Option<(Shape, usize)> {
        if !self.is_mark(at, &[Mark::Quarter]) {
            return None;
        }
        let next = self.skip(at + 1, &[Mark::At, Mark::Number]);
        let quarter = |at| self.number(at).filter(|(value, digits)| *digits == 1 && (1..=4).contains(value));
        let (first, _) = quarter(next)?;
        let mut last = first;
        let mut end = next + 1;
        if matches!(self.kind(end), Some(Kind::Dash | Kind::Comma | Kind::Mark(Mark::And | Mark::To))) {
            let second = self.skip(end + 1, &[Mark::Quarter, Mark::At, Mark::And]);
            if let Some((value, _)) = quarter(second).filter(|(value, _)| *value > first) {
                last = value;
                end = second + 1;
            }
        }
        let (year, basis, end) = self.span_year(end);
        Some((Shape::Quarters { first: first as i8, last: last as i8, year, basis }, end))
    }

    /// The year of a quarter, half or round.
    fn span_year(&self, at: usize) -> (Option<Year>, Basis, usize) {
        let mut next = at;
        while matches!(self.kind(next), Some(Kind::Slash | Kind::Comma | Kind::Dash)) && next < at + 2 {
            next += 1;
        }
        let open = usize::from(self.kind(next) == Some(Kind::Open));
        let (basis, words) = self.year_words(next + open, Basis::Unstated);
        let era = self.era(words);
        let number = words + usize::from(era.is_some());
        match self.year_number(number, era, false, true) {
            Some((year, end)) if year.digits != 3 => {
                let (after, end) = self.era_after(end);
                (Some(Year { era: year.era.or(after), ..year }), basis, end)
            }
            _ => (None, basis, at),
        }
    }

    /// ครึ่งปีหลัง 2566, รอบที่ 2 ประจำปีงบประมาณ 2565, รอบ 6 เดือนแรก, 6 เดือนหลัง, รอบ 9 เดือน ปีงบประมาณ 2567.
    pub(super) fn half(&self, at: usize) -> Option<(Shape, usize)> {
        let half = |half: u8| if half == 2 { (3, 4) } else { (1, 2) };
        let ((first, last), basis, end) = match self.mark(at) {
            Some(Mark::Half(of)) => (half(of), Basis::Unstated, at + 1),
            Some(Mark::FiscalHalf(of)) => (half(of), Basis::Fiscal, at + 1),
            Some(Mark::Round) => match (self.number(at + 1)?, self.mark(at + 2)) {
                ((of @ 1..=2, 1), mark) if mark != Some(Mark::Month) => {
                    (half(of as u8), Basis::Fiscal, at + 2)
                }
                _ => self.several_months(at + 1, true)?,
            },
            _ => self.several_months(at, false)?,
        };
        let (year, stated, end) = self.span_year(end);
        let basis = if stated == Basis::Unstated { basis } else { stated };
        year.is_some().then_some((Shape::Half { first, last, year, basis }, end))
    }

    /// The quarters of `6 เดือนแรก`, `6 เดือนหลัง`, `9 เดือนแรก`; of a round also without a word for which.
    fn several_months(&self, at: usize, round: bool) -> Option<((i8, i8), Basis, usize)> {
        let quarters = match self.number(at)?.0 {
            6 => 2,
            9 => 3,
            _ => return None,
        };
        let first = |end| Some(((1, quarters), Basis::Unstated, end));
        let last = |end| Some(((5 - quarters, 4), Basis::Unstated, end));
        match (self.mark(at + 1)?, self.mark(at + 2)) {
            (Mark::FirstMonths, _) => first(at + 2),
            (Mark::LastMonths, _) => last(at + 2),
            (Mark::Month, Some(Mark::First)) => first(at + 3),
            (Mark::Month, Some(Mark::After | Mark::Last)) => last(at + 3),
            (Mark::Month, _) if round => first(at + 2),
            _ => None,
        }
    }

    /// ปีการศึกษา 2566, ภาคเรียนที่ 1/2566.
    pub(super) fn term(&self, at: usize) -> Option<(Shape, usize)> {
        let (term, next) = match self.mark(at)? {
            Mark::School => (None, at + 1),
            Mark::Term => {
                let next = self.skip(at + 1, &[Mark::At]);
                (Some(self.number(next)?.0), next + 1)
            }
            _ => return None,
        };
        let mut next = next;
        while matches!(self.kind(next), Some(Kind::Slash)) || self.is_mark(next, &[Mark::School, Mark::Year])
        {
            next += 1;
        }
        let era = self.era(next);
        let (year, end) = self.year_number(next + usize::from(era.is_some()), era, false, true)?;
        Some((Shape::School { year, term }, end))
    }
}
