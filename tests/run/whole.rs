//! One visit, reported by two departments, with domestic work beside it.

use super::{HEADING, Office, bytes_of, monthly_report};
use serde_json::Value;
use std::fs;

fn office() -> Office {
    let office = Office::new();
    office.drop(
        "สนต ม.ค.66.xlsx",
        &monthly_report(
            "ม.ค.66",
            ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม ๒๕๖๖", "หน่วยงาน สำนักงานการต่างประเทศ"],
            HEADING,
            &[
                &[
                    "๑",
                    "๑๐ ม.ค. ๖๖",
                    "เอกอัครราชทูตโปแลนด์ประจำประเทศไทยเข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร",
                    "โปแลนด์",
                    "ห้องสุทัศน์ ศาลาว่าการกรุงเทพมหานคร",
                    "แลกเปลี่ยนแนวทางจัดการน้ำท่วม",
                ],
                &[
                    "๒",
                    "๑๒ - ๑๔ ม.ค. ๖๖",
                    "เข้าร่วมการประชุมนานาชาติว่าด้วยเมืองยืดหยุ่น จัดโดย UN-Habitat ณ กรุงมะนิลา ประเทศฟิลิปปินส์",
                    "UN-Habitat",
                    "กรุงมะนิลา ประเทศฟิลิปปินส์",
                    "ได้เครือข่ายความร่วมมือ",
                ],
                &["รวม", "", "๒ กิจกรรม", "", "", ""],
            ],
        ),
    );
    office.drop(
        "สำนักการระบายน้ำ/รายงาน มกราคม 2566.xlsx",
        &monthly_report(
            "Sheet1",
            ["รายงานการดำเนินงาน", "ประจำเดือนมกราคม 2566", "สำนักการระบายน้ำ กรุงเทพมหานคร"],
            HEADING,
            &[
                &[
                    "1",
                    "10 มกราคม 2566",
                    "ร่วมต้อนรับเอกอัครราชทูตโปแลนด์ประจำประเทศไทย และหารือการจัดการน้ำท่วม",
                    "สาธารณรัฐโปแลนด์",
                    "ห้องสุทัศน์ ศาลาว่าการกรุงเทพมหานคร",
                    "",
                ],
                &["2", "16 มกราคม 2566", "ขุดลอกคลองลาดพร้าวช่วงเขตวังทองหลาง", "-", "เขตวังทองหลาง", "แล้วเสร็จ"],
            ],
        ),
    );
    office
}

#[test]
fn one_visit_in_two_wordings_is_one_engagement_and_domestic_work_is_set_aside() {
    let office = office();
    let output = office.run(&[]);
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");

    let engagements = office.json("engagements.json");
    let all: Vec<&Value> = engagements.as_array().unwrap().iter().collect();
    assert_eq!(all.len(), 2, "{engagements:#}");

    let visit = all[0];
    assert_eq!(visit["start"], "2023-01-10");
    assert_eq!(visit["end"], "2023-01-10");
    assert_eq!(visit["countries"], serde_json::json!(["PL"]));
    assert_eq!(visit["type"], "courtesy_call");
    assert_eq!(visit["group"], "state");
    assert_eq!(visit["departments"], serde_json::json!(["DDS", "IAO"]));
    assert_eq!(visit["sources"].as_array().unwrap().len(), 2);

    let congress = all[1];
    assert_eq!((&congress["start"], &congress["end"]), (&"2023-01-12".into(), &"2023-01-14".into()));
    assert_eq!(congress["organisations"], serde_json::json!(["UN-Habitat"]));
    assert_eq!(congress["countries"], serde_json::json!(["PH"]));
    assert_eq!(congress["cities"], serde_json::json!(["Manila"]));
    assert_eq!(congress["group"], "organisation");
    assert_eq!(congress["type"], "conference");

    let run = office.json("run.json");
    let drainage = run["files"].as_array().unwrap().iter().find(|f| f["department"] == "DDS").unwrap();
    assert_eq!(
        (&drainage["rows"], &drainage["engagements"], &drainage["set_aside"]),
        (&2.into(), &1.into(), &1.into())
    );
    assert_eq!(drainage["period"], "2023-01");
}

#[test]
fn the_same_inbox_gives_the_same_bytes_with_any_number_of_jobs() {
    let office = office();
    let outputs: Vec<_> = [("a", "1"), ("b", "2"), ("c", "2")]
        .iter()
        .map(|(outbox, jobs)| {
            assert_eq!(office.run(&["--outbox", outbox, "--jobs", jobs]).status.code(), Some(0));
            bytes_of(&office.path(outbox))
        })
        .collect();
    assert!(outputs[0].len() >= 5, "{:?}", outputs[0].keys());
    for other in &outputs[1..] {
        assert_eq!(outputs[0].keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (name, bytes) in &outputs[0] {
            assert!(bytes == &other[name], "{name} differs");
        }
    }
}

#[test]
fn the_order_in_which_reports_arrive_does_not_matter() {
    let first = office();
    first.run(&["--jobs", "1"]);
    let reports = bytes_of(&first.path("inbox"));
    assert!(reports.len() >= 2);
    let second = Office::new();
    for (name, bytes) in reports.iter().rev() {
        second.drop(name, bytes);
    }
    second.run(&["--jobs", "2"]);
    assert!(bytes_of(&first.path("outbox")) == bytes_of(&second.path("outbox")));
}

#[test]
fn a_run_replaces_its_own_files_only() {
    let office = office();
    assert_eq!(office.run(&[]).status.code(), Some(0));
    fs::write(office.path("outbox/บันทึกของเจ้าหน้าที่.txt"), "เก็บไว้").unwrap();
    assert_eq!(office.run(&["--lang", "en"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(office.path("outbox/บันทึกของเจ้าหน้าที่.txt")).unwrap(), "เก็บไว้");
}

#[test]
fn without_an_inbox_nothing_is_written_and_the_old_outputs_stand() {
    let office = office();
    assert_eq!(office.run(&[]).status.code(), Some(0));
    let before = bytes_of(&office.path("outbox"));
    let output = office.run(&["--inbox", "ไม่มีโฟลเดอร์นี้", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("ไม่มีโฟลเดอร์นี้"));
    assert_eq!(before, bytes_of(&office.path("outbox")));
    office.run(&["--inbox", "ไม่มีโฟลเดอร์นี้", "--outbox", "ผลใหม่"]);
    assert!(!office.path("ผลใหม่").exists(), "a wrong inbox leaves no outbox behind");
}

#[test]
fn wrong_usage_ends_with_two_and_help_names_the_exit_codes() {
    let office = Office::new();
    assert_eq!(office.run(&["--jobs", "0"]).status.code(), Some(2));
    assert_eq!(office.run(&["--as-of", "31/01/2566"]).status.code(), Some(2));
    assert_eq!(office.run(&["--outbox", "inbox"]).status.code(), Some(2));
    fs::write(office.path("แฟ้ม.txt"), "").unwrap();
    assert_eq!(office.run(&["--outbox", "แฟ้ม.txt"]).status.code(), Some(2));
    assert!(bytes_of(&office.path("inbox")).is_empty());
    let help = office.run(&["--help"]);
    let text = String::from_utf8(help.stdout).unwrap();
    for code in ["0 ", "3 ", "1 ", "2 ", "11 ", "130 "] {
        assert!(text.lines().any(|line| line.trim_start().starts_with(code)), "{code} is not in {text}");
    }
}

#[test]
fn an_empty_inbox_is_said_and_nothing_is_written() {
    let office = Office::new();
    let run = office.run(&[]);
    assert_eq!(run.status.code(), Some(1));
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(said.contains(&office.path("inbox").display().to_string()), "{said}");
    assert!(!office.path("outbox/summary.pdf").exists());
}

#[test]
fn headings_in_plain_words_lose_no_engagement() {
    let office = Office::new();
    let report = monthly_report(
        "Sheet1",
        ["บันทึกงานต่างประเทศ", "เดือนมีนาคม 2567", "สำนักสิ่งแวดล้อม"],
        &["เรื่องที่ทำ", "เมื่อใด", "กับใคร"],
        &[
            &["หารือความร่วมมือด้านขยะ", "5 มี.ค. 67", "เทศบาลนครโอซากา"],
            &["ซื้อเครื่องวัดฝุ่นจากเยอรมนี", "8 มี.ค. 67", "-"],
            &["ฟังการบรรยายเรื่องเมืองน่าอยู่", "31 ก.พ. 67", "Acme Foundation"],
        ],
    );
    office.drop("รายงาน.xlsx", &report);
    office.run(&[]);
    let engagements = office.json("engagements.json");
    let all = engagements.as_array().unwrap();
    assert_eq!(all.len(), 2, "{engagements:#}");
    assert_eq!((&all[0]["start"], &all[0]["countries"]), (&"2024-03-05".into(), &serde_json::json!(["JP"])));

    let doubtful = &all[1];
    assert_eq!(doubtful["start"], Value::Null);
    let codes: Vec<&str> =
        doubtful["warnings"].as_array().unwrap().iter().map(|w| w["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"impossible_date"), "{codes:?}");
    assert!(codes.contains(&"international_unsure"), "{codes:?}");
    assert_eq!(office.json("run.json")["files"][0]["set_aside"], 1);
}

#[test]
fn a_workbook_whose_headings_say_nothing_is_read_by_what_its_rows_say() {
    let office = Office::new();
    let rows: &[&[&str]] = &[
        &["คณะผู้แทนกรุงโซลเข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร", "กรุงโซล"],
        &["ประชุมร่วมกับ UNESCO เรื่องเมืองสร้างสรรค์", "UNESCO"],
    ];
    office.drop("ก.xlsx", &monthly_report("Sheet1", ["ก", "ข", "ค"], &["alpha", "beta"], rows));
    office.run(&[]);
    let register = office.json("engagements.json");
    let titles: Vec<&str> =
        register.as_array().unwrap().iter().map(|entry| entry["title"].as_str().unwrap()).collect();
    assert!(rows.iter().all(|row| titles.contains(&row[0])), "{titles:?}");
}

#[test]
fn an_envoy_named_only_in_the_outcome_keeps_the_row_in_the_register_with_a_warning() {
    let office = Office::new();
    office.drop(
        "รายงาน มกราคม 2566.xlsx",
        &monthly_report(
            "Sheet1",
            ["รายงานการดำเนินงาน", "ประจำเดือนมกราคม 2566", "สำนักการระบายน้ำ กรุงเทพมหานคร"],
            HEADING,
            &[
                &[
                    "1",
                    "10 มกราคม 2566",
                    "ประชุมติดตามการระบายน้ำ",
                    "",
                    "",
                    "เอกอัครราชทูตโปแลนด์ประจำประเทศไทยเสนอช่วยด้านวิชาการ",
                ],
                &["2", "11 มกราคม 2566", "ประชุมติดตามการขุดลอกคลอง", "", "", "แล้วเสร็จตามแผน"],
            ],
        ),
    );
    office.run(&[]);
    let register = office.json("engagements.json");
    let [only] = register.as_array().unwrap().as_slice() else { panic!("{register:#}") };
    assert_eq!(only["title"], "ประชุมติดตามการระบายน้ำ");
    let codes: Vec<&str> =
        only["warnings"].as_array().unwrap().iter().filter_map(|w| w["code"].as_str()).collect();
    assert!(codes.contains(&"international_unsure"), "{codes:?}");
}

#[test]
fn an_emptied_inbox_does_not_empty_the_register() {
    let office = office();
    office.run(&[]);
    let before = bytes_of(&office.path("outbox"));
    fs::remove_dir_all(office.path("inbox")).unwrap();
    office.drop("Thumbs.db", b"x");
    assert_eq!(office.run(&[]).status.code(), Some(1));
    assert_eq!(before, bytes_of(&office.path("outbox")));
}

#[test]
fn the_day_of_the_outputs_may_be_named_in_either_era() {
    let office = office();
    let days = ["2566-02-03", "2023-02-03"].map(|day| {
        let out = format!("out {day}");
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_focalpoint"))
            .current_dir(office.path("."))
            .args(["run", "--quiet", "--as-of", day, "--outbox", &out])
            .status()
            .unwrap();
        assert_eq!(run.code(), Some(0));
        bytes_of(&office.path(&out))
    });
    assert!(days[0] == days[1]);
}

#[test]
fn people_of_a_country_in_the_column_of_the_foreign_side_are_kept_with_a_warning() {
    let office = Office::new();
    office.drop(
        "รายงาน มกราคม 2566.xlsx",
        &monthly_report(
            "Sheet1",
            ["รายงานการดำเนินงาน", "ประจำเดือนมกราคม 2566", "สำนักการระบายน้ำ กรุงเทพมหานคร"],
            HEADING,
            &[&["1", "10 มกราคม 2566", "ดูงานอุโมงค์ระบายน้ำ", "คณะผู้เชี่ยวชาญน้ำชาวดัตช์", "อุโมงค์บึงหนองบอน", ""]],
        ),
    );
    office.run(&[]);
    let register = office.json("engagements.json");
    let [only] = register.as_array().unwrap().as_slice() else { panic!("{register:#}") };
    assert_eq!(only["countries"], serde_json::json!(["NL"]));
}

#[test]
fn inspect_says_that_a_report_found_nothing_to_tell() {
    let office = Office::new();
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", "สำนักอนามัย"];
    office
        .drop("สนอ.xlsx", &monthly_report("Sheet1", titles, HEADING, &[&["", "", "ไม่มีกิจกรรม", "", "", ""]]));
    let shown = std::process::Command::new(env!("CARGO_BIN_EXE_focalpoint"))
        .current_dir(office.path("."))
        .args(["inspect", "inbox/สนอ.xlsx", "--lang", "en"])
        .output()
        .unwrap();
    assert!(String::from_utf8(shown.stdout).unwrap().contains("there was nothing"));
}
