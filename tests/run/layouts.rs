//! Layouts that a person teaches: asked once, and every report of the department under that heading is read so.

use super::review::Filled;
use super::{Office, monthly_report};
use serde_json::Value;
use std::fs;
use std::path::Path;

const HEADING: &[&str] = &["ตัวชี้วัด", "หน่วยนับ", "เป้าหมาย", "ผลงาน", "ช่วงเวลา", "รายละเอียดผลงาน"];
const ASKED: &str = "ตารางรูปแบบนี้อ่านอย่างนี้ถูกต้องหรือไม่";
const GOAL: &str = "1. จำนวนความร่วมมือกับหน่วยงานภายนอก";

fn report(office: &Office, name: &str, month: &str, rows: &[&[&str]]) {
    let titles = ["รายงานผลตามตัวชี้วัด", month, "สำนักการแพทย์"];
    office.drop(name, &monthly_report("KPI", titles, HEADING, rows));
}

/// The year's indicators of a department, in which the column of details tells what was done.
fn first_month(office: &Office) {
    let file = "tests/inboxes/thirteenth/inbox/สนพ/ตัวชี้วัด สนพ 2568.xlsx";
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    office.drop("สนพ ม.ค.xlsx", &bytes);
}

fn second_month(office: &Office) {
    let rows: &[&[&str]] = &[
        &[GOAL, "กิจกรรม", "6", "4", "7 มี.ค. 68", "หารือกับคณะผู้แทนโรงพยาบาลแห่งชาติสิงคโปร์"],
        &["2. ร้อยละของหน่วยงานที่ผ่านการรับรอง", "ร้อยละ", "90", "92", "8 มี.ค. 68", "ตรวจประเมินห้องฉุกเฉิน"],
    ];
    report(office, "สนพ มี.ค.xlsx", "ประจำเดือนมีนาคม 2568", rows);
}

fn counterparts(office: &Office) -> Vec<String> {
    let register = office.json("engagements.json");
    let rows = register.as_array().unwrap().iter();
    rows.map(|row| row["counterpart"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_layout_taught_once_is_read_so_in_the_next_month() {
    let office = Office::new();
    first_month(&office);
    office.run(&["--as-of", "2025-03-31"]);
    assert!(counterparts(&office).iter().any(|side| side.contains("จำนวนความร่วมมือ")));
    let mut filled = Filled::open(&office);
    let asked = filled.asked();
    assert_eq!(asked.iter().filter(|line| line.starts_with(ASKED)).count(), 1, "{asked:#?}");
    filled.write(1, &["ช่อง", GOAL], "ค่าที่ถูกต้อง", "ไม่ใช้ช่องนี้".to_owned());
    filled.decide(&[ASKED], "ใช้ค่าที่แก้ไข");
    office.drop("คำตัดสิน.xlsx", &filled.bytes());
    office.run(&["--as-of", "2025-03-31"]);
    assert!(counterparts(&office).iter().all(|side| !side.contains("จำนวนความร่วมมือ")));
    assert_eq!(office.statuses()["สนพ ม.ค.xlsx"], "read");
    let changes = office.json("changes.json");
    assert!(changes["changed"].as_array().unwrap().iter().any(|entry| {
        entry["fields"].as_array().unwrap().iter().any(|field| field["field"] == "counterpart")
    }));
    second_month(&office);
    office.run(&["--as-of", "2025-03-31"]);
    assert_eq!(office.statuses()["สนพ มี.ค.xlsx"], "read");
    assert!(counterparts(&office).iter().all(|side| !side.contains("จำนวนความร่วมมือ")));
    let titles: Vec<Value> =
        office.json("engagements.json").as_array().unwrap().iter().map(|row| row["title"].clone()).collect();
    assert!(titles.contains(&Value::from("หารือกับคณะผู้แทนโรงพยาบาลแห่งชาติสิงคโปร์")), "{titles:?}");
    assert!(Filled::open(&office).asked().iter().all(|line| !line.starts_with(ASKED)));
}

/// An office in which the layout was said to hold no activities.
fn without_activities() -> Office {
    let office = Office::new();
    first_month(&office);
    office.run(&["--as-of", "2025-03-31"]);
    let mut filled = Filled::open(&office);
    filled.decide(&[ASKED], "ไม่ใช่กิจกรรม");
    office.drop("คำตัดสิน.xlsx", &filled.bytes());
    office
}

#[test]
fn a_layout_that_holds_no_activities_gives_none() {
    let office = without_activities();
    office.run(&["--as-of", "2025-03-31"]);
    assert_eq!(counterparts(&office), Vec::<String>::new());
}

#[test]
fn what_is_no_role_of_a_column_is_said_with_its_cell() {
    let office = Office::new();
    first_month(&office);
    office.run(&["--as-of", "2025-03-31"]);
    let mut filled = Filled::open(&office);
    filled.write(1, &["ช่อง", GOAL], "ค่าที่ถูกต้อง", "อะไรก็ไม่รู้".to_owned());
    filled.decide(&[ASKED], "ใช้ค่าที่แก้ไข");
    office.drop("คำตัดสิน.xlsx", &filled.bytes());
    let said = office.run(&["--as-of", "2025-03-31"]);
    let said = String::from_utf8(said.stderr).unwrap() + &String::from_utf8(said.stdout).unwrap();
    let run = office.json("run.json").to_string();
    assert!(said.contains("อะไรก็ไม่รู้") || run.contains("อะไรก็ไม่รู้"), "{said}");
    assert!(Filled::open(&office).asked().iter().any(|line| line.starts_with(ASKED)));
}

#[test]
fn a_layout_of_one_department_is_not_that_of_another() {
    let office = without_activities();
    let titles = ["รายงานผลตามตัวชี้วัด", "ประจำเดือนมกราคม 2568", "สำนักอนามัย"];
    let row: &[&[&str]] = &[&[GOAL, "กิจกรรม", "6", "4", "7 ม.ค. 68", "หารือกับเอกอัครราชทูตเบลเยียม เรื่องวัณโรค"]];
    office.drop("สนอ.xlsx", &monthly_report("KPI", titles, HEADING, row));
    office.run(&["--as-of", "2025-03-31"]);
    let register = office.json("engagements.json");
    assert_eq!(register.as_array().unwrap().len(), 1, "{register:#}");
}
