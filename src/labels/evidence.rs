//! Words of what speaks for and against two reports being one engagement.

use super::{Lang, calendar, levels, pick};
use crate::model::{Engagement, Evidence};

/// What speaks for and what speaks against, strongest first, in one sentence.
pub fn sentence(lang: Lang, evidence: &[Evidence]) -> String {
    let (for_it, against) = (observed(lang, evidence, 1), observed(lang, evidence, -1));
    let mut parts = Vec::new();
    if !for_it.is_empty() {
        parts.push(pick(lang, format!("ตรงกัน: {for_it}"), format!("for: {for_it}")));
    }
    if !against.is_empty() {
        parts.push(pick(lang, format!("ไม่ตรงกัน: {against}"), format!("against: {against}")));
    }
    parts.join(pick(lang, " / ", "; "))
}

/// What was observed with this sign over all pairs, strongest first.
fn observed(lang: Lang, evidence: &[Evidence], sign: i32) -> String {
    let mut sums: Vec<(&str, i32)> = Vec::new();
    for one in evidence.iter().filter(|one| one.weight.signum() == sign) {
        let words = levels::level(lang, one.level);
        match sums.iter_mut().find(|(known, _)| *known == words) {
            Some((_, sum)) => *sum += one.weight,
            None => sums.push((words, one.weight)),
        }
    }
    sums.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.abs()));
    sums.iter().map(|(words, _)| *words).collect::<Vec<_>>().join(", ")
}

/// A pair that was not put together: the other entry, and the evidence.
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
