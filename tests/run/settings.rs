//! What the office sets holds in the very run: names, expected departments, sister cities, who signs; what is wrong is
//! named by its cell, and the rest is in force.

use super::{HEADING, Office, monthly_report};
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

const DEPARTMENTS: &[&str] = &["หน่วยงาน", "ชื่อย่อ", "ผู้ประสานงาน", "โทรศัพท์", "อีเมล", "ส่งตั้งแต่เดือน", "ความถี่"];
const NAMES: &[&str] = &["ชื่อ", "ประเภท", "ประเทศ", "ชื่อในทะเบียน", "ชื่ออื่น"];
const SISTERS: &[&str] = &["เมือง", "ประเทศ", "ตั้งแต่"];
const OFFICE: &[&str] = &["รายการ", "ข้อความ"];

type Rows<'a> = &'a [&'a [&'a str]];

/// A workbook of settings: each sheet with a title, its heading in row 4, and rows from row 5 on.
fn settings(sheets: &[(&str, &[&str], Rows)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, heading, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        sheet.write_string(0, 0, *name).unwrap();
        for (row, cells) in (3..).zip([*heading].iter().chain(*rows)) {
            for (column, text) in (0..).zip(*cells) {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
    book.add_worksheet().set_name("focalpoint-settings").unwrap().set_hidden(true);
    book.save_to_buffer().unwrap()
}

fn report(department: &str, month: &str, activity: &str) -> Vec<u8> {
    let month_title = format!("ประจำเดือน{month}");
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", &month_title, department];
    let day = format!("10 {month}");
    monthly_report("รายงาน", titles, HEADING, &[&["1", &day, activity, "", "", ""]])
}

fn run(office: &Office) -> Option<i32> {
    let output = office.run(&[]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    output.status.code()
}

/// Sheets and cells that are named as wrong.
fn faults(office: &Office) -> BTreeSet<String> {
    let run = office.json("run.json");
    let faults = run["options"]["settings"]["faults"].as_array().unwrap();
    faults.iter().map(|fault| fault["place"].as_str().unwrap().to_owned()).collect()
}

fn only(list: &Value) -> &Value {
    assert_eq!(list.as_array().unwrap().len(), 1);
    &list[0]
}

#[test]
fn a_name_that_is_given_is_understood_in_the_same_run() {
    let report = report("สำนักสิ่งแวดล้อม", "มกราคม 2566", "ประชุมหารือกับเครือข่ายนครเขียวสากลเรื่องคุณภาพอากาศ");
    let office = Office::new();
    office.drop("รายงาน.xlsx", &report);
    run(&office);
    let before = office.json("engagements.json");
    assert!(
        before.as_array().unwrap().iter().all(|entry| entry["organisations"][0] != "Green Cities Worldwide")
    );

    let names: Rows =
        &[&["เครือข่ายนครเขียวสากล", "เครือข่ายเมือง", "", "Green Cities Worldwide", "คนข.สากล; GCWW"]];
    office.drop("การตั้งค่า.xlsx", &settings(&[("ชื่อ", NAMES, names)]));
    assert_eq!(run(&office), Some(0));
    let after = office.json("engagements.json");
    let entry = only(&after);
    assert_eq!(entry["organisations"], serde_json::json!(["Green Cities Worldwide"]));
    assert_eq!(entry["group"], "organisation");
    assert_eq!(faults(&office), BTreeSet::new());
    assert_eq!(office.statuses()["การตั้งค่า.xlsx"], "ignored");
    // What does not change is not read anew, and the settings still hold.
    assert!(String::from_utf8(office.run(&["--lang", "th"]).stdout).unwrap().starts_with("ไม่มีอะไรเปลี่ยนแปลง"));
}

#[test]
fn departments_are_expected_as_the_office_set_it() {
    let office = Office::new();
    for month in ["มกราคม 2566", "กุมภาพันธ์ 2566", "มีนาคม 2566"]
    {
        let activity = format!("ประชุมหารือกับเอกอัครราชทูตญี่ปุ่นเดือน{month}");
        office.drop(&format!("{month}.xlsx"), &report("สำนักสิ่งแวดล้อม", month, &activity));
    }
    let activity = "ประชุมหารือกับเอกอัครราชทูตฝรั่งเศสเรื่องนิทรรศการ";
    office.drop("สวท.xlsx", &report("สำนักวัฒนธรรม กีฬา และการท่องเที่ยว", "มกราคม 2566", activity));
    let expected: Rows = &[
        &["สำนักสิ่งแวดล้อม", "สสล.", "นายสมมติ", "0 2000 0000", "a@example.org", "ม.ค. 2566", "ทุกเดือน"],
        &["สำนักอนามัย", "", "", "", "", "ก.พ. 2566", "ทุกเดือน"],
        &["สำนักการแพทย์", "", "", "", "", "ม.ค. 2566", "ทุกไตรมาส"],
        &["สำนักการโยธา", "", "", "", "", "", "เมื่อมีกิจกรรม"],
        &["กองกิจการพิเศษสมมติ", "กกพ.", "", "", "", "2566-03", "ทุกเดือน"],
    ];
    office.drop("settings.xlsx", &settings(&[("หน่วยงาน", DEPARTMENTS, expected)]));
    let output = office.run(&["--as-of", "2023-04-30"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(faults(&office), BTreeSet::new());
    let book = fs::read(office.path("outbox/engagements.xlsx")).unwrap();
    let marks = |department: &str| -> Vec<String> {
        let row = rows(&book, "หน่วยงาน × เดือน").into_iter().find(|row| row[0] == department);
        row.unwrap_or_else(|| panic!("{department} has no row"))[1..4].to_vec()
    };
    assert_eq!(marks("สำนักสิ่งแวดล้อม"), ["●", "●", "●"]);
    assert_eq!(marks("สำนักอนามัย"), ["", "–", "–"]);
    assert_eq!(marks("สำนักการแพทย์"), ["", "", "–"]);
    assert_eq!(marks("สำนักการโยธา"), ["", "", ""]);
    assert_eq!(marks("กองกิจการพิเศษสมมติ"), ["", "", "–"]);
    // Who is asked for a month is asked by name, whether anything ever came from there or not.
    let slips: Vec<String> = fs::read_dir(office.path("outbox/return"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(slips.iter().any(|slip| slip.contains("สำนักอนามัย")), "{slips:?}");
    assert!(!slips.iter().any(|slip| slip.contains("สำนักสิ่งแวดล้อม")), "{slips:?}");
    // It reported, and is not expected to go on.
    assert_eq!(marks("สำนักวัฒนธรรม กีฬา และการท่องเที่ยว"), ["●", "", ""]);
}

/// The rows of a sheet as texts.
fn rows(book: &[u8], sheet: &str) -> Vec<Vec<String>> {
    use calamine::Reader;
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(book)).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn sister_cities_of_the_settings_take_the_place_of_the_programs() {
    let office = Office::new();
    office.drop("ก.xlsx", &report("สำนักสิ่งแวดล้อม", "มกราคม 2566", "ประชุมหารือกับเอกอัครราชทูตญี่ปุ่น"));
    let sisters: Rows = &[&["โอซากา", "", "2549"], &["เมืองสมมติวิลล์", "ฝรั่งเศส", ""]];
    office.drop("settings.xlsx", &settings(&[("เมืองพี่เมืองน้อง", SISTERS, sisters)]));
    assert_eq!(run(&office), Some(0));
    let book = fs::read(office.path("outbox/engagements.xlsx")).unwrap();
    let listed: Vec<String> =
        rows(&book, "เมืองพี่เมืองน้อง").into_iter().skip(4).map(|row| row[0].clone()).collect();
    assert_eq!(listed, ["นครโอซากา", "เมืองสมมติวิลล์"]);
}

#[test]
fn every_fault_is_named_by_its_cell_and_the_rest_is_in_force() {
    let long = "ก".repeat(200);
    let departments: Rows = &[
        &["สำนักสิ่งแวดล้อม", "สสล.", "", "", "", "ม.ค. 2566", "ทุกเดือน"],
        &["", "สนพ.", "", "", "", "", ""],
        &["สำนักอนามัย", "สำนักการแพทย์", "", "", "", "", ""],
        &["สำนักอนามัย", "", "", "", "", "", ""],
        &["สำนักการโยธา", "", "", "", "", "เดือนหน้า", ""],
        &["สำนักการคลัง", "", "", "", "", "", "ทุกวัน"],
        &["ก", "", "", "", "", "", ""],
        &["สำนักการศึกษา", "เรา", "", "", "", "13/2566", "ทุกสัปดาห์"],
        &["ประเทศญี่ปุ่น", "", "", "", "", "", ""],
        &["กองสมมติหนึ่ง", "กสม.", "", "", "", "", ""],
        &["กองสมมติสอง", "กสม.", "", "", "", "", ""],
    ];
    let names: Rows = &[
        &["สภาเมืองยั่งยืนสมมติ", "เครือข่ายเมือง", "", "", ""],
        &["", "เครือข่ายเมือง", "", "", ""],
        &["สภาพลังงานสมมติ", "", "", "", ""],
        &["สภาน้ำสมมติ", "ของกิน", "", "", ""],
        &["UNDP", "องค์กรพัฒนาเอกชน", "", "Another Body", ""],
        &["น้ำ", "มูลนิธิ", "", "", ""],
        &["มูลนิธิสมมติหนึ่ง", "มูลนิธิ", "แดนสมมติ", "", ""],
        &["เมืองสมมติสอง", "เมืองต่างประเทศ", "", "", ""],
        &["สภาเมืองยั่งยืนสมมติ", "เครือข่ายเมือง", "", "", ""],
        &["มูลนิธิสมมติสาม", "มูลนิธิ", "", "", "ญี่ปุ่น; มูลนิธิสามสมมติ"],
        &["ก|ข มูลนิธิ", "มูลนิธิ", "", "", ""],
        &["🎉🎉 มูลนิธิ", "มูลนิธิ", "", "", ""],
    ];
    let sisters: Rows = &[
        &["โอซากา", "", "วันไหนก็ได้"],
        &["", "ญี่ปุ่น", ""],
        &["เมืองไร้ประเทศสมมติ", "", ""],
        &["เบอร์ลิน", "ดาวอังคาร", ""],
        &["ปารีส", "", "2530"],
        &["ปารีส", "", "2531"],
    ];
    let office_rows: Rows = &[
        &["สำนักงาน", "สำนักงานการต่างประเทศ"],
        &["สีผนัง", "เขียว"],
        &["ผู้ลงนาม", &long],
        &["", "ไม่มีหัวข้อ"],
        &["สำนักงาน", "อีกชื่อหนึ่ง"],
    ];
    let office = Office::new();
    office.drop("ก.xlsx", &report("สำนักสิ่งแวดล้อม", "มกราคม 2566", "ประชุมหารือกับสภาเมืองยั่งยืนสมมติ"));
    office.drop("ข.xlsx", &report("สำนักอนามัย", "มกราคม 2566", "ประชุมหารือกับมูลนิธิสามสมมติ ประเทศญี่ปุ่น"));
    office.drop(
        "settings.xlsx",
        &settings(&[
            ("หน่วยงาน", DEPARTMENTS, departments),
            ("ชื่อ", NAMES, names),
            ("เมืองพี่เมืองน้อง", SISTERS, sisters),
            ("สำนักงาน", OFFICE, office_rows),
            ("ที่ไม่รู้จัก", &["อะไร"], &[&["ก็ได้"]]),
        ]),
    );
    assert_eq!(run(&office), Some(3), "faults need a person");
    let cell = |sheet: &str, cells: &[&str]| -> Vec<String> {
        cells.iter().map(|cell| format!("แผ่นงาน {sheet} เซลล์ {cell}")).collect()
    };
    let wanted: BTreeSet<String> = [
        cell("หน่วยงาน", &["A6", "B7", "A8", "F9", "G10", "A11", "B12", "F12", "G12", "A13", "B15"]),
        cell("ชื่อ", &["A6", "B7", "B8", "A9", "A10", "C11", "C12", "A13", "E14", "A15", "A16"]),
        cell("เมืองพี่เมืองน้อง", &["C5", "A6", "B7", "B8", "A10"]),
        cell("สำนักงาน", &["A6", "B7", "A8", "A9"]),
    ]
    .concat()
    .into_iter()
    .collect();
    assert_eq!(wanted.len(), 31);
    assert_eq!(faults(&office), wanted);
    // What is right of them holds.
    let entries = office.json("engagements.json");
    let bodies: BTreeSet<&str> =
        entries.as_array().unwrap().iter().map(|entry| entry["organisations"][0].as_str().unwrap()).collect();
    assert_eq!(bodies, BTreeSet::from(["มูลนิธิสมมติสาม", "สภาเมืองยั่งยืนสมมติ"]));
    // Every one of them is in the list of points to check as well.
    let review = fs::read(office.path("outbox/review.xlsx")).unwrap();
    let listed: BTreeSet<String> = rows(&review, "จุดที่ควรตรวจ")
        .into_iter()
        .filter(|row| row[1] == "settings.xlsx")
        .map(|row| row[2].clone())
        .collect();
    assert_eq!(listed, wanted);
}

#[test]
fn settings_that_cannot_be_read_stop_the_run_and_the_register_stands() {
    let office = Office::new();
    office.drop("ก.xlsx", &report("สำนักสิ่งแวดล้อม", "มกราคม 2566", "ประชุมหารือกับเอกอัครราชทูตญี่ปุ่น"));
    run(&office);
    let before = fs::read(office.path("outbox/data/engagements.json")).unwrap();
    for damaged in [&b"PK\x03\x04 cut off"[..], b""] {
        office.drop("settings.xlsx", damaged);
        let output = office.run(&["--as-of", "2023-02-28"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8(output.stderr).unwrap().contains("settings.xlsx"));
        assert_eq!(fs::read(office.path("outbox/data/engagements.json")).unwrap(), before);
    }
    let (one, other): (Rows, Rows) = (&[&["สำนักงาน", "ก"]], &[&["สำนักงาน", "ข"]]);
    // A workbook that is made again has another time in it.
    let first = settings(&[("สำนักงาน", OFFICE, one)]);
    office.drop("settings.xlsx", &first);
    office.drop("settings (2).xlsx", &settings(&[("สำนักงาน", OFFICE, other)]));
    let output = office.run(&[]);
    assert_eq!(output.status.code(), Some(2), "which of two holds is not guessed");
    assert!(String::from_utf8(output.stderr).unwrap().contains("settings (2).xlsx, settings.xlsx"));
    // The same twice is the same.
    office.drop("settings (2).xlsx", &first);
    assert_eq!(office.run(&[]).status.code(), Some(0));
}

#[test]
fn settings_in_a_folder_are_not_in_force_and_that_is_said() {
    let office = Office::new();
    office.drop("ก.xlsx", &report("สำนักสิ่งแวดล้อม", "มกราคม 2566", "ประชุมหารือกับเอกอัครราชทูตญี่ปุ่น"));
    let rows_of: Rows = &[&["สำนักงาน", "ก"]];
    office.drop("เก็บ/settings.xlsx", &settings(&[("สำนักงาน", OFFICE, rows_of)]));
    let output = office.run(&[]);
    assert_eq!(office.json("run.json")["options"]["settings"], Value::Null);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("เก็บ/settings.xlsx") && said.contains("ชั้นบนสุด"), "{said}");
}

#[test]
fn the_first_step_makes_what_is_missing_and_nothing_else() {
    let office = Office::new();
    office.drop("ก.xlsx", &report("สำนักสิ่งแวดล้อม", "มกราคม 2566", "ประชุมหารือกับเอกอัครราชทูตญี่ปุ่น"));
    let first = office.command().args(["init"]).output().unwrap();
    assert_eq!(first.status.code(), Some(0));
    let made = fs::read(office.path("inbox/settings.xlsx")).unwrap();
    // As it is made it says nothing wrong, and changes nothing.
    assert_eq!(run(&office), Some(0));
    assert_eq!(faults(&office), BTreeSet::new());
    let sheets = rows(&made, "เมืองพี่เมืองน้อง");
    let of_japan = sheets.iter().filter(|row| row[1] == "ญี่ปุ่น").count();
    assert!(of_japan >= 2 && sheets.len() > 20, "the sister cities that are known are filled in");
    office.drop("settings.xlsx", b"mine");
    let second = office.command().args(["init", "--lang", "en"]).output().unwrap();
    assert_eq!(second.status.code(), Some(0));
    assert!(String::from_utf8(second.stdout).unwrap().contains("left as it is"));
    assert_eq!(fs::read(office.path("inbox/settings.xlsx")).unwrap(), b"mine");
}
