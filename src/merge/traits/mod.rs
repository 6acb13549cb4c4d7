//! What of an engagement is compared: names as numbers, days as numbers, texts as weighted letter groups.

pub mod days;
pub mod persons;
pub mod text;

pub use days::Days;
pub use text::Text;

use crate::model::{Confidence, Engagement, Group, Kind, Rank, Status};
use crate::thai::{fold, is_thai, normal};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;
use crate::vocab::matter::Stretch;
use crate::vocab::subjects::Subject;
use crate::vocab::words::Branch;
use days::MonthDay;
use persons::Persons;
use std::collections::{BTreeSet, HashMap};

/// A word in Latin letters has so many at least; one in capitals, so many capitals.
const WORD: usize = 4;
const CAPITALS: usize = 2;
/// A title with so many Thai letters is in Thai.
const THAI: usize = 4;

/// Numbers for names, given in the order in which they are first seen.
#[derive(Default)]
pub struct Names {
    numbers: HashMap<String, u32>,
}

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

/// What is compared of one engagement. Names are numbers, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Traits {
    /// When, if any day is known.
    pub days: Option<Days>,
    /// Days that the title tells beside.
    pub told: Vec<Days>,
    /// Days of a year that the title tells, whether or not the year is known.
    pub told_in_year: Vec<MonthDay>,
    /// The day with day and month exchanged, where it can be read both ways.
    pub exchanged: Option<i32>,
    /// Counterpart's countries.
    pub countries: Vec<u32>,
    /// Foreign cities.
    pub cities: Vec<u32>,
    /// Organisations.
    pub organisations: Vec<u32>,
    /// True if all of those are listed.
    pub listed: bool,
    /// The names of those, by their letters.
    pub body_names: Vec<Text>,
    /// Organisations, and those that the title or the counterpart names.
    pub bodies: Vec<u32>,
    /// Reporting departments.
    pub departments: Vec<u32>,
    /// Other departments that the title or the place names.
    pub named_departments: Vec<u32>,
    /// Department supported.
    pub supported: Option<u32>,
    /// Group.
    pub group: Group,
    /// Kind, and whether it was told by a wording.
    pub kind: (Kind, bool),
    /// Status.
    pub status: Status,
    /// Rank of the foreign side.
    pub rank: Option<Rank>,
    /// File reported in.
    pub file: u32,
    /// Sheet of the file; 0 where there is none.
    pub sheet: u32,
    /// The whole title as a key.
    pub title: u32,
    /// True if the title is in Thai.
    pub thai: bool,
    /// The matter of the title: without names already understood and without stock words.
    pub matter: Text,
    /// What it is about.
    pub subjects: Vec<Subject>,
    /// Words in Latin letters that are neither stock nor names.
    pub words: Vec<u32>,
    /// Persons of the other side.
    pub persons: Persons,
    /// The city's executives who led, or whom the title names, by the rows of the table.
    pub leads: Vec<(usize, Branch)>,
    /// True if the row tells the part of one who joined what another hosted.
    pub joined: bool,
    /// Running number (ครั้งที่).
    pub ordinal: Option<u32>,
}

impl Traits {
    /// True for a service to another department.
    pub fn is_support(&self) -> bool {
        self.group == Group::Support || self.kind.0 == Kind::SupportService
    }

    /// True for guests from abroad and for those who travel: they stay some days, and each day is the same visit's. Who
    /// lives in town comes with many matters.
    pub fn travels(&self) -> bool {
        matches!(self.kind.0, Kind::InboundVisit | Kind::OutboundVisit)
    }

    /// Numbers of all that tells the other side: countries, cities, bodies.
    pub fn sides(&self) -> impl Iterator<Item = u32> + '_ {
        self.countries.iter().chain(&self.cities).chain(&self.bodies).copied()
    }
}

/// The numbers that both lists have.
pub fn shared<'a, T: Ord>(a: &'a [T], b: &'a [T]) -> impl Iterator<Item = &'a T> {
    a.iter().filter(|one| b.binary_search(one).is_ok())
}

/// The traits of all engagements, the texts weighed by the rarity of their letter groups in this run.
pub fn traits(vocab: Vocab, engagements: &[Engagement]) -> Vec<Traits> {
    let mut names = Names::default();
    let mut all: Vec<Traits> = engagements.iter().map(|e| traits_of(vocab, e, &mut names)).collect();
    let mut count: HashMap<u64, u32> = HashMap::new();
    for traits in &all {
        for (gram, _) in &traits.matter.grams {
            *count.entry(*gram).or_insert(0) += 1;
        }
    }
    let rows = all.len() as u32;
    let weights: HashMap<u64, u32> =
        count.into_iter().map(|(gram, seen)| (gram, 2 + (rows / seen).max(1).ilog2())).collect();
    for traits in &mut all {
        traits.matter.weigh(&weights);
    }
    all
}

fn traits_of(vocab: Vocab, e: &Engagement, names: &mut Names) -> Traits {
    let title = normal(&e.title.value);
    let letter = e.kind.value == Kind::Correspondence;
    let cut = matter_of(vocab, e);
    let matter: Vec<&str> =
        cut.iter().filter(|(class, _)| *class == Stretch::Matter).map(|(_, words)| words.as_str()).collect();
    let days = Days::of(e).filter(|days| letter || !days::is_of_letter(&title, *days));
    let in_title = days::in_title(&title);
    let mut numbers = |values: &[String], sort: &str| sorted(values, sort, names);
    let (countries, cities) = (numbers(&e.countries.value, "country"), numbers(&e.cities.value, "city"));
    let organisations = numbers(&e.organisations.value, "body");
    let departments = numbers(&e.departments.value, "unit");
    let spoken = [title.as_str(), e.counterpart.value.as_str()].map(|text| named(vocab, text));
    let mut bodies: Vec<String> = spoken.iter().flat_map(|named| named.bodies.iter().cloned()).collect();
    bodies.extend(e.organisations.value.iter().cloned());
    let mut units = spoken[0].departments.clone();
    units.extend(named(vocab, &e.venue.value).departments);
    let (bodies, mut units) = (numbers(&bodies, "body"), numbers(&units, "unit"));
    units.retain(|unit| !departments.contains(unit));
    let place = &e.place;
    Traits {
        told: days::told(&in_title, days),
        told_in_year: in_title.iter().map(|(first, _)| *first).collect(),
        exchanged: days::exchanged(e, days),
        days,
        countries,
        cities,
        organisations,
        listed: e.organisations.confidence >= Confidence::Certain,
        body_names: e.organisations.value.iter().map(|name| Text::of([name.as_str()].into_iter())).collect(),
        bodies,
        departments,
        named_departments: units,
        supported: e.supported_department.value.as_ref().map(|code| names.number(&format!("unit {code}"))),
        group: e.group.value,
        kind: (e.kind.value, e.kind.confidence >= Confidence::Certain),
        status: e.status.value,
        rank: e.counterpart_rank.value,
        file: names.number(&format!("file {}", place.file)),
        sheet: place
            .spot
            .sheet()
            .map_or(0, |sheet| 1 + names.number(&format!("sheet {} {sheet}", place.file))),
        title: names.number(&format!("title {}", fold(&title))),
        thai: title.chars().filter(|c| is_thai(*c)).count() >= THAI,
        matter: Text::of(matter.iter().copied()),
        subjects: vocab.subjects.of_text(&blanked(&title, &spoken[0].at)),
        words: words(vocab, &title, &spoken[0].at, names),
        persons: Persons::of(vocab, &without(&title, &[&e.lead.value]), &e.counterpart.value),
        leads: leads(vocab, &e.lead.value, &title),
        joined: cut.iter().any(|(class, _)| *class == Stretch::Joined),
        ordinal: ordinal(&cut),
    }
}

fn sorted(values: &[String], sort: &str, names: &mut Names) -> Vec<u32> {
    let numbers: BTreeSet<u32> = values.iter().map(|name| names.number(&format!("{sort} {name}"))).collect();
    numbers.into_iter().collect()
}

/// What a text names.
struct Named {
    bodies: Vec<String>,
    departments: Vec<String>,
    /// Where names stand.
    at: Vec<std::ops::Range<usize>>,
}

fn named(vocab: Vocab, text: &str) -> Named {
    let scan = vocab.scan(&normal(text));
    let mut named = Named { bodies: Vec::new(), departments: Vec::new(), at: Vec::new() };
    for found in &scan.names {
        named.at.push(found.start..found.end);
        match found.means {
            Name::Organisation(at) => named.bodies.push(vocab.names.organisation(at).name.to_owned()),
            Name::Department(at) => named.departments.push(vocab.names.department(at).code.to_owned()),
            Name::Country(_) | Name::City(_) | Name::Body(_) | Name::Region(_) | Name::Trap(_) => {}
        }
    }
    named
}

/// The executives of the city whom the field names, or else the title.
fn leads(vocab: Vocab, field: &str, title: &str) -> Vec<(usize, Branch)> {
    let named = |text: &str| -> BTreeSet<(usize, Branch)> {
        let scan = vocab.scan(&normal(text));
        let executives = &vocab.words.executives;
        scan.hits(executives).iter().map(|hit| (hit.row, executives[hit])).collect()
    };
    let of_field = named(field);
    let leads = if of_field.is_empty() { named(title) } else { of_field };
    leads.into_iter().collect()
}

/// The words of a title in Latin letters, and its short forms, that are matter and stand in no name.
fn words(vocab: Vocab, title: &str, at: &[std::ops::Range<usize>], names: &mut Names) -> Vec<u32> {
    let is_latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '\'' | '&');
    let cut = vocab.matter.stretches(title);
    let matter = cut.iter().filter(|(class, _)| *class == Stretch::Matter).map(|(_, words)| words.as_str());
    let of_matter: BTreeSet<&str> = matter.flat_map(|piece| piece.split(|c| !is_latin(c))).collect();
    let mut out = BTreeSet::new();
    let mut start = 0;
    for piece in title.split_inclusive(|c| !is_latin(c)) {
        let word = piece.trim_end_matches(|c| !is_latin(c));
        let begin = start;
        start += piece.len();
        let long = word.len() >= WORD && word.chars().all(|c| !c.is_ascii_digit());
        let short_form = word.chars().filter(char::is_ascii_uppercase).count() >= CAPITALS;
        let lower = word.to_ascii_lowercase();
        let in_name = at.iter().any(|name| name.start < begin + word.len() && begin < name.end);
        if (long || short_form) && !in_name && of_matter.contains(lower.as_str()) {
            out.insert(names.number(&format!("word {lower}")));
        }
    }
    out.into_iter().collect()
}

/// A title without names that were understood as something else, cut into stretches. For a support service the
/// supported department is such a name too, but what was done stays: it is the matter.
fn matter_of(vocab: Vocab, e: &Engagement) -> Vec<(Stretch, String)> {
    let known = [
        e.lead.value.as_str(),
        e.venue.value.as_str(),
        e.counterpart.value.as_str(),
        e.organisations.raw.as_str(),
        e.countries.raw.as_str(),
        e.cities.raw.as_str(),
        e.supported_department.raw.as_str(),
    ];
    vocab.matter.stretches(&without(&e.title.value, &known))
}

/// The text with borders in the place of its names.
fn blanked(text: &str, names: &[std::ops::Range<usize>]) -> String {
    let mut out = String::new();
    let mut from = 0;
    for name in names {
        if let Some(before) = text.get(from..name.start) {
            out.push_str(before);
            out.push('|');
            from = name.end;
        }
    }
    out.push_str(&text[from..]);
    out
}

/// The text with the names cut out where it holds them; a cut leaves a border.
fn without(text: &str, names: &[&str]) -> String {
    const SHORTEST: usize = 4;
    let mut text = text.to_owned();
    for name in names {
        if name.chars().count() >= SHORTEST && name.len() < text.len() && text.contains(name) {
            text = text.replace(name, " | ");
        }
    }
    text
}

/// The number after ครั้งที่ and the like.
fn ordinal(cut: &[(Stretch, String)]) -> Option<u32> {
    cut.windows(2).find_map(|pair| {
        let [(class, _), (_, words)] = pair else { return None };
        (*class == Stretch::Ordinal).then_some(())?;
        let digits: String =
            crate::thai::arabic_digits(words.trim_start()).chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    })
}
