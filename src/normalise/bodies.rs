//! Bodies that no vocabulary knows: kept as reported, so that a person can look and the vocabulary can grow.

use super::actors::{Actor, Look, Stance, What};
use super::gist::{Gist, Part};
use super::latin;
use crate::thai::is_digit;
use crate::vocab::gazetteer::Name;
use crate::vocab::heads::Sort;

/// A body that is in no vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnknownBody {
    /// Its name as reported.
    pub name: String,
    /// True for a company, school or association, which is no international organisation.
    pub private: bool,
}

/// The unknown bodies on the foreign side, none twice.
#[must_use]
pub fn unknown(gist: &Gist) -> Vec<UnknownBody> {
    let mut bodies: Vec<UnknownBody> = Vec::new();
    for part in gist.counterparts().chain(gist.titles()) {
        let before = [None].into_iter().chain(part.actors().iter().map(Some));
        let actors =
            part.actors().iter().zip(before).filter(|(actor, before)| !repeats(part, actor, *before));
        for body in actors.filter_map(|(actor, _)| in_part(part, actor)) {
            // Of two names of one body the longer says more of what it is.
            if !bodies.iter().any(|other| other.name.contains(&body.name)) {
                bodies.retain(|other| !body.name.contains(&other.name));
                bodies.push(body);
            }
        }
    }
    bodies
}

/// True for a name in brackets that says again who was named before them: a person's behind the office, the short form
/// behind the name; and for a name whose short form behind it a table knows.
fn repeats(part: &Part, actor: &Actor, before: Option<&Actor>) -> bool {
    let name = part.slice(actor.range.start, actor.range.end);
    let beside = |before: &&Actor| part.slice(before.range.end, actor.range.start).trim() == "(";
    let again = before.filter(beside).is_some_and(|before| match before.what {
        What::Person | What::Office => actor.what == What::Latin && !latin::is_acronym(name),
        What::Body(_) | What::Latin | What::Letters => latin::is_acronym(name),
    });
    let known = || {
        let behind = part.slice(actor.range.end, part.text.len()).trim_start();
        let at = part.text.len() - behind.len() + 1;
        let listed = |name: Name| matches!(name, Name::Organisation(_));
        behind.starts_with('(') && part.names.iter().any(|m| m.start == at && listed(m.name))
    };
    again || known()
}

/// The body that an actor of a text is, if no table knows it and it stands where a side stands.
#[must_use]
pub fn in_part(part: &Part, actor: &Actor) -> Option<UnknownBody> {
    let foreign = matches!(actor.look, Look::Foreign | Look::Latin | Look::World);
    let name = part.slice(actor.range.start, actor.range.end);
    // A body that says what it is may stand anywhere but where something is seen or bought.
    let stands = actor.is_side() || actor.stance == Stance::Other && matches!(actor.what, What::Body(_));
    if !foreign || !stands {
        return None;
    }
    let private = match actor.what {
        What::Body(Sort::Organisation) => false,
        // An association of several countries is an organisation, one country's is none.
        What::Body(Sort::Association) => actor.look != Look::World,
        What::Body(Sort::University | Sort::Private) => true,
        // A name that does not say what it is: in a column of the foreign side, or as bodies are written.
        What::Latin if names_body(name) || actor.stance == Stance::Column && name.contains(' ') => false,
        What::Body(
            Sort::Mission
            | Sort::Government
            | Sort::City
            | Sort::Place
            | Sort::Event
            | Sort::Office
            | Sort::Hotel
            | Sort::Unit,
        )
        | What::Person
        | What::Office
        | What::Latin
        | What::Letters => return None,
    };
    let name = name.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
    // What ends with a year is an event.
    if name.rsplit(' ').next().is_some_and(|last| last.len() == 4 && last.chars().all(is_digit)) {
        return None;
    }
    // The word that only says that it is a body is no part of a name in Latin letters.
    let bare =
        part.vocab.grammar.bare_head.iter().find_map(|head| name.strip_prefix(head)).map(str::trim_start);
    let name = bare.filter(|own| own.starts_with(char::is_uppercase)).unwrap_or(name);
    Some(UnknownBody { name: name.to_owned(), private })
}

/// True for several capitalised words, a short form, or capitals inside a word: `Pure Earth`, `FISU`, `WaterAid`.
fn names_body(name: &str) -> bool {
    let inner =
        |word: &str| word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    latin::is_acronym(name) || name.contains(' ') || inner(name)
}
