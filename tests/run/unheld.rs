//! Lines that no record holds: asked about, taken as an activity or left, and what comes of it in later runs.

use super::review::Filled;
use super::{HEADING, Office, bytes_of, monthly_report};
use serde_json::Value;
use std::fs;

const TITLES: [&str; 3] = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", "สำนักสิ่งแวดล้อม"];
const LAST: &[&str] = &["4", "22 ม.ค. 66", "ประชุมร่วมกับ UNDP เรื่องตลาดคาร์บอน", "UNDP", "ศาลาว่าการ", ""];
/// Another day than that of the record that it stands under.
const LINE: &str = "25 ม.ค. 66 หารือร่วมกับธนาคารโลก เรื่องการป้องกันน้ำท่วม";
const TITLE: &str = "หารือร่วมกับธนาคารโลก เรื่องการป้องกันน้ำท่วม";
const YES: &str = "เป็นกิจกรรม";
const NO: &str = "ไม่ใช่กิจกรรม";

const ROWS: &[&[&str]] = &[
    &["1", "10 ม.ค. 66", "เอกอัครราชทูตโปแลนด์เข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร", "โปแลนด์", "ศาลาว่าการ", ""],
    &["2", "16 ม.ค. 66", "ประชุมหารือกับ JICA เรื่องการจัดการขยะอาหาร", "JICA", "ศาลาว่าการ", ""],
    &["3", "20 ม.ค. 66", "ต้อนรับคณะผู้แทนนครโอซากา ศึกษาดูงานสวนสาธารณะ", "ญี่ปุ่น", "ศาลาว่าการ", ""],
    LAST,
    &["", "", "", "", "", "สนใจร่วมโครงการระยะที่สอง"],
    &["", "", "", "", "", LINE],
];

fn office() -> Office {
    let office = Office::new();
    office.drop("สสล.xlsx", &monthly_report("Sheet1", TITLES, HEADING, ROWS));
    assert_eq!(office.run(&[]).status.code(), Some(3));
    assert_eq!(office.statuses()["สสล.xlsx"], "read_with_warnings");
    office
}

fn unheld(office: &Office) -> Vec<Value> {
    office.json("run.json")["unheld"].as_array().unwrap().clone()
}

fn entry(office: &Office) -> Option<Value> {
    let all = office.json("engagements.json");
    all.as_array().unwrap().iter().find(|entry| entry["title"] == TITLE).cloned()
}

fn asked(office: &Office) -> usize {
    Filled::open(office).asked().iter().filter(|question| question.contains(TITLE)).count()
}

fn answer(office: &Office, answer: &str) -> Filled {
    let mut review = Filled::open(office);
    review.decide(&["ไม่อยู่ในรายการใด", TITLE, "แถว 11"], answer);
    review
}

#[test]
fn a_line_that_no_record_holds_is_asked_with_its_place() {
    let office = office();
    assert_eq!(unheld(&office).len(), 1);
    assert_eq!((&unheld(&office)[0]["row"], &unheld(&office)[0]["text"]), (&11.into(), &LINE.into()));
    assert_eq!((asked(&office), entry(&office)), (1, None));
}

#[test]
fn a_line_taken_as_an_activity_is_an_engagement_with_what_its_row_tells() {
    let office = office();
    office.drop("ตรวจแล้ว.xlsx", &answer(&office, YES).bytes());
    assert_eq!(office.run(&[]).status.code(), Some(0));
    let taken = entry(&office).unwrap();
    assert_eq!((&taken["start"], &taken["end"]), (&"2023-01-25".into(), &"2023-01-25".into()));
    assert_eq!(taken["organisations"], serde_json::json!(["World Bank"]));
    assert_eq!(taken["departments"], serde_json::json!(["ENV"]));
    assert_eq!(taken["sources"][0]["row"], 11);
    assert_eq!((unheld(&office).len(), asked(&office)), (0, 0));
    let run = office.json("run.json");
    let file =
        &run["files"].as_array().unwrap().iter().find(|file| file["file"] == "สสล.xlsx").unwrap().clone();
    assert_eq!(
        (&file["status"], &file["rows"], &file["engagements"]),
        (&"read".into(), &5.into(), &5.into())
    );
    let audit = &run["audit"];
    assert_eq!((audit["records"].as_u64(), audit["seen"].as_u64()), (Some(5), Some(10)), "{audit}");
    let id = taken["id"].as_str().unwrap().to_owned();
    // The same inbox gives the same bytes, and the decision stands among those in force.
    let bytes = bytes_of(&office.path("outbox"));
    office.run(&[]);
    assert!(bytes == bytes_of(&office.path("outbox")));
    assert_eq!(Filled::open(&office).rows(1).1.len(), 1);
    assert_eq!(entry(&office).unwrap()["id"], id.as_str());
    // It holds as long as the workbook lies there, as every decision does.
    fs::remove_file(office.path("inbox/ตรวจแล้ว.xlsx")).unwrap();
    office.run(&[]);
    assert_eq!((entry(&office), unheld(&office).len(), asked(&office)), (None, 1, 1));
}

#[test]
fn a_line_taken_in_the_outbox_stays_taken_without_the_answer() {
    let office = office();
    fs::write(office.path("outbox/review.xlsx"), answer(&office, YES).bytes()).unwrap();
    for run in 0..3 {
        office.run(&[]);
        assert!(entry(&office).is_some(), "run {run}");
        assert_eq!((unheld(&office).len(), asked(&office)), (0, 0));
    }
    // What is decided of it later finds it.
    let mut review = Filled::open(&office);
    review.write(2, &[TITLE], "คำตัดสิน", "ยกเลิกคำตัดสิน".to_owned());
    fs::write(office.path("outbox/review.xlsx"), review.bytes()).unwrap();
    office.run(&[]);
    assert_eq!((entry(&office), unheld(&office).len(), asked(&office)), (None, 1, 1));
}

#[test]
fn a_line_that_is_no_activity_is_named_no_more() {
    let office = office();
    fs::write(office.path("outbox/review.xlsx"), answer(&office, NO).bytes()).unwrap();
    for _ in 0..2 {
        assert_eq!(office.run(&[]).status.code(), Some(0));
        assert_eq!((entry(&office), unheld(&office).len(), asked(&office)), (None, 0, 0));
        assert_eq!(office.statuses()["สสล.xlsx"], "read");
    }
}

#[test]
fn a_decision_on_a_line_survives_moved_rows_and_says_when_it_no_longer_fits() {
    let office = office();
    office.drop("ตรวจแล้ว.xlsx", &answer(&office, YES).bytes());
    fs::remove_file(office.path("inbox/สสล.xlsx")).unwrap();
    let mut rows = ROWS.to_vec();
    rows.insert(
        0,
        &["0", "5 ม.ค. 66", "เอกอัครราชทูตเปรูเข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร", "เปรู", "ศาลาว่าการ", ""],
    );
    office.drop("ใหม่/รายงาน.xlsx", &monthly_report("ม.ค.", TITLES, HEADING, &rows));
    office.run(&[]);
    assert_eq!(entry(&office).unwrap()["sources"][0]["row"], 12);

    rows.pop();
    office.drop("ใหม่/รายงาน.xlsx", &monthly_report("ม.ค.", TITLES, HEADING, &rows));
    let said = String::from_utf8(office.run(&["--lang", "en"]).stdout).unwrap();
    assert!(said.contains("no longer fits") && entry(&office).is_none(), "{said}");
}
