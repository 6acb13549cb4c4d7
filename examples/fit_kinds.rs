//! Makes `src/vocab/packs/th/kind_cues.tsv`: how much a word of a title speaks for each kind of engagement.
//! `cargo run --release --example fit_kinds -- INBOX… > kind_cues.tsv`, each a folder with `truth/engagements.jsonl` and
//! `truth/mentions.jsonl`.
//!
//! Multinomial logistic regression on the labelled titles with a ridge; then the words that weigh most, fitted once more.
//! What leaving out one inbox at a time gives goes to standard error: how many titles of what probability, and how many
//! of those rightly.

use focalpoint::model::Kind;
use focalpoint::normalise::cues::of_title;
use focalpoint::vocab::{Vocab, cues::CONSTANT};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

/// Words of the table.
const WORDS: usize = 300;
/// A word stands in so many titles, of two inboxes or more.
const SEEN: usize = 4;
/// What keeps the weights small.
const RIDGE: f64 = 1.0;
/// Steps of gradient descent, with momentum.
const STEPS: usize = 400;
const RATE: f64 = 0.6;
const MOMENTUM: f64 = 0.9;
const KINDS: usize = Kind::ALL.len();

/// A labelled title.
struct Title {
    inbox: usize,
    words: BTreeSet<String>,
    kind: usize,
}

type Weights = BTreeMap<String, [f64; KINDS]>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut titles = Vec::new();
    let inboxes: Vec<String> = std::env::args().skip(1).collect();
    for (at, inbox) in inboxes.iter().enumerate() {
        titles.extend(load(at, Path::new(inbox))?);
    }
    let mut figures = [(0, 0); 10];
    for inbox in 0..inboxes.len() {
        let (aside, others): (Vec<_>, Vec<_>) = titles.iter().partition(|title| title.inbox == inbox);
        let weights = fitted(&others);
        for title in aside {
            let shares = shares(&weights, title);
            let best = (0..KINDS).max_by(|a, b| shares[*a].total_cmp(&shares[*b])).unwrap_or(0);
            let figure = &mut figures[((shares[best] * 10.0) as usize).min(9)];
            figure.0 += 1;
            figure.1 += usize::from(best == title.kind);
        }
    }
    for (tenth, (all, right)) in figures.iter().enumerate() {
        eprintln!("probability 0.{tenth}: {right} of {all} right");
    }
    println!("word\tweights\tsource");
    for (word, weights) in fitted(&titles.iter().collect::<Vec<_>>()) {
        let weights: Vec<String> = weights.iter().map(|weight| format!("{weight:.2}")).collect();
        println!("{word}\t{}\tlabelled titles", weights.join("|"));
    }
    Ok(())
}

/// The titles of an inbox whose kind is labelled.
fn load(at: usize, inbox: &Path) -> Result<Vec<Title>, Box<dyn Error>> {
    let read = |name: &str| -> Result<Vec<Value>, Box<dyn Error>> {
        let text = fs::read_to_string(inbox.join("truth").join(name))?;
        text.lines().filter(|line| !line.is_empty()).map(|line| Ok(serde_json::from_str(line)?)).collect()
    };
    let kind = |value: &Value| {
        let kind = Kind::of(value["type"].as_str()?)?;
        Kind::ALL.iter().position(|one| *one == kind)
    };
    let kinds: BTreeMap<String, usize> = read("engagements.jsonl")?
        .iter()
        .filter_map(|value| Some((value["id"].as_str()?.to_owned(), kind(value)?)))
        .collect();
    let title = |value: &Value| {
        let kind = *kinds.get(value["engagement"].as_str()?)?;
        let words = of_title(Vocab::built_in(), value["title"].as_str()?);
        Some(Title { inbox: at, words, kind })
    };
    Ok(read("mentions.jsonl")?.iter().filter_map(title).collect())
}

/// The weights of the words that tell most.
fn fitted(titles: &[&Title]) -> Weights {
    let mut seen: BTreeMap<&str, (usize, BTreeSet<usize>)> = BTreeMap::new();
    for title in titles {
        for word in &title.words {
            let (count, inboxes) = seen.entry(word).or_default();
            *count += 1;
            inboxes.insert(title.inbox);
        }
    }
    seen.retain(|_, (count, inboxes)| *count >= SEEN && inboxes.len() > 1);
    let all = descended(titles, &seen.keys().copied().collect());
    let tells = |word: &str| {
        let most = all[word].iter().fold(0.0_f64, |most, weight| most.max(weight.abs()));
        most * (seen[word].0 as f64).sqrt()
    };
    let mut words: Vec<&str> = seen.keys().copied().collect();
    words.sort_by(|a, b| tells(b).total_cmp(&tells(a)).then(a.cmp(b)));
    descended(titles, &words.into_iter().take(WORDS).collect())
}

/// The weights of these words.
fn descended(titles: &[&Title], words: &BTreeSet<&str>) -> Weights {
    let constant = (CONSTANT.to_owned(), [0.0; KINDS]);
    let mut weights: Weights = words.iter().map(|word| ((*word).to_owned(), [0.0; KINDS])).collect();
    weights.extend([constant]);
    let mut speed = weights.clone();
    for _ in 0..STEPS {
        let mut gradient: Weights = weights.clone();
        for (word, slope) in &mut gradient {
            let ridge = if word == CONSTANT { 0.0 } else { RIDGE };
            *slope = slope.map(|slope| slope * ridge);
        }
        for title in titles {
            let shares = shares(&weights, title);
            for word in title.words.iter().map(String::as_str).chain([CONSTANT]) {
                let Some(slope) = gradient.get_mut(word) else { continue };
                for (at, slope) in slope.iter_mut().enumerate() {
                    *slope += shares[at] - f64::from(u8::from(at == title.kind));
                }
            }
        }
        let rate = RATE / titles.len() as f64;
        for (word, slope) in &gradient {
            let (Some(speed), Some(weight)) = (speed.get_mut(word), weights.get_mut(word)) else { continue };
            for at in 0..KINDS {
                speed[at] = MOMENTUM * speed[at] - rate * slope[at];
                weight[at] += speed[at];
            }
        }
    }
    weights
}

/// How likely each kind is.
fn shares(weights: &Weights, title: &Title) -> [f64; KINDS] {
    let mut sums = weights.get(CONSTANT).copied().unwrap_or_default();
    for weight in title.words.iter().filter_map(|word| weights.get(word)) {
        sums.iter_mut().zip(weight).for_each(|(sum, weight)| *sum += weight);
    }
    let most = sums.iter().fold(f64::MIN, |most, sum| most.max(*sum));
    let sums = sums.map(|sum| (sum - most).exp());
    let whole: f64 = sums.iter().sum();
    sums.map(|sum| sum / whole)
}
