//! What both sheets of the review workbook have: cells to fill in, drop-downs, and the hidden column that names what
//! a row is about.

use crate::labels::calendar;
use crate::labels::review::{self, Words};
use crate::labels::{Lang, data, inspect, names, shown, spot};
use crate::model::{Key, Place, REVIEW_SHEET, Role, Ruling, Side, Source};
use crate::vocab::Vocab;
use crate::write::workbook::listing::{Cell, Value};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};

/// Row of the first question or decision.
pub const FIRST: u32 = 4;
/// Row of the first item of a list on the hidden sheet.
const LISTS: u32 = 2;
/// Sources that are named of a side; the register names all.
const NAMED: usize = 4;

/// Fields whose values are chosen from a list, with the column of the hidden sheet that holds it.
const LISTED: [Key; 5] = [Key::Status, Key::Kind, Key::Group, Key::CounterpartRank, Key::Mode];

/// A cell to fill in.
pub fn input(text: &str) -> Cell {
    Value::Text(text.to_owned()).flagged(true)
}

/// An entry in words: its title, its days, and where it was reported.
pub fn side(vocab: Vocab, lang: Lang, side: &Side) -> String {
    let mut lines = vec![side.title.clone()];
    if let Some(period) = side.period {
        let days = calendar::days(lang, period.start, period.end);
        lines.extend((!days.is_empty()).then_some(days));
    }
    lines.extend(side.sources.iter().take(NAMED).map(|source| reported(vocab, lang, side, source)));
    if side.sources.len() > NAMED {
        lines.push(review::more_sources(lang, side.sources.len() - NAMED));
    }
    lines.join("\n")
}

/// A source: who reported it where, and its own wording where that is another.
fn reported(vocab: Vocab, lang: Lang, side: &Side, source: &Source) -> String {
    let who = names::department(vocab, lang, &source.department);
    let at = place(lang, &source.place);
    let line = if who.is_empty() { format!("• {at}") } else { format!("• {who}: {at}") };
    if source.title == side.title { line } else { format!("{line} “{}”", source.title) }
}

/// A place with its file.
pub fn place(lang: Lang, place: &Place) -> String {
    format!("{} {}", shown(&place.file), spot(lang, place))
}

/// The drop-down of a decision.
pub fn choose(
    sheet: &mut Worksheet,
    at: (u32, u16),
    answers: &[Ruling],
    lang: Lang,
    words: &Words,
) -> Result<(), XlsxError> {
    let choices: Vec<&str> = answers.iter().map(|ruling| review::ruling(lang, *ruling)).collect();
    let validation = DataValidation::new()
        .allow_list_strings(&choices)?
        .set_input_title(words.decision)?
        .set_input_message(words.choose)?
        .set_error_title(words.decision)?
        .set_error_message(words.not_listed)?;
    sheet.add_data_validation(at.0, at.1, at.0, at.1, &validation)?;
    Ok(())
}

/// The drop-down of a corrected value, for fields with a list of values, and an example for the others.
pub fn propose(
    sheet: &mut Worksheet,
    at: (u32, u16),
    key: Key,
    lang: Lang,
    words: &Words,
) -> Result<(), XlsxError> {
    let validation = match LISTED.iter().position(|listed| *listed == key) {
        Some(column) => DataValidation::new()
            .allow_list_formula(listed(column, list(lang, key).len()))
            .set_error_style(DataValidationErrorStyle::Warning),
        None => DataValidation::new(),
    };
    let validation = validation
        .set_input_title(words.value)?
        .set_input_message(review::example(lang, key))?
        .set_error_title(words.value)?
        .set_error_message(words.not_listed)?;
    sheet.add_data_validation(at.0, at.1, at.0, at.1, &validation)?;
    Ok(())
}

/// What a column of a table can hold, as the drop-down has it.
const ROLES: [Role; 20] = [
    Role::Activity,
    Role::Date,
    Role::DateEnd,
    Role::Time,
    Role::Counterpart,
    Role::Delegate,
    Role::Country,
    Role::Venue,
    Role::Lead,
    Role::Attendees,
    Role::Participants,
    Role::Kind,
    Role::Status,
    Role::Outcome,
    Role::Obstacles,
    Role::NextSteps,
    Role::Budget,
    Role::Owner,
    Role::Supported,
    Role::Remark,
];

fn roles(lang: Lang, words: &Words) -> Vec<&'static str> {
    ROLES.iter().map(|role| inspect::role(lang, *role)).chain([words.no_role]).collect()
}

/// The drop-down of what a column of a table holds.
pub fn role(sheet: &mut Worksheet, at: (u32, u16), lang: Lang, words: &Words) -> Result<(), XlsxError> {
    let validation = DataValidation::new()
        .allow_list_formula(listed(LISTED.len(), roles(lang, words).len()))
        .set_input_title(words.column)?
        .set_input_message(words.choose)?
        .set_error_title(words.column)?
        .set_error_message(words.not_listed)?;
    sheet.add_data_validation(at.0, at.1, at.0, at.1, &validation)?;
    Ok(())
}

/// The cell that says where the data of a table begin.
pub fn begins(sheet: &mut Worksheet, at: (u32, u16), words: &Words) -> Result<(), XlsxError> {
    let validation =
        DataValidation::new().set_input_title(words.value)?.set_input_message(words.layout_begins)?;
    sheet.add_data_validation(at.0, at.1, at.0, at.1, &validation)?;
    Ok(())
}

/// A column of the hidden sheet with so many items.
fn listed(column: usize, items: usize) -> Formula {
    let letters = crate::labels::column_letters(column as u32);
    Formula::new(format!("='{REVIEW_SHEET}'!${letters}${}:${letters}${}", LISTS + 1, LISTS as usize + items))
}

/// Writes the lists of the fields whose values are chosen from one, a column each.
pub fn write_lists(sheet: &mut Worksheet, lang: Lang, words: &Words) -> Result<(), XlsxError> {
    let of_fields = LISTED.iter().map(|key| list(lang, *key));
    for (column, names) in of_fields.chain([roles(lang, words)]).enumerate() {
        for (row, name) in names.into_iter().enumerate() {
            sheet.write_string(LISTS + row as u32, column as u16, name)?;
        }
    }
    Ok(())
}

fn list(lang: Lang, key: Key) -> Vec<&'static str> {
    key.data_type().map(|data_type| data::choices(lang, data_type)).unwrap_or_default()
}
