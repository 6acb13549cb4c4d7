//! What was put at a record's cells beside their text: notes on cells and words that are struck through. Nothing is
//! taken from them; the field that they speak of is doubted in their words.

use crate::dates::dated;
use crate::model::{Doubt, Engagement, Mark, Record, Role, Status};
use crate::vocab::Vocab;

/// Doubts what the marks of a record speak of.
pub fn doubt(vocab: Vocab, engagement: &mut Engagement, record: &Record) {
    for mark in &record.marks {
        match mark {
            Mark::Note { place, text } => {
                let doubt = Doubt::CellNote { place: place.clone(), written: text.clone() };
                let (status, day) = (names_status(vocab, text), dated::day(text).is_some());
                if status {
                    add(&mut engagement.status.doubts, &doubt);
                }
                if day {
                    add(&mut engagement.period.doubts, &doubt);
                }
                if !status && !day {
                    add(&mut engagement.title.doubts, &doubt);
                }
            }
            Mark::Struck { place, text, whole } => {
                let doubt = Doubt::StruckThrough { place: place.clone(), written: text.clone() };
                let of_date = [Role::Date, Role::DateEnd].iter().any(|role| {
                    record.fields.get(role).into_iter().flatten().any(|written| written.place == *place)
                });
                if *whole && is_off(engagement) {
                    // The report says in words what the line through it says.
                } else if *whole {
                    add(&mut engagement.status.doubts, &doubt);
                } else if of_date {
                    add(&mut engagement.period.doubts, &doubt);
                } else {
                    add(&mut engagement.title.doubts, &doubt);
                }
            }
        }
    }
}

/// The report says that the engagement was called off or put off.
fn is_off(engagement: &Engagement) -> bool {
    matches!(engagement.status.value, Status::Cancelled | Status::Postponed)
}

fn add(doubts: &mut Vec<Doubt>, doubt: &Doubt) {
    if !doubts.contains(doubt) {
        doubts.push(doubt.clone());
    }
}

/// True if words say that something was called off, put off or is still to come.
fn names_status(vocab: Vocab, text: &str) -> bool {
    let scan = vocab.scan(text);
    scan.hits(&vocab.words.statuses)
        .iter()
        .any(|hit| vocab.words.statuses[hit].0.is_some_and(|status| status != Status::Held))
}
