//! International organisations, networks and agencies, by their canonical names; unknown bodies as reported.

use super::bodies::{is_in_longer, unknown};
use super::gist::{Gist, Mention, Part};
use crate::model::{Confidence, Datum, Doubt, Kind, Reading};
use crate::thai::is_letter;
use crate::vocab::Vocab;
use crate::vocab::gazetteer::{BodyKind, Name};
use std::collections::BTreeSet;

/// A general name beside that of a special body of its is not counted again: UN beside UNICEF.
fn without_general(vocab: Vocab, names: &mut BTreeSet<String>) {
    for general in &vocab.grammar.general_bodies {
        if names.iter().any(|name| name.len() > general.len() && name.starts_with(general)) {
            names.remove(*general);
        }
    }
}

/// True for a general name that only says of what sort a body or thing is: a council, an envoy, a plan of ASEAN.
fn tells_the_sort(part: &Part, mention: &Mention) -> bool {
    let before = part.slice(0, mention.start);
    let words = &part.vocab.grammar;
    let follows = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let introduced = [&words.partner, &words.of, &words.introducers].iter().any(|words| follows(words))
        && !follows(&words.envoy)
        && !follows(&words.place_words);
    let goes_on = part.slice(mention.end, part.text.len()).strip_prefix(' ');
    let longer = goes_on.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_uppercase()));
    before.ends_with(is_letter) && !introduced || longer
}

/// The organisations, as sorted names.
pub fn organisations(gist: &Gist, kind: Kind) -> Reading<Vec<String>> {
    let mut names = BTreeSet::new();
    let mut raw = Vec::new();
    let mut doubts = Vec::new();
    for part in gist.counterparts().chain(gist.titles()) {
        for mention in &part.names {
            let Name::Organisation(at) = mention.name else { continue };
            let written = part.text.get(mention.start..mention.end).unwrap_or_default().to_owned();
            let organisation = gist.vocab.names.organisation(at);
            if organisation.kind == BodyKind::Unnamed || is_in_longer(part, mention) {
                continue;
            }
            let name = organisation.name;
            if gist.vocab.grammar.general_bodies.contains(&name) && tells_the_sort(part, mention) {
                continue;
            }
            if mention.misspelt {
                let taken = Datum::Names(vec![name.to_owned()]);
                doubts.push(Doubt::SpellingMatched { written: written.clone(), taken });
            }
            if names.insert(name.to_owned()) {
                raw.push(written);
            }
        }
    }
    without_general(gist.vocab, &mut names);
    let known = !names.is_empty();
    for body in unknown(gist).into_iter().filter(|_| kind != Kind::SupportService) {
        let written = body.name.clone();
        // What leaves no doubt is asked about all the same, so that the lists can grow.
        let plain = body.written_out || body.private;
        doubts.push(if plain { Doubt::NewBody { written } } else { Doubt::UnknownBody { written } });
        // The contract names companies, schools and associations only where they are listed.
        if !body.private && names.insert(body.name.clone()) {
            raw.push(body.name);
        }
    }
    let confidence = match (known, names.is_empty()) {
        (true, _) => Confidence::Certain,
        (false, false) => Confidence::Guess,
        (false, true) => Confidence::Missing,
    };
    Reading { value: names.into_iter().collect(), raw: raw.join("; "), confidence, doubts }
}
