//! Sentences that carry a figure: ties, one, none.

use focalpoint::labels::Lang;
use focalpoint::labels::summary::{Subject, leading, listed, number};

fn said(lang: Lang, subject: Subject, figures: &[(&str, usize)]) -> Option<String> {
    let figures: Vec<(String, usize)> =
        figures.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
    leading(lang, subject, &figures)
}

#[test]
fn who_leads_is_said_for_one_for_ties_and_for_none() {
    let th = |figures: &[(&str, usize)]| said(Lang::Th, Subject::States, figures).unwrap();
    assert_eq!(th(&[("ญี่ปุ่น", 7), ("จีน", 3)]), "ญี่ปุ่นพบกับกรุงเทพมหานครมากที่สุด 7 ครั้ง");
    assert_eq!(th(&[("ญี่ปุ่น", 7), ("จีน", 7), ("ลาว", 1)]), "ญี่ปุ่นและจีนพบกับกรุงเทพมหานครมากที่สุด ประเทศละ 7 ครั้ง");
    let three = [("สวิตเซอร์แลนด์", 7), ("อินโดนีเซีย", 7), ("ออสเตรีย", 7), ("ลาว", 1)];
    assert_eq!(th(&three), "สวิตเซอร์แลนด์ อินโดนีเซีย และออสเตรียพบกับกรุงเทพมหานครมากที่สุด ประเทศละ 7 ครั้ง");
    let five = [("ก", 1), ("ข", 1), ("ค", 1), ("ง", 1), ("จ", 1)];
    assert_eq!(th(&five), "5 ประเทศมีจำนวนสูงสุดเท่ากัน ประเทศละ 1 ครั้ง");
    assert_eq!(th(&[("ญี่ปุ่น", 1)]), "ญี่ปุ่น 1 ครั้ง");
    assert_eq!(said(Lang::Th, Subject::States, &[]), None);
    assert_eq!(said(Lang::Th, Subject::States, &[("ญี่ปุ่น", 0)]), None);
    let en = |figures: &[(&str, usize)]| said(Lang::En, Subject::States, figures).unwrap();
    assert_eq!(en(&[("Japan", 1), ("China", 0)]), "Japan met the city most often: 1 time");
    assert_eq!(en(&[("Japan", 2), ("China", 2)]), "Japan and China met the city most often: 2 times each");
}

#[test]
fn short_forms_and_figures_stand_apart_from_thai_words() {
    let months = [("มิ.ย. 65", 3), ("ก.ค. 65", 3), ("ส.ค. 65", 1)];
    let said = said(Lang::Th, Subject::Months, &months).unwrap();
    assert_eq!(said, "มิ.ย. 65 และ ก.ค. 65 มีกิจกรรมมากที่สุด เดือนละ 3 กิจกรรม");
}

#[test]
fn lists_end_in_and() {
    assert_eq!(listed(Lang::Th, &["ก", "ข", "ค"]), "ก ข และค");
    assert_eq!(listed(Lang::En, &["a", "b", "c"]), "a, b and c");
    assert_eq!(listed(Lang::En, &["a"]), "a");
}

#[test]
fn thousands_are_separated() {
    assert_eq!([0, 999, 1000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
}
