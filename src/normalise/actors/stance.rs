//! How an actor stands in its sentence: as a side, or as what is seen, bought or only told of.

use super::super::tokens::TokenSort;
use super::Look;
use super::{Actor, Reader, Stance, What, ends_with_word};
use crate::model::Role;
use crate::vocab::heads::Sort;

impl<'a> Reader<'a> {
    /// How an actor stands, by the words before it and the actor before it.
    pub(super) fn stance(&self, actor: &Actor, last: Option<&Actor>) -> Stance {
        if matches!(self.part.role, Role::Counterpart | Role::Delegate | Role::Country) {
            return Stance::Column;
        }
        let start = actor.range.start;
        if actor.what == What::Body(Sort::Place) && self.modifies(start) {
            return Stance::Modifier;
        }
        let between = last.map(|last| self.part.slice(last.range.end, start).trim());
        // Of one who holds an office the body follows, of a body its place, of a name another in brackets.
        let of_last = last.zip(between).filter(|(last, between)| {
            let bound = matches!(last.what, What::Office | What::Person) || *between == "(";
            bound && matches!(*between, "" | "(" | "," | "of" | "the" | "of the" | "from")
        });
        if let Some((last, _)) =
            of_last.filter(|(last, _)| last.look != Look::Home && last.stance != Stance::Other)
        {
            return last.stance;
        }
        let before = self.before(start);
        // A time of day or a running number before it says nothing.
        let nothing = !before.chars().any(char::is_alphabetic);
        let ends = |words: &[&str]| words.iter().any(|word| ends_with_word(before, word));
        let guest = last.is_some_and(|last| last.stance == Stance::Subject && last.looks_foreign());
        let first_act = self.acts.first().copied().unwrap_or(usize::MAX);
        // What guests talk is what they talk about.
        if ends(&self.part.vocab.grammar.object) || guest && ends(&self.part.vocab.grammar.talking) {
            Stance::Object
        } else if nothing || of_last.is_some() && start < first_act {
            Stance::Subject
        } else if ends(&self.part.vocab.grammar.partner)
            || self.offices.values().any(|end| *end == before.len())
        {
            if start < first_act { Stance::Subject } else { Stance::Partner }
        } else {
            Stance::Other
        }
    }

    /// The words before a byte, without quotation marks, and without `of` behind those who come from somewhere.
    pub(super) fn before(&self, start: usize) -> &'a str {
        let before = self.part.slice(0, start).trim_end_matches([' ', '"', '\u{201c}', '\'', '\u{2018}']);
        let Some(owner) = self.part.vocab.grammar.of.iter().find_map(|of| before.strip_suffix(of)) else {
            return before;
        };
        let owner = owner.trim_end();
        let delegation = self.offices.values().any(|end| *end == owner.len());
        let partner = self.part.vocab.grammar.partner.iter().any(|word| ends_with_word(owner, word));
        if delegation || partner { owner } else { before }
    }

    /// True if a place's name is glued to an ordinary noun, which it only modifies.
    fn modifies(&self, start: usize) -> bool {
        let at = self.after(start);
        let Some(before) = at.checked_sub(1).map(|at| self.tokens[at]).filter(|_| self.is_glued(at)) else {
            return false;
        };
        let word = self.text(before.start..before.end);
        let text = self.part.slice(0, start);
        let follows = |words: &[&str]| words.iter().any(|one| text.ends_with(one));
        let own = self
            .part
            .vocab
            .grammar
            .place_words
            .iter()
            .any(|place| self.part.slice(start, self.part.text.len()).starts_with(place));
        let introduced = follows(&self.part.vocab.grammar.introducers)
            || follows(&self.part.vocab.grammar.partner)
            || follows(&self.part.vocab.grammar.located_in)
            || follows(&self.part.vocab.grammar.place_words)
            || follows(&self.part.vocab.grammar.thai)
            || self.offices.values().any(|end| *end == start)
            || self.names.values().any(|name| name.end == start)
            || self.acts.contains(&before.start)
            || self.part.vocab.heads.first(word).is_some_and(|(length, _)| length == word.len());
        before.sort == TokenSort::Word && !own && !introduced
    }
}
