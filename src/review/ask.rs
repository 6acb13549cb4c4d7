//! What a person is asked: pairs in doubt, merges of low evidence, what is perhaps international, unknown bodies and
//! doubtful values, and words that no record holds.

use super::cause;
use super::gather::Decided;
use super::names;
use super::rows::{Rows, name};
use crate::model::{
    Asked, Datum, Doubt, Engagement, Entry, Evidence, Group, International, Key, Pair, Place, Processed,
    Question, Register, RowName, Ruling, Side, Source, Status, Understood, UnsureTable,
};
use crate::thai::fold;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Rows by which a side of a question is named at most: the cell that holds them has an end.
const NAMED: usize = 40;
/// Rules that name something foreign in a row that was set aside all the same.
const FOREIGN: &[&str] =
    &["counterpart", "foreign side", "abroad", "foreign", "unknown body", "beside", "wording"];

/// What else is asked of an entry, and is to be answered first because the answer may settle more.
#[derive(Default)]
struct First {
    /// Whether it is one with another entry.
    pair: bool,
    /// How a table is read in which one of its rows stands.
    table: bool,
    /// Whether the row of this department belongs to it.
    merge: Option<String>,
}

/// The questions that a register leaves open, those first that change most of what is counted.
pub fn questions(register: &Register, files: &[Processed], rows: &Rows, decided: &Decided) -> Vec<Question> {
    let unknown = Unknown::of(decided);
    let mut first: BTreeMap<usize, First> = BTreeMap::new();
    let mut all = Vec::new();
    for pair in &register.doubtful {
        let Some(question) = of_pair(register, pair, rows) else { continue };
        if !unknown.holds(&question.id) {
            first.entry(pair.first).or_default().pair = true;
            first.entry(pair.second).or_default().pair = true;
        }
        all.push(question);
    }
    for (at, entry) in register.entries.iter().enumerate() {
        let Some(question) = of_merge(entry, rows) else { continue };
        if !unknown.holds(&question.id) {
            let department = question.first.sources.first().map(|source| source.department.clone());
            first.entry(at).or_default().merge = department;
        }
        all.push(question);
    }
    all.extend(of_names(register, rows));
    let tables = super::layouts::questions(files, decided);
    let open = tables.iter().filter(|question| !unknown.holds(&question.id));
    let asked: Vec<UnsureTable> = open.filter_map(|question| question.table.clone()).collect();
    let in_table = |place: &Place| asked.iter().any(|table| table.holds(place));
    for (at, entry) in register.entries.iter().enumerate() {
        first.entry(at).or_default().table = entry.sources.iter().any(|source| in_table(&source.place));
    }
    let none = First::default();
    let values =
        register.entries.iter().enumerate().flat_map(|(at, entry)| {
            of_values(entry, first.get(&at).unwrap_or(&none), (rows, files), &unknown)
        });
    all.extend(joined(values.collect()));
    all.extend(joined(aside(files)));
    // What no record of a table holds may be one once it is said how the table is read.
    let lines = unheld(files);
    let alone = |line: &Question| line.first.sources.iter().all(|source| !in_table(&source.place));
    all.extend(lines.into_iter().filter(alone));
    all.extend(joined(tables));
    let of_files = super::file::questions(files, &all);
    all.extend(of_files);
    all.sort_by_key(|question| (std::cmp::Reverse(question.effect), question.asked));
    all
}

/// Questions that nobody here can answer: what they would settle is asked all the same.
struct Unknown<'a>(BTreeSet<&'a str>);

impl<'a> Unknown<'a> {
    fn of(decided: &'a Decided) -> Self {
        let asked = decided.in_force.iter().filter(|decision| decision.ruling == Ruling::AskDepartment);
        Self(asked.map(|decision| decision.question.as_str()).collect())
    }

    fn holds(&self, id: &str) -> bool {
        self.0.contains(id)
    }
}

/// Questions of one cause as one, with all its rows.
fn joined(questions: Vec<Question>) -> Vec<Question> {
    let mut all: Vec<Question> = Vec::new();
    let mut of_cause: BTreeMap<String, usize> = BTreeMap::new();
    for question in questions {
        let known = if question.cause.is_empty() { None } else { of_cause.get(&question.id) };
        if let Some(at) = known {
            let into = &mut all[*at];
            into.first.rows.extend(question.first.rows);
            into.first.rows.truncate(NAMED);
            into.first.sources.extend(question.first.sources);
            into.effect += question.effect;
            if into.value != question.value {
                into.value = None;
            }
        } else {
            of_cause.insert(question.id.clone(), all.len());
            all.push(question);
        }
    }
    all
}

/// True for what the headline counts have: held, and of one of the three groups.
pub(super) fn is_counted(e: &Engagement) -> bool {
    e.status.value == Status::Held && e.group.value != Group::Other
}

/// A question without what is only said of some.
pub(super) fn question(asked: Asked, key: Option<Key>, first: Side, second: Option<Side>) -> Question {
    let id = id(asked, key, &first, second.as_ref());
    Question {
        id,
        asked,
        key,
        name: String::new(),
        cause: String::new(),
        effect: 0,
        leans: None,
        first,
        second,
        evidence: Vec::new(),
        doubts: Vec::new(),
        reasons: Vec::new(),
        table: None,
        value: None,
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
        Asked::Layout => "layout",
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
    number(&format!("{about}\n\n{}", sides.join("\n\n")))
}

/// The id of a question of this content.
pub(super) fn number(content: &str) -> String {
    let hash = Sha256::digest(content.as_bytes());
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
    let counted = |at: usize| is_counted(&register.entries[at].engagement);
    Some(Question {
        evidence: pair.evidence.clone(),
        effect: u32::from(counted(pair.first) && counted(pair.second)),
        leans: leaning(&pair.evidence),
        ..question(Asked::Pair, None, first, Some(second))
    })
}

/// Whether the source that least speaks for belongs to the others.
fn of_merge(entry: &Entry, rows: &Rows) -> Option<Question> {
    let with = entry.engagement.title.doubts.iter().find_map(unsure_of)?;
    let at = entry.sources.iter().position(|source| source.title == *with)?;
    let mut others = entry.sources.clone();
    let unsure = others.remove(at);
    let of_it = |e: &&Evidence| e.first == at || e.second == at;
    let evidence: Vec<Evidence> = entry.evidence.iter().filter(of_it).cloned().collect();
    let mut first = side(entry, vec![unsure.clone()], rows);
    first.title = unsure.title;
    let second = side(entry, others, rows);
    Some(Question {
        effect: u32::from(is_counted(&entry.engagement)),
        leans: leaning(&evidence),
        evidence,
        ..question(Asked::Merge, None, first, Some(second))
    })
}

/// What the evidence on two rows leans to.
fn leaning(evidence: &[Evidence]) -> Option<Ruling> {
    match evidence.iter().map(|one| i64::from(one.weight)).sum::<i64>() {
        0 => None,
        sum if sum > 0 => Some(Ruling::Same),
        _ => Some(Ruling::Different),
    }
}

fn unsure_of(doubt: &Doubt) -> Option<&String> {
    if let Doubt::MergeUnsure { with } = doubt { Some(with) } else { None }
}

/// One question a name, with all rows of the entries that name it. Names that a row writes side by side are one body's.
fn of_names(register: &Register, rows: &Rows) -> Vec<Question> {
    let mut named: BTreeMap<String, (Vec<String>, Vec<Source>, u32)> = BTreeMap::new();
    let mut of_name: BTreeMap<String, String> = BTreeMap::new();
    for entry in &register.entries {
        let e = &entry.engagement;
        let titles = entry.sources.iter().map(|source| source.title.as_str());
        let texts: Vec<&str> = titles.chain([e.counterpart.value.as_str(), &e.organisations.raw]).collect();
        for names in names::together(&names::asked(&e.organisations), &texts) {
            let known = names.iter().find_map(|name| of_name.get(&fold(name)));
            let key = known.cloned().unwrap_or_else(|| fold(&names[0]));
            let (all, sources, counted) = named.entry(key.clone()).or_default();
            for name in names {
                of_name.insert(fold(&name), key.clone());
                if !all.iter().any(|known| fold(known) == fold(&name)) {
                    all.push(name);
                }
            }
            sources.extend(entry.sources.iter().cloned());
            *counted += u32::from(e.status.value == Status::Held && !e.group.doubts.is_empty());
        }
    }
    named
        .into_values()
        .map(|(names, sources, effect)| {
            let about = sources.iter().filter_map(|source| rows.behind(source)).map(|(_, name)| name.clone());
            let (rows, title) = (about.take(NAMED).collect(), names.join(" / "));
            let first = Side { rows, title, period: None, sources };
            let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
            let side = Side { title: folded.join("\n"), ..Side::default() };
            let id = id(Asked::Body, None, &side, None);
            Question { id, name: names.join("\n"), effect, ..question(Asked::Body, None, first, None) }
        })
        .collect()
}

/// One question a field: all its doubts belong together. A doubt about the entry as a whole is another question. What
/// follows from a question that is asked first is not asked beside it.
fn of_values(
    entry: &Entry,
    first: &First,
    (rows, files): (&Rows, &[Processed]),
    unknown: &Unknown,
) -> Vec<Question> {
    let e = &entry.engagement;
    let whole = side(entry, entry.sources.clone(), rows);
    if whole.rows.is_empty() {
        return Vec::new();
    }
    let names = names::asked(&e.organisations);
    let is_unsure = |(_, doubt): (Key, &Doubt)| matches!(doubt, Doubt::InternationalUnsure { .. });
    let unsure = e.doubts().into_iter().any(is_unsure)
        && !unknown.holds(&id(Asked::International, None, &whole, None));
    let follows = |key: Key, doubt: &Doubt| match doubt {
        Doubt::InternationalUnsure { reasons } => {
            let by_names = names::decide_alone(reasons) || names::decide(reasons, &names);
            first.pair || !names.is_empty() && by_names
        }
        Doubt::DefaultTaken => unsure || first.pair || !names.is_empty() && key == Key::Group,
        // A date that is put off is open.
        Doubt::DateMissing => first.pair || e.status.value == Status::Postponed,
        Doubt::ReadingUnsure => first.table,
        Doubt::ReportsDisagree { taken, department, .. } => {
            first.merge.as_ref() == Some(department) || is_outvoted(entry, key, taken, (rows, files))
        }
        _ => unsure_of(doubt).is_some(),
    };
    let mut fields: Vec<(Asked, Key, Vec<Doubt>)> = Vec::new();
    for (key, doubt) in e.doubts().into_iter().filter(|(key, doubt)| !follows(*key, doubt)) {
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
    fields.into_iter().map(|(asked, key, doubts)| of_field(entry, &whole, asked, (key, doubts))).collect()
}

/// True if at least two departments say what was taken, and at least twice as many as say something else: the warning
/// stands, and no question is worth a person's time.
fn is_outvoted(entry: &Entry, key: Key, taken: &Datum, (rows, files): (&Rows, &[Processed])) -> bool {
    let said = |source: &Source| {
        let ((file, row), _) = rows.behind(source)?;
        files[*file].reported.understood[*row].engagement.datum(key).filter(|datum| !datum.is_empty())
    };
    let (mut with, mut against) = (BTreeSet::new(), BTreeSet::new());
    for source in &entry.sources {
        match said(source) {
            Some(datum) if datum == *taken => with.insert(&source.department),
            Some(_) => against.insert(&source.department),
            None => false,
        };
    }
    with.len() >= 2 && with.len() >= 2 * against.len()
}

fn of_field(entry: &Entry, whole: &Side, asked: Asked, (key, doubts): (Key, Vec<Doubt>)) -> Question {
    let e = &entry.engagement;
    if asked == Asked::International {
        let effect = u32::from(is_counted(e));
        return Question { effect, doubts, ..question(asked, None, whole.clone(), None) };
    }
    let cause = cause::of(e, key).unwrap_or_default();
    let value = if cause.is_empty() { e.datum(key) } else { cause::value(e, key) };
    let value = value.filter(|datum| !datum.is_empty());
    let counts = matches!(key, Key::Group | Key::Status) || key == Key::Organisations && is_counted(e);
    let mut asked = Question {
        effect: u32::from(counts),
        leans: value.is_some().then_some(Ruling::Right),
        doubts,
        value,
        ..question(asked, Some(key), whole.clone(), None)
    };
    if !cause.is_empty() {
        asked.id = number(&format!("cause {}\n{cause}", key.code()));
        asked.cause = cause;
    }
    asked
}

/// Rows that were set aside although something foreign is named in them.
fn aside(files: &[Processed]) -> Vec<Question> {
    let read = files.iter().filter(|Processed { reported, .. }| reported.status.is_read());
    let rows = read.flat_map(|Processed { reported, .. }| &reported.understood);
    rows.filter(|understood| {
        understood.verdict.international == International::No && names_foreign(understood)
    })
    .map(|understood| {
        let cause = cause::of_aside(understood);
        let id = number(&cause);
        Question { id, cause, leans: Some(Ruling::Domestic), ..of_row(Asked::Aside, understood) }
    })
    .collect()
}

fn names_foreign(understood: &Understood) -> bool {
    understood.verdict.reasons.iter().any(|reason| FOREIGN.contains(&reason.rule.as_str()))
}

/// Words that no record holds: those that were decided stand there no more.
fn unheld(files: &[Processed]) -> Vec<Question> {
    let read = files.iter().filter(|Processed { reported, .. }| reported.status.is_read());
    let lines = read.flat_map(|Processed { reported, .. }| &reported.unheld);
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
    let effect = u32::from(is_counted(e));
    Question { reasons: understood.verdict.reasons.clone(), effect, ..question(asked, None, first, None) }
}
