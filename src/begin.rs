//! The first steps of an office: folders for reports and results, a workbook of settings and a form to fill in. What is
//! there already stays as it is.

use crate::labels::{Lang, begin as words, form as forms};
use crate::problem::{Failure, full};
use crate::vocab::Vocab;
use crate::write;
use jiff::civil::Date;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// The workbook of settings in the inbox.
const SETTINGS: &str = "settings.xlsx";

/// Makes the folders `inbox` and `outbox` in a folder, and a workbook of settings in the inbox. Gives what was made and
/// what to do next, in words.
///
/// # Errors
/// If one of them cannot be made.
pub fn begin(folder: &Path, lang: Lang, today: Date) -> Result<String, Failure> {
    let inbox = folder.join("inbox");
    let outbox = folder.join("outbox");
    let mut said = Vec::new();
    for path in [&inbox, &outbox] {
        let there = path.is_dir();
        fs::create_dir_all(path).map_err(|error| failed(path, &error))?;
        said.push(words::made(lang, &full(path), there));
    }
    let settings = inbox.join(SETTINGS);
    let output = |detail| Failure::Output { path: SETTINGS.to_owned(), detail };
    let bytes = write::settings::make(Vocab::built_in(), lang, today).map_err(output)?;
    // Never over a workbook that somebody filled in.
    let made = match OpenOptions::new().write(true).create_new(true).open(&settings) {
        Ok(mut file) => file.write_all(&bytes).and_then(|()| file.sync_all()).map(|()| false),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(true),
        Err(error) => Err(error),
    };
    let there = made.map_err(|error| failed(&settings, &error))?;
    said.push(words::made(lang, &full(&settings), there));
    said.push(words::next(lang).to_owned());
    Ok(said.join("\n") + "\n")
}

/// Makes a form for departments to fill in, and gives what there is to say. A file that is there stays.
///
/// # Errors
/// If it cannot be made.
pub fn form(
    file: Option<&Path>,
    lang: Lang,
    to: write::form::Addressed,
    today: Date,
) -> Result<String, Failure> {
    let file = file.unwrap_or(Path::new(forms::file(lang)));
    let output = |detail| Failure::Output { path: full(file), detail };
    let bytes = write::form::make(Vocab::built_in(), lang, to, today).map_err(output)?;
    let made = OpenOptions::new().write(true).create_new(true).open(file);
    let written = made.and_then(|mut made| made.write_all(&bytes).and_then(|()| made.sync_all()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::FileStands { path: full(file) },
        _ => failed(file, &error),
    })?;
    Ok(forms::made(lang, &full(file)) + "\n")
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    Failure::Outbox { path: full(path), detail: error.to_string() }
}
