//! The tables' format: tab-separated, a heading line, lists inside a field separated by `|`.

/// The rows of an embedded table, without its heading line and comments (`#`), as fields.
pub fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .skip(1)
        .map(|line| line.split('\t').collect())
}

/// A field of a row; empty where the row is too short.
pub fn field<'a>(row: &[&'a str], at: usize) -> &'a str {
    row.get(at).copied().unwrap_or("")
}

/// The items of a list field.
pub fn list(field: &str) -> impl Iterator<Item = &str> {
    field.split('|').map(str::trim).filter(|item| !item.is_empty())
}
