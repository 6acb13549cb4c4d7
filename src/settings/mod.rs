//! What the office tells the program, read from its workbook of settings: each sheet cell by cell, what cannot be used
//! named, the rest in force. Names become rows of the vocabulary.

mod names;
mod rows;
mod tables;

use crate::dates::notation;
use crate::labels::settings::{self as words, Words};
use crate::labels::{Lang, names as printed};
use crate::model::{Every, Expected, Flaw, Letterhead, Settings, Sheet};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;
use rows::{Row, Rows};
use std::collections::BTreeSet;
use tables::Tables;

/// Under this name the rows of settings are a pack of the vocabulary.
pub const PACK: &str = "settings";
/// Letters of a line that is printed below a document.
const LINE: usize = 160;
const LANGUAGES: [Lang; 2] = [Lang::Th, Lang::En];

/// True for the name that the workbook of settings is made under: a file of that name is not taken for a report where it
/// cannot be opened.
pub fn by_name(file: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.eq_ignore_ascii_case("settings") && may_be(file)
}

/// True for a file that may hold settings: a workbook that lies directly in the inbox.
pub fn may_be(file: &str) -> bool {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    !file.contains('/') && ["xlsx", "xlsm", "xls", "xlsb", "ods"].contains(&ending.as_str())
}

/// True for the sheets of a workbook of settings.
pub fn is_one(sheets: &[Sheet]) -> bool {
    let known = |sheet: &Sheet| LANGUAGES.map(words::words).iter().any(|words| about(words, sheet).is_some());
    sheets.iter().filter(|sheet| known(sheet)).count() > 1
}

/// Reads the sheets of a workbook of settings with this name.
pub fn read(vocab: Vocab, file: &str, sheets: &[Sheet]) -> Settings {
    let mut found = Settings::default();
    let mut tables = Tables::of(vocab);
    let mut any = false;
    for sheet in sheets.iter().filter(|sheet| !sheet.hidden) {
        let about = LANGUAGES.iter().find_map(|lang| about(words::words(*lang), sheet));
        any |= about.is_some();
        match about {
            Some(About::Departments) => {
                let rows =
                    Rows::of(file, sheet, [|words| words.department, |words| words.short], &mut found.faults);
                departments(vocab, &rows, &mut tables, &mut found);
            }
            Some(About::Names) => {
                let rows = Rows::of(file, sheet, [|words| words.name, |words| words.sort], &mut found.faults);
                rows.each(&mut found.faults, |row| names::given(vocab, row, &mut tables));
            }
            Some(About::Sisters) => {
                let rows =
                    Rows::of(file, sheet, [|words| words.city, |words| words.country], &mut found.faults);
                rows.each(&mut found.faults, |row| names::sister(vocab, row, &mut tables));
            }
            Some(About::Office) => {
                let rows =
                    Rows::of(file, sheet, [|words| words.item, |words| words.value], &mut found.faults);
                let letterhead = &mut found.letterhead;
                rows.each(&mut found.faults, |row| office(row, letterhead));
            }
            None => {}
        }
    }
    if !any {
        found.faults.push(rows::fault(crate::model::Place::file(file), Flaw::NoSheet));
    }
    found.tables = tables.texts();
    found.faults.sort();
    found.faults.dedup();
    found
}

/// What a sheet is about.
enum About {
    Departments,
    Names,
    Sisters,
    Office,
}

fn about(words: &Words, sheet: &Sheet) -> Option<About> {
    let name = sheet.name.trim();
    if name == words.sheet_departments {
        Some(About::Departments)
    } else if name == words.sheet_names {
        Some(About::Names)
    } else if name == words.sheet_sisters {
        Some(About::Sisters)
    } else if name == words.sheet_office {
        Some(About::Office)
    } else {
        None
    }
}

fn departments(vocab: Vocab, rows: &Rows, tables: &mut Tables, found: &mut Settings) {
    let mut seen = BTreeSet::new();
    let expected = &mut found.expected;
    rows.each(&mut found.faults, |row| {
        let name = row.needed(|words| words.department)?;
        let known = names::of(vocab, &name).and_then(|known| match known {
            Name::Department(at) => Some(vocab.names.department(at)),
            _ => None,
        });
        let code = known.map_or_else(|| name.clone(), |known| known.code.to_owned());
        if known.is_none() {
            names::usable(vocab, row, |words| words.department, &name, None)?;
        }
        if !seen.insert(code.clone()) {
            return Err(row.flawed(|words| words.department, Flaw::Twice { written: name }));
        }
        let own = known.map(|known| printed::department(vocab, Lang::Th, known.code));
        let mut short = Vec::new();
        for one in row.list(|words| words.short) {
            // Of two departments with one short form reports would be told by chance.
            if tables.has(&one) {
                let twice = row.flawed(|words| words.short, Flaw::Twice { written: one });
                row.tell(Err(twice));
                continue;
            }
            let own = known.is_some_and(|known| known.short == one || names::is(vocab, &one, known.code));
            if own || row.tell(names::usable(vocab, row, |words| words.short, &one, None)) {
                short.push(one);
            }
        }
        tables.department(&code, own.as_deref().unwrap_or(&name), &short, known.is_none());
        let from = row.tell_value(month(row));
        let every = row.tell_value(every(row)).flatten().unwrap_or(Every::Month);
        let [contact, telephone, email] = [
            row.text(|words| words.contact),
            row.text(|words| words.telephone),
            row.text(|words| words.email),
        ];
        expected.push(Expected { department: code, contact, telephone, email, from: from.flatten(), every });
        Ok(())
    });
}

/// The first month that a department reports.
fn month(row: &Row) -> Result<Option<jiff::civil::Date>, rows::Fault> {
    let written = row.text(|words| words.from);
    if written.is_empty() {
        return Ok(None);
    }
    let of_months = notation::report_period(&written).map(|period| period.start);
    let of_days = || notation::period(&written).and_then(|period| period.start);
    match of_months.or_else(of_days) {
        Some(day) => Ok(Some(day.first_of_month())),
        None => Err(row.flawed(|words| words.from, Flaw::NoMonth { written })),
    }
}

fn every(row: &Row) -> Result<Option<Every>, rows::Fault> {
    let written = row.text(|words| words.every);
    if written.is_empty() {
        return Ok(None);
    }
    rows::chosen(row, |words| words.every, &written, Every::ALL, words::every).map(Some)
}

/// A line of the sheet of the office.
fn office(row: &Row, letterhead: &mut Letterhead) -> Result<(), rows::Fault> {
    let item = row.needed(|words| words.item)?;
    let at = LANGUAGES
        .iter()
        .find_map(|lang| words::words(*lang).items.iter().position(|known| rows::same(known, &item)));
    let value = row.text(|words| words.value);
    let place = match at {
        Some(0) => &mut letterhead.office,
        Some(1) => &mut letterhead.signatory,
        Some(2) => &mut letterhead.position,
        Some(3) => &mut letterhead.copies,
        Some(4) => &mut letterhead.contact,
        Some(_) | None => return Err(row.flawed(|words| words.item, Flaw::Unknown { written: item })),
    };
    if !place.is_empty() && !value.is_empty() {
        return Err(row.flawed(|words| words.item, Flaw::Twice { written: item }));
    }
    if value.chars().count() > LINE {
        return Err(row.flawed(|words| words.value, Flaw::Long { letters: LINE as u32 }));
    }
    *place = value;
    Ok(())
}
