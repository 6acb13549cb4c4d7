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

    /// Rows of records from this place on are left out, but for what stands in the row `kept`.
    pub fn leave_out(&mut self, from: &Place, kept: Option<&Place>) {
        let at =
            |place: &Place| (place.spot.sheet().map(str::to_owned), place.spot.row(), place.spot.clone());
        let same = |one: &Place, other: &Place| match (at(one), at(other)) {
            ((sheet, Some(row), _), (other, Some(same), _)) => sheet == other && row == same,
            ((_, _, one), (_, _, other)) => one == other,
        };
        let Some(first) = self.entries.iter().position(|entry| same(&entry.place, from)) else { return };
        for entry in self.entries.iter_mut().skip(first) {
            if entry.fate == Fate::Record && !kept.is_some_and(|kept| same(&entry.place, kept)) {
                entry.fate = Fate::Aside(Because::new("too many records", AsideReason::LeftOut));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Spot;

    #[test]
    fn rows_of_records_that_are_left_out_are_counted_as_set_aside() {
        let place = |row: u32| Place::file("a.csv").at(Spot::Row { sheet: String::new(), row });
        let cell = |row: u32| Place::file("a.csv").at(Spot::Cell { sheet: String::new(), row, column: 2 });
        let mut ledger = Ledger::default();
        for row in 1..=5 {
            let id = ledger.enter(&place(row), "x");
            if row > 1 {
                ledger.record(id);
            } else {
                ledger.aside(id, Because::new("title", AsideReason::Title));
            }
        }
        // The last record that is kept stands in the row in which the first begins that is left out.
        ledger.leave_out(&cell(3), Some(&place(3)));
        let (aside, audit) = ledger.close(2);
        assert_eq!((audit.seen, audit.in_records, audit.aside), (5, 2, 3));
        let reasons: Vec<AsideReason> = aside.iter().map(|aside| aside.reason).collect();
        assert_eq!(reasons, [AsideReason::Title, AsideReason::LeftOut, AsideReason::LeftOut]);
    }
}
