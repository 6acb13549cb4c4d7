//! Bodies that stand in no list: asked about once a name, with all rows that name it, and the answer holds for every
//! report that names it, now and later.

use crate::model::{
    Asked, DataType, Datum, Decision, Doubt, Engagement, Group, International, Key, Processed, Reading,
    Reason, Role, Ruling, Understood, Verdict,
};
use crate::thai::{fold, is_thai};
use std::collections::BTreeSet;

/// A shorter name is found in too many others.
const SHORTEST: usize = 4;
/// A short form has no more letters.
const SHORT_FORM: usize = 10;
/// The rule by which a verdict names what stands in no list, and one by which a wording may be international.
const UNLISTED: &str = "unlisted";
const WORDING: &str = "wording";

/// The names in question among an engagement's organisations. Of names that hold one another only the shortest: a
/// word for the sort of body is no other name.
pub fn asked(organisations: &Reading<Vec<String>>) -> Vec<String> {
    let in_question = |name: &&String| {
        organisations.doubts.iter().any(|doubt| match doubt {
            Doubt::UnknownBody { written } | Doubt::NewBody { written } => written == *name,
            _ => false,
        })
    };
    let names: Vec<&String> = organisations.value.iter().filter(in_question).collect();
    let holds = |name: &String, other: &String| {
        let (name, other) = (fold(name), fold(other));
        name != other && name.contains(&other)
    };
    let shortest = |name: &&String| !names.iter().any(|other| holds(name, other));
    names.iter().copied().filter(shortest).cloned().collect()
}

/// Names of one body that a row writes side by side, with nothing but a bracket between them: `Friends (เพื่อน)`. Each
/// name stands in one group.
pub fn together(names: &[String], texts: &[&str]) -> Vec<Vec<String>> {
    let beside = |one: &str, other: &str| {
        texts.iter().any(|text| {
            text.match_indices(one).any(|(at, _)| {
                let after = text.get(at + one.len()..).unwrap_or_default();
                let rest = after.trim_start_matches([' ', '(', '%']);
                rest.len() < after.len() && rest.starts_with(other)
            })
        })
    };
    let mut groups: Vec<Vec<String>> = Vec::new();
    for name in names {
        let fits =
            |group: &&mut Vec<String>| group.iter().any(|known| beside(known, name) || beside(name, known));
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(name.clone()),
            None => groups.push(vec![name.clone()]),
        }
    }
    groups
}

/// True if what a row is rests on names in question, among them one of these.
pub fn decide(reasons: &[Reason], names: &[String]) -> bool {
    let holds = |words: &str| names.iter().any(|name| fold(words).contains(&fold(name)));
    reasons.iter().any(|reason| reason.rule == UNLISTED && holds(&reason.words))
}

/// True if nothing but names in question makes it unclear whether a row is international.
pub fn decide_alone(reasons: &[Reason]) -> bool {
    reasons.iter().all(|reason| matches!(reason.rule.as_str(), UNLISTED | WORDING))
}

/// The field that the value beside an answer is of.
pub fn value_of(ruling: Ruling) -> Option<Key> {
    match ruling {
        Ruling::StateBody => Some(Key::Countries),
        Ruling::Organisation | Ruling::SameAs => Some(Key::Organisations),
        Ruling::Company
        | Ruling::NotForeign
        | Ruling::Open
        | Ruling::Same
        | Ruling::Different
        | Ruling::International
        | Ruling::Domestic
        | Ruling::Activity
        | Ruling::Other
        | Ruling::Right
        | Ruling::Value
        | Ruling::Seen
        | Ruling::AskDepartment
        | Ruling::Withdrawn => None,
    }
}

/// Puts what was decided of names into every row that names them.
pub fn rule(files: &mut [Processed], decisions: &[Decision]) {
    let answers = Asked::Body.answers();
    let decisions = decisions
        .iter()
        .filter(|decision| answers.contains(&decision.ruling) && decision.ruling != Ruling::AskDepartment);
    let bracketed = bracketed(files);
    for decision in decisions.filter(|decision| !decision.name.is_empty()) {
        let short = short_forms(&bracketed, decision);
        for Processed { reported, .. } in
            files.iter_mut().filter(|Processed { reported, .. }| reported.status.is_read())
        {
            let audit = &mut reported.audit;
            for understood in &mut reported.understood {
                let was = understood.verdict.international != International::No;
                put(understood, decision, &short);
                let is = understood.verdict.international != International::No;
                audit.international = audit.international + u64::from(is) - u64::from(was);
                audit.domestic = audit.domestic + u64::from(was) - u64::from(is);
            }
        }
    }
}

/// What all reports set in brackets that may be a short form, each with the words before the bracket.
fn bracketed(files: &[Processed]) -> BTreeSet<(String, String)> {
    let read = files.iter().filter(|Processed { reported, .. }| reported.status.is_read());
    let texts = read.flat_map(|Processed { reported, .. }| &reported.understood).flat_map(sides);
    let pairs = texts.flat_map(|text| {
        text.match_indices('(').filter_map(|(at, _)| {
            let (form, _) = text[at + 1..].split_once(')')?;
            Some((text[..at].trim_end().to_owned(), form.trim().to_owned()))
        })
    });
    pairs.filter(|(_, form)| is_short(form)).collect()
}

/// The short forms of a name that was answered: what stands in brackets behind it in any report.
fn short_forms(bracketed: &BTreeSet<(String, String)>, decision: &Decision) -> BTreeSet<String> {
    let names: Vec<&str> = decision.name.lines().filter(|name| name.chars().count() >= SHORTEST).collect();
    let is_one = |before: &str| names.iter().any(|name| before.ends_with(name));
    bracketed.iter().filter(|(before, _)| is_one(before)).map(|(_, form)| form.clone()).collect()
}

/// The texts of a row in which a side stands.
fn sides(understood: &Understood) -> impl Iterator<Item = &str> {
    let roles = [Role::Activity, Role::Counterpart, Role::Delegate];
    let texts = roles.into_iter().filter_map(|role| understood.record.fields.get(&role)).flatten();
    texts.map(|written| written.text.as_str())
}

/// A short form is one word: capitals, or Thai letters with a dot.
fn is_short(form: &str) -> bool {
    let letters = form.chars().filter(|c| c.is_alphabetic()).count();
    let word = !form.contains(char::is_whitespace) && (2..=SHORT_FORM).contains(&letters);
    word && (form.chars().all(|c| c.is_ascii_uppercase() || c == '-')
        || form.contains(is_thai) && form.ends_with('.'))
}

/// True if a short form stands in a text as a word of its own.
fn holds_word(text: &str, form: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() || is_thai(c);
    text.match_indices(form)
        .any(|(at, _)| !text[..at].ends_with(letter) && !text[at + form.len()..].starts_with(letter))
}

fn put(understood: &mut Understood, decision: &Decision, short: &BTreeSet<String>) {
    let names = decision.name.lines().chain(short.iter().map(String::as_str));
    let said: BTreeSet<String> = names.flat_map(|name| named(&understood.engagement, name)).collect();
    let by_short = || sides(understood).any(|text| short.iter().any(|form| holds_word(text, form)));
    if said.is_empty() && !by_short() {
        return;
    }
    let raw = format!("{}: {}", super::apply::RULE, decision.question);
    let e = &mut understood.engagement;
    let bodies = &mut e.organisations;
    bodies.value.retain(|name| !said.contains(name));
    bodies.doubts.retain(|doubt| match doubt {
        Doubt::UnknownBody { written } | Doubt::NewBody { written } => !said.contains(written),
        _ => true,
    });
    let settled = match decision.ruling {
        Ruling::Organisation | Ruling::SameAs => {
            let first = decision.name.lines().next().unwrap_or_default();
            let name = if decision.value.is_empty() { first } else { &decision.value };
            add(&mut e.organisations.value, name);
            e.organisations.raw.clone_from(&raw);
            Some(Group::Organisation)
        }
        Ruling::StateBody => {
            if let Some(Datum::Countries(codes)) = Datum::of(DataType::Countries, &decision.value) {
                for code in &codes {
                    add(&mut e.countries.value, code);
                }
            }
            e.countries = Reading::certain(std::mem::take(&mut e.countries.value), raw.clone());
            Some(Group::State)
        }
        Ruling::Company => Some(Group::Other),
        _ => None,
    };
    e.group.doubts.retain(|doubt| !matches!(doubt, Doubt::InternationalUnsure { .. }));
    // What a report says of itself stands: a visit of an ambassador with a firm is a state's. What was an organisation only
    // by this name is none.
    let only = e.group.value == Group::Organisation && e.organisations.value.is_empty();
    let open = understood.verdict.international != International::Yes || !e.group.doubts.is_empty() || only;
    if let Some(group) = settled.filter(|_| open && e.group.value != Group::Support) {
        e.group = Reading::certain(group, raw);
    }
    let international = match (settled, understood.verdict.international) {
        (Some(_), _) => International::Yes,
        (None, International::Unsure) => International::No,
        (None, verdict) => verdict,
    };
    if international != understood.verdict.international {
        let reason = Reason::of(super::apply::RULE, &decision.question);
        understood.verdict = Verdict { international, reasons: vec![reason] };
    }
}

fn add(values: &mut Vec<String>, value: &str) {
    if !value.is_empty() && !values.iter().any(|known| known == value) {
        values.push(value.to_owned());
        values.sort();
    }
}

/// The names in question of a row that are this one, with or without a word for the sort of body.
fn named(e: &Engagement, name: &str) -> BTreeSet<String> {
    let name = fold(name);
    let is = |written: &&String| {
        let written = fold(written);
        written == name || name.chars().count() >= SHORTEST && written.contains(&name)
    };
    let doubts = e.organisations.doubts.iter().filter_map(|doubt| match doubt {
        Doubt::UnknownBody { written } | Doubt::NewBody { written } => Some(written),
        _ => None,
    });
    doubts.filter(is).cloned().collect()
}
