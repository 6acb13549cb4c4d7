//! Every file of the inbox gets a status, and a message that says what to do.

use super::{HEADING, Office, monthly_report};

fn report(month: &str, activity: &str) -> Vec<u8> {
    monthly_report(
        month,
        ["แบบรายงานกิจกรรมด้านการต่างประเทศ", &format!("ประจำเดือน {month}"), "หน่วยงาน สำนักสิ่งแวดล้อม"],
        HEADING,
        &[&["1", "3 ก.พ. 66", activity, "ญี่ปุ่น", "ศาลาว่าการกรุงเทพมหานคร", ""]],
    )
}

#[test]
fn files_that_are_no_reports_do_not_stop_the_others() {
    let office = Office::new();
    let good = report("ก.พ. 66", "ต้อนรับคณะผู้แทนนครโยโกฮามา ประเทศญี่ปุ่น ศึกษาดูงานด้านการจัดการขยะ");
    office.drop("สสล.xlsx", &good);
    office.drop("สำเนา/สสล (1).xlsx", &good);
    office.drop("~$สสล.xlsx", b"\x04user");
    office.drop("Thumbs.db", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    office.drop("ว่าง.xlsx", b"");
    office.drop("อ่านก่อน.txt", "กรุณาส่งรายงานภายในวันที่ 5".as_bytes());
    office.drop("ครึ่งแฟ้ม.xlsx", &good[..good.len() / 2]);
    office.drop("ภาพ.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF");
    let output = office.run(&[]);
    assert_eq!(output.status.code(), Some(3));

    let statuses = office.statuses();
    let status = |file: &str| statuses.get(file).map(String::as_str);
    assert_eq!(status("สสล.xlsx"), Some("read"));
    assert_eq!(status("สำเนา/สสล (1).xlsx"), Some("duplicate_of"));
    assert_eq!(status("~$สสล.xlsx"), Some("ignored"));
    assert_eq!(status("Thumbs.db"), Some("ignored"));
    assert_eq!(status("ว่าง.xlsx"), Some("damaged"));
    assert_eq!(status("อ่านก่อน.txt"), Some("unsupported"));
    assert_eq!(status("ครึ่งแฟ้ม.xlsx"), Some("damaged"));
    assert_eq!(status("ภาพ.jpg"), Some("unsupported"));
    assert_eq!(statuses.len(), 8);

    let run = office.json("run.json");
    for file in run["files"].as_array().unwrap() {
        let needs_word = !["read", "nil_report"].contains(&file["status"].as_str().unwrap());
        assert!(!needs_word || !file["message"].as_str().unwrap().is_empty(), "{file}");
    }
    assert_eq!(office.json("engagements.json").as_array().unwrap().len(), 1);
}

#[test]
fn a_report_of_nothing_is_a_report() {
    let office = Office::new();
    let nothing = monthly_report(
        "มี.ค. 66",
        ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมีนาคม 2566", "หน่วยงาน สำนักอนามัย"],
        HEADING,
        &[&["", "", "ไม่มีกิจกรรมด้านการต่างประเทศในเดือนนี้", "", "", ""]],
    );
    office.drop("สนอ มี.ค. 66.xlsx", &nothing);
    assert_eq!(office.run(&[]).status.code(), Some(0));
    assert_eq!(office.statuses()["สนอ มี.ค. 66.xlsx"], "nil_report");
    assert_eq!(office.json("run.json")["files"][0]["department"], "HD");
}

#[test]
fn a_secret_report_stays_out_of_every_output() {
    let office = Office::new();
    let secret = monthly_report(
        "ก.พ. 66",
        ["ลับมาก", "แบบรายงานกิจกรรมด้านการต่างประเทศ ประจำเดือนกุมภาพันธ์ 2566", "หน่วยงาน สำนักสิ่งแวดล้อม"],
        HEADING,
        &[&["1", "3 ก.พ. 66", "หารือกับเอกอัครราชทูตญี่ปุ่นประจำประเทศไทย เรื่องแผนปฏิบัติการนกกระจอก", "ญี่ปุ่น", "", ""]],
    );
    office.drop("รายงาน.xlsx", &secret);
    office.run(&[]);
    assert_eq!(office.statuses()["รายงาน.xlsx"], "restricted");
    assert_eq!(office.json("engagements.json"), serde_json::json!([]));
    let data = std::fs::read_to_string(office.path("outbox/data/run.json")).unwrap();
    assert!(!data.contains("นกกระจอก"));
}

#[test]
fn a_copy_whose_name_keeps_it_from_being_read_does_not_hide_the_other() {
    let office = Office::new();
    let table = "วันที่,กิจกรรม,หน่วยงานต่างประเทศ\n10 ม.ค. 2566,ประชุมหารือกับผู้แทน UNICEF เรื่องเด็กเล็ก,UNICEF";
    office.drop("1.dat", table.as_bytes());
    office.drop("2.csv", table.as_bytes());
    office.drop("3.csv", table.as_bytes());
    office.run(&[]);
    let statuses = office.statuses();
    assert_eq!(statuses["1.dat"], "unsupported");
    assert!(statuses["2.csv"].starts_with("read"), "{statuses:?}");
    assert_eq!(statuses["3.csv"], "duplicate_of");
    assert_eq!(office.json("engagements.json").as_array().unwrap().len(), 1);
}

#[test]
fn a_report_of_which_a_date_was_refused_is_not_passed_as_read() {
    let office = Office::new();
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนกุมภาพันธ์ 2566", "หน่วยงาน สำนักสิ่งแวดล้อม"];
    let rows: &[&[&str]] = &[&["1", "31 ก.พ. 66", "หารือกับผู้แทน UNEP เรื่องขยะ", "UNEP", "", ""]];
    office.drop("สสล.xlsx", &monthly_report("ก.พ. 66", titles, HEADING, rows));
    assert_eq!(office.run(&[]).status.code(), Some(3));
    assert_eq!(office.statuses()["สสล.xlsx"], "read_with_warnings");
    assert_eq!(office.json("engagements.json")[0]["start"], serde_json::Value::Null);
    assert!(!office.json("run.json")["files"][0]["message"].as_str().unwrap().is_empty());
}
