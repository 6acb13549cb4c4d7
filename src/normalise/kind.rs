//! What kind of engagement it is, by the wording, most specific first.

use super::actors::{Actor, Look, What};
use super::cues;
use super::gist::{Gist, Part, Sense};
use crate::model::{Confidence, Context, Doubt, Kind, Reading, Role};
use crate::thai::fold;
use crate::vocab::Vocab;
use crate::vocab::gazetteer::Name;
use crate::vocab::heads::Sort;
use crate::vocab::words::{Condition, Hit, KindRule, Known, Party, Tier};

/// What is known of a record before its kind: conditions of the table that are no words.
struct Facts {
    /// The conditions that hold.
    hold: Vec<Known>,
    /// It is about what a letter asked for, and not about the letter.
    is_beyond_letter: bool,
}

/// The kind, from the title; where it is silent or vague, from the report's own column or section.
pub fn kind(gist: &Gist, context: &Context) -> Reading<Kind> {
    let Some(title) = gist.whole_title() else {
        return Reading::guess(Kind::Other, "", Doubt::DefaultTaken);
    };
    let facts = Facts::of(gist, title, context);
    let stated = gist.texts(Role::Kind).find_map(|part| stated(part, &facts));
    let asked = gist.texts(Role::Supported).next().is_some();
    if stated.as_ref().map_or(asked, |stated| stated.value == Kind::SupportService) {
        return Reading::likely(Kind::SupportService, title.text.clone());
    }
    let by_title = by_main_act(title, &facts);
    let reading = match (by_title, stated) {
        (Some(reading), _) if reading.confidence == Confidence::Certain => reading,
        (_, Some(reading)) | (Some(reading), None) => reading,
        (None, None) => untold(title, context, &facts),
    };
    // Those who travelled went abroad, whatever they met for there; who was trained there was trained.
    let met = matches!(reading.value, Kind::Meeting | Kind::Conference | Kind::Other);
    if met && gist.is_of_travellers { Reading::likely(Kind::OutboundVisit, reading.raw) } else { reading }
}

/// A kind by its words is taken without a warning from this probability on: of the titles that were kept aside when the
/// weights were fitted 0.94 of such were right. Against a section that names another it must be surer: 0.97 were.
const SURE: f32 = 0.6;
const SURER: f32 = 0.8;

/// The kind where neither the title's wording nor a column tells it. Where no wording does, none stands in it.
fn untold(title: &Part, context: &Context, facts: &Facts) -> Reading<Kind> {
    let guessed = |reading| Reading { confidence: Confidence::Guess, ..reading };
    if let Some(hit) = strongest(&title.text, title, facts) {
        return guessed(reading(hit, title));
    }
    let words = cues::of(title);
    let likeliest = title.vocab.cues.kind(words.iter().map(String::as_str));
    let mut sections = context.sections.iter().rev();
    let stated = sections.find_map(|section| by_section(title.vocab, section, facts));
    let sure = if stated.is_some() { SURER } else { SURE };
    if let Some((kind, _)) = likeliest.filter(|(_, probability)| *probability >= sure) {
        return Reading::likely(kind, "");
    }
    if let Some(stated) = stated {
        return guessed(stated);
    }
    let kind = likeliest.map_or(Kind::Other, |(kind, _)| kind);
    Reading::guess(kind, "", Doubt::DefaultTaken)
}

/// The kind by what was done and not by why: but a welcome says nothing of what the guests came for, unless it was a
/// feast, and a call or a service is one wherever it is told of.
fn by_main_act(title: &Part, facts: &Facts) -> Option<Reading<Kind>> {
    let told = strongest(title.head(), title, facts)?;
    let act = strongest(title.act(), title, facts).unwrap_or(told);
    let rule = |hit: &Hit| &title.vocab.words.kinds[hit];
    let tells = match rule(told).kind {
        Kind::CourtesyCall | Kind::SupportService => false,
        Kind::Ceremony => true,
        _ => rule(act).tier != Tier::Light,
    };
    Some(reading(if tells { act } else { told }, title))
}

/// The kind that a section names.
fn by_section(vocab: Vocab, section: &str, facts: &Facts) -> Option<Reading<Kind>> {
    stated(&Part::of(vocab, Role::Kind, section.to_owned()), facts)
}

/// The kind that a column or a section names.
fn stated(part: &Part, facts: &Facts) -> Option<Reading<Kind>> {
    strongest(&part.text, part, facts).map(|hit| reading(hit, part)).or_else(|| {
        let hit = part.hits(&part.vocab.words.kind_names).first()?;
        Some(Reading::likely(part.vocab.words.kind_names[hit], part.text.clone()))
    })
}

/// The best rule whose word stands in `heading`; its conditions may stand anywhere in the title that it begins.
fn strongest<'a>(heading: &str, title: &'a Part, facts: &Facts) -> Option<&'a Hit> {
    let hits: Vec<&Hit> =
        title.hits(&title.vocab.words.kinds).iter().filter(|hit| hit.start < heading.len()).collect();
    if hits.is_empty() {
        return None;
    }
    let folded = fold(&title.text);
    let about = talked_about(title, &hits);
    let holding: Vec<&Hit> = hits
        .into_iter()
        .filter(|hit| about.is_none_or(|about| hit.start < about))
        .filter(|hit| conditions_hold(&title.vocab.words.kinds[*hit], &folded, facts))
        .filter(|hit| !facts.is_beyond_letter || title.vocab.words.kinds[*hit].kind != Kind::Correspondence)
        .collect();
    let usable =
        |tier: Tier| holding.iter().copied().filter(move |hit| title.vocab.words.kinds[*hit].tier == tier);
    // A word that goes on says what sort of meeting it is: a general one, one of leaders.
    let goes_on = |hit: &Hit| {
        let inside = |other: &Hit| hit.start < other.start && other.start < hit.end && hit.end < other.end;
        title.vocab.words.kinds[hit].kind == Kind::Meeting && usable(Tier::First).any(inside)
    };
    usable(Tier::Strong)
        .min_by_key(|hit| hit.row)
        .or_else(|| {
            usable(Tier::First)
                .filter(|hit| !goes_on(hit))
                .min_by_key(|hit| (!title.vocab.words.kinds[hit].certain, hit.start, hit.row))
                .filter(|hit| !yields_to_welcome(title.vocab, hit, usable(Tier::Light).next()))
        })
        .or_else(|| usable(Tier::Light).min_by_key(|hit| hit.row))
}

/// Where begins what a talk is about, named by a noun made of an act right behind it: `หารือการจัดงาน…`.
fn talked_about(title: &Part, hits: &[&Hit]) -> Option<usize> {
    let names_act = |end: usize| {
        title.vocab.grammar.nominal.iter().any(|word| title.slice(end, title.text.len()).starts_with(word))
    };
    let talk = |hit: &&&Hit| title.vocab.words.kinds[**hit].kind == Kind::Meeting && names_act(hit.end);
    hits.iter().filter(talk).map(|hit| hit.end).min()
}

/// A talk that follows a welcome is part of the welcome.
fn yields_to_welcome(vocab: Vocab, hit: &Hit, welcome: Option<&Hit>) -> bool {
    let meeting = vocab.words.kinds[hit].kind == Kind::Meeting;
    meeting && welcome.is_some_and(|welcome| welcome.start < hit.start)
}

fn reading(hit: &Hit, title: &Part) -> Reading<Kind> {
    let rule = &title.vocab.words.kinds[hit];
    let raw = title.slice(hit.start, hit.end);
    if rule.certain { Reading::certain(rule.kind, raw) } else { Reading::likely(rule.kind, raw) }
}

fn conditions_hold(rule: &KindRule, folded: &str, facts: &Facts) -> bool {
    let holds = |condition: &Condition| match condition {
        Condition::Known(known) => facts.hold.contains(known),
        Condition::Word(word) => folded.contains(word.as_str()),
    };
    (rule.with.is_empty() || rule.with.iter().any(holds)) && !rule.without.iter().any(holds)
}

impl Facts {
    fn of(gist: &Gist, title: &Part, context: &Context) -> Self {
        let texts = || gist.titles().chain(gist.counterparts());
        let is = |part: &Part, side: Party| {
            part.hits(&gist.vocab.words.sides).iter().any(|hit| gist.vocab.words.sides[hit] == side)
        };
        let in_columns = |side: Party| texts().any(|part| is(part, side));
        let conditions = [
            (Known::Envoy, in_columns(Party::Envoy)),
            (
                Known::Abroad,
                gist.titles().chain(gist.texts(Role::Venue)).any(is_host_abroad)
                    || !is(title, Party::Delegation) && is_of_travel(gist.vocab, context),
            ),
            (Known::Foreign, texts().any(names_foreign_side) || is(title, Party::Mission)),
            (Known::Inbound, is(title, Party::Delegation)),
            (Known::Letter, gist.is_of_letter),
            (Known::Outward, gist.titles().any(goes_out)),
        ];
        let is_beyond_letter = gist.is_beyond_letter;
        Self {
            is_beyond_letter,
            hold: conditions.into_iter().filter(|(_, holds)| *holds).map(|(known, _)| known).collect(),
        }
    }
}

/// True if the headings above say that it is a list of travels abroad.
fn is_of_travel(vocab: Vocab, context: &Context) -> bool {
    let hints = context.period.iter().chain(&context.department).map(|hint| hint.text.as_str());
    context.sections.iter().map(String::as_str).chain(hints).any(|heading| {
        let scan = vocab.scan(heading);
        scan.hits(&vocab.words.kinds).iter().any(|hit| {
            let rule = &vocab.words.kinds[hit];
            rule.kind == Kind::OutboundVisit && rule.tier == Tier::Strong && rule.certain
        })
    })
}

/// True if the city's own people go to a foreign side: they, or nobody, stand before the word for going, it behind.
fn goes_out(part: &Part) -> bool {
    let actors = part.actors();
    let named = |look: Look| actors.iter().any(|actor| actor.look == look);
    // Nobody is named before the word for going, and a foreign side right behind it.
    let opens = |word: &&str| part.text.starts_with(*word).then(|| part.actor_at(word.len())).flatten();
    let to = part.vocab.grammar.going.iter().find_map(opens);
    if to.is_some_and(|to| to.look == Look::Known) && !named(Look::Home) {
        return true;
    }
    if !named(Look::Home) || !named(Look::Known) {
        return false;
    }
    part.vocab.grammar.going.iter().flat_map(|word| part.text.match_indices(word)).any(|(at, word)| {
        let (mut before, mut behind) = (at == 0, false);
        for actor in actors {
            before |= actor.range.end <= at && actor.look == Look::Home;
            behind |= actor.range.start >= at + word.len() && actor.look == Look::Known;
        }
        let home = actors.iter().any(|actor| actor.range.start >= at && actor.look == Look::Home);
        let guest = actors.iter().any(|actor| actor.range.end <= at && actor.look == Look::Known);
        before && behind && !home && !guest
    })
}

/// True if a foreign side stands in a text, listed or not.
fn names_foreign_side(part: &Part) -> bool {
    let side =
        |actor: &Actor| actor.is_side() && actor.looks_foreign() && actor.what != What::Body(Sort::Event);
    part.names.iter().any(|m| m.is_foreign) || part.actors().iter().any(side)
}

/// True if the text names a place abroad where something happens.
fn is_host_abroad(part: &Part) -> bool {
    let place = |name| matches!(name, Name::City(_) | Name::Country(_));
    part.names.iter().any(|m| m.is_foreign && m.sense == Sense::Host && place(m.name))
}
