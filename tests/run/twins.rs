//! Columns and cells that are alike: of two columns for the activity, in two languages, the first is the title, and a
//! list of one is a list.

use super::Office;
use serde_json::Value;

fn titles(office: &Office) -> Vec<String> {
    let register = office.json("engagements.json");
    let title = |e: &Value| e["title"].as_str().unwrap().to_owned();
    let mut titles: Vec<String> = register.as_array().unwrap().iter().map(title).collect();
    titles.sort();
    titles
}

#[test]
fn of_two_columns_for_the_activity_the_first_is_the_title() {
    let office = Office::new();
    let rows = "ที่ No.,วันที่ Date,ภารกิจ,Engagement,หน่วยงานต่างประเทศ Foreign partner\n\
        1,16 ม.ค. 2566,เอกอัครราชทูตจอร์เจียเข้าเยี่ยมคารวะ,Courtesy call by the Ambassador of Georgia,สอท.จอร์เจีย\n\
        2,17 ม.ค. 2566,เอกอัครราชทูตคูเวตเข้าเยี่ยมคารวะ,Courtesy call by the Ambassador of Kuwait,สอท.คูเวต\n\
        3,18 ม.ค. 2566,งานวันชาติโรมาเนีย,BMA attended the National Day reception of Romania,สอท.โรมาเนีย\n";
    office.drop("สกต bilingual ม.ค. 2566.csv", rows.as_bytes());
    office.run(&[]);
    let wanted = ["งานวันชาติโรมาเนีย", "เอกอัครราชทูตคูเวตเข้าเยี่ยมคารวะ", "เอกอัครราชทูตจอร์เจียเข้าเยี่ยมคารวะ"];
    assert_eq!(titles(&office), wanted);
}

#[test]
fn a_list_of_one_dated_item_is_read_where_its_column_lists_several() {
    let office = Office::new();
    let rows = "ลำดับ,ตัวชี้วัด,หน่วยนับ,เป้าหมาย,ผลงาน,รายละเอียดผลการดำเนินงาน\n\
        1,จำนวนกิจกรรมความร่วมมือ ปี 2565,กิจกรรม,4,2,\"มีการดำเนินการ ดังนี้\n1) เมื่อวันที่ 11 ม.ค. 65 หารือกับนครร็อตเตอร์ดัม เรื่องลานรับน้ำฝน\n2) เมื่อวันที่ 20 ก.พ. 65 ประชุมร่วม SEAMEO เรื่องการพัฒนาครู\"\n\
        2,จำนวนกิจกรรมความร่วมมือ ปี 2566,กิจกรรม,4,1,\"มีการดำเนินการ ดังนี้\n1) เมื่อวันที่ 11 ม.ค. 66 รับรางวัลเมืองอัจฉริยะจาก WeGO\"\n";
    office.drop("สยป ตัวชี้วัด ม.ค. 2566.csv", rows.as_bytes());
    office.run(&[]);
    let found = titles(&office);
    assert!(found.iter().any(|title| title.contains("WeGO")), "{found:?}");
    assert_eq!(found.len(), 3, "{found:?}");
}
