//! Texts of many keyboards, fonts and converters come to one form, and what is in that form stays as it is.

use focalpoint::thai::{fold, normal, one_line};

#[test]
fn broken_spellings_come_to_the_usual_one() {
    for (broken, usual) in [
        ("นํ้าท่วม", "น้ำท่วม"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("เเละ", "และ"),
        ("ที่่", "ที่"),
        ("ท่ี", "ที่"),
        ("กำาหนด", "กำหนด"),
        ("กรุง\u{200b}เทพ", "กรุงเทพ"),
        ("ประชุม\u{a0}\u{a0}หารือ", "ประชุม หารือ"),
        ("  ประชุม  ", "ประชุม"),
        ("\u{f70a}", "\u{e48}"),
        ("a\tb", "a b"),
    ] {
        assert_eq!(normal(broken), usual, "{broken:?}");
    }
}

#[test]
fn what_is_in_normal_form_stays() {
    for text in [
        "",
        "เข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร",
        "น้ำ ซ้ำ ค่ำ ที่ ปั๊ม เป็น ญี่ปุ่น สิงค์โปร์ ๒๕๖๖",
        "MOU (3-5 ม.ค. 66) & “ของขวัญ” – São Paulo",
        "บรรทัดแรก\nบรรทัดที่สอง",
        "ฯลฯ ๆ ฿500",
    ] {
        assert_eq!(normal(text), text);
    }
}

#[test]
fn an_invisible_character_changes_nothing_wherever_it_stands() {
    for text in ["นํ้าใจ", "น้ำใจ", "กำาหนด เเละ", "ท่ี่ประชุม", "ก่ํา", "ครั้งที่  1", " ab ", "ศุกร์", "ปู่ย่า", "สอท.ฯ ญี่ปุ่น์"]
    {
        let at_ends = [format!("\u{feff}{text}"), format!("{text}\u{feff}")];
        for marked in at_ends {
            assert_eq!(normal(&marked), normal(text), "{text:?}");
        }
    }
}

#[test]
fn a_line_break_between_thai_letters_is_no_blank() {
    assert_eq!(one_line("กรุงเทพ\nมหานคร"), "กรุงเทพมหานคร");
    assert_eq!(one_line("Bangkok\nMetropolitan"), "Bangkok Metropolitan");
    assert_eq!(one_line("ปี 2566\n\nเดือน"), "ปี 2566 เดือน");
}

#[test]
fn a_key_has_no_case_no_blanks_no_signs_and_arabic_digits() {
    assert_eq!(fold("ส.ป.ป. ลาว"), fold("สปปลาว"));
    assert_eq!(fold("C40 Cities"), "c40cities");
    assert_eq!(fold("๒๕๖๖"), "2566");
    assert_eq!(fold("São-Paulo"), "saopaulo");
    assert_eq!(fold("ÉCOLE"), "ecole");
    assert_ne!(fold("กา"), fold("ก้า"));
}

#[test]
fn what_is_written_over_the_dots_of_a_form_stands_behind_its_label() {
    let cases = [
        ("สถานที่......ศาลาว่าการกรุงเทพมหานคร.......", "สถานที่: ศาลาว่าการกรุงเทพมหานคร"),
        ("วันที่....๕.....เดือน.....มกราคม.....พ.ศ.....๒๕๖๖", "วันที่: ๕ เดือน มกราคม พ.ศ ๒๕๖๖"),
        ("จำนวน:______๑๒______คน", "จำนวน: ๑๒ คน"),
        // Nothing is written over these.
        ("สถานที่................", "สถานที่................"),
        ("ลงชื่อ ........ ผู้รายงาน", "ลงชื่อ ........ ผู้รายงาน"),
        ("(........................)", "(........................)"),
        ("และอื่น ๆ ...", "และอื่น ๆ ..."),
    ];
    for (written, meant) in cases {
        assert_eq!(normal(written), meant);
    }
}
