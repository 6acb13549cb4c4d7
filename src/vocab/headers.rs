//! Words of column headings and form labels, and what each says that its text is.

use super::pack::{BadPack, Tables, code};
use super::search::{Hit, Pick, Search};
use crate::model::{Role, codes};
use crate::thai;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The role of what stands under it.
    pub role: Role,
    /// 1 where the word names the thing itself; a larger number where a better heading for the role may stand beside it
    /// (`รายละเอียด` is the activity only where no column is called `กิจกรรม`).
    pub rank: u8,
}

#[derive(Debug)]
struct Word {
    heading: Heading,
    used: Use,
}

codes! {
    /// How a word counts.
    Use {
        /// Where it is the whole heading.
        Whole = "whole",
        /// Inside a longer heading too.
        Part = "part",
        /// Where it is the whole heading; over words it may also say whom a letter is from or to.
        Whom = "whom",
    }
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

/// The words of headings.
#[derive(Debug)]
pub struct Headers {
    words: BTreeMap<&'static str, Word>,
    /// The words that count inside a longer heading.
    parts: Search<Heading>,
    /// Words without the marks that stand above and below letters, which damaged text layers lose; `None` where two
    /// words that say different things become the same.
    bare: OnceLock<BTreeMap<String, Option<Heading>>>,
    /// Words that ask, and words that lead to what is asked for (without a role).
    questions: Search<Option<Role>>,
}

/// What the table of questions calls words that lead to what is asked for.
const FRAME: &str = "frame";

/// A damaged heading is recognised from this length on, in letters.
const BARE_LENGTH: usize = 4;

/// The letters alone; sara am, which is written in two parts, without its upper one.
fn without_marks(folded: &str) -> String {
    let letter = |c: char| if c == '\u{e33}' { '\u{e32}' } else { c };
    folded.chars().filter(|c| !thai::is_above_or_below(*c)).map(letter).collect()
}

impl Headers {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let mut words = BTreeMap::new();
        for row in tables.rows("headers.tsv", &["word", "role", "rank", "use"])? {
            let heading = Heading { role: code!(row, 1, Role)?, rank: row.number(2)? };
            words.insert(row.word(0)?, Word { heading, used: code!(row, 3, Use)? });
        }
        let mut questions = Vec::new();
        for row in tables.rows("questions.tsv", &["word", "role"])? {
            let role = if row.field(1) == FRAME { None } else { Some(code!(row, 1, Role)?) };
            questions.push((row.word(0)?, role));
        }
        let parts = words.iter().filter(|(_, word)| word.used == Use::Part);
        let parts = Search::new(parts.map(|(text, word)| (*text, word.heading)).collect(), Pick::All);
        Ok(Self { words, parts, bare: OnceLock::new(), questions: Search::new(questions, Pick::All) })
    }

    /// What a heading says as a whole: word for word, or in its letters alone.
    pub fn exact(&self, heading: &str) -> Option<Heading> {
        let heading = thai::fold(heading);
        if let Some(word) = self.words.get(heading.as_str()) {
            return Some(word.heading);
        }
        let bare = without_marks(&heading);
        if bare.chars().count() < BARE_LENGTH {
            return None;
        }
        self.bare.get_or_init(|| self.bare_words()).get(&bare).copied().flatten()
    }

    fn bare_words(&self) -> BTreeMap<String, Option<Heading>> {
        let mut bare: BTreeMap<String, Option<Heading>> = BTreeMap::new();
        for (text, word) in &self.words {
            let known = bare.entry(without_marks(text)).or_insert(Some(word.heading));
            if known.is_some_and(|heading| heading.role != word.heading.role) {
                *known = None;
            }
        }
        bare
    }

    /// True for a heading that says from when or until when, or, over words, from whom or to whom.
    pub fn may_be_whom(&self, heading: &str) -> bool {
        let word = |part: &str| self.words.get(thai::fold(part).as_str());
        heading.split('/').any(|part| word(part).is_some_and(|word| word.used == Use::Whom))
    }

    /// What a whole question as a heading asks for: by the word that asks, the last where there are several, else by
    /// the words behind those that lead to it.
    pub fn question(&self, heading: &str) -> Option<Role> {
        let heading = thai::fold(heading);
        let asked = self.questions.find(&heading).into_iter();
        let asked = asked.filter_map(|found| Some((found.range.end, found.range.len(), found.means?)));
        if let Some((.., role)) = asked.max_by_key(|(end, length, _)| (*end, *length)) {
            return Some(role);
        }
        let mut frames = self.questions.words().iter().filter(|(_, role)| role.is_none());
        let rest = frames.find_map(|(word, _)| heading.strip_prefix(word))?;
        self.inside(rest).filter(|found| found.first).map(|found| found.heading.role)
    }

    /// What a heading says by a word inside it. A word at the beginning counts before a longer one further on: the
    /// head noun of a Thai phrase comes first.
    pub fn inside(&self, heading: &str) -> Option<Inside> {
        let heading = thai::fold(heading);
        let mut covered = vec![false; heading.len()];
        let mut best: Option<(bool, usize, Heading)> = None;
        // Of each word its first place counts, and the words in the order of the table.
        let mut first: BTreeMap<usize, Hit<Heading>> = BTreeMap::new();
        for found in self.parts.find(&heading) {
            first.entry(found.at).or_insert(found);
        }
        for found in first.into_values() {
            let text = heading.get(found.range.clone()).unwrap_or_default();
            covered[found.range.clone()].fill(true);
            let rank = (found.range.start == 0, text.chars().count());
            if best.as_ref().is_none_or(|(first, chars, _)| rank > (*first, *chars)) {
                best = Some((rank.0, rank.1, found.means));
            }
        }
        let share = covered.iter().filter(|c| **c).count() as f32 / heading.len().max(1) as f32;
        best.map(|(first, length, heading)| Inside { heading, first, length, share })
    }
}
