//! The log of runs that nobody watches: what each came to, with the time, appended to a file.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

/// Appends what a run came to: the time, the exit code, and what it had to tell, in UTF-8.
///
/// # Errors
/// If the file cannot be written to.
pub fn append(file: &Path, time: &str, code: u8, told: &str) -> io::Result<()> {
    let mut entry = format!("{time} exit {code}\n");
    for line in told.lines().filter(|line| !line.trim().is_empty()) {
        entry.push_str("  ");
        entry.push_str(line);
        entry.push('\n');
    }
    // One write, so that runs over different outboxes may share a log.
    OpenOptions::new().create(true).append(true).open(file)?.write_all(entry.as_bytes())
}
