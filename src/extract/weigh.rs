//! The judge: how likely each proposed record is one, what a reading is worth, and which readings cover a body best.

use super::evidence::{self, Evidence, left_over};
use super::net;
use super::readings::{TAUGHT, View};
use super::sketch::{Draft, Sketch};
use crate::model::AsideReason;
use crate::vocab::tsv;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

/// A record is worth its probability less this: below, it costs more than it brings.
pub const FLOOR: f32 = 0.4;
/// And less this share of the variance of its being one: of readings that promise the same, the surer one is taken. 0, 0.2,
/// 0.4 and 0.7 were tried, with floors of 0.4 and 0.45, on five inboxes by the weights of the others: from 0.2 to 0.4 with
/// a floor of 0.4 most is found (0.938 to 0.993), and precision is no lower on any than without.
pub const DOUBT: f32 = 0.3;
/// What a field that holds what its role says is worth: little, so that it tells between readings with the same records.
pub const FIELD: f32 = 0.04;
/// A reading without records is worth this little more than none: it says what its rows are.
const EXPLAINS: f32 = 0.001;
/// Reading a page column by column must be worth so much more than reading its lines as they stand.
pub const REORDERED: f32 = 0.5;
/// And less so much times the share of lines that, as they stand, mix what is set side by side.
pub const MIXED: f32 = 1.5;
/// A reading rests on little if the mean probability of its records is less: most readings below are faulty, few above.
pub const DOUBTFUL: f32 = 0.7;
/// It does not where all that is read in the same way is so likely on average.
const VOUCHED: f32 = 0.8;
/// A record that is less likely is dropped from a reading that is chosen.
pub const KEPT: f32 = 0.12;
/// A row of a table whose records are so likely on average is dropped only below this.
const KEPT_ROW: f32 = 0.02;
const SOUND: f32 = 0.5;
/// What a row left unexplained costs, times its likeness to an event.
pub const ROW: f32 = 0.5;

/// Readings are settled if their records are so likely on average and each one at least, and if the rows that they leave
/// cost less.
const SETTLED: f32 = 0.85;
const SETTLED_EACH: f32 = 0.3;
const SETTLED_LEFT: f32 = 0.5;

/// What a reading that a person taught is worth beside all others.
const TAUGHT_WORTH: f32 = 1_000.0;

/// The plain reading whose tables stand under headings.
const TABLES: &str = "headed";
/// A heading says what so many columns are at least.
const HEADED: usize = 3;

/// A reading with the evidence for its records and what it is worth.
pub struct Weighed {
    /// The reading.
    pub sketch: Sketch,
    /// The evidence for each of its records.
    pub evidence: Vec<Evidence>,
    /// The probability of each of its records.
    pub likely: Vec<f32>,
    /// What the rows that it leaves unexplained cost.
    pub left: f32,
    /// Fields of its records that hold what their roles say, less those that hold something else.
    pub fields: f32,
}

impl Weighed {
    /// A reading, weighed. `costs` are those of leaving a row.
    pub fn new(view: &View<'_>, sketch: Sketch, costs: &[f32]) -> Self {
        let evidence = evidence::evidence(view, &sketch, costs);
        let weights = if evidence.is_empty() { &[] } else { weights(view, &sketch) };
        let taught = sketch.reading == TAUGHT;
        let sure = |evidence: &Evidence| if taught { 1.0 } else { probability(evidence, weights) };
        let likely = evidence.iter().map(sure).collect();
        let left = left_over(&sketch).iter().map(|at| costs[*at]).sum();
        let fields = evidence::fields_fit(view, &sketch);
        Self { sketch, evidence, likely, left, fields }
    }

    /// What the reading is worth.
    pub fn value(&self) -> f32 {
        let explains = if self.likely.is_empty() { EXPLAINS } else { 0.0 };
        let taught = if self.sketch.reading == TAUGHT { TAUGHT_WORTH } else { 0.0 };
        value(&self.likely, self.left) + FIELD * self.fields + explains + taught
    }

    /// The records that are not hardly any, with their probabilities.
    pub fn kept(&self) -> impl Iterator<Item = (&Draft, f32)> {
        let least = self.least();
        let likely = self.sketch.drafts.iter().zip(self.likely.iter().copied());
        likely.filter(move |(draft, p)| *p >= least(draft))
    }

    /// How likely each record must be at least: a row of a table that makes sense stays, whatever its title.
    fn least(&self) -> impl Fn(&Draft) -> f32 + use<> {
        let sound = self.mean() >= SOUND;
        move |draft| if sound && draft.layout == "table" { KEPT_ROW } else { KEPT }
    }

    /// The reading as it is taken: without the records that are hardly any, the others doubtful where it rests on little.
    pub fn taken(self, doubtful: bool) -> Sketch {
        let least = self.least();
        let Self { mut sketch, likely, .. } = self;
        let mut likely = likely.into_iter();
        sketch.drafts.retain(|draft| likely.next().is_some_and(|p| p >= least(draft)));
        sketch.drafts.iter_mut().for_each(|draft| draft.doubtful = doubtful);
        sketch
    }

    /// True if it is a table under a heading that says what several of its columns are.
    pub fn is_headed(&self) -> bool {
        let told = self.sketch.columns.iter().filter(|column| !column.by_content && !column.roles.is_empty());
        // Labels of cards are no heading: cards may stand side by side.
        told.count() >= HEADED
            && self.sketch.drafts.iter().all(|draft| !matches!(draft.layout, "card" | "form"))
    }

    /// The mean probability of its records.
    pub fn mean(&self) -> f32 {
        self.likely.iter().sum::<f32>() / self.likely.len().max(1) as f32
    }
}

/// What a reading is worth whose records have these probabilities and that leaves rows at this cost.
pub fn value(likely: &[f32], left: f32) -> f32 {
    likely.iter().map(|p| p - FLOOR - DOUBT * p * (1.0 - p)).sum::<f32>() - ROW * left
}

/// Whether each reading that is taken rests on little. What tells is the mean probability of its records; how near the next
/// reading comes tells hardly anything. Stretches of text that are read in one way are one layout, and vouch for each other;
/// a table is one of its own.
pub fn doubtful(taken: &[&Weighed]) -> Vec<bool> {
    let of_text = |one: &Weighed| one.sketch.columns.is_empty();
    let mut likely: BTreeMap<&str, (f32, usize)> = BTreeMap::new();
    for one in taken.iter().filter(|one| of_text(one)) {
        let (sum, count) = likely.entry(one.sketch.reading).or_default();
        *sum += one.likely.iter().sum::<f32>();
        *count += one.likely.len();
    }
    let mean = |one: &Weighed| match likely.get(one.sketch.reading) {
        Some((sum, count)) if of_text(one) => sum / (*count).max(1) as f32,
        Some(_) | None => one.mean(),
    };
    let doubtful = |one: &&Weighed| !one.likely.is_empty() && one.mean() < DOUBTFUL && mean(one) < VOUCHED;
    taken.iter().map(doubtful).collect()
}

/// The weights of the evidence, the last one its constant. `weights.tsv` says how they were made.
fn weights(view: &View<'_>, sketch: &Sketch) -> &'static [f32] {
    static WEIGHTS: OnceLock<Vec<f32>> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        let table: BTreeMap<&str, f32> = tsv::rows(include_str!("weights.tsv"))
            .filter_map(|row| Some((*row.first()?, row.get(1)?.parse().ok()?)))
            .collect();
        let names = evidence::names(view, sketch);
        names.into_iter().chain(["constant"]).map(|name| table.get(name).copied().unwrap_or(0.0)).collect()
    })
}

fn probability(evidence: &[f32], weights: &[f32]) -> f32 {
    let constant = weights.last().copied().unwrap_or(0.0);
    let sum: f32 = evidence.iter().zip(weights).map(|(e, w)| e * w).sum();
    1.0 / (1.0 + (-(sum + constant)).exp())
}

/// The readings, none over another, that are worth most together, and what they are worth less what each row between
/// them costs.
pub fn pick(weighed: &[Weighed], costs: &[f32]) -> (Vec<usize>, f32) {
    let offers: Vec<_> = weighed.iter().map(|one| (one.sketch.span.clone(), one.value())).collect();
    cover(&offers, costs)
}

/// True if readings are sure of their records.
pub fn is_sure(taken: &[&Weighed]) -> bool {
    let likely: Vec<f32> = taken.iter().flat_map(|one| one.likely.iter().copied()).collect();
    let mean = likely.iter().sum::<f32>() / likely.len().max(1) as f32;
    let least = likely.iter().copied().fold(1.0, f32::min);
    !likely.is_empty() && mean >= SETTLED && least >= SETTLED_EACH
}

/// True if the readings picked are so sure of their records, and leave so little, that others need not be held against
/// them.
pub fn is_settled(view: &View<'_>, weighed: &[Weighed], picked: &[usize], costs: &[f32]) -> bool {
    let taken: Vec<&Weighed> = picked.iter().map(|at| &weighed[*at]).collect();
    let held: BTreeSet<usize> = taken.iter().flat_map(|one| one.sketch.span.clone()).collect();
    let outside = (0..costs.len()).filter(|at| !held.contains(at)).map(|at| costs[at]);
    let left = taken.iter().map(|one| one.left).sum::<f32>() + outside.sum::<f32>();
    let unheaded = |one: &&Weighed| {
        let heading = one.sketch.aside.iter().any(|(_, because)| because.reason == AsideReason::Heading);
        !heading && !one.sketch.columns.is_empty() && one.sketch.reading == TABLES
    };
    is_sure(&taken)
        && !taken.iter().any(unheaded)
        && left <= SETTLED_LEFT
        && net::unheld(view, &taken, &[]).is_empty()
        && !taken.iter().flat_map(|one| &one.sketch.drafts).any(|draft| net::may_hold_more(view, draft))
}

/// The stretches, none over another, that are worth most together, less what each row between them costs; by their
/// places in `offers`. `O(rows + offers)`.
pub fn cover(offers: &[(Range<usize>, f32)], costs: &[f32]) -> (Vec<usize>, f32) {
    let mut by_end: Vec<Vec<usize>> = vec![Vec::new(); costs.len() + 1];
    for (n, (span, _)) in offers.iter().enumerate() {
        if !span.is_empty() && span.end <= costs.len() {
            by_end[span.end].push(n);
        }
    }
    let mut best = vec![0.0_f32];
    let mut taken: Vec<Option<usize>> = vec![None];
    for end in 1..=costs.len() {
        let (mut value, mut take) = (best[end - 1] - ROW * costs[end - 1], None);
        for &n in &by_end[end] {
            let with = offers[n].1 + best[offers[n].0.start];
            if with > value {
                (value, take) = (with, Some(n));
            }
        }
        best.push(value);
        taken.push(take);
    }
    let mut chosen = Vec::new();
    let mut end = costs.len();
    while end > 0 {
        match taken[end] {
            Some(n) => {
                chosen.push(n);
                end = offers[n].0.start;
            }
            None => end -= 1,
        }
    }
    chosen.reverse();
    (chosen, best[costs.len()])
}
