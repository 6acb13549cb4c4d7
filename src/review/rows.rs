//! Rows by their names: found again after rows have moved, files were renamed or corrected ones came.

use crate::model::{Place, Processed, Role, RowName, RowNumber, Source, Understood};
use crate::thai::fold;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What names a row: the activity, its days and the foreign side. What is often added to later, such as the outcome,
/// and the running number are not part of it.
const NAMING: &[Role] =
    &[Role::Activity, Role::Date, Role::DateEnd, Role::Counterpart, Role::Delegate, Role::Country];
/// Bytes of the digest that are kept.
const KEPT: usize = 8;

/// The rows of all reports that were read.
pub struct Rows {
    by_wording: BTreeMap<String, Vec<(Place, RowNumber)>>,
    by_source: BTreeMap<(Place, String), (RowNumber, RowName)>,
}

impl Rows {
    /// The rows of the files of a run.
    pub fn of(files: &[Processed]) -> Self {
        let mut rows = Self { by_wording: BTreeMap::new(), by_source: BTreeMap::new() };
        for (file, Processed { reported, .. }) in
            files.iter().enumerate().filter(|(_, p)| p.reported.status.is_read())
        {
            for (row, understood) in reported.understood.iter().enumerate() {
                let name = name(understood);
                let alike = rows.by_wording.entry(name.wording.clone()).or_default();
                alike.push((name.place.clone(), (file, row)));
                let title = understood.engagement.title.value.clone();
                rows.by_source.insert((name.place.clone(), title), ((file, row), name));
            }
        }
        rows
    }

    /// The row of this name: of those that say the same the one at its place, else in its sheet, else in its file,
    /// else in any; `None` if no row says that any more.
    pub fn find(&self, name: &RowName) -> Option<RowNumber> {
        nearest(self.by_wording.get(&name.wording)?, &name.place)
    }

    /// The row behind a source of an entry, and its name.
    pub fn behind(&self, source: &Source) -> Option<&(RowNumber, RowName)> {
        self.by_source.get(&(source.place.clone(), source.title.clone()))
    }
}

/// Of rows that say the same the one at a place, else in its sheet, else in its file, else any.
pub fn nearest(alike: &[(Place, RowNumber)], to: &Place) -> Option<RowNumber> {
    let far = |place: &Place| {
        let row = |place: &Place| place.spot.row().or(place.spot.page()).unwrap_or(0);
        (
            place != to,
            place.file != to.file,
            place.spot.sheet() != to.spot.sheet(),
            row(place).abs_diff(row(to)),
        )
    };
    alike.iter().min_by_key(|(place, number)| (far(place), *number)).map(|(_, number)| *number)
}

/// The name of a row.
pub fn name(understood: &Understood) -> RowName {
    let record = &understood.record;
    let mut digest = Sha256::new();
    for written in NAMING.iter().filter_map(|role| record.fields.get(role)).flatten() {
        digest.update(fold(&written.text).as_bytes());
        digest.update(b"\n");
    }
    let wording = digest.finalize().iter().take(KEPT).fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    });
    RowName { place: understood.engagement.place.clone(), wording }
}
