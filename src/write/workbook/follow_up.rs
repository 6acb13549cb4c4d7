//! What came of it, and what is next: results with their next steps and obstacles, and what is announced.

use super::listing::{Cell, Listing, Value, text};
use crate::labels::workbook::Words;
use crate::labels::{Lang, calendar, codes, data, names, titles};
use crate::model::{Datum, Engagement, Key, Kind};
use crate::vocab::Vocab;
use crate::write::Consolidated;
use crate::write::entries::{Numbered, held, told};
use crate::write::outlook::Announced;

/// Letters of what is told at most.
const LONGEST: usize = 300;

pub(super) fn side(vocab: Vocab, lang: Lang, e: &Engagement) -> Cell {
    let words = |key| {
        e.datum(key).map(|datum: Datum| data::value(vocab, lang, &datum)).filter(|told| !told.is_empty())
    };
    let named: Vec<String> = [Key::Countries, Key::Organisations].into_iter().filter_map(words).collect();
    text(if named.is_empty() { e.counterpart.value.clone() } else { named.join(", ") })
}

pub(super) fn departments(vocab: Vocab, lang: Lang, e: &Engagement) -> Cell {
    let short = |code: &String| names::department_short(vocab, lang, code);
    text(e.departments.value.iter().map(short).collect::<Vec<_>>().join(", "))
}

pub(super) fn days(lang: Lang, e: &Engagement) -> Cell {
    text(calendar::days(lang, e.period.value.start, e.period.value.end))
}

/// The beginning of what is told: a page of minutes is no cell of a list. The register has it whole.
fn brief(told: &str) -> String {
    match told.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{} …", told.get(..cut).unwrap_or(told).trim_end()),
        None => told.to_owned(),
    }
}

/// The number of an entry, with a link to its row in the register.
pub(super) fn numbered(words: &Words, number: usize) -> Cell {
    Value::Linked(number, (words.sheet_register, number as u32 - 1)).plain()
}

/// Held engagements that are agreements, or of which an outcome, a next step or an obstacle is told.
pub fn results(result: &Consolidated, words: &Words) -> Listing {
    let (vocab, lang) = (result.vocab, result.lang);
    let row = |(number, entry): Numbered| {
        let e = &entry.engagement;
        let told = |said: &str| told(result, said).map(|told| brief(&told));
        let (outcome, step, obstacle) =
            (told(&e.outcome.value), told(&e.next_steps.value), told(&e.obstacles.value));
        let says =
            e.kind.value == Kind::Agreement || outcome.is_some() || step.is_some() || obstacle.is_some();
        says.then(|| {
            vec![
                numbered(words, number),
                days(lang, e),
                text(titles::over_reported(result.vocab, result.lang, e)),
                side(vocab, lang, e),
                text(codes::kind(lang, e.kind.value)),
                text(outcome.unwrap_or_default()),
                text(step.unwrap_or_default()),
                text(obstacle.unwrap_or_default()),
                departments(vocab, lang, e),
            ]
        })
    };
    Listing {
        sheet: words.sheet_results,
        note: words.results_note.into(),
        columns: vec![
            (words.number, 6.0),
            (words.date, 20.0),
            (words.entry_title, 48.0),
            (words.side, 24.0),
            (words.kind, 18.0),
            (words.outcome, 40.0),
            (words.next_step, 34.0),
            (words.obstacle, 30.0),
            (words.departments, 20.0),
        ],
        printed: 9,
        frozen: 1,
        grouped: 0,
        rows: held(result).filter_map(row).collect(),
    }
}

/// What is announced: ahead first, then what is past and without a report.
pub fn plan(result: &Consolidated, words: &Words) -> Listing {
    let (vocab, lang) = (result.vocab, result.lang);
    let announced = Announced::of(result);
    let row = |(number, entry): &Numbered, standing: &str| {
        let e = &entry.engagement;
        vec![
            numbered(words, *number),
            days(lang, e),
            text(titles::over_reported(result.vocab, result.lang, e)),
            side(vocab, lang, e),
            text(standing),
            departments(vocab, lang, e),
        ]
    };
    let ahead = announced.near.iter().chain(&announced.later).map(|one| row(one, words.ahead));
    let late = announced.overdue.iter().chain(&announced.older).map(|one| row(one, words.late));
    Listing {
        sheet: words.sheet_plan,
        note: words.plan_note.into(),
        columns: vec![
            (words.number, 6.0),
            (words.date, 24.0),
            (words.entry_title, 60.0),
            (words.side, 30.0),
            (words.standing, 30.0),
            (words.departments, 24.0),
        ],
        printed: 6,
        frozen: 1,
        grouped: 0,
        rows: ahead.chain(late).collect(),
    }
}
