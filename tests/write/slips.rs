//! Return slips as other programs read them.

use super::invented;
use calamine::{Reader, Xlsx};
use focalpoint::labels::Lang;
use focalpoint::model::{
    Asked, Context, Covered, Datum, Decision, Doubt, FileStatus, FollowUp, Format, International, Key, Place,
    Processed, Question, Record, Report, ReportPeriod, Reported, Ruling, Side, Source, Spot, Understood,
    Verdict,
};
use focalpoint::problem::{Problem, What};
use focalpoint::write::{self, Consolidated};
use std::collections::{BTreeMap, BTreeSet};
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

/// Pages of the file with all slips.
fn pages(result: &Consolidated) -> usize {
    let outputs = write::all(result).unwrap();
    let pdf = &outputs.iter().find(|(path, _)| path == "return-slips.pdf").unwrap().1;
    lopdf::Document::load_mem(pdf).unwrap().get_pages().len()
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
    // Names that are far too long for their page still have only one.
    assert_eq!(pages(&result), paths.len());
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
    assert_eq!(pages(&result), 1);
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

/// A row of a department in a file of its own, and the source that it is.
fn row(name: &str, department: &str, title: &str, doubts: &[Doubt]) -> (Processed, Source) {
    let mut e = invented::engagement(title);
    let spot = Spot::Row { sheet: "Sheet1".to_owned(), row: 9 };
    e.place = Place { file: name.to_owned(), spot };
    e.departments.value = vec![department.to_owned()];
    e.venue.doubts = doubts.to_vec();
    let source =
        Source { place: e.place.clone(), department: department.to_owned(), title: title.to_owned() };
    let record = Record {
        place: e.place.clone(),
        layout: "table".to_owned(),
        fields: BTreeMap::new(),
        context: Context::default(),
        doubtful: false,
        marks: Vec::new(),
    };
    let verdict = Verdict { international: International::Yes, reasons: Vec::new() };
    let mut file = file(name, department, Vec::new());
    file.reported.understood = vec![Understood { record, engagement: e, verdict }];
    (file, source)
}

/// An entry that two departments report, with this doubt of the second one's row.
fn merged(doubt: &Doubt) -> Consolidated {
    let (first, one) = row("หนึ่ง.xlsx", "IAO", "หารือกับเทศบาลฟุกุโอกะ", &[]);
    let (second, two) = row("สอง.xlsx", "CSTD", "พบคณะเทศบาลฟุกุโอกะ", std::slice::from_ref(doubt));
    let mut e = first.reported.understood[0].engagement.clone();
    e.departments.value.push("CSTD".to_owned());
    e.venue.doubts = vec![doubt.clone()];
    let mut entry = invented::entry("a", e);
    entry.sources = vec![one, two];
    let mut result = invented::consolidated(vec![entry], Lang::Th);
    result.files = vec![first, second];
    result
}

#[test]
fn a_doubt_of_a_merged_entry_goes_to_the_department_whose_row_has_it() {
    let doubt = Doubt::NotRecognised { written: "ศาลาใหม่".to_owned() };
    let result = merged(&doubt);
    let slips = slips(&result);
    let asked = |path: &str| {
        slips.iter().find(|(one, _)| one.contains(path)).map(|(_, bytes)| texts(bytes, 0).join("\n"))
    };
    let cstd = asked("สวท.").unwrap();
    assert!(
        cstd.contains("สอง.xlsx\nแผ่นงาน Sheet1 แถว 9\nพบคณะเทศบาลฟุกุโอกะ\nสถานที่: ไม่รู้จักชื่อ “ศาลาใหม่”"),
        "{cstd}"
    );
    assert!(!asked("สกต.").is_some_and(|text| text.contains("ศาลาใหม่")));
}

#[test]
fn what_the_office_asks_comes_first_and_is_not_asked_twice() {
    let mut result = merged(&Doubt::NotRecognised { written: "ศาลาใหม่".to_owned() });
    result.files[1].reported.problems.push(unread("สอง.xlsx", 2, "ต้อนรับคณะจากฟุกุโอกะ"));
    let question = Question {
        id: "Q-1".to_owned(),
        asked: Asked::Value,
        key: Some(Key::Venue),
        name: String::new(),
        cause: String::new(),
        effect: 0,
        leans: None,
        first: Side { sources: result.register.entries[0].sources[1..].to_vec(), ..Side::default() },
        second: None,
        evidence: Vec::new(),
        doubts: Vec::new(),
        reasons: Vec::new(),
        table: None,
        value: Some(Datum::Text("ศาลาว่าการ".to_owned())),
    };
    let decision = Decision {
        question: "Q-1".to_owned(),
        asked: Asked::Value,
        key: Some(Key::Venue),
        name: String::new(),
        cause: String::new(),
        first: Vec::new(),
        second: Vec::new(),
        title: String::new(),
        other: String::new(),
        ruling: Ruling::AskDepartment,
        value: String::new(),
        table: None,
        remark: "โทรแล้ว".to_owned(),
        origin: Place::file("review.xlsx"),
    };
    result.follow_ups = vec![FollowUp { question, decision }];
    let slips = slips(&result);
    let cstd = texts(&slips.iter().find(|(path, _)| path.contains("สวท.")).unwrap().1, 0);
    let requests: Vec<&String> = cstd
        .iter()
        .filter(|text| {
            text.contains("โปรดยืนยันหรือแจ้ง") || text.contains("โปรดเพิ่มเป็นแถว") || text.contains("ไม่รู้จักชื่อ")
        })
        .collect();
    assert_eq!(
        requests,
        [
            "สถานที่: อ่านได้ว่า “ศาลาว่าการ” โปรดยืนยันหรือแจ้งค่าที่ถูกต้อง",
            "ข้อความนี้คล้ายกิจกรรม แต่ไม่อยู่ในรายการใดของตาราง หากเป็นกิจกรรม โปรดเพิ่มเป็นแถวหนึ่งในตาราง"
        ]
    );
    assert!(!cstd.iter().any(|text| text.contains("โทรแล้ว")), "the office's own remark");
}

#[test]
fn two_reports_that_disagree_are_told_each_from_its_own_side() {
    let text = |text: &str| Datum::Text(text.to_owned());
    let doubt = Doubt::ReportsDisagree {
        taken: text("ศาลาว่าการ"),
        other: text("ศาลา 2"),
        department: "CSTD".to_owned(),
    };
    let mut result = merged(&doubt);
    for file in &mut result.files {
        file.reported.understood[0].engagement.venue.doubts.clear();
    }
    "ศาลา 2".clone_into(&mut result.files[1].reported.understood[0].engagement.venue.value);
    let slips = slips(&result);
    let asked =
        |path: &str| texts(&slips.iter().find(|(one, _)| one.contains(path)).unwrap().1, 0).join("\n");
    assert!(asked("สกต.").contains("สถานที่: รายงานนี้ระบุ “ศาลาว่าการ” แต่ สวท. ระบุ “ศาลา 2”"));
    assert!(asked("สวท.").contains("สถานที่: รายงานนี้ระบุ “ศาลา 2” แต่ สกต. ระบุ “ศาลาว่าการ”"));
}

#[test]
fn who_only_lacks_a_month_is_asked_for_it() {
    let mut result = invented::consolidated(Vec::new(), Lang::Th);
    let mut quiet = file("มิ.ย.xlsx", "IAO", Vec::new());
    let month = |month: i8| jiff::civil::date(2022, month, 1);
    let covered = |month| Covered { department: "IAO".to_owned(), month, nil: false };
    quiet.reported.status = FileStatus::Read;
    quiet.reported.period = Some(ReportPeriod { start: month(6), end: month(6).last_of_month() });
    quiet.reported.covers = vec![covered(month(6))];
    let mut later = file("ก.ย.xlsx", "IAO", Vec::new());
    later.reported.status = FileStatus::Read;
    later.reported.period = Some(ReportPeriod { start: month(9), end: month(9).last_of_month() });
    later.reported.covers = vec![covered(month(9))];
    result.files = vec![quiet, later];
    let slips = slips(&result);
    assert_eq!(slips.len(), 1);
    let text = texts(&slips[0].1, 0).join("\n");
    assert!(text.contains("ยังไม่ได้รับรายงาน: กรกฎาคม–สิงหาคม 2565"), "{text}");
    assert!(text.contains("โปรดพิจารณาส่งรายงานของเดือนดังกล่าว") && !text.contains("ฉบับแก้ไข"), "{text}");
}
