//! Text in UTF-8 that was read as another encoding before it came into a cell.

use super::{of, opened, problems, shown};
use encoding_rs::{Encoding, WINDOWS_874, WINDOWS_1252};
use focalpoint::model::Format;
use rust_xlsxwriter::Workbook;

/// A workbook with these texts in its first column.
fn book(texts: &[&str]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, text) in (0..).zip(texts) {
        sheet.write(row, 0, *text).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

fn read_as(encoding: &'static Encoding, text: &str) -> String {
    encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

fn found(texts: &[&str]) -> (String, Vec<String>) {
    let opened = opened(Format::Xlsx, "รายงาน.xlsx", &book(texts));
    let problems = problems(&opened);
    (shown(&of(opened)[0].grid), problems)
}

#[test]
fn it_is_turned_back_where_no_byte_is_lost() {
    let written = "ประชุมหารือกับ UN-Habitat – เรื่องที่อยู่อาศัย ๑๒ คน";
    for encoding in [WINDOWS_874, WINDOWS_1252] {
        let (cells, problems) = found(&[&read_as(encoding, written), "ปกติ"]);
        assert_eq!(cells, format!("A1 {written}\nA2 ปกติ\n"));
        assert_eq!(problems, ["note EncodingMended"]);
    }
}

#[test]
fn it_is_said_where_letters_are_lost() {
    // What is not printed in the other encoding was dropped on the way.
    let lost =
        |encoding| read_as(encoding, "เอกอัครราชทูตญี่ปุ่น").replace(|c| ('\u{80}'..'\u{a0}').contains(&c), "");
    for text in [lost(WINDOWS_874), lost(WINDOWS_1252)] {
        let (cells, problems) = found(&[&text]);
        assert!(cells.ends_with(" Damaged\n"), "{cells}");
        assert_eq!(problems, ["warning EncodingLost"]);
    }
}

#[test]
fn thai_and_western_text_stays_as_it_is() {
    let texts = [
        "เธอเนื่องด้วยเธอเน้นเนื้อหาและเธอเน้นธรรมเนียม",
        "เนท",
        "Français à la carte, à ¸ç",
        "อัลบอร์ก Ålborg à la mode",
    ];
    let (cells, problems) = found(&texts);
    let wanted: Vec<String> = texts.iter().zip(1..).map(|(text, row)| format!("A{row} {text}\n")).collect();
    assert_eq!((cells, problems), (wanted.concat(), Vec::new()));
}
