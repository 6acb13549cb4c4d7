//! Words of a title that say nothing of its matter: politeness, offices, verbs that every report uses.

use super::pack::{BadPack, Tables, code};
use super::search::{Pick, Search};
use crate::model::codes;
use crate::thai::normal;

codes! {
    /// What a stretch of a title is.
    Stretch {
        /// Words that tell the matter, or a name.
        Matter = "matter",
        /// Words that many unlike titles share.
        Stock = "stock",
        /// Words of one who takes part in what another hosts, and tells the own part of it.
        Joined = "joined",
        /// A word before a person's name.
        Honorific = "honorific",
        /// A foreign office, or what it is called: a name ends before it.
        Office = "office",
        /// A word before a running number (ครั้งที่).
        Ordinal = "ordinal",
    }
}

/// The words that say nothing of the matter.
#[derive(Debug)]
pub struct Matter {
    stock: Search<Stretch>,
}

impl Matter {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let mut stock = Vec::new();
        for row in tables.rows("matter.tsv", &["words", "class"])? {
            stock.push((row.word(0)?, code!(row, 1, Stretch)?));
        }
        Ok(Self { stock: Search::new(stock, Pick::Longest) })
    }

    /// The title in normal form and lower case, cut into stretches; nothing is left out.
    pub fn stretches(&self, title: &str) -> Vec<(Stretch, String)> {
        let text = normal(title).to_lowercase();
        let mut out = Vec::new();
        let mut from = 0;
        for found in self.stock.find(&text) {
            let (class, start, end) = (found.means, found.range.start, found.range.end);
            if class == Stretch::Honorific && !begins_name(&text[end..]) || cuts_word(&text, found.range) {
                continue;
            }
            if from < start {
                out.push((Stretch::Matter, text[from..start].to_owned()));
            }
            out.push((class, text[start..end].to_owned()));
            from = end;
        }
        if from < text.len() {
            out.push((Stretch::Matter, text[from..].to_owned()));
        }
        out
    }
}

/// True if a name can follow: a vowel or mark after นาง belongs to another word (นางาซากิ).
fn begins_name(rest: &str) -> bool {
    rest.trim_start()
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !('\u{e30}'..='\u{e3a}').contains(&c) && c != '\u{e45}')
}

/// True if a match of Latin letters begins or ends inside a word, or a Thai one before a mark of its last letter.
pub(super) fn cuts_word(text: &str, range: std::ops::Range<usize>) -> bool {
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
