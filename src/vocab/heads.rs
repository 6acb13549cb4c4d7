//! Head nouns: the word of a body's name that tells what sort of body it is, in Thai the first, in English the last.

use super::pack::{BadPack, Tables, code};
use crate::model::codes;
use std::collections::BTreeMap;

codes! {
    /// What sort of body or thing a name is of.
    Sort {
        /// An embassy, a consulate, an office that stands for one.
        Mission = "mission",
        /// A ministry, parliament, court, armed service.
        Government = "government",
        /// A city's government or council.
        City = "city",
        /// A state, province, town.
        Place = "place",
        /// An organisation, network, agency, institute or foundation.
        Organisation = "organisation",
        /// A company, school, hospital, newspaper.
        Private = "private",
        /// A university.
        University = "university",
        /// An association or chamber.
        Association = "association",
        /// A hotel.
        Hotel = "hotel",
        /// A unit or team of some body.
        Unit = "unit",
        /// An event, course, campaign or document: nobody.
        Event = "event",
        /// An office that a person holds.
        Office = "office",
    }
}

codes! {
    /// Where in a name its head stands.
    Place {
        /// Thai: it begins the name.
        First = "first",
        /// Latin: it ends the name, or stands before `of`.
        Last = "last",
        /// Latin: it may open the name as well, as in Romance languages.
        Any = "any",
    }
}

/// The heads of names.
#[derive(Debug)]
pub struct Heads {
    /// Heads by their first letter, the longest first.
    first: BTreeMap<char, Vec<(&'static str, Sort)>>,
    /// Heads of Latin names, the longest first; true for those that may open one as well.
    latin: Vec<(&'static str, Sort, bool)>,
}

impl Heads {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let mut heads = Self { first: BTreeMap::new(), latin: Vec::new() };
        for row in tables.rows("heads.tsv", &["head", "sort", "place"])? {
            let (head, sort) = (row.word(0)?, code!(row, 1, Sort)?);
            match code!(row, 2, Place)? {
                Place::First => {
                    let first = head.chars().next().unwrap_or(' ');
                    heads.first.entry(first).or_default().push((head, sort));
                }
                Place::Last => heads.latin.push((head, sort, false)),
                Place::Any => heads.latin.push((head, sort, true)),
            }
        }
        let longest = |(head, _): &(&str, Sort)| std::cmp::Reverse(head.len());
        heads.first.values_mut().for_each(|heads| heads.sort_by_key(longest));
        heads.latin.sort_by_key(|(head, ..)| std::cmp::Reverse(head.len()));
        Ok(heads)
    }

    /// The head that a text begins with, in Thai: its length in bytes and what it tells; the longest where several do.
    pub fn first(&self, text: &str) -> Option<(usize, Sort)> {
        let heads = self.first.get(&text.chars().next()?)?;
        heads.iter().find(|(head, _)| text.starts_with(head)).map(|(head, sort)| (head.len(), *sort))
    }

    /// What the head of a name in Latin letters tells: its last word, or the one before `of`, `for` or `in`.
    pub fn last(&self, name: &str) -> Option<Sort> {
        let name = name.trim_end_matches(['.', ',']);
        let begins = name.match_indices([' ', '-']).map(|(at, sign)| at + sign.len());
        let words: Vec<usize> = [0].into_iter().chain(begins).collect();
        let ends = |head: &str, sort: Sort, opens: bool| {
            words.iter().any(|at| {
                name[*at..].strip_prefix(head).is_some_and(|after| {
                    *at == 0 && opens
                        || after.is_empty()
                        // A university's place may follow its word.
                        || sort == Sort::University && after.starts_with(' ')
                        || [" of ", " for ", " in ", " on "].iter().any(|w| after.starts_with(w))
                })
            })
        };
        self.latin.iter().find(|(head, sort, opens)| ends(head, *sort, *opens)).map(|(_, sort, _)| *sort)
    }
}
