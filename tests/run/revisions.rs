//! Corrected and resent reports, and reports that repeat other reports of the department.

use super::{HEADING, Office, monthly_report};
use calamine::{Reader, Xlsx};
use serde_json::Value;
use std::io::Cursor;

const TITLES: [&str; 3] = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", "หน่วยงาน สำนักสิ่งแวดล้อม"];

const CALL: &[&str] = &[
    "1",
    "10 ม.ค. 66",
    "เอกอัครราชทูตโปแลนด์ประจำประเทศไทยเข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร",
    "โปแลนด์",
    "ศาลาว่าการ",
    "",
];
const CALL_MOVED: &[&str] = &[
    "1",
    "11 ม.ค. 66",
    "เอกอัครราชทูตโปแลนด์ประจำประเทศไทยเข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร",
    "โปแลนด์",
    "ศาลาว่าการ",
    "",
];
const WASTE: &[&str] = &["2", "16 ม.ค. 66", "ประชุมหารือกับ JICA เรื่องการจัดการขยะอาหาร", "JICA", "", ""];
const STUDY: &[&str] =
    &["3", "20 ม.ค. 66", "ต้อนรับคณะผู้แทนนครโอซากา ประเทศญี่ปุ่น ศึกษาดูงานสวนสาธารณะ", "ญี่ปุ่น", "", ""];
const CARBON: &[&str] = &["4", "25 ม.ค. 66", "ประชุมร่วมกับ UNDP เรื่องตลาดคาร์บอน", "UNDP", "", ""];

fn january(office: &Office, name: &str, titles: [&str; 3], rows: &[&[&str]]) {
    office.drop(name, &monthly_report("Sheet1", titles, HEADING, rows));
}

fn file(office: &Office, name: &str) -> Value {
    let run = office.json("run.json");
    run["files"].as_array().unwrap().iter().find(|file| file["file"] == name).unwrap().clone()
}

fn starts(office: &Office) -> Vec<String> {
    let engagements = office.json("engagements.json");
    engagements.as_array().unwrap().iter().map(|e| e["start"].as_str().unwrap_or("").to_owned()).collect()
}

fn sheet(office: &Office, name: &str) -> String {
    let bytes = std::fs::read(office.path("outbox/review.xlsx")).unwrap();
    let range = Xlsx::new(Cursor::new(bytes)).unwrap().worksheet_range(name).unwrap();
    let line = |row: &[calamine::Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|");
    range.rows().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_corrected_report_replaces_the_earlier_one_and_what_it_drops_or_changes_is_said() {
    for (first, corrected) in [
        ("สสล ม.ค. 66.xlsx", "สสล ม.ค. 66 (แก้ไข).xlsx"),
        ("สสล ม.ค. 66.xlsx", "0 ส่งใหม่/สสล มกราคม.xlsx"),
        ("สสล_v1.xlsx", "สสล_v2.xlsx"),
        ("env Jan 2023.xlsx", "ENV Jan 2023 FINAL.xlsx"),
        ("สสล แก้ไขครั้งที่ ๑.xlsx", "สสล แก้ไขครั้งที่ ๒.xlsx"),
    ] {
        let office = Office::new();
        january(&office, first, TITLES, &[CALL, WASTE, STUDY, CARBON]);
        january(&office, corrected, TITLES, &[CALL_MOVED, WASTE, STUDY]);
        office.run(&[]);
        let old = file(&office, first);
        assert_eq!((&old["status"], &old["superseded_by"]), (&"superseded_by".into(), &corrected.into()));
        assert_eq!(file(&office, corrected)["superseded_by"], Value::Null);
        assert_eq!(starts(&office), ["2023-01-11", "2023-01-16", "2023-01-20"], "{corrected}");
        let message = old["message"].as_str().unwrap();
        assert!(message.contains(corrected) && message.contains("ไม่มีแล้ว 1 รายการ"), "{message}");
        let check = sheet(&office, "จุดที่ควรตรวจ");
        let line = |words: [&str; 2]| check.lines().any(|line| words.iter().all(|word| line.contains(word)));
        assert!(line(["แถว 9", "ตลาดคาร์บอน"]), "the dropped row is named with its place: {check}");
        assert!(line(["10 ม.ค. 2566", "11 ม.ค. 2566"]), "the changed value is named: {check}");
    }
}

#[test]
fn a_title_block_may_say_that_it_is_the_corrected_report() {
    let office = Office::new();
    let corrected = ["แบบรายงานกิจกรรมด้านการต่างประเทศ (ฉบับแก้ไขครั้งที่ 2)", TITLES[1], TITLES[2]];
    january(&office, "ก.xlsx", corrected, &[CALL_MOVED, WASTE, STUDY]);
    january(&office, "ข.xlsx", TITLES, &[CALL, WASTE, STUDY]);
    office.run(&[]);
    assert_eq!(file(&office, "ข.xlsx")["superseded_by"], "ก.xlsx");
    assert_eq!(starts(&office), ["2023-01-11", "2023-01-16", "2023-01-20"]);
}

#[test]
fn a_correction_of_single_rows_replaces_nothing_and_says_so() {
    let office = Office::new();
    january(&office, "สสล ม.ค. 66.xlsx", TITLES, &[CALL, WASTE, STUDY, CARBON]);
    january(&office, "สสล ม.ค. 66 แก้ไข.xlsx", TITLES, &[CARBON]);
    office.run(&[]);
    assert_eq!(file(&office, "สสล ม.ค. 66.xlsx")["status"], "read");
    let correction = file(&office, "สสล ม.ค. 66 แก้ไข.xlsx");
    assert_eq!(correction["status"], "read_with_warnings");
    assert!(correction["message"].as_str().unwrap().contains("1/4"), "{correction}");
    assert_eq!(starts(&office).len(), 4);
}

#[test]
fn another_report_of_the_department_is_no_correction() {
    let office = Office::new();
    january(&office, "สสล ม.ค. 66.xlsx", TITLES, &[CALL, WASTE]);
    january(&office, "สสล ดูงาน ม.ค. 66 (ล่าสุด).xlsx", TITLES, &[STUDY, CARBON]);
    office.run(&[]);
    assert_eq!(file(&office, "สสล ม.ค. 66.xlsx")["status"], "read");
    assert_eq!(file(&office, "สสล ดูงาน ม.ค. 66 (ล่าสุด).xlsx")["status"], "read");
    assert_eq!(starts(&office).len(), 4);
}

#[test]
fn two_reports_of_which_none_says_that_it_is_later_both_stay_and_say_so() {
    let office = Office::new();
    january(&office, "ก.xlsx", TITLES, &[CALL, WASTE, STUDY]);
    january(&office, "ข.xlsx", TITLES, &[CALL_MOVED, WASTE, STUDY]);
    office.run(&[]);
    for (name, other) in [("ก.xlsx", "ข.xlsx"), ("ข.xlsx", "ก.xlsx")] {
        let told = file(&office, name);
        assert_eq!(told["status"], "read_with_warnings");
        assert!(told["message"].as_str().unwrap().contains(other), "{told}");
    }
}

#[test]
fn a_correction_that_cannot_be_read_replaces_nothing() {
    let office = Office::new();
    january(&office, "สสล ม.ค. 66.xlsx", TITLES, &[CALL, WASTE]);
    office.drop("สสล ม.ค. 66 (ส่งใหม่).xlsx", b"PK\x03\x04 cut");
    office.run(&[]);
    assert_eq!(file(&office, "สสล ม.ค. 66.xlsx")["status"], "read");
    assert_eq!(starts(&office).len(), 2);
}

#[test]
fn a_report_of_the_year_and_the_reports_of_its_months_do_not_double() {
    let undated = ["ตามที่นัดหมาย", "ประชุมคณะทำงานโครงการ Urban-Act ร่วมกับ GIZ", "GIZ", "", ""];
    let coarse = |month| ["", month, "ต้อนรับคณะผู้แทนกรุงโซล สาธารณรัฐเกาหลี ศึกษาดูงานด้านขยะ", "เกาหลีใต้", "", ""];
    let undated: Vec<&str> = std::iter::once("").chain(undated).collect();
    let (in_january, in_february) = (coarse("มกราคม 2566"), coarse("กุมภาพันธ์ 2566"));
    let february = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนกุมภาพันธ์ 2566", TITLES[2]];
    let year = ["สรุปกิจกรรมด้านการต่างประเทศ", "ประจำปี พ.ศ. 2566", TITLES[2]];
    let office = Office::new();
    january(&office, "01.xlsx", TITLES, &[CALL, WASTE, &undated, &in_january]);
    january(&office, "02.xlsx", february, &[&undated, &in_february]);
    january(&office, "ทั้งปี.xlsx", year, &[CALL, WASTE, &undated, &in_january, &undated, &in_february]);
    office.run(&[]);
    assert_eq!(
        starts(&office),
        ["2023-01-01", "2023-01-10", "2023-01-16", "2023-02-01", "", ""],
        "two meetings without a day, one of each month"
    );
    let engagements = office.json("engagements.json");
    for engagement in engagements.as_array().unwrap() {
        assert_eq!(engagement["sources"].as_array().unwrap().len(), 2, "{engagement:#}");
    }
}

#[test]
fn a_report_of_nothing_is_replaced_by_the_corrected_one() {
    let office = Office::new();
    let nil: &[&[&str]] = &[&["", "", "ไม่มีกิจกรรม", "", "", ""]];
    january(&office, "สสล ม.ค. 66.xlsx", TITLES, nil);
    january(&office, "สสล ม.ค. 66 (แก้ไข).xlsx", TITLES, &[CALL, WASTE]);
    office.run(&[]);
    assert_eq!(file(&office, "สสล ม.ค. 66.xlsx")["superseded_by"], "สสล ม.ค. 66 (แก้ไข).xlsx");
    // The other way round it is not clear: what was reported does not vanish with a word.
    january(&office, "สสล ม.ค. 66.xlsx", TITLES, &[CALL, WASTE]);
    january(&office, "สสล ม.ค. 66 (แก้ไข).xlsx", TITLES, nil);
    office.run(&[]);
    assert_eq!(file(&office, "สสล ม.ค. 66.xlsx")["status"], "read");
    assert_eq!(file(&office, "สสล ม.ค. 66 (แก้ไข).xlsx")["status"], "read_with_warnings");
    assert_eq!(starts(&office).len(), 2);
}

#[test]
fn a_plan_and_what_came_of_it_are_no_versions_of_one_report() {
    let office = Office::new();
    let planned: &[&[&str]] = &[
        &["1", "16 ม.ค. 66", "กำหนดจัดประชุมหารือกับ JICA เรื่องการจัดการขยะอาหาร", "JICA", "", ""],
        &["2", "25 ม.ค. 66", "กำหนดจัดประชุมร่วมกับ UNDP เรื่องตลาดคาร์บอน", "UNDP", "", ""],
    ];
    january(&office, "แผน ม.ค. 66.xlsx", TITLES, planned);
    january(&office, "ผล ม.ค. 66.xlsx", TITLES, &[WASTE, CARBON]);
    office.run(&[]);
    assert_eq!(file(&office, "แผน ม.ค. 66.xlsx")["status"], "read");
    assert_eq!(file(&office, "ผล ม.ค. 66.xlsx")["status"], "read");
    let engagements = office.json("engagements.json");
    let statuses: Vec<&str> =
        engagements.as_array().unwrap().iter().map(|e| e["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["held", "held"]);
}
