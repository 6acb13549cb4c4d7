//! The questions: a block of rows each. The first holds what is asked and the cells to fill in; each row of a block is a
//! row of a report, so that two that may be one stand one under the other, field by field, what differs in bold.

use super::block::{Behind, Block, Line, behind, columns};
use super::sheet;
use crate::labels::review::{self, Words};
use crate::labels::{Lang, changes, data, doubts, evidence, inspect, problems, reasons, workbook};
use crate::model::{
    Asked, Datum, Decision, Place, Processed, Question, REVIEW_KEY, Ruling, Side, Source, UnsureTable,
    Unusable,
};
use crate::write::Consolidated;
use crate::write::workbook::listing::print_setup;
use crate::write::workbook::style::{self, Style};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Row of the headings.
const HEADINGS: u32 = 3;
/// Rows of a side that are shown; the register names all.
const SHOWN: usize = 4;
/// Column of the question.
pub const QUESTION: u16 = 1;
/// Column of the decision.
pub const DECISION: u16 = 11;
/// Column of the corrected value.
pub const VALUE: u16 = 12;
/// Column of the remark.
pub const REMARK: u16 = 13;
/// The hidden column that names what the row is about.
pub const KEY: u16 = 15;

/// Writes the sheet, and gives its first and last row below the headings.
pub fn write(
    sheet: &mut Worksheet,
    result: &Consolidated,
    words: &Words,
    style: &Style,
) -> Result<(u32, u32), XlsxError> {
    let lang = result.lang;
    let of_workbook = workbook::words(lang);
    sheet.set_name(words.sheet_questions)?;
    sheet.set_screen_gridlines(false);
    sheet.set_row_height(0, 34)?.write_string_with_format(0, 0, words.sheet_questions, &style.title)?;
    sheet.write_string_with_format(1, 0, words.questions_note, &style.note)?;
    let columns = columns(words, of_workbook);
    sheet.set_row_height(
        HEADINGS,
        style::row_height(columns.iter().map(|(name, width)| (*name, width - 2.0))),
    )?;
    for (column, (heading, width)) in columns.iter().enumerate() {
        sheet.set_column_width(column as u16, *width)?;
        sheet.write_string_with_format(HEADINGS, column as u16, *heading, &style.heading)?;
    }
    sheet.write_string_with_format(HEADINGS, KEY, REVIEW_KEY, &style.heading)?;
    let behind = behind(result);
    let mut row = HEADINGS + 1;
    for (at, question) in result.questions.iter().enumerate() {
        let block = block(result, &behind, words, question)?;
        block.write(sheet, row, at, style)?;
        sheet::choose(sheet, (row, DECISION), question.asked.answers(), lang, words)?;
        if let Some(key) = question.key {
            sheet::propose(sheet, (row, VALUE), key, lang, words)?;
        }
        for line in (row..).zip(&block.lines).filter(|(_, line)| line.column.is_some()).map(|(at, _)| at) {
            sheet::role(sheet, (line, VALUE), lang, words)?;
        }
        if question.table.is_some() {
            sheet::begins(sheet, (row, VALUE), words)?;
        }
        row += block.lines.len() as u32;
    }
    if result.questions.is_empty() {
        sheet.write_string_with_format(row, 0, of_workbook.nothing, &style.note)?;
    }
    let last = row.max(HEADINGS + 2) - 1;
    sheet.set_column_hidden(KEY)?;
    sheet.set_freeze_panes(HEADINGS + 1, 0)?;
    sheet.set_print_area(0, 0, last, KEY - 2)?;
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
    print_setup(sheet, words.title, of_workbook);
    Ok((HEADINGS + 1, last))
}

fn block<'a>(
    result: &'a Consolidated,
    behind: &Behind,
    words: &Words,
    question: &'a Question,
) -> Result<Block<'a>, XlsxError> {
    let (vocab, lang) = (result.vocab, result.lang);
    let mut lines = Vec::new();
    // A name, a file and a cause head their rows; of one entry its first row does.
    let single = question.first.sources.len() == 1 || !question.cause.is_empty();
    if matches!(question.asked, Asked::Body | Asked::File | Asked::Layout) {
        lines.push(Line::titled(question.first.title.clone()));
    }
    if matches!(question.asked, Asked::File | Asked::Layout) {
        lines[0].place = question.first.sources.first().map(|source| source.place.clone());
        lines[0].department = who(result, question.first.sources.first());
        lines.extend(question.table.iter().flat_map(|table| columns_of(lang, words, table)));
    } else {
        lines.extend(side(result, behind, &question.first));
    }
    if !single
        && question.asked == Asked::Value
        && let Some(first) = lines.first_mut()
    {
        first.title.clone_from(&question.first.title);
    }
    if let Some(second) = &question.second {
        let from = lines.len();
        lines.extend(side(result, behind, second));
        if let Some(line) = lines.get_mut(from) {
            line.label = words.second;
        }
        Line::mark(&mut lines, from);
    }
    let typed = result.unusable.iter().find(|one| one.question == question.id);
    let begins = question.table.as_ref().map(|table| review::begins(lang, table.reading.begins));
    let current = question.key.map_or(begins.unwrap_or_default(), |key| {
        let value = question.value.as_ref().map(|datum| data::value(vocab, lang, datum)).unwrap_or_default();
        let value = if value.is_empty() { words.no_value } else { &value };
        format!("{}: {value}", changes::field(lang, key))
    });
    Ok(Block {
        question,
        asked: review::asked(lang, question.asked),
        current,
        why: why(result, words, question, typed),
        effect: review::effect(lang, question.effect),
        proposed: question.leans.map_or("", |ruling| review::ruling(lang, ruling)),
        typed,
        key: key(question, typed)?,
        lines,
        result,
    })
}

/// A row for each column of a table: its heading, what stands in it, what it is taken for.
fn columns_of(lang: Lang, words: &Words, table: &UnsureTable) -> Vec<Line> {
    let headings = table.reading.head().map(|head| head.cells.as_slice()).unwrap_or_default();
    let columns = headings.iter().zip(&table.samples);
    let line = |((column, heading), samples): (&(u32, String), &Vec<String>)| {
        let role = table.reading.role(*column).map_or(words.no_role, |role| inspect::role(lang, role));
        Line::of_column(words.column, *column, heading.clone(), samples.join("\n"), role)
    };
    columns.map(line).collect()
}

/// The rows of a side, each with what was understood of it alone.
fn side(result: &Consolidated, behind: &Behind, side: &Side) -> Vec<Line> {
    let mut lines: Vec<Line> =
        side.sources.iter().take(SHOWN).map(|source| Line::of(result, behind, side, source)).collect();
    if lines.is_empty() {
        lines.push(Line::titled(side.title.clone()));
    }
    if side.sources.len() > SHOWN {
        let more = review::more_sources(result.lang, side.sources.len() - SHOWN);
        lines.push(Line::titled(more));
    }
    lines
}

fn who(result: &Consolidated, source: Option<&Source>) -> String {
    source.map_or_else(String::new, |source| {
        crate::labels::names::department(result.vocab, result.lang, &source.department)
    })
}

/// Why it is asked: what was typed and cannot be used, the doubts, the evidence, or what a verdict rests on.
fn why(result: &Consolidated, words: &Words, question: &Question, typed: Option<&Unusable>) -> String {
    let (vocab, lang) = (result.vocab, result.lang);
    let mut lines: Vec<String> = Vec::new();
    if let Some(typed) = typed {
        let what = problems::message(vocab, lang, &typed.problem.what);
        lines.push(format!("{}: {what}", words.unusable));
    }
    if question.table.is_some() {
        lines.push(words.layout_why.to_owned());
    }
    lines.extend(question.doubts.iter().map(|doubt| doubts::message(vocab, lang, doubt)));
    if !question.evidence.is_empty() {
        lines.push(evidence::sentence(lang, &question.evidence));
    }
    if !question.reasons.is_empty() {
        lines.push(reasons::reasons(lang, &question.reasons));
    }
    if question.asked == Asked::File
        && let Some(Processed { reported, .. }) =
            result.files.iter().find(|Processed { report, .. }| report.file == question.first.title)
    {
        lines.push(problems::file_message(vocab, lang, reported));
    }
    lines.join("\n")
}

/// What the row is about, for the program that reads it back: a decision that is not made yet.
fn key(question: &Question, typed: Option<&Unusable>) -> Result<String, XlsxError> {
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
        table: question.table.as_ref().map(|table| table.reading.clone()),
        value: question.value.as_ref().map(Datum::written).unwrap_or_default(),
        remark: String::new(),
        origin: typed.map_or_else(|| Place::file(""), |typed| typed.problem.place.clone()),
    };
    super::json(&open)
}
