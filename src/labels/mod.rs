//! Every word that is printed, in Thai and English.

pub mod cli;
pub mod codes;
pub mod doubts;
pub mod inspect;
mod places;
pub mod problems;
pub mod terminal;

pub use places::{cell, column_letters, shown, spot};

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// The language of messages and outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// ไทย
    #[default]
    Th,
    /// English
    En,
}

/// Chooses between the Thai and the English wording.
#[must_use]
pub fn pick<T>(lang: Lang, th: T, en: T) -> T {
    match lang {
        Lang::Th => th,
        Lang::En => en,
    }
}
