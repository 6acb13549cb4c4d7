//! Words of column headings and form labels, and what each says that its text is.

use super::tsv;
use crate::model::Role;
use crate::thai;
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
}

static WORDS: LazyLock<BTreeMap<&'static str, Word>> = LazyLock::new(|| {
    tsv::rows(include_str!("headers.tsv"))
        .filter_map(|row| match row.as_slice() {
            [word, role, rank, part] => {
                let heading = Heading { role: role_of(role)?, rank: rank.parse().ok()? };
                Some((*word, Word { heading, part: *part == "part" }))
            }
            _ => None,
        })
        .collect()
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

/// What a heading says as a whole, word for word.
#[must_use]
pub fn exact(heading: &str) -> Option<Heading> {
    WORDS.get(thai::fold(heading).as_str()).map(|word| word.heading)
}

/// What a heading says by a word inside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inside {
    /// What the word says.
    pub heading: Heading,
    /// True if the heading begins with the word.
    pub first: bool,
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
    for (text, word) in WORDS.iter().filter(|(_, word)| word.part) {
        let Some(at) = heading.find(text) else { continue };
        covered[at..at + text.len()].fill(true);
        let rank = (at == 0, text.chars().count());
        if best.as_ref().is_none_or(|(first, chars, _)| rank > (*first, *chars)) {
            best = Some((rank.0, rank.1, word.heading));
        }
    }
    let share = covered.iter().filter(|c| **c).count() as f32 / heading.len().max(1) as f32;
    best.map(|(first, _, heading)| Inside { heading, first, share })
}
