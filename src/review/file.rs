//! Files that were not read in full: whether there is something to add, where no other question asks about what is
//! missing; and what was seen.

use super::ask::question;
use crate::model::{
    Asked, Decision, FileStatus, FollowUp, International, Place, Processed, Question, Report, Reported,
    RowName, Ruling, Side, Source,
};
use crate::problem::{Problem, Severity, What};
use std::collections::{BTreeMap, BTreeSet};

/// One question a file that needs a person, but for what the other questions ask of it.
pub fn questions(files: &[Processed], others: &[Question]) -> Vec<Question> {
    let lost = |question: &&Question| question.doubts.iter().any(crate::model::Doubt::loses_value);
    let asked: BTreeSet<&Place> =
        others.iter().filter(lost).flat_map(|q| q.first.sources.iter().map(|source| &source.place)).collect();
    files
        .iter()
        .filter(|Processed { reported, .. }| is_open(reported, &asked))
        .map(|Processed { report, reported }| of_file(report, reported))
        .collect()
}

/// True if a file needs a person for more than what stands in other questions. One that is still arriving is looked at
/// again by the next run.
fn is_open(reported: &Reported, asked: &BTreeSet<&Place>) -> bool {
    match reported.status {
        FileStatus::Arriving => return false,
        FileStatus::ReadWithWarnings => {}
        status => return status.needs_person(),
    }
    let lines: BTreeSet<&Place> =
        reported.unheld.iter().map(|line| &line.understood.engagement.place).collect();
    let of_line = |problem: &Problem| {
        let named = matches!(
            problem.what,
            What::Unheld { .. } | What::UnheldBeside { .. } | What::NotUnderstood { .. }
        );
        named && lines.contains(&problem.place)
    };
    // How its table is read is asked once for all reports in that layout.
    let of_table = |problem: &Problem| {
        let unsure = matches!(problem.what, What::ReadingUnsure { .. } | What::Unheld { .. });
        unsure && reported.unsure.iter().any(|table| table.holds(&problem.place))
    };
    let warned = reported.problems.iter().filter(|problem| problem.severity >= Severity::Warning);
    let said = warned.filter(|problem| !of_table(problem)).any(|problem| !of_line(problem));
    let in_register = reported.understood.iter().filter(|u| u.verdict.international != International::No);
    let lost = in_register.filter(|u| u.engagement.doubts().iter().any(|(_, doubt)| doubt.loses_value()));
    said || lost.map(|understood| &understood.engagement.place).any(|place| !asked.contains(place))
}

fn of_file(report: &Report, reported: &Reported) -> Question {
    let place = Place::file(&report.file);
    let department = reported.department.clone().unwrap_or_default();
    let first = Side {
        rows: vec![RowName { place: place.clone(), wording: report.content().to_owned() }],
        title: report.file.clone(),
        period: None,
        sources: vec![Source { place, department, title: report.file.clone() }],
    };
    question(Asked::File, None, first, None)
}

/// The questions that are open, and those that a department is asked. What was seen of a file is not asked.
pub fn sorted_out(questions: Vec<Question>, decisions: &[Decision]) -> (Vec<Question>, Vec<FollowUp>) {
    let answered: BTreeMap<&str, &Decision> = decisions
        .iter()
        .filter(|decision| matches!(decision.ruling, Ruling::AskDepartment | Ruling::Seen))
        .map(|decision| (decision.question.as_str(), decision))
        .collect();
    let (mut open, mut follow_ups) = (Vec::new(), Vec::new());
    for question in questions {
        match answered.get(question.id.as_str()) {
            None => open.push(question),
            Some(decision) if decision.ruling == Ruling::AskDepartment => {
                follow_ups.push(FollowUp { question, decision: (*decision).clone() });
            }
            Some(_) => {}
        }
    }
    (open, follow_ups)
}
