//! When it was: Thai date texts and typed cells to days of the common era.
//!
//! A text is taken apart (`tokens`), the forms of dates are found among its pieces (`forms`, `bounds`), and years
//! and months are settled (`years`, `resolve`). What cannot be meant is refused with a doubt, never bent.

mod bounds;
mod forms;
pub mod habit;
mod report;
mod resolve;
mod spans;
mod tokens;
mod typed;
mod years;

pub use report::{Disagreement, report_period};
pub use years::WINDOW;

use crate::model::{Confidence, Doubt, Period, Precision, Reading, Record, Role, Value, Written};
use crate::vocab::Vocab;
use forms::{Basis, Cursor, Found, Named, Shape};
pub use habit::Habit;
use jiff::civil::Date;
use resolve::Settled;
use serde::{Deserialize, Serialize};
use tokens::{Kind, Lexed, Mark};

/// The days that a report covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ReportPeriod {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

impl ReportPeriod {
    /// Days from a day to the period; 0 inside it.
    fn distance(self, day: Date) -> i32 {
        let days = |from: Date, to: Date| from.until(to).map_or(i32::MAX, |span| span.get_days());
        if day < self.start {
            days(day, self.start)
        } else if day > self.end {
            days(self.end, day)
        } else {
            0
        }
    }

    /// From the first day of either to the last one.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    fn month(year: i16, month: i8) -> Option<Self> {
        let (start, end) = crate::thai::calendar::months((year, month), (year, month))?;
        Some(Self { start, end })
    }
}

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

const NO_PERIOD: Period = Period { start: None, end: None, precision: Precision::None };

/// Days before and after the report's period from which on a date is clearly outside: a report carries what came
/// in late from the two months before, and plans for half a year.
const LATE_DAYS: i32 = 62;
const AHEAD_DAYS: i32 = 184;

/// The period that a record states, from the columns for it, else from its other texts. `habit` is how the dates of its
/// sheet are written.
#[must_use]
pub fn period_of(record: &Record, report: Option<ReportPeriod>, habit: Habit) -> Reading<Period> {
    let texts = |role: Role| record.fields.get(&role).map(Vec::as_slice).unwrap_or_default();
    let mut beside = texts(Role::Date).iter().filter(|_| texts(Role::Date).len() > 1);
    let section = beside
        .find_map(|written| report::month_of_text(&written.text))
        .or_else(|| report::section_month(&record.context));
    let field = Setting { report, section, field: true, habit };
    // In a register of letters the column has the letter's day, and its subject the event's; so has one of clippings.
    let of_letter = texts(Role::Date).first().is_some_and(is_of_letter);
    let of_print = texts(Role::Date).first().is_some_and(|written| says(written, Mark::Published));
    if of_letter || of_print {
        let prose = Setting { field: false, ..field };
        let told = texts(Role::Activity).iter().map(|written| read(&written.text, &prose));
        if let Some(told) = told.into_iter().find(|told| told.value.precision == Precision::Day) {
            return told;
        }
    }
    let mut start = written(texts(Role::Date), &field);
    if of_print
        && texts(Role::Activity)
            .iter()
            .any(|title| Vocab::built_in().grammar.yesterday.iter().any(|word| title.text.contains(word)))
    {
        start = start.map(day_before);
    }
    // An agreement is over when it was signed; its last column is the day on which it ends.
    let signed = texts(Role::Date).first().is_some_and(|written| says(written, Mark::Signed));
    let end = if signed { None } else { written(texts(Role::DateEnd), &field) };
    let reading = match (start, end) {
        (Some(start), Some(end)) => between(start, end, &field),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => missing(String::new(), Vec::new()),
    };
    if reading.value.precision != Precision::None || refused(&reading) {
        let written = reading.raw.clone();
        return if of_letter { reading.doubted(Doubt::Approximate { written }) } else { reading };
    }
    // A text that stands alone, as a person tries it, may be anything.
    let prose = Setting { field: record.fields.len() == 1, ..field };
    let elsewhere: Vec<Reading<Period>> =
        [Role::Time, Role::Activity, Role::Venue, Role::Outcome, Role::Remark]
            .iter()
            .flat_map(|role| texts(*role))
            .map(|written| read(&written.text, &prose))
            .collect();
    let dated = elsewhere.iter().find(|found| found.value.precision != Precision::None);
    match dated.or_else(|| elsewhere.iter().find(|found| refused(found))) {
        Some(found) => found.clone(),
        None if reading.doubts.is_empty() => missing(reading.raw, vec![Doubt::DateMissing]),
        None => reading,
    }
}

/// True if the heading says that the date is a letter's.
#[must_use]
pub fn is_of_letter(written: &Written) -> bool {
    says(written, Mark::Letter)
}

/// True if the heading of a text has a word of this meaning.
fn says(written: &Written, mark: Mark) -> bool {
    Lexed::of(&written.heading)
        .tokens
        .iter()
        .any(|token| matches!(token.kind, Kind::Mark(one) if one == mark))
}

/// What was printed today and tells of yesterday.
fn day_before(reading: Reading<Period>) -> Reading<Period> {
    let before = |day: Option<Date>| day.and_then(|day| day.yesterday().ok());
    let Period { start, end, precision } = reading.value;
    if precision != Precision::Day {
        return reading;
    }
    Reading { value: Period { start: before(start), end: before(end), precision }, ..reading }
}

/// True if a date stands there that must not be replaced by one from elsewhere.
fn refused(reading: &Reading<Period>) -> bool {
    reading.doubts.iter().any(|doubt| matches!(doubt, Doubt::ImpossibleDate { .. }))
}

/// All texts of a column as one.
fn written(texts: &[Written], setting: &Setting) -> Option<Reading<Period>> {
    let texts: Vec<&Written> =
        texts.iter().filter(|one| !one.text.trim().is_empty() || one.value.is_some()).collect();
    let mut readings = texts.iter().map(|one| {
        let reading = match &one.value {
            Some(value @ (Value::Number(_) | Value::Date(_))) => value_period(value, &one.text, setting),
            Some(Value::Text(_) | Value::Bool(_) | Value::Error(_)) | None => read(&one.text, setting),
        };
        if one.flawed { reading.doubted(Doubt::CellCut) } else { reading }
    });
    let first = readings.next()?;
    // A day tells more than the month that stands in a cell of its own beside it.
    Some(
        readings.fold(first, |sum, next| if next.value.precision < sum.value.precision { next } else { sum }),
    )
}

/// First and last day from two columns.
fn between(start: Reading<Period>, end: Reading<Period>, setting: &Setting) -> Reading<Period> {
    if end.value.precision != Precision::None && !start.doubts.is_empty() && !refused(&start) {
        // "16" and "20 ม.ค. 66": the second column completes the first.
        let joined = read(&format!("{} - {}", start.raw, end.raw), setting);
        if joined.value.start.is_some() && joined.value.end == end.value.end && joined.doubts.is_empty() {
            return joined;
        }
    }
    if start.value.precision == Precision::None {
        return end;
    }
    if end.value.precision == Precision::None {
        return end
            .doubts
            .into_iter()
            .filter(|doubt| *doubt != Doubt::DateMissing)
            .fold(start, Reading::doubted);
    }
    let raw = format!("{} - {}", start.raw, end.raw);
    let value = Period {
        start: start.value.start,
        end: end.value.end,
        precision: start.value.precision.min(end.value.precision),
    };
    let mut doubts = start.doubts;
    doubts.extend(end.doubts);
    doubts.dedup();
    if value.start.zip(value.end).is_some_and(|(start, end)| end < start) {
        return missing(raw.clone(), vec![Doubt::ImpossibleDate { written: raw }]);
    }
    reading(value, raw, doubts)
}

fn missing(raw: String, doubts: Vec<Doubt>) -> Reading<Period> {
    Reading { value: NO_PERIOD, raw, confidence: Confidence::Missing, doubts }
}

fn reading(value: Period, raw: String, mut doubts: Vec<Doubt>) -> Reading<Period> {
    doubts.sort();
    doubts.dedup();
    let confidence = if doubts.is_empty() { Confidence::Certain } else { Confidence::Guess };
    Reading { value, raw, confidence, doubts }
}

/// The period of a typed cell; `text` is how it was written or shown.
#[must_use]
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
#[must_use]
pub fn read(text: &str, setting: &Setting) -> Reading<Period> {
    let lexed = Lexed::of(text);
    let mut found = Cursor { lexed: &lexed }.find();
    let whole = is_whole(&lexed, &found, false);
    let listed = setting.field && is_whole(&lexed, &found, true);
    found.retain(|one| admitted(one, &lexed, whole, setting.field));
    if setting.habit.month_first {
        found.iter_mut().for_each(Found::month_first);
    }
    prefer(&mut found, whole, setting.field);
    join_quarter(&mut found);
    if found.is_empty() {
        return nothing(text, &lexed, setting);
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
    let outside = |at: &usize| !found.iter().any(|one| (one.from..one.to).contains(at));
    (0..lexed.tokens.len()).filter(outside).any(|at| match lexed.tokens[at].kind {
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

/// True if nothing but times, brackets and stray numbers stands outside the dates; with `numbering`, words such
/// as "ครั้งที่" may count them.
fn is_whole(lexed: &Lexed, found: &[Found], numbering: bool) -> bool {
    (0..lexed.tokens.len()).filter(|at| !found.iter().any(|one| (one.from..one.to).contains(at))).all(|at| {
        match lexed.tokens[at].kind {
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
            Kind::Mark(mark) => !matches!(mark, Mark::Unit | Mark::Letter | Mark::MovedFrom | Mark::MovedTo),
            Kind::Amount | Kind::Month { .. } | Kind::Word => false,
        }
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
    if found.iter().any(|one| one.moved_to) {
        found.retain(|one| one.moved_to);
    }
    let alone = field && found.len() == 1;
    if !alone {
        found.retain(|one| !one.other_purpose);
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
        let period = format!("{} – {}", report.start, report.end);
        return reading.doubted(Doubt::OutsidePeriod { period });
    }
    reading
}
