//! Names are found alone and inside unspaced Thai, longest first, in every spelling that officials use.

use focalpoint::vocab::Vocab;
use focalpoint::vocab::gazetteer::Name;
use focalpoint::vocab::tsv::{list, rows};

/// The countries' codes in a text, in order.
pub fn countries(text: &str) -> Vec<&'static str> {
    Vocab::built_in()
        .names_in(text)
        .into_iter()
        .filter_map(|found| match found.means {
            Name::Country(at) => Some(Vocab::built_in().names.country(at).code),
            Name::City(_)
            | Name::Organisation(_)
            | Name::Body(_)
            | Name::Department(_)
            | Name::Region(_)
            | Name::Trap(_) => None,
        })
        .filter(|code| *code != "TH")
        .collect()
}

/// The cities' names in a text, in order.
pub fn cities(text: &str) -> Vec<&'static str> {
    Vocab::built_in()
        .names_in(text)
        .into_iter()
        .filter_map(|found| match found.means {
            Name::City(at) => Some(Vocab::built_in().names.city(at).name),
            Name::Country(_)
            | Name::Organisation(_)
            | Name::Body(_)
            | Name::Department(_)
            | Name::Region(_)
            | Name::Trap(_) => None,
        })
        .collect()
}

/// The organisations' names in a text, in order.
pub fn organisations(text: &str) -> Vec<&'static str> {
    Vocab::built_in()
        .names_in(text)
        .into_iter()
        .filter_map(|found| match found.means {
            Name::Organisation(at) => Some(Vocab::built_in().names.organisation(at).name),
            Name::Country(_)
            | Name::City(_)
            | Name::Body(_)
            | Name::Department(_)
            | Name::Region(_)
            | Name::Trap(_) => None,
        })
        .collect()
}

#[test]
fn every_country_is_found_by_every_name_alone_and_in_sentences() {
    for row in rows(include_str!("../../src/vocab/packs/th/countries.tsv")).filter(|row| row[0] != "TH") {
        for name in list(row[6]).chain(list(row[7])) {
            for text in [
                name.to_owned(),
                format!("เอกอัครราชทูต{name}ประจำประเทศไทยเข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร"),
                format!("หารือกับผู้แทนจาก{name} ณ ศาลาว่าการกรุงเทพมหานคร"),
                format!("เดินทางไปราชการ ณ {name} ระหว่างวันที่ 3-5 มีนาคม"),
            ] {
                assert_eq!(countries(&text), [row[0]], "{text}");
            }
        }
    }
}

#[test]
fn every_city_is_found_by_every_name() {
    for row in rows(include_str!("../../src/vocab/packs/th/cities.tsv")) {
        for name in list(row[3]).chain(list(row[4])) {
            let text = format!("คณะผู้แทน{name}ศึกษาดูงาน");
            assert_eq!(cities(&text), [row[0]], "{text}");
        }
    }
}

#[test]
fn every_organisation_is_found_by_every_name() {
    for row in rows(include_str!("../../src/vocab/packs/th/organisations.tsv")) {
        for name in [3, 4, 5].into_iter().flat_map(|column| list(row[column])) {
            let text = format!("ประชุมร่วมกับ{name} เรื่องงบประมาณ");
            assert_eq!(organisations(&text), [row[0]], "{text}");
        }
    }
}

#[test]
fn the_longer_name_wins_over_the_name_inside_it() {
    for (outer, code) in [
        ("สาธารณรัฐอิเควทอเรียลกินี", "GQ"),
        ("ปาปัวนิวกินี", "PG"),
        ("กินี-บิสเซา", "GW"),
        ("สาธารณรัฐประชาธิปไตยคองโก", "CD"),
        ("เกาะเซาท์จอร์เจียและหมู่เกาะเซาท์แซนด์วิช", "GS"),
        ("สาธารณรัฐจีน", "TW"),
        ("เขตบริหารพิเศษฮ่องกงแห่งสาธารณรัฐประชาชนจีน", "HK"),
        ("อเมริกันซามัว", "AS"),
        ("ซูดานใต้", "SS"),
        ("หมู่เกาะบริติชเวอร์จิน", "VG"),
        ("ยูเครน", "UA"),
        ("เบโลรัสเซีย", "BY"),
        ("มาลาวี", "MW"),
        ("สหรัฐอาหรับเอมิเรตส์", "AE"),
        ("สหรัฐเม็กซิโก", "MX"),
        ("สาธารณรัฐประชาธิปไตยประชาชนเกาหลี", "KP"),
        ("เนเธอร์แลนด์แคริบเบียน", "BQ"),
        ("แอฟริกาใต้", "ZA"),
        ("สหราชอาณาจักรบริเตนใหญ่และไอร์แลนด์เหนือ", "GB"),
    ] {
        assert_eq!(countries(&format!("รัฐบาล{outer}และคณะ")), [code], "{outer}");
    }
    for region in ["ลาตินอเมริกา", "อเมริกาใต้", "ทวีปแอฟริกา", "เชโกสโลวาเกีย", "เยอรมันตะวันออก"]
    {
        assert_eq!(countries(&format!("ผู้แทนจาก{region}เข้าร่วม")), [""; 0], "{region}");
    }
}

#[test]
fn a_body_named_after_a_country_is_not_the_country() {
    for (text, name) in [
        ("หารือกับองค์การความร่วมมือระหว่างประเทศแห่งญี่ปุ่น", "JICA"),
        ("หอการค้าอเมริกันในประเทศไทยเข้าพบ", "AMCHAM"),
        ("ศูนย์วัฒนธรรมเกาหลีจัดนิทรรศการ", "Korean Cultural Center"),
        ("ธนาคารเพื่อการลงทุนแห่งยุโรปให้ทุน", "EIB"),
        ("ร่วมกับศูนย์อาเซียน-ญี่ปุ่น", "ASEAN-Japan Centre"),
    ] {
        assert_eq!(organisations(text), [name], "{text}");
        assert_eq!(countries(text), [""; 0], "{text}");
    }
}

#[test]
fn abbreviations_are_found_with_and_without_dots_and_in_their_capitals_only() {
    assert_eq!(countries("คณะจาก ส.ป.ป. ลาว"), ["LA"]);
    assert_eq!(countries("delegation from the U.S.A. and the UK"), ["US", "GB"]);
    assert_eq!(organisations("ผู้แทน WHO และ UN Women"), ["WHO", "UN Women"]);
    assert_eq!(organisations("those who want to be kind"), [""; 0]);
    assert_eq!(organisations("we go to the metropolis"), [""; 0]);
    assert_eq!(organisations("จัดโดย WeGO"), ["WeGO"]);
}

#[test]
fn another_transliteration_is_found_and_marked() {
    for (text, city) in
        [("เมืองฟุกูโอกะ", "Fukuoka"), ("นครโยโคฮามา", "Yokohama"), ("กรุงอูลานบาตอ", "Ulaanbaatar")]
    {
        let found = cities(text);
        assert_eq!(found.first().copied().unwrap_or(""), city, "{text}");
    }
    let found = Vocab::built_in().names_in("หารือกับเมืองโยโคฮามา");
    assert!(found.iter().any(|f| f.misspelt), "{found:?}");
}

#[test]
fn names_one_letter_apart_are_never_taken_for_each_other() {
    for (text, code) in [
        ("ออสเตรีย", "AT"),
        ("ออสเตรเลีย", "AU"),
        ("ไนเจอร์", "NE"),
        ("ไนจีเรีย", "NG"),
        ("อิหร่าน", "IR"),
        ("อิรัก", "IQ"),
        ("ลิเบีย", "LY"),
        ("โบลิเวีย", "BO"),
        ("ไลบีเรีย", "LR"),
        ("สโลวีเนีย", "SI"),
        ("สโลวาเกีย", "SK"),
        ("ไอร์แลนด์", "IE"),
        ("ไอซ์แลนด์", "IS"),
        ("จอร์เจีย", "GE"),
        ("จอร์แดน", "JO"),
        ("สวาซิแลนด์", "SZ"),
        ("สวิตเซอร์แลนด์", "CH"),
        ("โดมินิกา", "DM"),
        ("โดมินิกัน", "DO"),
        ("โรมาเนีย", "RO"),
        ("อาร์เมเนีย", "AM"),
        ("มอริเชียส", "MU"),
        ("มอริเตเนีย", "MR"),
    ] {
        assert_eq!(countries(&format!("ผู้แทน{text}")), [code], "{text}");
    }
    assert_eq!(cities("นครกวางจูและนครกวางโจว"), ["Gwangju", "Guangzhou"]);
}
