//! Words that tell what a row or line is that is not a record: totals, notes, signatures, marks.

use super::memo::{VocabId, VocabMemo};
use super::pack::{BadPack, Tables, code};
use super::search::{Pick, Search};
use crate::model::codes;
use crate::thai;

codes! {
    /// What a row or line is.
    Meaning {
        /// A total or subtotal.
        Total = "total",
        /// Words that are a total without a number too.
        TotalAlone = "total_alone",
        /// A note, source or legend.
        Note = "note",
        /// Nothing to report.
        Nil = "nil",
        /// Part of a letter or of a signature block.
        Letter = "letter",
        /// An example left in a template.
        Example = "example",
        /// The same as above.
        Ditto = "ditto",
        /// A secrecy mark.
        Secret = "secret",
        /// A summary of records that stand elsewhere.
        Summary = "summary",
        /// The name of the form of an official memo.
        MemoHead = "memo_head",
        /// A line of the head of an official memo.
        Memo = "memo",
        /// The name of a department follows.
        Department = "department",
        /// A line of a title block.
        Title = "title",
        /// A heading of a section.
        Section = "section",
    }
}

codes! {
    /// Where a word must stand to tell it.
    Use {
        /// It is the whole text.
        Whole = "whole",
        /// The text begins with it.
        Start = "start",
        /// Anywhere.
        Part = "part",
    }
}

#[derive(Debug)]
struct Word {
    text: &'static str,
    meaning: Meaning,
    used: Use,
}

/// The words.
#[derive(Debug)]
pub struct RowWords {
    /// The vocabulary that they are of.
    id: VocabId,
    words: Vec<Word>,
    /// What may stand anywhere in a text, with the bit of each.
    parts: Search<u32>,
}

impl RowWords {
    pub(super) fn of(tables: Tables, id: VocabId) -> Result<Self, BadPack> {
        let mut words = Vec::new();
        for row in tables.rows("rows.tsv", &["word", "meaning", "use"])? {
            words.push(Word {
                text: row.word(0)?,
                meaning: code!(row, 1, Meaning)?,
                used: code!(row, 2, Use)?,
            });
        }
        let parts = words.iter().filter(|word| word.used == Use::Part);
        let parts = parts.map(|word| (word.text, bit(word.meaning))).collect();
        Ok(Self { id, words, parts: Search::new(parts, Pick::All) })
    }

    /// True if the text means this. Signs for "the same as above" are compared as written, everything else by its
    /// folded form.
    pub fn is(&self, text: &str, meaning: Meaning) -> bool {
        thread_local! { static KNOWN: VocabMemo<u32> = VocabMemo::default(); }
        KNOWN.with(|known| known.of(self.id, text, || self.meanings(text))) & bit(meaning) != 0
    }

    /// Everything that the text means, a bit each.
    fn meanings(&self, text: &str) -> u32 {
        let folded = thai::fold(text);
        let signs: String = if folded.is_empty() { text.split_whitespace().collect() } else { String::new() };
        let means = |word: &&Word| {
            let key = if word.meaning == Meaning::Ditto && folded.is_empty() { &signs } else { &folded };
            !key.is_empty()
                && match word.used {
                    Use::Whole => key == word.text,
                    Use::Start => key.starts_with(word.text),
                    // What may stand anywhere is looked for at once, but for signs, which have no folded form.
                    Use::Part => word.meaning == Meaning::Ditto && key.contains(word.text),
                }
        };
        let all = self.words.iter().filter(means).fold(0, |all, word| all | bit(word.meaning));
        self.parts.find(&folded).iter().fold(all, |all, found| all | found.means)
    }
}

fn bit(meaning: Meaning) -> u32 {
    1 << meaning as u32
}
