//! What columns hold, told by their content where the headings do not say it.

use super::facts;
use super::flow::{Piece, Row};
use super::headings::Column;
use crate::dates::dated;
use crate::model::{Role, Value};
use crate::thai::{is_alphanumeric, is_thai, numbering};
use crate::vocab::Vocab;
use crate::vocab::rows::Meaning;

/// What the cells of a column look like.
#[derive(Debug, Default)]
struct Look {
    filled: usize,
    dates: usize,
    /// Cells that name a month and no day.
    months: usize,
    numbers: usize,
    letters: usize,
    departments: usize,
    /// Letters and digits of Thai.
    thai: usize,
    /// Cells that name a day near their beginning, whatever follows it.
    dated: usize,
}

/// A column is of a kind if this share of its cells is.
const MOST: f32 = 0.6;
/// A column is not of a kind if only this share of its cells is.
const FEW: f32 = 0.2;
/// Names of those whom a letter is from are longer on average, in characters.
const WHOM: f32 = 4.0;
/// A title is longer on average, in characters.
const TITLE: f32 = 12.0;
/// The other side is shorter on average, in characters, and foreign names stand in this share of its cells.
const SIDE: f32 = 60.0;
const SIDES: f32 = 0.4;
/// A date with a title behind it is longer on average, in characters.
const DATED_TITLE: f32 = 28.0;
/// A cell with a date in it is a date if it is no longer, in characters.
const DATE_CELL: usize = 70;
/// An abbreviation of a department is no longer, in characters.
const ABBREVIATION: usize = 7;

impl Look {
    fn share(&self, of: usize) -> f32 {
        if self.filled == 0 { 0.0 } else { of as f32 / self.filled as f32 }
    }

    /// True for texts of which hardly any is Thai.
    fn is_foreign(&self) -> bool {
        self.thai * 10 < self.letters
    }

    fn average(&self) -> f32 {
        self.share(self.letters)
    }
}

/// True if the piece is a date: a typed one, or words that begin with one.
pub fn is_date(piece: &Piece) -> bool {
    if matches!(piece.value, Some(Value::Date(_))) {
        return true;
    }
    let text = piece.line();
    let begins = |range: std::ops::Range<usize>| text[..range.start].chars().count() <= 12;
    text.chars().count() <= DATE_CELL
        && (dated::day(&text).is_some_and(begins) || dated::is_month(&text) || dated::is_week(&text))
}

/// Gives roles to columns without one, corrects headings that the content contradicts, and leaves one title column.
pub fn settle(vocab: Vocab, columns: &mut Vec<Column>, body: &[Row]) {
    add_unheaded(columns, body);
    let looks: Vec<Look> = columns.iter().map(|column| look(vocab, column, body)).collect();
    settle_dates(vocab, columns, &looks);
    settle_owner(columns, &looks);
    for (column, look) in columns.iter_mut().zip(&looks) {
        if column.roles.is_empty() && column.left == 0 && look.share(look.numbers) >= MOST {
            give(column, Role::Sequence);
        }
    }
    settle_title(columns, &looks);
    settle_side(vocab, columns, &looks, body);
    for (column, look) in columns.iter_mut().zip(&looks) {
        if column.roles.is_empty() {
            let role = if look.share(look.numbers) >= MOST { Role::Other } else { Role::Remark };
            column.roles = vec![role];
        }
    }
}

fn give(column: &mut Column, role: Role) {
    column.roles = vec![role];
    column.by_content = true;
}

/// A column under a heading that says nothing holds the other side if foreign countries, cities or bodies stand in most of
/// its cells, and no column says that it does. One that names persons leaves open where they come from.
fn settle_side(vocab: Vocab, columns: &mut [Column], looks: &[Look], body: &[Row]) {
    let side = |role: &Role| matches!(role, Role::Counterpart | Role::Country);
    let share = |column: &Column, look: &Look| {
        look.share(column.cells(body).filter(|piece| facts::names_foreign(vocab, &piece.line())).count())
    };
    // Hosts are the city's own where no foreign name stands among them.
    let told = columns.iter().zip(looks).filter(|(column, _)| column.roles.iter().any(side));
    let (homely, foreign): (Vec<_>, Vec<_>) = told.partition(|(column, look)| {
        column.roles == [Role::Counterpart] && look.filled >= 2 && share(column, look) == 0.0
    });
    if !foreign.is_empty() {
        return;
    }
    let hosts: Vec<u32> = homely.iter().map(|(column, _)| column.left).collect();
    let open = columns.iter().zip(looks).enumerate().filter(|(_, (column, look))| {
        column.roles.is_empty() && look.filled >= 2 && look.average() < SIDE && look.share(look.dates) < FEW
    });
    let least = if hosts.is_empty() { SIDES } else { MOST };
    let likely = open
        .map(|(at, (column, look))| (at, share(column, look)))
        .filter(|(_, share)| *share >= least)
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
    let Some((at, _)) = likely else { return };
    for column in columns.iter_mut().filter(|column| hosts.contains(&column.left)) {
        give(column, Role::Lead);
    }
    give(&mut columns[at], Role::Counterpart);
}

/// Columns in which something stands although nothing is written over them.
fn add_unheaded(columns: &mut Vec<Column>, body: &[Row]) {
    let mut lefts: Vec<u32> = body.iter().flat_map(Row::own).map(|p| p.left).collect();
    lefts.sort_unstable();
    lefts.dedup();
    for left in lefts {
        if !columns.iter().any(|c| c.left <= left && left <= c.right) {
            let filled = body.iter().flat_map(Row::own).filter(|p| p.left == left).count();
            // A lone cell beside a table is a note, not a column.
            if filled >= 2 {
                columns.push(Column {
                    left,
                    right: left,
                    heading: String::new(),
                    roles: Vec::new(),
                    rank: 9,
                    by_content: true,
                });
            }
        }
    }
    columns.sort_by_key(|c| c.left);
}

fn look(vocab: Vocab, column: &Column, body: &[Row]) -> Look {
    let mut look = Look::default();
    for piece in column.cells(body) {
        let text = piece.line();
        if !text.chars().any(is_alphanumeric) {
            continue;
        }
        look.filled += 1;
        let number = numbering::is_number(&text) || matches!(piece.value, Some(Value::Number(_)));
        let date = is_date(piece);
        look.dates += usize::from(date);
        look.months += usize::from(dated::is_month(&text));
        look.dated +=
            usize::from(!date && dated::day(&text).is_some_and(|r| text[..r.start].chars().count() <= 12));
        look.numbers += usize::from(number);
        if !number {
            look.letters += text.chars().count();
            look.thai += text.chars().filter(|c| is_thai(*c)).count();
        }
        let short = text.chars().count() <= ABBREVIATION;
        look.departments += usize::from(short || vocab.rows.is(&text, Meaning::Department));
    }
    look
}

fn settle_dates(vocab: Vocab, columns: &mut [Column], looks: &[Look]) {
    for (column, look) in columns.iter_mut().zip(looks) {
        let days = look.share(look.dates + look.dated + look.months + look.numbers);
        // Words under "from" and "to" are whom a letter is from, not when.
        if vocab.headers.may_be_whom(column.leaf())
            && look.filled >= 2
            && days < FEW
            && look.average() >= WHOM
        {
            give(column, Role::Counterpart);
        }
    }
    let exact = columns.iter().filter(|c| c.roles.contains(&Role::Date)).map(|c| c.rank).min();
    if let Some(best) = exact {
        for (column, look) in columns.iter_mut().zip(looks) {
            // The month beside a day's number is part of the date.
            let month = look.share(look.months) >= MOST;
            if column.roles.contains(&Role::Date) && column.rank > best && !month {
                column.roles = vec![Role::Other];
            }
        }
        return;
    }
    let mut found = 0;
    for (column, look) in columns.iter_mut().zip(looks) {
        let free = column.roles.is_empty()
            || matches!(column.roles.as_slice(), [Role::Other | Role::Time | Role::Sequence]);
        let heading_is_clock = column.heading.is_empty() || !matches!(column.roles.as_slice(), [Role::Other]);
        if free && heading_is_clock && look.filled > 0 && look.share(look.dates) >= MOST {
            give(column, if found == 0 { Role::Date } else { Role::DateEnd });
            found += 1;
        }
    }
}

/// "หน่วยงาน" alone may be whose activity it is or whom it was with; departments are recognised by their words.
fn settle_owner(columns: &mut [Column], looks: &[Look]) {
    let foreign =
        columns.iter().any(|c| c.roles.contains(&Role::Counterpart) || c.roles.contains(&Role::Delegate));
    if foreign {
        return;
    }
    for (column, look) in columns.iter_mut().zip(looks) {
        if column.roles == [Role::Owner]
            && column.rank > 1
            && look.filled >= 2
            && look.share(look.departments) < 0.5
        {
            give(column, Role::Counterpart);
        }
    }
}

/// One column is the title; other columns that could be are details of it.
fn settle_title(columns: &mut [Column], looks: &[Look]) {
    // Where the same is told in two languages, the Thai one is the title.
    let title = columns
        .iter()
        .zip(looks)
        .enumerate()
        .filter(|(_, (column, look))| column.roles.contains(&Role::Activity) && look.filled > 0)
        .min_by_key(|(at, (column, look))| {
            (look.is_foreign(), column.rank, std::cmp::Reverse(look.filled.min(3)), *at)
        })
        .map(|(at, _)| at);
    let title = title.or_else(|| promoted(columns, looks));
    let Some(title) = title else {
        together(columns, looks);
        return;
    };
    if !columns[title].roles.contains(&Role::Activity) {
        give(&mut columns[title], Role::Activity);
    }
    let has_outcome = columns.iter().any(|c| c.roles.contains(&Role::Outcome));
    for (at, column) in columns.iter_mut().enumerate() {
        if at != title && column.roles.contains(&Role::Activity) {
            let detail = column.rank >= 3 && !has_outcome;
            column.roles = vec![if detail { Role::Outcome } else { Role::Remark }];
        }
    }
}

/// Dates with long texts behind them are the title too: two columns were read as one.
fn together(columns: &mut [Column], looks: &[Look]) {
    let long = |look: &Look| look.average() >= DATED_TITLE && look.share(look.dates + look.dated) >= MOST;
    if let Some((column, _)) = columns.iter_mut().zip(looks).find(|(_, look)| long(look)) {
        column.roles = vec![Role::Date, Role::Activity];
        column.by_content = true;
    }
}

/// Without a title column: the one with the longest texts that has no role, or whose role is next to a title.
fn promoted(columns: &[Column], looks: &[Look]) -> Option<usize> {
    let longest = |allowed: &dyn Fn(&Column) -> bool| {
        columns
            .iter()
            .zip(looks)
            .enumerate()
            .filter(|(_, (column, look))| {
                allowed(column) && look.average() >= TITLE && look.share(look.dates) < MOST
            })
            .max_by(|(_, (_, a)), (_, (_, b))| a.average().total_cmp(&b.average()))
            .map(|(at, _)| at)
    };
    let dated = columns.iter().any(|c| c.roles.contains(&Role::Date));
    longest(&|c| c.roles.is_empty()).or_else(|| {
        let near = |c: &Column| {
            matches!(c.roles.as_slice(), [Role::Outcome | Role::Kind | Role::Delegate | Role::Counterpart])
        };
        if dated { longest(&near) } else { None }
    })
}
