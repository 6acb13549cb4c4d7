//! Layouts of tables, tried in order; the last one takes every table.

mod kpi;
mod plain;
mod quarters;
mod summary;
mod travel;

use super::entries::{Entry, Table};
pub use super::fields::Fields;
use super::headings::Column;
use crate::model::{AsideReason, Role};

/// What a layout makes of the entries of a table.
pub enum Found {
    /// A record of one or more entries.
    Record { entries: Vec<usize>, fields: Fields },
    /// An entry that is no record.
    Aside { entry: usize, reason: AsideReason },
}

/// A layout: its name, whether a table is one, and what it makes of the entries.
pub struct Layout {
    pub name: &'static str,
    pub fits: fn(&Table<'_>) -> bool,
    pub read: fn(&Table<'_>, &[Entry<'_>]) -> Vec<Found>,
}

/// All of them, the most particular first.
pub const LAYOUTS: &[Layout] = &[
    Layout { name: "kpi", fits: kpi::fits, read: kpi::read },
    Layout { name: "quarters", fits: quarters::fits, read: quarters::read },
    Layout { name: "travel", fits: travel::fits, read: travel::read },
    Layout { name: "summary", fits: summary::fits, read: summary::read },
    PLAIN,
];

const PLAIN: Layout = Layout { name: "table", fits: |_| true, read: plain::read };

/// The layout of a table.
pub fn of(table: &Table<'_>) -> &'static Layout {
    LAYOUTS.iter().find(|layout| (layout.fits)(table)).unwrap_or(&PLAIN)
}

fn has(columns: &[Column], role: Role) -> bool {
    columns.iter().any(|c| c.roles.contains(&role))
}
