//! Policy areas and SDGs, only where they are written.

use super::gist::Gist;
use crate::model::{Reading, Role};
use crate::thai::arabic_digits;
use crate::vocab::Vocab;
use std::collections::BTreeSet;

/// The policy areas written, in the order of the vocabulary.
pub fn policies(gist: &Gist) -> Reading<Vec<String>> {
    let mut rows = BTreeSet::new();
    for part in gist.parts.iter().filter(|part| part.role != Role::Owner) {
        rows.extend(
            part.hits(&gist.vocab.words.policies).iter().map(|hit| (hit.row, gist.vocab.words.policies[hit])),
        );
    }
    let names: Vec<String> = rows.into_iter().map(|(_, name)| name.to_owned()).collect();
    if names.is_empty() { Reading::default() } else { Reading::certain(names.clone(), names.join("; ")) }
}

/// The goals written, sorted: `SDG 11`, `SDGs` with a list of numbers, `SDG11.6`, goals by name in a column of policies.
pub fn sdgs(gist: &Gist) -> Reading<Vec<u8>> {
    let mut goals = BTreeSet::new();
    let mut raw = Vec::new();
    for part in &gist.parts {
        let named = |name: &&&str| part.text.contains(**name);
        let goals_named: Vec<&&str> = gist.vocab.grammar.goals.iter().filter(named).collect();
        let text = if goals_named.is_empty() { String::new() } else { arabic_digits(&part.text) };
        for name in goals_named {
            for (at, _) in text.match_indices(name) {
                let numbers = numbers(gist.vocab, text.get(at + name.len()..).unwrap_or_default());
                if !numbers.is_empty() {
                    goals.extend(numbers);
                    raw.push(text.clone());
                }
            }
        }
        if part.role == Role::Policy {
            for hit in part.hits(&gist.vocab.words.sdgs) {
                goals.insert(gist.vocab.words.sdgs[hit]);
                raw.push(part.text.get(hit.start..hit.end).unwrap_or_default().to_owned());
            }
        }
    }
    raw.dedup();
    if goals.is_empty() {
        Reading::default()
    } else {
        Reading::certain(goals.into_iter().collect(), raw.join("; "))
    }
}

/// The numbers of goals that a text begins with, over the small words between them.
fn numbers(vocab: Vocab, mut rest: &str) -> Vec<u8> {
    let mut numbers = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', ',', '/', '&', ':', '#', '-', '(']);
        if let Some(shorter) = vocab.grammar.goal_number.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = shorter;
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (written, after) = rest.split_at(end);
        let Some(number) = goal(written) else { return numbers };
        numbers.push(number);
        rest = after;
    }
}

/// A goal's number; a target (11.6) counts as its goal.
fn goal(written: &str) -> Option<u8> {
    let number = written.split('.').next()?.parse().ok()?;
    (1..=17).contains(&number).then_some(number)
}
