//! What needs a look: problems of files, doubtful values, reports that disagree, rows not understood.

use super::listing::{Cell, Listing, text};
use crate::labels::workbook::Words;
use crate::labels::{Lang, codes, doubts, evidence, problems, shown, spot};
use crate::model::{AsideReason, Conflict, Doubt, Entry, Key, Pair, Place, Processed, Register, Reported};
use crate::problem::{Problem, Severity};
use crate::vocab::Vocab;
use crate::write::Consolidated;

/// The list of everything to look at: files first, then the register's entries in their order.
pub fn listing(result: &Consolidated, words: &Words) -> Listing {
    let lang = result.lang;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    rows.extend(result.problems.iter().map(|problem| problem_row(result.vocab, lang, words, problem)));
    for Processed { reported, .. } in &result.files {
        rows.extend(file(result.vocab, lang, words, reported));
    }
    for entry in &result.register.entries {
        rows.extend(values(result.vocab, lang, words, entry));
    }
    rows.extend(result.register.doubtful.iter().map(|pair| in_doubt(lang, words, &result.register, pair)));
    Listing {
        sheet: words.sheet_check,
        note: words.check_note.into(),
        columns: vec![
            (words.sort, 20.0),
            (words.file, 40.0),
            (words.place, 26.0),
            (words.entry_title, 46.0),
            (words.field, 20.0),
            (words.message, 56.0),
            (words.action, 40.0),
        ],
        printed: 7,
        frozen: 0,
        grouped: 0,
        rows,
    }
}

/// A point to look at.
struct Point<'a> {
    sort: &'static str,
    place: &'a Place,
    entry: &'a str,
    field: &'static str,
    message: String,
    action: &'static str,
}

impl Point<'_> {
    fn row(self, lang: Lang) -> Vec<Cell> {
        vec![
            text(self.sort),
            text(shown(&self.place.file)),
            text(spot(lang, self.place)),
            text(self.entry),
            text(self.field),
            text(self.message),
            text(self.action),
        ]
    }
}

fn problem_row(vocab: Vocab, lang: Lang, words: &Words, problem: &Problem) -> Vec<Cell> {
    let point = Point {
        sort: words.sort_problem,
        place: &problem.place,
        entry: "",
        field: "",
        message: problems::message(vocab, lang, &problem.what),
        action: problems::action(lang, &problem.what),
    };
    point.row(lang)
}

fn file<'a>(
    vocab: Vocab,
    lang: Lang,
    words: &'a Words,
    reported: &'a Reported,
) -> impl Iterator<Item = Vec<Cell>> + use<'a> {
    let problems = reported
        .problems
        .iter()
        .filter(|problem| problem.severity != Severity::Note)
        .map(move |problem| problem_row(vocab, lang, words, problem));
    let unread =
        reported.aside.iter().filter(|aside| aside.reason == AsideReason::NotUnderstood).map(move |aside| {
            let point = Point {
                sort: words.sort_unread,
                place: &aside.place,
                entry: "",
                field: "",
                message: aside.text.clone(),
                action: words.compare,
            };
            point.row(lang)
        });
    problems.chain(unread)
}

fn values<'a>(
    vocab: Vocab,
    lang: Lang,
    words: &'a Words,
    entry: &'a Entry,
) -> impl Iterator<Item = Vec<Cell>> + use<'a> {
    let doubts = entry.engagement.warnings();
    let told: Vec<Conflict> = doubts.iter().filter_map(|(key, doubt)| disagreement(*key, doubt)).collect();
    let point = move |sort, field, message| Point {
        sort,
        place: &entry.engagement.place,
        entry: &entry.engagement.title.value,
        field,
        message,
        action: words.compare,
    };
    let doubtful = doubts.into_iter().map(move |(key, doubt)| {
        point(words.sort_doubt, codes::key(lang, key), doubts::message(vocab, lang, doubt))
    });
    let conflicts =
        entry.conflicts.iter().filter(move |conflict| !told.contains(conflict)).map(move |conflict| {
            let message = doubts::disagreement(vocab, lang, conflict);
            point(words.sort_conflict, codes::key(lang, conflict.key), message)
        });
    doubtful.chain(conflicts).map(move |point| point.row(lang))
}

/// Two entries that may be one engagement.
fn in_doubt(lang: Lang, words: &Words, register: &Register, pair: &Pair) -> Vec<Cell> {
    let (one, other) = (&register.entries[pair.first], &register.entries[pair.second]);
    let point = Point {
        sort: words.sort_pair,
        place: &one.engagement.place,
        entry: &one.engagement.title.value,
        field: "",
        message: evidence::in_doubt(lang, &other.engagement, &pair.evidence),
        action: words.decide_pair,
    };
    point.row(lang)
}

/// The conflict that a doubt already tells of.
fn disagreement(key: Key, doubt: &Doubt) -> Option<Conflict> {
    if let Doubt::ReportsDisagree { taken, other, department } = doubt {
        Some(Conflict { key, taken: taken.clone(), other: other.clone(), department: department.clone() })
    } else {
        None
    }
}
