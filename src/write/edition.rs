//! An edition: the outputs for executives, kept under a name as they were handed out, with the register that they were
//! made of, so that later runs can say what has changed since.

use super::{Consolidated, data, is_for_executives, summary, workbook};
use crate::digest::sha256;
use crate::model::{Edition, without_wording};

/// Folder of the editions, inside the outbox.
pub const EDITIONS: &str = "editions";
/// What a later run compares with, inside the folder of an edition.
pub const RECORD: &str = "edition.json";
/// What is kept: what executives get.
pub const KEPT: [&str; 2] = [workbook::NAME, summary::NAME];

/// The record of an edition within the outbox.
pub fn record(name: &str) -> String {
    format!("{EDITIONS}/{name}/{RECORD}")
}

/// The files of an edition with this name, from the outputs that were made.
///
/// # Errors
/// If its record cannot be made.
pub fn make(
    result: &Consolidated,
    name: &str,
    made: &[(String, Vec<u8>)],
) -> Result<Vec<(String, Vec<u8>)>, String> {
    let of_executives = made.iter().filter(|(path, _)| is_for_executives(path));
    let mut files: Vec<(String, Vec<u8>)> =
        of_executives.map(|(path, bytes)| (format!("{EDITIONS}/{name}/{path}"), bytes.clone())).collect();
    let digests = files.iter().map(|(path, bytes)| (path.clone(), sha256(bytes))).collect();
    let rows = data::engagements::objects(result.vocab, result.lang, &result.register)?;
    let edition = Edition {
        name: name.to_owned(),
        run: result.history.run,
        as_of: result.as_of,
        files: digests,
        register: without_wording(rows),
    };
    let mut bytes = serde_json::to_vec_pretty(&edition).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    files.push((record(name), bytes));
    Ok(files)
}
