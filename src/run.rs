//! The conductor: the whole pipeline, in order.

use crate::history::{Around, Kept, Last};
use crate::inbox::{self, Found, Glance, Loaded};
use crate::labels::Lang;
use crate::model::{
    Audit, Engagement, FileStatus, International, Layout, Place, Processed, REVIEW_IN_OUTBOX, Report,
    Reported, Review, RowNumber, Tie,
};
use crate::problem::{Failure, Problem, What};
use crate::review::{self, Decided};
use crate::vocab::Vocab;
use crate::worker::{self, Office};
use crate::write::{self, Consolidated};
use crate::{attached, merge, outbox, revise};
use jiff::civil::Date;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What a run is asked to do.
#[derive(Debug, Clone)]
pub struct Options {
    /// What the words of the reports mean.
    pub vocab: Vocab,
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
    /// A file within another was worked on.
    Attached(&'a Report, &'a Reported),
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
    // Looked at first: where the inbox is not, no outbox is made.
    let found = inbox::list(&options.inbox, &options.outbox)?;
    outbox::check(&options.outbox, &options.inbox)?;
    let _lock = outbox::lock(&options.outbox)?;
    let result = consolidate(options, &found, tell)?;
    // An inbox that was emptied does not empty a register.
    let nothing =
        result.files.iter().all(|Processed { reported, .. }| reported.status == FileStatus::Ignored);
    if nothing && options.outbox.join(write::REGISTER).exists() {
        return Err(Failure::Empty { path: options.inbox.display().to_string() });
    }
    tell(Step::Writing);
    let outputs = threads(options)?.install(|| write::all(&result))?;
    outbox::publish(&options.outbox, &outputs)?;
    Ok(result)
}

/// Everything that the outputs are made from. Nothing is written.
///
/// # Errors
/// If something was lost on the way.
pub fn consolidate(
    options: &Options,
    found: &[Found],
    tell: &(dyn Fn(Step) + Sync),
) -> Result<Consolidated, Failure> {
    tell(Step::Found(found.len()));
    let pool = threads(options)?;
    let LastRun { last, review, unread: unread_review, mut problems } = last_run(options);
    let mut files = pool.install(|| read_all(options.vocab, found, review.as_ref(), tell));
    revise::revise(options.vocab, &mut files);

    let (mut decided, rows) = review::gather(&mut files, review);
    review::rule(&mut files, &decided);
    let audit = balance(&files)?;

    tell(Step::Merging);
    let members = international(&files);
    let ties = ties(&files, &members, &decided);
    let mut register =
        pool.install(|| merge::merge_tied(options.vocab, engagements(&files, &members), &ties));
    merge::doubt_ahead(&mut register, options.as_of);
    review::settle(&mut register, &mut files, &rows, &mut decided);
    let questions = review::questions(&register, &files, &rows, &decided);
    let (questions, follow_ups) = review::sorted_out(questions, &decided.in_force);

    let data = write::register(options.vocab, options.lang, &register)?;
    let (as_of, seen) = (options.as_of, decided.run);
    let around = Around { questions: &questions, decisions: &decided.in_force, seen, as_of };
    let Kept { history, last_month, changes } = last.followed_by(data, around);
    problems.append(&mut decided.problems);
    let (vocab, lang, decisions) = (options.vocab, options.lang, decided.in_force);
    let (unusable, inbox_link) = (decided.unusable, outbox::link(&options.outbox, &options.inbox));
    Ok(Consolidated {
        vocab,
        register,
        files,
        questions,
        follow_ups,
        decisions,
        unusable,
        inbox_link,
        unread_review,
        history,
        last_month,
        changes,
        problems,
        audit,
        lang,
        as_of,
    })
}

fn threads(options: &Options) -> Result<ThreadPool, Failure> {
    let pool = ThreadPoolBuilder::new().num_threads(options.jobs).build();
    pool.map_err(|e| Failure::Threads { detail: e.to_string() })
}

/// What the last run left in the outbox.
struct LastRun {
    /// Its registers.
    last: Last,
    /// Its review, as it was filled in since.
    review: Option<Review>,
    /// Its review, if it cannot be read.
    unread: Option<Vec<u8>>,
    /// What of it could not be read.
    problems: Vec<Problem>,
}

fn last_run(options: &Options) -> LastRun {
    let mut problems = Vec::new();
    let mut read = |name: &str| {
        outbox::read(&options.outbox, name).unwrap_or_else(|problem| {
            problems.push(problem);
            None
        })
    };
    let (history, register, answered) = (read(write::PREVIOUS), read(write::REGISTER), read(write::REVIEW));
    let last_month = read(write::LAST_MONTH);
    let (last, damaged) = Last::read(
        (write::PREVIOUS, history.as_deref()),
        (write::REGISTER, register.as_deref()),
        (write::LAST_MONTH, last_month.as_deref()),
    );
    problems.extend(damaged);
    let review = answered.as_deref().map(|bytes| worker::review(options.vocab, REVIEW_IN_OUTBOX, bytes));
    let (review, unread) = match review {
        Some(Ok(review)) => (Some(review), None),
        Some(Err(detail)) => {
            let what = What::ReviewUnread { kept: write::UNREAD_REVIEW.to_owned(), detail };
            problems.push(Problem::warning(Place::file(REVIEW_IN_OUTBOX), what));
            (None, answered)
        }
        None => (None, None),
    };
    LastRun { last, review, unread, problems }
}

/// Every file of the inbox with what it gave, in the order of `found`.
fn read_all(
    vocab: Vocab,
    found: &[Found],
    review: Option<&Review>,
    tell: &(dyn Fn(Step) + Sync),
) -> Vec<Processed> {
    let glances: Vec<Option<Glance>> = found.par_iter().map(inbox::glance).collect();
    let layouts = layouts(vocab, found, &glances, review);
    let office = Office { vocab, layouts: &layouts };
    let mut copies: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut alone = Vec::new();
    for (index, glance) in glances.iter().enumerate() {
        match glance {
            Some(glance) => copies.entry(&glance.sha256).or_default().push(index),
            None => alone.push(vec![index]),
        }
    }
    let groups: Vec<Vec<usize>> = copies.into_values().chain(alone).collect();
    let mut files: Vec<(usize, Vec<Processed>)> =
        groups.par_iter().flat_map_iter(|group| read_copies(office, found, group, tell)).collect();
    files.sort_by_key(|(index, _)| *index);
    let mut files: Vec<Vec<Processed>> = files.into_iter().map(|(_, carried)| carried).collect();
    attached::settle_copies(&mut files);
    files.into_iter().flatten().collect()
}

/// The layouts of tables that were taught in the review workbooks of the inbox and the one of the outbox: known before
/// any report is read.
fn layouts(
    vocab: Vocab,
    found: &[Found],
    glances: &[Option<Glance>],
    outbox: Option<&Review>,
) -> Vec<Layout> {
    let is_review = |glance: &Option<Glance>| glance.as_ref().is_some_and(|glance| glance.review);
    let of_inbox = found.iter().zip(glances).filter(|(_, glance)| is_review(glance));
    let read = |(found, _): (&Found, _)| match inbox::load(found) {
        Loaded::Review(report, bytes) => {
            let review = worker::review(vocab, &report.file, &bytes).ok()?;
            Some((report.file, review))
        }
        Loaded::Settled(_) | Loaded::Content(..) => None,
    };
    let mut reviews: Vec<(String, Review)> = of_inbox.filter_map(read).collect();
    reviews.extend(outbox.map(|review| (REVIEW_IN_OUTBOX.to_owned(), review.clone())));
    review::taught(reviews)
}

/// Files with the same bytes, each followed by the files in it. The first that can be read is; the ones after it are
/// its duplicates. A name may keep one copy from being read, and then the next is tried.
fn read_copies(
    office: Office,
    found: &[Found],
    copies: &[usize],
    tell: &(dyn Fn(Step) + Sync),
) -> Vec<(usize, Vec<Processed>)> {
    let mut original: Option<&Found> = None;
    let mut files = Vec::with_capacity(copies.len());
    for index in copies {
        let carried = match (inbox::load(&found[*index]), original) {
            (Loaded::Settled(settled), _) => vec![settled],
            (Loaded::Review(report, bytes), _) => {
                let reported = worker::reviewed(office.vocab, &report, &bytes);
                vec![Processed { report, reported }]
            }
            (Loaded::Content(report, _), Some(original)) => {
                let reported = Reported::duplicate(&report.file, &original.file);
                vec![Processed { report, reported }]
            }
            (Loaded::Content(report, bytes), None) => {
                let carried = attached::work(office, report, &bytes);
                let read =
                    carried.first().is_some_and(|Processed { reported, .. }| reported.status.is_read());
                original = read.then_some(&found[*index]);
                carried
            }
        };
        for (at, Processed { report, reported }) in carried.iter().enumerate() {
            tell(if at == 0 { Step::Done(report, reported) } else { Step::Attached(report, reported) });
        }
        files.push((*index, carried));
    }
    files
}

/// Adds up what was seen in all files and what became of it.
///
/// # Errors
/// If something was lost on the way: then nothing may be written.
fn balance(files: &[Processed]) -> Result<Audit, Failure> {
    let mut total = Audit::default();
    for Processed { report, reported } in files {
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

/// The rows that belong in the register. What is in doubt is kept: a lost engagement is worse than a row to look at.
fn international(files: &[Processed]) -> Vec<RowNumber> {
    let read = files.iter().enumerate().filter(|(_, Processed { reported, .. })| reported.status.is_read());
    let rows = read.flat_map(|(file, Processed { reported, .. })| {
        reported.understood.iter().enumerate().map(move |(row, understood)| ((file, row), understood))
    });
    rows.filter(|(_, understood)| match understood.verdict.international {
        International::Yes | International::Unsure => true,
        International::No => false,
    })
    .map(|(row, _)| row)
    .collect()
}

fn engagements(files: &[Processed], rows: &[RowNumber]) -> Vec<Engagement> {
    rows.iter().map(|(file, row)| files[*file].reported.understood[*row].engagement.clone()).collect()
}

/// What is known of pairs of rows before merging. What a person decided comes last, and so counts.
fn ties(files: &[Processed], rows: &[RowNumber], decided: &Decided) -> Vec<Tie> {
    let number = |row: RowNumber| rows.binary_search(&row).ok();
    let repeated = revise::repeated(files).into_iter().map(|(a, b)| (a, b, true));
    repeated
        .chain(review::ties(decided))
        .filter_map(|(a, b, together)| Some(Tie { first: number(a)?, second: number(b)?, together }))
        .collect()
}
