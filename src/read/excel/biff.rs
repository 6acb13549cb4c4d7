//! What calamine does not tell of an old workbook, from its records (MS-XLS): hidden rows and columns, dates in Thai
//! format codes; and checks of what it trusts.

use super::biff_notes::Objects;
use super::outline::Outline;
use super::{SHEETS, format_code};
use crate::model::{Counted, Span};
use crate::read::book::Refused;
use cfb::CompoundFile as Compound;
use encoding_rs::{UTF_16LE, WINDOWS_874};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

/// Cells between the first and the last filled one of all sheets, which calamine lays out in memory.
const LAID_OUT: u64 = Counted::Cells.limit();
/// Rows and columns of a sheet of Excel 97 to 2003.
const SIZE: (u32, u32) = (65_536, 256);

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const BOUND_SHEET: u16 = 0x0085;
const FILE_PASS: u16 = 0x002f;
const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x041e;
const XF: u16 = 0x00e0;
const DIMENSIONS: u16 = 0x0200;
const FILTER_MODE: u16 = 0x009b;
const ROW: u16 = 0x0208;
const DEFAULT_ROW_HEIGHT: u16 = 0x0225;
const COL_INFO: u16 = 0x007d;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOL_ERR: u16 = 0x0205;
const FORMULA: u16 = 0x0006;
const RK: u16 = 0x027e;
const MUL_RK: u16 = 0x00bd;
const LABEL_SST: u16 = 0x00fd;
const RICH_STRING: u16 = 0x00d6;

/// First and last row and column of what is filled.
type Extent = ((u32, u32), (u32, u32));

/// What the records tell of one sheet.
#[derive(Debug, Default)]
pub(super) struct SheetRecords {
    pub(super) outline: Outline,
    /// Numbers whose format is a date in Thai letters.
    pub(super) dates: BTreeSet<(u32, u32)>,
    /// Notes and text boxes.
    pub(super) objects: Objects,
}

/// What the formats of cells say, by their numbers.
#[derive(Default)]
struct Formats {
    /// Dates in Thai letters.
    thai: Vec<bool>,
    /// Struck through.
    struck: Vec<bool>,
}

/// The stream of records of a workbook.
///
/// # Errors
/// If the compound file is damaged or holds no workbook.
pub(super) fn stream(bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let mut file = Compound::open(Cursor::new(bytes)).map_err(|error| Refused::broken(&error))?;
    let name = ["Workbook", "Book"]
        .into_iter()
        .find(|name| file.is_stream(format!("/{name}")))
        .ok_or_else(|| Refused::Broken("no workbook in the file".to_owned()))?;
    let mut stream = Vec::new();
    let mut source = file.open_stream(format!("/{name}")).map_err(|error| Refused::broken(&error))?;
    source.read_to_end(&mut stream).map_err(|error| Refused::broken(&error))?;
    Ok(stream)
}

/// Reads the records of all sheets, in the order of the workbook.
///
/// # Errors
/// If the workbook needs a password, its records are cut, or its cells lie too far apart.
pub(super) fn sheets(stream: &[u8]) -> Result<Vec<SheetRecords>, Refused> {
    let mut starts = Vec::new();
    let mut codes: BTreeMap<u16, bool> = BTreeMap::new();
    let (mut fonts, mut formats) = (Vec::new(), Vec::new());
    let mut wide = true;
    for record in Records::from(stream) {
        let (kind, data) = record?;
        match kind {
            BOF => wide = word(data, 0) != Some(0x0500),
            FILE_PASS if word(data, 0) != Some(0) => return Err(Refused::Password),
            BOUND_SHEET if starts.len() > SHEETS => {
                return Err(Refused::TooLarge(format!("{SHEETS} sheets")));
            }
            BOUND_SHEET => starts.push(double(data, 0).ok_or_else(cut)? as usize),
            FORMAT => {
                let format = word(data, 0).ok_or_else(cut)?;
                codes.insert(format, format_code::is_thai_date(&code(data, wide)));
            }
            FONT => fonts.push(word(data, 2).is_some_and(|flags| flags & 8 != 0)),
            XF => formats.push((word(data, 2).ok_or_else(cut)?, word(data, 0).map_or(0, usize::from))),
            EOF => break,
            _ => {}
        }
    }
    // The fifth font is never written, and counted all the same.
    let struck = |font: usize| fonts.get(if font > 4 { font - 1 } else { font }).copied().unwrap_or(false);
    let formats = Formats {
        thai: formats.iter().map(|(code, _)| codes.get(code).copied().unwrap_or(false)).collect(),
        struck: formats.iter().map(|(_, font)| struck(*font)).collect(),
    };
    let mut all = Whole::default();
    starts.into_iter().map(|start| sheet(stream.get(start..).ok_or_else(cut)?, &formats, &mut all)).collect()
}

/// What all sheets take together: several may be the same one.
#[derive(Default)]
struct Whole {
    /// Bytes of records.
    bytes: u64,
    /// Cells that calamine lays out.
    cells: u64,
}

impl Whole {
    fn record(&mut self, data: &[u8]) -> Result<(), Refused> {
        self.bytes += 4 + data.len() as u64;
        let most = Counted::Unpacked;
        if self.bytes > most.limit() {
            return Err(Refused::TooLarge(format!("{} MB of records", most.most())));
        }
        Ok(())
    }

    fn lay_out(&mut self, cells: u64) -> Result<(), Refused> {
        self.cells = self.cells.saturating_add(cells);
        if self.cells > LAID_OUT {
            return Err(Refused::TooLarge(format!("{LAID_OUT} cells from the first to the last")));
        }
        Ok(())
    }
}

/// A format code: the number of characters in two bytes and a byte of flags, or in one byte before Excel 97.
fn code(data: &[u8], wide: bool) -> String {
    if !wide {
        return WINDOWS_874.decode_without_bom_handling(data.get(3..).unwrap_or_default()).0.into_owned();
    }
    let text = data.get(5..).unwrap_or_default();
    if data.get(4).is_some_and(|flags| flags & 1 == 1) {
        UTF_16LE.decode_without_bom_handling(text).0.into_owned()
    } else {
        text.iter().copied().map(char::from).collect()
    }
}

fn sheet(stream: &[u8], formats: &Formats, all: &mut Whole) -> Result<SheetRecords, Refused> {
    let mut sheet = SheetRecords::default();
    let mut extent: Option<Extent> = None;
    let mut depth = 0;
    for record in Records::from(stream) {
        let (kind, data) = record?;
        all.record(data)?;
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => {
                all.lay_out(extent.map_or(0, area))?;
                return Ok(sheet);
            }
            EOF => depth -= 1,
            // Calamine believes them wherever they stand.
            DIMENSIONS => check_dimensions(data)?,
            _ if depth != 1 => {} // a chart within the sheet has records like those of cells
            ROW => row(data, &mut sheet.outline)?,
            // The record does not say which rows the filter covers; in practice no others are hidden then.
            FILTER_MODE => {
                sheet.outline.filter(Span { top: 0, left: 0, bottom: SIZE.0, right: SIZE.1 });
            }
            DEFAULT_ROW_HEIGHT => {
                sheet.outline.rest_hidden = word(data, 0).is_some_and(|flags| flags & 2 != 0);
            }
            COL_INFO if word(data, 8).is_some_and(|flags| flags & 1 != 0) => {
                let (first, last) = (word(data, 0).ok_or_else(cut)?, word(data, 2).ok_or_else(cut)?);
                sheet.outline.hide_columns(u32::from(first), u32::from(last).min(SIZE.1 - 1));
            }
            NUMBER | RK | FORMULA | LABEL | LABEL_SST | BOOL_ERR | RICH_STRING => {
                let at = cell(data)?;
                extent = Some(grown(extent, at));
                sheet.formatted(at, word(data, 4), formats, [NUMBER, RK, FORMULA].contains(&kind));
            }
            MUL_RK => {
                let (top, left) = cell(data)?;
                for (offset, number) in
                    data.get(4..data.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6).enumerate()
                {
                    let at = (top, left + offset as u32);
                    extent = Some(grown(extent, at));
                    sheet.formatted(at, word(number, 0), formats, true);
                }
            }
            _ => sheet.objects.take(kind, data),
        }
    }
    Err(cut()) // a sheet without its end has lost rows
}

impl SheetRecords {
    /// Takes in what a cell's format says of it.
    fn formatted(&mut self, at: (u32, u32), format: Option<u16>, formats: &Formats, number: bool) {
        let says = |of: &[bool]| format.is_some_and(|n| of.get(usize::from(n)).copied().unwrap_or(false));
        if number && says(&formats.thai) {
            self.dates.insert(at);
        }
        if says(&formats.struck) {
            self.outline.strike(at, String::new());
        }
    }
}

/// Cells from the first to the last.
fn area(((top, left), (bottom, right)): Extent) -> u64 {
    u64::from(bottom - top + 1) * u64::from(right - left + 1)
}

/// Refuses dimensions that calamine would reserve memory for without a look.
fn check_dimensions(data: &[u8]) -> Result<(), Refused> {
    let (first, last, columns) = if data.len() == 10 {
        (word(data, 0).map(u32::from), word(data, 2).map(u32::from), word(data, 6))
    } else {
        (double(data, 0), double(data, 4), word(data, 10))
    };
    let (first, last, columns) = (first.ok_or_else(cut)?, last.ok_or_else(cut)?, columns.ok_or_else(cut)?);
    let sound = last <= SIZE.0 && u32::from(columns) <= SIZE.1 && (first < last || last == 0 || columns == 0);
    if sound { Ok(()) } else { Err(Refused::Broken("the sheet's size is impossible".to_owned())) }
}

fn row(data: &[u8], outline: &mut Outline) -> Result<(), Refused> {
    let row = u32::from(word(data, 0).ok_or_else(cut)?);
    let flags = word(data, 12).unwrap_or(0);
    if flags & 0x20 != 0 {
        outline.hidden_rows.insert(row);
        // The lowest three bits say how deep in groups it stands.
        if flags & 7 > 0 {
            outline.folded.insert(row);
        }
    } else {
        outline.shown_rows.insert(row);
    }
    Ok(())
}

fn cell(data: &[u8]) -> Result<(u32, u32), Refused> {
    Ok((u32::from(word(data, 0).ok_or_else(cut)?), u32::from(word(data, 2).ok_or_else(cut)?)))
}

fn grown(extent: Option<Extent>, at: (u32, u32)) -> Extent {
    let (first, last) = extent.unwrap_or((at, at));
    ((first.0.min(at.0), first.1.min(at.1)), (last.0.max(at.0), last.1.max(at.1)))
}

fn cut() -> Refused {
    Refused::Broken("the workbook's records are cut".to_owned())
}

pub(super) fn word(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn double(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

/// Records one after the other: kind and data. A record that is cut is an error, and the last one.
struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> From<&'a [u8]> for Records<'a> {
    fn from(rest: &'a [u8]) -> Self {
        Self { rest }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<(u16, &'a [u8]), Refused>;

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (word(self.rest, 0)?, word(self.rest, 2)?);
        let (data, rest) =
            (self.rest.get(4..4 + usize::from(length)), self.rest.get(4 + usize::from(length)..));
        self.rest = rest.unwrap_or_default();
        Some(data.map(|data| (kind, data)).ok_or_else(cut))
    }
}
