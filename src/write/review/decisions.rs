//! The decisions in force, each of which can be changed or withdrawn.

use super::sheet::{self, FIRST, input, place};
use crate::labels::review::{self, Words};
use crate::labels::{Lang, changes, inspect, workbook};
use crate::model::{Asked, Decision, REVIEW_KEY, Role, Ruling};
use crate::write::Consolidated;
use crate::write::workbook::listing::{Cell, Listing, Value, running, text};
use crate::write::workbook::style::Style;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Column of the decision.
const DECISION: u16 = 5;
/// Column of the value decided.
const VALUE: u16 = 6;
/// The hidden column that holds the decision as the program reads it back.
const KEY: u16 = 10;

/// Writes the sheet.
pub fn write(
    sheet: &mut Worksheet,
    result: &Consolidated,
    words: &Words,
    style: &Style,
) -> Result<(), XlsxError> {
    let lang = result.lang;
    listing(result, words)?.write(sheet, words.title, workbook::words(lang), style)?;
    for (at, decision) in listed(result).enumerate() {
        let row = FIRST + at as u32;
        let answers: Vec<Ruling> =
            decision.asked.answers().iter().copied().chain([Ruling::Withdrawn]).collect();
        sheet::choose(sheet, (row, DECISION), &answers, lang, words)?;
        if let Some(key) = decision.key {
            sheet::propose(sheet, (row, VALUE), key, lang, words)?;
        }
    }
    sheet.set_column_hidden(KEY)?;
    Ok(())
}

/// How a table is read, in words.
fn layout(lang: Lang, words: &Words, decision: &Decision) -> String {
    let Some(table) = &decision.table else { return String::new() };
    let name = |role: Option<Role>| role.map_or(words.no_role, |role| inspect::role(lang, role));
    let roles = table.columns.iter().map(|column| name(column.role)).collect::<Vec<_>>().join(" · ");
    format!("{}: {roles}", review::begins(lang, table.begins))
}

/// The decisions of this sheet: what a department is asked has its own.
fn listed(result: &Consolidated) -> impl Iterator<Item = &Decision> {
    result.decisions.iter().filter(|decision| !result.is_followed_up(decision))
}

fn listing(result: &Consolidated, words: &Words) -> Result<Listing, XlsxError> {
    let rows = listed(result).enumerate().map(|(at, decision)| row(result, words, at, decision));
    Ok(Listing {
        sheet: words.sheet_decisions,
        note: words.decisions_note.into(),
        columns: vec![
            (workbook::words(result.lang).number, 6.0),
            (words.question, 21.0),
            (words.first, 42.0),
            (words.second, 42.0),
            (workbook::words(result.lang).field, 15.0),
            (words.decision, 21.0),
            (words.value, 20.0),
            (words.remark, 18.0),
            (words.origin, 30.0),
            (words.id, 14.0),
            (REVIEW_KEY, 10.0),
        ],
        printed: 9,
        frozen: 0,
        grouped: 0,
        rows: rows.collect::<Result<_, _>>()?,
    })
}

fn row(result: &Consolidated, words: &Words, at: usize, decision: &Decision) -> Result<Vec<Cell>, XlsxError> {
    let lang = result.lang;
    let asked = review::asked(lang, decision.asked);
    let question =
        if result.follows(decision) { asked.to_owned() } else { format!("{asked}\n{}", words.not_followed) };
    let valued = decision.key.filter(|_| decision.ruling != Ruling::Withdrawn);
    let of_name = decision.asked == Asked::Body;
    let value = match valued {
        Some(key) => changes::value(result.vocab, lang, key, &decision.value),
        None if of_name => decision.value.clone(),
        None if decision.table.is_some() => layout(lang, words, decision),
        None => String::new(),
    };
    Ok(vec![
        running(at),
        text(question),
        text(&decision.title),
        text(&decision.other),
        text(decision.key.map_or("", |key| changes::field(lang, key))),
        input(review::ruling(lang, decision.ruling)),
        if decision.key.is_some() || of_name { input(&value) } else { text(value) },
        input(&decision.remark),
        text(place(lang, &decision.origin)),
        text(&decision.question),
        Value::Key(super::json(decision)?).plain(),
    ])
}
