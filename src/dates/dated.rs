//! Whether and where a text names a day, a month, a quarter, a week or a time. The pieces and forms are those by which
//! dates are read, so that what is found can be read and what can be read is found.

use super::forms::{Cursor, Point, Shape, Whose};
use super::tokens::{Kind, Lexed, Mark, Token};
use crate::thai::{Memo, is_digit};
use regex::Regex;
use std::ops::Range;
use std::rc::Rc;
use std::sync::LazyLock;

/// A cell that holds nothing but days of a month is no longer, in bytes.
const DAYS: usize = 200;
/// A text that may be nothing but a month's abbreviation is no longer, in bytes.
const SHORT: usize = 36;

/// A day with its weekday and its words takes no more, in characters.
const HEAD: usize = 100;

/// Everything that one look at a text tells: each is told by the function of its name, and who asks for several asks once.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "answers to independent questions about one text")]
pub struct Places {
    /// As `days` tells.
    pub days: Vec<Range<usize>>,
    day_number: Option<Range<usize>>,
    /// As `month` tells.
    pub month: Option<Range<usize>>,
    /// As `quarter` tells.
    pub quarter: Option<Range<usize>>,
    /// As `time` tells.
    pub time: Option<Range<usize>>,
    is_days: bool,
    /// As `is_month` tells.
    pub is_month: bool,
    /// As `is_week` tells.
    pub is_week: bool,
    names_period: bool,
}

/// Where days, months, quarters and times are named in a text; remembered.
pub fn places(text: &str) -> Rc<Places> {
    thread_local! { static KNOWN: Memo<Rc<Places>> = Memo::default(); }
    KNOWN.with(|known| known.of(text, || Rc::new(look(text))))
}

/// The first place where a day of a month is named, with or without its year: `12-14 ม.ค. 66`, `10/1/2566`, `3 May 2023`.
pub fn day(text: &str) -> Option<Range<usize>> {
    places(text).days.first().cloned()
}

/// As much of a text as can hold a day or a time that stands at its beginning.
pub fn head(text: &str) -> &str {
    text.char_indices().nth(HEAD).map_or(text, |(end, _)| &text[..end])
}

/// All places where a day of a month is named, in their order.
pub fn days(text: &str) -> Vec<Range<usize>> {
    places(text).days.clone()
}

/// A day without its month at the beginning of a text, behind the word for days: `วันที่ 8 ต้อนรับคณะ…`.
pub fn day_number(text: &str) -> Option<Range<usize>> {
    places(text).day_number.clone()
}

/// The first place where a month is named by its full name or with a year.
pub fn month(text: &str) -> Option<Range<usize>> {
    places(text).month.clone()
}

/// True if the text names nothing but a month, with or without its year.
pub fn is_month(text: &str) -> bool {
    places(text).is_month
}

/// True if the text names a month, quarter, half-year or year.
pub fn names_period(text: &str) -> bool {
    places(text).names_period
}

/// The first place where a quarter is named by its number.
pub fn quarter(text: &str) -> Option<Range<usize>> {
    places(text).quarter.clone()
}

/// True if a week of a month is named by its number at the beginning of the text.
pub fn is_week(text: &str) -> bool {
    places(text).is_week
}

/// The first place where a time of day is named: `เวลา 10.00 น.`
pub fn time(text: &str) -> Option<Range<usize>> {
    places(text).time.clone()
}

/// True if the text is nothing but days of a month: `10`, `12-14`, `พ. 13`.
pub fn is_days(text: &str) -> bool {
    places(text).is_days
}

/// The first and the last day that a named day or stretch of days reaches, each as month and day: `10-12 มี.ค. 69` is
/// `((3, 10), (3, 12))`. `None` where no day of a month is named. Years are not looked at.
pub fn reach(days: &str) -> Option<((i8, i8), (i8, i8))> {
    let lexed = Lexed::of(days);
    let reached: Vec<(i8, i8)> =
        Cursor::over(&lexed).shapes().into_iter().flat_map(|(shape, ..)| month_days(&shape)).collect();
    Some((*reached.first()?, *reached.last()?))
}

/// The days that a text names as those of a letter or of data, not of an event, each as month and day.
pub fn of_letters(text: &str) -> Vec<(i8, i8)> {
    if !may_name_any(text) {
        return Vec::new();
    }
    let lexed = Lexed::of(text);
    lexed
        .found()
        .iter()
        .filter(|one| one.whose == Whose::Writing)
        .flat_map(|one| month_days(&one.shape))
        .collect()
}

/// The days of a month that a form of a date names, in order.
fn month_days(shape: &Shape) -> Vec<(i8, i8)> {
    let Shape::Points(points) = shape else { return Vec::new() };
    let mut month = None;
    let mut days: Vec<(i8, i8)> = Vec::new();
    // A month stands behind the days that it is named for.
    for point in points.iter().rev() {
        month = point.month.or(month);
        let day = point.day.and_then(|day| i8::try_from(day).ok());
        days.extend(month.zip(day));
    }
    days.reverse();
    days
}

fn look(text: &str) -> Places {
    if !may_name_any(text) {
        return Places::default();
    }
    let lexed = Lexed::as_written(text);
    let cursor = Cursor { lexed: &lexed, apart: true };
    let view = View { text, lexed: &lexed, cursor: &cursor, offsets: offsets(text) };
    let days = view.days();
    let month = view.month();
    Places {
        names_period: month.is_some() || !days.is_empty() || view.names_span(),
        day_number: if days.first().is_some_and(|day| day.start == 0) { None } else { view.day_number() },
        quarter: view.quarter(),
        time: view.time(),
        is_days: text.len() < DAYS && view.is_days(),
        is_month: view.is_month(),
        is_week: matches!(
            (lexed.kind(0), lexed.kind(1)),
            (Some(Kind::Mark(Mark::Week)), Some(Kind::Number { digits: 1, .. }))
        ),
        days,
        month,
    }
}

/// What a text names without figures: months, and spans without their number.
#[expect(clippy::unwrap_used, reason = "the words are constants of this file")]
static STEMS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|กรกฏา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา|ไตรมาส|ปีงบประมาณ|ครึ่งปี|(?i:quarter)",
    )
    .unwrap()
});

/// Most texts have neither figures nor a month's name, and need not be taken apart.
fn may_name_any(text: &str) -> bool {
    text.len() <= SHORT || text.contains(is_digit) || STEMS.is_match(text)
}

/// Where each character begins, and the end.
fn offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

struct View<'a> {
    text: &'a str,
    lexed: &'a Lexed,
    cursor: &'a Cursor<'a>,
    offsets: Vec<usize>,
}

impl View<'_> {
    /// Pieces as a range of bytes.
    fn range(&self, from: usize, to: usize) -> Range<usize> {
        let byte = |at: usize| self.offsets.get(at).copied().unwrap_or(self.text.len());
        let tokens = &self.lexed.tokens;
        byte(tokens[from].start)..tokens[from..to].last().map_or(0, |token| byte(token.end))
    }

    fn days(&self) -> Vec<Range<usize>> {
        let named = self.cursor.shapes().into_iter().filter_map(|(shape, from, to)| match shape {
            Shape::Points(points) => self.names_day(&points, from).then_some((from, to)),
            Shape::Years { .. }
            | Shape::Quarters { .. }
            | Shape::Half { .. }
            | Shape::School { .. }
            | Shape::Digits { .. } => None,
        });
        named.map(|(from, to)| self.led(from, to)).collect()
    }

    fn names_day(&self, points: &[Point], from: usize) -> bool {
        let day = points.iter().any(|point| point.day.is_some());
        let possible = points.iter().all(|point| point.day.is_none_or(|day| (1..=31).contains(&day)));
        let month = points.iter().any(|point| point.month.is_some_and(|month| (1..=12).contains(&month)));
        // Figures alone, and an English month before its day, need the year to be told from other numbers.
        let year = points.iter().any(|point| point.year.is_some());
        let figures = points.iter().any(|point| point.numeric);
        let behind = matches!(self.lexed.kind(self.past_words(from)), Some(Kind::Month { .. }));
        let sure = points.iter().all(|point| !point.uncertain);
        day && month && possible && sure && (year || !(figures || behind))
    }

    /// Past the words that lead to a day.
    fn past_words(&self, from: usize) -> usize {
        let leads = |at: &usize| {
            matches!(
                self.lexed.kind(*at),
                Some(
                    Kind::Weekday(_)
                        | Kind::Comma
                        | Kind::Mark(Mark::Day | Mark::Neutral | Mark::Of | Mark::Month | Mark::At)
                )
            )
        };
        (from..self.lexed.tokens.len()).take_while(leads).last().map_or(from, |last| last + 1)
    }

    /// A day with its weekday and the word for days before it, and without other words that lead to it.
    fn led(&self, mut from: usize, to: usize) -> Range<usize> {
        while self.cursor.is_mark(from, &[Mark::Neutral, Mark::Of, Mark::Month]) || self.letter(from) {
            from += 1;
        }
        let mut range = self.range(from, self.past_clock(to));
        // The word may be the end of one that says whose day it is: "ลงวันที่", "เลื่อนเป็นวันที่".
        let before = self.text[..range.start].trim_end_matches(' ');
        if before.ends_with(DAY_WORD) {
            range.start = before.len() - DAY_WORD.len();
            return range;
        }
        if self.cursor.is_mark(from, &[Mark::Day])
            && let Some(at) = self.text[range.clone()].find(DAY_WORD)
            && at > 0
            && self.text[range.start + at..].chars().next() == DAY_WORD.chars().next()
            && self.offsets[self.lexed.tokens[from].end] >= range.start + at + DAY_WORD.len()
        {
            range.start += at;
        }
        range
    }

    /// A weekday's letter, which may as well number an item: "จ. 12 ก.พ. 67".
    fn letter(&self, at: usize) -> bool {
        let short = |token: &Token| self.lexed.text(token.start, token.end).ends_with('.');
        matches!(self.lexed.kind(at), Some(Kind::Weekday(_))) && self.lexed.tokens.get(at).is_some_and(short)
    }

    /// Past the hour that is written onto a day: "2024-03-05T10:20:00".
    fn past_clock(&self, to: usize) -> usize {
        let tied = self.lexed.kind(to) == Some(Kind::Word) && self.lexed.kind(to + 1) == Some(Kind::Clock);
        if tied && self.lexed.tight(to) && self.lexed.tight(to + 1) { to + 2 } else { to }
    }

    fn month(&self) -> Option<Range<usize>> {
        let tokens = &self.lexed.tokens;
        (0..tokens.len()).find_map(|at| match tokens[at].kind {
            Kind::Month { english, uncertain: false, .. } => {
                let (year, end) = self.cursor.year_after(at + 1, english);
                let (start, stop) = (tokens[at].start, tokens[at].end);
                let name = stop - start >= FULL_NAME && !self.lexed.text(start, stop).contains('.');
                let years = year.is_some_and(|year| !english || year.digits == 4);
                match (english, name) {
                    (false, true) => Some(self.range(at, at + 1)),
                    (false, false) | (true, _) => years.then(|| self.range(at, end)),
                }
            }
            // "1/2566"
            Kind::Number { value: 1..=12, digits: 1..=2 } if self.lexed.kind(at + 1) == Some(Kind::Slash) => {
                let year = matches!(self.lexed.kind(at + 2), Some(Kind::Number { digits: 4, .. }));
                let named = at > 0 && self.cursor.is_mark(at - 1, &[Mark::Number]);
                (year && !named).then(|| self.range(at, at + 3))
            }
            _ => None,
        })
    }

    fn is_month(&self) -> bool {
        let at = usize::from(self.cursor.is_mark(0, &[Mark::Month]));
        let Some(Kind::Month { english, uncertain: false, .. }) = self.lexed.kind(at) else { return false };
        let (_, end) = self.cursor.year_after(at + 1, english);
        end == self.lexed.tokens.len()
    }

    fn quarter(&self) -> Option<Range<usize>> {
        (0..self.lexed.tokens.len()).filter(|at| self.cursor.is_mark(*at, &[Mark::Quarter])).find_map(|at| {
            let next = self.cursor.skip(at + 1, &[Mark::At]);
            let open = usize::from(self.lexed.kind(next) == Some(Kind::Open));
            let number = self.cursor.number(next + open).filter(|(_, digits)| *digits == 1);
            let end = next + open + 1;
            let closed = usize::from(open == 1 && self.lexed.kind(end) == Some(Kind::Close));
            number.map(|_| self.range(at, end + closed))
        })
    }

    /// True if a quarter, half-year or year is named, with or without its number.
    fn names_span(&self) -> bool {
        let tokens = &self.lexed.tokens;
        (0..tokens.len()).any(|at| match tokens[at].kind {
            Kind::Mark(Mark::Quarter | Mark::Fiscal | Mark::Half(_) | Mark::FiscalHalf(_)) => true,
            Kind::Mark(Mark::Round) => matches!(self.lexed.kind(at + 1), Some(Kind::Number { .. })),
            Kind::Mark(Mark::Year | Mark::Buddhist) => {
                matches!(self.lexed.kind(at + 1), Some(Kind::Number { digits: 2..=4, .. }))
            }
            Kind::Number { value, digits: 4 } => {
                let word = at > 0 && self.lexed.kind(at - 1) == Some(Kind::Word) && self.lexed.tight(at);
                matches!(value, 2000..=2099 | 2500..=2599) && !word
            }
            // "256701"
            Kind::Number { value, digits: 6 } => {
                matches!(value / 100, 2000..=2099 | 2500..=2599) && (1..=12).contains(&(value % 100))
            }
            _ => false,
        })
    }

    fn day_number(&self) -> Option<Range<usize>> {
        let end = self.numbers(self.cursor.is_mark(0, &[Mark::Day]).then_some(1)?)?;
        let counted = matches!(
            self.lexed.kind(end),
            Some(
                Kind::Number { .. }
                    | Kind::Amount
                    | Kind::Month { .. }
                    | Kind::Slash
                    | Kind::Dot
                    | Kind::Clock
            )
        );
        let apart = self.lexed.tokens.get(end).is_none_or(|_| !self.lexed.tight(end));
        (!counted && apart).then(|| self.range(0, end))
    }

    /// The piece after days of a month joined by signs and words.
    fn numbers(&self, from: usize) -> Option<usize> {
        let day = |at: usize| matches!(self.cursor.number(at), Some((1..=31, 1..=2)));
        let mut at = from;
        loop {
            if !day(at) {
                return None;
            }
            at += 1;
            let join = matches!(
                self.lexed.kind(at),
                Some(Kind::Dash | Kind::Comma | Kind::Slash | Kind::Mark(Mark::And | Mark::To | Mark::Until))
            );
            let next = at + 1 + usize::from(self.cursor.is_mark(at + 1, &[Mark::Day]));
            if !join || !day(next) {
                return Some(at);
            }
            at = next;
        }
    }

    fn is_days(&self) -> bool {
        let weekday = usize::from(matches!(self.lexed.kind(0), Some(Kind::Weekday(_))));
        let from = weekday + usize::from(self.cursor.is_mark(weekday, &[Mark::Day]));
        self.numbers(from) == Some(self.lexed.tokens.len())
    }

    /// A time with its unit, or behind the word for times.
    fn time(&self) -> Option<Range<usize>> {
        let tokens = &self.lexed.tokens;
        (0..tokens.len()).filter(|at| tokens[*at].kind == Kind::Clock).find_map(|at| {
            let mut end = at + 1;
            let joined =
                matches!(self.lexed.kind(end), Some(Kind::Dash | Kind::Mark(Mark::To | Mark::Until)));
            if joined && self.lexed.kind(end + 1) == Some(Kind::Clock) {
                end += 2;
            }
            let led = at > 0 && self.cursor.is_mark(at - 1, &[Mark::Time]);
            let unit = self.lexed.text(tokens[end - 1].start, tokens[end - 1].end).contains(HOUR);
            let from = if led { at - 1 } else { at };
            let range = self.range(from, end);
            let named = unit_after(&self.text[range.end..]);
            match (led, unit, named) {
                (_, _, Some(length)) => Some(range.start..range.end + length),
                (true, _, None) | (_, true, None) => Some(range),
                (false, false, None) => None,
            }
        })
    }
}

/// The word for days.
const DAY_WORD: &str = "วันที่";
/// The letter for hours.
const HOUR: char = 'น';
/// A month's abbreviation is shorter, in characters.
const FULL_NAME: usize = 6;

/// The length of a unit of hours that is written out behind a time.
fn unit_after(rest: &str) -> Option<usize> {
    let blank = rest.len() - rest.trim_start_matches(' ').len();
    let unit = ["นาฬิกา", "hrs.", "hrs", "hr.", "hr"].iter().find(|unit| rest[blank..].starts_with(**unit))?;
    Some(blank + unit.len())
}
