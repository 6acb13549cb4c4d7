//! A sheet that is a list: title, note, and a table that can be filtered and printed.

use super::style::{self, Style};
use crate::labels::workbook::Words;
use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, Table, TableColumn, TableStyle, Url, Worksheet, XlsxError,
};
use std::borrow::Cow;

/// Row of the headings, below title and note.
const HEADINGS: u32 = 3;
/// Characters that a cell holds at most, after the file format's limit of 32,767.
const LONGEST: usize = 32_000;

/// Links of a sheet at most: the file format allows 65,530.
const LINKS: usize = 60_000;

/// A list for a sheet of its own.
pub struct Listing {
    /// Name of the sheet.
    pub sheet: &'static str,
    /// What the list is.
    pub note: Cow<'static, str>,
    /// Heading and width of each column, in characters.
    pub columns: Vec<(&'static str, f64)>,
    /// How many of the columns are printed; the rest is for the screen.
    pub printed: u16,
    /// How many columns stay in sight when scrolling to the right.
    pub frozen: u16,
    /// From this column on they are grouped away: what programs and officers look up. 0 for none.
    pub grouped: u16,
    /// Rows with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a list.
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// True if a person should check it.
    pub flagged: bool,
}

/// What a cell holds.
pub enum Value {
    /// Nothing.
    Empty,
    /// Text, never taken for a formula.
    Text(String),
    /// Text for programs: no row grows for it.
    Key(String),
    /// Text in a colour, which tells the value at a glance.
    Coloured(String, u32),
    /// A running number.
    Running(usize),
    /// A number that leads to a row of the list on another sheet; the first row is 0.
    Linked(usize, (&'static str, u32)),
    /// A number.
    Number(f64),
    /// An amount of money.
    Money(f64),
    /// A day.
    Day(Date),
    /// A month, by a day in it.
    Month(Date),
    /// A year, by a day in it.
    Year(Date),
}

impl Value {
    /// A cell that needs no look.
    pub fn plain(self) -> Cell {
        Cell { value: self, flagged: false }
    }

    /// A cell that a person should check if `flagged`.
    pub fn flagged(self, flagged: bool) -> Cell {
        Cell { value: self, flagged }
    }
}

/// A cell with text.
pub fn text(text: impl Into<String>) -> Cell {
    Value::Text(text.into()).plain()
}

/// A cell with the number of a row, from its index.
pub fn running(at: usize) -> Cell {
    Value::Running(at + 1).plain()
}

/// A cell with a count.
pub fn number(count: u64) -> Cell {
    Value::Number(count as f64).plain()
}

impl Listing {
    /// Writes the list on a sheet of the workbook with this title.
    pub fn write(
        &self,
        sheet: &mut Worksheet,
        title: &str,
        words: &Words,
        style: &Style,
    ) -> Result<(), XlsxError> {
        sheet.set_name(self.sheet)?;
        sheet.set_screen_gridlines(false);
        sheet.set_row_height(0, 34)?.write_string_with_format(0, 0, self.sheet, &style.title)?;
        sheet.write_string_with_format(1, 0, self.note.as_ref(), &style.note)?;
        for (column, (_, width)) in self.columns.iter().enumerate() {
            sheet.set_column_width(column as u16, *width)?;
        }
        let widths = || self.columns.iter().map(|(heading, width)| (*heading, *width - 2.0));
        sheet.set_row_height(HEADINGS, style::row_height(widths()))?;
        self.table(sheet, style)?;
        for (at, row) in self.rows.iter().enumerate() {
            self.row(sheet, HEADINGS + 1 + at as u32, row, style)?;
        }
        if self.rows.is_empty() {
            sheet.write_string_with_format(HEADINGS + 1, 0, words.nothing, &style.note)?;
        }
        if self.grouped > 0 {
            sheet.group_columns_collapsed(self.grouped, self.columns.len() as u16 - 1)?;
        }
        sheet.set_freeze_panes(HEADINGS + 1, self.frozen)?;
        sheet.set_print_area(0, 0, HEADINGS + self.rows.len().max(1) as u32, self.printed - 1)?;
        sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
        print_setup(sheet, title, words);
        Ok(())
    }

    /// The table's frame; the file format asks for one row at least.
    fn table(&self, sheet: &mut Worksheet, style: &Style) -> Result<(), XlsxError> {
        let columns: Vec<TableColumn> = self
            .columns
            .iter()
            .map(|(heading, _)| TableColumn::new().set_header(*heading).set_header_format(&style.heading))
            .collect();
        let table = Table::new().set_columns(&columns).set_style(TableStyle::None);
        let last = HEADINGS + self.rows.len().max(1) as u32;
        sheet.add_table(HEADINGS, 0, last, self.columns.len() as u16 - 1, &table)?;
        Ok(())
    }

    fn row(&self, sheet: &mut Worksheet, at: u32, row: &[Cell], style: &Style) -> Result<(), XlsxError> {
        let texts = row.iter().zip(&self.columns).filter_map(|(cell, (_, width))| match &cell.value {
            Value::Text(text) | Value::Coloured(text, _) => Some((text.as_str(), *width)),
            Value::Empty
            | Value::Key(_)
            | Value::Running(_)
            | Value::Linked(..)
            | Value::Number(_)
            | Value::Money(_)
            | Value::Day(_)
            | Value::Month(_)
            | Value::Year(_) => None,
        });
        sheet.set_row_height(at, style::row_height(texts))?;
        for (column, cell) in row.iter().enumerate() {
            write_cell(sheet, at, column as u16, cell, style)?;
        }
        Ok(())
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    style: &Style,
) -> Result<(), XlsxError> {
    let format = |format: &Format| if cell.flagged { style::flagged(format) } else { format.clone() };
    match &cell.value {
        Value::Empty => sheet.write_blank(row, column, &format(&style.body))?,
        Value::Text(text) if text.is_empty() => sheet.write_blank(row, column, &format(&style.body))?,
        Value::Text(text) => {
            sheet.write_string_with_format(row, column, writable(text), &format(&style.body))?
        }
        Value::Key(text) => sheet.write_string_with_format(row, column, writable(text), &style.text)?,
        Value::Coloured(text, colour) => {
            let coloured = format(&style.body).set_font_color(Color::RGB(*colour)).set_bold();
            sheet.write_string_with_format(row, column, writable(text), &coloured)?
        }
        Value::Linked(number, (target, at)) => {
            let format = format(&style.running);
            if *number <= LINKS {
                let address = format!("internal:'{target}'!A{}", HEADINGS + 2 + at);
                sheet.write_url_with_format(row, column, Url::new(address), &format)?;
            }
            // The link stays with the cell, which holds a number that can be sorted.
            sheet.write_number_with_format(row, column, *number as f64, &format)?
        }
        Value::Running(number) => {
            sheet.write_number_with_format(row, column, *number as f64, &format(&style.running))?
        }
        Value::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &format(&style.number))?
        }
        Value::Money(baht) => sheet.write_number_with_format(row, column, *baht, &format(&style.money))?,
        Value::Day(date) => return write_date(sheet, (row, column), *date, &format(&style.dates[0])),
        Value::Month(date) => return write_date(sheet, (row, column), *date, &format(&style.dates[1])),
        Value::Year(date) => return write_date(sheet, (row, column), *date, &format(&style.dates[2])),
    };
    Ok(())
}

/// A real date, which can be sorted and filtered; as text where the spreadsheet's calendar does not reach.
fn write_date(sheet: &mut Worksheet, at: (u32, u16), date: Date, format: &Format) -> Result<(), XlsxError> {
    let (year, month, day) = (date.year(), date.month().unsigned_abs(), date.day().unsigned_abs());
    match u16::try_from(year).ok().and_then(|year| ExcelDateTime::from_ymd(year, month, day).ok()) {
        Some(value) => sheet.write_datetime_with_format(at.0, at.1, &value, format)?,
        None => sheet.write_string_with_format(at.0, at.1, date.to_string(), format)?,
    };
    Ok(())
}

/// The text without characters that the file format cannot hold, and not longer than it allows; a cut is marked.
pub fn writable(text: &str) -> String {
    let kept = |c: char| c == '\n' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    let mut out: String = text.chars().filter(|c| kept(*c)).take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

/// A4 landscape, as wide as the page, with the workbook's title and page numbers.
pub fn print_setup(sheet: &mut Worksheet, title: &str, words: &Words) {
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    sheet.set_header(format!(
        "&L&\"{0},Regular\"&12{1}&R&\"{0},Regular\"&12{2}",
        words.font, title, words.city
    ));
    sheet.set_footer(format!("&L&\"{0},Regular\"&12&A&R&\"{0},Regular\"&12{1}", words.font, words.page));
}
