//! Return slips as other programs read them.

use super::invented;
use calamine::{Reader, Xlsx};
use focalpoint::labels::Lang;
use focalpoint::model::{FileStatus, Format, Place, Processed, Report, Reported, Spot};
use focalpoint::problem::{Problem, What};
use focalpoint::write::{self, Consolidated};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

/// A file of a department, with what is wrong with it.
fn file(name: &str, department: &str, problems: Vec<Problem>) -> Processed {
    let report = Report { file: name.to_owned(), size: 9, sha256: "cd".repeat(32), format: Format::Xlsx };
    let mut reported =
        Reported::settled(FileStatus::ReadWithWarnings, Problem::note(Place::file(name), What::HiddenSheet));
    reported.department = Some(department.to_owned());
    reported.problems.extend(problems);
    Processed { report, reported }
}

fn unread(name: &str, row: u32, text: &str) -> Problem {
    let spot = Spot::Cell { sheet: "Sheet1".to_owned(), row, column: 2 };
    Problem::warning(Place { file: name.to_owned(), spot }, What::Unheld { text: text.to_owned() })
}

/// A run with a file of each of these departments that has something to mend.
fn of(departments: &[&str], lang: Lang) -> Consolidated {
    let mut result = invented::consolidated(Vec::new(), lang);
    result.files = departments
        .iter()
        .enumerate()
        .map(|(at, code)| {
            let name = format!("{at}.xlsx");
            file(&name, code, vec![unread(&name, 7, "หารือกับสถานทูต")])
        })
        .collect();
    result
}

fn slips(result: &Consolidated) -> Vec<(String, Vec<u8>)> {
    let outputs = write::all(result).unwrap();
    outputs.into_iter().filter(|(path, _)| path.starts_with("return/")).collect()
}

fn paths(result: &Consolidated) -> Vec<String> {
    slips(result).into_iter().map(|(path, _)| path).collect()
}

fn book(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).unwrap()
}

fn texts(bytes: &[u8], sheet: usize) -> Vec<String> {
    let mut book = book(bytes);
    let name = book.sheet_names()[sheet].clone();
    book.worksheet_range(&name).unwrap().used_cells().map(|(_, _, cell)| cell.to_string()).collect()
}

/// The text of a part of a workbook's package.
fn part(bytes: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn slips_are_named_by_the_department_and_stand_in_the_order_of_the_alphabet() {
    let thai = of(&["IAO", "CSTD", "DDS", "D_BANG_RAK"], Lang::Th);
    assert_eq!(
        paths(&thai),
        [
            "return/สนน. สำนักการระบายน้ำ.xlsx",
            "return/สกต. สำนักงานการต่างประเทศ.xlsx",
            "return/สนข.บางรัก สำนักงานเขตบางรัก.xlsx",
            "return/สวท. สำนักวัฒนธรรม กีฬา และการท่องเที่ยว.xlsx",
        ]
    );
    let english = of(&["CSTD"], Lang::En);
    assert_eq!(paths(&english), ["return/CSTD Culture, Sports and Tourism Department.xlsx"]);
}

#[test]
fn departments_of_any_name_have_paths_of_their_own_that_every_file_system_takes() {
    let long = "ก".repeat(400);
    let longer = format!("{long}ข");
    let marks = format!("น{}", "่".repeat(300));
    let hostile = [
        "../../etc/passwd",
        "a/b",
        "a\\b",
        "a:b",
        "a-b",
        "A-B",
        "con",
        "CON",
        "NUL.txt",
        "com1",
        "LPT9.x",
        "x",
        "X",
        ".",
        "..",
        "~$lock",
        ".hidden",
        "trailing. ",
        "trailing.",
        "line\nbreak",
        "tab\there",
        "nul\0byte",
        "right\u{202e}left",
        "ก\u{e38}\u{e48}",
        "ก\u{e48}\u{e38}",
        "é",
        "e\u{301}",
        "İ",
        "ß",
        "SS",
        "=1+1",
        "|pipe?*<>\"",
        &long,
        &longer,
        &marks,
    ];
    let result = of(&hostile, Lang::Th);
    let paths = paths(&result);
    assert_eq!(paths.len(), hostile.len());
    for path in &paths {
        let name = path.strip_prefix("return/").unwrap();
        assert!(name.len() <= 255, "{} bytes: {name}", name.len());
        assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '$', '~', '=']), "{name}");
        assert!(!name.chars().any(|c| c.is_control() || ('\u{200b}'..='\u{206f}').contains(&c)), "{name:?}");
        assert!(!name.starts_with(['.', ' ', '-']), "{name}");
        let stem = name.split('.').next().unwrap().trim_end().to_lowercase();
        assert!(!["con", "nul", "com1", "lpt9"].contains(&stem.as_str()), "{name}");
    }
    let alike: BTreeSet<String> = paths.iter().map(|path| path.to_lowercase()).collect();
    assert_eq!(alike.len(), paths.len(), "{paths:?}");
    assert_eq!(self::paths(&result), paths, "the same again");
}

#[test]
fn every_slip_has_a_page_and_a_bookmark() {
    let result = of(&["IAO", "CSTD", "../../x", "DDS"], Lang::Th);
    let outputs = write::all(&result).unwrap();
    let pdf = &outputs.iter().find(|(path, _)| path == "return-slips.pdf").unwrap().1;
    let document = lopdf::Document::load_mem(pdf).unwrap();
    assert_eq!(document.get_pages().len(), 4);
    let titles: Vec<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dict| dict.has(b"Title") && dict.has(b"Parent"))
        .map(|dict| lopdf::decode_text_string(dict.get(b"Title").unwrap()).unwrap())
        .collect();
    assert_eq!(titles.len(), 4, "{titles:?}");
    assert!(titles.iter().any(|title| title == "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว"), "{titles:?}");
}

#[test]
fn what_does_not_fit_stands_on_the_second_sheet_and_the_first_says_so() {
    let mut result = of(&["IAO"], Lang::Th);
    let long = "หารือกับสถานทูตเรื่องน้ำเสีย ".repeat(12);
    result.files =
        vec![file("มาก.xlsx", "IAO", (1..=90).map(|row| unread("มาก.xlsx", row, &long)).collect())];
    let slip = &slips(&result)[0].1;
    let first = texts(slip, 0);
    let shown = first.iter().filter(|text| text.starts_with("แผ่นงาน Sheet1 เซลล์")).count();
    assert!((3..40).contains(&shown), "{shown}");
    assert!(first.iter().any(|text| text.contains(&format!("อีก {} ข้อ", 90 - shown))), "{first:?}");
    let second = texts(slip, 1);
    assert_eq!(second.iter().filter(|text| text.starts_with("แผ่นงาน Sheet1 เซลล์")).count(), 90);
    let page = part(slip, "xl/worksheets/sheet1.xml");
    assert!(page.contains("fitToPage=\"1\"") && !page.contains("fitToHeight=\"0\""), "{page}");
    let outputs = write::all(&result).unwrap();
    let pdf = &outputs.iter().find(|(path, _)| path == "return-slips.pdf").unwrap().1;
    assert_eq!(lopdf::Document::load_mem(pdf).unwrap().get_pages().len(), 1);
    // What fits needs no second sheet.
    assert_eq!(book(&slips(&of(&["IAO"], Lang::Th))[0].1).sheet_names().len(), 1);
}

#[test]
fn texts_of_reports_stay_texts() {
    let hostile = [
        "=HYPERLINK(\"http://x.example\",\"y\")",
        "+1",
        "-1",
        "@SUM(A1)",
        "http://x.example",
        "#let x = 1",
        "*b* _i_ $m$ @ref <l>",
    ];
    let name = "=cmd|' /C calc'!A0 #panic().xlsx";
    let problems = hostile.iter().zip(1..).map(|(text, row)| unread(name, row, text)).collect();
    let mut result = of(&["IAO"], Lang::Th);
    result.files = vec![file(name, "IAO", problems)];
    let slip = &slips(&result)[0].1;
    let sheet = part(slip, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"), "{sheet}");
    let texts = texts(slip, 0);
    for text in hostile {
        assert!(texts.iter().any(|one| one == text), "{text} is not in {texts:?}");
    }
    let outputs = write::all(&result).unwrap();
    let pdf = &outputs.iter().find(|(path, _)| path == "return-slips.pdf").unwrap().1;
    let links = lopdf::Document::load_mem(pdf).unwrap();
    assert!(!links.objects.values().filter_map(|o| o.as_dict().ok()).any(|dict| dict.has_type(b"Annot")));
}

#[test]
fn where_nothing_is_asked_there_is_no_slip() {
    let mut result = invented::consolidated(invented::mixed(), Lang::Th);
    result.files.clear();
    result.register.entries.clear();
    let outputs = write::all(&result).unwrap();
    assert!(!outputs.iter().any(|(path, _)| path.starts_with("return")));
}

#[test]
fn english_slips_are_in_english() {
    let mut result = of(&["IAO", "CSTD"], Lang::En);
    for file in &mut result.files {
        for problem in &mut file.reported.problems {
            problem.what = What::CellCut;
        }
    }
    let thai = |text: &String| text.chars().any(|c| ('\u{e01}'..='\u{e5b}').contains(&c));
    for (path, bytes) in slips(&result) {
        let found: Vec<String> = texts(&bytes, 0).into_iter().filter(thai).collect();
        assert!(found.is_empty() && !thai(&path), "{path}: {found:?}");
    }
}
