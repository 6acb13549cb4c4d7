//! Policy areas and SDGs, only where they are written.

use super::gist::Gist;
use crate::model::{Reading, Role};
use crate::thai::arabic_digits;
use crate::vocab::words::{POLICIES, SDGS};
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The policy areas written, in the order of the vocabulary.
#[must_use]
pub fn policies(gist: &Gist) -> Reading<Vec<String>> {
    let mut rows = BTreeSet::new();
    for part in gist.parts.iter().filter(|part| part.role != Role::Owner) {
        rows.extend(POLICIES.find(&part.text).into_iter().map(|hit| hit.row));
    }
    let names: Vec<String> = rows.into_iter().map(|row| POLICIES.field(row, 0).to_owned()).collect();
    if names.is_empty() { Reading::default() } else { Reading::certain(names.clone(), names.join("; ")) }
}

/// `SDG 11`, `SDGs ข้อ 11 และ 13`, `SDG11.6`, and goals counted in Thai after them.
static WRITTEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)SDGs?\s*(?:ข้อที่|ข้อ|เป้าหมายที่|goals?|[:.#-])?\s*((?:\d{1,2}(?:\.\w)?(?:\s*(?:,|และ|&|/|-|–)\s*)?)+)").map(Some).unwrap_or(None)
});

/// The goals written, sorted.
#[must_use]
pub fn sdgs(gist: &Gist) -> Reading<Vec<u8>> {
    let mut goals = BTreeSet::new();
    let mut raw = Vec::new();
    for part in &gist.parts {
        let text = arabic_digits(&part.text);
        for captures in WRITTEN.iter().flat_map(|written| written.captures_iter(&text)) {
            let numbers = captures.get(1).map_or("", |m| m.as_str());
            goals.extend(numbers.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(goal));
            raw.push(captures.get(0).map_or("", |m| m.as_str()).trim().to_owned());
        }
        if part.role == Role::Policy {
            for hit in SDGS.find(&part.text) {
                goals.extend(goal(SDGS.field(hit.row, 0)));
                raw.push(part.text.get(hit.start..hit.end).unwrap_or_default().to_owned());
            }
        }
    }
    if goals.is_empty() {
        Reading::default()
    } else {
        Reading::certain(goals.into_iter().collect(), raw.join("; "))
    }
}

/// A goal's number; a target (11.6) counts as its goal.
fn goal(written: &str) -> Option<u8> {
    let number = written.split('.').next()?.parse().ok()?;
    (1..=17).contains(&number).then_some(number)
}
