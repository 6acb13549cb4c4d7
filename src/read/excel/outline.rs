//! What calamine does not tell of an Office Open XML sheet: hidden rows and columns, merged areas, its part.

use super::beside;
use super::package::{self, Package};
use crate::model::{Counted, Grid, Span, Value};
use crate::read::book::Refused;
use crate::read::xml;
use crate::thai;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::BufReader;

/// Cells and strings with struck words that are kept of one sheet.
const STRUCK: usize = 100_000;
/// Bytes of a part that lists relations, sheets or tables. Those of the largest workbooks have some hundred kilobytes.
const LISTING: u64 = 8 << 20;
/// Areas under filters that are told apart in one sheet; Excel allows one a table.
const FILTERED: usize = 1_000;
/// Headers and footers of a sheet; Excel has six.
const MARGINS: usize = 100;
/// Columns that all hidden ranges of a sheet may name together: ranges may repeat.
const HIDING: usize = 1 << 20;
/// Bytes of the words that are struck through in one sheet.
const STRUCK_TEXT: usize = 4 << 20;
/// Excel's last column, 0-based; a hidden range that reaches it hides the empty rest of the sheet.
const LAST_COLUMN: u32 = 16_383;
/// Excel's last row, 0-based.
const LAST_ROW: u32 = 1_048_575;
/// Shared strings of a workbook: calamine keeps them all, and reserves memory for as many as are announced.
const STRINGS: usize = 2_000_000;

/// Bytes of formats that are read without a look; those of healthy workbooks have up to some megabytes.
const STYLES: u64 = 2 << 20;
/// Formats, fonts, fills and borders of a workbook. Excel allows 65,490 formats.
const FORMATS: usize = 500_000;

/// The shape of a sheet around its cells.
#[derive(Debug, Default)]
pub(in crate::read) struct Outline {
    pub(in crate::read) merged: Vec<Span>,
    pub(in crate::read) hidden_rows: BTreeSet<u32>,
    pub(in crate::read) hidden_columns: BTreeSet<u32>,
    /// True if rows that the file does not list are hidden.
    pub(in crate::read) rest_hidden: bool,
    /// Rows that the file lists as shown.
    pub(in crate::read) shown_rows: BTreeSet<u32>,
    /// Areas under a filter that is at work. A filter is a view: the rows that it hides are data all the same.
    pub(in crate::read) filtered: Vec<Span>,
    /// Hidden rows of a group that is folded up: as a filter, a view.
    pub(in crate::read) folded: BTreeSet<u32>,
    /// Words that are struck through, by their cell; empty where all of it is.
    pub(in crate::read) struck: BTreeMap<(u32, u32), String>,
    /// Headers and footers.
    pub(in crate::read) margins: Vec<String>,
    /// Merged areas beyond those that are kept.
    pub(in crate::read) more_merged: usize,
    hiding: usize,
    struck_text: usize,
}

impl Outline {
    /// A grid with this shape.
    pub(in crate::read) fn onto(mut self, mut grid: Grid) -> Grid {
        if self.rest_hidden {
            let rows = grid.cells.keys().map(|(row, _)| *row).filter(|row| !self.shown_rows.contains(row));
            self.hidden_rows.extend(rows);
        }
        let under_filter =
            |row: u32| self.filtered.iter().any(|span| (span.top..=span.bottom).contains(&row));
        self.hidden_rows.retain(|row| !under_filter(*row) && !self.folded.contains(row));
        self.merged.sort_unstable();
        self.merged.dedup();
        grid.merged = self.merged;
        grid.hidden_rows = self.hidden_rows;
        grid.hidden_columns = self.hidden_columns;
        for (at, words) in self.struck {
            match grid.cells.get(&at).map(|cell| &cell.value) {
                Some(Value::Text(text)) if *text != words => drop(grid.struck.entry(at).or_insert(words)),
                Some(_) => grid.strike(at),
                None => {}
            }
        }
        grid
    }

    /// Adds a merged area of more than one cell.
    pub(in crate::read) fn merge(&mut self, span: Span) {
        let more_than_one = span.top < span.bottom || span.left < span.right;
        if !more_than_one || span.top > span.bottom || span.left > span.right {
            return;
        }
        if (self.merged.len() as u64) < Counted::Merged.limit() {
            self.merged.push(span);
        } else {
            self.more_merged += 1;
        }
    }

    /// Hides columns, both bounds 0-based and inclusive.
    pub(in crate::read) fn hide_columns(&mut self, first: u32, last: u32) {
        let last = last.min(LAST_COLUMN);
        if self.hiding <= HIDING && first <= last {
            self.hiding += (last - first) as usize + 1;
            self.hidden_columns.extend(first..=last);
        }
    }

    /// Words of a cell are struck through; with none all of it is.
    pub(in crate::read) fn strike(&mut self, at: (u32, u32), words: String) {
        self.struck_text += words.len();
        if self.struck.len() < STRUCK && self.struck_text <= STRUCK_TEXT {
            self.struck.insert(at, words);
        }
    }

    /// Puts a row among the shown or the hidden ones.
    pub(in crate::read) fn list_row(&mut self, row: u32, hidden: bool) {
        if row <= LAST_ROW {
            let rows = if hidden { &mut self.hidden_rows } else { &mut self.shown_rows };
            rows.insert(row);
        }
    }

    /// Puts an area under a filter.
    pub(in crate::read) fn filter(&mut self, span: Span) {
        if self.filtered.len() < FILTERED {
            self.filtered.push(span);
        }
    }
}

/// Refuses a workbook with more formats than programs can: calamine keeps all of what each says.
pub(super) fn check_styles(package: &mut Package<'_>, workbook: &str) -> Result<(), Refused> {
    let (folder, _) = workbook.rsplit_once('/').unwrap_or(("", workbook));
    let part = format!("{folder}/styles.xml");
    if package::size(package, &part) <= STYLES {
        return Ok(());
    }
    let Some(entry) = package::stream(package, &part)? else { return Ok(()) };
    let mut reader = xml::reader(BufReader::new(entry));
    let (mut buffer, mut formats) = (Vec::new(), 0);
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => {
                let named = matches!(
                    element.local_name().as_ref(),
                    "xf" | "font" | "fill" | "border" | "numFmt" | "dxf" | "cellStyle"
                );
                formats += usize::from(named);
                if formats > FORMATS {
                    return Err(Refused::TooLarge(format!("{FORMATS} formats")));
                }
            }
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
        buffer.clear();
    }
}

/// The part that lists the sheets.
pub(super) fn workbook_part(package: &mut Package<'_>) -> Result<String, Refused> {
    let part = relations(package, "_rels/.rels", "")?
        .into_values()
        .find(|(kind, _)| kind.ends_with("/officeDocument"));
    Ok(part.map_or_else(|| "xl/workbook.xml".to_owned(), |(_, part)| part))
}

/// Names of the sheets with the parts that hold them, in the order of the workbook.
pub(super) fn sheet_parts(
    package: &mut Package<'_>,
    workbook: &str,
) -> Result<Vec<(String, String)>, Refused> {
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", workbook));
    let targets = relations(package, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let mut sheets = Vec::new();
    elements(package, workbook, |element| {
        if element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (xml::attribute(element, "name"), xml::attribute(element, "id"))
            && let Some((_, part)) = targets.get(&id)
        {
            sheets.push((name, part.clone()));
        }
    })?;
    Ok(sheets)
}

/// Relations of a part by their ids: kind and target, the target as a path in the package.
pub(in crate::read) type Relations = BTreeMap<String, (String, String)>;

/// The relations of a part.
pub(in crate::read) fn relations(
    package: &mut Package<'_>,
    part: &str,
    folder: &str,
) -> Result<Relations, Refused> {
    let mut relations = BTreeMap::new();
    elements(package, part, |element| {
        if element.local_name().as_ref() == "Relationship"
            && let (Some(id), Some(kind), Some(target)) = (
                xml::attribute(element, "Id"),
                xml::attribute(element, "Type"),
                xml::attribute(element, "Target"),
            )
        {
            relations.insert(id, (kind, resolved(folder, &target)));
        }
    })?;
    Ok(relations)
}

/// A relation's target as a path from the root of the package.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            other => parts.push(other),
        }
    }
    parts.join("/")
}

/// True for a part of records, not of XML.
pub(super) fn is_binary(part: &str) -> bool {
    std::path::Path::new(part).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("bin"))
}

/// Visits every element of a small part; a missing part has none.
fn elements(
    package: &mut Package<'_>,
    part: &str,
    mut visit: impl FnMut(&BytesStart<'_>),
) -> Result<(), Refused> {
    if package::size(package, part) > LISTING {
        return Err(Refused::TooLarge(format!("{} MB in {part}", LISTING >> 20)));
    }
    let Some(entry) = package::stream(package, part)? else { return Ok(()) };
    let mut reader = xml::reader(BufReader::new(entry));
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => visit(&element),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(Refused::broken(&error)),
        }
        buffer.clear();
    }
}

/// The outline of a sheet, and the first of its cells whose formula has no stored result: a program that does not
/// calculate wrote it, and what Excel would show there is not in the file. `strings` are the shared strings in which
/// words are struck through.
///
/// # Errors
/// If its XML is broken: the reader's own words.
pub(super) fn of_sheet(
    package: &mut Package<'_>,
    part: &str,
    strings: &BTreeMap<usize, String>,
) -> Result<(Outline, Option<(u32, u32)>), Refused> {
    let mut scan = Scan::new(strings);
    let Some(entry) = package::stream(package, part)? else { return Ok((scan.outline, None)) };
    let mut reader = xml::reader(BufReader::new(entry));
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => scan.start(&element),
            Ok(Event::Text(part)) => scan.text(&part.xml10_content()),
            Ok(Event::CData(part)) => scan.text(&part.xml10_content()),
            Ok(Event::GeneralRef(reference)) => {
                scan.text(&xml::referenced(&reference).map(String::from).unwrap_or_default());
            }
            Ok(Event::End(element)) => scan.end(element.local_name().as_ref()),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => return Err(Refused::broken(&error)),
        }
        buffer.clear();
    }
    drop(reader);
    let Scan { mut outline, mut at, unset, .. } = scan;
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    for (kind, table) in relations(package, &format!("{folder}/_rels/{file}.rels"), folder)?.into_values() {
        if kind.ends_with("/table") {
            elements(package, &table, |element| filter(element, &mut outline, &mut at))?;
        }
    }
    Ok((outline, unset))
}

/// A cell of the sheet's XML, to see whether its formula has a result, and what of it is struck through.
#[derive(Default)]
struct Seen {
    at: String,
    formula: bool,
    value: bool,
    /// Its value is the number of a shared string.
    shared: bool,
}

/// A sheet while its XML is looked through.
struct Scan<'a> {
    outline: Outline,
    at: At,
    seen: Seen,
    unset: Option<(u32, u32)>,
    /// The value of the open cell, while it is read.
    value: Option<String>,
    runs: Runs,
    /// The header or footer that is read.
    margin: Option<String>,
    strings: &'a BTreeMap<usize, String>,
}

impl<'a> Scan<'a> {
    fn new(strings: &'a BTreeMap<usize, String>) -> Self {
        Self {
            outline: Outline::default(),
            at: At::default(),
            seen: Seen::default(),
            unset: None,
            value: None,
            runs: Runs::default(),
            margin: None,
            strings,
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "c" => {
                let kind = xml::attribute(element, "t").unwrap_or_default();
                self.seen = Seen {
                    at: xml::attribute(element, "r").unwrap_or_default(),
                    formula: false,
                    value: kind == "str" || kind == "inlineStr",
                    shared: kind == "s",
                };
            }
            "f" => self.seen.formula = true,
            "v" => self.value = Some(String::new()),
            "r" | "strike" | "t" => self.runs.start(element),
            name if beside::is_margin(name) => self.margin = Some(String::new()),
            _ => shape(element, &mut self.outline, &mut self.at),
        }
    }

    fn text(&mut self, part: &str) {
        if let Some(margin) = &mut self.margin {
            margin.push_str(part);
        } else if let Some(value) = &mut self.value {
            value.push_str(part);
            self.seen.value = true;
        } else {
            self.runs.text(part);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "v" => {
                let value = self.value.take().filter(|_| self.seen.shared && !self.strings.is_empty());
                let string = value.and_then(|value| value.trim().parse().ok());
                if let Some(words) = string.and_then(|string: usize| self.strings.get(&string)) {
                    self.struck(words);
                }
            }
            "c" => {
                if self.seen.formula && !self.seen.value && self.unset.is_none() {
                    self.unset = corner(&self.seen.at);
                }
                if let Some(words) = self.runs.close() {
                    self.struck(&words);
                }
            }
            "t" | "r" => self.runs.end(name),
            name if beside::is_margin(name) => {
                let words = self.margin.take().map(|margin| beside::margin(&margin));
                let words = words.filter(|words| !words.trim().is_empty());
                self.outline.margins.extend(words.filter(|_| self.outline.margins.len() < MARGINS));
            }
            _ => {}
        }
    }

    fn struck(&mut self, words: &str) {
        // One text may be that of very many cells.
        if let Some(at) = corner(&self.seen.at)
            && self.outline.struck_text + words.len() <= STRUCK_TEXT
        {
            self.outline.strike(at, thai::normal(words));
        }
    }
}

/// The words of a rich text that are struck through, run by run.
#[derive(Default)]
struct Runs {
    /// The open run is struck through.
    struck: bool,
    /// Within words.
    words: bool,
    text: String,
}

impl Runs {
    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "r" => self.struck = false,
            "strike" => {
                let off =
                    xml::attribute(element, "val").is_some_and(|val| matches!(val.trim(), "0" | "false"));
                self.struck = !off;
            }
            _ => self.words = true,
        }
    }

    fn text(&mut self, part: &str) {
        if self.words && self.struck {
            self.text.push_str(part);
        }
    }

    fn end(&mut self, name: &str) {
        self.words = false;
        if name == "r" {
            self.struck = false;
        }
    }

    /// What was struck through of a text that ends here.
    fn close(&mut self) -> Option<String> {
        self.struck = false;
        let words = std::mem::take(&mut self.text);
        (!words.trim().is_empty()).then_some(words)
    }
}

/// The shared strings in which words are struck through, by their number, with these words, as far as they can be read.
///
/// # Errors
/// If there are more shared strings than a workbook can hold, or more are announced: calamine reserves memory for them.
pub(super) fn struck_strings(
    package: &mut Package<'_>,
    workbook: &str,
) -> Result<BTreeMap<usize, String>, Refused> {
    let mut struck = BTreeMap::new();
    let part = strings_part(workbook);
    let Some(entry) = package::stream(package, &part)? else { return Ok(struck) };
    let mut reader = xml::reader(BufReader::new(entry));
    let mut buffer = Vec::new();
    let (mut runs, mut number, mut bytes) = (Runs::default(), 0, 0);
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "r" | "strike" | "t" => runs.start(&element),
                "sst" => check_announced(&element)?,
                _ => {}
            },
            Ok(Event::Text(part)) => runs.text(&part.xml10_content()),
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "si" => {
                    if let Some(words) = runs.close() {
                        bytes += words.len();
                        if struck.len() < STRUCK && bytes <= STRUCK_TEXT {
                            struck.insert(number, words);
                        }
                    }
                    number += 1;
                    if number > STRINGS {
                        return Err(too_many_strings());
                    }
                }
                name @ ("r" | "t") => runs.end(name),
                _ => {}
            },
            // A damaged part is named when its cells are read.
            Ok(Event::Eof) | Err(_) => return Ok(struck),
            Ok(_) => {}
        }
        buffer.clear();
    }
}

/// Looks at the number of strings that is announced, whatever stands around its digits.
fn check_announced(strings: &BytesStart<'_>) -> Result<(), Refused> {
    let announced = xml::attribute(strings, "uniqueCount").unwrap_or_default();
    let digits: String = announced.chars().filter(char::is_ascii_digit).skip_while(|c| *c == '0').collect();
    let fits = digits.is_empty() || digits.parse::<usize>().is_ok_and(|count| count <= STRINGS);
    if fits { Ok(()) } else { Err(Refused::Broken("sharedStrings: uniqueCount".to_owned())) }
}

fn too_many_strings() -> Refused {
    Refused::TooLarge(format!("{STRINGS} shared strings"))
}

/// The part that holds the shared strings.
fn strings_part(workbook: &str) -> String {
    let (folder, _) = workbook.rsplit_once('/').unwrap_or(("", workbook));
    format!("{folder}/sharedStrings.xml")
}

/// Where the reading of a sheet's shape stands.
#[derive(Default)]
struct At {
    /// The last row seen, 1-based.
    row: u32,
    /// The area of the last filter seen.
    filter: Option<Span>,
}

/// Takes in a filter of a sheet or of a table on it, if it hides something.
fn filter(element: &BytesStart<'_>, outline: &mut Outline, at: &mut At) {
    match element.local_name().as_ref() {
        "autoFilter" => at.filter = xml::attribute(element, "ref").as_deref().and_then(area),
        "filterColumn" => at.filter.take().into_iter().for_each(|span| outline.filter(span)),
        _ => {}
    }
}

/// Takes in an element that shapes the sheet.
fn shape(element: &BytesStart<'_>, outline: &mut Outline, at: &mut At) {
    match element.local_name().as_ref() {
        "sheetFormatPr" => outline.rest_hidden = xml::flag(element, "zeroHeight"),
        "col" if xml::flag(element, "hidden") => {
            let first = xml::number(element, "min").unwrap_or(1).max(1) - 1;
            let last = xml::number(element, "max").unwrap_or(first + 1).max(1) - 1;
            outline.hide_columns(first, last);
        }
        "row" => {
            at.row = xml::number(element, "r").unwrap_or(at.row.saturating_add(1));
            let row = at.row.saturating_sub(1);
            let hidden = xml::flag(element, "hidden");
            if hidden
                && xml::number(element, "outlineLevel").is_some_and(|level| level > 0)
                && row <= LAST_ROW
            {
                outline.folded.insert(row);
            }
            outline.list_row(row, hidden);
        }
        "mergeCell" => {
            if let Some(span) = xml::attribute(element, "ref").as_deref().and_then(area) {
                outline.merge(span);
            }
        }
        _ => filter(element, outline, at),
    }
}

/// An area such as `B2:D5`.
fn area(text: &str) -> Option<Span> {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (corner(from)?, corner(to)?);
    Some(Span {
        top: top.min(bottom),
        left: left.min(right),
        bottom: top.max(bottom),
        right: left.max(right),
    })
}

/// A cell such as `$B$2`, 0-based row and column.
pub(super) fn corner(text: &str) -> Option<(u32, u32)> {
    let text = text.replace('$', "");
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    let row = row.parse::<u32>().ok()?.checked_sub(1)?;
    let mut column: u32 = 0;
    for letter in letters.chars() {
        let value = u32::from(u8::try_from(letter.to_ascii_uppercase()).ok()?)
            .checked_sub(64)
            .filter(|v| (1..=26).contains(v))?;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    Some((row, column.checked_sub(1)?))
}
