//! What a page draws, in records that know nothing of PDF: glyphs, rules and images at their places on the page as shown.
//!
//! They stand between what interprets a file (`pdf`) and what lays out its pages (`page`), which sees only these.

use crate::model::{Colour, Rect};
use std::rc::Rc;

/// Outlines of one character have the same ratio of width to height, but for this factor.
const RATIO: f32 = 1.5;

/// A page as drawn. Coordinates are points from the top left of the page as shown (after `/Rotate`), y downwards.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DrawnPage {
    /// 1-based.
    pub number: u32,
    /// Width as shown.
    pub width: f32,
    /// Height as shown.
    pub height: f32,
    /// Glyphs in the order in which they are drawn.
    pub glyphs: Vec<Glyph>,
    /// Straight horizontal and vertical rules, from strokes and from thin fills.
    pub rules: Vec<Rule>,
    /// Images.
    pub images: Vec<Rect>,
    /// Clip rectangles that glyphs name by index; overlapping table text is told apart by them.
    pub clips: Vec<Rect>,
    /// Values of form fields that lie over other text, so that neither could be read if they were set there.
    pub unplaced: Vec<String>,
    /// Text that lies across the page or over it, as a watermark does; no part of its lines.
    pub over: Vec<Over>,
    /// Words that a line is drawn through.
    pub struck: Vec<String>,
    /// Some of the page could not be interpreted (limit reached, broken stream).
    pub cut_short: bool,
    /// Its glyphs were recognised in its picture.
    pub recognised: bool,
}

impl DrawnPage {
    /// True if a point is on the page as shown, or no more than `beside` points off it.
    pub fn holds(&self, x: f32, y: f32, beside: f32) -> bool {
        (-beside..self.width + beside).contains(&x) && (-beside..self.height + beside).contains(&y)
    }
}

/// A glyph as drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// The characters that it stands for, in logical order; empty if none could be told.
    pub text: String,
    /// The evidence that the characters were told by.
    pub rung: Rung,
    /// What the evidence said, where the ink contradicts it.
    pub claimed: Option<String>,
    /// Outline, if the glyph moves nothing.
    pub shape: Option<Rc<Outline>>,
    /// Origin on the baseline.
    pub x: f32,
    /// Origin on the baseline.
    pub y: f32,
    /// Distance to the next glyph's origin along the baseline, without character and word spacing.
    pub advance: f32,
    /// Box of the ink, `None` if the glyph is blank or its outline unknown.
    pub ink: Option<Rect>,
    /// Size of the type in points as shown.
    pub size: f32,
    /// Number of the font within the document.
    pub font: u32,
    /// How it is set.
    pub face: Face,
    /// Direction of the baseline as shown.
    pub direction: Direction,
    /// False for text that is not painted (render mode 3): usually an earlier character recognition under a scan.
    pub painted: bool,
    /// Index into `DrawnPage::clips`, if a clip smaller than the page is in force.
    pub clip: Option<u32>,
    /// The cell that the document's tags put it into.
    pub tag: Option<Tag>,
    /// Number of the operator that shows it: what one shows is one text.
    pub run: u32,
    /// What it is on the page.
    pub standing: Standing,
}

/// How a glyph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Face {
    /// Bold type.
    pub bold: bool,
    /// The colour that it is painted with, if it is known.
    pub colour: Option<Colour>,
}

/// What a glyph is on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// Part of the text.
    #[default]
    Text,
    /// Part of a header or footer, by the document's tags.
    Margin,
    /// Part of the text with a line drawn through it.
    Struck,
}

/// Text that lies across a page or over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Over {
    /// The words.
    pub text: String,
    /// Number of the operator that shows the last of it.
    pub run: u32,
}

/// A cell of a table that the document's tags name. All numbers are 0-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    /// Number of the table within the document.
    pub table: u32,
    /// First row.
    pub row: u32,
    /// First column.
    pub column: u32,
    /// Rows that it covers.
    pub rows: u32,
    /// Columns that it covers.
    pub columns: u32,
}

impl Glyph {
    /// The middle of its lower half, on the page as shown.
    pub fn middle(&self) -> (f32, f32) {
        let (along, up) = (self.advance / 2.0, self.size * 0.25);
        match self.direction {
            Direction::Right => (self.x + along, self.y - up),
            Direction::Left => (self.x - along, self.y + up),
            Direction::Down => (self.x + up, self.y + along),
            Direction::Up => (self.x - up, self.y - along),
        }
    }

    /// The ink for a size of 1, y upwards from the baseline.
    pub fn own_ink(&self) -> Option<Rect> {
        let ink = self.ink.filter(|_| self.direction == Direction::Right && self.size > 0.0)?;
        Some(Rect {
            left: (ink.left - self.x) / self.size,
            right: (ink.right - self.x) / self.size,
            top: (self.y - ink.top) / self.size,
            bottom: (self.y - ink.bottom) / self.size,
        })
    }
}

/// The outline of a glyph.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// The same for outlines that differ only by where they stand.
    pub number: u64,
    /// Points along it, scaled to a square of 1.
    pub points: Vec<(f32, f32)>,
    /// Width by height.
    pub ratio: f32,
}

impl Outline {
    /// How much two outlines differ: the mean distance from a point of one to the nearest of the other.
    pub fn distance(&self, other: &Self) -> Option<f32> {
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

/// How the characters of a glyph were told, best evidence first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// `/ActualText` of the marked content around it, or the value of a form field.
    ActualText,
    /// The font's `ToUnicode` map, not contradicted by the glyph's ink.
    ToUnicode,
    /// `/Encoding` with `/Differences` and glyph names, or a standard encoding.
    Encoding,
    /// The embedded font's own character map, reversed.
    FontMap,
    /// TIS-620 codes, by a vote over the font.
    Tis620,
    /// A known font's layout, by glyph number or outline.
    KnownFont,
    /// Repaired: the evidence said something that the ink contradicts.
    Repaired,
    /// Recognised in a picture.
    Recognised,
    /// The same, and not for certain.
    Unsure,
    /// Nothing told it.
    Unknown,
}

/// Direction of a baseline as shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Direction {
    /// Ordinary text.
    #[default]
    Right,
    /// Turned by 90° clockwise.
    Down,
    /// Upside down.
    Left,
    /// Turned by 90° counter-clockwise.
    Up,
}

/// A straight horizontal or vertical rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Its extent along its length and the line's middle across it.
    pub bounds: Rect,
    /// True if it runs from left to right.
    pub horizontal: bool,
    /// Thickness in points.
    pub thickness: f32,
}

/// True for what cannot stand alone in Thai.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
        // Windows' private forms of the same marks, shifted for tall consonants.
        || matches!(c, '\u{f701}'..='\u{f70e}' | '\u{f710}'..='\u{f71a}')
}
