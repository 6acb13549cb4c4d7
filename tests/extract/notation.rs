//! Documents and what is found in them as text.
//!
//! `# sheet NAME` or `# hidden sheet NAME` begins a sheet, `# page` a page. A row of cells is written
//! `| cell | cell |`; in a sheet an empty line is an empty row. `<` continues the cell to the left and `^` the cell
//! above (merged cells), `\n` is a line break inside a cell, `@2024-01-31` a typed date, `=12` a typed number, `#` an empty cell that is coloured, and a row
//! that begins with `~|` is hidden. On a page every other line is a line of text; its blanks indent it, an empty line
//! is a wide gap, and consecutive rows are one table. A line between `**` is bold.

use focalpoint::extract;
use focalpoint::model::{
    Block, Body, Cell, Colour, Document, Extract, Grid, Legibility, Line, Look, Page, Place, Rect, Role,
    Sheet, Span, Spot, Table, Value,
};
use focalpoint::vocab::Vocab;
use std::fmt::Write;

/// Width of a character and height of a line, in points.
const WIDTH: f32 = 6.0;
const HEIGHT: f32 = 20.0;

/// Reads the notation.
pub fn document(text: &str) -> Document {
    let pages = text.lines().any(|line| line == "# page");
    let mut parts: Vec<(String, Vec<&str>)> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("# ") {
            Some(head) => parts.push((head.to_owned(), Vec::new())),
            None => parts.last_mut().expect("a part begins with #").1.push(line),
        }
    }
    let body = if pages {
        Body::Pages(parts.iter().enumerate().map(|(n, (_, lines))| page(n as u32 + 1, lines)).collect())
    } else {
        Body::Sheets(parts.iter().map(|(head, lines)| sheet(head, lines)).collect())
    };
    Document { body, partial: false }
}

fn sheet(head: &str, lines: &[&str]) -> Sheet {
    let hidden = head.starts_with("hidden ");
    let name = head.trim_start_matches("hidden ").trim_start_matches("sheet").trim().to_owned();
    Sheet { name, hidden, grid: grid(lines), notes: Vec::new() }
}

fn grid(lines: &[&str]) -> Grid {
    let mut grid = Grid::default();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.starts_with("~|") {
            grid.hidden_rows.insert(at as u32);
        }
        let inner = line.trim_start_matches('~').trim();
        let inner = inner.strip_prefix('|').unwrap_or(inner);
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        rows.push(inner.split('|').map(|cell| cell.trim().replace("\\n", "\n")).collect());
    }
    for (r, row) in rows.iter().enumerate() {
        for (c, text) in row.iter().enumerate() {
            if text == "#" {
                let fill = Some(Colour { red: 91, green: 155, blue: 213 });
                grid.look((r as u32, c as u32), Look { fill, ..Look::default() });
                continue;
            }
            if text.is_empty() || text == "<" || text == "^" {
                continue;
            }
            let right = row[c + 1..].iter().take_while(|t| *t == "<").count();
            let down =
                rows[r + 1..].iter().take_while(|below| below.get(c).is_some_and(|t| t == "^")).count();
            if right + down > 0 {
                grid.merged.push(Span {
                    top: r as u32,
                    left: c as u32,
                    bottom: (r + down) as u32,
                    right: (c + right) as u32,
                });
            }
            grid.cells.insert((r as u32, c as u32), Cell { value: value(text), flaw: None });
        }
    }
    grid
}

fn value(text: &str) -> Value {
    if let Some(date) = text.strip_prefix('@') {
        return Value::Date(format!("{date}T00:00:00").parse().expect("a date"));
    }
    if let Some(number) = text.strip_prefix('=') {
        return Value::Number(number.parse().expect("a number"));
    }
    Value::Text(text.to_owned())
}

fn page(number: u32, lines: &[&str]) -> Page {
    let mut blocks = Vec::new();
    let mut top = 50.0;
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        if line.starts_with('|') {
            let rows = lines[at..].iter().take_while(|l| l.starts_with('|')).count();
            let grid = grid(&lines[at..at + rows]);
            let columns = (0..grid.columns()).map(|c| 50.0 + c as f32 * 80.0).collect();
            let bounds = Rect { left: 50.0, top, right: 550.0, bottom: top + rows as f32 * HEIGHT };
            blocks.push(Block::Table(Table { grid, bounds, ruled: true, columns }));
            top = bounds.bottom;
            at += rows;
            continue;
        }
        if !line.trim().is_empty() {
            let indent = line.len() - line.trim_start().len();
            let left = 60.0 + indent as f32 * WIDTH;
            let words = line.trim();
            let bold = words.strip_prefix("**").and_then(|words| words.strip_suffix("**"));
            let words = bold.unwrap_or(words);
            let right = left + words.chars().count() as f32 * WIDTH;
            let bounds = Rect { left, top, right, bottom: top + HEIGHT - 6.0 };
            let text = words.to_owned();
            let line = Line {
                text,
                bounds,
                size: 14.0,
                bold: bold.is_some(),
                colour: None,
                furniture: false,
                unsure: false,
            };
            blocks.push(Block::Line(line));
        }
        top += HEIGHT;
        at += 1;
    }
    Page { number, width: 595.0, height: 842.0, blocks, columns: Vec::new(), legibility: Legibility::Good }
}

/// What was found, as text: records with their fields, everything else with its reason,
/// what looks like an activity and is in none, and the count.
pub fn shown(file: &str, document: &Document) -> String {
    let extract = extract::extract(Vocab::built_in(), file, document);
    let mut out = String::new();
    for record in &extract.records {
        let _ = writeln!(out, "{} {}", place(&record.place), record.layout);
        for section in &record.context.sections {
            let _ = writeln!(out, "  under {section}");
        }
        for (role, texts) in &record.fields {
            for written in texts {
                let _ = writeln!(out, "  {} {}", role_name(*role), written.text);
            }
        }
    }
    for aside in &extract.aside {
        let _ = writeln!(out, "- {} {}", place(&aside.place), aside.reason.code());
    }
    for line in &extract.unheld {
        let _ = writeln!(out, "? {} {}", place(&line.record.place), line.text);
    }
    tail(&mut out, &extract);
    out
}

fn tail(out: &mut String, extract: &Extract) {
    if extract.nil {
        out.push_str("nil\n");
    }
    if let Some(mark) = &extract.restricted {
        let _ = writeln!(out, "restricted {mark}");
    }
    let audit = extract.audit;
    let _ = writeln!(
        out,
        "{} seen, {} in {} records, {} aside",
        audit.seen, audit.in_records, audit.records, audit.aside
    );
}

pub fn place(place: &Place) -> String {
    match &place.spot {
        Spot::File => "file".to_owned(),
        Spot::Sheet { sheet } => sheet.clone(),
        Spot::Row { sheet, row } | Spot::Cell { sheet, row, .. } => format!("{sheet}!{row}"),
        Spot::Page { page } => format!("p{page}"),
        Spot::Line { page, line } => format!("p{page}:{line}"),
    }
}

pub fn role_name(role: Role) -> String {
    serde_json::to_value(role).expect("a role").as_str().expect("a name").to_owned()
}
