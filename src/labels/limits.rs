//! Words about what is left out of a file that holds more than is read of one.

use super::{Lang, pick};
use crate::model::Counted;

/// What happened.
pub fn message(lang: Lang, of: Counted) -> &'static str {
    match of {
        Counted::RunRecords => pick(
            lang,
            "ไม่ได้นำแฟ้มนี้มารวม เพราะการทำงานหนึ่งครั้งรับได้ไม่เกิน {detail}",
            "This file was left out: one run takes no more than {detail}",
        ),
        Counted::Columns
        | Counted::Merged
        | Counted::Notes
        | Counted::Copies
        | Counted::Fonts
        | Counted::Codes
        | Counted::Tags => pick(
            lang,
            "อ่านเพียง {detail} ส่วนที่เกินไม่ได้อ่าน",
            "Only {detail} were read; what is more was left out",
        ),
        Counted::Rows
        | Counted::Records
        | Counted::Cells
        | Counted::Filled
        | Counted::Sheets
        | Counted::Text
        | Counted::PageText
        | Counted::Unpacked
        | Counted::Nodes
        | Counted::Nesting
        | Counted::Pages
        | Counted::Drawn
        | Counted::Operators => pick(
            lang,
            "ตั้งแต่ตรงนี้ไปไม่ได้อ่าน เพราะอ่านได้ไม่เกิน {detail}",
            "Nothing was read from here on: no more than {detail} are read",
        ),
    }
}

/// What a person can do about it.
pub fn action(lang: Lang, of: Counted) -> &'static str {
    match of {
        Counted::RunRecords => pick(
            lang,
            "โปรดแบ่งแฟ้มใน inbox เป็นหลายชุด แล้วทำงานทีละชุด",
            "Put fewer files into the inbox at a time",
        ),
        Counted::Rows | Counted::Records | Counted::Sheets | Counted::Pages => {
            pick(lang, "โปรดแบ่งเป็นหลายแฟ้ม", "Split it into several files")
        }
        Counted::Cells
        | Counted::Filled
        | Counted::Columns
        | Counted::Copies
        | Counted::Merged
        | Counted::Notes
        | Counted::Text
        | Counted::PageText
        | Counted::Unpacked
        | Counted::Nodes
        | Counted::Nesting
        | Counted::Drawn
        | Counted::Operators
        | Counted::Fonts
        | Counted::Codes
        | Counted::Tags => pick(
            lang,
            "โปรดบันทึกเฉพาะส่วนที่เป็นรายงานเป็นแฟ้มใหม่แล้ววางแทน",
            "Save only the part that is the report as a new file in its place",
        ),
    }
}

/// How much is read at most.
pub fn amount(lang: Lang, of: Counted) -> String {
    let most = grouped(of.most());
    match of {
        Counted::Rows => pick(lang, format!("{most} แถว"), format!("{most} rows")),
        Counted::Records | Counted::RunRecords => {
            pick(lang, format!("{most} รายการ"), format!("{most} records"))
        }
        Counted::Columns => pick(lang, format!("{most} คอลัมน์"), format!("{most} columns")),
        Counted::Cells => pick(lang, format!("{most} เซลล์"), format!("{most} cells")),
        Counted::Filled => pick(lang, format!("{most} เซลล์ที่มีข้อมูล"), format!("{most} filled cells")),
        Counted::Copies => {
            pick(lang, format!("{most} สำเนาของเซลล์หรือแถว"), format!("{most} copies of a cell or row"))
        }
        Counted::Sheets => pick(lang, format!("{most} แผ่นงาน"), format!("{most} sheets")),
        Counted::Merged => pick(lang, format!("{most} ช่วงเซลล์ที่ผสาน"), format!("{most} merged areas")),
        Counted::Notes => pick(lang, format!("{most} บันทึกย่อ"), format!("{most} notes")),
        Counted::Text | Counted::PageText => {
            pick(lang, format!("ข้อความ {most} MB"), format!("{most} MB of text"))
        }
        Counted::Unpacked => {
            pick(lang, format!("{most} MB หลังคลายการบีบอัด"), format!("{most} MB after unpacking"))
        }
        Counted::Nodes => pick(lang, format!("{most} องค์ประกอบ"), format!("{most} elements")),
        Counted::Nesting => {
            pick(lang, format!("{most} องค์ประกอบซ้อนกัน"), format!("{most} elements within each other"))
        }
        Counted::Pages => pick(lang, format!("{most} หน้า"), format!("{most} pages")),
        Counted::Drawn => pick(lang, format!("{most} อักขระและเส้น"), format!("{most} letters and lines")),
        Counted::Operators => pick(lang, format!("{most} คำสั่งวาด"), format!("{most} steps of drawing")),
        Counted::Fonts => pick(lang, format!("{most} แบบอักษร"), format!("{most} fonts")),
        Counted::Codes => {
            pick(lang, format!("{most} รหัสอักขระของแบบอักษร"), format!("{most} character codes of fonts"))
        }
        Counted::Tags => pick(lang, format!("{most} แท็ก"), format!("{most} tags")),
    }
}

/// A number with its digits in groups of three.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
