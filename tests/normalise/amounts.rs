//! Counts of participants and sums of money.

use focalpoint::model::{Baht, Context, Doubt, Place, Record, Role, Value, Written};
use focalpoint::normalise::amounts::{budget, participants, participants_of};
use focalpoint::vocab::Vocab;
use std::collections::BTreeMap;

/// A record with these columns of those who took part: role, heading, text.
fn columns(all: &[(Role, &str, &str)]) -> Record {
    let mut fields: BTreeMap<Role, Vec<Written>> = BTreeMap::new();
    for (role, heading, text) in all {
        let (text, heading) = ((*text).to_owned(), (*heading).to_owned());
        let written = Written { text, value: None, place: Place::file("a.xlsx"), heading, flaw: None };
        fields.entry(*role).or_default().push(written);
    }
    Record {
        place: Place::file("a.xlsx"),
        layout: String::new(),
        fields,
        context: Context::default(),
        doubtful: false,
        marks: Vec::new(),
    }
}

#[test]
fn columns_of_parts_add_up_and_a_column_of_the_total_tells() {
    let parts =
        [(Role::Participants, "จำนวน (คน) / ไทย", "4"), (Role::Participants, "จำนวน (คน) / ต่างชาติ", "20")];
    assert_eq!(participants_of(Vocab::built_in(), &columns(&parts)).value, Some(24));
    let with_total = [parts[0], parts[1], (Role::Participants, "จำนวน (คน) / รวม", "24")];
    assert_eq!(participants_of(Vocab::built_in(), &columns(&with_total)).value, Some(24));
    let unread = [parts[0], (Role::Participants, "จำนวน (คน) / ต่างชาติ", "3 คัน")];
    assert!(
        !participants_of(Vocab::built_in(), &columns(&unread)).doubts.is_empty(),
        "a sum without one of its parts is doubtful"
    );
    let unlike = [(Role::Participants, "ผู้เข้าร่วม", "12"), (Role::Participants, "ผู้ติดตาม", "5")];
    let reading = participants_of(Vocab::built_in(), &columns(&unlike));
    assert_eq!((reading.value, reading.doubts.len()), (Some(12), 1));
}

#[test]
fn a_column_of_those_who_took_part_may_hold_their_number() {
    assert_eq!(
        participants_of(Vocab::built_in(), &columns(&[(Role::Attendees, "ผู้เข้าร่วม", "๘ คน")])).value,
        Some(8)
    );
    assert_eq!(
        participants_of(Vocab::built_in(), &columns(&[(Role::Attendees, "ผู้เข้าร่วม", "ผู้อำนวยการเขต")])).value,
        None
    );
}

#[test]
fn counts_are_read_in_both_kinds_of_digits() {
    for (text, count) in [
        ("จำนวน 25 คน", 25),
        ("๒๕", 25),
        ("25 ท่าน", 25),
        ("1,200 คน", 1200),
        ("รวมทั้งสิ้น ๓๕ คน", 35),
        ("พระภิกษุ 9 รูป", 9),
        ("40 persons", 40),
        ("ประชุม 2 วัน ผู้เข้าร่วม 30 คน", 30),
        ("จำนวน 25", 25),
        ("ชาย 10 คน หญิง 12 คน", 22),
        ("ชาย 3 หญิง 4", 7),
        ("ฝ่ายไทย 5 คน ฝ่ายญี่ปุ่น 7 คน", 12),
        ("รวม 22 คน (ชาย 10 คน หญิง 12 คน)", 22),
        ("ชาย 10 คน หญิง 12 คน รวม 22 คน", 22),
        ("40 คน ประกอบด้วย ผู้บริหาร 5 คน เจ้าหน้าที่ 35 คน", 40),
    ] {
        let reading = participants(Vocab::built_in(), text, None);
        assert_eq!((reading.value, &reading.doubts[..]), (Some(count), &[][..]), "{text}");
    }
    assert_eq!(participants(Vocab::built_in(), "25", Some(&Value::Number(25.0))).value, Some(25));
}

#[test]
fn rough_or_contradictory_counts_are_doubted() {
    for (text, count) in [
        ("ประมาณ 40 คน", 40),
        ("กว่า 100 คน", 100),
        ("40 คนขึ้นไป", 40),
        ("20-25 คน", 25),
        ("ผู้บริหาร 5 คน เจ้าหน้าที่ 10 คน", 10),
        ("รวม 25 คน ชาย 10 คน หญิง 12 คน", 25),
    ] {
        let reading = participants(Vocab::built_in(), text, None);
        assert_eq!(reading.value, Some(count), "{text}");
        assert_eq!(reading.doubts.len(), 1, "{text}: {:?}", reading.doubts);
    }
}

#[test]
fn no_count_is_no_number() {
    for text in ["-", "", "ไม่ระบุ", "คณะผู้แทน"] {
        let reading = participants(Vocab::built_in(), text, None);
        assert_eq!((reading.value, &reading.doubts[..]), (None, &[][..]), "{text}");
    }
    for text in ["ประชุมครั้งที่ 1/2566", "10 ประเทศ 3 วัน"] {
        let reading = participants(Vocab::built_in(), text, None);
        assert!(matches!(reading.doubts[..], [Doubt::NumberNotUnderstood { .. }]), "{text}");
        assert_eq!(reading.value, None, "{text}");
    }
    assert_eq!(participants(Vocab::built_in(), "2.5", Some(&Value::Number(2.5))).value, None);
}

#[test]
fn money_is_read_in_baht() {
    for (text, heading, baht) in [
        ("50,000 บาท", "งบประมาณ", 50_000.0),
        ("๑.๕ ล้านบาท", "งบประมาณ", 1_500_000.0),
        ("50,000.-", "งบประมาณ", 50_000.0),
        ("50,000.- บาท", "งบประมาณ", 50_000.0),
        ("50000", "งบประมาณ (บาท)", 50_000.0),
        ("1.5", "งบประมาณ (ล้านบาท)", 1_500_000.0),
        ("1 ล้าน 5 แสนบาท", "", 1_500_000.0),
        ("2.75 ลบ.", "งบประมาณ", 2_750_000.0),
        ("2.75 ลบ", "งบประมาณ", 2_750_000.0),
        ("๐.๕ ล้านบาท", "งบประมาณ", 500_000.0),
        ("วงเงิน 12 ลบ. (งบกลาง)", "งบประมาณ", 12_000_000.0),
        ("2.75", "งบประมาณ (ลบ.)", 2_750_000.0),
        ("3 ล้าน", "งบประมาณ", 3_000_000.0),
        ("งบประมาณปี 2566 จำนวน 120,000 บาท", "", 120_000.0),
        ("THB 35,500.50", "", 35_500.5),
        ("100,000 บาท (ค่าที่พัก 60,000 บาท ค่าเดินทาง 40,000 บาท)", "", 100_000.0),
        ("ค่าที่พัก 60,000 บาท ค่าเดินทาง 40,000 บาท รวม 100,000 บาท", "", 100_000.0),
    ] {
        let reading = budget(Vocab::built_in(), text, None, heading);
        assert_eq!((reading.value.map(f64::from), &reading.doubts[..]), (Some(baht), &[][..]), "{text}");
    }
    assert_eq!(
        budget(Vocab::built_in(), "2.5", Some(&Value::Number(2.5)), "วงเงิน (ล้านบาท)").value,
        Baht::of(2_500_000.0)
    );
    assert_eq!(
        budget(Vocab::built_in(), "7000", Some(&Value::Number(7000.0)), "งบประมาณ").value,
        Baht::of(7000.0)
    );
}

#[test]
fn what_is_not_baht_or_not_clear_is_doubted() {
    for text in [
        "5,000 ดอลลาร์สหรัฐ",
        "USD 5,000",
        "$5,000",
        "ไม่ใช้งบประมาณ กทม. ผู้จัดสนับสนุน 50,000 บาท",
        "ปีงบประมาณ 2566",
        "น้ำ 500 ลบ.ม.",
        "20 ลบ. ม.",
    ] {
        let reading = budget(Vocab::built_in(), text, None, "งบประมาณ");
        assert_eq!(reading.value, None, "{text}");
        assert!(
            matches!(reading.doubts[..], [Doubt::NumberNotUnderstood { .. }]),
            "{text}: {:?}",
            reading.doubts
        );
    }
    let two = budget(Vocab::built_in(), "ได้รับ 100,000 บาท ใช้ไป 80,000 บาท", None, "งบประมาณ");
    assert_eq!((two.value, two.doubts.len()), (Baht::of(100_000.0), 1));
    let about = budget(Vocab::built_in(), "ประมาณ 2 แสนบาท", None, "");
    assert_eq!((about.value, about.doubts.len()), (Baht::of(200_000.0), 1));
}

#[test]
fn no_money_is_no_doubt() {
    for text in ["ไม่ใช้งบประมาณ", "-", "", "ไม่มี", "ไม่มีค่าใช้จ่าย"]
    {
        let reading = budget(Vocab::built_in(), text, None, "งบประมาณ");
        assert_eq!((reading.value, &reading.doubts[..]), (None, &[][..]), "{text}");
    }
}

#[test]
fn a_range_or_a_rate_is_no_sum_without_a_doubt() {
    let range = budget(Vocab::built_in(), "1,000-2,000 บาท", None, "งบประมาณ");
    assert_eq!(range.doubts.len(), 1, "{:?}", range.doubts);
    for text in ["1,000 บาท/คน", "คนละ 500 บาท", "2,000 บาทต่อวัน"]
    {
        let rate = budget(Vocab::built_in(), text, None, "งบประมาณ");
        assert_eq!(rate.value, None, "{text}");
        assert_eq!(rate.doubts.len(), 1, "{text}");
    }
}

#[test]
fn words_behind_a_title_count_the_delegation() {
    let count = |text: &str| {
        let title = (Role::Activity, "กิจกรรม", "คณะเมืองตัวอย่างศึกษาดูงาน");
        participants_of(Vocab::built_in(), &columns(&[title, (Role::Remark, "หมายเหตุ", text)])).value
    };
    assert_eq!(count("ประสานเขตแล้ว คณะ 12 คน"), Some(12));
    assert_eq!(count("10 ก.พ. 66 จำนวน 9 คน"), Some(9));
    assert_eq!(count("a delegation of 14 persons came by coach"), Some(14));
    assert_eq!(count("จัดล่าม 1 คน"), None, "an interpreter is no delegation");
    assert_eq!(
        count("คณะ 12 คน พบประชาชน 40 คน"),
        None,
        "of several counts none is the delegation's for certain"
    );
}
