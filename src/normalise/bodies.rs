//! Bodies that no vocabulary knows: kept as reported, so that a person can look and the vocabulary can grow.

use super::actors::{Actor, Look, Stance, What};
use super::gist::{Gist, Part};
use super::latin;
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
        for body in part.actors().iter().filter_map(|actor| in_part(part, actor)) {
            // Of two names of one body the longer says more of what it is.
            if !bodies.iter().any(|other| other.name.contains(&body.name)) {
                bodies.retain(|other| !body.name.contains(&other.name));
                bodies.push(body);
            }
        }
    }
    bodies
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
    Some(UnknownBody { name: name.to_owned(), private })
}

/// True for several capitalised words, a short form, or capitals inside a word: `Pure Earth`, `FISU`, `WaterAid`.
fn names_body(name: &str) -> bool {
    let inner =
        |word: &str| word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    latin::is_acronym(name) || name.contains(' ') || inner(name)
}
