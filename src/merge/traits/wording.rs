//! What the words of a row tell, read once for all rows that are worded alike: reports repeat each other, and a plan
//! its items.

use super::days::{self, MonthDay};
use super::persons::Persons;
use super::text::Text;
use super::{Names, sorted};
use crate::model::Engagement;
use crate::thai::{fold, is_thai, normal};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;
use crate::vocab::matter::Stretch;
use crate::vocab::subjects::Subject;
use crate::vocab::words::Branch;
use foldhash::fast::RandomState;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// A word in Latin letters has so many at least; one in capitals, so many capitals.
const WORD: usize = 4;
const CAPITALS: usize = 2;
/// A title with so many Thai letters is in Thai.
const THAI: usize = 4;

/// What the words of a row tell. Names are numbers, sorted.
pub struct Wording {
    /// Days that the title tells.
    pub days: Vec<(MonthDay, MonthDay)>,
    /// Those of letters among them.
    pub letters: Vec<MonthDay>,
    /// Organisations that the title or the counterpart names.
    pub bodies: Vec<u32>,
    /// Departments that the title or the place names.
    pub departments: Vec<u32>,
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

/// All words of a row that are read.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Words<'a> {
    title: &'a str,
    lead: &'a str,
    venue: &'a str,
    counterpart: &'a str,
    /// Organisations, countries, cities and the supported department, as written.
    written: [&'a str; 4],
}

impl<'a> Words<'a> {
    fn of(e: &'a Engagement) -> Self {
        Self {
            title: &e.title.value,
            lead: &e.lead.value,
            venue: &e.venue.value,
            counterpart: &e.counterpart.value,
            written: [&e.organisations.raw, &e.countries.raw, &e.cities.raw, &e.supported_department.raw],
        }
    }
}

/// What was read so far.
pub struct Wordings<'a> {
    vocab: Vocab,
    known: HashMap<Words<'a>, Rc<Wording>, RandomState>,
}

impl<'a> Wordings<'a> {
    /// Nothing is read yet.
    pub fn new(vocab: Vocab) -> Self {
        Self { vocab, known: HashMap::default() }
    }

    /// What the words of an engagement tell.
    pub fn of(&mut self, e: &'a Engagement, names: &mut Names) -> Rc<Wording> {
        let words = Words::of(e);
        let told = self.known.entry(words).or_insert_with(|| Rc::new(read(self.vocab, &words, names)));
        Rc::clone(told)
    }
}

fn read(vocab: Vocab, written: &Words, names: &mut Names) -> Wording {
    let title = normal(written.title);
    let cut = matter_of(vocab, written);
    let matter: Vec<&str> =
        cut.iter().filter(|(class, _)| *class == Stretch::Matter).map(|(_, words)| words.as_str()).collect();
    let [in_title, of_counterpart] = [title.as_str(), written.counterpart].map(|text| named(vocab, text));
    let mut units = in_title.departments;
    units.extend(named(vocab, written.venue).departments);
    Wording {
        days: days::in_title(&title),
        letters: crate::dates::dated::of_letters(&title),
        bodies: sorted(&[in_title.bodies, of_counterpart.bodies].concat(), "body", names),
        departments: sorted(&units, "unit", names),
        title: names.number(&format!("title {}", fold(&title))),
        thai: title.chars().filter(|c| is_thai(*c)).count() >= THAI,
        matter: Text::of(matter.into_iter()),
        subjects: vocab.subjects.of_text(&blanked(&title, &in_title.at)),
        words: words(vocab, &title, &in_title.at, names),
        persons: Persons::of(vocab, &without(&title, &[written.lead]), written.counterpart),
        leads: leads(vocab, written.lead, &title),
        joined: cut.iter().any(|(class, _)| *class == Stretch::Joined),
        ordinal: ordinal(&cut),
    }
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
        scan.hits(executives).iter().map(|hit| (hit.row, executives[hit].branch)).collect()
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
fn matter_of(vocab: Vocab, written: &Words) -> Vec<(Stretch, String)> {
    let known = [written.lead, written.venue, written.counterpart].into_iter().chain(written.written);
    vocab.matter.stretches(&without(written.title, &known.collect::<Vec<_>>()))
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
