//! The decisions of all review workbooks, in the order of the runs that they came from, and the rows that each is
//! about.

use super::lines;
use super::rows::Rows;
use crate::model::{
    Asked, Decision, Place, Processed, REVIEW_IN_OUTBOX, Review, RowName, RowNumber, Ruling, Stated, Unusable,
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
    /// What was typed and cannot be used, once a question.
    pub unusable: Vec<Unusable>,
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
/// Of several decisions on one question that of the latest run counts, and of one run that in a cell which a person
/// changed before those that a workbook only carries on. Where the workbook that a decision was made in is there, that
/// workbook says what holds. Those that the outbox only carries along for a workbook of the inbox end when that
/// workbook is gone.
///
/// Words that were taken as an activity become records first, so that what was decided of them finds its rows.
pub fn gather(files: &mut [Processed], outbox: Option<Review>) -> (Decided, Rows) {
    let in_inbox = files
        .iter()
        .filter_map(|Processed { report, reported }| Some((report.file.clone(), reported.review.clone()?)));
    let mut reviews: Vec<(String, Review)> = in_inbox.collect();
    reviews.extend(outbox.map(|review| (REVIEW_IN_OUTBOX.to_owned(), review)));
    let mut decided = Decided::default();
    let all = decided.weigh(reviews);
    let in_inbox = all.iter().filter(|one| one.place.file != REVIEW_IN_OUTBOX);
    let held: BTreeMap<String, Place> =
        in_inbox.map(|one| (content(&one.decision), one.place.clone())).collect();
    let mut stated = in_force(all);
    // What a workbook of the inbox says too stands there.
    for one in &mut stated {
        if let Some(place) = held.get(&content(&one.decision)) {
            one.place = place.clone();
        }
    }
    say_taken(files, &stated);
    let settled: BTreeSet<&str> = stated.iter().map(|one| one.decision.question.as_str()).collect();
    decided.unusable.retain(|one| !settled.contains(one.question.as_str()));
    decided.problems.extend(decided.unusable.iter().map(|one| one.problem.clone()));
    let alone = stated.iter().filter(|one| one.place.file == REVIEW_IN_OUTBOX).count() as u32;
    if alone > 0 {
        let what = What::DecisionsOnlyInOutbox { count: alone };
        decided.problems.push(Problem::note(Place::file(REVIEW_IN_OUTBOX), what));
    }
    decided.problems.extend(lines::take(files, &stated));
    let rows = Rows::of(files);
    for one in stated {
        decided.take(one, &rows);
    }
    (decided, rows)
}

/// What was decided of which question.
fn content(decision: &Decision) -> String {
    let Decision { question, ruling, value, remark, .. } = decision;
    format!("{question} {} {value}\n{remark}", ruling.code())
}

/// How much a statement counts: run, whether a person changed its cell, whether it lies in the inbox, then by the name
/// of the workbook and the place in it, so that the order of the files decides nothing.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    run: u64,
    changed: bool,
    in_inbox: bool,
    file: String,
    at: usize,
}

impl Weight {
    fn of(run: u64, stated: &Stated, file: &str, at: usize) -> Self {
        let in_inbox = file != REVIEW_IN_OUTBOX;
        Self { run, changed: stated.changed, in_inbox, file: file.to_owned(), at }
    }
}

/// Every review workbook of the inbox gets a note with the number of decisions that count from it.
fn say_taken(files: &mut [Processed], stated: &[Stated]) {
    for Processed { report, reported } in
        files.iter_mut().filter(|Processed { reported, .. }| reported.review.is_some())
    {
        let count = stated.iter().filter(|one| one.place.file == report.file).count() as u32;
        reported.problems = vec![Problem::note(Place::file(&report.file), What::ReviewTaken { count })];
    }
}

/// The last decision on each question, in the order in which they were made; a withdrawal only where it ends another.
pub fn in_force(stated: Vec<Stated>) -> Vec<Stated> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut ends: BTreeSet<String> = BTreeSet::new();
    let mut kept: Vec<Stated> = Vec::new();
    for one in stated.into_iter().rev() {
        if seen.insert(one.decision.question.clone()) {
            kept.push(one);
        } else if one.decision.ruling != Ruling::Withdrawn {
            ends.insert(one.decision.question);
        }
    }
    kept.reverse();
    let ends = |question: &String| ends.contains(question);
    kept.retain(|one| one.decision.ruling != Ruling::Withdrawn || ends(&one.decision.question));
    kept
}

impl Decided {
    /// The statements of all workbooks that can count, the one that counts most last.
    pub fn weigh(&mut self, reviews: Vec<(String, Review)>) -> Vec<Stated> {
        let said: BTreeSet<(String, String)> = reviews
            .iter()
            .flat_map(|(file, review)| review.decisions.iter().map(move |one| (file, &one.decision.question)))
            .map(|(file, question)| (file.clone(), question.clone()))
            .collect();
        let files: BTreeSet<String> = reviews.iter().map(|(file, _)| file.clone()).collect();
        let files: BTreeSet<String> = files.into_iter().filter(|file| file != REVIEW_IN_OUTBOX).collect();
        let mut all: Vec<(Weight, Stated)> = Vec::new();
        let mut lapsed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (file, review) in reviews {
            self.run = self.run.max(review.run);
            self.problems.extend(review.problems);
            // What the outbox only carries on for a workbook that is there, that workbook says itself.
            let carried = |one: &Unusable| file == REVIEW_IN_OUTBOX && files.contains(&one.from);
            self.unusable.extend(review.unusable.into_iter().filter(|one| !carried(one)));
            for (at, one) in review.decisions.into_iter().enumerate() {
                let (origin, question) = (&one.decision.origin.file, &one.decision.question);
                if *origin != file && file == REVIEW_IN_OUTBOX {
                    lapsed.entry(origin.clone()).or_default().insert(question.clone());
                } else if [file.as_str(), REVIEW_IN_OUTBOX].contains(&origin.as_str())
                    || !said.contains(&(origin.clone(), question.clone()))
                {
                    all.push((Weight::of(review.run, &one, &file, at), one));
                }
            }
        }
        all.sort_by(|(a, _), (b, _)| a.cmp(b));
        let known: BTreeSet<String> = all.iter().map(|(_, one)| one.decision.question.clone()).collect();
        for (file, questions) in lapsed {
            let count = questions.difference(&known).count() as u32;
            if count > 0 {
                self.problems.push(Problem::note(Place::file(&file), What::DecisionsLapsed { count }));
            }
        }
        all.into_iter().map(|(_, one)| one).collect()
    }

    /// Takes a decision, if its rows are still there, and says so if they are not.
    fn take(&mut self, stated: Stated, rows: &Rows) {
        let Stated { place, decision, .. } = stated;
        let find = |names: &[RowName]| -> Vec<RowNumber> {
            let mut found: Vec<RowNumber> = names.iter().filter_map(|name| rows.find(name)).collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        self.in_force.push(decision.clone());
        let without_effect = matches!(decision.ruling, Ruling::Withdrawn | Ruling::AskDepartment);
        // What no record holds was ruled on before there were rows, a name or a cause is wherever a row has it, and a
        // file has no rows.
        let everywhere = !decision.cause.is_empty();
        if without_effect || everywhere || matches!(decision.asked, Asked::Unheld | Asked::Body | Asked::File)
        {
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
