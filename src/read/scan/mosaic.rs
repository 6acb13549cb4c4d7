//! The lines of a page, those of ruled tables cell by cell, set one below the other, so that a recogniser reads each by
//! itself and in its order, and no mark without its letter.

use super::pixels::{Grey, Ink};
use crate::model::Piece;

/// White pixels around what is set.
const MARGIN: usize = 30;
/// White pixels between two pieces.
const BETWEEN: usize = 14;
/// Pixels at a cell's border that are what is left of its rule.
const BORDER: usize = 3;
/// Pixels of ink in a row that are more than dirt.
const DIRT: usize = 3;
/// Pixels above and below a line that are its own blur.
const ROOM: usize = 4;
/// Ink of a part that holds anything, in pixels.
const SOMETHING: usize = 24;
/// Share of a part that is ink where its type is white on a dark field.
const DARK: f32 = 0.55;
/// Pixels of the picture that a recogniser gets, as a multiple of the page's.
const LARGEST: usize = 3;

/// A rectangle in pixels: left, top, right, bottom; the last two are one past the end.
pub type Box4 = (usize, usize, usize, usize);

/// The picture that a recogniser gets, and where its parts come from. `tables` are the outlines of tables with the boxes
/// of their cells, from top to bottom; letters are usually so many pixels high.
pub fn set(grey: &Grey, ink: &Ink, tables: &[(Box4, Vec<Box4>)], letters: usize) -> (Grey, Vec<Piece>) {
    let whole = (0, 0, grey.width, grey.height);
    let parts = parts(whole, tables);
    // Lines of a cell stand close together and keep their marks; it is the wide leading of a letter that parts them.
    let lines =
        parts.into_iter().flat_map(|(part, cell)| if cell { vec![part] } else { lines(ink, part, letters) });
    let trimmed: Vec<Box4> = lines.filter_map(|part| trimmed(ink, part)).collect();
    let height: usize =
        MARGIN * 2 + trimmed.iter().map(|(_, top, _, bottom)| bottom - top + BETWEEN).sum::<usize>();
    let width = MARGIN * 2 + trimmed.iter().map(|(left, _, right, _)| right - left).max().unwrap_or(1);
    if trimmed.is_empty() || width * height > grey.data.len() * LARGEST {
        let (width, height) = (grey.width as u32, grey.height as u32);
        return (grey.clone(), vec![Piece { left: 0, top: 0, width, height, x: 0, y: 0 }]);
    }
    let mut out = Grey::white(width, height);
    let mut pieces = Vec::with_capacity(trimmed.len());
    let mut y = MARGIN;
    for (left, top, right, bottom) in trimmed {
        let dark = ink.share((left, top), (right, bottom)) > DARK;
        for row in top..bottom {
            let to = (y + row - top) * width + MARGIN;
            for (at, value) in grey.row(row)[left..right].iter().enumerate() {
                out.data[to + at] = if dark { 255 - value } else { *value };
            }
        }
        let [left, top, width, height] = [left, top, right - left, bottom - top].map(|n| n as u32);
        pieces.push(Piece { left, top, width, height, x: MARGIN as u32, y: y as u32 });
        y += height as usize + BETWEEN;
    }
    (out, pieces)
}

/// The parts of a page in reading order: bands between tables, what stands beside a table, and its cells, which are told.
fn parts(whole: Box4, tables: &[(Box4, Vec<Box4>)]) -> Vec<(Box4, bool)> {
    let mut out = Vec::new();
    let mut y = whole.1;
    for ((left, top, right, bottom), cells) in tables {
        // A table beside another begins above where that one ends.
        let top = (*top).max(y);
        out.push(((whole.0, y, whole.2, top), false));
        out.push(((whole.0, top, *left, *bottom), false));
        let border = |(left, top, right, bottom): &Box4| {
            ((left + BORDER, top + BORDER, right.saturating_sub(BORDER), bottom.saturating_sub(BORDER)), true)
        };
        out.extend(cells.iter().map(border));
        out.push(((*right, top, whole.2, *bottom), false));
        y = y.max(*bottom);
    }
    out.push(((whole.0, y, whole.2, whole.3), false));
    out
}

/// The lines of a part: rows of ink with white above and below, marks with the letters that they stand over.
fn lines(ink: &Ink, (left, top, right, bottom): Box4, letters: usize) -> Vec<Box4> {
    let (right, bottom) = (right.min(ink.width), bottom.min(ink.height));
    if left >= right || top >= bottom {
        return Vec::new();
    }
    let inked = |y: usize| {
        ink.data[y * ink.width + left..y * ink.width + right].iter().filter(|ink| **ink).take(DIRT).count()
    };
    let mut rows: Vec<(usize, usize)> = Vec::new();
    for y in (top..bottom).filter(|y| inked(*y) == DIRT) {
        match rows.last_mut() {
            Some((_, end)) if y <= *end + 1 => *end = y + 1,
            _ => rows.push((y, y + 1)),
        }
    }
    let is_line = |(from, to): (usize, usize)| (to - from) * 3 >= letters * 2;
    let mut out: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match out.last_mut() {
            // Tones and vowels above, or what hangs below.
            Some(last) if !is_line(*last) && (row.0 - last.1) * 4 <= letters * 3 => last.1 = row.1,
            Some(last) if !is_line(row) && (row.0 - last.1) * 3 <= letters => last.1 = row.1,
            _ => out.push(row),
        }
    }
    let room = |at: usize, out: &[(usize, usize)]| {
        let above = at.checked_sub(1).map_or(top, |before| out[before].1);
        let below = out.get(at + 1).map_or(bottom, |next| next.0);
        (out[at].0.saturating_sub(ROOM).max(above), (out[at].1 + ROOM).min(below))
    };
    (0..out.len()).map(|at| room(at, &out)).map(|(from, to)| (left, from, right, to)).collect()
}

/// A part without the white around it; `None` if nothing stands in it.
fn trimmed(ink: &Ink, (left, top, right, bottom): Box4) -> Option<Box4> {
    let (right, bottom) = (right.min(ink.width), bottom.min(ink.height));
    if left >= right || top >= bottom {
        return None;
    }
    let (mut box4, mut inked) = ((right, bottom, left, top), 0);
    for y in top..bottom {
        for x in left..right {
            if ink.data[y * ink.width + x] {
                inked += 1;
                box4 = (box4.0.min(x), box4.1.min(y), box4.2.max(x + 1), box4.3.max(y + 1));
            }
        }
    }
    let roomy = |from: usize, least: usize| from.saturating_sub(4).max(least);
    (inked >= SOMETHING).then(|| {
        let start = (roomy(box4.0, left), roomy(box4.1, top));
        (start.0, start.1, (box4.2 + 4).min(right), (box4.3 + 4).min(bottom))
    })
}
