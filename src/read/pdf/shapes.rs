//! Marks told by their outline: a font's shifted forms of a mark, which producers name wrongly, have the outline of the
//! mark itself, and a mark that is named wrongly in one subset of a font is named rightly in another.

use super::clusters;
use super::content;
use super::drawn::{DrawnPage, Glyph, Rung};
use super::fonts;
use std::collections::BTreeMap;
use std::rc::Rc;
use ttf_parser::OutlineBuilder;

/// Points of an outline that are compared.
const POINTS: usize = 400;
/// Outlines of a document that are compared with each other.
const OUTLINES: usize = 200;
/// Two outlines of one mark, each scaled to a square of 1, differ by less than this; two marks by more.
const ALIKE: f32 = 0.07;
/// The next best mark differs so many times as much.
const CLEAR: f32 = 1.4;
/// Forms of one mark have the same ratio of width to height, but for this factor.
const RATIO: f32 = 1.5;

/// The outline of a mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// The same for outlines that differ only by where they stand.
    number: u64,
    /// Points along it, scaled to a square of 1.
    points: Vec<(f32, f32)>,
    /// Width by height.
    ratio: f32,
}

/// An outline that is being drawn.
pub struct Shape {
    hash: u64,
    points: Vec<(f32, f32)>,
}

impl Default for Shape {
    fn default() -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, points: Vec::new() }
    }
}

impl Shape {
    /// The outline drawn so far.
    pub fn outline(self) -> Outline {
        let edge = |pick: fn(&(f32, f32)) -> f32, f: fn(f32, f32) -> f32| {
            self.points.iter().map(pick).reduce(f).unwrap_or(0.0)
        };
        let (left, right) = (edge(|p| p.0, f32::min), edge(|p| p.0, f32::max));
        let (bottom, top) = (edge(|p| p.1, f32::min), edge(|p| p.1, f32::max));
        let (width, height) = ((right - left).max(1.0), (top - bottom).max(1.0));
        let scaled = self.points.iter().map(|(x, y)| ((x - left) / width, (y - bottom) / height));
        Outline { number: self.hash, points: scaled.collect(), ratio: width / height }
    }

    /// Mixes in bytes as FNV-1a does, which is the same on every machine.
    fn mix(&mut self, kind: u8, points: &[(f32, f32)]) {
        let from = self.points.last().copied();
        let origin = self.points.first().or(points.first()).copied().unwrap_or_default();
        let mut byte = |byte: u8| self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        byte(kind);
        for (x, y) in points {
            ((x - origin.0).round() as i32).to_le_bytes().into_iter().for_each(&mut byte);
            ((y - origin.1).round() as i32).to_le_bytes().into_iter().for_each(&mut byte);
        }
        if let Some(to) = points.last()
            && self.points.len() < POINTS
        {
            let from = from.filter(|_| kind != b'm').unwrap_or(*to);
            let between = |share: f32| (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            self.points.extend([0.33, 0.67, 1.0].map(between));
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

impl Outline {
    /// How much two outlines differ: the mean distance from a point of one to the nearest of the other.
    fn distance(&self, other: &Self) -> Option<f32> {
        let ratio = self.ratio / other.ratio;
        if !(1.0 / RATIO..RATIO).contains(&ratio) || self.points.is_empty() || other.points.is_empty() {
            return None;
        }
        let to = |from: &[(f32, f32)], to: &[(f32, f32)]| {
            let nearest =
                |p: &(f32, f32)| to.iter().map(|q| (p.0 - q.0).hypot(p.1 - q.1)).fold(f32::MAX, f32::min);
            from.iter().map(nearest).sum::<f32>() / from.len() as f32
        };
        Some(to(&self.points, &other.points).max(to(&other.points, &self.points)))
    }
}

/// Tells the marks that are unknown or contradicted by others of the same outline, or of nearly the same: the forms of
/// a mark for low and for high letters are often drawn anew.
pub fn repair(pages: &mut [DrawnPage]) {
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
        if let Some(text) = text.as_ref().filter(|text| !fonts::contradicts(text, content::own_ink(glyph))) {
            glyph.text.clone_from(text);
            (glyph.rung, glyph.claimed) = (Rung::KnownFont, None);
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
    let one_mark = characters.next().is_some_and(clusters::is_mark) && characters.next().is_none();
    one_mark && glyph.claimed.is_none() && !matches!(glyph.rung, Rung::Repaired | Rung::Unknown)
}
