//! The forms that dates are written in: pieces to what they say, before any year is settled.

use super::tokens::{Kind, Lexed, Mark};
use crate::thai::calendar::Era;
use jiff::civil::Weekday;

/// A year as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Year {
    pub(super) value: u32,
    pub(super) digits: u8,
    /// Where it is stated.
    pub(super) era: Option<Era>,
    /// Beside an English month, where two digits more often are the common era.
    pub(super) english: bool,
}

/// A day, month or year of a list or range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent things about how it is written")]
pub(super) struct Point {
    pub(super) day: Option<u32>,
    pub(super) month: Option<i8>,
    pub(super) year: Option<Year>,
    pub(super) weekday: Option<Weekday>,
    /// True if this is the end of a range that the point before begins.
    pub(super) ends_range: bool,
    /// Written in figures alone.
    pub(super) numeric: bool,
    /// Month before day, told by a number over 12.
    pub(super) swapped: bool,
    /// Two figures before a year, of which either may be the month.
    pub(super) either: bool,
    /// The month's name is misspelt beyond certainty.
    pub(super) uncertain: bool,
}

/// Which year a quarter or half counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis {
    Fiscal,
    Calendar,
    Unstated,
}

/// Which part of a month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Middle,
    Late,
    /// 1 to 5.
    Week(u32),
    LastWeek,
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// Days or months, in the order written.
    Points(Vec<Point>),
    /// Years, by their kind.
    Years { first: Year, last: Option<Year>, basis: Basis },
    /// Quarters.
    Quarters { first: i8, last: i8, year: Option<Year>, basis: Basis },
    /// Half a year, or its first nine months: from one quarter to another.
    Half { first: i8, last: i8, year: Option<Year>, basis: Basis },
    /// A school year.
    School { year: Year, term: Option<u32> },
    /// Eight digits, or a serial number of a spreadsheet.
    Digits { value: u32, digits: u8 },
}

/// How the surroundings bound it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// As it stands.
    Whole,
    /// From it on.
    From,
    /// After it.
    After,
    /// Until it, it included.
    Until,
    /// Before it.
    Before,
}

/// What a date is the day of, by the word before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The event, as far as the words say.
    Event,
    /// A letter, a print or the data.
    Writing,
    /// The end of an agreement.
    Expiry,
}

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) shape: Shape,
    pub(super) bound: Bound,
    pub(super) part: Option<Part>,
    /// It is the first of so many days.
    pub(super) length: Option<u32>,
    /// The wording says that it is not exact.
    pub(super) about: bool,
    /// Words before it name the kind of span.
    pub(super) named: Option<Named>,
    /// A second statement of the year, in brackets.
    pub(super) again: Option<Year>,
    /// First piece and the piece after the last.
    pub(super) from: usize,
    pub(super) to: usize,
    /// What it is the day of.
    pub(super) whose: Whose,
    /// It is the day before a change.
    pub(super) moved_from: bool,
    /// It is the new day after a change.
    pub(super) moved_to: Option<Moved>,
    /// Its first day is the one before a change, and its last the new one.
    pub(super) moved_between: bool,
}

impl Found {
    /// A first and a last day, month or year are named.
    pub(super) fn is_range(&self) -> bool {
        match &self.shape {
            Shape::Points(points) => points.iter().any(|point| point.ends_range),
            Shape::Years { last, .. } => last.is_some(),
            Shape::Quarters { .. } | Shape::Half { .. } | Shape::School { .. } | Shape::Digits { .. } => {
                false
            }
        }
    }

    /// The day before a change and the new one, where its words name both as if they were a span: `postponed from 14 March
    /// 2023 to 5 April 2023`.
    fn before_and_after(&self) -> Option<(Self, Self)> {
        let Shape::Points(points) = &self.shape else { return None };
        let [former, new] = points[..] else { return None };
        let one = |point: Point| Shape::Points(vec![Point { ends_range: false, ..point }]);
        (self.moved_between && new.ends_range).then(|| {
            let alone = Self { moved_between: false, ..self.clone() };
            let before = Self { shape: one(former), moved_from: true, ..alone.clone() };
            (before, Self { shape: one(new), moved_from: false, moved_to: Some(Moved::Said), ..alone })
        })
    }

    /// Reads figures that may be in either order with the month first.
    pub(super) fn month_first(&mut self) {
        let Shape::Points(points) = &mut self.shape else { return };
        for point in points.iter_mut().filter(|point| point.either) {
            match (point.day, point.month) {
                (Some(day), Some(month)) if !point.swapped && (1..=12).contains(&day) => {
                    (point.day, point.month) = (Some(u32::from(month.unsigned_abs())), Some(day as i8));
                }
                _ => point.swapped = false,
            }
        }
    }

    /// True if it names a day.
    pub(super) fn has_day(&self) -> bool {
        matches!(&self.shape, Shape::Points(points) if points.iter().any(|point| point.day.is_some()))
    }
}

/// How it is told that a day is the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moved {
    /// In words that mean a change.
    Said,
    /// In words that may also fix a day: a change only where the former day is named too.
    Becomes,
}

/// A span that is named and then given with its days in brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Week,
    Quarter,
    Half,
}

/// A year given once for a list of English dates stands no further on, in pieces.
const YEAR_AHEAD: usize = 24;

/// A place in the pieces.
pub(super) struct Cursor<'a> {
    pub(super) lexed: &'a Lexed,
    /// Dates side by side without a sign or word between them are dates of their own.
    pub(super) apart: bool,
}

impl<'a> Cursor<'a> {
    /// Reads a text as a cell has it: dates side by side are a list.
    pub(super) fn over(lexed: &'a Lexed) -> Self {
        Self { lexed, apart: false }
    }
}

impl Cursor<'_> {
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.lexed.kind(at)
    }

    pub(super) fn mark(&self, at: usize) -> Option<Mark> {
        match self.kind(at) {
            Some(Kind::Mark(mark)) => Some(mark),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, at: usize, marks: &[Mark]) -> bool {
        self.mark(at).is_some_and(|mark| marks.contains(&mark))
    }

    pub(super) fn number(&self, at: usize) -> Option<(u32, u8)> {
        match self.kind(at) {
            Some(Kind::Number { value, digits }) => Some((value, digits)),
            _ => None,
        }
    }

    pub(super) fn skip(&self, mut at: usize, marks: &[Mark]) -> usize {
        while self.is_mark(at, marks) {
            at += 1;
        }
        at
    }

    /// Everything that may be a date, in order.
    pub(super) fn find(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.lexed.tokens.len() {
            match self.span_at(at) {
                Some((shape, end)) => {
                    let one = self.with_surroundings(shape, at, end);
                    at = one.to.max(at + 1);
                    match one.before_and_after() {
                        Some((former, new)) => found.extend([former, new]),
                        None => found.push(one),
                    }
                }
                None => at += 1,
            }
        }
        found
    }

    /// Every form of a date with its first piece and the one after its last, without the words around it.
    pub(super) fn shapes(&self) -> Vec<(Shape, usize, usize)> {
        let mut shapes = Vec::new();
        let mut at = 0;
        while at < self.lexed.tokens.len() {
            let found = self.span_at(at);
            let end = found.as_ref().map_or(at + 1, |(_, end)| (*end).max(at + 1));
            shapes.extend(found.map(|(shape, to)| (shape, at, to)));
            at = end;
        }
        shapes
    }

    fn span_at(&self, at: usize) -> Option<(Shape, usize)> {
        self.quarters(at)
            .or_else(|| self.half(at))
            .or_else(|| self.years(at))
            .or_else(|| self.term(at))
            .or_else(|| self.chain(at))
            .or_else(|| self.bare_years(at))
    }

    /// Days and months joined by dashes, commas and words.
    fn chain(&self, at: usize) -> Option<(Shape, usize)> {
        let (first, mut end) = self.point(at)?;
        let mut points = vec![first];
        let mut ends = vec![end];
        loop {
            let after = self.after_clock(end);
            let (join, ends_range) = match self.kind(after) {
                Some(Kind::Dash | Kind::Mark(Mark::To | Mark::Until)) => (after + 1, true),
                Some(Kind::Comma | Kind::Mark(Mark::And)) => (after + 1, false),
                Some(Kind::Mark(Mark::Day) | Kind::Weekday(_)) => (after, false),
                _ if points.last().is_some_and(|p| p.month.is_some() && p.day.is_some()) => (after, false),
                _ => break,
            };
            if join == after && self.apart {
                break;
            }
            let join = if !ends_range && self.is_mark(join, &[Mark::And]) { join + 1 } else { join };
            let implicit = join == after && !self.is_mark(after, &[Mark::Day]);
            let Some((mut next, mut next_end)) = self.point(join) else { break };
            if next.month.is_none()
                && let Some(before) = points.last().filter(|p| p.month.is_some() && p.year.is_none())
                && let (Some(year), past) = self.year_after(next_end, true)
            {
                // "Jan 10 - 12, 2023": the month goes before its days.
                next.month = before.month;
                next.year = Some(year);
                next_end = past;
            }
            if implicit && (next.month.is_none() || next.day.is_none()) {
                break;
            }
            next.ends_range = ends_range;
            points.push(next);
            ends.push(next_end);
            end = next_end;
        }
        // A line may end before the month of its last day: what stands there is a day all the same.
        while self.apart && points.len() > 1 && points.last().is_some_and(|p| p.month.is_none()) {
            points.pop();
            ends.pop();
            end = ends.last().copied().unwrap_or(end);
        }
        // Days whose last one has no month, while an earlier one has, do not belong together.
        let torn =
            points.last().is_some_and(|p| p.month.is_none()) && points.iter().any(|p| p.month.is_some());
        (!torn).then_some((Shape::Points(points), end))
    }

    /// Past times of day: "เวลา 09.00 น.", "09.00-12.00".
    pub(super) fn after_clock(&self, end: usize) -> usize {
        let mut at = end;
        loop {
            let next = match self.kind(at) {
                Some(Kind::Mark(Mark::Time) | Kind::Clock) => at + 1,
                Some(Kind::Dash | Kind::Comma | Kind::Mark(Mark::To | Mark::Until))
                    if self.kind(at + 1) == Some(Kind::Clock) =>
                {
                    at + 2
                }
                _ => return at,
            };
            at = next;
        }
    }

    fn point(&self, at: usize) -> Option<(Point, usize)> {
        let mut at = at;
        let mut weekday = None;
        loop {
            match self.kind(at) {
                Some(Kind::Weekday(day)) => weekday = weekday.or(Some(day)),
                Some(Kind::Mark(Mark::Day | Mark::Month | Mark::Neutral | Mark::Of)) => {}
                Some(Kind::Mark(Mark::At) | Kind::Comma) if weekday.is_some() => {}
                _ => break,
            }
            at += 1;
        }
        let (mut point, end) =
            self.figures(at).or_else(|| self.month_first(at)).or_else(|| self.day_first(at))?;
        point.weekday = weekday;
        let (closing, end) = self.weekday_after(end);
        point.weekday = point.weekday.or(closing);
        Some((point, end))
    }

    /// "(อังคาร)" after a date.
    fn weekday_after(&self, at: usize) -> (Option<Weekday>, usize) {
        match (self.kind(at), self.kind(at + 1), self.kind(at + 2)) {
            (Some(Kind::Open), Some(Kind::Weekday(day)), Some(Kind::Close)) => (Some(day), at + 3),
            _ => (None, at),
        }
    }

    /// Three numbers with the same sign between them, or two.
    fn figures(&self, at: usize) -> Option<(Point, usize)> {
        if self.blocked_before(at) {
            return None;
        }
        let (a, a_digits) = self.number(at)?;
        let sign = self.kind(at + 1).filter(|kind| matches!(kind, Kind::Slash | Kind::Dot | Kind::Dash))?;
        let (b, b_digits) = self.number(at + 2)?;
        let third = (self.kind(at + 3) == Some(sign)).then(|| self.number(at + 4)).flatten();
        if let Some((c, c_digits)) = third {
            let goes_on = matches!(self.kind(at + 5), Some(Kind::Month { .. }))
                || self.kind(at + 5) == Some(sign) && sign != Kind::Dash;
            if goes_on {
                return None;
            }
            let point = if a_digits == 4 && b_digits <= 2 && c_digits <= 2 {
                dated(c, b, year(a, a_digits))
            } else if a_digits <= 2 && b_digits <= 2 && (2..=4).contains(&c_digits) {
                if sign == Kind::Dash && c < 32 {
                    return None;
                }
                dated(a, b, year(c, c_digits)).map(|point| Point { either: true, ..point })
            } else {
                None
            }?;
            return Some((point, at + 5));
        }
        if sign == Kind::Slash || (sign == Kind::Dash && (a_digits == 4 || b_digits == 4)) {
            return self.two_figures(at, (a, a_digits), (b, b_digits), sign);
        }
        None
    }

    fn two_figures(&self, at: usize, a: (u32, u8), b: (u32, u8), sign: Kind) -> Option<(Point, usize)> {
        let after = self.kind(at + 3);
        if matches!(after, Some(Kind::Slash | Kind::Month { .. } | Kind::Mark(Mark::Unit))) {
            return None;
        }
        let month_year = |month: (u32, u8), written: (u32, u8)| Point {
            month: Some(month.0 as i8),
            year: year(written.0, written.1),
            numeric: true,
            ..Point::default()
        };
        let short_year = sign == Kind::Slash && b.1 == 2 && b.0 > 31;
        let point = if a.1 == 4 && b.1 <= 2 && (1..=12).contains(&b.0) && plausible(a.0) {
            month_year(b, a)
        } else if a.1 <= 2 && (1..=12).contains(&a.0) && (short_year || (b.1 == 4 && plausible(b.0))) {
            month_year(a, b)
        } else if sign == Kind::Slash && (1..=31).contains(&a.0) && (1..=12).contains(&b.0) && b.1 <= 2 {
            Point { day: Some(a.0), month: Some(b.0 as i8), numeric: true, ..Point::default() }
        } else {
            return None;
        };
        Some((point, at + 3))
    }

    /// A day's number, with its month and year where they follow.
    fn day_first(&self, at: usize) -> Option<(Point, usize)> {
        let (day, digits) = self.number(at)?;
        if digits > 2 || self.blocked_before(at) && !self.named_with_month(at) {
            return None;
        }
        let mut end = at + 1;
        if self.kind(end) == Some(Kind::Ordinal) {
            end += 1;
        }
        let (_, past_weekday) = self.weekday_after(end);
        let mut next = past_weekday;
        while matches!(self.kind(next), Some(Kind::Dot | Kind::Slash | Kind::Dash | Kind::Comma))
            || self.is_mark(next, &[Mark::Of, Mark::Month])
        {
            next += 1;
            if next > past_weekday + 2 {
                break;
            }
        }
        let mut point = Point { day: Some(day), ..Point::default() };
        if let Some(Kind::Month { month, english, uncertain }) = self.kind(next)
            && !self.month_heads_another(past_weekday, next)
        {
            point.month = Some(month);
            point.uncertain = uncertain;
            let (year, end) = self.year_after(next + 1, english);
            point.year = year;
            return Some((point, end));
        }
        if self.is_mark(
            end,
            &[Mark::Unit, Mark::SpanDays, Mark::Year, Mark::Month, Mark::FirstMonths, Mark::LastMonths],
        ) || self.kind(end) == Some(Kind::Dot) && self.number(end + 1).is_some()
            || self.kind(end) == Some(Kind::Slash)
        {
            return None;
        }
        (1..=31).contains(&day).then_some((point, end))
    }

    /// "10 - January 12": a spaced dash does not tie a day to the month after it.
    fn month_heads_another(&self, from: usize, month: usize) -> bool {
        from < month
            && self.kind(from) == Some(Kind::Dash)
            && !self.lexed.tight(from)
            && !self.lexed.tight(month)
    }

    /// A month, with a day after it as in English.
    fn month_first(&self, at: usize) -> Option<(Point, usize)> {
        let Some(Kind::Month { month, english, uncertain }) = self.kind(at) else { return None };
        let mut point = Point { month: Some(month), uncertain, ..Point::default() };
        if let Some((day, digits)) = self.number(at + 1)
            && digits <= 2
            && (1..=31).contains(&day)
        {
            let mut end = at + 2;
            let ordinal = self.kind(end) == Some(Kind::Ordinal);
            end += usize::from(ordinal);
            let comma = self.kind(end) == Some(Kind::Comma);
            let next = end + usize::from(comma);
            let full_year = self.number(next).is_some_and(|(value, digits)| digits == 4 && plausible(value));
            if full_year {
                point.day = Some(day);
                let (year, end) = self.year_after(next, english);
                point.year = year;
                return Some((point, end));
            }
            let range = english && matches!(self.kind(end), Some(Kind::Dash | Kind::Mark(Mark::To)));
            if ordinal || range || (english && day < 15 && self.year_ahead(end)) {
                point.day = Some(day);
                return Some((point, end));
            }
        }
        let (year, end) = self.year_after(at + 1, english);
        point.year = year;
        Some((point, end))
    }

    fn year_ahead(&self, from: usize) -> bool {
        (from..self.lexed.tokens.len().min(from + YEAR_AHEAD))
            .any(|at| self.number(at).is_some_and(|(v, d)| d == 4 && plausible(v)))
    }

    /// The year after a month, past the signs and words that may stand between.
    pub(super) fn year_after(&self, at: usize, english: bool) -> (Option<Year>, usize) {
        let mut next = at;
        let mut era = None;
        let mut tied = false;
        loop {
            match self.kind(next) {
                Some(Kind::Comma | Kind::Dot | Kind::Slash | Kind::Mark(Mark::Of)) => {}
                Some(Kind::Dash) if self.dash_before_year(next) => {}
                Some(Kind::Mark(Mark::Buddhist)) => (era, tied) = (Some(Era::Buddhist), true),
                Some(Kind::Mark(Mark::Common)) => (era, tied) = (Some(Era::Common), true),
                Some(Kind::Mark(Mark::Year | Mark::Calendar)) => tied = true,
                _ => break,
            }
            next += 1;
            if next > at + 4 {
                break;
            }
        }
        match self.year_number(next, era, english, tied) {
            Some((mut year, end)) => {
                let (era_after, end) = self.era_after(end);
                year.era = year.era.or(era_after);
                (Some(year), end)
            }
            None => (None, at),
        }
    }

    /// "ม.ค.-66": tight on both sides, or before what can only be a year.
    fn dash_before_year(&self, at: usize) -> bool {
        let year = self.number(at + 1).is_some_and(|(v, d)| d == 4 || (d == 2 && v > 31));
        year || (self.lexed.tight(at) && self.lexed.tight(at + 1))
    }

    /// "2520 B.C.", as English pages of Thai offices write the Buddhist era.
    pub(super) fn era_after(&self, at: usize) -> (Option<Era>, usize) {
        match self.mark(at) {
            Some(Mark::Buddhist) if self.number(at + 1).is_none() => (Some(Era::Buddhist), at + 1),
            Some(Mark::Common) if self.number(at + 1).is_none() => (Some(Era::Common), at + 1),
            _ => (None, at),
        }
    }

    /// A number that may be a year; parts that a space divides are put together.
    pub(super) fn year_number(
        &self,
        at: usize,
        era: Option<Era>,
        english: bool,
        tied: bool,
    ) -> Option<(Year, usize)> {
        let (value, digits) = self.number(at)?;
        let make = |value, digits, end| Some((Year { value, digits, era, english }, end));
        if digits < 4
            && let Some((more, more_digits)) = self.number(at + 1)
            && digits + more_digits == 4
        {
            let joined = value * 10u32.pow(u32::from(more_digits)) + more;
            if likely_year(joined) && !self.starts_day(at + 1) {
                return make(joined, 4, at + 2);
            }
        }
        if digits == 1 || digits > 4 {
            return None;
        }
        if digits == 2 && !tied {
            let counted = self.is_mark(at + 1, &[Mark::Unit, Mark::SpanDays])
                || value <= 31 && self.is_mark(at + 1, &[Mark::Day]);
            if counted || self.starts_day(at) || self.heads_figures(at) {
                return None;
            }
        }
        if digits == 4 && !plausible(value) {
            // Kept as written: the reader is told that it cannot be meant.
            return (1900..2700).contains(&value).then(|| make(value, digits, at + 1)).flatten();
        }
        make(value, digits, at + 1)
    }

    /// True if a number is the first of "12/1/66".
    fn heads_figures(&self, at: usize) -> bool {
        self.kind(at + 1) == Some(Kind::Slash) && self.number(at + 2).is_some() && !self.starts_day(at + 2)
    }

    /// True if a number is a day before a month's name.
    pub(super) fn starts_day(&self, at: usize) -> bool {
        let day = self.number(at).is_some_and(|(value, _)| value <= 31);
        day && matches!(self.kind(at + 1), Some(Kind::Month { .. }))
            || (self.number(at).is_some_and(|(v, _)| v <= 31)
                && self.kind(at + 1) == Some(Kind::Dash)
                && self.number(at + 2).is_some_and(|(v, d)| d <= 2 && v <= 31)
                && matches!(self.kind(at + 3), Some(Kind::Month { .. })))
    }

    /// "ที่ 12 มีนาคม", "สัปดาห์ 9-13 มี.ค.": behind words that count things a month still makes a day of it.
    fn named_with_month(&self, at: usize) -> bool {
        let range = self.kind(at + 1) == Some(Kind::Dash)
            && self.number(at + 2).is_some_and(|(_, digits)| digits <= 2)
            && matches!(self.kind(at + 3), Some(Kind::Month { .. }));
        let before = at.checked_sub(1).and_then(|before| self.mark(before));
        match before {
            Some(Mark::At) => range || matches!(self.kind(at + 1), Some(Kind::Month { .. })),
            Some(Mark::Week) => range,
            _ => false,
        }
    }

    /// True if the words before a number say that it counts or names something else.
    pub(super) fn blocked_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        match self.kind(before) {
            Some(Kind::Mark(
                Mark::Number | Mark::At | Mark::Quarter | Mark::Round | Mark::Term | Mark::Week,
            )) => true,
            Some(Kind::Number { .. } | Kind::Amount) => self.lexed.tight(at),
            Some(Kind::Slash | Kind::Dot) => {
                self.lexed.tight(at)
                    && before > 0
                    && matches!(self.kind(before - 1), Some(Kind::Number { .. } | Kind::Amount | Kind::Clock))
            }
            // "ห้อง 5 - 10": the word holds for both numbers.
            Some(Kind::Dash) if before > 1 && self.number(before - 1).is_some() => {
                let month = matches!(self.kind(at + 1), Some(Kind::Month { .. }));
                self.is_mark(before - 2, &[Mark::Number]) || !month && self.is_mark(before - 2, &[Mark::At])
            }
            _ => false,
        }
    }
}

/// A year that reports can be about, in either era.
pub(super) fn plausible(value: u32) -> bool {
    (2440..=2643).contains(&value) || (1950..=2100).contains(&value)
}

/// A year of the reports' own time, to put divided digits together.
fn likely_year(value: u32) -> bool {
    (2540..=2599).contains(&value) || (2000..=2049).contains(&value)
}

fn year(value: u32, digits: u8) -> Option<Year> {
    (2..=4).contains(&digits).then_some(Year { value, digits, era: None, english: false })
}

/// Day, month and year in figures; the month first where the second number cannot be one.
fn dated(day: u32, month: u32, year: Option<Year>) -> Option<Point> {
    let (day, month, swapped) =
        if month > 12 && (1..=12).contains(&day) { (month, day, true) } else { (day, month, false) };
    let year = year?;
    let known = year.digits < 4 || (1900..2700).contains(&year.value);
    known.then_some(Point {
        day: Some(day),
        month: Some(month as i8),
        year: Some(year),
        numeric: true,
        swapped,
        ..Point::default()
    })
}
