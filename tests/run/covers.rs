//! What a file speaks of: every department and month, by its title, sheets, sections, the days of its rows, its name.

use super::{HEADING, Office, monthly_report};
use rust_xlsxwriter::Workbook;

const WASTE: &str = "ประชุมหารือกับ JICA เรื่องการจัดการขยะอาหาร";
const CARBON: &str = "ประชุมร่วมกับ UNDP เรื่องตลาดคาร์บอน";

/// `department:month` of every month that the file speaks of, `!` behind those in which there was nothing.
fn covers(office: &Office, file: &str) -> Vec<String> {
    let run = office.json("run.json");
    let files = run["files"].as_array().unwrap();
    let found = files.iter().find(|one| one["file"] == file).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let covered = |one: &serde_json::Value| {
        let nil = if one["nil"].as_bool().unwrap() { "!" } else { "" };
        format!("{}:{}{nil}", text(&one["department"]), text(&one["month"]))
    };
    found["covers"].as_array().unwrap().iter().map(covered).collect()
}

fn one(name: &str, bytes: &[u8]) -> Vec<String> {
    let office = Office::new();
    office.drop(name, bytes);
    office.run(&[]);
    covers(&office, name)
}

fn report(title: &str, rows: &[&[&str]]) -> Vec<u8> {
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", title, "หน่วยงาน สำนักสิ่งแวดล้อม"];
    monthly_report("รายงาน", titles, HEADING, rows)
}

#[test]
fn a_monthly_report_speaks_of_its_month_whatever_day_a_row_has() {
    let rows: &[&[&str]] =
        &[&["1", "10 ม.ค. 66", WASTE, "", "", ""], &["2", "28 ธ.ค. 65", CARBON, "", "", ""]];
    assert_eq!(one("ก.xlsx", &report("ประจำเดือนมกราคม 2566", rows)), ["ENV:2023-01"]);
}

#[test]
fn a_quarter_is_three_months_also_where_nothing_was_done() {
    let rows: &[&[&str]] = &[&["1", "10 ม.ค. 66", WASTE, "", "", ""]];
    let title = "ไตรมาสที่ 2 ปีงบประมาณ 2566";
    assert_eq!(one("ก.xlsx", &report(title, rows)), ["ENV:2023-01", "ENV:2023-02", "ENV:2023-03"]);
}

#[test]
fn a_list_of_a_fiscal_year_speaks_of_the_months_up_to_its_last_row() {
    let rows: &[&[&str]] =
        &[&["1", "10 ต.ค. 65", WASTE, "", "", ""], &["2", "20 ธ.ค. 65", CARBON, "", "", ""]];
    let found = one("ก.xlsx", &report("ปีงบประมาณ พ.ศ. 2566", rows));
    assert_eq!(found, ["ENV:2022-10", "ENV:2022-11", "ENV:2022-12"]);
}

#[test]
fn a_list_without_a_period_speaks_of_the_months_of_what_was_held() {
    let rows: &[&[&str]] = &[
        &["1", "10 ต.ค. 65", WASTE, "", "", ""],
        &["2", "20 ธ.ค. 65", CARBON, "", "", ""],
        &["3", "20 พ.ค. 66", "กำหนดต้อนรับคณะผู้แทนนครโอซากา ประเทศญี่ปุ่น", "", "", ""],
    ];
    assert_eq!(one("ก.xlsx", &report("ทะเบียนกิจกรรม", rows)), ["ENV:2022-10", "ENV:2022-12"]);
}

/// A workbook of monthly sheets, each with a title, and its rows or a line that there was nothing.
fn sheets(months: &[(&str, &str, Option<&str>)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (month, day, activity) in months {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*month).unwrap();
        sheet.write(0, 0, format!("รายงานกิจกรรมด้านการต่างประเทศ ประจำเดือน{month} 2566")).unwrap();
        sheet.write(1, 0, "หน่วยงาน สำนักสิ่งแวดล้อม").unwrap();
        if let Some(activity) = activity {
            for (column, text) in ["ลำดับ", "วันที่", "กิจกรรม"].iter().enumerate()
            {
                sheet.write(3, column as u16, *text).unwrap();
            }
            for (column, text) in ["1", day, activity].iter().enumerate() {
                sheet.write(4, column as u16, *text).unwrap();
            }
        } else {
            sheet.write(3, 0, "ไม่มีกิจกรรมด้านการต่างประเทศ").unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_of_monthly_sheets_speaks_of_each_and_says_which_had_nothing() {
    let bytes = sheets(&[
        ("มกราคม", "10 ม.ค. 66", Some(WASTE)),
        ("กุมภาพันธ์", "", None),
        ("มีนาคม", "9 มี.ค. 66", Some(CARBON)),
    ]);
    assert_eq!(one("ก.xlsx", &bytes), ["ENV:2023-01", "ENV:2023-02!", "ENV:2023-03"]);
}

#[test]
fn a_report_that_there_was_nothing_says_so_of_its_month() {
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", "หน่วยงาน สำนักสิ่งแวดล้อม"];
    let bytes = monthly_report("รายงาน", titles, HEADING, &[&["", "", "ไม่มีกิจกรรม", "", "", ""]]);
    assert_eq!(one("ก.xlsx", &bytes), ["ENV:2023-01!"]);
}

#[test]
fn what_cannot_be_read_is_known_by_its_name_and_folders() {
    let office = Office::new();
    office.drop("สำนักสิ่งแวดล้อม/รายงาน ธ.ค. 65.xlsx", b"PK\x03\x04 cut off");
    office.drop("ไม่รู้.xlsx", b"PK\x03\x04 cut");
    office.run(&[]);
    assert_eq!(covers(&office, "สำนักสิ่งแวดล้อม/รายงาน ธ.ค. 65.xlsx"), ["ENV:2022-12"]);
    assert_eq!(covers(&office, "ไม่รู้.xlsx"), [""; 0]);
}

#[test]
fn a_copy_and_a_restricted_report_speak_of_nothing() {
    let office = Office::new();
    let rows: &[&[&str]] = &[&["1", "10 ม.ค. 66", WASTE, "", "", ""]];
    office.drop("ก.xlsx", &report("ประจำเดือนมกราคม 2566", rows));
    office.drop("ข.xlsx", &report("ประจำเดือนมกราคม 2566", rows));
    office.drop("ค.xlsx", &report("ลับมาก", rows));
    office.run(&[]);
    assert_eq!(covers(&office, "ข.xlsx"), [""; 0]);
    assert_eq!(covers(&office, "ค.xlsx"), [""; 0]);
}

#[test]
fn a_department_that_no_list_has_stands_by_its_name_as_written_and_is_said() {
    let office = Office::new();
    let titles =
        ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", "หน่วยงาน สำนักพัฒนาเมืองดิจิทัล กรุงเทพมหานคร"];
    let rows: &[&[&str]] = &[&["1", "10 ม.ค. 66", WASTE, "", "", ""]];
    office.drop("ก.xlsx", &monthly_report("รายงาน", titles, HEADING, rows));
    office.run(&[]);
    let entries = office.json("engagements.json");
    assert_eq!(entries[0]["departments"], serde_json::json!(["สำนักพัฒนาเมืองดิจิทัล"]));
    let run = office.json("run.json");
    assert_eq!(run["files"][0]["status"], "read_with_warnings");
    assert!(run["files"][0]["message"].as_str().unwrap().contains("สำนักพัฒนาเมืองดิจิทัล"));
}
