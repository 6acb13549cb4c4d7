//! What a page's drawing is written in: its content streams, one after the other.

use super::inflate::unpack_counted;
use super::objects;
use crate::read::budget::Budget;
use lopdf::{Dictionary, Document, Object};

/// A page's content may not unpack to more than this, in bytes.
const LIMIT: usize = 16 << 20;
/// Streams of a page that are read.
const STREAMS: usize = 10_000;

/// A page's content.
pub struct Contents {
    /// As far as it could be read.
    pub bytes: Vec<u8>,
    /// False if some of it is missing or damaged.
    pub whole: bool,
}

/// The content of a page that draws with `resources`.
pub fn of(doc: &Document, page: &Dictionary, resources: &Dictionary, budget: &Budget) -> Contents {
    let mut contents = Contents { bytes: Vec::new(), whole: true };
    let Some(stated) = page.get(b"Contents").ok().filter(|stated| !matches!(stated, Object::Null)) else {
        // A page may be empty, but then it needs nothing to draw with (ISO 32000-1, table 30).
        contents.whole = !draws(doc, page, resources);
        return contents;
    };
    match objects::follow(doc, stated) {
        Some(Object::Array(parts)) => {
            contents.whole = parts.len() <= STREAMS;
            for part in parts.iter().take(STREAMS) {
                contents.add(objects::follow(doc, part), budget);
            }
        }
        one => contents.add(one, budget),
    }
    contents
}

/// True if a page without content names fonts or forms, and nothing else is shown that could need them.
fn draws(doc: &Document, page: &Dictionary, resources: &Dictionary) -> bool {
    let names = |key: &[u8]| objects::dict(doc, resources, key).is_some_and(|names| !names.is_empty());
    !page.has(b"Annots") && (names(b"Font") || names(b"XObject"))
}

impl Contents {
    fn add(&mut self, part: Option<&Object>, budget: &Budget) {
        let room = LIMIT.saturating_sub(self.bytes.len());
        let stream = part.and_then(|part| part.as_stream().ok());
        let unpacked = stream.and_then(|stream| unpack_counted(stream, room, budget));
        let Some(unpacked) = unpacked else {
            self.whole = false;
            return;
        };
        self.whole &= unpacked.whole;
        self.bytes.extend_from_slice(&unpacked.bytes);
        // Tokens do not go on from one stream to the next.
        self.bytes.push(b'\n');
    }
}
