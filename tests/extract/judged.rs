//! What a row is: the same words say the same in a table, in running text and where no reading speaks for them.

use super::notation;
use focalpoint::extract;
use focalpoint::vocab::Vocab;

/// The rows that are no record, each with its kind and the rule that says so.
fn judged(document: &str) -> Vec<String> {
    let extract = extract::extract(Vocab::built_in(), "a.xlsx", &notation::document(document));
    let said = |one: &focalpoint::model::Aside| {
        format!("{} {} by {}", notation::place(&one.place), one.reason.code(), one.rule)
    };
    extract.aside.iter().map(said).collect()
}

#[test]
fn rows_of_a_table_are_judged_by_their_words_and_cells() {
    let found = judged(
        "# sheet A\n\
         | รายงานประจำเดือนมีนาคม 2567 |\n\
         | ที่ | วันที่ | กิจกรรม | หน่วยงานต่างประเทศ |\n\
         | (1) | (2) | (3) | (4) |\n\
         | ตัวอย่าง | 1 มี.ค. 67 | ประชุมกับสถานทูต | สถานทูตญี่ปุ่น |\n\
         | 1. ด้านการศึกษา | < | < | < |\n\
         | =1 | 5 มี.ค. 67 | ประชุมหารือกับคณะผู้แทนเมืองโอซากา | เมืองโอซากา |\n\
         | =2 | 7 มี.ค. 67 | ต้อนรับเอกอัครราชทูตฝรั่งเศส | สถานทูตฝรั่งเศส |\n\
         | ที่ | วันที่ | กิจกรรม | หน่วยงานต่างประเทศ |\n\
         | =3 | | | |\n\
         | =4 | 9 มี.ค. 67 | | |\n\
         | 2. ด้านสาธารณสุข | < | < | < |\n\
         | | | ไม่มีกิจกรรม | |\n\
         | รวม | | =2 | |\n\
         | หมายเหตุ ข้อมูลเบื้องต้น | | | |\n\
         | ลงชื่อ ........................ | | | |\n\
         | (นายสมชาย ใจดี) | | | |\n\
         | หัวหน้าฝ่าย | | | |\n",
    );
    let wanted = [
        "A!1 title by title",
        "A!2 heading by heading",
        "A!3 heading by heading",
        "A!4 example by example",
        "A!5 section by section",
        "A!8 heading by heading again",
        "A!9 unfilled by empty row",
        "A!10 unfilled by number or day alone",
        "A!11 section by section",
        "A!12 nil by nothing to report",
        "A!13 total by total",
        "A!14 note by note",
        "A!15 letter by letter",
        "A!16 letter by signature",
        "A!17 letter by below a letter's closing",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn paragraphs_are_judged_by_the_same_words() {
    let found = judged(
        "# page\n\
         สำนักการศึกษา\n\
         \n\
         1. ด้านการศึกษา\n\
         \n\
         1.1 วันที่ 5 มีนาคม 2567 ประชุมหารือความร่วมมือด้านการศึกษากับคณะผู้แทนเมืองโอซากา\n\
         \n\
         1.2 วันที่ 7 มีนาคม 2567 ต้อนรับเอกอัครราชทูตฝรั่งเศสประจำประเทศไทย ณ ศาลาว่าการ\n\
         \n\
         2. ไม่มีกิจกรรม\n\
         \n\
         รวม 2 กิจกรรม\n\
         \n\
         หมายเหตุ ข้อมูลเบื้องต้น\n\
         \n\
         ลงชื่อ ........................\n\
         \n\
         (นายสมชาย ใจดี)\n\
         \n\
         หัวหน้าฝ่าย\n",
    );
    let wanted = [
        "p1:1 title by department",
        "p1:2 section by numbered section",
        "p1:5 nil by nothing to report",
        "p1:6 total by total",
        "p1:7 note by note",
        "p1:8 letter by letter",
        "p1:9 letter by signature",
        "p1:10 letter by below a letter's closing",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn rows_that_no_reading_speaks_for_are_judged_by_the_same_words() {
    let found = judged(
        "# sheet A\n\
         | ที่ | วันที่ | กิจกรรม | หน่วยงานต่างประเทศ |\n\
         | =1 | 5 มี.ค. 67 | ประชุมหารือกับคณะผู้แทนเมืองโอซากา | เมืองโอซากา |\n\
         | =2 | 7 มี.ค. 67 | ต้อนรับเอกอัครราชทูตฝรั่งเศส | สถานทูตฝรั่งเศส |\n\
         # sheet B\n\
         | ไม่มีกิจกรรม |\n\
         | รวม 2 กิจกรรม |\n\
         | หมายเหตุ ข้อมูลเบื้องต้น |\n\
         | (ตัวอย่าง) การกรอก |\n\
         | ลงชื่อ ........................ |\n\
         | (นายสมชาย ใจดี) |\n\
         | หัวหน้าฝ่าย |\n",
    );
    let wanted = [
        "A!1 heading by heading",
        "B!1 nil by nothing to report",
        "B!2 total by total",
        "B!3 note by note",
        "B!4 example by example",
        "B!5 letter by letter",
        "B!6 letter by signature",
        "B!7 letter by below a letter's closing",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn a_letter_closes_a_table_whose_first_column_is_a_date_too() {
    let found = judged(
        "# sheet A\n\
         | วันที่ | กิจกรรม | หน่วยงานต่างประเทศ |\n\
         | 5 มี.ค. 67 | ประชุมหารือกับคณะผู้แทนเมืองโอซากา | เมืองโอซากา |\n\
         | 7 มี.ค. 67 | ต้อนรับเอกอัครราชทูตฝรั่งเศส | สถานทูตฝรั่งเศส |\n\
         | หมายเหตุ ข้อมูลเบื้องต้น | | |\n\
         | ลงชื่อ ........................ | | |\n\
         | (นายสมชาย ใจดี) | | |\n",
    );
    let wanted =
        ["A!1 heading by heading", "A!4 note by note", "A!5 letter by letter", "A!6 letter by signature"];
    assert_eq!(found, wanted);
}
