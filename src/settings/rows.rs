//! A sheet of settings as rows with named columns, wherever its heading and its columns stand.

use crate::labels::Lang;
use crate::labels::settings::{self as words, Words};
use crate::model::{Flaw, Place, Sheet, Spot, Value};
use crate::problem::{OfSettings, Problem, What};
use crate::thai::{arabic_digits, fold, normal, one_line};
use std::cell::RefCell;

/// Rows in which the heading is looked for.
const HEADING_WITHIN: u32 = 20;
/// Rows that are read of a sheet.
const MOST: u32 = 5_000;
/// Choices that are named where none fits.
const NAMED: usize = 4;
const LANGUAGES: [Lang; 2] = [Lang::Th, Lang::En];

/// A column, by its words in a language.
pub type Column = fn(&Words) -> &'static str;
/// What is wrong with a cell.
pub type Fault = Box<Problem>;

/// What is wrong at a place.
pub fn fault(place: Place, flaw: Flaw) -> Problem {
    Problem::warning(place, What::Settings(OfSettings::Cell(flaw)))
}

/// True if two texts are the same but for blanks and capitals.
pub fn same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// The rows of a sheet below its heading.
pub struct Rows<'a> {
    file: &'a str,
    sheet: &'a Sheet,
    heading: Option<u32>,
}

impl<'a> Rows<'a> {
    /// Those of a sheet whose heading has these two columns: the title may be the word of one.
    pub fn of(
        file: &'a str,
        sheet: &'a Sheet,
        [first, second]: [Column; 2],
        faults: &mut Vec<Problem>,
    ) -> Self {
        let has =
            |row: u32, column: Column| sheet.grid.row(row).any(|(_, cell)| is(column, &shown(&cell.value)));
        let named = |row: &u32| has(*row, first) && has(*row, second);
        let heading = (0..HEADING_WITHIN.min(sheet.grid.rows())).find(named);
        let rows = Self { file, sheet, heading };
        if heading.is_none() {
            let flaw = Flaw::NoColumn { column: first(words::words(Lang::Th)).to_owned() };
            faults.push(fault(rows.place(Spot::Sheet { sheet: sheet.name.clone() }), flaw));
        }
        rows
    }

    /// Works on each row that holds something, and gathers what is wrong with them.
    pub fn each(&self, faults: &mut Vec<Problem>, mut work: impl FnMut(&Row) -> Result<(), Fault>) {
        let Some(heading) = self.heading else { return };
        let last = self.sheet.grid.rows();
        for at in heading + 1..last.min(heading + 1 + MOST) {
            let row = Row { rows: self, heading, at, told: RefCell::default() };
            let errors = self.sheet.grid.row(at).filter_map(|(column, cell)| match &cell.value {
                Value::Error(value) => Some(row.at_column(column, Flaw::Error { value: value.clone() })),
                Value::Text(_) | Value::Number(_) | Value::Date(_) | Value::Bool(_) => None,
            });
            faults.extend(errors);
            if self.sheet.grid.row(at).all(|(_, cell)| shown(&cell.value).is_empty()) {
                continue;
            }
            if let Err(fault) = work(&row) {
                faults.push(*fault);
            }
            faults.extend(row.told.into_inner());
        }
        if last > heading + 1 + MOST {
            let place = self.place(Spot::Row { sheet: self.sheet.name.clone(), row: heading + 2 + MOST });
            faults.push(fault(place, Flaw::Rows { most: MOST }));
        }
    }

    fn place(&self, spot: Spot) -> Place {
        Place { file: self.file.to_owned(), spot }
    }
}

/// A row of a sheet.
pub struct Row<'a> {
    rows: &'a Rows<'a>,
    heading: u32,
    at: u32,
    /// What is wrong with single cells of it.
    told: RefCell<Vec<Problem>>,
}

impl Row<'_> {
    /// What stands in a column, in normal form and on one line; empty where nothing does.
    pub fn text(&self, column: Column) -> String {
        let cell = self.column(column).and_then(|at| self.rows.sheet.grid.cells.get(&(self.at, at)));
        cell.map(|cell| shown(&cell.value)).unwrap_or_default()
    }

    /// What stands in a column that must hold something.
    pub fn needed(&self, column: Column) -> Result<String, Fault> {
        let text = self.text(column);
        if text.is_empty() {
            let named = column(words::words(Lang::Th)).to_owned();
            return Err(self.flawed(column, Flaw::Empty { column: named }));
        }
        Ok(text)
    }

    /// The parts of a list, each once.
    pub fn list(&self, column: Column) -> Vec<String> {
        let mut parts: Vec<String> = Vec::new();
        for part in self.text(column).split(';').map(str::trim).filter(|part| !part.is_empty()) {
            if !parts.iter().any(|known| known == part) {
                parts.push(part.to_owned());
            }
        }
        parts
    }

    /// What is wrong with the cell of a column.
    pub fn flawed(&self, column: Column, flaw: Flaw) -> Fault {
        let at = self.column(column).unwrap_or(0);
        Box::new(self.at_column(at, flaw))
    }

    /// True if nothing is wrong; what is wrong is told, and the row is used without it.
    pub fn tell(&self, checked: Result<(), Fault>) -> bool {
        self.tell_value(checked).is_some()
    }

    /// The value, if nothing is wrong; what is wrong is told, and the row is used without it.
    pub fn tell_value<T>(&self, checked: Result<T, Fault>) -> Option<T> {
        checked.map_err(|fault| self.told.borrow_mut().push(*fault)).ok()
    }

    fn at_column(&self, column: u32, flaw: Flaw) -> Problem {
        let sheet = self.rows.sheet.name.clone();
        fault(self.rows.place(Spot::Cell { sheet, row: self.at + 1, column: column + 1 }), flaw)
    }

    fn column(&self, column: Column) -> Option<u32> {
        let mut cells = self.rows.sheet.grid.row(self.heading);
        cells.find(|(_, cell)| is(column, &shown(&cell.value))).map(|(at, _)| at)
    }
}

/// The one of a closed list that a cell of a column names in either language.
pub fn chosen<T: Copy>(
    row: &Row,
    column: Column,
    written: &str,
    all: &[T],
    name: fn(Lang, T) -> &'static str,
) -> Result<T, Fault> {
    let named = |one: &&T| LANGUAGES.iter().any(|lang| same(name(*lang, **one), written));
    all.iter().find(named).copied().ok_or_else(|| {
        let known = all.iter().take(NAMED).map(|one| name(Lang::Th, *one).to_owned()).collect();
        row.flawed(column, Flaw::NotOneOf { written: written.to_owned(), known })
    })
}

/// True for the heading of a column in either language.
fn is(column: Column, heading: &str) -> bool {
    LANGUAGES.iter().any(|lang| same(column(words::words(*lang)), heading))
}

/// A cell as it is written, in normal form; days as data files have them.
fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => one_line(&normal(text)).replace('\t', " ").trim().to_owned(),
        Value::Number(number) => arabic_digits(&number.to_string()),
        Value::Date(day) => day.date().to_string(),
        Value::Bool(_) | Value::Error(_) => String::new(),
    }
}
