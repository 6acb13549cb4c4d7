//! Clusters to lines of text, and the lines of a cell to its text.

use super::clusters::{Cluster, Told};
use crate::model::{Colour, Line, Rect};
use crate::read::drawn::Standing;
use crate::thai;

/// A gap between clusters from this many ems on is a space. Thai is written without spaces, so that a smaller gap
/// is only justification.
const SPACE: f32 = 0.2;

/// Blank between text and the edge of its cell, in points, at most.
const CELL_PADDING: f32 = 7.0;

/// So many clusters over others are two texts printed over each other; fewer may be a font's way to draw one.
const OVERPRINTED: usize = 3;

/// A line of clusters, from left to right.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLine {
    /// Its clusters.
    pub clusters: Vec<Cluster>,
    /// Its baseline.
    pub y: f32,
    /// The largest size of its type.
    pub size: f32,
}

/// Clusters to lines, from top to bottom.
pub fn lines(mut clusters: Vec<Cluster>) -> Vec<TextLine> {
    clusters.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut out: Vec<TextLine> = Vec::new();
    for cluster in clusters {
        match out.last_mut() {
            Some(line) if cluster.y - line.y <= 0.4 * cluster.size.min(line.size) => {
                line.size = line.size.max(cluster.size);
                line.clusters.push(cluster);
            }
            _ => out.push(TextLine { y: cluster.y, size: cluster.size, clusters: vec![cluster] }),
        }
    }
    for line in &mut out {
        line.clusters.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    out
}

/// The text of a line, in normal form.
fn line_text(line: &TextLine) -> String {
    let mut text = String::new();
    let mut end: Option<f32> = None;
    for cluster in &line.clusters {
        let gap = end.map_or(0.0, |end| cluster.left - end);
        if end.is_some() && (gap > SPACE * cluster.size || cluster.spaced && gap > 0.05 * cluster.size) {
            text.push(' ');
        }
        text.push_str(&cluster.text);
        end = Some(cluster.right);
    }
    thai::normal(&text)
}

pub fn text_line(line: &TextLine) -> Line {
    let edge = |f: fn(f32, f32) -> f32, pick: fn(&Cluster) -> f32| line.clusters.iter().map(pick).reduce(f);
    Line {
        text: line_text(line),
        bounds: Rect {
            left: edge(f32::min, |c| c.left).unwrap_or_default(),
            right: edge(f32::max, |c| c.right).unwrap_or_default(),
            top: line.y - line.size * 0.8,
            bottom: line.y + line.size * 0.25,
        },
        size: line.size,
        bold: line.clusters.iter().all(|cluster| cluster.face.bold),
        colour: one_colour(&line.clusters),
        furniture: line.clusters.iter().all(|cluster| cluster.standing == Standing::Margin),
        unsure: line.clusters.iter().any(|cluster| cluster.told == Told::Unsure),
    }
}

/// The colour that all clusters have.
fn one_colour(clusters: &[Cluster]) -> Option<Colour> {
    let first = clusters.first()?.face.colour;
    first.filter(|_| clusters.iter().all(|cluster| cluster.face.colour == first))
}

/// True if two texts are printed over each other, so that what is read is a mixture of both.
pub fn overprinted(clusters: &[Cluster]) -> bool {
    let over = |pair: &[Cluster]| {
        let shared = pair[0].right.min(pair[1].right) - pair[1].left.max(pair[0].left);
        shared > 0.5 * (pair[0].right - pair[0].left).min(pair[1].right - pair[1].left).max(0.1)
    };
    let count = |line: &TextLine| line.clusters.windows(2).filter(|pair| over(pair)).count();
    lines(clusters.to_vec()).iter().map(count).sum::<usize>() >= OVERPRINTED
}

/// The text of a cell: its lines joined as one text, list items on lines of their own. `right` is the cell's edge, if
/// there is one that text breaks at.
pub fn cell_text(clusters: &[Cluster], right: Option<f32>) -> String {
    let lines = lines(clusters.to_vec());
    let texts: Vec<String> = lines.iter().map(line_text).collect();
    let dashed = texts.iter().filter(|line| opens_dashed(line)).count() > 1;
    let mut out = String::new();
    for (at, (line, text)) in lines.iter().zip(&texts).enumerate() {
        let before = at.checked_sub(1).map(|before| (&lines[before], &texts[before]));
        // Many programs draw the space at which they break a line.
        let spaced =
            before.is_some_and(|(before, _)| before.clusters.last().is_some_and(|last| last.space_after));
        if before.is_some_and(|(before, said)| is_within_word(before, said, line, text, right)) {
            out.push_str(text);
        } else if opens_numbered(text) || dashed && opens_dashed(text) || !spaced {
            out = added(&out, text, dashed);
        } else {
            out.push(' ');
            out.push_str(text);
        }
    }
    thai::normal(&out)
}

/// True if a line break cuts a Latin word in two: the line is one word, too wide for its cell, and the next goes on in
/// small letters.
fn is_within_word(before: &TextLine, said: &str, line: &TextLine, text: &str, right: Option<f32>) -> bool {
    let (Some(last), Some(next), Some(right)) = (before.clusters.last(), line.clusters.first(), right) else {
        return false;
    };
    let one_word = said.chars().count() > 3 && said.chars().all(|c| c.is_ascii_alphabetic());
    let goes_on = text.starts_with(|c: char| c.is_ascii_lowercase());
    one_word && goes_on && !last.space_after && last.right + (next.right - next.left) > right - CELL_PADDING
}

/// A cell's text and one more line of it.
pub fn with_line(text: &str, line: &str) -> String {
    added(text, line, text.lines().any(opens_dashed))
}

fn added(text: &str, line: &str, dashed: bool) -> String {
    if text.is_empty() {
        line.to_owned()
    } else if opens_numbered(line) || dashed && opens_dashed(line) {
        format!("{text}\n{line}")
    } else if breaks_after(text) {
        format!("{text}{line}")
    } else {
        thai::one_line_after(text, line)
    }
}

/// True if a text ends with a hyphen or stroke within a word, where a line may break without a space.
fn breaks_after(text: &str) -> bool {
    let mut back = text.chars().rev();
    matches!(back.next(), Some('-' | '/'))
        && back.next().is_some_and(|c| c.is_alphabetic() || thai::is_thai(c))
}

/// True if a line begins with a number, a point or bracket, and a space.
fn opens_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches('(');
    let digits = rest.chars().take_while(|c| c.is_numeric()).count();
    let mut after = rest.chars().skip(digits);
    let mark = after.next();
    (1..=2).contains(&digits)
        && matches!(mark, Some('.' | ')'))
        && !after.next().is_some_and(char::is_numeric)
}

/// True if a line begins with a dash or bullet. One alone may be a dash within a sentence.
fn opens_dashed(text: &str) -> bool {
    text.starts_with(['•', '▪', '-', '–']) && text.chars().nth(1) == Some(' ')
}
