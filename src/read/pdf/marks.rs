//! Marks that a producer named wrongly, told by the other glyphs of the document: a font's shifted forms of a mark have
//! the outline of the mark itself, and a mark that is named wrongly in one subset of a font is named rightly in another.

use super::ink::contradicts;
use crate::read::drawn::{DrawnPage, Glyph, Outline, Rung, is_mark};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Outlines of a document that are compared with each other.
const OUTLINES: usize = 200;
/// Two outlines of one mark, each scaled to a square of 1, differ by less than this; two marks by more.
const ALIKE: f32 = 0.07;
/// The next best mark differs so many times as much.
const CLEAR: f32 = 1.4;

/// The ring of a sara am, and its other half.
pub const RING: &str = "\u{e4d}";
const SARA_AA: char = '\u{e32}';

/// Repairs the marks of all pages.
pub fn repair(pages: &mut [DrawnPage]) {
    for page in pages.iter_mut() {
        exchange(&mut page.glyphs);
        give_voice(&mut page.glyphs);
    }
    by_outline(pages);
}

/// A ring that was said to be silent is the half of a sara am whose other half says only that it is a sara aa.
fn give_voice(glyphs: &mut [Glyph]) {
    for at in 0..glyphs.len() {
        let silent = glyphs[at].rung == Rung::ActualText && glyphs[at].text.is_empty();
        if silent && glyphs[at].claimed.as_deref() == Some(RING) {
            let mut after = glyphs[at + 1..].iter().map(|glyph| glyph.text.as_str());
            let next = after.find(|text| !text.chars().all(is_mark));
            if next.is_some_and(|text| text.starts_with(SARA_AA)) {
                RING.clone_into(&mut glyphs[at].text);
                (glyphs[at].rung, glyphs[at].claimed) = (Rung::ToUnicode, None);
            }
        }
    }
}

/// Two marks of one base, drawn in an order that is not the text's, whose texts a producer gave each to the other:
/// the ink contradicts both, and agrees when they are exchanged.
fn exchange(glyphs: &mut [Glyph]) {
    for at in 1..glyphs.len() {
        let (one, other) = (&glyphs[at - 1], &glyphs[at]);
        if let (Some(first), Some(second)) = (&one.claimed, &other.claimed)
            && !contradicts(second, one.own_ink())
            && !contradicts(first, other.own_ink())
        {
            let (first, second) = (first.clone(), second.clone());
            (glyphs[at - 1].text, glyphs[at].text) = (second, first);
            for glyph in &mut glyphs[at - 1..=at] {
                (glyph.rung, glyph.claimed) = (Rung::ToUnicode, None);
            }
        }
    }
}

/// Tells the marks that are unknown or contradicted by others of the same outline, or of nearly the same: the forms of
/// a mark for low and for high letters are often drawn anew.
fn by_outline(pages: &mut [DrawnPage]) {
    let mut votes: BTreeMap<u64, (Rc<Outline>, BTreeMap<String, usize>)> = BTreeMap::new();
    for glyph in pages.iter().flat_map(|page| &page.glyphs) {
        if let (Some(shape), true) = (&glyph.shape, is_trusted(glyph)) {
            let (_, texts) = votes.entry(shape.number).or_insert_with(|| (Rc::clone(shape), BTreeMap::new()));
            *texts.entry(glyph.text.clone()).or_default() += 1;
        }
    }
    let known: BTreeMap<u64, (Rc<Outline>, String)> = votes
        .into_iter()
        .take(OUTLINES)
        .filter_map(|(number, (outline, texts))| {
            Some((number, (outline, texts.into_iter().max_by_key(|(_, count)| *count)?.0)))
        })
        .collect();
    let mut found: BTreeMap<u64, Option<String>> = BTreeMap::new();
    for glyph in pages.iter_mut().flat_map(|page| &mut page.glyphs).filter(|glyph| glyph.text.is_empty()) {
        let Some(shape) = &glyph.shape else { continue };
        if found.len() >= OUTLINES && !found.contains_key(&shape.number) {
            continue;
        }
        let text = found.entry(shape.number).or_insert_with(|| nearest(shape, &known));
        if let Some(text) = text.as_ref().filter(|text| !contradicts(text, glyph.own_ink())) {
            glyph.text.clone_from(text);
            (glyph.rung, glyph.claimed) = (Rung::Repaired, None);
        }
    }
}

/// The text of the outline that is the same or clearly the nearest.
fn nearest(outline: &Outline, known: &BTreeMap<u64, (Rc<Outline>, String)>) -> Option<String> {
    if let Some((_, text)) = known.get(&outline.number) {
        return Some(text.clone());
    }
    let mut by_text: BTreeMap<&String, f32> = BTreeMap::new();
    for (other, text) in known.values() {
        if let Some(distance) = outline.distance(other) {
            let least = by_text.entry(text).or_insert(f32::MAX);
            *least = least.min(distance);
        }
    }
    let mut ranked: Vec<(f32, &String)> =
        by_text.into_iter().map(|(text, distance)| (distance, text)).collect();
    ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (best, text) = ranked.first()?;
    let clear = ranked.get(1).is_none_or(|(next, _)| *next > best * CLEAR);
    (*best < ALIKE && clear).then(|| (*text).clone())
}

fn is_trusted(glyph: &Glyph) -> bool {
    let mut characters = glyph.text.chars();
    let one_mark = characters.next().is_some_and(is_mark) && characters.next().is_none();
    one_mark && glyph.claimed.is_none() && !matches!(glyph.rung, Rung::Repaired | Rung::Unknown)
}
