//! Glyphs to clusters: a base with its marks, put together by where the ink is and not by the order of drawing.

use super::stretches::{Pen, Spot};
use crate::model::Rect;
use crate::read::drawn::{Direction, DrawnPage, Face, Glyph, Rung, Standing, Tag, is_mark};
use crate::thai;
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// A blank of a recognised text layer is a space from this many ems on.
const LAYER_SPACE: f32 = 0.6;

/// A letter drawn again is off by less than this share of its advance.
const DOUBLED: f32 = 0.4;
/// An advance up to this many ems is that of a mark.
const NO_ADVANCE: f32 = 0.01;

/// A base with its marks. Coordinates are those of the page turned so that the baseline runs to the right.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// Base and marks in the order in which they were found; the text's normal form orders them.
    pub text: String,
    /// Left edge: the origin.
    pub left: f32,
    /// Right edge: origin and advance.
    pub right: f32,
    /// Baseline.
    pub y: f32,
    /// Size of the type.
    pub size: f32,
    /// How its base is set.
    pub face: Face,
    /// The clip rectangle in force, if smaller than the page.
    pub clip: Option<Rect>,
    /// The cell that the document's tags put it into.
    pub tag: Option<Tag>,
    /// Number of the operator that shows its base.
    pub run: u32,
    /// Number of the stretch that its base was drawn in.
    pub stretch: u32,
    /// Number of the block that the stretch belongs to.
    pub block: u32,
    /// What it is on the page.
    pub standing: Standing,
    /// White space stands before it.
    pub spaced: bool,
    /// White space stands after it, at the end of its line.
    pub space_after: bool,
    /// How far its characters can be trusted.
    pub told: Told,
}

/// How far the characters of a cluster can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The page says what they are, or a recogniser is sure.
    Certain,
    /// They are unknown or were repaired.
    Doubtful,
    /// They were recognised in a picture, and not for certain.
    Unsure,
}

/// The clusters of one direction, in the order of drawing.
pub fn clusters(page: &DrawnPage, direction: Direction, painted: bool) -> Vec<Cluster> {
    let mut glyphs: Vec<Glyph> = page
        .glyphs
        .iter()
        .filter(|glyph| glyph.direction == direction && glyph.painted == painted)
        .map(|glyph| turned(glyph, page, direction))
        .collect();
    fold_doubled(&mut glyphs);
    let mut made: Vec<Cluster> = Vec::new();
    let mut index = Index::default();
    let mut orphans: Vec<Glyph> = Vec::new();
    let mut blanks: Vec<Glyph> = Vec::new();
    let mut pen = Pen::default();
    for glyph in glyphs {
        if glyph.text.is_empty() && glyph.rung != Rung::Unknown {
            continue;
        }
        let blank = glyph.text.chars().all(char::is_whitespace) && !glyph.text.is_empty();
        if blank {
            pen.draw(Spot::of(&glyph), true);
            blanks.push(glyph);
        } else if glyph.text.chars().next().is_some_and(is_mark) {
            pen.draw(Spot::of(&glyph), true);
            let base = if painted { index.base_of(&glyph, &made) } else { made.len().checked_sub(1) };
            match base {
                // What a recognition set over a point or a digit is noise.
                Some(base) if !painted && !made[base].text.chars().any(thai::is_letter) => {}
                Some(base) => {
                    attach(&mut made[base], &glyph);
                    if !painted {
                        made[base].right = made[base].right.max(glyph.x + glyph.advance);
                    }
                }
                None => orphans.push(glyph),
            }
        } else {
            let left = left_edge(&glyph, made.last());
            let stretch = pen.draw(Spot::of(&glyph), false);
            made.push(Cluster { stretch, ..base(glyph, left, page, direction) });
            index.add(&made[made.len() - 1], made.len() - 1);
        }
    }
    if painted {
        for blank in &blanks {
            index.space(blank, &mut made);
        }
    } else {
        close_up(&mut made);
        pen = Pen::default();
        for cluster in &mut made {
            // Operators tell nothing here.
            let Cluster { left: x, right: end, y, size, .. } = *cluster;
            cluster.stretch = pen.draw(Spot { x, end, y, size, run: 0 }, false);
        }
    }
    for glyph in orphans {
        if let Some(base) = index.base_of(&glyph, &made) {
            attach(&mut made[base], &glyph);
        }
    }
    let blocks = pen.blocks();
    for cluster in &mut made {
        cluster.block = blocks.get(cluster.stretch as usize).copied().unwrap_or_default();
    }
    made
}

/// A base without its marks yet.
fn base(glyph: Glyph, left: f32, page: &DrawnPage, direction: Direction) -> Cluster {
    let clip = glyph.clip.and_then(|at| page.clips.get(at as usize));
    Cluster {
        left,
        right: glyph.x + glyph.advance,
        y: glyph.y,
        size: glyph.size,
        face: glyph.face,
        clip: clip.map(|clip| turned_rect(*clip, page, direction)),
        tag: glyph.tag,
        run: glyph.run,
        stretch: 0,
        block: 0,
        standing: glyph.standing,
        spaced: false,
        space_after: false,
        told: match glyph.rung {
            Rung::Unknown | Rung::Repaired => Told::Doubtful,
            Rung::Unsure => Told::Unsure,
            Rung::ActualText
            | Rung::ToUnicode
            | Rung::Encoding
            | Rung::FontMap
            | Rung::Tis620
            | Rung::KnownFont
            | Rung::Recognised => Told::Certain,
        },
        text: if glyph.text.is_empty() { char::REPLACEMENT_CHARACTER.to_string() } else { glyph.text },
    }
}

/// The left edge of a base. A sara am may begin under the base that it belongs to, with its advance counted from
/// there.
fn left_edge(glyph: &Glyph, before: Option<&Cluster>) -> f32 {
    let over = |before: &&Cluster| {
        glyph.text.starts_with('\u{e33}')
            && (before.y - glyph.y).abs() < glyph.size * 0.2
            && before.left <= glyph.x + 0.1
            && before.right < glyph.x + glyph.advance
    };
    before.filter(over).map_or(glyph.x, |before| glyph.x.max(before.right))
}

/// The text layer of a character recognition sets every symbol as a word of its own, with a space after it and an
/// advance that is not the symbol's: only a wide blank is a space, and a symbol reaches to the next.
fn close_up(made: &mut [Cluster]) {
    for at in 0..made.len() {
        let Some(next) = made.get(at + 1).map(|next| (next.left, next.y)) else { continue };
        let cluster = &mut made[at];
        let blank = next.0 - cluster.right;
        if (next.1 - cluster.y).abs() < cluster.size * 0.4
            && blank > 0.0
            && blank < cluster.size * LAYER_SPACE
        {
            cluster.right = next.0;
        }
    }
}

fn attach(cluster: &mut Cluster, mark: &Glyph) {
    // A tone and sara am said together end where the sara am ends, not where their base does.
    if !mark.text.chars().all(is_mark) {
        cluster.right = cluster.right.max(mark.x + mark.advance);
    }
    // The text of a whole cluster, given to its base, has its marks already.
    cluster.text.extend(
        mark.text.chars().filter(|c| !(is_mark(*c) && cluster.text.contains(*c))).collect::<Vec<_>>(),
    );
    if mark.rung == Rung::Repaired {
        cluster.told = Told::Doubtful;
    }
}

/// Bases by the place where they stand, to find the one under or over a mark.
#[derive(Default)]
struct Index {
    places: HashMap<(i32, i32), Vec<usize>, RandomState>,
    last: Option<usize>,
}

/// Width and height of a place of the index, in points.
const PLACE: f32 = 8.0;
/// Places that one base is put into, and bases of a place that are looked at: bounds for hostile pages.
const PLACES: i32 = 64;
const CROWD: usize = 32;

impl Index {
    fn add(&mut self, cluster: &Cluster, at: usize) {
        let (from, to) = ((cluster.left / PLACE) as i32, (cluster.right / PLACE) as i32);
        for column in from..=to.clamp(from, from.saturating_add(PLACES)) {
            self.places.entry((column, (cluster.y / PLACE) as i32)).or_default().push(at);
        }
        self.last = Some(at);
    }

    /// The clusters around a point, the latest first.
    fn around(&self, x: f32, y: f32) -> impl Iterator<Item = usize> {
        let (column, row) = ((x / PLACE) as i32, (y / PLACE) as i32);
        let places = (-1..=1).flat_map(move |dx| (-1..=1).map(move |dy| (dx, dy)));
        places
            .filter_map(move |(dx, dy)| self.places.get(&(column.saturating_add(dx), row.saturating_add(dy))))
            .flat_map(|found| found.iter().rev().take(CROWD).copied())
    }

    /// The base whose advance holds the middle of a mark's ink; the one drawn before it where several do.
    fn base_of(&self, mark: &Glyph, made: &[Cluster]) -> Option<usize> {
        // Without ink the origin tells: it is at the end of the base.
        let middle = mark.ink.map_or(mark.x - 0.1 * mark.size, |ink| f32::midpoint(ink.left, ink.right));
        let off = |at: usize| {
            let base = &made[at];
            let slack = base.size * 0.12;
            let near = (base.y - mark.y).abs() <= base.size * 0.6;
            let beside = (base.left - middle).max(middle - base.right).max(0.0);
            (near && beside <= slack).then_some(beside)
        };
        if let Some(last) = self.last
            && off(last) == Some(0.0)
        {
            return Some(last);
        }
        let candidates = self.around(middle, mark.y).filter_map(|at| Some((off(at)?, at)));
        let best = candidates.min_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        // A mark without known ink stands at the end of its base, or moves nothing and follows it.
        best.map(|(_, at)| at)
            .or_else(|| self.last.filter(|at| (made[*at].y - mark.y).abs() <= made[*at].size * 0.6))
    }

    /// Notes a drawn space at the cluster after it, or at the one before it where the line ends.
    fn space(&self, blank: &Glyph, made: &mut [Cluster]) {
        let end = blank.x + blank.advance;
        let beside = |x: f32, edge: fn(&Cluster) -> f32| {
            let off = |at: usize| {
                let same_line = (made[at].y - blank.y).abs() <= made[at].size * 0.3;
                let off = (edge(&made[at]) - x).abs();
                (same_line && off <= made[at].size * 0.35).then_some((off, at))
            };
            self.around(x, blank.y).filter_map(off).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, at)| at)
        };
        if let Some(at) = beside(end, |cluster| cluster.left) {
            made[at].spaced = true;
        } else if let Some(at) = beside(blank.x, |cluster| cluster.right) {
            made[at].space_after = true;
        }
    }
}

/// Faux bold draws a text twice, a hair apart: the second is left out. Two letters that are the same stand their own
/// width apart, which in narrow type is little. One glyph alone may meet the same glyph of a text that is printed over
/// its own.
fn fold_doubled(glyphs: &mut Vec<Glyph>) {
    let mut seen: HashMap<(i32, i32, &str), usize, RandomState> = HashMap::default();
    let mut double: Vec<Option<usize>> = Vec::with_capacity(glyphs.len());
    for (at, glyph) in glyphs.iter().enumerate() {
        if glyph.text.trim().is_empty() {
            double.push(None);
            continue;
        }
        let step = (glyph.size * 0.12).max(0.1);
        let (column, row) = ((glyph.x / step) as i32, (glyph.y / step) as i32);
        let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (dx, dy)));
        let first = around
            .filter_map(|(dx, dy)| seen.get(&(column + dx, row + dy, glyph.text.as_str())))
            .copied()
            .filter(|first| is_beside(&glyphs[*first], glyph))
            .max();
        seen.insert((column, row, glyph.text.as_str()), at);
        double.push(first);
    }
    let mut at = 0;
    glyphs.retain(|_| {
        let beside = |n: Option<usize>| n.and_then(|n| double.get(n)).is_some_and(Option::is_some);
        let folds = double[at]
            .is_some_and(|first| first + 1 == at || beside(at.checked_sub(1)) || beside(Some(at + 1)));
        at += 1;
        !folds
    });
}

/// True if a glyph stands so near to the same one before it that both are one letter.
fn is_beside(first: &Glyph, again: &Glyph) -> bool {
    let moves = again.advance > again.size * NO_ADVANCE;
    !moves || (again.x - first.x).abs() < again.advance * DOUBLED
}

/// A glyph on the page turned so that its baseline runs to the right.
fn turned(glyph: &Glyph, page: &DrawnPage, direction: Direction) -> Glyph {
    let (x, y) = turned_point(glyph.x, glyph.y, page, direction);
    let ink = glyph.ink.map(|ink| turned_rect(ink, page, direction));
    Glyph { x, y, ink, ..glyph.clone() }
}

/// A point on the page turned so that the baseline of `direction` runs to the right.
pub fn turned_point(x: f32, y: f32, page: &DrawnPage, direction: Direction) -> (f32, f32) {
    match direction {
        Direction::Right => (x, y),
        Direction::Down => (y, page.width - x),
        Direction::Left => (page.width - x, page.height - y),
        Direction::Up => (page.height - y, x),
    }
}

/// A point on the page as shown, given on the page turned so that the baseline of `direction` runs to the right.
pub fn shown_point(x: f32, y: f32, page: &DrawnPage, direction: Direction) -> (f32, f32) {
    match direction {
        Direction::Right => (x, y),
        Direction::Down => (page.width - y, x),
        Direction::Left => (page.width - x, page.height - y),
        Direction::Up => (y, page.height - x),
    }
}

/// A rectangle on the page turned so that the baseline of `direction` runs to the right.
pub fn turned_rect(r: Rect, page: &DrawnPage, direction: Direction) -> Rect {
    let one = turned_point(r.left, r.top, page, direction);
    let other = turned_point(r.right, r.bottom, page, direction);
    Rect {
        left: one.0.min(other.0),
        top: one.1.min(other.1),
        right: one.0.max(other.0),
        bottom: one.1.max(other.1),
    }
}
