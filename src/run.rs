//! The conductor: the whole pipeline, in order.

use crate::cache::Cache;
use crate::history::{Around, Kept, Last, Seen};
use crate::inbox::{self, Content, Found};
use crate::isolate::{Isolation, Pool};
use crate::labels::{self, Lang};
use crate::model::{
    Audit, Counted, Engagement, FileStatus, International, Place, Processed, REVIEW_IN_OUTBOX, Report,
    ReportPeriod, Reported, Review, RowNumber, Settings, Tie,
};
use crate::outbox::Published;
use crate::problem::{Failure, Problem, Severity, What, full};
use crate::reading::Readers;
use crate::recognise::{Recogniser, Recognition};
use crate::review::{self, Decided};
use crate::vocab::Vocab;
use crate::write::{self, Consolidated};
use crate::{merge, normalise, office, outbox, revise, terminal};
use jiff::civil::Date;
use rayon::{ThreadPool, ThreadPoolBuilder};
use serde::{Deserialize, Serialize};
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
    /// The language in which executives get their outputs as well.
    pub also: Option<Lang>,
    /// The day that decides what lies ahead.
    pub as_of: Date,
    /// The whole months that the summary and the sheet of counts speak of; `None` for all that was reported.
    pub period: Option<ReportPeriod>,
    /// Under which name the outputs for executives are kept as they are made now.
    pub edition: Option<String>,
    /// Where the bytes of reports are worked on.
    pub isolation: Isolation,
    /// What reads pages that have only pixels.
    pub recognition: Recognition,
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

/// What a run came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ran {
    /// Nothing had changed since the last run, and nothing was written.
    pub unchanged: bool,
    /// Some files need a person.
    pub needs_person: bool,
    /// Something else is to be known: a review that cannot be read, decisions that no longer hold, what is missing.
    pub warns: bool,
    /// What is new since the run before; empty where nothing is told.
    pub news: String,
    /// What there is to tell of the outputs.
    pub tally: String,
}

/// Runs the main job: reports in, register, workbook, summary and data files out. `tell` hears of every step, from
/// any thread.
///
/// # Errors
/// If nothing could be written; the previous outputs then stand as they were.
pub fn run(options: &Options, tell: &(dyn Fn(Step) + Sync)) -> Result<Ran, Failure> {
    // Looked at first: where the inbox is not, no outbox is made.
    let found = threads(options)?.install(|| inbox::list(&options.inbox, &options.outbox))?;
    outbox::check(&options.outbox, &options.inbox)?;
    let _lock = outbox::lock(&options.outbox)?;
    let taken_in = outbox::take_in(&options.outbox, write::REVIEW)?;
    let mut cache = Cache::of(&options.outbox, options.vocab);
    let recogniser = Recogniser::of(&options.recognition, options.isolation);
    if let Some(name) = &options.edition
        && outbox::is_taken(&options.outbox, &write::edition::record(name))
    {
        return Err(Failure::EditionStands { name: name.clone() });
    }
    let as_before = options.edition.is_none() && !outbox::waits(&options.outbox);
    if let Some(last) = cache.last_run(options, &found, &recogniser).filter(|_| as_before) {
        return Ok(Ran { unchanged: true, news: String::new(), ..last });
    }
    let mut result = consolidate(options, &found, &mut cache, &recogniser, tell)?;
    result.problems.extend(taken_in);
    enough_read(options, &result)?;
    tell(Step::Writing);
    let outputs = threads(options)?.install(|| write::all(&result))?;
    let published = outbox::publish_instead(&options.outbox, &outputs, &earlier(options))?;
    let needs_person = result.open_files().next().is_some() || !result.settings.faults.is_empty();
    let (news, tally) = (terminal::news(options, &result), terminal::tally(options, &result, &published));
    if published != Published::InPlace {
        // Nothing is kept of it: the next run has to put it in place.
        return Ok(Ran { unchanged: false, needs_person: true, warns: true, news, tally });
    }
    let warning = |problem: &Problem| problem.severity >= Severity::Warning;
    let warns = result.problems.iter().any(warning) || !result.changes.unread.is_empty();
    let ran = Ran { unchanged: false, needs_person, warns, news, tally };
    cache.keep_run(options, &found, (&result, &recogniser), &outputs, &ran);
    Ok(ran)
}

/// What the last run wrote that this one may not, by its own record. Where that cannot be read, none is known to be ours.
fn earlier(options: &Options) -> Vec<outbox::Earlier> {
    let record = outbox::read(&options.outbox, write::RUN).ok().flatten();
    record.map_or_else(Vec::new, |record| write::passing(&record))
}

/// A register is never replaced by less than was readable.
///
/// # Errors
/// If the inbox holds no report, or only reports that cannot be read although a register stands.
fn enough_read(options: &Options, result: &Consolidated) -> Result<(), Failure> {
    let nothing =
        result.files.iter().all(|Processed { reported, .. }| reported.status == FileStatus::Ignored);
    if nothing {
        return Err(Failure::Empty { path: full(&options.inbox) });
    }
    let unread: Vec<&Processed> =
        result.files.iter().filter(|file| file.reported.status.is_unread()).collect();
    let read = result.files.iter().any(|file| file.reported.status.is_read());
    if !read && !unread.is_empty() && outbox::stands(&options.outbox, write::REGISTER) {
        let told = |Processed { report, reported }: &&Processed| {
            let message = labels::problems::file_message(result.vocab, options.lang, reported);
            format!("{}: {message}", labels::shown(&report.file))
        };
        return Err(Failure::NothingRead { files: unread.iter().map(told).collect() });
    }
    Ok(())
}

/// Everything that the outputs are made from. Nothing is written but what a `cache` keeps.
///
/// # Errors
/// If something was lost on the way.
pub fn consolidate(
    options: &Options,
    found: &[Found],
    cache: &mut Cache,
    recogniser: &Recogniser,
    tell: &(dyn Fn(Step) + Sync),
) -> Result<Consolidated, Failure> {
    tell(Step::Found(found.len()));
    let pool = threads(options)?;
    let (readers, settings) = readers(options, found, cache, &pool)?;
    let vocab = readers.vocab();
    let LastRun { last, review, unread: unread_review, mut problems } = last_run(options, &readers);
    let reading = Readers { pool: &readers, cache, recogniser, tell };
    let mut files = pool.install(|| reading.all(found, review.as_ref()));
    readers.close()?;
    bound(&mut files, Counted::RunRecords.limit());
    problems.extend(office::placed(&mut files, &settings));
    for file in &mut files {
        normalise::by_name(vocab, file);
    }
    revise::revise(vocab, &mut files);

    let (mut decided, rows) = review::gather(&mut files, review);
    review::rule(&mut files, &decided);
    let audit = balance(&files)?;

    tell(Step::Merging);
    let members = international(&files);
    let ties = ties(&files, &members, &decided);
    let mut register = pool.install(|| merge::merge_tied(vocab, engagements(&files, &members), &ties));
    merge::doubt_ahead(&mut register, options.as_of);
    review::settle(&mut register, &mut files, &rows, &mut decided);
    let questions = review::questions(&register, &files, &rows, &decided);
    let (questions, follow_ups) = review::sorted_out(questions, &decided.in_force);

    let data = write::register(vocab, options.lang, &register)?;
    let (as_of, seen) = (options.as_of, decided.run);
    let reports = seen_files(&files);
    let around = Around { questions: &questions, decisions: &decided.in_force, seen, as_of, files: &reports };
    let Kept { history, last_month, changes, news } = last.followed_by(data, around);
    problems.append(&mut decided.problems);
    let (lang, decisions) = (options.lang, decided.in_force);
    let (unusable, inbox_link) = (decided.unusable, outbox::link(&options.outbox, &options.inbox));
    Ok(Consolidated {
        vocab,
        settings,
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
        news,
        problems,
        audit,
        lang,
        as_of,
        period: options.period,
        edition: options.edition.clone(),
        also: options.also,
    })
}

/// The processes that read by what the office set, and that.
fn readers(
    options: &Options,
    found: &[Found],
    cache: &mut Cache,
    threads: &ThreadPool,
) -> Result<(Pool, Settings), Failure> {
    let start = |vocab| Pool::start(vocab, options.isolation, threads.current_num_threads());
    let readers = start(options.vocab)?;
    let mut settings = threads.install(|| office::settings(found, &readers, cache))?;
    let vocab = office::vocabulary(options.vocab, &mut settings);
    if vocab.id() == options.vocab.id() {
        return Ok((readers, settings));
    }
    readers.close()?;
    cache.understand_by(vocab);
    Ok((start(vocab)?, settings))
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

/// The files of this run for what is told of earlier ones.
fn seen_files(files: &[Processed]) -> Vec<Seen<'_>> {
    files.iter().map(seen).collect()
}

fn seen(Processed { report, reported }: &Processed) -> Seen<'_> {
    // What is of no format that is read may be no report.
    let department = reported.department.as_deref().filter(|_| reported.status != FileStatus::Unsupported);
    Seen { file: &report.file, sha256: &report.sha256, status: reported.status, department }
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
    // What waits to be put in place is newer than what stands.
    let newest = outbox::newest(&options.outbox);
    let mut read = |name: &str| {
        outbox::read(&newest, name).unwrap_or_else(|problem| {
            problems.push(problem);
            None
        })
    };
    let (history, register, answered) = (read(write::PREVIOUS), read(write::REGISTER), read(write::REVIEW));
    let (last_month, record) = (read(write::LAST_MONTH), read(write::RUN));
    let editions = outbox::within_folders(&options.outbox, write::edition::EDITIONS, write::edition::RECORD);
    let mut kept = |name: &str| {
        outbox::read(&options.outbox, name).unwrap_or_else(|problem| {
            problems.push(problem);
            None
        })
    };
    let editions: Vec<(String, Option<Vec<u8>>)> =
        editions.into_iter().map(|name| (name.clone(), kept(&name))).collect();
    let editions: Vec<_> = editions.iter().map(|(name, bytes)| (name.as_str(), bytes.as_deref())).collect();
    let (last, damaged) = Last::read(
        (write::PREVIOUS, history.as_deref()),
        (write::REGISTER, register.as_deref()),
        (write::LAST_MONTH, last_month.as_deref()),
        (write::RUN, record.as_deref()),
        &editions,
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
