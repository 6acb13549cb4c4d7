//! How much processor time reading and understanding take, up to the rows that are merged, a round over all files: `cargo bench --bench reading -- FOLDER [LIST]`. With a list, a path below the folder a line, only its files
//! are read: `benches/beside_anydoc.py FOLDER LIST` times another reader of documents and writes down what it accepts.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a bench that cannot go on should stop

mod processor;

use focalpoint::inbox::{self, Loaded};
use focalpoint::model::{Context, Report};
use focalpoint::vocab::Vocab;
use focalpoint::worker::{self, Office};
use focalpoint::{extract, normalise, read};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Rounds over all files.
const ROUNDS: u32 = 21;

/// What is done with one file.
type Work = fn(Vocab, &Report, &[u8]);

/// Each stage with the ones before it, by name.
const STAGES: &[(&str, Work)] = &[("read", read_only), ("extract", extracted), ("normalise", understood)];

fn read_only(_: Vocab, report: &Report, bytes: &[u8]) {
    worker::isolated(|| drop(read::read(report, bytes))).unwrap();
}

fn extracted(vocab: Vocab, report: &Report, bytes: &[u8]) {
    let work = || {
        let opened = read::read(report, bytes).ok()?;
        Some(extract::extract(vocab, &report.file, &opened.document))
    };
    drop(worker::isolated(work).unwrap());
}

fn understood(vocab: Vocab, report: &Report, bytes: &[u8]) {
    let work = || {
        let opened = read::read(report, bytes).ok()?;
        let extract = extract::extract(vocab, &report.file, &opened.document);
        Some(normalise::normalise(vocab, &report.file, &extract))
    };
    drop(worker::isolated(work).unwrap());
}

/// The files that can be read, by their format.
fn readable(vocab: Vocab, paths: Vec<PathBuf>) -> BTreeMap<String, Vec<(Report, Vec<u8>)>> {
    let mut files: BTreeMap<String, Vec<(Report, Vec<u8>)>> = BTreeMap::new();
    for path in paths {
        if let Ok(Loaded::Content(report, bytes)) = inbox::load_one(&path).map(inbox::told)
            && worker::work(
                Office { vocab, layouts: &[], recognised: &[] },
                &report,
                &bytes,
                &Context::default(),
            )
            .0
            .status
            .is_read()
        {
            files.entry(format!("{:?}", report.format)).or_default().push((report, bytes));
        } else {
            println!("not read: {}", path.display());
        }
    }
    files
}

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let folder =
        arguments.next().map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("inbox"), PathBuf::from);
    let paths = if let Some(list) = arguments.next() {
        std::fs::read_to_string(list).unwrap().lines().map(|line| folder.join(line)).collect()
    } else {
        let found = inbox::list(&folder, Path::new("")).unwrap();
        found.into_iter().map(|found| found.path).collect()
    };
    let vocab = Vocab::built_in();
    let files = readable(vocab, paths);
    let all: Vec<(Report, Vec<u8>)> = files.values().flatten().cloned().collect();
    for (format, files) in files.iter().map(|(format, files)| (format.as_str(), files)).chain([("all", &all)])
    {
        print!("{format:8} {:4} files", files.len());
        for (name, work) in STAGES {
            let round = || files.iter().for_each(|(report, bytes)| work(vocab, report, bytes));
            print!("  {name} {:7.1} ms", processor::milliseconds(ROUNDS, round));
        }
        println!();
    }
}
