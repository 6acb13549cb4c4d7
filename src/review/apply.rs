//! Decisions put into effect: before merging on rows and pairs of rows, after it on values.

use super::cause;
use super::gather::Decided;
use super::rows::Rows;
use super::typed;
use crate::model::{
    Asked, Decision, Doubt, Entry, FileStatus, International, Key, Processed, Reason, Register, Reported,
    RowNumber, Ruling, Verdict,
};
use crate::problem::{Problem, What};
use std::collections::BTreeMap;

/// Name of the rule by which a decision stands among the reasons of a verdict.
pub(super) const RULE: &str = "decision";

/// Takes rows into the register or sets them aside as it was decided.
pub fn rule(files: &mut [Processed], decided: &Decided) {
    super::names::rule(files, &decided.in_force);
    let of_causes = decided.in_force.iter().filter(|decision| decision.asked == Asked::Aside);
    for decision in of_causes.filter(|decision| !decision.cause.is_empty()) {
        let Some(international) = verdict(decision.ruling) else { continue };
        for Processed { reported, .. } in
            files.iter_mut().filter(|Processed { reported, .. }| reported.status.is_read())
        {
            for row in 0..reported.understood.len() {
                let understood = &reported.understood[row];
                let aside = understood.verdict.international == International::No;
                if aside && cause::of_aside(understood) == decision.cause {
                    put(reported, row, international, &decision.question);
                }
            }
        }
    }
    for ruled in &decided.rulings {
        let Some(international) = verdict(ruled.decision.ruling) else { continue };
        for (file, row) in &ruled.first {
            put(&mut files[*file].reported, *row, international, &ruled.decision.question);
        }
    }
}

/// What was decided of a row, if that was decided.
fn verdict(ruling: Ruling) -> Option<International> {
    match ruling {
        Ruling::International => Some(International::Yes),
        Ruling::Domestic => Some(International::No),
        _ => None,
    }
}

/// A row of a report is international, or is not, by the decision on this question.
fn put(reported: &mut Reported, row: usize, international: International, question: &str) {
    let understood = &mut reported.understood[row];
    let was = understood.verdict.international != International::No;
    let is = international != International::No;
    understood.verdict = Verdict { international, reasons: vec![Reason::of(RULE, question)] };
    let doubts = &mut understood.engagement.group.doubts;
    doubts.retain(|doubt| !matches!(doubt, Doubt::InternationalUnsure { .. }));
    reported.audit.international = reported.audit.international + u64::from(is) - u64::from(was);
    reported.audit.domestic = reported.audit.domestic + u64::from(was) - u64::from(is);
}

/// Pairs of rows that were decided to be one engagement, or two.
pub fn ties(decided: &Decided) -> Vec<(RowNumber, RowNumber, bool)> {
    let mut ties = Vec::new();
    for ruled in &decided.rulings {
        let pairs = ruled.first.iter().flat_map(|a| ruled.second.iter().map(move |b| (*a, *b)));
        match ruled.decision.ruling {
            Ruling::Same => ties.extend(pairs.map(|(a, b)| (a, b, true))),
            Ruling::Different => ties.extend(pairs.map(|(a, b)| (a, b, false))),
            Ruling::Open
            | Ruling::International
            | Ruling::Domestic
            | Ruling::Activity
            | Ruling::Other
            | Ruling::Organisation
            | Ruling::StateBody
            | Ruling::Company
            | Ruling::NotForeign
            | Ruling::SameAs
            | Ruling::Right
            | Ruling::Value
            | Ruling::Seen
            | Ruling::AskDepartment
            | Ruling::Withdrawn => {}
        }
    }
    ties
}

/// Puts the values that were decided into the entries of their rows. A value that was right as it was is only
/// confirmed as long as it is the same.
///
/// A report in which nothing else is missing is then read in full.
pub fn settle(register: &mut Register, files: &mut [Processed], rows: &Rows, decided: &mut Decided) {
    let mut entry_of: BTreeMap<RowNumber, usize> = BTreeMap::new();
    for (at, entry) in register.entries.iter().enumerate() {
        entry_of
            .extend(entry.sources.iter().filter_map(|source| rows.behind(source)).map(|(row, _)| (*row, at)));
    }
    let mut unfit = Vec::new();
    for ruled in &decided.rulings {
        let Some(key) = ruled.decision.key.filter(|_| ruled.decision.cause.is_empty()) else { continue };
        let entry = most(ruled.first.iter().filter_map(|row| entry_of.get(row).copied()));
        if entry.is_some_and(|at| settled(&mut register.entries[at], key, &ruled.decision)) {
            ruled.first.iter().for_each(|row| look_into(files, *row, key));
        } else {
            let (question, title) = (ruled.decision.question.clone(), ruled.decision.title.clone());
            let what = What::DecisionUnfit { question, title };
            unfit.push(Problem::warning(ruled.decision.origin.clone(), what));
        }
    }
    decided.problems.append(&mut unfit);
    let of_causes = decided.in_force.iter().filter(|decision| !decision.cause.is_empty());
    for decision in of_causes.filter(|d| matches!(d.ruling, Ruling::Right | Ruling::Value)) {
        let Some(key) = decision.key else { continue };
        for entry in &mut register.entries {
            if cause::settled(&mut entry.engagement, key, decision) {
                let rows = entry.sources.iter().filter_map(|source| rows.behind(source));
                rows.for_each(|(row, _)| look_into(files, *row, key));
            }
        }
    }
    let Register { entries, doubtful } = std::mem::take(register);
    *register = Register::in_order(entries, doubtful);
}

/// What was missing in a field of a row was looked at by a person.
fn look_into(files: &mut [Processed], (file, row): RowNumber, key: Key) {
    let reported = &mut files[file].reported;
    typed::confirm(&mut reported.understood[row].engagement, key, RULE);
    if reported.status == FileStatus::ReadWithWarnings {
        reported.status = reported.how_read();
    }
}

/// The entry that most rows of a decision are in, the first of several.
fn most(entries: impl Iterator<Item = usize>) -> Option<usize> {
    let mut count: BTreeMap<usize, usize> = BTreeMap::new();
    for entry in entries {
        *count.entry(entry).or_default() += 1;
    }
    count.into_iter().max_by_key(|(entry, rows)| (*rows, std::cmp::Reverse(*entry))).map(|(entry, _)| entry)
}

/// Puts a decided value into an entry; false if it does not fit any more.
fn settled(entry: &mut Entry, key: Key, decision: &Decision) -> bool {
    let right = match decision.ruling {
        Ruling::Right => typed::current(&entry.engagement, key) == decision.value,
        Ruling::Value => true,
        Ruling::Open
        | Ruling::Same
        | Ruling::Different
        | Ruling::International
        | Ruling::Domestic
        | Ruling::Activity
        | Ruling::Other
        | Ruling::Organisation
        | Ruling::StateBody
        | Ruling::Company
        | Ruling::NotForeign
        | Ruling::SameAs
        | Ruling::Seen
        | Ruling::AskDepartment
        | Ruling::Withdrawn => false,
    };
    let raw = format!("{RULE}: {}", decision.question);
    let put = right && typed::set(&mut entry.engagement, key, &decision.value, &raw);
    if put {
        // Days are decided as a whole.
        let days = matches!(key, Key::Start | Key::End);
        entry.conflicts.retain(|c| c.key != key && !(days && matches!(c.key, Key::Start | Key::End)));
    }
    put
}
