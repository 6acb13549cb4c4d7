//! What is observed of two reported rows that may be one engagement.

mod days;
mod kinds;
mod rivals;
mod seen;

use super::traits::persons::Likeness;
use super::traits::{Text, Traits, shared};
use super::weights::{EXCLUDES, Weights, needs_a_person};
use crate::model::{Kind, Level, Rank, Status};
use crate::vocab::words::Branch;
pub use kinds::family;
use rivals::Rivals;
use seen::{Rarity, Seen};

/// Matter from this likeness on, in thousandths, is told again in the same words.
const AGAIN: u32 = 900;
/// Names of bodies from this likeness on may be one.
const ALIKE: u32 = 500;
/// The likeness of matters, in thousandths, from which on a level is reached.
const MATTER: [(u32, Level); 6] = [
    (700, Level::Matter5),
    (500, Level::Matter4),
    (330, Level::Matter3),
    (200, Level::Matter2),
    (100, Level::Matter1),
    (0, Level::Matter0),
];

/// A level with what it weighs.
pub type Observation = (Level, i32);

/// Rows with all that is needed to compare any two of them.
pub struct Rows<'a> {
    traits: Vec<Traits>,
    weights: &'a Weights,
    seen: Seen,
    rivals: Rivals,
}

/// What two rows have in common, before it is told in levels.
#[expect(clippy::struct_excessive_bools, reason = "answers to independent questions about two rows")]
struct Common<'a> {
    a: &'a Traits,
    b: &'a Traits,
    side: bool,
    body: bool,
    city: bool,
    /// Of guests or travellers.
    guests: bool,
}

impl<'a> Rows<'a> {
    /// Rows to be compared with one another; what is rare is rare among them.
    pub fn of(rows: Vec<Traits>, weights: &'a Weights) -> Self {
        Self { weights, seen: Seen::of(&rows), rivals: Rivals::of(&rows), traits: rows }
    }

    /// What is compared.
    pub fn traits(&self) -> &[Traits] {
        &self.traits
    }

    /// Everything observed of two rows with its weight; levels that weigh nothing are left out.
    pub fn observations(&self, a: u32, b: u32) -> Vec<Observation> {
        let weighed = self.levels(a, b).into_iter().map(|level| (level, self.weights.weight(level)));
        weighed.filter(|(_, weight)| *weight != 0).collect()
    }

    /// The evidence that two rows are one, in tenths of log-odds.
    pub fn weight(&self, levels: &[Level]) -> i32 {
        let sum: i32 = levels.iter().map(|level| self.weights.weight(*level)).sum();
        (self.weights.constant + sum).max(EXCLUDES)
    }

    /// The same for putting them together: what needs a person holds them apart.
    pub fn joining(&self, levels: &[Level]) -> i32 {
        if levels.iter().any(|level| needs_a_person(*level)) { EXCLUDES } else { self.weight(levels) }
    }

    /// All levels observed of two rows, in the order of the list.
    pub fn levels(&self, a: u32, b: u32) -> Vec<Level> {
        let (one, two) = (&self.traits[a as usize], &self.traits[b as usize]);
        let bodies = shared(&one.bodies, &two.bodies).next().is_some();
        let cities = shared(&one.cities, &two.cities).next().is_some();
        let countries = shared(&one.countries, &two.countries).next().is_some();
        let mut levels = Vec::with_capacity(16);
        let guests = cities || one.travels() || two.travels();
        let common = Common {
            a: one,
            b: two,
            side: bodies || cities || countries,
            body: bodies,
            city: cities,
            guests,
        };
        let day = days::level(one, two, guests);
        levels.push(day);
        self.sides(&common, countries, &mut levels);
        let person = one.persons.likeness(&two.persons);
        levels.extend(person.map(|likeness| match likeness {
            Likeness::Same => Level::SamePerson,
            Likeness::Like => Level::LikePerson,
            Likeness::Unlike => Level::OtherPerson,
        }));
        levels.extend(rank(one.rank, two.rank));
        let likeness = one.matter.likeness(&two.matter);
        let before = levels.len();
        let other_matter = self.matter(&common, likeness, &mut levels);
        if !common.side && person.is_none() && !levels[before..].iter().any(|level| tells_matter(*level)) {
            levels.push(Level::NothingShared);
        }
        levels.extend(kinds::kind(one, two));
        if other_matter && day != Level::SameDays && person != Some(Likeness::Same) {
            levels.extend(kinds::two_acts(one, two));
        }
        levels.extend(kinds::service(one, two, other_matter));
        levels.extend(status(one.status, two.status));
        levels.extend(lead(one, two));
        if common.side {
            levels.push(self.rivals.level(&self.traits, a, b));
        }
        reporter(&common, likeness, &mut levels);
        levels
    }

    fn sides(&self, common: &Common, countries: bool, levels: &mut Vec<Level>) {
        let Common { a, b, .. } = common;
        if common.side {
            let of_both = [(&a.countries, &b.countries), (&a.cities, &b.cities), (&a.bodies, &b.bodies)];
            let all = of_both.into_iter().flat_map(|(one, two)| shared(one, two));
            levels.push(match self.seen.rarest_side(all) {
                Rarity::Rare => Level::RareSide,
                Rarity::Usual => Level::UsualSide,
                Rarity::Common => Level::CommonSide,
            });
            if u8::from(countries) + u8::from(common.city) + u8::from(common.body) > 1 {
                levels.push(Level::TwoSides);
            }
        } else {
            levels.push(Level::NoSide);
        }
        let both = |one: &[u32], two: &[u32]| !one.is_empty() && !two.is_empty();
        if both(&a.countries, &b.countries) && a.countries != b.countries {
            levels.push(match (countries, common.body) {
                (true, _) => Level::CountriesPartly,
                (false, true) => Level::CountriesBody,
                (false, false) => Level::CountriesUnlike,
            });
        }
        if !common.body && both(&a.organisations, &b.organisations) {
            levels.push(match names_alike(&a.body_names, &b.body_names) {
                true => Level::BodiesAlike,
                false if a.listed && b.listed => Level::BodiesUnlike,
                false => Level::BodiesUnlisted,
            });
        }
        if both(&a.cities, &b.cities) && !common.city {
            levels.push(Level::CitiesUnlike);
        }
    }

    /// What the titles say they were about. True if they tell of two matters.
    fn matter(&self, common: &Common, likeness: Option<u32>, levels: &mut Vec<Level>) -> bool {
        let Common { a, b, .. } = common;
        if let (Some(one), Some(two)) = (a.ordinal, b.ordinal) {
            levels.push(if one == two { Level::SameEdition } else { Level::OtherEdition });
        }
        let mut in_letters = None;
        if a.title == b.title {
            let tells = !a.matter.grams.is_empty() || !a.subjects.is_empty();
            levels.push(if tells { Level::SameTitle } else { Level::SameStock });
        } else if let Some(likeness) = likeness.filter(|_| a.thai == b.thai) {
            // Letters of two scripts cannot be alike: that says nothing.
            in_letters = MATTER.iter().find(|(least, _)| likeness >= *least).map(|(_, level)| *level);
            levels.extend(in_letters);
        }
        let subject = self.subject(common);
        levels.extend(subject);
        let word = self.seen.rarest_word(shared(&a.words, &b.words));
        levels.extend(word.map(|rarity| match rarity {
            Rarity::Rare => Level::RareWord,
            Rarity::Usual | Rarity::Common => Level::UsualWord,
        }));
        match subject {
            Some(Level::OtherSubject | Level::AsideSubject | Level::ResidentSubject) => true,
            Some(_) => false,
            None => in_letters == Some(Level::Matter0) && word.is_none(),
        }
    }

    fn subject(&self, common: &Common) -> Option<Level> {
        let Common { a, b, guests, .. } = common;
        match self.seen.subjects(&a.subjects, &b.subjects) {
            Some(Rarity::Rare) => Some(Level::RareSubject),
            Some(Rarity::Usual) => Some(Level::UsualSubject),
            Some(Rarity::Common) => Some(Level::CommonSubject),
            None if seen::tells(&a.subjects) && seen::tells(&b.subjects) => {
                Some(if is_aside(a) || is_aside(b) {
                    Level::AsideSubject
                } else if *guests {
                    Level::OtherSubject
                } else {
                    Level::ResidentSubject
                })
            }
            None => None,
        }
    }
}

/// True for matter in common that is more than words of many.
fn tells_matter(level: Level) -> bool {
    matches!(
        level,
        Level::SameTitle
            | Level::Matter5
            | Level::Matter4
            | Level::Matter3
            | Level::RareSubject
            | Level::UsualSubject
            | Level::RareWord
            | Level::UsualWord
    )
}

/// At a courtesy call, and where one only joined, each department tells the matter that was its own.
fn is_aside(row: &Traits) -> bool {
    row.joined || row.kind.0 == Kind::CourtesyCall
}

fn names_alike(a: &[Text], b: &[Text]) -> bool {
    a.iter().any(|one| b.iter().any(|two| one.likeness(two).is_some_and(|like| like >= ALIKE)))
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

fn rank(a: Option<Rank>, b: Option<Rank>) -> Option<Level> {
    let (a, b) = (a?, b?);
    Some(match (post(a), post(b)) {
        _ if a == b => Level::SameRank,
        (Some(one), Some(two)) if one != two => Level::OtherRank,
        _ => Level::LikeRank,
    })
}

/// What was called off and what was not; a plan and what became of it are one.
fn status(a: Status, b: Status) -> Option<Level> {
    let called_off = |status| matches!(status, Status::Cancelled | Status::Postponed);
    (a != b && (called_off(a) || called_off(b))).then_some(Level::OtherStatus)
}

fn lead(a: &Traits, b: &Traits) -> Option<Level> {
    if a.leads.is_empty() || b.leads.is_empty() {
        return None;
    }
    let of = |row: &Traits, branch| row.leads.iter().any(|(_, of)| *of == branch);
    let both = |branch| of(a, branch) && of(b, branch);
    Some(if shared(&a.leads, &b.leads).next().is_some() {
        Level::SameLead
    } else if both(Branch::Council) || both(Branch::Governor) {
        Level::OtherLead
    } else {
        Level::OtherHost
    })
}

/// True for rows of a table that tells each traveller of one journey.
fn same_journey(a: &Traits, b: &Traits) -> bool {
    let abroad = |row: &Traits| row.kind.0 == Kind::OutboundVisit;
    let place = if a.cities.is_empty() { a.countries == b.countries } else { a.cities == b.cities };
    abroad(a) && abroad(b) && a.days.is_some() && a.days == b.days && place && !a.countries.is_empty()
}

/// Who reports: a department tells an engagement once, unless it repeats the row in another report.
fn reporter(common: &Common, likeness: Option<u32>, levels: &mut Vec<Level>) {
    let Common { a, b, .. } = common;
    let names =
        |one: &Traits, two: &Traits| shared(&one.named_departments, &two.departments).next().is_some();
    if names(a, b) || names(b, a) {
        levels.push(Level::NamesReporter);
    }
    let again = a.title == b.title || likeness.is_some_and(|likeness| likeness >= AGAIN);
    let same_unit = a.departments == b.departments || shared(&a.departments, &b.departments).next().is_some();
    if a.file == b.file {
        levels.push(match (a.sheet == b.sheet, again) {
            (true, _) if same_unit && same_journey(a, b) => Level::SameJourney,
            (true, _) if same_unit => Level::SameTable,
            (_, true) => Level::SheetAgain,
            (_, false) => Level::OtherSheet,
        });
    } else if same_unit && !a.departments.is_empty() {
        levels.push(if again { Level::UnitAgain } else { Level::SameUnit });
    }
}
