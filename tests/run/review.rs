//! Decisions: what is asked, filled in as an officer does, and what comes of it.

use super::{HEADING, Office, bytes_of, monthly_report};
use calamine::{Data, Reader, Xlsx};
use focalpoint::model::{REVIEW_KEY, REVIEW_SHEET};
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::fs;
use std::io::Cursor;

const CALL: &str = "เอกอัครราชทูตเบลเยียมประจำประเทศไทยเข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร";
const TALKS: &str = "ประชุมหารือกับเอกอัครราชทูตเบลเยียม เรื่องพิพิธภัณฑ์การ์ตูนและนักวาดภาพประกอบ";
const ACME: &str = "ประชุมหารือกับ Acme Foundation เรื่องเมืองน่าอยู่";
const BOUGHT: &str = "ซื้อเครื่องวัดฝุ่นจากประเทศเยอรมนี";
const INDEX: &str = "จัดทำข้อมูลดัชนีเมืองน่าอยู่ของ EIU เพื่อเสนอผู้บริหาร";
const SEOUL: &str = "ประชุมหารือกับคณะผู้แทนกรุงโซล สาธารณรัฐเกาหลี";
const JOINED: &str = "ร่วมต้อนรับผู้แทนกรุงโซล";

/// Sheets of the review workbook.
const QUESTIONS: usize = 1;
const FOLLOW_UPS: usize = 2;
pub const DECISIONS: usize = 3;

/// Rows that leave a question of every kind.
fn office() -> Office {
    let office = Office::new();
    report(
        &office,
        "สนต.xlsx",
        "สำนักงานการต่างประเทศ",
        &[
            &["1", "10 ม.ค. 66", CALL, "เอกอัครราชทูตเบลเยียม", "", ""],
            &["2", "10 ม.ค. 66", TALKS, "เอกอัครราชทูตเบลเยียม", "", ""],
            &["3", "31 ก.พ. 66", ACME, "Acme Foundation", "", ""],
            &["4", "16 ม.ค. 66", BOUGHT, "เยอรมนี", "", ""],
            &["5", "18 ม.ค. 66", SEOUL, "คณะผู้แทนกรุงโซล", "", ""],
            &["6", "20 ม.ค. 66", INDEX, "-", "", ""],
        ],
    );
    report(
        &office,
        "สวท.xlsx",
        "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว",
        &[
            &[
                "1",
                "10 ม.ค. 66",
                "เข้าร่วมประชุมหารือกับเอกอัครราชทูตเบลเยียม เรื่องพิพิธภัณฑ์การ์ตูน",
                "เอกอัครราชทูตเบลเยียม",
                "",
                "",
            ],
            &["2", "17-19 ม.ค. 66", JOINED, "", "", ""],
        ],
    );
    office
}

fn report(office: &Office, name: &str, department: &str, rows: &[&[&str]]) {
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", department];
    office.drop(name, &monthly_report("Sheet1", titles, HEADING, rows));
}

/// A review workbook as cells.
pub struct Filled {
    sheets: Vec<(String, Vec<Vec<Data>>)>,
}

impl Filled {
    pub fn open(office: &Office) -> Self {
        let bytes = fs::read(office.path("outbox/review.xlsx")).unwrap();
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        let cells = |range: calamine::Range<Data>| {
            let (rows, columns) = range.end().map_or((0, 0), |(row, column)| (row + 1, column + 1));
            let row = |row| {
                (0..columns).map(|c| range.get_value((row, c)).cloned().unwrap_or(Data::Empty)).collect()
            };
            (0..rows).map(row).collect()
        };
        let sheets = names
            .into_iter()
            .map(|name| (name.clone(), cells(book.worksheet_range(&name).unwrap())))
            .collect();
        Self { sheets }
    }

    /// Rows of a sheet below its headings, and where its columns are.
    pub fn rows(&self, sheet: usize) -> (Vec<String>, &[Vec<Data>]) {
        let rows = &self.sheets[sheet].1;
        let at = rows.iter().position(|row| row.iter().any(|cell| *cell == REVIEW_KEY)).unwrap();
        (rows[at].iter().map(ToString::to_string).collect(), &rows[at + 1..])
    }

    /// What is asked, each as `question|title|field`.
    pub fn asked(&self) -> Vec<String> {
        let (_, rows) = self.rows(QUESTIONS);
        let cell = |row: &[Data], at: usize| row[at].to_string();
        let first_line = |text: String| text.lines().next().unwrap_or("").to_owned();
        let asked = rows.iter().filter(|row| !row.last().unwrap().to_string().is_empty());
        asked.map(|row| format!("{}|{}|{}", cell(row, 1), first_line(cell(row, 2)), cell(row, 7))).collect()
    }

    /// Writes into the row of a sheet that holds all these words.
    pub fn write(&mut self, sheet: usize, words: &[&str], column: &str, value: impl Into<Data>) {
        let (headings, rows) = self.rows(sheet);
        let column = headings.iter().position(|heading| heading == column).unwrap();
        let before = self.sheets[sheet].1.len() - rows.len();
        let holds = |row: &Vec<Data>| {
            let cells: Vec<String> = row[..row.len() - 1].iter().map(ToString::to_string).collect();
            let text = cells.join("|");
            words.iter().all(|word| text.contains(word))
        };
        let fitting: Vec<usize> =
            rows.iter().enumerate().filter(|(_, row)| holds(row)).map(|(at, _)| at).collect();
        let [at] = fitting[..] else { panic!("{} rows hold {words:?}: {:#?}", fitting.len(), self.asked()) };
        self.sheets[sheet].1[before + at][column] = value.into();
    }

    pub fn decide(&mut self, words: &[&str], decision: &str) {
        self.write(QUESTIONS, words, "คำตัดสิน", decision.to_owned());
    }

    /// The workbook as a program that keeps nothing but cells and names of sheets saves it.
    pub fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, rows) in &self.sheets {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            for (row, cells) in rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                    match cell {
                        Data::Empty => {}
                        Data::Float(number) => drop(sheet.write_number(row, column, *number).unwrap()),
                        other => drop(sheet.write_string(row, column, other.to_string()).unwrap()),
                    }
                }
            }
        }
        book.save_to_buffer().unwrap()
    }
}

fn entries(office: &Office) -> Vec<Value> {
    office.json("engagements.json").as_array().unwrap().clone()
}

fn titled<'a>(entries: &'a [Value], title: &str) -> Vec<&'a Value> {
    let holds =
        |entry: &&Value| entry["sources"].as_array().unwrap().iter().any(|source| source["title"] == title);
    entries.iter().filter(holds).collect()
}

fn file(office: &Office, name: &str) -> Value {
    let run = office.json("run.json");
    run["files"].as_array().unwrap().iter().find(|file| file["file"] == name).unwrap().clone()
}

/// Decides every kind of question.
fn filled(office: &Office) -> Filled {
    let mut filled = Filled::open(office);
    filled.decide(&["สองรายการนี้", CALL], "กิจกรรมเดียวกัน");
    filled.decide(&["หลักฐานน้อย", SEOUL], "คนละกิจกรรม");
    filled.decide(&["เป็นงานต่างประเทศหรือไม่", BOUGHT], "ไม่เป็นงานต่างประเทศ");
    filled.decide(&["แยกไว้", INDEX], "เป็นงานต่างประเทศ");
    filled.decide(&["หน่วยงานที่ยังไม่รู้จัก", "Acme Foundation"], "องค์การหรือเครือข่ายระหว่างประเทศ");
    filled.write(QUESTIONS, &[ACME, "วันที่", "31 ก.พ."], "ค่าที่ถูกต้อง", "1-2 มี.ค. 2566".to_owned());
    filled
}

#[test]
fn every_kind_of_question_is_asked() {
    let office = office();
    office.run(&[]);
    let asked = Filled::open(&office).asked().join("\n");
    for (question, title) in [
        ("สองรายการนี้เป็นกิจกรรมเดียวกันหรือไม่", CALL),
        ("รวมไว้ด้วยหลักฐานน้อย ถูกต้องหรือไม่", SEOUL),
        ("เป็นงานต่างประเทศหรือไม่", BOUGHT),
        ("แยกไว้เป็นงานในประเทศ ถูกต้องหรือไม่", INDEX),
        ("หน่วยงานที่ยังไม่รู้จักคือหน่วยงานใด", "Acme Foundation"),
        ("ค่านี้ถูกต้องหรือไม่", ACME),
    ] {
        assert!(asked.contains(&format!("{question}|{title}|")), "{question} {title} is not in\n{asked}");
    }
}

#[test]
fn decisions_come_back_through_the_inbox_and_the_list_shrinks_by_what_was_decided() {
    let office = office();
    office.run(&[]);
    let before = Filled::open(&office).asked();
    office.drop("ตรวจแล้ว.xlsx", &filled(&office).bytes());
    office.run(&[]);

    let review = file(&office, "ตรวจแล้ว.xlsx");
    assert_eq!(review["status"], "ignored");
    assert!(review["message"].as_str().unwrap().contains("6 เรื่อง"), "{review}");
    let all = entries(&office);
    assert_eq!(titled(&all, CALL), titled(&all, TALKS), "same");
    assert_ne!(titled(&all, SEOUL), titled(&all, JOINED), "different");
    assert!(titled(&all, BOUGHT).is_empty(), "is not international");
    assert_eq!(titled(&all, INDEX).len(), 1, "is international");
    let acme = titled(&all, ACME)[0];
    assert_eq!((&acme["start"], &acme["end"]), (&"2023-03-01".into(), &"2023-03-02".into()));
    assert_eq!(acme["organisations"], serde_json::json!(["Acme Foundation"]));
    let warned = |field: &str| acme["warnings"].as_array().unwrap().iter().any(|w| w["field"] == field);
    assert!(!warned("start") && !warned("organisations") && !warned("sources"), "{acme:#}");

    let after = Filled::open(&office);
    let left: Vec<&String> = before.iter().filter(|question| after.asked().contains(question)).collect();
    assert_eq!(left.len(), before.len() - 6, "{left:#?}");
    assert_eq!(after.rows(DECISIONS).1.len(), 6, "every decision stands on the sheet of those in force");
    // The same inbox gives the same bytes.
    let bytes = bytes_of(&office.path("outbox"));
    office.run(&[]);
    assert!(bytes == bytes_of(&office.path("outbox")));
    // The decisions hold while the workbook lies in the inbox.
    fs::remove_file(office.path("inbox/ตรวจแล้ว.xlsx")).unwrap();
    let said = String::from_utf8(office.run(&[]).stdout).unwrap();
    assert!(said.contains("ตรวจแล้ว.xlsx") && said.contains("6 เรื่อง"), "{said}");
    assert_eq!(Filled::open(&office).asked(), before);
}

/// A report of a month with one row that names a body, and the answers to give.
fn month(office: &Office, name: &str, day: &str, title: &str, side: &str) {
    report(office, name, "สำนักสิ่งแวดล้อม", &[&["1", day, title, side, "", ""]]);
}

#[test]
fn what_a_name_is_is_asked_once_and_holds_for_every_report_that_has_it() {
    let ask = "หน่วยงานที่ยังไม่รู้จัก";
    for (answer, value, group, countries, organisations) in [
        ("องค์การหรือเครือข่ายระหว่างประเทศ", "", "organisation", "[]", r#"["Acme Foundation"]"#),
        ("หน่วยงานของรัฐต่างประเทศ", "ญี่ปุ่น", "state", r#"["JP"]"#, "[]"),
        ("บริษัท มหาวิทยาลัย หรือสมาคมต่างประเทศ", "", "other", "[]", "[]"),
        ("ชื่ออื่นของหน่วยงานที่มีในรายชื่อ", "UNDP", "organisation", "[]", r#"["UNDP"]"#),
    ] {
        let office = Office::new();
        month(&office, "ม.ค..xlsx", "12 ม.ค. 66", ACME, "Acme Foundation");
        month(&office, "อีกแฟ้ม.xlsx", "25 ม.ค. 66", "Acme Foundation ดูงานสวนสาธารณะ", "Acme Foundation");
        office.run(&[]);
        let mut filled = Filled::open(&office);
        let of_name = filled.asked().iter().filter(|question| question.starts_with(ask)).count();
        assert_eq!(of_name, 1, "{:#?}", filled.asked());
        filled.decide(&[ask, "Acme Foundation"], answer);
        if !value.is_empty() {
            filled.write(QUESTIONS, &[ask, "Acme Foundation"], "ค่าที่ถูกต้อง", value.to_owned());
        }
        office.drop("ตรวจแล้ว.xlsx", &filled.bytes());
        // What comes in later, and in other words, is answered too.
        month(&office, "ก.พ..xlsx", "9 ก.พ. 66", "หารือองค์กร Acme Foundation เรื่องขยะ", "");
        office.run(&[]);
        let asked = Filled::open(&office).asked();
        assert!(!asked.iter().any(|question| question.starts_with(ask)), "{answer}: {asked:#?}");
        let all = entries(&office);
        assert_eq!(all.len(), 3, "{answer}");
        for entry in all {
            assert_eq!(entry["group"], group, "{answer}: {entry:#}");
            assert_eq!(entry["countries"].to_string(), countries, "{answer}");
            assert_eq!(entry["organisations"].to_string(), organisations, "{answer}");
        }
    }
}

#[test]
fn what_a_name_is_holds_for_the_short_form_that_a_report_sets_behind_it() {
    let office = Office::new();
    let full = "Acme Urban Foundation (AUF)";
    month(&office, "ม.ค..xlsx", "12 ม.ค. 66", "Acme Urban Foundation ดูงานสวนสาธารณะ", full);
    office.run(&[]);
    let mut filled = Filled::open(&office);
    filled.decide(&["หน่วยงานที่ยังไม่รู้จัก", "Acme Urban"], "องค์การหรือเครือข่ายระหว่างประเทศ");
    office.drop("ตรวจแล้ว.xlsx", &filled.bytes());
    month(&office, "ก.พ..xlsx", "9 ก.พ. 66", "ประชุมหารือกับ AUF เรื่องสวนสาธารณะ", "AUF");
    month(&office, "มี.ค..xlsx", "9 มี.ค. 66", "ประชุมหารือกับ GAUFA เรื่องสวนสาธารณะ", "GAUFA");
    office.run(&[]);
    let all = entries(&office);
    let bodies = |day: &str| all.iter().find(|e| e["start"] == day).unwrap()["organisations"].to_string();
    assert_eq!(bodies("2023-01-12"), bodies("2023-02-09"), "{all:#?}");
    assert_ne!(bodies("2023-01-12"), bodies("2023-03-09"), "letters inside another name are no short form");
}

#[test]
fn a_name_that_is_nothing_foreign_takes_its_rows_out_of_the_register() {
    let office = Office::new();
    let title = "Acme Foundation เข้าพบหารือเรื่องเมืองน่าอยู่";
    month(&office, "ม.ค..xlsx", "12 ม.ค. 66", title, "");
    office.run(&[]);
    assert_eq!(entries(&office).len(), 1);
    let mut filled = Filled::open(&office);
    filled.decide(&["หน่วยงานที่ยังไม่รู้จัก", "Acme Foundation"], "ไม่ใช่ฝ่ายต่างประเทศ");
    office.drop("ตรวจแล้ว.xlsx", &filled.bytes());
    office.run(&[]);
    assert!(entries(&office).is_empty());
    assert_eq!(file(&office, "ม.ค..xlsx")["set_aside"], 1);
}

#[test]
fn a_state_without_its_country_is_a_problem_with_its_cell() {
    let office = Office::new();
    month(&office, "ม.ค..xlsx", "12 ม.ค. 66", ACME, "Acme Foundation");
    office.run(&[]);
    let mut filled = Filled::open(&office);
    filled.decide(&["หน่วยงานที่ยังไม่รู้จัก", "Acme Foundation"], "หน่วยงานของรัฐต่างประเทศ");
    office.drop("ตรวจแล้ว.xlsx", &filled.bytes());
    let said = String::from_utf8(office.run(&["--lang", "en"]).stdout).unwrap();
    assert!(said.contains("cell M"), "{said}");
}

#[test]
fn a_review_filled_in_where_it_lies_is_not_lost() {
    let office = office();
    office.run(&[]);
    fs::write(office.path("outbox/review.xlsx"), filled(&office).bytes()).unwrap();
    for run in 0..3 {
        office.run(&[]);
        let all = entries(&office);
        assert_eq!(titled(&all, CALL), titled(&all, TALKS), "run {run}");
        assert!(titled(&all, BOUGHT).is_empty());
        assert_eq!(Filled::open(&office).rows(DECISIONS).1.len(), 6);
    }
    let bytes = bytes_of(&office.path("outbox"));
    office.run(&[]);
    assert!(bytes == bytes_of(&office.path("outbox")));
}

#[test]
fn a_changed_copy_in_the_inbox_beats_what_the_outbox_carries_on() {
    let office = office();
    office.run(&[]);
    fs::write(office.path("outbox/review.xlsx"), filled(&office).bytes()).unwrap();
    let said = String::from_utf8(office.run(&["--lang", "en"]).stdout).unwrap();
    assert!(said.contains("6 decisions stand in the outbox alone"), "{said}");
    office.run(&[]);
    let mut copy = Filled::open(&office);
    copy.write(DECISIONS, &[CALL], "คำตัดสิน", "คนละกิจกรรม".to_owned());
    copy.write(DECISIONS, &[BOUGHT], "คำตัดสิน", "เป็นงานต่างประเทศ".to_owned());
    copy.write(DECISIONS, &[ACME, "วันที่"], "ค่าที่ถูกต้อง", "7 มี.ค. 2566".to_owned());
    office.drop("ตรวจแล้ว.xlsx", &copy.bytes());
    for run in 0..2 {
        let said = String::from_utf8(office.run(&["--lang", "en"]).stdout).unwrap();
        assert!(!said.contains("in the outbox alone"), "{said}");
        let all = entries(&office);
        assert_ne!(titled(&all, CALL), titled(&all, TALKS), "run {run}");
        assert_eq!(titled(&all, BOUGHT).len(), 1, "run {run}");
        assert_eq!(titled(&all, ACME)[0]["start"], "2023-03-07", "run {run}");
        // What was not changed in it holds as before, now from the inbox.
        assert_eq!(titled(&all, INDEX).len(), 1, "run {run}");
        assert!(file(&office, "ตรวจแล้ว.xlsx")["message"].as_str().unwrap().starts_with('6'), "run {run}");
    }
    // With the outbox gone they hold too.
    fs::remove_dir_all(office.path("outbox")).unwrap();
    office.run(&[]);
    let all = entries(&office);
    assert_eq!(titled(&all, ACME)[0]["start"], "2023-03-07");
    assert_eq!(titled(&all, INDEX).len(), 1);
}

#[test]
fn where_a_decision_was_made_says_what_holds() {
    let office = office();
    office.run(&[]);
    let mut first = Filled::open(&office);
    first.decide(&["สองรายการนี้", CALL], "กิจกรรมเดียวกัน");
    office.drop("ฮ ของหนึ่ง.xlsx", &first.bytes());
    office.run(&[]);
    // A copy that only carries the decision on does not stand against a change where it was made.
    office.drop("ก ของสอง.xlsx", &fs::read(office.path("outbox/review.xlsx")).unwrap());
    first.decide(&["สองรายการนี้", CALL], "คนละกิจกรรม");
    office.drop("ฮ ของหนึ่ง.xlsx", &first.bytes());
    office.run(&[]);
    let all = entries(&office);
    assert_ne!(titled(&all, CALL), titled(&all, TALKS));
    assert!(file(&office, "ก ของสอง.xlsx")["message"].as_str().unwrap().contains("0 เรื่อง"));
    assert!(file(&office, "ฮ ของหนึ่ง.xlsx")["message"].as_str().unwrap().contains("1 เรื่อง"));
}

#[test]
fn a_decision_survives_moved_rows_another_name_and_further_reports() {
    let office = office();
    office.run(&[]);
    office.drop("ตรวจแล้ว.xlsx", &filled(&office).bytes());
    fs::remove_file(office.path("inbox/สนต.xlsx")).unwrap();
    report(
        &office,
        "สำนักงานการต่างประเทศ/รายงานใหม่.xlsx",
        "สำนักงานการต่างประเทศ",
        &[
            &["1", "20 ม.ค. 66", INDEX, "-", "", ""],
            &["2", "18 ม.ค. 66", SEOUL, "คณะผู้แทนกรุงโซล", "", "หารือต่อในเดือนหน้า"],
            &["3", "16 ม.ค. 66", BOUGHT, "เยอรมนี", "", ""],
            &["4", "31 ก.พ. 66", ACME, "Acme Foundation", "", ""],
            &["5", "10 ม.ค. 66", TALKS, "เอกอัครราชทูตเบลเยียม", "", ""],
            &["6", "10 ม.ค. 66", CALL, "เอกอัครราชทูตเบลเยียม", "", ""],
        ],
    );
    report(
        &office,
        "สลผว.xlsx",
        "สำนักงานเลขานุการผู้ว่าราชการกรุงเทพมหานคร",
        &[&["1", "10 ม.ค. 66", CALL, "เบลเยียม", "", ""]],
    );
    office.run(&[]);
    let all = entries(&office);
    assert_eq!(titled(&all, CALL).len(), 1);
    assert_eq!(titled(&all, CALL), titled(&all, TALKS));
    assert_ne!(titled(&all, SEOUL), titled(&all, JOINED));
    assert!(titled(&all, BOUGHT).is_empty());
    assert_eq!(titled(&all, ACME)[0]["start"], "2023-03-01");
}

#[test]
fn a_decision_that_no_longer_fits_is_said() {
    let office = office();
    office.run(&[]);
    office.drop("ตรวจแล้ว.xlsx", &filled(&office).bytes());
    report(
        &office,
        "สนต.xlsx",
        "สำนักงานการต่างประเทศ",
        &[&["1", "12 ม.ค. 66", "เอกอัครราชทูตเปรูเข้าเยี่ยมคารวะ", "เปรู", "", ""]],
    );
    let said = String::from_utf8(office.run(&["--lang", "en"]).stdout).unwrap();
    // What a name is, or a wording, holds without a row of it.
    assert_eq!(said.matches("no longer fits").count(), 4, "{said}");
    assert!(said.contains("sheet เรื่องที่รอตัดสิน, cell L"), "{said}");
}

#[test]
fn what_cannot_be_read_is_a_problem_with_its_cell_and_the_rest_is_taken() {
    let office = office();
    office.run(&[]);
    let mut review = Filled::open(&office);
    review.decide(&["สองรายการนี้", CALL], "ไม่แน่ใจ");
    review.write(QUESTIONS, &[ACME, "วันที่", "31 ก.พ."], "ค่าที่ถูกต้อง", "เมื่อวานซืน".to_owned());
    review.decide(&["เป็นงานต่างประเทศหรือไม่", BOUGHT], "ไม่เป็นงานต่างประเทศ");
    office.drop("ตรวจแล้ว.xlsx", &review.bytes());
    let said = String::from_utf8(office.run(&[]).stdout).unwrap();
    assert!(said.contains("ไม่เข้าใจคำตัดสิน “ไม่แน่ใจ”") && said.contains("“เมื่อวานซืน”"), "{said}");
    assert!(said.contains("เซลล์ L") && said.contains("เซลล์ M"), "{said}");
    assert!(titled(&entries(&office), BOUGHT).is_empty());
    assert!(file(&office, "ตรวจแล้ว.xlsx")["message"].as_str().unwrap().contains("1 เรื่อง"));
}

#[test]
fn the_later_review_counts_and_a_decision_can_be_changed_or_withdrawn() {
    let office = office();
    office.run(&[]);
    let mut first = Filled::open(&office);
    first.decide(&["สองรายการนี้", CALL], "กิจกรรมเดียวกัน");
    first.decide(&["เป็นงานต่างประเทศหรือไม่", BOUGHT], "ไม่เป็นงานต่างประเทศ");
    // By its name this one would come last; by its run it comes first.
    office.drop("ฮ รอบแรก.xlsx", &first.bytes());
    office.run(&[]);
    let mut second = Filled::open(&office);
    second.write(DECISIONS, &[CALL], "คำตัดสิน", "คนละกิจกรรม".to_owned());
    second.write(DECISIONS, &[BOUGHT], "คำตัดสิน", "ยกเลิกคำตัดสิน".to_owned());
    office.drop("ก รอบสอง.xlsx", &second.bytes());
    for _ in 0..2 {
        office.run(&[]);
        let all = entries(&office);
        assert_ne!(titled(&all, CALL), titled(&all, TALKS));
        assert_eq!(titled(&all, BOUGHT).len(), 1);
    }
    let asked = Filled::open(&office).asked().join("\n");
    assert!(!asked.contains(CALL) && asked.contains(BOUGHT), "{asked}");
}

#[test]
fn an_untouched_review_in_the_inbox_decides_nothing_and_is_no_report() {
    let office = office();
    office.run(&[]);
    let before = office.json("engagements.json");
    let review = Filled::open(&office);
    assert!(review.sheets.iter().any(|(name, _)| name == REVIEW_SHEET));
    office.drop("review.xlsx", &review.bytes());
    office.run(&[]);
    assert_eq!(office.json("engagements.json"), before);
    assert!(file(&office, "review.xlsx")["message"].as_str().unwrap().contains("0 เรื่อง"));
}

#[test]
fn what_was_rightly_put_together_is_not_asked_again() {
    let office = office();
    office.run(&[]);
    let mut review = Filled::open(&office);
    review.decide(&["หลักฐานน้อย", SEOUL], "กิจกรรมเดียวกัน");
    review.decide(&["สองรายการนี้", CALL], "คนละกิจกรรม");
    office.drop("ตรวจแล้ว.xlsx", &review.bytes());
    office.run(&[]);
    let all = entries(&office);
    assert_eq!(titled(&all, SEOUL), titled(&all, JOINED));
    assert_ne!(titled(&all, CALL), titled(&all, TALKS));
    let asked = Filled::open(&office).asked().join("\n");
    assert!(!asked.contains(SEOUL) && !asked.contains(CALL), "{asked}");
}

#[test]
fn a_review_in_the_outbox_that_cannot_be_read_is_kept() {
    let office = office();
    office.run(&[]);
    fs::write(office.path("outbox/review.xlsx"), b"PK\x03\x04 cut").unwrap();
    let said = String::from_utf8(office.run(&["--lang", "en"]).stdout).unwrap();
    assert!(said.contains("it is kept as review-unread.xlsx"), "{said}");
    assert_eq!(fs::read(office.path("outbox/review-unread.xlsx")).unwrap(), b"PK\x03\x04 cut");
    assert!(!Filled::open(&office).asked().is_empty());
}

#[test]
fn a_review_that_was_tampered_with_stops_nothing() {
    let office = office();
    office.run(&[]);
    fs::write(office.path("outbox/review.xlsx"), filled(&office).bytes()).unwrap();
    office.run(&[]);
    let mut review = Filled::open(&office);
    for row in &mut review.sheets[DECISIONS].1 {
        if let Some(Data::String(key)) = row.last_mut() {
            *key = key.replace("\"row\":5,", "\"row\":0,").replace("2023-03-01", "2023-99-99");
        }
    }
    office.drop("แก้เอง.xlsx", &review.bytes());
    let output = office.run(&["--lang", "en"]);
    assert!(matches!(output.status.code(), Some(0 | 3)), "{output:?}");
    assert!(file(&office, "แก้เอง.xlsx")["status"] == "ignored");
}

const UNKNOWN: &str = "ไม่ทราบ ให้ถามหน่วยงาน";

#[test]
fn what_is_not_known_moves_to_the_follow_ups_and_is_answered_there() {
    let office = office();
    office.run(&[]);
    let register = office.json("engagements.json");
    let mut asked = 0;
    // What a question would have settled is asked when nobody knows its answer: the type of what is perhaps domestic.
    for round in ["ก.xlsx", "ข.xlsx"] {
        let mut review = Filled::open(&office);
        for question in review.asked() {
            let words: Vec<&str> = question.split('|').collect();
            review.decide(&words, UNKNOWN);
            asked += 1;
        }
        office.drop(round, &review.bytes());
        let code = office.run(&[]).status.code();
        assert_eq!(code, Some(3), "what is only asked of a department is neither read nor seen");
    }
    assert_eq!(office.json("engagements.json"), register, "an answer that nobody knows changes nothing");
    let totals = office.json("run.json")["totals"].clone();
    assert_eq!((&totals["questions"], &totals["follow_ups"]), (&0.into(), &asked.into()));

    // The office notes its progress, and the answer when it comes.
    let mut review = Filled::open(&office);
    let (_, rows) = review.rows(FOLLOW_UPS);
    assert!(rows.iter().all(|row| row[1].to_string().contains("สำนัก")), "each names who is asked");
    review.write(FOLLOW_UPS, &["สองรายการนี้", CALL], "คำตัดสิน", "กิจกรรมเดียวกัน".to_owned());
    review.write(FOLLOW_UPS, &[ACME, "วันที่:"], "ค่าที่ถูกต้อง", "3 มี.ค. 2566".to_owned());
    review.write(FOLLOW_UPS, &["หน่วยงานที่ยังไม่รู้จัก", "Acme"], "ความคืบหน้า", "โทรแล้ว 2 ก.พ.".to_owned());
    office.drop("ตรวจอีก.xlsx", &review.bytes());
    for _ in 0..2 {
        let code = office.run(&[]).status.code();
        assert_eq!(code, Some(0), "what was missing in the file is answered");
        let all = entries(&office);
        assert_eq!(titled(&all, CALL), titled(&all, TALKS));
        assert_eq!(titled(&all, ACME)[0]["start"], "2023-03-03");
        let review = Filled::open(&office);
        let (headings, rows) = review.rows(FOLLOW_UPS);
        let progress = headings.iter().position(|heading| heading == "ความคืบหน้า").unwrap();
        assert!(rows.iter().any(|row| row[progress] == "โทรแล้ว 2 ก.พ."), "the note is kept");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_answered_once_seen_whatever_its_name() {
    let office = Office::new();
    month(&office, "ม.ค..xlsx", "12 ม.ค. 66", CALL, "เอกอัครราชทูตเบลเยียม");
    office.drop("สนน ม.ค. 66.xlsx", b"PK\x03\x04 cut");
    let lacking = |output: &std::process::Output| {
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        said.lines().find(|line| line.contains("ยังขาดรายงานหรืออ่านไม่ได้")).map(str::to_owned)
    };
    let unseen = office.run(&[]);
    assert_eq!(unseen.status.code(), Some(3));
    assert!(lacking(&unseen).is_some_and(|line| line.contains("สนน. 1 เดือน")), "{:?}", lacking(&unseen));
    let ask = "แฟ้มนี้อ่านได้ไม่ครบ";
    for (answer, code) in [(UNKNOWN, 3), ("ดูแล้ว ไม่มีอะไรต้องเพิ่ม", 0)]
    {
        let mut review = Filled::open(&office);
        let sheet = if code == 3 { QUESTIONS } else { FOLLOW_UPS };
        review.write(sheet, &[ask, "สนน"], "คำตัดสิน", answer.to_owned());
        office.drop(&format!("ตรวจ {code}.xlsx"), &review.bytes());
        let seen = office.run(&[]);
        assert_eq!(seen.status.code(), Some(code), "{answer}");
        assert_eq!(lacking(&seen), lacking(&unseen), "that somebody looked at it makes no report of it");
        assert!(!Filled::open(&office).asked().iter().any(|question| question.starts_with(ask)));
    }
    fs::rename(office.path("inbox/สนน ม.ค. 66.xlsx"), office.path("inbox/อีกชื่อ.xlsx")).unwrap();
    assert_eq!(office.run(&[]).status.code(), Some(0));
    assert_eq!(office.json("run.json")["totals"]["need_a_person"], 0);
    office.drop("อีกชื่อ.xlsx", b"PK\x03\x04 other");
    assert_eq!(office.run(&[]).status.code(), Some(3), "another file is looked at anew");
}

#[test]
fn one_cause_is_asked_once_and_its_answer_holds_for_later_reports() {
    let office = Office::new();
    let read = "ประชุมหารือกับเอกอัครราชทูตสวิสเซอร์แลนด์ เรื่องขนส่ง";
    month(&office, "ม.ค..xlsx", "12 ม.ค. 66", INDEX, "-");
    month(&office, "อีกแฟ้ม.xlsx", "25 ม.ค. 66", INDEX, "-");
    month(&office, "อื่น.xlsx", "26 ม.ค. 66", read, "");
    office.run(&[]);
    let mut review = Filled::open(&office);
    let aside = |review: &Filled| review.asked().iter().filter(|q| q.starts_with("แยกไว้")).count();
    assert_eq!(aside(&review), 1, "{:#?}", review.asked());
    review.decide(&["แยกไว้", INDEX], "เป็นงานต่างประเทศ");
    office.drop("ตรวจแล้ว.xlsx", &review.bytes());
    month(&office, "ก.พ..xlsx", "9 ก.พ. 66", INDEX, "-");
    office.run(&[]);
    assert_eq!(titled(&entries(&office), INDEX).len(), 3);
    assert_eq!(aside(&Filled::open(&office)), 0);
    assert_eq!(titled(&entries(&office), read).len(), 1);
}

#[test]
fn a_department_that_two_others_outvote_is_no_question_but_a_warning() {
    let said = |day: &'static str| ["1", day, CALL, "เอกอัครราชทูตเบลเยียม", "", ""];
    let office = Office::new();
    let told = |office: &Office| {
        let asked = Filled::open(office).asked().iter().filter(|q| q.contains("วันที่:")).count();
        let all = entries(office);
        let [only] = &all[..] else { panic!("{all:#?}") };
        let warned = only["warnings"].as_array().unwrap().iter();
        (asked, only["start"].clone(), warned.filter(|w| w["code"] == "reports_disagree").count())
    };
    report(&office, "สนต.xlsx", "สำนักงานการต่างประเทศ", &[&said("12 ม.ค. 66")]);
    report(&office, "สสล.xlsx", "สำนักสิ่งแวดล้อม", &[&said("13 ม.ค. 66")]);
    office.run(&[]);
    let (asked, _, warned) = told(&office);
    assert!(asked == 1 && warned > 0, "of two that disagree one is asked about: {asked} {warned}");
    report(&office, "สนน.xlsx", "สำนักการระบายน้ำ", &[&said("12 ม.ค. 66")]);
    office.run(&[]);
    let (asked, start, warned) = told(&office);
    assert_eq!((asked, start), (0, "2023-01-12".into()));
    assert!(warned > 0, "what one report says otherwise is still told");
}

#[test]
fn a_kind_that_reports_word_the_same_way_is_asked_once() {
    let office = Office::new();
    let title = "ผู้ว่าราชการกรุงเทพมหานครกับเอกอัครราชทูตเบลเยียม";
    for (name, day) in [("ม.ค..xlsx", "12 ม.ค. 66"), ("อีกแฟ้ม.xlsx", "25 ม.ค. 66")]
    {
        month(&office, name, day, title, "เอกอัครราชทูตเบลเยียม");
    }
    office.run(&[]);
    let of_kind = |review: &Filled| review.asked().iter().filter(|q| q.contains("ประเภท")).count();
    let mut review = Filled::open(&office);
    assert_eq!(of_kind(&review), 1, "{:#?}", review.asked());
    review.write(QUESTIONS, &[title, "ประเภท"], "ค่าที่ถูกต้อง", "พิธีการและงานรับรอง".to_owned());
    office.drop("ตรวจแล้ว.xlsx", &review.bytes());
    month(&office, "ก.พ..xlsx", "9 ก.พ. 66", title, "เอกอัครราชทูตเบลเยียม");
    office.run(&[]);
    let all = entries(&office);
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|entry| entry["type"] == "ceremony"), "{all:#?}");
    assert_eq!(of_kind(&Filled::open(&office)), 0);
}

#[test]
fn what_was_typed_and_cannot_be_used_stays_in_its_row_with_the_reason() {
    let office = office();
    office.run(&[]);
    let mut review = Filled::open(&office);
    review.write(QUESTIONS, &[ACME, "วันที่", "31 ก.พ."], "ค่าที่ถูกต้อง", "เมื่อวานซืน".to_owned());
    review.write(QUESTIONS, &[ACME, "วันที่", "31 ก.พ."], "หมายเหตุ", "ถามแล้ว".to_owned());
    office.drop("ตรวจแล้ว.xlsx", &review.bytes());
    for _ in 0..2 {
        let said = String::from_utf8(office.run(&[]).stdout).unwrap();
        assert_eq!(said.matches("“เมื่อวานซืน”").count(), 1, "said once a run: {said}");
        let shown = Filled::open(&office);
        let (_, rows) = shown.rows(QUESTIONS);
        let row = rows.iter().find(|row| row[12] == "เมื่อวานซืน").unwrap();
        assert!(row[8].to_string().starts_with("สิ่งที่พิมพ์ไว้ใช้ไม่ได้"), "{row:?}");
        assert_eq!(row[13], "ถามแล้ว");
    }
    // Cleared where it was typed, it is gone.
    review.write(QUESTIONS, &[ACME, "วันที่", "31 ก.พ."], "ค่าที่ถูกต้อง", String::new());
    office.drop("ตรวจแล้ว.xlsx", &review.bytes());
    office.run(&[]);
    let shown = Filled::open(&office);
    let (_, rows) = shown.rows(QUESTIONS);
    assert!(rows.iter().all(|row| row[12].to_string().is_empty()));
}

#[test]
fn the_first_sheet_counts_down_and_pairs_stand_one_under_the_other_with_links() {
    let office = office();
    office.run(&[]);
    let bytes = fs::read(office.path("outbox/review.xlsx")).unwrap();
    let mut book = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let formulas = book.worksheet_formula("วันนี้ต้องทำอะไร").unwrap();
    let formulas: Vec<&String> = formulas.used_cells().map(|(_, _, formula)| formula).collect();
    assert!(formulas.iter().any(|formula| formula.contains("เรื่องที่รอตัดสิน")), "{formulas:?}");
    let review = Filled::open(&office);
    let (_, rows) = review.rows(QUESTIONS);
    let pair = rows.iter().position(|row| row[1].to_string().starts_with("สองรายการนี้")).unwrap();
    let other = &rows[pair + 1..];
    let label = other.iter().find(|row| row[1] == "เทียบกับ").unwrap();
    assert!(label.last().unwrap().to_string().is_empty(), "the other row is no question of its own");
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut links = String::new();
    let part = package.by_name("xl/worksheets/_rels/sheet2.xml.rels").unwrap();
    std::io::Read::read_to_string(&mut std::io::BufReader::new(part), &mut links).unwrap();
    assert!(links.contains("../inbox/"), "{links}");
}

#[test]
fn with_all_answered_nothing_is_open_and_the_run_ends_with_0() {
    let office = office();
    office.drop("สนน ม.ค. 66.xlsx", b"PK\x03\x04 cut");
    assert_eq!(office.run(&[]).status.code(), Some(3));
    let mut code = None;
    for round in 0..4 {
        let mut review = Filled::open(&office);
        for question in review.asked() {
            let words: Vec<&str> = question.split('|').collect();
            let answer = match words[0] {
                text if text.starts_with("สองรายการ") || text.starts_with("รวมไว้") => {
                    "กิจกรรมเดียวกัน"
                }
                text if text.starts_with("เป็นงานต่าง") || text.starts_with("แยกไว้") => {
                    "เป็นงานต่างประเทศ"
                }
                text if text.starts_with("หน่วยงาน") => "องค์การหรือเครือข่ายระหว่างประเทศ",
                text if text.starts_with("แฟ้มนี้") => "ดูแล้ว ไม่มีอะไรต้องเพิ่ม",
                _ => "ถูกต้องแล้ว",
            };
            review.decide(&words, answer);
        }
        office.drop(&format!("ตรวจ {round}.xlsx"), &review.bytes());
        code = office.run(&[]).status.code();
    }
    assert_eq!(office.json("run.json")["totals"]["questions"], 0, "{:#?}", Filled::open(&office).asked());
    assert_eq!(code, Some(0));
}
