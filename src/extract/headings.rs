//! Heading rows of a table and the columns that they name.

use super::flow::{Piece, Row};
use crate::dates::dated;
use crate::model::Role;
use crate::thai;
use crate::thai::numbering;
use crate::vocab::Vocab;
use crate::vocab::headers::{Heading, Inside};
use crate::vocab::memo::VocabMemo;
use crate::vocab::rows::Meaning;

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// First grid column.
    pub left: u32,
    /// Last grid column.
    pub right: u32,
    /// Its headings from top to bottom, joined with ` / `.
    pub heading: String,
    /// What it holds; two roles where one heading names two fields. Empty if not known.
    pub roles: Vec<Role>,
    /// How exactly the heading names its role, 1 best.
    pub rank: u8,
    /// True if the content decided.
    pub by_content: bool,
}

impl Column {
    /// The lowest of its headings.
    pub fn leaf(&self) -> &str {
        self.heading.rsplit(" / ").next().unwrap_or_default()
    }

    /// Its cells in some rows.
    pub fn cells<'a>(&self, rows: &'a [Row]) -> impl Iterator<Item = &'a Piece> {
        let (left, right) = (self.left, self.right);
        rows.iter().flat_map(Row::own).filter(move |piece| left <= piece.left && piece.right <= right)
    }
}

/// The heading of a table: the rows `first..=last` of the strip and the columns that they make.
#[derive(Debug, Clone)]
pub struct Header {
    pub first: usize,
    pub last: usize,
    pub columns: Vec<Column>,
}

/// What a heading says: its roles, how exactly, and how much of it was understood, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub roles: Vec<Role>,
    pub rank: u8,
    pub share: f32,
}

/// A heading is longer only in questionnaires.
const LONGEST: usize = 140;
/// A row of a heading below the first is short.
const LONGEST_BELOW: usize = 48;
/// Rows of a heading at most, broken lines in a PDF included.
const MOST_ROWS: usize = 5;
/// A heading is recognised if known words cover this share of it.
const COVERED: f32 = 0.5;
/// A known word at the beginning counts from this share on.
const HEAD: f32 = 0.3;

/// What a heading or label says.
pub fn says(vocab: Vocab, heading: &str) -> Option<Said> {
    thread_local! { static KNOWN: VocabMemo<Option<Said>> = VocabMemo::default(); }
    KNOWN.with(|known| known.of(vocab.id(), heading, || told(vocab, heading)))
}

fn told(vocab: Vocab, heading: &str) -> Option<Said> {
    let whole = |h: Heading| Said { roles: vec![h.role], rank: h.rank, share: 1.0 };
    if let Some(found) = vocab.headers.exact(heading) {
        return Some(whole(found));
    }
    let bare = without_brackets(heading);
    if let Some(found) = vocab.headers.exact(&bare) {
        return Some(whole(found));
    }
    if let Some(role) = vocab.headers.question(&bare) {
        return Some(Said { roles: vec![role], rank: 1, share: 1.0 });
    }
    let parts: Vec<&str> =
        bare.split(['/', '\n', ',', '+', '&']).map(str::trim).filter(|p| !p.is_empty()).collect();
    if parts.len() > 1 {
        let said: Vec<Said> = parts.iter().filter_map(|part| one(vocab, part)).collect();
        // One word may run over the seam: a country or organisation, whatever is said of the latter.
        let over = vocab.headers.inside(&bare).filter(|found| {
            said.len() < parts.len() && found.first && found.length > thai::fold(parts[0]).chars().count()
        });
        if let Some(found) = over {
            let Inside { heading, share, .. } = found;
            return Some(Said { roles: vec![heading.role], rank: heading.rank, share: share.max(COVERED) });
        }
        if let Some(first) = said.first() {
            let share = said.len() as f32 / parts.len() as f32;
            let roles = combined(said.iter().flat_map(|s| s.roles.iter().copied()).collect());
            let rank =
                said.iter().filter(|s| s.roles == first.roles).map(|s| s.rank).min().unwrap_or(first.rank);
            return Some(Said { roles, rank, share });
        }
    }
    neighbours(vocab, &bare).or_else(|| one(vocab, &bare.replace('\n', "")))
}

/// Headings of two columns that stand as one where the gap between them is narrow: `วันที่ กิจกรรม`.
fn neighbours(vocab: Vocab, heading: &str) -> Option<Said> {
    let words: Vec<&str> = heading.split_whitespace().collect();
    let found: Option<Vec<Heading>> = words.iter().map(|word| vocab.headers.exact(word)).collect();
    let roles = combined(found?.iter().map(|h| h.role).collect());
    (roles.len() == 2).then_some(Said { roles, rank: 2, share: 1.0 })
}

fn one(vocab: Vocab, heading: &str) -> Option<Said> {
    if let Some(found) = vocab.headers.exact(heading) {
        return Some(Said { roles: vec![found.role], rank: found.rank, share: 1.0 });
    }
    vocab.headers.inside(heading).map(|found| {
        // The head noun says what it is, whatever follows it.
        let share = if found.first && found.share >= HEAD { found.share.max(COVERED) } else { found.share };
        Said { roles: vec![found.heading.role], rank: found.heading.rank, share }
    })
}

/// The text without what stands in brackets: units, hints.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            other if depth == 0 => out.push(other),
            _ => {}
        }
    }
    out.trim().trim_end_matches([':', '.']).trim().to_owned()
}

/// One heading that names several things: the foreign side in one word, two fields that can be told apart, or the first.
fn combined(roles: Vec<Role>) -> Vec<Role> {
    let mut distinct: Vec<Role> = Vec::new();
    for role in roles {
        if !distinct.contains(&role) {
            distinct.push(role);
        }
    }
    // What says nothing of itself stands beside what does: the purpose or subject.
    if distinct.iter().any(|role| *role != Role::Other) {
        distinct.retain(|role| *role != Role::Other);
    }
    let foreign = |r: &Role| matches!(r, Role::Country | Role::Counterpart | Role::Delegate);
    if distinct.len() > 1 && distinct.iter().any(foreign) {
        let side =
            |r: &Role| foreign(r) || matches!(r, Role::Owner | Role::Person | Role::Attendees | Role::Lead);
        if distinct.iter().all(side) {
            return vec![Role::Counterpart];
        }
    }
    let pair = matches!(
        distinct.as_slice(),
        [Role::Date, Role::Venue | Role::Time | Role::Activity, ..]
            | [Role::Venue | Role::Time, Role::Date, ..]
            | [Role::Activity, Role::Venue | Role::Outcome | Role::Date, ..]
    );
    match distinct.as_slice() {
        [Role::Date, Role::Time] | [Role::Time, Role::Date] => vec![Role::Date],
        [Role::Date, Role::Time, Role::Venue] => vec![Role::Date, Role::Venue],
        _ => {
            distinct.truncate(if pair { 2 } else { 1 });
            distinct
        }
    }
}

/// True if every piece of a row can be a heading.
pub fn can_all_head(row: &Row) -> bool {
    row.own().count() >= 2 && row.own().all(|piece| can_head(piece, LONGEST_BELOW))
}

/// True if a piece can be (part of) a heading: short words, no date, no value.
fn can_head(piece: &Piece, longest: usize) -> bool {
    piece.value.is_none()
        && piece.text.chars().count() <= longest
        && dated::day(&piece.line()).is_none()
        && !numbering::is_number(&piece.text)
}

fn names_period(text: &str) -> bool {
    dated::quarter(text).is_some() || dated::is_month(text)
}

fn recognised(vocab: Vocab, piece: &Piece) -> Option<Said> {
    says(vocab, &piece.text).filter(|said| said.share >= COVERED)
}

/// Finds the heading that begins at row `at` of `rows`.
pub fn header_at(vocab: Vocab, rows: &[Row], at: usize) -> Option<Header> {
    let row = rows.get(at)?;
    if !begins_header(vocab, row) || is_form(vocab, rows, at) {
        return None;
    }
    let mut first = at;
    if at > 0 && groups_columns(&rows[at - 1], row) {
        first = at - 1;
    }
    let mut last = at;
    while last + 1 < rows.len() && last - first + 1 < MOST_ROWS {
        let next = &rows[last + 1];
        if is_numbering(next) {
            last += 1;
            break;
        }
        if !belongs_below(vocab, &rows[first..=last], next) {
            break;
        }
        last += 1;
    }
    let columns = columns(vocab, &rows[first..=last]);
    Some(Header { first, last, columns })
}

/// At least two different things are named, and nothing else stands in the row but a few unknown headings.
fn begins_header(vocab: Vocab, row: &Row) -> bool {
    let pieces: Vec<&Piece> = row.pieces.iter().collect();
    if pieces.len() < 2 || row.own().count() == 0 || !pieces.iter().all(|p| can_head(p, LONGEST)) {
        return false;
    }
    // The total's word stands over a column of totals too, but never over the first.
    if row.own().next().is_some_and(|p| vocab.rows.is(&p.text, Meaning::TotalAlone)) {
        return false;
    }
    // Looking for words inside every cell of a long sheet takes its time; a heading names something word for word.
    let named =
        |text: &str| text.split(['/', '\n', ' ', '(']).any(|part| vocab.headers.exact(part).is_some());
    if !pieces.iter().any(|p| vocab.headers.exact(&p.text).is_some() || named(&p.text)) {
        return false;
    }
    let mut roles: Vec<Role> = Vec::new();
    let mut known = 0;
    for said in pieces.iter().filter_map(|piece| recognised(vocab, piece)) {
        known += 1;
        for role in said.roles {
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
    }
    // Months and quarters head the columns of a plan.
    known += pieces.iter().filter(|p| recognised(vocab, p).is_none() && names_period(&p.line())).count();
    let exact = pieces.iter().filter(|p| vocab.headers.exact(&p.text).is_some()).count();
    let enough =
        if known == pieces.len() { roles.len() >= 2 } else { roles.len() >= 3 && known * 2 >= pieces.len() };
    enough && (pieces.len() > 2 || exact >= 1)
}

/// The rows around begin with other labels at the same place: a form, not a table.
fn is_form(vocab: Vocab, rows: &[Row], at: usize) -> bool {
    let Some(label) = rows[at].own().next() else { return true };
    let labelled = |row: &&Row| {
        row.own()
            .next()
            .is_some_and(|p| p.left == label.left && p.value.is_none() && recognised(vocab, p).is_some())
    };
    let below = rows[at + 1..].iter().take(4).filter(labelled).count();
    let above = rows[..at].iter().rev().take(4).filter(|row| row.own().count() > 1).filter(labelled).count();
    below >= 2 || above >= 2
}

/// A row above that names groups of the columns below: more than one heading, one of them wider than one column.
fn groups_columns(above: &Row, header: &Row) -> bool {
    let pieces: Vec<&Piece> = above.own().collect();
    let wide = |piece: &&&Piece| {
        piece.right > piece.left
            && header.own().filter(|h| piece.left <= h.left && h.right <= piece.right).count() > 1
    };
    pieces.len() >= 2 && pieces.iter().all(|p| can_head(p, LONGEST_BELOW)) && pieces.iter().any(|p| wide(&p))
}

/// `(1) (2) (3)` under the headings.
pub fn is_numbering(row: &Row) -> bool {
    let numbers: Vec<String> = row
        .own()
        .map(|p| thai::arabic_digits(p.text.trim().trim_matches(['(', ')', '[', ']', '.'])))
        .collect();
    numbers.len() >= 3
        && numbers.windows(2).all(|pair| match (pair[0].parse::<u32>(), pair[1].parse::<u32>()) {
            (Ok(a), Ok(b)) => b == a + 1,
            _ => false,
        })
}

/// The row continues the heading: it stands under wide or missing headings, or names things itself.
fn belongs_below(vocab: Vocab, header: &[Row], row: &Row) -> bool {
    let own: Vec<&Piece> = row.own().collect();
    if own.is_empty() || !own.iter().all(|p| can_head(p, LONGEST_BELOW)) {
        return false;
    }
    let above: Vec<&Piece> = header.iter().flat_map(Row::own).collect();
    let under_group = |piece: &&Piece| {
        above.iter().any(|h| h.right > h.left && h.left <= piece.left && piece.right <= h.right)
    };
    let known = own.iter().filter(|p| vocab.headers.exact(&p.text).is_some()).count();
    let last_row = header.last().map_or(0, |r| r.own().count());
    if own.iter().all(under_group) {
        // A section row merged over the whole table is wider than any group.
        return own.len() > 1 || known == 1;
    }
    known * 2 > own.len() && (own.len() >= 2 || last_row > 2) && known * 3 >= own.len() * 2
}

/// The columns that heading rows make.
pub fn columns(vocab: Vocab, rows: &[Row]) -> Vec<Column> {
    let pieces: Vec<&Piece> = rows.iter().filter(|row| !is_numbering(row)).flat_map(Row::own).collect();
    let Some(width) = pieces.iter().map(|p| p.right).max() else { return Vec::new() };
    let mut columns: Vec<(Column, usize)> = Vec::new();
    for at in 0..=width {
        let stack: Vec<(usize, &&Piece)> =
            pieces.iter().enumerate().filter(|(_, p)| p.left <= at && at <= p.right).collect();
        let Some((leaf, _)) = stack.last() else { continue };
        match columns.last_mut() {
            Some((column, of)) if of == leaf && column.right + 1 == at => column.right = at,
            Some(_) | None => columns.push((column(vocab, at, &stack), *leaf)),
        }
    }
    columns.into_iter().map(|(column, _)| column).collect()
}

fn column(vocab: Vocab, at: u32, stack: &[(usize, &&Piece)]) -> Column {
    let texts: Vec<String> = stack.iter().map(|(_, piece)| piece.line()).collect();
    let said = stacked(vocab, &stack.iter().map(|(_, piece)| piece.text.as_str()).collect::<Vec<_>>());
    let (roles, rank) = said.map_or((Vec::new(), 9), |said| (said.roles, said.rank));
    Column { left: at, right: at, heading: texts.join(" / "), roles, rank, by_content: false }
}

/// What headings one over the other say: the lowest names the thing, those above say whose it is.
fn stacked(vocab: Vocab, texts: &[&str]) -> Option<Said> {
    let (leaf, above) = texts.split_last()?;
    if above.is_empty() {
        return says(vocab, leaf);
    }
    if let Some(found) = vocab.headers.exact(&texts.concat()) {
        return Some(Said { roles: vec![found.role], rank: found.rank, share: 1.0 });
    }
    let group = above.iter().rev().find_map(|text| says(vocab, text));
    let Some(leaf) = says(vocab, leaf) else { return group };
    let Some(side) = group.as_ref().and_then(|said| said.roles.first()) else { return Some(leaf) };
    let named = leaf.roles.first().copied();
    let role = match (side, named) {
        (
            Role::Counterpart | Role::Delegate | Role::Country,
            Some(Role::Person | Role::Other | Role::Lead | Role::Attendees),
        ) => Some(Role::Delegate),
        (Role::Counterpart | Role::Delegate | Role::Country, Some(Role::Owner)) => Some(Role::Counterpart),
        (Role::Lead | Role::Attendees, Some(Role::Person | Role::Delegate | Role::Other | Role::Owner)) => {
            Some(Role::Lead)
        }
        (Role::Supported, Some(Role::Owner)) => Some(Role::Supported),
        (Role::Person, Some(Role::Other | Role::Owner)) => Some(Role::Other),
        _ => None,
    };
    Some(role.map_or(leaf.clone(), |role| Said { roles: vec![role], ..leaf }))
}

/// True if the row repeats headings of the table.
pub fn repeats(header: &[Column], row: &Row) -> bool {
    // Most rows are told apart by the first letter of their first cell.
    let first = |text: &str| text.trim_start().chars().next().map(|c| c.to_ascii_lowercase());
    let opens = row.own().find_map(|piece| first(&piece.text));
    if !header.iter().flat_map(|c| c.heading.split(" / ")).any(|heading| first(heading) == opens) {
        return false;
    }
    let headings: Vec<String> = header.iter().flat_map(|c| c.heading.split(" / ").map(thai::fold)).collect();
    let own: Vec<String> = row.own().map(|p| thai::fold(&p.text)).filter(|t| !t.is_empty()).collect();
    own.len() >= 2 && own.iter().all(|text| headings.contains(text))
}

/// True for a line such as `ผลการหารือ : …`, whose first words name a field.
pub fn labels(vocab: Vocab, text: &str) -> bool {
    let Some((label, _)) = text.split_once(':') else { return false };
    label.chars().count() < 40 && says(vocab, label).is_some_and(|said| said.share >= 0.6)
}
