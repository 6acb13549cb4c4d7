//! What kind of engagement it is, by the wording, most specific first.

use super::actors::{Actor, Look, What};
use super::gist::{Gist, Mention, Part, Sense};
use crate::model::{Confidence, Doubt, Kind, Reading, Role};
use crate::thai::fold;
use crate::vocab::gazetteer::Name;
use crate::vocab::grammar::GRAMMAR;
use crate::vocab::heads::Sort;
use crate::vocab::tsv::list;
use crate::vocab::words::{Hit, KIND_NAMES, KINDS, SIDES};
use std::sync::LazyLock;

/// Columns of the table of kinds.
const KIND: usize = 1;
const TIER: usize = 2;
const SURE: usize = 3;
const WITH: usize = 5;
const WITHOUT: usize = 6;
/// What the table calls a wording that has no other meaning.
const CERTAIN: &str = "certain";

/// What is known of a record before its kind: conditions of the table that are no words.
struct Facts {
    /// Names of the conditions that hold.
    hold: Vec<&'static str>,
}

/// The kind, from the title; where it is silent or vague, from the report's own column or section.
#[must_use]
pub fn kind(gist: &Gist, sections: &[String]) -> Reading<Kind> {
    let Some(title) = gist.whole_title() else {
        return Reading::guess(Kind::Other, "", Doubt::DefaultTaken);
    };
    let facts = Facts::of(gist, title);
    let stated = gist.texts(Role::Kind).find_map(|part| stated(part, &facts));
    let asked = gist.texts(Role::Supported).next().is_some();
    if stated.as_ref().map_or(asked, |stated| stated.value == Kind::SupportService) {
        return Reading::likely(Kind::SupportService, title.text.clone());
    }
    let by_title = strongest(title.head(), title, &facts);
    match (by_title, stated) {
        (Some(reading), _) if reading.confidence == Confidence::Certain => reading,
        (_, Some(reading)) | (Some(reading), None) => reading,
        (None, None) => strongest(&title.text, title, &facts)
            .or_else(|| sections.iter().rev().find_map(|section| by_section(section, &facts)))
            .map_or_else(
                || Reading::guess(Kind::Other, title.text.clone(), Doubt::DefaultTaken),
                |reading| Reading { confidence: Confidence::Guess, ..reading },
            ),
    }
}

/// The kind that a section names.
fn by_section(section: &str, facts: &Facts) -> Option<Reading<Kind>> {
    stated(&Part::of(Role::Kind, section.to_owned()), facts)
}

/// The kind that a column or a section names.
fn stated(part: &Part, facts: &Facts) -> Option<Reading<Kind>> {
    strongest(&part.text, part, facts).or_else(|| {
        let hit = part.hits(&KIND_NAMES).first()?;
        Some(Reading::likely(Kind::of(KIND_NAMES.field(hit.row, 0))?, part.text.clone()))
    })
}

/// The best rule whose word stands in `heading`; its conditions may stand anywhere in the title that it begins.
fn strongest(heading: &str, title: &Part, facts: &Facts) -> Option<Reading<Kind>> {
    let hits: Vec<&Hit> = title.hits(&KINDS).iter().filter(|hit| hit.start < heading.len()).collect();
    if hits.is_empty() {
        return None;
    }
    let folded = fold(&title.text);
    let usable = |tier: &'static str| {
        let folded = &folded;
        hits.iter()
            .filter(move |hit| KINDS.field(hit.row, TIER) == tier && conditions_hold(hit.row, folded, facts))
    };
    usable("strong")
        .min_by_key(|hit| hit.row)
        .or_else(|| {
            usable("first")
                .min_by_key(|hit| (KINDS.field(hit.row, SURE) != CERTAIN, hit.start, hit.row))
                .filter(|hit| !yields_to_welcome(hit, usable("light").next()))
        })
        .or_else(|| usable("light").min_by_key(|hit| hit.row))
        .and_then(|hit| reading(hit, title))
}

/// A talk that follows a welcome is part of the welcome.
fn yields_to_welcome(hit: &Hit, welcome: Option<&&Hit>) -> bool {
    let meeting = KINDS.field(hit.row, KIND) == Kind::Meeting.code();
    meeting && welcome.is_some_and(|welcome| welcome.start < hit.start)
}

fn reading(hit: &Hit, title: &Part) -> Option<Reading<Kind>> {
    let kind = Kind::of(KINDS.field(hit.row, KIND))?;
    let raw = title.slice(hit.start, hit.end);
    Some(if KINDS.field(hit.row, SURE) == CERTAIN {
        Reading::certain(kind, raw)
    } else {
        Reading::likely(kind, raw)
    })
}

/// What must and must not stand beside a rule's word, ready to be compared.
struct Conditions {
    with: Vec<String>,
    without: Vec<String>,
}

static CONDITIONS: LazyLock<Vec<Conditions>> = LazyLock::new(|| {
    let listed = |row, column| list(KINDS.field(row, column)).map(condition).collect();
    (0..KINDS.len())
        .map(|row| Conditions { with: listed(row, WITH), without: listed(row, WITHOUT) })
        .collect()
});

/// A condition that is no word keeps its sign.
fn condition(written: &'static str) -> String {
    if written.starts_with('@') { written.to_owned() } else { fold(written) }
}

fn conditions_hold(row: usize, folded: &str, facts: &Facts) -> bool {
    let holds = |condition: &String| {
        if condition.starts_with('@') {
            facts.hold.contains(&condition.as_str())
        } else {
            folded.contains(condition.as_str())
        }
    };
    CONDITIONS.get(row).is_some_and(|conditions| {
        (conditions.with.is_empty() || conditions.with.iter().any(holds))
            && !conditions.without.iter().any(holds)
    })
}

impl Facts {
    fn of(gist: &Gist, title: &Part) -> Self {
        let texts = || gist.titles().chain(gist.counterparts());
        let side = |name: &str| title.hits(&SIDES).iter().any(|hit| SIDES.field(hit.row, 0) == name);
        let in_columns = |name: &str| {
            texts().any(|part| part.hits(&SIDES).iter().any(|hit| SIDES.field(hit.row, 0) == name))
        };
        let conditions = [
            ("@envoy", in_columns("envoy")),
            ("@abroad", gist.titles().chain(gist.texts(Role::Venue)).any(is_host_abroad)),
            ("@foreign", texts().any(names_foreign_side) || side("mission")),
            ("@inbound", side("delegation")),
            ("@letter", gist.is_of_letter),
            ("@outward", gist.titles().any(goes_out)),
        ];
        Self { hold: conditions.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name).collect() }
    }
}

/// True if the city's own people go to a foreign side: they stand before the word for going, it behind.
fn goes_out(part: &Part) -> bool {
    let actors = part.actors();
    GRAMMAR.going.iter().flat_map(|word| part.text.match_indices(word)).any(|(at, word)| {
        let (mut before, mut behind) = (false, false);
        for actor in actors {
            before |= actor.range.end <= at && actor.look == Look::Home;
            behind |= actor.range.start >= at + word.len() && actor.look == Look::Known;
        }
        let home = actors.iter().any(|actor| actor.range.start >= at && actor.look == Look::Home);
        let guest = actors.iter().any(|actor| actor.range.end <= at && actor.look == Look::Known);
        before && behind && !home && !guest
    })
}

/// True if a foreign side stands in a text, listed or not.
fn names_foreign_side(part: &Part) -> bool {
    let side =
        |actor: &Actor| actor.is_side() && actor.looks_foreign() && actor.what != What::Body(Sort::Event);
    part.names.iter().any(Mention::is_foreign) || part.actors().iter().any(side)
}

/// True if the text names a place abroad where something happens.
fn is_host_abroad(part: &Part) -> bool {
    let place = |name| matches!(name, Name::City(_) | Name::Country(_));
    part.names.iter().any(|m| m.is_foreign() && m.sense == Sense::Host && place(m.name))
}
