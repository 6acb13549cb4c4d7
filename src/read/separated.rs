//! Tables as text: fields separated by commas, semicolons, tabs or bars.

use super::book::{Book, Refused};
use super::fill::Filled;
use super::text;
use crate::model::{Grid, Place, Sheet, Spot, Value};
use csv::{ReaderBuilder, StringRecord};

/// Separators, the more telling first.
const SEPARATORS: [u8; 4] = [b'\t', b';', b',', b'|'];
/// Records that the separator is told by.
const SAMPLE: usize = 100;

/// Reads a table as one sheet without a name. Rows are counted as a spreadsheet program shows them, blank lines
/// included; every field is text, as the file has it.
pub(super) fn read(bytes: &[u8], place: &Place) -> Result<Book, Refused> {
    let decoded = text::decode(bytes).ok_or(Refused::Unsupported)?;
    let (text, stated) = stated_separator(&decoded.text);
    let separator = stated.unwrap_or_else(|| separator(text));
    // With a quotation mark left open, everything after it would be one field: then the marks are no quotes.
    let quoted = text.matches('"').count() % 2 == 0;
    let mut grid = Grid::default();
    let mut filled = Filled::default();
    let mut records = Records::default();
    let read = fill(text, (separator, quoted), (&mut grid, &mut filled), &mut records);
    let cut = read.is_ok() && records.broken_off(text.ends_with(['\n', '\r']));
    let mut book = Book { partial: decoded.damaged || !quoted || cut, ..Book::default() };
    book.sheets.push(Sheet { name: String::new(), hidden: false, grid, notes: Vec::new() });
    match read {
        Ok(()) => {}
        Err(refused) => book.stopped(&place.at(Spot::Sheet { sheet: String::new() }), refused)?,
    }
    book.note_left_out(&filled, place);
    Ok(book)
}

/// Excel's own first line `sep=;`, which is no row of the sheet.
fn stated_separator(text: &str) -> (&str, Option<u8>) {
    let Some((first, rest)) = text.split_once('\n') else { return (text, None) };
    match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) => (rest, Some(*separator)),
        _ => (text, None),
    }
}

/// The separator that splits most records into the same number of fields, the more fields the better.
fn separator(text: &str) -> u8 {
    let weight = |separator: u8| {
        let mut counts: Vec<usize> = reader(text, separator, true)
            .into_records()
            .take(SAMPLE)
            .flatten()
            .map(|record| record.len())
            .filter(|count| *count > 1)
            .collect();
        counts.sort_unstable();
        let usual = counts.get(counts.len() / 2).copied().unwrap_or(0);
        counts.iter().filter(|count| **count == usual).count() * usual.min(8)
    };
    let mut best = (0, b',');
    for separator in SEPARATORS {
        let weight = weight(separator);
        if weight > best.0 {
            best = (weight, separator);
        }
    }
    best.1
}

fn reader(text: &str, separator: u8, quoted: bool) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(separator)
        .quoting(quoted)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes())
}

/// So many records of one length before the last tell how long it should be, where others differ.
const RUN: usize = 3;

/// How many fields records have.
#[derive(Default)]
struct Records {
    /// Records before the last.
    before: usize,
    /// Fields of the one before the last.
    usual: usize,
    /// Records up to that one that have as many, without a break.
    run: usize,
    /// Fields of the last.
    last: Option<usize>,
}

impl Records {
    fn add(&mut self, record: &StringRecord) {
        // Blanks after the last record are none.
        if record.len() == 1 && record.iter().all(|field| field.trim().is_empty()) {
            return;
        }
        if let Some(before) = self.last.replace(record.len()) {
            self.before += 1;
            self.run = if before == self.usual { self.run + 1 } else { 1 };
            self.usual = before;
        }
    }

    /// True if the last record is shorter than those before it. A single field on a line of its own may be a remark; one
    /// that the file ends in is the beginning of a record. Where a title stands over the records, the end of the file
    /// must tell.
    fn broken_off(&self, ended: bool) -> bool {
        let Some(last) = self.last.filter(|last| *last < self.usual) else { return false };
        if self.run == self.before { last > 1 || !ended } else { self.run >= RUN && !ended }
    }
}

/// Fills the grid as far as it is read, and counts the fields of the records.
fn fill(
    text: &str,
    (separator, quoted): (u8, bool),
    (grid, filled): (&mut Grid, &mut Filled),
    records: &mut Records,
) -> Result<(), Refused> {
    let mut reader = reader(text, separator, quoted);
    let mut record = StringRecord::new();
    let mut row = 0;
    while reader.read_record(&mut record).map_err(|error| Refused::broken(&error))? {
        records.add(&record);
        let start = record.position().map_or(0, |position| position.byte() as usize);
        row += blank_lines(text, start);
        for (column, field) in record.iter().enumerate() {
            filled.put(grid, (row, column as u32), Value::Text(field.to_owned()))?;
        }
        row += 1;
    }
    Ok(())
}

/// Blank lines that the reader passes over before a record that starts at a byte.
fn blank_lines(text: &str, start: usize) -> u32 {
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    // The record before may have ended with the first half of `\r\n`.
    let split = start > 0 && text.as_bytes().get(start - 1) == Some(&b'\r') && bytes.first() == Some(&b'\n');
    let bytes = if split { bytes.get(1..).unwrap_or_default() } else { bytes };
    let breaks: Vec<u8> = bytes.iter().copied().take_while(|byte| matches!(byte, b'\r' | b'\n')).collect();
    let pairs = breaks.windows(2).filter(|pair| *pair == b"\r\n").count();
    (breaks.len() - pairs) as u32
}
