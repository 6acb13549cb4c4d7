//! What of an engagement is compared: names as numbers, days as numbers, texts as weighted letter groups.

use crate::model::{Confidence, Engagement, Group, Kind, Precision, Rank, Reading};
use crate::thai::fold;
use crate::vocab::Vocab;
use crate::vocab::matter::Stretch;
use jiff::civil::Date;
use std::collections::HashMap;

/// Days longer than this make a range coarse: it does not say much that another row lies within it.
pub const LONG_RANGE: i32 = 14;

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

/// The days of an engagement, counted from 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// First day.
    pub first: i32,
    /// Last day.
    pub last: i32,
    /// How exact.
    pub precision: Precision,
}

impl Days {
    /// True if the days are those of the engagement itself, not of a month or a season.
    pub fn exact(self) -> bool {
        self.precision == Precision::Day && self.last - self.first <= LONG_RANGE
    }
}

/// Names with how sure they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Set {
    /// Sorted numbers.
    pub names: Vec<u32>,
    /// True if the reading is more than a guess.
    pub sure: bool,
}

impl Set {
    /// How many names both have.
    pub fn shared(&self, other: &Self) -> usize {
        self.names.iter().filter(|name| other.names.binary_search(name).is_ok()).count()
    }
}

/// Letter groups of a text, each once, with their weight by rarity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Text {
    /// Sorted by group.
    pub grams: Vec<(u64, u32)>,
    /// Sum of the weights.
    pub weight: u32,
}

impl Text {
    /// A text of the pieces; no group crosses from one piece to the next.
    fn of<'a>(pieces: impl Iterator<Item = &'a str>) -> Self {
        let mut grams = Vec::new();
        for piece in pieces {
            for word in piece.split(|c: char| !c.is_alphanumeric() && !is_combining(c)) {
                grams_of(&fold(word), &mut grams);
            }
        }
        grams.sort_unstable();
        grams.dedup();
        let weight = grams.len() as u32;
        Self { grams: grams.into_iter().map(|gram| (gram, 1)).collect(), weight }
    }

    /// True if nothing is left to compare.
    pub fn is_empty(&self) -> bool {
        self.grams.len() < 2
    }

    /// Likeness in thousandths: the mean of what both share of the shorter and of both together.
    pub fn likeness(&self, other: &Self) -> u32 {
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while i < self.grams.len() && j < other.grams.len() {
            let (a, b) = (self.grams[i], other.grams[j]);
            match a.0.cmp(&b.0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    shared += a.1;
                    i += 1;
                    j += 1;
                }
            }
        }
        let (less, both) = (self.weight.min(other.weight).max(1), (self.weight + other.weight).max(1));
        u32::midpoint(thousandths(shared, less), thousandths(2 * shared, both))
    }

    fn weigh(&mut self, weights: &HashMap<u64, u32>) {
        for (gram, weight) in &mut self.grams {
            *weight = weights.get(gram).copied().unwrap_or(1);
        }
        self.weight = self.grams.iter().map(|(_, weight)| weight).sum();
    }
}

fn thousandths(part: u32, whole: u32) -> u32 {
    (u64::from(part) * 1000 / u64::from(whole)) as u32
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

/// Three letters in one number; a word of one or two letters is one group of its own.
fn grams_of(word: &str, out: &mut Vec<u64>) {
    let letters: Vec<u64> = word.chars().map(|c| u64::from(u32::from(c))).collect();
    if letters.len() < 3 {
        if !letters.is_empty() {
            out.push(letters.iter().fold(0, |sum, letter| sum << 21 | letter));
        }
        return;
    }
    out.extend(letters.windows(3).map(|w| w[0] << 42 | w[1] << 21 | w[2]));
}

/// What is compared of one engagement.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Traits {
    /// When, if any day is known.
    pub days: Option<Days>,
    /// Counterpart's countries.
    pub countries: Set,
    /// Foreign cities.
    pub cities: Set,
    /// Organisations.
    pub organisations: Set,
    /// Reporting departments.
    pub departments: Vec<u32>,
    /// Department supported.
    pub supported: Option<u32>,
    /// Group, and whether it was told by a wording.
    pub group: (Group, bool),
    /// Kind, and whether it was told by a wording.
    pub kind: (Kind, bool),
    /// Rank of the foreign side.
    pub rank: Option<Rank>,
    /// File reported in.
    pub file: u32,
    /// Sheet of the file; 0 where there is none.
    pub sheet: u32,
    /// The whole title as a key.
    pub title: u32,
    /// The matter of the title: without names already understood and without stock words.
    pub matter: Text,
    /// Persons named as the counterpart.
    pub persons: Vec<Text>,
    /// Persons named in the title, who may be the city's own.
    pub persons_in_title: Vec<Text>,
    /// Counterpart's body in words.
    pub body: Text,
    /// Who led.
    pub lead: Text,
    /// Where.
    pub venue: Text,
    /// True if the row tells the part of one who joined what another hosted.
    pub joined: bool,
    /// Running number (ครั้งที่).
    pub ordinal: Option<u32>,
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
    let cut = matter_of(vocab, e);
    let matter_pieces = cut.iter().filter(|(class, _)| *class == Stretch::Matter).map(|(_, words)| &**words);
    let counterpart = vocab.matter.stretches(&e.counterpart.value);
    let body = counterpart
        .iter()
        .filter(|(class, _)| !matches!(class, Stretch::Stock | Stretch::Joined))
        .map(|(_, words)| words.as_str());
    Traits {
        days: days(e),
        countries: set(&e.countries, "country ", names),
        cities: set(&e.cities, "city ", names),
        organisations: set(&e.organisations, "body ", names),
        departments: e.departments.value.iter().map(|code| names.number(&format!("unit {code}"))).collect(),
        supported: e.supported_department.value.as_ref().map(|code| names.number(&format!("unit {code}"))),
        group: (e.group.value, told(&e.group)),
        kind: (e.kind.value, told(&e.kind)),
        rank: e.counterpart_rank.value,
        file: names.number(&format!("file {}", e.place.file)),
        sheet: e
            .place
            .spot
            .sheet()
            .map_or(0, |sheet| 1 + names.number(&format!("sheet {} {sheet}", e.place.file))),
        title: names.number(&format!("title {}", fold(&e.title.value))),
        matter: Text::of(matter_pieces),
        persons: persons(&counterpart),
        persons_in_title: persons(&vocab.matter.stretches(&without(&e.title.value, &[&e.lead.value]))),
        body: Text::of(body),
        lead: Text::of([e.lead.value.as_str()].into_iter()),
        venue: Text::of([e.venue.value.as_str()].into_iter()),
        joined: cut.iter().any(|(class, _)| *class == Stretch::Joined),
        ordinal: ordinal(&cut),
    }
}

fn told<T>(reading: &Reading<T>) -> bool {
    reading.confidence >= Confidence::Likely
}

fn set(reading: &Reading<Vec<String>>, kind: &str, names: &mut Names) -> Set {
    let mut numbers: Vec<u32> =
        reading.value.iter().map(|name| names.number(&format!("{kind}{name}"))).collect();
    numbers.sort_unstable();
    numbers.dedup();
    Set { names: numbers, sure: told(reading) }
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

fn days(e: &Engagement) -> Option<Days> {
    let period = &e.period.value;
    if period.precision == Precision::None {
        return None;
    }
    let (first, last) = match (period.start, period.end) {
        (Some(first), Some(last)) => (first, last),
        (Some(day), None) | (None, Some(day)) => (day, day),
        (None, None) => return None,
    };
    Some(Days { first: day_number(first), last: day_number(last.max(first)), precision: period.precision })
}

/// Days since 1970-01-01.
pub fn day_number(date: Date) -> i32 {
    let hours = jiff::civil::date(1970, 1, 1).duration_until(date).as_hours();
    (hours / 24) as i32
}

/// The names after words such as นาย or Mr., up to an office or the second blank.
fn persons(cut: &[(Stretch, String)]) -> Vec<Text> {
    let mut out = Vec::new();
    for pair in cut.windows(2) {
        let [(class, _), (next, words)] = pair else { continue };
        if *class == Stretch::Honorific && *next == Stretch::Matter {
            let name: Vec<&str> =
                words.split([',', '(', '|', '\n']).next().unwrap_or("").split_whitespace().take(2).collect();
            let text = Text::of(name.into_iter());
            if !text.is_empty() {
                out.push(text);
            }
        }
    }
    out
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
