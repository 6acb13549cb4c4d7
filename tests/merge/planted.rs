//! Planted sets: rows of which it is known what belongs together, and rows that only look alike. The second was written
//! by other hands before the weights were fitted: 0.944 of what was put together was right then, and 0.918 was found.

use super::notation;
use focalpoint::merge::merge;
use focalpoint::model::Place;
use focalpoint::vocab::Vocab;
use std::collections::{BTreeMap, BTreeSet};

const FIRST: &str = include_str!("planted.txt");
const SECOND: &str = include_str!("planted_pairs.txt");

type Pair = (Place, Place);

fn pairs(groups: impl Iterator<Item = Vec<Place>>) -> BTreeSet<Pair> {
    let mut out = BTreeSet::new();
    for mut group in groups {
        group.sort();
        for (at, a) in group.iter().enumerate() {
            out.extend(group[at + 1..].iter().map(|b| (a.clone(), b.clone())));
        }
    }
    out
}

/// Pairs of different labels within the scenes, which blank lines separate.
fn look_alikes(table: &str) -> BTreeSet<Pair> {
    let mut out = BTreeSet::new();
    let mut scene: Vec<(String, Place)> = Vec::new();
    for (at, line) in table.lines().enumerate() {
        if line.trim().is_empty() {
            scene.clear();
        } else if !line.starts_with('#') {
            let (label, engagement) = notation::row(line, at as u32 + 1);
            for (other, place) in &scene {
                if *other != label {
                    let (a, b) = (place.clone(), engagement.place.clone());
                    out.insert((a.clone().min(b.clone()), a.max(b)));
                }
            }
            scene.push((label, engagement.place));
        }
    }
    out
}

#[test]
fn what_belongs_together_is_put_together_and_what_looks_alike_is_not() {
    linked(FIRST, 60, 60);
}

#[test]
fn across_languages_and_wrong_days_too() {
    linked(SECOND, 120, 120);
}

/// Most of at least so many true pairs are put together, and hardly any of at least so many that look alike.
fn linked(table: &str, least: usize, least_alike: usize) {
    let rows = notation::rows(table);
    let mut labelled: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for (label, engagement) in &rows {
        labelled.entry(label).or_default().push(engagement.place.clone());
    }
    let want = pairs(labelled.into_values());
    let alike = look_alikes(table);
    assert!(want.len() >= least, "{} true pairs", want.len());
    assert!(alike.len() >= least_alike, "{} look-alike pairs", alike.len());

    let title: BTreeMap<&Place, String> =
        rows.iter().map(|(label, e)| (&e.place, format!("{label} {}", e.title.value))).collect();
    let register = merge(Vocab::built_in(), rows.iter().map(|(_, engagement)| engagement.clone()).collect());
    let put =
        pairs(register.entries.iter().map(|entry| entry.sources.iter().map(|s| s.place.clone()).collect()));
    let show = |pairs: Vec<&Pair>| -> String {
        let lines = pairs.iter().flat_map(|(a, b)| ["\n  ", &title[a], "\n    ", &title[b]]);
        lines.collect()
    };
    let missed = show(want.difference(&put).collect());
    let wrong = show(put.difference(&want).collect());
    let right = want.intersection(&put).count();
    let figures = format!(
        "{right} of {} pairs put together, {} wrongly, {} look-alikes kept apart{}{}",
        want.len(),
        put.len() - right,
        alike.difference(&put).count(),
        if missed.is_empty() { String::new() } else { format!("\nmissed:{missed}") },
        if wrong.is_empty() { String::new() } else { format!("\nwrong:{wrong}") },
    );
    assert!(right * 100 >= put.len() * 99, "precision: {figures}");
    assert!(right * 100 >= want.len() * 95, "recall: {figures}");
    assert!(alike.intersection(&put).count() * 100 <= alike.len(), "look-alikes: {figures}");
}
