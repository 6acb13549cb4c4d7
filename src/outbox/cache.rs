//! A folder of the outbox for what only saves time. It may be deleted at any time, whole or in parts, and what lies in it
//! is not believed: whoever reads it checks it.

use super::{in_the_way, plain};
use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Its name within the outbox.
pub const NAME: &str = ".focalpoint-cache";
/// Ends the name of a file that is being written.
const UNFINISHED: &str = ".new";

/// The folder. It is made when something is first written to it.
#[derive(Debug, Clone)]
pub struct CacheFolder {
    path: PathBuf,
}

impl CacheFolder {
    /// The one of an outbox.
    pub fn of(outbox: &Path) -> Self {
        Self { path: outbox.join(NAME) }
    }

    /// The bytes of a file; `None` if there is none, it cannot be read, or has more than `most`.
    pub fn read(&self, name: &str, most: u64) -> Option<Vec<u8>> {
        let file = plain(OpenOptions::new().read(true), &self.path.join(name)).ok()?;
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= most).then_some(bytes)
    }

    /// Writes a file that only its owner can read. Where that fails, nothing but time is lost.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        // A part of a file is no file under its name, and nothing waits for the disk.
        let unfinished = self.path.join(format!("{name}{UNFINISHED}"));
        let written = self.folder().and_then(|()| {
            let mut options = OpenOptions::new();
            options.write(true).create(true).truncate(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            plain(&mut options, &unfinished)?.write_all(bytes)?;
            fs::rename(&unfinished, self.path.join(name))
        });
        if written.is_err() {
            // Most likely it is not there.
            let _ = fs::remove_file(&unfinished);
        }
    }

    /// Removes all files but these.
    pub fn keep_only(&self, names: &BTreeSet<String>) {
        if self.folder().is_err() {
            return;
        }
        for entry in fs::read_dir(&self.path).into_iter().flatten().flatten() {
            if !entry.file_name().to_str().is_some_and(|name| names.contains(name)) {
                // What stays costs room and nothing else.
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Makes the folder, for its owner only. What is no folder is not followed.
    fn folder(&self) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        match builder.create(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if fs::symlink_metadata(&self.path)?.is_dir() { Ok(()) } else { Err(in_the_way()) }
            }
            made => made,
        }
    }
}
