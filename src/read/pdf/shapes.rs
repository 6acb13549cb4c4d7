//! Marks told by their outline: a font's shifted forms of a mark, which producers name wrongly, have the outline of the
//! mark itself, and a mark that is named wrongly in one subset of a font is named rightly in another.

use super::clusters;
use super::drawn::{DrawnPage, Glyph, Rung};
use std::collections::BTreeMap;
use ttf_parser::OutlineBuilder;

/// A number that is the same for outlines that differ only by where they stand.
pub struct Shape {
    hash: u64,
    origin: Option<(f32, f32)>,
}

impl Default for Shape {
    fn default() -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, origin: None }
    }
}

impl Shape {
    /// The number of the outline drawn so far.
    pub fn number(&self) -> u64 {
        self.hash
    }

    /// Mixes in bytes as FNV-1a does, which is the same on every machine.
    fn mix(&mut self, kind: u8, points: &[(f32, f32)]) {
        let mut byte = |byte: u8| self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        byte(kind);
        for (x, y) in points {
            let (left, base) = *self.origin.get_or_insert((*x, *y));
            ((x - left).round() as i32).to_le_bytes().into_iter().for_each(&mut byte);
            ((y - base).round() as i32).to_le_bytes().into_iter().for_each(&mut byte);
        }
    }
}

impl OutlineBuilder for Shape {
    fn move_to(&mut self, x: f32, y: f32) {
        self.mix(b'm', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.mix(b'l', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.mix(b'q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.mix(b'c', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.mix(b'z', &[]);
    }
}

/// Tells the marks that are unknown or contradicted by others of the same outline.
pub fn repair(pages: &mut [DrawnPage]) {
    let mut known: BTreeMap<u64, BTreeMap<String, usize>> = BTreeMap::new();
    for glyph in pages.iter().flat_map(|page| &page.glyphs) {
        if let (Some(shape), true) = (glyph.shape, is_trusted(glyph)) {
            *known.entry(shape).or_default().entry(glyph.text.clone()).or_default() += 1;
        }
    }
    let texts: BTreeMap<u64, String> = known
        .into_iter()
        .filter_map(|(shape, votes)| Some((shape, votes.into_iter().max_by_key(|(_, count)| *count)?.0)))
        .collect();
    for glyph in pages.iter_mut().flat_map(|page| &mut page.glyphs) {
        if glyph.text.is_empty()
            && let Some(text) = glyph.shape.and_then(|shape| texts.get(&shape))
        {
            glyph.text.clone_from(text);
            (glyph.rung, glyph.claimed) = (Rung::KnownFont, None);
        }
    }
}

fn is_trusted(glyph: &Glyph) -> bool {
    let mut characters = glyph.text.chars();
    let one_mark = characters.next().is_some_and(clusters::is_mark) && characters.next().is_none();
    one_mark && glyph.claimed.is_none() && !matches!(glyph.rung, Rung::Repaired | Rung::Unknown)
}
