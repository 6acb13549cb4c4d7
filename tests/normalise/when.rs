//! Which text of a record is the event's day.

use focalpoint::dates::{Habit, ReportPeriod};
use focalpoint::model::{Context, Doubt, Mark, Period, Place, Reading, Record, Role, Status, Value, Written};
use focalpoint::normalise::when::period_of;
use focalpoint::vocab::Vocab;
use jiff::civil::{DateTime, date};
use std::collections::BTreeMap;

/// A record of texts with the headings over them.
fn record(fields: &[(Role, &str, &str)]) -> Record {
    let place = Place::file("รายงาน.xlsx");
    let mut map: BTreeMap<Role, Vec<Written>> = BTreeMap::new();
    for (role, heading, text) in fields {
        map.entry(*role).or_default().push(Written {
            text: (*text).to_owned(),
            value: None,
            place: place.clone(),
            heading: (*heading).to_owned(),
            flaw: None,
        });
    }
    Record {
        place,
        layout: String::new(),
        fields: map,
        context: Context::default(),
        doubtful: false,
        marks: Vec::new(),
    }
}

fn year() -> ReportPeriod {
    ReportPeriod { start: date(2025, 1, 1), end: date(2025, 12, 31) }
}

fn days(reading: &Reading<Period>) -> String {
    reading.value.to_string()
}

fn read(record: &Record, status: Status) -> Reading<Period> {
    period_of(Vocab::built_in(), record, Some(year()), Habit::default(), status)
}

#[test]
fn the_day_of_the_event_stands_before_that_of_a_letter_or_its_receipt() {
    let title = (Role::Activity, "เรื่อง", "คณะเมืองตัวอย่างศึกษาดูงาน");
    for (columns, day) in [
        (
            vec![(Role::Date, "วันที่รับหนังสือ", "2 เม.ย. 68"), (Role::Date, "วันที่รับรอง", "22 เม.ย. 68")],
            "2025-04-22",
        ),
        (vec![(Role::Date, "ลงวันที่", "2 เม.ย. 68"), (Role::Date, "วันที่", "22 เม.ย. 68")], "2025-04-22"),
        (
            vec![(Role::Date, "วันรับเรื่อง", "2 เม.ย. 68"), (Role::Remark, "วันปฏิบัติงาน/วันส่งงาน", "22 เม.ย. 68")],
            "2025-04-22",
        ),
        (vec![(Role::Date, "วันที่", "2 เม.ย. 68"), (Role::Remark, "วันที่กลับ", "22 เม.ย. 68")], "2025-04-02"),
        (vec![(Role::Date, "วันที่เดินทางกลับ", "22 เม.ย. 68"), (Role::Date, "วันที่", "2 เม.ย. 68")], "2025-04-02"),
    ] {
        let fields: Vec<_> = columns.iter().copied().chain([title]).collect();
        let reading = read(&record(&fields), Status::Held);
        assert_eq!((days(&reading).as_str(), &reading.doubts[..]), (day, &[][..]), "{columns:?}");
    }
    let letter = record(&[(Role::Date, "ลงวันที่", "2 เม.ย. 68"), title]);
    assert!(matches!(read(&letter, Status::Held).doubts[..], [Doubt::Approximate { .. }]));
}

#[test]
fn words_name_the_event_where_the_column_has_the_day_of_a_print_or_a_letter() {
    for heading in ["วันที่ลงข่าว", "ลงวันที่", "วันรับเรื่อง"]
    {
        let row = record(&[
            (Role::Date, heading, "6 ก.พ. 68"),
            (Role::Activity, "หัวข้อข่าว", "เปิดนิทรรศการร่วมกับสถานทูต"),
            (Role::Remark, "สรุป", "จัดแสดง เมื่อ 5 ก.พ. 68 ที่หอศิลป์"),
        ]);
        assert_eq!(days(&read(&row, Status::Held)), "2025-02-05", "{heading}");
    }
}

#[test]
fn what_was_moved_has_its_new_day() {
    let title = (Role::Activity, "", "ประชุมร่วมกับเมืองตัวอย่าง");
    for (told, status, day) in [
        ("เลื่อนเป็นวันที่ 19-25 พ.ค. 68", Status::Postponed, "2025-05-19/2025-05-25"),
        ("เดิมกำหนดไว้ในวันที่ 24 มี.ค. 68 ขอเลื่อนไปเป็นวันที่ 19 พ.ค. 68", Status::Held, "2025-05-19"),
        ("Postponed to 19 May 2025", Status::Postponed, "2025-05-19"),
        ("ไม่มีกำหนด", Status::Postponed, ""),
        ("เลื่อนจาก 24 มี.ค. 68 ไม่มีกำหนด", Status::Planned, ""),
        ("เลื่อนจากวันที่ 3 มี.ค. 68", Status::Postponed, "2025-03-24"),
        ("กำหนดประชุมครั้งต่อไปเป็นวันที่ 19 พ.ค. 68", Status::Held, "2025-03-24"),
        ("ยกเลิก", Status::Cancelled, "2025-03-24"),
    ] {
        let row = record(&[(Role::Date, "วันที่", "24 มี.ค. 68"), title, (Role::Remark, "", told)]);
        assert_eq!(days(&read(&row, status)), day, "{told}");
    }
    let former = record(&[(Role::Date, "", "ยกเลิก (เดิม 24 มี.ค. 68)"), title]);
    assert_eq!(days(&read(&former, Status::Cancelled)), "2025-03-24");
    assert_eq!(days(&read(&former, Status::Postponed)), "");
}

#[test]
fn a_note_that_corrects_a_day_beats_the_cell() {
    let mut row = record(&[(Role::Date, "วันที่", "10 มิ.ย. 68"), (Role::Activity, "", "ประชุมกับเครือข่ายเมือง")]);
    let text = "แก้เป็นวันที่ 11 มิ.ย. 68 (เลื่อนหนึ่งวัน)".to_owned();
    row.marks.push(Mark::Note { place: Place::file("รายงาน.xlsx"), text });
    assert_eq!(days(&read(&row, Status::Held)), "2025-06-11");
}

#[test]
fn day_month_and_year_in_cells_of_their_own_are_one_day() {
    let row = record(&[
        (Role::Date, "วัน", "4"),
        (Role::Date, "เดือน", "ก.พ."),
        (Role::Other, "ปี", "2568"),
        (Role::Activity, "รายการ", "หารือระบบภาษีท้องถิ่น"),
    ]);
    let reading = read(&row, Status::Held);
    assert_eq!((days(&reading).as_str(), &reading.doubts[..]), ("2025-02-04", &[][..]));
}

#[test]
fn a_record_without_a_day_takes_that_of_its_section() {
    let mut row = record(&[(Role::Time, "", "15.00 น."), (Role::Activity, "", "บริษัทต่างชาติเข้าพบ")]);
    row.context.sections = vec!["วันพฤหัสบดีที่ 8 พ.ค. 68".to_owned()];
    assert_eq!(days(&read(&row, Status::Held)), "2025-05-08");
    assert_eq!(read(&row, Status::Held).doubts, []);
    row.context.sections = vec!["วันที่ 8 พ.ค. 68".to_owned()];
    assert!(matches!(read(&row, Status::Held).doubts[..], [Doubt::Approximate { .. }]));
    row.context.sections = vec!["ข. งานความร่วมมือ ปี 2568".to_owned()];
    assert_eq!(days(&read(&row, Status::Held)), "");
}

#[test]
fn several_days_in_the_wording_beat_the_first_of_them_in_the_column() {
    for (title, day) in [
        ("รับคณะเมืองตัวอย่าง (22 - 23 ต.ค. 68)", "2025-10-22/2025-10-23"),
        ("เตรียมงานเทศกาล (24 - 25 ต.ค. 68)", "2025-10-22"),
        ("ทบทวนแผนตั้งแต่ 1 - 31 ต.ค. 68", "2025-10-22"),
    ] {
        let row = record(&[(Role::Date, "วันที่", "22 ต.ค. 68"), (Role::Activity, "", title)]);
        assert_eq!(days(&read(&row, Status::Held)), day, "{title}");
    }
}

#[test]
fn a_register_of_many_months_has_no_day_that_is_turned_into_a_range() {
    let signed = |month: i8, day: i8| {
        let mut row = record(&[(Role::Date, "วันที่ลงนาม", ""), (Role::Activity, "", "ลงนามบันทึกความเข้าใจ")]);
        let value = Value::Date(DateTime::new(2026, month, day, 0, 0, 0, 0).unwrap());
        for written in row.fields.get_mut(&Role::Date).into_iter().flatten() {
            written.value = Some(value.clone());
        }
        row
    };
    let rows: Vec<Record> = (1..=8).map(|month| signed(month, 26)).collect();
    let october = Some(ReportPeriod { start: date(2026, 10, 1), end: date(2026, 10, 31) });
    let habit = focalpoint::dates::habit::of(&focalpoint::dates::habit::habits(&rows), &rows[1]);
    assert_eq!(days(&period_of(Vocab::built_in(), &rows[1], october, habit, Status::Held)), "2026-02-26");
}

#[test]
fn a_day_that_the_period_contradicts_names_the_likely_one() {
    for (text, value, likely) in [
        ("16 ม.ค. 58", "2015-01-16", None),
        ("16 ก.ค. 2558", "2015-07-16", Some("2025-07-16")),
        ("16 ก.ค. 2567", "2024-07-16", Some("2025-07-16")),
        ("16 ก.ค. 2556", "2013-07-16", None),
        ("16 ก.ค. 2578", "2035-07-16", Some("2025-07-16")),
    ] {
        let row = record(&[(Role::Date, "วันที่", text), (Role::Activity, "", "ประชุมกับเครือข่ายเมือง")]);
        let july = ReportPeriod { start: date(2025, 7, 1), end: date(2025, 7, 31) };
        let reading = period_of(Vocab::built_in(), &row, Some(july), Habit::default(), Status::Held);
        assert_eq!(days(&reading), value, "{text}");
        let named: Vec<Option<String>> = reading
            .doubts
            .iter()
            .filter_map(|doubt| match doubt {
                Doubt::OutsidePeriod { likely, .. } => Some(likely.map(|day| day.to_string())),
                _ => None,
            })
            .collect();
        assert_eq!(named, [likely.map(str::to_owned)], "{text}");
    }
}

#[test]
fn one_day_within_the_quarter_of_a_mark_is_the_day() {
    let of = |remark: &str| {
        let title = (Role::Activity, "กิจกรรม", "ต้อนรับคณะเมืองตัวอย่าง");
        let fields = [title, (Role::Date, "ไตรมาส 2", "ไตรมาส 2"), (Role::Remark, "คำอธิบาย", remark)];
        days(&read(&record(&fields), Status::Held))
    };
    let quarter = of("");
    assert_ne!(quarter, "2025-02-10");
    assert_eq!(of("จัดเมื่อวันที่ 10 ก.พ. 68 ณ ศาลาว่าการ"), "2025-02-10");
    assert_eq!(of("จัดเมื่อวันที่ 10 ก.ย. 68"), quarter, "a day outside contradicts");
    assert_eq!(of("จัดเมื่อเดือน ก.พ. 68"), quarter, "a month is no day");
}
