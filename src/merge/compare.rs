//! What speaks for and against two reported rows being one engagement, field by field, in stated weights.

use super::traits::{Days, Set, Text, Traits};
use crate::model::{Group, Key, Kind, Precision, Rank};

/// Two rows with at least this sum of evidence are put together.
pub const TOGETHER: i32 = 40;
/// A put-together pair below this sum is said to rest on little evidence.
pub const SURE: i32 = 50;
/// Two rows below this sum are never in one entry, whatever a third row says.
pub const APART: i32 = 0;
/// Likeness of two spellings of one name.
const SAME_NAME: u32 = 600;
/// Likeness of two names that may be one, written down by ear.
const LIKE_NAME: u32 = 300;
/// Weight of what excludes that two rows are one engagement.
pub const EXCLUDES: i32 = -1000;

/// A weight with the field that gave it.
pub type Observation = (Key, i32);

/// Everything observed of two rows; weights of zero are left out.
pub fn observations(a: &Traits, b: &Traits) -> Vec<Observation> {
    let mut out = Vec::with_capacity(12);
    each(a, b, &mut |key, weight| {
        if weight != 0 {
            out.push((key, weight));
        }
    });
    out
}

/// The sum of what is observed of two rows.
pub fn weight(a: &Traits, b: &Traits) -> i32 {
    let mut sum = 0;
    each(a, b, &mut |_, weight| sum += weight);
    sum
}

fn each(a: &Traits, b: &Traits, take: &mut impl FnMut(Key, i32)) {
    take(Key::Start, days(a.days, b.days));
    take(Key::Countries, countries(a, b));
    take(Key::Organisations, organisations(a, b));
    take(Key::Cities, cities(a, b));
    take(Key::Group, group(a, b));
    take(Key::SupportedDepartment, supported(a, b));
    take(Key::Kind, kinds(a, b));
    take(Key::CounterpartRank, ranks(a.rank, b.rank));
    take(Key::Counterpart, counterparts(a, b));
    take(Key::Lead, likeness(&a.lead, &b.lead, &[(600, 4), (200, 0), (0, -2)]));
    take(Key::Venue, likeness(&a.venue, &b.venue, &[(600, 6), (150, 0), (0, -5)]));
    take(Key::Title, titles(a, b));
    take(Key::Sources, sources(a, b));
}

fn days(a: Option<Days>, b: Option<Days>) -> i32 {
    // Rows without a day could be of any day: two alike in all else may still be of two occasions.
    let (Some(a), Some(b)) = (a, b) else { return if a == b { -15 } else { -10 } };
    let gap = (a.first - b.last).max(b.first - a.last);
    if a.exact() && b.exact() {
        return match gap {
            _ if a.first == b.first && a.last == b.last => 30,
            _ if a.first == b.first => 24,
            _ if a.last == b.last => 18,
            ..=0 => 14,
            1 => 2,
            2..=4 => -40,
            _ => -80,
        };
    }
    if gap > 0 {
        return -80;
    }
    if (a.first, a.last) == (b.first, b.last) {
        return if a.precision == Precision::Day { 24 } else { 8 };
    }
    match a.precision.max(b.precision) {
        Precision::Day => 6,
        Precision::Month => 4,
        Precision::Quarter | Precision::Year | Precision::None => 0,
    }
}

/// A value that was only guessed weighs less: two thirds where it fits, half where it does not.
fn of_sets(a: &Set, b: &Set, equal: i32, some: i32, none: i32) -> i32 {
    if a.names.is_empty() || b.names.is_empty() {
        return 0;
    }
    let shared = a.shared(b);
    let weight = if a.names == b.names {
        equal
    } else if shared > 0 {
        some
    } else {
        none
    };
    match (a.sure && b.sure, weight > 0) {
        (true, _) => weight,
        (false, true) => weight * 2 / 3,
        (false, false) => weight / 2,
    }
}

fn countries(a: &Traits, b: &Traits) -> i32 {
    // The one report names the organiser's country, the other the host's: the body decides.
    let none = if a.organisations.shared(&b.organisations) > 0 { -5 } else { -60 };
    of_sets(&a.countries, &b.countries, 15, 11, none)
}

fn organisations(a: &Traits, b: &Traits) -> i32 {
    if a.organisations.names.is_empty() != b.organisations.names.is_empty() {
        let both_told = a.group.1 && b.group.1;
        return if both_told && a.group.0 != b.group.0 { -10 } else { 0 };
    }
    of_sets(&a.organisations, &b.organisations, 20, 15, -45)
}

fn cities(a: &Traits, b: &Traits) -> i32 {
    of_sets(&a.cities, &b.cities, 6, 4, -25)
}

fn group(a: &Traits, b: &Traits) -> i32 {
    if (a.group.0 == Group::Support) != (b.group.0 == Group::Support) {
        return EXCLUDES;
    }
    let told = a.group.1 && b.group.1;
    match (a.group.0 == b.group.0, told) {
        (true, _) => 2,
        (false, true) => -8,
        (false, false) => -2,
    }
}

fn supported(a: &Traits, b: &Traits) -> i32 {
    if a.group.0 != Group::Support || b.group.0 != Group::Support {
        return 0;
    }
    match (a.supported, b.supported) {
        (Some(a), Some(b)) if a == b => 12,
        (Some(_), Some(_)) => EXCLUDES,
        (Some(_) | None, None) | (None, Some(_)) => 0,
    }
}

/// What a row is about: rows of one family word the same event differently, rows of two are two events.
pub fn family(kind: Kind) -> u8 {
    match kind {
        Kind::CourtesyCall | Kind::Meeting | Kind::InboundVisit => 1,
        Kind::OutboundVisit => 2,
        Kind::Conference => 3,
        Kind::Training => 4,
        Kind::Agreement => 5,
        Kind::CulturalEvent => 6,
        Kind::Ceremony => 7,
        Kind::Assistance => 8,
        Kind::SupportService => 9,
        Kind::Correspondence => 10,
        Kind::Other => 0,
    }
}

fn kinds(a: &Traits, b: &Traits) -> i32 {
    let (one, two) = (a.kind.0.min(b.kind.0), a.kind.0.max(b.kind.0));
    let (f, g) = (family(one).min(family(two)), family(one).max(family(two)));
    let weight = if one == two {
        if one == Kind::CourtesyCall { 12 } else { 8 }
    } else if f == g {
        -2
    } else if (one == Kind::SupportService) != (two == Kind::SupportService) {
        EXCLUDES
    } else {
        match (f, g) {
            // "Other" is what could not be told; journeys are made for congresses, training and signings.
            (0, _) | (2, 3 | 4) => 0,
            (2, 1 | 5) | (6, 7) | (7, 8) | (3, 4) => -4,
            (1, 2 | 4 | 8) | (5, 7 | 8) => -8,
            (_, 10) => -30,
            (1, 3 | 5) => -22,
            _ => -14,
        }
    };
    if a.kind.1 && b.kind.1 || weight == EXCLUDES { weight } else { weight / 2 }
}

/// Offices that one person holds at a time in a country's service here.
fn post(rank: Rank) -> Option<u8> {
    match rank {
        Rank::Royalty => Some(0),
        Rank::HeadOfState => Some(1),
        Rank::HeadOfGovernment => Some(2),
        Rank::Minister | Rank::ViceMinister => Some(3),
        Rank::Ambassador => Some(4),
        Rank::Charge => Some(5),
        Rank::Consul => Some(6),
        Rank::MayorGovernor => Some(7),
        Rank::OrgHead => Some(8),
        Rank::SeniorOfficial | Rank::Expert | Rank::Delegation | Rank::Business | Rank::Other => None,
    }
}

fn ranks(a: Option<Rank>, b: Option<Rank>) -> i32 {
    let (Some(a), Some(b)) = (a, b) else { return 0 };
    if a == b {
        return 4;
    }
    match (post(a), post(b)) {
        (Some(a), Some(b)) if a == b => 0,
        (Some(_), Some(_)) => -14,
        (Some(_), None) | (None, Some(_)) => -6,
        (None, None) => -2,
    }
}

fn counterparts(a: &Traits, b: &Traits) -> i32 {
    let like = |one: &[Text], two: &[Text]| {
        one.iter().flat_map(|x| two.iter().map(|y| x.likeness(y))).max().unwrap_or(0)
    };
    let named = like(&a.persons, &b.persons);
    let crossed = like(&a.persons, &b.persons_in_title).max(like(&a.persons_in_title, &b.persons));
    if named.max(crossed) >= SAME_NAME {
        return 25;
    }
    if !a.persons.is_empty() && !b.persons.is_empty() {
        return if named >= LIKE_NAME { 4 } else { -35 };
    }
    if like(&a.persons_in_title, &b.persons_in_title) >= SAME_NAME {
        return 12;
    }
    let known = a.countries.shared(&b.countries) + a.organisations.shared(&b.organisations);
    let body = likeness(&a.body, &b.body, &[(850, 10), (500, 5), (150, 0), (0, -8)]);
    if known + a.cities.shared(&b.cities) == 0 && body <= 0 && a.group.0 != Group::Support {
        return body.min(0) - 15; // nobody in common that is known
    }
    body
}

/// The weight of the first step that the likeness reaches; nothing to compare is no evidence.
fn likeness(a: &Text, b: &Text, steps: &[(u32, i32)]) -> i32 {
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    let like = a.likeness(b);
    steps.iter().find(|(least, _)| like >= *least).map_or(0, |(_, weight)| *weight)
}

fn titles(a: &Traits, b: &Traits) -> i32 {
    if let (Some(a), Some(b)) = (a.ordinal, b.ordinal)
        && a != b
    {
        return -60;
    }
    if a.title == b.title {
        return 30;
    }
    let steps: &[(u32, i32)] = if a.group.0 == Group::Support && b.group.0 == Group::Support {
        &[(700, 25), (550, 12), (400, -10), (0, -45)]
    } else if matter_is_aside(a, b) {
        &[(700, 25), (500, 18), (350, 10), (220, 0), (0, -12)]
    } else {
        &[(700, 25), (500, 18), (350, 10), (220, 0), (120, -20), (0, -35)]
    };
    likeness(&a.matter, &b.matter, steps)
}

/// At a courtesy call, and where one only joined, each department tells the matter that was its own.
fn matter_is_aside(a: &Traits, b: &Traits) -> bool {
    a.joined || b.joined || a.kind.0 == Kind::CourtesyCall || b.kind.0 == Kind::CourtesyCall
}

/// A department seldom reports one engagement twice, unless it repeats the row in a second workbook.
fn sources(a: &Traits, b: &Traits) -> i32 {
    let repeated = a.title == b.title || !a.matter.is_empty() && a.matter.likeness(&b.matter) >= 900;
    if a.file == b.file {
        let dated = a.days.is_some_and(Days::exact);
        return match (repeated, a.sheet == b.sheet) {
            (true, false) => 0,
            (true, true) if dated => 0,
            (false, false) => -30,
            (_, true) => -70,
        };
    }
    let same_unit = a.departments.iter().any(|unit| b.departments.contains(unit));
    let undated = a.days.is_none() || b.days.is_none();
    match (same_unit, repeated) {
        (true, true) => {
            if undated {
                -20
            } else {
                4
            }
        }
        (true, false) => -12,
        (false, _) => 0,
    }
}
