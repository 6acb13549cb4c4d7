//! The conductor: the whole pipeline, in order.

use crate::inbox::{self, Found, Loaded};
use crate::labels::Lang;
use crate::model::{Audit, Engagement, International, Report, Reported};
use crate::problem::Failure;
use crate::worker;
use crate::write::{self, Consolidated};
use crate::{merge, outbox};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What a run is asked to do.
#[derive(Debug, Clone)]
pub struct Options {
    /// Folder with the reports.
    pub inbox: PathBuf,
    /// Folder for the outputs.
    pub outbox: PathBuf,
    /// Files worked on at the same time; 0 for one a processor.
    pub jobs: usize,
    /// Language of the outputs.
    pub lang: Lang,
    /// The day that decides what lies ahead.
    pub as_of: Date,
}

/// What a run tells while it works.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// So many files were found.
    Found(usize),
    /// A file was worked on.
    Done(&'a Report, &'a Reported),
    /// All files are read; the register is made.
    Merging,
    /// The outputs are made.
    Writing,
}

/// Runs the main job: reports in, register, workbook, summary and data files out. `tell` hears of every step, from
/// any thread.
///
/// # Errors
/// If nothing was written; the previous outputs then stand as they were.
pub fn run(options: &Options, tell: &(dyn Fn(Step) + Sync)) -> Result<Consolidated, Failure> {
    let _lock = outbox::lock(&options.outbox)?;
    let found = inbox::list(&options.inbox, &options.outbox)?;
    tell(Step::Found(found.len()));

    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(options.jobs)
        .build()
        .map_err(|e| Failure::Threads { detail: e.to_string() })?;
    let files = pool.install(|| read_all(&found, tell));
    let audit = balance(&files)?;

    tell(Step::Merging);
    let register = merge::merge(international(&files));
    let result = Consolidated { register, files, audit, lang: options.lang, as_of: options.as_of };

    tell(Step::Writing);
    let outputs = pool.install(|| write::all(&result))?;
    outbox::publish(&options.outbox, &outputs)?;
    Ok(result)
}

/// Every file of the inbox with what it gave, in the order of `found`. Of identical files the first is read.
fn read_all(found: &[Found], tell: &(dyn Fn(Step) + Sync)) -> Vec<(Report, Reported)> {
    let hashes: Vec<Option<String>> = found.par_iter().map(inbox::hash).collect();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, hash) in hashes.iter().enumerate() {
        if let Some(hash) = hash {
            first.entry(hash).or_insert(index);
        }
    }
    let original = |index: usize| {
        let hash = hashes[index].as_deref()?;
        first.get(hash).copied().filter(|first| *first != index)
    };
    found
        .par_iter()
        .enumerate()
        .map(|(index, file)| {
            let done = match inbox::load(file) {
                Loaded::Settled(report, reported) => (report, reported),
                Loaded::Content(report, bytes) => {
                    let reported = match original(index) {
                        Some(first) => Reported::duplicate(&report.file, &found[first].file),
                        None => worker::work(&report, &bytes),
                    };
                    (report, reported)
                }
            };
            tell(Step::Done(&done.0, &done.1));
            done
        })
        .collect()
}

/// Adds up what was seen in all files and what became of it.
///
/// # Errors
/// If something was lost on the way: then nothing may be written.
fn balance(files: &[(Report, Reported)]) -> Result<Audit, Failure> {
    let mut total = Audit::default();
    for (report, reported) in files {
        let audit = reported.audit;
        if !audit.balances() {
            return Err(Failure::Unbalanced {
                file: report.file.clone(),
                seen: audit.seen + audit.records,
                counted: audit.in_records + audit.aside + audit.international + audit.domestic,
            });
        }
        total = total.plus(audit);
    }
    Ok(total)
}

/// The engagements that belong in the register. What is in doubt is kept: a lost engagement is worse than a row to
/// look at.
fn international(files: &[(Report, Reported)]) -> Vec<Engagement> {
    files
        .iter()
        .filter(|(_, reported)| reported.status.is_read())
        .flat_map(|(_, reported)| &reported.understood)
        .filter(|understood| match understood.verdict.international {
            International::Yes | International::Unsure => true,
            International::No => false,
        })
        .map(|understood| understood.engagement.clone())
        .collect()
}
