//! Labelled inboxes: what is proposed for each file, and which records are right.

use focalpoint::extract::study::{self, Studied};
use focalpoint::extract::weigh::KEPT;
use focalpoint::model::{Place, Report};
use focalpoint::read::{self, Sniffed};
use focalpoint::thai;
use focalpoint::vocab::Vocab;
use rayon::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A title is that of a labelled row if it is at least so like it.
pub const ROWS_LIKE: f32 = 0.6;
/// A record of several rows may be labelled by a row so far above its first.
const ABOVE: u32 = 2;

/// A file with its labelled rows and everything that is proposed for it.
pub struct Labelled {
    pub name: String,
    pub rows: Vec<Row>,
    pub bodies: Vec<Body>,
}

/// A labelled row.
pub struct Row {
    pub title: String,
    folded: Vec<char>,
    sheet: String,
    pub number: Option<u32>,
    /// False for rows that may be read or not.
    pub counts: bool,
    /// True for a further line of the entry above.
    continues: bool,
}

/// A sheet, or all pages.
pub struct Body {
    /// Bodies of different orders are the same text read in another order.
    pub order: usize,
    pub costs: Vec<f32>,
    pub names: Vec<&'static str>,
    pub proposals: Vec<Proposal>,
}

/// A proposal with how like each of its records is to the labelled row that it gives, 0 if to none.
pub struct Proposal {
    pub span: Range<usize>,
    pub left: f32,
    pub fields: f32,
    pub evidence: Vec<Vec<f32>>,
    pub right: Vec<f32>,
    like: Vec<Vec<(usize, f32)>>,
    shown: Vec<String>,
}

/// What chosen proposals find.
pub struct Matched {
    /// Rows that are found, with how like the titles are.
    pub pairs: Vec<(usize, f32)>,
    /// Records made.
    pub records: usize,
    /// Records that are no labelled row.
    pub wrong: Vec<String>,
}

/// How likely a record is one, by its evidence.
pub type Likely<'a> = &'a dyn Fn(&[f32]) -> f32;

impl Labelled {
    /// What the chosen proposals find; `likely` tells how likely a record is one.
    pub fn matched(&self, chosen: &[BTreeSet<usize>], likely: Option<Likely<'_>>) -> Matched {
        let mut candidates = Vec::new();
        let mut shown = Vec::new();
        for (body, picks) in self.bodies.iter().zip(chosen) {
            for proposal in picks.iter().map(|n| &body.proposals[*n]) {
                for (n, like) in proposal.like.iter().enumerate() {
                    let p = likely.map_or(1.0, |likely| likely(&proposal.evidence[n]));
                    if p < KEPT {
                        continue;
                    }
                    candidates.extend(like.iter().map(|(row, x)| (*x, *row, shown.len())));
                    shown.push(format!("{p:.2} {}", proposal.shown[n]));
                }
            }
        }
        let pairs = one_to_one(candidates);
        let matched: BTreeSet<usize> = pairs.iter().map(|(_, record, _)| *record).collect();
        Matched {
            records: shown.len(),
            wrong: shown
                .iter()
                .enumerate()
                .filter(|(n, _)| !matched.contains(n))
                .map(|(_, s)| s.clone())
                .collect(),
            pairs: pairs.into_iter().map(|(row, _, x)| (row, x)).collect(),
        }
    }
}

/// Pairs of a row and a record, the likest first, each in one pair.
fn one_to_one(mut candidates: Vec<(f32, usize, usize)>) -> Vec<(usize, usize, f32)> {
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut rows, mut records) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for (x, row, record) in candidates {
        if !rows.contains(&row) && !records.contains(&record) {
            rows.insert(row);
            records.insert(record);
            pairs.push((row, record, x.min(1.0)));
        }
    }
    pairs
}

/// The labelled files of an inbox that can be read.
pub fn load(folder: &Path) -> Vec<Labelled> {
    let mut rows: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for line in fs::read_to_string(folder.join("truth/mentions.jsonl")).unwrap_or_default().lines() {
        let Ok(value) = serde_json::from_str::<Value>(line) else { continue };
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let is = |key: &str| value[key].as_bool().unwrap_or(false);
        if is("scan") {
            continue;
        }
        let title = text("title");
        rows.entry(text("file")).or_default().push(Row {
            folded: thai::fold(&title).chars().collect(),
            title,
            sheet: text("sheet"),
            number: value["row"].as_u64().map(|row| row as u32),
            continues: is("continues"),
            counts: !is("continues") && !is("debatable"),
        });
    }
    let inbox = folder.join("inbox");
    let mut files = Vec::new();
    walk(&inbox, &mut files);
    files.sort();
    let files: Vec<(String, PathBuf, Vec<Row>)> = files
        .into_iter()
        .filter_map(|path| {
            let name = path.strip_prefix(&inbox).ok()?.to_string_lossy().replace('\\', "/");
            let rows = rows.remove(&name)?;
            Some((name, path, rows))
        })
        .collect();
    files.into_par_iter().filter_map(|(name, path, rows)| labelled(name, &path, rows)).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { walk(&path, files) } else { files.push(path) }
    }
}

fn labelled(name: String, path: &Path, rows: Vec<Row>) -> Option<Labelled> {
    let bytes = fs::read(path).ok()?;
    let Sniffed::Format(format) = read::sniff(&name, &bytes) else { return None };
    let report = Report { file: name.clone(), size: bytes.len() as u64, sha256: String::new(), format };
    let document = read::read(&report, &bytes).ok()?.document;
    let orders = study::study(Vocab::built_in(), &name, &document).into_iter().enumerate();
    let bodies = orders
        .flat_map(|(order, bodies)| bodies.into_iter().map(move |studied| (order, studied)))
        .map(|(order, studied)| body(order, studied, &rows))
        .collect();
    Some(Labelled { name, rows, bodies })
}

fn body(order: usize, studied: Studied, rows: &[Row]) -> Body {
    let mut known: BTreeMap<String, Vec<(usize, f32)>> = BTreeMap::new();
    let proposals = studied
        .proposals
        .into_iter()
        .map(|proposal| {
            let like: Vec<Vec<(usize, f32)>> = proposal
                .records
                .iter()
                .map(|(place, first, last, title)| {
                    let alike = known.entry(title.clone()).or_insert_with(|| alike(title, rows));
                    alike
                        .iter()
                        .copied()
                        .filter_map(|(row, x)| Some((row, x + stands(&rows[row], place, first, last)?)))
                        .collect()
                })
                .collect();
            // A further line of the entry above is no record of its own.
            let candidates = like
                .iter()
                .enumerate()
                .flat_map(|(n, of)| of.iter().map(move |(row, x)| (*x, *row, n)))
                .filter(|(_, row, _)| !rows[*row].continues)
                .collect();
            let mut right = vec![0.0; like.len()];
            for (_, record, x) in one_to_one(candidates) {
                right[record] = x;
            }
            let shown = proposal.records.iter().map(|(place, _, _, title)| {
                format!(
                    "{} {:?}: {}",
                    proposal.reading,
                    place.spot,
                    title.chars().take(100).collect::<String>()
                )
            });
            Proposal {
                span: proposal.span,
                left: proposal.left,
                fields: proposal.fields,
                shown: shown.collect(),
                evidence: proposal.evidence,
                right,
                like,
            }
        })
        .collect();
    Body { order, costs: studied.costs, names: studied.names, proposals }
}

/// Rows whose title is like this one.
fn alike(title: &str, rows: &[Row]) -> Vec<(usize, f32)> {
    let folded: Vec<char> = thai::fold(title).chars().collect();
    let like = |row: &Row| {
        let (a, b) = (folded.len(), row.folded.len());
        if a == 0 || b == 0 || 2.0 * a.min(b) as f32 / (a + b) as f32 <= ROWS_LIKE {
            return 0.0;
        }
        2.0 * common(&folded, &row.folded) as f32 / (a + b) as f32
    };
    rows.iter().enumerate().map(|(n, row)| (n, like(row))).filter(|(_, x)| *x >= ROWS_LIKE).collect()
}

/// Nothing, or a little more where the place is the very row; `None` if the place does not fit.
fn stands(row: &Row, place: &Place, first: &Place, last: &Place) -> Option<f32> {
    let (Some(labelled), Some(at)) = (row.number, place.spot.row()) else { return Some(0.0) };
    let (first, last) = (first.spot.row()?, last.spot.row()?);
    let above = if first == last { 0 } else { ABOVE };
    let fits = place.spot.sheet() == Some(row.sheet.as_str())
        && first.saturating_sub(above) <= labelled
        && labelled <= last;
    fits.then_some(if at == labelled { 0.001 } else { 0.0 })
}

/// Length of the longest common subsequence (Hyyrö's bit-parallel recurrence).
fn common(a: &[char], b: &[char]) -> usize {
    let words = a.len().div_ceil(64);
    let mut places: BTreeMap<char, Vec<u64>> = BTreeMap::new();
    for (n, c) in a.iter().enumerate() {
        places.entry(*c).or_insert_with(|| vec![0; words])[n / 64] |= 1 << (n % 64);
    }
    let mut state = vec![u64::MAX; words];
    for c in b {
        let Some(mask) = places.get(c) else { continue };
        let mut carry = 0;
        for (word, mask) in state.iter_mut().zip(mask) {
            let both = *word & mask;
            let (sum, over) = word.overflowing_add(both);
            let (sum, over_carry) = sum.overflowing_add(carry);
            carry = u64::from(over || over_carry);
            *word = sum | (*word & !mask);
        }
    }
    let ones: u32 = state.iter().map(|word| word.count_zeros()).sum();
    // Bits past the end stay set, so only letters of `a` count.
    ones as usize
}
