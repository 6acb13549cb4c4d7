//! Text that a line is drawn through: somebody took it back, so that it must not be read as if nothing were.

use crate::read::drawn::{Direction, DrawnPage, Glyph, Rule, Standing};
use std::collections::BTreeMap;

/// Height of such a line over the baseline, in ems.
const HEIGHT: std::ops::Range<f32> = 0.12..0.55;
/// The line goes no further beyond the letters, in ems.
const BEYOND: f32 = 0.5;
/// Letters under one line are no further apart, in ems.
const APART: f32 = 2.0;
/// Letters that a line must go through: one alone may be part of a drawing.
const LETTERS: usize = 2;
/// Height of a strip of the page that glyphs are looked up by, in points, and strips above and below a line that are
/// looked into: type is no larger than a few of them.
const STRIP: f32 = 8.0;
const STRIPS: i32 = 6;
/// Glyphs that are held against lines, in all.
const COMPARED: usize = 20_000_000;
/// Characters of the struck words that are kept of a page.
const KEPT: usize = 2_000;

/// Marks the struck glyphs of a page and keeps their words. The lines are no rules of a table.
pub fn mark(page: &mut DrawnPage) {
    let mut strips: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (at, glyph) in page.glyphs.iter().enumerate() {
        if glyph.direction == Direction::Right && !glyph.text.trim().is_empty() {
            strips.entry(strip(glyph.y)).or_default().push(at);
        }
    }
    let upright: Vec<Rule> = page.rules.iter().filter(|rule| !rule.horizontal).copied().collect();
    let mut compared = 0;
    let mut lines: Vec<usize> = Vec::new();
    for (number, line) in page.rules.iter().enumerate() {
        if !line.horizontal || compared > COMPARED {
            continue;
        }
        let near: Vec<usize> = (0..=STRIPS)
            .filter_map(|below| strips.get(&(strip(line.bounds.top).saturating_add(below))))
            .flatten()
            .copied()
            .collect();
        compared += near.len();
        let mut struck: Vec<usize> =
            near.into_iter().filter(|at| goes_through(line, &page.glyphs[*at])).collect();
        struck.sort_by(|a, b| page.glyphs[*a].x.total_cmp(&page.glyphs[*b].x));
        compared += if fits(line, &struck, &page.glyphs) { upright.len() } else { continue };
        if upright.iter().any(|rule| meets(line, rule)) {
            continue;
        }
        struck.sort_unstable(); // the order of drawing is that of the text
        let mut words = String::new();
        for at in struck {
            page.glyphs[at].standing = Standing::Struck;
            words += &page.glyphs[at].text;
        }
        if page.struck.iter().map(String::len).sum::<usize>() < KEPT {
            page.struck.push(words);
        }
        lines.push(number);
    }
    let mut number = 0;
    page.rules.retain(|_| {
        number += 1;
        lines.binary_search(&(number - 1)).is_err()
    });
}

fn strip(y: f32) -> i32 {
    (y / STRIP) as i32
}

fn goes_through(line: &Rule, glyph: &Glyph) -> bool {
    let middle = glyph.x + glyph.advance / 2.0;
    let height = (glyph.y - line.bounds.top) / glyph.size.max(0.1);
    HEIGHT.contains(&height)
        && (line.bounds.left..line.bounds.right).contains(&middle)
        && line.thickness < glyph.size * 0.2
}

/// True if a line is as long as the letters that it goes through, from left to right.
fn fits(line: &Rule, struck: &[usize], glyphs: &[Glyph]) -> bool {
    let (Some(first), Some(last)) = (struck.first(), struck.last()) else { return false };
    let (first, last) = (&glyphs[*first], &glyphs[*last]);
    let close = struck.windows(2).all(|pair| {
        let (one, next) = (&glyphs[pair[0]], &glyphs[pair[1]]);
        next.x - (one.x + one.advance) < APART * one.size
    });
    struck.len() >= LETTERS
        && close
        && line.bounds.left > first.x - BEYOND * first.size
        && line.bounds.right < last.x + last.advance + BEYOND * last.size
}

/// True if an upright rule touches a line, as the borders of a table do.
fn meets(line: &Rule, upright: &Rule) -> bool {
    let (l, u) = (line.bounds, upright.bounds);
    (l.left - 1.0..=l.right + 1.0).contains(&u.left) && (u.top - 1.0..=u.bottom + 1.0).contains(&l.top)
}
