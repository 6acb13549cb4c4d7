//! The summary speaks of the period that was chosen; the register and its lists hold all.

use super::{HEADING, Office, monthly_report};
use serde_json::json;
use std::fs;

fn report(department: &str, month: &str, activities: &[&str]) -> Vec<u8> {
    let period = format!("ประจำเดือน{month}");
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", &period, department];
    let day = format!("10 {month}");
    let rows: Vec<[&str; 6]> = activities.iter().map(|activity| ["1", &day, activity, "", "", ""]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    monthly_report("รายงาน", titles, HEADING, &rows)
}

fn office() -> Office {
    let office = Office::new();
    let all = [
        ("ธันวาคม 2565", &["ประชุมหารือกับเอกอัครราชทูตญี่ปุ่น"][..]),
        ("มกราคม 2566", &["ต้อนรับเอกอัครราชทูตฝรั่งเศส", "ประชุมหารือกับเอกอัครราชทูตอินเดีย"]),
    ];
    for (month, activities) in all {
        office.drop(&format!("{month}.xlsx"), &report("สำนักสิ่งแวดล้อม", month, activities));
    }
    office
}

/// The months that are chosen on the first sheet, and its first figure.
fn head(office: &Office) -> (String, f64) {
    use calamine::Reader;
    let bytes = fs::read(office.path("outbox/engagements.xlsx")).unwrap();
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let figure = range.get_value((5, 0)).unwrap().to_string().parse().unwrap();
    let month = |column| match range.get_value((2, column)).unwrap() {
        calamine::Data::DateTime(day) => format!("{:?}", day.to_ymd_hms_milli()),
        other => other.to_string(),
    };
    (format!("{} {}", month(2), month(5)), figure)
}

#[test]
fn each_way_to_choose_a_period_counts_its_months_alone() {
    let office = office();
    let ways: [(&[&str], &str, f64); 6] = [
        (&[], "ทั้งหมด ทั้งหมด", 3.0),
        (&["--month", "2566-01"], "(2023, 1, 1, 0, 0, 0, 0) (2023, 1, 1, 0, 0, 0, 0)", 2.0),
        (&["--month", "2022-12"], "(2022, 12, 1, 0, 0, 0, 0) (2022, 12, 1, 0, 0, 0, 0)", 1.0),
        (&["--quarter", "2566-1"], "(2022, 10, 1, 0, 0, 0, 0) (2022, 12, 1, 0, 0, 0, 0)", 1.0),
        (&["--fiscal-year", "2566"], "(2022, 10, 1, 0, 0, 0, 0) (2023, 9, 1, 0, 0, 0, 0)", 3.0),
        (
            &["--from", "2565-11", "--to", "2565-12"],
            "(2022, 11, 1, 0, 0, 0, 0) (2022, 12, 1, 0, 0, 0, 0)",
            1.0,
        ),
    ];
    for (options, named, figure) in ways {
        office.run(options);
        let (said, counted) = head(&office);
        assert_eq!(said, named, "{options:?}");
        assert!((counted - figure).abs() < 0.1, "{options:?}: {counted}");
        assert_eq!(office.json("engagements.json").as_array().unwrap().len(), 3);
        assert_eq!(office.json("run.json")["totals"]["state"], 3, "the record is of all");
    }
    assert_eq!(office.json("run.json")["options"]["period"], json!("2022-11/2022-12"));
}

#[test]
fn a_period_that_cannot_be_is_wrong_usage() {
    let office = office();
    let wrong: [&[&str]; 7] = [
        &["--month", "2566"],
        &["--month", "2566-13"],
        &["--quarter", "2566-5"],
        &["--fiscal-year", "2566-01"],
        &["--from", "2566-01"],
        &["--from", "2566-02", "--to", "2566-01"],
        &["--month", "2566-01", "--fiscal-year", "2566"],
    ];
    for options in wrong {
        assert_eq!(office.run(options).status.code(), Some(2), "{options:?}");
    }
    assert!(!office.path("outbox/engagements.xlsx").exists());
}
