//! What was put at a record's cells beside their text: notes on cells and words that are struck through. Nothing is
//! taken from them; the field that they speak of is doubted in their words.

use crate::dates::dated;
use crate::model::{CellFlaw, Doubt, Engagement, Mark, Record, Role, Status};
use crate::vocab::Vocab;

/// Doubts what the marks of a record speak of.
pub fn doubt(vocab: Vocab, engagement: &mut Engagement, record: &Record) {
    doubt_unsure(engagement, record);
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

/// Doubts what was read from text that was recognised in a picture and not for certain. What is known by its name is
/// right where the name is.
fn doubt_unsure(engagement: &mut Engagement, record: &Record) {
    let unsure = |role: Role| {
        let texts = record.fields.get(&role).into_iter().flatten();
        texts.filter(|written| written.flaw == Some(CellFlaw::Unsure)).map(|written| &written.text)
    };
    let doubts = |roles: &[Role]| -> Vec<Doubt> {
        let texts = roles.iter().flat_map(|role| unsure(*role));
        texts.map(|text| Doubt::RecognisedUnsure { written: text.clone() }).collect()
    };
    let activity = doubts(&[Role::Activity]);
    // A day that the activity's own text tells is as unsure as that text.
    if engagement.period.raw.chars().any(char::is_numeric) {
        let raw = &engagement.period.raw;
        let told = unsure(Role::Activity).any(|text| text.contains(raw.as_str()));
        for doubt in activity.iter().filter(|_| told) {
            add(&mut engagement.period.doubts, doubt);
        }
    }
    let of = |reading: &mut Vec<Doubt>, roles: &[Role]| {
        for doubt in doubts(roles) {
            add(reading, &doubt);
        }
    };
    of(&mut engagement.period.doubts, &[Role::Date, Role::DateEnd]);
    of(&mut engagement.counterpart.doubts, &[Role::Counterpart]);
    of(&mut engagement.venue.doubts, &[Role::Venue]);
    of(&mut engagement.participants.doubts, &[Role::Participants]);
    of(&mut engagement.budget_thb.doubts, &[Role::Budget]);
    of(&mut engagement.outcome.doubts, &[Role::Outcome]);
    of(&mut engagement.next_steps.doubts, &[Role::NextSteps]);
    for doubt in &activity {
        add(&mut engagement.title.doubts, doubt);
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
