//! Names that the office gives: checked against those that are known, so that none is found where it is not meant.

use super::rows::{self, Column, Fault, Row};
use super::tables::Tables;
use crate::dates::notation;
use crate::labels::settings as words;
use crate::labels::{Lang, names as printed};
use crate::model::Flaw;
use crate::thai::{fold, is_folded_in};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::{Name, NameSort};

/// Letters that a name has at least.
const FEWEST: usize = 2;
/// What names have beside letters.
const PUNCTUATION: &str = " .,-–()/'’\":";
/// Letters that a name has at most.
const MOST: usize = 200;

/// A row of the sheet of names, taken into the tables.
pub fn given(vocab: Vocab, row: &Row, tables: &mut Tables) -> Result<(), Fault> {
    let name = row.needed(|words| words.name)?;
    let written = row.needed(|words| words.sort)?;
    let sort = rows::chosen(row, |words| words.sort, &written, words::SORTS, words::sort)?;
    let country = country(vocab, row)?;
    let canonical = row.text(|words| words.canonical);
    let canonical = if canonical.is_empty() { name.clone() } else { canonical };
    let owner = owner(vocab, sort, &canonical);
    let mut spellings = Vec::new();
    if usable_for(vocab, row, |words| words.name, &name, owner)? {
        spellings.push(name.clone());
    }
    for other in row.list(|words| words.others) {
        let checked = usable_for(vocab, row, |words| words.others, &other, owner);
        if row.tell_value(checked) == Some(true) {
            spellings.push(other);
        }
    }
    if owner.is_none() && canonical != name && !names_itself(vocab, &canonical) {
        usable(vocab, row, |words| words.canonical, &canonical, None)?;
        spellings.push(canonical.clone());
    }
    if spellings.iter().any(|spelling| tables.has(spelling)) {
        return Err(row.flawed(|words| words.name, Flaw::Twice { written: name }));
    }
    let needs_country = matches!(sort, NameSort::City | NameSort::Body(_) | NameSort::Country);
    let missing = needs_country && country.is_empty() && owner.is_none() && !is_at_home(sort);
    if missing {
        let column = words::words(Lang::Th).country.to_owned();
        return Err(row.flawed(|words| words.country, Flaw::Empty { column }));
    }
    let canonical = owner.map_or(canonical, |owner| own_name(vocab, owner));
    tables.name(vocab, sort, &canonical, if is_at_home(sort) { "TH" } else { country }, &spellings);
    Ok(())
}

fn is_at_home(sort: NameSort) -> bool {
    matches!(sort, NameSort::Body(crate::vocab::gazetteer::Standing::Domestic))
}

/// A row of the sheet of sister cities.
pub fn sister(vocab: Vocab, row: &Row, tables: &mut Tables) -> Result<(), Fault> {
    let name = row.needed(|words| words.city)?;
    let stated = country(vocab, row)?;
    let since = since(row)?;
    let (city, country, spellings) = match of(vocab, &name) {
        Some(Name::City(at)) => {
            let known = vocab.names.city(at);
            (known.name.to_owned(), known.country, Vec::new())
        }
        Some(_) | None if stated.is_empty() => {
            let column = words::words(Lang::Th).country.to_owned();
            return Err(row.flawed(|words| words.country, Flaw::Empty { column }));
        }
        // A country that is a city, as Singapore is.
        Some(Name::Country(_)) => (name.clone(), stated, Vec::new()),
        Some(_) | None => {
            usable(vocab, row, |words| words.city, &name, None)?;
            (name.clone(), stated, vec![name.clone()])
        }
    };
    if !tables.sister(&city, country, &since, &spellings) {
        return Err(row.flawed(|words| words.city, Flaw::Twice { written: name }));
    }
    Ok(())
}

/// Since when a city is a sister city, as the vocabulary has it.
fn since(row: &Row) -> Result<String, Fault> {
    let written = row.text(|words| words.since);
    if written.is_empty() {
        return Ok("yes".to_owned());
    }
    let days = notation::period(&written).and_then(|period| Some((period.start?, period.end?)));
    match days {
        Some((start, end)) if start == end => Ok(start.to_string()),
        Some((start, _)) => Ok(start.year().to_string()),
        None => Err(row.flawed(|words| words.since, Flaw::NoDay { written })),
    }
}

/// The code of the country of a row; empty where none is written.
fn country(vocab: Vocab, row: &Row) -> Result<&'static str, Fault> {
    let written = row.text(|words| words.country);
    if written.is_empty() {
        return Ok("");
    }
    if let Some(known) = vocab.parts().names.country_of(&written.to_ascii_uppercase()) {
        return Ok(known.code);
    }
    match of(vocab, &written) {
        Some(Name::Country(at)) => Ok(vocab.parts().names.country(at).code),
        Some(_) | None => Err(row.flawed(|words| words.country, Flaw::NoCountry { written })),
    }
}

/// What a text as a whole is a name of.
pub fn of(vocab: Vocab, text: &str) -> Option<Name> {
    match &vocab.names_in(text)[..] {
        [found]
            if fold(text) == fold(text.get(found.start..found.end).unwrap_or_default())
                && !found.misspelt =>
        {
            Some(found.means)
        }
        _ => None,
    }
}

/// True if a text as a whole is a name of the department with this code.
pub fn is(vocab: Vocab, text: &str, department: &str) -> bool {
    matches!(of(vocab, text), Some(Name::Department(at)) if vocab.names.department(at).code == department)
}

/// Checks that a name is one, and of nothing else.
pub fn usable(vocab: Vocab, row: &Row, column: Column, text: &str, owner: Option<Name>) -> Result<(), Fault> {
    usable_for(vocab, row, column, text, owner).map(|_| ())
}

/// True if a name is to be added; false if its owner has it already.
fn usable_for(
    vocab: Vocab,
    row: &Row,
    column: Column,
    text: &str,
    owner: Option<Name>,
) -> Result<bool, Fault> {
    match of(vocab, text) {
        Some(known) if Some(known) == owner => return Ok(false),
        Some(known) => {
            let (written, owner) = (text.to_owned(), own_name(vocab, known));
            return Err(row.flawed(column, Flaw::Taken { written, owner }));
        }
        None => {}
    }
    // What a search ignores does not make a name of an everyday word.
    let plain = fold(text);
    let fits = (FEWEST..=MOST).contains(&plain.chars().count())
        && !vocab.word_list.has(&plain)
        && text.chars().all(|c| is_folded_in(c) || PUNCTUATION.contains(c))
        && vocab.has_letters(text);
    if fits { Ok(true) } else { Err(row.flawed(column, Flaw::NoName { written: text.to_owned() })) }
}

/// The thing of this sort that has the name in the register already.
fn owner(vocab: Vocab, sort: NameSort, canonical: &str) -> Option<Name> {
    let known = of(vocab, canonical)?;
    let fits = match sort {
        NameSort::Country => matches!(known, Name::Country(_)),
        NameSort::City => matches!(known, Name::City(_)),
        NameSort::Organisation(_) => matches!(known, Name::Organisation(_)),
        NameSort::Body(_) => matches!(known, Name::Body(_)),
    };
    fits.then_some(known)
}

/// True if a text is the name in the register of something known.
fn names_itself(vocab: Vocab, text: &str) -> bool {
    of(vocab, text).is_some_and(|known| own_name(vocab, known) == text)
}

/// The name under which a thing stands in the register.
fn own_name(vocab: Vocab, name: Name) -> String {
    let names = &vocab.parts().names;
    match name {
        Name::Country(at) => printed::country(vocab, Lang::Th, names.country(at).code),
        Name::City(at) => names.city(at).name.to_owned(),
        Name::Organisation(at) => names.organisation(at).name.to_owned(),
        Name::Body(at) => names.body(at).name.to_owned(),
        Name::Department(at) => printed::department(vocab, Lang::Th, names.department(at).code),
        Name::Region(_) | Name::Trap(_) => String::from("-"),
    }
}
