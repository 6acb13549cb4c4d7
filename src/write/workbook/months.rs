//! Who has reported: departments by months, a mark each.

use super::listing::print_setup;
use super::style::{self, Style};
use crate::labels::workbook::Words;
use crate::labels::{calendar, names, summary};
use crate::thai;
use crate::write::counts::Reporting;
use crate::write::{Consolidated, count};
use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet, XlsxError};

/// Row of the headings.
const HEADINGS: u32 = 3;

/// Writes the sheet.
pub fn write(
    sheet: &mut Worksheet,
    result: &Consolidated,
    words: &Words,
    style: &Style,
) -> Result<(), XlsxError> {
    let lang = result.lang;
    let coverage = count(result).coverage;
    sheet.set_name(words.sheet_months)?;
    sheet.set_screen_gridlines(false);
    sheet.set_row_height(0, 34)?.write_string_with_format(0, 0, words.sheet_months, &style.title)?;
    sheet.write_string_with_format(1, 0, words.months_note, &style.note)?;
    sheet.set_column_width(0, 48)?;
    sheet.write_string_with_format(HEADINGS, 0, words.department, &style.heading)?;
    for (month, column) in coverage.months.iter().zip(1..) {
        sheet.set_column_width(column, 9)?;
        let name = calendar::month_of(lang, *month);
        sheet.write_string_with_format(HEADINGS, column, name, &style.figure_heading)?;
    }
    let mut rows: Vec<(String, &[Reporting])> = coverage
        .departments
        .iter()
        .map(|(code, states)| (names::department(result.vocab, lang, code), &states[..]))
        .collect();
    rows.sort_by_cached_key(|(name, _)| thai::alphabetical(name));
    for ((name, states), row) in rows.iter().zip(HEADINGS + 1..) {
        sheet.set_row_height(row, style::row_height(std::iter::once((name.as_str(), 48.0))))?;
        sheet.write_string_with_format(row, 0, name, &style.body)?;
        for (state, column) in states.iter().zip(1..) {
            let (mark, colour) = mark(*state);
            let format = style.body.clone().set_align(FormatAlign::Center).set_bold();
            sheet.write_string_with_format(row, column, mark, &coloured(format, colour))?;
        }
    }
    let last = HEADINGS + rows.len() as u32;
    sheet.write_string_with_format(
        last + 2,
        0,
        summary::expected(lang, rows.len(), coverage.set),
        &style.note,
    )?;
    sheet.set_freeze_panes(HEADINGS + 1, 1)?;
    sheet.set_print_area(0, 0, last + 2, coverage.months.len().max(1) as u16)?;
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
    print_setup(sheet, words.title, words);
    Ok(())
}

fn coloured(format: Format, colour: u32) -> Format {
    format.set_font_color(Color::RGB(colour))
}

/// The mark of a state, by its shape and its colour.
fn mark(state: Reporting) -> (&'static str, u32) {
    const AMBER: u32 = 0x00A5_610A;
    const RED: u32 = 0x00B3_261E;
    match state {
        Reporting::Reported => ("●", style::TEAL),
        Reporting::Nothing => ("○", style::TEAL),
        Reporting::Partly => ("?", AMBER),
        Reporting::Unreadable => ("×", RED),
        Reporting::Missing => ("–", RED),
        Reporting::Undated => ("·", style::SLATE),
        Reporting::NotDue => ("", style::SLATE),
    }
}
