//! The Thai calendar: names of months and weekdays as they are written, eras, fiscal years.

use jiff::civil::{Date, Weekday, date};

/// How many years the Buddhist era is ahead of the common one (พระราชบัญญัติปีปฏิทิน พุทธศักราช ๒๔๘๓).
pub const BUDDHIST_OFFSET: i32 = 543;

/// A count of years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Era {
    /// พุทธศักราช
    Buddhist,
    /// คริสต์ศักราช
    Common,
}

/// A month's name found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthName {
    /// 1 to 12.
    pub month: i8,
    /// How many characters it takes.
    pub length: usize,
    /// How far the spelling is from the known ones.
    pub spelling: Spelling,
}

/// How a month's name is spelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// In full, or as people say it for short (มกรา); vowels that a PDF displaced are put back.
    Name,
    /// ม.ค., with or without its dots.
    Abbreviated,
    /// Two letters away from the name of one month only.
    Uncertain,
}

/// The months' names in order.
pub const MONTHS: [&str; 12] = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
];

/// What stays of the names without marks above and below, with letters that are confused made alike: a text
/// layer drops or moves the marks, and typists mix up ฎ with ฏ and ศ with ษ.
const SKELETONS: [&str; 12] = [
    "มกราคม",
    "กมภาพนธ",
    "มนาคม",
    "เมสายน",
    "พฤสภาคม",
    "มถนายน",
    "กรกฎาคม",
    "สงหาคม",
    "กนยายน",
    "ตลาคม",
    "พฤสจกายน",
    "ธนวาคม",
];

/// Names as spoken, without their last syllable.
const SHORT: [&str; 12] =
    ["มกรา", "กมภา", "มนา", "เมสา", "พฤสภา", "มถนา", "กรกฎา", "สงหา", "กนยา", "ตลา", "พฤสจกา", "ธนวา"];

/// Letters of the abbreviations.
const ABBREVIATIONS: [(&str, char); 12] = [
    ("ม", 'ค'),
    ("ก", 'พ'),
    ("มี", 'ค'),
    ("เม", 'ย'),
    ("พ", 'ค'),
    ("มิ", 'ย'),
    ("ก", 'ค'),
    ("ส", 'ค'),
    ("ก", 'ย'),
    ("ต", 'ค'),
    ("พ", 'ย'),
    ("ธ", 'ค'),
];

/// Misspellings two letters away that are met often enough to have no doubt about.
const MISSPELT: [(&str, i8); 6] =
    [("กนยน", 9), ("กมพาพน", 2), ("พฤสจกยน", 11), ("พฤสจายน", 11), ("มกรคาม", 1), ("กมภาพนท", 2)];

const ENGLISH_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Weekdays with the names that they go by in Thai, longest first within each.
const WEEKDAYS: [(&str, Weekday); 16] = [
    ("จันทร์", Weekday::Monday),
    ("จันทร", Weekday::Monday),
    ("อังคาร", Weekday::Tuesday),
    ("พุธ", Weekday::Wednesday),
    ("พฤหัสบดี", Weekday::Thursday),
    ("พฤหัสฯ", Weekday::Thursday),
    ("พฤหัส", Weekday::Thursday),
    ("ศุกร์", Weekday::Friday),
    ("ศุกร", Weekday::Friday),
    ("เสาร์", Weekday::Saturday),
    ("เสาร", Weekday::Saturday),
    ("อาทิตย์", Weekday::Sunday),
    ("อาทิตย", Weekday::Sunday),
    ("องัคาร", Weekday::Tuesday),
    ("ศกุร์", Weekday::Friday),
    ("พธุ", Weekday::Wednesday),
];

/// Abbreviated weekdays, which mean one only at the head of a date.
const WEEKDAY_LETTERS: [(&str, Weekday); 7] = [
    ("พฤ.", Weekday::Thursday),
    ("อา.", Weekday::Sunday),
    ("จ.", Weekday::Monday),
    ("อ.", Weekday::Tuesday),
    ("พ.", Weekday::Wednesday),
    ("ศ.", Weekday::Friday),
    ("ส.", Weekday::Saturday),
];

/// The month whose Thai name starts a text. `free` says that no Thai word runs on into it, `expected` that a day
/// or the word for month stands before it, so that a misspelt word may be taken for a name.
pub fn thai_month(text: &[char], free: bool, expected: bool) -> Option<MonthName> {
    if !expected && !goes_on_as_month(text) {
        return None;
    }
    let mut found = name(text)
        .or_else(|| abbreviation(text, free, expected))
        .or_else(|| if expected { misspelt(text) } else { None })?;
    // The sign of abbreviation belongs to the name, else the year behind it would stand alone.
    found.length += usize::from(text.get(found.length) == Some(&'ฯ'));
    Some(found)
}

/// The month of an English name or its abbreviation, in lower case.
pub fn english_month(word: &str) -> Option<i8> {
    if word.len() < 3 {
        return None;
    }
    ENGLISH_MONTHS
        .iter()
        .position(|name| {
            *name == word
                || (word.len() == 3 && name.starts_with(word))
                || (word == "sept" && *name == "september")
        })
        .map(|i| i as i8 + 1)
}

/// The weekday that starts a text, with the count of its characters: "วันจันทร์ที่", "จันทร์", and the
/// abbreviation "จ." where `free` says that no Thai word runs on into it.
pub fn thai_weekday(text: &[char], free: bool) -> Option<(Weekday, usize)> {
    // A text is asked at each of its letters: the first two rule out most.
    let may_be = matches!(
        (text.first()?, text.get(1)?),
        ('ว' | 'จ', 'ั')
            | ('อ', 'ั' | 'า' | 'ง')
            | ('พ', 'ุ' | 'ฤ' | 'ธ')
            | ('ศ', 'ุ' | 'ก')
            | ('จ' | 'อ' | 'พ' | 'ศ' | 'ส', '.')
    );
    if !may_be {
        return None;
    }
    let lead = if starts_with(text, "วัน") { 3 } else { 0 };
    let abbreviated = || if free && lead == 0 { find_word(&WEEKDAY_LETTERS, text) } else { None };
    let (day, length) = find_word(&WEEKDAYS, &text[lead..]).or_else(abbreviated)?;
    let mut end = lead + length;
    let blank = usize::from(text.get(end) == Some(&' '));
    if starts_with(&text[end + blank..], "ที่") {
        end += blank + 3;
    }
    (lead > 0 || free).then_some((day, end))
}

/// The weekday of an English name or its abbreviation, in lower case.
pub fn english_weekday(word: &str) -> Option<Weekday> {
    match word {
        "monday" | "mon" => Some(Weekday::Monday),
        "tuesday" | "tue" | "tues" => Some(Weekday::Tuesday),
        "wednesday" | "wed" => Some(Weekday::Wednesday),
        "thursday" | "thu" | "thur" | "thurs" => Some(Weekday::Thursday),
        "friday" | "fri" => Some(Weekday::Friday),
        "saturday" | "sat" => Some(Weekday::Saturday),
        "sunday" | "sun" => Some(Weekday::Sunday),
        _ => None,
    }
}

fn find_word(words: &[(&str, Weekday)], text: &[char]) -> Option<(Weekday, usize)> {
    words.iter().find(|(word, _)| starts_with(text, word)).map(|(word, day)| (*day, word.chars().count()))
}

/// True if a text starts with a word.
pub fn starts_with(text: &[char], word: &str) -> bool {
    let mut letters = text.iter();
    word.chars().all(|c| letters.next() == Some(&c))
}

/// A letter as it counts in a skeleton; marks do not.
fn skeleton(c: char) -> Option<char> {
    match c {
        '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' => None,
        'ฏ' => Some('ฎ'),
        'ศ' | 'ษ' => Some('ส'),
        'ำ' => Some('า'),
        other => Some(other),
    }
}

fn is_letter(c: char) -> bool {
    ('\u{e01}'..='\u{e4e}').contains(&c) && c != '\u{e2f}' && c != '\u{e3f}' && c != '\u{e46}'
}

/// False for most texts by their first two letters: a text is asked at each of its letters.
fn goes_on_as_month(text: &[char]) -> bool {
    let Some(second) = text.get(1) else { return false };
    if skeleton(*second).is_none() || matches!(second, ' ' | '.' | ',') {
        return !beginning(text[0]).is_empty();
    }
    match text[0] {
        'ม' => matches!(second, 'ก' | 'น' | 'ถ' | 'ค'),
        'ก' => matches!(second, 'ม' | 'ร' | 'น' | 'พ' | 'ค' | 'ย'),
        'เ' => *second == 'ม',
        'พ' => matches!(second, 'ฤ' | 'ค' | 'ย'),
        'ส' | 'ศ' | 'ษ' => matches!(second, 'ง' | 'ค'),
        'ต' => matches!(second, 'ล' | 'ค'),
        'ธ' => matches!(second, 'น' | 'ค'),
        _ => false,
    }
}

/// The months, counted from 0, whose names begin with a letter, or with one that it is confused with.
fn beginning(letter: char) -> &'static [usize] {
    match letter {
        'ม' => &[0, 2, 5],
        'ก' => &[1, 6, 8],
        'เ' => &[3],
        'พ' => &[4, 10],
        'ส' | 'ศ' | 'ษ' => &[7],
        'ต' => &[9],
        'ธ' => &[11],
        _ => &[],
    }
}

fn name(text: &[char]) -> Option<MonthName> {
    for &i in beginning(*text.first()?) {
        let (full, short) = (SKELETONS[i], SHORT[i]);
        if let Some(length) = skeleton_prefix(text, full) {
            return Some(MonthName { month: i as i8 + 1, length, spelling: Spelling::Name });
        }
        if let Some(length) = skeleton_prefix(text, short)
            && !text.get(length).copied().is_some_and(is_letter)
            && !text[..length].contains(&' ')
        {
            let dot = usize::from(text.get(length) == Some(&'.'));
            return Some(MonthName { month: i as i8 + 1, length: length + dot, spelling: Spelling::Name });
        }
    }
    None
}

/// How many characters of a text make up a skeleton, marks and up to two blanks between letters included.
fn skeleton_prefix(text: &[char], wanted: &str) -> Option<usize> {
    let mut wanted = wanted.chars().peekable();
    let mut blanks = 0;
    let mut length = 0;
    for c in text {
        match skeleton(*c) {
            None => {}
            Some(' ') if blanks < 2 && wanted.peek().is_some() => blanks += 1,
            Some(letter) => {
                if wanted.peek().is_none() {
                    break;
                }
                if wanted.next() != Some(letter) {
                    return None;
                }
            }
        }
        length += 1;
    }
    wanted.peek().is_none().then_some(length)
}

fn abbreviation(text: &[char], free: bool, expected: bool) -> Option<MonthName> {
    if !free {
        return None;
    }
    beginning(*text.first()?).iter().find_map(|&i| {
        let (first, second) = ABBREVIATIONS[i];
        starts_with(text, first)
            .then(|| abbreviation_length(&text[first.chars().count()..], second, expected))
            .flatten()
            .map(|rest| MonthName {
                month: i as i8 + 1,
                length: first.chars().count() + rest,
                spelling: Spelling::Abbreviated,
            })
    })
}

/// Length of an abbreviation after its first letter, if it is one: ".ค.", "ค", " ค ", ",ย.".
fn abbreviation_length(rest: &[char], second: char, expected: bool) -> Option<usize> {
    let mut at = 0;
    let mut dots = 0;
    let mut blanks = 0;
    while let Some(c) = rest.get(at) {
        match c {
            '.' | ',' if dots == 0 => dots += 1,
            ' ' if blanks < 2 => blanks += 1,
            _ => break,
        }
        at += 1;
    }
    if rest.get(at) != Some(&second) || (dots == 0 && blanks > 0 && !expected) {
        return None;
    }
    at += 1;
    let spaced_dot = rest.get(at) == Some(&' ') && rest.get(at + 1) == Some(&'.');
    let dotted = rest.get(at) == Some(&'.') || spaced_dot;
    if dotted {
        at += 1 + usize::from(spaced_dot);
        // ก.พ.ร. and ก.ค.ศ. are offices, not months.
        let office = rest.get(at).copied().is_some_and(is_letter) && rest.get(at + 1) == Some(&'.');
        return (!office || dots == 0).then_some(at);
    }
    (!rest.get(at).copied().is_some_and(is_letter)).then_some(at)
}

/// A word that is close to the name of exactly one month.
fn misspelt(text: &[char]) -> Option<MonthName> {
    let length = text.iter().take_while(|c| is_letter(**c)).count();
    if !(4..=14).contains(&length) {
        return None;
    }
    let word: Vec<char> = text[..length].iter().filter_map(|c| skeleton(*c)).collect();
    let written: String = word.iter().collect();
    if let Some((_, month)) = MISSPELT.iter().find(|(known, _)| *known == written) {
        return Some(MonthName { month: *month, length, spelling: Spelling::Name });
    }
    let mut near: Vec<(usize, i8)> =
        SKELETONS.iter().enumerate().map(|(i, known)| (distance(&word, known), i as i8 + 1)).collect();
    near.sort_unstable();
    let (nearest, month) = *near.first()?;
    let second = near.get(1)?.0;
    match nearest {
        0 | 1 if second > nearest => Some(MonthName { month, length, spelling: Spelling::Name }),
        2 if second > 3 && word.len() >= 5 => {
            Some(MonthName { month, length, spelling: Spelling::Uncertain })
        }
        _ => None,
    }
}

/// Count of letters to change, add or drop (Levenshtein).
fn distance(word: &[char], known: &str) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (i, k) in known.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, w) in word.iter().enumerate() {
            let changed = diagonal + usize::from(*w != k);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[word.len()]
}

/// The last day of a month; `None` if there is no such month.
pub fn last_day(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}

/// First and last day of months, which may lie in different years.
pub fn months(from: (i16, i8), to: (i16, i8)) -> Option<(Date, Date)> {
    Some((Date::new(from.0, from.1, 1).ok()?, last_day(to.0, to.1)?))
}

/// First and last day of a calendar year.
pub fn calendar_year(year: i16) -> (Date, Date) {
    (date(year, 1, 1), date(year, 12, 31))
}

/// First and last day of the budget year that is named by `year`, common era: 1 October of the year before to
/// 30 September (พระราชบัญญัติวิธีการงบประมาณ พ.ศ. ๒๕๖๑ มาตรา ๔).
pub fn fiscal_year(year: i16) -> (Date, Date) {
    (date(year - 1, 10, 1), date(year, 9, 30))
}

/// The budget year, common era, that a day belongs to.
pub fn fiscal_year_of(day: Date) -> i16 {
    if day.month() >= 10 { day.year() + 1 } else { day.year() }
}

/// First and last day of quarters `first` to `last` (1 to 4) of a budget year.
pub fn fiscal_quarters(year: i16, first: i8, last: i8) -> Option<(Date, Date)> {
    let start = |quarter: i8| if quarter == 1 { (year - 1, 10) } else { (year, quarter * 3 - 5) };
    let (end_year, end_month) = start(last);
    months(start(first), (end_year, end_month + 2))
}

/// First and last day of quarters of a calendar year.
pub fn calendar_quarters(year: i16, first: i8, last: i8) -> Option<(Date, Date)> {
    months((year, first * 3 - 2), (year, last * 3))
}

/// First and last day of a school year: 16 May to 15 May (ระเบียบกระทรวงศึกษาธิการว่าด้วยปีการศึกษา
/// การเปิดและปิดสถานศึกษา พ.ศ. ๒๕๔๙).
pub fn school_year(year: i16) -> (Date, Date) {
    (date(year, 5, 16), date(year + 1, 5, 15))
}

/// First and last day of a school term: 16 May to 11 October, 1 November to 1 April.
pub fn school_term(year: i16, term: u32) -> Option<(Date, Date)> {
    match term {
        1 => Some((date(year, 5, 16), date(year, 10, 11))),
        2 => Some((date(year, 11, 1), date(year + 1, 4, 1))),
        _ => None,
    }
}
