//! What stands where no layout reads: text boxes, notes on cells, hidden rows, words that are struck through.

use super::{HEADING, Office};
use rust_xlsxwriter::{Format, Note, Shape, Workbook, Worksheet};
use serde_json::Value;

const ROWS: &[&[&str]] = &[
    &["1", "10 ม.ค. 66", "เอกอัครราชทูตโปแลนด์เข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร", "โปแลนด์", "ศาลาว่าการ", "ดี"],
    &["2", "16 ม.ค. 66", "ประชุมหารือกับ JICA เรื่องการจัดการขยะอาหาร", "JICA", "ศาลาว่าการ", "ดี"],
    &["3", "20 ม.ค. 66", "ต้อนรับคณะผู้แทนนครโอซากา ศึกษาดูงานสวนสาธารณะ", "ญี่ปุ่น", "ศาลาว่าการ", "ดี"],
    &["4", "22 ม.ค. 66", "ประชุมร่วมกับ UNDP เรื่องตลาดคาร์บอน", "UNDP", "ศาลาว่าการ", "ดี"],
];
/// Row of the headings; the first record stands below it, in row 4 as programs show it.
const HEAD: u32 = 2;
const TITLE: &str = "รายงานกิจกรรมด้านการต่างประเทศ สำนักสิ่งแวดล้อม ประจำเดือนมกราคม 2566";
const BOX: &str = "วันที่ 27 มกราคม 2566 เอกอัครราชทูตฝรั่งเศสเข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร";

/// An office with one report, made by hand further.
fn office(title: &str, further: impl FnOnce(&mut Worksheet)) -> Office {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, title).unwrap();
    for (row, cells) in (HEAD..).zip(std::iter::once(&HEADING).chain(ROWS)) {
        for (column, text) in (0..).zip(cells.iter()) {
            sheet.write(row, column, *text).unwrap();
        }
    }
    further(sheet);
    let office = Office::new();
    office.drop("รายงาน.xlsx", &workbook.save_to_buffer().unwrap());
    office.run(&[]);
    office
}

fn status(office: &Office) -> String {
    office.statuses()["รายงาน.xlsx"].clone()
}

fn engagement(office: &Office, words: &str) -> Value {
    let all = office.json("engagements.json");
    all.as_array().unwrap().iter().find(|one| one["title"].as_str().unwrap().contains(words)).unwrap().clone()
}

/// Doubts of an engagement as `field code`, with the words of the message where it quotes them.
fn doubts(office: &Office, words: &str, code: &str) -> Vec<(String, String)> {
    let warnings = engagement(office, words)["warnings"].as_array().unwrap().clone();
    let of_code = warnings.iter().filter(|warning| warning["code"] == code);
    of_code
        .map(|warning| {
            let text = |key: &str| warning[key].as_str().unwrap().to_owned();
            (text("field"), text("message"))
        })
        .collect()
}

fn unheld(office: &Office) -> Vec<(Option<u64>, String)> {
    let run = office.json("run.json");
    let lines = run["unheld"].as_array().unwrap().clone();
    lines.iter().map(|line| (line["row"].as_u64(), line["text"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn a_plain_report_has_nothing_beside() {
    let office = office(TITLE, |_| ());
    assert_eq!((status(&office).as_str(), unheld(&office).len()), ("read", 0));
}

#[test]
fn an_activity_in_a_text_box_is_named_and_a_title_in_one_is_used() {
    let office = office("", |sheet| {
        let title = Shape::textbox().set_text("สำนักสิ่งแวดล้อม\nประจำเดือนมกราคม 2566");
        sheet.insert_shape(0, 0, &title).unwrap();
        sheet.insert_shape(12, 1, &Shape::textbox().set_text(BOX)).unwrap();
    });
    assert_eq!(unheld(&office), [(Some(13), BOX.to_owned())]);
    assert_eq!(status(&office), "read_with_warnings");
    let run = office.json("run.json");
    let file = &run["files"][0];
    assert_eq!((&file["department"], &file["period"]), (&"ENV".into(), &"2023-01".into()));
    assert!(file["message"].as_str().unwrap().contains("กล่องข้อความ"), "{file}");
}

#[test]
fn a_note_on_a_record_is_a_doubt_that_quotes_it() {
    let office = office(TITLE, |sheet| {
        sheet.insert_note(3, 1, &Note::new("เลื่อนไปวันที่ 25 มกราคม 2566")).unwrap();
        sheet.insert_note(4, 2, &Note::new("ยกเลิกแล้ว")).unwrap();
        sheet.insert_note(5, 5, &Note::new("ขอภาพเพิ่ม")).unwrap();
        sheet.insert_note(2, 1, &Note::new("กรอกเป็น พ.ศ.")).unwrap();
    });
    let fields = |words: &str, quoted: &str| -> Vec<String> {
        let doubts = doubts(&office, words, "cell_note");
        assert!(doubts.iter().all(|(_, message)| message.contains(quoted)), "{doubts:?}");
        doubts.into_iter().map(|(field, _)| field).collect()
    };
    assert_eq!(fields("โปแลนด์", "เซลล์ B4: “เลื่อนไปวันที่ 25 มกราคม 2566”"), ["start", "end", "status"]);
    assert_eq!(fields("JICA", "เซลล์ C5: “ยกเลิกแล้ว”"), ["status"]);
    assert_eq!(fields("โอซากา", "เซลล์ F6: “ขอภาพเพิ่ม”"), ["title"]);
    assert!(fields("UNDP", "").is_empty());
    assert_eq!((status(&office).as_str(), unheld(&office).len()), ("read_with_warnings", 0));
}

#[test]
fn records_in_rows_hidden_by_hand_are_named_and_can_be_taken() {
    let office = office(TITLE, |sheet| {
        sheet.set_row_hidden(5).unwrap();
    });
    let title = "ต้อนรับคณะผู้แทนนครโอซากา ศึกษาดูงานสวนสาธารณะ";
    assert_eq!(unheld(&office), [(Some(6), title.to_owned())]);
    assert_eq!(status(&office), "read_with_warnings");
    let mut review = super::review::Filled::open(&office);
    review.decide(&["ไม่อยู่ในรายการใด", title], "เป็นกิจกรรม");
    office.drop("ตรวจแล้ว.xlsx", &review.bytes());
    office.run(&[]);
    let taken = engagement(&office, "โอซากา");
    assert_eq!((&taken["start"], &taken["outcome"]), (&"2023-01-20".into(), &"ดี".into()));
    assert_eq!((status(&office).as_str(), unheld(&office).len()), ("read", 0));
    let audit = &office.json("run.json")["audit"];
    assert_eq!((audit["records"].as_u64(), audit["in_records"].as_u64()), (Some(4), Some(4)), "{audit}");
}

#[test]
fn hidden_rows_that_repeat_what_is_shown_are_not_named() {
    let office = office(TITLE, |sheet| {
        for (column, text) in (0..).zip(ROWS[3]) {
            sheet.write(7, column, *text).unwrap();
        }
        sheet.set_row_hidden(7).unwrap();
    });
    assert_eq!((status(&office).as_str(), unheld(&office).len()), ("read", 0));
}

#[test]
fn a_folded_group_is_read() {
    let office = office(TITLE, |sheet| {
        sheet.group_rows_collapsed(4, 5).unwrap();
    });
    assert_eq!(office.json("engagements.json").as_array().unwrap().len(), ROWS.len());
    assert_eq!(status(&office), "read");
}

#[test]
fn a_title_that_is_struck_through_is_doubted() {
    let struck = Format::new().set_font_strikethrough();
    let office = office(TITLE, |sheet| {
        sheet.write_with_format(3, 2, ROWS[0][2], &struck).unwrap();
        let days = [(&struck, "15 ม.ค. 66"), (&Format::new(), " 16 ม.ค. 66")];
        sheet.write_rich_string(4, 1, &days).unwrap();
        for (column, text) in (0..).zip(ROWS[2]) {
            sheet.write_with_format(5, column, *text, &struck).unwrap();
        }
        sheet.write_with_format(6, 5, "ดี", &struck).unwrap();
    });
    let doubts = |words: &str| doubts(&office, words, "struck_through");
    let poland = doubts("โปแลนด์");
    assert_eq!((poland.len(), poland[0].0.as_str()), (1, "status"), "{poland:?}");
    assert!(poland[0].1.contains("เซลล์ C4"), "{poland:?}");
    let jica = doubts("JICA");
    assert_eq!(jica.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["start", "end"]);
    assert!(jica[0].1.contains("เซลล์ B5: “15 ม.ค. 66”"), "{jica:?}");
    let osaka = doubts("โอซากา");
    assert_eq!((osaka.len(), osaka[0].0.as_str()), (1, "status"), "a row is struck through once: {osaka:?}");
    assert_eq!(doubts("UNDP")[0].0, "title");
    assert_eq!(status(&office), "read_with_warnings");
}

#[test]
fn a_mark_of_secrecy_in_a_text_box_keeps_the_report_out() {
    let office = office(TITLE, |sheet| {
        sheet.insert_shape(0, 4, &Shape::textbox().set_text("ลับมาก")).unwrap();
    });
    assert_eq!(status(&office), "restricted");
    assert_eq!(office.json("engagements.json").as_array().unwrap().len(), 0);
}
