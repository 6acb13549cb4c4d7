//! Every name the program knows, competing in one search: what is part of a longer name or word is not found.

use super::pack::{BadPack, Row, Tables, code};
use super::phrase::{Claim, Phrase};
use super::tsv::list;
use crate::model::codes;
use crate::thai;

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
    /// Official Thai name.
    pub official: &'static str,
    /// Where it lies.
    pub region: WorldRegion,
    /// What it is to Thailand.
    pub standing: CountryStanding,
}

codes! {
    /// What a country of ISO 3166-1 is to Thailand.
    CountryStanding {
        /// A state.
        State = "state",
        /// A territory, or what Thailand does not recognise as a state.
        Territory = "territory",
    }
}

codes! {
    /// A part of the world by which partners are summed up: ASEAN by membership, the rest as the UN groups countries.
    WorldRegion {
        /// A member of ASEAN.
        Asean = "asean",
        /// East Asia.
        EastAsia = "east_asia",
        /// South Asia.
        SouthAsia = "south_asia",
        /// Central Asia.
        CentralAsia = "central_asia",
        /// West Asia and the Caucasus.
        MiddleEast = "middle_east",
        /// Europe.
        Europe = "europe",
        /// Africa.
        Africa = "africa",
        /// North America.
        NorthAmerica = "north_america",
        /// Latin America and the Caribbean.
        LatinAmerica = "latin_america",
        /// Oceania.
        Oceania = "oceania",
    }
}

/// A city abroad.
#[derive(Debug)]
pub struct City {
    /// English name, as the data files have it.
    pub name: &'static str,
    /// Code of its country.
    pub country: &'static str,
    /// Name in Thai; empty if none is in use.
    pub thai: &'static str,
    /// Since when it is a sister city: a day or a year of the common era, `yes` where that is not known; empty for others.
    pub sister: &'static str,
    /// A province or state of a federation: its country counts, and it is no city.
    pub is_province: bool,
}

/// Whether the city counts an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BodyKind {
    /// Counted by the city: international organisations, networks, agencies.
    Counted,
    /// Chambers, companies, universities, associations: named, not counted.
    Private,
    /// Newspapers, broadcasters, and universities and chambers that the city does not list: neither named nor counted.
    Unnamed,
}

codes! {
    /// What sort of body an organisation is.
    BodySort {
        /// Of one country's friends, professionals or firms.
        Association = "association",
        /// A country's development agency.
        BilateralAgency = "bilateral_agency",
        /// A chamber of commerce.
        Chamber = "chamber",
        /// A network of cities.
        CityNetwork = "city_network",
        /// A company.
        Company = "company",
        /// A country's cultural institute.
        CulturalInstitute = "cultural_institute",
        /// A development bank.
        DevelopmentBank = "development_bank",
        /// A series of events that is an organisation of its own.
        EventSeries = "event_series",
        /// A forum of states.
        Forum = "forum",
        /// A foundation.
        Foundation = "foundation",
        /// An organisation of states.
        Intergovernmental = "intergovernmental",
        /// A newspaper or broadcaster.
        Media = "media",
        /// A non-governmental organisation.
        Ngo = "ngo",
        /// A programme with several members.
        Programme = "programme",
        /// Who ranks cities.
        RankingBody = "ranking_body",
        /// An organisation of a region's states.
        RegionalOrg = "regional_org",
        /// A research institute.
        Research = "research",
        /// A sports federation.
        SportsBody = "sports_body",
        /// A country's trade office.
        TradeAgency = "trade_agency",
        /// Of the United Nations.
        Un = "un",
        /// A university.
        University = "university",
        /// A university that the city does not list.
        UnnamedUniversity = "unnamed_university",
        /// A chamber or association that the city does not list.
        UnnamedChamber = "unnamed_chamber",
    }
}

impl BodySort {
    fn kind(self) -> BodyKind {
        match self {
            Self::Chamber | Self::University | Self::Association | Self::Company => BodyKind::Private,
            Self::Media | Self::UnnamedUniversity | Self::UnnamedChamber => BodyKind::Unnamed,
            Self::BilateralAgency
            | Self::CityNetwork
            | Self::CulturalInstitute
            | Self::DevelopmentBank
            | Self::EventSeries
            | Self::Forum
            | Self::Foundation
            | Self::Intergovernmental
            | Self::Ngo
            | Self::Programme
            | Self::RankingBody
            | Self::RegionalOrg
            | Self::Research
            | Self::SportsBody
            | Self::TradeAgency
            | Self::Un => BodyKind::Counted,
        }
    }
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
    /// Name in Thai; empty if it has none in use.
    pub thai: &'static str,
}

codes! {
    /// What sort of body one is that is no organisation.
    Standing {
        /// An embassy or an office that stands for one.
        Mission = "mission",
        /// A foreign ministry or agency.
        Government = "government",
        /// A foreign city's government.
        CityGovernment = "city_government",
        /// A Thai body.
        Domestic = "domestic",
    }
}

/// What a person can say that a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameSort {
    /// A country, by another name.
    Country,
    /// A city abroad.
    City,
    /// An organisation.
    Organisation(BodySort),
    /// A body that is none.
    Body(Standing),
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
    /// Its abbreviation in Thai; empty if it has none.
    pub short: &'static str,
    /// English name.
    pub english: &'static str,
}

/// The country that is not foreign.
const HOME: &str = "TH";

/// Stands in the column of sister cities for a province, which is no city.
const PROVINCE: &str = "province";
/// Stands in the column of sister cities for one that is none, whatever a pack before says.
pub const NO_SISTER: &str = "no";

/// All names. What a further pack says of something that is listed adds to it: names, and what it knows better.
#[derive(Debug)]
pub struct Gazetteer {
    countries: Vec<Country>,
    cities: Vec<City>,
    organisations: Vec<Organisation>,
    bodies: Vec<Body>,
    departments: Vec<Department>,
    /// The names as they are looked for.
    listed: Vec<Listed>,
}

/// A name as it is looked for.
#[derive(Debug)]
struct Listed {
    words: &'static str,
    means: Name,
    claim: Claim,
}

impl Gazetteer {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let mut names = Self {
            countries: Vec::new(),
            cities: Vec::new(),
            organisations: Vec::new(),
            bodies: Vec::new(),
            departments: Vec::new(),
            listed: Vec::new(),
        };
        names.read_places(tables)?;
        names.read_bodies(tables)?;
        names.read_departments(tables)?;
        for (at, row) in tables.rows("regions.tsv", &["name", "aliases"])?.iter().enumerate() {
            names.list(Name::Region(at), row.field(1), "", "");
        }
        for (at, row) in tables.rows("traps.tsv", &["phrase"])?.iter().enumerate() {
            names.list(Name::Trap(at), row.field(0), "", "");
        }
        Ok(names)
    }

    fn read_places(&mut self, tables: Tables) -> Result<(), BadPack> {
        let columns = &["code", "english", "thai", "official", "region", "standing", "aliases", "weak"];
        for row in &tables.rows("countries.tsv", columns)? {
            let at = self.countries.len();
            if let Some(known) = row.place_in(&self.countries, |country| country.code == row.field(0)) {
                self.list(Name::Country(known), row.field(6), "", row.field(7));
                continue;
            }
            self.countries.push(Country {
                code: row.word(0)?,
                english: row.word(1)?,
                thai: row.word(2)?,
                official: row.word(3)?,
                region: code!(row, 4, WorldRegion)?,
                standing: code!(row, 5, CountryStanding)?,
            });
            self.list(Name::Country(at), row.field(6), "", row.field(7));
        }
        let columns = &["name", "country", "sister", "aliases", "weak"];
        for row in &tables.rows("cities.tsv", columns)? {
            let (name, country) = (row.word(0)?, self.code_of(row, 1)?);
            let thai = list(row.field(3)).find(|words| words.chars().all(thai::is_letter));
            let (thai, sister) = (thai.unwrap_or_default(), row.field(2));
            let known = row.place_in(&self.cities, |city| city.name == name && city.country == country);
            let at = match known {
                Some(at) => at,
                None => {
                    pushed(&mut self.cities, City { name, country, thai, sister: "", is_province: false })
                }
            };
            let city = &mut self.cities[at];
            match sister {
                "" => {}
                NO_SISTER => city.sister = "",
                PROVINCE => city.is_province = true,
                since => city.sister = since,
            }
            self.list(Name::City(at), row.field(3), "", row.field(4));
        }
        Ok(())
    }

    fn read_bodies(&mut self, tables: Tables) -> Result<(), BadPack> {
        let columns = &["name", "kind", "country", "aliases", "exact", "weak"];
        for row in &tables.rows("organisations.tsv", columns)? {
            let (name, kind) = (row.word(0)?, code!(row, 1, BodySort)?.kind());
            let thai = list(row.field(3)).find(|words| is_thai_name(words)).unwrap_or_default();
            let body = Organisation { name, kind, country: self.code_or_none(row, 2)?, thai };
            let at = match row.place_in(&self.organisations, |known| known.name == name) {
                Some(at) => {
                    let known = &mut self.organisations[at];
                    *known =
                        Organisation { thai: if known.thai.is_empty() { thai } else { known.thai }, ..body };
                    at
                }
                None => pushed(&mut self.organisations, body),
            };
            self.list(Name::Organisation(at), row.field(3), row.field(4), row.field(5));
        }
        let columns = &["name", "kind", "country", "aliases", "weak", "city"];
        for row in &tables.rows("not_organisations.tsv", columns)? {
            let (name, standing) = (row.word(0)?, code!(row, 1, Standing)?);
            let body = Body { name, standing, country: self.code_or_none(row, 2)?, city: row.field(5) };
            let same = |known: &Body| known.name == name && known.country == body.country;
            let at = match row.place_in(&self.bodies, same) {
                Some(at) => at,
                None => pushed(&mut self.bodies, body),
            };
            self.list(Name::Body(at), row.field(3), "", row.field(4));
        }
        Ok(())
    }

    fn read_departments(&mut self, tables: Tables) -> Result<(), BadPack> {
        let columns = &["code", "level", "parent", "thai", "short", "english", "aliases", "weak"];
        for row in &tables.rows("departments.tsv", columns)? {
            let (own, parent, short) = (row.field(0), row.field(2), row.field(4));
            let known = row.place_in(&self.departments, |one| one.own_code && one.code == own);
            let at = match known {
                Some(at) => at,
                None => pushed(
                    &mut self.departments,
                    Department {
                        code: if own.is_empty() { row.word(2)? } else { own },
                        own_code: !own.is_empty(),
                        parent,
                        thai: row.word(3)?,
                        short,
                        english: row.field(5),
                    },
                ),
            };
            if !short.is_empty() {
                self.departments[at].short = short;
            }
            self.list(Name::Department(at), row.field(6), "", row.field(7));
        }
        Ok(())
    }

    /// A field that is the code of a country.
    fn code_of(&self, row: &Row, column: usize) -> Result<&'static str, BadPack> {
        let code = row.field(column);
        let known = self.countries.binary_search_by_key(&code, |country| country.code).is_ok()
            || self.country_of(code).is_some();
        if known { Ok(code) } else { Err(row.not_one_of(column, Vec::new())) }
    }

    fn code_or_none(&self, row: &Row, column: usize) -> Result<&'static str, BadPack> {
        if row.field(column).is_empty() { Ok("") } else { self.code_of(row, column) }
    }

    fn list(&mut self, means: Name, plain: &'static str, capitals: &'static str, introduced: &'static str) {
        let claims = [(plain, Claim::Proper), (capitals, Claim::Capitals), (introduced, Claim::Introduced)];
        for (words, claim) in claims {
            for words in list(words) {
                let claim = if claim == Claim::Proper && is_acronym(words) { Claim::Capitals } else { claim };
                self.listed.push(Listed { words, means, claim });
            }
        }
    }

    /// Every name of every table, to be looked for in this layer.
    pub(super) fn phrases(&self, layer: usize) -> impl Iterator<Item = Phrase<Name>> {
        self.listed.iter().map(move |one| Phrase {
            words: one.words,
            means: one.means,
            claim: one.claim,
            layer,
        })
    }

    /// The words of every name.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
        self.listed.iter().map(|one| one.words)
    }

    /// The country of an index.
    pub fn country(&self, at: usize) -> &Country {
        &self.countries[at]
    }

    /// The country of a code.
    pub fn country_of(&self, code: &str) -> Option<&Country> {
        self.countries.iter().find(|country| country.code == code)
    }

    /// True if a name belongs to a foreign state or body.
    pub fn is_foreign(&self, name: Name) -> bool {
        match name {
            Name::Country(at) => self.country(at).code != HOME,
            Name::City(_) | Name::Organisation(_) => true,
            Name::Body(at) => self.body(at).standing != Standing::Domestic,
            Name::Department(_) | Name::Region(_) | Name::Trap(_) => false,
        }
    }

    /// Code of the country that a name brings with it; empty if none.
    pub fn code_with(&self, name: Name) -> &'static str {
        match name {
            Name::Country(at) => self.country(at).code,
            Name::City(at) => self.city(at).country,
            Name::Organisation(at) => self.organisation(at).country,
            Name::Body(at) => self.body(at).country,
            Name::Department(_) | Name::Region(_) | Name::Trap(_) => "",
        }
    }

    /// All countries.
    pub fn countries(&self) -> impl Iterator<Item = &Country> {
        self.countries.iter()
    }

    /// The organisations that the city counts.
    pub fn counted(&self) -> impl Iterator<Item = &Organisation> {
        self.organisations.iter().filter(|organisation| organisation.kind == BodyKind::Counted)
    }

    /// The usual Thai names of all countries.
    pub fn thai_country_names(&self) -> impl Iterator<Item = &'static str> {
        self.countries.iter().map(|country| country.thai)
    }

    /// Names and abbreviations in Thai of countries, cities abroad and departments.
    pub fn thai_names(&self) -> impl Iterator<Item = &'static str> {
        let countries =
            self.thai_country_names().chain(self.countries.iter().map(|country| country.official));
        let cities = self.cities.iter().map(|city| city.thai);
        let departments = self.departments.iter().flat_map(|department| [department.thai, department.short]);
        countries.chain(cities).chain(departments).filter(|name| !name.is_empty())
    }

    /// The city of an index.
    pub fn city(&self, at: usize) -> &City {
        &self.cities[at]
    }

    /// The organisation of an index.
    pub fn organisation(&self, at: usize) -> &Organisation {
        &self.organisations[at]
    }

    /// The body of an index.
    pub fn body(&self, at: usize) -> &Body {
        &self.bodies[at]
    }

    /// The department of an index.
    pub fn department(&self, at: usize) -> &Department {
        &self.departments[at]
    }

    /// The department of a code.
    pub fn department_of(&self, code: &str) -> Option<&Department> {
        self.departments.iter().find(|department| department.own_code && department.code == code)
    }

    /// The Thai name of an organisation by its canonical name.
    pub fn thai_name_of_organisation(&self, name: &str) -> Option<&'static str> {
        let known = self.organisations.iter().find(|organisation| organisation.name == name)?;
        Some(known.thai).filter(|thai| !thai.is_empty())
    }

    /// The Thai name of a city by its English one.
    pub fn thai_name_of_city(&self, name: &str) -> Option<&'static str> {
        let known = self.cities.iter().find(|city| city.name == name)?;
        Some(known.thai).filter(|thai| !thai.is_empty())
    }

    /// Code of the country of a city by its English name.
    pub fn country_of_city(&self, name: &str) -> Option<&'static str> {
        self.cities.iter().find(|city| city.name == name).map(|city| city.country)
    }

    /// The sister cities, with the country of each.
    pub fn sister_cities(&self) -> impl Iterator<Item = &City> {
        self.cities.iter().filter(|city| !city.sister.is_empty())
    }

    /// The department of its own code that has a name or abbreviation, with or without its dots and blanks.
    pub fn department_named(&self, name: &str) -> Option<&Department> {
        let key = thai::fold(name);
        let named = |department: &&Department| {
            let names = [department.thai, department.short, department.english];
            department.own_code && names.iter().any(|known| !known.is_empty() && thai::fold(known) == key)
        };
        self.departments.iter().find(named).filter(|_| !key.is_empty())
    }

    /// The codes of all departments that have one of their own, each with its Thai name.
    pub fn department_list(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.departments.iter().filter(|one| one.own_code).map(|one| (one.code, one.thai))
    }

    /// The codes of all departments that have one of their own.
    pub fn department_codes(&self) -> impl Iterator<Item = &'static str> {
        self.departments.iter().filter(|department| department.own_code).map(|department| department.code)
    }
}

/// Puts a thing at the end of its table, and gives its place.
fn pushed<T>(table: &mut Vec<T>, thing: T) -> usize {
    table.push(thing);
    table.len() - 1
}

/// Short Latin acronyms read like words in small letters (who, us, un).
fn is_acronym(word: &str) -> bool {
    word.chars().count() <= 5
        && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.' || c == '&')
}

/// True for a whole name in Thai letters: a short form has full stops, or few letters.
fn is_thai_name(words: &str) -> bool {
    const FEWEST: usize = 8;
    words.chars().count() >= FEWEST && words.chars().all(|c| thai::is_letter(c) || c == ' ')
}
