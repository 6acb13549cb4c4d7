//! Files within PDFs are files of their own in the record, read by the same road.

use super::{HEADING, Office, monthly_report};
use crate::read::pdf::build::{Pdf, show};
use std::fmt::Write as _;

/// A workbook with one activity and nothing that names a department or a period.
fn workbook(activity: &str) -> Vec<u8> {
    monthly_report(
        "1",
        ["รายละเอียด", "แนบท้ายบันทึก", "กิจกรรม"],
        HEADING,
        &[&["1", "3 ก.พ. 66", activity, "ญี่ปุ่น", "", ""]],
    )
}

/// A letter of a department that carries these files.
fn letter(lines: &[&str], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let mut names = String::new();
    for (name, bytes) in files {
        let stream = pdf.stream("/Type/EmbeddedFile", bytes);
        let hex: String = name.encode_utf16().fold("feff".to_owned(), |mut hex, unit| {
            write!(hex, "{unit:04x}").unwrap();
            hex
        });
        let file = pdf.object(&format!("<</Type/Filespec/UF<{hex}>/EF<</F {stream} 0 R>>>>"));
        write!(names, "(k){file} 0 R ").unwrap();
    }
    pdf.catalog = format!("/Names<</EmbeddedFiles<</Kids[<</Names[{names}]>>]>>>>");
    let content: String = (1..).zip(lines).map(|(row, line)| show(50, 800 - 30 * row, line)).collect();
    pdf.add_page(&content).bytes()
}

const MEMO: &[&str] = &[
    "บันทึกข้อความ",
    "ส่วนราชการ สำนักสิ่งแวดล้อม",
    "เรื่อง รายงานกิจกรรมด้านการต่างประเทศ ประจำเดือนกุมภาพันธ์ 2566",
    "เรียน ผู้อำนวยการสำนักงานการต่างประเทศ",
    "สำนักสิ่งแวดล้อมขอส่งรายงาน รายละเอียดตามไฟล์แนบในเอกสารนี้",
    "จึงเรียนมาเพื่อโปรดทราบ",
];

const YOKOHAMA: &str = "ต้อนรับคณะผู้แทนนครโยโกฮามา ประเทศญี่ปุ่น ศึกษาดูงานด้านการจัดการขยะ";

#[test]
fn an_attached_workbook_is_read_under_its_own_name() {
    let office = Office::new();
    office.drop("บันทึก.pdf", &letter(MEMO, &[("โฟลเดอร์/รายงาน.xlsx", &workbook(YOKOHAMA))]));
    assert_eq!(office.run(&[]).status.code(), Some(0));
    let statuses = office.statuses();
    assert_eq!(statuses["บันทึก.pdf"], "read");
    assert_eq!(statuses["บันทึก.pdf/รายงาน.xlsx"], "read");
    let engagements = office.json("engagements.json");
    assert_eq!(engagements.as_array().unwrap().len(), 1);
    let source = &engagements[0]["sources"][0];
    assert_eq!(source["file"], "บันทึก.pdf/รายงาน.xlsx");
    assert_eq!(source["row"], 6);
    assert_eq!(engagements[0]["departments"][0], "ENV", "the letter says whose it is");
    let run = office.json("run.json");
    assert_eq!(run["files"][1]["period"], "2023-02", "and of which month");
    assert!(run["files"][0]["message"].as_str().unwrap().contains("รายงาน.xlsx"));
}

#[test]
fn the_bytes_of_an_attachment_count_once() {
    let office = Office::new();
    let (report, other) = (workbook(YOKOHAMA), workbook("ประชุมหารือความร่วมมือกับ UN-Habitat เรื่องที่อยู่อาศัย"));
    office.drop("ก.pdf", &letter(MEMO, &[("หนึ่ง.xlsx", &report), ("สอง.xlsx", &other)]));
    office.drop("ข.pdf", &letter(&MEMO[1..], &[("สาม.xlsx", &other)]));
    office.drop("ค.xlsx", &report);
    office.run(&[]);
    let statuses = office.statuses();
    assert_eq!(statuses["ก.pdf/หนึ่ง.xlsx"], "duplicate_of", "a file of the inbox itself comes first");
    assert_ne!(statuses["ค.xlsx"], "duplicate_of");
    assert_ne!(statuses["ก.pdf/สอง.xlsx"], "duplicate_of");
    assert_eq!(statuses["ข.pdf/สาม.xlsx"], "duplicate_of");
    assert_eq!(office.json("engagements.json").as_array().unwrap().len(), 2);
}

#[test]
fn what_is_not_read_of_attachments_is_said() {
    let inner = letter(&["สวัสดี"], &[("ลึก.xlsx", &workbook(YOKOHAMA))]);
    let middle = letter(&["สวัสดี"], &[("สาม.pdf", &inner)]);
    let outer = letter(&["สวัสดี"], &[("สอง.pdf", &middle)]);
    let office = Office::new();
    office.drop("หนึ่ง.pdf", &outer);
    let many: Vec<(String, Vec<u8>)> = (0..103).map(|n| (format!("{n}.bin"), vec![0, n])).collect();
    let many: Vec<(&str, &[u8])> =
        many.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    office.drop("มาก.pdf", &letter(MEMO, &many));
    office.drop("ภาพ.pdf", &letter(MEMO, &[("ภาพ.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF")]));
    assert_eq!(office.run(&["--lang", "en"]).status.code(), Some(3));
    let run = office.json("run.json");
    let message = |name: &str| {
        let files = run["files"].as_array().unwrap();
        let file = files.iter().find(|file| file["file"] == name).unwrap();
        file["message"].as_str().unwrap().to_owned()
    };
    assert!(message("หนึ่ง.pdf/สอง.pdf/สาม.pdf").contains("1 more attached files inside were not read"));
    assert!(message("มาก.pdf").contains("3 more attached files inside were not read"));
    assert_eq!(office.statuses()["ภาพ.pdf/ภาพ.jpg"], "unsupported");
    assert!(message("ภาพ.pdf").contains("No activity was found"), "a picture sends no report");
}

#[test]
fn what_a_secret_report_carries_is_secret() {
    let office = Office::new();
    office.drop("ลับ.pdf", &letter(&["ลับ", "สำนักสิ่งแวดล้อม"], &[("ใน.xlsx", &workbook(YOKOHAMA))]));
    office.run(&[]);
    assert_eq!(office.statuses()["ลับ.pdf/ใน.xlsx"], "restricted");
    assert_eq!(office.json("engagements.json").as_array().unwrap().len(), 0);
}

#[test]
fn a_list_of_attachments_that_runs_in_a_circle_ends() {
    let mut pdf = Pdf::new();
    let node = pdf.object("<</Kids[6 0 R 6 0 R]>>");
    assert_eq!(node, 6);
    pdf.catalog = format!("/Names<</EmbeddedFiles {node} 0 R>>");
    let office = Office::new();
    office.drop("วน.pdf", &pdf.add_page(&show(50, 700, "สวัสดี")).bytes());
    office.run(&[]);
    assert_eq!(office.statuses().len(), 1);
}
