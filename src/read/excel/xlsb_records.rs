//! What calamine does not tell of a binary Office Open XML workbook, from its records (MS-XLSB): merged areas, hidden
//! rows and columns, dates in Thai format codes.

use super::package::{self, Package};
use super::{format_code, outline};
use crate::model::Span;
use crate::read::book::Refused;
use encoding_rs::UTF_16LE;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// Bytes of one record; cells hold at most 32,767 characters.
const RECORD: u64 = 1 << 20;

const ROW_HEADER: u16 = 0;
const CELL_RK: u16 = 2;
const CELL_REAL: u16 = 5;
const FORMULA_NUMBER: u16 = 9;
/// The last of the kinds of cells.
const FORMULA_LAST: u16 = 11;
const FONT: u16 = 43;
const FORMAT: u16 = 44;
const XF: u16 = 47;
const COL_INFO: u16 = 60;
const BUNDLE_SHEET: u16 = 156;
const FILTER: u16 = 161;
const FILTER_COLUMN: u16 = 163;
const MERGE_CELL: u16 = 176;
const SHEET_FORMAT: u16 = 485;
const CELL_XFS: u16 = 617;
const CELL_XFS_END: u16 = 618;
const COMMENT: u16 = 635;
const COMMENT_TEXT: u16 = 637;

/// What the records tell of one sheet.
#[derive(Debug, Default)]
pub(super) struct SheetRecords {
    pub(super) outline: outline::Outline,
    /// Numbers whose format is a date in Thai letters.
    pub(super) dates: BTreeSet<(u32, u32)>,
}

/// Names of the sheets with the parts that hold them.
pub(super) fn sheet_parts(package: &mut Package<'_>) -> Result<Vec<(String, String)>, Refused> {
    let targets = outline::relations(package, "xl/_rels/workbook.bin.rels", "xl")?;
    let mut sheets = Vec::new();
    records(package, "xl/workbook.bin", |kind, data| {
        if kind == BUNDLE_SHEET
            && let Some((id, rest)) = wide(data.get(8..).unwrap_or_default())
            && let (Some((name, _)), Some((_, part))) = (wide(rest), targets.get(&id))
        {
            sheets.push((name, part.clone()));
        }
    })?;
    Ok(sheets)
}

/// What a cell's format says.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CellFormat {
    /// A date in Thai letters.
    thai: bool,
    /// Struck through.
    struck: bool,
}

/// The formats of cells by their numbers.
pub(super) fn formats(package: &mut Package<'_>) -> Result<Vec<CellFormat>, Refused> {
    let mut codes = BTreeMap::new();
    let (mut fonts, mut formats) = (Vec::new(), Vec::new());
    let mut in_cell_formats = false;
    records(package, "xl/styles.bin", |kind, data| match kind {
        FORMAT => {
            if let (Some(format), Some((code, _))) = (word(data, 0), wide(data.get(2..).unwrap_or_default()))
            {
                codes.insert(format, format_code::is_thai_date(&code));
            }
        }
        FONT => fonts.push(word(data, 2).is_some_and(|flags| flags & 8 != 0)),
        CELL_XFS => in_cell_formats = true,
        CELL_XFS_END => in_cell_formats = false,
        XF if in_cell_formats => formats.push((word(data, 2).unwrap_or(0), word(data, 4).unwrap_or(0))),
        _ => {}
    })?;
    let format = |(code, font): &(u16, u16)| CellFormat {
        thai: codes.get(code).copied().unwrap_or(false),
        struck: fonts.get(usize::from(*font)).copied().unwrap_or(false),
    };
    Ok(formats.iter().map(format).collect())
}

/// Reads the records of a sheet.
pub(super) fn of_sheet(
    package: &mut Package<'_>,
    part: &str,
    formats: &[CellFormat],
) -> Result<SheetRecords, Refused> {
    let mut sheet = SheetRecords::default();
    let mut row = 0;
    let mut filter = None;
    records(package, part, |kind, data| match kind {
        FILTER => filter = span(data),
        FILTER_COLUMN => filter.take().into_iter().for_each(|span| sheet.outline.filter(span)),
        SHEET_FORMAT => sheet.outline.rest_hidden = word(data, 8).is_some_and(|flags| flags & 2 != 0),
        ROW_HEADER => {
            row = double(data, 0).unwrap_or(row);
            let flags = data.get(11).copied().unwrap_or(0);
            let hidden = flags & 0x10 != 0;
            // The lowest three bits say how deep in groups it stands.
            if hidden && flags & 7 > 0 {
                sheet.outline.folded.insert(row);
            }
            sheet.outline.list_row(row, hidden);
        }
        COL_INFO if word(data, 16).is_some_and(|flags| flags & 1 != 0) => {
            if let (Some(first), Some(last)) = (double(data, 0), double(data, 4)) {
                sheet.outline.hide_columns(first, last);
            }
        }
        MERGE_CELL => {
            if let Some(span) = span(data) {
                sheet.outline.merge(span);
            }
        }
        CELL_RK..=FORMULA_LAST => {
            let style = double(data, 4).map_or(0, |style| (style & 0x00ff_ffff) as usize);
            let format = formats.get(style).copied().unwrap_or_default();
            let Some(column) = double(data, 0) else { return };
            if format.thai && [CELL_RK, CELL_REAL, FORMULA_NUMBER].contains(&kind) {
                sheet.dates.insert((row, column));
            }
            if format.struck {
                sheet.outline.strike((row, column), String::new());
            }
        }
        _ => {}
    })?;
    Ok(sheet)
}

/// The cell of a note, and its words.
pub(super) type Comment = ((u32, u32), String);

/// The notes on the cells of a sheet: where each stands, and its words.
pub(super) fn comments(package: &mut Package<'_>, part: &str) -> Result<Vec<Comment>, Refused> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let relations = outline::relations(package, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let mut comments = Vec::new();
    for (_, part) in
        relations.values().filter(|(kind, part)| kind.ends_with("/comments") && outline::is_binary(part))
    {
        let mut at = None;
        records(package, part, |kind, data| match kind {
            COMMENT => at = double(data, 4).zip(double(data, 12)),
            COMMENT_TEXT => {
                let text = wide(data.get(1..).unwrap_or_default()).map(|(text, _)| text);
                comments.extend(at.zip(text));
            }
            _ => {}
        })?;
    }
    Ok(comments)
}

/// An area: first and last row, first and last column.
fn span(data: &[u8]) -> Option<Span> {
    let at = |offset| double(data, offset);
    Some(Span { top: at(0)?, bottom: at(4)?, left: at(8)?, right: at(12)? })
}

/// Visits every record of a part: kind and data. A missing part has none.
fn records(package: &mut Package<'_>, part: &str, mut visit: impl FnMut(u16, &[u8])) -> Result<(), Refused> {
    let Some(entry) = package::stream(package, part)? else { return Ok(()) };
    let mut bytes = std::io::BufReader::new(entry).bytes();
    let mut data = Vec::new();
    loop {
        let Some(kind) = number(&mut bytes, 2)? else { return Ok(()) };
        let Some(length) = number(&mut bytes, 4)? else { return Err(cut()) };
        if u64::from(length) > RECORD {
            return Err(cut());
        }
        data.clear();
        for byte in bytes.by_ref().take(length as usize) {
            data.push(byte.map_err(|error| Refused::broken(&error))?);
        }
        if data.len() < length as usize {
            return Err(cut());
        }
        visit(kind as u16, &data);
    }
}

/// A record's kind or length: seven bits a byte, the lowest first, the eighth bit where another byte follows.
fn number(bytes: &mut impl Iterator<Item = std::io::Result<u8>>, most: u32) -> Result<Option<u32>, Refused> {
    let mut value = 0;
    for index in 0..most {
        let Some(byte) = bytes.next() else { return if index == 0 { Ok(None) } else { Err(cut()) } };
        let byte = u32::from(byte.map_err(|error| Refused::broken(&error))?);
        value |= (byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Ok(Some(value))
}

fn cut() -> Refused {
    Refused::Broken("the workbook's records are cut".to_owned())
}

/// A text with its length in characters before it, and what comes after.
fn wide(data: &[u8]) -> Option<(String, &[u8])> {
    let length = double(data, 0).filter(|length| *length <= 1 << 16)? as usize * 2;
    let text = data.get(4..4 + length)?;
    Some((UTF_16LE.decode_without_bom_handling(text).0.into_owned(), data.get(4 + length..)?))
}

fn word(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn double(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}
