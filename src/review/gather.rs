//! The decisions of all review workbooks, in the order of the runs that they came from, and the rows that each is
//! about.

use super::lines;
use super::rows::Rows;
use crate::model::{
    Asked, Decision, Place, REVIEW_IN_OUTBOX, Report, Reported, Review, RowName, RowNumber, Ruling,
};
use crate::problem::{Problem, What};
use std::collections::{BTreeMap, BTreeSet};

/// The decisions in force, and what is to be said of others.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decided {
    /// Decisions in force that fit rows of this run, in the order in which they apply.
    pub rulings: Vec<Ruled>,
    /// All decisions that are carried along, also those that fit nothing now or that withdraw another.
    pub in_force: Vec<Decision>,
    /// Greatest number of a run whose review workbook was read.
    pub run: u64,
    /// Cells that could not be understood, and decisions that fit nothing any more.
    pub problems: Vec<Problem>,
}

/// A decision with the rows that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruled {
    /// The decision.
    pub decision: Decision,
    /// Its rows.
    pub first: Vec<RowNumber>,
    /// The other rows, where two were compared.
    pub second: Vec<RowNumber>,
}

/// Gathers the decisions of the review workbooks in the inbox and of the one in the outbox. Every workbook of the
/// inbox gets a note with the number of decisions that were taken from it.
///
/// Of several decisions on one question the one of the latest run counts. Those that the outbox only carries along
/// for a workbook of the inbox end when that workbook is gone.
///
/// Words that were taken as an activity become records first, so that what was decided of them finds its rows.
pub fn gather(files: &mut [(Report, Reported)], outbox: Option<Review>) -> (Decided, Rows) {
    let in_inbox =
        files.iter().filter_map(|(report, reported)| Some((report.file.clone(), reported.review.clone()?)));
    let mut reviews: Vec<(u64, bool, String, Review)> =
        in_inbox.map(|(file, review)| (review.run, false, file, review)).collect();
    reviews.extend(outbox.map(|review| (review.run, true, REVIEW_IN_OUTBOX.to_owned(), review)));
    reviews.sort_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));

    let mut decided = Decided::default();
    let mut stated: Vec<(Place, Decision)> = Vec::new();
    let mut lapsed: BTreeMap<String, (u32, BTreeSet<String>)> = BTreeMap::new();
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    for (run, in_outbox, file, review) in reviews {
        decided.run = decided.run.max(run);
        decided.problems.extend(review.problems);
        let count = taken.entry(file.clone()).or_default();
        for (place, decision) in review.decisions {
            if in_outbox && decision.origin.file != REVIEW_IN_OUTBOX {
                let of_file = lapsed.entry(decision.origin.file.clone()).or_default();
                of_file.1.insert(decision.question);
                continue;
            }
            *count += 1;
            stated.push((place, decision));
        }
    }
    for (report, reported) in files.iter_mut().filter(|(_, reported)| reported.review.is_some()) {
        let count = taken.get(&report.file).copied().unwrap_or(0);
        reported.problems = vec![Problem::note(Place::file(&report.file), What::ReviewTaken { count })];
    }
    let known: BTreeSet<String> = stated.iter().map(|(_, decision)| decision.question.clone()).collect();
    for (file, (_, questions)) in lapsed {
        let count = questions.difference(&known).count() as u32;
        if count > 0 {
            decided.problems.push(Problem::note(Place::file(&file), What::DecisionsLapsed { count }));
        }
    }
    let stated = in_force(stated);
    decided.problems.extend(lines::take(files, &stated));
    let rows = Rows::of(files);
    for (place, decision) in stated {
        decided.take(place, decision, &rows);
    }
    (decided, rows)
}

/// The last decision on each question, in the order in which they were made; a withdrawal only where it ends another.
fn in_force(stated: Vec<(Place, Decision)>) -> Vec<(Place, Decision)> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut ends: BTreeSet<String> = BTreeSet::new();
    let mut kept: Vec<(Place, Decision)> = Vec::new();
    for (place, decision) in stated.into_iter().rev() {
        if seen.insert(decision.question.clone()) {
            kept.push((place, decision));
        } else if decision.ruling != Ruling::Withdrawn {
            ends.insert(decision.question);
        }
    }
    kept.reverse();
    kept.retain(|(_, decision)| decision.ruling != Ruling::Withdrawn || ends.contains(&decision.question));
    kept
}

impl Decided {
    /// Takes a decision that stands in this cell, if its rows are still there, and says so if they are not.
    fn take(&mut self, place: Place, decision: Decision, rows: &Rows) {
        let find = |names: &[RowName]| -> Vec<RowNumber> {
            let mut found: Vec<RowNumber> = names.iter().filter_map(|name| rows.find(name)).collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        self.in_force.push(decision.clone());
        // What no record holds was ruled on before there were rows, and a name is wherever a row has it.
        if decision.ruling == Ruling::Withdrawn || matches!(decision.asked, Asked::Unheld | Asked::Body) {
            return;
        }
        let (first, second) = (find(&decision.first), find(&decision.second));
        let compared = matches!(decision.asked, Asked::Pair | Asked::Merge);
        let fits = !first.is_empty() && (!compared || second.iter().any(|row| !first.contains(row)));
        if fits {
            self.rulings.push(Ruled { decision, first, second });
        } else {
            let what = What::DecisionUnfit { question: decision.question, title: decision.title };
            self.problems.push(Problem::warning(place, what));
        }
    }
}
