//! Date texts to first day, last day and precision.

use focalpoint::dates::{ReportPeriod, Setting, read, value_period};
use focalpoint::model::{Doubt, Period, Reading, Value};
use jiff::civil::{DateTime, date};

/// A row of a table of date texts.
struct Case {
    text: String,
    start: String,
    end: String,
    precision: String,
    kind: String,
}

fn cases(table: &str) -> Vec<Case> {
    table
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            Case {
                text: fields[0].replace("\\n", "\n"),
                start: fields[1].to_owned(),
                end: fields[2].to_owned(),
                precision: fields[3].to_owned(),
                kind: fields[4].to_owned(),
            }
        })
        .collect()
}

fn january() -> ReportPeriod {
    ReportPeriod { start: date(2023, 1, 1), end: date(2023, 1, 31) }
}

fn cell(text: &str, value: &Value) -> Reading<Period> {
    value_period(
        value,
        text,
        &Setting { report: Some(january()), section: None, field: true, ..Setting::default() },
    )
}

fn shown(reading: &Reading<Period>) -> [String; 3] {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    [day(reading.value.start), day(reading.value.end), reading.value.precision.code().to_owned()]
}

/// The reading of a row: typed cells as cells, texts that need their surroundings with a report of January 2023.
fn reading(case: &Case) -> Reading<Period> {
    let stored = |year, month, day| Value::Date(DateTime::new(year, month, day, 0, 0, 0, 0).unwrap());
    match case.text.as_str() {
        "datetime(2023,12,10) shown 10-ธ.ค." => return cell("10-ธ.ค.", &stored(2023, 12, 10)),
        "datetime(2566,1,10)" => return cell("", &stored(2566, 1, 10)),
        "datetime(2023,10,1) shown 10/1/2023" => return cell("10/1/2023", &stored(2023, 10, 1)),
        _ => {}
    }
    if case.kind == "excel_serial" {
        return cell(&case.text, &Value::Number(case.text.parse().unwrap()));
    }
    let report = (case.kind == "context").then(january);
    read(&case.text, &Setting { report, section: None, field: case.kind != "prose", ..Setting::default() })
}

fn failures(table: &str) -> (Vec<String>, f64) {
    let cases = cases(table);
    let mut wrong = Vec::new();
    let (mut plain, mut doubted) = (0, 0);
    for case in &cases {
        let reading = reading(case);
        let is_plain = case.kind == "be" || case.kind == "ce";
        plain += u32::from(is_plain);
        doubted += u32::from(is_plain && !reading.doubts.is_empty() && case.precision != "none");
        if shown(&reading) != [case.start.clone(), case.end.clone(), case.precision.clone()] {
            wrong.push(format!("{:?}: {:?} {:?}", case.text, shown(&reading), reading.doubts));
        }
    }
    (wrong, f64::from(doubted) / f64::from(plain))
}

#[test]
fn every_form_of_the_reference_is_read() {
    let (wrong, doubted) = failures(include_str!("dates.tsv"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(doubted <= 0.03, "{doubted} of the plain dates are doubted");
}

#[test]
fn texts_as_offices_write_them_are_read() {
    let (wrong, doubted) = failures(include_str!("dates_field.tsv"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(doubted <= 0.03, "{doubted} of the plain dates are doubted");
}

#[test]
fn texts_of_other_years_are_read() {
    let (wrong, doubted) = failures(include_str!("dates_years.tsv"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(doubted <= 0.03, "{doubted} of the plain dates are doubted");
}

#[test]
fn what_is_uncertain_is_never_passed_without_a_doubt() {
    let kinds = ["approx", "ambiguous"];
    for case in cases(include_str!("dates_years.tsv")).iter().filter(|case| kinds.contains(&&*case.kind)) {
        assert!(!reading(case).doubts.is_empty(), "{}", case.text);
    }
    for text in ["10/11/12", "22 กรกฎาคม 256"] {
        let reading = read(text, &Setting { field: true, ..Setting::default() });
        assert!(!reading.doubts.is_empty(), "{text}: {reading:?}");
    }
}

#[test]
fn figures_left_beside_a_month_or_year_raise_a_doubt() {
    for text in ["ม.ค. 66 (10-12)", "วันที่ 1 เดือน 2 ปี 2566", "ชั้น 10 ม.ค. 66", "ไตรมาสแรก ปี 2566", "ปี 2565/2566"]
    {
        let reading = read(text, &Setting { field: true, ..Setting::default() });
        assert!(!reading.doubts.is_empty(), "{text}");
    }
}

#[test]
fn impossible_days_are_refused_with_the_reason() {
    for text in ["31 ก.ย. 65", "31 เม.ย. 66", "29 ก.พ. 2566", "12 - 10 ม.ค. 66", "32 ม.ค. 66", "0 ม.ค. 66"]
    {
        let reading = read(text, &Setting { field: true, ..Setting::default() });
        assert_eq!(shown(&reading), ["", "", "none"], "{text}");
        assert!(matches!(reading.doubts[..], [Doubt::ImpossibleDate { .. }]), "{text}: {:?}", reading.doubts);
    }
}
