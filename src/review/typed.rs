//! Values that a person writes: read by the sort of their field, and put into an entry.

use crate::dates::notation;
use crate::labels::{Lang, codes};
use crate::model::{Baht, DataType, Datum, Engagement, Group, Key, Kind, Mode, Rank, Status, Theme};
use crate::thai::{arabic_digits, fold, normal};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;

/// What a person writes for "no value".
const NOTHING: &str = "-";

/// The value that a text means for a field; `None` if the text is not such a value.
pub fn read(vocab: Vocab, key: Key, text: &str) -> Option<Datum> {
    let text = normal(text);
    let text = text.trim();
    let data_type = key.data_type()?;
    if text == NOTHING || text.is_empty() && key == Key::Title {
        return Datum::of(data_type, "").filter(|_| key != Key::Title);
    }
    let list = |one: &dyn Fn(&str) -> Option<String>| each(text, one);
    let datum = match data_type {
        DataType::Text => Datum::Text(text.to_owned()),
        DataType::Period => Datum::Period(notation::period(text)?),
        DataType::Day => {
            let days = notation::period(text).filter(|days| days.start == days.end)?;
            Datum::Day(days.end)
        }
        DataType::Status => Datum::Status(coded(text, Status::ALL, codes::status, Status::code)?),
        DataType::Kind => Datum::Kind(coded(text, Kind::ALL, codes::kind, Kind::code)?),
        DataType::Group => Datum::Group(coded(text, Group::ALL, codes::group, Group::code)?),
        DataType::Rank => Datum::Rank(Some(coded(text, Rank::ALL, codes::rank, Rank::code)?)),
        DataType::Mode => Datum::Mode(Some(coded(text, Mode::ALL, codes::mode, Mode::code)?)),
        DataType::Themes => {
            Datum::Themes(each(text, |part| coded(part, Theme::ALL, codes::theme, Theme::code))?)
        }
        // The city's own country is nobody's counterpart.
        DataType::Countries => {
            Datum::Countries(list(&|part| country(vocab, part).filter(|code| code != "TH"))?)
        }
        DataType::Names if key == Key::Policies => Datum::Names(list(&|part| policy(vocab, part))?),
        DataType::Names if key == Key::Cities => Datum::Names(list(&|part| Some(city(vocab, part)))?),
        DataType::Names => Datum::Names(list(&|part| Some(organisation(vocab, part)))?),
        DataType::Departments => Datum::Departments(list(&|part| department(vocab, part))?),
        DataType::Department => Datum::Department(Some(department(vocab, text)?)),
        DataType::Numbers => Datum::Numbers(each(text, |part| {
            arabic_digits(part).parse::<u8>().ok().filter(|goal| (1..=17).contains(goal))
        })?),
        DataType::Count => Datum::Count(Some(number(text)?.parse().ok()?)),
        DataType::Money => {
            let baht = number(text)?.parse::<f64>().ok().filter(|baht| *baht >= 0.0)?;
            Datum::Money(Some(Baht::of(baht)?))
        }
    };
    Some(datum)
}

/// The value of a field as the data files have it.
pub fn current(e: &Engagement, key: Key) -> String {
    e.datum(key).map_or_else(String::new, |datum| datum.written())
}

/// Puts a value, as the data files have it, into a field, for certain and with `raw` naming the decision. False if it
/// is no value of the field.
pub fn set(e: &mut Engagement, key: Key, value: &str, raw: &str) -> bool {
    let put = value == current(e, key)
        || key
            .data_type()
            .and_then(|data_type| Datum::of(data_type, value))
            .is_some_and(|datum| e.put(key, datum));
    if put {
        confirm(e, key, raw);
    }
    put
}

/// The value of a field stays and is certain.
pub fn confirm(e: &mut Engagement, key: Key, raw: &str) {
    if let Some(reading) = e.reading_mut(key) {
        reading.confirm(raw);
    }
}

/// The value whose code a text is, or whose name it is in either language.
fn coded<T: Copy>(
    text: &str,
    all: &[T],
    name: fn(Lang, T) -> &'static str,
    code: fn(T) -> &'static str,
) -> Option<T> {
    let wanted = fold(text);
    let fits = |value: &&T| {
        let names = [code(**value), name(Lang::Th, **value), name(Lang::En, **value)];
        names.iter().any(|name| fold(name) == wanted)
    };
    all.iter().find(fits).copied()
}

/// Every part of a list, sorted; `None` if one is no value.
fn each<T: Ord>(text: &str, one: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let parts = text.split(['\n', ';', ',']).map(str::trim).filter(|part| !part.is_empty());
    let mut read: Vec<T> = parts.map(one).collect::<Option<_>>()?;
    read.sort();
    read.dedup();
    (!read.is_empty()).then_some(read)
}

/// The one name that a text is in the vocabulary.
fn named(vocab: Vocab, text: &str) -> Option<Name> {
    match &vocab.names_in(text)[..] {
        [found] if fold(text) == fold(text.get(found.start..found.end).unwrap_or_default()) => {
            Some(found.means)
        }
        _ => None,
    }
}

fn country(vocab: Vocab, text: &str) -> Option<String> {
    let code = text.to_ascii_uppercase();
    if vocab.names.country_of(&code).is_some() {
        return Some(code);
    }
    if let Some(Name::Country(at)) = named(vocab, text) {
        return Some(vocab.names.country(at).code.to_owned());
    }
    None
}

/// A city by its English name where it is listed, else as written.
fn city(vocab: Vocab, text: &str) -> String {
    if let Some(Name::City(at)) = named(vocab, text) {
        return vocab.names.city(at).name.to_owned();
    }
    text.to_owned()
}

/// A body by its canonical name where it is listed, else as written.
fn organisation(vocab: Vocab, text: &str) -> String {
    if let Some(Name::Organisation(at)) = named(vocab, text) {
        return vocab.names.organisation(at).name.to_owned();
    }
    text.to_owned()
}

fn department(vocab: Vocab, text: &str) -> Option<String> {
    let code = text.to_ascii_uppercase();
    if vocab.names.department_of(&code).is_some() {
        return Some(code);
    }
    if let Some(Name::Department(at)) = named(vocab, text) {
        return Some(vocab.names.department(at).code.to_owned());
    }
    None
}

fn policy(vocab: Vocab, text: &str) -> Option<String> {
    let scan = vocab.scan(text);
    let hit = scan.hits(&vocab.words.policies).first()?;
    Some(vocab.words.policies[hit].to_owned())
}

/// The digits of a number that may have separators and a word of its unit after it.
fn number(text: &str) -> Option<String> {
    let digits = arabic_digits(text);
    let end =
        digits.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | ' '))).unwrap_or(digits.len());
    let (number, unit) = digits.split_at(end);
    let plain: String = number.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
    let fits = !unit.chars().any(|c| c.is_ascii_digit()) && !plain.is_empty();
    fits.then(|| plain.trim_end_matches('.').to_owned())
}
