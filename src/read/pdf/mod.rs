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

use super::budget::Budget;
use super::drawn::{Direction, DrawnPage, Rung};
use super::{Opened, Unreadable, page, scan};
use crate::model::{Block, Body, Counted, Document, FileStatus, Page, Place, Recognised, Report, Spot};
use crate::problem::{Problem, What, Within};
use crate::thai;
use content::{FontCache, Source};
use inflate::unpack_counted;
use layers::Layers;
use load::Refused;
use lopdf::{Dictionary, ObjectId};
use matrix::Matrix;
use std::collections::{BTreeSet, HashMap};

/// With more of these than are read, pages lose some of what they say.
const DEGRADING: [Counted; 3] = [Counted::Fonts, Counted::Codes, Counted::Tags];
/// With more of these than are read, no further page is drawn.
const ENDING: [Counted; 4] = [Counted::Drawn, Counted::Operators, Counted::PageText, Counted::Unpacked];
/// Damaged pages of a document that are named.
const DAMAGED: usize = 20;
/// Bytes of text on one line of a page: as many a point as the smallest type has, and more than so many on every page. A
/// full line has a hundred Thai letters of three bytes.
const LINE: (f32, f32, f32) = (3.4, 2_000.0, 10_000.0);
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
pub fn read(report: &Report, bytes: &[u8], recognised: &[Recognised]) -> Result<Opened, Unreadable> {
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
        Refused::TooLarge(limit) => Unreadable {
            status: FileStatus::Unsupported,
            problem: Problem::error(file.clone(), What::TooLarge { limit }),
        },
        Refused::Broken(detail) => broken(detail),
    })?;
    let budget = Budget::default();
    let (mut drawn, mut over) = drawn_pages(&doc, &budget);
    marks::repair(&mut drawn);
    let unrecognised = scan::enter_all(&mut drawn, recognised);
    if drawn.is_empty() {
        return Err(broken("no pages".to_owned()));
    }
    let tail = &bytes[bytes.len().saturating_sub(END_MARK.1)..];
    let ended = tail.windows(END_MARK.0.len()).any(|window| window == END_MARK.0);
    let whole = ended
        && doc.xref_recovery.is_none()
        && (drawn.len() >= stated_pages(&doc) || !over.is_empty())
        && packed_objects_are_whole(&doc, &budget);
    let cut = drawn.iter().filter(|page| page.cut_short).count();
    let mut pages = page::pages(&mut drawn);
    scan::doubt_numbers(&mut pages);
    over.extend(bound_rows(&mut pages, &budget).map(|page| (page, Counted::Rows)));
    let partial = !whole || !over.is_empty();
    let mut problems = scan::problems(&file, &pages, &unrecognised);
    let damaged = drawn.iter().filter(|page| page.cut_short).take(DAMAGED);
    problems.extend(
        damaged.map(|page| Problem::warning(file.at(Spot::Page { page: page.number }), What::PageDamaged)),
    );
    problems.extend(
        over.into_iter().map(|(page, of)| Problem::error(file.at(Spot::Page { page }), What::LeftOut { of })),
    );
    problems.extend(within_pages(&doc, &file, &drawn, &budget));
    if !whole || cut > DAMAGED {
        problems.push(Problem::warning(file.clone(), What::Partial));
    }
    let (attachments, left) = attachments::files(&doc);
    if left > 0 {
        problems.push(Problem::warning(file, What::Within(Within::AttachmentsLeft { count: left as u32 })));
    }
    Ok(Opened {
        document: Document { body: Body::Pages(pages), partial: partial || cut > 0 },
        problems,
        attachments,
    })
}

/// True if no stream that other objects are packed in is damaged: the library drops the objects that it does not find.
fn packed_objects_are_whole(doc: &lopdf::Document, budget: &Budget) -> bool {
    let packed = doc.objects.values().filter_map(|object| object.as_stream().ok());
    packed.filter(|stream| stream.dict.has_type(b"ObjStm")).all(|stream| {
        // Where nothing more is unpacked, that is said already.
        let unpacked = unpack_counted(stream, load::PACKED, budget);
        unpacked.is_some_and(|unpacked| unpacked.whole) || budget.is_over(Counted::Unpacked)
    })
}

/// Number of pages that the document says it has.
fn stated_pages(doc: &lopdf::Document) -> usize {
    let pages = doc.catalog().ok().and_then(|catalog| objects::dict(doc, catalog, b"Pages"));
    let count = pages.and_then(|pages| objects::integer(doc, pages, b"Count"));
    count.and_then(|count| usize::try_from(count).ok()).unwrap_or(0)
}

/// What the pages hold beside their text.
fn within_pages(doc: &lopdf::Document, file: &Place, drawn: &[DrawnPage], budget: &Budget) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (page, id) in drawn.iter().zip(doc.page_iter()) {
        let mut say = |what| {
            problems.push(Problem::warning(file.at(Spot::Page { page: page.number }), What::Within(what)));
        };
        page.struck.iter().for_each(|text| say(Within::StruckThrough { text: thai::one_line(text) }));
        page.unplaced.iter().for_each(|text| say(Within::FieldOverText { text: thai::one_line(text) }));
        let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let notes =
            doc.get_dictionary(id).map(|dict| annotations::notes(doc, dict, budget)).unwrap_or_default();
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

/// The pages as far as they are drawn, and the pages on which there was more of something than is read.
fn drawn_pages(doc: &lopdf::Document, budget: &Budget) -> (Vec<DrawnPage>, Vec<(u32, Counted)>) {
    let mut cache = FontCache::default();
    let layers = Layers::of(doc);
    let cells = structure::cells(doc, budget);
    let untagged = HashMap::new();
    let empty = Dictionary::new();
    let (mut drawn, mut over) = (Vec::new(), Vec::new());
    for (id, number) in doc.page_iter().zip(1..) {
        if !budget.take(Counted::Pages, 1) {
            over.push((number, Counted::Pages));
            break;
        }
        let resources = inherited(doc, id, |dict| objects::dict(doc, dict, b"Resources")).unwrap_or(&empty);
        let (mut page, base) = frame(doc, id, number);
        let dict = doc.get_dictionary(id).unwrap_or(&empty);
        let contents = contents::of(doc, dict, resources, budget);
        page.cut_short = !contents.whole;
        let annotations = annotations::shown(doc, dict, budget);
        let tags = cells.get(&id).unwrap_or(&untagged);
        let source = Source { resources, content: contents.bytes, annotations, tags };
        let mut page = content::draw(doc, &mut cache, (&layers, budget), (page, base), &source);
        page.cut_short |= is_mostly_unknown(&page) | shorten_lines(&mut page);
        drawn.push(page);
        for of in DEGRADING.into_iter().chain(ENDING) {
            if budget.is_over(of) && !over.iter().any(|(_, said)| *said == of) {
                over.push((number, of));
            }
        }
        if ENDING.into_iter().any(|of| budget.is_over(of)) {
            break;
        }
    }
    (drawn, over)
}

/// Leaves out what makes lines longer than any page is wide; true if something was.
fn shorten_lines(page: &mut DrawnPage) -> bool {
    let count = page.glyphs.len();
    let line = (page.width * LINE.0).clamp(LINE.1, LINE.2) as usize;
    if page.glyphs.iter().map(|glyph| glyph.text.len()).sum::<usize>() <= line {
        return false;
    }
    let mut lines: HashMap<(bool, i32), usize> = HashMap::new();
    page.glyphs.retain(|glyph| {
        let upright = matches!(glyph.direction, Direction::Right | Direction::Left);
        let across = if upright { glyph.y } else { glyph.x };
        let length = lines.entry((upright, across.round() as i32)).or_default();
        *length += glyph.text.len();
        *length <= line
    });
    page.glyphs.len() < count
}

/// The pages up to the last row that is read of a document, and the page on which rows were left out.
fn bound_rows(pages: &mut Vec<Page>, budget: &Budget) -> Option<u32> {
    let mut cut = None;
    for page in pages.iter_mut() {
        for blocks in [&mut page.blocks, &mut page.columns] {
            let kept = blocks.iter().take_while(|block| {
                let rows = match block {
                    Block::Line(_) => 1,
                    Block::Table(table) => table.grid.rows().max(1) as usize,
                };
                budget.take(Counted::Rows, rows)
            });
            let kept = kept.count();
            blocks.truncate(kept);
        }
        if budget.is_over(Counted::Rows) {
            cut = Some(page.number);
            break;
        }
    }
    if let Some(number) = cut {
        pages.retain(|page| page.number <= number);
    }
    cut
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
