//! Themes, where the wording of title, outcome and next steps supports them; never by department alone.

use super::gist::{Gist, Part};
use crate::model::{Reading, Role, Theme};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;
use std::collections::BTreeSet;

/// The prefix that makes a noun of a verb.
const NOUN: &str = "\u{e01}\u{e32}\u{e23}";

/// The themes, in the contract's order.
pub fn themes(gist: &Gist) -> Reading<Vec<Theme>> {
    let mut found = BTreeSet::new();
    let mut raw: Vec<String> = Vec::new();
    let told =
        |part: &&Part| matches!(part.role, Role::Activity | Role::Outcome | Role::NextSteps | Role::Theme);
    for part in gist.parts.iter().filter(told) {
        for (theme, words) in in_text(part) {
            if found.insert(theme) {
                raw.push(words);
            }
        }
    }
    if found.is_empty() {
        return Reading::default();
    }
    Reading::likely(found.into_iter().collect(), raw.join("; "))
}

fn in_text(part: &Part) -> Vec<(Theme, String)> {
    let ignored = part.hits(&part.vocab.words.theme_ignores);
    part.hits(&part.vocab.words.themes)
        .iter()
        .filter(|hit| !part.names.iter().any(|m| is_body(m.name) && m.start <= hit.start && hit.end <= m.end))
        .filter(|hit| !ignored.iter().any(|other| other.start <= hit.start && hit.end <= other.end))
        .filter(|hit| !is_office(part.vocab, part.text.get(..hit.start).unwrap_or_default()))
        .filter_map(|hit| {
            let theme = part.vocab.words.themes[hit];
            Some((theme, part.text.get(hit.start..hit.end)?.to_owned()))
        })
        .collect()
}

/// True if an office's word ends the text before a theme's word: a ministry of education is not about education.
fn is_office(vocab: Vocab, before: &str) -> bool {
    let before = before.trim_end();
    let before = before.strip_suffix(NOUN).unwrap_or(before);
    vocab.grammar.office_of.iter().any(|word| before.ends_with(word))
}

/// A body's name says what it is for, not what was talked about.
fn is_body(name: Name) -> bool {
    matches!(name, Name::Department(_) | Name::Organisation(_) | Name::Body(_))
}
