//! The period that a report covers, from its title, sheet, memo, file and folder.

use super::forms::{Bound, Shape, Whose};
use super::tokens::Lexed;
use super::{ReportPeriod, Setting, resolve, years};
use crate::model::{Context, Hint, Precision, Trust};
use crate::thai::calendar;
use jiff::ToSpan;
use jiff::civil::Date;

/// A place that names another period than the one taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The words that the period was taken from.
    pub taken: String,
    /// The words that say otherwise.
    pub other: String,
}

/// What one text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Span(ReportPeriod),
    /// A month without a year.
    Month(i8),
}

/// The report's period and the places that disagree with it. The nearest places are trusted most; a month
/// without its year takes the year of a wider place.
pub fn report_period(hints: &[Hint]) -> (Option<ReportPeriod>, Vec<Disagreement>) {
    let mut ordered: Vec<&Hint> = hints.iter().collect();
    ordered.sort_by_key(|hint| hint.trust);
    let said: Vec<(Said, &str)> =
        ordered.iter().filter_map(|hint| Some((say(hint)?, hint.text.as_str()))).collect();
    let month = said.iter().find_map(|(said, text)| match said {
        Said::Month(month) => Some((*month, *text)),
        Said::Span(_) => None,
    });
    let spans: Vec<(ReportPeriod, &str)> = said
        .iter()
        .filter_map(|(said, text)| match said {
            Said::Span(span) => Some((*span, *text)),
            Said::Month(_) => None,
        })
        .collect();
    let Some((mut taken, mut words)) = spans.first().copied() else { return (None, Vec::new()) };
    let mut others = Vec::new();
    for (span, text) in &spans[1..] {
        if taken.start <= span.start && span.end <= taken.end {
            if (taken.start, taken.end) != (span.start, span.end) {
                (taken, words) = (*span, text);
            }
        } else if !meets(taken, *span) {
            others.push(Disagreement { taken: words.to_owned(), other: (*text).to_owned() });
        }
    }
    if let Some((month, text)) = month {
        let within = years::nearest(month, None, taken).and_then(|year| ReportPeriod::month(year, month));
        match within {
            Some(span) if taken.start <= span.start && span.end <= taken.end => taken = span,
            _ => others.push(Disagreement { taken: words.to_owned(), other: text.to_owned() }),
        }
    }
    (Some(taken), others)
}

/// The month that the innermost section above a record names.
pub fn section_month(context: &Context) -> Option<(Option<i16>, i8)> {
    let hints =
        context.period.iter().filter(|hint| hint.trust == Trust::Section).map(|hint| hint.text.as_str());
    let sections = context.sections.iter().rev().map(String::as_str);
    sections.chain(hints).find_map(month_of_text)
}

/// The month that a text names, with its year where it is stated.
pub fn month_of_text(text: &str) -> Option<(Option<i16>, i8)> {
    match text_period(text, false)? {
        Said::Month(month) => Some((None, month)),
        Said::Span(span) => {
            let (year, month) = (span.start.year(), span.start.month());
            ((span.end.year(), span.end.month()) == (year, month)).then_some((Some(year), month))
        }
    }
}

/// True if two periods have days in common. A calendar year also stands for the fiscal year of its name.
fn meets(one: ReportPeriod, other: ReportPeriod) -> bool {
    let common = |a: ReportPeriod, b: ReportPeriod| a.start <= b.end && b.start <= a.end;
    let fiscal = |period: ReportPeriod| {
        let year = period.start.year();
        let whole = (period.start, period.end) == calendar::calendar_year(year);
        let (start, end) = calendar::fiscal_year(year);
        if whole { ReportPeriod { start, end } } else { period }
    };
    // A quarter's number counts in either year.
    let quarter = |period: ReportPeriod| {
        let (start, end) = (period.start, period.end);
        let months = (end.year() - start.year()) * 12 + i16::from(end.month()) - i16::from(start.month());
        let later = |day: Date| day.checked_add(3.months()).unwrap_or(day);
        let other = ReportPeriod { start: later(start), end: later(end).last_of_month() };
        if months == 2 && start.month() % 3 == 1 { other } else { period }
    };
    common(one, other)
        || common(fiscal(one), other)
        || common(one, fiscal(other))
        || common(one, quarter(other))
        || common(quarter(one), other)
}

fn say(hint: &Hint) -> Option<Said> {
    let file = match hint.trust {
        Trust::File | Trust::Folder => true,
        Trust::Section | Trust::Title | Trust::Sheet | Trust::Memo => false,
    };
    let text = if file { without_extension(&hint.text) } else { &hint.text };
    let code = matches!(hint.trust, Trust::File | Trust::Folder | Trust::Sheet);
    let said = text_period(text, code);
    let by_code = if code { coded(text) } else { None };
    match (said, by_code) {
        // "01_2566": the figures beside the year are its month.
        (Some(Said::Span(year)), Some(Said::Span(month)))
            if year.start <= month.start && month.end <= year.end && month.one_month().is_some() =>
        {
            by_code
        }
        (None, code) => code,
        (said, _) => said,
    }
}

fn without_extension(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, extension))
            if extension.len() <= 4
                && extension.is_ascii()
                && extension.chars().any(|c| c.is_ascii_alphabetic()) =>
        {
            stem
        }
        _ => name,
    }
}

/// The month, quarter or year that a text names; a single day is the date of something else.
fn text_period(text: &str, bare: bool) -> Option<Said> {
    let lexed = Lexed::of(text);
    let found = lexed.found();
    let setting = Setting::default();
    let mut best: Option<(u8, ReportPeriod)> = None;
    let mut month = None;
    // A month without a year stands before the others: `jan_mar_23`.
    let mut alone = false;
    for one in found {
        if one.whose != Whose::Event || one.moved_from || one.bound != Bound::Whole {
            continue;
        }
        if let Shape::Points(points) = &one.shape
            && let [point] = points[..]
            && point.day.is_none()
            && point.year.is_none()
        {
            month = month.or(point.month);
            alone |= best.is_none();
            continue;
        }
        let bare_year = matches!(one.shape, Shape::Years { basis: super::Basis::Unstated, .. });
        if matches!(one.shape, Shape::Digits { .. }) || (bare_year && !bare && lexed.tokens.len() > 1) {
            continue;
        }
        let Some(span) = resolve::settle(one, text, &setting).span else { continue };
        let rank = match span.precision {
            Precision::Month => 0,
            Precision::Day if span.start != span.end => 1,
            Precision::Quarter => 2,
            Precision::Year => 3,
            Precision::Day | Precision::None => continue,
        };
        let span = ReportPeriod { start: span.start, end: span.end };
        best = match best {
            // A quarter, with the activities of the month before it that came late.
            Some((known, period)) if rank != known && adjoin(period, span) => {
                let (start, end) = (period.start.min(span.start), period.end.max(span.end));
                Some((rank.min(known), ReportPeriod { start, end }))
            }
            Some((known, period)) if rank >= known => Some((known, period)),
            Some(_) | None => Some((rank, span)),
        };
    }
    match (best, month) {
        (Some((3, year)), Some(month)) => {
            let year = years::nearest(month, None, year)?;
            ReportPeriod::month(year, month).map(Said::Span)
        }
        (Some((0, span)), Some(from)) if bare && alone && from < span.start.month() => {
            let start = ReportPeriod::month(span.start.year(), from)?.start;
            Some(Said::Span(ReportPeriod { start, ..span }))
        }
        (Some((_, span)), _) => Some(Said::Span(span)),
        (None, Some(month)) => Some(Said::Month(month)),
        (None, None) => None,
    }
}

/// True if one period ends on the day before the other begins.
fn adjoin(one: ReportPeriod, other: ReportPeriod) -> bool {
    let ends = |a: ReportPeriod, b: ReportPeriod| a.end.tomorrow().is_ok_and(|day| day == b.start);
    ends(one, other) || ends(other, one)
}

/// The codes of file names: 2565-11, 256511, 0765, 6511, 65-11, 11-65.
fn coded(text: &str) -> Option<Said> {
    let text = crate::thai::arabic_digits(text);
    // Words between two figures part them: "แบบ 1 กุมภาพันธ์ 2566" is not the first month of the year.
    let phrases: Vec<Vec<&str>> = text
        .split(char::is_alphabetic)
        .map(|phrase| phrase.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect())
        .collect();
    let groups: Vec<&str> = phrases.iter().flatten().copied().collect();
    let pairs = phrases.iter().flat_map(|phrase| phrase.windows(2)).find_map(|pair| {
        match (pair[0].len(), pair[1].len()) {
            (4, 1..=2) => month_of(pair[0], pair[1]),
            (1..=2, 4) => month_of(pair[1], pair[0]),
            (2, 2) => month_of(pair[0], pair[1]).or_else(|| month_of(pair[1], pair[0])),
            _ => None,
        }
    });
    pairs.or_else(|| groups.iter().find_map(|group| single(group))).map(Said::Span)
}

fn single(group: &str) -> Option<ReportPeriod> {
    match group.len() {
        6 => {
            month_of(group.get(..4)?, group.get(4..)?).or_else(|| month_of(group.get(2..)?, group.get(..2)?))
        }
        4 => month_of(group.get(2..)?, group.get(..2)?)
            .or_else(|| month_of(group.get(..2)?, group.get(2..)?))
            .or_else(|| {
                let year = code_year(group)?;
                let (start, end) = calendar::calendar_year(year);
                Some(ReportPeriod { start, end })
            }),
        _ => None,
    }
}

fn month_of(year: &str, month: &str) -> Option<ReportPeriod> {
    let month: i8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    ReportPeriod::month(code_year(year)?, month)
}

/// A year in a code: four digits of either era, or two of the Buddhist one.
fn code_year(digits: &str) -> Option<i16> {
    let value: i32 = digits.parse().ok()?;
    let common = match digits.len() {
        4 if value >= 2440 => value - calendar::BUDDHIST_OFFSET,
        4 => value,
        2 => 2500 + value - calendar::BUDDHIST_OFFSET,
        _ => return None,
    };
    years::WINDOW.contains(&common).then(|| i16::try_from(common).ok()).flatten()
}
