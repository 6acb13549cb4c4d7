//! The path of a slip: the department's abbreviation and name, made safe for every file system.

use super::{FOLDER, PAGES};
use crate::digest::sha256;
use crate::labels::names;
use crate::thai;
use crate::write::Consolidated;
use std::collections::BTreeMap;

/// Ends the name of a workbook.
const ENDING: &str = ".xlsx";
/// Bytes of a name without its ending at most. File systems take 255, and some that encrypt names far fewer characters.
const LONGEST: usize = 180;
/// Names that Windows keeps for devices, whatever follows after a dot.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// The same, each with a number behind it.
const NUMBERED: [&str; 2] = ["com", "lpt"];
/// Digits of the digest behind a name that would not be known again, or that two departments have.
const DIGITS: usize = 8;

/// True for the path of a slip, or of the file with all of them.
pub fn is_slip(path: &str) -> bool {
    let name = path.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(ENDING));
    path == PAGES || name.is_some_and(|name| !name.is_empty() && name.chars().all(is_safe))
}

/// The paths of departments' slips, in their order; no two are the same, not even where case is not told apart.
pub fn paths<'a>(result: &Consolidated, codes: impl Iterator<Item = &'a str>) -> Vec<String> {
    let named: Vec<(&str, String)> = codes.map(|code| (code, name(result, code))).collect();
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name) in &named {
        *often.entry(same(name)).or_default() += 1;
    }
    let path = |(code, name): (&str, String)| {
        let known = result.vocab.parts().names.department_of(code).is_some();
        let alone = often.get(&same(&name)).is_none_or(|times| *times == 1);
        let name = if known && alone && !name.is_empty() { name } else { told_apart(&name, code) };
        format!("{FOLDER}{name}{ENDING}")
    };
    named.into_iter().map(path).collect()
}

/// The department's abbreviation and name, its written name where no table knows it, in safe characters.
fn name(result: &Consolidated, code: &str) -> String {
    let (vocab, lang) = (result.vocab, result.lang);
    let (short, name) = (names::department_short(vocab, lang, code), names::department(vocab, lang, code));
    safe(&if name.contains(&short) { name } else { format!("{short} {name}") }, LONGEST)
}

/// The name with a digest of the code behind it.
fn told_apart(name: &str, code: &str) -> String {
    let digest = sha256(code.as_bytes());
    let digest = digest.get(..DIGITS).unwrap_or(&digest);
    let name = safe(name, LONGEST - DIGITS - 1);
    if name.is_empty() { digest.to_owned() } else { format!("{name} {digest}") }
}

/// The text in characters that every file system takes, as far as `most` bytes hold it.
fn safe(text: &str, most: usize) -> String {
    let text = thai::one_line(text);
    let mut out = String::new();
    for c in text.chars().map(|c| if is_safe(c) { c } else { '-' }) {
        // Blanks that stand side by side are taken for one by some.
        if c == ' ' && out.ends_with(' ') {
            continue;
        }
        out.push(c);
    }
    let mut end = out.len().min(most);
    // A mark stays with its letter.
    let splits = |end: usize| out.get(end..).is_none_or(|rest| rest.starts_with(thai::is_above_or_below));
    while end > 0 && splits(end) {
        end -= 1;
    }
    out.truncate(end);
    let out = out.trim_matches([' ', '.', '-']);
    let device = out.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = |name: &&str| device.strip_prefix(*name).is_some_and(|rest| rest.chars().count() == 1);
    let reserved = RESERVED.contains(&device.as_str()) || NUMBERED.iter().any(numbered);
    if reserved { format!("_{out}") } else { out.to_owned() }
}

/// True for letters, digits and marks of Thai and ASCII, and the few signs that names have. Letters of other scripts
/// have several spellings that some file systems take for one.
fn is_safe(c: char) -> bool {
    ('\u{e01}'..='\u{e3a}').contains(&c)
        || ('\u{e40}'..='\u{e4e}').contains(&c)
        || ('\u{e50}'..='\u{e59}').contains(&c)
        || c.is_ascii_alphanumeric()
        || matches!(c, ' ' | '.' | ',' | '-' | '_' | '(' | ')')
}

/// What two names have in common that some file system takes for one: case, and the order of marks on a letter.
fn same(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().map(|c| c.to_ascii_lowercase()).collect();
    for marks in letters.chunk_by_mut(|_, next| thai::is_above_or_below(*next)) {
        if let Some((_, marks)) = marks.split_first_mut() {
            marks.sort_unstable();
        }
    }
    letters.into_iter().collect()
}
