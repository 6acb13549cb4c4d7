//! Plane geometry of a content stream: the six-number matrix.

use crate::model::Rect;

/// `x' = a·x + c·y + e`, `y' = b·x + d·y + f` (ISO 32000-1, 8.3.3).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matrix {
    /// Row one, column one, and so on in the order in which PDF writes them.
    pub a: f32,
    pub b: f32,
    pub c: f32,
    pub d: f32,
    pub e: f32,
    pub f: f32,
}

impl Matrix {
    /// Changes nothing.
    pub const IDENTITY: Self = Self { a: 1.0, b: 0.0, c: 0.0, d: 1.0, e: 0.0, f: 0.0 };

    /// From the numbers of a `cm`, `Tm` or `/Matrix`.
    pub fn of(n: [f32; 6]) -> Self {
        Self { a: n[0], b: n[1], c: n[2], d: n[3], e: n[4], f: n[5] }
    }

    /// A shift.
    pub fn shift(x: f32, y: f32) -> Self {
        Self { e: x, f: y, ..Self::IDENTITY }
    }

    /// This first, then `next`.
    pub fn then(self, next: Self) -> Self {
        Self {
            a: self.a * next.a + self.b * next.c,
            b: self.a * next.b + self.b * next.d,
            c: self.c * next.a + self.d * next.c,
            d: self.c * next.b + self.d * next.d,
            e: self.e * next.a + self.f * next.c + next.e,
            f: self.e * next.b + self.f * next.d + next.f,
        }
    }

    /// Where a point goes.
    pub fn apply(self, x: f32, y: f32) -> (f32, f32) {
        (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)
    }

    /// How much a step along x is stretched.
    pub fn stretch_x(self) -> f32 {
        self.a.hypot(self.b)
    }

    /// How much a step along y is stretched.
    pub fn stretch_y(self) -> f32 {
        self.c.hypot(self.d)
    }

    /// The box around where a rectangle goes.
    pub fn rect(self, r: Rect) -> Rect {
        let corners = [(r.left, r.top), (r.right, r.top), (r.left, r.bottom), (r.right, r.bottom)];
        let mut out = Rect { left: f32::MAX, top: f32::MAX, right: f32::MIN, bottom: f32::MIN };
        for (x, y) in corners.map(|(x, y)| self.apply(x, y)) {
            out.left = out.left.min(x);
            out.right = out.right.max(x);
            out.top = out.top.min(y);
            out.bottom = out.bottom.max(y);
        }
        out
    }

    /// True if all six numbers are finite and of a size that a page can have.
    pub fn is_sane(self) -> bool {
        [self.a, self.b, self.c, self.d, self.e, self.f].iter().all(|n| n.is_finite() && n.abs() < 1e9)
    }
}
