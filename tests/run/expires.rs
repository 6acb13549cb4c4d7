//! An agreement's last day in force is no day of the event, wherever a report states it.

use super::Office;
use serde_json::{Value, json};

/// The first word of each title, with its day, its last day and the last day in force.
fn days(register: &Value) -> Vec<[Value; 4]> {
    let row = |e: &Value| {
        let title = e["title"].as_str().unwrap().split(' ').next().unwrap();
        [json!(title), e["start"].clone(), e["end"].clone(), e["expires"].clone()]
    };
    let mut days: Vec<[Value; 4]> = register.as_array().unwrap().iter().map(row).collect();
    days.sort_by_key(|row| row[0].to_string());
    days
}

#[test]
fn a_register_of_agreements_has_a_column_for_it() {
    for heading in ["วันหมดอายุ", "วันสิ้นสุด", "มีผลบังคับใช้ถึง", "Expiry date", "Valid until"]
    {
        let office = Office::new();
        let rows = format!(
            "ลำดับ,ชื่อความตกลง,คู่ภาคี,วันที่ลงนาม,{heading},หน่วยงาน\n\
             1,ก1 บันทึกความเข้าใจด้านสิ่งแวดล้อม,กรุงโซล สาธารณรัฐเกาหลี,16 ม.ค. 2566,15 ม.ค. 2571,สำนักสิ่งแวดล้อม\n\
             2,ก2 บันทึกความเข้าใจด้านสาธารณสุข,กรุงบูดาเปสต์ ฮังการี,20/01/2566,19/01/2569,สำนักอนามัย\n\
             3,ก3 บันทึกความเข้าใจด้านการแพทย์,JICA,23 ม.ค. 2566,ไม่มีกำหนด,สำนักอนามัย\n\
             4,ก4 บันทึกความเข้าใจด้านการศึกษา,เมืองฟุกุโอกะ ญี่ปุ่น,24 ม.ค. 2566,2570,สำนักการศึกษา\n\
             5,ก5 บันทึกความเข้าใจด้านการกีฬา,นครโอซากา ญี่ปุ่น,25 ม.ค. 2566,24 ม.ค. 2565,สำนักวัฒนธรรม\n"
        );
        office.drop("ทะเบียนความตกลง ม.ค. 2566.csv", rows.as_bytes());
        office.run(&[]);
        let register = office.json("engagements.json");
        let day = |title: &str, day: &str, last: Value| [json!(title), json!(day), json!(day), last];
        assert_eq!(
            days(&register),
            [
                day("ก1", "2023-01-16", json!("2028-01-15")),
                day("ก2", "2023-01-20", json!("2026-01-19")),
                day("ก3", "2023-01-23", Value::Null),
                // A year is no day, and no agreement ends before it begins: asked, not guessed.
                day("ก4", "2023-01-24", Value::Null),
                day("ก5", "2023-01-25", Value::Null),
            ],
            "{heading}"
        );
        let asked: Vec<bool> = register
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["warnings"].as_array().unwrap().iter().any(|w| w["field"] == "expires"))
            .collect();
        assert_eq!(asked, [false, false, false, true, true], "{heading}");
    }
}

#[test]
fn words_state_it_too() {
    let office = Office::new();
    let rows = "ที่,วันที่,กิจกรรม,ต่างประเทศ,ผล\n\
        1,16 ม.ค. 2566,ข1 ลงนามบันทึกความเข้าใจกับกรุงโซล,สาธารณรัฐเกาหลี,มีผลบังคับใช้ถึงวันที่ 15 ม.ค. 2571\n\
        2,,ข2 ลงนาม MOU กับกรุงบูดาเปสต์ มีผลบังคับใช้ 5 ปี ตั้งแต่วันที่ 18 ม.ค. 2566 ถึงวันที่ 17 ม.ค. 2571,ฮังการี,\n\
        3,19 ม.ค. 2566,ข3 ลงนาม MOU กับเมืองฟุกุโอกะ (หมดอายุ 31 ธันวาคม 2570),ญี่ปุ่น,\n\
        4,20 ม.ค. 2566,ข4 ลงนาม MOU กับนครโอซากา มีอายุ 5 ปี,ญี่ปุ่น,\n\
        5,21 - 22 ม.ค. 2566,ข5 ประชุมร่วมกับนครเกียวโต,ญี่ปุ่น,หนังสือเดินทางหมดอายุ 30 ม.ค. 2570\n";
    office.drop("สสล. รายงาน ม.ค. 2566.csv", rows.as_bytes());
    office.run(&[]);
    let row =
        |title: &str, start: &str, end: &str, last: Value| [json!(title), json!(start), json!(end), last];
    assert_eq!(
        days(&office.json("engagements.json")),
        [
            row("ข1", "2023-01-16", "2023-01-16", json!("2028-01-15")),
            row("ข2", "2023-01-18", "2023-01-18", json!("2028-01-17")),
            row("ข3", "2023-01-19", "2023-01-19", json!("2027-12-31")),
            row("ข4", "2023-01-20", "2023-01-20", Value::Null),
            row("ข5", "2023-01-21", "2023-01-22", Value::Null),
        ]
    );
}
