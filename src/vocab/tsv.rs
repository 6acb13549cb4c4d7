//! The tables' format: tab-separated, a heading line, lists inside a field separated by `|`.

/// The rows of an embedded table, without its heading line and comments (`#`), as fields.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .skip(1)
        .map(|line| line.split('\t').collect())
}

/// A field of a row; empty where the row is too short.
#[must_use]
pub fn field(row: &[&'static str], at: usize) -> &'static str {
    row.get(at).copied().unwrap_or("")
}

/// The items of a list field.
pub fn list(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split('|').map(str::trim).filter(|item| !item.is_empty())
}
