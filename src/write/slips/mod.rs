//! `return/` and `return-slips.pdf`: to every department with something to mend or missing, what was received of it, what
//! was understood, and what is asked, cell by cell. The reply is the corrected report.

mod due;
mod page;
mod path;
mod points;
mod sheet;

use crate::write::{Consolidated, typeset};
use page::Page;
pub use path::is_slip;

/// Folder of the workbooks within the outbox, with the `/` behind it.
const FOLDER: &str = "return/";
/// All first sheets, a page each.
const PAGES: &str = "return-slips.pdf";

/// What was made: paths within the outbox and bytes.
type Made = Vec<(String, Vec<u8>)>;

/// Makes a workbook for every department that is asked for something, and one file with a page of each: paths within
/// the outbox and bytes. None at all where nothing is asked.
///
/// # Errors
/// The path of what cannot be made, and the library's own words.
pub fn make(result: &Consolidated) -> Result<Made, (String, String)> {
    let due = due::due(result);
    if due.is_empty() {
        return Ok(Vec::new());
    }
    let paths = path::paths(result, due.iter().map(|one| one.code));
    let pages: Vec<Page> = due.iter().map(|one| Page::of(result, one)).collect();
    let mut made = Vec::new();
    for ((path, due), page) in paths.into_iter().zip(&due).zip(&pages) {
        match sheet::make(result, due, page) {
            Ok(bytes) => made.push((path, bytes)),
            Err(error) => return Err((path, error.to_string())),
        }
    }
    let pdf = all_pages(result, &pages).map_err(|detail| (PAGES.to_owned(), detail))?;
    made.push((PAGES.to_owned(), pdf));
    Ok(made)
}

/// All pages as one PDF. To find out how high a page is takes as long as to set it, so that it is done only where one
/// runs over.
fn all_pages(result: &Consolidated, pages: &[Page]) -> Result<Vec<u8>, String> {
    let set = |fitted: bool| {
        let content = page::content(result, pages, fitted).map_err(|error| error.to_string())?;
        typeset::typeset(typeset::SLIPS, &content, result.as_of)
    };
    let usual = set(false)?;
    if usual.pages == pages.len() { Ok(usual.pdf) } else { Ok(set(true)?.pdf) }
}
