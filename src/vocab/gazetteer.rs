//! Every name the program knows, competing in one search: what is part of a longer name or word is not found.

use super::phrase::{Claim, Phrase};
use super::tsv::{field, list, rows};
use std::sync::LazyLock;

/// What a name stands for: an index into the table of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// A country or territory with a code of its own.
    Country(usize),
    /// A city, province or prefecture abroad.
    City(usize),
    /// An international organisation, network, agency, chamber, university.
    Organisation(usize),
    /// A body that is not counted as an organisation: foreign governments and offices, domestic bodies.
    Body(usize),
    /// A department, office, unit or district of the city.
    Department(usize),
    /// A region or former state.
    Region(usize),
    /// A word that only looks as if it named one of these.
    Trap(usize),
}

/// A country of ISO 3166-1, and Kosovo.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// Usual English name.
    pub english: &'static str,
    /// Usual Thai name.
    pub thai: &'static str,
}

/// A city abroad.
#[derive(Debug)]
pub struct City {
    /// English name, as the data files have it.
    pub name: &'static str,
    /// Code of its country.
    pub country: &'static str,
}

/// What sort of body an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BodyKind {
    /// Counted by the city: international organisations, networks, agencies.
    Counted,
    /// Chambers, companies, universities, associations: named, not counted.
    Private,
}

/// An organisation.
#[derive(Debug)]
pub struct Organisation {
    /// Canonical name.
    pub name: &'static str,
    /// Whether the city counts it.
    pub kind: BodyKind,
    /// Code of the country whose own agency it is; empty for international ones.
    pub country: &'static str,
}

/// What sort of body one is that is no organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// An embassy or an office that stands for one.
    Mission,
    /// A foreign ministry or agency.
    Government,
    /// A foreign city's government.
    CityGovernment,
    /// A Thai body.
    Domestic,
}

/// A body that is no organisation.
#[derive(Debug)]
pub struct Body {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub standing: Standing,
    /// Code of its country.
    pub country: &'static str,
    /// English name of the city that it governs; empty for others.
    pub city: &'static str,
}

/// A department, office, unit or district of the city.
#[derive(Debug)]
pub struct Department {
    /// The code that it counts as: its own, or its parent's.
    pub code: &'static str,
    /// True if it has a code of its own.
    pub own_code: bool,
    /// Code of the department that it belongs to; empty if it stands by itself.
    pub parent: &'static str,
    /// Thai name.
    pub thai: &'static str,
    /// English name.
    pub english: &'static str,
}

const COUNTRIES: &str = include_str!("packs/th/countries.tsv");
const CITIES: &str = include_str!("packs/th/cities.tsv");
const ORGANISATIONS: &str = include_str!("packs/th/organisations.tsv");
const BODIES: &str = include_str!("packs/th/not_organisations.tsv");
const DEPARTMENTS: &str = include_str!("packs/bma/departments.tsv");
const REGIONS: &str = include_str!("packs/th/regions.tsv");
const TRAPS: &str = include_str!("packs/th/traps.tsv");

static COUNTRY_ROWS: LazyLock<Vec<Country>> = LazyLock::new(|| {
    rows(COUNTRIES)
        .map(|row| Country { code: field(&row, 0), english: field(&row, 1), thai: field(&row, 2) })
        .collect()
});

static CITY_ROWS: LazyLock<Vec<City>> = LazyLock::new(|| {
    rows(CITIES).map(|row| City { name: field(&row, 0), country: field(&row, 1) }).collect()
});

static ORGANISATION_ROWS: LazyLock<Vec<Organisation>> = LazyLock::new(|| {
    rows(ORGANISATIONS)
        .map(|row| Organisation {
            name: field(&row, 0),
            kind: body_kind(field(&row, 1)),
            country: field(&row, 2),
        })
        .collect()
});

static BODY_ROWS: LazyLock<Vec<Body>> = LazyLock::new(|| {
    rows(BODIES)
        .map(|row| Body {
            name: field(&row, 0),
            standing: standing(field(&row, 1)),
            country: field(&row, 2),
            city: field(&row, 5),
        })
        .collect()
});

static DEPARTMENT_ROWS: LazyLock<Vec<Department>> = LazyLock::new(|| {
    rows(DEPARTMENTS)
        .map(|row| {
            let (own, parent) = (field(&row, 0), field(&row, 2));
            Department {
                code: if own.is_empty() { parent } else { own },
                own_code: !own.is_empty(),
                parent,
                thai: field(&row, 3),
                english: field(&row, 4),
            }
        })
        .collect()
});

/// The country of an index.
#[must_use]
pub fn country(at: usize) -> &'static Country {
    &COUNTRY_ROWS[at]
}

/// The country of a code.
#[must_use]
pub fn country_of(code: &str) -> Option<&'static Country> {
    COUNTRY_ROWS.iter().find(|country| country.code == code)
}

/// The usual Thai names of all countries.
pub fn thai_country_names() -> impl Iterator<Item = &'static str> {
    COUNTRY_ROWS.iter().map(|country| country.thai)
}

/// The city of an index.
#[must_use]
pub fn city(at: usize) -> &'static City {
    &CITY_ROWS[at]
}

/// The organisation of an index.
#[must_use]
pub fn organisation(at: usize) -> &'static Organisation {
    &ORGANISATION_ROWS[at]
}

/// The body of an index.
#[must_use]
pub fn body(at: usize) -> &'static Body {
    &BODY_ROWS[at]
}

/// The department of an index.
#[must_use]
pub fn department(at: usize) -> &'static Department {
    &DEPARTMENT_ROWS[at]
}

/// The department of a code.
#[must_use]
pub fn department_of(code: &str) -> Option<&'static Department> {
    DEPARTMENT_ROWS.iter().find(|department| department.own_code && department.code == code)
}

/// The codes of all departments that have one of their own.
pub fn department_codes() -> impl Iterator<Item = &'static str> {
    DEPARTMENT_ROWS.iter().filter(|department| department.own_code).map(|department| department.code)
}

fn body_kind(word: &str) -> BodyKind {
    match word {
        "chamber" | "university" | "association" | "company" | "media" => BodyKind::Private,
        _ => BodyKind::Counted,
    }
}

fn standing(word: &str) -> Standing {
    match word {
        "mission" => Standing::Mission,
        "government" => Standing::Government,
        "city_government" => Standing::CityGovernment,
        _ => Standing::Domestic,
    }
}

/// Every name of every table, to be looked for in this layer.
pub(super) fn names(layer: usize) -> Vec<Phrase<Name>> {
    let mut names = Vec::new();
    for (at, row) in rows(COUNTRIES).enumerate() {
        push(&mut names, layer, Name::Country(at), field(&row, 4), "", field(&row, 5));
    }
    for (at, row) in rows(CITIES).enumerate() {
        push(&mut names, layer, Name::City(at), field(&row, 2), "", field(&row, 3));
    }
    for (at, row) in rows(ORGANISATIONS).enumerate() {
        push(&mut names, layer, Name::Organisation(at), field(&row, 3), field(&row, 4), field(&row, 5));
    }
    for (at, row) in rows(BODIES).enumerate() {
        push(&mut names, layer, Name::Body(at), field(&row, 3), "", field(&row, 4));
    }
    for (at, row) in rows(DEPARTMENTS).enumerate() {
        push(&mut names, layer, Name::Department(at), field(&row, 5), "", field(&row, 6));
    }
    for (at, row) in rows(REGIONS).enumerate() {
        push(&mut names, layer, Name::Region(at), field(&row, 1), "", "");
    }
    for (at, row) in rows(TRAPS).enumerate() {
        push(&mut names, layer, Name::Trap(at), field(&row, 0), "", "");
    }
    names
}

fn push(
    names: &mut Vec<Phrase<Name>>,
    layer: usize,
    means: Name,
    plain: &'static str,
    capitals: &'static str,
    introduced: &'static str,
) {
    let claims = [(plain, Claim::Proper), (capitals, Claim::Capitals), (introduced, Claim::Introduced)];
    for (words, claim) in claims {
        for word in list(words) {
            let claim = if claim == Claim::Proper && is_acronym(word) { Claim::Capitals } else { claim };
            names.push(Phrase { words: word.to_owned(), means, claim, layer });
        }
    }
}

/// Short Latin acronyms read like words in small letters (who, us, un).
fn is_acronym(word: &str) -> bool {
    word.chars().count() <= 5
        && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.' || c == '&')
}
