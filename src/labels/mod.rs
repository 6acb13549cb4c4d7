//! Every word that is printed, in Thai and English.

pub mod begin;
pub mod calendar;
pub mod changes;
pub mod cli;
pub mod codes;
pub mod data;
pub mod doubts;
pub mod evidence;
pub mod explain;
pub mod form;
pub mod inspect;
pub mod levels;
mod limits;
pub mod names;
pub mod packs;
mod places;
pub mod problems;
pub mod reasons;
mod recognition;
pub mod review;
pub mod settings;
pub mod slips;
mod stops;
pub mod summary;
pub mod terminal;
pub mod titles;
mod within;
pub mod workbook;

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

/// The code of a language, as options and names of files have it.
pub fn code(lang: Lang) -> &'static str {
    pick(lang, "th", "en")
}

/// Chooses between the Thai and the English wording.
pub fn pick<T>(lang: Lang, th: T, en: T) -> T {
    match lang {
        Lang::Th => th,
        Lang::En => en,
    }
}

/// A sentence with its `{places}` filled. What is filled in is not searched again, so braces in it are harmless.
fn fill(sentence: &str, parts: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, end)) = after.split_once('}') else { break };
        out.push_str(before);
        out.extend(parts.iter().filter(|(part, _)| *part == name).map(|(_, text)| text.as_str()));
        rest = end;
    }
    out + rest
}
