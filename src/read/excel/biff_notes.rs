//! Notes and text boxes of an old workbook's sheet, from its records (MS-XLS): an object, its text, and for a note the
//! cell that it belongs to.

use super::biff::word;
use crate::model::{Note, NoteKind};
use crate::read::book::Refused;
use crate::read::fill::Filled;
use encoding_rs::UTF_16LE;
use std::collections::BTreeMap;

const NOTE: u16 = 0x001c;
const CONTINUE: u16 = 0x003c;
const OBJECT: u16 = 0x005d;
const DRAWING: u16 = 0x00ec;
const TEXT: u16 = 0x01b6;
/// Type of the object that shows a note.
const NOTE_OBJECT: u16 = 0x19;
/// Head of a drawing's record that says over which cells an object lies.
const ANCHOR: [u8; 8] = [0x00, 0x00, 0x10, 0xf0, 0x12, 0x00, 0x00, 0x00];
/// Objects that are told apart in one sheet; far fewer are read.
const OBJECTS: usize = 100_000;

/// Objects with text while the records of a sheet are read.
#[derive(Debug, Default)]
pub(super) struct Objects {
    read: Vec<Object>,
    /// Cells of notes by the number of their object.
    cells: BTreeMap<u16, (u32, u32)>,
    anchor: Option<(u32, u32)>,
    /// Characters of the last object's text that are still to come.
    missing: usize,
}

#[derive(Debug)]
struct Object {
    number: u16,
    note: bool,
    at: Option<(u32, u32)>,
    text: String,
}

impl Objects {
    /// Takes in a record. What is cut short in it is left out.
    pub(super) fn take(&mut self, kind: u16, data: &[u8]) {
        match kind {
            DRAWING => {
                let head = data.windows(ANCHOR.len()).rposition(|window| window == ANCHOR);
                let cell = |head: usize| {
                    let (column, row) = (word(data, head + 10)?, word(data, head + 14)?);
                    Some((u32::from(row), u32::from(column)))
                };
                self.anchor = head.and_then(cell);
            }
            OBJECT if word(data, 0) == Some(0x15) => {
                if let (Some(sort), Some(number)) = (word(data, 4), word(data, 6))
                    && self.read.len() < OBJECTS
                {
                    let (note, at) = (sort == NOTE_OBJECT, self.anchor.take());
                    self.read.push(Object { number, note, at, text: String::new() });
                }
            }
            TEXT => self.missing = word(data, 10).map_or(0, usize::from),
            CONTINUE if self.missing > 0 => self.go_on(data),
            NOTE => {
                if let (Some(row), Some(column), Some(number)) = (word(data, 0), word(data, 2), word(data, 6))
                {
                    self.cells.insert(number, (u32::from(row), u32::from(column)));
                }
            }
            _ => {}
        }
    }

    /// A part of a text: a byte that says how wide its characters are, and the characters.
    fn go_on(&mut self, data: &[u8]) {
        let Some((flags, rest)) = data.split_first() else { return };
        let text: String = if flags & 1 == 1 {
            let bytes = rest.get(..(self.missing * 2).min(rest.len() & !1)).unwrap_or_default();
            UTF_16LE.decode_without_bom_handling(bytes).0.into_owned()
        } else {
            rest.iter().take(self.missing).copied().map(char::from).collect()
        };
        self.missing -= text.encode_utf16().count().clamp(1, self.missing);
        if let Some(object) = self.read.last_mut() {
            object.text.push_str(&text.replace('\r', "\n"));
        }
    }

    /// The texts.
    ///
    /// # Errors
    /// If the file holds more text than the limits.
    pub(super) fn notes(self, filled: &mut Filled) -> Result<Vec<Note>, Refused> {
        let mut notes = Vec::new();
        for object in self.read {
            let Some(text) = filled.note(&object.text)? else { continue };
            let kind = if object.note { NoteKind::Comment } else { NoteKind::TextBox };
            let at = self.cells.get(&object.number).copied().filter(|_| object.note).or(object.at);
            notes.push(Note { kind, at, text });
        }
        Ok(notes)
    }
}
