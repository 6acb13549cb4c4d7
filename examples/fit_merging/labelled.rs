//! Labelled inboxes: the rows that a run would merge, and which engagement each is of.

use super::notation;
use focalpoint::cache::Cache;
use focalpoint::isolate::Isolation;
use focalpoint::labels::Lang;
use focalpoint::model::{Engagement, International, Processed};
use focalpoint::recognise::{Recogniser, Recognition};
use focalpoint::run::{Options, consolidate};
use focalpoint::vocab::Vocab;
use focalpoint::{inbox, thai};
use jiff::civil::date;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A title is that of a labelled row if so many of its pairs of letters are the same.
const LIKE: f64 = 0.5;
/// A labelled row at the very place is that row, whatever its words.
const PLACE: f64 = 1.0;

/// The rows of an inbox.
pub struct Inbox {
    pub name: String,
    pub rows: Vec<Engagement>,
    /// The engagement that each row is of, if that is known.
    of: Vec<Option<String>>,
    /// What an engagement is part of: its rows may be with those of the whole.
    part_of: BTreeMap<String, String>,
}

/// Pairs of rows put together.
#[derive(Default)]
pub struct Figures {
    together: usize,
    right: usize,
    all: usize,
}

impl std::fmt::Display for Figures {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |part: usize, whole: usize| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
        let (precision, recall) = (share(self.right, self.together), share(self.right, self.all));
        let both = share(2 * self.right, self.together + self.all);
        write!(out, "precision {precision:.3}, recall {recall:.3}, f1 {both:.3} of {} pairs", self.all)
    }
}

impl Figures {
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            together: self.together + other.together,
            right: self.right + other.right,
            all: self.all + other.all,
        }
    }
}

type Pairs = BTreeSet<(usize, usize)>;

impl Inbox {
    /// The rows that a run would merge, with their labels.
    pub fn load(folder: &Path) -> Self {
        let (rows, labels) = (rows(folder), lines(&folder.join("truth/mentions.jsonl")));
        let mut by_file: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
        for label in &labels {
            by_file.entry(text(label, "file")).or_default().push(label);
        }
        let mut likes = Vec::new();
        for (row, engagement) in rows.iter().enumerate() {
            for (at, label) in by_file.get(&engagement.place.file).into_iter().flatten().enumerate() {
                let like = like(engagement, label);
                if like >= LIKE {
                    likes.push((like, row, (engagement.place.file.clone(), at)));
                }
            }
        }
        likes.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, &a.2).cmp(&(b.1, &b.2))));
        let mut of = vec![None; rows.len()];
        let (mut rows_used, mut labels_used) = (BTreeSet::new(), BTreeSet::new());
        for (_, row, (file, at)) in likes {
            if !rows_used.contains(&row) && labels_used.insert((file.clone(), at)) {
                rows_used.insert(row);
                of[row] = by_file[&file][at]["engagement"].as_str().map(str::to_owned);
            }
        }
        let engagements = lines(&folder.join("truth/engagements.jsonl"));
        let part_of = engagements
            .iter()
            .filter_map(|e| Some((e["id"].as_str()?.to_owned(), e["part_of"].as_str()?.to_owned())));
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { name, rows, of, part_of: part_of.collect() }
    }

    /// Rows written down as a table.
    pub fn planted(name: &str, table: &str) -> Self {
        let (labels, rows) = notation::rows(table).into_iter().unzip();
        let labels: Vec<String> = labels;
        Self {
            name: name.to_owned(),
            rows,
            of: labels.into_iter().map(Some).collect(),
            part_of: BTreeMap::new(),
        }
    }

    /// Whether two rows are one engagement; `None` where that is not known or either may be.
    pub fn one(&self, a: usize, b: usize) -> Option<bool> {
        let (one, two) = (self.of[a].as_ref()?, self.of[b].as_ref()?);
        let leg = self.part_of.get(one) == Some(two) || self.part_of.get(two) == Some(one);
        (!leg).then_some(one == two)
    }

    fn pairs(&self, groups: &[Vec<usize>]) -> Pairs {
        let all = groups.iter().flat_map(|group| {
            let pairs = group.iter().flat_map(|a| group.iter().map(move |b| (*a, *b)));
            pairs.filter(|(a, b)| a < b)
        });
        all.filter(|(a, b)| self.one(*a, *b).is_some()).collect()
    }

    fn labelled(&self) -> Pairs {
        let mut of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (row, label) in self.of.iter().enumerate() {
            if let Some(label) = label {
                of.entry(label).or_default().push(row);
            }
        }
        self.pairs(&of.into_values().collect::<Vec<_>>())
    }

    /// How many pairs are put together, rightly and wrongly.
    pub fn figures(&self, groups: &[Vec<usize>]) -> Figures {
        let (put, labelled) = (self.pairs(groups), self.labelled());
        Figures { together: put.len(), right: put.intersection(&labelled).count(), all: labelled.len() }
    }

    /// Pairs that are put together wrongly, and pairs that are not put together.
    pub fn faults(&self, groups: &[Vec<usize>]) -> [(&'static str, Vec<(usize, usize)>); 2] {
        let (put, labelled) = (self.pairs(groups), self.labelled());
        let of = |a: &Pairs, b: &Pairs| a.difference(b).copied().collect();
        [("wrong", of(&put, &labelled)), ("missed", of(&labelled, &put))]
    }

    /// A row in one line.
    pub fn shown(&self, row: usize) -> String {
        let e = &self.rows[row];
        let period = &e.period.value;
        let days = [period.start, period.end].map(|day| day.map_or_else(String::new, |day| day.to_string()));
        format!(
            "{} {} {} {}: {} [{} {:?} {:?}]",
            self.of[row].as_deref().unwrap_or("-"),
            e.place.file,
            days.join("/"),
            e.kind.value.code(),
            e.title.value.chars().take(120).collect::<String>(),
            e.countries.value.join(","),
            e.cities.value,
            e.organisations.value,
        )
    }
}

/// The engagements that a run would merge.
fn rows(folder: &Path) -> Vec<Engagement> {
    let options = Options {
        vocab: Vocab::built_in(),
        inbox: folder.join("inbox"),
        outbox: std::env::temp_dir().join("focalpoint-fit-merging"),
        jobs: 0,
        lang: Lang::En,
        as_of: date(2026, 12, 31),
        period: None,
        edition: None,
        also: None,
        isolation: Isolation::Threads,
        recognition: Recognition::off(),
    };
    let found = inbox::list(&options.inbox, &options.outbox).unwrap_or_default();
    let mut cache = Cache::to_read(&options.outbox, options.vocab);
    let recogniser = Recogniser::of(&options.recognition, options.isolation);
    let Ok(result) = consolidate(&options, &found, &mut cache, &recogniser, &|_| {}) else {
        return Vec::new();
    };
    let read = result.files.into_iter().filter(|Processed { reported, .. }| reported.status.is_read());
    let understood = read.flat_map(|Processed { reported, .. }| reported.understood);
    understood
        .filter(|one| one.verdict.international != International::No)
        .map(|one| one.engagement)
        .collect()
}

fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// How like a row is to a label: by the letters of the title, and by its place.
fn like(row: &Engagement, label: &Value) -> f64 {
    let spot = &row.place.spot;
    let at = label["row"].as_u64().is_some_and(|number| spot.row().map(u64::from) == Some(number))
        && spot.sheet() == label["sheet"].as_str();
    let (a, b) = (pairs_of_letters(&row.title.value), pairs_of_letters(&text(label, "title")));
    let shared = a.iter().filter(|pair| b.contains(pair)).count();
    let letters = 2.0 * shared as f64 / ((a.len() + b.len()) as f64).max(1.0);
    if at { letters + PLACE } else { letters }
}

fn pairs_of_letters(text: &str) -> BTreeSet<(char, char)> {
    let letters: Vec<char> = thai::fold(text).chars().collect();
    letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}
