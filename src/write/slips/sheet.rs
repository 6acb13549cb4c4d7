//! The workbook of a slip: the sheet that prints as one page, and behind it all that did not fit.

use super::due::Due;
use super::page::{Page, Row, SIZE, TABLE_SIZE, WIDTHS, file_names};
use crate::labels::slips::{self, Words, words};
use crate::labels::{calendar, shown, spot, workbook};
use crate::write::Consolidated;
use crate::write::workbook::listing::{Listing, number, running, text, writable};
use crate::write::workbook::properties;
use crate::write::workbook::style::{self, Style};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// The last column of the first sheet.
const LAST: u16 = WIDTHS.len() as u16 - 1;

/// Makes the workbook.
pub fn make(result: &Consolidated, due: &Due, page: &Page) -> Result<Vec<u8>, XlsxError> {
    let words = words(result.lang);
    let of_workbook = workbook::words(result.lang);
    let style = Style::new(result.lang);
    let mut book = Workbook::new();
    book.set_properties(&properties(result, words.title)?);
    book.set_default_format(&style.text, style::LINE_PIXELS, style::COLUMN_PIXELS)?;
    slip(book.add_worksheet(), result, page, &style)?;
    if !page.more.is_empty() {
        all(result, due, words).write(book.add_worksheet(), words.title, of_workbook, &style)?;
    }
    if page.files_cut {
        files(result, due, words).write(book.add_worksheet(), words.title, of_workbook, &style)?;
    }
    book.save_to_buffer()
}

/// Formats of the first sheet.
struct Formats {
    text: Format,
    bullet: Format,
    label: Format,
    heading: Format,
    first: Format,
    head: Format,
    cell: Format,
    number: Format,
    note: Format,
    sign: Format,
    line: Format,
}

impl Formats {
    fn of(style: &Style) -> Self {
        // Reports are untrusted: a text that begins like a formula stays a text even when the cell is edited.
        let plain = style.text.clone().set_font_size(SIZE);
        let text = plain.clone().set_text_wrap().set_align(FormatAlign::Top).set_quote_prefix();
        Self {
            bullet: text.clone().set_indent(1),
            label: text.clone().set_bold(),
            heading: style.block.clone().set_font_size(15).set_align(FormatAlign::VerticalCenter),
            first: style.heading.clone().set_font_size(TABLE_SIZE).set_align(FormatAlign::Center),
            head: style.heading.clone().set_font_size(TABLE_SIZE),
            cell: style.body.clone().set_font_size(TABLE_SIZE).set_border(FormatBorder::Thin),
            number: style
                .running
                .clone()
                .set_font_size(TABLE_SIZE)
                .set_align(FormatAlign::Top)
                .set_border(FormatBorder::Thin),
            note: text.clone().set_bold(),
            sign: plain.clone().set_align(FormatAlign::Bottom),
            line: plain.clone().set_border_bottom(FormatBorder::Dotted),
            text,
        }
    }
}

/// The sheet that prints as one page.
fn slip(sheet: &mut Worksheet, result: &Consolidated, page: &Page, style: &Style) -> Result<(), XlsxError> {
    let words = words(result.lang);
    let formats = Formats::of(style);
    sheet.set_name(words.sheet_slip)?;
    sheet.set_screen_gridlines(false);
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let day = format!("{} {}", words.as_of, calendar::day(result.lang, result.as_of));
    sheet.set_row_height(0, 24)?.merge_range(0, 0, 0, 2, words.city, &style.note)?;
    sheet.merge_range(0, 3, 0, LAST, &day, &style.note.clone().set_align(FormatAlign::Right))?;
    let mut at = 1;
    for row in page.rows(words, result.lang) {
        sheet.set_row_height(at, row.height())?;
        write(sheet, at, &row, &formats)?;
        at += 1;
    }
    sheet.set_print_area(0, 0, at - 1, LAST)?;
    sheet.set_paper_size(9).set_portrait().set_print_fit_to_pages(1, 1).set_print_center_horizontally(true);
    sheet.set_margins(0.5, 0.5, 0.5, 0.5, 0.2, 0.2);
    Ok(())
}

fn write(sheet: &mut Worksheet, at: u32, row: &Row, formats: &Formats) -> Result<(), XlsxError> {
    let mut whole =
        |text: &str, format: &Format| sheet.merge_range(at, 0, at, LAST, &writable(text), format).map(drop);
    match row {
        Row::Text(text) => whole(text, &formats.text)?,
        Row::Bullet(text) => whole(text, &formats.bullet)?,
        Row::Heading(text) => whole(text, &formats.heading)?,
        Row::Note(text) => whole(text, &formats.note)?,
        Row::Gap => {}
        Row::Lead(label, text) => {
            sheet.write_string_with_format(at, 0, *label, &formats.label)?;
            sheet.merge_range(at, 1, at, LAST, &writable(text), &formats.text)?;
        }
        Row::Columns(names) => {
            for (column, name) in (0..).zip(names) {
                let format = if column == 0 { &formats.first } else { &formats.head };
                sheet.write_string_with_format(at, column, *name, format)?;
            }
        }
        Row::Line(line) => {
            sheet.write_number_with_format(at, 0, line.number as f64, &formats.number)?;
            for (column, text) in (1..).zip([&line.file, &line.place, &line.stands, &line.request]) {
                sheet.write_string_with_format(at, column, writable(text), &formats.cell)?;
            }
        }
        Row::Sign(label, said) => {
            sheet.merge_range(at, 0, at, 1, label, &formats.sign)?;
            sheet.merge_range(at, 2, at, LAST, said, &formats.line)?;
        }
    }
    Ok(())
}

/// All that is asked.
fn all(result: &Consolidated, due: &Due, words: &Words) -> Listing {
    let names = file_names(result, &due.files);
    let rows = due.points.iter().enumerate().map(|(at, point)| {
        let file = names.get(point.place.file.as_str()).cloned().unwrap_or_else(|| shown(&point.place.file));
        vec![
            running(at),
            text(file),
            text(spot(result.lang, &point.place)),
            text(&point.title),
            text(&point.stands),
            text(&point.request),
        ]
    });
    Listing {
        sheet: words.sheet_all,
        note: words.all_note.into(),
        columns: vec![
            (words.number, 6.0),
            (words.file, 34.0),
            (words.place, 24.0),
            (words.activity, 46.0),
            (words.stands, 36.0),
            (words.request, 60.0),
        ],
        printed: 6,
        frozen: 0,
        grouped: 0,
        rows: rows.collect(),
    }
}

/// All files of the department.
fn files(result: &Consolidated, due: &Due, words: &Words) -> Listing {
    let names = file_names(result, &due.files);
    let rows = due.files.iter().enumerate().map(|(at, file)| {
        let reported = &file.reported;
        vec![
            running(at),
            text(names[file.report.file.as_str()].as_str()),
            text(slips::status(result.lang, reported.status)),
            number(reported.audit.records),
            number(reported.audit.international),
        ]
    });
    Listing {
        sheet: words.sheet_files,
        note: words.files_note.into(),
        columns: vec![
            (words.number, 6.0),
            (words.file, 70.0),
            (words.status, 34.0),
            (words.rows, 16.0),
            (words.international, 18.0),
        ],
        printed: 5,
        frozen: 0,
        grouped: 0,
        rows: rows.collect(),
    }
}
