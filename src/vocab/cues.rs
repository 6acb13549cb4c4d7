//! Words that speak for a kind of engagement where no rule knows the wording.
//!
//! `kind_cues.tsv` gives each word its weight for every kind, made by `examples/fit_kinds.rs` on labelled titles
//! (multinomial logistic regression, names of places and bodies left out); the row `*` is the constant. Leaving out one
//! inbox at a time, the likeliest kind was right for 0.94 of 2,340 titles at a probability of 0.6 and more, for 0.97 of 1,946
//! at 0.8 and more, and for 0.51 of 599 below 0.6.

use super::pack::{BadPack, Fault, Later, Row, Tables};
use crate::model::Kind;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The row that every title has.
pub const CONSTANT: &str = "*";

/// Kinds of engagement; a row has a weight for each, in the order of their list.
const KINDS: usize = Kind::ALL.len();

/// The weights of words.
#[derive(Debug)]
pub struct Cues {
    table: Later,
    weights: OnceLock<HashMap<&'static str, [f32; KINDS], FixedState>>,
}

impl Cues {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let columns: &[&str] = &["word", "weights"];
        let check = |row: &Row| weights(row).map(drop);
        Ok(Self { table: tables.later("kind_cues.tsv", columns, check)?, weights: OnceLock::new() })
    }

    /// The likeliest kind of a title with these words, and how likely it is, from 0 to 1. `None` if it has no word
    /// that tells.
    pub fn kind<'a>(&self, words: impl Iterator<Item = &'a str>) -> Option<(Kind, f32)> {
        let weights = self.weights.get_or_init(|| {
            let weighed = |row: &Row| Some((row.field(0), weights(row).ok()?));
            self.table.rows().iter().filter_map(weighed).collect()
        });
        let mut sums = *weights.get(CONSTANT)?;
        let mut told = false;
        for weight in words.filter_map(|word| weights.get(word)) {
            told = true;
            sums.iter_mut().zip(weight).for_each(|(sum, weight)| *sum += weight);
        }
        let best = (0..sums.len()).max_by(|a, b| sums[*a].total_cmp(&sums[*b]))?;
        let whole: f32 = sums.iter().map(|sum| (sum - sums[best]).exp()).sum();
        told.then_some((Kind::ALL[best], 1.0 / whole))
    }
}

/// The weights of a row, one a kind.
fn weights(row: &Row) -> Result<[f32; KINDS], BadPack> {
    let numbers = row.list(1).map(str::parse::<f32>).collect::<Result<Vec<_>, _>>();
    numbers
        .ok()
        .and_then(|numbers| numbers.try_into().ok())
        .ok_or_else(|| row.bad(Fault::NoNumber { column: "weights", found: row.field(1).to_owned() }))
}
