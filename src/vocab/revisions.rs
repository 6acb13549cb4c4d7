//! Which version of a report a name or a title says that it is.
//!
//! The table has for each sort (numbered: a number that follows counts; corrected; final; counter: stands before the
//! number) the words that count anywhere, and those that count in names of files and folders only.

use super::tsv::{field, list, rows};
use crate::thai;
use regex::Regex;
use std::sync::LazyLock;

/// A version that is called final stands above every numbered one.
const FINAL: u32 = 1000;

/// A greater number is a year or a day, not a version.
const MOST: u32 = 20;

/// A mark at the beginning of a line stands within so many characters.
const OPENING: usize = 40;

struct Marks {
    /// In file and folder names and in title blocks.
    anywhere: Regex,
    /// In file and folder names only: words that a title uses for other things.
    names: Regex,
    finals: Regex,
}

static MARKS: LazyLock<Marks> = LazyLock::new(|| Marks {
    anywhere: pattern(&words(|sort, place| sort != "counter" && place == "any")),
    names: pattern(&words(|sort, _| sort != "counter")),
    finals: pattern(&words(|sort, _| sort == "final")),
});

/// The words of the rows wanted by sort and place, longest first, so that none hides a longer one.
fn words(wanted: fn(&str, &str) -> bool) -> Vec<String> {
    let table = rows(include_str!("packs/th/revisions.tsv"));
    let fitting = table.filter(|row| wanted(field(row, 0), field(row, 1)));
    let mut words: Vec<&str> = fitting.flat_map(|row| list(field(&row, 2))).collect();
    words.sort_by_key(|word| (std::cmp::Reverse(word.len()), *word));
    words.into_iter().map(regex::escape).collect()
}

/// A mark stands for itself: a Latin word is no part of another one, and no letter follows. The number that may
/// follow is not the beginning of a date.
#[expect(clippy::unwrap_used, reason = "the pattern is made of a constant table, which a test reads")]
fn pattern(marks: &[String]) -> Regex {
    let (thai, latin): (Vec<&String>, Vec<&String>) = marks.iter().partition(|word| !word.is_ascii());
    let joined = |words: Vec<&String>| words.into_iter().cloned().collect::<Vec<_>>().join("|");
    let (thai, latin) = (joined(thai), joined(latin));
    let counter = words(|sort, _| sort == "counter").join("|");
    let end = r"(?:$|[^\p{L}\p{M}0-9/.-]|[.-](?:$|[^0-9])|\.[0-9](?:$|[^.0-9]))";
    let number = format!(r"[\s._(-]*(?:{counter})?[\s._(-]*([0-9]{{1,2}}){end}");
    let alone = r"(?:$|[^\p{L}\p{M}0-9])";
    let text = format!("(?i)(?:{thai}|(?:^|[^A-Za-z])(?:{latin}))(?:{number}|{alone})");
    Regex::new(&text).unwrap()
}

/// The version that a file's path names; `None` if it names none.
#[must_use]
pub fn of_name(path: &str) -> Option<u32> {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    version(stem, &MARKS.names)
}

/// The version that a line of a title block names; `None` if it names none.
#[must_use]
pub fn of_title(line: &str) -> Option<u32> {
    version(line, &MARKS.anywhere)
}

/// True if a line begins by saying which version of the report it stands in.
#[must_use]
pub fn opens(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    // A mark with its number is no longer.
    let line = line.char_indices().nth(OPENING).map_or(line, |(end, _)| &line[..end]);
    MARKS.anywhere.find(line).is_some_and(|mark| mark.start() == 0)
}

/// A file's name without its folder, its ending and its marks of a version, in folded form.
#[must_use]
pub fn unmarked(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    thai::fold(&MARKS.names.replace_all(&thai::arabic_digits(stem), " "))
}

/// The greatest version named: 1 for a mark without a number.
fn version(text: &str, marks: &Regex) -> Option<u32> {
    let text = thai::arabic_digits(text);
    let stated = marks.captures_iter(&text).map(|found| {
        let number = found.get(1).and_then(|number| number.as_str().parse::<u32>().ok());
        number.filter(|number| *number <= MOST).unwrap_or(1)
    });
    let highest = stated.max()?;
    Some(if MARKS.finals.is_match(&text) { FINAL + highest } else { highest })
}
