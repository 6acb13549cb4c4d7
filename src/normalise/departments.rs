//! The department that reports, and the department that was supported.

use super::gist::{Gist, Part};
use crate::model::{Context, Doubt, Hint, Kind, Reading, Role, Trust};
use crate::thai::one_line;
use crate::vocab::gazetteer::{self, Name};
use crate::vocab::grammar::GRAMMAR;

/// The department that reports a record: by its own column, else by the nearest surroundings that name one.
#[must_use]
pub fn reporting(gist: &Gist, context: &Context, report: Option<&str>) -> Reading<Vec<String>> {
    let owner =
        gist.texts(Role::Owner).find_map(|part| named(&part.text).map(|code| (code, part.text.clone())));
    let near = context.department.iter().find_map(|hint| by_hint(hint).map(|code| (code, hint)));
    match (near, owner, report) {
        (_, Some((code, text)), _) => Reading::certain(vec![code.to_owned()], text),
        (Some((code, hint)), None, _) if hint.trust == Trust::Section => {
            Reading::certain(vec![code.to_owned()], hint.text.clone())
        }
        (_, _, Some(report)) => Reading::certain(vec![report.to_owned()], report),
        (Some((code, hint)), None, None) => Reading::likely(vec![code.to_owned()], hint.text.clone()),
        (None, None, None) => Reading::default(),
    }
}

/// The department that a hint names.
#[must_use]
pub fn by_hint(hint: &Hint) -> Option<&'static str> {
    let text = one_line(&hint.text);
    named(&text).or_else(|| coded(&text))
}

/// The most special department named in a text: a unit's own code before its parent's.
fn named(text: &str) -> Option<&'static str> {
    let found: Vec<_> = gazetteer::find(text)
        .into_iter()
        .filter_map(|found| match found.means {
            Name::Department(at) => Some(gazetteer::department(at)),
            Name::Country(_)
            | Name::City(_)
            | Name::Organisation(_)
            | Name::Body(_)
            | Name::Region(_)
            | Name::Trap(_) => None,
        })
        .collect();
    found.iter().find(|d| !found.iter().any(|o| o.parent == d.code)).or_else(|| found.first()).map(|d| d.code)
}

/// A code of the data files as a word of its own, as in file names.
fn coded(text: &str) -> Option<&'static str> {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() >= 2)
        .find_map(|word| gazetteer::department_of(&word.to_ascii_uppercase()))
        .map(|department| department.code)
}

/// The department that a service was for.
#[must_use]
pub fn supported(gist: &Gist, kind: Kind) -> Reading<Option<String>> {
    if kind != Kind::SupportService {
        return Reading::default();
    }
    if let Some((code, text)) =
        gist.texts(Role::Supported).find_map(|part| named(&part.text).map(|code| (code, part.text.clone())))
    {
        return Reading::certain(Some(code.to_owned()), text);
    }
    if let Some((code, text)) = gist.titles().find_map(addressed) {
        return Reading::certain(Some(code.to_owned()), text);
    }
    let asked = gist.texts(Role::Supported).next().map(|part| part.text.clone());
    asked.map_or_else(Reading::default, |text| {
        Reading { raw: text.clone(), ..Reading::default() }.doubted(Doubt::NotRecognised { written: text })
    })
}

/// The department that follows a word that says whom something is for; else the only one named.
fn addressed(part: &Part) -> Option<(&'static str, String)> {
    let departments: Vec<_> = part.names.iter().filter(|m| matches!(m.name, Name::Department(_))).collect();
    let after = |start: usize| {
        let before = part.text.get(..start).unwrap_or_default().trim_end();
        GRAMMAR.for_department.iter().any(|word| before.ends_with(word))
    };
    let chosen = departments.iter().rev().find(|m| after(m.start)).or_else(|| departments.first())?;
    let Name::Department(at) = chosen.name else { return None };
    Some((gazetteer::department(at).code, part.text.get(chosen.start..chosen.end)?.to_owned()))
}
