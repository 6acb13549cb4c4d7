//! Rank of the foreign side's most senior person.

use super::gist::{Gist, Part, Sense};
use crate::model::{Rank, Reading, Role};
use crate::vocab::words::{Hit, Party};

/// The rank, from the columns of the foreign side; where they are silent, from the title.
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
    // An embassy's name holds its head's title, but the head need not have been there.
    let missions = part.hits(&part.vocab.words.sides);
    let in_mission = |hit: &Hit| {
        missions.iter().any(|mission| {
            part.vocab.words.sides[mission] == Party::Mission
                && mission.start < hit.start
                && hit.end <= mission.end
        })
    };
    part.hits(&part.vocab.words.ranks)
        .iter()
        .filter(|hit| !in_mission(hit))
        .filter(|hit| {
            let thai = |m: &super::gist::Mention| {
                m.sense == Sense::ThaiMission && hit.end <= m.start && m.start - hit.end < 30
            };
            !part.names.iter().any(thai)
        })
        .filter_map(|hit| Some((part.vocab.words.ranks[hit]?, part.text.get(hit.start..hit.end)?.to_owned())))
        .min_by_key(|(rank, _)| *rank)
}
