//! Files that a PDF carries: those of its list and of a portfolio, and those pinned to its pages (ISO 32000-1, 7.11.4).

use super::objects;
use crate::model::FileStatus;
use crate::problem::What;
use crate::read::Attachment;
use lopdf::{DecompressError, Dictionary, Document, Error, Object, ObjectId};
use std::collections::BTreeSet;

/// Files that are taken out of one document.
const FILES: usize = 100;
/// Bytes of all of them, unpacked.
const TOTAL: usize = 100 << 20;
/// Entries, nodes and annotations that are looked at.
const LOOKS: usize = 100_000;
/// Nodes below nodes of the list.
const DEPTH: usize = 32;
/// Characters of a name.
const NAME: usize = 150;
/// Keys of a file's names and contents, the best first.
const KEYS: [&[u8]; 5] = [b"UF", b"F", b"Unix", b"Mac", b"DOS"];

/// The files of a document in the order of its list, then of its pages, and the number of those beyond the limit.
pub fn files(doc: &Document) -> (Vec<Attachment>, usize) {
    let mut walk = Walk { doc, found: Vec::new(), seen: BTreeSet::new(), looks: 0 };
    if let Ok(catalog) = doc.catalog() {
        if let Some(names) = objects::dict(doc, catalog, b"Names")
            && let Some(list) = objects::dict(doc, names, b"EmbeddedFiles")
        {
            walk.node(list, 0);
        }
        walk.associated(catalog);
    }
    for page in doc.page_iter().filter_map(|id| doc.get_dictionary(id).ok()) {
        walk.associated(page);
        walk.pinned(page);
    }
    let left = walk.found.len().saturating_sub(FILES);
    let mut room = TOTAL;
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let files = walk.found.into_iter().take(FILES).map(|(name, stream)| {
        let content = content(doc, stream, room);
        room -= content.as_ref().map_or(0, Vec::len);
        let mut own = name.clone();
        for number in 2.. {
            if taken.insert(own.to_lowercase()) {
                break;
            }
            own = format!("({number}) {name}");
        }
        Attachment { name: own, content }
    });
    (files.collect(), left)
}

struct Walk<'a> {
    doc: &'a Document,
    found: Vec<(String, ObjectId)>,
    /// Contents that were found: the list and an annotation may name the same.
    seen: BTreeSet<ObjectId>,
    looks: usize,
}

impl<'a> Walk<'a> {
    /// True while there is anything left to look at.
    fn look(&mut self) -> bool {
        self.looks += 1;
        self.looks <= LOOKS
    }

    /// A node of the list (a name tree, ISO 32000-1, 7.9.6).
    fn node(&mut self, node: &'a Dictionary, depth: usize) {
        let doc = self.doc;
        for pair in objects::array(doc, node, b"Names").unwrap_or_default().chunks_exact(2) {
            if !self.look() {
                return;
            }
            let key = objects::follow(doc, &pair[0]).and_then(|key| key.as_str().ok()).unwrap_or_default();
            if let Some(file) = objects::follow(doc, &pair[1]).and_then(objects::as_dict) {
                self.file(file, key);
            }
        }
        for kid in objects::array(doc, node, b"Kids").unwrap_or_default() {
            if depth >= DEPTH || !self.look() {
                return;
            }
            if let Some(kid) = objects::follow(doc, kid).and_then(objects::as_dict) {
                self.node(kid, depth + 1);
            }
        }
    }

    /// Files that an object names as its associates.
    fn associated(&mut self, object: &'a Dictionary) {
        for file in objects::array(self.doc, object, b"AF").unwrap_or_default() {
            if !self.look() {
                return;
            }
            if let Some(file) = objects::follow(self.doc, file).and_then(objects::as_dict) {
                self.file(file, b"");
            }
        }
    }

    /// Files that are pinned to a page as annotations.
    fn pinned(&mut self, page: &'a Dictionary) {
        let doc = self.doc;
        for annotation in objects::array(doc, page, b"Annots").unwrap_or_default() {
            if !self.look() {
                return;
            }
            let annotation = objects::follow(doc, annotation).and_then(objects::as_dict);
            if let Some(file) = annotation.and_then(|annotation| objects::dict(doc, annotation, b"FS")) {
                self.file(file, b"");
            }
        }
    }

    /// A file specification; one without contents speaks of a file elsewhere.
    fn file(&mut self, file: &'a Dictionary, key: &[u8]) {
        let doc = self.doc;
        let Some(contents) = objects::dict(doc, file, b"EF") else { return };
        let stream = KEYS.iter().find_map(|key| contents.get(key).ok()?.as_reference().ok());
        let Some(stream) = stream.filter(|stream| self.seen.insert(*stream)) else { return };
        let named = KEYS.iter().find_map(|key| {
            objects::get(doc, file, key)?.as_str().ok().map(own_name).filter(|name| !name.is_empty())
        });
        self.found.push((named.unwrap_or_else(|| own_name(key)), stream));
    }
}

/// The last part of a name as written; the paths of all systems are cut off.
fn own_name(written: &[u8]) -> String {
    let text = objects::text(written);
    let last = text.rsplit(['/', '\\']).next().unwrap_or_default().trim().trim_matches('\0');
    // Of a long name the ending is kept, which may tell the format.
    let count = last.chars().count();
    last.chars().skip(count.saturating_sub(NAME)).collect()
}

/// The bytes of an embedded file, `room` at most.
fn content(doc: &Document, stream: ObjectId, room: usize) -> Result<Vec<u8>, (FileStatus, What)> {
    let broken = |detail: String| (FileStatus::Damaged, What::Broken { detail });
    let stream = match doc.get_object(stream) {
        Ok(Object::Stream(stream)) => stream,
        Ok(_) => return Err(broken("no stream".to_owned())),
        Err(error) => return Err(broken(error.to_string())),
    };
    stream.get_plain_content_with_limit(room).map_err(|error| match error {
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => {
            (FileStatus::Unsupported, What::TooLarge { limit: format!("{} MB", TOTAL >> 20) })
        }
        error => broken(error.to_string()),
    })
}
