//! Optional content: the layers that are switched off in the document's usual view (ISO 32000-1, 8.11).

use super::objects;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// Which layers are off.
pub struct Layers<'a> {
    doc: &'a Document,
    off: BTreeSet<ObjectId>,
    /// Entries that were asked about, by their address.
    told: RefCell<HashMap<usize, bool>>,
}

impl<'a> Layers<'a> {
    /// The layers of a document.
    pub fn of(doc: &'a Document) -> Self {
        let mut off = BTreeSet::new();
        let properties = doc.catalog().ok().and_then(|catalog| objects::dict(doc, catalog, b"OCProperties"));
        if let Some(properties) = properties
            && let Some(usual) = objects::dict(doc, properties, b"D")
        {
            if objects::name(doc, usual, b"BaseState") == Some(b"OFF") {
                off.extend(references(doc, properties, b"OCGs"));
                for on in references(doc, usual, b"ON") {
                    off.remove(&on);
                }
            }
            off.extend(references(doc, usual, b"OFF"));
        }
        Self { doc, off, told: RefCell::default() }
    }

    /// True if what is under the value of an `/OC` entry, or under a marked property, is not shown: a layer that is off,
    /// or a membership whose policy says so.
    pub fn hide(&self, entry: &'a Object) -> bool {
        // A membership may have very many layers, and be asked about at every mark.
        let address = std::ptr::from_ref(entry).addr();
        let told = self.told.borrow().get(&address).copied();
        told.unwrap_or_else(|| {
            let hides = self.hides(entry);
            self.told.borrow_mut().insert(address, hides);
            hides
        })
    }

    fn hides(&self, entry: &Object) -> bool {
        if entry.as_reference().is_ok_and(|layer| self.off.contains(&layer)) {
            return true;
        }
        let Some(membership) = objects::follow(self.doc, entry).and_then(objects::as_dict) else {
            return false;
        };
        let members = match membership.get(b"OCGs") {
            Ok(Object::Reference(one))
                if !matches!(objects::get(self.doc, membership, b"OCGs"), Some(Object::Array(_))) =>
            {
                vec![*one]
            }
            _ => references(self.doc, membership, b"OCGs"),
        };
        if members.is_empty() {
            return false;
        }
        let off = |layer: &ObjectId| self.off.contains(layer);
        match objects::name(self.doc, membership, b"P") {
            Some(b"AllOn") => members.iter().any(off),
            Some(b"AnyOff") => !members.iter().any(off),
            Some(b"AllOff") => !members.iter().all(off),
            _ => members.iter().all(off),
        }
    }
}

fn references(doc: &Document, dict: &Dictionary, key: &[u8]) -> Vec<ObjectId> {
    let list = objects::array(doc, dict, key).unwrap_or_default();
    list.iter().filter_map(|object| object.as_reference().ok()).collect()
}
