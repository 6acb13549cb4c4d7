//! The conductor: the whole pipeline, in order.

use crate::history::{Around, Kept, Last, Seen};
use crate::inbox::{self, Content, Found};
use crate::isolate::{Isolation, Pool};
use crate::labels::{self, Lang};
use crate::model::{
    Audit, Counted, Engagement, FileStatus, International, Place, Processed, REVIEW_IN_OUTBOX, Report,
    Reported, Review, RowNumber, Tie,
};
use crate::problem::{Failure, Problem, What};
use crate::review::{self, Decided};
use crate::vocab::Vocab;
use crate::write::{self, Consolidated};
use crate::{attached, merge, normalise, outbox, revise};
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
    /// Where the bytes of reports are worked on.
    pub isolation: Isolation,
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
    let unread: Vec<&Processed> =
        result.files.iter().filter(|file| file.reported.status.is_unread()).collect();
    let read = result.files.iter().any(|file| file.reported.status.is_read());
    if !read && !unread.is_empty() && outbox::stands(&options.outbox, write::REGISTER) {
        let told = |Processed { report, reported }: &&Processed| {
            let message = labels::problems::file_message(options.vocab, options.lang, reported);
            format!("{}: {message}", labels::shown(&report.file))
        };
        return Err(Failure::NothingRead { files: unread.iter().map(told).collect() });
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
    let readers = Pool::start(options.vocab, options.isolation, pool.current_num_threads())?;
    let LastRun { last, review, unread: unread_review, mut problems } = last_run(options, &readers);
    let mut files = pool.install(|| read_all(&readers, found, review.as_ref(), tell));
    readers.close()?;
    bound(&mut files, Counted::RunRecords.limit());
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
    let reports = seen_files(options.vocab, &files);
    let around = Around { questions: &questions, decisions: &decided.in_force, seen, as_of, files: &reports };
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

/// Leaves out the files whose records are more than a run takes, in the order of the files.
fn bound(files: &mut [Processed], most: u64) {
    let mut records = 0;
    for Processed { report, reported } in files {
        let more = reported.understood.len() as u64;
        if records + more <= most {
            records += more;
        } else {
            let what = What::LeftOut { of: Counted::RunRecords };
            let problem = Problem::error(Place::file(&report.file), what);
            *reported = Reported::settled(FileStatus::Unsupported, problem);
        }
    }
}

/// The files of this run for what is told of earlier ones. A report that cannot be read is its department's by its name.
fn seen_files(vocab: Vocab, files: &[Processed]) -> Vec<Seen<'_>> {
    let mut seen = Vec::with_capacity(files.len());
    for Processed { report, reported } in files {
        let is_report = reported.status.needs_person() && reported.status != FileStatus::Unsupported;
        let named = || is_report.then(|| normalise::department_of_path(vocab, &report.file)).flatten();
        let department = reported.department.as_deref().or_else(named);
        seen.push(Seen { file: &report.file, status: reported.status, department });
    }
    seen
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

fn last_run(options: &Options, readers: &Pool) -> LastRun {
    let mut problems = Vec::new();
    let mut read = |name: &str| {
        outbox::read(&options.outbox, name).unwrap_or_else(|problem| {
            problems.push(problem);
            None
        })
    };
    let (history, register, answered) = (read(write::PREVIOUS), read(write::REGISTER), read(write::REVIEW));
    let (last_month, record) = (read(write::LAST_MONTH), read(write::RUN));
    let (last, damaged) = Last::read(
        (write::PREVIOUS, history.as_deref()),
        (write::REGISTER, register.as_deref()),
        (write::LAST_MONTH, last_month.as_deref()),
        (write::RUN, record.as_deref()),
    );
    problems.extend(damaged);
    let (review, unread) = match answered.map(|bytes| Content::of(REVIEW_IN_OUTBOX, bytes)) {
        Some(content) => match readers.review(&content) {
            Ok(review) => (Some(review), None),
            Err(what) => {
                let detail = match what {
                    What::Broken { detail } => detail,
                    other => labels::problems::message(options.vocab, options.lang, &other),
                };
                let what = What::ReviewUnread { kept: write::UNREAD_REVIEW.to_owned(), detail };
                problems.push(Problem::warning(Place::file(REVIEW_IN_OUTBOX), what));
                (None, Some(content.bytes))
            }
        },
        None => (None, None),
    };
    LastRun { last, review, unread, problems }
}

/// Every file of the inbox with what it gave, in the order of `found`.
fn read_all(
    readers: &Pool,
    found: &[Found],
    review: Option<&Review>,
    tell: &(dyn Fn(Step) + Sync),
) -> Vec<Processed> {
    let hashes: Vec<Option<String>> = found.par_iter().map(inbox::hash).collect();
    let mut copies: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut alone = Vec::new();
    for (index, hash) in hashes.iter().enumerate() {
        match hash {
            Some(hash) => copies.entry(hash).or_default().push(index),
            None => alone.push(vec![index]),
        }
    }
    let groups: Vec<Vec<usize>> = copies.into_values().chain(alone).collect();
    let mut files: Vec<(usize, Vec<Processed>)> =
        groups.par_iter().flat_map_iter(|group| read_copies(readers, found, group, tell)).collect();
    read_as_taught(readers, found, &mut files, review);
    files.sort_by_key(|(index, _)| *index);
    let mut files: Vec<Vec<Processed>> = files.into_iter().map(|(_, carried)| carried).collect();
    attached::settle_copies(&mut files);
    files.into_iter().flatten().collect()
}

/// Reads the files of departments anew that a person taught layouts of tables for, in the review workbooks of the inbox or
/// in the one of the outbox.
fn read_as_taught(
    readers: &Pool,
    found: &[Found],
    files: &mut [(usize, Vec<Processed>)],
    outbox: Option<&Review>,
) {
    let of_inbox = files.iter().flat_map(|(_, carried)| carried);
    let of_inbox =
        of_inbox.filter_map(|file| Some((file.report.file.clone(), file.reported.review.clone()?)));
    let of_outbox = outbox.map(|review| (REVIEW_IN_OUTBOX.to_owned(), review.clone()));
    let layouts = review::taught(of_inbox.chain(of_outbox).collect());
    let theirs = |file: &Processed| {
        let department = file.reported.department.as_deref().unwrap_or_default();
        file.reported.status.is_read() && layouts.iter().any(|layout| layout.department == department)
    };
    files.par_iter_mut().filter(|(_, carried)| carried.iter().any(theirs)).for_each(|(at, carried)| {
        *carried = match inbox::load(&found[*at]) {
            Ok(content) => readers.file(&content, None, &layouts),
            Err(settled) => vec![settled],
        };
    });
}

/// Files with the same bytes, each followed by the files in it. The first that can be read is; the ones after it are
/// its duplicates. A name may keep one copy from being read, and then the next is tried.
fn read_copies(
    readers: &Pool,
    found: &[Found],
    copies: &[usize],
    tell: &(dyn Fn(Step) + Sync),
) -> Vec<(usize, Vec<Processed>)> {
    let mut original: Option<&str> = None;
    let mut files = Vec::with_capacity(copies.len());
    for index in copies {
        let carried = match inbox::load(&found[*index]) {
            Ok(content) => readers.file(&content, original, &[]),
            Err(settled) => vec![settled],
        };
        if carried.first().is_some_and(|Processed { reported, .. }| reported.status.is_read()) {
            original = Some(&found[*index].file);
        }
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

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test that cannot go on should stop
mod tests {
    use super::*;
    use crate::model::{Body, Cell, Document, Format, Grid, Sheet, Value};
    use crate::{extract, normalise};

    /// A report with so many activities.
    fn report(name: &str, rows: u32) -> Processed {
        let vocab = Vocab::built_in();
        let mut grid = Grid::default();
        let mut row = |at: u32, texts: &[&str]| {
            for (column, text) in (0..).zip(texts) {
                grid.cells.insert((at, column), Cell { value: Value::Text((*text).to_owned()), flaw: None });
            }
        };
        row(0, &["Date", "Activity", "Country"]);
        for at in 1..=rows {
            let activity = format!("Meeting number {at} with the ambassador of Japan");
            row(at, &["3 Jan 2023", &activity, "Japan"]);
        }
        let sheet = Sheet { name: "A".to_owned(), hidden: false, grid, notes: Vec::new() };
        let document = Document { body: Body::Sheets(vec![sheet]), partial: false };
        let extract = extract::extract(vocab, name, &document);
        let normalised = normalise::normalise(vocab, name, &extract);
        let problem = Problem::note(Place::file(name), What::OwnFile);
        let mut reported = Reported::settled(FileStatus::Read, problem);
        reported.understood = normalised.understood;
        let report = Report { file: name.to_owned(), size: 1, sha256: String::new(), format: Format::Xlsx };
        Processed { report, reported }
    }

    #[test]
    fn files_beyond_the_records_of_a_run_are_left_out_and_said_to_be() {
        let mut files = vec![report("a.xlsx", 3), report("b.xlsx", 4), report("c.xlsx", 2)];
        assert_eq!(files.iter().map(|file| file.reported.understood.len()).collect::<Vec<_>>(), [3, 4, 2]);
        bound(&mut files, 6);
        let statuses: Vec<FileStatus> = files.iter().map(|file| file.reported.status).collect();
        assert_eq!(statuses, [FileStatus::Read, FileStatus::Unsupported, FileStatus::Read]);
        assert_eq!(files[1].reported.problems[0].what, What::LeftOut { of: Counted::RunRecords });
        assert!(files[1].reported.understood.is_empty());
    }
}
