//! Files that earlier registers were made with and that cannot be read now: what is missing for them was not withdrawn.

use super::compare::{listed, text};
use crate::model::{Changes, ContractRow, FileStatus, Listed, Unread};
use serde::Deserialize;
use std::collections::BTreeSet;

/// A file of this run, as far as registers are concerned.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// Path relative to the inbox.
    pub file: &'a str,
    /// SHA-256 of its bytes in lower-case hexadecimal; empty where they were not read.
    pub sha256: &'a str,
    /// What became of it.
    pub status: FileStatus,
    /// Code of its department: by what it says or, where it cannot be read, by its name.
    pub department: Option<&'a str>,
}

/// What a run's record says of a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Recorded {
    pub(super) file: String,
    #[serde(default)]
    pub(super) sha256: String,
    pub(super) department: String,
    pub(super) status: FileStatus,
}

/// The part of a run's record that tells of its files.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct Record {
    pub(super) files: Vec<Recorded>,
}

/// What earlier runs knew.
pub struct Before<'a> {
    /// What the last run made of its files.
    pub record: &'a Record,
    /// What it said to be missing.
    pub unread: &'a [Unread],
    /// The register that this one is compared with.
    pub base: &'a [ContractRow],
}

/// Files that cannot be read now although they were, or although their department reported before and has no other that
/// can. What is missing for them is taken out of what was withdrawn.
pub fn unread(before: &Before, rows: &[ContractRow], files: &[Seen], changes: &mut Changes) -> Vec<Unread> {
    let ids: BTreeSet<String> = rows.iter().map(|row| text(row.get("id"))).collect();
    let read = |code: &str| files.iter().any(|seen| seen.status.is_read() && seen.department == Some(code));
    let mut found = Vec::new();
    for seen in files.iter().filter(|seen| seen.status.is_unread()) {
        let last = before.record.files.iter().find(|file| file.file == seen.file && file.status.is_read());
        let said = before.unread.iter().find(|unread| unread.file == seen.file);
        let named = before.base.iter().any(|row| holds(&listed(row), seen.file));
        let silent = seen.department.filter(|code| reported(before.record, code) && !read(code));
        if last.is_none() && said.is_none() && !named && silent.is_none() {
            continue;
        }
        let department = last.map(|file| file.department.as_str()).filter(|code| !code.is_empty());
        let department = department.or(said.map(|unread| unread.department.as_str())).or(seen.department);
        let department = department.unwrap_or_default().to_owned();
        let gone = |entry: &Listed| {
            // A department's file may come under another name than the one that its entries stood in.
            let renamed = silent.is_some() && entry.files.iter().all(|file| absent(files, file));
            let known = said.is_some_and(|unread| unread.entries.iter().any(|one| one.id == entry.id));
            known || holds(entry, seen.file) || renamed && of(before.base, entry, &department)
        };
        let (missing, withdrawn) = std::mem::take(&mut changes.withdrawn).into_iter().partition(gone);
        changes.withdrawn = withdrawn;
        let mut entries: Vec<Listed> = missing;
        let earlier = said.into_iter().flat_map(|unread| &unread.entries);
        for entry in earlier.filter(|entry| !ids.contains(&entry.id)) {
            if entries.iter().all(|known| known.id != entry.id) {
                entries.push(entry.clone());
            }
        }
        found.push(Unread { file: seen.file.to_owned(), department, entries });
    }
    found
}

/// True if an entry was reported in a file, or in one attached to it.
fn holds(entry: &Listed, file: &str) -> bool {
    entry
        .files
        .iter()
        .any(|known| known.strip_prefix(file).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

fn reported(record: &Record, code: &str) -> bool {
    record.files.iter().any(|file| file.status.is_read() && file.department == code)
}

fn absent(files: &[Seen], file: &str) -> bool {
    files.iter().all(|seen| seen.file != file)
}

/// True if a department reported an entry of the register compared with.
fn of(base: &[ContractRow], entry: &Listed, department: &str) -> bool {
    let row = base.iter().find(|row| text(row.get("id")) == entry.id);
    let departments = row.map(|row| text(row.get("departments"))).unwrap_or_default();
    departments.split("; ").any(|code| code == department)
}
