//! The texts that are carried over as they were written.

use super::gist::Gist;
use crate::model::{CellFlaw, Doubt, Reading, Record, Role, Written};

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
    record.fields.get(&role).into_iter().flatten().fold(reading, of_flaw)
}

/// A reading of a text with a doubt if something is wrong with its cell.
pub fn of_flaw<T>(reading: Reading<T>, written: &Written) -> Reading<T> {
    match written.flaw {
        Some(CellFlaw::Cut | CellFlaw::Damaged) => reading.doubted(Doubt::CellCut),
        Some(CellFlaw::Unsure) => reading.doubted(Doubt::RecognisedUnsure { written: written.text.clone() }),
        None => reading,
    }
}
