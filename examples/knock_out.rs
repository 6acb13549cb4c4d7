//! What becomes of a layout that nobody thought of: the reading that most of a file's records are of is taken away, and
//! what the others find is held against the labels: `cargo run --release --example knock_out -- INBOX…`.
//!
//! An INBOX is a folder with `inbox/` and `truth/mentions.jsonl`, as for `fit_readings`. A row is found if a record of its
//! file has a title like it; else it is named if the net names words like it, and doubted if anything in its file is.

use focalpoint::extract::{extract_without, study};
use focalpoint::model::{Document, Extract, Report};
use focalpoint::problem::Severity;
use focalpoint::read::{self, Sniffed};
use focalpoint::thai;
use focalpoint::vocab::Vocab;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Titles are alike if they share so many of their pairs of letters.
const LIKE: f32 = 0.6;
/// Readings that are one way to read in two steps.
const TABLES: [&str; 2] = ["headed", "tables"];

/// Rows of an inbox, by what became of them.
#[derive(Default)]
struct Fates {
    rows: usize,
    found: usize,
    named: usize,
    doubted: usize,
}

fn main() {
    for folder in std::env::args().skip(1).map(PathBuf::from) {
        let (mut whole, mut without) = (Fates::default(), Fates::default());
        for (file, titles) in labels(&folder) {
            let Some(document) = document(&folder.join("inbox").join(&file), &file) else { continue };
            whole.add(&titles, &extract_without(Vocab::built_in(), &file, &document, &[]));
            without
                .add(&titles, &extract_without(Vocab::built_in(), &file, &document, &most(&file, &document)));
        }
        println!("{}: {whole}; without the reading of most: {without}", folder.display());
    }
}

/// The labelled rows of each file of an inbox that count.
fn labels(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let lines = fs::read_to_string(folder.join("truth/mentions.jsonl")).unwrap_or_default();
    for row in lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let is = |key: &str| row[key].as_bool().unwrap_or(false);
        if !is("scan") && !is("continues") && !is("debatable") {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            files.entry(text("file")).or_default().push(text("title"));
        }
    }
    files
}

fn document(path: &Path, name: &str) -> Option<Document> {
    let bytes = fs::read(path).ok()?;
    let Sniffed::Format(format) = read::sniff(name, &bytes) else { return None };
    let report = Report { file: name.to_owned(), size: bytes.len() as u64, sha256: String::new(), format };
    Some(read::read(&report, &bytes).ok()?.document)
}

/// The reading that most records are of.
fn most(file: &str, document: &Document) -> Vec<&'static str> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let studied = study::study(Vocab::built_in(), file, document);
    let chosen = studied.iter().flatten().flat_map(|body| &body.proposals).filter(|one| one.chosen);
    for proposal in chosen {
        let name = if TABLES.contains(&proposal.reading) { TABLES[0] } else { proposal.reading };
        *counts.entry(name).or_default() += proposal.records.len();
    }
    match counts.into_iter().max_by_key(|(_, count)| *count) {
        Some((name, _)) if name == TABLES[0] => TABLES.to_vec(),
        found => found.map(|(name, _)| name).into_iter().collect(),
    }
}

impl Fates {
    fn add(&mut self, titles: &[String], extract: &Extract) {
        let of_record = |record: &focalpoint::model::Record| {
            record.fields.get(&focalpoint::model::Role::Activity)?.first().map(|one| one.text.clone())
        };
        let records: Vec<String> = extract.records.iter().filter_map(of_record).collect();
        let named: Vec<&str> = extract.unheld.iter().map(|one| one.text.as_str()).collect();
        let warned = extract.problems.iter().any(|problem| problem.severity >= Severity::Warning);
        let doubted = warned || extract.records.iter().any(|record| record.doubtful) || records.is_empty();
        for title in titles {
            self.rows += 1;
            if records.iter().any(|other| alike(title, other)) {
                self.found += 1;
            } else if named.iter().any(|other| alike(title, other)) {
                self.named += 1;
            } else if doubted {
                self.doubted += 1;
            }
        }
    }
}

impl std::fmt::Display for Fates {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |of: usize| of as f32 / self.rows.max(1) as f32;
        let silent = self.rows - self.found - self.named - self.doubted;
        write!(
            out,
            "{} rows, found {:.3}, named {:.3}, in a doubted file {:.3}, lost in silence {:.3}",
            self.rows,
            share(self.found),
            share(self.named),
            share(self.doubted),
            share(silent)
        )
    }
}

/// True if two titles share most of their pairs of letters, or one holds the other.
fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (thai::fold(one), thai::fold(other));
    let pairs = |text: &str| -> BTreeSet<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (a, b) = (pairs(&one), pairs(&other));
    let shared = a.intersection(&b).count() as f32;
    let holds = !one.is_empty() && other.contains(&one);
    holds || 2.0 * shared / (a.len() + b.len()).max(1) as f32 >= LIKE
}
