//! Puts the outputs in place: all of them or none. The only place that writes to the disk.
//!
//! New outputs are built in a staging folder inside the outbox, on the same file system, and read back. Then the files
//! to be replaced are copied aside, a journal says what is about to happen, and every output is renamed into place,
//! the last one last. A failure on the way is rolled back; a crash is rolled back by the next run, which finds the
//! journal. Neither hard links nor the order of unsynced writes are relied on, which shares and OneDrive do not keep:
//! what a step rests on is on the disk before it is taken.
//!
//! What a person put in the way, a pipe, a link or a device under the name of an output, is neither waited for nor
//! followed. The inbox is never written to, by whatever name it is reached.

mod cache;
mod next;

pub use cache::CacheFolder;
pub use next::{NEXT, newest, take_in, waits};

use crate::digest::sha256;
use crate::model::Place;
use crate::problem::{Failure, Problem, What, full};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Held by a run. It is never removed: a lock on a removed file guards nothing.
const LOCK: &str = ".focalpoint.lock";
/// Folder of the outputs for other programs, inside the outbox.
const DATA: &str = "data";
/// Folder of what was kept under a name, inside the outbox.
const EDITIONS: &str = "editions";
/// Folder of what goes back to the departments, inside the outbox.
const RETURN: &str = "return";
/// Folder for what is being built, inside the outbox.
const STAGING: &str = ".focalpoint-staging";
/// In the staging folder: the outputs as they will be.
const NEW: &str = "new";
/// In the staging folder: copies of the outputs as they were.
const OLD: &str = "old";
/// In the staging folder: what is being put in place. While it exists, the outbox is a mixture.
const JOURNAL: &str = "journal";
/// A line of the journal for an output that replaces a file, and for a file that goes: what stood there comes back.
const REPLACES: &str = "replaces ";
/// A line of the journal for an output that was not there before.
const ADDS: &str = "adds ";

/// Keeps other runs off an outbox until it is dropped; the system frees it when the program ends in any way.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Looks whether a folder may be the outbox, before anything is made.
///
/// # Errors
/// If it is a file, or if it or a folder that outputs are written to is the inbox or lies within it, by whatever name.
pub fn check(outbox: &Path, inbox: &Path) -> Result<(), Failure> {
    let path = full(outbox);
    if outbox.is_file() {
        return Err(Failure::NoFolder { path });
    }
    if is_same(&resolved(outbox), inbox) {
        return Err(Failure::SameFolder { path });
    }
    let written = [DATA, RETURN, STAGING, cache::NAME, EDITIONS, NEXT].map(|folder| outbox.join(folder));
    for written in std::iter::once(outbox.to_path_buf()).chain(written) {
        if resolved(&written).ancestors().any(|above| is_same(above, inbox)) {
            return Err(Failure::WithinInbox { path: full(&written) });
        }
    }
    // These folders are emptied: what lies in them would go.
    for emptied in [outbox.join(STAGING), outbox.join(cache::NAME)] {
        if resolved(inbox).ancestors().any(|above| is_same(above, &emptied)) {
            return Err(Failure::WithinInbox { path: full(&emptied) });
        }
    }
    Ok(())
}

/// A path without links, as far as it is there, and its further parts taken by their names.
fn resolved(path: &Path) -> PathBuf {
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut real = PathBuf::new();
    for part in full.components() {
        match part {
            Component::ParentDir => drop(real.pop()),
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => real.push(part),
        }
        if let Ok(known) = fs::canonicalize(&real) {
            real = known;
        }
    }
    real
}

/// True if two paths lead to the same folder, also where it is mounted at two places.
fn is_same(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(a), Ok(b)) => a == b || matches!((id(&a), id(&b)), (Some(a), Some(b)) if a == b),
        // What is not there yet is nothing else.
        _ => false,
    }
}

/// The device and number of what stands at a path; `None` where the system has none.
#[cfg(unix)]
fn id(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|found| (found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn id(_path: &Path) -> Option<(u64, u64)> {
    None
}

/// Takes an outbox for this run, makes it if it is not there, and clears what a crashed run left.
///
/// # Errors
/// `Failure::Busy` if another run holds it; `Failure::Outbox` if the folder cannot be made or written.
pub fn lock(outbox: &Path) -> Result<Lock, Failure> {
    fs::create_dir_all(outbox).map_err(|error| failure(outbox, &error))?;
    let path = outbox.join(LOCK);
    let file = lock_file(&path).map_err(|error| failure(&path, &error))?;
    let held = match file.try_lock() {
        Ok(()) => file,
        Err(TryLockError::WouldBlock) => return Err(Failure::Busy),
        Err(TryLockError::Error(_)) => local_lock(outbox)?,
    };
    recover(outbox)?;
    Ok(Lock { _file: held })
}

/// Replaces the outputs, each a path within the outbox with `/` and its bytes, in the order given; the last one marks
/// the set as complete. Everything else in the outbox stays.
///
/// # Errors
/// `Failure::Outbox` with the file that could not be written or replaced; the outbox is then as it was.
pub fn publish<P: AsRef<str>>(outbox: &Path, outputs: &[(P, Vec<u8>)]) -> Result<Published, Failure> {
    publish_instead(outbox, outputs, &[])
}

/// Where outputs went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Published {
    /// In place of the earlier ones.
    InPlace,
    /// To a folder of their own, since another program holds this file of the outbox.
    Beside {
        /// The file.
        held: String,
    },
}

/// A file that an earlier run wrote: its path within the outbox and the SHA-256 of its bytes, in lower-case hexadecimal.
pub type Earlier = (String, String);

/// Replaces the outputs, and removes in the same step what an earlier run wrote that is no output any more. What is not
/// as that run wrote it, since a person changed it or put something else there, stays. Where another program holds an
/// output, all stand as they were, and the new ones wait beside them.
///
/// # Errors
/// As [`publish`].
pub fn publish_instead<P: AsRef<str>>(
    outbox: &Path,
    outputs: &[(P, Vec<u8>)],
    earlier: &[Earlier],
) -> Result<Published, Failure> {
    match put_in_place(outbox, outputs, earlier) {
        Ok(()) => next::drop_waiting(outbox).map(|()| Published::InPlace),
        Err(Failure::Held { path }) => next::set_beside(outbox, outputs, path),
        Err(failed) => Err(failed),
    }
}

/// Replaces the outputs in one step that is taken back whole where it fails.
fn put_in_place<P: AsRef<str>>(
    outbox: &Path,
    outputs: &[(P, Vec<u8>)],
    earlier: &[Earlier],
) -> Result<(), Failure> {
    recover(outbox)?;
    let staging = outbox.join(STAGING);
    let gone = unchanged(outbox, outputs, earlier)?;
    let outcome =
        stage(outbox, &staging, outputs, &gone).and_then(|()| replace(outbox, &staging, outputs, &gone));
    let cleared = clear(&staging);
    outcome.and(cleared)
}

/// Those of the earlier files that are no outputs any more and stand as they were written.
fn unchanged<'a, P: AsRef<str>>(
    outbox: &Path,
    outputs: &[(P, Vec<u8>)],
    earlier: &'a [Earlier],
) -> Result<Vec<&'a str>, Failure> {
    let mut gone: Vec<&str> = Vec::new();
    for (path, digest) in earlier {
        let file = within(outbox, path)?;
        let is_output = outputs.iter().any(|(output, _)| output.as_ref() == path);
        // What cannot be read is not known to be ours.
        if !is_output && read_file(&file).is_ok_and(|bytes| sha256(&bytes) == *digest) {
            gone.push(path);
        }
    }
    gone.sort_unstable();
    gone.dedup();
    Ok(gone)
}

/// The way from an outbox to a folder, with `/`; `None` where they have no common root, or a name that is no text.
pub fn link(outbox: &Path, folder: &Path) -> Option<String> {
    let (from, to) = (fs::canonicalize(outbox).ok()?, fs::canonicalize(folder).ok()?);
    let common = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(common).map(|_| Some("..".to_owned()));
    let down = to.components().skip(common).map(|part| part.as_os_str().to_str().map(str::to_owned));
    let parts: Vec<String> = up.chain(down).collect::<Option<_>>()?;
    (common > 0).then(|| parts.join("/"))
}

/// The bytes of an output of an earlier run; `None` if it is not there.
///
/// # Errors
/// A problem that names it if it cannot be read.
pub fn read(outbox: &Path, output: &str) -> Result<Option<Vec<u8>>, Problem> {
    match read_file(&outbox.join(output)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => {
            let what = What::CannotOpen { detail: error.to_string() };
            Err(Problem::warning(Place::file(output), what))
        }
    }
}

/// True if something stands under this name.
pub fn is_taken(outbox: &Path, output: &str) -> bool {
    exists(&outbox.join(output)).unwrap_or(true)
}

/// The paths within an outbox of the files of this name in the folders of a folder, in their order.
pub fn within_folders(outbox: &Path, folder: &str, name: &str) -> Vec<String> {
    let listed = fs::read_dir(outbox.join(folder)).into_iter().flatten().flatten();
    let folders = listed.filter_map(|entry| entry.file_name().to_str().map(str::to_owned));
    let mut found: Vec<String> = folders.map(|within| format!("{folder}/{within}/{name}")).collect();
    found.retain(|path| is_taken(outbox, path));
    found.sort();
    found
}

/// True if a register with entries stands under this name, or one that cannot be read.
pub fn stands(outbox: &Path, register: &str) -> bool {
    read(outbox, register).map_or(true, |bytes| bytes.is_some_and(|bytes| bytes.trim_ascii() != b"[]"))
}

/// A lock on the local disk, for shares whose file system has none. It keeps off runs of this machine.
fn local_lock(outbox: &Path) -> Result<File, Failure> {
    let full = fs::canonicalize(outbox).map_err(|error| failure(outbox, &error))?;
    let name: String =
        full.to_string_lossy().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let tail: String = name.chars().rev().take(60).collect();
    let path = std::env::temp_dir().join(format!("focalpoint-{tail}.lock"));
    let file = lock_file(&path).map_err(|error| failure(&path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Failure::Busy),
        Err(TryLockError::Error(error)) => Err(failure(&path, &error)),
    }
}

fn lock_file(path: &Path) -> io::Result<File> {
    step();
    plain(OpenOptions::new().create(true).truncate(false).read(true).write(true), path)
}

/// The bytes of a file.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    plain(OpenOptions::new().read(true), path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens what has to be a plain file: no link is followed, and no other end of a pipe waited for.
fn plain(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NONBLOCK | libc::O_NOFOLLOW);
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(in_the_way()) }
}

fn in_the_way() -> io::Error {
    io::Error::new(io::ErrorKind::AlreadyExists, "something that is no file stands here")
}

fn failure(path: &Path, error: &io::Error) -> Failure {
    if next::is_held(error) {
        return Failure::Held { path: full(path) };
    }
    Failure::Outbox { path: full(path), detail: error.to_string() }
}

/// The place of an output below a folder. Output names are the program's own; the journal comes from the disk.
fn within(folder: &Path, output: &str) -> Result<PathBuf, Failure> {
    let plain = Path::new(output).components().all(|part| matches!(part, Component::Normal(_)));
    if output.is_empty() || !plain {
        let path = full(&folder.join(output));
        return Err(Failure::Outbox { path, detail: "not a path within the outbox".to_owned() });
    }
    Ok(folder.join(output))
}

/// Builds the new outputs and the copies of what stands in their places, and of what is to go.
fn stage<P: AsRef<str>>(
    outbox: &Path,
    staging: &Path,
    outputs: &[(P, Vec<u8>)],
    gone: &[&str],
) -> Result<(), Failure> {
    let paths = || outputs.iter().map(|(output, _)| output.as_ref()).chain(gone.iter().copied());
    for (output, bytes) in outputs {
        let new = within(&staging.join(NEW), output.as_ref())?;
        write_new(&new, bytes).map_err(|error| failure(&new, &error))?;
    }
    for output in paths() {
        let target = within(outbox, output)?;
        if exists(&target)? {
            replaceable(&target).map_err(|error| failure(&target, &error))?;
            let old = within(&staging.join(OLD), output)?;
            copy(&target, &old).map_err(|error| failure(&target, &error))?;
        }
    }
    // The files are on the disk; so have to be the names that they go by, before the swap begins.
    for output in paths() {
        for side in [NEW, OLD] {
            let file = within(&staging.join(side), output)?;
            file.ancestors().skip(1).take_while(|above| above.starts_with(staging)).for_each(sync);
        }
    }
    sync(outbox);
    Ok(())
}

/// Brings the names in a folder to the disk. Not every file system can; what is done is done all the same.
fn sync(folder: &Path) {
    step();
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Writes a file that must not be there yet and reads it back.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        step();
        fs::create_dir_all(folder)?;
    }
    step();
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    step();
    file.write_all(bytes)?;
    step();
    file.sync_all()?;
    drop(file);
    let mut written = Vec::with_capacity(bytes.len());
    File::open(path)?.read_to_end(&mut written)?;
    if written == bytes {
        Ok(())
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidData, "what was written does not read back the same"))
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    write_new(to, &read_file(from)?)
}

/// True if something stands at a path, a dangling link included.
fn exists(path: &Path) -> Result<bool, Failure> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(false)
        }
        Err(error) => Err(failure(path, &error)),
    }
}

/// Finds out before anything is moved whether a file is open in another program, write-protected or no file.
fn replaceable(path: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(in_the_way());
    }
    #[cfg(test)]
    tests::seam(path)?;
    plain(OpenOptions::new().write(true), path).map(drop)
}

/// Removes what is to go and renames the new outputs into place, with the journal around it.
fn replace<P: AsRef<str>>(
    outbox: &Path,
    staging: &Path,
    outputs: &[(P, Vec<u8>)],
    gone: &[&str],
) -> Result<(), Failure> {
    let mut journal = String::new();
    for output in gone {
        journal.push_str(REPLACES);
        journal.push_str(output);
        journal.push('\n');
    }
    for (output, _) in outputs {
        let replaces = exists(&within(outbox, output.as_ref())?)?;
        journal.push_str(if replaces { REPLACES } else { ADDS });
        journal.push_str(output.as_ref());
        journal.push('\n');
    }
    let path = staging.join(JOURNAL);
    write_new(&path, journal.as_bytes()).map_err(|error| failure(&path, &error))?;
    sync(staging);
    if let Err(failed) = swap(outbox, staging, outputs, gone) {
        // The first failure is what a person needs to know; if the way back fails too, the journal stays and the next
        // run tries again.
        return Err(roll_back(outbox, staging).err().unwrap_or(failed));
    }
    close(outbox, staging)?;
    for folder in gone.iter().filter_map(|output| Path::new(output).parent()) {
        if folder != Path::new("") {
            step();
            // A folder that holds something else stays.
            let _ = fs::remove_dir(outbox.join(folder));
        }
    }
    Ok(())
}

fn swap<P: AsRef<str>>(
    outbox: &Path,
    staging: &Path,
    outputs: &[(P, Vec<u8>)],
    gone: &[&str],
) -> Result<(), Failure> {
    for output in gone {
        remove(&within(outbox, output)?)?;
    }
    for (output, _) in outputs {
        let (new, target) = (within(&staging.join(NEW), output.as_ref())?, within(outbox, output.as_ref())?);
        put(&new, &target)?;
    }
    Ok(())
}

/// Removes a file and brings that to the disk.
fn remove(file: &Path) -> Result<(), Failure> {
    step();
    fs::remove_file(file).map_err(|error| failure(file, &error))?;
    file.parent().into_iter().for_each(sync);
    Ok(())
}

/// Removes the journal: what stands in the outbox is whole. Only after that the copies may go.
fn close(outbox: &Path, staging: &Path) -> Result<(), Failure> {
    sync(outbox);
    let path = staging.join(JOURNAL);
    step();
    fs::remove_file(&path).map_err(|error| failure(&path, &error))?;
    sync(staging);
    Ok(())
}

/// Renames a file over another, making its folder if needed.
fn put(from: &Path, to: &Path) -> Result<(), Failure> {
    if let Some(folder) = to.parent() {
        step();
        fs::create_dir_all(folder).map_err(|error| failure(folder, &error))?;
    }
    step();
    rename(from, to).map_err(|error| failure(to, &error))?;
    to.parent().into_iter().for_each(sync);
    Ok(())
}

/// Renames. On Windows a virus scanner or an indexer holds new files for a moment.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let most = if cfg!(windows) { 10 } else { 1 };
    let mut tried = 1;
    loop {
        match fs::rename(from, to) {
            Err(error)
                if tried < most
                    && (error.kind() == io::ErrorKind::PermissionDenied || next::is_held(&error)) =>
            {
                tried += 1;
                thread::sleep(Duration::from_millis(100));
            }
            outcome => return outcome,
        }
    }
}

/// Rolls back what a crashed run began to put in place, and removes its staging folder.
fn recover(outbox: &Path) -> Result<(), Failure> {
    let staging = outbox.join(STAGING);
    // A link or a file of this name is none of ours to look into.
    if fs::symlink_metadata(&staging).is_ok_and(|found| !found.is_dir()) {
        return fs::remove_file(&staging).map_err(|error| failure(&staging, &error));
    }
    if exists(&staging.join(JOURNAL))? {
        roll_back(outbox, &staging)?;
    }
    clear(&staging)
}

/// Brings back every output that the journal names, then removes the journal.
fn roll_back(outbox: &Path, staging: &Path) -> Result<(), Failure> {
    let path = staging.join(JOURNAL);
    let journal = read_file(&path).map_err(|error| failure(&path, &error))?;
    for line in String::from_utf8_lossy(&journal).lines() {
        if let Some(output) = line.strip_prefix(REPLACES) {
            let (old, target) = (within(&staging.join(OLD), output)?, within(outbox, output)?);
            if exists(&old)? {
                put(&old, &target)?;
            }
        } else if let Some(output) = line.strip_prefix(ADDS) {
            let (new, target) = (within(&staging.join(NEW), output)?, within(outbox, output)?);
            // Still staged: it was not put in place, and what stands there is not ours.
            if !exists(&new)? && exists(&target)? {
                remove(&target)?;
            }
        }
    }
    close(outbox, staging)
}

/// Removes the staging folder, unless a journal in it still tells the next run what to do.
fn clear(staging: &Path) -> Result<(), Failure> {
    if !exists(staging)? || exists(&staging.join(JOURNAL))? {
        return Ok(());
    }
    step();
    fs::remove_dir_all(staging).map_err(|error| failure(staging, &error))
}

/// Told before every step that changes the disk: in tests the one at which the program is killed.
fn step() {
    #[cfg(test)]
    tests::step();
}

#[cfg(test)]
use tests::stage_held;

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test that cannot go on should stop
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::collections::BTreeMap;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    thread_local! { static LEFT: Cell<Option<u32>> = const { Cell::new(None) }; }

    thread_local! { static HELD: Cell<Option<&'static str>> = const { Cell::new(None) }; }

    /// Has a file of an outbox held by another program from now on, or none.
    pub fn stage_held(file: Option<&'static str>) {
        HELD.set(file);
    }

    pub fn seam(path: &Path) -> io::Result<()> {
        let held = HELD.get().is_some_and(|file| path.ends_with(file));
        if held { Err(io::Error::other(next::tests::HELD)) } else { Ok(()) }
    }

    /// Ends the work at the step that was asked for: nothing that comes after it reaches the disk, as at a kill.
    pub fn step() {
        LEFT.with(|left| match left.get() {
            None => {}
            Some(0) => panic!("killed"),
            Some(more) => left.set(Some(more - 1)),
        });
    }

    /// Does something that is killed at a step; false if it ended before that step.
    fn killed_at(step: u32, work: impl FnOnce()) -> bool {
        LEFT.set(Some(step));
        let killed = catch_unwind(AssertUnwindSafe(work)).is_err();
        LEFT.set(None);
        killed
    }

    fn outputs(words: &str, paths: &[&str]) -> Vec<(String, Vec<u8>)> {
        paths.iter().map(|path| ((*path).to_owned(), format!("{path} {words}").into_bytes())).collect()
    }

    /// Every file below a folder, the lock apart.
    fn content(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(content(&path));
            } else if path.file_name().unwrap() != LOCK {
                found.insert(path.clone(), fs::read(&path).unwrap());
            }
        }
        found
    }

    const BEFORE: &[&str] = &["engagements.xlsx", "data/engagements.json", "data/run.json"];
    const AFTER: &[&str] =
        &["engagements.xlsx", "review.xlsx", "new/one.json", "data/engagements.json", "data/run.json"];
    /// Among those before, and no more among those after.
    const GONE: &[&str] = &["return/one.xlsx", "return/two.xlsx"];

    #[test]
    fn killed_at_any_step_the_outbox_is_old_or_new_after_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let outbox = folder.path();
        let fresh = |words: &str, paths: &[&[&str]]| {
            drop(fs::remove_dir_all(outbox));
            drop(lock(outbox).unwrap());
            publish(outbox, &outputs(words, &paths.concat())).unwrap();
            content(outbox)
        };
        let new = fresh("new", &[AFTER]);
        let old = fresh("old", &[GONE, BEFORE]);
        let earlier: Vec<Earlier> =
            outputs("old", GONE).into_iter().map(|(path, bytes)| (path, sha256(&bytes))).collect();
        let (mut step, mut seen_old, mut seen_new) = (0, 0, 0);
        loop {
            fresh("old", &[GONE, BEFORE]);
            let killed =
                killed_at(step, || drop(publish_instead(outbox, &outputs("new", AFTER), &earlier).unwrap()));
            // The recovery is killed as well, at every one of its steps, before one comes through.
            let mut again = 0;
            while killed_at(again, || drop(lock(outbox).unwrap())) {
                again += 1;
            }
            let found = content(outbox);
            seen_old += u32::from(found == old);
            seen_new += u32::from(found == new);
            assert!(found == old || found == new, "killed at step {step}: {:?}", found.keys());
            if !killed {
                break;
            }
            step += 1;
        }
        assert!(step > 40 && seen_old > 20 && seen_new > 0, "{step} steps, {seen_old} old, {seen_new} new");
    }
}
