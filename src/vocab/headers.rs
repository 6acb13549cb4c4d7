//! Words of column headings and form labels, and what each says that its text is.

use super::tsv;
use crate::model::Role;
use crate::thai;
use aho_corasick::AhoCorasick;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The role of what stands under it.
    pub role: Role,
    /// 1 where the word names the thing itself; a larger number where a better heading for the role may stand beside it
    /// (`รายละเอียด` is the activity only where no column is called `กิจกรรม`).
    pub rank: u8,
}

struct Word {
    heading: Heading,
    /// True if the word counts inside a longer heading too.
    part: bool,
    /// True if it may also say whom a letter is from or to.
    whom: bool,
}

static WORDS: LazyLock<BTreeMap<&'static str, Word>> = LazyLock::new(|| {
    tsv::rows(include_str!("packs/th/headers.tsv"))
        .filter_map(|row| match row.as_slice() {
            [word, role, rank, part] => {
                let heading = Heading { role: role_of(role)?, rank: rank.parse().ok()? };
                Some((*word, Word { heading, part: *part == "part", whom: *part == "whom" }))
            }
            _ => None,
        })
        .collect()
});

/// The words that count inside a longer heading, with the search for all of them at once.
type Parts = (AhoCorasick, Vec<(&'static str, &'static Word)>);

static PARTS: LazyLock<Option<Parts>> = LazyLock::new(|| {
    let words: Vec<_> =
        WORDS.iter().filter(|(_, word)| word.part).map(|(text, word)| (*text, word)).collect();
    let search = AhoCorasick::new(words.iter().map(|(text, _)| *text)).ok()?;
    Some((search, words))
});

fn role_of(code: &str) -> Option<Role> {
    Some(match code {
        "sequence" => Role::Sequence,
        "date" => Role::Date,
        "date_end" => Role::DateEnd,
        "time" => Role::Time,
        "activity" => Role::Activity,
        "counterpart" => Role::Counterpart,
        "delegate" => Role::Delegate,
        "country" => Role::Country,
        "venue" => Role::Venue,
        "lead" => Role::Lead,
        "attendees" => Role::Attendees,
        "participants" => Role::Participants,
        "outcome" => Role::Outcome,
        "obstacles" => Role::Obstacles,
        "next_steps" => Role::NextSteps,
        "budget" => Role::Budget,
        "owner" => Role::Owner,
        "supported" => Role::Supported,
        "contact" => Role::Contact,
        "remark" => Role::Remark,
        "kind" => Role::Kind,
        "theme" => Role::Theme,
        "policy" => Role::Policy,
        "status" => Role::Status,
        "person" => Role::Person,
        "other" => Role::Other,
        _ => return None,
    })
}

/// Words without the marks that stand above and below letters, which damaged text layers lose; `None` where two words
/// that say different things become the same.
static BARE: LazyLock<BTreeMap<String, Option<Heading>>> = LazyLock::new(|| {
    let mut bare: BTreeMap<String, Option<Heading>> = BTreeMap::new();
    for (text, word) in WORDS.iter() {
        let known = bare.entry(without_marks(text)).or_insert(Some(word.heading));
        if known.is_some_and(|heading| heading.role != word.heading.role) {
            *known = None;
        }
    }
    bare
});

/// A damaged heading is recognised from this length on, in letters.
const BARE_LENGTH: usize = 4;

/// The letters alone; sara am, which is written in two parts, without its upper one.
fn without_marks(folded: &str) -> String {
    let letter = |c: char| if c == '\u{e33}' { '\u{e32}' } else { c };
    folded.chars().filter(|c| !thai::is_above_or_below(*c)).map(letter).collect()
}

/// What a heading says as a whole: word for word, or in its letters alone.
#[must_use]
pub fn exact(heading: &str) -> Option<Heading> {
    let heading = thai::fold(heading);
    if let Some(word) = WORDS.get(heading.as_str()) {
        return Some(word.heading);
    }
    let bare = without_marks(&heading);
    if bare.chars().count() < BARE_LENGTH { None } else { BARE.get(&bare).copied().flatten() }
}

/// True for a heading that says from when or until when, or, over words, from whom or to whom.
#[must_use]
pub fn may_be_whom(heading: &str) -> bool {
    heading.split('/').any(|part| WORDS.get(thai::fold(part).as_str()).is_some_and(|word| word.whom))
}

/// Words that ask, and words that lead to what is asked for (without a role).
static QUESTIONS: LazyLock<Vec<(&'static str, Option<Role>)>> = LazyLock::new(|| {
    let rows = tsv::rows(include_str!("packs/th/questions.tsv"));
    rows.filter_map(|row| Some((*row.first()?, role_of(row.get(1)?)))).collect()
});

/// All of them, searched at once.
static ASKED: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new(QUESTIONS.iter().map(|(word, _)| word)).ok());

/// What a whole question as a heading asks for: by the word that asks, the last where there are several, else by the words
/// behind those that lead to it.
#[must_use]
pub fn question(heading: &str) -> Option<Role> {
    let heading = thai::fold(heading);
    let search = ASKED.as_ref()?;
    let asked = search.find_overlapping_iter(&heading).filter_map(|found| {
        let (word, role) = QUESTIONS.get(found.pattern().as_usize())?;
        Some((found.end(), word.len(), (*role)?))
    });
    if let Some((.., role)) = asked.max_by_key(|(end, length, _)| (*end, *length)) {
        return Some(role);
    }
    let mut frames = QUESTIONS.iter().filter(|(_, role)| role.is_none());
    let rest = frames.find_map(|(word, _)| heading.strip_prefix(word))?;
    inside(rest).filter(|found| found.first).map(|found| found.heading.role)
}

/// What a heading says by a word inside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inside {
    /// What the word says.
    pub heading: Heading,
    /// True if the heading begins with the word.
    pub first: bool,
    /// Letters of the word.
    pub length: usize,
    /// Share of the heading that known words cover, 0 to 1.
    pub share: f32,
}

/// What a heading says by a word inside it. A word at the beginning counts before a longer one further on: the head
/// noun of a Thai phrase comes first.
#[must_use]
pub fn inside(heading: &str) -> Option<Inside> {
    let heading = thai::fold(heading);
    let mut covered = vec![false; heading.len()];
    let mut best: Option<(bool, usize, Heading)> = None;
    let (search, words) = PARTS.as_ref()?;
    // Of each word its first place counts, and the words in the order of the table.
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for found in search.find_overlapping_iter(&heading) {
        let at = first.entry(found.pattern().as_usize()).or_insert(found.start());
        *at = (*at).min(found.start());
    }
    for (word, at) in first {
        let (text, word) = words[word];
        covered[at..at + text.len()].fill(true);
        let rank = (at == 0, text.chars().count());
        if best.as_ref().is_none_or(|(first, chars, _)| rank > (*first, *chars)) {
            best = Some((rank.0, rank.1, word.heading));
        }
    }
    let share = covered.iter().filter(|c| **c).count() as f32 / heading.len().max(1) as f32;
    best.map(|(first, length, heading)| Inside { heading, first, length, share })
}
