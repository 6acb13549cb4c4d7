//! Counts of participants and sums of money.

use focalpoint::model::{Doubt, Value};
use focalpoint::normalise::amounts::{budget, participants};

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
        let reading = participants(text, None);
        assert_eq!((reading.value, &reading.doubts[..]), (Some(count), &[][..]), "{text}");
    }
    assert_eq!(participants("25", Some(&Value::Number(25.0))).value, Some(25));
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
        let reading = participants(text, None);
        assert_eq!(reading.value, Some(count), "{text}");
        assert_eq!(reading.doubts.len(), 1, "{text}: {:?}", reading.doubts);
    }
}

#[test]
fn no_count_is_no_number() {
    for text in ["-", "", "ไม่ระบุ", "คณะผู้แทน"] {
        let reading = participants(text, None);
        assert_eq!((reading.value, &reading.doubts[..]), (None, &[][..]), "{text}");
    }
    for text in ["ประชุมครั้งที่ 1/2566", "10 ประเทศ 3 วัน"] {
        let reading = participants(text, None);
        assert!(matches!(reading.doubts[..], [Doubt::NumberNotUnderstood { .. }]), "{text}");
        assert_eq!(reading.value, None, "{text}");
    }
    assert_eq!(participants("2.5", Some(&Value::Number(2.5))).value, None);
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
        let reading = budget(text, None, heading);
        assert_eq!((reading.value, &reading.doubts[..]), (Some(baht), &[][..]), "{text}");
    }
    assert_eq!(budget("2.5", Some(&Value::Number(2.5)), "วงเงิน (ล้านบาท)").value, Some(2_500_000.0));
    assert_eq!(budget("7000", Some(&Value::Number(7000.0)), "งบประมาณ").value, Some(7000.0));
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
        let reading = budget(text, None, "งบประมาณ");
        assert_eq!(reading.value, None, "{text}");
        assert!(
            matches!(reading.doubts[..], [Doubt::NumberNotUnderstood { .. }]),
            "{text}: {:?}",
            reading.doubts
        );
    }
    let two = budget("ได้รับ 100,000 บาท ใช้ไป 80,000 บาท", None, "งบประมาณ");
    assert_eq!((two.value, two.doubts.len()), (Some(100_000.0), 1));
    let about = budget("ประมาณ 2 แสนบาท", None, "");
    assert_eq!((about.value, about.doubts.len()), (Some(200_000.0), 1));
}

#[test]
fn no_money_is_no_doubt() {
    for text in ["ไม่ใช้งบประมาณ", "-", "", "ไม่มี", "ไม่มีค่าใช้จ่าย"]
    {
        let reading = budget(text, None, "งบประมาณ");
        assert_eq!((reading.value, &reading.doubts[..]), (None, &[][..]), "{text}");
    }
}

#[test]
fn a_range_or_a_rate_is_no_sum_without_a_doubt() {
    let range = budget("1,000-2,000 บาท", None, "งบประมาณ");
    assert_eq!(range.doubts.len(), 1, "{:?}", range.doubts);
    for text in ["1,000 บาท/คน", "คนละ 500 บาท", "2,000 บาทต่อวัน"]
    {
        let rate = budget(text, None, "งบประมาณ");
        assert_eq!(rate.value, None, "{text}");
        assert_eq!(rate.doubts.len(), 1, "{text}");
    }
}
