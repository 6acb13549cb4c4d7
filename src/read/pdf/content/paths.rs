//! Paths: the rules that they draw, and the clips that they set.

use super::super::lexer::Token;
use super::{DRAWN_LIMIT, Interpreter, number};
use crate::model::{Counted, Rect};
use crate::read::drawn::Rule;

/// A filled rectangle up to this thickness in points is a rule; thicker ones are backgrounds.
const RULE_THICKNESS: f32 = 3.0;

/// The path under construction, in page coordinates.
#[derive(Default)]
pub(super) struct Path {
    start: (f32, f32),
    at: (f32, f32),
    lines: Vec<((f32, f32), (f32, f32))>,
    boxes: Vec<Rect>,
    bounds: Option<Rect>,
}

impl Interpreter<'_> {
    pub(super) fn build_path(&mut self, word: &[u8], operands: &[Token]) {
        let point = |n: usize| self.state.ctm.apply(number(operands, n), number(operands, n + 1));
        match word {
            b"m" => {
                let to = point(0);
                (self.path.start, self.path.at) = (to, to);
                self.path.reach(to);
            }
            b"l" => {
                let to = point(0);
                self.path.line_to(to);
            }
            b"h" => {
                let start = self.path.start;
                self.path.line_to(start);
            }
            b"re" => {
                let (x, y) = (number(operands, 0), number(operands, 1));
                let (width, height) = (number(operands, 2), number(operands, 3));
                let rect = Rect { left: x, top: y, right: x + width, bottom: y + height };
                let rect = self.state.ctm.rect(rect);
                self.path.boxes.push(rect);
                self.path.reach((rect.left, rect.top));
                self.path.reach((rect.right, rect.bottom));
            }
            _ => {
                let to = point(if word == b"c" { 4 } else { 2 });
                self.path.at = to;
                self.path.reach(to);
            }
        }
    }

    pub(super) fn paint(&mut self, word: &[u8]) {
        let path = std::mem::take(&mut self.path);
        let stroked = matches!(word, b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*");
        let filled = matches!(word, b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*");
        if stroked {
            let thickness = self.state.line_width * self.state.ctm.stretch_x();
            for (from, to) in &path.lines {
                self.rule(*from, *to, thickness);
            }
            for b in &path.boxes {
                let corners = [(b.left, b.top), (b.right, b.top), (b.right, b.bottom), (b.left, b.bottom)];
                for n in 0..4 {
                    self.rule(corners[n], corners[(n + 1) % 4], thickness);
                }
            }
        }
        if filled {
            let outline = path.bounds.filter(|_| path.boxes.is_empty() && path.lines.len() >= 3);
            for b in path.boxes.iter().copied().chain(outline) {
                self.thin_fill(b);
            }
        }
        if std::mem::take(&mut self.clipping)
            && let Some(bounds) = path.bounds
        {
            self.clip(bounds);
        }
    }

    fn thin_fill(&mut self, b: Rect) {
        let (width, height) = (b.right - b.left, b.bottom - b.top);
        if height <= RULE_THICKNESS && width > height * 2.0 {
            let y = f32::midpoint(b.top, b.bottom);
            self.rule((b.left, y), (b.right, y), height);
        } else if width <= RULE_THICKNESS && height > width * 2.0 {
            let x = f32::midpoint(b.left, b.right);
            self.rule((x, b.top), (x, b.bottom), width);
        }
    }

    pub(super) fn rule(&mut self, from: (f32, f32), to: (f32, f32), thickness: f32) {
        let (dx, dy) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        let horizontal = dx >= dy;
        let (along, across) = if horizontal { (dx, dy) } else { (dy, dx) };
        if along < 1.0 || across > 0.5 || !along.is_finite() {
            return;
        }
        let bounds = Rect {
            left: from.0.min(to.0),
            right: from.0.max(to.0),
            top: from.1.min(to.1),
            bottom: from.1.max(to.1),
        };
        if self.budget.take(Counted::Drawn, 1) && self.page.rules.len() < DRAWN_LIMIT {
            self.page.rules.push(Rule { bounds, horizontal, thickness });
        }
    }

    fn clip(&mut self, bounds: Rect) {
        let mut clip = bounds;
        if let Some(outer) = self.state.clip.and_then(|index| self.page.clips.get(index as usize)) {
            clip.left = clip.left.max(outer.left);
            clip.top = clip.top.max(outer.top);
            clip.right = clip.right.min(outer.right);
            clip.bottom = clip.bottom.min(outer.bottom);
        }
        let whole = clip.right - clip.left >= self.page.width * 0.98
            && clip.bottom - clip.top >= self.page.height * 0.98;
        if whole || self.page.clips.len() >= DRAWN_LIMIT || !self.budget.take(Counted::Drawn, 1) {
            return;
        }
        if self.page.clips.last() != Some(&clip) {
            self.page.clips.push(clip);
        }
        self.state.clip = Some(self.page.clips.len() as u32 - 1);
    }
}

impl Path {
    fn line_to(&mut self, to: (f32, f32)) {
        self.lines.push((self.at, to));
        self.at = to;
        self.reach(to);
    }

    fn reach(&mut self, (x, y): (f32, f32)) {
        let bounds = self.bounds.get_or_insert(Rect { left: x, top: y, right: x, bottom: y });
        bounds.left = bounds.left.min(x);
        bounds.right = bounds.right.max(x);
        bounds.top = bounds.top.min(y);
        bounds.bottom = bounds.bottom.max(y);
    }
}
