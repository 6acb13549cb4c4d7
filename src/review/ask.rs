//! What a person is asked: pairs in doubt, merges of low evidence, what is perhaps international, unknown bodies and
//! doubtful values, and words that no record holds.

use super::gather::Decided;
use super::names;
use super::rows::{Rows, name};
use super::typed;
use crate::model::{
    Asked, Doubt, Entry, Evidence, International, Key, Pair, Question, Register, Report, Reported, RowName,
    RowNumber, Side, Source, Understood,
};
use crate::thai::fold;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Rows by which a side of a question is named at most: the cell that holds them has an end.
const NAMED: usize = 40;
/// Rules that name something foreign in a row that was set aside all the same.
const FOREIGN: &[&str] =
    &["counterpart", "foreign side", "abroad", "foreign", "unknown body", "beside", "wording"];

/// The questions that a register leaves open, the gravest first: first those that change what is counted.
#[must_use]
pub fn questions(
    register: &Register,
    files: &[(Report, Reported)],
    rows: &Rows,
    decided: &Decided,
) -> Vec<Question> {
    let mut all: Vec<Question> =
        register.doubtful.iter().filter_map(|pair| of_pair(register, pair, rows)).collect();
    all.extend(register.entries.iter().filter_map(|entry| of_merge(entry, rows)));
    all.extend(of_names(register, rows));
    all.extend(register.entries.iter().flat_map(|entry| of_values(entry, rows)));
    all.extend(aside(files, decided));
    all.extend(unheld(files));
    let of_files = super::file::questions(files, &all);
    all.extend(of_files);
    all.sort_by_key(|question| question.asked);
    all
}

/// A question without what is only said of some.
pub(super) fn question(asked: Asked, key: Option<Key>, first: Side, second: Option<Side>) -> Question {
    let id = id(asked, key, &first, second.as_ref());
    Question {
        id,
        asked,
        key,
        name: String::new(),
        first,
        second,
        evidence: Vec::new(),
        doubts: Vec::new(),
        reasons: Vec::new(),
        value: String::new(),
    }
}

/// The id of a question, made of the wordings of its rows. That two are one is one question, however it came up.
fn id(asked: Asked, key: Option<Key>, first: &Side, second: Option<&Side>) -> String {
    let about = match asked {
        Asked::Pair | Asked::Merge => "one",
        Asked::International | Asked::Aside => "international",
        Asked::Unheld => "activity",
        Asked::Body => "name",
        Asked::Value => key.map_or("", Key::code),
        Asked::File => "file",
    };
    let of_side = |side: &Side| {
        // A file is the same under another name.
        if asked == Asked::File {
            return side.rows.iter().map(|row| row.wording.clone()).collect();
        }
        let mut rows: Vec<String> =
            side.rows.iter().map(|row| format!("{:?} {}", row.place, row.wording)).collect();
        if asked == Asked::Body {
            rows = vec![side.title.clone()];
        }
        rows.sort();
        rows.join("\n")
    };
    let mut sides = vec![of_side(first)];
    sides.extend(second.map(of_side));
    sides.sort();
    let hash = Sha256::digest(format!("{about}\n\n{}", sides.join("\n\n")).as_bytes());
    format!("Q-{:02x}{:02x}{:02x}{:02x}", hash[0], hash[1], hash[2], hash[3])
}

fn side(entry: &Entry, sources: Vec<Source>, rows: &Rows) -> Side {
    let names: Vec<RowName> = sources
        .iter()
        .filter_map(|source| rows.behind(source))
        .map(|(_, name)| name.clone())
        .take(NAMED)
        .collect();
    Side {
        rows: names,
        title: entry.engagement.title.value.clone(),
        period: Some(entry.engagement.period.value),
        sources,
    }
}

fn of_pair(register: &Register, pair: &Pair, rows: &Rows) -> Option<Question> {
    let whole = |at: usize| {
        let entry = &register.entries[at];
        side(entry, entry.sources.clone(), rows)
    };
    let (first, second) = (whole(pair.first), whole(pair.second));
    if first.rows.is_empty() || second.rows.is_empty() {
        return None;
    }
    Some(Question { evidence: pair.evidence.clone(), ..question(Asked::Pair, None, first, Some(second)) })
}

/// Whether the source that least speaks for belongs to the others.
fn of_merge(entry: &Entry, rows: &Rows) -> Option<Question> {
    let with = entry.engagement.title.doubts.iter().find_map(unsure_of)?;
    let at = entry.sources.iter().position(|source| source.title == *with)?;
    let mut others = entry.sources.clone();
    let unsure = others.remove(at);
    let of_it = |e: &&Evidence| e.first == at || e.second == at;
    let evidence = entry.evidence.iter().filter(of_it).cloned().collect();
    let mut first = side(entry, vec![unsure.clone()], rows);
    first.title = unsure.title;
    let second = side(entry, others, rows);
    Some(Question { evidence, ..question(Asked::Merge, None, first, Some(second)) })
}

fn unsure_of(doubt: &Doubt) -> Option<&String> {
    if let Doubt::MergeUnsure { with } = doubt { Some(with) } else { None }
}

/// One question a name, with all rows of the entries that name it.
fn of_names(register: &Register, rows: &Rows) -> Vec<Question> {
    let mut named: BTreeMap<String, (String, Vec<Source>)> = BTreeMap::new();
    for entry in &register.entries {
        for name in names::asked(&entry.engagement.organisations) {
            let of_name = named.entry(fold(&name)).or_insert_with(|| (name, Vec::new()));
            of_name.1.extend(entry.sources.iter().cloned());
        }
    }
    named
        .into_values()
        .map(|(name, sources)| {
            let about = sources.iter().filter_map(|source| rows.behind(source)).map(|(_, name)| name.clone());
            let first =
                Side { rows: about.take(NAMED).collect(), title: name.clone(), period: None, sources };
            let id = id(Asked::Body, None, &Side { title: fold(&name), ..Side::default() }, None);
            Question { id, name, ..question(Asked::Body, None, first, None) }
        })
        .collect()
}

/// One question a field: all its doubts belong together. A doubt about the entry as a whole is another question.
fn of_values(entry: &Entry, rows: &Rows) -> Vec<Question> {
    let mut fields: Vec<(Asked, Key, Vec<Doubt>)> = Vec::new();
    let named = !names::asked(&entry.engagement.organisations).is_empty();
    // Where it is asked whether it is one at all, what group it would be of is not asked beside.
    let unsure = entry
        .engagement
        .doubts()
        .into_iter()
        .any(|(_, doubt)| matches!(doubt, Doubt::InternationalUnsure { .. }));
    for (key, doubt) in entry.engagement.doubts() {
        let group = key == Key::Group && *doubt == Doubt::DefaultTaken;
        if unsure_of(doubt).is_some() || named && follows_from_name(key, doubt) || unsure && group {
            continue;
        }
        let asked = match doubt {
            Doubt::InternationalUnsure { .. } => Asked::International,
            // What a body is, is asked once for all that name it; a private one is named nowhere.
            Doubt::UnknownBody { .. } | Doubt::NewBody { .. } => continue,
            _ => Asked::Value,
        };
        match fields.iter_mut().find(|(_, known, _)| *known == key) {
            Some((of, _, doubts)) => {
                *of = (*of).min(asked);
                doubts.push(doubt.clone());
            }
            None => fields.push((asked, key, vec![doubt.clone()])),
        }
    }
    let whole = side(entry, entry.sources.clone(), rows);
    let fields = fields.into_iter().filter(|_| !whole.rows.is_empty());
    fields
        .map(|(asked, key, doubts)| {
            let key = (asked != Asked::International).then_some(key);
            let value = key.map_or_else(String::new, |key| typed::current(&entry.engagement, key));
            Question { doubts, value, ..question(asked, key, whole.clone(), None) }
        })
        .collect()
}

/// True for what the answer to the question about a name settles too.
fn follows_from_name(key: Key, doubt: &Doubt) -> bool {
    match doubt {
        Doubt::InternationalUnsure { reason } => names::decide_alone(reason),
        Doubt::DefaultTaken => key == Key::Group,
        _ => false,
    }
}

/// Rows that were set aside although something foreign is named in them.
fn aside(files: &[(Report, Reported)], decided: &Decided) -> Vec<Question> {
    let on_rows = decided
        .rulings
        .iter()
        .filter(|ruled| matches!(ruled.decision.asked, Asked::International | Asked::Aside));
    let ruled: BTreeSet<RowNumber> = on_rows.flat_map(|ruled| ruled.first.iter().copied()).collect();
    let read = files.iter().enumerate().filter(|(_, (_, reported))| reported.status.is_read());
    let rows = read.flat_map(|(file, (_, reported))| {
        reported.understood.iter().enumerate().map(move |(row, understood)| ((file, row), understood))
    });
    rows.filter(|(at, understood)| {
        understood.verdict.international == International::No
            && names_foreign(understood)
            && !ruled.contains(at)
    })
    .map(|(_, understood)| of_row(Asked::Aside, understood))
    .collect()
}

fn names_foreign(understood: &Understood) -> bool {
    let rule = |reason: &String| reason.split_once(": ").is_some_and(|(rule, _)| FOREIGN.contains(&rule));
    understood.verdict.reasons.iter().any(rule)
}

/// Words that no record holds: those that were decided stand there no more.
fn unheld(files: &[(Report, Reported)]) -> Vec<Question> {
    let read = files.iter().filter(|(_, reported)| reported.status.is_read());
    let lines = read.flat_map(|(_, reported)| &reported.unheld);
    lines.map(|one| of_row(Asked::Unheld, &one.understood)).collect()
}

fn of_row(asked: Asked, understood: &Understood) -> Question {
    let e = &understood.engagement;
    let source = Source {
        place: e.place.clone(),
        department: e.departments.value.first().cloned().unwrap_or_default(),
        title: e.title.value.clone(),
    };
    let first = Side {
        rows: vec![name(understood)],
        title: e.title.value.clone(),
        period: Some(e.period.value),
        sources: vec![source],
    };
    Question { reasons: understood.verdict.reasons.clone(), ..question(asked, None, first, None) }
}
