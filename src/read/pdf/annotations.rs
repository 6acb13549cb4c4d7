//! Annotations whose look is part of the page: filled form fields, typed-on text, stamps (ISO 32000-1, 12.5).

use super::matrix::Matrix;
use super::objects;
use crate::model::Rect;
use lopdf::{Dictionary, Document, Object, Stream};

/// Annotations of a page that are looked at.
const LIMIT: usize = 10_000;
/// Flags of an annotation that is not shown: hidden, and no view.
const UNSEEN: i64 = 1 << 1 | 1 << 5;

/// An annotation as it looks.
pub struct Appearance<'a> {
    /// What it draws.
    pub form: &'a Stream,
    /// Takes the form's own space, its `/Matrix` applied, to the page's.
    pub placed: Matrix,
    /// The layer that it belongs to.
    pub layer: Option<&'a Object>,
}

/// The shown annotations of a page, in their order. Links and notes that open in a window of their own have no part in it.
pub fn appearances<'a>(doc: &'a Document, page: &'a Dictionary) -> Vec<Appearance<'a>> {
    let list = objects::array(doc, page, b"Annots").unwrap_or_default();
    list.iter()
        .take(LIMIT)
        .filter_map(|object| appearance(doc, objects::as_dict(objects::follow(doc, object)?)?))
        .collect()
}

fn appearance<'a>(doc: &'a Document, annotation: &'a Dictionary) -> Option<Appearance<'a>> {
    let kind = objects::name(doc, annotation, b"Subtype")?;
    let flags = objects::integer(doc, annotation, b"F").unwrap_or(0);
    if flags & UNSEEN != 0 || matches!(kind, b"Link" | b"Popup" | b"Text") {
        return None;
    }
    let looks = objects::dict(doc, annotation, b"AP")?;
    let form = match objects::get(doc, looks, b"N")? {
        Object::Stream(form) => form,
        // A tick box has a look for each of its states.
        Object::Dictionary(states) => objects::stream(doc, states, objects::name(doc, annotation, b"AS")?)?,
        _ => return None,
    };
    let placed = placed(doc, annotation, form)?;
    Some(Appearance { form, placed, layer: annotation.get(b"OC").ok() })
}

/// The matrix that fits the form's box, its own matrix applied, into the annotation's rectangle.
fn placed(doc: &Document, annotation: &Dictionary, form: &Stream) -> Option<Matrix> {
    let to = upright(objects::numbers::<4>(doc, annotation, b"Rect")?);
    let own = objects::numbers::<6>(doc, &form.dict, b"Matrix").map_or(Matrix::IDENTITY, Matrix::of);
    let from = own.rect(upright(objects::numbers::<4>(doc, &form.dict, b"BBox")?));
    let (width, height) = (from.right - from.left, from.bottom - from.top);
    if width <= 0.0 || height <= 0.0 {
        return None;
    }
    let (x, y) = ((to.right - to.left) / width, (to.bottom - to.top) / height);
    let fitted = Matrix::of([x, 0.0, 0.0, y, to.left - from.left * x, to.top - from.top * y]);
    fitted.is_sane().then_some(fitted)
}

/// A rectangle by its lower left and upper right corner, whichever two are given; `top` is the lower edge.
fn upright([a, b, c, d]: [f32; 4]) -> Rect {
    Rect { left: a.min(c), top: b.min(d), right: a.max(c), bottom: b.max(d) }
}
