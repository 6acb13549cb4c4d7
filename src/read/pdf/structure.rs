//! Tables that a tagged document names: which cell each piece of marked content belongs to (ISO 32000-1, 14.7 and 14.8).

use super::objects;
use crate::model::Counted;
use crate::read::budget::Budget;
use crate::read::drawn::Tag;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeSet, HashMap};

/// Elements within elements.
const DEPTH: usize = 64;
/// A cell spans no more rows or columns.
const SPAN: i64 = 1_000;
/// Roles that stand for roles.
const ROLES: usize = 8;

/// Cells by page and number of the marked content.
pub type Cells = HashMap<ObjectId, HashMap<i64, Tag>>;

/// The cells of all tagged tables.
pub fn cells(doc: &Document, budget: &Budget) -> Cells {
    let mut walk = Walk { doc, budget, roles: None, cells: Cells::new(), tables: 0 };
    let root = doc.catalog().ok().and_then(|catalog| objects::dict(doc, catalog, b"StructTreeRoot"));
    if let Some(root) = root {
        walk.roles = objects::dict(doc, root, b"RoleMap");
        walk.kids(root, Here { page: None, tag: None }, None, 0);
    }
    walk.cells
}

struct Walk<'a> {
    doc: &'a Document,
    roles: Option<&'a Dictionary>,
    cells: Cells,
    tables: u32,
    budget: &'a Budget,
}

/// What marked content found here belongs to.
#[derive(Clone, Copy)]
struct Here {
    page: Option<ObjectId>,
    tag: Option<Tag>,
}

/// A table while its rows are walked.
struct Rows {
    table: u32,
    next: u32,
    /// Places under cells that span rows.
    taken: BTreeSet<(u32, u32)>,
}

impl<'a> Walk<'a> {
    /// Walks the kids of an element; `rows` is the table that rows among them belong to.
    fn kids(&mut self, element: &'a Dictionary, here: Here, mut rows: Option<&mut Rows>, depth: usize) {
        let Some(kids) = objects::get(self.doc, element, b"K") else { return };
        let list = kids.as_array().map_or(std::slice::from_ref(kids), Vec::as_slice);
        for kid in list {
            if depth >= DEPTH || !self.budget.take(Counted::Tags, 1) {
                return;
            }
            match objects::follow(self.doc, kid) {
                Some(Object::Integer(content)) => self.content(*content, here),
                Some(Object::Dictionary(dict)) => self.kid(dict, here, rows.as_deref_mut(), depth + 1),
                _ => {}
            }
        }
    }

    fn content(&mut self, number: i64, here: Here) {
        if let (Some(page), Some(tag)) = (here.page, here.tag) {
            self.cells.entry(page).or_default().insert(number, tag);
        }
    }

    fn kid(&mut self, dict: &'a Dictionary, here: Here, rows: Option<&mut Rows>, depth: usize) {
        let page = dict.get(b"Pg").ok().and_then(|page| page.as_reference().ok()).or(here.page);
        let here = Here { page, ..here };
        if let Some(content) = objects::integer(self.doc, dict, b"MCID") {
            return self.content(content, here);
        }
        match (self.role(dict), rows) {
            (b"Table", _) => {
                let mut rows = Rows { table: self.tables, next: 0, taken: BTreeSet::new() };
                self.tables += 1;
                self.kids(dict, here, Some(&mut rows), depth);
            }
            (b"THead" | b"TBody" | b"TFoot", Some(rows)) => self.kids(dict, here, Some(rows), depth),
            (b"TR", Some(rows)) => self.row(dict, here, rows, depth),
            _ => self.kids(dict, here, None, depth),
        }
    }

    fn row(&mut self, row: &'a Dictionary, here: Here, rows: &mut Rows, depth: usize) {
        let at = rows.next;
        rows.next += 1;
        let mut column = 0;
        let Some(kids) = objects::get(self.doc, row, b"K") else { return };
        for kid in kids.as_array().map_or(std::slice::from_ref(kids), Vec::as_slice) {
            let Some(cell) = objects::follow(self.doc, kid).and_then(objects::as_dict) else { continue };
            if !self.budget.take(Counted::Tags, 1) {
                return;
            }
            if !matches!(self.role(cell), b"TH" | b"TD") {
                continue;
            }
            while rows.taken.remove(&(at, column)) {
                column += 1;
            }
            let (down, across) = (self.span(cell, b"RowSpan"), self.span(cell, b"ColSpan"));
            if !self.budget.take(Counted::Tags, (down as usize - 1) * across as usize) {
                return;
            }
            let below = (at + 1..at + down).flat_map(|row| (column..column + across).map(move |c| (row, c)));
            rows.taken.extend(below);
            let tag = Tag { table: rows.table, row: at, column, rows: down, columns: across };
            column += across;
            let page = cell.get(b"Pg").ok().and_then(|page| page.as_reference().ok()).or(here.page);
            self.kids(cell, Here { page, tag: Some(tag) }, None, depth + 1);
        }
    }

    /// The standard role of an element.
    fn role(&self, element: &'a Dictionary) -> &'a [u8] {
        let mut role = objects::name(self.doc, element, b"S").unwrap_or_default();
        for _ in 0..ROLES {
            match self.roles.and_then(|roles| objects::name(self.doc, roles, role)) {
                Some(next) if next != role => role = next,
                _ => break,
            }
        }
        role
    }

    /// An attribute that counts rows or columns.
    fn span(&self, cell: &Dictionary, key: &[u8]) -> u32 {
        let attributes = objects::get(self.doc, cell, b"A");
        let list =
            attributes.map_or(&[][..], |a| a.as_array().map_or(std::slice::from_ref(a), Vec::as_slice));
        self.budget.take(Counted::Tags, list.len().saturating_sub(1));
        let dicts = list.iter().filter_map(|item| objects::as_dict(objects::follow(self.doc, item)?));
        let span = dicts.into_iter().find_map(|dict| objects::integer(self.doc, dict, key));
        u32::try_from(span.unwrap_or(1).clamp(1, SPAN)).unwrap_or(1)
    }
}
