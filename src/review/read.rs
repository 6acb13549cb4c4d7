//! A review workbook as a person filled it in: its decisions, and what could not be understood.

use super::{names, typed};
use crate::labels::{Lang, changes, inspect, review as words};
use crate::model::{
    Asked, ColumnOf, ColumnRole, Decision, Key, Place, REVIEW_KEY, REVIEW_SHEET, Review, Role, Ruling, Spot,
    Stated, TableReading, Unusable,
};
use crate::problem::{Problem, What};
use crate::thai::{arabic_digits, fold};
use crate::vocab::Vocab;
use calamine::{Data, Range, Reader, Sheets, open_workbook_auto_from_rs};
use std::io::Cursor;

/// Rows in which the headings are looked for.
const HEADINGS_WITHIN: usize = 20;
const LANGUAGES: [Lang; 2] = [Lang::Th, Lang::En];

/// Reads the decisions of a review workbook with this name.
///
/// # Errors
/// If it cannot be opened, or is no review workbook: the library's own words.
pub fn read(vocab: Vocab, file: &str, bytes: &[u8]) -> Result<Review, String> {
    let mut book: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let run = book.worksheet_range(REVIEW_SHEET).map_err(|e| e.to_string())?;
    let run = run.rows().flatten().find_map(|cell| match cell {
        Data::Float(number) if *number >= 1.0 => Some(*number as u64),
        Data::Int(number) => u64::try_from(*number).ok(),
        _ => None,
    });
    let mut review =
        Review { run: run.unwrap_or(0), decisions: Vec::new(), unusable: Vec::new(), problems: Vec::new() };
    let mut open = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|e| e.to_string())?;
        let Some(columns) = Columns::of(&range) else { continue };
        let sheet = Sheet { vocab, file, name: &name, range: &range, columns };
        for row in sheet.columns.heading + 1..range.height() {
            match sheet.decision(vocab, row) {
                // What was decided before stands before what is decided now.
                Ok(Some((stated, true))) => review.decisions.push(stated),
                Ok(Some((stated, false))) => open.push(stated),
                Ok(None) => {}
                Err(problem) => match sheet.unusable(row, &problem) {
                    Some(unusable) => review.unusable.push(unusable),
                    None => review.problems.push(problem),
                },
            }
        }
    }
    review.decisions.extend(open);
    Ok(review)
}

/// Where the columns of a sheet are, whatever was inserted or moved.
struct Columns {
    heading: usize,
    key: usize,
    decision: usize,
    value: Option<usize>,
    remark: Option<usize>,
}

impl Columns {
    fn of(range: &Range<Data>) -> Option<Self> {
        let (heading, cells) = range
            .rows()
            .enumerate()
            .take(HEADINGS_WITHIN)
            .find(|(_, cells)| cells.iter().any(|cell| text(cell) == REVIEW_KEY))?;
        let named = |name: fn(Lang) -> &'static str| {
            let names = LANGUAGES.map(|lang| fold(name(lang)));
            cells.iter().position(|cell| names.contains(&fold(&text(cell))))
        };
        Some(Self {
            heading,
            key: cells.iter().position(|cell| text(cell) == REVIEW_KEY)?,
            decision: named(|lang| words::words(lang).decision)?,
            value: named(|lang| words::words(lang).value),
            remark: named(|lang| words::words(lang).remark)
                .or_else(|| named(|lang| words::words(lang).progress)),
        })
    }
}

struct Sheet<'a> {
    file: &'a str,
    name: &'a str,
    range: &'a Range<Data>,
    columns: Columns,
    vocab: Vocab,
}

impl Sheet<'_> {
    /// The decision of a row, and whether one was made before; nothing if none was made.
    fn decision(&self, vocab: Vocab, row: usize) -> Result<Option<(Stated, bool)>, Problem> {
        let key = self.text(row, Some(self.columns.key));
        if key.is_empty() {
            return Ok(None);
        }
        if serde_json::from_str::<ColumnOf>(&key).is_ok() {
            return Ok(None);
        }
        let stated: Decision = serde_json::from_str(&key).map_err(|error| {
            let what = What::DecisionKeyDamaged { detail: error.to_string() };
            Problem::warning(self.cell(row, self.columns.key), what)
        })?;
        let before = stated.ruling != Ruling::Open;
        let place = self.cell(row, self.columns.decision);
        let exists = !matches!(stated.origin.spot, Spot::Cell { row: 0, .. } | Spot::Cell { column: 0, .. });
        let remark = self.text(row, self.columns.remark);
        let table = stated.table.as_ref().map(|table| self.table(row, &stated, table)).transpose()?;
        let (ruling, value) = self.ruling(vocab, row, &stated)?;
        let taught =
            table.is_some() && table != stated.table && matches!(ruling, Ruling::Open | Ruling::Right);
        let ruling = if taught { Ruling::Value } else { ruling };
        if ruling == Ruling::Open {
            return Ok(None);
        }
        let same = ruling == stated.ruling
            && value == stated.value
            && remark == stated.remark
            && table == stated.table;
        let changed = !(before && exists && same);
        let origin = if changed { place.clone() } else { stated.origin.clone() };
        let decision = Decision { ruling, value, table, remark, origin, ..stated };
        Ok(Some((Stated { place, changed, decision }, before)))
    }

    /// What was typed into a row that cannot be used; nothing if the row cannot be told either.
    fn unusable(&self, row: usize, problem: &Problem) -> Option<Unusable> {
        let stated: Decision = serde_json::from_str(&self.text(row, Some(self.columns.key))).ok()?;
        let columns = [Some(self.columns.decision), self.columns.value, self.columns.remark];
        let from = if stated.ruling == Ruling::Open { stated.origin.file } else { String::new() };
        let written = columns.map(|column| self.text(row, column));
        Some(Unusable { question: stated.question, from, written, problem: problem.clone() })
    }

    /// What was decided in a row and the value of it.
    fn ruling(&self, vocab: Vocab, row: usize, stated: &Decision) -> Result<(Ruling, String), Problem> {
        let written = self.text(row, Some(self.columns.decision));
        let value = self.text(row, self.columns.value);
        let before = stated.ruling != Ruling::Open;
        let chosen =
            if written.is_empty() { None } else { Some(self.chosen(row, &written, stated, before)?) };
        if stated.asked == Asked::Body {
            return self.of_name(row, chosen, &value, stated);
        }
        if stated.asked == Asked::Layout {
            let none = if before { Ruling::Withdrawn } else { Ruling::Open };
            return Ok((chosen.unwrap_or(none), String::new()));
        }
        match (chosen, stated.key) {
            (None, _) if before => Ok((Ruling::Withdrawn, String::new())),
            // A value beside "ask the department" is the department's answer.
            (None | Some(Ruling::Value | Ruling::AskDepartment), Some(key)) if !value.is_empty() => {
                Ok((Ruling::Value, self.typed(vocab, row, key, &value, stated)?))
            }
            (Some(Ruling::Value), _) => {
                let place = self.cell(row, self.columns.value.unwrap_or(self.columns.decision));
                Err(Problem::warning(place, What::DecisionWithoutValue))
            }
            (Some(Ruling::Right), Some(key)) if !value.is_empty() && !shows(vocab, key, &value, stated) => {
                let place = self.cell(row, self.columns.value.unwrap_or(self.columns.decision));
                Err(Problem::warning(place, What::DecisionNotUnderstood { written: value }))
            }
            (Some(ruling), _) => Ok((ruling, stated.value.clone())),
            (None, _) if !value.is_empty() => {
                let place = self.cell(row, self.columns.value.unwrap_or(self.columns.decision));
                Err(Problem::warning(place, What::DecisionNotUnderstood { written: value }))
            }
            (None, _) => Ok((Ruling::Open, String::new())),
        }
    }

    /// What was decided of a name, with the country or the body that goes with it.
    fn of_name(
        &self,
        row: usize,
        chosen: Option<Ruling>,
        value: &str,
        stated: &Decision,
    ) -> Result<(Ruling, String), Problem> {
        let place = self.cell(row, self.columns.value.unwrap_or(self.columns.decision));
        let Some(ruling) = chosen else {
            let before = stated.ruling != Ruling::Open;
            return match (before, value.is_empty()) {
                (true, _) => Ok((Ruling::Withdrawn, String::new())),
                (false, true) => Ok((Ruling::Open, String::new())),
                (false, false) => {
                    Err(Problem::warning(place, What::DecisionNotUnderstood { written: value.to_owned() }))
                }
            };
        };
        match names::value_of(ruling) {
            Some(_) if value.is_empty() && ruling != Ruling::Organisation => {
                Err(Problem::warning(place, What::DecisionWithoutValue))
            }
            Some(key) if !value.is_empty() => {
                let read = typed::read(self.vocab, key, value).filter(|read| !read.is_empty());
                let unread = || What::ValueNotUnderstood { key, written: value.to_owned() };
                let read = read.ok_or_else(|| Problem::warning(place, unread()))?;
                Ok((ruling, read.written()))
            }
            _ => Ok((ruling, String::new())),
        }
    }

    /// How a table is read, as the rows of its columns and the value of the question's own row say.
    fn table(&self, row: usize, stated: &Decision, table: &TableReading) -> Result<TableReading, Problem> {
        let mut table = table.clone();
        let unread = |row: usize, written: String| {
            let place = self.cell(row, self.columns.value.unwrap_or(self.columns.decision));
            Problem::warning(place, What::DecisionNotUnderstood { written })
        };
        let begins = self.text(row, self.columns.value);
        // In the sheet of decisions the value is how the table is read, in words.
        if stated.ruling == Ruling::Open && !begins.is_empty() {
            let number = arabic_digits(&begins).parse().ok();
            let known = |number: &u32| table.heads.iter().any(|head| head.row < *number);
            table.begins = number.filter(known).ok_or_else(|| unread(row, begins))?;
        }
        for at in self.columns.heading + 1..self.range.height() {
            let key = self.text(at, Some(self.columns.key));
            let written = self.text(at, self.columns.value);
            let Ok(ColumnOf { layout, column }) = serde_json::from_str(&key) else { continue };
            if layout != stated.question || written.is_empty() {
                continue;
            }
            let said = role(column, &written).ok_or_else(|| unread(at, written))?;
            table.columns.retain(|one| one.column != column);
            table.columns.push(said);
        }
        table.columns.sort_by_key(|one| one.column);
        Ok(table)
    }

    fn chosen(&self, row: usize, written: &str, stated: &Decision, before: bool) -> Result<Ruling, Problem> {
        let answers = stated.asked.answers().iter().chain(before.then_some(&Ruling::Withdrawn));
        let means = |ruling: &&Ruling| {
            LANGUAGES.iter().any(|lang| fold(words::ruling(*lang, **ruling)) == fold(written))
        };
        answers.copied().find(|ruling| means(&ruling)).ok_or_else(|| {
            let what = What::DecisionNotUnderstood { written: written.to_owned() };
            Problem::warning(self.cell(row, self.columns.decision), what)
        })
    }

    fn typed(
        &self,
        vocab: Vocab,
        row: usize,
        key: Key,
        value: &str,
        stated: &Decision,
    ) -> Result<String, Problem> {
        if stated.ruling == Ruling::Value && shows(vocab, key, value, stated) {
            return Ok(stated.value.clone());
        }
        typed::read(self.vocab, key, value).map(|datum| datum.written()).ok_or_else(|| {
            let place = self.cell(row, self.columns.value.unwrap_or(self.columns.decision));
            Problem::warning(place, What::ValueNotUnderstood { key, written: value.to_owned() })
        })
    }

    fn text(&self, row: usize, column: Option<usize>) -> String {
        column.and_then(|column| self.range.get((row, column))).map(text).unwrap_or_default()
    }

    fn cell(&self, row: usize, column: usize) -> Place {
        let (top, left) = self.range.start().unwrap_or((0, 0));
        let spot = Spot::Cell {
            sheet: self.name.to_owned(),
            row: top + row as u32 + 1,
            column: left + column as u32 + 1,
        };
        Place { file: self.file.to_owned(), spot }
    }
}

/// True if a text is how the value decided before is shown.
fn shows(vocab: Vocab, key: Key, text: &str, stated: &Decision) -> bool {
    LANGUAGES.iter().any(|lang| fold(&changes::value(vocab, *lang, key, &stated.value)) == fold(text))
}

/// What a person says that a column holds; `None` if it is not understood.
fn role(column: u32, written: &str) -> Option<ColumnRole> {
    let named =
        |name: &dyn Fn(Lang) -> &'static str| LANGUAGES.iter().any(|lang| fold(name(*lang)) == fold(written));
    if named(&|lang| words::words(lang).no_role) {
        return Some(ColumnRole { column, role: None });
    }
    Role::ALL
        .iter()
        .find(|role| named(&|lang| inspect::role(lang, **role)))
        .map(|role| ColumnRole { column, role: Some(*role) })
}

/// A cell's text, without blanks around it; days as `YYYY-MM-DD`.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(day) => day.split('T').next().unwrap_or(day).to_owned(),
        Data::Error(_) | Data::Empty => String::new(),
        Data::Int(_) | Data::Float(_) | Data::String(_) | Data::Bool(_) | Data::DurationIso(_) => {
            cell.to_string().trim().to_owned()
        }
    }
}
