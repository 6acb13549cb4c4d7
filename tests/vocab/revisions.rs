//! Which version a name or a title says that it is.

use focalpoint::vocab::Vocab;

#[test]
fn a_file_name_tells_its_version() {
    let cases = [
        ("สนน ม.ค. 66.xlsx", None),
        ("สนน ม.ค. 66 (แก้ไข).xlsx", Some(1)),
        ("สนน ม.ค. 66 แก้ไขครั้งที่ ๓.xlsx", Some(3)),
        ("สนน ม.ค. 66 ฉบับแก้ไข 15-1-66.xlsx", Some(1)),
        ("ส่งใหม่/สนน ม.ค. 66.pdf", Some(1)),
        ("env_report_v2.xlsx", Some(2)),
        ("ENV rev.4.xlsx", Some(4)),
        ("ENV January REVISED.xlsx", Some(1)),
        ("สนน (ล่าสุด).xlsx", Some(1001)),
        ("report final2.xlsx", Some(1002)),
        ("แก้ไขปัญหาน้ำท่วม ม.ค. 66.xlsx", None),
        ("งานปีใหม่ 2566.xlsx", None),
        ("review of visits.xlsx", None),
        ("ปรับปรุงภูมิทัศน์คลอง.pdf", None),
        ("สนน ม.ค. 66 (2).xlsx", None),
    ];
    for (name, version) in cases {
        assert_eq!(Vocab::built_in().revisions.of_name(name), version, "{name}");
    }
}

#[test]
fn a_title_needs_words_that_mean_nothing_else() {
    assert_eq!(
        Vocab::built_in().revisions.of_title("แบบรายงานกิจกรรมด้านการต่างประเทศ (ฉบับแก้ไขครั้งที่ 2)"),
        Some(2)
    );
    assert_eq!(Vocab::built_in().revisions.of_title("Monthly report (corrected)"), Some(1));
    assert_eq!(Vocab::built_in().revisions.of_title("รายงานการปรับปรุง"), None);
    assert_eq!(Vocab::built_in().revisions.of_title("รายงานการแก้ไขปัญหา ประจำเดือนมกราคม 2566"), None);
}

#[test]
fn without_its_mark_a_name_is_that_of_the_report_it_corrects() {
    for name in ["สนน ม.ค. 66 (แก้ไข).xlsx", "ส่งใหม่/สนน ม.ค. 66.pdf", "สนน ม.ค. 66 แก้ไขครั้งที่ 2.xlsx"]
    {
        assert_eq!(
            Vocab::built_in().revisions.unmarked(name),
            Vocab::built_in().revisions.unmarked("สนน ม.ค. 66.xlsx"),
            "{name}"
        );
    }
}
