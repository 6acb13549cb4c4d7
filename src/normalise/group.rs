//! Which of the city's three counts an engagement belongs to.

use super::actors::{Actor, Look, Stance, What};
use super::bodies;
use super::gist::{Gist, Mention, Part, Sense};
use crate::model::{Confidence, Doubt, Group, Kind, Reading, Role};
use crate::vocab::Vocab;
use crate::vocab::gazetteer::{BodyKind, Name, Standing};
use crate::vocab::heads::Sort;
use crate::vocab::words::{Hit, Party};

/// Where each side is first named in a text; `None` where it is not.
#[derive(Debug, Default, Clone, Copy)]
struct Sides {
    state: Option<usize>,
    organisation: Option<usize>,
    private: Option<usize>,
    /// A body that no vocabulary knows and that may be an organisation.
    unlisted: Option<usize>,
    place: Option<usize>,
    /// Of the places the first that is a town, whose people came; a state may only say where a firm is from.
    town: Option<usize>,
}

/// The group, by the side that is the counterpart.
pub fn group(gist: &Gist, kind: Kind) -> Reading<Group> {
    if kind == Kind::SupportService {
        return Reading::certain(Group::Support, gist.title());
    }
    let column = gist.counterparts().map(|part| sides(&part.text, part)).fold(Sides::default(), Sides::or);
    let title = gist
        .titles()
        .map(|part| sides(part.head(), part).or(sides(&part.text, part)))
        .fold(Sides::default(), Sides::or);
    let raw = || gist.counterparts().next().map_or_else(|| gist.title(), |part| &part.text);
    match (column.acting(), title.acting()) {
        (Some(Acting::Clear(group)), _) => Reading::certain(group, raw()),
        (Some(Acting::Both(group)), _) => doubtful(group, raw()),
        (None, Some(Acting::Clear(group))) => Reading::certain(group, gist.title()),
        (None, Some(Acting::Both(group))) => doubtful(group, gist.title()),
        (None, None) => without_actor(gist, kind, column, title),
    }
}

/// Only places or private bodies are named.
fn without_actor(gist: &Gist, kind: Kind, column: Sides, title: Sides) -> Reading<Group> {
    let raw = gist.title();
    let town = title.place.is_some() && title.unlisted.is_none() && title.private.is_none();
    // Those of a town who stand first in the column are who came; a firm or school came with them.
    let first = gist
        .counterparts()
        .map(|part| sides(&part.text, part))
        .any(|sides| matches!((sides.town, sides.private), (Some(town), Some(private)) if town < private));
    if first {
        return Reading::likely(Group::State, raw);
    }
    let unlisted = !town && column.unlisted.is_some() || column.private.is_none() && title.unlisted.is_some();
    if !unlisted && (column.private.is_some() || title.private.is_some()) {
        return Reading::likely(Group::Other, raw);
    }
    if unlisted && let Some(body) = bodies::unknown(gist).into_iter().find(|body| !body.private) {
        // What a body is that no table knows is asked once, where it is named.
        let confidence = if body.headed { Confidence::Likely } else { Confidence::Guess };
        return Reading { confidence, ..Reading::likely(Group::Organisation, raw) };
    }
    if unlisted && bodies::unknown(gist).iter().any(|body| body.private) {
        return Reading::likely(Group::Other, raw);
    }
    if column.place.is_some() || title.place.is_some() {
        return Reading::likely(Group::State, raw);
    }
    let host = |part: &Part| part.names.iter().any(|m| m.is_foreign);
    if kind != Kind::Conference && gist.titles().chain(gist.texts(Role::Venue)).any(host) {
        return Reading::likely(Group::State, raw);
    }
    Reading::guess(Group::Other, raw, Doubt::DefaultTaken)
}

fn doubtful(group: Group, raw: &str) -> Reading<Group> {
    Reading::guess(group, raw, Doubt::WordingContradicts { written: raw.to_owned() })
}

enum Acting {
    Clear(Group),
    Both(Group),
}

impl Sides {
    /// The first of both, side by side.
    fn or(self, other: Self) -> Self {
        Self {
            state: self.state.or(other.state),
            organisation: self.organisation.or(other.organisation),
            private: self.private.or(other.private),
            unlisted: self.unlisted.or(other.unlisted),
            place: self.place.or(other.place),
            town: self.town.or(other.town),
        }
    }

    /// Takes a name of the tables for the side that it is.
    fn see_name(&mut self, part: &Part, mention: &Mention) {
        let at = Some(mention.start);
        if bodies::is_in_longer(part, mention) {
            return;
        }
        match mention.name {
            Name::Organisation(o) => match part.vocab.names.organisation(o).kind {
                BodyKind::Counted => self.organisation = self.organisation.or(at),
                BodyKind::Private | BodyKind::Unnamed => self.private = self.private.or(at),
            },
            Name::Body(b) => match part.vocab.names.body(b).standing {
                Standing::Mission | Standing::Government | Standing::CityGovernment => {
                    self.state = self.state.or(at);
                }
                Standing::Domestic => {}
            },
            Name::Country(_) | Name::City(_) if mention.sense == Sense::Side && !modifies(part, mention) => {
                self.place = self.place.or(at);
                if matches!(mention.name, Name::City(_)) {
                    self.town = self.town.or(at);
                }
            }
            Name::Country(_) | Name::City(_) | Name::Department(_) | Name::Region(_) | Name::Trap(_) => {}
        }
    }

    fn acting(self) -> Option<Acting> {
        match (self.state, self.organisation) {
            (Some(_), None) => Some(Acting::Clear(Group::State)),
            (None, Some(_)) => Some(Acting::Clear(Group::Organisation)),
            (Some(state), Some(organisation)) => {
                Some(Acting::Both(if state <= organisation { Group::State } else { Group::Organisation }))
            }
            (None, None) => None,
        }
    }
}

/// The sides named in a text, as far as `text` reaches into the part.
fn sides(text: &str, part: &Part) -> Sides {
    let mut sides = Sides::default();
    let names: Vec<&Mention> = part.names.iter().filter(|m| m.start < text.len() && m.is_foreign).collect();
    for mention in &names {
        sides.see_name(part, mention);
    }
    for actor in part.actors().iter().filter(|actor| actor.range.start < text.len()) {
        let at = Some(actor.range.start);
        match bodies::in_part(part, actor) {
            Some(body) if body.private => sides.private = sides.private.or(at),
            Some(_) => sides.unlisted = sides.unlisted.or(at),
            // A town that no table knows is its state's.
            None if is_town(actor) => sides.place = sides.place.or(at),
            None => {}
        }
    }
    let found: Vec<&Hit> =
        part.hits(&part.vocab.words.sides).iter().filter(|hit| hit.end <= text.len()).collect();
    for hit in &found {
        let inside = part.names.iter().any(|m| m.start <= hit.start && hit.end <= m.end && !is_place(m.name));
        if inside {
            continue;
        }
        let place = |reach| {
            names
                .iter()
                .find(|m| is_place(m.name) && m.sense == Sense::Side && near(text, hit.end, m.start, reach))
        };
        let private_between = |m: &Mention| {
            found.iter().any(|p| is_private(part.vocab, p) && hit.end <= p.start && p.end <= m.start)
        };
        match part.vocab.words.sides[*hit] {
            Party::Mission | Party::Envoy if !thai_mission(text, hit.end, part) => {
                sides.state = sides.state.or(Some(hit.start));
            }
            Party::Government | Party::City | Party::Delegation
                if place(24).is_some_and(|m| !private_between(m) && !bodies::is_in_longer(part, m)) =>
            {
                sides.state = sides.state.or(Some(hit.start));
            }
            Party::Private if place(60).is_some() || part.role != Role::Activity => {
                sides.private = sides.private.or(Some(hit.start));
            }
            Party::Mission
            | Party::Envoy
            | Party::Government
            | Party::City
            | Party::Delegation
            | Party::Private => {}
        }
    }
    sides
}

/// True for a place that only tells what sort of thing it is: a festival of a country's films.
fn modifies(part: &Part, mention: &Mention) -> bool {
    part.actor_at(mention.start).is_some_and(|actor| actor.stance == Stance::Modifier)
}

/// True for a foreign town or its government, as far as its name tells.
fn is_town(actor: &Actor) -> bool {
    let town = matches!(actor.what, What::Body(Sort::City | Sort::Place | Sort::Government));
    town && actor.is_side() && matches!(actor.look, Look::Foreign | Look::Latin)
}

/// True for a word of companies, schools and associations.
fn is_private(vocab: Vocab, hit: &Hit) -> bool {
    vocab.words.sides[hit] == Party::Private
}

fn is_place(name: Name) -> bool {
    matches!(name, Name::City(_) | Name::Country(_))
}

/// True if hardly anything stands between a title and the place that it belongs to.
fn near(text: &str, end: usize, start: usize, reach: usize) -> bool {
    text.get(end..start).is_some_and(|between| between.chars().count() <= reach)
}

fn thai_mission(text: &str, end: usize, part: &Part) -> bool {
    part.names.iter().any(|m| m.sense == Sense::ThaiMission && near(text, end, m.start, 8))
}
