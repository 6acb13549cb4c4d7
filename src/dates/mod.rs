//! When it was: Thai date texts and typed cells to days of the common era.
//!
//! A text is taken apart (`tokens`), the forms of dates are found among its pieces (`forms`, `bounds`), and years
//! and months are settled (`years`, `resolve`). What cannot be meant is refused with a doubt, never bent.

mod bounds;
pub mod dated;
mod forms;
pub mod habit;
pub mod notation;
mod purpose;
mod report;
mod resolve;
mod spans;
mod tokens;
mod typed;
mod years;

pub use crate::model::ReportPeriod;
pub use purpose::Purpose;
pub use report::{Disagreement, month_of_text, report_period, section_month};
pub use years::WINDOW;

use crate::model::{Confidence, Doubt, Period, Precision, Reading, Value};
use crate::thai::calendar::{BUDDHIST_OFFSET, MONTHS};
use forms::{Basis, Found, Moved, Named, Shape, Whose};
pub use habit::Habit;
use resolve::Settled;
use tokens::{Kind, Lexed, Mark};

/// What is known before a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Setting {
    /// The report's own period.
    pub report: Option<ReportPeriod>,
    /// Year, if stated, and month of the section that the record stands in.
    pub section: Option<(Option<i16>, i8)>,
    /// True if the text stands where a date is expected, so that "10" or "2566" may be one.
    pub field: bool,
    /// How the dates of its sheet are written.
    pub habit: Habit,
}

impl Setting {
    fn section_period(&self) -> Option<ReportPeriod> {
        let (year, month) = self.section?;
        ReportPeriod::month(year?, month)
    }
}

/// No day at all.
pub const NO_PERIOD: Period = Period { start: None, end: None, precision: Precision::None };

/// Days before and after the report's period from which on a date is clearly outside: a report carries what came
/// in late from the two months before, and plans for half a year.
const LATE_DAYS: i32 = 62;
const AHEAD_DAYS: i32 = 184;

/// Nothing, with the reasons.
pub fn missing(raw: String, doubts: Vec<Doubt>) -> Reading<Period> {
    Reading { value: NO_PERIOD, raw, confidence: Confidence::Missing, doubts }
}

/// A period with the doubts about it.
pub fn reading(value: Period, raw: String, mut doubts: Vec<Doubt>) -> Reading<Period> {
    doubts.sort();
    doubts.dedup();
    let confidence = if doubts.is_empty() { Confidence::Certain } else { Confidence::Guess };
    Reading { value, raw, confidence, doubts }
}

/// The new day that a text names for something that was moved or corrected. `put_off` says that it is known to have been
/// put off, so that words which may only fix a day name the new one.
pub fn moved_to(text: &str, setting: &Setting, put_off: bool) -> Option<Reading<Period>> {
    if !names_any(text) {
        return None;
    }
    let lexed = Lexed::of(text);
    let found = lexed.found();
    let told = put_off
        || found.iter().any(|one| one.moved_from)
        || found.iter().any(|one| one.moved_to == Some(Moved::Said));
    let moved = told && found.iter().any(|one| one.moved_to.is_some());
    moved.then(|| read(text, setting)).filter(|reading| reading.value.precision != Precision::None)
}

/// True if a day or month stands in a text: most need not be taken apart.
fn names_any(text: &str) -> bool {
    dated::day(text).is_some() || dated::month(text).is_some()
}

/// The former day that a text names for something that was moved or called off.
pub fn moved_from(text: &str, setting: &Setting) -> Option<Reading<Period>> {
    if !names_any(text) {
        return None;
    }
    let lexed = Lexed::of(text);
    let found = lexed.found().iter().find(|one| one.moved_from)?;
    let raw = words(&lexed, found);
    let Settled { span, doubts } = resolve::settle(found, &raw, setting);
    Some(reading(resolve::bounded(span?, found), raw, doubts))
}

/// The last day of an agreement that a text names by a word for it.
pub fn expiry(text: &str, setting: &Setting) -> Option<Reading<Period>> {
    if !names_any(text) {
        return None;
    }
    let lexed = Lexed::of(text);
    let found = lexed.found().iter().find(|one| one.whose == Whose::Expiry)?;
    let raw = words(&lexed, found);
    let Settled { span, doubts } = resolve::settle(found, &raw, setting);
    Some(reading(resolve::bounded(span?, found), raw, doubts))
}

/// The part of a month that a text names and nothing else.
pub fn part_of_month(text: &str, setting: &Setting) -> Option<Reading<Period>> {
    let lexed = Lexed::of(text);
    let found = lexed.found();
    let [Found { part: Some(_), .. }] = found[..] else { return None };
    is_whole(&lexed, found, false)
        .then(|| read(text, setting))
        .filter(|reading| reading.value.precision == Precision::Month)
}

/// The part of the section's or report's month that a text tells without naming the month: `ต้นเดือน`.
fn part_of_own_month(text: &str, setting: &Setting) -> Option<Reading<Period>> {
    let report = || {
        setting.report.filter(|one| ReportPeriod::month(one.start.year(), one.start.month()) == Some(*one))
    };
    let own = setting.section_period().or_else(report)?;
    let (year, month) = (i32::from(own.start.year()) + BUDDHIST_OFFSET, own.start.month());
    let name = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at))?;
    let part = part_of_month(&format!("{} {name} {year}", text.trim()), setting)?;
    Some(Reading { raw: text.to_owned(), ..part })
}

/// True if a word that leads to a day stands before it, as in a sentence: `วันที่`, `เมื่อวันที่`.
pub fn is_led(text: &str) -> bool {
    let first = Lexed::of(text).tokens.first().map(|token| token.kind);
    matches!(first, Some(Kind::Mark(Mark::Day | Mark::Neutral)))
}

/// True if a text is a year's number, under a heading that is a word for years.
pub fn is_year(heading: &str, text: &str) -> bool {
    let kinds = |text: &str| -> Vec<Kind> { Lexed::of(text).tokens.iter().map(|token| token.kind).collect() };
    matches!(kinds(text)[..], [Kind::Number { value, digits: 4 }] if forms::plausible(value))
        && matches!(kinds(heading)[..], [Kind::Mark(Mark::Year | Mark::Buddhist | Mark::Common)])
}

/// The period of a typed cell; `text` is how it was written or shown.
pub fn value_period(value: &Value, text: &str, setting: &Setting) -> Reading<Period> {
    match value {
        Value::Text(text) => read(text, setting),
        Value::Date(day) => outside(typed::dated(day.date(), text, setting), setting),
        Value::Number(number) => outside(typed::number(*number, text, setting), setting),
        Value::Bool(_) | Value::Error(_) => {
            missing(text.to_owned(), vec![Doubt::DateNotUnderstood { written: text.to_owned() }])
        }
    }
}

/// The period that a text states.
pub fn read(text: &str, setting: &Setting) -> Reading<Period> {
    let lexed = Lexed::of(text);
    let mut found = lexed.found().to_vec();
    let whole = is_whole(&lexed, &found, false);
    let listed = setting.field && is_whole(&lexed, &found, true);
    found.retain(|one| admitted(one, &lexed, whole, setting.field));
    if setting.habit.month_first {
        found.iter_mut().for_each(Found::month_first);
    }
    prefer(&mut found, whole, setting.field);
    join_quarter(&mut found);
    if found.is_empty() {
        let part = setting.field.then(|| part_of_own_month(text, setting)).flatten();
        return part.unwrap_or_else(|| nothing(text, &lexed, setting));
    }
    let mut settled: Vec<(Settled, &Found, String)> = found
        .iter()
        .map(|one| {
            let raw = words(&lexed, one);
            (resolve::settle(one, &raw, setting), one, raw)
        })
        .collect();
    let dropped = drop_unsettled(&mut settled);
    let Some((first, shape, raw)) = settled.first() else { return nothing(text, &lexed, setting) };
    let Some(span) = first.span else { return missing(raw.clone(), first.doubts.clone()) };
    let mut value = resolve::bounded(span, shape);
    let mut doubts = first.doubts.clone();
    let torn = span.precision != Precision::Day && figures_left(&lexed, &found);
    if dropped || torn {
        doubts.push(Doubt::WordingContradicts { written: text.to_owned() });
    }
    for (other, shape, other_raw) in &settled[1..] {
        let Some(span) = other.span else { continue };
        let next = resolve::bounded(span, shape);
        if next.start == value.start && next.end == value.end {
            continue;
        }
        if listed && next.precision == value.precision {
            value.start = value.start.min(next.start);
            value.end = value.end.max(next.end);
            doubts.extend(other.doubts.clone());
        } else if !covers(&next, &value) && !covers(&value, &next) {
            doubts.push(Doubt::WordingContradicts { written: other_raw.clone() });
        }
    }
    outside(reading(value, raw.clone(), doubts), setting)
}

/// Leaves out what could not be settled beside what could; true if a day was among it.
fn drop_unsettled(settled: &mut Vec<(Settled, &Found, String)>) -> bool {
    if settled.len() < 2 || settled.iter().all(|(one, ..)| one.span.is_none()) {
        return false;
    }
    let unsettled =
        |one: &Settled| one.span.is_none() && matches!(one.doubts[..], [Doubt::DateNotUnderstood { .. }]);
    let days = settled.iter().any(|(one, found, _)| unsettled(one) && found.has_day());
    settled.retain(|(one, ..)| !unsettled(one));
    days
}

/// True if numbers that may be a day, a month or a year are left beside a coarse date: "ม.ค. 66 (10-12)".
fn figures_left(lexed: &Lexed, found: &[Found]) -> bool {
    left(lexed, found).any(|at| match lexed.tokens[at].kind {
        Kind::Number { value, digits } => {
            let counts = matches!(
                lexed.kind(at + 1),
                Some(Kind::Mark(Mark::Unit | Mark::SpanDays | Mark::Year | Mark::Month | Mark::FirstMonths))
            );
            let named = at > 0 && matches!(lexed.kind(at - 1), Some(Kind::Mark(Mark::Quarter | Mark::Round)));
            let may_be =
                (digits <= 2 && (1..=31).contains(&value)) || (digits == 4 && forms::plausible(value));
            let led = at > 0 && matches!(lexed.kind(at - 1), Some(Kind::Mark(Mark::Day | Mark::Month)));
            may_be && (led || !counts) && !named
        }
        Kind::Mark(Mark::Quarter) => !matches!(lexed.kind(at + 1), Some(Kind::Number { .. })),
        _ => false,
    })
}

fn covers(outer: &Period, inner: &Period) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn words(lexed: &Lexed, found: &Found) -> String {
    let start = lexed.tokens.get(found.from).map_or(0, |token| token.start);
    let end = found.to.checked_sub(1).and_then(|at| lexed.tokens.get(at)).map_or(start, |token| token.end);
    lexed.text(start, end)
}

/// No date: whether one was expected and not understood.
fn nothing(text: &str, lexed: &Lexed, setting: &Setting) -> Reading<Period> {
    let figures = lexed
        .tokens
        .iter()
        .any(|token| matches!(token.kind, Kind::Number { .. } | Kind::Month { .. } | Kind::Amount));
    let doubt = if figures && setting.field {
        Doubt::DateNotUnderstood { written: text.to_owned() }
    } else {
        Doubt::DateMissing
    };
    missing(text.to_owned(), vec![doubt])
}

/// The pieces that stand outside the dates.
fn left(lexed: &Lexed, found: &[Found]) -> impl Iterator<Item = usize> {
    let mut within = vec![false; lexed.tokens.len()];
    for one in found {
        within[one.from..one.to].fill(true);
    }
    within.into_iter().enumerate().filter(|(_, within)| !within).map(|(at, _)| at)
}

/// True if nothing but times, brackets and stray numbers stands outside the dates; with `numbering`, words such
/// as "ครั้งที่" may count them.
fn is_whole(lexed: &Lexed, found: &[Found], numbering: bool) -> bool {
    left(lexed, found).all(|at| match lexed.tokens[at].kind {
        Kind::Clock
        | Kind::Number { .. }
        | Kind::Weekday(_)
        | Kind::Ordinal
        | Kind::Dash
        | Kind::Dot
        | Kind::Comma
        | Kind::Open
        | Kind::Close
        | Kind::Slash => true,
        Kind::Mark(Mark::Number) => numbering,
        Kind::Mark(mark) => {
            !matches!(mark, Mark::Unit | Mark::Letter | Mark::MovedFrom | Mark::MovedTo | Mark::Becomes)
        }
        Kind::Amount | Kind::Month { .. } | Kind::Word => false,
    })
}

/// True if a form may be a date where it stands: figures alone need a place where a date is expected.
fn admitted(found: &Found, lexed: &Lexed, whole: bool, field: bool) -> bool {
    let before = found.from.checked_sub(1).and_then(|at| lexed.kind(at));
    match &found.shape {
        Shape::Points(points) => {
            let month = points.iter().any(|point| point.month.is_some());
            let year = points.iter().any(|point| point.year.is_some());
            let day = points.iter().any(|point| point.day.is_some());
            let numeric = points.iter().any(|point| point.numeric);
            if !month {
                return field && whole;
            }
            let led = (found.from..found.to)
                .any(|at| matches!(lexed.kind(at), Some(Kind::Mark(Mark::Month | Mark::Day))));
            let bare_numeric = numeric && !(year && day);
            (field || !bare_numeric || led)
                && (whole || day || year || led)
                && (!bare_numeric || whole || led)
        }
        Shape::Years { basis: Basis::Unstated, .. } => {
            field && (whole || (before == Some(Kind::Open)) || lexed.kind(found.from) == Some(Kind::Open))
        }
        Shape::Digits { .. } => field && whole && lexed.tokens.len() == 1,
        // "โครงการ … ประจำปี 2566" names the activity, not its day.
        Shape::Years { .. } | Shape::Half { .. } | Shape::School { .. } => field,
        Shape::Quarters { .. } => true,
    }
}

/// "ปีงบประมาณ 2566 ไตรมาส 2": the year stands before its quarter.
fn join_quarter(found: &mut Vec<Found>) {
    let [one, two] = &mut found[..] else { return };
    let (
        Shape::Years { first, last: None, basis },
        Shape::Quarters { year: year @ None, basis: counted, .. },
    ) = (&one.shape, &mut two.shape)
    else {
        return;
    };
    *year = Some(*first);
    *counted = if *basis == Basis::Fiscal { Basis::Fiscal } else { *counted };
    two.from = one.from;
    found.remove(0);
}

/// Leaves out dates of letters and those before a change, and spans that brackets explain.
fn prefer(found: &mut Vec<Found>, whole: bool, field: bool) {
    if found.iter().any(|one| one.moved_to.is_some()) {
        found.retain(|one| one.moved_to.is_some());
    }
    found.retain(|one| !one.moved_from);
    let alone = field && found.len() == 1;
    if !alone {
        found.retain(|one| one.whose == Whose::Event);
    }
    if found.iter().any(|one| one.named.is_some()) {
        let named = |kind: Named| found.iter().any(|one| one.named == Some(kind));
        let (quarter, half) = (named(Named::Quarter), named(Named::Half));
        found.retain(|one| match one.shape {
            Shape::Quarters { .. } => !quarter,
            Shape::Half { .. } => !half,
            Shape::Points(_) | Shape::Years { .. } | Shape::School { .. } | Shape::Digits { .. } => true,
        });
    }
    let fine =
        |one: &Found| matches!(&one.shape, Shape::Points(points) if points.iter().any(|p| p.day.is_some()));
    if !whole && found.iter().any(fine) {
        found.retain(fine);
    }
}

/// Doubts a date that is clearly outside the report's period.
fn outside(reading: Reading<Period>, setting: &Setting) -> Reading<Period> {
    let Some(report) = setting.report else { return reading };
    let Period { start, end, .. } = reading.value;
    let late = end.or(start).is_some_and(|day| day < report.start && report.distance(day) > LATE_DAYS);
    let ahead = start.or(end).is_some_and(|day| day > report.end && report.distance(day) > AHEAD_DAYS);
    if (late && (end.is_some() || start.is_none())) || ahead {
        let likely = start.or(end).and_then(|day| years::slip(day, report));
        return reading.doubted(Doubt::OutsidePeriod { period: report, likely });
    }
    reading
}
