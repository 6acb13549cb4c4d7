//! Pages that have only pixels: made ready for a recogniser of characters, and its words set as if the page drew them.
//!
//! `raster` makes pixels of a page, `pixels` and `blots` tell ink from paper, type and specks, `straight` turns the page
//! upright, `rules` finds the lines of tables, `mosaic` sets their cells apart, and `words` takes in what the recogniser
//! says of it.

mod blots;
mod mosaic;
mod pixels;
mod raster;
mod rules;
mod straight;
mod together;
mod words;

pub use raster::MOST;

use super::drawn::{DrawnPage, Rule};
use super::{Opened, Unreadable, page};
use crate::model::{
    Block, Body, CellFlaw, Document, FileStatus, Format, Lay, Legibility, Page, Place, Recognised, Rect,
    Report, Scan, Unrecognised, Value,
};
use crate::problem::{Problem, What};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Pixels that letters are high where there are none to be measured.
const USUAL: usize = 24;
/// Points of a pixel: 300 an inch.
const POINTS: f32 = 72.0 / 300.0;

/// A page of a file as a recogniser is to see it. A picture has one page.
///
/// # Errors
/// If the page cannot be made into pixels.
pub fn scan(report: &Report, bytes: &[u8], page: u32) -> Result<Scan, Unrecognised> {
    let raster = || match report.format {
        Format::Pdf => raster::page(bytes, page),
        Format::Picture => raster::picture(bytes).filter(|_| page == 1),
        Format::Xlsx
        | Format::Xls
        | Format::Xlsb
        | Format::Ods
        | Format::Html
        | Format::Csv
        | Format::Docx
        | Format::Unknown => None,
    };
    // What draws pages was made for sound ones.
    let grey = catch_unwind(AssertUnwindSafe(raster)).unwrap_or(None).ok_or(Unrecognised::NoPixels)?;
    if grey.width < 2 || grey.height < 2 {
        return Err(Unrecognised::NoPixels);
    }
    let mut grey = straight::straightened(grey.evenly_lit());
    let mut ink = grey.ink();
    blots::clean(&mut grey, &mut ink);
    let strokes = rules::take(&mut grey, &mut ink);
    let lay = Lay { page, width: grey.width as u32, height: grey.height as u32, strokes, pieces: Vec::new() };
    let tables = tables(&words::rules(&lay), grey.width, grey.height);
    let (set, pieces) = mosaic::set(&grey, &ink, &tables, letters(&ink));
    let lay = Lay { pieces, ..lay };
    Ok(Scan { lay, width: set.width as u32, height: set.height as u32, grey: set.data })
}

/// Puts what was recognised in the place of what the pages draw, and gives the pages on which nothing was.
pub fn enter_all(drawn: &mut [DrawnPage], recognised: &[Recognised]) -> Vec<(u32, Unrecognised)> {
    let mut without = Vec::new();
    for one in recognised {
        let Some(page) = drawn.iter_mut().find(|page| page.number == one.page) else { continue };
        match &one.outcome {
            Ok((lay, said)) if words::enter(page, lay, said) => {}
            Ok(_) => without.push((one.page, Unrecognised::NoText)),
            Err(why) => without.push((one.page, why.clone())),
        }
    }
    without
}

/// Doubts numbers of recognised pages that stand side by side without anything between: a column's edge was lost, or a
/// digit more or less was seen.
pub fn doubt_numbers(pages: &mut [Page]) {
    for page in pages.iter_mut().filter(|page| page.legibility == Legibility::Scanned) {
        for block in page.blocks.iter_mut().chain(&mut page.columns) {
            match block {
                Block::Line(line) => line.unsure |= has_numbers_apart(&line.text),
                Block::Table(table) => {
                    for cell in table.grid.cells.values_mut() {
                        if matches!(&cell.value, Value::Text(text) if has_numbers_apart(text)) {
                            cell.flaw = cell.flaw.or(Some(CellFlaw::Unsure));
                        }
                    }
                }
            }
        }
    }
}

/// True if a number follows another with nothing but white space between.
fn has_numbers_apart(text: &str) -> bool {
    let ends = |word: &str| word.chars().next_back().is_some_and(char::is_numeric);
    let begins = |word: &str| word.chars().next().is_some_and(char::is_numeric);
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| ends(pair[0]) && begins(pair[1]))
}

/// What a person should know of how well pages could be read.
pub fn problems(file: &Place, pages: &[Page], unrecognised: &[(u32, Unrecognised)]) -> Vec<Problem> {
    let of = |page: &Page| {
        let problem = page::problem(file, page)?;
        let why = unrecognised.iter().find(|(number, _)| *number == page.number);
        let image = matches!(problem.what, What::PageIsImage | What::PageUnreadable);
        let Some((_, why)) = why.filter(|_| image) else { return Some(problem) };
        Some(Problem::error(problem.place, What::PageNotRecognised { why: why.clone() }))
    };
    let mut problems: Vec<Problem> = pages.iter().filter_map(of).collect();
    let count = pages.iter().filter(|page| page.legibility == Legibility::Scanned).count() as u32;
    if count > 0 {
        problems.push(Problem::warning(file.clone(), What::PagesRecognised { count }));
    }
    problems
}

/// Reads a picture by what was recognised in it.
///
/// # Errors
/// If it shows no page of text, or there is nothing that recognises it.
pub fn read(report: &Report, recognised: &[Recognised]) -> Result<Opened, Unreadable> {
    let file = Place::file(&report.file);
    let mut drawn = [DrawnPage { number: 1, ..DrawnPage::default() }];
    let without = enter_all(&mut drawn, recognised);
    if !drawn[0].recognised {
        // What is too small to be drawn as a page shows none.
        let why = without.into_iter().next().map(|(_, why)| match why {
            Unrecognised::NoPixels | Unrecognised::NoText => Unrecognised::NoText,
            Unrecognised::Late { .. } | Unrecognised::Failed { .. } => why,
        });
        let what = why.map_or(What::Picture, |why| What::PageNotRecognised { why });
        return Err(Unreadable { status: FileStatus::Unsupported, problem: Problem::error(file, what) });
    }
    let mut pages = page::pages(&mut drawn);
    doubt_numbers(&mut pages);
    let problems = problems(&file, &pages, &[]);
    let document = Document { body: Body::Pages(pages), partial: false };
    Ok(Opened { document, problems, attachments: Vec::new() })
}

/// How many pixels letters are usually high.
fn letters(ink: &pixels::Ink) -> usize {
    let blots = blots::blots(ink);
    let mut heights: Vec<u32> = blots.iter().filter(|blot| blot.is_type()).map(blots::Blot::height).collect();
    heights.sort_unstable();
    heights.get(heights.len() * 3 / 5).map_or(USUAL, |height| *height as usize)
}

/// The outlines of tables with the boxes of their cells, in pixels.
fn tables(rules: &[Rule], width: usize, height: usize) -> Vec<(mosaic::Box4, Vec<mosaic::Box4>)> {
    let pixels = |rect: &Rect| {
        let pixel = |at: f32, most: usize| ((at / POINTS).round().max(0.0) as usize).min(most);
        (
            pixel(rect.left, width),
            pixel(rect.top, height),
            pixel(rect.right, width),
            pixel(rect.bottom, height),
        )
    };
    let grids = page::cells(rules);
    grids.iter().map(|(bounds, cells)| (pixels(bounds), cells.iter().map(pixels).collect())).collect()
}
