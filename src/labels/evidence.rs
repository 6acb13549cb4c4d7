//! Words of what speaks for and against two reports being one engagement.

use super::{Lang, calendar, codes, pick};
use crate::model::{Engagement, Evidence, Key};

/// The fields that speak for and those that speak against, strongest first, in one sentence.
#[must_use]
pub fn sentence(lang: Lang, evidence: &[Evidence]) -> String {
    let (for_it, against) = (fields(lang, evidence, 1), fields(lang, evidence, -1));
    let mut parts = Vec::new();
    if !for_it.is_empty() {
        parts.push(pick(lang, format!("ตรงกัน: {for_it}"), format!("for: {for_it}")));
    }
    if !against.is_empty() {
        parts.push(pick(lang, format!("ไม่ตรงกัน: {against}"), format!("against: {against}")));
    }
    parts.join(pick(lang, " / ", "; "))
}

/// Names of the fields whose weights over all pairs come to this sign, strongest first.
fn fields(lang: Lang, evidence: &[Evidence], sign: i32) -> String {
    let mut sums: Vec<(&str, i32)> = Vec::new();
    for one in evidence {
        let name = field(lang, one.key);
        match sums.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += one.weight,
            None => sums.push((name, one.weight)),
        }
    }
    sums.retain(|(_, sum)| sum.signum() == sign);
    sums.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.abs()));
    sums.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

/// A field as it was compared.
#[must_use]
pub fn field(lang: Lang, key: Key) -> &'static str {
    match key {
        Key::Title => pick(lang, "เนื้อหา", "matter"),
        Key::Sources => pick(lang, "หน่วยงานและแฟ้มที่รายงาน", "reporting department and file"),
        Key::Start
        | Key::End
        | Key::Status
        | Key::Kind
        | Key::Expires
        | Key::Group
        | Key::Countries
        | Key::Cities
        | Key::Organisations
        | Key::Themes
        | Key::Policies
        | Key::Sdgs
        | Key::Departments
        | Key::SupportedDepartment
        | Key::Counterpart
        | Key::CounterpartRank
        | Key::Lead
        | Key::Venue
        | Key::Mode
        | Key::Participants
        | Key::Budget
        | Key::Outcome
        | Key::Obstacles
        | Key::NextSteps
        | Key::Contact => codes::key(lang, key),
    }
}

/// A pair that was not put together: the other entry, and the evidence.
#[must_use]
pub fn in_doubt(lang: Lang, other: &Engagement, evidence: &[Evidence]) -> String {
    let title = &other.title.value;
    let days = match calendar::days(lang, other.period.value.start, other.period.value.end) {
        days if days.is_empty() => days,
        days => format!(" ({days})"),
    };
    let evidence = sentence(lang, evidence);
    pick(
        lang,
        format!("อาจเป็นกิจกรรมเดียวกับ “{title}”{days} {evidence}"),
        format!("May be one with “{title}”{days}; {evidence}"),
    )
}
