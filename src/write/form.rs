//! The form in which a department reports, with lists to choose from. What is filled in is read like any report, without a
//! doubt about its layout.

use super::workbook::style::{self, Style};
use super::workbook::{listing, properties_of};
use crate::labels::form::{self as words, Column, Filled};
use crate::labels::{Lang, codes, column_letters, names, workbook};
use crate::model::{FORM_SHEET, Kind, ReportPeriod, Status, Theme};
use crate::thai;
use crate::vocab::Vocab;
use crate::vocab::gazetteer::CountryStanding;
use jiff::civil::Date;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, Workbook,
    Worksheet, XlsxError,
};

/// Row of the headings, below title, department and period.
const HEADINGS: u32 = 4;
/// Rows to fill in.
const ROWS: u32 = 300;
/// The lists on the hidden sheet, a column each.
const LISTS: [Filled; 5] =
    [Filled::Kind, Filled::Country, Filled::Organisation, Filled::Theme, Filled::Status];

/// For whom the form is, where that is known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Addressed<'a> {
    /// Code of the department.
    pub department: Option<&'a str>,
    /// What it reports.
    pub period: Option<ReportPeriod>,
}

/// Makes the form. `today` stands for the time of making.
///
/// # Errors
/// The library's own words.
pub fn make(vocab: Vocab, lang: Lang, to: Addressed, today: Date) -> Result<Vec<u8>, String> {
    build(vocab, lang, to, today).map_err(|e| e.to_string())
}

fn build(vocab: Vocab, lang: Lang, to: Addressed, today: Date) -> Result<Vec<u8>, XlsxError> {
    let style = Style::new(lang);
    let mut book = Workbook::new();
    book.set_properties(&properties_of(vocab, lang, words::title(lang), today)?);
    book.set_default_format(&style.text, style::LINE_PIXELS, style::COLUMN_PIXELS)?;
    let lists = LISTS.map(|filled| list(vocab, lang, filled));
    let sheet = book.add_worksheet();
    sheet.set_name(words::sheet(lang))?;
    sheet.set_row_height(0, 34)?.write_string_with_format(0, 0, words::title(lang), &style.title)?;
    let department = to.department.map(|code| names::department(vocab, lang, code));
    sheet.write_string(1, 0, words::department(lang, department.as_deref()))?;
    sheet.write_string(2, 0, words::period(lang, to.period))?;
    let columns = words::columns(lang);
    let widths = columns.iter().map(|column| (column.heading, column.width));
    sheet.set_row_height(HEADINGS, style::row_height(widths))?;
    for (at, column) in (0..).zip(columns) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_string_with_format(HEADINGS, at, column.heading, &style.heading)?;
        sheet.set_column_format(
            at,
            if column.filled == Filled::Day { &style.dates[0] } else { &style.body },
        )?;
        let (first, last) = (HEADINGS + 1, HEADINGS + ROWS);
        sheet.add_data_validation(first, at, last, at, &checked(lang, column, &lists)?)?;
    }
    sheet.set_freeze_panes(HEADINGS + 1, 0)?;
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
    listing::print_setup(sheet, words::title(lang), workbook::words(lang));
    machine(book.add_worksheet(), &lists)?;
    book.save_to_buffer()
}

/// What a column may hold, and how it is filled in.
fn checked(lang: Lang, column: &Column, lists: &[Vec<String>; 5]) -> Result<DataValidation, XlsxError> {
    let validation = match LISTS.iter().position(|filled| *filled == column.filled) {
        Some(at) => {
            let letters = column_letters(at as u32);
            let end = lists[at].len() + 1;
            let items = Formula::new(format!("='{FORM_SHEET}'!${letters}$2:${letters}${end}"));
            DataValidation::new()
                .allow_list_formula(items)
                .set_error_style(DataValidationErrorStyle::Information)
        }
        None if column.filled == Filled::Day => {
            let (first, last) =
                (ExcelDateTime::from_ymd(2000, 1, 1)?, ExcelDateTime::from_ymd(2100, 12, 31)?);
            DataValidation::new()
                .allow_date(DataValidationRule::Between(first, last))
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_message(words::no_day(lang))?
        }
        None => DataValidation::new(),
    };
    validation.set_input_title(column.heading)?.set_input_message(column.help)
}

fn list(vocab: Vocab, lang: Lang, filled: Filled) -> Vec<String> {
    let names = &vocab.parts().names;
    let sorted = |mut list: Vec<String>| {
        list.sort_by_cached_key(|name| thai::alphabetical(name));
        list.dedup();
        list
    };
    match filled {
        Filled::Kind => Kind::ALL.iter().map(|kind| codes::kind(lang, *kind).to_owned()).collect(),
        Filled::Theme => Theme::ALL.iter().map(|theme| codes::theme(lang, *theme).to_owned()).collect(),
        Filled::Status => Status::ALL.iter().map(|status| codes::status(lang, *status).to_owned()).collect(),
        Filled::Country => {
            let states = names.countries().filter(|one| one.standing == CountryStanding::State);
            sorted(states.map(|one| names::country(vocab, lang, one.code)).collect())
        }
        Filled::Organisation => {
            sorted(names.counted().map(|one| names::organisation(vocab, lang, one.name)).collect())
        }
        Filled::Day | Filled::Free => Vec::new(),
    }
}

/// The hidden sheet with the lists. It is no part of what is reported.
fn machine(sheet: &mut Worksheet, lists: &[Vec<String>; 5]) -> Result<(), XlsxError> {
    sheet.set_name(FORM_SHEET)?;
    sheet.set_hidden(true);
    for (column, list) in (0..).zip(lists) {
        for (row, name) in (1..).zip(list) {
            sheet.write_string(row, column, name)?;
        }
    }
    Ok(())
}
