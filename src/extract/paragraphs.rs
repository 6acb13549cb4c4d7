//! Lines of text to paragraphs.

use super::flow::Row;
use super::phrases;
use crate::model::Rect;
use crate::thai;
use crate::thai::numbering;

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

/// The paragraphs of rows; furniture and hidden rows are left out.
#[must_use]
pub fn paragraphs(rows: &[Row]) -> Vec<Paragraph> {
    let lines: Vec<(usize, String, Option<Rect>)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| !row.furniture && !row.hidden)
        .flat_map(|(at, row)| {
            let texts: Vec<String> = if row.bounds.is_some() { vec![row.text()] } else { cell_lines(row) };
            texts.into_iter().map(move |text| (at, text, row.bounds))
        })
        .collect();
    let bounds: Vec<Rect> = lines.iter().filter_map(|(_, _, bounds)| *bounds).collect();
    let right = bounds.iter().map(|b| b.right).fold(0.0, f32::max);
    let left = bounds.iter().map(|b| b.left).fold(f32::MAX, f32::min);
    let gap = usual_gap(&bounds);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut last: Option<Rect> = None;
    for (at, text, bounds) in lines {
        let opened = opens(&text);
        let fresh = opened
            || match (last, bounds) {
                (Some(last), Some(now)) => {
                    let ended = last.right < left + (right - left) * FULL;
                    let apart = now.top >= last.top && now.top - last.bottom > gap.max(0.0) * WIDE_GAP + 3.0;
                    let first =
                        now.left > last.left + INDENT && paragraphs.last().is_some_and(|p| p.rows.len() > 1);
                    ended || apart || first
                }
                _ => true,
            };
        match paragraphs.last_mut() {
            Some(paragraph) if !fresh => {
                paragraph.text = thai::one_line(&format!("{}\n{text}", paragraph.text));
                paragraph.rows.push(at);
            }
            Some(_) | None => paragraphs.push(Paragraph { rows: vec![at], text }),
        }
        last = bounds;
    }
    paragraphs
}

/// The text of a row of cells: lines that open an item stand alone, others are joined.
fn cell_lines(row: &Row) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let text: Vec<&str> = row.own().map(|p| p.text.as_str()).collect();
    for line in text.join(" ").split('\n').map(str::trim).filter(|l| !l.is_empty()) {
        match lines.last_mut() {
            Some(last) if !opens(line) => *last = thai::one_line(&format!("{last}\n{line}")),
            Some(_) | None => lines.push(line.to_owned()),
        }
    }
    lines
}

fn opens(text: &str) -> bool {
    numbering::opening(text).is_some_and(|(_, rest)| !rest.is_empty()) || phrases::begins_with_date(text)
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
