//! How texts are worded: acts and events, openings of what is no title, endings of what was cut off, seams of sentences.

use super::pack::{BadPack, Tables, code};
use super::search::{Pick, Search};
use super::segment::{Segmented, WordList};
use crate::model::codes;
use crate::thai;

codes! {
    /// What a wording tells.
    Wording {
        /// An act or event.
        Act = "act",
        /// A text that begins so goes on with another.
        GoesOn = "goes_on",
        /// No sentence begins so: a line that does belongs to the one above, however short that is.
        Never = "never_begins",
        /// A text that ends so is cut off.
        Cut = "cut",
        /// A letter, report or title block begins so, not an activity.
        Letter = "letter",
        /// What speaks of a report as a whole, or of those who take part, begins so.
        Report = "report",
        /// A person's name follows.
        Person = "person",
        /// Another engagement begins after it.
        Joint = "joint",
        /// An activity's wording ends before it: place, day, people follow.
        Seam = "seam",
        /// A running number follows, which opens an item.
        Marker = "marker",
        /// A day of the week.
        Weekday = "weekday",
        /// What is still to come is told: a next step, not an engagement.
        Future = "future",
        /// What happens hour by hour at one visit or event follows.
        Programme = "programme",
    }
}

/// The wordings by their class.
#[derive(Debug)]
pub struct Wordings {
    /// For each class its wordings, the longest first.
    wordings: Vec<Vec<&'static str>>,
    acts: Search<()>,
}

impl Wordings {
    pub(super) fn of(tables: Tables) -> Result<Self, BadPack> {
        let mut wordings = vec![Vec::new(); Wording::ALL.len()];
        for row in tables.rows("wording.tsv", &["wording", "class"])? {
            wordings[code!(row, 1, Wording)? as usize].push(row.word(0)?);
        }
        for texts in &mut wordings {
            texts.sort_by_key(|text: &&str| std::cmp::Reverse(text.len()));
        }
        let acts = wordings[Wording::Act as usize].iter().map(|act| (*act, ())).collect();
        Ok(Self { wordings, acts: Search::new(acts, Pick::LongestInAnyCase) })
    }

    fn all(&self, wording: Wording) -> impl Iterator<Item = &'static str> {
        self.wordings.get(wording as usize).into_iter().flatten().copied()
    }

    /// Where acts and events are named, as bytes at which their words begin.
    pub fn acts(&self, text: &str) -> Vec<usize> {
        self.acts.find(text).into_iter().map(|found| found.range.start).collect()
    }

    /// How many acts and events are named by words of their own: หน่วยงาน is no งาน.
    pub fn whole_acts(&self, list: &WordList, text: &str) -> usize {
        let mut words = Segmented::new(list, text, &[]);
        let mut begins = |at: usize| !text[..at].ends_with(thai::is_letter) || words.parts_at(at);
        self.acts(text).into_iter().filter(|at| begins(*at)).count()
    }

    /// The wording that a text begins with, as its length in bytes; the longest where several do.
    pub fn begins(&self, text: &str, wording: Wording) -> Option<usize> {
        let head = |length: usize| text.get(..length);
        self.all(wording)
            .find(|phrase| head(phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase)))
            .map(str::len)
    }

    /// True if a text ends with such a wording.
    pub fn ends(&self, text: &str, wording: Wording) -> bool {
        let text = text.trim_end();
        self.all(wording).any(|phrase| {
            text.len() > phrase.len()
                && text.get(text.len() - phrase.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(phrase))
                // A Latin word ends only where a word begins before it.
                && (!phrase.is_ascii() || text[..text.len() - phrase.len()].ends_with(' '))
        })
    }

    /// True if such a wording stands anywhere in a text.
    pub fn holds(&self, text: &str, wording: Wording) -> bool {
        self.all(wording).any(|phrase| text.contains(phrase))
    }

    /// True if a text is such a wording and nothing else.
    pub fn is(&self, text: &str, wording: Wording) -> bool {
        let text = text.trim().trim_end_matches('.');
        self.all(wording).any(|phrase| phrase.eq_ignore_ascii_case(text))
    }
}
