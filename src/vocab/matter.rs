//! Words of a title that say nothing of its matter: politeness, offices, verbs that every report uses.

use super::tsv;
use crate::thai::normal;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use std::sync::LazyLock;

/// What a stretch of a title is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stretch {
    /// Words that tell the matter, or a name.
    Matter,
    /// Words that many unlike titles share.
    Stock,
    /// Words of one who takes part in what another hosts, and tells the own part of it.
    Joined,
    /// A word before a person's name.
    Honorific,
    /// A foreign office, or what it is called: a name ends before it.
    Office,
    /// A word before a running number (ครั้งที่).
    Ordinal,
}

struct Stock {
    search: AhoCorasick,
    classes: Vec<Stretch>,
}

/// The title in normal form and lower case, cut into stretches; nothing is left out.
#[must_use]
pub fn stretches(title: &str) -> Vec<(Stretch, String)> {
    let text = normal(title).to_lowercase();
    let Some(stock) = &*STOCK else {
        return vec![(Stretch::Matter, text)];
    };
    let mut out = Vec::new();
    let mut from = 0;
    for found in stock.search.find_iter(&text) {
        let class = stock.classes[found.pattern().as_usize()];
        if class == Stretch::Honorific && !begins_name(&text[found.end()..])
            || cuts_word(&text, found.range())
        {
            continue;
        }
        if from < found.start() {
            out.push((Stretch::Matter, text[from..found.start()].to_owned()));
        }
        out.push((class, text[found.range()].to_owned()));
        from = found.end();
    }
    if from < text.len() {
        out.push((Stretch::Matter, text[from..].to_owned()));
    }
    out
}

/// True if a name can follow: a vowel or mark after นาง belongs to another word (นางาซากิ).
fn begins_name(rest: &str) -> bool {
    rest.trim_start()
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !('\u{e30}'..='\u{e3a}').contains(&c) && c != '\u{e45}')
}

/// True if a match of Latin letters begins or ends inside a word, or a Thai one before a mark of its last letter.
fn cuts_word(text: &str, range: std::ops::Range<usize>) -> bool {
    let latin = |c: char| c.is_ascii_alphanumeric();
    let inside = &text[range.clone()];
    let before = text[..range.start].chars().next_back().is_some_and(latin);
    let after = text[range.end..].chars().next();
    let begins = inside.chars().next().is_some_and(latin);
    let ends = inside.chars().next_back().is_some_and(latin);
    begins && before
        || ends && after.is_some_and(latin)
        || after.is_some_and(|c| matches!(c, '\u{e31}' | '\u{e33}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'))
}

fn class_of(name: &str) -> Stretch {
    match name {
        "honorific" => Stretch::Honorific,
        "office" => Stretch::Office,
        "joined" => Stretch::Joined,
        "ordinal" => Stretch::Ordinal,
        _ => Stretch::Stock,
    }
}

/// `None` only if the table could not be compiled, which a test excludes.
static STOCK: LazyLock<Option<Stock>> = LazyLock::new(|| {
    let rows: Vec<Vec<&str>> = tsv::rows(include_str!("packs/th/matter.tsv"))
        .filter(|row| row.len() == 2 && !row[0].is_empty())
        .collect();
    let classes = rows.iter().map(|row| class_of(row[1])).collect();
    AhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build(rows.iter().map(|row| row[0]))
        .map_or(None, |search| Some(Stock { search, classes }))
});
