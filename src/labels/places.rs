//! Places in words, as the spreadsheet program or the PDF viewer shows them.

use super::{Lang, pick};
use crate::model::{Place, Spot};

/// A cell's address: row and column 0-based.
pub fn cell(row: u32, column: u32) -> String {
    format!("{}{}", column_letters(column), row + 1)
}

/// A column's letters; 0 is A.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The spot within its file.
pub fn spot(lang: Lang, place: &Place) -> String {
    match &place.spot {
        Spot::File => pick(lang, "ทั้งแฟ้ม", "the file").to_owned(),
        // Tables saved as text have one sheet without a name.
        Spot::Row { sheet, row } if sheet.is_empty() => {
            pick(lang, format!("แถว {row}"), format!("row {row}"))
        }
        Spot::Cell { sheet, row, column } if sheet.is_empty() => {
            let cell = cell(row - 1, column - 1);
            pick(lang, format!("เซลล์ {cell}"), format!("cell {cell}"))
        }
        Spot::Sheet { sheet } => pick(lang, format!("แผ่นงาน {sheet}"), format!("sheet {sheet}")),
        Spot::Row { sheet, row } => {
            pick(lang, format!("แผ่นงาน {sheet} แถว {row}"), format!("sheet {sheet}, row {row}"))
        }
        Spot::Cell { sheet, row, column } => {
            let cell = cell(row - 1, column - 1);
            pick(lang, format!("แผ่นงาน {sheet} เซลล์ {cell}"), format!("sheet {sheet}, cell {cell}"))
        }
        Spot::Page { page } => pick(lang, format!("หน้า {page}"), format!("page {page}")),
        Spot::Line { page, line } => {
            pick(lang, format!("หน้า {page} บรรทัด {line}"), format!("page {page}, line {line}"))
        }
    }
}

/// A file name that is safe to print: control characters and direction marks are written as escapes.
pub fn shown(name: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    name.chars().map(|c| if hidden(c) { c.escape_unicode().to_string() } else { c.to_string() }).collect()
}
