//! Reading PDFs: what a page draws in, text and tables out.

mod budget;
pub mod build;
mod characters;
mod damage;
mod font;
mod locked;
mod pages;

use build::{Pdf, grid, hex, show};
use focalpoint::model::{Block, Body, Format, Page, Report, Value};
use focalpoint::read::{Opened, Unreadable, read};

fn opened(bytes: &[u8]) -> Result<Opened, Unreadable> {
    let report =
        Report {
            file: "รายงาน.pdf".to_owned(), size: 0, sha256: String::new(), format: Format::Pdf
        };
    read(&report, bytes)
}

pub fn pages_of(pdf: Pdf) -> Vec<Page> {
    match opened(&pdf.bytes()).unwrap().document.body {
        Body::Pages(pages) => pages,
        Body::Sheets(_) => panic!("sheets"),
    }
}

/// The lines of a page, and the rows of its tables with `|` between cells, furniture in brackets.
pub fn text_of(page: &Page) -> Vec<String> {
    let mut out = Vec::new();
    for block in &page.blocks {
        match block {
            Block::Line(line) if line.furniture => out.push(format!("[{}]", line.text)),
            Block::Line(line) => out.push(line.text.clone()),
            Block::Table(table) => {
                for row in 0..table.grid.rows() {
                    let mut cells = vec![String::new(); table.grid.columns() as usize];
                    for (column, cell) in table.grid.row(row) {
                        if let Value::Text(text) = &cell.value {
                            cells[column as usize].clone_from(text);
                        }
                    }
                    out.push(cells.join("|"));
                }
            }
        }
    }
    out
}

/// What one page with this content says.
pub fn said(content: &str) -> Vec<String> {
    text_of(&pages_of(Pdf::new().add_page(content))[0])
}
