//! What executives got is kept as they got it, and later runs say what has changed since.

use super::{HEADING, Office, monthly_report};
use serde_json::{Value, json};
use std::fs;

fn report(activities: &[&str]) -> Vec<u8> {
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", "สำนักสิ่งแวดล้อม"];
    let rows: Vec<[&str; 6]> =
        activities.iter().map(|activity| ["1", "10 ม.ค. 66", activity, "", "", ""]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    monthly_report("รายงาน", titles, HEADING, &rows)
}

const JAPAN: &str = "ประชุมหารือกับเอกอัครราชทูตญี่ปุ่นเรื่องขยะ";
const FRANCE: &str = "ต้อนรับเอกอัครราชทูตฝรั่งเศสเข้าเยี่ยมคารวะ";

fn titles(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|entry| entry["title"].as_str().unwrap()).collect()
}

#[test]
fn an_edition_stays_as_it_was_handed_out() {
    let office = Office::new();
    office.drop("ก.xlsx", &report(&[JAPAN]));
    assert_eq!(office.run(&["--edition", "มกราคม 2566"]).status.code(), Some(0));
    let kept = |name: &str| fs::read(office.path("outbox/editions/มกราคม 2566").join(name)).unwrap();
    let first = (kept("engagements.xlsx"), kept("summary.pdf"), kept("edition.json"));
    assert_eq!(first.0, fs::read(office.path("outbox/engagements.xlsx")).unwrap());
    assert_eq!(first.1, fs::read(office.path("outbox/summary.pdf")).unwrap());

    office.drop("ก.xlsx", &report(&[JAPAN, FRANCE]));
    let again = office.run(&["--edition", "มกราคม 2566"]);
    assert_eq!(again.status.code(), Some(2), "an edition is never replaced");
    assert_eq!(office.run(&[]).status.code(), Some(0));
    assert_eq!((kept("engagements.xlsx"), kept("summary.pdf"), kept("edition.json")), first);
    let edition = office.json("changes.json")["edition"].clone();
    assert_eq!(edition["name"], "มกราคม 2566");
    assert_eq!(titles(&edition["since"]["new"]), [FRANCE]);
    assert_eq!(edition["since"]["withdrawn"], json!([]));

    // The edition after it tells of the one before.
    assert_eq!(office.run(&["--edition", "ฉบับที่ 2"]).status.code(), Some(0));
    assert_eq!(office.json("changes.json")["edition"]["name"], "มกราคม 2566");
    office.run(&["--as-of", "2023-02-01"]);
    let edition = office.json("changes.json")["edition"].clone();
    assert_eq!((&edition["name"], titles(&edition["since"]["new"]).len()), (&json!("ฉบับที่ 2"), 0));
}

#[test]
fn a_name_that_leads_elsewhere_is_none() {
    let office = Office::new();
    office.drop("ก.xlsx", &report(&[JAPAN]));
    for name in ["", " ", "..", "a/b", "a\\b", ".hidden", "a:b", "x\u{202e}y"] {
        assert_eq!(office.run(&["--edition", name]).status.code(), Some(2), "{name}");
    }
    assert!(!office.path("outbox/editions").exists());
}
