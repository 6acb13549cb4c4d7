//! Names misspelt by a letter or two are found, marked, and taken for nothing where a word of other meaning stands.

use super::names::{cities, countries, organisations};
use focalpoint::model::{Datum, Doubt};
use focalpoint::normalise::understand_text;
use focalpoint::vocab::Vocab;
use focalpoint::vocab::gazetteer::Name;

#[test]
fn a_letter_or_two_may_differ_where_one_name_only_is_near() {
    for (text, code) in [
        ("เอกอัครราชทูตฟิลิปินประจำประเทศไทยเข้าเยี่ยมคารวะ", "PH"),
        ("เอกอัครราชทูตอุเบกิสถาน เข้าพบ", "UZ"),
        ("หารือกับผู้แทนประเทศเอสโตนีย", "EE"),
        ("ต้อนรับคณะจาก เวเนซุเอล่า", "VE"),
        ("delegation from Phillippines", "PH"),
        ("meeting with the Embassy of Switzerlnd", "CH"),
        ("a Lithuanian delegation", "LT"),
    ] {
        assert_eq!(countries(text), [code], "{text}");
    }
    for (text, city) in [
        ("เยือนนครซานฟรานซิโก", "San Francisco"),
        ("หารือกับเมืองฟุกุโอก้าเพื่อแลกเปลี่ยนเยาวชน", "Fukuoka"),
        ("คณะผู้แทนนครเมลเบิน", "Melbourne"),
        ("เดินทางไปกรุงโคเปเฮเกน", "Copenhagen"),
        ("Yokohamma City delegation", "Yokohama"),
    ] {
        assert_eq!(cities(text), [city], "{text}");
    }
    assert_eq!(organisations("ประชุมกับ Asian Development Bnk"), ["ADB"]);
}

#[test]
fn a_misspelt_name_carries_a_doubt() {
    let found = understand_text(Vocab::built_in(), "หารือกับเมืองฟุกุโอก้า", None, None).engagement;
    let taken = Datum::Names(vec!["Fukuoka".to_owned()]);
    let named = Doubt::SpellingMatched { written: "ฟุกุโอก้า".into(), taken };
    assert_eq!(found.cities.doubts, [named]);
}

#[test]
fn between_two_names_none_is_taken() {
    // One letter from Austria, two from Australia.
    assert_eq!(countries("คณะจากออสเตเรียเข้าพบ"), [""; 0]);
    assert_eq!(cities("กวางโจวและกวางจู"), ["Guangzhou", "Gwangju"]);
}

#[test]
fn words_near_a_name_stay_words() {
    for text in [
        "คุณหญิงมอบรางวัล",
        "ถังความจุ 200 ลิตร",
        "วันอังคารที่ 3",
        "งานมิวสิกเฟสติวัล",
        "เครื่องดับกลิ่น",
        "ดุลการค้าเสียเปรียบ",
        "นกพญาปากกว้างสีดำ",
        "ความรู้สึกกระอักกระอ่วน",
        "ข่าวหน้าหนึ่ง",
        "องค์การแก้ว",
        "Handover Ceremony",
        "Finish the Settlement of Hungry Children",
        "Surname and Enterprise",
        "General Manager",
    ] {
        assert_eq!(countries(text), [""; 0], "{text}");
        assert_eq!(cities(text), [""; 0], "{text}");
        assert_eq!(organisations(text), [""; 0], "{text}");
    }
}

#[test]
fn departments_are_found_in_spite_of_a_lost_letter_but_not_one_for_another() {
    let code = |text: &str| {
        Vocab::built_in().names_in(text).into_iter().find_map(|found| match found.means {
            Name::Department(at) => Some(Vocab::built_in().names.department(at).code),
            Name::Country(_)
            | Name::City(_)
            | Name::Organisation(_)
            | Name::Body(_)
            | Name::Region(_)
            | Name::Trap(_) => None,
        })
    };
    assert_eq!(code("สำนักยุทธศาตร์และประเมินผล"), code("สำนักยุทธศาสตร์และประเมินผล"));
    assert!(code("สำนักยุทธศาตร์และประเมินผล").is_some());
    assert_ne!(code("สำนักงานเขตบางกอกน้อย"), code("สำนักงานเขตบางกอกใหญ่"));
}
