//! The body of a table as entries: rows that begin a record with the rows that continue it, and their fields.

use super::cells;
use super::flow::{Piece, Row};
use super::headings::Column;
use super::judge::Kind;
use super::sheet_rows::{self, Around, Habit, InTable, Placed, is_dash};
use super::sketch::Sketch;
use crate::dates::dated;
use crate::model::{AsideReason, CellFlaw, Role, Value, Written};
use crate::thai;
use crate::thai::numbering::{self, Opening};
use crate::vocab::Vocab;
use crate::vocab::rows::Meaning;
use std::collections::{BTreeMap, BTreeSet};

/// A table cut out of a strip.
pub struct Table<'a> {
    /// What words mean.
    pub vocab: Vocab,
    /// Its columns with their roles.
    pub columns: Vec<Column>,
    /// Rows below the heading.
    pub body: &'a [Row],
}

/// A row of a body that begins a record, with the rows that continue it.
pub struct Entry<'a> {
    /// The rows, the first one first.
    pub rows: Vec<&'a Row>,
    /// Pieces by column over all rows, signs for "the same as above" resolved.
    pub pieces: BTreeMap<usize, Vec<Piece>>,
    /// Headings of the sections above, outermost first.
    pub sections: Vec<String>,
    /// Heading of a section that is a day, for rows without a date of their own.
    pub day: Option<Piece>,
}

/// The rows of a body as entries; every other row is set aside with its reason.
pub fn entries<'a>(table: &Table<'a>, out: &mut Sketch) -> Vec<Entry<'a>> {
    let habit = sheet_rows::habit(table.vocab, table.body, &table.columns);
    let ticked = table.columns.iter().map(|column| is_ticked(column, table.body)).collect();
    let mut reader = Reader {
        table,
        habit,
        ticked,
        sections: Vec::new(),
        fresh_section: false,
        above: BTreeMap::new(),
        entries: Vec::new(),
        day: None,
        signed: false,
        page: None,
    };
    for (at, row) in table.body.iter().enumerate() {
        reader.take(row, table.body.get(at + 1), out);
    }
    reader.entries
}

struct Reader<'t, 'a> {
    table: &'t Table<'a>,
    habit: Habit,
    /// Columns whose heading is the value, where a cell of theirs is ticked.
    ticked: Vec<bool>,
    sections: Vec<(SectionKind, String)>,
    /// No record yet below the last section row.
    fresh_section: bool,
    above: BTreeMap<usize, Piece>,
    entries: Vec<Entry<'a>>,
    day: Option<Piece>,
    signed: bool,
    /// Page of the row above.
    page: Option<u32>,
}

/// Sections of the same kind replace each other; a section of another kind stands inside the one above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SectionKind {
    Number(usize),
    Letter,
    Month,
    Day,
    Words,
}

impl<'a> Reader<'_, 'a> {
    fn take(&mut self, row: &'a Row, next: Option<&Row>, out: &mut Sketch) {
        let columns = &self.table.columns;
        let page = row.place.spot.page();
        let last_date = self.last_date();
        let around = Around {
            next,
            recorded: !self.entries.is_empty() && !self.fresh_section,
            page_begins: self.page.is_some() && page != self.page,
            signed: self.signed,
            last_date: last_date.as_deref(),
        };
        let verdict = InTable::new(self.table.vocab, row, columns, self.habit, around).judge();
        if verdict.kind != Kind::Aside(AsideReason::Heading) {
            self.page = page;
        }
        match verdict.kind {
            Kind::Item => self.begin(row),
            Kind::More => self.go_on(row),
            Kind::Aside(reason) => {
                out.nil |= reason == AsideReason::Nil;
                self.signed |= reason == AsideReason::Letter;
                if reason == AsideReason::Section {
                    self.section(row);
                }
                out.set_aside(row, verdict.because());
            }
        }
    }

    /// The date of the record above.
    fn last_date(&self) -> Option<String> {
        let at = self.table.columns.iter().position(|c| c.roles.contains(&Role::Date))?;
        let pieces = self.entries.last()?.pieces.get(&at)?;
        Some(joined(pieces, "").text)
    }

    fn section(&mut self, row: &Row) {
        let Some(piece) = row.own().find(|p| !numbering::is_number(&p.text)) else { return };
        let text = row.text();
        let kind = section_kind(&text);
        let same = self.sections.iter().position(|(k, _)| *k == kind);
        match same {
            Some(at) => self.sections.truncate(at),
            None if !self.fresh_section && kind == SectionKind::Words => self.sections.clear(),
            None => {}
        }
        self.day = (kind == SectionKind::Day).then(|| piece.clone());
        self.sections.push((kind, text));
        self.fresh_section = true;
        self.above.clear();
    }

    fn begin(&mut self, row: &'a Row) {
        self.fresh_section = false;
        let columns = &self.table.columns;
        let mut pieces: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
        let mut dashed = BTreeSet::new();
        for (at, piece) in Placed::new(row, columns).pieces {
            let mut piece = piece.clone();
            if self.table.vocab.rows.is(&piece.text, Meaning::Ditto) {
                match self.above.get(&at) {
                    Some(above) => piece = above.clone(),
                    None => continue,
                }
            }
            if self.ticked[at] {
                piece = Piece { text: columns[at].leaf().to_owned(), value: None, ..piece };
            }
            if is_dash(&piece.text) {
                dashed.insert(at);
                continue;
            }
            self.above.insert(at, piece.clone());
            pieces.entry(at).or_default().push(piece);
        }
        self.fill_down(&mut pieces, &dashed);
        let sections = self.sections.iter().map(|(_, text)| text.clone()).collect();
        self.entries.push(Entry { rows: vec![row], pieces, sections, day: self.day.clone() });
    }

    /// A blank date below a date is the same date where no running number makes the row one of its own, and a blank month
    /// below a month is always the same month. A dash says that there is none.
    fn fill_down(&mut self, pieces: &mut BTreeMap<usize, Vec<Piece>>, dashed: &BTreeSet<usize>) {
        let columns = &self.table.columns;
        let number = pieces.keys().any(|at| columns[*at].roles.contains(&Role::Sequence));
        for (at, column) in columns.iter().enumerate() {
            let follows = column.roles.contains(&Role::Date) || column.roles.contains(&Role::DateEnd);
            let blank = !pieces.contains_key(&at) && !dashed.contains(&at);
            let dated = pieces.keys().any(|k| columns[*k].roles.contains(&Role::Date));
            if follows
                && blank
                && let Some(above) = self.above.get(&at)
                && (!number && !dated || dated::is_month(&above.text))
            {
                pieces.insert(at, vec![above.clone()]);
            }
        }
    }

    fn go_on(&mut self, row: &'a Row) {
        let Some(entry) = self.entries.last_mut() else { return };
        for (at, piece) in Placed::new(row, &self.table.columns).pieces {
            if !piece.inherited
                && !is_dash(&piece.text)
                && !self.table.vocab.rows.is(&piece.text, Meaning::Ditto)
            {
                entry.pieces.entry(at).or_default().push(piece.clone());
            }
        }
        entry.rows.push(row);
    }
}

/// True for a column of ticks: its heading is what each ticked cell says.
fn is_ticked(column: &Column, body: &[Row]) -> bool {
    let mut own = column.cells(body);
    let may = !column.roles.contains(&Role::Date) && !column.roles.contains(&Role::Activity);
    may && column.leaf().chars().any(char::is_alphabetic)
        && own.next().is_some_and(is_tick)
        && own.all(is_tick)
}

/// A ticked cell under a heading that is a status says that status, whatever the column was taken for.
fn is_status(vocab: Vocab, column: &Column, written: &Written) -> bool {
    let leaf = column.leaf();
    let open = matches!(column.roles.as_slice(), [] | [Role::Remark | Role::Other]);
    open && !leaf.is_empty()
        && written.text == leaf
        && !vocab.scan(leaf).hits(&vocab.words.statuses).is_empty()
}

/// True for a cell that is nothing but a tick.
fn is_tick(piece: &Piece) -> bool {
    matches!(piece.text.trim(), "/" | "✓" | "✔" | "☑" | "√" | "●" | "X" | "x")
        || matches!(piece.value, Some(Value::Bool(true)))
}

fn section_kind(text: &str) -> SectionKind {
    match numbering::opening(text) {
        Some((Opening::Number(parts), _)) => return SectionKind::Number(parts.len()),
        Some((Opening::Letter(_), _)) => return SectionKind::Letter,
        Some((Opening::Bullet, _)) | None => {}
    }
    if dated::day(text).is_some() {
        SectionKind::Day
    } else if dated::month(text).is_some() || dated::is_month(text) {
        SectionKind::Month
    } else {
        SectionKind::Words
    }
}

/// The fields of an entry, each column's text under its role.
pub fn fields(table: &Table<'_>, entry: &Entry<'_>) -> BTreeMap<Role, Vec<Written>> {
    let mut fields: BTreeMap<Role, Vec<Written>> = BTreeMap::new();
    for (at, pieces) in &entry.pieces {
        let column = &table.columns[*at];
        let one = joined(pieces, &column.heading);
        let roles = if is_status(table.vocab, column, &one) { &[Role::Status][..] } else { &column.roles };
        for (role, written) in cells::shared(table.vocab, roles, pieces, one) {
            fields.entry(role).or_default().push(written);
        }
    }
    if let Some(day) = entry.day.as_ref().filter(|_| !fields.contains_key(&Role::Date)) {
        fields.insert(Role::Date, vec![joined(std::slice::from_ref(day), "")]);
    }
    title_from_others(&mut fields);
    fields
}

/// A row without a title of its own takes the fullest of its other words for one.
fn title_from_others(fields: &mut BTreeMap<Role, Vec<Written>>) {
    if fields.contains_key(&Role::Activity) {
        return;
    }
    let near = [Role::Outcome, Role::Kind, Role::Counterpart, Role::Delegate, Role::Country];
    let fullest = near
        .iter()
        .filter_map(|role| {
            fields.get(role).and_then(|texts| texts.first()).map(|written| (*role, written.clone()))
        })
        .max_by_key(|(_, written)| written.text.chars().count());
    let Some((role, mut written)) = fullest else { return };
    if let Some(title) = whole_row(&written.text) {
        fields.remove(&role);
        written.text = title;
        written.flaw = Some(CellFlaw::Damaged);
    } else if let Some((Opening::Number(_), rest)) = numbering::opening(&written.text) {
        let rest = rest.to_owned();
        written.text = rest;
    }
    fields.insert(Role::Activity, vec![written]);
}

/// The title in a cell into which a whole row was read: it begins with the running number, and dashes that stood in
/// empty cells end it.
fn whole_row(text: &str) -> Option<String> {
    let (_, rest) = text.split_once(' ').filter(|(number, _)| number.chars().all(thai::is_digit))?;
    let end = rest.find(" - ").unwrap_or(rest.len());
    Some(rest[..end].trim().to_owned())
}

/// Pieces of one column as one text.
pub fn joined(pieces: &[Piece], heading: &str) -> Written {
    let texts: Vec<&str> = pieces.iter().map(|p| p.text.as_str()).collect();
    let value: Option<Value> = match pieces {
        [only] => only.value.clone(),
        _ => None,
    };
    Written {
        text: crate::thai::one_line(&texts.join("\n")),
        value,
        place: pieces[0].place.clone(),
        heading: heading.to_owned(),
        flaw: pieces.iter().find_map(|p| p.flaw),
    }
}
