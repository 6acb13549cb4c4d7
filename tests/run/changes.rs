//! What changed since the last register that differed.

use super::{HEADING, Office, bytes_of, monthly_report};
use serde_json::{Value, json};
use std::fs;

const TITLES: [&str; 3] = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", "หน่วยงาน สำนักสิ่งแวดล้อม"];
const WASTE: &[&str] = &["1", "16 ม.ค. 66", "ประชุมหารือกับ JICA เรื่องการจัดการขยะอาหาร", "JICA", "", ""];
const WASTE_LATER: &[&str] = &["1", "17 ม.ค. 66", "ประชุมหารือกับ JICA เรื่องการจัดการขยะอาหาร", "JICA", "", ""];
const CARBON: &[&str] = &["2", "25 ม.ค. 66", "ประชุมร่วมกับ UNDP เรื่องตลาดคาร์บอน", "UNDP", "", ""];
const STUDY: &[&str] =
    &["3", "20 ม.ค. 66", "ต้อนรับคณะผู้แทนนครโอซากา ประเทศญี่ปุ่น ศึกษาดูงานสวนสาธารณะ", "ญี่ปุ่น", "", ""];

fn report(office: &Office, rows: &[&[&str]]) {
    office.drop("สสล ม.ค. 66.xlsx", &monthly_report("Sheet1", TITLES, HEADING, rows));
}

fn titles(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|entry| entry["title"].as_str().unwrap()).collect()
}

#[test]
fn the_first_run_has_nothing_to_compare_with() {
    let office = Office::new();
    report(&office, &[WASTE]);
    office.run(&[]);
    assert_eq!(
        office.json("changes.json"),
        json!({"against": null, "unread": [], "new": [], "changed": [], "withdrawn": [], "last_month": null, "edition": null})
    );
}

#[test]
fn new_changed_and_withdrawn_entries_are_told_until_the_register_differs_again() {
    let office = Office::new();
    report(&office, &[WASTE, CARBON]);
    office.run(&[]);
    report(&office, &[WASTE_LATER, STUDY]);
    let said = String::from_utf8(office.run(&["--lang", "en"]).stdout).unwrap();
    assert!(said.contains("1 new, 1 changed, 1 withdrawn"), "{said}");
    let changes = office.json("changes.json");
    assert_eq!(changes["against"], 1);
    assert_eq!(titles(&changes["new"]), [STUDY[2]]);
    assert_eq!(titles(&changes["withdrawn"]), [CARBON[2]]);
    let entry = &changes["changed"][0];
    assert_ne!(entry["id"], entry["previous_id"]);
    assert_eq!(
        entry["fields"],
        json!([
            {"field": "start", "from": "2023-01-16", "to": "2023-01-17"},
            {"field": "end", "from": "2023-01-16", "to": "2023-01-17"}
        ])
    );
    // A run on the same inbox tells the same changes, in the same bytes.
    let before = bytes_of(&office.path("outbox"));
    office.run(&["--lang", "en"]);
    assert!(before == bytes_of(&office.path("outbox")));
    // Back to the rows of the first run: everything the other way round.
    report(&office, &[WASTE, CARBON]);
    office.run(&["--lang", "en"]);
    let back = office.json("changes.json");
    assert_eq!((&back["against"], titles(&back["new"])), (&json!(2), vec![CARBON[2]]));
    assert_eq!(titles(&back["withdrawn"]), [STUDY[2]]);
}

#[test]
fn a_further_report_of_an_entry_changes_its_departments_and_files() {
    let office = Office::new();
    report(&office, &[WASTE]);
    office.run(&[]);
    let other = [TITLES[0], TITLES[1], "หน่วยงาน สำนักงานการต่างประเทศ"];
    office.drop("สนต.xlsx", &monthly_report("Sheet1", other, HEADING, &[WASTE]));
    office.run(&[]);
    let changes = office.json("changes.json");
    let fields: Vec<&str> = changes["changed"][0]["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["field"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["departments", "sources"]);
    assert_eq!(changes["new"], json!([]));
}

#[test]
fn another_language_or_a_row_moved_down_is_no_change() {
    let office = Office::new();
    report(&office, &[CARBON]);
    office.run(&[]);
    report(&office, &[&["", "", "", "", "", ""], CARBON]);
    office.run(&["--lang", "en"]);
    assert_eq!(office.json("changes.json")["against"], Value::Null);
}

#[test]
fn a_damaged_or_missing_last_register_is_said_and_stops_nothing() {
    let office = Office::new();
    report(&office, &[WASTE]);
    office.run(&[]);
    for name in ["previous.json", "engagements.json"] {
        fs::write(office.path("outbox/data").join(name), "{ cut").unwrap();
        let output = office.run(&["--lang", "en"]);
        assert_eq!(output.status.code(), Some(0));
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains(name), "{said}");
        assert_eq!(office.json("engagements.json").as_array().unwrap().len(), 1);
        let again = String::from_utf8(office.run(&["--lang", "en"]).stdout).unwrap();
        assert!(!again.contains(name), "{again}");
    }
    fs::remove_dir_all(office.path("outbox/data")).unwrap();
    assert_eq!(office.run(&[]).status.code(), Some(0));
}

#[test]
fn a_corrected_file_lists_the_rows_that_it_changes_and_no_others() {
    let office = Office::new();
    report(&office, &[WASTE, CARBON, STUDY]);
    office.run(&[]);
    let corrected = monthly_report("Sheet1", TITLES, HEADING, &[WASTE_LATER, CARBON, STUDY]);
    office.drop("สสล ม.ค. 66 (แก้ไข).xlsx", &corrected);
    office.run(&[]);
    assert_eq!(office.statuses()["สสล ม.ค. 66.xlsx"], "superseded_by");
    let changes = office.json("changes.json");
    assert_eq!(changes["changed"].as_array().unwrap().len(), 1, "{changes:#}");
    assert_eq!(changes["changed"][0]["title"], WASTE[2]);
    let fields = changes["changed"][0]["fields"].as_array().unwrap();
    assert!(fields.iter().all(|change| change["field"] != "sources"), "{fields:#?}");
}

#[test]
fn changes_since_last_month_stand_apart_from_those_since_the_last_run() {
    let office = Office::new();
    report(&office, &[WASTE]);
    office.run(&["--as-of", "2023-01-31"]);
    assert!(!office.path("outbox/data/last-month.json").exists());
    report(&office, &[WASTE, CARBON]);
    office.run(&["--as-of", "2023-02-10"]);
    report(&office, &[WASTE, CARBON, STUDY]);
    for day in ["2023-02-20", "2023-02-28"] {
        office.run(&["--as-of", day]);
        let changes = office.json("changes.json");
        assert_eq!(titles(&changes["new"]), [STUDY[2]], "{day}");
        let month = &changes["last_month"];
        assert_eq!(month["as_of"], "2023-01-31");
        assert_eq!(month["new"].as_array().unwrap().len(), 2, "{month:#}");
        assert_eq!((&month["changed"], &month["withdrawn"]), (&json!([]), &json!([])));
    }
    assert_eq!(office.json("last-month.json")["register"].as_array().unwrap().len(), 1);
    // Of the next month the last run of this one counts.
    office.run(&["--as-of", "2023-03-05"]);
    let month = office.json("changes.json")["last_month"].clone();
    assert_eq!((&month["as_of"], &month["new"]), (&json!("2023-02-28"), &json!([])));
}
