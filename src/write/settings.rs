//! The workbook of settings as an officer gets it to fill in: the departments and sister cities that are known, lists to
//! choose from, and a guide.

use super::workbook::style::{self, Style};
use super::workbook::{listing, properties_of};
use crate::labels::settings::{self as words, Words};
use crate::labels::{Lang, calendar, names, workbook};
use crate::model::{Every, SETTINGS_SHEET};
use crate::thai;
use crate::vocab::Vocab;
use jiff::civil::Date;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Workbook, Worksheet, XlsxError};

/// Row of the headings, below title and note.
const HEADINGS: u32 = 3;
/// Rows below the last known one that have the lists to choose from.
const SPARE: u32 = 200;
/// Columns of the hidden sheet with a list each.
const SORTS: u16 = 0;
const EVERY: u16 = 1;
const DEPARTMENTS: u16 = 2;

/// Makes the workbook. `today` stands for the time of making.
///
/// # Errors
/// The library's own words.
pub fn make(vocab: Vocab, lang: Lang, today: Date) -> Result<Vec<u8>, String> {
    build(vocab, lang, today).map_err(|e| e.to_string())
}

fn build(vocab: Vocab, lang: Lang, today: Date) -> Result<Vec<u8>, XlsxError> {
    let words = words::words(lang);
    let style = Style::new(lang);
    let mut book = Workbook::new();
    book.set_properties(&properties_of(vocab, lang, words.title, today)?);
    book.set_default_format(&style.text, style::LINE_PIXELS, style::COLUMN_PIXELS)?;
    guide(book.add_worksheet(), words, &style, lang)?;
    departments(book.add_worksheet(), vocab, words, &style, lang)?;
    named(book.add_worksheet(), words, &style, lang)?;
    sisters(book.add_worksheet(), vocab, words, &style, lang)?;
    office(book.add_worksheet(), words, &style, lang)?;
    machine(book.add_worksheet(), vocab, lang)?;
    book.save_to_buffer()
}

/// A sheet to fill in.
struct Sheet<'a> {
    name: &'a str,
    note: &'a str,
    /// Heading and width of each column.
    columns: Vec<(&'a str, f64)>,
    rows: Vec<Vec<String>>,
}

impl Sheet<'_> {
    fn write(&self, sheet: &mut Worksheet, title: &str, style: &Style, lang: Lang) -> Result<(), XlsxError> {
        sheet.set_name(self.name)?;
        sheet.set_screen_gridlines(true);
        sheet.set_row_height(0, 34)?.write_string_with_format(0, 0, self.name, &style.title)?;
        sheet.write_string_with_format(1, 0, self.note, &style.note)?;
        for (column, (heading, width)) in (0..).zip(&self.columns) {
            sheet.set_column_width(column, *width)?;
            sheet.write_string_with_format(HEADINGS, column, *heading, &style.heading)?;
        }
        for (at, row) in (HEADINGS + 1..).zip(&self.rows) {
            let widths = row.iter().zip(&self.columns).map(|(text, (_, width))| (text.as_str(), *width));
            sheet.set_row_height(at, style::row_height(widths))?;
            for (column, text) in (0..).zip(row) {
                sheet.write_string_with_format(at, column, text, &style.body)?;
            }
        }
        sheet.set_freeze_panes(HEADINGS + 1, 1)?;
        sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
        listing::print_setup(sheet, title, workbook::words(lang));
        Ok(())
    }

    /// A list to choose from for a column.
    fn choose(
        &self,
        sheet: &mut Worksheet,
        column: u16,
        list: u16,
        items: usize,
        strict: bool,
    ) -> Result<(), XlsxError> {
        let letters = crate::labels::column_letters(u32::from(list));
        let formula = Formula::new(format!("='{SETTINGS_SHEET}'!${letters}$2:${letters}${}", items + 1));
        let style = if strict { DataValidationErrorStyle::Stop } else { DataValidationErrorStyle::Warning };
        let validation = DataValidation::new().allow_list_formula(formula).set_error_style(style);
        let end = HEADINGS + self.rows.len() as u32 + SPARE;
        sheet.add_data_validation(HEADINGS + 1, column, end, column, &validation)?;
        Ok(())
    }
}

fn guide(sheet: &mut Worksheet, words: &Words, style: &Style, lang: Lang) -> Result<(), XlsxError> {
    sheet.set_name(words.sheet_guide)?;
    sheet.set_screen_gridlines(false);
    sheet.set_column_width(0, 30)?.set_column_width(1, 96)?;
    sheet.set_row_height(0, 34)?.write_string_with_format(0, 0, words.title, &style.title)?;
    for (row, (heading, text)) in (2..).zip(words.guide) {
        sheet.set_row_height(row, style::row_height([(*heading, 30.0), (*text, 96.0)].into_iter()))?;
        sheet.write_string_with_format(row, 0, *heading, &style.body.clone().set_bold())?;
        sheet.write_string_with_format(row, 1, *text, &style.body)?;
    }
    listing::print_setup(sheet, words.title, workbook::words(lang));
    Ok(())
}

fn departments(
    sheet: &mut Worksheet,
    vocab: Vocab,
    words: &Words,
    style: &Style,
    lang: Lang,
) -> Result<(), XlsxError> {
    let filled = Sheet {
        name: words.sheet_departments,
        note: words.departments_note,
        columns: vec![
            (words.department, 46.0),
            (words.short, 22.0),
            (words.contact, 26.0),
            (words.telephone, 18.0),
            (words.email, 28.0),
            (words.from, 20.0),
            (words.every, 18.0),
        ],
        rows: Vec::new(),
    };
    filled.write(sheet, words.title, style, lang)?;
    let known = vocab.parts().names.department_codes().count();
    filled.choose(sheet, 0, DEPARTMENTS, known, false)?;
    filled.choose(sheet, 6, EVERY, Every::ALL.len(), true)
}

fn named(sheet: &mut Worksheet, words: &Words, style: &Style, lang: Lang) -> Result<(), XlsxError> {
    let empty = Sheet {
        name: words.sheet_names,
        note: words.names_note,
        columns: vec![
            (words.name, 44.0),
            (words.sort, 36.0),
            (words.country, 24.0),
            (words.canonical, 36.0),
            (words.others, 50.0),
        ],
        rows: Vec::new(),
    };
    empty.write(sheet, words.title, style, lang)?;
    empty.choose(sheet, 1, SORTS, words::SORTS.len(), true)
}

fn sisters(
    sheet: &mut Worksheet,
    vocab: Vocab,
    words: &Words,
    style: &Style,
    lang: Lang,
) -> Result<(), XlsxError> {
    let row = |city: &crate::vocab::gazetteer::City| {
        let since = match (city.sister.parse::<Date>(), city.sister.parse::<i16>()) {
            (Ok(day), _) => calendar::day(lang, day),
            (Err(_), Ok(year)) => calendar::year(lang, year),
            (Err(_), Err(_)) => String::new(),
        };
        vec![names::city(vocab, lang, city.name), names::country(vocab, lang, city.country), since]
    };
    let mut rows: Vec<Vec<String>> = vocab.parts().names.sister_cities().map(row).collect();
    rows.sort_by_cached_key(|row| row.first().map(|city| thai::alphabetical(city)));
    let filled = Sheet {
        name: words.sheet_sisters,
        note: words.sisters_note,
        columns: vec![(words.city, 34.0), (words.country, 34.0), (words.since, 30.0)],
        rows,
    };
    filled.write(sheet, words.title, style, lang)
}

fn office(sheet: &mut Worksheet, words: &Words, style: &Style, lang: Lang) -> Result<(), XlsxError> {
    let items = words.items.iter().map(|item| vec![(*item).to_owned(), String::new()]).collect();
    let filled = Sheet {
        name: words.sheet_office,
        note: words.office_note,
        columns: vec![(words.item, 30.0), (words.value, 90.0)],
        rows: items,
    };
    filled.write(sheet, words.title, style, lang)
}

/// The hidden sheet by which the workbook is recognised, with the lists to choose from.
fn machine(sheet: &mut Worksheet, vocab: Vocab, lang: Lang) -> Result<(), XlsxError> {
    sheet.set_name(SETTINGS_SHEET)?;
    sheet.set_hidden(true);
    sheet.write_string(0, 0, SETTINGS_SHEET)?;
    for (row, sort) in (1..).zip(words::SORTS) {
        sheet.write_string(row, SORTS, words::sort(lang, *sort))?;
    }
    for (row, every) in (1..).zip(Every::ALL) {
        sheet.write_string(row, EVERY, words::every(lang, *every))?;
    }
    for (row, code) in (1..).zip(vocab.parts().names.department_codes()) {
        sheet.write_string(row, DEPARTMENTS, names::department(vocab, lang, code))?;
    }
    Ok(())
}
