//! Titles as they are printed: in Thai the Thai half of a bilingual one, in English its own English half, or one made of what
//! was understood.

use super::{Lang, codes, names};
use crate::model::{Engagement, Kind, Rank};
use crate::thai;
use crate::vocab::Vocab;

/// Letters that an English half has at least.
const FEWEST: usize = 12;
/// Between the halves of a bilingual title.
const BETWEEN: [&str; 3] = [" / ", "\n", " | "];

/// The title of an engagement as it is printed in a language.
pub fn title(vocab: Vocab, lang: Lang, e: &Engagement) -> String {
    let title = &e.title.value;
    let halves = halves(title);
    match lang {
        Lang::Th => halves.map_or(title.as_str(), |(thai, _)| thai).to_owned(),
        Lang::En => match halves {
            Some((_, english)) => english.to_owned(),
            None if !has_thai(title) => title.clone(),
            None => made(vocab, e),
        },
    }
}

/// The same over the wording that was reported, where that is another.
pub fn over_reported(vocab: Vocab, lang: Lang, e: &Engagement) -> String {
    let shown = title(vocab, lang, e);
    let other = lang == Lang::En && has_thai(&e.title.value);
    if other { format!("{shown}\n{}", e.title.value) } else { shown }
}

/// The Thai and the English half of a title that has both.
fn halves(title: &str) -> Option<(&str, &str)> {
    BETWEEN.iter().find_map(|between| {
        let (one, other) = title.split_once(between)?;
        let (one, other) = (one.trim(), other.trim());
        let english =
            |text: &str| !has_thai(text) && text.chars().filter(|c| c.is_alphabetic()).count() >= FEWEST;
        match (has_thai(one), has_thai(other)) {
            (true, false) if english(other) => Some((one, other)),
            (false, true) if english(one) => Some((other, one)),
            _ => None,
        }
    })
}

fn has_thai(text: &str) -> bool {
    text.chars().any(thai::is_thai)
}

/// What was done with whom: `Courtesy call: Ambassador of Poland`.
fn made(vocab: Vocab, e: &Engagement) -> String {
    let kind = codes::kind(Lang::En, e.kind.value);
    let side = if e.kind.value == Kind::SupportService { served(vocab, e) } else { None };
    let side = side.or_else(|| foreign_side(vocab, e));
    side.map_or_else(|| kind.to_owned(), |side| format!("{kind}: {side}"))
}

fn served(vocab: Vocab, e: &Engagement) -> Option<String> {
    let code = e.supported_department.value.as_ref().filter(|code| !code.is_empty())?;
    Some(format!("for {}", names::department(vocab, Lang::En, code)))
}

/// The foreign side: who, by rank, of which countries, cities or organisations.
fn foreign_side(vocab: Vocab, e: &Engagement) -> Option<String> {
    let countries: Vec<String> =
        e.countries.value.iter().map(|code| names::country(vocab, Lang::En, code)).collect();
    let cities = || e.cities.value.clone();
    let organisations = || e.organisations.value.clone();
    let of = match (e.organisations.value.is_empty(), e.cities.value.is_empty()) {
        (false, _) => organisations(),
        (true, false) if !matches!(e.counterpart_rank.value, Some(Rank::Ambassador | Rank::Charge)) => {
            cities()
        }
        (true, _) => countries,
    };
    let of = (!of.is_empty()).then(|| of.join(", "));
    // Who signs and who comes as a delegation is told by what they are of.
    let plain = |rank: &Rank| matches!(rank, Rank::Other | Rank::Business | Rank::Delegation);
    let rank = e.counterpart_rank.value.filter(|rank| !plain(rank) && e.kind.value != Kind::Agreement);
    match (rank, of) {
        (Some(rank), Some(of)) => Some(format!("{} of {of}", codes::rank(Lang::En, rank))),
        (Some(rank), None) => Some(codes::rank(Lang::En, rank).to_owned()),
        (None, of) => of,
    }
}
