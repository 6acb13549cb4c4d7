//! Logistic regression over levels with priors, signs and orders.

use focalpoint::model::Level;
use std::collections::BTreeMap;

/// Sweeps over all weights at most; it ends earlier where nothing moves.
const SWEEPS: usize = 2000;
/// What a weight's distance from its prior costs, squared, and what a broken order does.
const PRIOR: f64 = 1.0;
const ORDER: f64 = 50.0;
/// The constant is hardly held.
const CONSTANT: f64 = 0.05;
/// The greatest step of one weight.
const STEP: f64 = 1.0;

/// Levels in order: none weighs less than the one before it.
const ORDERS: &[&[&str]] = &[
    &[
        "days: far apart",
        "days: 15 to 60 apart",
        "days: 5 to 14 apart",
        "days: 2 to 4 apart",
        "days: 2 to 4 apart, guests",
        "days: next, guests",
        "days: within",
        "days: first or last same",
        "days: same",
        "days: same range",
    ],
    &["days: 2 to 4 apart", "days: next, others", "days: next, guests"],
    &["days: 15 to 60 apart", "days: another year", "days: day and month exchanged", "days: same"],
    &[
        "months: other",
        "months: 1 to 14 days outside",
        "seasons: day within",
        "months: day within",
        "months: same",
    ],
    &["seasons: day within", "seasons: same", "months: same"],
    &["side: none shared", "side: shared, common", "side: shared, usual", "side: shared, rare"],
    &["countries: unlike", "countries: unlike, body shared", "countries: partly"],
    &["bodies: unlike", "bodies: unlike, unlisted", "bodies: alike"],
    &["person: unlike", "person: alike", "person: same"],
    &["rank: unlike", "rank: alike", "rank: same"],
    &[
        "matter: less",
        "matter: 0.1",
        "matter: 0.2",
        "matter: 0.33",
        "matter: 0.5",
        "matter: 0.7",
        "matter: same title",
    ],
    &[
        "subject: unlike, residents",
        "subject: unlike, guests",
        "subject: shared, common",
        "subject: shared, usual",
        "subject: shared, rare",
    ],
    &["words: shared", "words: shared, rare"],
    &[
        "kind: visit and other",
        "kind: visit and other, guessed",
        "kind: same, guessed",
        "kind: same",
        "kind: both calls",
    ],
    &["kind: unlike", "kind: unlike, guessed", "kind: family"],
    &["lead: two hosts", "lead: unlike", "lead: same"],
    &["rivals: more", "rivals: one", "rivals: none"],
    &["reporter: same", "reporter: same, again"],
    &["reporter: other sheet", "reporter: other sheet, again"],
];

/// What a careful person would say of a level before any data.
pub struct Prior {
    name: &'static str,
    weight: f64,
    least: f64,
    most: f64,
}

/// Two rows: their levels, whether they are one, and what the pair weighs.
pub struct Sample {
    pub levels: Vec<Level>,
    pub right: bool,
    pub weight: f64,
}

/// A fitted weight, with the pairs that its level was seen in.
pub struct Row {
    pub name: &'static str,
    pub prior: f64,
    pub weight: f64,
    pub right: usize,
    pub wrong: usize,
}

/// The fitted weights, in the order of the priors.
pub struct Fit {
    pub rows: Vec<Row>,
}

impl Prior {
    /// The table of priors: level, log-odds, and the sign that it keeps.
    pub fn all(table: &'static str) -> Vec<Self> {
        let rows = table.lines().skip(1).filter_map(|line| {
            let mut cells = line.split('\t');
            let (name, weight) = (cells.next()?, cells.next()?.parse().ok()?);
            let (least, most) = match cells.next() {
                Some("+") => (0.0, f64::INFINITY),
                Some("-") => (f64::NEG_INFINITY, 0.0),
                _ => (f64::NEG_INFINITY, f64::INFINITY),
            };
            Some(Self { name, weight, least, most })
        });
        rows.collect()
    }
}

/// Samples with the same levels and label, together.
struct Pattern {
    weights: Vec<usize>,
    right: bool,
    count: f64,
    sum: f64,
}

impl Fit {
    /// The weights of the samples.
    pub fn of(samples: &[&Sample], priors: &[Prior]) -> Self {
        let at: BTreeMap<&str, usize> = priors.iter().enumerate().map(|(n, prior)| (prior.name, n)).collect();
        let mut rows: Vec<Row> = priors
            .iter()
            .map(|prior| Row {
                name: prior.name,
                prior: prior.weight,
                weight: prior.weight,
                right: 0,
                wrong: 0,
            })
            .collect();
        let mut patterns: BTreeMap<(Vec<usize>, bool), f64> = BTreeMap::new();
        for sample in samples {
            let known = sample.levels.iter().filter_map(|level| at.get(level.code()).copied());
            let weights: Vec<usize> = known.chain(at.get("constant").copied()).collect();
            for n in &weights {
                *if sample.right { &mut rows[*n].right } else { &mut rows[*n].wrong } += 1;
            }
            *patterns.entry((weights, sample.right)).or_default() += sample.weight;
        }
        let mut patterns: Vec<Pattern> = patterns
            .into_iter()
            .map(|((weights, right), count)| Pattern { weights, right, count, sum: 0.0 })
            .collect();
        let mut of_weight = vec![Vec::new(); rows.len()];
        for (number, pattern) in patterns.iter_mut().enumerate() {
            pattern.sum = pattern.weights.iter().map(|n| rows[*n].weight).sum();
            pattern.weights.iter().for_each(|n| of_weight[*n].push(number));
        }
        let orders = orders(&at);
        for _ in 0..SWEEPS {
            let mut moved: f64 = 0.0;
            for n in 0..rows.len() {
                let step = step(n, &rows, priors, &patterns, &of_weight[n], &orders);
                rows[n].weight += step;
                of_weight[n].iter().for_each(|pattern| patterns[*pattern].sum += step);
                moved = moved.max(step.abs());
            }
            if moved < 1e-5 {
                break;
            }
        }
        Self { rows }
    }
}

/// Neighbours in an order, the lesser first.
fn orders(at: &BTreeMap<&str, usize>) -> Vec<(usize, usize)> {
    let neighbours = ORDERS.iter().flat_map(|order| order.windows(2));
    neighbours.filter_map(|pair| Some((*at.get(pair[0])?, *at.get(pair[1])?))).collect()
}

/// Newton's step of one weight, held by its sign.
fn step(
    n: usize,
    rows: &[Row],
    priors: &[Prior],
    patterns: &[Pattern],
    of_weight: &[usize],
    orders: &[(usize, usize)],
) -> f64 {
    let prior = &priors[n];
    let hold = if prior.name == "constant" { CONSTANT } else { PRIOR };
    let mut slope = hold * (rows[n].weight - prior.weight);
    let mut curve = hold;
    for pattern in of_weight.iter().map(|number| &patterns[*number]) {
        let chance = 1.0 / (1.0 + (-pattern.sum).exp());
        slope += pattern.count * (chance - f64::from(u8::from(pattern.right)));
        curve += pattern.count * chance * (1.0 - chance);
    }
    for (less, more) in orders.iter().filter(|(less, more)| *less == n || *more == n) {
        let broken = rows[*less].weight - rows[*more].weight;
        if broken > 0.0 {
            slope += 2.0 * ORDER * if *less == n { broken } else { -broken };
            curve += 2.0 * ORDER;
        }
    }
    let wanted = (rows[n].weight - (slope / curve).clamp(-STEP, STEP)).clamp(prior.least, prior.most);
    wanted - rows[n].weight
}
