//! Which way up a page is, and by how much it lies askew, told by the boxes of its letters.

use super::blots::{self, Blot};
use super::pixels::Grey;

/// Radians on each side that a page may lie askew, and the steps in which that is looked for.
const WIDEST: f32 = 0.11;
const STEPS: [f32; 3] = [0.005, 0.001, 0.0003];
/// Pixels of a baseline.
const BIN: f32 = 3.0;
/// A page is turned only if lines show so many times better that way.
const TURNED: f32 = 1.3;
/// Blots of type that tell anything.
const FEW: usize = 40;
/// A smaller angle is not worth the blur.
const STRAIGHT: f32 = 0.0012;
/// Marks below letters that must be there, and how many there must be for each above, if a page stands on its head.
const MARKS: usize = 8;
const OVERTURNED: usize = 2;
/// Blots that are looked at for marks above or below a blot.
const NEAR: usize = 200;

/// A page upright and straight.
pub fn straightened(grey: Grey) -> Grey {
    let letters = type_of(&grey);
    if letters.len() < FEW {
        return grey;
    }
    let (lying, tilt) = best_tilt(&letters, Edge::Bottom);
    let (standing, tilt_standing) = best_tilt(&letters, Edge::Left);
    let sideways = standing > lying * TURNED;
    let turned = if sideways { grey.turned(1) } else { grey };
    let tilt = if sideways { -tilt_standing } else { tilt };
    let straight = if tilt.abs() > STRAIGHT { turned.tilted(tilt) } else { turned };
    if is_overturned(&type_of(&straight)) { straight.turned(2) } else { straight }
}

fn type_of(grey: &Grey) -> Vec<Blot> {
    blots::blots(&grey.ink()).into_iter().filter(Blot::is_type).collect()
}

/// The edges of letters that stand on one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// Of lines that run from left to right.
    Bottom,
    /// Of lines that run up or down.
    Left,
}

/// How well lines show at the angle at which they show best, and that angle: the one by which the page is to be tilted
/// clockwise where lines run from left to right, counter-clockwise where they run up or down.
fn best_tilt(letters: &[Blot], edge: Edge) -> (f32, f32) {
    let points: Vec<(f32, f32)> = letters
        .iter()
        .map(|blot| match edge {
            Edge::Bottom => ((blot.left + blot.right) as f32 / 2.0, blot.bottom as f32),
            Edge::Left => ((blot.top + blot.bottom) as f32 / 2.0, blot.left as f32),
        })
        .collect();
    let mut best = (shown(&points, 0.0), 0.0);
    let mut reach = WIDEST;
    for step in STEPS {
        let middle = best.1;
        let count = (reach / step).ceil() as i32;
        for n in -count..=count {
            let angle = middle + n as f32 * step;
            let score = shown(&points, angle);
            if score > best.0 {
                best = (score, angle);
            }
        }
        reach = step;
    }
    best
}

/// How well lines show at an angle: many edges in few bins.
fn shown(points: &[(f32, f32)], angle: f32) -> f32 {
    let slope = angle.tan();
    let mut places: Vec<i32> =
        points.iter().map(|(along, across)| ((across + along * slope) / BIN).round() as i32).collect();
    places.sort_unstable();
    places.chunk_by(|a, b| a == b).map(|same| (same.len() * same.len()) as f32).sum()
}

/// True if most marks stand below letters: Thai has vowels and tones above many and below few, and dots are above.
fn is_overturned(letters: &[Blot]) -> bool {
    let mut heights: Vec<u32> = letters.iter().map(Blot::height).collect();
    heights.sort_unstable();
    let Some(usual) = heights.get(heights.len() * 2 / 3).copied() else { return false };
    let mut sorted: Vec<&Blot> = letters.iter().collect();
    sorted.sort_by_key(|blot| (blot.left, blot.top));
    let (mut above, mut below) = (0, 0);
    for (at, mark) in sorted.iter().enumerate().filter(|(_, blot)| blot.height() * 3 < usual * 2) {
        let around = sorted[at.saturating_sub(NEAR)..].iter().take(NEAR * 2);
        let base = around
            .filter(|base| base.height() * 4 > usual * 3 && base.height() < usual * 2)
            .filter(|base| base.left <= mark.right && mark.left <= base.right)
            .filter_map(|base| {
                let over = base.top.checked_sub(mark.bottom).map(|gap| (gap, true));
                let under = mark.top.checked_sub(base.bottom).map(|gap| (gap, false));
                over.or(under).filter(|(gap, _)| *gap * 2 < usual)
            })
            .min();
        match base {
            Some((_, true)) => above += 1,
            Some((_, false)) => below += 1,
            None => {}
        }
    }
    below >= MARKS && below > above * OVERTURNED
}
