//! Bodies that no vocabulary knows are kept as reported, marked, and never taken for what they are not.

use focalpoint::model::{Doubt, Group, International};
use focalpoint::normalise::understand_text;
use focalpoint::vocab::Vocab;

/// The organisations of a line, and the bodies that are marked as unknown.
fn bodies(text: &str) -> (Vec<String>, Vec<String>) {
    let organisations = understand_text(Vocab::built_in(), text, None, None).engagement.organisations;
    let unknown = organisations.doubts.into_iter().filter_map(|doubt| match doubt {
        Doubt::UnknownBody { written } | Doubt::NewBody { written } => Some(written),
        _ => None,
    });
    (organisations.value, unknown.collect())
}

#[test]
fn a_body_named_in_running_text_is_kept_as_reported() {
    for (text, name) in [
        ("ประชุมร่วมกับมูลนิธิ Konrad Steiner เรื่องประชาธิปไตยท้องถิ่น", "มูลนิธิ Konrad Steiner"),
        ("หารือกับ Vital Cities Network เรื่องสวนสาธารณะ", "Vital Cities Network"),
        ("พบองค์กร Maisons du Fleuve เรื่องคนไร้บ้าน", "Maisons du Fleuve"),
        ("ร่วมกับสถาบัน Urban Futures Lab จัดอบรม", "สถาบัน Urban Futures Lab"),
        ("meeting with Institute for Transport Policy Studies", "Institute for Transport Policy Studies"),
        ("พบปะกับ Mr. John Doe, Director of Green Roof Alliance", "Green Roof Alliance"),
    ] {
        assert_eq!(bodies(text), (vec![name.to_owned()], vec![name.to_owned()]), "{text}");
    }
}

#[test]
fn an_unknown_body_stands_beside_known_ones() {
    let (all, unknown) = bodies("ประชุมกับ UNDP และ Global Rivers Alliance");
    assert_eq!(all, ["Global Rivers Alliance", "UNDP"]);
    assert_eq!(unknown, ["Global Rivers Alliance"]);
}

#[test]
fn companies_and_schools_are_marked_and_not_named_as_organisations() {
    for (text, name) in [
        ("ลงนามบันทึกความเข้าใจกับ University of Wollongong", "University of Wollongong"),
        ("ต้อนรับผู้แทนบริษัท Northwind Traders", "บริษัท Northwind Traders"),
    ] {
        assert_eq!(bodies(text), (Vec::new(), vec![name.to_owned()]), "{text}");
        assert_eq!(
            understand_text(Vocab::built_in(), text, None, None).engagement.group.value,
            Group::Other,
            "{text}"
        );
    }
}

#[test]
fn an_unknown_body_alone_is_for_a_person_to_decide() {
    let found = understand_text(Vocab::built_in(), "ประชุมร่วมกับ Vital Cities Network", None, None);
    assert_eq!(found.verdict.international, International::Unsure);
    assert_eq!(found.engagement.group.value, Group::Organisation);
    assert!(!found.engagement.group.doubts.is_empty());
}

#[test]
fn words_in_latin_letters_are_not_bodies_by_themselves() {
    for text in [
        "จัดซื้อเครื่อง Canon ImageRunner",
        "อบรมโปรแกรม Microsoft Excel",
        "ร่วมกับ Thai Green Foundation ปลูกต้นไม้",
        "ประชุม Bangkok Climate Action Forum",
        "เดินทางไป Kasetsart University",
        "ฝากเงิน Bank",
        "ประชุม Program Manager",
        "ล่ามให้แก่สำนักอนามัยในการพบ Clean River Foundation",
    ] {
        assert_eq!(bodies(text), (Vec::new(), Vec::new()), "{text}");
    }
}
