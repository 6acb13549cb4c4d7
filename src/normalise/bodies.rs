//! Bodies that no vocabulary knows: kept as reported, so that a person can look and the vocabulary can grow.

use super::actors::{Actor, Look, Stance, What};
use super::gist::{Gist, Mention, Part};
use super::latin;
use crate::model::Role;
use crate::thai::{is_digit, is_letter, is_thai};
use crate::vocab::gazetteer::{BodyKind, Name};
use crate::vocab::heads::Sort;
use crate::vocab::words::Party;

/// A body that is in no vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnknownBody {
    /// Its name as reported.
    pub name: String,
    /// True for a company, school or association, which is no international organisation.
    pub private: bool,
    /// True if its name says itself what sort of body it is.
    pub headed: bool,
    /// True if it says so in Latin letters, as bodies themselves write it: nothing about it is open but whether it is new.
    pub written_out: bool,
}

/// The unknown bodies on the foreign side, none twice.
pub fn unknown(gist: &Gist) -> Vec<UnknownBody> {
    let mut bodies: Vec<UnknownBody> = Vec::new();
    for part in gist.counterparts().chain(gist.titles()) {
        let before = [None].into_iter().chain(part.actors().iter().map(Some));
        let actors =
            part.actors().iter().zip(before).filter(|(actor, before)| !repeats(part, actor, *before));
        for body in actors.filter_map(|(actor, _)| in_part(part, actor)) {
            // Of two names of one body the longer says more of what it is.
            let longer = bodies.iter_mut().find(|other| other.name.contains(&body.name));
            if let Some(longer) = longer {
                longer.private |= body.private;
            } else {
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
    let beside =
        |before: &&Actor| matches!(part.slice(before.range.end, actor.range.start).trim(), "(" | ":");
    let again = before.filter(beside).is_some_and(|before| match before.what {
        // Who governs a place, or speaks for it, may be told by the place alone.
        What::Person | What::Office => actor.what == What::Latin && !latin::is_acronym(name),
        What::Body(Sort::Place | Sort::City | Sort::Government | Sort::Mission | Sort::Office) => {
            actor.what == What::Latin
        }
        What::Body(_) | What::Latin | What::Letters => latin::is_acronym(name),
    });
    let known = || {
        let behind = part.slice(actor.range.end, part.text.len()).trim_start();
        let at = part.text.len() - behind.len() + 1;
        let listed = |name: Name| matches!(name, Name::Organisation(_));
        behind.starts_with('(') && part.names.iter().any(|m| m.start == at && listed(m.name))
    };
    again || known() || put_again(part, actor)
}

/// True for a body whose name follows in brackets in Latin letters, as bodies themselves write it.
fn put_again(part: &Part, actor: &Actor) -> bool {
    let next = part.actors().iter().find(|next| next.range.start >= actor.range.end);
    let thai = |name: &str| name.chars().any(is_thai);
    let latin = |name: &str| name.contains(' ') && !thai(name);
    matches!(actor.what, What::Body(_))
        && thai(part.slice(actor.range.start, actor.range.end))
        && next.is_some_and(|next| {
            part.slice(actor.range.end, next.range.start).trim() == "("
                && matches!(next.what, What::Body(Sort::Organisation | Sort::Association))
                && latin(part.slice(next.range.start, next.range.end))
        })
}

/// A company, a school or a broadcaster is named so far before its name at most, in characters.
const CALLED: usize = 30;

/// True if the words before a name call it a company, a school or a broadcaster.
fn is_called_private(part: &Part, actor: &Actor) -> bool {
    let sides = &part.vocab.words.sides;
    part.hits(sides).iter().any(|hit| {
        sides[hit] == Party::Private
            && hit.end <= actor.range.start
            && part.slice(hit.end, actor.range.start).chars().count() <= CALLED
            && !part
                .actors()
                .iter()
                .any(|one| hit.end <= one.range.start && one.range.end <= actor.range.start)
    })
}

/// The body that an actor of a text is, if no table knows it and it stands where a side stands.
pub fn in_part(part: &Part, actor: &Actor) -> Option<UnknownBody> {
    let foreign = matches!(actor.look, Look::Foreign | Look::Latin | Look::World) || is_of_place(part, actor);
    let name = part.slice(actor.range.start, actor.range.end);
    // What a title is all of is what was done: a course, a congress.
    if part.role == Role::Activity && actor.what == What::Latin && name.len() == part.text.len() {
        return None;
    }
    // A body that says what it is may stand anywhere but where something is seen or bought.
    let stands = actor.is_side() || actor.stance == Stance::Other && matches!(actor.what, What::Body(_));
    if !foreign || !stands {
        return None;
    }
    let private = match actor.what {
        What::Body(Sort::Organisation) => false,
        // An association of several countries is an organisation, one country's is none.
        What::Body(Sort::Association) => actor.look != Look::World,
        // The college of an international organisation is no college of a country.
        What::Body(Sort::University | Sort::Private) => !is_of_organisation(part, actor),
        // A name that does not say what it is: in a column of the foreign side, or as bodies are written.
        What::Latin if part.role == Role::Delegate => return None,
        What::Latin if names_body(name) || actor.stance == Stance::Column && name.contains(' ') => {
            is_called_private(part, actor)
        }
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
    let name = without_country(part, actor, name);
    let name = name.trim_matches(|c: char| !is_letter(c) && !c.is_alphanumeric() && c != ')');
    // What is left of a word with the people behind it is no name: Vintage Italian.
    if actor.what == What::Latin && actor.stance != Stance::Column && !names_body(name) {
        return None;
    }
    // What heads a column of foreign bodies is the name of none.
    if part.vocab.headers.exact(name).is_some() {
        return None;
    }
    // What ends with a year is an event.
    if name.rsplit(' ').next().is_some_and(|last| last.len() == 4 && last.chars().all(is_digit)) {
        return None;
    }
    // The word that only says that it is a body is no part of a name in Latin letters.
    let heads = part.vocab.grammar.bare_head.iter();
    let mut bare = heads.filter_map(|head| name.strip_prefix(head)).map(str::trim_start);
    let name = bare.find(|own| own.starts_with(char::is_uppercase)).unwrap_or(name);
    let headed = matches!(actor.what, What::Body(_));
    let written_out = headed && name.contains(' ') && !name.chars().any(is_thai);
    Some(UnknownBody { name: name.to_owned(), private, headed, written_out })
}

/// True for a name in Latin letters that begins with a listed organisation's and goes on: the college of a plan.
fn is_of_organisation(part: &Part, actor: &Actor) -> bool {
    part.names.iter().any(|m| {
        let counted = |at| part.vocab.names.organisation(at).kind == BodyKind::Counted;
        m.start == actor.range.start && matches!(m.name, Name::Organisation(at) if counted(at))
    })
}

/// True for a name that is only a part of another body's: of a longer one in Latin letters that begins with it, or a
/// place's in that of a school, firm or institute.
pub fn is_in_longer(part: &Part, mention: &Mention) -> bool {
    let Some(actor) = part.actor_at(mention.start).filter(|actor| actor.range.end >= mention.end) else {
        return false;
    };
    let What::Body(sort) = actor.what else { return false };
    let private = matches!(sort, Sort::Association | Sort::University | Sort::Private);
    match mention.name {
        Name::Organisation(at) => {
            let body = private || sort == Sort::Organisation;
            let latin = actor.range.start == mention.start && actor.range.end > mention.end;
            let general = part.vocab.grammar.general_bodies.contains(&part.vocab.names.organisation(at).name);
            body && (latin || general && actor.range.start < mention.start)
        }
        Name::City(_) | Name::Country(_) => private || sort == Sort::Organisation,
        Name::Body(_) | Name::Department(_) | Name::Region(_) | Name::Trap(_) => false,
    }
}

/// A body's name without the country that follows it behind a blank.
fn without_country<'a>(part: &Part, actor: &Actor, name: &'a str) -> &'a str {
    let country = part.names.iter().find(|m| {
        matches!(m.name, Name::Country(_)) && m.start > actor.range.start && m.end == actor.range.end
    });
    let own = country.and_then(|country| part.slice(actor.range.start, country.start).rsplit_once(' '));
    // The word for what sort of state it is stands before its name.
    let own = own.filter(|(_, word)| word.chars().all(is_letter));
    own.and_then(|(own, _)| name.get(..own.len())).unwrap_or(name)
}

/// True for an organisation whose name no table knows but for the place in it: a foundation of a foreign city.
fn is_of_place(part: &Part, actor: &Actor) -> bool {
    let heads = &part.vocab.grammar.of_place;
    let inside = |at: usize| actor.range.start < at && at < actor.range.end;
    let place = |name: Name| matches!(name, Name::City(_) | Name::Country(_));
    actor.look == Look::Known
        && actor.what == What::Body(Sort::Organisation)
        && heads.iter().any(|head| part.slice(actor.range.start, actor.range.end).starts_with(head))
        && part.names.iter().any(|m| inside(m.start))
        && part.names.iter().filter(|m| inside(m.start)).all(|m| place(m.name) && m.is_foreign)
}

/// True for several capitalised words, a short form, or capitals inside a word: `Pure Earth`, `FISU`, `WaterAid`.
fn names_body(name: &str) -> bool {
    let inner =
        |word: &str| word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    latin::is_acronym(name) || name.contains(' ') || inner(name)
}
