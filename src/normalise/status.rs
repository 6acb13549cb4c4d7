//! Whether an engagement took place, by the wording only.

use super::gist::{Gist, Part};
use crate::model::{Reading, Role, Status};
use crate::vocab::words::Where;

/// The status; without a word about it, held.
#[must_use]
pub fn status(gist: &Gist) -> Reading<Status> {
    let by = |role: Role, wheres: &'static [Where]| gist.texts(role).find_map(move |part| said(part, wheres));
    by(Role::Status, &[Where::Status, Where::Any])
        .or_else(|| by(Role::Activity, &[Where::Any, Where::Title]).filter(|r| r.value != Status::Held))
        .or_else(|| by(Role::Remark, &[Where::Any, Where::Remark]).filter(|r| r.value != Status::Held))
        .or_else(|| by(Role::Outcome, &[Where::Any, Where::Remark]).filter(|r| r.value != Status::Held))
        .or_else(|| by(Role::Date, &[Where::Any]))
        .unwrap_or_else(|| Reading::likely(Status::Held, ""))
}

/// The strongest status in a text: called off before put off before announced before done.
fn said(part: &Part, wheres: &[Where]) -> Option<Reading<Status>> {
    let opening = part.role != Role::Outcome;
    part.hits(&part.vocab.words.statuses)
        .iter()
        .filter(|hit| wheres.contains(&part.vocab.words.statuses[*hit].1))
        .filter(|hit| opening || hit.start == 0)
        .filter_map(|hit| {
            let status = part.vocab.words.statuses[hit].0?;
            Some((rank(status), Reading::certain(status, part.text.get(hit.start..hit.end)?)))
        })
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, reading)| reading)
}

fn rank(status: Status) -> u8 {
    match status {
        Status::Cancelled => 0,
        Status::Postponed => 1,
        Status::Planned => 2,
        Status::Held => 3,
    }
}
