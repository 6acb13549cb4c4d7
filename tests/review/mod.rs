//! Tests of the stage `review`: what a person may write into a cell.

use focalpoint::model::Key;
use focalpoint::review::value;
use focalpoint::vocab::Vocab;

#[test]
fn a_value_is_read_by_its_field() {
    for (key, text, wanted) in [
        (Key::Start, "10 ม.ค. 66", "2023-01-10"),
        (Key::Start, "2566-01-10", "2023-01-10"),
        (Key::Start, "2023-01-10/2023-01-12", "2023-01-10/2023-01-12"),
        (Key::Start, "๒๕๖๖-๐๑", "2023-01"),
        (Key::Start, "2566", "2023"),
        (Key::Status, "ยกเลิก", "cancelled"),
        (Key::Status, "Postponed", "postponed"),
        (Key::Kind, "เข้าเยี่ยมคารวะ", "courtesy_call"),
        (Key::Kind, "courtesy_call", "courtesy_call"),
        (Key::Group, "องค์การระหว่างประเทศ", "organisation"),
        (Key::CounterpartRank, "อุปทูต", "charge"),
        (Key::Countries, "ญี่ปุ่น; สาธารณรัฐเกาหลี", "JP; KR"),
        (Key::Countries, "jp", "JP"),
        (Key::Countries, "-", ""),
        (Key::Cities, "ฟูกูโอกะ", "Fukuoka"),
        (Key::Organisations, "องค์การอนามัยโลก; Acme Foundation", "Acme Foundation; WHO"),
        (Key::SupportedDepartment, "สำนักการระบายน้ำ", "DDS"),
        (Key::Departments, "DDS, ENV", "DDS; ENV"),
        (Key::Sdgs, "๖; 11", "6; 11"),
        (Key::Participants, "๑,๒๕๐ คน", "1250"),
        (Key::Participants, "-", ""),
        (Key::Expires, "31 ธ.ค. 2570", "2027-12-31"),
        (Key::Expires, "-", ""),
        (Key::Budget, "1,500.50 บาท", "1500.5"),
        (Key::Venue, "ศาลาว่าการ", "ศาลาว่าการ"),
    ] {
        assert_eq!(
            value(Vocab::built_in(), key, text).map(|datum| datum.written()).as_deref(),
            Some(wanted),
            "{} {text}",
            key.code()
        );
    }
}

#[test]
fn what_is_no_value_of_the_field_is_not_taken() {
    for (key, text) in [
        (Key::Start, "เมื่อวานซืน"),
        (Key::Start, "2023-02-30"),
        (Key::Start, "2023-01-12/2023-01-10"),
        (Key::Start, "-"),
        (Key::Status, "อาจจะจัด"),
        (Key::Status, "-"),
        (Key::Countries, "ญี่ปุ่น; แอตแลนติส"),
        (Key::Countries, "ไทยแลนเดีย"),
        (Key::Countries, "ไทย"),
        (Key::SupportedDepartment, "สำนักพิเศษ"),
        (Key::Sdgs, "18"),
        (Key::Participants, "ราว 20"),
        (Key::Expires, "2570"),
        (Key::Participants, "20-30 คน"),
        (Key::Budget, "หนึ่งพัน"),
        (Key::Title, "-"),
    ] {
        assert_eq!(value(Vocab::built_in(), key, text), None, "{} {text}", key.code());
    }
}
