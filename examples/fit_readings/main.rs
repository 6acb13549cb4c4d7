//! Fits the weights of `src/extract/weights.tsv` to labelled inboxes and measures them, leaving one inbox out at a time:
//! `cargo run --release --example fit_readings -- INBOX… > weights.tsv`.
//!
//! An INBOX is a folder with `inbox/` and `truth/mentions.jsonl`: one reported row a line, with its file, its title and,
//! for workbooks, its sheet and row. Every row counts, domestic ones too: whether it is international is told later.
//!
//! A record is right if its place fits and its title is like the labelled one. The weights are those of a logistic
//! regression over the records of all proposals; a file weighs the same however much is proposed for it. After the
//! first fit the records of proposals that are wrongly chosen, or wrongly left, weigh more, and it is fitted again.

mod inboxes;
mod regression;

use focalpoint::extract::weigh::{FIELD, REORDERED, cover, value};
use inboxes::{Labelled, Likely, ROWS_LIKE, load};
use rayon::prelude::*;
use regression::{Sample, fit};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Rounds of fitting; a further one brings no more.
const ROUNDS: usize = 3;
/// What a record of a proposal that was wrongly chosen or left weighs more.
const HARD: f64 = 4.0;
/// A file weighs at least as one of so many rows.
const FEW: usize = 8;

fn main() {
    let folders: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let inboxes: Vec<Vec<Labelled>> = folders.iter().map(|folder| load(folder)).collect();
    for (folder, files) in folders.iter().zip(&inboxes) {
        let proposals: usize =
            files.iter().map(|file| file.bodies.iter().map(|b| b.proposals.len()).sum::<usize>()).sum();
        let best = measure(files, None);
        eprintln!(
            "{}: {} files, {proposals} proposals; a perfect judge {best}",
            folder.display(),
            files.len()
        );
    }
    let Some(names) = inboxes
        .iter()
        .flatten()
        .flat_map(|file| &file.bodies)
        .map(|body| body.names.clone())
        .find(|n| !n.is_empty())
    else {
        eprintln!("nothing to fit");
        return;
    };
    let mut left_out = Vec::new();
    if inboxes.len() > 1 {
        for (n, folder) in folders.iter().enumerate() {
            let others: Vec<&Labelled> =
                inboxes.iter().enumerate().filter(|(m, _)| *m != n).flat_map(|(_, files)| files).collect();
            let weights = fitted(&others);
            let figures = measure(&inboxes[n], Some(&weights));
            let line = format!(
                "{} by weights of the others: {figures}",
                folder.file_name().unwrap_or_default().to_string_lossy()
            );
            eprintln!("{line}");
            left_out.push(line);
        }
    }
    let all: Vec<&Labelled> = inboxes.iter().flatten().collect();
    let weights = fitted(&all);
    println!(
        "# Made by examples/fit_readings from labelled inboxes; the weights of the evidence that a record is one, log-odds."
    );
    for line in &left_out {
        println!("# {line}");
    }
    for (folder, files) in folders.iter().zip(&inboxes) {
        let line = format!(
            "{} by these weights: {}",
            folder.file_name().unwrap_or_default().to_string_lossy(),
            measure(files, Some(&weights))
        );
        eprintln!("{line}");
        if std::env::var_os("FIT_MISSES").is_some() {
            misses(files, &weights);
        }
    }
    println!("evidence\tweight");
    for (name, weight) in names.iter().copied().chain(["constant"]).zip(&weights) {
        println!("{name}\t{weight:.3}");
    }
}

/// The probability of a record.
fn probability(evidence: &[f32], weights: &[f64]) -> f32 {
    let constant = weights.last().copied().unwrap_or(0.0);
    let sum: f64 = evidence.iter().zip(weights).map(|(e, w)| f64::from(*e) * w).sum();
    (1.0 / (1.0 + (-(sum + constant)).exp())) as f32
}

/// The proposals that are chosen in each body of a file, in the order of reading that is worth most: by weights, or,
/// without any, by the labels.
fn chosen(file: &Labelled, weights: Option<&[f64]>) -> Vec<BTreeSet<usize>> {
    let mut picks: Vec<(BTreeSet<usize>, f32)> =
        file.bodies.iter().map(|body| of_body(body, weights)).collect();
    let orders = file.bodies.iter().map(|body| body.order).max().unwrap_or(0);
    let worth = |order: usize| -> f32 {
        file.bodies
            .iter()
            .zip(&picks)
            .filter(|(body, _)| body.order == order)
            .map(|(_, (_, worth))| worth)
            .sum()
    };
    let best =
        (0..=orders).fold(0, |best, order| if worth(order) > worth(best) + REORDERED { order } else { best });
    for (body, pick) in file.bodies.iter().zip(&mut picks) {
        if body.order != best {
            pick.0.clear();
        }
    }
    picks.into_iter().map(|(picks, _)| picks).collect()
}

fn of_body(body: &inboxes::Body, weights: Option<&[f64]>) -> (BTreeSet<usize>, f32) {
    let offer = |proposal: &inboxes::Proposal| {
        let worth = match weights {
            Some(weights) => {
                let likely: Vec<f32> = proposal.evidence.iter().map(|e| probability(e, weights)).collect();
                value(&likely, proposal.left) + FIELD * proposal.fields
            }
            None => proposal.right.iter().map(|x| if *x >= ROWS_LIKE { *x } else { -0.3 }).sum(),
        };
        (proposal.span.clone(), worth)
    };
    let offers: Vec<_> = body.proposals.iter().map(offer).collect();
    let none = vec![0.0; body.costs.len()];
    let (picks, worth) = cover(&offers, if weights.is_some() { &body.costs } else { &none });
    (picks.into_iter().collect(), worth)
}

/// Weights fitted to files.
fn fitted(files: &[&Labelled]) -> Vec<f64> {
    let best: Vec<Vec<BTreeSet<usize>>> = files.par_iter().map(|file| chosen(file, None)).collect();
    let mut hard: Vec<Vec<BTreeSet<usize>>> =
        files.iter().map(|file| vec![BTreeSet::new(); file.bodies.len()]).collect();
    let mut counts: Vec<Vec<Vec<u32>>> = files
        .iter()
        .map(|file| file.bodies.iter().map(|body| vec![0; body.proposals.len()]).collect())
        .collect();
    let mut weights = Vec::new();
    for _ in 0..ROUNDS {
        for (count, hard) in counts.iter_mut().flatten().zip(hard.iter().flatten()) {
            for n in hard {
                count[*n] += 1;
            }
        }
        weights = fit(&samples(files, &counts));
        hard = files
            .par_iter()
            .zip(&best)
            .map(|(file, best)| {
                let mine = chosen(file, Some(&weights));
                mine.iter()
                    .zip(best)
                    .map(|(mine, best)| mine.symmetric_difference(best).copied().collect())
                    .collect()
            })
            .collect();
    }
    weights
}

fn samples<'a>(files: &[&'a Labelled], hard: &[Vec<Vec<u32>>]) -> Vec<Sample<'a>> {
    let mut samples = Vec::new();
    for (file, hard) in files.iter().zip(hard) {
        let total: usize = file.bodies.iter().flat_map(|body| &body.proposals).map(|p| p.right.len()).sum();
        let share = file.rows.len().max(FEW) as f64 / total.max(1) as f64;
        for (body, hard) in file.bodies.iter().zip(hard) {
            for (proposal, hard) in body.proposals.iter().zip(hard) {
                for (evidence, like) in proposal.evidence.iter().zip(&proposal.right) {
                    let right = *like >= ROWS_LIKE;
                    let like = f64::from(*like);
                    let sure = if right { 0.3 + 0.7 * like * like } else { 1.0 };
                    let weight = share * sure * (1.0 + HARD * f64::from(*hard));
                    samples.push(Sample { evidence, right, weight });
                }
            }
        }
    }
    samples
}

/// How well rows are found: recall, precision, likeness of titles.
fn measure(files: &[Labelled], weights: Option<&[f64]>) -> String {
    let (mut rows, mut found, mut records, mut like) = (0.0, 0.0, 0.0, 0.0_f32);
    for file in files {
        let picks = chosen(file, weights);
        let likely = |e: &[f32]| probability(e, weights.unwrap_or_default());
        let right = file.matched(&picks, weights.is_some().then_some(&likely as Likely<'_>));
        let counted = file.rows.iter().filter(|row| row.counts).count();
        rows += counted as f32;
        for (row, x) in &right.pairs {
            if file.rows[*row].counts {
                found += 1.0;
                like += x;
            }
        }
        let free = right.pairs.iter().filter(|(row, _)| !file.rows[*row].counts).count();
        records += (right.records - free) as f32;
    }
    format!(
        "recall {:.3} precision {:.3} title {:.3}",
        found / f32::max(rows, 1.0),
        found / f32::max(records, 1.0),
        like / f32::max(found, 1.0)
    )
}

/// Prints every row that is not found and every record that is none.
fn misses(files: &[Labelled], weights: &[f64]) {
    for file in files {
        let picks = chosen(file, Some(weights));
        let right = file.matched(&picks, Some(&|e: &[f32]| probability(e, weights)));
        let best = file.matched(&chosen(file, None), None);
        for (n, row) in file
            .rows
            .iter()
            .enumerate()
            .filter(|(n, row)| row.counts && !right.pairs.iter().any(|(m, _)| m == n))
        {
            let could = if best.pairs.iter().any(|(m, _)| *m == n) { "judge" } else { "proposers" };
            eprintln!(
                "  lost ({could}) {} {:?}: {}",
                file.name,
                row.number,
                row.title.chars().take(110).collect::<String>()
            );
        }
        for wrong in &right.wrong {
            eprintln!("  none {} {}", file.name, wrong);
        }
    }
}
