//! The rules of the house, held by reading the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// A file is read on a few screens.
const FILE_LINES: usize = 700;
/// A function fits one screen.
const FUNCTION_LINES: usize = 70;

/// What each stage may import of this program.
const STAGES: &[(&str, &[&str])] = &[
    ("model", &["model", "problem"]),
    ("thai", &["thai"]),
    ("dates", &["dates", "model", "problem", "thai", "vocab"]),
    ("vocab", &["vocab", "model", "thai"]),
    ("labels", &["labels", "model", "problem", "thai", "vocab"]),
    ("read", &["read", "model", "problem", "thai", "vocab"]),
    ("extract", &["extract", "model", "problem", "thai", "dates", "vocab"]),
    ("normalise", &["normalise", "model", "problem", "thai", "dates", "vocab"]),
    ("history", &["history", "model", "problem", "thai"]),
    ("review", &["review", "model", "problem", "thai", "dates", "vocab", "labels"]),
    ("settings", &["settings", "model", "problem", "thai", "dates", "vocab", "labels"]),
    ("revise", &["revise", "model", "problem", "thai", "vocab"]),
    ("merge", &["merge", "model", "problem", "thai", "dates", "vocab"]),
    ("write", &["write", "model", "problem", "thai", "vocab", "labels"]),
];

/// Where a crate may be named, as prefixes of paths below `src`.
const CRATES: &[(&str, &[&str])] = &[
    ("calamine", &["read/", "review/"]),
    ("lopdf", &["read/pdf/"]),
    ("ttf_parser", &["read/pdf/"]),
    ("encoding_rs", &["read/"]),
    ("zip", &["read/"]),
    ("scraper", &["read/"]),
    ("quick_xml", &["read/"]),
    ("csv", &["read/", "write/"]),
    ("rust_xlsxwriter", &["write/"]),
    ("typst", &["write/"]),
    ("typst_pdf", &["write/"]),
    ("typst_layout", &["write/"]),
    ("comemo", &["write/"]),
    ("ecow", &["write/"]),
    ("fst", &["vocab/"]),
    ("rayon", &["run.rs", "reading.rs", "recognise.rs", "office.rs", "inbox.rs", "merge/", "write/mod.rs"]),
    ("hayro", &["read/scan/"]),
    ("image", &["read/scan/"]),
    ("indicatif", &["terminal.rs"]),
    ("clap", &["main.rs", "cli.rs", "labels/mod.rs"]),
    ("ctrlc", &["main.rs"]),
    ("sha2", &["digest.rs", "merge/", "history/", "review/"]),
    ("libc", &["inbox.rs", "outbox/"]),
    ("postcard", &["isolate/", "cache.rs"]),
    ("rustix", &["isolate/"]),
    ("landlock", &["isolate/"]),
    ("serde_json", &["inspect.rs", "understand.rs", "write/", "history/", "review/", "model/changes.rs"]),
];

/// The only places that touch the disk.
const DISK: &[&str] = &["begin.rs", "inbox.rs", "log.rs", "outbox/", "isolate/"];
/// The only places that print.
const PRINT: &[&str] = &["main.rs", "terminal.rs", "inspect.rs", "understand.rs"];
/// The only places where Thai words stand in code.
const THAI: &[&str] = &["labels/", "thai/", "dates/"];

struct Source {
    /// Path below `src`, with `/`.
    path: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|file| Source {
            path: file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"),
            text: fs::read_to_string(&file).unwrap(),
        })
        .collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

/// The code of a line: without its comment. A `//` inside a string ends it too, which no rule here minds.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or("")
}

/// Lines of code with their numbers, unit tests at the end of a file left out.
fn lines(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let end = source.text.find("#[cfg(test)]").unwrap_or(source.text.len());
    source.text[..end].lines().enumerate().map(|(n, line)| (n + 1, code(line)))
}

fn allowed(path: &str, places: &[&str]) -> bool {
    places.iter().any(|place| path.starts_with(place))
}

/// True if `line` names `word` as a path's first part: `word::`.
fn names(line: &str, word: &str) -> bool {
    let needle = format!("{word}::");
    line.match_indices(&needle).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

fn report(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn a_stage_imports_no_other_stage() {
    let mut broken = Vec::new();
    let all = [
        "model",
        "problem",
        "thai",
        "dates",
        "vocab",
        "labels",
        "read",
        "extract",
        "normalise",
        "history",
        "review",
        "revise",
        "merge",
        "write",
        "run",
        "inspect",
        "inbox",
        "outbox",
        "worker",
        "isolate",
        "terminal",
        "cli",
    ];
    for source in sources() {
        let Some((stage, may)) =
            STAGES.iter().find(|(stage, _)| source.path.starts_with(&format!("{stage}/")))
        else {
            continue;
        };
        for (number, line) in lines(&source) {
            for other in all {
                let named =
                    line.contains(&format!("crate::{other}::")) || line.contains(&format!("crate::{other};"));
                if named && !may.contains(&other) {
                    broken.push(format!("src/{}:{number}: `{stage}` imports `{other}`", source.path));
                }
            }
        }
    }
    report(&broken);
}

#[test]
fn a_crate_is_named_only_where_it_belongs() {
    let mut broken = Vec::new();
    for source in sources() {
        for (number, line) in lines(&source) {
            for (krate, places) in CRATES {
                if names(line, krate)
                    && !line.contains(&format!("mod {krate}"))
                    && !allowed(&source.path, places)
                {
                    broken.push(format!("src/{}:{number}: names `{krate}`", source.path));
                }
            }
        }
    }
    report(&broken);
}

#[test]
fn laying_out_a_page_knows_nothing_of_the_file() {
    let mut broken = Vec::new();
    for source in sources() {
        let between = allowed(&source.path, &["read/page/", "read/drawn.rs"]);
        for (number, line) in lines(&source).filter(|_| between) {
            if names(line, "pdf") || line.contains("::pdf") {
                broken.push(format!("src/{}:{number}: names `pdf`", source.path));
            }
        }
    }
    report(&broken);
}

#[test]
fn the_disk_the_terminal_and_the_clock_have_their_places() {
    let mut broken = Vec::new();
    for source in sources() {
        for (number, line) in lines(&source) {
            let mut rule = |words: &[&str], places: &[&str], what: &str| {
                if words.iter().any(|word| line.contains(word)) && !allowed(&source.path, places) {
                    broken.push(format!("src/{}:{number}: {what}", source.path));
                }
            };
            rule(
                &["std::fs", "fs::read", "fs::write", "File::open", "File::create"],
                DISK,
                "touches the disk",
            );
            rule(&["println!", "print!(", "eprintln!", "dbg!"], PRINT, "prints");
            rule(
                &["DateTime::now", "SystemTime", "Instant::now", "Timestamp::now"],
                &["main.rs", "inbox.rs"],
                "reads the clock",
            );
        }
    }
    report(&broken);
}

#[test]
fn thai_words_stand_in_the_vocabularies_and_labels() {
    let mut broken = Vec::new();
    for source in sources() {
        if allowed(&source.path, THAI) {
            continue;
        }
        for (number, line) in lines(&source) {
            if line.chars().any(|c| ('\u{e01}'..='\u{e5b}').contains(&c)) {
                broken.push(format!("src/{}:{number}: a Thai word in code: {}", source.path, line.trim()));
            }
        }
    }
    report(&broken);
}

#[test]
fn a_file_says_what_it_is_and_stays_short() {
    let mut broken = Vec::new();
    for source in sources() {
        if !source.text.starts_with("//!") {
            broken.push(format!("src/{}: no `//!` line on top", source.path));
        }
        let count = source.text.lines().count();
        if count > FILE_LINES {
            broken.push(format!("src/{}: {count} lines", source.path));
        }
    }
    report(&broken);
}

#[test]
fn a_function_stays_short() {
    let mut broken = Vec::new();
    for source in sources() {
        let mut start: Option<(usize, usize, String)> = None;
        for (number, line) in source.text.lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let head = line.trim_start();
            let begins = head.starts_with("fn ")
                || (head.starts_with("pub") || head.starts_with("const fn")) && head.contains("fn ");
            if begins && start.is_none() && !head.ends_with(';') {
                start = Some((number, indent, head.chars().take(60).collect()));
            } else if let Some((first, depth, name)) = &start
                && indent == *depth
                && head.starts_with('}')
            {
                if number - first + 1 > FUNCTION_LINES {
                    broken.push(format!(
                        "src/{}:{}: {} lines: {name}",
                        source.path,
                        first + 1,
                        number - first + 1
                    ));
                }
                start = None;
            }
        }
    }
    report(&broken);
}

#[test]
fn nothing_is_left_undone() {
    let mut broken = Vec::new();
    // Put together here, so that this file does not break its own rule.
    let undone = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["todo", "!("].concat(),
        ["unimplemented", "!("].concat(),
    ];
    for source in sources() {
        for (number, line) in source.text.lines().enumerate() {
            if undone.iter().any(|word| line.contains(word.as_str())) {
                broken.push(format!("src/{}:{}: left undone", source.path, number + 1));
            }
        }
    }
    report(&broken);
}

#[test]
fn own_traits_stay_few() {
    let traits: Vec<String> = sources()
        .iter()
        .flat_map(|source| {
            lines(source)
                .filter(|(_, line)| {
                    line.trim_start().starts_with("trait ") || line.trim_start().starts_with("pub trait ")
                })
                .map(|(number, line)| format!("src/{}:{number}: {}", source.path, line.trim()))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(traits.len() <= 3, "\n{}", traits.join("\n"));
}
