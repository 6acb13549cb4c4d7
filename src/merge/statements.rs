//! Running texts of several sources as one: their distinct statements.

use crate::model::Reading;
use crate::thai::fold;
use std::collections::BTreeSet;

/// The texts joined with `; `, longest first where one holds another; what another says in full is left out.
pub fn join<'a>(texts: impl Iterator<Item = &'a Reading<String>>) -> Reading<String> {
    let mut seen = BTreeSet::new();
    let said: Vec<(String, &Reading<String>)> = texts
        .filter(|r| !r.value.trim().is_empty())
        .map(|r| (fold(&r.value), r))
        .filter(|(key, _)| seen.insert(key.clone()))
        .collect();
    let distinct: Vec<&Reading<String>> = said
        .iter()
        .enumerate()
        .filter(|(at, (key, _))| {
            !said
                .iter()
                .enumerate()
                .any(|(other, (held_by, _))| other != *at && held_by.contains(key.as_str()))
        })
        .map(|(_, (_, reading))| *reading)
        .collect();
    match distinct.as_slice() {
        [] => Reading::default(),
        [one] => (*one).clone(),
        several => {
            let mut out = Reading::default();
            let (mut values, mut raws) = (Vec::new(), Vec::new());
            for reading in several {
                values.push(reading.value.trim().trim_end_matches(';'));
                raws.push(reading.raw.trim());
                out.confidence = out.confidence.max(reading.confidence);
                out = reading.doubts.iter().fold(out, |out, doubt| out.doubted(doubt.clone()));
            }
            out.value = values.join("; ");
            out.raw = raws.join("; ");
            out
        }
    }
}
