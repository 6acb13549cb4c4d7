//! Register to bytes. The only place that names the writers' libraries. One file an output.

mod counts;
mod data;
pub mod edition;
mod entries;
pub mod form;
mod outlook;
mod review;
pub mod settings;
mod sisters;
mod slips;
mod summary;
mod typeset;
mod workbook;

pub use counts::{ByGroup, Counts, count, count_around, count_chosen, month_of};

use crate::digest::sha256;
use crate::labels::{self, Lang};
use crate::model::{
    Audit, Changes, ContractRow, Decision, FollowUp, History, LastMonth, News, Processed, Question, Register,
    ReportPeriod, Ruling, Settings, Unusable,
};
use crate::problem::{Failure, Problem, What};
use crate::vocab::Vocab;
use jiff::civil::Date;
use rayon::prelude::*;

/// Everything that the outputs are made from.
#[derive(Debug, Clone)]
pub struct Consolidated {
    /// The vocabulary that they were understood by.
    pub vocab: Vocab,
    /// What the office set.
    pub settings: Settings,
    /// The merged list.
    pub register: Register,
    /// Every file of the inbox, ordered by path, with what it gave.
    pub files: Vec<Processed>,
    /// What the register leaves for a person to decide.
    pub questions: Vec<Question>,
    /// What a department is asked.
    pub follow_ups: Vec<FollowUp>,
    /// The decisions that it follows.
    pub decisions: Vec<Decision>,
    /// What was typed into the review workbook and cannot be used.
    pub unusable: Vec<Unusable>,
    /// The inbox as seen from the outbox, with `/`, for links to the files; `None` if there is no such path.
    pub inbox_link: Option<String>,
    /// The review workbook of the outbox, if it could not be read: what was decided in it must not be lost.
    pub unread_review: Option<Vec<u8>>,
    /// What the next run compares with.
    pub history: History,
    /// The last register of an earlier month.
    pub last_month: Option<LastMonth>,
    /// What changed since the last register that differed.
    pub changes: Changes,
    /// What is new about the files since the last run; `None` if there was none. Only the tally tells it.
    pub news: Option<News>,
    /// What a person should know that concerns no report.
    pub problems: Vec<Problem>,
    /// The rows of all files counted.
    pub audit: Audit,
    /// Language of the workbook and the summary.
    pub lang: Lang,
    /// The day that decides what lies ahead.
    pub as_of: Date,
    /// The whole months that the summary and the sheet of counts speak of; `None` for all that was reported.
    pub period: Option<ReportPeriod>,
    /// The name of the edition that is to be kept.
    pub edition: Option<String>,
    /// The language in which executives get their outputs as well.
    pub also: Option<Lang>,
}

impl Consolidated {
    /// True if the register follows a decision: it was not withdrawn, and what it is about is still reported so.
    pub fn follows(&self, decision: &Decision) -> bool {
        let unfit = |problem: &Problem| match &problem.what {
            What::DecisionUnfit { question, .. } => *question == decision.question,
            _ => false,
        };
        let settled = decision.ruling == Ruling::AskDepartment && !self.is_followed_up(decision);
        decision.ruling != Ruling::Withdrawn && !settled && !self.problems.iter().any(unfit)
    }
}

impl Consolidated {
    /// The file on the disk that a file is, or is attached to.
    pub fn outer(&self, file: &str) -> String {
        let holds = |Processed { report, .. }: &&Processed| {
            file.strip_prefix(&report.file).is_some_and(|rest| rest.starts_with('/'))
        };
        self.files.iter().find(holds).map_or(file, |Processed { report, .. }| &report.file).to_owned()
    }

    /// The files that a person has to look at and has not answered for.
    pub fn open_files(&self) -> impl Iterator<Item = &Processed> {
        let open = |Processed { report, reported }: &&Processed| {
            reported.status.needs_person() && !self.decisions.iter().any(|decision| decision.sees(report))
        };
        self.files.iter().filter(open)
    }

    /// True for a question that a department is asked.
    pub fn is_followed_up(&self, decision: &Decision) -> bool {
        self.follow_ups.iter().any(|follow_up| follow_up.decision.question == decision.question)
    }
}

/// An output of a run: its path within the outbox and the function that makes its bytes.
pub struct Output {
    /// Path relative to the outbox, with `/`.
    pub path: &'static str,
    /// Makes the bytes; the error is the library's own words.
    pub make: fn(&Consolidated) -> Result<Vec<u8>, String>,
}

/// An output that was made: its path, size in bytes and SHA-256 in lower-case hexadecimal.
pub type Written = (String, usize, String);

/// The outputs, in the order in which they are named to the user. `data/run.json` comes last and lists them.
pub const OUTPUTS: &[Output] = &[
    Output { path: workbook::NAME, make: workbook::make },
    Output { path: summary::NAME, make: summary::make },
    Output { path: REVIEW, make: review::make },
    Output { path: REGISTER, make: data::engagements::make },
    Output { path: "data/engagements.csv", make: data::list::make },
    Output { path: "data/changes.json", make: data::history::changes },
    Output { path: PREVIOUS, make: data::history::previous },
];

/// The workbook in which a person decides.
pub const REVIEW: &str = "review.xlsx";

/// Where a review workbook of the outbox is kept that could not be read.
pub const UNREAD_REVIEW: &str = "review-unread.xlsx";

/// The register for other programs.
pub const REGISTER: &str = "data/engagements.json";

/// What the next run compares with.
pub const PREVIOUS: &str = "data/previous.json";

/// The register that stood at the end of an earlier month; there is none in the first month.
pub const LAST_MONTH: &str = "data/last-month.json";

/// The run's own record.
pub const RUN: &str = "data/run.json";

/// The register as other programs get it: its rows.
///
/// # Errors
/// If they cannot be made.
pub fn register(vocab: Vocab, lang: Lang, register: &Register) -> Result<Vec<ContractRow>, Failure> {
    let failed = |detail: String| Failure::Output { path: REGISTER.to_owned(), detail };
    data::engagements::objects(vocab, lang, register).map_err(failed)
}

/// Makes all outputs, beside each other: path within the outbox and bytes, `data/run.json` last.
///
/// # Errors
/// If one of them cannot be made.
pub fn all(result: &Consolidated) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let failed = |path: &str, detail| Failure::Output { path: path.to_owned(), detail };
    let other = result.also.map(|lang| Consolidated { lang, ..result.clone() });
    let for_all = OUTPUTS.iter().map(|Output { path, make }| ((*path).to_owned(), *make, result));
    let in_other = other.iter().flat_map(|other| {
        let kept = OUTPUTS.iter().filter(|output| edition::KEPT.contains(&output.path));
        kept.map(move |Output { path, make }| (beside(path, other.lang), *make, other))
    });
    let wanted: Vec<_> = for_all.chain(in_other).collect();
    let outputs = || -> Vec<Result<(String, Vec<u8>), Failure>> {
        let made = wanted.par_iter().map(|(path, make, of)| {
            let bytes = make(of).map_err(|detail| failed(path, detail))?;
            Ok((path.clone(), bytes))
        });
        made.collect()
    };
    let (made, slips) = rayon::join(outputs, || slips::make(result));
    // Of several failures the first in the order of the outputs is told.
    let mut made: Vec<(String, Vec<u8>)> = made.into_iter().collect::<Result<_, _>>()?;
    if let Some(month) = &result.last_month {
        let bytes = data::history::last_month(month).map_err(|detail| failed(LAST_MONTH, detail))?;
        made.push((LAST_MONTH.to_owned(), bytes));
    }
    made.extend(slips.map_err(|(path, detail)| failed(&path, detail))?);
    if let Some(name) = &result.edition {
        made.extend(edition::make(result, name, &made).map_err(|detail| failed(edition::EDITIONS, detail))?);
    }
    made.extend(result.unread_review.iter().map(|bytes| (UNREAD_REVIEW.to_owned(), bytes.clone())));
    let written: Vec<Written> =
        made.iter().map(|(path, bytes)| (path.clone(), bytes.len(), sha256(bytes))).collect();
    made.push((RUN.to_owned(), run_json(result, &written).map_err(|detail| failed(RUN, detail))?));
    Ok(made)
}

/// The departments of which reports are lacking, by their abbreviations, each with how many months.
pub fn lacking(result: &Consolidated) -> Vec<(String, usize)> {
    let months = |states: &[counts::Reporting]| states.iter().filter(|state| state.is_lacking()).count();
    let departments = count(result).coverage.departments;
    let named = departments.iter().map(|(code, states)| {
        (labels::names::department_short(result.vocab, result.lang, code), months(states))
    });
    let mut lacking: Vec<(String, usize)> = named.filter(|(_, months)| *months > 0).collect();
    lacking.sort_by_cached_key(|(name, _)| crate::thai::alphabetical(name));
    lacking
}

/// The name of an output in a further language: `summary-en.pdf`.
fn beside(path: &str, lang: Lang) -> String {
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    format!("{stem}-{}.{ending}", labels::code(lang))
}

/// True for what executives get, in whichever language.
fn is_for_executives(path: &str) -> bool {
    let in_language = |kept: &&str| [Lang::Th, Lang::En].iter().any(|lang| beside(kept, *lang) == path);
    edition::KEPT.iter().any(|kept| *kept == path || in_language(kept))
}

/// What a run's own record names that not every run writes, return slips and outputs in a further language: the path of
/// each within the outbox, and the digest of its bytes. None if the record cannot be read.
pub fn passing(record: &[u8]) -> Vec<(String, String)> {
    let further = |path: &str| is_for_executives(path) && !edition::KEPT.contains(&path);
    let mut written = data::run::outputs(record);
    written.retain(|(path, _)| slips::is_slip(path) || further(path));
    written
}

/// Makes `data/run.json`, given what the other outputs came to.
pub fn run_json(result: &Consolidated, outputs: &[Written]) -> Result<Vec<u8>, String> {
    data::run::make(result, outputs)
}
