//! What of an engagement is compared: names as numbers, days as numbers, texts as weighted letter groups.

pub mod days;
pub mod persons;
pub mod text;
mod wording;

pub use days::Days;
pub use text::Text;

use crate::model::{Confidence, Engagement, Group, Kind, Rank, Status};
use crate::vocab::Vocab;
use crate::vocab::subjects::Subject;
use crate::vocab::words::Branch;
use days::MonthDay;
use persons::Persons;
use std::collections::{BTreeSet, HashMap};
use wording::Wordings;

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
    let mut wordings = Wordings::new(vocab);
    let mut all: Vec<Traits> = engagements.iter().map(|e| traits_of(e, &mut wordings, &mut names)).collect();
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

fn traits_of<'a>(e: &'a Engagement, wordings: &mut Wordings<'a>, names: &mut Names) -> Traits {
    let worded = wordings.of(e, names);
    let letter = e.kind.value == Kind::Correspondence;
    let days = Days::of(e).filter(|days| letter || !days::is_of_letter(&worded.letters, *days));
    let mut numbers = |values: &[String], sort: &str| sorted(values, sort, names);
    let (countries, cities) = (numbers(&e.countries.value, "country"), numbers(&e.cities.value, "city"));
    let organisations = numbers(&e.organisations.value, "body");
    let departments = numbers(&e.departments.value, "unit");
    let mut bodies: Vec<u32> = worded.bodies.iter().chain(&organisations).copied().collect();
    bodies.sort_unstable();
    bodies.dedup();
    let mut units = worded.departments.clone();
    units.retain(|unit| !departments.contains(unit));
    let place = &e.place;
    Traits {
        told: days::told(&worded.days, days),
        told_in_year: worded.days.iter().map(|(first, _)| *first).collect(),
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
        title: worded.title,
        thai: worded.thai,
        matter: worded.matter.clone(),
        subjects: worded.subjects.clone(),
        words: worded.words.clone(),
        persons: worded.persons.clone(),
        leads: worded.leads.clone(),
        joined: worded.joined,
        ordinal: worded.ordinal,
    }
}

fn sorted(values: &[String], sort: &str, names: &mut Names) -> Vec<u32> {
    let numbers: BTreeSet<u32> = values.iter().map(|name| names.number(&format!("{sort} {name}"))).collect();
    numbers.into_iter().collect()
}
