//! Order, repetition and later reports change nothing that they should not.

use super::notation;
use focalpoint::merge::merge;
use focalpoint::model::{Engagement, Register};
use focalpoint::vocab::Vocab;
use std::collections::{BTreeMap, BTreeSet};

const TABLE: &str = include_str!("planted.txt");

fn planted() -> Vec<Engagement> {
    notation::rows(TABLE).into_iter().map(|(_, engagement)| engagement).collect()
}

/// A shuffle that is the same in every run.
fn shuffled(mut rows: Vec<Engagement>, seed: u64) -> Vec<Engagement> {
    let mut state = seed;
    for at in (1..rows.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        rows.swap(at, (state >> 33) as usize % (at + 1));
    }
    rows
}

/// Id by each title reported in it.
fn ids(register: &Register) -> BTreeMap<String, String> {
    let of = |entry: &focalpoint::model::Entry| {
        entry.sources.iter().map(|s| (s.title.clone(), entry.id.clone())).collect::<Vec<_>>()
    };
    register.entries.iter().flat_map(of).collect()
}

#[test]
fn order_of_the_reports_does_not_matter() {
    let expected = merge(Vocab::built_in(), planted());
    for seed in 1..=20 {
        let again = merge(Vocab::built_in(), shuffled(planted(), seed));
        assert!(again == expected, "seed {seed}");
    }
}

#[test]
fn merging_what_is_merged_takes_nothing_apart() {
    let once = merge(Vocab::built_in(), planted());
    let twice = merge(Vocab::built_in(), once.entries.iter().map(|entry| entry.engagement.clone()).collect());
    // Where the rows of one engagement no longer stand beside each other as rivals, what was worth a look may be one.
    let looked = |a: usize, b: usize| once.doubtful.iter().any(|pair| (pair.first, pair.second) == (a, b));
    let title = |at: usize| once.entries[at].engagement.title.value.clone();
    let at = |wanted: &str| (0..once.entries.len()).find(|at| title(*at) == wanted).unwrap();
    for entry in &twice.entries {
        match &entry.sources[..] {
            [_] => assert!(once.entries.iter().any(|e| e.engagement == entry.engagement), "{}", entry.id),
            [first, second] => {
                let (a, b) = (at(&first.title), at(&second.title));
                assert!(looked(a.min(b), a.max(b)), "{} {}", first.title, second.title);
            }
            more => panic!("{more:?}"),
        }
    }
}

#[test]
fn ids_are_unique_short_and_of_plain_letters() {
    let register = merge(Vocab::built_in(), planted());
    let ids: BTreeSet<&str> = register.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids.len(), register.entries.len());
    for id in ids {
        assert!(id.len() <= 24 && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{id}");
    }
}

#[test]
fn an_id_survives_another_wording_in_one_of_several_sources() {
    let before = ids(&merge(Vocab::built_in(), planted()));
    let mut rows = planted();
    let mut seen = BTreeSet::new();
    let mut changed = 0;
    // The second source of each engagement is worded anew, as a corrected report would.
    let labels: Vec<String> = notation::rows(TABLE).into_iter().map(|(label, _)| label).collect();
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, label) in labels.iter().enumerate() {
        if !seen.insert(label) {
            last.insert(label, at);
        }
    }
    for at in last.into_values() {
        rows[at].title.value.push_str(" (ฉบับแก้ไข)");
        changed += 1;
    }
    let after = ids(&merge(Vocab::built_in(), rows));
    let kept = before.iter().filter(|(title, id)| after.get(*title).is_some_and(|now| now == *id)).count();
    let left = before.keys().filter(|title| after.contains_key(*title)).count();
    assert!(changed > 40 && left > 60, "{changed} changed, {left} left");
    assert!(kept * 100 >= left * 97, "{kept} of {left} ids kept");
}

#[test]
fn an_id_survives_the_arrival_of_a_further_source() {
    let all = notation::rows(TABLE);
    let mut seen = BTreeSet::new();
    let first: Vec<Engagement> = all
        .iter()
        .filter(|(label, _)| seen.insert(label))
        .map(|(_, engagement)| engagement.clone())
        .collect();
    let before = ids(&merge(Vocab::built_in(), first));
    let after = ids(&merge(Vocab::built_in(), planted()));
    let lost: Vec<&String> =
        before.iter().filter(|(title, id)| after[*title] != **id).map(|(t, _)| t).collect();
    // One whose further source names the days or the counterpart otherwise cannot keep its id.
    assert!(lost.len() * 100 <= before.len() * 5, "{} of {}: {lost:#?}", lost.len(), before.len());
}

#[test]
fn entries_stand_in_the_order_of_their_days_and_sources_in_that_of_their_places() {
    let register = merge(Vocab::built_in(), shuffled(planted(), 7));
    let starts: Vec<_> = register.entries.iter().map(|e| e.engagement.period.value.start).collect();
    let dated = starts.iter().take_while(|start| start.is_some()).count();
    assert!(starts[..dated].is_sorted());
    assert!(starts[dated..].iter().all(Option::is_none) && dated < starts.len());
    assert!(register.entries.iter().all(|entry| entry.sources.is_sorted_by_key(|s| s.place.clone())));
}
