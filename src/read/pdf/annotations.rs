//! Annotations whose look is part of the page: filled form fields, typed-on text, stamps (ISO 32000-1, 12.5).

use super::fields::{self, Written};
use super::matrix::Matrix;
use super::objects;
use crate::model::{Counted, Rect};
use crate::read::budget::Budget;
use lopdf::{Dictionary, Document, Object, Stream};

/// Annotations of a page that are looked at.
const LIMIT: usize = 10_000;
/// Flags of an annotation that is not shown: hidden, and no view.
const UNSEEN: i64 = 1 << 1 | 1 << 5;

/// Kinds of annotations whose words open in a window of their own.
const NOTES: [&[u8]; 12] = [
    b"Text",
    b"Highlight",
    b"Underline",
    b"Squiggly",
    b"StrikeOut",
    b"Caret",
    b"Square",
    b"Circle",
    b"Line",
    b"Polygon",
    b"PolyLine",
    b"Ink",
];
/// Notes of a page that are named.
const NOTE_LIMIT: usize = 100;

/// An annotation as it is shown.
pub struct Annotation<'a> {
    /// Its look, if the file has one.
    pub look: Option<Appearance<'a>>,
    /// What viewers write into it where its look says nothing.
    pub written: Option<Written>,
    /// True if viewers write it anew although it has a look, which may be that of an earlier value.
    pub anew: bool,
    /// True if it lies over the page and is no part of its text.
    pub over: bool,
    /// Where text is struck through by an annotation that has no look, which viewers draw.
    pub struck: Option<Rect>,
    /// The layer that it belongs to.
    pub layer: Option<&'a Object>,
}

/// How an annotation looks.
pub struct Appearance<'a> {
    /// What it draws.
    pub form: &'a Stream,
    /// Takes the form's own space, its `/Matrix` applied, to the page's.
    pub placed: Matrix,
}

/// The shown annotations of a page, in their order. Links and notes that open in a window of their own have no part in it.
pub fn shown<'a>(doc: &'a Document, page: &'a Dictionary, budget: &Budget) -> Vec<Annotation<'a>> {
    let form = doc.catalog().ok().and_then(|catalog| objects::dict(doc, catalog, b"AcroForm"));
    let anew = form.and_then(|form| objects::get(doc, form, b"NeedAppearances"));
    let anew = anew.is_some_and(|anew| anew.as_bool().unwrap_or(false));
    let annotations = listed(doc, page).filter_map(|one| annotation(doc, one, anew));
    let within = annotations.take_while(|one| {
        // Each has at least its place in memory.
        let said = one.written.as_ref().map_or(1, |written| written.solid().len().max(1));
        budget.take(Counted::PageText, said)
    });
    within.collect()
}

/// Words of the notes that somebody put on a page for others to read: they are no part of its text.
pub fn notes(doc: &Document, page: &Dictionary, budget: &Budget) -> Vec<String> {
    let note = |annotation: &Dictionary| {
        let kind = objects::name(doc, annotation, b"Subtype")?;
        let shown = objects::integer(doc, annotation, b"F").unwrap_or(0) & UNSEEN == 0;
        let words = || fields::text(doc, objects::get(doc, annotation, b"Contents")?);
        (shown && NOTES.contains(&kind)).then(words)?
    };
    let notes = listed(doc, page).filter_map(note).take(NOTE_LIMIT);
    notes.take_while(|note| budget.take(Counted::PageText, note.len())).collect()
}

/// The annotations of a page.
fn listed<'a>(doc: &'a Document, page: &'a Dictionary) -> impl Iterator<Item = &'a Dictionary> {
    let list = objects::array(doc, page, b"Annots").unwrap_or_default();
    list.iter().take(LIMIT).filter_map(|object| objects::as_dict(objects::follow(doc, object)?))
}

fn annotation<'a>(doc: &'a Document, annotation: &'a Dictionary, anew: bool) -> Option<Annotation<'a>> {
    let kind = objects::name(doc, annotation, b"Subtype")?;
    let flags = objects::integer(doc, annotation, b"F").unwrap_or(0);
    if flags & UNSEEN != 0 || matches!(kind, b"Link" | b"Popup" | b"Text") {
        return None;
    }
    let rect = objects::numbers::<4>(doc, annotation, b"Rect").map(upright);
    let written = rect.and_then(|rect| fields::written(doc, annotation, kind, rect));
    let look = appearance(doc, annotation);
    let layer = annotation.get(b"OC").ok();
    let struck = rect.filter(|_| kind == b"StrikeOut" && look.is_none());
    let over = kind == b"Watermark";
    Some(Annotation { look, written, anew: anew && kind == b"Widget", over, struck, layer })
}

fn appearance<'a>(doc: &'a Document, annotation: &'a Dictionary) -> Option<Appearance<'a>> {
    let looks = objects::dict(doc, annotation, b"AP")?;
    let form = match objects::get(doc, looks, b"N")? {
        Object::Stream(form) => form,
        // A tick box has a look for each of its states.
        Object::Dictionary(states) => objects::stream(doc, states, objects::name(doc, annotation, b"AS")?)?,
        _ => return None,
    };
    let placed = placed(doc, annotation, form)?;
    Some(Appearance { form, placed })
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
