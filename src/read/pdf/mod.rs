//! PDF to what its pages draw.
//!
//! `content` interprets a page's drawing with `fonts` and `unicode`, which gives `drawn` records; `page` makes lines and
//! tables of them.

mod annotations;
mod attachments;
mod content;
mod contents;
mod fields;
mod fonts;
mod inflate;
mod ink;
pub mod known;
mod layers;
mod lexer;
mod load;
mod marks;
mod matrix;
mod objects;
mod outline;
mod structure;
mod type1;
mod type3;
mod unicode;
mod weight;

use super::drawn::{DrawnPage, Rung};
use super::{Opened, Unreadable, page};
use crate::model::{Body, Document, FileStatus, Place, Report, Spot};
use crate::problem::{Problem, What, Within};
use crate::thai;
use content::{FontCache, Source};
use inflate::unpack;
use layers::Layers;
use load::Refused;
use lopdf::{Dictionary, ObjectId};
use matrix::Matrix;
use std::collections::{BTreeSet, HashMap};

/// Pages that are read.
const PAGE_LIMIT: usize = 5_000;
/// Damaged pages of a document that are named.
const DAMAGED: usize = 20;
/// A page has at least so many glyphs of which nothing is known before they count.
const UNKNOWN: usize = 5;
/// Texts over the pages of a document that are named.
const OVER: usize = 20;
/// Parents that are asked for an inherited attribute.
const PARENT_LIMIT: usize = 64;
/// A whole file ends with this mark, within so many bytes: of 2,509 good files seven lack it, and of 67 damaged ones
/// none has it.
const END_MARK: (&[u8], usize) = (b"%%EOF", 1024);

/// Reads a PDF.
///
/// # Errors
/// If it is damaged beyond reading or locked with a password.
pub fn read(report: &Report, bytes: &[u8]) -> Result<Opened, Unreadable> {
    let file = Place::file(&report.file);
    let broken = |detail: String| Unreadable {
        status: FileStatus::Damaged,
        problem: Problem::error(file.clone(), What::Broken { detail }),
    };
    let doc = load::load(bytes).map_err(|refused| match refused {
        Refused::Locked => Unreadable {
            status: FileStatus::Password,
            problem: Problem::error(file.clone(), What::PasswordNeeded),
        },
        Refused::Broken(detail) => broken(detail),
    })?;
    let mut drawn = drawn_pages(&doc);
    marks::repair(&mut drawn);
    if drawn.is_empty() {
        return Err(broken("no pages".to_owned()));
    }
    let tail = &bytes[bytes.len().saturating_sub(END_MARK.1)..];
    let ended = tail.windows(END_MARK.0.len()).any(|window| window == END_MARK.0);
    let whole = ended
        && doc.xref_recovery.is_none()
        && drawn.len() >= stated_pages(&doc)
        && packed_objects_are_whole(&doc);
    let cut = drawn.iter().filter(|page| page.cut_short).count();
    let pages = page::pages(&mut drawn);
    let mut problems: Vec<Problem> = pages.iter().filter_map(|page| page::problem(&file, page)).collect();
    let damaged = drawn.iter().filter(|page| page.cut_short).take(DAMAGED);
    problems.extend(
        damaged.map(|page| Problem::warning(file.at(Spot::Page { page: page.number }), What::PageDamaged)),
    );
    problems.extend(within_pages(&doc, &file, &drawn));
    if !whole || cut > DAMAGED {
        problems.push(Problem::warning(file.clone(), What::Partial));
    }
    let (attachments, left) = attachments::files(&doc);
    if left > 0 {
        problems.push(Problem::warning(file, What::Within(Within::AttachmentsLeft { count: left as u32 })));
    }
    Ok(Opened {
        document: Document { body: Body::Pages(pages), partial: !whole || cut > 0 },
        problems,
        attachments,
    })
}

/// True if no stream that other objects are packed in is damaged: the library drops the objects that it does not find.
fn packed_objects_are_whole(doc: &lopdf::Document) -> bool {
    let packed = doc.objects.values().filter_map(|object| object.as_stream().ok());
    packed
        .filter(|stream| stream.dict.has_type(b"ObjStm"))
        .all(|stream| unpack(stream, objects::STREAM_LIMIT).is_some_and(|unpacked| unpacked.whole))
}

/// Number of pages that the document says it has.
fn stated_pages(doc: &lopdf::Document) -> usize {
    let pages = doc.catalog().ok().and_then(|catalog| objects::dict(doc, catalog, b"Pages"));
    let count = pages.and_then(|pages| objects::integer(doc, pages, b"Count"));
    count.and_then(|count| usize::try_from(count).ok()).unwrap_or(0)
}

/// What the pages hold beside their text.
fn within_pages(doc: &lopdf::Document, file: &Place, drawn: &[DrawnPage]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (page, id) in drawn.iter().zip(doc.page_iter()) {
        let mut say = |what| {
            problems.push(Problem::warning(file.at(Spot::Page { page: page.number }), What::Within(what)));
        };
        page.struck.iter().for_each(|text| say(Within::StruckThrough { text: thai::one_line(text) }));
        page.unplaced.iter().for_each(|text| say(Within::FieldOverText { text: thai::one_line(text) }));
        let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let notes = doc.get_dictionary(id).map(|dict| annotations::notes(doc, dict)).unwrap_or_default();
        let said: String = if notes.is_empty() {
            String::new()
        } else {
            page.glyphs.iter().map(|glyph| solid(&glyph.text)).collect()
        };
        // Some programs put the marked words themselves into the note.
        let new = notes.into_iter().filter(|note| !said.contains(&solid(note)));
        new.for_each(|text| say(Within::PageNote { text: thai::one_line(&text) }));
    }
    let mut over: BTreeSet<String> = BTreeSet::new();
    for page in drawn {
        for text in page.over.iter().map(|over| thai::one_line(&over.text)) {
            if !text.is_empty() && over.len() < OVER && over.insert(text.clone()) {
                let place = file.at(Spot::Page { page: page.number });
                problems.push(Problem::note(place, What::Within(Within::OverPage { text })));
            }
        }
    }
    problems
}

fn drawn_pages(doc: &lopdf::Document) -> Vec<DrawnPage> {
    let mut cache = FontCache::default();
    let layers = Layers::of(doc);
    let cells = structure::cells(doc);
    let untagged = HashMap::new();
    let empty = Dictionary::new();
    doc.page_iter()
        .take(PAGE_LIMIT)
        .zip(1..)
        .map(|(id, number)| {
            let resources =
                inherited(doc, id, |dict| objects::dict(doc, dict, b"Resources")).unwrap_or(&empty);
            let (mut page, base) = frame(doc, id, number);
            let dict = doc.get_dictionary(id).unwrap_or(&empty);
            let contents = contents::of(doc, dict, resources);
            page.cut_short = !contents.whole;
            let annotations = annotations::shown(doc, dict);
            let tags = cells.get(&id).unwrap_or(&untagged);
            let source = Source { resources, content: contents.bytes, annotations, tags };
            let mut page = content::draw(doc, &mut cache, &layers, (page, base), &source);
            page.cut_short |= is_mostly_unknown(&page);
            page
        })
        .collect()
}

/// True if what most glyphs of a page stand for is unknown, and so is what they look like: those whose ink is known are
/// kept in their lines as characters that could not be told.
fn is_mostly_unknown(page: &DrawnPage) -> bool {
    let unknown =
        page.glyphs.iter().filter(|glyph| glyph.rung == Rung::Unknown && glyph.ink.is_none()).count();
    let told = page.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).count();
    unknown >= UNKNOWN && unknown > told
}

/// An empty page of the size as shown, and the matrix that takes user space to it.
fn frame(doc: &lopdf::Document, id: ObjectId, number: u32) -> (DrawnPage, Matrix) {
    let sides = |key: &[u8]| inherited(doc, id, |dict| objects::numbers::<4>(doc, dict, key));
    let upright = |[a, b, c, d]: [f32; 4]| [a.min(c), b.min(d), a.max(c), b.max(d)];
    let sheet = sides(b"MediaBox").map_or([0.0, 0.0, 595.0, 842.0], upright);
    let crop = sides(b"CropBox").map_or(sheet, upright);
    // What lies off the sheet cannot be shown (ISO 32000-1, 14.11.2); a crop that misses it is no crop.
    let shown = [crop[0].max(sheet[0]), crop[1].max(sheet[1]), crop[2].min(sheet[2]), crop[3].min(sheet[3])];
    let [left, bottom, right, top] = if shown[0] < shown[2] && shown[1] < shown[3] { shown } else { sheet };
    let (width, height) = (right - left, top - bottom);
    let turn = inherited(doc, id, |dict| objects::integer(doc, dict, b"Rotate")).unwrap_or(0).rem_euclid(360);
    let unit = doc.get_dictionary(id).ok().and_then(|page| objects::number(doc, page, b"UserUnit"));
    let unit = unit.filter(|unit| (0.01..1000.0).contains(unit)).unwrap_or(1.0);
    let to_origin = Matrix::shift(-left, -bottom).then(Matrix::of([unit, 0.0, 0.0, unit, 0.0, 0.0]));
    let (width, height) = (width * unit, height * unit);
    let (width, height, turned) = match turn {
        90 => (height, width, Matrix::of([0.0, 1.0, 1.0, 0.0, 0.0, 0.0])),
        180 => (width, height, Matrix::of([-1.0, 0.0, 0.0, 1.0, width, 0.0])),
        270 => (height, width, Matrix::of([0.0, -1.0, -1.0, 0.0, height, width])),
        _ => (width, height, Matrix::of([1.0, 0.0, 0.0, -1.0, 0.0, height])),
    };
    (DrawnPage { number, width, height, ..DrawnPage::default() }, to_origin.then(turned))
}

/// An attribute of a page, or of the nearest parent that has it.
fn inherited<'a, T>(
    doc: &'a lopdf::Document,
    id: ObjectId,
    ask: impl Fn(&'a Dictionary) -> Option<T>,
) -> Option<T> {
    let mut dict = doc.get_dictionary(id).ok()?;
    for _ in 0..PARENT_LIMIT {
        if let Some(found) = ask(dict) {
            return Some(found);
        }
        dict = objects::dict(doc, dict, b"Parent")?;
    }
    None
}
