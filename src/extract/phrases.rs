//! Fields in running text, found by anchor phrases: date, who, where, with what result.

use crate::dates::dated;
use crate::model::Role;
use crate::thai::{self, numbering};
use crate::vocab::Vocab;
use crate::vocab::amounts::Meaning;
use crate::vocab::anchors::Anchor;
use crate::vocab::memo::VocabMemo;
use crate::vocab::wording::Wording;
use std::ops::Range;

/// Digits of a year.
const YEAR: usize = 4;
/// The activity's own wording is longer than this, in characters.
const TITLE: usize = 10;
/// A sum of money is no longer, in characters.
const SUM: usize = 30;
/// A name and rank before a verb is no longer, in characters.
const PERSON: usize = 160;

/// The fields of one activity in prose; the activity's own wording is the first. Empty if there is none.
pub fn understand(vocab: Vocab, text: &str) -> Vec<(Role, String)> {
    thread_local! { static KNOWN: VocabMemo<Vec<(Role, String)>> = VocabMemo::default(); }
    KNOWN.with(|known| known.of(vocab.id(), text, || told(vocab, text)))
}

fn told(vocab: Vocab, text: &str) -> Vec<(Role, String)> {
    let (mut fields, rest) = opening(vocab, text);
    let cuts = cuts(vocab, rest, fields.iter().any(|(role, _)| *role == Role::Date));
    let title_end = cuts.iter().find(|cut| !cut.inside).map_or(rest.len(), |cut| cut.range.start);
    let head = ended(&rest[..title_end]);
    if head.chars().filter(|c| c.is_alphabetic()).nth(2).is_none() {
        return Vec::new();
    }
    let mut title = head.to_owned();
    for (n, cut) in cuts.iter().enumerate() {
        let end = cuts.get(n + 1).map_or(rest.len(), |next| next.range.start);
        let words = ended(&rest[cut.range.end..end]);
        let later = match cut.role {
            Role::Date => {
                fields.push((Role::Date, rest[cut.range.clone()].to_owned()));
                after_time(words, &mut fields)
            }
            Role::Venue => {
                let (place, purpose) = without_purpose(vocab, words);
                fields.push((Role::Venue, place.to_owned()));
                purpose
            }
            Role::Attendees => {
                attendance(vocab, words, &mut fields);
                ""
            }
            role => {
                fields.push((role, words.to_owned()));
                ""
            }
        };
        // What the activity was for belongs to its wording, wherever it stands.
        if !cut.inside && !later.is_empty() {
            title.push(' ');
            title.push_str(later);
        }
    }
    let mut out = vec![(Role::Activity, title)];
    let fields = fields.into_iter().filter(|(_, text)| !text.is_empty());
    for (role, text) in sides(vocab, head).into_iter().chain(fields) {
        if matches!(role, Role::Venue | Role::Lead | Role::Counterpart) {
            let (name, count) = without_count(vocab, without_day(&text));
            out.push((role, name.to_owned()));
            out.extend(count.map(|count| (Role::Attendees, count.to_owned())));
        } else {
            out.push((role, text));
        }
    }
    out
}

/// The name of a place or of people, and the number of people that is told behind it.
fn without_count(vocab: Vocab, text: &str) -> (&str, Option<&str>) {
    let counts = |at: &usize| {
        let rest = &text[*at..];
        let Some((word, Meaning::Count)) = vocab.amounts.at(rest) else { return false };
        let number = rest[word.len()..].trim_start();
        let unit = number.trim_start_matches(|c: char| thai::is_digit(c) || c == ',');
        unit.len() < number.len() && matches!(vocab.amounts.at(unit.trim_start()), Some((_, Meaning::Person)))
    };
    match boundaries(text).map(|(at, _)| at).filter(|at| *at > 0).find(counts) {
        Some(at) => (ended(&text[..at]), Some(&text[at..])),
        None => (text, None),
    }
}

/// The name of a place or person without the day in brackets behind it.
fn without_day(text: &str) -> &str {
    let bracket = text.strip_suffix(')').and_then(|open| open.rsplit_once('('));
    let dated = |inner: &str| {
        let named = dated::day(inner)
            .is_some_and(|day| inner[..day.start].trim().is_empty() && inner[day.end..].trim().is_empty());
        named || dated::is_days(inner)
    };
    let day = bracket.filter(|(before, inner)| !before.trim().is_empty() && dated(inner));
    day.map_or(text, |(before, _)| before.trim_end())
}

/// The text without the punctuation that ends it. The dot of an abbreviation stays.
fn ended(text: &str) -> &str {
    let text = text.trim().trim_matches([',', ':', ';']).trim();
    let sentence =
        text.strip_suffix('.').filter(|t| !t.contains('.') && t.ends_with(|c: char| c.is_ascii_alphabetic()));
    sentence.unwrap_or(text)
}

/// What stands behind a time of day, which becomes a field.
fn after_time<'a>(words: &'a str, fields: &mut Vec<(Role, String)>) -> &'a str {
    match dated::time(words).filter(|range| range.start == 0) {
        Some(range) => {
            fields.push((Role::Time, words[range.clone()].to_owned()));
            ended(&words[range.end..])
        }
        None => words,
    }
}

/// A place, and the purpose that is named behind it.
fn without_purpose(vocab: Vocab, words: &str) -> (&str, &str) {
    let at = boundaries(words)
        .map(|(at, _)| at)
        .find(|at| *at > 0 && vocab.anchors.opens(&words[*at..], Anchor::Purpose).is_some());
    match at {
        Some(at) => (ended(&words[..at]), ended(&words[at..])),
        None => (words, ""),
    }
}

/// Number, date and time that open an item, and the text after them.
pub fn opening(vocab: Vocab, text: &str) -> (Vec<(Role, String)>, &str) {
    opened(vocab, text, true)
}

/// `head` says that the text is an item's own beginning, where words such as `ใน` and a day without its month are the
/// item's day too; in the middle of a sentence they may belong to what goes before.
fn opened(vocab: Vocab, text: &str, head: bool) -> (Vec<(Role, String)>, &str) {
    let mut rest = text.trim();
    let opening = numbering::opening(rest);
    let timed = || dated::time(dated::head(rest)).is_some_and(|time| time.start == 0);
    if let Some((_, after)) = opening.filter(|_| !timed()) {
        rest = after;
    }
    let mut fields = Vec::new();
    loop {
        let before = rest.len();
        rest = rest.trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, '(' | ')' | ':' | ',' | '-' | '–' | '—' | '[' | ']' | '|')
        });
        let leads = |r: &Range<usize>| {
            let before = &rest[..r.start];
            r.start == 0
                || is_lead(vocab, before, Anchor::Happened)
                || head && is_lead(vocab, before, Anchor::OnDay)
        };
        let mut near = dated::head(rest);
        if let Some(date) =
            dated::day(near).filter(leads).or_else(|| dated::day_number(near).filter(|_| head))
            && !fields.iter().any(|(role, _)| *role == Role::Date)
        {
            fields.push((Role::Date, rest[date.clone()].to_owned()));
            rest = &rest[date.end..];
            near = dated::head(rest);
        } else if head
            && fields.is_empty()
            && let Some(end) = month(vocab, rest)
        {
            fields.push((Role::Date, rest[..end].to_owned()));
            rest = &rest[end..];
            near = dated::head(rest);
        }
        if let Some(time) = dated::time(near).filter(|r| r.start == 0) {
            fields.push((Role::Time, rest[time.clone()].to_owned()));
            rest = &rest[time.end..];
        }
        if rest.len() == before {
            break;
        }
    }
    (fields, rest)
}

/// Where the month ends that opens a text behind the word for it, with its year, and something is told: `ในช่วงต้นเดือน
/// กันยายน 2568 …`.
fn month(vocab: Vocab, text: &str) -> Option<usize> {
    let month = dated::month(dated::head(text))
        .filter(|month| is_lead(vocab, &text[..month.start], Anchor::InMonth))?;
    let behind = text[month.end..].trim_start();
    let rest = behind.trim_start_matches(thai::is_digit);
    let digits = behind.chars().count() - rest.chars().count();
    let rest = if digits == YEAR { rest } else { behind };
    rest.chars().any(char::is_alphabetic).then(|| text.len() - rest.trim_start().len())
}

/// The text is nothing but a phrase of this meaning.
fn is_lead(vocab: Vocab, text: &str, anchor: Anchor) -> bool {
    let text = text.trim_end_matches(['(', '[', ' ']).trim();
    vocab.anchors.opens(text, anchor).is_some_and(|length| length == text.len())
}

struct Cut {
    /// The anchor phrase.
    range: Range<usize>,
    role: Role,
    /// True if the title goes on over it.
    inside: bool,
}

/// Where fields begin in a text, in order.
fn cuts(vocab: Vocab, text: &str, has_date: bool) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    let kinds = [
        (Anchor::Next, Role::NextSteps),
        (Anchor::Obstacle, Role::Obstacles),
        (Anchor::Attendance, Role::Attendees),
        (Anchor::OutcomeSubject, Role::Outcome),
        (Anchor::Outcome, Role::Outcome),
        (Anchor::Budget, Role::Budget),
        (Anchor::VenueKept, Role::Venue),
        (Anchor::Venue, Role::Venue),
    ];
    for (at, _) in boundaries(text) {
        if cuts.last().is_some_and(|cut| at < cut.range.end.max(cut.range.start + 1))
            || text[..at].chars().count() < TITLE
        {
            continue;
        }
        let here = &text[at..];
        if vocab.anchors.opens(here, Anchor::NotVenue).is_some()
            || vocab.anchors.opens(here, Anchor::NotOutcome).is_some()
        {
            continue;
        }
        let found = kinds
            .iter()
            .find_map(|(anchor, role)| Some((vocab.anchors.opens(here, *anchor)?, *role, *anchor)));
        if let Some((length, role, anchor)) = found {
            if allowed(vocab, text, at, length, anchor) {
                let inside = role == Role::Venue && needs_place(vocab, &text[..at]);
                // "ทั้งสองฝ่าย…" is the outcome's own subject; "โดย…" only leads to it.
                let own = matches!(anchor, Anchor::OutcomeSubject | Anchor::VenueKept);
                let length = if own { 0 } else { length };
                cuts.push(Cut { range: at..at + length, role, inside });
            }
        } else if !has_date
            && !cuts.iter().any(|cut| cut.role == Role::Date)
            && let Some(range) = own_date(vocab, here)
        {
            cuts.push(Cut { range: at..at + range.end, role: Role::Date, inside: false });
        }
    }
    cuts
}

/// A date with the words that say that it is the activity's own.
fn own_date(vocab: Vocab, text: &str) -> Option<Range<usize>> {
    let length = vocab.anchors.opens(text, Anchor::Happened)?;
    let date = dated::day(text).filter(|r| r.start <= length + 1)?;
    Some(0..date.end)
}

/// Places where a word may begin: after a blank or a bracket.
fn boundaries(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut before = ' ';
    text.char_indices().filter(move |(_, c)| {
        let boundary = (before.is_whitespace() || matches!(before, ')' | '"' | '”')) && !c.is_whitespace();
        before = *c;
        boundary
    })
}

fn allowed(vocab: Vocab, text: &str, at: usize, length: usize, anchor: Anchor) -> bool {
    let before = text[..at].trim_end();
    let after = &text[at + length..];
    let latin = |text: &str| text.starts_with(|c: char| c.is_ascii_alphanumeric());
    if latin(&text[at..]) && latin(after) {
        return false; // "at" is not the beginning of "attended"
    }
    if anchor == Anchor::Venue {
        let embassy = vocab.anchors.phrases(Anchor::NotVenue).any(|phrase| {
            let (head, tail) = phrase.split_at(phrase.rfind(' ').unwrap_or(0));
            !head.is_empty() && before.ends_with(head) && text[at..].starts_with(tail.trim())
        });
        return !embassy;
    }
    if anchor == Anchor::Budget {
        let unit = vocab.anchors.first(after, Anchor::Money).map(|range| &after[..range.start]);
        return unit.is_some_and(|sum| {
            sum.chars().count() < SUM && sum.chars().any(thai::is_digit) && !sum.contains(char::is_alphabetic)
        });
    }
    // "โดย UNDP" names an agent, not an outcome.
    anchor != Anchor::Outcome || !latin(after.trim_start())
}

/// The words before a venue say too little without it: a journey.
fn needs_place(vocab: Vocab, before: &str) -> bool {
    let before = before.trim_end();
    vocab.anchors.phrases(Anchor::Travels).any(|phrase| before.ends_with(phrase))
}

/// Who took part: the one who presided leads, and a number is that of the participants.
fn attendance(vocab: Vocab, words: &str, fields: &mut Vec<(Role, String)>) {
    let presided = vocab
        .anchors
        .first(words, Anchor::Presides)
        .filter(|r| vocab.anchors.first(&words[..r.start], Anchor::City).is_some());
    if let Some(range) = presided {
        fields.push((Role::Lead, ended(&words[..range.start]).to_owned()));
        return;
    }
    let role = if words.chars().any(thai::is_digit) { Role::Participants } else { Role::Attendees };
    fields.push((role, words.to_owned()));
}

/// The city's side and the foreign side around the verb of a title.
fn sides(vocab: Vocab, title: &str) -> Vec<(Role, String)> {
    let verbs = [Anchor::Receives, Anchor::Calls, Anchor::Leads];
    let verb = verbs
        .iter()
        .filter_map(|anchor| vocab.anchors.first(title, *anchor).map(|range| (range, *anchor)))
        .min_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let Some((range, anchor)) = verb else { return Vec::new() };
    let before = title[..range.start].trim().to_owned();
    let after = until_purpose(vocab, title[range.end..].trim());
    let city = |text: &str| vocab.anchors.first(text, Anchor::City).is_some();
    let named = |text: &str| !text.is_empty() && text.chars().count() <= PERSON;
    // "เข้าเยี่ยมคารวะ" may be said of either side.
    let calls = vocab.anchors.opens(&title[range.start..], Anchor::Calls).is_some();
    let mut fields = Vec::new();
    if city(&before) {
        fields.push((Role::Lead, before));
        if anchor != Anchor::Leads && named(&after) {
            fields.push((Role::Counterpart, after));
        }
    } else if calls && named(&before) {
        fields.push((Role::Counterpart, before));
        if city(&after) {
            fields.push((Role::Lead, after));
        }
    } else if anchor == Anchor::Receives && before.is_empty() && named(&after) {
        fields.push((Role::Counterpart, after));
    }
    fields
}

fn until_purpose(vocab: Vocab, text: &str) -> String {
    let end = vocab.anchors.first(text, Anchor::Purpose).map_or(text.len(), |range| range.start);
    text[..end].trim().to_owned()
}

/// True if the text begins with a phrase that leads to what came of an activity, or what comes next.
pub fn begins_field(vocab: Vocab, text: &str) -> bool {
    let fields =
        [Anchor::Outcome, Anchor::OutcomeSubject, Anchor::Next, Anchor::Obstacle, Anchor::Attendance];
    fields.into_iter().any(|anchor| vocab.anchors.opens(text, anchor).is_some())
}

/// Sets the next line of running text behind a text: behind a blank where one is known to have stood at the break, and
/// before a phrase that stands apart.
pub fn add_line(vocab: Vocab, text: &mut String, line: &str, at_blank: bool) {
    if line.is_empty() {
        return;
    }
    if !text.is_empty() && (at_blank || stands_apart(vocab, line)) {
        text.push(' ');
        text.push_str(line);
    } else {
        thai::add_line(text, line);
    }
}

/// True if a line of running text begins with a phrase that a blank stands before, also where the line above is full: a
/// field's, or a joint of sentences.
fn stands_apart(vocab: Vocab, line: &str) -> bool {
    vocab.wording.begins(line, Wording::Joint).is_some() || begins_field(vocab, line)
}

/// True if the text begins with a day, after a number, bracket or word such as `เมื่อวันที่`.
pub fn begins_with_date(vocab: Vocab, text: &str) -> bool {
    opened(vocab, text, false).0.iter().any(|(role, _)| *role == Role::Date)
}

/// What stands behind a date on the same line: `5-9 ม.ค. 66 ณ กรุงโตเกียว`.
pub fn after_date(vocab: Vocab, text: &str) -> Vec<(Role, String)> {
    let Some(date) = dated::day(text) else { return Vec::new() };
    let rest = text[date.end..].trim();
    match vocab.anchors.opens(rest, Anchor::Venue) {
        Some(length) if !rest[length..].trim().is_empty() => {
            vec![(Role::Venue, rest[length..].trim().to_owned())]
        }
        Some(_) | None => Vec::new(),
    }
}
