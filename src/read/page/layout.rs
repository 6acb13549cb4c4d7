//! Clusters, rules and images to a page of lines and tables in reading order.

use super::body;
use super::clusters::{self, Cluster, Told};
use super::columns;
use super::language::Script;
use super::lines::{TextLine, cell_text, lines, overprinted, text_line};
use super::overflow;
use super::ruled;
use super::sums;
use super::tagged;
use super::unruled;
use crate::model::{Block, Cell, CellFlaw, Grid, Legibility, Line, Page, Rect, Span, Table, Value};
use crate::read::drawn::{Direction, DrawnPage, Over, Rule, Standing};
use std::collections::{BTreeMap, HashMap};

const DIRECTIONS: [Direction; 4] = [Direction::Right, Direction::Down, Direction::Up, Direction::Left];
/// Share of a page's characters that may be unknown before the page does not count as read.
const UNKNOWN: f32 = 0.1;
/// Text reaches so many times its cell's width when it is printed as `###`.
const HASHES: usize = 3;

/// Share of the page's width that a counted table takes up, and how many of its rows count on at least.
const COUNTED: (f32, usize) = (0.5, 2);
/// Lines that may stand below the table that a page ends with.
const FOOTER_LINES: usize = 2;
/// Fewer clusters than this on a scan are a page number or a stamp, not the page's text.
const STAMP: usize = 60;
/// Share of the page that an image covers if the page is a scan.
const SCAN: f32 = 0.6;

/// All pages of a document.
pub fn pages(drawn: &[DrawnPage]) -> Vec<Page> {
    let edges = tagged::edges(drawn);
    let mut pages: Vec<Page> = Vec::with_capacity(drawn.len());
    for drawn in drawn {
        let before = pages.last().and_then(open_columns);
        pages.push(page(drawn, &edges, before));
    }
    let mut columns: Vec<Page> = pages.iter_mut().map(in_columns).collect();
    for pages in [&mut pages, &mut columns] {
        body::join(pages);
    }
    for (page, read) in pages.iter_mut().zip(columns) {
        if !page.columns.is_empty() {
            page.columns = read.blocks;
        }
    }
    pages
}

/// The left edges of the columns of the table without lines that a page ends with, but for its footer.
fn open_columns(page: &Page) -> Option<&[f32]> {
    let last = page.blocks.iter().rev().take(FOOTER_LINES + 1).find_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Line(_) => None,
    })?;
    (!last.ruled).then_some(&last.columns)
}

/// The page as it reads in columns, where it may be set in them.
fn in_columns(page: &mut Page) -> Page {
    let blocks = if page.columns.is_empty() { page.blocks.clone() } else { page.columns.clone() };
    Page { blocks, columns: Vec::new(), ..*page }
}

fn page(drawn: &DrawnPage, edges: &tagged::Edges, before: Option<&[f32]>) -> Page {
    let letters = |painted: bool| {
        drawn.glyphs.iter().filter(|glyph| glyph.painted == painted && !glyph.text.trim().is_empty()).count()
    };
    // A page number or stamp that is painted on a scan does not hide the recognised text under it.
    let painted = letters(true) >= letters(false);
    let main = main_direction(drawn, painted);
    let mut across = across(drawn, main, painted);
    let mut doubtful = (0, 0, 0);
    let mut script = Script::default();
    let clusters = without_false_margins(clusters::clusters(drawn, main, painted));
    for direction in DIRECTIONS {
        let others = across.iter().filter(|one| one.direction == direction).map(|one| &one.cluster);
        let of_main = clusters.iter().filter(|_| direction == main);
        let clusters: Vec<&Cluster> = of_main.chain(others).collect();
        script.count(&clusters);
        for cluster in clusters {
            doubtful.0 += 1;
            doubtful.1 += usize::from(cluster.told == Told::Doubtful);
            doubtful.2 += usize::from(is_foreign_to_reports(&cluster.text));
        }
    }
    let turned = matches!(main, Direction::Down | Direction::Up);
    let (width, height) = if turned { (drawn.height, drawn.width) } else { (drawn.width, drawn.height) };
    let rules: Vec<Rule> = drawn.rules.iter().map(|rule| turned_rule(rule, drawn, main)).collect();
    let parts = columns::parts(lines(clusters.clone()), &rules, width);
    let columns = parts
        .into_iter()
        .flatten()
        .flat_map(|(clusters, rules)| arranged(clusters, &mut across.clone(), &rules, edges, None))
        .collect();
    let mut blocks = arranged(clusters, &mut across, &rules, edges, before);
    let columns = if blocks.iter().any(|block| is_counted(block, width)) { Vec::new() } else { columns };
    // What is left of them stands in no table.
    for direction in DIRECTIONS {
        let own = across.iter().filter(|one| one.direction == direction).map(|one| one.cluster.clone());
        blocks.extend(lines(own.collect()).iter().map(|line| Block::Line(text_line(line))));
    }
    if !painted {
        let stamped = clusters::clusters(drawn, main, true);
        blocks.extend(lines(stamped).iter().map(|line| Block::Line(text_line(line))));
    }
    blocks.extend(
        drawn.over.iter().filter(|over| is_thai(&over.text)).map(|over| Block::Line(over_line(drawn, over))),
    );
    let legibility = legibility(drawn, painted, doubtful, script);
    Page { number: drawn.number, width, height, blocks, columns, legibility }
}

/// A cluster that is written in another direction than most of the page.
#[derive(Debug, Clone)]
struct Across {
    direction: Direction,
    cluster: Cluster,
    /// Its middle, on the page turned so that most of it runs to the right.
    middle: (f32, f32),
}

/// All clusters that are written in another direction than the main one.
fn across(drawn: &DrawnPage, main: Direction, painted: bool) -> Vec<Across> {
    let others = DIRECTIONS.into_iter().filter(|direction| *direction != main);
    others
        .flat_map(|direction| {
            clusters::clusters(drawn, direction, painted).into_iter().map(move |cluster| {
                let own = (f32::midpoint(cluster.left, cluster.right), cluster.y - cluster.size * 0.3);
                let (x, y) = clusters::shown_point(own.0, own.1, drawn, direction);
                Across { direction, middle: clusters::turned_point(x, y, drawn, main), cluster }
            })
        })
        .collect()
}

/// Some programs mark everything as header or footer: that says nothing.
fn without_false_margins(mut clusters: Vec<Cluster>) -> Vec<Cluster> {
    let is_margin = |cluster: &&mut Cluster| cluster.standing == Standing::Margin;
    let margins = clusters.iter_mut().filter(is_margin).count();
    if margins * 2 > clusters.len() {
        for cluster in clusters.iter_mut().filter(is_margin) {
            cluster.standing = Standing::Text;
        }
    }
    clusters
}

fn is_thai(text: &str) -> bool {
    text.chars().any(crate::thai::is_thai)
}

/// Text over the page, as a line that is no part of what it says: it may be a mark of secrecy, which is Thai.
fn over_line(drawn: &DrawnPage, over: &Over) -> Line {
    let bounds = Rect { left: 0.0, top: 0.0, right: drawn.width, bottom: drawn.height };
    Line {
        text: crate::thai::normal(&over.text),
        bounds,
        size: 0.0,
        bold: false,
        colour: None,
        furniture: true,
        unsure: false,
    }
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
    if page.recognised {
        return Legibility::Scanned;
    }
    if painted && all < STAMP && is_scan(page) {
        return Legibility::ImageOnly;
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

/// True if one image covers most of the page.
fn is_scan(page: &DrawnPage) -> bool {
    let area = |r: &Rect| (r.right - r.left) * (r.bottom - r.top);
    page.images.iter().any(|image| area(image) > SCAN * page.width * page.height)
}

/// Lines and tables from top to bottom. What stands in a cell of a ruled table is taken from `across`.
fn arranged(
    clusters: Vec<Cluster>,
    across: &mut Vec<Across>,
    rules: &[Rule],
    edges: &tagged::Edges,
    before: Option<&[f32]>,
) -> Vec<Block> {
    let grids = ruled::grids(rules);
    let home =
        |cluster: &Cluster| grids.iter().enumerate().find_map(|(n, grid)| Some((n, grid.cell_of(cluster)?)));
    let mut homes: Vec<overflow::Home> = clusters.iter().map(home).collect();
    overflow::keep_words(&clusters, &mut homes);
    let full = overflow::settle(&grids, &clusters, &mut homes);
    let mut inside: Vec<HashMap<usize, Vec<Cluster>>> = vec![HashMap::new(); grids.len()];
    let mut outside = Vec::new();
    for (cluster, home) in clusters.into_iter().zip(homes) {
        match home {
            Some((grid, cell)) => inside[grid].entry(cell).or_default().push(cluster),
            None => outside.push(cluster),
        }
    }
    let mut upright: Vec<BTreeMap<(usize, Direction), Vec<Cluster>>> = vec![BTreeMap::new(); grids.len()];
    across.retain(|one| {
        let (x, y) = one.middle;
        let home = grids.iter().enumerate().find_map(|(n, grid)| Some((n, grid.at(x, y)?)));
        let home = home.filter(|(grid, _)| !inside[*grid].is_empty());
        if let Some((grid, cell)) = home {
            upright[grid].entry((cell, one.direction)).or_default().push(one.cluster.clone());
        }
        home.is_none()
    });
    let mut placed: Vec<(f32, Block)> = Vec::new();
    for (n, ((grid, texts), upright)) in grids.iter().zip(inside).zip(&upright).enumerate() {
        if !texts.is_empty() {
            let table = ruled_table(grid, texts, upright, |cell| full.contains(&(n, cell)));
            placed.push((grid.bounds().top, Block::Table(table)));
        }
    }
    for table in tagged::tables(&mut outside, edges) {
        let top = table.bounds.top;
        placed.push((top, Block::Table(table_of(table.cells, table.bounds, table.columns))));
    }
    let lines = lines(outside);
    let mut at = 0;
    for table in unruled::tables(&lines, before) {
        placed.extend(running(&lines[at..table.lines.0]));
        at = table.lines.1;
        let (bounds, columns) = (table.bounds(), table.columns.clone());
        placed.push((bounds.top, Block::Table(table_of(table.into_cells(), bounds, columns))));
    }
    placed.extend(running(&lines[at..]));
    placed.sort_by(|a, b| a.0.total_cmp(&b.0));
    placed.into_iter().map(|(_, block)| block).collect()
}

/// True for a table that takes up the page's width and counts its rows: what stands left and right on one line of it
/// is one row, however wide the blank between.
fn is_counted(block: &Block, width: f32) -> bool {
    let Block::Table(table) = block else { return false };
    let number = |row: u32| {
        let (_, cell) = table.grid.row(row).next()?;
        let Value::Text(text) = &cell.value else { return None };
        crate::thai::arabic_digits(text).trim_end_matches('.').parse::<u32>().ok()
    };
    let numbers: Vec<u32> = (0..table.grid.rows()).filter_map(number).collect();
    let steps = numbers.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count();
    table.bounds.right - table.bounds.left > width * COUNTED.0
        && steps >= COUNTED.1
        && steps + 1 == numbers.len()
        && numbers.len() as u32 * 2 > table.grid.rows()
}

/// Lines of text between tables, with the lists of sums among them.
fn running(lines: &[TextLine]) -> Vec<(f32, Block)> {
    let mut placed = Vec::new();
    let mut line = |line: &TextLine| placed.push((line.y - line.size, Block::Line(text_line(line))));
    let lists = sums::lists(lines);
    let mut at = 0;
    for list in &lists {
        lines[at..list.lines.0].iter().for_each(&mut line);
        at = list.lines.1;
    }
    lines[at..].iter().for_each(&mut line);
    placed.extend(lists.into_iter().map(|list| {
        let top = list.bounds.top;
        (top, Block::Table(table_of(list.cells, list.bounds, list.columns)))
    }));
    placed
}

/// The table of a grid; `full` tells the cells that were too low for their text.
fn ruled_table(
    grid: &ruled::RuledGrid,
    mut texts: HashMap<usize, Vec<Cluster>>,
    upright: &BTreeMap<(usize, Direction), Vec<Cluster>>,
    full: impl Fn(usize) -> bool,
) -> Table {
    let mut out = Grid::default();
    for (index, span) in grid.cells.iter().enumerate() {
        if let Some(clusters) = texts.remove(&index) {
            let edge = grid.columns.get(span.right as usize + 1).copied().unwrap_or(f32::MAX);
            let wide =
                clusters.iter().any(|c| c.clip.is_some() && f32::midpoint(c.left, c.right) > edge + c.size);
            let flaw = if wide || full(index) { Some(CellFlaw::Cut) } else { flaw_of(&clusters) };
            put(&mut out, *span, cell_text(&clusters, Some(edge)), flaw);
        }
    }
    for ((cell, _), clusters) in upright {
        add(&mut out, grid.cells[*cell], cell_text(clusters, None), flaw_of(clusters));
    }
    Table { grid: out, bounds: grid.bounds(), ruled: true, columns: grid.columns.clone() }
}

/// Puts a text into a cell that may have one.
fn add(grid: &mut Grid, span: Span, text: String, flaw: Option<CellFlaw>) {
    match grid.cells.get_mut(&(span.top, span.left)) {
        Some(Cell { value: Value::Text(before), flaw: known }) => {
            *before = format!("{before} {text}");
            *known = known.or(flaw);
        }
        _ => put(grid, span, text, flaw),
    }
}

/// A table that is drawn without lines.
fn table_of(cells: Vec<(Span, Vec<Cluster>)>, bounds: Rect, columns: Vec<f32>) -> Table {
    let mut grid = Grid::default();
    for (span, clusters) in cells {
        put(&mut grid, span, cell_text(&clusters, None), flaw_of(&clusters));
    }
    Table { grid, bounds, ruled: false, columns }
}

/// What is wrong with a cell's text: it is a mixture of two, or a line is drawn through some of it.
fn flaw_of(clusters: &[Cluster]) -> Option<CellFlaw> {
    let struck = clusters.iter().any(|cluster| cluster.standing == Standing::Struck);
    if struck || overprinted(clusters) {
        return Some(CellFlaw::Damaged);
    }
    clusters.iter().any(|cluster| cluster.told == Told::Unsure).then_some(CellFlaw::Unsure)
}

fn put(grid: &mut Grid, span: Span, text: String, flaw: Option<CellFlaw>) {
    if text.is_empty() {
        return;
    }
    let hashes = text.len() >= HASHES && text.chars().all(|c| c == '#');
    let unknown = text.contains(char::REPLACEMENT_CHARACTER).then_some(CellFlaw::Damaged);
    let flaw = if hashes { Some(CellFlaw::Cut) } else { flaw.or(unknown) };
    grid.cells.insert((span.top, span.left), Cell { value: Value::Text(text), flaw });
    if span.top != span.bottom || span.left != span.right {
        grid.merged.push(span);
    }
}
