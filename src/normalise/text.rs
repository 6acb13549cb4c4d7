//! A line of free text understood as if it stood alone in a report: the way to try the vocabulary.

use super::Dating;
use crate::dates::ReportPeriod;
use crate::model::{Context, Place, Record, Role, Understood, Written};
use crate::vocab::Vocab;
use std::collections::BTreeMap;

/// Understands a line as of a report of this period and of the department with this code.
pub fn understand_text(
    vocab: Vocab,
    text: &str,
    period: Option<ReportPeriod>,
    department: Option<&str>,
) -> Understood {
    let place = Place::file("");
    let written = Written {
        text: text.to_owned(),
        value: None,
        place: place.clone(),
        heading: String::new(),
        flaw: None,
    };
    let record = Record {
        place,
        layout: String::from("text"),
        fields: BTreeMap::from([(Role::Activity, vec![written])]),
        context: Context::default(),
        doubtful: false,
        marks: Vec::new(),
    };
    super::understand(vocab, &record, department, Dating { period, ..Dating::default() })
}
