//! Texts as they were drawn: a stretch is drawn on one line without a jump of the pen, a block is stretches one below
//! the other. Programs draw a table cell by cell, so that these tell cells apart where hardly any blank does.

use crate::read::drawn::Glyph;

/// A step of the pen up to so many ems is no jump: kerning, and the rounding of positions.
const STEP: f32 = 0.09;
/// A blank from so many ems on ends a stretch, drawn or not; within one operator a smaller step is a space that is
/// moved over and not drawn.
const SPACE: f32 = 0.7;
/// Baselines within so many ems are one line; stretches of one block lie so many ems below one another.
const LINE: f32 = 0.4;
const LEADING: (f32, f32) = (0.5, 2.0);
/// Left edges, right edges or middles of a block's stretches agree within so many ems.
const AGREE: f32 = 0.15;

/// A stretch while it is drawn.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    left: f32,
    right: f32,
    y: f32,
    size: f32,
}

/// What the pen draws: from where to where, on which baseline, how large, in which operator.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// Where it begins.
    pub x: f32,
    /// Where the next begins.
    pub end: f32,
    /// The baseline.
    pub y: f32,
    /// Size of the type.
    pub size: f32,
    /// Number of the operator.
    pub run: u32,
}

impl Spot {
    /// A glyph as it is drawn.
    pub fn of(glyph: &Glyph) -> Self {
        Self { x: glyph.x, end: glyph.x + glyph.advance, y: glyph.y, size: glyph.size, run: glyph.run }
    }
}

/// The stretches of a page's glyphs of one direction, given one by one in the order of drawing.
#[derive(Debug, Default)]
pub struct Pen {
    made: Vec<Stretch>,
    /// Where the pen stands, and in which operator.
    at: f32,
    run: u32,
}

impl Pen {
    /// Draws a glyph and tells the number of its stretch. Blanks move the pen and begin nothing; marks do neither.
    pub fn draw(&mut self, spot: Spot, blank: bool) -> u32 {
        let joined = self.made.last().is_some_and(|last| {
            let step = (spot.x - self.at) / spot.size.max(1.0);
            let same = (spot.y - last.y).abs() <= LINE * spot.size.min(last.size);
            let near = blank || spot.x - last.right < SPACE * spot.size;
            same && near && (step.abs() <= STEP || spot.run == self.run && (-STEP..SPACE).contains(&step))
        });
        if joined || !blank {
            (self.at, self.run) = (spot.end, spot.run);
        }
        match self.made.last_mut() {
            Some(last) if joined && !blank => {
                last.right = last.right.max(spot.end);
                last.size = last.size.max(spot.size);
            }
            _ if blank => {}
            _ => self.made.push(Stretch { left: spot.x, right: spot.end, y: spot.y, size: spot.size }),
        }
        self.made.len().saturating_sub(1) as u32
    }

    /// The block of each stretch.
    pub fn blocks(&self) -> Vec<u32> {
        let mut block = 0;
        let first = self.made.first().map(|_| 0);
        let others = self.made.windows(2).map(|pair| {
            block += u32::from(!goes_on(&pair[0], &pair[1]));
            block
        });
        first.into_iter().chain(others).collect()
    }
}

/// True if a stretch is the next line of the text of the one drawn before it.
fn goes_on(before: &Stretch, next: &Stretch) -> bool {
    let size = before.size.min(next.size).max(1.0);
    let near = |one: f32, other: f32| (one - other).abs() <= AGREE * size;
    let below = (LEADING.0 * size..=LEADING.1 * size).contains(&(next.y - before.y));
    let middle = |stretch: &Stretch| f32::midpoint(stretch.left, stretch.right);
    below
        && (near(before.left, next.left)
            || near(before.right, next.right)
            || near(middle(before), middle(next)))
}
