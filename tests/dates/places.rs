//! Where a text names a day, a month, a quarter, a week or a time.

use focalpoint::dates::dated;
use std::ops::Range;

fn words(text: &str, range: Option<Range<usize>>) -> String {
    range.map_or_else(|| "-".to_owned(), |range| text[range].to_owned())
}

#[test]
fn days_are_found_with_their_weekday_and_without_the_words_that_lead_to_them() {
    for (text, found) in [
        ("เมื่อวันที่ 12 - 14 มกราคม 2566 ผู้ว่าฯ ต้อนรับ", "วันที่ 12 - 14 มกราคม 2566"),
        ("ในวันพุธที่ 24 มกราคม 2567 เวลา 13.30 น.", "วันพุธที่ 24 มกราคม 2567"),
        ("ระหว่าง 31 มี.ค. – 4 เม.ย. 65 ณ กรุงโตเกียว", "31 มี.ค. – 4 เม.ย. 65"),
        ("หนังสือลงวันที่ ๕ มีนาคม ๒๕๖๗", "วันที่ ๕ มีนาคม ๒๕๖๗"),
        ("ขอเลื่อนเป็นวันที่ 19-25 พ.ค. 68", "วันที่ 19-25 พ.ค. 68"),
        ("ประชุม 10 มี.ค. 14.00 น.", "10 มี.ค."),
        ("19 - 20/9/2567", "19 - 20/9/2567"),
        ("17-Jan-25", "17-Jan-25"),
        ("Jan 10 - 12, 2023 in Tokyo", "Jan 10 - 12, 2023"),
        ("3 May 2023", "3 May 2023"),
        ("2024-03-05T10:20:00", "2024-03-05T10:20:00"),
        ("จ. 12 ก.พ. 67", "12 ก.พ. 67"),
        ("ที่ 27-30 พฤษภาคม 2567 ณ ศูนย์บัญชาการ", "27-30 พฤษภาคม 2567"),
        ("ระหว่างวันที่ 30 ตุลาคม - 3", "วันที่ 30 ตุลาคม"),
        ("ครั้งที่ 3/2566 ห้อง 10-12", "-"),
        ("09.30-12.00", "-"),
        ("1.2.3.4", "-"),
        ("ชั้น 10", "-"),
        ("มกราคม 2566", "-"),
        ("โทร. 0 2220 1234", "-"),
    ] {
        assert_eq!(words(text, dated::day(text)), found, "{text}");
    }
}

#[test]
fn each_of_several_days_is_found() {
    for (text, found) in [
        ("16-20 มิ.ย. 68 21-22 ก.ค. 68", vec!["16-20 มิ.ย. 68", "21-22 ก.ค. 68"]),
        ("วันที่ 19 พ.ค. 69 วันที่ 5 มิ.ย. 69", vec!["วันที่ 19 พ.ค. 69", "วันที่ 5 มิ.ย. 69"]),
        ("10 และ 12 ม.ค. 66", vec!["10 และ 12 ม.ค. 66"]),
        ("ประชุมภายใน", vec![]),
    ] {
        let days: Vec<&str> = dated::days(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(days, found, "{text}");
    }
}

#[test]
fn months_quarters_weeks_and_times_are_found() {
    assert_eq!(words("ผลงานเดือนมกราคม", dated::month("ผลงานเดือนมกราคม")), "มกราคม");
    assert_eq!(words("ม.ค. 66", dated::month("ม.ค. 66")), "ม.ค. 66");
    assert_eq!(dated::month("ก.ค."), None);
    assert!(
        dated::is_month("เดือน ก.พ. 2566")
            && dated::is_month("Jan 2023")
            && !dated::is_month("ต.ค. - ธ.ค. 65")
    );
    assert_eq!(words("ไตรมาสที่ 2 (ม.ค.-มี.ค.)", dated::quarter("ไตรมาสที่ 2 (ม.ค.-มี.ค.)")), "ไตรมาสที่ 2");
    assert_eq!(words("แผน Q3/2566", dated::quarter("แผน Q3/2566")), "Q3");
    assert!(dated::is_week("สัปดาห์ที่ 2 (8-14)") && !dated::is_week("รายงานสัปดาห์ที่ 2"));
    for (text, time) in [
        ("เวลา 10.00 น. ประชุม", "เวลา 10.00 น."),
        ("09.00 - 12.00 น.", "09.00 - 12.00 น."),
        ("13.30 นาฬิกา", "13.30 นาฬิกา"),
        ("งบ 10.50 บาท", "-"),
    ] {
        assert_eq!(words(text, dated::time(text)), time, "{text}");
    }
}

#[test]
fn days_of_a_month_stand_alone_or_behind_the_word_for_days() {
    for text in ["10", "12-14", "5, 12 และ 19", "พ. 13", "วันศุกร์ที่ 3", "๙ - ๑๑"]
    {
        assert!(dated::is_days(text), "{text}");
    }
    for text in ["32", "10.30", "10 คน", "1,250", "10 ม.ค.", "-"] {
        assert!(!dated::is_days(text), "{text}");
    }
    assert_eq!(words("วันที่ 8 ต้อนรับคณะ", dated::day_number("วันที่ 8 ต้อนรับคณะ")), "วันที่ 8");
    for text in ["วันที่ 8 มกราคม 2566", "วันที่ 8/2566", "คณะ 8 คน"]
    {
        assert_eq!(dated::day_number(text), None, "{text}");
    }
}

#[test]
fn spans_are_named_by_their_words_or_their_year() {
    for text in ["ปีงบประมาณ 2566", "ครึ่งปีแรก", "รอบที่ 2", "ปี 66", "แผน 2567", "FY2566", "256701"]
    {
        assert!(dated::names_period(text), "{text}");
    }
    for text in ["ปี 3", "112500", "กท 0416/2871", "(MCR2030)", "สำนักการโยธา"]
    {
        assert!(!dated::names_period(text), "{text}");
    }
}

#[test]
fn the_days_that_are_reached_are_told_without_their_year() {
    assert_eq!(dated::reach("10-12 มี.ค. 69"), Some(((3, 10), (3, 12))));
    assert_eq!(dated::reach("31 มี.ค. – 4 เม.ย. 65"), Some(((3, 31), (4, 4))));
    assert_eq!(dated::reach("มีนาคม"), None);
}
