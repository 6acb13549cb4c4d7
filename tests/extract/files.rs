//! Reports made by other programs, read from their bytes: what must be found in each of `tests/extract/files`.
//!
//! `NAME.txt` says it for every file `NAME.*`. A record begins with its place: a row for sheets, then a page for PDFs
//! (`Sheet1!4 p1`). Under it stand its fields as written, `of` the department that its surroundings name, and `under`
//! its sections. `- REASON COUNT` counts the rows of sheets that are set aside. Fields that a file names nowhere are
//! not compared, and in a PDF no blank beside a Thai letter is: where a cell's line breaks, nothing tells if one stood.

use focalpoint::extract;
use focalpoint::model::{Body, Extract, Record, Report, Value, Written};
use focalpoint::read;
use focalpoint::vocab::Vocab;
use focalpoint::vocab::gazetteer::Name;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/extract/files").join(name)
}

/// Compares a file, `NAME_ENDING`, with what its text says.
fn file(name: &str) {
    let (stem, ending) = name.rsplit_once('_').unwrap();
    let wanted = fs::read_to_string(path(&format!("{stem}.txt"))).unwrap();
    let file = format!("{stem}.{ending}");
    let bytes = fs::read(path(&file)).unwrap();
    let sniffed = read::sniff(&file, &bytes);
    let read::Sniffed::Format(format) = sniffed else { panic!("{file} is taken for {sniffed:?}") };
    let report = Report { file: file.clone(), size: bytes.len() as u64, sha256: String::new(), format };
    let document = read::read(&report, &bytes).unwrap().document;
    let found = extract::extract(Vocab::built_in(), &file, &document);
    assert_eq!(found.audit.seen, found.audit.in_records + found.audit.aside, "{file}: the rows add up");
    let pages = matches!(document.body, Body::Pages(_));
    assert_eq!(shown(&found, &wanted, pages), plain(&wanted, pages), "{file}");
}

/// The text of what must hold, for a sheet or for pages.
fn plain(wanted: &str, pages: bool) -> String {
    let mut out = String::new();
    for line in wanted.lines() {
        let line = if line.starts_with([' ', 'r']) {
            line.to_owned()
        } else if line.starts_with('-') {
            if pages {
                continue;
            }
            line.to_owned()
        } else {
            let places: Vec<&str> = line.split(' ').collect();
            let of_page = |place: &&&str| !place.contains('!');
            (*places.iter().find(|place| of_page(place) == pages).unwrap()).to_owned()
        };
        out.push_str(&unwrapped(&line, pages));
        out.push('\n');
    }
    out
}

/// What was found, written in the same way.
fn shown(found: &Extract, wanted: &str, pages: bool) -> String {
    let named: BTreeSet<&str> =
        wanted.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    let mut lines = Vec::new();
    for record in &found.records {
        let place = super::notation::place(&record.place);
        lines.push(if pages { place.split(':').next().unwrap().to_owned() } else { place });
        fields(record, &named, &mut lines);
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for aside in &found.aside {
        *counts.entry(aside.reason.code()).or_default() += 1;
    }
    for line in wanted.lines().filter(|_| !pages) {
        let Some((reason, _)) = line.strip_prefix("- ").and_then(|rest| rest.split_once(' ')) else {
            continue;
        };
        lines.push(format!("- {reason} {}", counts.get(reason).unwrap_or(&0)));
    }
    if let Some(mark) = &found.restricted {
        lines.push(format!("restricted {mark}"));
    }
    lines.iter().map(|line| unwrapped(line, pages) + "\n").collect()
}

fn fields(record: &Record, named: &BTreeSet<&str>, lines: &mut Vec<String>) {
    if named.contains("of") {
        lines.push(format!("  of {}", department(record).unwrap_or("-")));
    }
    if named.contains("under") {
        lines.extend(record.context.sections.iter().map(|section| format!("  under {section}")));
    }
    for (role, texts) in &record.fields {
        let name = super::notation::role_name(*role);
        if named.contains(name.as_str()) {
            lines.extend(texts.iter().map(|written| format!("  {name} {}", text(written))));
        }
    }
}

/// The words of a field; of a typed date its day.
fn text(written: &Written) -> String {
    match &written.value {
        Some(Value::Date(date)) => date.date().to_string(),
        _ => written.text.clone(),
    }
}

/// The department that the nearest of the surroundings names.
fn department(record: &Record) -> Option<&'static str> {
    record.context.department.iter().find_map(|hint| {
        Vocab::built_in().names_in(&hint.text).iter().find_map(|found| match found.means {
            Name::Department(at) => Some(Vocab::built_in().names.department(at).thai),
            _ => None,
        })
    })
}

/// A line without the blanks that the break of a line in a PDF may add or take.
fn unwrapped(line: &str, pages: bool) -> String {
    let thai = |c: Option<&char>| c.is_some_and(|c| ('\u{e00}'..='\u{e7f}').contains(c));
    let body = line.trim_start();
    let start = line.len() - body.len();
    let (name, rest) = body.split_once(' ').unwrap_or((body, ""));
    let letters: Vec<char> = rest.chars().collect();
    let kept = letters.iter().enumerate().filter(|(at, c)| {
        let beside = thai(letters.get(at + 1)) || (*at > 0 && thai(letters.get(at - 1)));
        !(pages && **c == ' ' && beside)
    });
    format!("{}{name} {}", " ".repeat(start), kept.map(|(_, c)| c).collect::<String>())
}

/// One test a file.
macro_rules! files {
    ($($name:ident)+) => { $(#[test] fn $name() { file(stringify!($name)); })+ };
}

files! {
    activity_form_pdf
    activity_form_xlsx
    answers_csv
    bilingual_pdf
    bilingual_xlsx
    diary_pdf
    diary_xlsx
    flat_pdf
    flat_xlsx
    kpi_pdf
    kpi_xlsx
    memo_items_pdf
    memo_table_pdf
    month_sections_ods
    month_sections_pdf
    months_xlsx
    over_pages_pdf
    over_pages_xlsx
    press_pdf
    printout_pdf
    printout_xls
    quarters_pdf
    quarters_xlsx
    responses_xlsx
    secret_pdf
    sections_pdf
    sections_xlsx
    services_csv
    services_pdf
    several_pdf
    several_xls
    side_by_side_xlsx
    stacked_ods
    travel_pdf
    travel_xlsx
    trip_report_pdf
    turned_pdf
    two_rows_pdf
    two_rows_xls
}

/// Every file has its test.
#[test]
fn every_file_is_read() {
    let list = fs::read_to_string(path("../files.rs")).unwrap();
    for entry in fs::read_dir(path("")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let (stem, ending) = name.rsplit_once('.').unwrap();
        let test = format!("{stem}_{ending}");
        let of_tests = matches!(ending, "txt" | "py") || list.lines().any(|line| line.trim() == test);
        assert!(of_tests, "{name} is in no test");
    }
}
