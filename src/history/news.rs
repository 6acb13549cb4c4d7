//! What is new about the files of the inbox since the last run.

use super::unread::{Record, Seen};
use crate::model::News;
use std::collections::BTreeSet;

/// What is new about files, held against what the last run made of them; `None` if there was none.
pub(super) fn news(record: Option<&Record>, files: &[Seen]) -> Option<News> {
    let record = record?;
    let known: BTreeSet<(&str, &str)> =
        record.files.iter().map(|file| (file.file.as_str(), file.sha256.as_str())).collect();
    let needed: BTreeSet<(&str, &str)> = record
        .files
        .iter()
        .filter(|file| file.status.needs_person())
        .map(|file| (file.file.as_str(), file.sha256.as_str()))
        .collect();
    let reported: BTreeSet<&str> = record
        .files
        .iter()
        .filter(|file| file.status.is_read())
        .map(|file| file.department.as_str())
        .collect();
    let is_in = |set: &BTreeSet<(&str, &str)>, seen: &Seen| set.contains(&(seen.file, seen.sha256));
    let needing = files.iter().filter(|seen| seen.status.needs_person() && !is_in(&needed, seen));
    let reporting: BTreeSet<&str> =
        files.iter().filter(|seen| seen.status.is_read()).filter_map(|seen| seen.department).collect();
    Some(News {
        arrived: files.iter().filter(|seen| !is_in(&known, seen)).count(),
        needing: needing.map(|seen| seen.file.to_owned()).collect(),
        departments: reporting.difference(&reported).map(|code| (*code).to_owned()).collect(),
    })
}
