//! What the surroundings say: names of files, folders and sheets, title blocks, heads of memos, secrecy marks.

use super::flow::{Row, Strip};
use crate::dates::dated;
use crate::model::{Context, Hint, Trust};
use crate::vocab::Vocab;
use crate::vocab::anchors::Anchor;
use crate::vocab::rows::Meaning;

/// A line of a title block is no longer, in characters.
const LONGEST: usize = 240;
/// Lines of a title block, the first or the nearest: one of a report has a handful.
const TITLES: usize = 30;
/// A secrecy mark stands in the first rows of a sheet.
const HEAD: usize = 12;

/// Texts around the records, by where they stand.
#[derive(Debug, Default)]
pub struct Surroundings {
    /// The title block nearest above.
    near: Vec<String>,
    /// The first title block of the sheet or document.
    first: Vec<String>,
    sheet: Option<String>,
    memo: Vec<String>,
    file: String,
    folders: Vec<String>,
}

impl Surroundings {
    /// The surroundings that a path gives.
    pub fn of_path(path: &str) -> Self {
        let mut parts: Vec<&str> = path.split('/').collect();
        let name = parts.pop().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Self {
            file: crate::thai::normal(stem),
            folders: parts.into_iter().rev().map(crate::thai::normal).collect(),
            ..Self::default()
        }
    }

    /// Another sheet begins.
    pub fn enter_sheet(&mut self, name: &str) {
        self.sheet = Some(crate::thai::normal(name));
        self.near.clear();
        self.first.clear();
    }

    /// A title block was read.
    pub fn add_titles(&mut self, mut titles: Vec<String>) {
        if self.first.is_empty() {
            self.first = titles.iter().take(TITLES).cloned().collect();
        }
        self.near = titles.split_off(titles.len().saturating_sub(TITLES));
    }

    /// A line of the head of a memo was read.
    pub fn add_memo(&mut self, line: &str) {
        if self.memo.len() < TITLES {
            self.memo.push(line.to_owned());
        }
    }

    /// What they say of a record under these sections.
    pub fn context(&self, vocab: Vocab, sections: &[String]) -> Context {
        let mut texts: Vec<(&str, Trust)> =
            sections.iter().rev().map(|s| (s.as_str(), Trust::Section)).collect();
        texts.extend(self.near.iter().map(|t| (t.as_str(), Trust::Title)));
        texts
            .extend(self.first.iter().filter(|t| !self.near.contains(t)).map(|t| (t.as_str(), Trust::Title)));
        texts.extend(self.sheet.iter().map(|t| (t.as_str(), Trust::Sheet)));
        texts.extend(self.memo.iter().map(|t| (t.as_str(), Trust::Memo)));
        texts.push((&self.file, Trust::File));
        texts.extend(self.folders.iter().map(|t| (t.as_str(), Trust::Folder)));
        let hints = |fits: &dyn Fn(&str, Trust) -> bool| -> Vec<Hint> {
            texts
                .iter()
                .filter(|(text, trust)| {
                    !text.is_empty() && text.chars().count() <= LONGEST && fits(text, *trust)
                })
                .map(|(text, trust)| Hint { text: (*text).to_owned(), trust: *trust })
                .collect()
        };
        Context {
            // A memo's head names its addressee too; only the line of the sender counts.
            department: hints(&|text, trust| {
                trust != Trust::Memo || vocab.rows.is(text, Meaning::Department)
            }),
            period: hints(&|text, trust| match trust {
                Trust::Memo => {
                    vocab.anchors.opens(text, Anchor::Subject).is_some() && dated::names_period(text)
                }
                Trust::File | Trust::Folder | Trust::Sheet => true,
                Trust::Section | Trust::Title => {
                    dated::names_period(text) || dated::is_days(text) || dated::is_month(text)
                }
            }),
            sections: sections.to_vec(),
        }
    }
}

/// The secrecy mark of a document: a mark that stands alone at the head of a sheet, or in a line of a page.
pub fn secrecy(vocab: Vocab, strips: &[Strip]) -> Option<(String, crate::model::Place)> {
    let marked = |row: &Row| {
        row.own()
            .flat_map(|piece| piece.text.split('\n'))
            .map(str::trim)
            .find(|text| vocab.rows.is(text, Meaning::Secret))
            .map(|text| (text.to_owned(), row.place.clone()))
    };
    strips.iter().filter(|strip| !strip.hidden).find_map(|strip| {
        let rows = strip.rows.iter();
        // In the body of a table the word may be the value of a column.
        if strip.grid {
            rows.take(HEAD).filter(|r| r.own().count() <= 2).find_map(marked)
        } else {
            rows.into_iter().find_map(marked)
        }
    })
}
