//! Cells that hold more than one thing: two fields under one heading, or several engagements, numbered.

use super::flow::Piece;
use super::phrases;
use crate::dates::dated;
use crate::model::{Role, Written};
use crate::thai::numbering::{self, Opening};
use crate::vocab::Vocab;
use crate::vocab::anchors::Anchor;

/// An item of a list is longer, in characters.
const ITEM: usize = 8;
/// A line that is a title by itself is longer, in characters: a shorter one may be a label.
const TITLE: usize = 16;

/// The text of a cell under the roles of its column.
pub fn shared(vocab: Vocab, roles: &[Role], pieces: &[Piece], whole: Written) -> Vec<(Role, Written)> {
    match roles {
        [first, second] if *first == Role::Date || *second == Role::Date => {
            let other = if *first == Role::Date { *second } else { *first };
            dated_and(vocab, other, pieces, whole)
        }
        [Role::Activity, second] => {
            let second = *second;
            let mut found = phrases::understand(vocab, &whole.text);
            let allowed = [Role::Activity, second, Role::Venue, Role::NextSteps];
            found.retain(|(role, _)| allowed.contains(role));
            if !found.iter().any(|(role, _)| *role == second)
                && let Some(parted) = by_lines(second, pieces, &whole)
            {
                return parted;
            }
            if found.is_empty() {
                return vec![(Role::Activity, whole)];
            }
            found.into_iter().map(|(role, text)| (role, Written { text, ..whole.clone() })).collect()
        }
        [Role::Activity] => titled(vocab, whole),
        roles => roles.iter().map(|role| (*role, whole.clone())).collect(),
    }
}

/// A cell under a heading for two fields in which lines were typed: the first says what was done, the others the rest.
fn by_lines(second: Role, pieces: &[Piece], whole: &Written) -> Option<Vec<(Role, Written)>> {
    let typed = pieces.iter().flat_map(|piece| piece.text.split('\n')).map(str::trim);
    let lines: Vec<&str> = typed.filter(|line| !line.is_empty()).collect();
    let (title, rest) = lines.split_first()?;
    let alone = title.chars().count() > TITLE && !rest.is_empty() && several_days(&lines) < 2;
    alone.then(|| {
        let written = |text: String| Written { text, value: None, ..whole.clone() };
        let rest = crate::thai::one_line(&rest.join(" "));
        vec![(Role::Activity, written((*title).to_owned())), (second, written(rest))]
    })
}

/// How many lines name a day: several are several engagements.
fn several_days(lines: &[&str]) -> usize {
    lines.iter().filter(|line| dated::day(line).is_some()).count()
}

/// A title cell: without the number or bullet that opens it, and with its date apart if it begins with one.
fn titled(vocab: Vocab, whole: Written) -> Vec<(Role, Written)> {
    let fields = if phrases::begins_with_date(vocab, &whole.text) {
        phrases::understand(vocab, &whole.text)
    } else {
        Vec::new()
    };
    if !fields.is_empty() {
        return fields
            .into_iter()
            .map(|(role, text)| (role, Written { text, value: None, ..whole.clone() }))
            .collect();
    }
    let text = match numbering::opening(&whole.text) {
        Some((_, rest)) if rest.chars().next().is_some_and(char::is_alphabetic) => rest.to_owned(),
        Some(_) | None => whole.text.clone(),
    };
    vec![(Role::Activity, Written { text, ..whole })]
}

/// A date and something else in one cell: the words of the date, and the rest.
fn dated_and(vocab: Vocab, other: Role, pieces: &[Piece], whole: Written) -> Vec<(Role, Written)> {
    let raw: Vec<&str> = pieces.iter().flat_map(|p| p.text.split('\n')).map(str::trim).collect();
    let text = &whole.text;
    let Some(date) = dated::day(text) else {
        let lines = raw.iter().filter(|l| !l.is_empty()).count();
        if lines < 2 {
            return vec![(Role::Date, whole)];
        }
        let date = Written { text: raw[0].to_owned(), ..whole.clone() };
        let rest = Written { text: crate::thai::one_line(&raw[1..].join("\n")), ..whole };
        return vec![(Role::Date, date), (other, rest)];
    };
    let before = text[..date.start].trim_matches(is_seam);
    let mut after = text[date.end..].trim_matches(is_seam);
    let mut fields = vec![(Role::Date, Written { text: text[date.clone()].to_owned(), ..whole.clone() })];
    if let Some(time) = dated::time(after).filter(|t| t.start < 12) {
        fields.push((
            Role::Time,
            Written { text: after[time.clone()].to_owned(), value: None, ..whole.clone() },
        ));
        after = after[time.end..].trim_matches(is_seam);
    }
    if let Some(length) = vocab.anchors.opens(after, Anchor::Venue) {
        after = after[length..].trim_matches(is_seam);
    }
    let rest = if before.chars().count() > after.chars().count() { before } else { after };
    if rest.chars().any(char::is_alphanumeric) {
        fields.push((other, Written { text: rest.to_owned(), value: None, ..whole }));
    }
    fields
}

fn is_seam(c: char) -> bool {
    c.is_whitespace() || matches!(c, '/' | ',' | ':' | '-' | '–' | '(' | ')')
}

/// The text before a numbered list, and its items without their numbers; `None` if there is no list of at least two.
pub fn items(text: &str) -> Option<(String, Vec<String>)> {
    Some(numbered(text)).filter(|(_, items)| items.len() >= 2)
}

/// The text before a numbered list, and its items without their numbers, however few.
pub fn numbered(text: &str) -> (String, Vec<String>) {
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut expected = 1;
    let mut boundary = true;
    for (at, c) in text.char_indices() {
        if boundary
            && !c.is_whitespace()
            && let Some((Opening::Number(parts), rest)) = numbering::opening(&text[at..])
            && parts == [expected]
        {
            cuts.push((at, text.len() - rest.len()));
            expected += 1;
        }
        boundary = c.is_whitespace();
    }
    let items = cuts
        .iter()
        .enumerate()
        .map(|(n, (_, from))| {
            let to = cuts.get(n + 1).map_or(text.len(), |next| next.0);
            crate::thai::one_line(&text[*from..to])
        })
        .collect();
    let lead = cuts.first().map_or(text.len(), |first| first.0);
    (crate::thai::one_line(&text[..lead]), items)
}

/// The engagements that one cell lists, or `None` if it holds one. Points of a single activity are not engagements:
/// a list counts if nothing stands before it and most of its items begin like an activity or name a day.
pub fn several(vocab: Vocab, text: &str) -> Option<Vec<String>> {
    let (lead, items) = items(text).or_else(|| bulleted(text))?;
    let activity = |item: &&String| {
        vocab.anchors.opens(item, Anchor::Begins).is_some() || dated::day(item).is_some_and(|r| r.start < 40)
    };
    let long = items.iter().all(|item| item.chars().count() >= ITEM);
    let like = items.iter().filter(activity).count();
    let dated = items.iter().filter(|item| dated::day(item).is_some()).count();
    let listed = if lead.is_empty() { like * 2 > items.len() } else { dated == items.len() };
    (long && listed).then_some(items)
}

/// Lines that each begin with a bullet.
fn bulleted(text: &str) -> Option<(String, Vec<String>)> {
    let mut items: Vec<String> = Vec::new();
    for line in text.split('\n').map(str::trim).filter(|l| !l.is_empty()) {
        match numbering::opening(line) {
            Some((Opening::Bullet, rest)) => items.push(rest.to_owned()),
            Some(_) | None => items.last_mut()?.push_str(line),
        }
    }
    (items.len() >= 2).then_some((String::new(), items))
}

/// The part of another cell that belongs to item `n` of `count`: its numbered item or its line, else all of it.
pub fn nth(text: &str, n: usize, count: usize) -> String {
    if let Some((lead, items)) = items(text)
        && lead.is_empty()
        && items.len() == count
    {
        return items[n].clone();
    }
    let lines: Vec<&str> = text.split('\n').map(str::trim).filter(|l| !l.is_empty()).collect();
    if lines.len() == count {
        return lines[n].to_owned();
    }
    match days(text) {
        Some(days) if days.len() == count => days[n].to_owned(),
        Some(_) | None => crate::thai::one_line(text),
    }
}

/// The dates of a text that is nothing but dates side by side, whose line breaks a PDF may have lost.
fn days(text: &str) -> Option<Vec<&str>> {
    let mut days = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let day = dated::day(rest).filter(|day| day.start == 0)?;
        days.push(&rest[day.clone()]);
        rest = rest[day.end..].trim_start();
    }
    Some(days)
}
