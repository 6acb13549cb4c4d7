//! What changed since the last register that differed.
//!
//! The outbox keeps two registers: the one that stands in it, and the last one that differed from it. A run that
//! makes the same register again compares with the same one again, so that its outputs keep their bytes.

mod compare;

use crate::model::{Changes, ContractRow, Decision, History, Place, Question};
use crate::problem::{Problem, What};
use compare::compare;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What the last run left.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Last {
    history: Option<History>,
    current: Option<Vec<ContractRow>>,
}

impl Last {
    /// Reads what the last run left: its history and its register, each a name for messages and the bytes. What
    /// cannot be read is said, and there is then nothing to compare with.
    #[must_use]
    pub fn read(history: (&str, Option<&[u8]>), register: (&str, Option<&[u8]>)) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let last = Self {
            history: parsed(history.0, history.1, &mut problems),
            current: parsed::<Vec<ContractRow>>(register.0, register.1, &mut problems)
                .map(|rows| rows.into_iter().map(without_wording).collect()),
        };
        (last, problems)
    }

    /// The history and the changes of a register, with the questions that it leaves open and the decisions in force.
    /// `seen` is the greatest number of a run whose review workbook was read.
    #[must_use]
    pub fn followed_by(
        self,
        rows: Vec<ContractRow>,
        questions: &[Question],
        decisions: &[Decision],
        seen: u64,
    ) -> (History, Changes) {
        let rows: Vec<ContractRow> = rows.into_iter().map(without_wording).collect();
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
        let changes = against.map_or_else(Changes::default, |number| compare(number, &base, &rows));
        (History { run, state, against, register: base }, changes)
    }
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

/// The row without what depends on the language and on where in a file it was reported.
fn without_wording(mut row: ContractRow) -> ContractRow {
    row.remove("warnings");
    if let Some(Value::Array(sources)) = row.get("sources") {
        let mut files: Vec<Value> =
            sources.iter().map(|source| source.get("file").unwrap_or(source).clone()).collect();
        files.sort_by_key(ToString::to_string);
        files.dedup();
        row.insert("sources".to_owned(), Value::Array(files));
    }
    row
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
