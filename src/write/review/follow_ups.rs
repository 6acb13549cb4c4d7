//! What is not known here: the department to ask, how far the office has come, and the answer when it has come.

use super::sheet::{self, FIRST, input, side};
use crate::labels::review::{self, Words};
use crate::labels::{changes, data, names, workbook};
use crate::model::{Asked, FollowUp, Question, REVIEW_KEY, Ruling};
use crate::write::Consolidated;
use crate::write::workbook::listing::{Cell, Listing, Value, running, text};
use crate::write::workbook::style::Style;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Column of the decision.
const DECISION: u16 = 6;
/// Column of the answer's value.
const VALUE: u16 = 7;
/// The hidden column that holds the decision as the program reads it back.
const KEY: u16 = 10;

/// Writes the sheet.
pub fn write(
    sheet: &mut Worksheet,
    result: &Consolidated,
    words: &Words,
    style: &Style,
) -> Result<(), XlsxError> {
    let lang = result.lang;
    listing(result, words)?.write(sheet, words.title, workbook::words(lang), style)?;
    for (at, FollowUp { decision, .. }) in result.follow_ups.iter().enumerate() {
        let row = FIRST + at as u32;
        let answers: Vec<Ruling> =
            decision.asked.answers().iter().copied().chain([Ruling::Withdrawn]).collect();
        sheet::choose(sheet, (row, DECISION), &answers, lang, words)?;
        if let Some(key) = decision.key {
            sheet::propose(sheet, (row, VALUE), key, lang, words)?;
        }
    }
    sheet.set_column_hidden(KEY)?;
    Ok(())
}

fn listing(result: &Consolidated, words: &Words) -> Result<Listing, XlsxError> {
    let rows = result.follow_ups.iter().enumerate().map(|(at, follow_up)| row(result, at, follow_up));
    Ok(Listing {
        sheet: words.sheet_follow_ups,
        note: words.follow_ups_note.into(),
        columns: vec![
            (workbook::words(result.lang).number, 6.0),
            (words.to_ask, 26.0),
            (words.question, 24.0),
            (words.first, 42.0),
            (words.second, 42.0),
            (words.current, 24.0),
            (words.decision, 21.0),
            (words.value, 20.0),
            (words.progress, 36.0),
            (words.id, 14.0),
            (REVIEW_KEY, 10.0),
        ],
        printed: 9,
        frozen: 0,
        grouped: 0,
        rows: rows.collect::<Result<_, _>>()?,
    })
}

fn row(result: &Consolidated, at: usize, follow_up: &FollowUp) -> Result<Vec<Cell>, XlsxError> {
    let FollowUp { question, decision } = follow_up;
    let (vocab, lang) = (result.vocab, result.lang);
    let current = question.key.map_or_else(String::new, |key| {
        let value = question.value.as_ref().map(|datum| data::value(vocab, lang, datum)).unwrap_or_default();
        format!("{}: {value}", changes::field(lang, key))
    });
    let valued = question.key.is_some() || question.asked == Asked::Body;
    Ok(vec![
        running(at),
        text(departments(result, question)),
        text(review::asked(lang, question.asked)),
        text(side(vocab, lang, &question.first)),
        text(question.second.as_ref().map_or_else(String::new, |second| side(vocab, lang, second))),
        text(current),
        input(review::ruling(lang, decision.ruling)),
        if valued { input("") } else { text("") },
        input(&decision.remark),
        text(&question.id),
        Value::Key(super::json(decision)?).plain(),
    ])
}

/// Who reported what is asked about, a department a line.
fn departments(result: &Consolidated, question: &Question) -> String {
    let sides = std::iter::once(&question.first).chain(&question.second);
    let mut named: Vec<String> = sides
        .flat_map(|side| &side.sources)
        .map(|source| names::department(result.vocab, result.lang, &source.department))
        .filter(|name| !name.is_empty())
        .collect();
    named.sort();
    named.dedup();
    named.join("\n")
}
