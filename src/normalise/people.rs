//! Who stood on the foreign side, and who led for the city.

use super::gist::{Gist, Mention, Part, joined};
use crate::model::{Reading, Role};
use crate::vocab::Vocab;

/// The foreign side as reported: persons before bodies; from the title where no column names it.
pub fn counterpart(gist: &Gist) -> Reading<String> {
    let named = |role| gist.texts(role).filter(|part| !part.is_department()).map(|part| part.text.as_str());
    let columns = joined(named(Role::Delegate).chain(named(Role::Counterpart)), " ");
    if !columns.is_empty() {
        return Reading::certain(columns.clone(), columns);
    }
    if let Some(phrase) = gist.titles().find_map(phrase) {
        return Reading::likely(phrase.clone(), phrase);
    }
    let country = gist.all(Role::Country);
    if country.is_empty() { Reading::default() } else { Reading::likely(country.clone(), country) }
}

/// The words of a title from the foreign side's office to the name that belongs to it.
fn phrase(part: &Part) -> Option<String> {
    let foreign: Vec<&Mention> = part.names.iter().filter(|mention| mention.is_foreign).collect();
    let office = part
        .hits(&part.vocab.words.sides)
        .iter()
        .find(|hit| foreign.iter().any(|m| m.start >= hit.end && m.start - hit.end < 60));
    let (start, end) = match office {
        Some(hit) => (hit.start, foreign.iter().find(|m| m.start >= hit.end).map(|m| m.end)?),
        None => foreign.first().map(|m| (m.start, m.end))?,
    };
    let start = with_person(part.vocab, &part.text, start);
    part.text.get(start..end).map(str::to_owned)
}

/// From a person's title to the office is no further, in bytes.
const PERSON: usize = 120;

/// The start of a person's name that stands right before an office.
fn with_person(vocab: Vocab, text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    let mut near = before.char_indices().rev().map(|(at, _)| at).take_while(|at| before.len() - at < PERSON);
    let titled =
        |at: &usize| vocab.grammar.person_titles.iter().any(|title| before[*at..].starts_with(title));
    near.find(titled).unwrap_or(start)
}

/// Who led for the city: the column, or the executive that the title begins with.
pub fn lead(gist: &Gist) -> Reading<String> {
    let column = gist.all(Role::Lead);
    if !column.is_empty() {
        return Reading::certain(column.clone(), column);
    }
    let by = |role| gist.texts(role).find_map(executive);
    by(Role::Attendees)
        .or_else(|| by(Role::Activity))
        .map_or_else(Reading::default, |name| Reading::likely(name.clone(), name))
}

fn executive(part: &Part) -> Option<String> {
    let hit = part.hits(&part.vocab.words.executives).first()?;
    part.text.get(hit.start..hit.end).map(str::to_owned)
}
