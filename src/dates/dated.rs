//! Whether and where a text names a day, a month or a time. What the words mean as a date is told elsewhere.

use crate::thai::{Memo, arabic_digits, calendar, is_digit, is_thai};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

const MONTH: &str = r"(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|มกรา|กุมภา|เม\s?\.?\s?ษา\.?|มี\.?\s?ค\.?|เม\.?\s?ย\.?|มิ\.?\s?ย\.?|ม\.?\s?ค\.?|ก\.?\s?พ\.?|พ\.?\s?ค\.?|ก\.?\s?ค\.?|ส\.?\s?ค\.?|ก\.?\s?ย\.?|ต\.?\s?ค\.?|พ\.?\s?ย\.?|ธ\.?\s?ค\.?)";
const MONTH_EN: &str = r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?";
const FULL_MONTH: &str =
    "(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)";
const WEEKDAY: &str = "(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)";
const SHORT_WEEKDAY: &str = r"(?:พฤ|อา|จ|อ|พ|ศ|ส)\.";
const YEAR: &str =
    r"(?:(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|B\.?E\.?|')?\s*[0-9๐-๙]{4}|(?:พ\.?\s?ศ\.?\s*|')?[0-9๐-๙]{2})";
const DAY: &str = "[0-9๐-๙]{1,2}";
const AND: &str = r"\s*(?:-|–|—|~|ถึงวันที่|ถึง|และวันที่|และ|,|/|&|to|until)\s*";

#[expect(clippy::unwrap_used, reason = "the patterns are constants of this file")]
fn pattern(text: &str) -> Regex {
    Regex::new(text).unwrap()
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let days = format!("{DAY}(?:{AND}{DAY})*");
    let thai = format!(r"{days}\s*{MONTH}(?:\s*{YEAR})?(?:{AND}(?:วันที่\s*)?{DAY}\s*{MONTH}(?:\s*{YEAR})?)?");
    let numeric = format!("{DAY}[/.-]{DAY}[/.-][0-9๐-๙]{{2,4}}(?:{AND}{DAY}[/.-]{DAY}[/.-][0-9๐-๙]{{2,4}})?");
    let iso = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9:.]+)?";
    let english = format!(r"{days}(?i:st|nd|rd|th)?\s*{MONTH_EN}(?:,?\s*[0-9]{{2,4}})?");
    let american = format!(r"{MONTH_EN}\s*{days}(?i:st|nd|rd|th)?,?\s*[0-9]{{4}}");
    let lead = format!(r"(?:{WEEKDAY}\s*(?:ที่\s*)?)?(?:วันที่\s*)?(?:{WEEKDAY}\s*(?:ที่\s*)?)?");
    pattern(&format!("{lead}(?:{iso}|{thai}|{numeric}|{english}|{american})"))
});

static NUMERIC: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2,4})"));

static MONTHS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:{FULL_MONTH}|{MONTH}\s*{YEAR}|(?i:(?-u:\b){MONTH_EN}(?-u:\b))\s*[0-9]{{4}}|[0-9๐-๙]{{1,2}}/[0-9๐-๙]{{4}})"
    ))
});

static MONTH_ALONE: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"^\s*(?:เดือน\s*)?(?:{MONTH}|{MONTH_EN})\s*(?:{YEAR})?\s*$")));

static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"ไตรมาส|ปีงบประมาณ|ครึ่งปี|รอบ\s*[0-9๐-๙]|รอบที่|(?:พ\.?ศ\.?|ปี|ประจำปี)\s*[0-9๐-๙]{2,4}|(?i:(?-u:\b)quarter(?-u:\b)|(?-u:\b)q[1-4](?-u:\b)|(?-u:\b)fy\s*[0-9]{2,4})|[0-9๐-๙]{2}[5๕][0-9๐-๙]{2}|[2๒][5๕][0-9๐-๙]{2}|(?-u:\b)20[0-9]{2}(?-u:\b)",
    )
});

static QUARTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"ไตรมาส(?:ที่)?\s*(?:ที่)?\s*\(?[0-9๐-๙]\)?|(?i:(?-u:\b)q|(?-u:\b)quarter)\s*[1-4](?-u:\b)")
});

static WEEK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"สัปดาห์(?:ที่)?\s*[0-9๐-๙]|(?i:(?-u:\b)week\s*[1-5](?-u:\b))"));

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:เวลา\s*)?[0-9๐-๙]{1,2}\s*[.:]\s*[0-9๐-๙]{2}\s*(?:(?:-|–|ถึง)\s*[0-9๐-๙]{1,2}\s*[.:]\s*[0-9๐-๙]{2}\s*)?(?:น\.|นาฬิกา|hrs?\.?)|เวลา\s*[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2}(?:\s*น\.?)?",
    )
});

static DAYS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        "^\\s*(?:วันที่\\s*|{SHORT_WEEKDAY}\\s*|{WEEKDAY}\\s*(?:ที่\\s*)?)?{DAY}(?:{AND}{DAY})*\\s*$"
    ))
});

static LED: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^วันที่\\s*{DAY}(?:{AND}{DAY})*(?-u:\\b)")));

/// The first place where a day of a month is named, with or without its year: `12-14 ม.ค. 66`, `10/1/2566`, `3 May 2023`.
#[must_use]
pub fn day(text: &str) -> Option<Range<usize>> {
    thread_local! { static KNOWN: Memo<Option<Range<usize>>> = Memo::default(); }
    KNOWN.with(|known| known.of(text, || day_from(text, 0)))
}

/// A day without its month at the beginning of a text, behind the word for days: `วันที่ 8 ต้อนรับคณะ…`.
#[must_use]
pub fn day_number(text: &str) -> Option<Range<usize>> {
    let number = LED.find(text)?.range();
    let goes_on = text[number.end..].trim_start().starts_with(|c: char| is_digit(c) || "/.-–".contains(c));
    let named = day(text).is_some_and(|day| day.start < number.end);
    (!goes_on && !named).then_some(number)
}

/// All places where a day of a month is named, in their order.
#[must_use]
pub fn days(text: &str) -> Vec<Range<usize>> {
    let mut days = Vec::new();
    let mut from = 0;
    while let Some(range) = day_from(text, from) {
        from = range.end;
        days.push(range);
    }
    days
}

fn day_from(text: &str, mut from: usize) -> Option<Range<usize>> {
    if !text.chars().any(is_digit) {
        return None;
    }
    while let Some(found) = DATE.find_at(text, from) {
        let range = without_hour(text, found.range());
        if plausible(text, range.clone()) {
            return Some(range);
        }
        from = found.start() + text[found.start()..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// The day without the hour behind it: in `10 มี.ค. 14.00 น.` 14 is no year.
fn without_hour(text: &str, range: Range<usize>) -> Range<usize> {
    let rest = &text[range.end..];
    let minutes =
        rest.strip_prefix(['.', ':']).map_or(0, |rest| rest.chars().take_while(|c| is_digit(*c)).count());
    let bare = text[range.clone()].trim_end_matches(is_digit);
    let hour = text[range.start + bare.len()..range.end].chars().count();
    let day = bare.trim_end();
    let named = day.ends_with(|c: char| c == '.' || c.is_alphabetic());
    if minutes == 2 && (1..=2).contains(&hour) && day.len() < bare.len() && named {
        return range.start..range.start + day.len();
    }
    range
}

/// A match is a date if its numbers can be days and months, and if what follows does not make another word of it.
fn plausible(text: &str, range: Range<usize>) -> bool {
    let found = &text[range.clone()];
    let digits = arabic_digits(found);
    if let Some(parts) = NUMERIC.captures(&digits) {
        let number = |i: usize| parts.get(i).and_then(|m| m.as_str().parse::<u32>().ok());
        let (Some(first), Some(second)) = (number(1), number(2)) else { return false };
        if first.max(second) > 31 || first.min(second) > 12 || first == 0 || second == 0 {
            return false;
        }
    }
    let before = text[..range.start].chars().next_back();
    if before.is_some_and(|c| is_digit(c) || c == '/' || c == '.') && found.starts_with(|c: char| is_digit(c))
    {
        return false;
    }
    let after = text[range.end..].chars().next();
    let ends_in_letters = found.chars().next_back().is_some_and(|c| is_thai(c) && !is_digit(c));
    let abbreviated = ends_in_letters && !ends_with_full_month(found);
    let day_number = digits
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect::<String>();
    let possible_day = day_number.parse::<u32>().is_ok_and(|d| d <= 31 || d > 999);
    possible_day && !(abbreviated && after.is_some_and(is_thai))
}

fn ends_with_full_month(text: &str) -> bool {
    MONTHS.find_iter(text).last().is_some_and(|m| m.end() == text.len())
}

/// The first place where a month is named by its full name or with a year.
#[must_use]
pub fn month(text: &str) -> Option<Range<usize>> {
    thread_local! { static KNOWN: Memo<Option<Range<usize>>> = Memo::default(); }
    KNOWN.with(|known| known.of(text, || MONTHS.find(text).map(|m| m.range())))
}

/// True if the text names nothing but a month, with or without its year.
#[must_use]
pub fn is_month(text: &str) -> bool {
    thread_local! { static KNOWN: Memo<bool> = Memo::default(); }
    KNOWN.with(|known| known.of(text, || MONTH_ALONE.is_match(text)))
}

/// True if the text names a month, quarter, half-year or year.
#[must_use]
pub fn names_period(text: &str) -> bool {
    thread_local! { static KNOWN: Memo<bool> = Memo::default(); }
    KNOWN.with(|known| {
        known.of(text, || MONTHS.is_match(text) || PERIOD.is_match(text) || day(text).is_some())
    })
}

/// The first place where a quarter is named by its number.
#[must_use]
pub fn quarter(text: &str) -> Option<Range<usize>> {
    thread_local! { static KNOWN: Memo<Option<Range<usize>>> = Memo::default(); }
    KNOWN.with(|known| known.of(text, || QUARTER.find(text).map(|m| m.range())))
}

/// True if a week of a month is named by its number at the beginning of the text.
#[must_use]
pub fn is_week(text: &str) -> bool {
    thread_local! { static KNOWN: Memo<bool> = Memo::default(); }
    KNOWN.with(|known| known.of(text, || WEEK.find(text.trim_start()).is_some_and(|week| week.start() == 0)))
}

/// The first and the last day that a named day or stretch of days reaches, each as month and day: `10-12 มี.ค. 69` is
/// `((3, 10), (3, 12))`. `None` where no month is told by its name. Years are not looked at.
#[must_use]
pub fn reach(days: &str) -> Option<((i8, i8), (i8, i8))> {
    let text: Vec<char> = arabic_digits(days).to_lowercase().chars().collect();
    let mut found: Vec<((i8, i8), (i8, i8))> = Vec::new();
    let mut numbers: Vec<i8> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let from = at;
        while text.get(at).is_some_and(char::is_ascii_digit) {
            at += 1;
        }
        if at > from {
            let number: String = text[from..at].iter().collect();
            numbers.extend(number.parse::<i8>().ok().filter(|day| (1..=31).contains(day)));
            continue;
        }
        if let Some((month, length)) = month_at(&text[at..], !numbers.is_empty()) {
            if let (Some(first), Some(last)) = (numbers.first(), numbers.last()) {
                found.push(((month, *first), (month, *last)));
            }
            numbers.clear();
            at += length;
            // The number behind a month is its year.
            at += text[at..].iter().take_while(|c| c.is_whitespace() || c.is_ascii_digit()).count();
            continue;
        }
        at += 1;
    }
    Some((found.first()?.0, found.last()?.1))
}

/// The month that a text begins with, and the length of its name in characters.
fn month_at(text: &[char], expected: bool) -> Option<(i8, usize)> {
    let word = text.iter().take_while(|c| c.is_ascii_alphabetic()).collect::<String>();
    if !word.is_empty() {
        return Some((calendar::english_month(&word)?, word.len()));
    }
    let found = calendar::thai_month(text, true, expected)?;
    Some((found.month, found.length))
}

/// The first place where a time of day is named: `เวลา 10.00 น.`
#[must_use]
pub fn time(text: &str) -> Option<Range<usize>> {
    thread_local! { static KNOWN: Memo<Option<Range<usize>>> = Memo::default(); }
    KNOWN.with(|known| {
        known.of(text, || {
            let figures = text.chars().any(is_digit);
            figures.then(|| TIME.find(text)).flatten().map(|m| m.range())
        })
    })
}

/// True if the text is nothing but days of a month: `10`, `12-14`.
#[must_use]
pub fn is_days(text: &str) -> bool {
    text.len() < 200
        && text.chars().any(is_digit)
        && DAYS.is_match(text)
        && arabic_digits(text)
            .split(|c: char| !c.is_ascii_digit())
            .filter(|n| !n.is_empty())
            .all(|n| n.parse::<u32>().is_ok_and(|n| (1..=31).contains(&n)))
}
