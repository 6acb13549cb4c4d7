//! Rows of the summary's tables, and how their texts are cut.

use crate::labels::summary::Words;
use crate::labels::{Lang, calendar, names, titles};
use crate::model::Engagement;
use crate::thai;
use crate::vocab::Vocab;
use crate::vocab::segment::Segmented;
use crate::write::Consolidated;
use crate::write::entries::Numbered;
use serde::Serialize;

/// Letters of a text in a table at most: three lines of a column.
const LETTERS: usize = 68;

/// A row of a table.
#[derive(Debug, Serialize)]
pub struct Row {
    pub cells: Vec<String>,
}

impl Row {
    pub fn of(cells: impl IntoIterator<Item = String>) -> Self {
        Self { cells: cells.into_iter().collect() }
    }
}

/// A table as far as it is printed.
#[derive(Debug, Default, Serialize)]
pub struct Table {
    pub rows: Vec<Row>,
    /// So many more rows stand in the workbook.
    pub more: usize,
}

impl Table {
    /// The first rows.
    pub fn first(mut rows: Vec<Row>, most: usize) -> Self {
        let more = rows.len().saturating_sub(most);
        rows.truncate(most);
        Self { rows, more }
    }
}

/// The days of an engagement.
pub fn days(lang: Lang, words: &Words, e: &Engagement) -> String {
    let days = calendar::days(lang, e.period.value.start, e.period.value.end);
    if days.is_empty() { words.no_date.to_owned() } else { days }
}

/// The foreign side: countries and organisations, else the words of the report.
pub fn side(result: &Consolidated, e: &Engagement) -> String {
    let countries = e.countries.value.iter().map(|code| names::country(result.vocab, result.lang, code));
    let side: Vec<String> = countries.chain(e.organisations.value.iter().cloned()).collect();
    short(result.vocab, &if side.is_empty() { e.counterpart.value.clone() } else { side.join(", ") })
}

/// The reporting departments by their abbreviations.
pub fn departments(result: &Consolidated, e: &Engagement) -> String {
    let short = |code: &String| names::department_short(result.vocab, result.lang, code);
    e.departments.value.iter().map(short).collect::<Vec<_>>().join(", ")
}

/// Number, days, title, foreign side and departments.
pub fn row(result: &Consolidated, words: &Words, (number, entry): Numbered) -> Row {
    let e = &entry.engagement;
    Row::of([
        number.to_string(),
        days(result.lang, words, e),
        short(result.vocab, &titles::title(result.vocab, result.lang, e)),
        side(result, e),
        departments(result, e),
    ])
}

/// The beginning of a long text, up to the end of a word.
pub fn short(vocab: Vocab, text: &str) -> String {
    cut(vocab, text, LETTERS)
}

/// The same, of so many letters at most.
pub fn cut(vocab: Vocab, text: &str, letters: usize) -> String {
    let text = thai::one_line(text);
    let Some((most, _)) = text.char_indices().nth(letters) else { return text };
    let mut words = Segmented::new(&vocab.word_list, &text, &[]);
    let ends = |at: &usize| text.is_char_boundary(*at) && words.parts_at(*at);
    let cut = (most / 2..=most).rev().find(ends).unwrap_or(most);
    format!("{} …", text.get(..cut).unwrap_or(&text).trim_end())
}
