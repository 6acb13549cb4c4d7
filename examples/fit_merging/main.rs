//! Fits the weights of `src/merge/weights.tsv` to labelled inboxes and measures them, leaving one inbox out at a time:
//! `cargo run --release --example fit_merging -- INBOX… > weights.tsv`.
//!
//! An INBOX is a folder with `inbox/` and `truth/`: `mentions.jsonl`, one reported row a line with its file, title and
//! engagement, and `engagements.jsonl`. The planted rows of `tests/merge` are one inbox more.
//!
//! Each pair of rows that merging compares is a sample: its levels, and whether the labels say that the two are one. The
//! weights are those of a logistic regression, drawn to what a careful person would say before any data (`priors.tsv`),
//! with its signs and orders kept: equal days never weigh less than days apart. Counting how often each level is seen in
//! true and in false pairs, as if levels were independent, runs away: day and range, country and town are told twice.

mod fit;
mod labelled;
#[path = "../../tests/merge/notation.rs"]
#[allow(clippy::unwrap_used)] // the tests' own reader of their own tables
mod notation;

use fit::{Fit, Prior, Sample};
use focalpoint::merge::{TOGETHER, Weights, excludes, study};
use focalpoint::model::Level;
use focalpoint::vocab::Vocab;
use labelled::{Figures, Inbox};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

/// Rows that are known to be one engagement or to look alike only.
const PLANTED: [(&str, &str); 2] = [
    ("planted", include_str!("../../tests/merge/planted.txt")),
    ("planted_pairs", include_str!("../../tests/merge/planted_pairs.txt")),
];
/// What is tried beside the threshold, in tenths of log-odds.
const SHIFTS: [i32; 5] = [-10, -5, 0, 5, 10];
/// What a pair of the samples weighs: they are easy, and many.
const EASY: f64 = 0.5;

fn main() {
    let folders: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let mut inboxes: Vec<Inbox> = folders.iter().map(|folder| Inbox::load(folder)).collect();
    inboxes.extend(PLANTED.map(|(name, table)| Inbox::planted(name, table)));
    let priors = Prior::all(include_str!("priors.tsv"));
    let samples: Vec<Vec<Sample>> = inboxes.iter().map(samples).collect();

    println!(
        "# Made by examples/fit_merging from labelled inboxes; tenths of log-odds that two reported rows are one."
    );
    let mut pooled = SHIFTS.map(|_| Figures::default());
    for (n, inbox) in inboxes.iter().enumerate() {
        let others = samples.iter().enumerate().filter(|(m, _)| *m != n).flat_map(|(_, samples)| samples);
        let fitted = Fit::of(&others.collect::<Vec<_>>(), &priors);
        let weights = Weights::of(&table(&fitted));
        let figures = measure(inbox, &weights);
        println!("# {} by weights of the others: {figures}", inbox.name);
        eprintln!("{} ({} pairs compared): {figures}", inbox.name, samples[n].len());
        for (pooled, shift) in pooled.iter_mut().zip(SHIFTS) {
            *pooled = pooled.plus(&measure(inbox, &Weights::of(&table(&fitted)).raised(shift)));
        }
        if std::env::var_os("FIT_MISSES").is_some() {
            misses(inbox, &weights);
        }
    }
    for (pooled, shift) in pooled.iter().zip(SHIFTS) {
        println!("# all of them, put together from {} on: {pooled}", TOGETHER - shift);
        eprintln!("all, put together from {} on: {pooled}", TOGETHER - shift);
    }
    let fitted = Fit::of(&samples.iter().flatten().collect::<Vec<_>>(), &priors);
    print!("{}", table(&fitted));
    for inbox in &inboxes {
        eprintln!("{} by these weights: {}", inbox.name, measure(inbox, &Weights::of(&table(&fitted))));
    }
}

/// The pairs that merging compares, with what the labels say of them. What excludes is no matter of weights.
fn samples(inbox: &Inbox) -> Vec<Sample> {
    let weight = if inbox.name == "samples" { EASY } else { 1.0 };
    let compared = study(Vocab::built_in(), &inbox.rows, Weights::built_in()).candidates;
    compared
        .into_iter()
        .filter(|candidate| !candidate.levels.iter().any(|level| excludes(*level)))
        .filter_map(|candidate| {
            let right = inbox.one(candidate.rows.0, candidate.rows.1)?;
            Some(Sample { levels: candidate.levels, right, weight })
        })
        .collect()
}

fn measure(inbox: &Inbox, weights: &Weights) -> Figures {
    inbox.figures(&study(Vocab::built_in(), &inbox.rows, weights).groups)
}

/// The weights as a table, each with its prior and with the true and false pairs that it was seen in.
fn table(fit: &Fit) -> String {
    let mut out = "level\tweight\tprior\ttrue\tfalse\n".to_owned();
    for row in &fit.rows {
        let tenths = |weight: f64| (weight * 10.0).round();
        let _ = writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}",
            row.name,
            tenths(row.weight),
            tenths(row.prior),
            row.right,
            row.wrong
        );
    }
    out
}

/// Pairs that are put together and are two, and pairs that are one and are not.
fn misses(inbox: &Inbox, weights: &Weights) {
    let studied = study(Vocab::built_in(), &inbox.rows, weights);
    let levels: BTreeMap<(usize, usize), Vec<Level>> = studied
        .candidates
        .into_iter()
        .map(|candidate| {
            let (a, b) = candidate.rows;
            ((a.min(b), a.max(b)), candidate.levels)
        })
        .collect();
    for (sort, pairs) in inbox.faults(&studied.groups) {
        for (a, b) in pairs {
            let seen = levels.get(&(a, b)).map_or_else(
                || "not compared".to_owned(),
                |levels| {
                    let sum: i32 = levels.iter().map(|level| weights.weight(*level)).sum();
                    let each =
                        levels.iter().map(|level| format!("{} {:+}", level.code(), weights.weight(*level)));
                    format!("{}: {}", sum + weights.constant, each.collect::<Vec<_>>().join(", "))
                },
            );
            eprintln!("  {sort} {seen}\n      {}\n      {}", inbox.shown(a), inbox.shown(b));
        }
    }
}
