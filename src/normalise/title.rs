//! The texts that are carried over as they were written.

use super::gist::Gist;
use crate::model::{Doubt, Reading, Record, Role};

/// The activity, as reported.
#[must_use]
pub fn title(gist: &Gist, record: &Record) -> Reading<String> {
    let reading = text(gist, Role::Activity);
    flawed(record, Role::Activity, reading)
}

/// All texts of a role, as reported.
#[must_use]
pub fn text(gist: &Gist, role: Role) -> Reading<String> {
    let text = gist.all(role);
    if text.is_empty() { Reading::default() } else { Reading::certain(text.clone(), text) }
}

/// The reading with a doubt if a cell of the role is cut or damaged.
#[must_use]
pub fn flawed(record: &Record, role: Role, reading: Reading<String>) -> Reading<String> {
    let flaw = record.fields.get(&role).into_iter().flatten().any(|written| written.flawed);
    if flaw { reading.doubted(Doubt::CellCut) } else { reading }
}
