//! Why an entry is what it is.

use super::{HEADING, Office, bytes_of, monthly_report};
use std::process::{Command, Output};

const CALL: &str = "เอกอัครราชทูตโปแลนด์ประจำประเทศไทยเข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร";

fn office() -> Office {
    let office = Office::new();
    for (file, department, day) in [
        ("1.xlsx", "สำนักงานการต่างประเทศ", "10 ม.ค. 66"),
        ("2.xlsx", "สำนักการระบายน้ำ", "10 ม.ค. 66"),
        ("3.xlsx", "สำนักสิ่งแวดล้อม", "11 ม.ค. 66"),
    ] {
        let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", department];
        let rows: &[&[&str]] = &[&["1", day, CALL, "เอกอัครราชทูตโปแลนด์", "ศาลาว่าการ", ""]];
        office.drop(file, &monthly_report("Sheet1", titles, HEADING, rows));
    }
    office
}

fn explain(office: &Office, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_focalpoint"))
        .current_dir(office.path(""))
        .arg("explain")
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn an_entry_is_explained_from_its_sources_to_its_evidence_and_nothing_is_written() {
    let office = office();
    office.run(&[]);
    let before = bytes_of(&office.path("outbox"));
    let id = office.json("engagements.json")[0]["id"].as_str().unwrap().to_owned();
    let output = explain(&office, &[&id, "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stdout).unwrap();
    for wanted in [
        "3.xlsx sheet Sheet1, row 6",
        "[3] 11 Jan 2023",
        "the most exact days, then those that most reports say",
        "[1]–[2] weight",
        "the same side, seldom met +",
        "Environment Department reports “11 Jan 2023”",
    ] {
        assert!(said.contains(wanted), "{wanted} is not in\n{said}");
    }
    assert!(before == bytes_of(&office.path("outbox")));
}

#[test]
fn an_id_that_is_not_there_is_wrong_usage_and_ids_near_it_are_named() {
    let office = office();
    office.run(&[]);
    let id = office.json("engagements.json")[0]["id"].as_str().unwrap().to_owned();
    let output = explain(&office, &["2566-0110-XX-0000"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains(&id));
}

#[test]
fn a_row_of_a_report_is_explained_whether_it_was_taken_or_set_aside() {
    let office = office();
    let rows: &[&[&str]] = &[
        &["1", "10 ม.ค. 66", CALL, "เอกอัครราชทูตโปแลนด์", "ศาลาว่าการ", ""],
        &["2", "11 ม.ค. 66", "ปลูกต้นไม้กับชาวชุมชนริมคลอง", "", "เขตบางรัก", ""],
        &["รวม 2 กิจกรรม", "", "", "", "", ""],
    ];
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", "สำนักเทศกิจ"];
    office.drop("4.xlsx", &monthly_report("Sheet1", titles, HEADING, rows));
    office.run(&[]);
    let said = |asked: &str| {
        let output = explain(&office, &[asked]);
        assert_eq!(output.status.code(), Some(0), "{asked}");
        String::from_utf8(output.stdout).unwrap()
    };
    let id = office.json("engagements.json")[0]["id"].as_str().unwrap().to_owned();
    for asked in ["4.xlsx:6", "inbox/4.xlsx:Sheet1:6", "1"] {
        assert!(said(asked).contains(&id), "{asked}: {}", said(asked));
    }
    let domestic = said("4.xlsx:7");
    assert!(domestic.contains("งานภายในประเทศ") && !domestic.contains(&id), "{domestic}");
    let total = said("4.xlsx:8");
    assert!(total.contains("ผลรวม") && total.contains("รวม 2 กิจกรรม"), "{total}");
    assert!(said("4.xlsx:99").contains("4.xlsx แถว 99"), "{}", said("4.xlsx:99"));
    // What is told in Thai has no code in it.
    let all = said("4.xlsx");
    assert!(
        !["held", "certain", "foreign side", "courtesy_call"].iter().any(|code| all.contains(code)),
        "{all}"
    );
    assert_eq!(explain(&office, &["5.xlsx:1"]).status.code(), Some(2));
}
