//! A glyph drawn by its font to its outline.

use crate::read::drawn::Outline;
use ttf_parser::OutlineBuilder;

/// Points of an outline that are compared.
const POINTS: usize = 400;

/// Draws an outline.
pub struct Pen {
    hash: u64,
    points: Vec<(f32, f32)>,
}

impl Default for Pen {
    fn default() -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, points: Vec::new() }
    }
}

impl Pen {
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

impl OutlineBuilder for Pen {
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
