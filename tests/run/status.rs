//! Whether something took place, where no word of its own says so: by the boxes that are ticked, by the plan that a row
//! stands in, by a remark that puts it off.

use super::Office;
use serde_json::Value;

/// The status of each row, by its title's first word.
fn statuses(file: &str, rows: &str) -> Vec<(String, String)> {
    let office = Office::new();
    office.drop(file, rows.as_bytes());
    office.run(&[]);
    let register = office.json("engagements.json");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut all: Vec<(String, String)> = register
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (text(&e["title"]).split(' ').next().unwrap().to_owned(), text(&e["status"])))
        .collect();
    all.sort();
    all
}

fn wanted(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(title, status)| ((*title).to_owned(), (*status).to_owned())).collect()
}

#[test]
fn only_boxes_that_are_ticked_are_said() {
    let rows = "ที่,วันที่,กิจกรรม,สถานะ\n\
        1,16 ม.ค. 2566,ก1 หารือกับกรุงโซล,☐ เกิดขึ้นแล้ว ☑ ยังไม่เกิด\n\
        2,17 ม.ค. 2566,ก2 หารือกับกรุงโตเกียว,☑ จัดแล้ว ☐ ยกเลิก\n\
        3,18 ม.ค. 2566,ก3 หารือกับกรุงฮานอย,[ ] จัดแล้ว [x] ยกเลิก\n";
    let found = statuses("สสล รายงาน ม.ค. 2566.csv", rows);
    assert_eq!(found, wanted(&[("ก1", "planned"), ("ก2", "held"), ("ก3", "cancelled")]));
}

#[test]
fn rows_of_a_plan_are_planned_unless_they_tell_what_came_of_it() {
    let rows = |title: &str| {
        format!(
            "{title}\n\
             ที่,วันที่,กิจกรรม,ผล\n\
             1,16 ม.ค. 2566,ก1 หารือกับกรุงโซลเรื่องขยะ,\n\
             2,17 ม.ค. 2566,ก2 ต้อนรับคณะกรุงโตเกียวดูงานสวน,ได้แลกเปลี่ยนข้อมูลการดูแลต้นไม้\n"
        )
    };
    for title in ["แผนการดำเนินงาน สำนักสิ่งแวดล้อม ม.ค. 2566", "ส่วนที่ 2 แผนงานเดือนมกราคม 2566"]
    {
        let found = statuses("สสล ม.ค. 2566.csv", &rows(title));
        assert_eq!(found, wanted(&[("ก1", "planned"), ("ก2", "held")]), "{title}");
    }
    for title in ["กองนโยบายและแผนงาน สำนักสิ่งแวดล้อม ม.ค. 2566", "แผนและผลการดำเนินงาน ม.ค. 2566"]
    {
        let found = statuses("สสล ม.ค. 2566.csv", &rows(title));
        assert_eq!(found, wanted(&[("ก1", "held"), ("ก2", "held")]), "{title}");
    }
}

#[test]
fn remarks_and_cells_for_days_put_off_too() {
    let rows = "ที่,วันที่,กิจกรรม,หมายเหตุ\n\
        1,16 ม.ค. 2566,ก1 หารือกับกรุงโซล,เลื่อนไปก่อน\n\
        2,เลื่อนไม่มีกำหนด (เดิม 17 ม.ค. 2566),ก2 หารือกับกรุงโตเกียว,\n\
        3,18 ม.ค. 2566,ก3 ลงนามบันทึกความเข้าใจกับกรุงฮานอย,อยู่ระหว่างยกร่าง\n\
        4,19 ม.ค. 2566,ก4 ลงนามบันทึกความเข้าใจกับกรุงปราก,ไม่กำหนดอายุ\n";
    let found = statuses("สสล รายงาน ม.ค. 2566.csv", rows);
    let all = [("ก1", "postponed"), ("ก2", "postponed"), ("ก3", "planned"), ("ก4", "held")];
    assert_eq!(found, wanted(&all));
}
