//! Finds, opens, recognises and hashes the files of the inbox. The only place that reads them from the disk; it never
//! writes there.

use crate::digest::sha256;
use crate::model::{FileStatus, Format, Place, Processed, Report, Reported};
use crate::problem::{Failure, OfSettings, Problem, What, full};
use crate::read::{Sniffed, sniff};
use crate::vocab::pack::{BadPack, Fault, Pack, TABLE_BYTES};
use rayon::prelude::*;
use std::fmt::Write;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Bytes of a file that is read. Departments' reports have a few megabytes.
const LARGEST: u64 = 100 << 20;
/// Folders below folders that are looked into.
const DEPTH: usize = 64;

/// An entry of the inbox, as it looked when the run began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is on the disk.
    pub path: PathBuf,
    /// Path relative to the inbox, with `/`; what cannot be shown is written as `\xNN` or `\u{…}`.
    pub file: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the bytes in lower-case hexadecimal; `None` if it is not read or cannot be.
    pub sha256: Option<String>,
    look: Look,
}

/// What the first look tells of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Look {
    /// A file to read.
    File(Stamp),
    /// An entry that is not opened, with its status and why.
    Settled(FileStatus, What),
}

impl Found {
    /// What a run can know of the entry before reading it; `None` if it is to be read and its bytes cannot be had.
    pub fn known(&self) -> Option<(&str, u64, &str)> {
        match &self.look {
            Look::File(_) => Some((&self.file, self.size, self.sha256.as_deref()?)),
            Look::Settled(status, _) => Some((&self.file, self.size, status.code())),
        }
    }
}

/// What changes when a file is written to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    /// Device and number of the file; zero where the system has none.
    id: (u64, u64),
}

/// The bytes of a file, and the name that they came under. Nothing is known yet of what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// Path relative to the inbox, with `/`.
    pub file: String,
    /// SHA-256 of the bytes in lower-case hexadecimal.
    pub sha256: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What a content turns out to be.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one at a time, and the other variant owns the bytes of a file"
)]
pub enum Loaded {
    /// It needs no reading, or cannot be read: what became of it.
    Settled(Processed),
    /// A report with its bytes.
    Content(Report, Vec<u8>),
    /// A review workbook of the program's own with its bytes.
    Review(Report, Vec<u8>),
}

/// Everything in the inbox and its folders, ordered by path. Links are not followed. The outbox, should it lie within
/// the inbox, is left out.
///
/// # Errors
/// If the inbox itself cannot be listed. Folders in it that cannot be listed are entries with a problem.
pub fn list(inbox: &Path, outbox: &Path) -> Result<Vec<Found>, Failure> {
    let failure = |error: &io::Error| Failure::Inbox { path: full(inbox), detail: error.to_string() };
    let outbox = fs::canonicalize(outbox).ok();
    let mut found = Vec::new();
    let mut folders = vec![(inbox.to_path_buf(), Vec::<u8>::new(), 0)];
    while let Some((folder, relative, depth)) = folders.pop() {
        if depth > 0 && outbox.is_some() && fs::canonicalize(&folder).ok() == outbox {
            continue;
        }
        let listed = fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let entries = match listed {
            Ok(_) if depth > DEPTH => {
                found.push(unlisted(&folder, relative, "too many folders within folders".to_owned()));
                continue;
            }
            Ok(entries) => entries,
            Err(error) if depth == 0 => return Err(failure(&error)),
            Err(error) => {
                found.push(unlisted(&folder, relative, error.to_string()));
                continue;
            }
        };
        for entry in entries {
            let mut path = relative.clone();
            if !path.is_empty() {
                path.push(b'/');
            }
            path.extend_from_slice(entry.file_name().as_encoded_bytes());
            match fs::symlink_metadata(entry.path()) {
                Ok(metadata) if metadata.is_dir() => folders.push((entry.path(), path, depth + 1)),
                looked => found.push(first_look(entry.path(), path, looked)),
            }
        }
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(found.into_par_iter().map(|(_, found)| Found { sha256: hash(&found), ..found }).collect())
}

/// The pack of tables in a folder, under the folder's name: its files that end in `.tsv`.
///
/// # Errors
/// If one cannot be read, is too long, or is no text.
pub fn pack(folder: &Path) -> Result<Pack, BadPack> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bad = |table: &str, fault| BadPack { pack: name.clone(), table: table.to_owned(), line: 0, fault };
    let unreadable = |error: io::Error| Fault::Unreadable { detail: error.to_string() };
    let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut tables = Vec::new();
    for entry in listed.map_err(|error| bad("", unreadable(error)))? {
        let table = entry.file_name().to_string_lossy().into_owned();
        if entry.path().extension().is_none_or(|ending| ending != "tsv") {
            continue;
        }
        let text = fs::metadata(entry.path()).and_then(|known| {
            // What is too long to be a table is not read whole.
            let length = known.len().min(TABLE_BYTES as u64 + 1);
            let mut text = String::new();
            File::open(entry.path())?.take(length).read_to_string(&mut text).map(|_| text)
        });
        tables.push((table.clone(), text.map_err(|error| bad(&table, unreadable(error)))?));
    }
    Pack::new(&name, tables)
}

/// The SHA-256 of a file that is to be read, in lower-case hexadecimal; `None` if it is not read or cannot be.
fn hash(found: &Found) -> Option<String> {
    match &found.look {
        Look::File(stamp) => read(&found.path, stamp).ok().map(|bytes| sha256(&bytes)),
        Look::Settled(..) => None,
    }
}

/// The bytes of an entry.
///
/// # Errors
/// If it is not opened or cannot be read: what became of it.
pub fn load(found: &Found) -> Result<Content, Processed> {
    let bytes = match &found.look {
        Look::Settled(status, what) => Err((*status, what.clone())),
        Look::File(stamp) => read(&found.path, stamp),
    };
    bytes.map(|bytes| Content::of(&found.file, bytes)).map_err(|(status, what)| {
        let (file, size) = (found.file.clone(), found.size);
        settled(Report { file, size, sha256: String::new(), format: Format::Unknown }, status, what)
    })
}

impl Content {
    /// The content that came under this name.
    pub fn of(file: &str, bytes: Vec<u8>) -> Self {
        Self { file: file.to_owned(), sha256: sha256(&bytes), bytes }
    }
}

/// Tells what a content is.
pub fn told(content: Content) -> Loaded {
    let Content { file, sha256, bytes } = content;
    let report = Report { file, size: bytes.len() as u64, sha256, format: Format::Unknown };
    let out = |report, status, what| Loaded::Settled(settled(report, status, what));
    if let Some(what) = by_name(&report.file) {
        return out(report, FileStatus::Ignored, what);
    }
    if bytes.is_empty() {
        return out(report, FileStatus::Damaged, What::EmptyFile);
    }
    let name = report.file.rsplit('/').next().unwrap_or(&report.file);
    match sniff(name, &bytes) {
        Sniffed::Format(format) => Loaded::Content(Report { format, ..report }, bytes),
        Sniffed::Review(format) => Loaded::Review(Report { format, ..report }, bytes),
        // Where it is in force, it was read before.
        Sniffed::Settings(_) => out(report, FileStatus::Ignored, What::Settings(OfSettings::Elsewhere)),
        Sniffed::Own => out(report, FileStatus::Ignored, What::OwnFile),
        Sniffed::Other(what) => out(report, FileStatus::Unsupported, what),
    }
}

/// A file that needs no reading, or cannot be read, and why.
fn settled(report: Report, status: FileStatus, what: What) -> Processed {
    let place = Place::file(&report.file);
    let problem =
        if status == FileStatus::Ignored { Problem::note(place, what) } else { Problem::error(place, what) };
    Processed { report, reported: Reported::settled(status, problem) }
}

/// The file that carries one at this path, and the path within it; `None` if the path does not lead through a file.
pub fn carrier(path: &Path) -> Option<(PathBuf, String)> {
    let carrier = path.ancestors().skip(1).find(|above| above.is_file())?;
    let within = path.strip_prefix(carrier).ok()?.to_str()?;
    Some((carrier.to_path_buf(), within.to_owned()))
}

/// Reads a single file that the user names, wherever it is.
///
/// # Errors
/// If it is not opened or cannot be read: what became of it.
pub fn load_one(path: &Path) -> Result<Content, Processed> {
    let name = path.file_name().unwrap_or(path.as_os_str()).as_encoded_bytes().to_vec();
    // A link that the user names is meant to be followed.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let (_, found) = first_look(target.clone(), name, fs::symlink_metadata(&target));
    load(&found)
}

fn unlisted(folder: &Path, relative: Vec<u8>, detail: String) -> (Vec<u8>, Found) {
    let look = Look::Settled(FileStatus::Damaged, What::CannotOpen { detail });
    let found = Found { path: folder.to_path_buf(), file: shown(&relative), size: 0, sha256: None, look };
    (relative, found)
}

fn first_look(path: PathBuf, relative: Vec<u8>, looked: io::Result<Metadata>) -> (Vec<u8>, Found) {
    let file = shown(&relative);
    let (size, look) = match looked {
        Err(error) => (0, Look::Settled(FileStatus::Damaged, What::CannotOpen { detail: error.to_string() })),
        Ok(metadata) => (metadata.len(), look(&file, &metadata)),
    };
    (relative, Found { path, file, size, sha256: None, look })
}

fn look(file: &str, metadata: &Metadata) -> Look {
    if !metadata.is_file() {
        return Look::Settled(FileStatus::Unsupported, What::NotAFile);
    }
    if let Some(what) = by_name(file) {
        return Look::Settled(FileStatus::Ignored, what);
    }
    if metadata.len() > LARGEST {
        let limit = format!("{} MB", LARGEST >> 20);
        return Look::Settled(FileStatus::Unsupported, What::TooLarge { limit });
    }
    Look::File(stamp(metadata))
}

/// Files that programs leave behind, known by their names.
fn by_name(file: &str) -> Option<What> {
    const FOLDERS: &[&str] = &["__macosx", "$recycle.bin", "system volume information", "@eadir"];
    let lower = file.to_lowercase();
    let mut parts: Vec<&str> = lower.split('/').collect();
    let name = parts.pop().unwrap_or_default();
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return Some(What::LockFile);
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let left = ["thumbs.db", "desktop.ini", "ehthumbs.db"].contains(&name)
        || name.starts_with('.')
        || name.starts_with('~') && ending == "tmp"
        || ["tmp", "part", "crdownload", "partial", "download"].contains(&ending)
        || parts.iter().any(|folder| folder.starts_with('.') || FOLDERS.contains(folder));
    left.then_some(What::SystemFile)
}

/// Reads a file's bytes.
///
/// # Errors
/// If it cannot be opened, is no regular file any more, is too large, or changed since the first look.
fn read(path: &Path, before: &Stamp) -> Result<Vec<u8>, (FileStatus, What)> {
    let cannot = |error: &io::Error| (FileStatus::Damaged, What::CannotOpen { detail: error.to_string() });
    let arriving = || (FileStatus::Arriving, What::StillArriving);
    let file = open(path).map_err(|error| match fs::symlink_metadata(path) {
        Ok(now) if stamp(&now) == *before => cannot(&error),
        _ => arriving(), // gone, or another one by now
    })?;
    let metadata = file.metadata().map_err(|error| cannot(&error))?;
    if !metadata.is_file() {
        return Err((FileStatus::Unsupported, What::NotAFile));
    }
    let mut bytes = Vec::with_capacity(before.size.min(LARGEST) as usize);
    (&file).take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| cannot(&error))?;
    let after = file.metadata().map_err(|error| cannot(&error))?;
    let there = fs::symlink_metadata(path).map_err(|_| arriving())?;
    let unchanged = [&metadata, &after, &there].iter().all(|now| stamp(now) == *before);
    if !unchanged || bytes.len() as u64 != before.size {
        return Err(arriving());
    }
    Ok(bytes)
}

/// Opens a file for reading without following a link or waiting for a pipe's other end.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NONBLOCK | libc::O_NOFOLLOW);
    }
    options.open(path)
}

fn stamp(metadata: &Metadata) -> Stamp {
    Stamp { size: metadata.len(), modified: metadata.modified().ok(), id: id(metadata) }
}

#[cfg(unix)]
fn id(metadata: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

#[cfg(not(unix))]
fn id(_metadata: &Metadata) -> (u64, u64) {
    (0, 0)
}

/// A path as it can be printed: bytes that are no text, controls and marks that turn the direction of writing stand
/// escaped.
pub fn shown(relative: &[u8]) -> String {
    let mut text = String::new();
    for chunk in relative.utf8_chunks() {
        for c in chunk.valid().chars() {
            if c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}') {
                text.extend(c.escape_unicode());
            } else {
                text.push(c);
            }
        }
        for byte in chunk.invalid() {
            // Writing to a string cannot fail.
            let _ = write!(text, "\\x{byte:02x}");
        }
    }
    text
}
