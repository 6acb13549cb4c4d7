//! `review.xlsx`: what a person is asked, the decisions in force, and how to fill in. It comes back through the inbox.

mod block;
mod decisions;
mod follow_ups;
mod questions;
mod sheet;
mod today;

use crate::labels::review::{Words, words};
use crate::labels::workbook;
use crate::model::{OWN_MARK, REVIEW_SHEET};
use crate::write::Consolidated;
use crate::write::workbook::style::{self, Style};
use crate::write::workbook::{listing, officer as workbook_lists, properties};
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use serde::Serialize;

/// Makes the workbook.
pub fn make(result: &Consolidated) -> Result<Vec<u8>, String> {
    build(result).map_err(|e| e.to_string())
}

fn build(result: &Consolidated) -> Result<Vec<u8>, XlsxError> {
    let words = words(result.lang);
    let style = Style::new(result.lang);
    let mut book = Workbook::new();
    book.set_properties(&properties(result, words.title)?);
    book.set_default_format(&style.text, style::LINE_PIXELS, style::COLUMN_PIXELS)?;
    let mut questions = Worksheet::new();
    let rows = questions::write(&mut questions, result, words, &style)?;
    today::write(book.add_worksheet(), result, words, &style, rows)?;
    book.push_worksheet(questions);
    follow_ups::write(book.add_worksheet(), result, words, &style)?;
    decisions::write(book.add_worksheet(), result, words, &style)?;
    let of_workbook = workbook::words(result.lang);
    for listing in workbook_lists(result) {
        listing.write(book.add_worksheet(), words.title, of_workbook, &style)?;
    }
    guide(book.add_worksheet(), result, words, &style)?;
    machine(book.add_worksheet(), result, words)?;
    book.save_to_buffer()
}

/// How to fill in, a heading and what to do each.
fn guide(
    sheet: &mut Worksheet,
    result: &Consolidated,
    words: &Words,
    style: &Style,
) -> Result<(), XlsxError> {
    sheet.set_name(words.sheet_guide)?;
    sheet.set_screen_gridlines(false);
    sheet.set_column_width(0, 34)?.set_column_width(1, 96)?;
    sheet.set_row_height(0, 34)?.write_string_with_format(0, 0, words.sheet_guide, &style.title)?;
    for (at, (heading, text)) in words.guide.iter().enumerate() {
        let row = at as u32 + 2;
        sheet.set_row_height(row, style::row_height([(*heading, 34.0), (*text, 96.0)].into_iter()))?;
        sheet.write_string_with_format(row, 0, *heading, &style.body.clone().set_bold())?;
        sheet.write_string_with_format(row, 1, *text, &style.body)?;
    }
    listing::print_setup(sheet, words.title, workbook::words(result.lang));
    Ok(())
}

/// The hidden sheet by which the workbook is recognised, with the number of the run and the lists of the drop-downs.
fn machine(sheet: &mut Worksheet, result: &Consolidated, words: &Words) -> Result<(), XlsxError> {
    sheet.set_name(REVIEW_SHEET)?;
    sheet.set_hidden(true);
    sheet.write_string(0, 0, OWN_MARK)?;
    sheet.write_number(0, 1, result.history.run as f64)?;
    sheet::write_lists(sheet, result.lang, words)
}

/// What a row is about, as the program reads it back.
fn json(about: &impl Serialize) -> Result<String, XlsxError> {
    serde_json::to_string(about).map_err(|error| XlsxError::ParameterError(error.to_string()))
}
