//! Outputs that cannot be put in place since another program holds a file: they wait whole in a folder of their own.

use super::{DATA, NEW, Published, STAGING, clear, exists, failure, rename, step, sync, within, write_new};
use crate::digest::sha256;
use crate::model::Place;
use crate::problem::{Failure, Problem, What};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folder of the outputs that wait, inside the outbox.
pub const NEXT: &str = "next";
/// Under which name a filled-in review is kept where a later one was filled in too.
const EARLIER_REVIEW: &str = "review-earlier.xlsx";

/// True if an error says that another program holds the file open in a way that keeps others off.
pub(super) fn is_held(error: &io::Error) -> bool {
    // A sharing violation and a lock violation, for which the standard library has no kind.
    let violation = matches!(error.raw_os_error(), Some(32 | 33));
    cfg!(windows) && violation || seam(error)
}

/// In tests, how a held file is told from others.
#[cfg(test)]
fn seam(error: &io::Error) -> bool {
    error.to_string() == tests::HELD
}

#[cfg(not(test))]
fn seam(_error: &io::Error) -> bool {
    false
}

/// Sets outputs beside those that stand, in place of any that waited before. They are there whole or not at all.
pub(super) fn set_beside<P: AsRef<str>>(
    outbox: &Path,
    outputs: &[(P, Vec<u8>)],
    held: String,
) -> Result<Published, Failure> {
    let staging = outbox.join(STAGING);
    clear(&staging)?;
    for (output, bytes) in outputs {
        let new = within(&staging.join(NEW), output.as_ref())?;
        write_new(&new, bytes).map_err(|error| failure(&new, &error))?;
        new.ancestors().skip(1).take_while(|above| above.starts_with(&staging)).for_each(sync);
    }
    drop_waiting(outbox)?;
    let next = outbox.join(NEXT);
    step();
    rename(&staging.join(NEW), &next).map_err(|error| failure(&next, &error))?;
    sync(outbox);
    Ok(Published::Beside { held })
}

/// Removes the outputs that wait.
pub(super) fn drop_waiting(outbox: &Path) -> Result<(), Failure> {
    let next = outbox.join(NEXT);
    if !waits(outbox) {
        return Ok(());
    }
    step();
    fs::remove_dir_all(&next).map_err(|error| failure(&next, &error))
}

/// True if outputs wait. A folder of this name without the program's record is none of ours.
pub fn waits(outbox: &Path) -> bool {
    record(outbox).is_file()
}

fn record(outbox: &Path) -> PathBuf {
    outbox.join(NEXT).join(DATA).join("run.json")
}

/// Where the newest outputs lie: those that wait, or those in place.
pub fn newest(outbox: &Path) -> PathBuf {
    if waits(outbox) { outbox.join(NEXT) } else { outbox.to_path_buf() }
}

/// Puts the outputs in place that wait, if they can be put there now. `review` is the output that people fill in: what
/// was typed into the one that stands is kept.
///
/// # Errors
/// If what waits cannot be read, or the outbox cannot be written.
pub fn take_in(outbox: &Path, review: &str) -> Result<Option<Problem>, Failure> {
    if !waits(outbox) {
        return Ok(None);
    }
    let next = outbox.join(NEXT);
    let mut outputs: Vec<(String, Vec<u8>)> = Vec::new();
    collect(&next, "", &mut outputs)?;
    let mut told = None;
    if is_filled_in(outbox, review)? {
        let standing =
            super::read_file(&outbox.join(review)).map_err(|e| failure(&outbox.join(review), &e))?;
        if is_filled_in(&next, review)? {
            outputs.insert(0, (EARLIER_REVIEW.to_owned(), standing));
            let what = What::ReviewEarlier { kept: EARLIER_REVIEW.to_owned() };
            told = Some(Problem::warning(Place::file(review), what));
        } else {
            outputs.retain(|(output, _)| output != review);
        }
    }
    match super::put_in_place(outbox, &outputs, &[]) {
        Ok(()) => drop_waiting(outbox).map(|()| told),
        // Still open: what waits goes on waiting.
        Err(Failure::Held { .. }) => Ok(None),
        Err(failed) => Err(failed),
    }
}

/// The files below a folder, by their paths with `/`; the run's record last, which marks the set as complete.
fn collect(folder: &Path, before: &str, outputs: &mut Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    let listed = fs::read_dir(folder).map_err(|error| failure(folder, &error))?;
    let mut names: Vec<_> = listed.flatten().map(|entry| entry.file_name()).collect();
    names.sort_by_key(|name| (name == DATA, name == "run.json", name.clone()));
    for name in names {
        let path = folder.join(&name);
        let output = format!("{before}{}", name.to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{output}/"), outputs)?;
        } else {
            let bytes = super::read_file(&path).map_err(|error| failure(&path, &error))?;
            outputs.push((output, bytes));
        }
    }
    Ok(())
}

/// True if a file of a set is there and no longer as the set's own record says that it was written.
fn is_filled_in(set: &Path, file: &str) -> Result<bool, Failure> {
    let path = set.join(file);
    if !exists(&path)? {
        return Ok(false);
    }
    let bytes = super::read_file(&path).map_err(|error| failure(&path, &error))?;
    let record = super::read_file(&set.join(DATA).join("run.json")).unwrap_or_default();
    let digest = sha256(&bytes);
    Ok(!record.windows(digest.len()).any(|part| part == digest.as_bytes()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test that cannot go on should stop
pub(super) mod tests {
    use super::super::{lock, publish, publish_instead, stage_held};
    use super::*;

    /// What an error of a held file says in tests.
    pub const HELD: &str = "held by another program";

    fn outputs(words: &str) -> Vec<(String, Vec<u8>)> {
        let review = format!("review {words}").into_bytes();
        let record = format!("{words} {}", sha256(&review)).into_bytes();
        vec![
            ("engagements.xlsx".to_owned(), words.as_bytes().to_vec()),
            ("review.xlsx".to_owned(), review),
            ("data/run.json".to_owned(), record),
        ]
    }

    fn read(path: &Path) -> String {
        String::from_utf8(fs::read(path).unwrap()).unwrap()
    }

    #[test]
    fn where_a_file_is_held_the_new_set_waits_whole_and_the_next_run_moves_it_in() {
        let folder = tempfile::tempdir().unwrap();
        let outbox = folder.path();
        publish(outbox, &outputs("old")).unwrap();
        for held in ["review.xlsx", "data/run.json"] {
            stage_held(Some(held));
            let published = publish_instead(outbox, &outputs("new"), &[]).unwrap();
            let Published::Beside { held: named } = published else { panic!("put in place") };
            assert!(named.ends_with(held), "{named}");
            assert_eq!(read(&outbox.join("engagements.xlsx")), "old");
            assert_eq!(read(&outbox.join("next/engagements.xlsx")), "new");
            assert_eq!(newest(outbox), outbox.join("next"));
        }
        // Still open: it waits on.
        drop(lock(outbox).unwrap());
        assert_eq!(take_in(outbox, "review.xlsx").unwrap(), None);
        assert!(waits(outbox));
        stage_held(None);
        drop(lock(outbox).unwrap());
        assert_eq!(take_in(outbox, "review.xlsx").unwrap(), None);
        assert_eq!(read(&outbox.join("engagements.xlsx")), "new");
        assert!(!outbox.join("next").exists() && newest(outbox) == outbox);
    }

    #[test]
    fn what_was_typed_into_either_review_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let outbox = folder.path();
        let beside = || {
            publish(outbox, &outputs("old")).unwrap();
            stage_held(Some("engagements.xlsx"));
            publish_instead(outbox, &outputs("new"), &[]).unwrap();
            stage_held(None);
        };
        beside();
        fs::write(outbox.join("review.xlsx"), "answers").unwrap();
        assert_eq!(take_in(outbox, "review.xlsx").unwrap(), None);
        assert_eq!(read(&outbox.join("review.xlsx")), "answers");
        assert_eq!(read(&outbox.join("engagements.xlsx")), "new");

        beside();
        fs::write(outbox.join("review.xlsx"), "earlier answers").unwrap();
        fs::write(outbox.join("next/review.xlsx"), "later answers").unwrap();
        let told = take_in(outbox, "review.xlsx").unwrap().map(|problem| problem.what);
        assert_eq!(told, Some(What::ReviewEarlier { kept: EARLIER_REVIEW.to_owned() }));
        assert_eq!(read(&outbox.join("review.xlsx")), "later answers");
        assert_eq!(read(&outbox.join(EARLIER_REVIEW)), "earlier answers");
    }
}
