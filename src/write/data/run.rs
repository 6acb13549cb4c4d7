//! `data/run.json`: the run's own record, without a clock in it.

use crate::labels::{self, Lang, problems};
use crate::model::{
    Audit, Candidate, Covered, FileStatus, Format, Group, Processed, Report, Reported, Settings, Spot,
};
use crate::problem::Problem;
use crate::vocab::Vocab;
use crate::write::counts::{self, Counts};
use crate::write::{Consolidated, Written};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Run<'a> {
    version: &'static str,
    as_of: Date,
    options: Options<'a>,
    files: Vec<Row<'a>>,
    unheld: Vec<Line<'a>>,
    audit: Audit,
    totals: Totals,
    outputs: Vec<Out<'a>>,
}

/// What can change the outputs' bytes. How many files are worked on at once cannot, and the folders' names are not
/// part of the record.
#[derive(Serialize)]
struct Options<'a> {
    lang: Lang,
    /// The language in which executives get their outputs as well.
    also: Option<Lang>,
    /// The months that the summary speaks of, as `YYYY-MM/YYYY-MM`; `null` for all that was reported.
    period: Option<String>,
    /// Digest of the packs of words that the reports were understood by.
    vocabulary: &'static str,
    /// The workbook of settings that is in force.
    settings: Option<Set<'a>>,
}

/// A workbook of settings.
#[derive(Serialize)]
struct Set<'a> {
    file: &'a str,
    sha256: &'a str,
    faults: Vec<SetFault>,
}

/// A cell of the settings that cannot be used.
#[derive(Serialize)]
struct SetFault {
    place: String,
    message: String,
}

/// What became of a file.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    size: u64,
    sha256: &'a str,
    format: Format,
    department: &'a str,
    period: String,
    rows: u64,
    engagements: u64,
    set_aside: u64,
    status: FileStatus,
    message: String,
    duplicate_of: Option<&'a str>,
    superseded_by: Option<&'a str>,
    covers: Vec<Covers<'a>>,
}

/// A month that a file speaks of for a department.
#[derive(Serialize)]
struct Covers<'a> {
    department: &'a str,
    month: String,
    nil: bool,
}

/// Words that no record holds although they look like an activity.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    sheet: Option<&'a str>,
    row: Option<u32>,
    page: Option<u32>,
    text: &'a str,
}

#[derive(Serialize)]
struct Totals {
    engagements: usize,
    held: usize,
    planned: usize,
    cancelled: usize,
    postponed: usize,
    /// Held engagements with representatives of states.
    state: usize,
    /// Distinct organisations over the held engagements with organisations.
    organisations: usize,
    /// Held support services.
    support: usize,
    by_group: BTreeMap<&'static str, usize>,
    /// What the review workbook asks.
    questions: usize,
    /// What departments are asked.
    follow_ups: usize,
    first_month: Option<String>,
    last_month: Option<String>,
    months: usize,
    state_monthly: Option<f64>,
    support_monthly: Option<f64>,
    files: BTreeMap<&'static str, usize>,
    need_a_person: usize,
}

/// The part of the record that names what was written.
#[derive(Deserialize)]
struct Record {
    outputs: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    path: String,
    sha256: String,
}

/// What a record says that its run wrote: paths and digests; none if it cannot be read.
pub fn outputs(record: &[u8]) -> Vec<(String, String)> {
    let record: Option<Record> = serde_json::from_slice(record).ok();
    let outputs = record.map_or_else(Vec::new, |record| record.outputs);
    outputs.into_iter().map(|Named { path, sha256 }| (path, sha256)).collect()
}

#[derive(Serialize)]
struct Out<'a> {
    path: &'a str,
    size: usize,
    sha256: &'a str,
}

/// Makes the file, given what was made of the other outputs.
pub fn make(result: &Consolidated, outputs: &[Written]) -> Result<Vec<u8>, String> {
    let run = Run {
        version: env!("CARGO_PKG_VERSION"),
        as_of: result.as_of,
        options: Options {
            lang: result.lang,
            also: result.also,
            period: result.period.map(|told| format!("{}/{}", month_code(told.start), month_code(told.end))),
            vocabulary: result.vocab.digest(),
            settings: set(result),
        },
        files: result
            .files
            .iter()
            .map(|Processed { report, reported }| file(result.vocab, result.lang, report, reported))
            .collect(),
        unheld: unheld(&result.files),
        audit: result.audit,
        totals: totals(result, &counts::count(result)),
        outputs: outputs.iter().map(|(path, size, sha256)| Out { path, size: *size, sha256 }).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&run).map_err(|e| e.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The settings in force.
fn set(result: &Consolidated) -> Option<Set<'_>> {
    let Settings { file, sha256, faults, .. } = &result.settings;
    let fault = |problem: &Problem| SetFault {
        place: labels::spot(result.lang, &problem.place),
        message: problems::advice(result.vocab, result.lang, &problem.what),
    };
    let in_force = !file.is_empty();
    in_force.then(|| Set { file, sha256, faults: faults.iter().map(fault).collect() })
}

/// The lines of all reports that are read.
fn unheld(files: &[Processed]) -> Vec<Line<'_>> {
    let read = files.iter().filter(|Processed { reported, .. }| reported.status.is_read());
    let lines =
        read.flat_map(|Processed { report, reported }| reported.unheld.iter().map(move |one| (report, one)));
    lines
        .map(|(report, one)| Line {
            file: &report.file,
            sheet: spot_of(one).sheet(),
            row: spot_of(one).row(),
            page: spot_of(one).page(),
            text: &one.text,
        })
        .collect()
}

/// Where the words stand.
fn spot_of(one: &Candidate) -> &Spot {
    &one.understood.engagement.place.spot
}

fn file<'a>(vocab: Vocab, lang: Lang, report: &'a Report, reported: &'a Reported) -> Row<'a> {
    let other = reported.other_file.as_deref();
    Row {
        file: &report.file,
        size: report.size,
        sha256: &report.sha256,
        format: report.format,
        department: reported.department.as_deref().unwrap_or(""),
        period: reported.period.map_or_else(String::new, |period| period.to_string()),
        rows: reported.audit.records,
        engagements: reported.audit.international,
        set_aside: reported.audit.domestic,
        status: reported.status,
        message: problems::file_message(vocab, lang, reported),
        duplicate_of: other.filter(|_| reported.status == FileStatus::DuplicateOf),
        superseded_by: other.filter(|_| reported.status == FileStatus::SupersededBy),
        covers: reported.covers.iter().map(covers).collect(),
    }
}

fn covers(covered: &Covered) -> Covers<'_> {
    let Covered { department, month, nil } = covered;
    Covers { department, month: month_code(*month), nil: *nil }
}

fn month_code(day: Date) -> String {
    day.strftime("%Y-%m").to_string()
}

fn totals(result: &Consolidated, counts: &Counts) -> Totals {
    let mut files = BTreeMap::new();
    for Processed { reported, .. } in &result.files {
        *files.entry(reported.status.code()).or_insert(0) += 1;
    }
    Totals {
        engagements: result.register.entries.len(),
        held: counts.all_held(),
        planned: counts.planned,
        cancelled: counts.cancelled,
        postponed: counts.postponed,
        state: counts.of(Group::State),
        organisations: counts.organisations.len(),
        support: counts.of(Group::Support),
        by_group: Group::ALL.iter().map(|group| (group.code(), counts.of(*group))).collect(),
        first_month: counts.period().map(|(first, _)| month_code(first)),
        last_month: counts.period().map(|(_, last)| month_code(last)),
        months: counts.months.len(),
        state_monthly: counts.monthly(counts.of(Group::State)),
        support_monthly: counts.monthly(counts.of(Group::Support)),
        files,
        questions: result.questions.len(),
        follow_ups: result.follow_ups.len(),
        need_a_person: result.open_files().count(),
    }
}
