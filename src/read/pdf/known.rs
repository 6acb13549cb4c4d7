//! Characters of the fonts that Thai offices use, told by what the glyph looks like.
//!
//! A program that embeds a font may leave out every table that says what a glyph stands for, may count in other units and
//! draw with other curves, but what it draws has the size, the area and the middle that it has in the font. `known.tsv` is
//! made from the fonts themselves by `examples/known_figures.rs`.

use crate::model::Rect;
use crate::thai;
use std::sync::LazyLock;
use ttf_parser::OutlineBuilder;

/// A curve is followed in so many steps.
const STEPS: u8 = 8;
/// Sizes and middles of one figure, drawn by two programs, differ by no more, in thousandths of an em: half a unit of a
/// font with a thousand of them, twice.
const NEAR: i32 = 2;
/// Areas of one figure differ by no more, in ten-thousandths of a square em: the length of its outline times half a unit.
const NEAR_AREA: i32 = 25;
/// The next best character differs by twice as much and this.
const CLEAR: i32 = 2;
/// Two forms of one figure stand at the same height if they differ by less than this, in thousandths of an em.
const SAME_HEIGHT: i32 = 40;

/// What a glyph looks like, however its outline is written. Lengths are thousandths of an em.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure {
    /// Closed lines that it is drawn of.
    pub contours: i32,
    /// Width of its ink.
    pub width: i32,
    /// Height of its ink.
    pub height: i32,
    /// Lower edge of its ink over the baseline.
    pub bottom: i32,
    /// Area of its ink, in ten-thousandths of a square em.
    pub area: i32,
    /// Middle of its ink from the left.
    pub across: i32,
    /// Middle of its ink from below.
    pub up: i32,
}

/// What a figure stands for: a character, or a ring with the tone over it, which some fonts draw as one glyph.
type Drawn = (char, Option<char>);

/// Figures with what they stand for, ordered by number of contours, width and height.
static KNOWN: LazyLock<Vec<(Figure, Drawn)>> = LazyLock::new(|| {
    let mut known = Vec::with_capacity(16_000);
    for line in include_str!("known.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split(['\t', ' ']);
        let mut codes = columns.next().unwrap_or_default().split('+');
        let mut character = || char::from_u32(u32::from_str_radix(codes.next()?, 16).ok()?);
        let Some(first) = character() else { continue };
        let drawn = (first, character());
        known.extend(columns.filter_map(Figure::read).map(|figure| (figure, drawn)));
    }
    known.sort_unstable();
    known
});

impl Figure {
    /// The figure as `known.tsv` has it.
    pub fn written(&self) -> String {
        let Self { contours, width, height, bottom, area, across, up } = self;
        format!("{contours},{width},{height},{bottom},{area},{across},{up}")
    }

    fn read(text: &str) -> Option<Self> {
        let mut numbers = text.split(',').map_while(|number| number.parse().ok());
        Some(Self {
            contours: numbers.next()?,
            width: numbers.next()?,
            height: numbers.next()?,
            bottom: numbers.next()?,
            area: numbers.next()?,
            across: numbers.next()?,
            up: numbers.next()?,
        })
    }

    /// True if another figure may be the same one, drawn by another program, at whatever height.
    fn is(&self, other: &Self) -> bool {
        (self.area - other.area).abs() <= NEAR_AREA
            && (self.across - other.across).abs() <= NEAR
            && (self.up - other.up).abs() <= NEAR
    }

    /// How much two figures differ.
    fn distance(&self, other: &Self) -> i32 {
        (self.width - other.width).abs()
            + (self.height - other.height).abs()
            + (self.across - other.across).abs()
            + (self.up - other.up).abs()
            + (self.area - other.area).abs() / 10
    }

    /// Known figures that are this one, with their characters.
    fn alike(&self) -> impl Iterator<Item = &'static (Figure, Drawn)> {
        let size = |known: &Self| (known.contours, known.width, known.height);
        (self.width - NEAR..=self.width + NEAR)
            .flat_map(move |width| {
                let least = (self.contours, width, self.height - NEAR);
                let most = (self.contours, width, self.height + NEAR);
                let first = KNOWN.partition_point(|(known, _)| size(known) < least);
                KNOWN.iter().skip(first).take_while(move |(known, _)| size(known) <= most)
            })
            .filter(|(known, _)| self.is(known))
    }

    /// What the figure stands for, or `None` if it is not known or might as well stand for something else.
    pub fn text(&self) -> Option<String> {
        self.drawn().map(|(first, over)| [first].into_iter().chain(over).collect())
    }

    /// The one character that the figure stands for.
    pub fn character(&self) -> Option<char> {
        self.drawn().filter(|(_, over)| over.is_none()).map(|(character, _)| character)
    }

    fn drawn(&self) -> Option<Drawn> {
        // Of two characters that look the same, the one that stands as high; then the one that fits best.
        let off = |known: &Self| ((known.bottom - self.bottom).abs() / SAME_HEIGHT, self.distance(known));
        let mut found: Vec<((i32, i32), Drawn)> = self.alike().map(|(known, c)| (off(known), *c)).collect();
        found.sort_unstable();
        let ((height, distance), first) = *found.first()?;
        let doubtful = found.iter().any(|((other_height, other_distance), c)| {
            let close = *other_height == height && *other_distance < 2 * distance + CLEAR;
            // A hyphen and a dash may be the same stroke; the first is the commoner.
            *c != first && close && (c.0.is_alphanumeric() || thai::is_thai(c.0))
        });
        (!doubtful).then_some(first)
    }

    /// True if the figure may stand for a character, at whatever height.
    pub fn may_be(&self, character: char) -> bool {
        self.alike().any(|(_, known)| *known == (character, None))
    }
}

/// Follows an outline and measures it.
#[derive(Debug, Default)]
pub struct Measure {
    start: (f32, f32),
    at: (f32, f32),
    contours: i32,
    bounds: Option<[f32; 4]>,
    area: f64,
    moment: (f64, f64),
}

impl Measure {
    /// The box of what was drawn, in the units that it was drawn in, `top` the higher edge. `None` if nothing was.
    pub fn ink(&self) -> Option<Rect> {
        self.bounds.map(|[left, bottom, right, top]| Rect { left, top, right, bottom })
    }

    /// What was drawn, `scale` ems a unit. `None` if nothing was.
    pub fn figure(&self, scale: f32) -> Option<Figure> {
        let [left, bottom, right, top] = self.bounds?;
        let thousandths = |length: f32| (length * scale * 1000.0).round() as i32;
        let middle = |moment: f64| if self.area == 0.0 { 0.0 } else { (moment / self.area) as f32 };
        let area = self.area as f32 * scale * scale;
        Some(Figure {
            contours: self.contours,
            width: thousandths(right - left),
            height: thousandths(top - bottom),
            bottom: thousandths(bottom),
            area: (area.abs() * 10_000.0).round() as i32,
            across: thousandths(middle(self.moment.0) - left),
            up: thousandths(middle(self.moment.1) - bottom),
        })
    }

    /// A straight piece: what it adds to the area and its moments (Green's theorem).
    fn to(&mut self, x: f32, y: f32) {
        let (ax, ay, bx, by) = (f64::from(self.at.0), f64::from(self.at.1), f64::from(x), f64::from(y));
        let cross = ax * by - bx * ay;
        self.area += cross / 2.0;
        self.moment.0 += (ax + bx) * cross / 6.0;
        self.moment.1 += (ay + by) * cross / 6.0;
        self.reach(x, y);
    }

    fn reach(&mut self, x: f32, y: f32) {
        self.at = (x, y);
        let [left, bottom, right, top] = self.bounds.get_or_insert([x, y, x, y]);
        (*left, *bottom) = (left.min(x), bottom.min(y));
        (*right, *top) = (right.max(x), top.max(y));
    }

    fn curve(&mut self, point: impl Fn(f32) -> (f32, f32)) {
        for step in 1..=STEPS {
            let (x, y) = point(f32::from(step) / f32::from(STEPS));
            self.to(x, y);
        }
    }
}

impl OutlineBuilder for Measure {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = (x, y);
        self.contours += 1;
        self.reach(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let from = self.at;
        let mix =
            |t: f32, a: f32, b: f32, c: f32| (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * b + t * t * c;
        self.curve(|t| (mix(t, from.0, x1, x), mix(t, from.1, y1, y)));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let from = self.at;
        let mix = |t: f32, a: f32, b: f32, c: f32, d: f32| {
            let s = 1.0 - t;
            s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
        };
        self.curve(|t| (mix(t, from.0, x1, x2, x), mix(t, from.1, y1, y2, y)));
    }

    fn close(&mut self) {
        let (x, y) = self.start;
        self.to(x, y);
    }
}
