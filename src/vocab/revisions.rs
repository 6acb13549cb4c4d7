//! Which version of a report a name or a title says that it is.
//!
//! The table has for each sort (numbered: a number that follows counts; corrected; final; counter: stands before the
//! number) the words that count anywhere, and those that count in names of files and folders only.

use super::pack::{BadPack, Tables, code};
use crate::model::codes;
use crate::thai;
use regex::{Regex, RegexBuilder};
use std::sync::OnceLock;

/// A version that is called final stands above every numbered one.
const FINAL: u32 = 1000;

/// A greater number is a year or a day, not a version.
const MOST: u32 = 20;

/// What the search for the words of a table may take, in bytes.
const COMPILED: usize = 1 << 30;

/// A mark at the beginning of a line stands within so many characters.
const OPENING: usize = 40;

codes! {
    /// What a mark says of a version.
    Sort {
        /// A number that follows counts.
        Numbered = "numbered",
        /// It corrects another.
        Corrected = "corrected",
        /// It is the last.
        Final = "final",
        /// Stands before the number.
        Counter = "counter",
    }
}

codes! {
    /// Where a mark counts.
    Where {
        /// In names of files and folders, and in title blocks.
        Any = "any",
        /// In names of files and folders only: titles use the word for other things.
        Name = "name",
    }
}

/// The marks of versions.
#[derive(Debug)]
pub struct Revisions {
    rows: Vec<(Sort, Where, Vec<&'static str>)>,
    anywhere: Marks,
    names: Marks,
    finals: Marks,
}

/// Some of the marks.
#[derive(Debug)]
struct Marks {
    wanted: fn(Sort, Where) -> bool,
    /// As they are searched, made for the first text with one of their words; `None` only for more words than the bound
    /// on a table's bytes lets it have.
    pattern: OnceLock<Option<Regex>>,
}

impl Marks {
    fn new(wanted: fn(Sort, Where) -> bool) -> Self {
        Self { wanted, pattern: OnceLock::new() }
    }
}

impl Revisions {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let mut rows = Vec::new();
        for row in tables.rows("revisions.tsv", &["sort", "where", "words"])? {
            rows.push((code!(row, 0, Sort)?, code!(row, 1, Where)?, row.list(2).collect()));
        }
        Ok(Self {
            rows,
            anywhere: Marks::new(|sort, place| sort != Sort::Counter && place == Where::Any),
            names: Marks::new(|sort, _| sort != Sort::Counter),
            finals: Marks::new(|sort, _| sort == Sort::Final),
        })
    }

    /// The search for marks, where the words of one are in a text at all.
    fn search<'a>(&'a self, marks: &'a Marks, text: &str) -> Option<&'a Regex> {
        let mut words = self.wanted(marks.wanted);
        let pattern = || marks.pattern.get_or_init(|| self.pattern(marks.wanted)).as_ref();
        words.any(|word| holds(text, word)).then(pattern).flatten()
    }

    /// The words of the rows wanted by sort and place.
    fn wanted(&self, wanted: fn(Sort, Where) -> bool) -> impl Iterator<Item = &'static str> {
        let fitting = self.rows.iter().filter(move |(sort, place, _)| wanted(*sort, *place));
        fitting.flat_map(|(.., words)| words).copied()
    }

    /// The same, longest first, so that none hides a longer one.
    fn words(&self, wanted: fn(Sort, Where) -> bool) -> Vec<String> {
        let mut words: Vec<&str> = self.wanted(wanted).collect();
        words.sort_by_key(|word| (std::cmp::Reverse(word.len()), *word));
        words.into_iter().map(regex::escape).collect()
    }

    /// A mark stands for itself: a Latin word is no part of another one, and no letter follows. The number that may
    /// follow is not the beginning of a date.
    fn pattern(&self, wanted: fn(Sort, Where) -> bool) -> Option<Regex> {
        let marks = self.words(wanted);
        let (thai, latin): (Vec<&String>, Vec<&String>) = marks.iter().partition(|word| !word.is_ascii());
        let joined = |words: Vec<&String>| words.into_iter().cloned().collect::<Vec<_>>().join("|");
        let (thai, latin) = (joined(thai), joined(latin));
        let counter = self.words(|sort, _| sort == Sort::Counter).join("|");
        let end = r"(?:$|[^\p{L}\p{M}0-9/.-]|[.-](?:$|[^0-9])|\.[0-9](?:$|[^.0-9]))";
        let number = format!(r"[\s._(-]*(?:{counter})?[\s._(-]*([0-9]{{1,2}}){end}");
        let alone = r"(?:$|[^\p{L}\p{M}0-9])";
        let text = format!("(?i)(?:{thai}|(?:^|[^A-Za-z])(?:{latin}))(?:{number}|{alone})");
        RegexBuilder::new(&text).size_limit(COMPILED).build().ok()
    }

    /// The version that a file's path names; `None` if it names none.
    pub fn of_name(&self, path: &str) -> Option<u32> {
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        self.version(stem, &self.names)
    }

    /// The version that a line of a title block names; `None` if it names none.
    pub fn of_title(&self, line: &str) -> Option<u32> {
        self.version(line, &self.anywhere)
    }

    /// True if a line begins by saying which version of the report it stands in.
    pub fn opens(&self, line: &str) -> bool {
        let line = line.trim_start_matches(|c: char| !thai::is_alphanumeric(c));
        // A mark with its number is no longer.
        let line = line.char_indices().nth(OPENING).map_or(line, |(end, _)| &line[..end]);
        // A mark in Latin letters may stand behind one other letter.
        let behind = line.char_indices().nth(1).map_or("", |(at, _)| &line[at..]);
        let mut words = self.wanted(self.anywhere.wanted);
        if !words.any(|word| begins(line, word) || begins(behind, word)) {
            return false;
        }
        let mark = self.search(&self.anywhere, line).and_then(|marks| marks.find(line));
        mark.is_some_and(|mark| mark.start() == 0)
    }

    /// A file's name without its folder, its ending and its marks of a version, in folded form.
    pub fn unmarked(&self, path: &str) -> String {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = thai::arabic_digits(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
        match self.search(&self.names, &stem) {
            Some(marks) => thai::fold(&marks.replace_all(&stem, " ")),
            None => thai::fold(&stem),
        }
    }

    /// The greatest version named: 1 for a mark without a number.
    fn version(&self, text: &str, marks: &Marks) -> Option<u32> {
        let text = thai::arabic_digits(text);
        let stated = self.search(marks, &text)?.captures_iter(&text).map(|found| {
            let number = found.get(1).and_then(|number| number.as_str().parse::<u32>().ok());
            number.filter(|number| *number <= MOST).unwrap_or(1)
        });
        let highest = stated.max()?;
        let last = self.search(&self.finals, &text).is_some_and(|finals| finals.is_match(&text));
        Some(if last { FINAL + highest } else { highest })
    }
}

/// True if a text begins with a word, in capitals or not.
fn begins(text: &str, word: &str) -> bool {
    text.as_bytes().get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
}

/// True if a word stands in a text, in capitals or not.
fn holds(text: &str, word: &str) -> bool {
    let same = |part: &[u8]| part.eq_ignore_ascii_case(word.as_bytes());
    word.is_empty() || text.as_bytes().windows(word.len()).any(same)
}
