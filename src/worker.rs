//! The work on one file: a pure function of its name and bytes.

use crate::inbox::Content;
use crate::model::{
    Aside, AsideReason, Audit, Body, Context, Document, Extract, FileStatus, Format, International, Layout,
    Legibility, Place, Recognised, Report, Reported, Review, Settings, Spot,
};
use crate::problem::{Problem, Severity, What, Within};
use crate::read::{Attachment, Opened, Sniffed};
use crate::vocab::Vocab;
use crate::{extract, normalise, read, review, settings};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What the office knows of the reports that it gets.
#[derive(Debug, Clone, Copy)]
pub struct Office<'a> {
    /// What their words mean.
    pub vocab: Vocab,
    /// How tables are read in layouts that were taught.
    pub layouts: &'a [Layout],
    /// What was recognised in the pictures of the file's pages.
    pub recognised: &'a [Recognised],
}

/// Name of the threads that work on files; a panic there is reported as the file's problem and not printed.
pub const THREAD: &str = "report";

/// Reads, extracts and understands one report, and gives the files that it carries. `around` is what the report that
/// carries this one says. A failure of the program itself becomes the file's status.
pub fn work(office: Office, report: &Report, bytes: &[u8], around: &Context) -> (Reported, Vec<Attachment>) {
    isolated(|| report_of(office, report, bytes, around))
        .unwrap_or_else(|detail| (Reported::settled(FileStatus::Failed, failure(report, detail)), Vec::new()))
}

/// Reads the decisions of a review workbook with this name.
///
/// # Errors
/// If it cannot be opened, or is larger than is read of a file.
pub fn review(vocab: Vocab, file: &str, bytes: &[u8]) -> Result<Review, What> {
    read::check(file, bytes)?;
    let read = isolated(|| review::read(vocab, file, bytes)).and_then(|read| read);
    read.map_err(|detail| What::Broken { detail })
}

/// A review workbook as a file of the inbox.
pub fn reviewed(vocab: Vocab, report: &Report, bytes: &[u8]) -> Reported {
    let place = Place::file(&report.file);
    match review(vocab, &report.file, bytes) {
        Ok(review) => {
            let problem = Problem::note(place, What::OwnFile);
            Reported { review: Some(review), ..Reported::settled(FileStatus::Ignored, problem) }
        }
        Err(what) => Reported::settled(FileStatus::Damaged, Problem::error(place, what)),
    }
}

/// What a workbook of settings says; `None` if a content is none. One that is named as such has to be one.
///
/// # Errors
/// If it cannot be read.
pub fn settings(vocab: Vocab, content: &Content) -> Option<Result<Settings, What>> {
    let Content { file, sha256, bytes } = content;
    let name = file.rsplit('/').next().unwrap_or(file);
    let named = settings::by_name(file);
    let (format, marked) = match read::sniff(name, bytes) {
        Sniffed::Settings(format) => (format, true),
        _ if bytes.is_empty() && named => return Some(Err(What::EmptyFile)),
        Sniffed::Format(format) if named => (format, false),
        Sniffed::Format(_) | Sniffed::Review(_) | Sniffed::Own | Sniffed::Other(_) => return None,
    };
    let report = Report { file: file.clone(), size: bytes.len() as u64, sha256: sha256.clone(), format };
    let opened = match isolated(|| read::read(&report, bytes)) {
        Ok(Ok(opened)) => opened,
        Ok(Err(unreadable)) => return Some(Err(unreadable.problem.what)),
        Err(detail) => return Some(Err(What::ProgramFailed { detail })),
    };
    let over = opened.problems.into_iter().find(|problem| problem.severity == Severity::Error);
    match (over, &opened.document.body) {
        (Some(problem), _) => Some(Err(problem.what)),
        (None, Body::Sheets(sheets)) if marked || settings::is_one(sheets) => {
            Some(Ok(settings::read(vocab, file, sheets)))
        }
        (None, Body::Sheets(_) | Body::Pages(_)) => None,
    }
}

/// Runs work on one file.
///
/// # Errors
/// If the work panics: its words.
pub fn isolated<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    // What the work was about is dropped with it, and what threads remember is only ever added to when it is whole.
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| words_of(panic.as_ref()))
}

/// The problem of a file on which the program failed.
pub fn failure(report: &Report, detail: String) -> Problem {
    Problem::error(Place::file(&report.file), What::ProgramFailed { detail })
}

/// The stages of one report, in order.
fn report_of(
    Office { vocab, layouts, recognised }: Office,
    report: &Report,
    bytes: &[u8],
    around: &Context,
) -> (Reported, Vec<Attachment>) {
    let Opened { document, mut problems, attachments } = match read::read_with(report, bytes, recognised) {
        Ok(opened) => opened,
        Err(unreadable) => return (Reported::settled(unreadable.status, unreadable.problem), Vec::new()),
    };
    let mut extract = extract::extract(vocab, &report.file, &document);
    for problem in &mut problems {
        of_totals(problem, &extract.aside);
    }
    if let Some(mark) = &extract.restricted {
        let what = What::Restricted { mark: mark.clone() };
        let problem = Problem::note(Place::file(&report.file), what);
        return (Reported::settled(FileStatus::Restricted, problem), attachments);
    }
    let understand = |extract: &mut Extract| {
        normalise::surround(vocab, extract, around);
        normalise::normalise(vocab, &report.file, extract)
    };
    let mut normalised = understand(&mut extract);
    let taught = taught(layouts, normalised.department.as_deref());
    if !taught.is_empty() {
        extract = extract::extract_taught(vocab, &report.file, &document, &taught);
        normalised = understand(&mut extract);
    }
    let department = normalised.department.clone().unwrap_or_default();
    extract.unsure.iter_mut().for_each(|table| table.reading.department.clone_from(&department));
    problems.extend(extract.problems.iter().cloned());
    problems.extend(normalised.problems);
    if !attachments.is_empty() {
        problems.push(self::attachments(report, &attachments));
    }
    // A letter that only sends its attachment holds nothing itself, and is whole.
    let sends = attachments.iter().any(is_report);
    if extract.records.is_empty() && !extract.nil && !unread(&document) && !sends {
        problems.push(Problem::warning(Place::file(&report.file), What::NoRecords));
    }
    problems.sort();
    problems.dedup();
    let domestic =
        normalised.understood.iter().filter(|u| u.verdict.international == International::No).count() as u64;
    let international = normalised.understood.len() as u64 - domestic;
    let unread = unread(&document) && extract.records.is_empty();
    let mut reported = Reported {
        status: FileStatus::NeedsOcr,
        other_file: None,
        department: normalised.department,
        period: normalised.period,
        audit: Audit { international, domestic, ..extract.audit },
        covers: normalised.covers,
        context: extract.context,
        understood: normalised.understood,
        aside: extract.aside,
        unheld: normalised.unheld,
        unsure: extract.unsure,
        nil: extract.nil,
        review: None,
        problems,
    };
    if !unread {
        reported.status = reported.how_read();
    }
    (reported, attachments)
}

/// The layouts of a department's reports.
fn taught(layouts: &[Layout], department: Option<&str>) -> Vec<Layout> {
    let theirs = |layout: &&Layout| layout.department == department.unwrap_or_default();
    layouts.iter().filter(theirs).cloned().collect()
}

/// The note that a report carries files.
pub fn attachments(report: &Report, attachments: &[Attachment]) -> Problem {
    let names = attachments.iter().map(|attachment| attachment.name.clone()).collect();
    Problem::note(Place::file(&report.file), What::Within(Within::Attachments { names }))
}

/// A formula without a result that only sums up is no reason to look into the report: its rows are read.
fn of_totals(problem: &mut Problem, aside: &[Aside]) {
    let Spot::Cell { sheet, row, .. } = &problem.place.spot else { return };
    let sums = |aside: &Aside| {
        matches!(aside.reason, AsideReason::Total | AsideReason::Summary)
            && matches!(&aside.place.spot, Spot::Row { sheet: s, row: r } if s == sheet && r == row)
    };
    if problem.what == What::FormulaNotCalculated && aside.iter().any(sums) {
        problem.severity = Severity::Note;
    }
}

/// True for an attachment of a format that is read.
fn is_report(attachment: &Attachment) -> bool {
    let sniffed = attachment.content.as_ref().map(|bytes| read::sniff(&attachment.name, bytes));
    matches!(sniffed, Ok(read::Sniffed::Format(format)) if format != Format::Picture)
}

/// True if the document has pages that could not be read, and none that could.
fn unread(document: &Document) -> bool {
    match &document.body {
        Body::Sheets(_) => false,
        Body::Pages(pages) => {
            let mut unread = false;
            for page in pages {
                match page.legibility {
                    Legibility::ImageOnly | Legibility::Unreadable => unread = true,
                    Legibility::Good
                    | Legibility::Repaired
                    | Legibility::Recognised
                    | Legibility::Scanned => return false,
                    Legibility::Blank => {}
                }
            }
            unread
        }
    }
}

/// The words of a panic.
fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}
