//! Every row seen gets exactly one fate. The audit is counted from here, so it cannot fail to balance.

use super::judge::Because;
use crate::model::{Aside, AsideReason, Audit, Place};

/// A row's entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowId(pub usize);

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Open,
    Aside(Because),
    Record,
}

struct Entry {
    place: Place,
    text: String,
    fate: Fate,
}

/// All rows of a document in reading order, with their fates.
#[derive(Default)]
pub struct Ledger {
    entries: Vec<Entry>,
}

/// Length in characters to which the words of a row set aside are shortened.
const SHORT: usize = 160;

impl Ledger {
    /// Enters a row that has something in it.
    pub fn enter(&mut self, place: &Place, text: &str) -> RowId {
        let mut short: String = text.chars().take(SHORT).collect();
        if short.len() < text.len() {
            short.push('…');
        }
        self.entries.push(Entry { place: place.clone(), text: short, fate: Fate::Open });
        RowId(self.entries.len() - 1)
    }

    /// True if nothing is known of the row yet.
    pub fn is_open(&self, row: RowId) -> bool {
        self.entries[row.0].fate == Fate::Open
    }

    /// The row is part of a record. This holds against any reason to set it aside: nothing of a record is lost.
    pub fn record(&mut self, row: RowId) {
        self.entries[row.0].fate = Fate::Record;
    }

    /// The row is no record, unless something else is known of it already.
    pub fn aside(&mut self, row: RowId, because: Because) {
        let entry = &mut self.entries[row.0];
        if entry.fate == Fate::Open {
            entry.fate = Fate::Aside(because);
        }
    }

    /// Rows of these sheets that were records are none, for this reason.
    pub fn replace_records(&mut self, sheets: &[String], because: Because) {
        for entry in self.entries.iter_mut().filter(|entry| entry.fate == Fate::Record) {
            if entry.place.spot.sheet().is_some_and(|sheet| sheets.iter().any(|s| s == sheet)) {
                entry.fate = Fate::Aside(because);
            }
        }
    }

    /// Where section headings stand in a sheet, or on all pages.
    pub fn sections(&self, sheet: Option<&str>) -> impl Iterator<Item = &Place> {
        let headings = self.entries.iter().filter(
            |entry| matches!(entry.fate, Fate::Aside(because) if because.reason == AsideReason::Section),
        );
        headings.map(|entry| &entry.place).filter(move |place| place.spot.sheet() == sheet)
    }

    /// Everything that is no record, and the count of all. A row that nothing took is not understood.
    pub fn close(self, records: usize) -> (Vec<Aside>, Audit) {
        let mut audit =
            Audit { seen: self.entries.len() as u64, records: records as u64, ..Audit::default() };
        let mut aside = Vec::new();
        for Entry { place, text, fate } in self.entries {
            let because = match fate {
                Fate::Record => {
                    audit.in_records += 1;
                    continue;
                }
                Fate::Aside(because) => because,
                Fate::Open => Because::new("nothing took it", AsideReason::NotUnderstood),
            };
            audit.aside += 1;
            let Because { reason, rule } = because;
            aside.push(Aside { place, text, reason, rule: rule.to_owned() });
        }
        (aside, audit)
    }
}
