//! Whether an engagement took place, by the wording only.

use super::gist::{Gist, Part};
use crate::model::{Reading, Role, Status};
use crate::vocab::words::STATUSES;

/// The status; without a word about it, held.
#[must_use]
pub fn status(gist: &Gist) -> Reading<Status> {
    let by = |role: Role, wheres: &'static [&'static str]| {
        gist.texts(role).find_map(move |part| said(part, wheres))
    };
    by(Role::Status, &["status", "any"])
        .or_else(|| by(Role::Activity, &["any", "title"]).filter(|r| r.value != Status::Held))
        .or_else(|| by(Role::Remark, &["any", "remark"]).filter(|r| r.value != Status::Held))
        .or_else(|| by(Role::Outcome, &["any", "remark"]).filter(|r| r.value != Status::Held))
        .or_else(|| by(Role::Date, &["any"]))
        .unwrap_or_else(|| Reading::likely(Status::Held, ""))
}

/// The strongest status in a text: called off before put off before announced before done.
fn said(part: &Part, wheres: &[&str]) -> Option<Reading<Status>> {
    let opening = part.role != Role::Outcome;
    part.hits(&STATUSES)
        .iter()
        .filter(|hit| wheres.contains(&STATUSES.field(hit.row, 1)))
        .filter(|hit| opening || hit.start == 0)
        .filter_map(|hit| {
            let status = Status::of(STATUSES.field(hit.row, 0))?;
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
