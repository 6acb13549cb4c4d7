//! Whether a name in Thai letters looks foreign: by the groups of letters that transliterated names have.
//!
//! `looks.tsv` gives groups of two and three letters (`^` begins, `$` ends a word) the logarithm of how much more often
//! foreign words have them; `examples/fit_looks.rs` makes it. Of foreign names that were kept aside 0.90 score above
//! `FOREIGN`, of Thai given and family names 0.03.

use super::pack::{BadPack, Later, Row, Tables};
use crate::thai::is_letter;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::sync::OnceLock;

/// From this score on a name looks foreign.
pub const FOREIGN: f32 = 0.5;

/// The weights of groups of letters.
#[derive(Debug)]
pub struct Looks {
    table: Later,
    weights: OnceLock<HashMap<Vec<char>, f32, FixedState>>,
}

/// The groups of two and three letters of a word.
pub fn groups(word: &str) -> Vec<Vec<char>> {
    let letters: Vec<char> = std::iter::once('^').chain(word.chars()).chain(['$']).collect();
    let of = |length| letters.windows(length).map(<[char]>::to_vec);
    of(3).chain(of(2)).collect()
}

impl Looks {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let check = |row: &Row| row.word(0).and_then(|_| row.number::<f32>(1)).map(drop);
        let table = tables.later("looks.tsv", &["letters", "weight"], check)?;
        Ok(Self { table, weights: OnceLock::new() })
    }

    fn weights(&self) -> &HashMap<Vec<char>, f32, FixedState> {
        self.weights.get_or_init(|| {
            let weighed = |row: &Row| Some((row.field(0).chars().collect(), row.number(1).ok()?));
            self.table.rows().iter().filter_map(weighed).collect()
        })
    }

    /// How foreign the most foreign word of a text in Thai letters looks: the sum over its groups by the root of their
    /// number; above 0 rather foreign than Thai. 0 for a text without Thai words.
    pub fn score(&self, text: &str) -> f32 {
        let words = text.split(|c| !is_letter(c)).filter(|word| word.chars().nth(1).is_some());
        words.map(|word| self.of_word(word)).reduce(f32::max).unwrap_or(0.0)
    }

    fn of_word(&self, word: &str) -> f32 {
        let groups = groups(word);
        let weights = self.weights();
        let sum: f32 = groups.iter().filter_map(|group| weights.get(group)).sum();
        sum / (groups.len() as f32).sqrt()
    }
}
