//! How people met.

use super::gist::{Gist, Sense};
use crate::model::{Confidence, Kind, Mode, Reading, Role};

/// Where the mode is told; a column that is called a form may be that of the kind or of the mode.
const ROLES: [Role; 4] = [Role::Venue, Role::Activity, Role::Remark, Role::Kind];

/// The mode; `None` where nothing tells it.
pub fn mode(gist: &Gist, kind: &Reading<Kind>) -> Reading<Option<Mode>> {
    let mut online = None;
    let mut onsite = None;
    for part in ROLES.iter().flat_map(|role| gist.texts(*role)) {
        for hit in part.hits(&gist.vocab.words.modes) {
            let words = part.text.get(hit.start..hit.end).unwrap_or_default().to_owned();
            match gist.vocab.words.modes[hit] {
                Mode::Hybrid => return Reading::certain(Some(Mode::Hybrid), words),
                Mode::Online => online = online.or(Some(words)),
                Mode::Onsite => onsite = onsite.or(Some(words)),
            }
        }
    }
    let venue = gist.all(Role::Venue);
    match (online, onsite) {
        (Some(words), Some(_)) => Reading::certain(Some(Mode::Hybrid), words),
        (Some(words), None) => Reading::certain(Some(Mode::Online), words),
        (None, Some(words)) => Reading::certain(Some(Mode::Onsite), words),
        (None, None) if !venue.is_empty() => Reading::likely(Some(Mode::Onsite), venue),
        (None, None) if is_in_person(kind) => Reading::likely(Some(Mode::Onsite), kind.raw.clone()),
        (None, None) if places_itself(gist) || is_abroad(gist) => {
            Reading::likely(Some(Mode::Onsite), gist.title())
        }
        (None, None) => {
            meets(gist).map_or_else(Reading::default, |words| Reading::likely(Some(Mode::Onsite), words))
        }
    }
}

/// The words of a title that only people who meet in person are told of by: they call, visit, welcome.
fn meets(gist: &Gist) -> Option<&'static str> {
    let lower = gist.title().to_lowercase();
    gist.vocab.grammar.in_person.iter().find(|word| lower.contains(**word)).copied()
}

/// True for kinds whose wording says that people were there: they call, travel, celebrate.
fn is_in_person(kind: &Reading<Kind>) -> bool {
    let there =
        matches!(kind.value, Kind::CourtesyCall | Kind::OutboundVisit | Kind::Ceremony | Kind::CulturalEvent);
    there && kind.confidence >= Confidence::Likely
}

/// True if it took place abroad.
fn is_abroad(gist: &Gist) -> bool {
    let mut titles = gist.titles();
    titles.any(|part| part.names.iter().any(|m| m.is_foreign && m.sense == Sense::Host))
}

/// True if the title says where it was.
fn places_itself(gist: &Gist) -> bool {
    const AT: char = '\u{e13}';
    gist.titles()
        .any(|part| part.text.split(' ').any(|word| word.starts_with(AT) && word.chars().count() != 2))
}
