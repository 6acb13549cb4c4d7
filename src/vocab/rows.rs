//! Words that tell what a row or line is that is not a record: totals, notes, signatures, marks.

use super::tsv;
use crate::thai::{self, Memo};
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// What a row or line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A total or subtotal.
    Total,
    /// Words that are a total without a number too.
    TotalAlone,
    /// A note, source or legend.
    Note,
    /// Nothing to report.
    Nil,
    /// Part of a letter or of a signature block.
    Letter,
    /// An example left in a template.
    Example,
    /// The same as above.
    Ditto,
    /// A secrecy mark.
    Secret,
    /// A summary of records that stand elsewhere.
    Summary,
    /// The name of the form of an official memo.
    MemoHead,
    /// A line of the head of an official memo.
    Memo,
    /// The name of a department follows.
    Department,
    /// A line of a title block.
    Title,
    /// A heading of a section.
    Section,
}

enum Use {
    Whole,
    Start,
    Part,
}

struct Word {
    text: &'static str,
    meaning: Meaning,
    used: Use,
}

static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    tsv::rows(include_str!("packs/th/rows.tsv"))
        .filter_map(|row| match row.as_slice() {
            [text, meaning, used] => Some(Word { text, meaning: meaning_of(meaning)?, used: use_of(used)? }),
            _ => None,
        })
        .collect()
});

/// What may stand anywhere in a text, searched at once, with the bit of each.
static PARTS: LazyLock<Option<(AhoCorasick, Vec<u32>)>> = LazyLock::new(|| {
    let parts: Vec<&Word> = WORDS.iter().filter(|word| matches!(word.used, Use::Part)).collect();
    let search = AhoCorasick::new(parts.iter().map(|word| word.text)).ok()?;
    Some((search, parts.iter().map(|word| bit(word.meaning)).collect()))
});

fn meaning_of(code: &str) -> Option<Meaning> {
    Some(match code {
        "total_alone" => Meaning::TotalAlone,
        "total" => Meaning::Total,
        "note" => Meaning::Note,
        "nil" => Meaning::Nil,
        "letter" => Meaning::Letter,
        "example" => Meaning::Example,
        "ditto" => Meaning::Ditto,
        "secret" => Meaning::Secret,
        "summary" => Meaning::Summary,
        "memo_head" => Meaning::MemoHead,
        "memo" => Meaning::Memo,
        "department" => Meaning::Department,
        "title" => Meaning::Title,
        "section" => Meaning::Section,
        _ => return None,
    })
}

fn use_of(code: &str) -> Option<Use> {
    Some(match code {
        "whole" => Use::Whole,
        "start" => Use::Start,
        "part" => Use::Part,
        _ => return None,
    })
}

/// True if the text means this. Signs for "the same as above" are compared as written, everything else by its folded form.
#[must_use]
pub fn is(text: &str, meaning: Meaning) -> bool {
    thread_local! { static KNOWN: Memo<u32> = Memo::default(); }
    KNOWN.with(|known| known.of(text, || meanings(text))) & bit(meaning) != 0
}

fn bit(meaning: Meaning) -> u32 {
    1 << meaning as u32
}

/// Everything that the text means, a bit each.
fn meanings(text: &str) -> u32 {
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
    let all = WORDS.iter().filter(means).fold(0, |all, word| all | bit(word.meaning));
    let parts = PARTS.as_ref().map(|(search, parts)| {
        let found = search.find_overlapping_iter(&folded);
        found.fold(0, |all, found| all | parts.get(found.pattern().as_usize()).copied().unwrap_or(0))
    });
    all | parts.unwrap_or(0)
}
