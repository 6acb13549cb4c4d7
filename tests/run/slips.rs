//! What goes back to the departments: who gets a slip, what it says, and when it goes.

use super::{HEADING, Office, bytes_of, monthly_report};
use calamine::{Reader, Xlsx};
use std::fs;
use std::io::Cursor;

const WASTE: &[&str] = &["1", "10 ม.ค. 66", "ประชุมหารือกับ JICA เรื่องการจัดการขยะอาหาร", "JICA", "", ""];
const HEALTH: &[&str] =
    &["1", "12 ม.ค. 66", "ต้อนรับคณะผู้แทนนครโอซากา ประเทศญี่ปุ่น ศึกษาดูงานด้านสาธารณสุข", "ญี่ปุ่น", "", ""];
/// No such day is in the calendar.
const WRONG_DAY: &[&str] =
    &["1", "31 ก.พ. 66", "ต้อนรับคณะผู้แทนนครโอซากา ประเทศญี่ปุ่น ศึกษาดูงานด้านสาธารณสุข", "ญี่ปุ่น", "", ""];
const HEALTH_FILE: &str = "ส่งเดือน ม.ค. 66.xlsx";
const SLIP: &str = "outbox/return/สนอ. สำนักอนามัย.xlsx";
const PAGES: &str = "outbox/return-slips.pdf";

fn report(department: &str, row: &[&str]) -> Vec<u8> {
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", department];
    monthly_report("ม.ค. 66", titles, HEADING, &[row])
}

/// One department with nothing to mend, one with a day that is none.
fn office() -> Office {
    let office = Office::new();
    office.drop("สสล.xlsx", &report("หน่วยงาน สำนักสิ่งแวดล้อม", WASTE));
    office.drop(HEALTH_FILE, &report("หน่วยงาน สำนักอนามัย", WRONG_DAY));
    office.run(&[]);
    office
}

fn slips(office: &Office) -> Vec<String> {
    let outbox = bytes_of(&office.path("outbox"));
    outbox.into_keys().filter(|path| path.starts_with("return")).collect()
}

/// All words of a workbook.
fn text(bytes: Vec<u8>) -> String {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for (name, range) in book.worksheets() {
        text.push_str(&name);
        for (_, _, cell) in range.used_cells() {
            text.push('\n');
            text.push_str(&cell.to_string());
        }
    }
    text
}

#[test]
fn who_has_something_to_mend_is_told_the_cell_and_who_has_not_gets_nothing() {
    let office = office();
    assert_eq!(slips(&office), ["return-slips.pdf", "return/สนอ. สำนักอนามัย.xlsx"]);
    let text = text(fs::read(office.path(SLIP)).unwrap());
    for wanted in [
        "ผู้ประสานงานด้านการต่างประเทศ สำนักอนามัย",
        HEALTH_FILE,
        "แผ่นงาน ม.ค. 66 เซลล์ B6",
        "31 ก.พ. 66",
        "โปรดแก้วันที่",
        "ฉบับแก้ไข",
        "31 มกราคม 2566",
    ] {
        assert!(text.contains(wanted), "{wanted} is not in:\n{text}");
    }
    for unwanted in ["2023", "สสล.xlsx", "JICA", "impossible_date", "inbox"] {
        assert!(!text.contains(unwanted), "{unwanted} is in:\n{text}");
    }
    assert_eq!(lopdf::Document::load(office.path(PAGES)).unwrap().get_pages().len(), 1);
}

#[test]
fn a_slip_goes_when_all_is_mended_and_what_a_person_put_beside_it_stays() {
    let office = office();
    let mine = office.path("outbox/return/บันทึก.txt");
    fs::write(&mine, "mine").unwrap();
    office.drop(HEALTH_FILE, &report("หน่วยงาน สำนักอนามัย", HEALTH));
    office.run(&[]);
    assert_eq!(slips(&office), ["return/บันทึก.txt"]);
    fs::remove_file(mine).unwrap();
    // It comes again, and goes with its folder.
    office.drop(HEALTH_FILE, &report("หน่วยงาน สำนักอนามัย", WRONG_DAY));
    office.run(&[]);
    assert_eq!(slips(&office).len(), 2);
    office.drop(HEALTH_FILE, &report("หน่วยงาน สำนักอนามัย", HEALTH));
    office.run(&[]);
    assert!(slips(&office).is_empty());
    assert!(!office.path("outbox/return").exists());
}

#[test]
fn a_slip_that_a_person_changed_is_not_thrown_away() {
    let office = office();
    fs::write(office.path(SLIP), "a person's").unwrap();
    office.drop(HEALTH_FILE, &report("หน่วยงาน สำนักอนามัย", HEALTH));
    office.run(&[]);
    assert_eq!(slips(&office), ["return/สนอ. สำนักอนามัย.xlsx"]);
    assert_eq!(fs::read(office.path(SLIP)).unwrap(), b"a person's");
    office.run(&["--lang", "en"]);
    assert_eq!(fs::read(office.path(SLIP)).unwrap(), b"a person's");
}

#[test]
fn a_record_that_was_tampered_with_removes_nothing_else() {
    let office = office();
    let before = fs::read(office.path("outbox/summary.pdf")).unwrap();
    fs::write(office.path("mine.xlsx"), &before).unwrap();
    fs::write(office.path("outbox/mine.xlsx"), &before).unwrap();
    let run = fs::read_to_string(office.path("outbox/data/run.json")).unwrap();
    for path in ["return/../mine.xlsx", "../mine.xlsx", "mine.xlsx", "/mine.xlsx", "return/../../mine.xlsx"] {
        let digest = office.json("run.json")["outputs"][1]["sha256"].as_str().unwrap().to_owned();
        let more = format!("\"outputs\": [{{\"path\": \"{path}\", \"size\": 1, \"sha256\": \"{digest}\"}},");
        fs::write(office.path("outbox/data/run.json"), run.replace("\"outputs\": [", &more)).unwrap();
        assert_eq!(office.run(&[]).status.code(), Some(3), "{path}");
        assert!(office.path("mine.xlsx").exists() && office.path("outbox/mine.xlsx").exists(), "{path}");
    }
}

#[test]
fn a_slip_that_is_gone_or_changed_is_written_again_and_else_nothing_is() {
    let office = office();
    let before = bytes_of(&office.path("outbox"));
    let unchanged = "ไม่มีอะไรเปลี่ยนแปลงตั้งแต่ครั้งก่อน";
    let said = |output: std::process::Output| String::from_utf8(output.stdout).unwrap();
    assert!(said(office.run(&[])).contains(unchanged));
    fs::remove_file(office.path(SLIP)).unwrap();
    assert!(!said(office.run(&[])).contains(unchanged));
    assert!(bytes_of(&office.path("outbox")) == before);
    fs::write(office.path(SLIP), "a person's").unwrap();
    assert!(!said(office.run(&[])).contains(unchanged));
    assert!(bytes_of(&office.path("outbox")) == before);
}

#[test]
fn slips_among_the_reports_are_known_to_be_our_own() {
    let office = office();
    office.drop("ส่งคืน.xlsx", &fs::read(office.path(SLIP)).unwrap());
    office.drop("return-slips.pdf", &fs::read(office.path(PAGES)).unwrap());
    office.run(&[]);
    let statuses = office.statuses();
    assert_eq!(
        (statuses["ส่งคืน.xlsx"].as_str(), statuses["return-slips.pdf"].as_str()),
        ("ignored", "ignored")
    );
    let text = text(fs::read(office.path(SLIP)).unwrap());
    assert!(!text.contains("ส่งคืน") && !text.contains("return-slips"), "{text}");
}

#[test]
fn a_restricted_report_is_not_named() {
    let office = office();
    let titles = ["ลับมาก", "แบบรายงานกิจกรรมด้านการต่างประเทศ ประจำเดือนมกราคม 2566", "หน่วยงาน สำนักอนามัย"];
    let secret = monthly_report(
        "ม.ค. 66",
        titles,
        HEADING,
        &[&["1", "30 ก.พ. 66", "หารือกับเอกอัครราชทูตกัมพูชา", "", "", ""]],
    );
    office.drop("สนอ/เรื่องปกปิด.xlsx", &secret);
    office.drop("สำนักอนามัย เรื่องปกปิด สำเนา.xlsx", &secret);
    office.run(&[]);
    assert_eq!(office.statuses()["สนอ/เรื่องปกปิด.xlsx"], "restricted");
    let text = text(fs::read(office.path(SLIP)).unwrap());
    assert!(text.contains(HEALTH_FILE), "{text}");
    assert!(!text.contains("ปกปิด") && !text.contains("กัมพูชา") && !text.contains("30 ก.พ."), "{text}");
}

#[test]
fn what_cannot_be_read_is_asked_for_again_without_the_words_of_a_library() {
    let office = office();
    office.drop("สำนักอนามัย ก.พ. 66.xlsx", b"PK\x03\x04 cut off");
    office.run(&[]);
    let text = text(fs::read(office.path(SLIP)).unwrap());
    assert!(text.contains("สำนักอนามัย ก.พ. 66.xlsx"), "{text}");
    assert!(text.contains("แฟ้มชำรุด เปิดอ่านไม่ได้ โปรดส่งแฟ้มที่เปิดอ่านได้มาใหม่"), "{text}");
    let latin: Vec<&str> =
        text.lines().filter(|line| line.contains("nvalid") || line.contains("archive")).collect();
    assert!(latin.is_empty(), "{latin:?}");
}

#[cfg(unix)]
#[test]
fn an_inbox_reached_by_the_folder_of_slips_is_not_written_to() {
    let office = office();
    fs::remove_dir_all(office.path("outbox/return")).unwrap();
    std::os::unix::fs::symlink(office.path("inbox"), office.path("outbox/return")).unwrap();
    let before = bytes_of(&office.path("inbox"));
    assert_eq!(office.run(&[]).status.code(), Some(2));
    assert!(bytes_of(&office.path("inbox")) == before);
}
