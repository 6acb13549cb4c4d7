//! Lines of text to paragraphs.

use super::flow::Row;
use super::{headings, judge, phrases};
use crate::model::Rect;
use crate::thai;
use crate::thai::numbering;
use crate::vocab::Vocab;
use crate::vocab::anchors::Anchor;
use crate::vocab::rows::Meaning;
use crate::vocab::wording::Wording;

/// A paragraph with the rows that it is made of.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Indices into the rows of the strip.
    pub rows: Vec<usize>,
    /// Its words on one line.
    pub text: String,
}

/// A line that ends before this share of the text's width ends its paragraph.
const FULL: f32 = 0.84;
/// A gap that is so many times the usual one begins a paragraph.
const WIDE_GAP: f32 = 1.45;
/// A first line is indented by at least this, in points.
const INDENT: f32 = 14.0;
/// A paragraph that is longer, in bytes, ends with its line: no text of a report is.
const LONGEST: usize = 30_000;
/// Left edges that differ by less are the same, in points.
const SAME: f32 = 4.0;

/// The paragraphs of rows; furniture and hidden rows are left out.
pub fn paragraphs(vocab: Vocab, rows: &[Row]) -> Vec<Paragraph> {
    let lines: Vec<(usize, String, Option<Rect>)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| !row.furniture && !row.hidden)
        .flat_map(|(at, row)| {
            let texts: Vec<String> =
                if row.bounds.is_some() { vec![row.text()] } else { cell_lines(vocab, row) };
            texts.into_iter().map(move |text| (at, text, row.bounds))
        })
        .collect();
    let bounds: Vec<Rect> = lines.iter().filter_map(|(_, _, bounds)| *bounds).collect();
    let margins = Margins {
        left: bounds.iter().map(|b| b.left).fold(f32::MAX, f32::min),
        right: bounds.iter().map(|b| b.right).fold(0.0, f32::max),
    };
    let gap = usual_gap(&bounds);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let base = usual_left(&bounds);
    let mut last: Option<Rect> = None;
    let mut last_opened = false;
    let mut head = Head::Before;
    for (at, text, bounds) in lines {
        let at_blank = last.zip(bounds).is_some_and(|(last, now)| margins.at_blank(vocab, last, &text, now));
        // Where paragraphs do not begin with days, a day that did not fit on the line above goes on with it.
        let by_day = paragraphs.last().is_some_and(|above| phrases::begins_with_date(vocab, &above.text));
        let wrapped = !by_day && last.zip(bounds).is_some_and(|(last, now)| margins.wrapped(last, now, gap));
        let of_head = head.opens(vocab, &text);
        let opened = of_head || opens(vocab, &text, wrapped);
        let fresh = opened
            || match (last, bounds) {
                (Some(last), Some(now)) => {
                    let bound =
                        now.left < last.left + SAME && vocab.wording.begins(&text, Wording::Never).is_some();
                    let ended = margins.ended(last) && !bound && !(at_blank && last_opened);
                    let apart = now.top >= last.top && now.top - last.bottom > gap.max(0.0) * WIDE_GAP + 3.0;
                    let length = paragraphs.last().map_or(0, |p| p.rows.len());
                    let first = now.left > last.left + INDENT && length > 1;
                    // Two indented lines in a row are two first lines, unless a number opens the first.
                    let level = now.left > base + INDENT && (now.left - last.left).abs() < SAME;
                    ended || apart || first || level && length == 1 && !last_opened
                }
                _ => true,
            };
        match paragraphs.last_mut() {
            Some(paragraph) if !fresh && paragraph.text.len() < LONGEST => {
                phrases::add_line(vocab, &mut paragraph.text, &thai::one_line(&text), at_blank);
                paragraph.rows.push(at);
            }
            Some(_) | None => paragraphs.push(Paragraph { rows: vec![at], text }),
        }
        if fresh {
            last_opened = opened;
        }
        last = bounds;
    }
    paragraphs
}

/// The edges of the text, in points.
struct Margins {
    left: f32,
    right: f32,
}

impl Margins {
    /// True if a line leaves so much room that it was ended on purpose.
    fn ended(&self, line: Rect) -> bool {
        line.right < self.left + (self.right - self.left) * FULL
    }

    /// True if a line stands right below one that runs to the edge of the text, as far left.
    fn wrapped(&self, last: Rect, now: Rect, gap: f32) -> bool {
        let apart = now.top < last.top || now.top - last.bottom > gap.max(0.0) * WIDE_GAP + 3.0;
        !self.ended(last) && !apart && now.left < last.left + SAME
    }

    /// True if a line ends early only because the next word did not fit: producers that do not know where Thai words
    /// end break lines at blanks. A phrase that begins another field goes on its own.
    fn at_blank(&self, vocab: Vocab, line: Rect, next: &str, at: Rect) -> bool {
        let shown = |text: &str| text.chars().filter(|c| !thai::is_above_or_below(*c)).count() as f32;
        let word = next.split_whitespace().next().unwrap_or_default();
        let width = (at.right - at.left) * shown(word) / shown(next).max(1.0);
        let level = (at.left - line.left).abs() < INDENT + SAME;
        let fits = line.right + width <= self.right;
        self.ended(line)
            && level
            && !fits
            && !phrases::begins_field(vocab, next)
            && !headings::labels(vocab, next)
    }
}

/// The head of a memo or letter, in which every label begins a line of its own.
enum Head {
    Before,
    Inside,
    /// The address was the last line of it.
    Addressed,
    After,
}

impl Head {
    /// Takes a line; true if it begins a paragraph.
    fn opens(&mut self, vocab: Vocab, text: &str) -> bool {
        match self {
            Self::Before if vocab.rows.is(text, Meaning::Memo) => {
                *self = Self::Inside;
                true
            }
            Self::Inside => {
                let address = judge::is_address(vocab, text);
                if address {
                    *self = Self::Addressed;
                }
                address
                    || vocab.rows.is(text, Meaning::Memo)
                    || vocab.anchors.opens(text, Anchor::Subject).is_some()
            }
            Self::Addressed => {
                *self = Self::After;
                true
            }
            Self::Before | Self::After => false,
        }
    }
}

/// The text of a row of cells: lines that open an item stand alone, others are joined.
fn cell_lines(vocab: Vocab, row: &Row) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let text: Vec<&str> = row.own().map(|p| p.text.as_str()).collect();
    for line in text.join(" ").split('\n').map(str::trim).filter(|l| !l.is_empty()) {
        match lines.last_mut() {
            Some(last) if !opens(vocab, line, false) => *last = thai::one_line(&format!("{last}\n{line}")),
            Some(_) | None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// True if a line begins a paragraph by its words. `wrapped` says that a day at its beginning does not.
fn opens(vocab: Vocab, text: &str, wrapped: bool) -> bool {
    numbering::opening(text).is_some_and(|(_, rest)| !rest.is_empty())
        || !wrapped && phrases::begins_with_date(vocab, text)
        || vocab.anchors.opens(text, Anchor::Closing).is_some()
}

/// The left edge that most lines have, in points.
fn usual_left(bounds: &[Rect]) -> f32 {
    let mut lefts: Vec<f32> = bounds.iter().map(|b| b.left).collect();
    lefts.sort_by(f32::total_cmp);
    let near = |left: &f32| lefts.iter().filter(|other| (*other - left).abs() < SAME).count();
    lefts.iter().copied().rev().max_by_key(near).unwrap_or(0.0)
}

/// The usual distance between lines, in points.
fn usual_gap(bounds: &[Rect]) -> f32 {
    let mut gaps: Vec<f32> = bounds
        .windows(2)
        .map(|pair| pair[1].top - pair[0].bottom)
        .filter(|gap| *gap > -20.0 && *gap < 60.0)
        .collect();
    gaps.sort_by(f32::total_cmp);
    // Most lines stand inside paragraphs, so the lower third is inside for certain.
    gaps.get(gaps.len() / 3).copied().unwrap_or(0.0)
}
