//! Grey pixels: from colours, evenly lit, turned, and told apart into ink and paper.

/// Blocks in which the paper's own grey is looked for, in pixels.
const BLOCK: usize = 64;
/// Blocks on each side in which paper is sure to be: a dark field is narrower.
const REACH: usize = 4;
/// Ink is darker than this, whatever the page: between the two that the page's own greys suggest.
const INK: (u8, u8) = (90, 190);
/// Share of a saturated colour's brightness that counts: a stamp in red or blue is lighter than print.
const COLOUR: f32 = 0.5;

/// A picture in grey.
#[derive(Debug, Clone, PartialEq)]
pub struct Grey {
    /// Pixels from left to right.
    pub width: usize,
    /// Pixels from top to bottom.
    pub height: usize,
    /// Rows from the top, 0 black.
    pub data: Vec<u8>,
}

impl Grey {
    /// A white picture.
    pub fn white(width: usize, height: usize) -> Self {
        Self { width, height, data: vec![255; width * height] }
    }

    /// The grey of colours, four bytes a pixel of which the last does not count.
    pub fn of_rgba(width: usize, height: usize, rgba: &[u8]) -> Self {
        let grey = |p: &[u8]| {
            let [r, g, b] = [f32::from(p[0]), f32::from(p[1]), f32::from(p[2])];
            let seen = 0.299 * r + 0.587 * g + 0.114 * b;
            (seen + (r.max(g).max(b) - seen) * COLOUR).round() as u8
        };
        let mut data: Vec<u8> = rgba.chunks_exact(4).map(grey).collect();
        data.resize(width * height, 255);
        Self { width, height, data }
    }

    /// A row of pixels.
    pub fn row(&self, y: usize) -> &[u8] {
        &self.data[y * self.width..(y + 1) * self.width]
    }

    /// Turned clockwise by so many quarters.
    pub fn turned(&self, quarters: u8) -> Self {
        let (w, h) = (self.width, self.height);
        let mut out = if quarters % 2 == 1 { Self::white(h, w) } else { Self::white(w, h) };
        let across = out.width;
        for y in 0..h {
            for (x, value) in self.row(y).iter().enumerate() {
                let (to_x, to_y) = match quarters % 4 {
                    0 => (x, y),
                    1 => (h - 1 - y, x),
                    2 => (w - 1 - x, h - 1 - y),
                    _ => (y, w - 1 - x),
                };
                out.data[to_y * across + to_x] = *value;
            }
        }
        out
    }

    /// Turned clockwise about its middle by a small angle in radians; what comes in from outside is white.
    pub fn tilted(&self, angle: f32) -> Self {
        let mut out = Self::white(self.width, self.height);
        let (sin, cos) = angle.sin_cos();
        let (mx, my) = (self.width as f32 / 2.0, self.height as f32 / 2.0);
        for y in 0..self.height {
            let dy = y as f32 - my;
            for x in 0..self.width {
                let dx = x as f32 - mx;
                let from = (cos * dx + sin * dy + mx, cos * dy - sin * dx + my);
                out.data[y * self.width + x] = self.between(from.0, from.1);
            }
        }
        out
    }

    /// The grey between four pixels.
    fn between(&self, x: f32, y: f32) -> u8 {
        if x < 0.0 || y < 0.0 {
            return 255;
        }
        let (left, top) = (x as usize, y as usize);
        if left + 1 >= self.width || top + 1 >= self.height {
            return 255;
        }
        let (fx, fy) = (x - left as f32, y - top as f32);
        let at = top * self.width + left;
        let value = |at: usize| f32::from(self.data[at]);
        let upper = value(at) + (value(at + 1) - value(at)) * fx;
        let lower = value(at + self.width) + (value(at + self.width + 1) - value(at + self.width)) * fx;
        (upper + (lower - upper) * fy).round() as u8
    }

    /// With the light of a lamp or a shadow taken out: paper is white everywhere.
    pub fn evenly_lit(mut self) -> Self {
        let (columns, rows) = (self.width.div_ceil(BLOCK), self.height.div_ceil(BLOCK));
        let mut paper = vec![0_u8; columns * rows];
        for row in 0..rows {
            for column in 0..columns {
                paper[row * columns + column] = self.brightest(column * BLOCK, row * BLOCK);
            }
        }
        let around: Vec<f32> = (0..columns * rows)
            .map(|at| {
                let (column, row) = (at % columns, at / columns);
                let near = |at: usize, end: usize| at.saturating_sub(REACH)..(at + REACH + 1).min(end);
                let blocks =
                    near(row, rows).flat_map(|r| near(column, columns).map(move |c| r * columns + c));
                f32::from(blocks.map(|at| paper[at]).max().unwrap_or(255).max(64))
            })
            .collect();
        for y in 0..self.height {
            for x in 0..self.width {
                let light = at_place(&around, columns, rows, x, y);
                let at = y * self.width + x;
                self.data[at] = (f32::from(self.data[at]) * 255.0 / light).min(255.0).round() as u8;
            }
        }
        self
    }

    /// The grey that one pixel in twenty of a block is lighter than.
    fn brightest(&self, left: usize, top: usize) -> u8 {
        let mut counts = [0_u32; 256];
        let (right, bottom) = ((left + BLOCK).min(self.width), (top + BLOCK).min(self.height));
        for y in (top..bottom).step_by(2) {
            for value in self.row(y)[left..right].iter().step_by(2) {
                counts[usize::from(*value)] += 1;
            }
        }
        let all: u32 = counts.iter().sum();
        let mut above = 0;
        for value in (0..256).rev() {
            above += counts[value];
            if above * 20 >= all {
                return value as u8;
            }
        }
        255
    }

    /// Which pixels are ink.
    pub fn ink(&self) -> Ink {
        let threshold = self.threshold();
        let data = self.data.iter().map(|value| *value < threshold).collect();
        Ink { width: self.width, height: self.height, data }
    }

    /// The grey that parts ink from paper best (Otsu).
    pub fn threshold(&self) -> u8 {
        let mut counts = [0_f64; 256];
        for value in &self.data {
            counts[usize::from(*value)] += 1.0;
        }
        let all = self.data.len() as f64;
        let sum: f64 = counts.iter().enumerate().map(|(value, count)| value as f64 * count).sum();
        let (mut below, mut sum_below, mut best) = (0.0, 0.0, (0.0, 128_u8));
        for (value, count) in counts.iter().enumerate() {
            below += count;
            sum_below += value as f64 * count;
            let above = all - below;
            if below > 0.0 && above > 0.0 {
                let apart = sum_below / below - (sum - sum_below) / above;
                let spread = below * above * apart * apart;
                if spread > best.0 {
                    best = (spread, value as u8);
                }
            }
        }
        best.1.saturating_add(1).clamp(INK.0, INK.1)
    }
}

/// The light at a pixel, between the middles of four blocks.
fn at_place(light: &[f32], columns: usize, rows: usize, x: usize, y: usize) -> f32 {
    let place = |at: usize, end: usize| {
        let exact = (at as f32 / BLOCK as f32 - 0.5).max(0.0);
        let low = (exact as usize).min(end - 1);
        (low, (low + 1).min(end - 1), exact - low as f32)
    };
    let (left, right, fx) = place(x, columns);
    let (top, bottom, fy) = place(y, rows);
    let value = |row: usize, column: usize| light[row * columns + column];
    let upper = value(top, left) + (value(top, right) - value(top, left)) * fx.min(1.0);
    let lower = value(bottom, left) + (value(bottom, right) - value(bottom, left)) * fx.min(1.0);
    upper + (lower - upper) * fy.min(1.0)
}

/// Which pixels of a picture are ink.
#[derive(Debug, Clone, PartialEq)]
pub struct Ink {
    /// Pixels from left to right.
    pub width: usize,
    /// Pixels from top to bottom.
    pub height: usize,
    /// Rows from the top.
    pub data: Vec<bool>,
}

impl Ink {
    /// Share of a part's pixels that are ink.
    pub fn share(&self, (left, top): (usize, usize), (right, bottom): (usize, usize)) -> f32 {
        let (right, bottom) = (right.min(self.width), bottom.min(self.height));
        let rows =
            (top..bottom).map(|y| &self.data[y * self.width + left.min(right)..y * self.width + right]);
        let inked: usize = rows.map(|row| row.iter().filter(|ink| **ink).count()).sum();
        inked as f32 / ((right.saturating_sub(left)) * bottom.saturating_sub(top)).max(1) as f32
    }
}
