//! Values that a person writes: read by their field, shown as the data files have them, and put into an entry.

use crate::dates::notation;
use crate::labels::{Lang, codes};
use crate::model::{Confidence, Doubt, Engagement, Group, Key, Kind, Mode, Rank, Reading, Status, Theme};
use crate::thai::{arabic_digits, fold, normal};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;

/// What a person writes for "no value".
const NOTHING: &str = "-";

/// The value that a text means for a field, as the data files have it, lists joined with `; `; `None` if the text is
/// not such a value.
pub fn read(vocab: Vocab, key: Key, text: &str) -> Option<String> {
    let text = normal(text);
    let text = text.trim();
    let nothing = text == NOTHING;
    match key {
        Key::Start | Key::End => notation::period(text).map(notation::written),
        Key::Expires if !nothing => {
            let days = notation::period(text).filter(|days| days.start == days.end)?;
            days.end.map(|day| day.to_string())
        }
        Key::Status => coded(text, Status::ALL, codes::status, Status::code),
        Key::Kind => coded(text, Kind::ALL, codes::kind, Kind::code),
        Key::Group => coded(text, Group::ALL, codes::group, Group::code),
        Key::CounterpartRank if !nothing => coded(text, Rank::ALL, codes::rank, Rank::code),
        Key::Mode if !nothing => coded(text, Mode::ALL, codes::mode, Mode::code),
        Key::Themes if !nothing => each(text, |part| coded(part, Theme::ALL, codes::theme, Theme::code)),
        // The city's own country is nobody's counterpart.
        Key::Countries if !nothing => each(text, |part| country(vocab, part).filter(|code| code != "TH")),
        Key::Cities if !nothing => each(text, |part| Some(city(vocab, part))),
        Key::Organisations if !nothing => each(text, |part| Some(organisation(vocab, part))),
        Key::Departments if !nothing => each(text, |part| department(vocab, part)),
        Key::SupportedDepartment if !nothing => department(vocab, text),
        Key::Policies if !nothing => each(text, |part| policy(vocab, part)),
        Key::Sdgs if !nothing => each(text, |part| {
            arabic_digits(part).parse::<u8>().ok().filter(|n| (1..=17).contains(n)).map(|n| n.to_string())
        }),
        Key::Participants if !nothing => number(text)?.parse::<u32>().ok().map(|n| n.to_string()),
        Key::Budget if !nothing => {
            let baht = number(text)?.parse::<f64>().ok().filter(|baht| baht.is_finite() && *baht >= 0.0)?;
            Some(baht.to_string())
        }
        Key::Title => (!text.is_empty() && !nothing).then(|| text.to_owned()),
        Key::Counterpart
        | Key::Lead
        | Key::Venue
        | Key::Outcome
        | Key::Obstacles
        | Key::NextSteps
        | Key::Contact
            if !nothing =>
        {
            Some(text.to_owned())
        }
        Key::Expires
        | Key::CounterpartRank
        | Key::Mode
        | Key::Themes
        | Key::Countries
        | Key::Cities
        | Key::Organisations
        | Key::Departments
        | Key::SupportedDepartment
        | Key::Policies
        | Key::Sdgs
        | Key::Participants
        | Key::Budget
        | Key::Counterpart
        | Key::Lead
        | Key::Venue
        | Key::Outcome
        | Key::Obstacles
        | Key::NextSteps
        | Key::Contact => Some(String::new()),
        Key::Sources => None,
    }
}

/// The value of a field as it is.
pub fn current(e: &Engagement, key: Key) -> String {
    let codes = |codes: Vec<&'static str>| codes.join("; ");
    match key {
        Key::Title => e.title.value.clone(),
        Key::Start | Key::End => notation::written(e.period.value),
        Key::Expires => e.expires.value.map_or_else(String::new, |day| day.to_string()),
        Key::Status => e.status.value.code().to_owned(),
        Key::Kind => e.kind.value.code().to_owned(),
        Key::Group => e.group.value.code().to_owned(),
        Key::Countries => e.countries.value.join("; "),
        Key::Cities => e.cities.value.join("; "),
        Key::Organisations => e.organisations.value.join("; "),
        Key::Themes => codes(e.themes.value.iter().map(|theme| theme.code()).collect()),
        Key::Policies => e.policies.value.join("; "),
        Key::Sdgs => e.sdgs.value.iter().map(u8::to_string).collect::<Vec<_>>().join("; "),
        Key::Departments => e.departments.value.join("; "),
        Key::SupportedDepartment => e.supported_department.value.clone().unwrap_or_default(),
        Key::Counterpart => e.counterpart.value.clone(),
        Key::CounterpartRank => e.counterpart_rank.value.map_or("", Rank::code).to_owned(),
        Key::Lead => e.lead.value.clone(),
        Key::Venue => e.venue.value.clone(),
        Key::Mode => e.mode.value.map_or("", Mode::code).to_owned(),
        Key::Participants => e.participants.value.map_or_else(String::new, |n| n.to_string()),
        Key::Budget => e.budget_thb.value.map_or_else(String::new, |baht| baht.to_string()),
        Key::Outcome => e.outcome.value.clone(),
        Key::Obstacles => e.obstacles.value.clone(),
        Key::NextSteps => e.next_steps.value.clone(),
        Key::Contact => e.contact.value.clone(),
        Key::Sources => String::new(),
    }
}

/// Puts a value, as the data files have it, into a field, for certain and with `raw` naming the decision. False if it
/// is no value of the field.
pub fn set(e: &mut Engagement, key: Key, value: &str, raw: &str) -> bool {
    if value == current(e, key) {
        confirm(e, key, raw);
        return true;
    }
    let list = || -> Vec<String> {
        let mut list: Vec<String> =
            value.split("; ").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        list.sort();
        list.dedup();
        list
    };
    let text = || value.to_owned();
    match key {
        Key::Title => put(&mut e.title, Some(text()), raw),
        Key::Start | Key::End => put(&mut e.period, notation::coded(value), raw),
        Key::Expires => put_any(&mut e.expires, value, notation::day, raw),
        Key::Status => put(&mut e.status, Status::of(value), raw),
        Key::Kind => put(&mut e.kind, Kind::of(value), raw),
        Key::Group => put(&mut e.group, Group::of(value), raw),
        Key::Countries => put(&mut e.countries, Some(list()), raw),
        Key::Cities => put(&mut e.cities, Some(list()), raw),
        Key::Organisations => put(&mut e.organisations, Some(list()), raw),
        Key::Themes => {
            let named = list();
            let themes =
                Theme::ALL.iter().copied().filter(|theme| named.iter().any(|name| name == theme.code()));
            put(&mut e.themes, Some(themes.collect()), raw)
        }
        Key::Policies => put(&mut e.policies, Some(list()), raw),
        Key::Sdgs => {
            let mut numbers: Vec<u8> = list().iter().filter_map(|part| part.parse::<u8>().ok()).collect();
            numbers.sort_unstable();
            put(&mut e.sdgs, Some(numbers), raw)
        }
        Key::Departments => put(&mut e.departments, Some(list()), raw),
        Key::SupportedDepartment => {
            put(&mut e.supported_department, Some((!value.is_empty()).then(text)), raw)
        }
        Key::Counterpart => put(&mut e.counterpart, Some(text()), raw),
        Key::CounterpartRank => put_any(&mut e.counterpart_rank, value, Rank::of, raw),
        Key::Lead => put(&mut e.lead, Some(text()), raw),
        Key::Venue => put(&mut e.venue, Some(text()), raw),
        Key::Mode => put_any(&mut e.mode, value, Mode::of, raw),
        Key::Participants => put_any(&mut e.participants, value, |text| text.parse().ok(), raw),
        Key::Budget => {
            let baht = |text: &str| text.parse::<f64>().ok().filter(|baht| baht.is_finite());
            put_any(&mut e.budget_thb, value, baht, raw)
        }
        Key::Outcome => put(&mut e.outcome, Some(text()), raw),
        Key::Obstacles => put(&mut e.obstacles, Some(text()), raw),
        Key::NextSteps => put(&mut e.next_steps, Some(text()), raw),
        Key::Contact => put(&mut e.contact, Some(text()), raw),
        Key::Sources => false,
    }
}

/// Puts nothing for an empty text, else the value that it is; false if it is none.
fn put_any<T>(
    reading: &mut Reading<Option<T>>,
    text: &str,
    of: impl Fn(&str) -> Option<T>,
    raw: &str,
) -> bool {
    if text.is_empty() {
        return put(reading, Some(None), raw);
    }
    of(text).is_some_and(|value| put(reading, Some(Some(value)), raw))
}

/// The value of a field stays and is certain.
pub fn confirm(e: &mut Engagement, key: Key, raw: &str) {
    match key {
        Key::Title => certain(&mut e.title, raw),
        Key::Start | Key::End => certain(&mut e.period, raw),
        Key::Expires => certain(&mut e.expires, raw),
        Key::Status => certain(&mut e.status, raw),
        Key::Kind => certain(&mut e.kind, raw),
        Key::Group => certain(&mut e.group, raw),
        Key::Countries => certain(&mut e.countries, raw),
        Key::Cities => certain(&mut e.cities, raw),
        Key::Organisations => certain(&mut e.organisations, raw),
        Key::Themes => certain(&mut e.themes, raw),
        Key::Policies => certain(&mut e.policies, raw),
        Key::Sdgs => certain(&mut e.sdgs, raw),
        Key::Departments => certain(&mut e.departments, raw),
        Key::SupportedDepartment => certain(&mut e.supported_department, raw),
        Key::Counterpart => certain(&mut e.counterpart, raw),
        Key::CounterpartRank => certain(&mut e.counterpart_rank, raw),
        Key::Lead => certain(&mut e.lead, raw),
        Key::Venue => certain(&mut e.venue, raw),
        Key::Mode => certain(&mut e.mode, raw),
        Key::Participants => certain(&mut e.participants, raw),
        Key::Budget => certain(&mut e.budget_thb, raw),
        Key::Outcome => certain(&mut e.outcome, raw),
        Key::Obstacles => certain(&mut e.obstacles, raw),
        Key::NextSteps => certain(&mut e.next_steps, raw),
        Key::Contact => certain(&mut e.contact, raw),
        Key::Sources => {}
    }
}

fn put<T>(reading: &mut Reading<T>, value: Option<T>, raw: &str) -> bool {
    let Some(value) = value else { return false };
    reading.value = value;
    certain(reading, raw);
    true
}

/// Doubts about the value fall; those that speak of the entry as a whole are other questions.
fn certain<T>(reading: &mut Reading<T>, raw: &str) {
    raw.clone_into(&mut reading.raw);
    reading.confidence = Confidence::Certain;
    reading
        .doubts
        .retain(|doubt| matches!(doubt, Doubt::MergeUnsure { .. } | Doubt::InternationalUnsure { .. }));
}

/// The code that a text is, or whose name it is in either language.
fn coded<T: Copy>(
    text: &str,
    all: &[T],
    name: fn(Lang, T) -> &'static str,
    code: fn(T) -> &'static str,
) -> Option<String> {
    let wanted = fold(text);
    let fits = |value: &&T| {
        let names = [code(**value), name(Lang::Th, **value), name(Lang::En, **value)];
        names.iter().any(|name| fold(name) == wanted)
    };
    all.iter().find(fits).map(|value| code(*value).to_owned())
}

/// Every part of a list; `None` if one is no value.
fn each(text: &str, one: impl Fn(&str) -> Option<String>) -> Option<String> {
    let parts = text.split(['\n', ';', ',']).map(str::trim).filter(|part| !part.is_empty());
    let read: Vec<String> = parts.map(one).collect::<Option<_>>()?;
    (!read.is_empty()).then(|| read.join("; "))
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
