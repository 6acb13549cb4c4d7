//! How many took part, and how many baht.

use crate::model::{Baht, Confidence, Doubt, Reading, Record, Role, Value, Written};
use crate::thai::{arabic_digit, lower, normal};
use crate::vocab::Vocab;
use crate::vocab::amounts::Meaning;
use regex::Regex;
use std::sync::LazyLock;

#[expect(clippy::unwrap_used, reason = "the pattern is a constant")]
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?").unwrap());

/// A number in a text with what the words beside it say.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one word that stands beside the number or does not"
)]
struct Amount {
    value: f64,
    /// Written with thousands' commas or the dash of prices.
    money_form: bool,
    unit: Option<Meaning>,
    /// Multiplied by a word, without a unit yet.
    times: Option<u32>,
    about: bool,
    total: bool,
    part: bool,
    attending: bool,
    /// A word for a delegation stands right before it.
    party: bool,
    count: bool,
    /// The second number of "20-25".
    ends_range: bool,
    /// Nothing stands between it and the amount before.
    adjacent: bool,
}

/// A text as its amounts.
struct Amounts {
    vocab: Vocab,
    list: Vec<Amount>,
    /// The text in normal form, on one line.
    line: String,
    /// Everything outside numbers and their words.
    outside: String,
}

impl Amounts {
    /// True if a word says that there is none.
    fn none(&self) -> bool {
        meanings(self.vocab, &self.outside).any(|meaning| meaning == Meaning::None)
    }

    /// True if nothing stands outside numbers and their words.
    fn bare(&self) -> bool {
        !self.outside.chars().any(char::is_alphanumeric)
    }

    /// True if a word says that an amount is for each of several.
    fn each(&self) -> bool {
        meanings(self.vocab, &self.line).any(|meaning| meaning == Meaning::Each)
    }
}

fn amounts(vocab: Vocab, text: &str) -> Amounts {
    amounts_of(vocab, line(text))
}

/// A text in normal form and lower case with Arabic digits, on one line.
fn line(text: &str) -> String {
    normal(text).chars().flat_map(|c| lower(if c == '\n' { ' ' } else { arabic_digit(c) })).collect()
}

fn amounts_of(vocab: Vocab, line: String) -> Amounts {
    let mut list: Vec<Amount> = Vec::new();
    let mut past = 0;
    let mut outside = String::new();
    for found in NUMBER.find_iter(&line) {
        let Some(between) = line.get(past..found.start()) else { continue };
        let Some(rest) = line.get(found.end()..) else { continue };
        let (mut counted, length) = amount(vocab, found.as_str(), rest);
        before(vocab, &mut counted, between);
        counted.adjacent = !list.is_empty() && between.trim().is_empty();
        let dash =
            between.trim().chars().all(|c| matches!(c, '-' | '\u{2013}' | '~')) && !between.trim().is_empty();
        counted.ends_range = dash && !list.is_empty();
        outside.push_str(between);
        past = found.end() + length;
        list.push(counted);
    }
    let tail = line.get(past..).unwrap_or_default();
    if let Some(amount) = list.last_mut() {
        amount.about |= meanings(vocab, tail).next() == Some(Meaning::About);
    }
    outside.push_str(tail);
    Amounts { vocab, list, line, outside }
}

/// A number with the words after it, and their length.
fn amount(vocab: Vocab, digits: &str, after: &str) -> (Amount, usize) {
    let mut amount = Amount {
        value: digits.replace(',', "").parse().unwrap_or(f64::NAN),
        money_form: digits.contains(',') || after.starts_with(".-"),
        unit: None,
        times: None,
        about: false,
        total: false,
        part: false,
        attending: false,
        party: false,
        count: false,
        ends_range: false,
        adjacent: false,
    };
    let mut length = 0;
    while let Some(rest) = after.get(length..) {
        let trimmed = rest.trim_start_matches([' ', '.', '-']);
        if trimmed.len() < rest.len()
            && rest.contains('-')
            && !rest.starts_with(".-")
            && !rest.starts_with(' ')
        {
            break;
        }
        let Some((word, meaning)) = vocab.amounts.at(trimmed) else { break };
        match meaning {
            Meaning::Times(times) if amount.unit.is_none() => {
                amount.value *= f64::from(times);
                amount.times = Some(times);
            }
            Meaning::About if amount.unit.is_none() => amount.about = true,
            Meaning::Person | Meaning::Baht | Meaning::Currency | Meaning::Measure
                if amount.unit.is_none() =>
            {
                amount.unit = Some(meaning);
            }
            Meaning::Times(_)
            | Meaning::About
            | Meaning::Person
            | Meaning::Baht
            | Meaning::Currency
            | Meaning::Measure
            | Meaning::Total
            | Meaning::Part
            | Meaning::Attending
            | Meaning::Party
            | Meaning::Count
            | Meaning::Each
            | Meaning::None => break,
        }
        length += rest.len() - trimmed.len() + word.len();
    }
    (amount, length)
}

/// What the words between the number before and this one say.
fn before(vocab: Vocab, amount: &mut Amount, between: &str) {
    amount.party = vocab
        .amounts
        .all()
        .any(|(word, meaning)| meaning == Meaning::Party && between.trim_end().ends_with(word));
    for meaning in meanings(vocab, between) {
        match meaning {
            Meaning::About => amount.about = true,
            Meaning::Total => amount.total = true,
            Meaning::Part => amount.part = true,
            Meaning::Attending => amount.attending = true,
            Meaning::Party => {}
            Meaning::Count => amount.count = true,
            Meaning::Currency if amount.unit.is_none() && ends_with_sign(vocab, between) => {
                amount.unit = Some(Meaning::Currency);
            }
            Meaning::Baht if amount.unit.is_none() && ends_with_sign(vocab, between) => {
                amount.unit = Some(Meaning::Baht);
            }
            Meaning::Currency
            | Meaning::Measure
            | Meaning::Baht
            | Meaning::Person
            | Meaning::Times(_)
            | Meaning::None
            | Meaning::Each => {}
        }
    }
}

/// "US$ 5,000", "THB 5,000": a sign or code directly before the number.
fn ends_with_sign(vocab: Vocab, between: &str) -> bool {
    let between = between.trim_end();
    vocab.amounts.all().any(|(word, meaning)| {
        matches!(meaning, Meaning::Currency | Meaning::Baht)
            && !word.chars().any(crate::thai::is_thai)
            && between.ends_with(word)
    }) || between.ends_with('\u{e3f}')
}

/// The meanings in a text from left to right, longest words first.
fn meanings(vocab: Vocab, text: &str) -> impl Iterator<Item = Meaning> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let first = rest.chars().next()?;
            if let Some((word, meaning)) = vocab.amounts.at(rest) {
                at += word.len();
                return Some(meaning);
            }
            at += first.len_utf8();
        }
    })
}

fn texts(record: &Record, role: Role) -> &[Written] {
    record.fields.get(&role).map(Vec::as_slice).unwrap_or_default()
}

/// How many took part: from the column for it, else from a count in the texts on who took part.
pub fn participants_of(vocab: Vocab, record: &Record) -> Reading<Option<u32>> {
    let columns: Vec<(&Written, Reading<Option<u32>>)> = texts(record, Role::Participants)
        .iter()
        .filter(|written| !counts_things(vocab, written))
        .map(|written| (written, participants(vocab, &written.text, written.value.as_ref())))
        .filter(|(_, reading)| reading.value.is_some() || !reading.doubts.is_empty())
        .collect();
    match &columns[..] {
        [] => {}
        [(_, only)] => return only.clone(),
        several => return together(vocab, several),
    }
    // A column of those who took part may hold nothing but their number.
    let counted = texts(record, Role::Attendees).iter().find_map(|written| {
        let said = participants(vocab, &written.text, written.value.as_ref());
        let persons = persons(&amounts(vocab, &written.text)).iter().any(|amount| amount.unit.is_some());
        persons.then_some(said)
    });
    let stated = || {
        [Role::Attendees, Role::Outcome, Role::Activity, Role::Remark]
            .iter()
            .flat_map(|role| texts(record, *role))
            .find_map(|written| attending(vocab, &written.text))
    };
    // Where travellers are counted and not named, they are who took part.
    let of_title = || {
        let roles = [Role::Activity, Role::Person].iter();
        roles.flat_map(|role| texts(record, *role)).find_map(|written| only_count(vocab, &written.text))
    };
    let told = || {
        [Role::Outcome, Role::Remark, Role::Counterpart, Role::Delegate, Role::Venue, Role::Date]
            .iter()
            .flat_map(|role| texts(record, *role))
            .find_map(|written| only_party(vocab, &written.text))
    };
    counted.or_else(stated).or_else(of_title).or_else(told).unwrap_or_default()
}

/// The one number of persons in words beside a title, where they count a delegation or those who came: `คณะ 12 คน`,
/// `จำนวน 9 คน`.
fn only_party(vocab: Vocab, text: &str) -> Option<Reading<Option<u32>>> {
    if !text.chars().map(arabic_digit).any(|c| c.is_ascii_digit()) {
        return None;
    }
    let found = amounts(vocab, text);
    let counts = persons(&found);
    let [only] = counts.iter().filter(|amount| amount.unit.is_some()).collect::<Vec<_>>()[..] else {
        return None;
    };
    let party = only.party || only.attending || only.count || only.total;
    let reading = one(*only, text);
    party.then(|| Reading { confidence: reading.confidence.min(Confidence::Likely), ..reading })
}

/// The one number of persons in a title: the delegation, the trainees or the audience. Of several none is.
fn only_count(vocab: Vocab, title: &str) -> Option<Reading<Option<u32>>> {
    if !title.chars().map(arabic_digit).any(|c| c.is_ascii_digit()) {
        return None;
    }
    let counts = persons(&amounts(vocab, title));
    let [only] = counts.iter().filter(|amount| amount.unit.is_some()).collect::<Vec<_>>()[..] else {
        return None;
    };
    let reading = one(*only, title);
    Some(Reading { confidence: reading.confidence.min(Confidence::Likely), ..reading })
}

/// True for a number of things, `1 ใบ`, under a heading that speaks of no people.
fn counts_things(vocab: Vocab, written: &Written) -> bool {
    let people = |meaning: Meaning| matches!(meaning, Meaning::Person | Meaning::Attending);
    let found = amounts(vocab, &written.text);
    let other_unit =
        |amount: &Amount| amount.unit.is_none() && !(amount.count || amount.about || amount.total);
    matches!(&found.list[..], [only] if other_unit(only))
        && !found.bare()
        && !written.heading.is_empty()
        && !meanings(vocab, &line(&written.heading)).any(people)
}

/// Several columns of numbers: one of the total tells; parts under one heading (Thai, foreign) add up; what else stands
/// beside the first number makes it doubtful.
fn together(vocab: Vocab, columns: &[(&Written, Reading<Option<u32>>)]) -> Reading<Option<u32>> {
    let is_total = |written: &Written| {
        let heading = line(&written.heading);
        vocab.amounts.all().any(|(word, meaning)| meaning == Meaning::Total && heading.contains(word))
    };
    if let Some((_, total)) = columns.iter().find(|(written, _)| is_total(written)) {
        return total.clone();
    }
    let group = |written: &Written| written.heading.rsplit_once(" / ").map(|(group, _)| group.to_owned());
    let (first, reading) = &columns[0];
    let raw: Vec<&str> = columns.iter().map(|(written, _)| written.text.as_str()).collect();
    let raw = raw.join(" + ");
    if group(first).is_some() && columns.iter().all(|(written, _)| group(written) == group(first)) {
        let sum = columns.iter().filter_map(|(_, reading)| reading.value).sum();
        let sum = Reading { value: Some(sum), raw, ..reading.clone() };
        // A part that was not understood makes the sum doubtful.
        let doubts = columns.iter().flat_map(|(_, reading)| &reading.doubts);
        return doubts.fold(sum, |sum, doubt| sum.doubted(doubt.clone()));
    }
    reading.clone().doubted(contradiction(&raw))
}

/// The number of persons in a cell of a column for it.
pub fn participants(vocab: Vocab, text: &str, value: Option<&Value>) -> Reading<Option<u32>> {
    if let Some(Value::Number(number)) = value {
        return match whole(*number) {
            Some(count) => Reading::certain(Some(count), text),
            None => not_understood(text),
        };
    }
    let amounts = amounts(vocab, text);
    let counts: Vec<Amount> = persons(&amounts);
    if counts.is_empty() {
        return match amounts.list[..] {
            [] => Reading { raw: text.to_owned(), ..Reading::default() },
            [only] if amounts.bare() || only.count || only.about || only.total => one(only, text),
            _ => not_understood(text),
        };
    }
    several(&counts, text)
}

/// The numbers that count persons; where sides are told apart, those without a unit too.
fn persons(amounts: &Amounts) -> Vec<Amount> {
    let mut list: Vec<Amount> = Vec::new();
    for amount in &amounts.list {
        let counted = amount.unit == Some(Meaning::Person) || (amount.part && amount.unit.is_none());
        if !counted {
            continue;
        }
        let mut amount = *amount;
        if amount.ends_range {
            amount.about = true;
            amount.ends_range = false;
        }
        list.push(amount);
    }
    list
}

fn several(counts: &[Amount], text: &str) -> Reading<Option<u32>> {
    let [first, rest @ ..] = counts else { return not_understood(text) };
    if rest.is_empty() {
        return one(*first, text);
    }
    let sum = |of: &[Amount]| of.iter().map(|amount| amount.value).sum::<f64>();
    if let Some(total) = counts.iter().find(|amount| amount.total) {
        let parts: Vec<Amount> = counts.iter().filter(|amount| !amount.total).copied().collect();
        let reading = one(*total, text);
        let fits = (sum(&parts) - total.value).abs() < 0.5 || parts.len() < 2;
        return if fits { reading } else { reading.doubted(contradiction(text)) };
    }
    if rest.len() > 1 && (sum(rest) - first.value).abs() < 0.5 {
        return one(*first, text);
    }
    let about = counts.iter().any(|amount| amount.about);
    if counts.iter().all(|amount| amount.part) {
        let mut reading = one(Amount { value: sum(counts), about, ..*first }, text);
        reading.confidence = reading.confidence.min(Confidence::Likely);
        return reading;
    }
    let most =
        counts.iter().copied().fold(*first, |most, next| if next.value > most.value { next } else { most });
    one(most, text).doubted(contradiction(text))
}

fn one(amount: Amount, text: &str) -> Reading<Option<u32>> {
    match whole(amount.value) {
        None => not_understood(text),
        Some(count) if amount.about => {
            Reading::guess(Some(count), text, Doubt::Approximate { written: text.to_owned() })
        }
        Some(count) => Reading::certain(Some(count), text),
    }
}

/// A count of those who take part in running text: a number of persons right after the word for them.
fn attending(vocab: Vocab, text: &str) -> Option<Reading<Option<u32>>> {
    if !text.chars().map(arabic_digit).any(|c| c.is_ascii_digit()) {
        return None;
    }
    let line = line(text);
    if !vocab.amounts.all().any(|(word, meaning)| meaning == Meaning::Attending && line.contains(word)) {
        return None;
    }
    let found = amounts_of(vocab, line);
    let counts: Vec<Amount> =
        persons(&found).into_iter().filter(|amount| amount.attending && amount.unit.is_some()).collect();
    match counts[..] {
        [only] => Some(one(only, text)),
        [first, ..] => Some(one(first, text).doubted(contradiction(text))),
        [] => None,
    }
}

fn whole(number: f64) -> Option<u32> {
    (number.fract() == 0.0 && (0.0..10_000_000.0).contains(&number)).then_some(number as u32)
}

fn not_understood<T: Default>(text: &str) -> Reading<T> {
    Reading {
        raw: text.to_owned(),
        doubts: vec![Doubt::NumberNotUnderstood { written: text.to_owned() }],
        ..Reading::default()
    }
}

fn contradiction(text: &str) -> Doubt {
    Doubt::WordingContradicts { written: text.to_owned() }
}

/// The money in baht from the columns for it.
pub fn budget_of(vocab: Vocab, record: &Record) -> Reading<Option<Baht>> {
    let readings: Vec<Reading<Option<Baht>>> = texts(record, Role::Budget)
        .iter()
        .map(|written| budget(vocab, &written.text, written.value.as_ref(), &written.heading))
        .collect();
    let stated = readings.iter().find(|reading| reading.value.is_some());
    let other = stated
        .and_then(|first| readings.iter().find(|next| next.value.is_some() && next.value != first.value));
    match (stated, other) {
        (Some(first), Some(other)) => first.clone().doubted(contradiction(&other.raw)),
        (Some(first), None) => first.clone(),
        (None, _) => readings.into_iter().find(|reading| !reading.doubts.is_empty()).unwrap_or_default(),
    }
}

/// The baht of a cell; the heading may name the unit ("ล้านบาท").
pub fn budget(vocab: Vocab, text: &str, value: Option<&Value>, heading: &str) -> Reading<Option<Baht>> {
    let unit = heading_unit(vocab, heading);
    if let Some(Value::Number(number)) = value {
        return match unit {
            Some(times) if *number >= 0.0 => money(number * times, false, text),
            _ => not_understood(text),
        };
    }
    let found = amounts(vocab, text);
    let baht = compound(&found.list);
    if found.none() {
        let reading = Reading { raw: text.to_owned(), ..Reading::default() };
        return if baht.iter().any(|(_, _, stated)| *stated) { not_understood(text) } else { reading };
    }
    let stated: Vec<(f64, Amount)> =
        baht.iter().filter(|(.., stated)| *stated).map(|(value, amount, _)| (*value, *amount)).collect();
    match stated[..] {
        [] => without_unit(&found, unit, text),
        _ if found.each() => not_understood(text),
        [(value, amount)] if amount.ends_range => {
            money(value, amount.about, text).doubted(contradiction(text))
        }
        [(value, amount)] => money(value, amount.about, text),
        [(first, amount), ref rest @ ..] => {
            if let Some((total, amount)) = stated.iter().find(|(_, amount)| amount.total) {
                return money(*total, amount.about, text);
            }
            let sum: f64 = rest.iter().map(|(value, _)| value).sum();
            let reading = money(first, amount.about, text);
            let fits = rest.len() > 1 && (sum - first).abs() < 0.5;
            if fits { reading } else { reading.doubted(contradiction(text)) }
        }
    }
}

/// A number alone, in the unit of the heading.
fn without_unit(found: &Amounts, unit: Option<f64>, text: &str) -> Reading<Option<Baht>> {
    match (&found.list[..], unit) {
        ([], _) => {
            let words = text.chars().any(char::is_alphanumeric)
                && meanings(found.vocab, text).any(|m| m == Meaning::Baht);
            if words { not_understood(text) } else { Reading { raw: text.to_owned(), ..Reading::default() } }
        }
        ([only], Some(times)) if only.unit.is_none() && (found.bare() || only.money_form) => {
            money(only.value * times, only.about, text)
        }
        _ => not_understood(text),
    }
}

fn money(value: f64, about: bool, text: &str) -> Reading<Option<Baht>> {
    let Some(value) = Baht::of(value) else { return not_understood(text) };
    if about {
        return Reading::guess(Some(value), text, Doubt::Approximate { written: text.to_owned() });
    }
    Reading::certain(Some(value), text)
}

/// Baht a unit of the heading stands for; `None` for another currency.
fn heading_unit(vocab: Vocab, heading: &str) -> Option<f64> {
    let heading = normal(heading).to_lowercase();
    let mut unit = 1.0;
    for meaning in meanings(vocab, &heading) {
        match meaning {
            Meaning::Times(times) => unit = f64::from(times),
            Meaning::Currency => return None,
            Meaning::Person
            | Meaning::Measure
            | Meaning::Baht
            | Meaning::About
            | Meaning::Total
            | Meaning::Part
            | Meaning::Attending
            | Meaning::Party
            | Meaning::Count
            | Meaning::Each
            | Meaning::None => {}
        }
    }
    Some(unit)
}

/// Amounts with "1 ล้าน 5 แสนบาท" as one; true where they are stated to be baht.
fn compound(list: &[Amount]) -> Vec<(f64, Amount, bool)> {
    let mut out: Vec<(f64, Amount, bool)> = Vec::new();
    for amount in list {
        let stated = amount.unit == Some(Meaning::Baht) || (amount.unit.is_none() && amount.times.is_some());
        if let Some((value, before, was)) = out.last_mut()
            && amount.adjacent
            && before.unit.is_none()
            && before.times > amount.times
        {
            *value += amount.value;
            before.unit = amount.unit;
            *was = stated;
            continue;
        }
        out.push((amount.value, *amount, stated));
    }
    out
}
