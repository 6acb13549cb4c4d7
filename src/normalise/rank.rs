//! Rank of the foreign side's most senior person.

use super::gist::{Gist, Part, Sense};
use crate::model::{Rank, Reading, Role};
use crate::vocab::words::RANKS;

/// The rank, from the columns of the foreign side; where they are silent, from the title.
#[must_use]
pub fn rank(gist: &Gist) -> Reading<Option<Rank>> {
    let named = gist
        .counterparts()
        .filter(|part| part.role != Role::Country)
        .filter_map(highest)
        .min_by_key(|(rank, _)| *rank);
    named
        .or_else(|| gist.titles().filter_map(highest).min_by_key(|(rank, _)| *rank))
        .map_or_else(Reading::default, |(rank, words)| Reading::certain(Some(rank), words))
}

fn highest(part: &Part) -> Option<(Rank, String)> {
    RANKS
        .find(&part.text)
        .into_iter()
        .filter(|hit| {
            let thai = |m: &super::gist::Mention| {
                m.sense == Sense::ThaiMission && hit.end <= m.start && m.start - hit.end < 30
            };
            !part.names.iter().any(thai)
        })
        .filter_map(|hit| {
            Some((Rank::of(RANKS.field(hit.row, 0))?, part.text.get(hit.start..hit.end)?.to_owned()))
        })
        .min_by_key(|(rank, _)| *rank)
}
