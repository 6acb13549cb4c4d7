//! The vocabularies of extraction keep their form: sorted, nothing twice, words as they are compared.

use focalpoint::thai;
use std::fs;
use std::path::Path;

/// The fields of a table's rows, without comments and heading.
fn table(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/vocab/packs").join(name);
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// The tables, in both packs.
const TABLES: [&str; 6] =
    ["th/headers.tsv", "th/rows.tsv", "th/anchors.tsv", "bma/headers.tsv", "bma/rows.tsv", "bma/anchors.tsv"];

/// The rows of a table in both packs.
fn both(name: &str) -> Vec<Vec<String>> {
    let mut rows = table(&format!("th/{name}"));
    rows.extend(table(&format!("bma/{name}")));
    rows.sort();
    rows
}

#[test]
fn tables_are_sorted_and_say_nothing_twice() {
    for name in TABLES {
        let keys: Vec<(String, String)> =
            table(name).into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
        for pair in keys.windows(2) {
            assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
        }
    }
}

#[test]
fn a_heading_has_one_role() {
    for pair in both("headers.tsv").windows(2) {
        assert_ne!(pair[0][0], pair[1][0]);
    }
}

#[test]
fn words_are_written_as_they_are_compared() {
    for row in both("headers.tsv") {
        assert_eq!(row[0], thai::fold(&row[0]));
    }
    for row in both("rows.tsv").iter().filter(|row| row[1] != "ditto") {
        assert_eq!(row[0], thai::fold(&row[0]), "{}", row[1]);
    }
    for row in both("anchors.tsv") {
        assert_eq!(row[0], row[0].to_lowercase());
    }
}
