//! The form that the program makes is read without a warning when it comes back.

use super::{Office, joined};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};

/// The form with cells filled in, as a spreadsheet program saves them: texts in the sheet itself.
fn filled(form: &[u8], rows: &[&[(&str, &str)]]) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(form)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut part = old.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut text).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let sheet = String::from_utf8(text).unwrap();
            let row = |(number, cells): (u32, &&[(&str, &str)])| {
                let cells: BTreeMap<&str, &str> = cells.iter().copied().collect();
                let cell = |(column, text): (&&str, &&str)| match text.parse::<f64>() {
                    Ok(figure) => format!(r#"<c r="{column}{number}"><v>{figure}</v></c>"#),
                    Err(_) => {
                        format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#)
                    }
                };
                format!(r#"<row r="{number}">{}</row>"#, joined(cells.iter().map(cell)))
            };
            let rows = joined((6..).zip(rows).map(row));
            text = sheet.replace("</sheetData>", &format!("{rows}</sheetData>")).into_bytes();
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(&text).unwrap();
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn what_is_filled_in_is_understood_as_it_was_chosen() {
    let office = Office::new();
    let made = office.command().args(["form", "--department", "ENV", "--month", "2566-01"]).output().unwrap();
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let form = fs::read(office.path("แบบรายงาน.xlsx")).unwrap();
    let again = office.command().args(["form"]).output().unwrap();
    assert_eq!(again.status.code(), Some(1), "nothing is overwritten");
    assert!(String::from_utf8(again.stderr).unwrap().contains("--to"));
    assert_eq!(fs::read(office.path("แบบรายงาน.xlsx")).unwrap(), form);
    let rows: [&[(&str, &str)]; 3] = [
        &[
            ("A", "10 ม.ค. 2566"),
            ("C", "หารือเรื่องการจัดการขยะอาหาร"),
            ("D", "ประชุมหารือ"),
            ("E", "ญี่ปุ่น"),
            ("G", "เอกอัครราชทูตญี่ปุ่นประจำประเทศไทย"),
            ("K", "ดำเนินการแล้ว"),
            ("M", "เห็นชอบแผนร่วมกัน"),
        ],
        &[
            ("A", "17 ม.ค. 2566"),
            ("B", "19 ม.ค. 2566"),
            ("C", "อบรมการบริหารจัดการน้ำ"),
            ("D", "อบรม ทุน และแลกเปลี่ยน"),
            ("F", "JICA"),
            ("J", "25"),
            ("K", "ยกเลิก"),
        ],
        &[
            ("A", "30 ม.ค. 2566"),
            ("C", "ประชุมความร่วมมือด้านการจัดการน้ำเสีย"),
            ("D", "ประชุมหารือ"),
            ("E", "เนเธอร์แลนด์"),
            ("K", "มีกำหนดการ"),
        ],
    ];
    office.drop("แบบรายงาน สสล.xlsx", &filled(&form, &rows));
    let output = office.run(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(office.statuses()["แบบรายงาน สสล.xlsx"], "read");
    let file = &office.json("run.json")["files"][0];
    assert_eq!((&file["department"], &file["period"]), (&json!("ENV"), &json!("2023-01")));
    let entries = office.json("engagements.json");
    let told = |at: usize, key: &str| entries[at][key].clone();
    assert_eq!(entries.as_array().unwrap().len(), 3);
    assert_eq!((told(0, "start"), told(0, "type")), (json!("2023-01-10"), json!("meeting")));
    assert_eq!((told(0, "countries"), told(0, "group")), (json!(["JP"]), json!("state")));
    assert_eq!(told(0, "outcome"), "เห็นชอบแผนร่วมกัน");
    assert_eq!((told(1, "start"), told(1, "end")), (json!("2023-01-17"), json!("2023-01-19")));
    assert_eq!((told(1, "organisations"), told(1, "status")), (json!(["JICA"]), json!("cancelled")));
    assert_eq!((told(1, "type"), told(1, "participants")), (json!("training"), json!(25)));
    assert_eq!((told(2, "countries"), told(2, "status")), (json!(["NL"]), json!("planned")));
    // An empty form is no report, and says so.
    office.drop("ว่าง.xlsx", &form);
    office.run(&[]);
    assert_eq!(office.statuses()["ว่าง.xlsx"], "read_with_warnings");
}
