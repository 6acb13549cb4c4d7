//! What changed since the last register that differed.
//!
//! The outbox keeps two registers: the one that stands in it, and the last one that differed from it. A run that
//! makes the same register again compares with the same one again, so that its outputs keep their bytes.

mod compare;
mod news;
mod unread;

pub use unread::Seen;

use crate::model::{
    Changes, ContractRow, Decision, Edition, History, LastMonth, News, Place, Question, Since, SinceEdition,
    without_wording,
};
use crate::problem::{Problem, What};
use compare::compare;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use unread::{Before, Record, unread};

/// What the last run left.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Last {
    history: Option<History>,
    current: Option<Vec<ContractRow>>,
    month: Option<LastMonth>,
    edition: Option<Edition>,
    record: Option<Record>,
}

/// What a run keeps and tells of registers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Kept {
    /// What the next run compares with.
    pub history: History,
    /// The last register of an earlier month.
    pub last_month: Option<LastMonth>,
    /// What changed.
    pub changes: Changes,
    /// What is new about the files since the last run; `None` if there was none.
    pub news: Option<News>,
}

/// What a register is told apart by, beside its rows.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The questions that it leaves open.
    pub questions: &'a [Question],
    /// The decisions in force.
    pub decisions: &'a [Decision],
    /// The greatest number of a run whose review workbook was read.
    pub seen: u64,
    /// The day that the run goes by.
    pub as_of: Date,
    /// The files of the run.
    pub files: &'a [Seen<'a>],
}

/// A file of the outbox: its name for messages, and its bytes if it is there.
pub type Named<'a> = (&'a str, Option<&'a [u8]>);

impl Last {
    /// Reads what the last run left: its history, its register, that of the last month, and its own record. What cannot be
    /// read is said, and there is then nothing to compare with.
    pub fn read(
        history: Named,
        register: Named,
        last_month: Named,
        run: Named,
        editions: &[Named],
    ) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let last = Self {
            history: parsed(history.0, history.1, &mut problems),
            current: parsed::<Vec<ContractRow>>(register.0, register.1, &mut problems).map(without_wording),
            month: parsed(last_month.0, last_month.1, &mut problems),
            edition: latest(editions, &mut problems),
            record: parsed(run.0, run.1, &mut problems),
        };
        (last, problems)
    }

    /// The history and the changes of a register.
    pub fn followed_by(mut self, rows: Vec<ContractRow>, around: Around) -> Kept {
        let Around { questions, decisions, seen, as_of, files } = around;
        let said =
            self.history.as_mut().map(|history| std::mem::take(&mut history.unread)).unwrap_or_default();
        let record = self.record.take();
        let news = news::news(record.as_ref(), files);
        let record = record.unwrap_or_default();
        let last_month = self.month_before(as_of);
        let rows = without_wording(rows);
        let state = state(&rows, questions, decisions);
        let number = self.history.as_ref().map_or(0, |history| history.run);
        let same = self.history.as_ref().is_some_and(|history| history.state == state);
        let run = if same && number >= seen { number } else { number.max(seen) + 1 };
        let (against, base) = match (self.current, self.history) {
            (Some(current), Some(history)) if current == rows => (history.against, history.register),
            (Some(current), _) if current == rows => (None, Vec::new()),
            (Some(current), history) => (Some(history.map_or(0, |history| history.run)), current),
            // The register is gone or damaged: what it differed from is the next best.
            (None, Some(history)) => (history.against, history.register),
            (None, None) => (None, Vec::new()),
        };
        let mut changes = against.map_or_else(Changes::default, |number| compare(number, &base, &rows));
        changes.unread =
            unread(&Before { record: &record, unread: &said, base: &base }, &rows, files, &mut changes);
        let since = |as_of: Date, register: &[ContractRow]| {
            let Changes { new, changed, mut withdrawn, .. } = compare(0, register, &rows);
            let missing =
                |id: &str| changes.unread.iter().flat_map(|file| &file.entries).any(|one| one.id == id);
            withdrawn.retain(|entry| !missing(&entry.id));
            Since { as_of, new, changed, withdrawn }
        };
        let of_month = last_month.as_ref().map(|month| since(month.as_of, &month.register));
        let of_edition = self.edition.map(|edition| SinceEdition {
            since: since(edition.as_of, &edition.register),
            name: edition.name,
        });
        (changes.last_month, changes.edition) = (of_month, of_edition);
        let unread = changes.unread.clone();
        let history = History { run, as_of: Some(as_of), state, against, register: base, unread };
        Kept { history, last_month, changes, news }
    }

    /// The last register whose run went by a day in an earlier month: the one that stands, or the one that was kept.
    fn month_before(&mut self, as_of: Date) -> Option<LastMonth> {
        let earlier = |day: &Date| (day.year(), day.month()) < (as_of.year(), as_of.month());
        let stands = self.history.as_ref().and_then(|history| history.as_of).filter(earlier);
        match (stands, &self.current) {
            (Some(as_of), Some(rows)) => Some(LastMonth { as_of, register: rows.clone() }),
            _ => self.month.take().filter(|month| earlier(&month.as_of)),
        }
    }
}

/// The edition that was made last.
fn latest(editions: &[Named], problems: &mut Vec<Problem>) -> Option<Edition> {
    let read = editions.iter().filter_map(|(name, bytes)| parsed::<Edition>(name, *bytes, problems));
    read.max_by(|a, b| (a.as_of, a.run, &a.name).cmp(&(b.as_of, b.run, &b.name)))
}

fn parsed<T: for<'a> Deserialize<'a>>(
    name: &str,
    bytes: Option<&[u8]>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    match serde_json::from_slice(bytes?) {
        Ok(value) => Some(value),
        Err(error) => {
            let what = What::LastRegisterDamaged { detail: error.to_string() };
            problems.push(Problem::warning(Place::file(name), what));
            None
        }
    }
}

fn state(rows: &[ContractRow], questions: &[Question], decisions: &[Decision]) -> String {
    let mut digest = Sha256::new();
    for row in rows {
        digest.update(Value::Object(row.clone()).to_string().as_bytes());
        digest.update(b"\n");
    }
    for question in questions {
        digest.update(format!("{}\n", question.id).as_bytes());
    }
    for decision in decisions {
        digest.update(
            format!("{} {} {}\n", decision.question, decision.ruling.code(), decision.value).as_bytes(),
        );
    }
    digest.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
