//! The texts that are carried over as they were written.

use super::gist::Gist;
use crate::model::{Doubt, Reading, Record, Role};

/// The activity, as reported.
pub fn title(gist: &Gist, record: &Record) -> Reading<String> {
    let reading = text(gist, Role::Activity);
    let reading = flawed(record, Role::Activity, reading);
    if record.doubtful { reading.doubted(Doubt::ReadingUnsure) } else { reading }
}

/// All texts of a role, as reported; a doubt where characters of it could not be read.
pub fn text(gist: &Gist, role: Role) -> Reading<String> {
    let text = gist.all(role);
    if text.is_empty() {
        return Reading::default();
    }
    let reading = Reading::certain(text.clone(), text.clone());
    if text.contains(char::REPLACEMENT_CHARACTER) {
        reading.doubted(Doubt::TextDamaged { written: text })
    } else {
        reading
    }
}

/// The reading with a doubt if a cell of the role is cut or damaged.
pub fn flawed(record: &Record, role: Role, reading: Reading<String>) -> Reading<String> {
    let flaw = record.fields.get(&role).into_iter().flatten().any(|written| written.flawed);
    if flaw { reading.doubted(Doubt::CellCut) } else { reading }
}
