//! The department that reports, and the department that was supported.

use super::gist::{Gist, Part};
use crate::model::{Context, Datum, Doubt, Hint, Kind, Reading, Role, Trust};
use crate::thai::{is_letter, one_line};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::{Department, Name};
use crate::vocab::segment::Segmented;

/// A department named in a text.
#[derive(Debug, Clone, Copy)]
struct Named<'a> {
    department: &'static Department,
    /// The words, if they are spelt like no known spelling.
    misspelt: Option<&'a str>,
}

impl Named<'_> {
    fn code(&self) -> &'static str {
        self.department.code
    }

    /// The reading with a doubt if the name is misspelt.
    fn doubted<T>(&self, reading: Reading<T>) -> Reading<T> {
        let taken = || Datum::Departments(vec![self.code().to_owned()]);
        match self.misspelt {
            Some(written) => {
                reading.doubted(Doubt::SpellingMatched { written: written.to_owned(), taken: taken() })
            }
            None => reading,
        }
    }
}

/// The department that reports a record: by its own column, else by the nearest surroundings that name one.
pub fn reporting(gist: &Gist, kind: Kind, context: &Context, report: Option<&str>) -> Reading<Vec<String>> {
    let owner = gist.texts(Role::Owner).find_map(|part| by_part(part).map(|named| (named, part)));
    // Whom the travellers of a trip belong to, and whom a service was for, do not report where another office does.
    let theirs = |part: &Part| kind == Kind::SupportService || part.is_affiliation;
    if let Some(report) = report
        && owner.as_ref().is_some_and(|(_, part)| theirs(part))
    {
        return Reading::certain(vec![report.to_owned()], report);
    }
    if let Some((named, part)) = owner {
        return named.doubted(Reading::certain(vec![named.code().to_owned()], part.text.as_str()));
    }
    let near = context.department.iter().find_map(|hint| by_hint(gist.vocab, hint).map(|code| (code, hint)));
    match (near, report) {
        (Some((code, hint)), _) if hint.trust == Trust::Section => {
            Reading::certain(vec![code.to_owned()], hint.text.clone())
        }
        (_, Some(report)) => Reading::certain(vec![report.to_owned()], report),
        (Some((code, hint)), None) => Reading::likely(vec![code.to_owned()], hint.text.clone()),
        (None, None) => Reading::default(),
    }
}

/// The department that a hint names.
pub fn by_hint(vocab: Vocab, hint: &Hint) -> Option<&'static str> {
    let text = one_line(&hint.text);
    // Whom a report is laid before is not who reports.
    let mut words = Segmented::new(&vocab.word_list, &text, &[]);
    let mut laid_before = |start: usize| {
        let before = text.get(..start).unwrap_or_default().trim_end();
        vocab.grammar.laid_before.iter().any(|word| {
            let lead = before.strip_suffix(word);
            lead.is_some_and(|lead| !lead.ends_with(is_letter) || words.parts_at(lead.len()))
        })
    };
    let found = vocab.names_in(&text);
    let found = found.iter().filter(|found| !laid_before(found.start));
    named(vocab, found.map(|found| (found.means, None)))
        .map(|named| named.code())
        .or_else(|| coded(vocab, &text))
}

/// A department's name has at least so many letters.
const NAME: usize = 8;

/// The name of a department that no table knows, as the title of a report or the head of a memo writes it: what begins
/// with the head of such names, up to the first blank.
pub fn as_written(vocab: Vocab, hint: &Hint) -> Option<String> {
    if !matches!(hint.trust, Trust::Title | Trust::Memo) {
        return None;
    }
    let text = one_line(&hint.text);
    let words = &vocab.grammar;
    let label = words.department_labels.iter().find_map(|label| text.strip_prefix(label));
    let rest = label.unwrap_or(&text).trim_start_matches([' ', ':']);
    let name = rest.split([' ', '(', ',']).next()?;
    let opens = |heads: &[&str]| heads.iter().any(|head| name.starts_with(head));
    let department = opens(&words.department_heads) && !opens(&words.no_departments);
    (department && name.chars().count() >= NAME && name.chars().all(is_letter)).then(|| name.to_owned())
}

/// The department that a path names: the file's name, else the nearest folder's.
pub fn by_path(vocab: Vocab, path: &str) -> Option<&'static str> {
    let name = |part: &str| by_hint(vocab, &Hint { text: crate::thai::normal(part), trust: Trust::File });
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    std::iter::once(stem).chain(folders.rsplit('/')).find_map(name)
}

/// The department that a text of a record names.
fn by_part(part: &Part) -> Option<Named<'_>> {
    named(part.vocab, part.names.iter().map(|m| (m.name, m.misspelt.then(|| part.slice(m.start, m.end)))))
}

/// The most special of the departments named: a unit's own code before its parent's.
fn named<'a>(vocab: Vocab, names: impl Iterator<Item = (Name, Option<&'a str>)>) -> Option<Named<'a>> {
    let found: Vec<Named> = names
        .filter_map(|(name, misspelt)| match name {
            Name::Department(at) => Some(Named { department: vocab.parts().names.department(at), misspelt }),
            Name::Country(_)
            | Name::City(_)
            | Name::Organisation(_)
            | Name::Body(_)
            | Name::Region(_)
            | Name::Trap(_) => None,
        })
        .collect();
    let special = found.iter().find(|one| !found.iter().any(|other| other.department.parent == one.code()));
    special.or_else(|| found.first()).copied()
}

/// A code of the data files as a word of its own, as in file names.
fn coded(vocab: Vocab, text: &str) -> Option<&'static str> {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() >= 2)
        .find_map(|word| vocab.names.department_of(&word.to_ascii_uppercase()))
        .map(|department| department.code)
}

/// The department that a service was for.
pub fn supported(gist: &Gist, kind: Kind, report: Option<&str>) -> Reading<Option<String>> {
    if kind != Kind::SupportService {
        return Reading::default();
    }
    let asked = gist.texts(Role::Supported).find_map(|part| by_part(part).map(|named| (named, &part.text)));
    if let Some((named, text)) = asked {
        return named.doubted(Reading::certain(Some(named.code().to_owned()), text.as_str()));
    }
    let owner = gist.texts(Role::Owner).find_map(|part| by_part(part).map(|named| (named, &part.text)));
    if let Some((named, text)) =
        owner.filter(|(named, _)| report.is_some_and(|report| report != named.code()))
    {
        return named.doubted(Reading::certain(Some(named.code().to_owned()), text.as_str()));
    }
    // In a register of letters, whose letter asks for the service.
    let sender = gist.texts(Role::Counterpart).find_map(|part| {
        let whole = part.names.iter().any(|m| matches!(m.name, Name::Department(_)) && m.start == 0);
        by_part(part).filter(|named| whole && report != Some(named.code())).map(|named| (named, &part.text))
    });
    if let Some((named, text)) = sender {
        return named.doubted(Reading::certain(Some(named.code().to_owned()), text.as_str()));
    }
    // Whom it concerned has a cell of its own, whatever stands over it.
    let concerned = gist.texts(Role::Remark).find_map(|part| {
        let named = by_part(part).filter(|named| part.is_department() && report != Some(named.code()));
        named.map(|named| (named, &part.text))
    });
    if let Some((named, text)) = concerned {
        return named.doubted(Reading::certain(Some(named.code().to_owned()), text.as_str()));
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
        part.vocab.grammar.for_department.iter().any(|word| before.ends_with(word))
    };
    let chosen = departments.iter().rev().find(|m| after(m.start)).or_else(|| departments.first())?;
    let Name::Department(at) = chosen.name else { return None };
    Some((part.vocab.names.department(at).code, part.text.get(chosen.start..chosen.end)?.to_owned()))
}
