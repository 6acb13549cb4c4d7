//! A line of free text understood as if it stood alone in a report: the way to try the vocabulary.

use crate::model::{Context, Hint, Place, Record, Role, Trust, Understood, Written};
use std::collections::BTreeMap;

/// Understands a line. `period` is `YYYY-MM` or `YYYY` in either era, as `--period` gives it; `department` a code.
#[must_use]
pub fn understand_text(text: &str, period: Option<&str>, department: Option<&str>) -> Understood {
    let place = Place::file("");
    let written = Written {
        text: text.to_owned(),
        value: None,
        place: place.clone(),
        heading: String::new(),
        flawed: false,
    };
    let hints = period.map(|text| Hint { text: text.to_owned(), trust: Trust::Title });
    let record = Record {
        place,
        layout: String::from("text"),
        fields: BTreeMap::from([(Role::Activity, vec![written])]),
        context: Context {
            department: Vec::new(),
            period: hints.into_iter().collect(),
            sections: Vec::new(),
        },
    };
    super::understand(&record, department)
}
