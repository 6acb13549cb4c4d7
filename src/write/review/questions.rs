//! The questions, each with what a person needs to decide it, and the cells to fill in.

use super::sheet::{self, FIRST, input, side};
use crate::labels::review::{self, Words};
use crate::labels::{Lang, changes, doubts, evidence, reasons, workbook};
use crate::model::{Asked, Decision, Place, Question, REVIEW_KEY, Ruling};
use crate::vocab::Vocab;
use crate::write::Consolidated;
use crate::write::workbook::listing::{Cell, Listing, Value, running, text};
use crate::write::workbook::style::Style;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Column of the decision.
const DECISION: u16 = 7;
/// Column of the corrected value.
const CORRECTED: u16 = 8;
/// The hidden column that names what the row is about.
const KEY: u16 = 11;

/// Writes the sheet.
///
/// # Errors
/// The library's.
pub fn write(
    sheet: &mut Worksheet,
    result: &Consolidated,
    words: &Words,
    style: &Style,
) -> Result<(), XlsxError> {
    let lang = result.lang;
    listing(result, words)?.write(sheet, words.title, workbook::words(lang), style)?;
    for (at, question) in result.questions.iter().enumerate() {
        let row = FIRST + at as u32;
        sheet::choose(sheet, (row, DECISION), question.asked.answers(), lang, words)?;
        if let Some(key) = question.key {
            sheet::propose(sheet, (row, CORRECTED), key, lang, words)?;
        }
    }
    sheet.set_column_hidden(KEY)?;
    Ok(())
}

fn listing(result: &Consolidated, words: &Words) -> Result<Listing, XlsxError> {
    let rows = result
        .questions
        .iter()
        .enumerate()
        .map(|(at, question)| row(result.vocab, result.lang, at, question));
    Ok(Listing {
        sheet: words.sheet_questions,
        note: words.questions_note,
        columns: vec![
            (workbook::words(result.lang).number, 6.0),
            (words.question, 21.0),
            (words.first, 42.0),
            (words.second, 42.0),
            (workbook::words(result.lang).field, 15.0),
            (words.current, 20.0),
            (words.why, 36.0),
            (words.decision, 21.0),
            (words.value, 20.0),
            (words.remark, 18.0),
            (words.id, 14.0),
            (REVIEW_KEY, 10.0),
        ],
        printed: 10,
        frozen: 0,
        rows: rows.collect::<Result<_, _>>()?,
    })
}

fn row(vocab: Vocab, lang: Lang, at: usize, question: &Question) -> Result<Vec<Cell>, XlsxError> {
    let field = question.key.map_or("", |key| changes::field(lang, key));
    let current =
        question.key.map_or_else(String::new, |key| changes::value(vocab, lang, key, &question.value));
    let valued = question.key.is_some() || question.asked == Asked::Body;
    let corrected = if valued { input("") } else { text("") };
    Ok(vec![
        running(at),
        text(review::asked(lang, question.asked)),
        text(side(vocab, lang, &question.first)),
        text(question.second.as_ref().map_or_else(String::new, |second| side(vocab, lang, second))),
        text(field),
        text(current),
        text(why(vocab, lang, question)),
        input(""),
        corrected,
        input(""),
        text(&question.id),
        Value::Key(key(question)?).plain(),
    ])
}

/// Why it is asked: the evidence, the doubts, or what a verdict rests on.
fn why(vocab: Vocab, lang: Lang, question: &Question) -> String {
    let mut lines: Vec<String> =
        question.doubts.iter().map(|doubt| doubts::message(vocab, lang, doubt)).collect();
    if !question.evidence.is_empty() {
        lines.push(evidence::sentence(lang, &question.evidence));
    }
    if !question.reasons.is_empty() {
        lines.push(reasons::reasons(lang, &question.reasons));
    }
    lines.join("\n")
}

/// What the row is about, for the program that reads it back: a decision that is not made yet.
fn key(question: &Question) -> Result<String, XlsxError> {
    let second = question.second.as_ref();
    let open = Decision {
        question: question.id.clone(),
        asked: question.asked,
        key: question.key,
        name: question.name.clone(),
        cause: question.cause.clone(),
        first: question.first.rows.clone(),
        second: second.map_or_else(Vec::new, |side| side.rows.clone()),
        title: question.first.title.clone(),
        other: second.map_or_else(String::new, |side| side.title.clone()),
        ruling: Ruling::Open,
        value: question.value.clone(),
        remark: String::new(),
        origin: Place::file(""),
    };
    super::json(&open)
}
