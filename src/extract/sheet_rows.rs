//! What a row of a table's body is.

use super::content;
use super::flow::{Piece, Row};
use super::headings::{self, Column};
use crate::model::Role;
use crate::thai::numbering::{self, Opening};
use crate::thai::{self, dated};
use crate::vocab::anchors::{self, Anchor};
use crate::vocab::rows::{self, Meaning};

/// What a row of a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Hidden,
    Heading,
    Nil,
    Total,
    Note,
    Letter,
    Example,
    Section,
    Unfilled,
    /// Belongs to the record above.
    Continuation,
    Record,
}

/// A row with its pieces by column.
pub struct Placed<'a> {
    /// Index of the column with the piece; pieces outside every column are left out.
    pub pieces: Vec<(usize, &'a Piece)>,
}

/// What is usual in the body of a table.
#[derive(Debug, Clone, Copy)]
pub struct Habit {
    /// Most rows have a running number.
    pub numbered: bool,
    /// Most rows have a date.
    pub dated: bool,
}

/// A section's heading is no longer, in characters.
const SECTION: usize = 160;
/// A nil remark is no longer, in characters.
const NIL: usize = 90;
/// A total's words are no longer, in characters.
const TOTAL: usize = 60;

impl<'a> Placed<'a> {
    pub fn new(row: &'a Row, columns: &[Column]) -> Self {
        let pieces = row
            .pieces
            .iter()
            .filter_map(|piece| {
                let at = columns.iter().position(|c| c.left <= piece.left && piece.left <= c.right)?;
                Some((at, piece))
            })
            .collect();
        Self { pieces }
    }

    /// The pieces of a role, inherited ones included.
    pub fn of(&self, columns: &[Column], role: Role) -> Option<&'a Piece> {
        self.pieces.iter().find(|(at, _)| columns[*at].roles.contains(&role)).map(|(_, piece)| *piece)
    }

    fn own(&self, columns: &[Column], role: Role) -> Option<&'a Piece> {
        self.of(columns, role).filter(|piece| !piece.inherited && !is_dash(&piece.text))
    }

    pub fn own_count(&self) -> usize {
        self.pieces.iter().filter(|(_, piece)| !piece.inherited).count()
    }
}

/// Nothing but dashes or dots: an empty cell.
#[must_use]
pub fn is_dash(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '.' | '…' | '_' | '/'))
}

/// What is usual in these rows.
#[must_use]
pub fn habit(rows: &[Row], columns: &[Column]) -> Habit {
    let placed: Vec<Placed<'_>> = rows.iter().map(|row| Placed::new(row, columns)).collect();
    let filled = placed.iter().filter(|p| p.own_count() > 1).count().max(1);
    let count = |role: Role| {
        placed
            .iter()
            .filter(|p| p.own(columns, role).is_some_and(|q| !rows::is(&q.text, Meaning::Total)))
            .count()
    };
    let numbers = placed.iter().filter(|p| has_number(p, columns)).count();
    Habit { numbered: numbers * 2 >= filled, dated: count(Role::Date) * 2 >= filled }
}

fn has_number(placed: &Placed<'_>, columns: &[Column]) -> bool {
    placed.own(columns, Role::Sequence).is_some_and(|piece| {
        numbering::is_number(&piece.text)
            || matches!(numbering::opening(&piece.text), Some((Opening::Number(_), rest)) if rest.is_empty())
    })
}

/// What stands around a row.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The row below.
    pub next: Option<&'a Row>,
    /// A record stands right above, no section between.
    pub recorded: bool,
    /// The row is the first of its page.
    pub page_begins: bool,
    /// The signature block has begun.
    pub signed: bool,
    /// The date of the record above, as far as it was read.
    pub last_date: Option<&'a str>,
}

/// What the row is.
#[must_use]
pub fn part(row: &Row, columns: &[Column], habit: Habit, around: Around<'_>) -> Part {
    if row.hidden {
        return Part::Hidden;
    }
    if headings::repeats(columns, row) || headings::is_numbering(row) {
        return Part::Heading;
    }
    let placed = Placed::new(row, columns);
    let numbered = has_number(&placed, columns);
    let date = placed.own(columns, Role::Date).filter(|p| !rows::is(&p.text, Meaning::Total));
    let title = placed.own(columns, Role::Activity);
    let inherits = |role: Role| placed.of(columns, role).is_some_and(|piece| piece.inherited);
    let merged = inherits(Role::Date) || inherits(Role::Sequence);
    if row.place.spot.page().is_some()
        && !numbered
        && around.recorded
        && !is_wide(date, columns)
        && around.last_date.zip(date).is_some_and(|(last, now)| completes(last, &now.line()))
    {
        return Part::Continuation;
    }
    if let Some(part) = by_words(row, &placed, columns, numbered, date.is_some() || merged, title) {
        return part;
    }
    if around.signed && !numbered && date.is_none() {
        return Part::Letter;
    }
    if !carried_over(&placed, columns, around)
        && is_section(row, &placed, columns, numbered, date, around.next)
    {
        return Part::Section;
    }
    if placed.pieces.is_empty() {
        return Part::Note;
    }
    by_fields(&placed, columns, habit, numbered, around)
}

/// The rest of a row that a page break cuts: it stands first on the page, with no number and no date of its own.
fn carried_over(placed: &Placed<'_>, columns: &[Column], around: Around<'_>) -> bool {
    let heads = placed
        .pieces
        .iter()
        .any(|(_, p)| columns.iter().filter(|c| p.left <= c.left && c.left <= p.right).count() > 1);
    around.page_begins && around.recorded && !heads
}

/// The piece stands under more than one heading.
fn is_wide(piece: Option<&Piece>, columns: &[Column]) -> bool {
    piece.is_some_and(|p| columns.iter().filter(|c| p.left <= c.left && c.left <= p.right).count() > 1)
}

/// A date that a table without lines breaks over rows: `25` `พ.ย. 65`, or `4 พ.ย.` `65`.
fn completes(last: &str, now: &str) -> bool {
    let month = dated::is_days(last) && dated::is_month(now);
    let open = dated::day(last).is_some_and(|r| r.end == last.trim_end().len())
        && !last.trim_end().ends_with(thai::is_digit);
    let year = numbering::is_number(now) && matches!(now.chars().count(), 2 | 4) && !dated::is_days(now);

    month || open && year
}

/// Rows that their words tell.
fn by_words(
    row: &Row,
    placed: &Placed<'_>,
    columns: &[Column],
    numbered: bool,
    dated: bool,
    title: Option<&Piece>,
) -> Option<Part> {
    let texts: Vec<String> =
        row.own().map(Piece::line).filter(|text| !numbering::is_number(text) && !is_dash(text)).collect();
    let Some(first) = texts.first() else {
        return Some(if numbered || placed.own_count() == 0 { Part::Unfilled } else { Part::Total });
    };
    let example = |role: Role| placed.own(columns, role).is_some_and(|p| rows::is(&p.text, Meaning::Example));
    let bracketed = first.starts_with('(') && rows::is(first, Meaning::Example);
    if example(Role::Sequence) || example(Role::Date) || bracketed || is_alone(first, Meaning::Example) {
        return Some(Part::Example);
    }
    let said_nil = |text: &str| rows::is(text, Meaning::Nil) && text.chars().count() <= NIL;
    let nil = if let Some(title) = title {
        said_nil(&title.line()) && texts.len() <= 2
    } else {
        let owner = placed.own(columns, Role::Owner).map(Piece::line);
        texts.iter().any(|t| said_nil(t)) && texts.iter().all(|t| said_nil(t) || Some(t) == owner.as_ref())
    };
    if nil {
        return Some(Part::Nil);
    }
    if numbered || dated {
        return None;
    }
    if is_total(first, row, title) {
        return Some(Part::Total);
    }
    if rows::is(first, Meaning::Note) || (first.starts_with('*') && texts.len() == 1) {
        return Some(Part::Note);
    }
    let signature = texts.len() == 1
        && first.starts_with('(')
        && first.ends_with(')')
        && first.chars().all(|c| !thai::is_digit(c));
    let dotted = first.contains("....") || first.contains("……") || first.contains("____");
    let letter = texts.iter().take(2).any(|text| rows::is(text, Meaning::Letter)) && texts.len() <= 3;
    (letter || signature || dotted).then_some(Part::Letter)
}

/// The word stands alone, or before a colon.
fn is_alone(text: &str, meaning: Meaning) -> bool {
    let head = text.split([':', ' ']).next().unwrap_or(text);
    text.contains(':') && rows::is(head, meaning) || (text.chars().count() < 12 && rows::is(text, meaning))
}

fn is_total(first: &str, row: &Row, title: Option<&Piece>) -> bool {
    if !rows::is(first, Meaning::Total) || first.chars().count() > TOTAL {
        return false;
    }
    let counts = |text: &str| text.chars().any(thai::is_digit);
    let others = row.own().skip(1).any(|piece| counts(&piece.text));
    let alone = row.own().count() == 1;
    let title_counts =
        title.is_none_or(|t| t.line() == first || counts(&t.text) || t.text.chars().count() < 20);
    (counts(first) || others || alone && rows::is(first, Meaning::TotalAlone) || first.chars().count() <= 12)
        && title_counts
}

/// One heading over the records below it.
fn is_section(
    row: &Row,
    placed: &Placed<'_>,
    columns: &[Column],
    numbered: bool,
    date: Option<&Piece>,
    next: Option<&Row>,
) -> bool {
    let words: Vec<&Piece> =
        row.own().filter(|p| !numbering::is_number(&p.text) && !is_dash(&p.text)).collect();
    let [only] = words.as_slice() else { return false };
    let text = only.line();
    let title = placed.of(columns, Role::Activity).is_some_and(|piece| std::ptr::eq(piece, *only));
    if text.chars().count() > SECTION {
        return false;
    }
    let wide = columns.iter().filter(|c| only.left <= c.left && c.left <= only.right).count() > 1;
    if let Some(date) = date {
        // A date over the whole width heads the rows of that day; a date in its own column is a row's own.
        return std::ptr::eq(date, *only) && !numbered && (wide || next_has_no_date(next, columns));
    }
    if !title {
        let first = columns.first().is_some_and(|c| only.left <= c.right);
        let sequence = placed.of(columns, Role::Sequence).is_some_and(|piece| std::ptr::eq(piece, *only));
        return wide || sequence || (first && !numbered) || (!numbered && rows::is(&text, Meaning::Section));
    }
    if numbered {
        return next.is_some_and(|next| is_subnumber(row, next, columns));
    }
    wide || rows::is(&text, Meaning::Section) && anchors::opens(&text, Anchor::Begins).is_none()
        || dated::is_month(&text)
        || next.is_some_and(|next| has_number(&Placed::new(next, columns), columns))
            && matches!(numbering::opening(&text), Some((Opening::Letter(_), _)))
}

fn next_has_no_date(next: Option<&Row>, columns: &[Column]) -> bool {
    next.is_some_and(|next| Placed::new(next, columns).own(columns, Role::Date).is_none())
}

/// `1.1` below `1`.
fn is_subnumber(row: &Row, next: &Row, columns: &[Column]) -> bool {
    let parts = |row: &Row| -> Vec<u32> {
        let placed = Placed::new(row, columns);
        let text = placed.own(columns, Role::Sequence).map(Piece::line).unwrap_or_default();
        crate::thai::arabic_digits(&text).split('.').filter_map(|p| p.trim().parse().ok()).collect()
    };
    let (upper, lower) = (parts(row), parts(next));
    upper.len() == 1 && lower.len() == 2 && lower[0] == upper[0]
}

/// Rows that the filled fields tell.
fn by_fields(
    placed: &Placed<'_>,
    columns: &[Column],
    habit: Habit,
    numbered: bool,
    around: Around<'_>,
) -> Part {
    let recorded = around.recorded;
    let date = placed.own(columns, Role::Date);
    let title = placed.own(columns, Role::Activity);
    let inherited = |role: Role| placed.of(columns, role).is_some_and(|piece| piece.inherited);
    let fresh = numbered || date.is_some_and(|d| content::is_date(d) || dated::is_days(&d.line()));
    if !fresh && carried_over(placed, columns, around) {
        return Part::Continuation;
    }
    match title {
        Some(_) if fresh => Part::Record,
        Some(title) => {
            let text = title.line();
            let ditto = placed.pieces.iter().any(|(_, piece)| rows::is(&piece.text, Meaning::Ditto));
            let begins =
                anchors::opens(&text, Anchor::Begins).is_some() || numbering::opening(&text).is_some();
            let merged = inherited(Role::Date) || inherited(Role::Sequence);
            let whole = placed.own_count() > 2 || !(habit.numbered || habit.dated);
            // On a sheet no line is broken over rows: a row with a side and a title of its own is an activity of its own.
            let sides = [Role::Counterpart, Role::Delegate, Role::Country];
            let on_sheet = placed.pieces.iter().all(|(_, piece)| piece.place.spot.page().is_none());
            let own_side = on_sheet && sides.iter().any(|role| placed.own(columns, *role).is_some());
            let continues =
                recorded && !ditto && !merged && !own_side && !(begins && (whole || !habit.numbered));
            if continues && (habit.numbered || habit.dated) { Part::Continuation } else { Part::Record }
        }
        None if inherited(Role::Activity) && fresh && !inherited(Role::Sequence) => Part::Record,
        None if recorded && !fresh => Part::Continuation,
        None => {
            let told = [Role::Counterpart, Role::Delegate, Role::Outcome, Role::Country, Role::Kind];
            let told = told.iter().filter(|role| placed.own(columns, **role).is_some()).count();
            if told > 0 && fresh {
                Part::Record
            } else if fresh {
                Part::Unfilled
            } else {
                Part::Note
            }
        }
    }
}
