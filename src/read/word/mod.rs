//! Word documents: paragraphs, lists, tables and text boxes in the order of the text, on the pages where Word last broke
//! them. What was deleted with tracked changes, and hidden text, is not read.

mod lists;
mod styles;
mod walk;

use super::book::Refused;
use super::excel::outline;
use super::excel::package::{self, Package};
use super::{Attachment, Opened};
use crate::model::{Block, Body, Counted, Document, Legibility, Page, Place, Spot};
use crate::problem::{Problem, What, Within};
use lists::Lists;
use std::io::{BufReader, Read};
use styles::Styles;
use walk::Walk;

/// The first bytes of the older container that holds a document with a password.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
/// Width and height of a page in points: A4. Where a line stands on it is not known.
const PAPER: (f32, f32) = (595.0, 842.0);
/// Words of a comment that are told.
const COMMENT: usize = 300;

/// The parts that the text is made of.
struct Parts {
    document: String,
    margins: Vec<String>,
    notes: Vec<String>,
    comments: Vec<String>,
    embedded: Vec<String>,
    numbering: Option<String>,
    styles: Option<String>,
}

/// Reads a document.
pub(super) fn read(bytes: &[u8], place: &Place) -> Result<Opened, Refused> {
    if bytes.starts_with(COMPOUND) {
        return Err(Refused::Password);
    }
    let mut package = package::open(bytes)?;
    let parts = parts(&mut package)?;
    let styles = match &parts.styles {
        Some(part) => Styles::of(&text(&mut package, part)?)?,
        None => Styles::default(),
    };
    let lists = match &parts.numbering {
        Some(part) => Lists::of(&text(&mut package, part)?)?,
        None => Lists::default(),
    };
    let mut walk = Walk::new(styles, lists);
    for part in &parts.margins {
        let xml = text(&mut package, part)?;
        walk.furniture(|walk| walk.part(&xml))?;
    }
    let document = text(&mut package, &parts.document)?;
    walk.part(&document)?;
    for part in &parts.notes {
        let xml = text(&mut package, part)?;
        walk.part(&xml)?;
    }
    let mut problems = Vec::new();
    for part in &parts.comments {
        let xml = text(&mut package, part)?;
        problems.extend(comments(&xml, place)?);
    }
    problems.extend(walk.struck.iter().map(|(page, words)| {
        let what = What::Within(Within::StruckThrough { text: words.clone() });
        Problem::warning(place.at(Spot::Page { page: *page }), what)
    }));
    if let Some(of) = walk.over {
        problems.push(Problem::error(place.clone(), What::LeftOut { of }));
    }
    let attachments = embedded(&mut package, &parts.embedded)?;
    let partial = walk.over.is_some();
    problems.sort();
    problems.dedup();
    Ok(Opened { document: Document { body: Body::Pages(pages(walk)), partial }, problems, attachments })
}

/// The parts by what the package says of them; the usual names where it says nothing.
fn parts(package: &mut Package<'_>) -> Result<Parts, Refused> {
    let ending = |relations: &outline::Relations, ending: &str| -> Vec<String> {
        let mut found: Vec<String> = relations
            .values()
            .filter(|(kind, _)| kind.ends_with(ending))
            .map(|(_, part)| part.clone())
            .collect();
        found.sort();
        found
    };
    let roots = outline::relations(package, "_rels/.rels", "")?;
    let document = ending(&roots, "/officeDocument").into_iter().next();
    let document = document.unwrap_or_else(|| "word/document.xml".to_owned());
    let (folder, file) = document.rsplit_once('/').unwrap_or(("", &document));
    let own = outline::relations(package, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let one = |kind: &str| ending(&own, kind).into_iter().next();
    Ok(Parts {
        margins: [ending(&own, "/header"), ending(&own, "/footer")].concat(),
        notes: [ending(&own, "/footnotes"), ending(&own, "/endnotes")].concat(),
        comments: ending(&own, "/comments"),
        embedded: ending(&own, "/package"),
        numbering: one("/numbering"),
        styles: one("/styles"),
        document,
    })
}

/// A part as text; empty where the package does not have it.
fn text(package: &mut Package<'_>, part: &str) -> Result<String, Refused> {
    let mut bytes = Vec::new();
    match package::stream(package, part)? {
        Some(stream) => {
            BufReader::new(stream).read_to_end(&mut bytes).map_err(|error| Refused::broken(&error))?
        }
        None if part.ends_with("document.xml") => return Err(Refused::Broken(format!("no part {part}"))),
        None => 0,
    };
    String::from_utf8(bytes).map_err(|error| Refused::broken(&error))
}

/// What somebody wrote beside the text.
fn comments(xml: &str, place: &Place) -> Result<Vec<Problem>, Refused> {
    let mut walk = Walk::new(Styles::default(), Lists::default());
    walk.part(xml)?;
    let note = |block: &Block| match block {
        Block::Line(line) => Some(line.text.chars().take(COMMENT).collect::<String>()),
        Block::Table(_) => None,
    };
    let texts = walk.pages.iter().flatten().filter_map(note);
    let told =
        |text| Problem::warning(place.at(Spot::Page { page: 1 }), What::Within(Within::PageNote { text }));
    Ok(texts.map(told).collect())
}

/// Files that were put into the text as objects.
fn embedded(package: &mut Package<'_>, parts: &[String]) -> Result<Vec<Attachment>, Refused> {
    let mut found = Vec::new();
    for part in parts {
        let mut bytes = Vec::new();
        if let Some(stream) = package::stream(package, part)? {
            BufReader::new(stream).read_to_end(&mut bytes).map_err(|error| Refused::broken(&error))?;
            let name = part.rsplit('/').next().unwrap_or(part).to_owned();
            found.push(Attachment { name, content: Ok(bytes) });
        }
    }
    Ok(found)
}

fn pages(walk: Walk) -> Vec<Page> {
    let page = |(number, blocks): (u32, Vec<Block>)| {
        let legibility = if blocks.is_empty() { Legibility::Blank } else { Legibility::Good };
        let (width, height) = PAPER;
        Page { number, width, height, blocks, columns: Vec::new(), legibility }
    };
    (1..).zip(walk.pages).map(page).collect()
}

/// Lines and rows that a document may have.
const ROWS: Counted = Counted::Rows;
