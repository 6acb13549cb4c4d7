//! Words that no record holds: taken as an activity, or left, as it was decided.

use super::rows::{name, nearest};
use crate::model::{
    AsideReason, Asked, Candidate, International, Place, Processed, Reported, RowName, RowNumber, Ruling,
    Stated,
};
use crate::problem::{Problem, What};
use std::collections::{BTreeMap, BTreeSet};

/// Puts the decisions on what no record holds into effect: words taken as an activity become a record of their file,
/// and neither they nor those that are none are named any more. What is taken stands behind the file's own records.
/// A decision whose words are no longer there is said.
pub fn take(files: &mut [Processed], stated: &[Stated]) -> Vec<Problem> {
    let lines = Lines::of(files);
    let mut settled: BTreeMap<RowNumber, Ruling> = BTreeMap::new();
    let mut unfit = Vec::new();
    let of_lines = stated.iter().filter(|one| one.decision.asked == Asked::Unheld);
    for Stated { place, decision, .. } in of_lines {
        let found = decision.first.first().and_then(|row| lines.find(row));
        match (found, decision.ruling) {
            (Some(line), Ruling::Activity | Ruling::Other) => drop(settled.insert(line, decision.ruling)),
            (None, Ruling::Activity | Ruling::Other) => {
                let what = What::DecisionUnfit {
                    question: decision.question.clone(),
                    title: decision.title.clone(),
                };
                unfit.push(Problem::warning(place.clone(), what));
            }
            (
                _,
                Ruling::Open
                | Ruling::Same
                | Ruling::Different
                | Ruling::International
                | Ruling::Domestic
                | Ruling::Organisation
                | Ruling::StateBody
                | Ruling::Company
                | Ruling::NotForeign
                | Ruling::SameAs
                | Ruling::Right
                | Ruling::Value
                | Ruling::Seen
                | Ruling::AskDepartment
                | Ruling::Withdrawn,
            ) => {}
        }
    }
    let of_files: BTreeSet<usize> = settled.keys().map(|(file, _)| *file).collect();
    for file in of_files {
        let reported = &mut files[file].reported;
        for (n, candidate) in std::mem::take(&mut reported.unheld).into_iter().enumerate() {
            match settled.get(&(file, n)) {
                Some(Ruling::Activity) => record(reported, candidate),
                Some(_) => drop_words(reported, &candidate, AsideReason::Prose),
                None => reported.unheld.push(candidate),
            }
        }
        reported.status = reported.how_read();
    }
    unfit
}

/// What no record holds, by its wording: where it stands, with the number of its file and its number there.
struct Lines {
    by_wording: BTreeMap<String, Vec<(Place, RowNumber)>>,
}

impl Lines {
    fn of(files: &[Processed]) -> Self {
        let mut by_wording: BTreeMap<String, Vec<(Place, RowNumber)>> = BTreeMap::new();
        for (file, Processed { reported, .. }) in
            files.iter().enumerate().filter(|(_, p)| p.reported.status.is_read())
        {
            for (n, candidate) in reported.unheld.iter().enumerate() {
                let RowName { place, wording } = name(&candidate.understood);
                by_wording.entry(wording).or_default().push((place, (file, n)));
            }
        }
        Self { by_wording }
    }

    fn find(&self, row: &RowName) -> Option<RowNumber> {
        nearest(self.by_wording.get(&row.wording)?, &row.place)
    }
}

/// The words become a record of their report.
fn record(reported: &mut Reported, candidate: Candidate) {
    drop_words(reported, &candidate, AsideReason::NotUnderstood);
    let place = &candidate.understood.engagement.place;
    let before = reported.aside.len();
    reported.aside.retain(|aside| aside.place != *place);
    let rows = (before - reported.aside.len()) as u64;
    let audit = &mut reported.audit;
    audit.aside -= rows;
    audit.in_records += rows;
    audit.records += 1;
    match candidate.understood.verdict.international {
        International::Yes | International::Unsure => audit.international += 1,
        International::No => audit.domestic += 1,
    }
    reported.problems.retain(|problem| problem.what != What::NoRecords);
    reported.understood.push(candidate.understood);
}

/// The words are not named any more; a row of theirs that was not understood is one of this kind.
fn drop_words(reported: &mut Reported, candidate: &Candidate, reason: AsideReason) {
    let place = &candidate.understood.engagement.place;
    reported.problems.retain(|problem| {
        let named = match &problem.what {
            What::Unheld { text } | What::UnheldBeside { text, .. } => *text == candidate.text,
            What::NotUnderstood { .. } => true,
            _ => false, // every other kind speaks of something else
        };
        !(named && problem.place == *place)
    });
    for aside in reported.aside.iter_mut().filter(|aside| aside.place == *place) {
        if aside.reason == AsideReason::NotUnderstood {
            aside.reason = reason;
        }
    }
}
