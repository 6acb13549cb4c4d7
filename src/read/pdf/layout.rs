//! Clusters, rules and images to a page of lines and tables in reading order.

use super::clusters::{self, Cluster};
use super::drawn::{Direction, DrawnPage, Rule};
use super::language::Script;
use super::overflow;
use super::ruled;
use super::tails;
use super::unruled;
use crate::model::{Block, Cell, CellFlaw, Grid, Legibility, Line, Page, Rect, Span, Table, Value};
use crate::thai;
use std::collections::HashMap;

/// A gap between clusters from this many ems on is a space. Thai is written without spaces, so that a smaller gap
/// is only justification.
const SPACE: f32 = 0.2;
/// Share of a page's characters that may be unknown before the page does not count as read.
const UNKNOWN: f32 = 0.1;
/// Top and bottom of a page where running headers, footers and page numbers stand, as a share of its height.
const MARGIN: f32 = 0.1;
/// Text reaches so many times its cell's width when it is printed as `###`.
const HASHES: usize = 3;
/// Blank between text and the edge of its cell, in points, at most.
const CELL_PADDING: f32 = 7.0;

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

/// All pages of a document.
pub fn pages(drawn: &[DrawnPage]) -> Vec<Page> {
    let mut pages: Vec<Page> = drawn.iter().map(page).collect();
    mark_furniture(&mut pages);
    tails::join(&mut pages);
    pages
}

fn page(drawn: &DrawnPage) -> Page {
    let has_text = |painted: bool| {
        drawn.glyphs.iter().any(|glyph| glyph.painted == painted && !glyph.text.trim().is_empty())
    };
    let painted = has_text(true) || !has_text(false);
    let main = main_direction(drawn, painted);
    let mut blocks = Vec::new();
    let mut doubtful = (0, 0, 0);
    let mut script = Script::default();
    for direction in [Direction::Right, Direction::Down, Direction::Up, Direction::Left] {
        let clusters = clusters::clusters(drawn, direction, painted);
        script.count(&clusters);
        for cluster in &clusters {
            doubtful.0 += 1;
            doubtful.1 += usize::from(cluster.doubtful);
            doubtful.2 += usize::from(is_foreign_to_reports(&cluster.text));
        }
        if direction == main {
            let rules =
                drawn.rules.iter().map(|rule| turned_rule(rule, drawn, direction)).collect::<Vec<_>>();
            blocks.splice(0..0, arranged(clusters, &rules));
        } else {
            blocks.extend(lines(clusters).iter().map(|line| Block::Line(text_line(line))));
        }
    }
    let legibility = legibility(drawn, painted, doubtful, script);
    let turned = matches!(main, Direction::Down | Direction::Up);
    let (width, height) = if turned { (drawn.height, drawn.width) } else { (drawn.width, drawn.height) };
    Page { number: drawn.number, width, height, blocks, legibility }
}

fn turned_rule(rule: &Rule, page: &DrawnPage, direction: Direction) -> Rule {
    let turned = matches!(direction, Direction::Down | Direction::Up);
    Rule {
        bounds: clusters::turned_rect(rule.bounds, page, direction),
        horizontal: rule.horizontal != turned,
        ..*rule
    }
}

/// The direction of most glyphs.
fn main_direction(page: &DrawnPage, painted: bool) -> Direction {
    let mut counts = [0_usize; 4];
    for glyph in page.glyphs.iter().filter(|glyph| glyph.painted == painted) {
        counts[glyph.direction as usize] += 1;
    }
    let all = [Direction::Right, Direction::Down, Direction::Left, Direction::Up];
    all.into_iter().max_by_key(|d| (counts[*d as usize], *d == Direction::Right)).unwrap_or_default()
}

/// Characters that no Thai report has: the accented Latin letters that Thai codes look like under another encoding.
fn is_foreign_to_reports(text: &str) -> bool {
    text.chars()
        .any(|c| ('\u{a1}'..='\u{ff}').contains(&c) && !matches!(c, '°' | '±' | '·' | '«' | '»' | '×' | '½'))
}

fn legibility(
    page: &DrawnPage,
    painted: bool,
    (all, doubtful, foreign): (usize, usize, usize),
    script: Script,
) -> Legibility {
    if all == 0 {
        return if page.images.is_empty() { Legibility::Blank } else { Legibility::ImageOnly };
    }
    let share = |count: usize| count as f32 / all as f32;
    if share(foreign) > UNKNOWN * 2.0 || script.is_broken() {
        return Legibility::Unreadable;
    }
    let unknown = page.glyphs.iter().filter(|glyph| glyph.text.is_empty() && glyph.ink.is_some()).count();
    if share(unknown) > UNKNOWN {
        Legibility::Unreadable
    } else if !painted {
        Legibility::Recognised
    } else if doubtful > 0 {
        Legibility::Repaired
    } else {
        Legibility::Good
    }
}

/// Lines and tables from top to bottom.
fn arranged(clusters: Vec<Cluster>, rules: &[Rule]) -> Vec<Block> {
    let grids = ruled::grids(rules);
    let home =
        |cluster: &Cluster| grids.iter().enumerate().find_map(|(n, grid)| Some((n, grid.cell_of(cluster)?)));
    let mut homes: Vec<overflow::Home> = clusters.iter().map(home).collect();
    overflow::settle(&grids, &clusters, &mut homes);
    let mut inside: Vec<HashMap<usize, Vec<Cluster>>> = vec![HashMap::new(); grids.len()];
    let mut outside = Vec::new();
    for (cluster, home) in clusters.into_iter().zip(homes) {
        match home {
            Some((grid, cell)) => inside[grid].entry(cell).or_default().push(cluster),
            None => outside.push(cluster),
        }
    }
    let mut placed: Vec<(f32, Block)> = Vec::new();
    for (grid, texts) in grids.iter().zip(inside) {
        if !texts.is_empty() {
            placed.push((grid.bounds().top, Block::Table(ruled_table(grid, texts))));
        }
    }
    let lines = lines(outside);
    let mut at = 0;
    for table in unruled::tables(&lines) {
        placed.extend(
            lines[at..table.lines.0].iter().map(|line| (line.y - line.size, Block::Line(text_line(line)))),
        );
        at = table.lines.1;
        placed.push((table.bounds().top, Block::Table(unruled_table(&table))));
    }
    placed.extend(lines[at..].iter().map(|line| (line.y - line.size, Block::Line(text_line(line)))));
    placed.sort_by(|a, b| a.0.total_cmp(&b.0));
    placed.into_iter().map(|(_, block)| block).collect()
}

fn ruled_table(grid: &ruled::RuledGrid, mut texts: HashMap<usize, Vec<Cluster>>) -> Table {
    let mut out = Grid::default();
    for (index, span) in grid.cells.iter().enumerate() {
        if let Some(clusters) = texts.remove(&index) {
            let edge = grid.columns.get(span.right as usize + 1).copied().unwrap_or(f32::MAX);
            let cut =
                clusters.iter().any(|c| c.clip.is_some() && f32::midpoint(c.left, c.right) > edge + c.size);
            put(&mut out, *span, cell_text(&clusters, Some(edge)), cut);
        }
    }
    Table { grid: out, bounds: grid.bounds(), ruled: true, columns: grid.columns.clone() }
}

fn unruled_table(table: &unruled::UnruledTable) -> Table {
    let mut out = Grid::default();
    for (span, text) in table.cells() {
        put(&mut out, span, text, false);
    }
    Table { grid: out, bounds: table.bounds(), ruled: false, columns: table.columns.clone() }
}

fn put(grid: &mut Grid, span: Span, text: String, cut: bool) {
    if text.is_empty() {
        return;
    }
    let hashes = text.len() >= HASHES && text.chars().all(|c| c == '#');
    let flaw = if cut || hashes {
        Some(CellFlaw::Cut)
    } else if text.contains(char::REPLACEMENT_CHARACTER) {
        Some(CellFlaw::Damaged)
    } else {
        None
    };
    grid.cells.insert((span.top, span.left), Cell { value: Value::Text(text), flaw });
    if span.top != span.bottom || span.left != span.right {
        grid.merged.push(span);
    }
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

fn text_line(line: &TextLine) -> Line {
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
        furniture: false,
    }
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

/// Running headers, footers and page numbers: what stands at the edge and is a number, or comes again on other pages.
fn mark_furniture(pages: &mut [Page]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        for line in edge_lines(page) {
            *seen.entry(without_digits(&line.text)).or_default() += 1;
        }
    }
    for page in pages {
        let (top, bottom) = (page.height * MARGIN, page.height * (1.0 - MARGIN));
        for block in &mut page.blocks {
            if let Block::Line(line) = block
                && (line.bounds.bottom < top || line.bounds.top > bottom)
            {
                let key = without_digits(&line.text);
                let number_only = key.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '/'));
                line.furniture = number_only || seen.get(&key).is_some_and(|count| *count > 2);
            }
        }
    }
}

fn edge_lines(page: &Page) -> impl Iterator<Item = &Line> {
    let (top, bottom) = (page.height * MARGIN, page.height * (1.0 - MARGIN));
    page.blocks.iter().filter_map(move |block| match block {
        Block::Line(line) => (line.bounds.bottom < top || line.bounds.top > bottom).then_some(line),
        Block::Table(_) => None,
    })
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_numeric()).collect()
}
