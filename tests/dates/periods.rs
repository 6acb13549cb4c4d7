//! The period of a report from its surroundings, and that of a record from its columns.

use focalpoint::dates::habit::{habits, of};
use focalpoint::dates::{Habit, ReportPeriod, report_period};
use focalpoint::model::{
    Context, Doubt, Hint, Period, Place, Reading, Record, Role, Status, Trust, Value, Written,
};
use focalpoint::normalise::when;
use focalpoint::vocab::Vocab;
use jiff::civil::{DateTime, date};
use std::collections::BTreeMap;

fn hint(trust: Trust, text: &str) -> Hint {
    Hint { text: text.to_owned(), trust }
}

fn taken(hints: &[Hint]) -> String {
    report_period(hints).0.map_or_else(String::new, |period| format!("{} {}", period.start, period.end))
}

#[test]
fn one_place_names_the_period() {
    for (trust, text, period) in [
        (Trust::Title, "รายงานผลการดำเนินงาน ประจำเดือนมกราคม ๒๕๖๖", "2023-01-01 2023-01-31"),
        (
            Trust::Title,
            "แบบรายงานกิจกรรมด้านการต่างประเทศ (แบบ กต.1)\nประจำเดือน ม.ค. 66",
            "2023-01-01 2023-01-31",
        ),
        (Trust::Title, "ไตรมาสที่ 1 ปีงบประมาณ 2566", "2022-10-01 2022-12-31"),
        (Trust::Title, "ประจำปีงบประมาณ พ.ศ. 2566", "2022-10-01 2023-09-30"),
        (Trust::Title, "รอบ 6 เดือน (1 ต.ค. 65 - 31 มี.ค. 66)", "2022-10-01 2023-03-31"),
        (Trust::Title, "ระหว่างวันที่ 1 - 31 มกราคม 2566", "2023-01-01 2023-01-31"),
        (Trust::Title, "Monthly report, January 2023", "2023-01-01 2023-01-31"),
        (Trust::Title, "2566-01", "2023-01-01 2023-01-31"),
        (Trust::Title, "2566", "2023-01-01 2023-12-31"),
        (Trust::Title, "2023-01", "2023-01-01 2023-01-31"),
        (Trust::Sheet, "ม.ค.66", "2023-01-01 2023-01-31"),
        (Trust::Sheet, "มค66", "2023-01-01 2023-01-31"),
        (Trust::Sheet, "Jan-66", "2023-01-01 2023-01-31"),
        (Trust::Sheet, "2566", "2023-01-01 2023-12-31"),
        (Trust::Sheet, "01-66", "2023-01-01 2023-01-31"),
        (
            Trust::Memo,
            "เรื่อง รายงานผลการดำเนินงานด้านการต่างประเทศ ประจำเดือนธันวาคม 2565",
            "2022-12-01 2022-12-31",
        ),
        (Trust::File, "สนน_2565-11.pdf", "2022-11-01 2022-11-30"),
        (Trust::File, "สนน_2565-11 (ส่งใหม่).pdf", "2022-11-01 2022-11-30"),
        (Trust::File, "CSTD_0765.xls", "2022-07-01 2022-07-31"),
        (Trust::File, "prd-256511.pdf", "2022-11-01 2022-11-30"),
        (Trust::File, "รายงาน ตปท. ม.ค.66_สสล.xlsx", "2023-01-01 2023-01-31"),
        (Trust::File, "กิจกรรม ปี 2565.xlsx", "2022-01-01 2022-12-31"),
        (Trust::File, "ต.ค. 65 – มี.ค. 66.xlsx", "2022-10-01 2023-03-31"),
        (Trust::File, "report 2022-11.xlsx", "2022-11-01 2022-11-30"),
        (Trust::File, "รายงานประจำเดือน มกราคม2566.xlsx", "2023-01-01 2023-01-31"),
        (Trust::File, "รายงาน_6601.xlsx", "2023-01-01 2023-01-31"),
        (Trust::File, "รายงาน 01_2566.xlsx", "2023-01-01 2023-01-31"),
        (Trust::File, "Q1-2566.xlsx", "2022-10-01 2022-12-31"),
        (Trust::Folder, "2565", "2022-01-01 2022-12-31"),
        (Trust::Folder, "ปีงบประมาณ 2566", "2022-10-01 2023-09-30"),
        (Trust::Memo, "วันที่ ๑๐ มกราคม ๒๕๖๖", ""),
        (Trust::Title, "ข้อมูล ณ วันที่ 31 มกราคม 2566", ""),
        (Trust::Title, "ที่ กท 0416/123", ""),
        (Trust::File, "แบบ กต.1.xlsx", ""),
        (Trust::File, "รายงานกิจกรรม (2).xlsx", ""),
        (Trust::Sheet, "Sheet1", ""),
        (Trust::File, "1234.pdf", ""),
    ] {
        assert_eq!(taken(&[hint(trust, text)]), period, "{text}");
    }
}

#[test]
fn a_month_takes_its_year_from_a_wider_place() {
    let wide = hint(Trust::Title, "รายงานประจำปีงบประมาณ 2566");
    assert_eq!(taken(&[hint(Trust::Sheet, "ต.ค."), wide.clone()]), "2022-10-01 2022-10-31");
    assert_eq!(taken(&[hint(Trust::Sheet, "มีนาคม"), wide]), "2023-03-01 2023-03-31");
    assert_eq!(
        taken(&[hint(Trust::File, "รายงาน สพส. กรกฎาคม.xlsx"), hint(Trust::Folder, "2565")]),
        "2022-07-01 2022-07-31"
    );
    assert_eq!(taken(&[hint(Trust::File, "รายงาน สพส. กรกฎาคม.xlsx")]), "");
}

#[test]
fn places_that_disagree_are_named_and_the_nearer_is_taken() {
    let hints = [hint(Trust::File, "รายงาน ก.พ.66.xlsx"), hint(Trust::Title, "ประจำเดือนมกราคม 2566")];
    let (period, others) = report_period(&hints);
    assert_eq!(period.map(|period| period.start), Some(date(2023, 1, 1)));
    assert_eq!(others.len(), 1);
    assert_eq!(others[0].other, "รายงาน ก.พ.66.xlsx");
    let agree = [hint(Trust::File, "รายงาน ม.ค.66.xlsx"), hint(Trust::Title, "ประจำปี 2566")];
    assert_eq!(report_period(&agree).1, []);
}

fn record(fields: &[(Role, &str, Option<Value>)], sections: &[&str]) -> Record {
    let place = Place::file("a.xlsx");
    let mut map: BTreeMap<Role, Vec<Written>> = BTreeMap::new();
    for (role, text, value) in fields {
        map.entry(*role).or_default().push(Written {
            text: (*text).to_owned(),
            value: value.clone(),
            place: place.clone(),
            heading: String::new(),
            flaw: None,
        });
    }
    let sections = sections.iter().map(|text| (*text).to_owned()).collect();
    Record {
        place,
        layout: String::new(),
        fields: map,
        context: Context { sections, ..Context::default() },
        doubtful: false,
        marks: Vec::new(),
    }
}

fn shown(reading: &Reading<Period>) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
    format!("{} {} {}", day(reading.value.start), day(reading.value.end), reading.value.precision.code())
}

fn period_of(record: &Record, report: Option<ReportPeriod>, habit: Habit) -> Reading<Period> {
    when::period_of(Vocab::built_in(), record, report, habit, Status::Held)
}

fn january() -> ReportPeriod {
    ReportPeriod { start: date(2023, 1, 1), end: date(2023, 1, 31) }
}

fn stored(year: i16, month: i8, day: i8) -> Value {
    Value::Date(DateTime::new(year, month, day, 0, 0, 0, 0).unwrap())
}

#[test]
fn two_columns_give_first_and_last_day() {
    let two = record(&[(Role::Date, "16 ม.ค. 66", None), (Role::DateEnd, "20 ม.ค. 66", None)], &[]);
    assert_eq!(shown(&period_of(&two, None, Habit::default())), "2023-01-16 2023-01-20 day");
    let one = record(&[(Role::Date, "16 ม.ค. 66", None), (Role::DateEnd, "-", None)], &[]);
    assert_eq!(shown(&period_of(&one, None, Habit::default())), "2023-01-16 2023-01-16 day");
    assert_eq!(period_of(&one, None, Habit::default()).doubts, []);
    let short = record(&[(Role::Date, "16", None), (Role::DateEnd, "20 ม.ค. 66", None)], &[]);
    assert_eq!(shown(&period_of(&short, None, Habit::default())), "2023-01-16 2023-01-20 day");
    let reversed = record(&[(Role::Date, "20 ม.ค. 66", None), (Role::DateEnd, "16 ม.ค. 66", None)], &[]);
    let reading = period_of(&reversed, None, Habit::default());
    assert_eq!(shown(&reading), "… … none");
    assert!(matches!(reading.doubts[..], [Doubt::ImpossibleDate { .. }]));
}

#[test]
fn a_section_that_states_its_month_leaves_no_doubt() {
    for (text, value) in
        [("16", None), ("16", Some(Value::Number(16.0))), ("16 ม.ค.", None), ("วันที่ 16", None)]
    {
        let reading = period_of(
            &record(&[(Role::Date, text, value)], &["ด้านการศึกษา", "เดือนมกราคม 2566"]),
            None,
            Habit::default(),
        );
        assert_eq!(shown(&reading), "2023-01-16 2023-01-16 day", "{text}");
        assert_eq!(reading.doubts, [], "{text}");
    }
    let reading =
        period_of(&record(&[(Role::Date, "16", None)], &["มกราคม"]), Some(january()), Habit::default());
    assert_eq!(shown(&reading), "2023-01-16 2023-01-16 day");
    assert_eq!(reading.doubts, []);
    let far = period_of(&record(&[(Role::Date, "16 มี.ค.", None)], &[]), Some(january()), Habit::default());
    assert_eq!(shown(&far), "2023-03-16 2023-03-16 day");
    assert_eq!(far.doubts, [Doubt::YearFromPeriod { year: 2023 }]);
}

#[test]
fn typed_cells_are_read_as_meant() {
    for (value, report, expected, doubts) in [
        (Some(stored(2023, 1, 16)), Some(january()), "2023-01-16 2023-01-16 day", 0),
        (Some(stored(2566, 1, 16)), Some(january()), "2023-01-16 2023-01-16 day", 0),
        (Some(stored(1966, 1, 16)), Some(january()), "2023-01-16 2023-01-16 day", 1),
        (Some(stored(2023, 5, 1)), Some(january()), "2023-01-05 2023-01-05 day", 1),
        (Some(stored(2023, 2, 1)), Some(january()), "2023-02-01 2023-02-01 day", 0),
        (Some(stored(2013, 1, 16)), Some(january()), "2013-01-16 2013-01-16 day", 1),
        (Some(stored(1899, 12, 31)), Some(january()), "… … none", 1),
        (Some(Value::Number(44_942.0)), Some(january()), "2023-01-16 2023-01-16 day", 0),
        (Some(Value::Number(44_942.5)), Some(january()), "2023-01-16 2023-01-16 day", 0),
        (Some(Value::Number(43_480.0)), Some(january()), "2023-01-16 2023-01-16 day", 1),
        (Some(Value::Number(243_269.0)), Some(january()), "2023-01-16 2023-01-16 day", 0),
        (Some(Value::Number(2566.0)), None, "2023-01-01 2023-12-31 year", 0),
        (Some(Value::Number(66.0)), Some(january()), "… … none", 1),
    ] {
        let reading = period_of(
            &record(&[(Role::Date, "", value.clone()), (Role::Activity, "ประชุม", None)], &[]),
            report,
            Habit::default(),
        );
        assert_eq!(shown(&reading), expected, "{value:?}");
        assert_eq!(reading.doubts.len(), doubts, "{value:?} {:?}", reading.doubts);
    }
}

#[test]
fn a_date_stands_in_for_a_missing_column_only_if_the_column_does_not_refuse_it() {
    let told = "เมื่อวันที่ 16 ม.ค. 2566 ผู้ว่าฯ ให้การต้อนรับคณะผู้แทน";
    let prose = record(&[(Role::Activity, told, None), (Role::Venue, "ศาลาว่าการ", None)], &[]);
    assert_eq!(shown(&period_of(&prose, None, Habit::default())), "2023-01-16 2023-01-16 day");
    let refused = record(&[(Role::Date, "31 เม.ย. 66", None), (Role::Activity, told, None)], &[]);
    assert_eq!(shown(&period_of(&refused, None, Habit::default())), "… … none");
    let none = record(&[(Role::Activity, "ประชุมครั้งที่ 1/2566", None), (Role::Venue, "ห้อง 10-12", None)], &[]);
    assert_eq!(period_of(&none, Some(january()), Habit::default()).doubts, [Doubt::DateMissing]);
}

#[test]
fn only_what_is_clearly_outside_the_period_is_doubted() {
    for (text, doubted) in [
        ("16 ม.ค. 66", false),
        ("20 ธ.ค. 65", false),
        ("10 มี.ค. 66", false),
        ("28 ม.ค. - 3 ก.พ. 66", false),
        ("16 ม.ค. 65", true),
        ("16 ม.ค. 56", true),
        ("16 ธ.ค. 66", true),
    ] {
        let reading = period_of(&record(&[(Role::Date, text, None)], &[]), Some(january()), Habit::default());
        let outside = reading.doubts.iter().any(|doubt| matches!(doubt, Doubt::OutsidePeriod { .. }));
        assert_eq!(outside, doubted, "{text}");
    }
}

#[test]
fn a_month_in_a_cell_of_its_own_dates_the_day_beside_it() {
    let mut row = record(&[(Role::Date, "มกราคม 2567", None)], &[]);
    let day = record(&[(Role::Date, "23", None)], &[]).fields[&Role::Date].clone();
    row.fields.entry(Role::Date).or_default().extend(day);
    assert_eq!(shown(&period_of(&row, None, Habit::default())), "2024-01-23 2024-01-23 day");
}

#[test]
fn the_order_of_day_and_month_is_told_by_the_whole_sheet() {
    let dated = |text: &str| record(&[(Role::Date, text, None)], &[]);
    let month_first = [dated("6/12/2025"), dated("10/22/2025")];
    let read = |rows: &[Record], at: usize| period_of(&rows[at], None, of(&habits(rows), &rows[at]));
    assert_eq!(shown(&read(&month_first, 0)), "2025-06-12 2025-06-12 day");
    assert_eq!(read(&month_first, 0).doubts, []);
    assert_eq!(shown(&read(&month_first, 1)), "2025-10-22 2025-10-22 day");
    let day_first = [dated("6/12/2025"), dated("22/10/2025")];
    assert_eq!(shown(&read(&day_first, 0)), "2025-12-06 2025-12-06 day");
    let both = [dated("6/12/2025"), dated("22/10/2025"), dated("10/22/2025")];
    assert_eq!(shown(&read(&both, 0)), "2025-12-06 2025-12-06 day");
}

#[test]
fn cells_that_a_program_took_for_months_first_are_turned_back_with_a_doubt() {
    let typed = |year, month, day| {
        let value = Value::Date(DateTime::from(date(year, month, day)));
        record(&[(Role::Date, "", Some(value))], &[])
    };
    let left = |text: &str| record(&[(Role::Date, text, None)], &[]);
    let rows = [typed(2023, 5, 1), left("18/01/2023"), typed(2023, 2, 2), left("20/02/2023")];
    let reading = period_of(&rows[0], None, of(&habits(&rows), &rows[0]));
    assert_eq!(shown(&reading), "2023-01-05 2023-01-05 day");
    assert!(matches!(reading.doubts[..], [Doubt::DayMonthAmbiguous { .. }]));
}

#[test]
fn the_day_of_a_letter_is_not_that_of_the_event() {
    let letter = |subject: &str| {
        let mut row = record(&[(Role::Date, "26 พ.ค. 68", None), (Role::Activity, subject, None)], &[]);
        row.fields.get_mut(&Role::Date).unwrap()[0].heading = "ลงวันที่".to_owned();
        period_of(&row, None, Habit::default())
    };
    let told = letter("การรับรองคณะเทศบาลนครรอตเทอร์ดาม วันที่ 12-13 มิ.ย. 68");
    assert_eq!((shown(&told), told.doubts.len()), ("2025-06-12 2025-06-13 day".to_owned(), 0));
    let untold = letter("ขอความอนุเคราะห์ใช้สถานที่จัดการแสดงดนตรี");
    assert_eq!(shown(&untold), "2025-05-26 2025-05-26 day");
    assert!(matches!(untold.doubts[..], [Doubt::Approximate { .. }]));
}

#[test]
fn places_that_agree_with_each_other_do_not_hide_that_the_title_says_otherwise() {
    let told = |title: &str| {
        let hints =
            [hint(Trust::Title, title), hint(Trust::File, "สนน_2566-02"), hint(Trust::Folder, "2566-02")];
        report_period(&hints).1.len()
    };
    assert_eq!(told("ประจำเดือนมกราคม 2566"), 2);
    assert_eq!(told("ประจำปีงบประมาณ 2566"), 0);
}
