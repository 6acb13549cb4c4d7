//! When it was: which text of a record is the event's day, and what the columns say together.

use super::title::of_flaw;
use crate::dates::{
    self, Habit, Purpose, ReportPeriod, Setting, missing, month_of_text, read, reading, section_month,
    value_period,
};
use crate::model::{
    Confidence, Doubt, Kind, Mark, Period, Precision, Reading, Record, Role, Status, Trust, Understood,
    Value, Written,
};
use crate::vocab::Vocab;
use jiff::civil::Date;

/// Texts that may tell of a change of the day.
const TOLD: [Role; 4] = [Role::Status, Role::Activity, Role::Remark, Role::Outcome];
/// Texts that may name the day where no column does.
const ELSEWHERE: [Role; 5] = [Role::Time, Role::Activity, Role::Venue, Role::Outcome, Role::Remark];
/// Texts that may name the event's day where the column has that of a letter or a print.
const BESIDE: [Role; 3] = [Role::Activity, Role::Remark, Role::Outcome];

/// The period that a record states, from the columns for it, else from its other texts. `habit` is how the dates of its
/// sheet are written.
pub fn period_of(
    vocab: Vocab,
    record: &Record,
    report: Option<ReportPeriod>,
    habit: Habit,
    status: Status,
) -> Reading<Period> {
    let dated = texts(record, Role::Date);
    let mut beside = dated.iter().filter(|_| dated.len() > 1);
    let section =
        beside.find_map(|written| month_of_text(&written.text)).or_else(|| section_month(&record.context));
    let field = Setting { report, section, field: true, habit };
    if let Some(moved) = moved_to(record, &field, status) {
        return moved;
    }
    let stated = narrowed(record, spread(record, stated(vocab, record, &field), &field), &field);
    match status {
        Status::Postponed => put_off(record, stated, &field),
        Status::Cancelled if stated.value.precision == Precision::None => announced(record, stated, &field),
        Status::Held | Status::Planned if left(record, &stated, &field) => nothing(stated),
        Status::Cancelled | Status::Held | Status::Planned => stated,
    }
}

pub(super) fn texts(record: &Record, role: Role) -> &[Written] {
    record.fields.get(&role).map(Vec::as_slice).unwrap_or_default()
}

/// The new day of what was moved or corrected, as a text or a note beside the record says.
fn moved_to(record: &Record, field: &Setting, status: Status) -> Option<Reading<Period>> {
    let prose = Setting { field: false, ..*field };
    let notes = record.marks.iter().filter_map(|mark| match mark {
        Mark::Note { text, .. } => Some(text.as_str()),
        Mark::Struck { .. } => None,
    });
    let told = TOLD.iter().flat_map(|role| texts(record, *role)).map(|written| written.text.as_str());
    notes.chain(told).find_map(|text| dates::moved_to(text, &prose, status == Status::Postponed))
}

/// What was put off has no day any more, unless the day in the column is not the one that it was put off from.
fn put_off(record: &Record, stated: Reading<Period>, field: &Setting) -> Reading<Period> {
    let others = TOLD.iter().chain(&[Role::Date]).flat_map(|role| texts(record, *role));
    let mut former = others.filter_map(|written| dates::moved_from(&written.text, field));
    if former.any(|former| former.value != stated.value) {
        return stated;
    }
    nothing(stated)
}

fn nothing(stated: Reading<Period>) -> Reading<Period> {
    missing(stated.raw, vec![Doubt::DateMissing])
}

/// The day that is stated is the one that a text calls the former one, and no text names the new one.
fn left(record: &Record, stated: &Reading<Period>, field: &Setting) -> bool {
    let covers = |former: Reading<Period>| {
        stated.value.start <= former.value.start && former.value.end <= stated.value.end
    };
    let others = TOLD.iter().flat_map(|role| texts(record, *role));
    stated.value.precision != Precision::None
        && others.filter_map(|written| dates::moved_from(&written.text, field)).any(covers)
}

/// Several days that the wording names, where the column has the first of them.
fn spread(record: &Record, stated: Reading<Period>, field: &Setting) -> Reading<Period> {
    let Period { start, end, precision: Precision::Day } = stated.value else { return stated };
    if start != end || !stated.doubts.is_empty() {
        return stated;
    }
    let prose = Setting { field: false, ..*field };
    let told = texts(record, Role::Activity).iter().map(|written| read(&written.text, &prose));
    let mut longer = told.filter(|told| {
        told.value.precision == Precision::Day
            && told.value.start == start
            && told.value.end > end
            && told.doubts.is_empty()
    });
    longer.next().unwrap_or(stated)
}

/// The one day, or the days in a row, that words beside a month or a longer span name within it: the mark under a
/// heading says only when it was planned or reported.
fn narrowed(record: &Record, stated: Reading<Period>, field: &Setting) -> Reading<Period> {
    let Period { start: Some(start), end: Some(end), precision } = stated.value else { return stated };
    if precision == Precision::Day {
        return stated;
    }
    let prose = Setting { field: false, ..*field };
    let told = BESIDE.iter().flat_map(|role| texts(record, *role)).map(|written| read(&written.text, &prose));
    let within = |told: &Reading<Period>| {
        told.value.precision == Precision::Day
            && told.doubts.is_empty()
            && told.value.start.is_some_and(|first| start <= first)
            && told.value.end.is_some_and(|last| last <= end)
    };
    let mut days = told.filter(within);
    match (days.next(), days.next()) {
        (Some(day), None) => day,
        _ => stated,
    }
}

/// What was called off keeps the day that was announced, also where it is named as the former one.
fn announced(record: &Record, stated: Reading<Period>, field: &Setting) -> Reading<Period> {
    let all = texts(record, Role::Date).iter().chain(TOLD.iter().flat_map(|role| texts(record, *role)));
    let mut former = all.filter_map(|written| dates::moved_from(&written.text, field));
    former.next().unwrap_or(stated)
}

/// The columns for days, whatever has become of the event.
fn stated(vocab: Vocab, record: &Record, field: &Setting) -> Reading<Period> {
    let (purpose, columns) = columns(record);
    // In a register of letters the column has the letter's day, and the words the event's; so has one of clippings.
    let indirect = purpose > Purpose::Unstated;
    if indirect {
        let prose = Setting { field: false, ..*field };
        let mut told = BESIDE.iter().flat_map(|role| texts(record, *role)).map(|w| read(&w.text, &prose));
        if let Some(told) = told.find(|told| told.value.precision == Precision::Day) {
            return told;
        }
    }
    let mut start = together(record, &columns, field).or_else(|| written(&columns, field));
    if purpose == Purpose::Published
        && texts(record, Role::Activity)
            .iter()
            .any(|title| vocab.grammar.yesterday.iter().any(|word| title.text.contains(word)))
    {
        start = start.map(day_before);
    }
    // An agreement is over when it was signed; its last column is the day on which it ends.
    let ends: Vec<&Written> = texts(record, Role::DateEnd)
        .iter()
        .filter(|end| purpose != Purpose::Signed && Purpose::of(&end.heading) != Purpose::Expiry)
        .collect();
    let reading = match (start, written(&ends, field)) {
        (Some(start), Some(end)) => between(start, end, field),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => missing(String::new(), Vec::new()),
    };
    if reading.value.precision != Precision::None || refused(&reading) {
        let written = reading.raw.clone();
        let doubtful = indirect && purpose != Purpose::Published;
        return if doubtful { reading.doubted(Doubt::Approximate { written }) } else { reading };
    }
    elsewhere(record, reading, field)
}

/// The texts that hold the event's day, those of one purpose only: a column of receipts beside one of meetings says
/// nothing of the event.
fn columns(record: &Record) -> (Purpose, Vec<&Written>) {
    let named = |written: &&Written| Purpose::of(&written.heading) == Purpose::Event && is_day(written);
    let others = [Role::Remark, Role::Other, Role::DateEnd].into_iter().flat_map(|role| texts(record, role));
    let mut all: Vec<(Purpose, &Written)> =
        texts(record, Role::Date).iter().map(|written| (Purpose::of(&written.heading), written)).collect();
    // Headings of forms and lists are no headings of columns: only beside another day does one say whose day it is.
    if all.iter().any(|(purpose, _)| *purpose > Purpose::Unstated) {
        all.extend(others.filter(named).map(|written| (Purpose::Event, written)));
    }
    all.retain(|(purpose, written)| *purpose < Purpose::Return && !is_blank(written));
    let Some(first) = all.iter().map(|(purpose, _)| *purpose).min() else {
        return (Purpose::Unstated, Vec::new());
    };
    // What was signed and what says nothing stand side by side in registers of agreements.
    let last = if first < Purpose::Unstated { Purpose::Unstated } else { first };
    all.retain(|(purpose, _)| (first..=last).contains(purpose));
    all.sort_by_key(|(purpose, _)| *purpose);
    (first, all.into_iter().map(|(_, written)| written).collect())
}

/// A text that is nothing but a day.
fn is_day(written: &Written) -> bool {
    matches!(written.value, Some(Value::Date(_))) || {
        let text = written.text.trim();
        dates::dated::day(text).is_some_and(|day| day.start == 0 && day.end == text.len())
    }
}

pub(super) fn is_blank(written: &Written) -> bool {
    written.text.trim().is_empty() && written.value.is_none()
}

/// Day, month and year in cells of their own: none says when without the others.
fn together(record: &Record, columns: &[&Written], field: &Setting) -> Option<Reading<Period>> {
    let years = texts(record, Role::Other).iter().filter(|other| dates::is_year(&other.heading, &other.text));
    let parts: Vec<&str> = columns.iter().copied().chain(years).map(|part| part.text.trim()).collect();
    let small = parts.iter().all(|part| part.chars().count() <= PART);
    if !(2..=3).contains(&parts.len()) || !small || columns.iter().any(|part| is_day(part)) {
        return None;
    }
    let joined = read(&parts.join(" "), field);
    (joined.value.precision == Precision::Day && joined.doubts.is_empty()).then_some(joined)
}

/// A day, a month or a year is no longer, in characters.
const PART: usize = 12;

/// The day that other texts of a record name, else the section that it stands in.
fn elsewhere(record: &Record, none: Reading<Period>, field: &Setting) -> Reading<Period> {
    // A text that stands alone, as a person tries it, may be anything.
    let prose = Setting { field: record.fields.len() == 1, ..*field };
    let found: Vec<Reading<Period>> = ELSEWHERE
        .iter()
        .flat_map(|role| texts(record, *role))
        .map(|written| read(&written.text, &prose))
        .collect();
    if let Some(dated) = found.iter().find(|found| found.value.precision != Precision::None) {
        return dated.clone();
    }
    let none = match found.into_iter().find(refused) {
        Some(refused) => refused,
        None if none.doubts.is_empty() => missing(none.raw, vec![Doubt::DateMissing]),
        None => none,
    };
    if none.doubts == [Doubt::DateMissing] { above(record, field).unwrap_or(none) } else { none }
}

/// The day, or the part of a month, over the items of a list: the innermost section, or the title right above.
fn above(record: &Record, field: &Setting) -> Option<Reading<Period>> {
    let day = |text: &String| {
        let heads =
            dates::dated::day(text).is_some_and(|day| day.start == 0 && day.end == text.trim_end().len());
        let reading = read(text, field);
        let day = heads && reading.value.precision == Precision::Day && reading.doubts.is_empty();
        let written = reading.raw.clone();
        // "วันที่ …" may also end the item above the next one.
        let sure = !dates::is_led(text);
        day.then(|| if sure { reading } else { reading.doubted(Doubt::Approximate { written }) })
    };
    let title = record.context.period.iter().find(|hint| hint.trust == Trust::Title);
    let part = || title.and_then(|title| dates::part_of_month(&title.text, field));
    record.context.sections.iter().rev().find_map(day).or_else(part)
}

/// True if the heading says that the date is a letter's.
pub fn is_of_letter(written: &Written) -> bool {
    Purpose::of(&written.heading) == Purpose::Letter
}

/// True if what became of a letter has a day of its own: the row tells what the letter was about.
pub fn tells_what_came(record: &Record) -> bool {
    let told = [Role::Remark, Role::Outcome].iter().flat_map(|role| texts(record, *role));
    told.into_iter().any(|written| dates::dated::day(&written.text).is_some())
}

/// A letter is an engagement of its own, with its own day: no doubt that it is the letter's.
pub(super) fn of_its_letter(record: &Record, kind: Kind, mut period: Reading<Period>) -> Reading<Period> {
    if matches!(kind, Kind::Correspondence | Kind::Other)
        && texts(record, Role::Date).iter().any(is_of_letter)
    {
        let raw = period.raw.clone();
        period.doubts.retain(|doubt| !matches!(doubt, Doubt::Approximate { written } if *written == raw));
        if period.doubts.is_empty() && period.confidence == Confidence::Guess {
            period.confidence = Confidence::Likely;
        }
    }
    period
}

/// A period that the days of many rows contradict is not the report's: the rows are not doubted for it.
pub(super) fn doubt_the_period(understood: &mut [Understood]) {
    let is_outside = |one: &Understood| {
        one.engagement.period.doubts.iter().any(|doubt| matches!(doubt, Doubt::OutsidePeriod { .. }))
    };
    let dated = understood.iter().filter(|one| one.engagement.period.value.start.is_some()).count();
    let outside = understood.iter().filter(|one| is_outside(one)).count();
    if outside < MANY || outside * SHARE < dated {
        return;
    }
    for one in understood.iter_mut() {
        one.engagement.period.doubts.retain(|doubt| !matches!(doubt, Doubt::OutsidePeriod { .. }));
    }
}

/// So many rows, and one in so many of those that have a day, are no slips.
const MANY: usize = 3;
const SHARE: usize = 3;

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
fn written(texts: &[&Written], setting: &Setting) -> Option<Reading<Period>> {
    let mut readings = texts.iter().filter(|one| !is_blank(one)).map(|one| {
        let reading = match &one.value {
            Some(value @ (Value::Number(_) | Value::Date(_))) => value_period(value, &one.text, setting),
            Some(Value::Text(_) | Value::Bool(_) | Value::Error(_)) | None => read(&one.text, setting),
        };
        of_flaw(reading, one)
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
