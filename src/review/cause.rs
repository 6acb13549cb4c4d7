//! Doubts that have one cause in many rows: a word read as another, a report's year, a wording that tells no value. They
//! are asked once, and the answer holds for every row that has the cause, now and in later reports.

use super::apply::RULE;
use super::typed;
use crate::model::{DataType, Datum, Decision, Doubt, Engagement, Key, Period, Ruling, Understood};
use crate::thai::fold;
use jiff::civil::Date;

/// What stands between the parts of a cause.
const BETWEEN: &str = " | ";

/// The cause of the only doubt about a field, where other rows can have the same one.
pub fn of(e: &Engagement, key: Key) -> Option<String> {
    let file = || e.place.file.clone();
    let parts: Vec<String> = match only_doubt(e, key)? {
        Doubt::SpellingMatched { written, taken } => vec!["name".to_owned(), fold(written), taken.written()],
        Doubt::NotRecognised { written } => vec!["unknown".to_owned(), fold(written)],
        Doubt::WordingContradicts { written } => vec!["wording".to_owned(), fold(written)],
        Doubt::DefaultTaken => {
            vec!["default".to_owned(), fold(&e.title.value), typed::current(e, key)]
        }
        Doubt::YearFromPeriod { year } => vec!["year".to_owned(), year.to_string(), file()],
        Doubt::YearMistyped { written, taken } => {
            vec!["year".to_owned(), written.to_string(), taken.to_string(), file()]
        }
        Doubt::OutsidePeriod { period, .. } => vec!["period".to_owned(), period.to_string(), file()],
        Doubt::ReadingUnsure => {
            vec!["reading".to_owned(), file(), e.place.spot.sheet().unwrap_or_default().to_owned()]
        }
        // Each of these is about its own row.
        Doubt::YearAmbiguous { .. }
        | Doubt::DayMonthAmbiguous { .. }
        | Doubt::WeekdayContradicts { .. }
        | Doubt::Approximate { .. }
        | Doubt::ImpossibleDate { .. }
        | Doubt::DateNotUnderstood { .. }
        | Doubt::DateMissing
        | Doubt::UnknownBody { .. }
        | Doubt::NewBody { .. }
        | Doubt::HeldAhead { .. }
        | Doubt::InternationalUnsure { .. }
        | Doubt::NumberNotUnderstood { .. }
        | Doubt::TextDamaged { .. }
        | Doubt::RecognisedUnsure { .. }
        | Doubt::CellCut
        | Doubt::CellNote { .. }
        | Doubt::StruckThrough { .. }
        | Doubt::ReportsDisagree { .. }
        | Doubt::MergeUnsure { .. } => return None,
    };
    Some(parts.join(BETWEEN))
}

/// The cause for which a row was set aside: its wording.
pub fn of_aside(understood: &Understood) -> String {
    ["aside", &fold(&understood.engagement.title.value)].join(BETWEEN)
}

fn only_doubt(e: &Engagement, key: Key) -> Option<&Doubt> {
    let mut doubts = e.doubts().into_iter().filter(|(at, _)| *at == key).map(|(_, doubt)| doubt);
    doubts.next().filter(|_| doubts.next().is_none())
}

/// The value that is in doubt: of a list only what the doubted word was taken for.
pub fn value(e: &Engagement, key: Key) -> Option<Datum> {
    match only_doubt(e, key) {
        Some(Doubt::SpellingMatched { taken, .. }) if is_list(key) => Some(taken.clone()),
        Some(Doubt::NotRecognised { .. }) if is_list(key) => None,
        _ => e.datum(key),
    }
}

fn is_list(key: Key) -> bool {
    matches!(key.data_type(), Some(DataType::Countries | DataType::Names | DataType::Departments))
}

/// Puts what was decided of a cause into a field that has it; false if it has not, or the value does not fit.
pub fn settled(e: &mut Engagement, key: Key, decision: &Decision) -> bool {
    if of(e, key).as_deref() != Some(&decision.cause) {
        return false;
    }
    let raw = format!("{RULE}: {}", decision.question);
    if decision.ruling != Ruling::Value {
        typed::confirm(e, key, &raw);
        return true;
    }
    let year = decision.value.parse::<i16>().ok();
    let of_list = match only_doubt(e, key) {
        Some(Doubt::SpellingMatched { taken, .. }) if is_list(key) => {
            e.datum(key).map(|all| all.without(taken))
        }
        Some(Doubt::NotRecognised { .. }) if is_list(key) => e.datum(key),
        Some(Doubt::YearFromPeriod { .. } | Doubt::YearMistyped { .. } | Doubt::OutsidePeriod { .. })
            if year.is_some() =>
        {
            let moved = year.and_then(|year| in_year(e.period.value, year));
            let Some(moved) = moved else { return false };
            e.period.value = moved;
            typed::confirm(e, key, &raw);
            return true;
        }
        _ => None,
    };
    let decided = key.data_type().and_then(|data_type| Datum::of(data_type, &decision.value));
    let value = match (of_list, decided) {
        (Some(kept), Some(decided)) => kept.with(decided).written(),
        _ => decision.value.clone(),
    };
    typed::set(e, key, &value, &raw)
}

/// The same days in another year.
fn in_year(period: Period, year: i16) -> Option<Period> {
    let by = year - period.start.or(period.end)?.year();
    let moved = |day: Option<Date>| match day {
        Some(day) => day.with().year(day.year() + by).build().map(Some),
        None => Ok(None),
    };
    Some(Period { start: moved(period.start).ok()?, end: moved(period.end).ok()?, ..period })
}
