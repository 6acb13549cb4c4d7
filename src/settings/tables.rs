//! The rows of settings as tables of a pack.

use crate::thai::fold;
use crate::vocab::Vocab;
use crate::vocab::gazetteer::{NO_SISTER, Name, NameSort};
use std::collections::{BTreeMap, BTreeSet};

/// Headings of the tables, as the vocabulary reads them.
const ORGANISATIONS: (&str, &str) = ("organisations.tsv", "name\tkind\tcountry\taliases\texact\tweak");
const BODIES: (&str, &str) = ("not_organisations.tsv", "name\tkind\tcountry\taliases\tweak\tcity");
const CITIES: (&str, &str) = ("cities.tsv", "name\tcountry\tsister\taliases\tweak");
const COUNTRIES: (&str, &str) =
    ("countries.tsv", "code\tenglish\tthai\tofficial\tregion\tstanding\taliases\tweak");
const DEPARTMENTS: (&str, &str) =
    ("departments.tsv", "code\tlevel\tparent\tthai\tshort\tenglish\taliases\tweak");

/// Tables that are being filled.
pub struct Tables {
    rows: BTreeMap<(&'static str, &'static str), Vec<String>>,
    /// Names that were given, folded.
    given: BTreeSet<String>,
    /// Sister cities of the program that no row has named yet.
    sisters: Vec<(&'static str, &'static str)>,
    told: BTreeSet<(String, String)>,
}

impl Tables {
    /// Empty ones, to be added to a vocabulary.
    pub fn of(vocab: Vocab) -> Self {
        let sisters = vocab.parts().names.sister_cities().map(|city| (city.name, city.country)).collect();
        Self { rows: BTreeMap::new(), given: BTreeSet::new(), sisters, told: BTreeSet::new() }
    }

    /// True for a name that was given.
    pub fn has(&self, name: &str) -> bool {
        self.given.contains(&fold(name))
    }

    /// A department, its short forms, and its name where that is new.
    pub fn department(&mut self, code: &str, name: &str, short: &[String], new: bool) {
        let own = new.then(|| name.to_owned());
        let names: Vec<String> = own.into_iter().chain(short.iter().cloned()).collect();
        self.given.extend(names.iter().map(|name| fold(name)));
        let first = short.first().map_or("", String::as_str);
        self.row(DEPARTMENTS, &[code, "department", "", name, first, "", &names.join("|"), ""]);
    }

    /// A thing of a sort by its name in the register, with further names.
    pub fn name(&mut self, vocab: Vocab, sort: NameSort, name: &str, country: &str, names: &[String]) {
        self.given.extend(names.iter().map(|name| fold(name)));
        let names = names.join("|");
        match sort {
            NameSort::Organisation(kind) => {
                self.row(ORGANISATIONS, &[name, kind.code(), country, &names, "", ""]);
            }
            NameSort::Body(standing) => {
                self.row(BODIES, &[name, standing.code(), known(vocab, name, country), &names, "", ""]);
            }
            NameSort::City => self.row(CITIES, &[name, known(vocab, name, country), "", &names, ""]),
            NameSort::Country => {
                let found = super::names::of(vocab, name);
                let code =
                    if let Some(Name::Country(at)) = found { vocab.names.country(at).code } else { country };
                self.row(COUNTRIES, &[code, "", "", "", "", "", &names, ""]);
            }
        }
    }

    /// A sister city; false if it was told already.
    pub fn sister(&mut self, city: &str, country: &str, since: &str, names: &[String]) -> bool {
        if !self.told.insert((city.to_owned(), country.to_owned())) {
            return false;
        }
        self.given.extend(names.iter().map(|name| fold(name)));
        self.row(CITIES, &[city, country, since, &names.join("|"), ""]);
        true
    }

    /// The tables by their names, in the order of these.
    pub fn texts(mut self) -> Vec<(String, String)> {
        // The list of the settings takes the place of the program's.
        if !self.told.is_empty() {
            for (city, country) in std::mem::take(&mut self.sisters) {
                if !self.told.contains(&(city.to_owned(), country.to_owned())) {
                    self.row(CITIES, &[city, country, NO_SISTER, "", ""]);
                }
            }
        }
        let text = |((name, heading), rows): (&(&str, &str), &Vec<String>)| {
            ((*name).to_owned(), format!("{heading}\n{}\n", rows.join("\n")))
        };
        self.rows.iter().map(text).collect()
    }

    fn row(&mut self, table: (&'static str, &'static str), fields: &[&str]) {
        self.rows.entry(table).or_default().push(fields.join("\t"));
    }
}

/// The country of a city or body that is known, else the one that is stated.
fn known<'a>(vocab: Vocab, name: &str, stated: &'a str) -> &'a str {
    match super::names::of(vocab, name) {
        Some(found @ (Name::City(_) | Name::Body(_))) => vocab.parts().names.code_with(found),
        Some(_) | None => stated,
    }
}
