//! What activities are about, in words of either language: a row in Thai and one in English can tell the same.

use super::matter::cuts_word;
use super::pack::{BadPack, Tables, code};
use super::search::{Pick, Search};
use crate::model::codes;
use crate::thai::normal;

/// What stands behind a word of Latin letters that may end in any way.
const ANY_END: char = '*';

codes! {
    /// What a subject tells.
    Sort {
        /// What an activity is about.
        Subject = "subject",
        /// What was done for another department.
        Service = "service",
    }
}

/// A subject, by its row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    row: u16,
    /// What it tells.
    pub sort: Sort,
}

/// The subjects with their words.
#[derive(Debug)]
pub struct Subjects {
    words: Search<(Subject, bool)>,
}

impl Subjects {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let mut words = Vec::new();
        for (at, row) in tables.rows("subjects.tsv", &["subject", "sort", "words"])?.iter().enumerate() {
            let subject = Subject { row: at as u16, sort: code!(row, 1, Sort)? };
            let listed = row.list(2);
            words.extend(listed.map(|word| match word.strip_suffix(ANY_END) {
                Some(head) => (head, (subject, true)),
                None => (word, (subject, false)),
            }));
        }
        Ok(Self { words: Search::new(words, Pick::All) })
    }

    /// The subjects that a text names, each once, in the order of the table.
    pub fn of_text(&self, text: &str) -> Vec<Subject> {
        let text = normal(text).to_lowercase();
        let goes_on = |end: usize| {
            end + text[end..].find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len() - end)
        };
        let mut out: Vec<Subject> = self
            .words
            .find(&text)
            .into_iter()
            .filter(|hit| {
                let (_, any_end) = hit.means;
                let end = if any_end { goes_on(hit.range.end) } else { hit.range.end };
                !cuts_word(&text, hit.range.start..end)
            })
            .map(|hit| hit.means.0)
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}
