//! Head nouns: the word of a body's name that tells what sort of body it is, in Thai the first, in English the last.

use super::tsv::{field, rows};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What sort of body or thing a name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// An embassy, a consulate, an office that stands for one.
    Mission,
    /// A ministry, parliament, court, armed service.
    Government,
    /// A city's government or council.
    City,
    /// A state, province, town.
    Place,
    /// An organisation, network, agency, institute or foundation.
    Organisation,
    /// A company, school, hospital, newspaper.
    Private,
    /// A university.
    University,
    /// An association or chamber.
    Association,
    /// A hotel.
    Hotel,
    /// A unit or team of some body.
    Unit,
    /// An event, course, campaign or document: nobody.
    Event,
    /// An office that a person holds.
    Office,
}

/// The heads of one language.
struct Heads {
    /// Heads by their first letter, the longest first.
    first: BTreeMap<char, Vec<(&'static str, Sort)>>,
    /// Heads of Latin names, the longest first; true for those that may open one as well, as in Romance languages.
    latin: Vec<(&'static str, Sort, bool)>,
}

static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let mut heads = Heads { first: BTreeMap::new(), latin: Vec::new() };
    for row in rows(include_str!("packs/th/heads.tsv")) {
        let Some(sort) = sort(field(&row, 1)) else { continue };
        let head = field(&row, 0);
        if field(&row, 2) == "first" {
            heads.first.entry(head.chars().next().unwrap_or(' ')).or_default().push((head, sort));
        } else {
            heads.latin.push((head, sort, field(&row, 2) == "any"));
        }
    }
    let longest = |(head, _): &(&str, Sort)| std::cmp::Reverse(head.len());
    heads.first.values_mut().for_each(|heads| heads.sort_by_key(longest));
    heads.latin.sort_by_key(|(head, ..)| std::cmp::Reverse(head.len()));
    heads
});

fn sort(word: &str) -> Option<Sort> {
    Some(match word {
        "mission" => Sort::Mission,
        "government" => Sort::Government,
        "city" => Sort::City,
        "place" => Sort::Place,
        "organisation" => Sort::Organisation,
        "private" => Sort::Private,
        "university" => Sort::University,
        "association" => Sort::Association,
        "hotel" => Sort::Hotel,
        "unit" => Sort::Unit,
        "event" => Sort::Event,
        "office" => Sort::Office,
        _ => return None,
    })
}

/// The head that a text begins with, in Thai: its length in bytes and what it tells; the longest where several do.
#[must_use]
pub fn first(text: &str) -> Option<(usize, Sort)> {
    let heads = HEADS.first.get(&text.chars().next()?)?;
    heads.iter().find(|(head, _)| text.starts_with(head)).map(|(head, sort)| (head.len(), *sort))
}

/// What the head of a name in Latin letters tells: its last word, or the one before `of`, `for` or `in`.
#[must_use]
pub fn last(name: &str) -> Option<Sort> {
    let name = name.trim_end_matches(['.', ',']);
    let ends = |head: &str, opens: bool| {
        name.match_indices(head).any(|(at, _)| {
            let (before, after) = (&name[..at], &name[at + head.len()..]);
            let begins = before.is_empty() || before.ends_with([' ', '-']);
            begins
                && (before.is_empty() && opens
                    || after.is_empty()
                    || [" of ", " for ", " in ", " on "].iter().any(|w| after.starts_with(w)))
        })
    };
    HEADS.latin.iter().find(|(head, _, opens)| ends(head, *opens)).map(|(_, sort, _)| *sort)
}
