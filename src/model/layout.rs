//! Layouts of tables that a person says how to read.

use super::{Place, Role};
use serde::{Deserialize, Serialize};

/// A row that is, or may be, the heading of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadRow {
    /// Its number on the sheet, from 1.
    pub row: u32,
    /// Its cells: the column, from 0, and the words.
    pub cells: Vec<(u32, String)>,
}

/// What a column of a table holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnRole {
    /// The column, from 0.
    pub column: u32,
    /// What it holds; `None` for nothing of use.
    pub role: Option<Role>,
}

/// How a table is read: where its data begin and what each column holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TableReading {
    /// Code of the department that reports it; empty if it could not be told.
    pub department: String,
    /// Rows of which one is its heading, in their order.
    pub heads: Vec<HeadRow>,
    /// The row in which the data begin, from 1: the row of `heads` before it is the heading.
    pub begins: u32,
    /// What its columns hold, from left to right.
    pub columns: Vec<ColumnRole>,
}

/// A table of a sheet whose reading rests on little, or in which lines look like activities that no record holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsureTable {
    /// Where its data begin.
    pub place: Place,
    /// The number of its last row.
    pub last: u32,
    /// So many lines in it look like activities and stand in no record.
    pub lines: u32,
    /// How it was read.
    pub reading: TableReading,
    /// What stands in each column, a few cells.
    pub samples: Vec<Vec<String>>,
}

/// A layout as a person taught it: tables under this heading in reports of this department are read so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// Code of the department; empty where it could not be told.
    pub department: String,
    /// The words of the heading row from left to right.
    pub headings: Vec<String>,
    /// What each column holds; all `None` where the table is none of activities.
    pub roles: Vec<Option<Role>>,
}

impl TableReading {
    /// The heading row; `None` if no row stands before the data.
    pub fn head(&self) -> Option<&HeadRow> {
        self.heads.iter().rev().find(|head| head.row < self.begins)
    }

    /// What a column holds.
    pub fn role(&self, column: u32) -> Option<Role> {
        self.columns.iter().find(|one| one.column == column)?.role
    }

    /// The layout that it teaches; `None` without a heading row.
    pub fn layout(&self) -> Option<Layout> {
        let head = self.head()?;
        Some(Layout {
            department: self.department.clone(),
            headings: head.cells.iter().map(|(_, words)| words.clone()).collect(),
            roles: head.cells.iter().map(|(column, _)| self.role(*column)).collect(),
        })
    }
}

impl UnsureTable {
    /// True for a place within the table.
    pub fn holds(&self, place: &Place) -> bool {
        let begins = self.place.spot.row().unwrap_or(u32::MAX);
        let within = |row: u32| (begins..=self.last).contains(&row);
        place.file == self.place.file
            && place.spot.sheet() == self.place.spot.sheet()
            && place.spot.row().is_some_and(within)
    }
}
