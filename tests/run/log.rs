//! What runs that nobody watches come to is told in a log.

use super::{HEADING, Office, monthly_report};
use std::fs;

#[test]
fn every_run_is_logged_with_its_time_and_code() {
    let office = Office::new();
    let log = || fs::read_to_string(office.path("focalpoint.log")).unwrap();
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", "สำนักสิ่งแวดล้อม"];
    let row = ["1", "10 ม.ค. 66", "ประชุมหารือกับเอกอัครราชทูตญี่ปุ่น", "", "", ""];
    office.drop("ก.xlsx", &monthly_report("รายงาน", titles, HEADING, &[&row]));
    for _ in 0..2 {
        assert_eq!(office.run(&["--log", "focalpoint.log"]).status.code(), Some(0));
    }
    office.drop("ก.xlsx", b"PK\x03\x04 cut off");
    assert_eq!(office.run(&["--log", "focalpoint.log"]).status.code(), Some(1));
    let entries: Vec<String> =
        log().lines().filter(|line| !line.starts_with(' ')).map(str::to_owned).collect();
    let codes: Vec<&str> = entries.iter().map(|entry| entry.rsplit_once("exit ").unwrap().1).collect();
    assert_eq!(codes, ["0", "0", "1"]);
    assert!(entries.iter().all(|entry| entry.starts_with("20")), "{entries:?}");
    assert!(log().contains("ไม่มีอะไรเปลี่ยนแปลง") && log().contains("ผลเดิมยังอยู่ครบ"));
    // A log that cannot be written spoils nothing.
    assert_eq!(office.run(&["--log", "no/such/folder.log"]).status.code(), Some(1));
}
