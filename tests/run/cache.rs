//! A run over an unchanged inbox does nothing, and one over a changed inbox comes to the same as one that starts afresh.

use super::{HEADING, Office, bytes_of, monthly_report};
use std::collections::BTreeMap;
use std::fs;

const FILE: &str = "สสล ม.ค. 66.xlsx";
const OTHER: &str = "สนอ ม.ค. 66.xlsx";
const WASTE: &str = "ประชุมหารือกับ JICA เรื่องการจัดการขยะอาหาร";
const CARBON: &str = "ประชุมร่วมกับ UNDP เรื่องตลาดคาร์บอน";
const HEALTH: &str = "ต้อนรับคณะผู้แทนนครโอซากา ประเทศญี่ปุ่น ศึกษาดูงานด้านสาธารณสุข";
const UNCHANGED: &str = "nothing has changed since the last run";

fn report(department: &str, activity: &str) -> Vec<u8> {
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", department];
    monthly_report("ม.ค. 66", titles, HEADING, &[&["1", "10 ม.ค. 66", activity, "", "", ""]])
}

fn office() -> Office {
    let office = Office::new();
    office.drop(FILE, &report("หน่วยงาน สำนักสิ่งแวดล้อม", WASTE));
    office.drop(OTHER, &report("หน่วยงาน สำนักอนามัย", HEALTH));
    assert!(!run(&office, &[]));
    office
}

/// Runs, and tells whether the run said that nothing had changed.
fn run(office: &Office, arguments: &[&str]) -> bool {
    let output = office.run(&[&["--lang", "en"], arguments].concat());
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("engagements in the register"), "{said}");
    said.contains(UNCHANGED)
}

fn outputs(office: &Office) -> BTreeMap<String, Vec<u8>> {
    bytes_of(&office.path("outbox"))
}

/// What a run comes to that finds nothing in the outbox but the register and the review.
fn afresh(office: &Office) -> BTreeMap<String, Vec<u8>> {
    drop(fs::remove_dir_all(office.path("outbox/.focalpoint-cache")));
    assert!(!run(office, &[]), "without its cache a run works");
    outputs(office)
}

#[test]
fn a_second_run_over_the_same_writes_nothing() {
    let office = office();
    let (before, written) = (outputs(&office), times(&office));
    assert!(run(&office, &[]));
    assert_eq!((outputs(&office), times(&office)), (before, written));
}

fn times(office: &Office) -> Vec<std::time::SystemTime> {
    let time = |name: &String| fs::metadata(office.path("outbox").join(name)).unwrap().modified().unwrap();
    outputs(office).keys().map(time).collect()
}

#[test]
fn the_code_of_the_last_run_is_given_again() {
    let office = office();
    office.drop("อ่านไม่ได้.xlsx", b"PK\x03\x04 cut off");
    let codes: Vec<_> = (0..2).map(|_| office.run(&["--lang", "en"])).collect();
    assert_eq!(codes.iter().map(|run| run.status.code()).collect::<Vec<_>>(), [Some(3), Some(3)]);
    assert!(String::from_utf8_lossy(&codes[1].stdout).contains(UNCHANGED));
    assert!(String::from_utf8_lossy(&codes[1].stdout).contains("อ่านไม่ได้.xlsx"), "it is named again");
}

#[test]
fn whatever_changes_is_seen() {
    let office = office();
    let changes: [(&str, &dyn Fn()); 8] = [
        ("a word in a report", &|| office.drop(FILE, &report("หน่วยงาน สำนักสิ่งแวดล้อม", CARBON))),
        ("its name", &|| {
            fs::rename(office.path("inbox").join(FILE), office.path("inbox/ส่งแล้ว.xlsx")).unwrap();
        }),
        ("a copy of it", &|| office.drop("สำเนา.xlsx", &report("หน่วยงาน สำนักสิ่งแวดล้อม", CARBON))),
        ("a file less", &|| fs::remove_file(office.path("inbox/สำเนา.xlsx")).unwrap()),
        ("an output gone", &|| fs::remove_file(office.path("outbox/summary.pdf")).unwrap()),
        ("an output touched", &|| fs::write(office.path("outbox/engagements.xlsx"), b"x").unwrap()),
        ("the data touched", &|| fs::write(office.path("outbox/data/changes.json"), b"{}").unwrap()),
        ("the record touched", &|| {
            fs::write(office.path("outbox/.focalpoint-cache/last-run"), b"x").unwrap();
        }),
    ];
    for (what, change) in changes {
        change();
        assert!(!run(&office, &[]), "{what}");
        let found = outputs(&office);
        assert!(run(&office, &[]), "{what}: settled after that");
        assert_eq!(found, afresh(&office), "{what}");
    }
    assert!(run(&office, &[]));
    assert!(!run(&office, &["--as-of", "2023-02-01"]), "another day");
    let thai = office.run(&["--as-of", "2023-02-01"]);
    assert!(String::from_utf8(thai.stdout).unwrap().starts_with("สรุปการทำงาน"), "another language");
}

#[test]
fn entries_that_were_exchanged_or_damaged_change_nothing() {
    let office = office();
    let whole = outputs(&office);
    let folder = office.path("outbox/.focalpoint-cache");
    let entries: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let bytes: Vec<_> = entries.iter().map(|entry| fs::read(entry).unwrap()).collect();
    assert_eq!(entries.len(), 4, "two reports, which of them hold no settings, and the run");
    for (at, entry) in entries.iter().enumerate() {
        fs::write(entry, &bytes[(at + 1) % bytes.len()]).unwrap();
    }
    assert!(!run(&office, &[]));
    assert_eq!(outputs(&office), whole);
    for (entry, bytes) in entries.iter().zip(&bytes) {
        fs::write(entry, &bytes[..bytes.len() / 2]).unwrap();
    }
    assert!(!run(&office, &[]));
    assert_eq!(outputs(&office), whole);
}

#[test]
fn only_what_the_last_run_used_is_kept() {
    let office = office();
    fs::remove_file(office.path("inbox").join(OTHER)).unwrap();
    fs::write(office.path("outbox/.focalpoint-cache/left.new"), b"half").unwrap();
    assert!(!run(&office, &[]));
    assert_eq!(fs::read_dir(office.path("outbox/.focalpoint-cache")).unwrap().count(), 3);
}

#[test]
fn of_a_restricted_report_only_its_status_is_kept() {
    let office = Office::new();
    let titles = ["ลับมาก", "แบบรายงานกิจกรรมด้านการต่างประเทศ ประจำเดือนมกราคม 2566", "หน่วยงาน สำนักสิ่งแวดล้อม"];
    office
        .drop(FILE, &monthly_report("ม.ค. 66", titles, HEADING, &[&["1", "10 ม.ค. 66", WASTE, "", "", ""]]));
    office.drop(OTHER, &report("หน่วยงาน สำนักอนามัย", HEALTH));
    assert_eq!(office.run(&[]).status.code(), Some(0));
    assert_eq!(office.statuses()[FILE], "restricted");
    let holds = |words: &str| {
        fs::read_dir(office.path("outbox/.focalpoint-cache")).unwrap().any(|entry| {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            bytes.windows(words.len()).any(|window| window == words.as_bytes())
        })
    };
    assert!(holds(HEALTH), "what is sought here can be found");
    assert!(!holds(WASTE) && !holds("ขยะอาหาร"));
}

#[cfg(unix)]
#[test]
fn it_is_its_owners_only() {
    use std::os::unix::fs::PermissionsExt;
    let office = office();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = office.path("outbox/.focalpoint-cache");
    assert_eq!(mode(&folder), 0o700);
    for entry in fs::read_dir(&folder).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
}

#[test]
fn what_stands_in_the_way_of_it_is_left_alone() {
    let office = Office::new();
    office.drop(FILE, &report("หน่วยงาน สำนักสิ่งแวดล้อม", WASTE));
    fs::create_dir(office.path("outbox")).unwrap();
    fs::write(office.path("outbox/.focalpoint-cache"), b"mine").unwrap();
    assert!(!run(&office, &[]) && !run(&office, &[]));
    assert_eq!(fs::read(office.path("outbox/.focalpoint-cache")).unwrap(), b"mine");
}
