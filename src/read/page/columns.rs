//! Pages that may be set in two columns: where the gutter runs, and what stands left and right of it.

use super::clusters::Cluster;
use super::lines::TextLine;
use crate::read::drawn::Rule;

/// Blank space at least this wide, in ems, parts two stretches of a line.
const GAP: f32 = 0.7;
/// A gutter runs in the middle of a page, between these shares of its width, and is looked for in steps, in points.
const MIDDLE: (f32, f32) = (0.3, 0.7);
const STEP: f32 = 3.0;
/// Stretches on either side at least.
const SIDE: usize = 5;
/// Share of all stretches that may run over a gutter: titles do.
const OVER: f32 = 0.2;
/// Share of the text that stands right of it at least.
const RIGHT: f32 = 0.12;
/// Share of the stretches right of it that begin at one edge, within so many points.
const FLUSH: f32 = 0.4;
const EDGE: f32 = 2.5;

/// A stretch of a line without wide gaps.
struct Stretch {
    left: f32,
    right: f32,
    clusters: usize,
}

/// Clusters and rules of a part of a page.
pub type Part = (Vec<Cluster>, Vec<Rule>);

/// The parts of a page that is set in columns, in reading order; `None` if it is not.
pub fn parts(lines: Vec<TextLine>, rules: &[Rule], width: f32) -> Option<Vec<Part>> {
    let gutter = gutter(&lines, width)?;
    let mut parts: Vec<Part> = Vec::new();
    let (mut left, mut right, mut over) = (Vec::new(), Vec::new(), Vec::new());
    let take = |clusters: &mut Vec<Cluster>, parts: &mut Vec<Part>| {
        if !clusters.is_empty() {
            let of_part = std::mem::take(clusters);
            let rules = beside(rules, &of_part);
            parts.push((of_part, rules));
        }
    };
    for line in lines {
        if stretches(&line).iter().any(|s| s.left < gutter && gutter < s.right) {
            take(&mut left, &mut parts);
            take(&mut right, &mut parts);
            over.extend(line.clusters);
        } else {
            take(&mut over, &mut parts);
            let (before, after): (Vec<Cluster>, Vec<Cluster>) =
                line.clusters.into_iter().partition(|cluster| cluster.left < gutter);
            left.extend(before);
            right.extend(after);
        }
    }
    for clusters in [&mut over, &mut left, &mut right] {
        take(clusters, &mut parts);
    }
    Some(parts)
}

/// The rules within the rectangle of some clusters, and a little around it.
fn beside(rules: &[Rule], clusters: &[Cluster]) -> Vec<Rule> {
    let edge = |f: fn(f32, f32) -> f32, pick: fn(&Cluster) -> f32| clusters.iter().map(pick).reduce(f);
    let room = 2.0 * clusters.first().map_or(10.0, |cluster| cluster.size);
    let (Some(left), Some(right), Some(top), Some(bottom)) = (
        edge(f32::min, |c| c.left),
        edge(f32::max, |c| c.right),
        edge(f32::min, |c| c.y),
        edge(f32::max, |c| c.y),
    ) else {
        return Vec::new();
    };
    rules
        .iter()
        .filter(|rule| {
            let bounds = rule.bounds;
            bounds.left > left - room
                && bounds.right < right + room
                && bounds.top > top - 2.0 * room
                && bounds.bottom < bottom + room
        })
        .copied()
        .collect()
}

fn stretches(line: &TextLine) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for cluster in &line.clusters {
        match out.last_mut() {
            Some(stretch) if cluster.left - stretch.right < GAP * cluster.size => {
                stretch.right = stretch.right.max(cluster.right);
                stretch.clusters += 1;
            }
            Some(_) | None => out.push(Stretch { left: cluster.left, right: cluster.right, clusters: 1 }),
        }
    }
    out
}

/// Where a gutter runs between two columns of text: the place that the fewest stretches run over.
fn gutter(lines: &[TextLine], width: f32) -> Option<f32> {
    let stretches: Vec<Stretch> = lines.iter().flat_map(stretches).collect();
    let all: usize = stretches.iter().map(|s| s.clusters).sum();
    let mut best: Option<(usize, f32)> = None;
    let mut at = width * MIDDLE.0;
    while at < width * MIDDLE.1 {
        let left = stretches.iter().filter(|s| s.right <= at).count();
        let right: Vec<&Stretch> = stretches.iter().filter(|s| s.left >= at).collect();
        let over = stretches.len() - left - right.len();
        let text: usize = right.iter().map(|s| s.clusters).sum();
        let fits = left.min(right.len()) >= SIDE
            && over as f32 <= OVER * stretches.len() as f32
            && text as f32 > RIGHT * all as f32
            && flush(&right) as f32 >= FLUSH * right.len() as f32;
        if fits && best.is_none_or(|(least, _)| over < least) {
            best = Some((over, at));
        }
        at += STEP;
    }
    best.map(|(_, at)| at)
}

/// The most stretches that begin at one edge.
fn flush(stretches: &[&Stretch]) -> usize {
    let near = |edge: f32| stretches.iter().filter(|s| (s.left - edge).abs() < EDGE).count();
    stretches.iter().map(|s| near(s.left)).max().unwrap_or(0)
}
