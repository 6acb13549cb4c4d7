//! What each level weighs, in tenths of log-odds: fitted to labelled inboxes by `examples/fit_merging`, whose head says
//! how; the table is its output.

use crate::model::Level;
use crate::vocab::tsv;
use std::sync::OnceLock;

/// Two rows with at least so much evidence are put together: the chance that they are one is about three in four.
pub const TOGETHER: i32 = 10;
/// A put-together pair below this rests on little.
pub const SURE: i32 = 25;
/// Two rows from this on, in different entries, are worth a person's look: it is as likely as not that they are one.
pub const WORTH_A_LOOK: i32 = 0;
/// Two rows below this are never in one entry, whatever a third row says.
pub const APART: i32 = -40;
/// Weight of what excludes that two rows are one engagement.
pub const EXCLUDES: i32 = -1000;

/// The row of the table that holds for every pair.
const CONSTANT: &str = "constant";

/// The weights of all levels.
#[derive(Debug, Clone)]
pub struct Weights {
    of: Vec<i32>,
    /// What every pair weighs before anything is observed.
    pub constant: i32,
}

impl Weights {
    /// The fitted weights.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Weights> = OnceLock::new();
        BUILT_IN.get_or_init(|| Self::of(include_str!("weights.tsv")))
    }

    /// The weights of a table: the level, and what it weighs in the second column. A level without a row weighs nothing.
    pub fn of(table: &str) -> Self {
        let mut weights = Self { of: vec![0; Level::ALL.len()], constant: 0 };
        for row in tsv::rows(table) {
            let (name, Ok(weight)) = (tsv::field(&row, 0), tsv::field(&row, 1).parse()) else { continue };
            if let Some(level) = Level::of(name) {
                weights.of[level as usize] = weight;
            } else if name == CONSTANT {
                weights.constant = weight;
            }
        }
        weights
    }

    /// What observations must weigh together for two rows to be put together.
    pub fn needed(&self) -> i32 {
        TOGETHER - self.constant
    }

    /// The same weights where every pair weighs so much more: what a lower threshold would do.
    pub fn raised(mut self, more: i32) -> Self {
        self.constant += more;
        self
    }

    /// What a level weighs.
    pub fn weight(&self, level: Level) -> i32 {
        if excludes(level) { EXCLUDES } else { self.of[level as usize] }
    }
}

/// True for what excludes that two rows are one engagement, whatever else fits.
pub fn excludes(level: Level) -> bool {
    matches!(
        level,
        Level::ServiceEvent
            | Level::OtherSupported
            | Level::OtherEdition
            | Level::SameTable
            | Level::NothingShared
    )
}

/// True for what keeps two rows apart unless a person joins them: two hosts, another act of a visit.
pub fn needs_a_person(level: Level) -> bool {
    matches!(level, Level::OtherHost | Level::OtherAct)
}
