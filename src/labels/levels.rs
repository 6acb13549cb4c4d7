//! Words of what was observed of two reports that may be of one engagement.

use super::{Lang, pick};
use crate::model::Level;

/// Each level in words; some say the same to a reader.
const WORDS: &[(Level, &str, &str)] = &[
    (Level::SameDays, "ช่วงวันเดียวกัน", "the same range of days"),
    (Level::SameDay, "วันเดียวกัน", "the same day"),
    (Level::SameEnd, "วันแรกหรือวันสุดท้ายตรงกัน", "first or last day the same"),
    (Level::ToldDay, "วันตรงกับที่ชื่อกิจกรรมระบุ", "the day that a title tells"),
    (Level::ExchangedDay, "วันตรงกันหากสลับวันกับเดือน", "the same day with day and month exchanged"),
    (Level::SameStart, "วันเริ่มตรงกัน", "the same first day"),
    (Level::WithinDays, "วันอยู่ในช่วงเดียวกัน", "days within one another"),
    (Level::WithinDaysGuests, "วันอยู่ในช่วงที่คณะพำนัก", "days within the guests' stay"),
    (Level::NextDay, "ห่างกันหนึ่งวัน", "a day apart"),
    (Level::NextDayOther, "ห่างกันหนึ่งวัน", "a day apart"),
    (Level::FewDays, "ห่างกัน 2–4 วัน", "2 to 4 days apart"),
    (Level::FewDaysGuests, "ห่างกัน 2–4 วัน", "2 to 4 days apart"),
    (Level::SomeDays, "ห่างกัน 5–14 วัน", "5 to 14 days apart"),
    (Level::ManyDays, "ห่างกัน 15–60 วัน", "15 to 60 days apart"),
    (Level::OtherYear, "วันและเดือนเดียวกันแต่คนละปี", "the same day of another year"),
    (Level::FarDays, "ห่างกันเกิน 60 วัน", "more than 60 days apart"),
    (Level::SameMonth, "เดือนเดียวกัน", "the same month"),
    (Level::SameSeason, "ไตรมาสหรือปีเดียวกัน", "the same quarter or year"),
    (Level::DayInMonth, "วันอยู่ในเดือนที่อีกฝ่ายระบุ", "the day lies in the other's month"),
    (Level::DayInSeason, "วันอยู่ในไตรมาสหรือปีที่อีกฝ่ายระบุ", "the day lies in the other's quarter or year"),
    (Level::NearMonth, "วันอยู่ใกล้เดือนที่อีกฝ่ายระบุ", "days near the other's month"),
    (Level::OtherMonth, "คนละเดือน", "another month"),
    (Level::OneUndated, "ฝ่ายหนึ่งไม่ระบุวัน", "one has no day"),
    (Level::BothUndated, "ไม่ระบุวันทั้งสองฝ่าย", "neither has a day"),
    (Level::CommonSide, "คู่ภารกิจเดียวกัน", "the same side"),
    (Level::UsualSide, "คู่ภารกิจเดียวกัน", "the same side"),
    (Level::RareSide, "คู่ภารกิจเดียวกันซึ่งพบน้อย", "the same side, seldom met"),
    (Level::TwoSides, "ทั้งประเทศและเมืองหรือหน่วยงานตรงกัน", "country and town or body agree"),
    (Level::NoSide, "ไม่มีคู่ภารกิจร่วมกัน", "no side in common"),
    (Level::NothingShared, "ไม่มีสิ่งใดตรงกันนอกจากวัน", "nothing in common but the day"),
    (Level::CountriesPartly, "ประเทศตรงกันบางส่วน", "some of the countries"),
    (Level::CountriesBody, "คนละประเทศแต่หน่วยงานเดียวกัน", "other countries, the same body"),
    (Level::CountriesUnlike, "คนละประเทศ", "other countries"),
    (Level::BodiesAlike, "ชื่อหน่วยงานคล้ายกัน", "bodies of like names"),
    (Level::BodiesUnlisted, "คนละหน่วยงาน", "other bodies"),
    (Level::BodiesUnlike, "คนละหน่วยงาน", "other bodies"),
    (Level::CitiesUnlike, "คนละเมือง", "other towns"),
    (Level::SamePerson, "บุคคลเดียวกัน", "the same person"),
    (Level::LikePerson, "ชื่อบุคคลคล้ายกัน", "persons of like names"),
    (Level::OtherPerson, "คนละบุคคล", "other persons"),
    (Level::SameRank, "ตำแหน่งเดียวกัน", "the same rank"),
    (Level::LikeRank, "ตำแหน่งใกล้เคียงกัน", "ranks alike"),
    (Level::OtherRank, "คนละตำแหน่ง", "other ranks"),
    (Level::SameTitle, "ชื่อกิจกรรมเดียวกัน", "the same title"),
    (Level::SameStock, "ชื่อกิจกรรมใช้คำเดียวกัน", "the same stock words"),
    (Level::Matter5, "เนื้อหาตรงกันมาก", "nearly the same matter"),
    (Level::Matter4, "เนื้อหาตรงกันมาก", "nearly the same matter"),
    (Level::Matter3, "เนื้อหาตรงกันบางส่วน", "matter partly the same"),
    (Level::Matter2, "เนื้อหาตรงกันบางส่วน", "matter partly the same"),
    (Level::Matter1, "เนื้อหาต่างกัน", "other words for the matter"),
    (Level::Matter0, "เนื้อหาต่างกัน", "other words for the matter"),
    (Level::RareSubject, "เรื่องเดียวกัน", "the same subject"),
    (Level::UsualSubject, "เรื่องเดียวกัน", "the same subject"),
    (Level::CommonSubject, "เรื่องเดียวกัน", "the same subject"),
    (Level::OtherSubject, "คนละเรื่อง", "other subjects"),
    (Level::AsideSubject, "คนละเรื่อง", "other subjects"),
    (Level::ResidentSubject, "คนละเรื่อง", "other subjects"),
    (Level::RareWord, "ใช้คำหรือชื่อย่อเดียวกัน", "the same word or short form"),
    (Level::UsualWord, "ใช้คำหรือชื่อย่อเดียวกัน", "the same word or short form"),
    (Level::SameEdition, "ครั้งที่เดียวกัน", "the same edition"),
    (Level::OtherEdition, "คนละครั้งที่", "another edition"),
    (Level::BothCalls, "เข้าเยี่ยมคารวะทั้งคู่", "both are courtesy calls"),
    (Level::SameKind, "ประเภทเดียวกัน", "the same kind"),
    (Level::LikelyKind, "ประเภทเดียวกัน", "the same kind"),
    (Level::KindFamily, "ประเภทใกล้เคียงกัน", "kinds alike"),
    (Level::FarKind, "คนละประเภท", "another kind"),
    (Level::FarKindGuessed, "คนละประเภท", "another kind"),
    (Level::OtherKind, "คนละประเภท", "another kind"),
    (Level::OtherKindGuessed, "คนละประเภท", "another kind"),
    (Level::LetterKind, "หนังสือกับกิจกรรม", "a letter and an event"),
    (Level::OtherAct, "คนละกิจกรรมในการเยือน", "two acts of a visit"),
    (Level::ServiceEvent, "งานบริการกับกิจกรรม", "a service and an event"),
    (Level::SameService, "งานบริการอย่างเดียวกัน", "the same service"),
    (Level::OtherService, "งานบริการคนละอย่าง", "two services"),
    (Level::ServiceMatter, "งานบริการคนละเรื่อง", "services on other matters"),
    (Level::SameSupported, "ให้บริการหน่วยงานเดียวกัน", "the same department supported"),
    (Level::OtherSupported, "ให้บริการคนละหน่วยงาน", "other departments supported"),
    (Level::OtherStatus, "ฝ่ายหนึ่งยกเลิกหรือเลื่อน", "one was cancelled or postponed"),
    (Level::SameLead, "ผู้บริหารคนเดียวกันเป็นผู้ให้การต้อนรับ", "the same executive"),
    (Level::OtherLead, "คนละผู้บริหาร", "other executives"),
    (Level::OtherHost, "คนละเจ้าภาพ", "two hosts"),
    (Level::NoRival, "ไม่มีรายการอื่นที่อาจใช่", "no other row that could be meant"),
    (Level::OneRival, "มีรายการอื่นที่อาจใช่", "other rows that could be meant"),
    (Level::Rivals, "มีรายการอื่นที่อาจใช่", "other rows that could be meant"),
    (Level::NamesReporter, "ระบุชื่ออีกหน่วยงานที่รายงาน", "one names the other's department"),
    (Level::UnitAgain, "หน่วยงานเดียวกันรายงานซ้ำ", "the same department tells it again"),
    (Level::SameUnit, "หน่วยงานเดียวกันรายงานทั้งสอง", "both of one department"),
    (Level::SheetAgain, "อีกแผ่นงานรายงานซ้ำ", "another sheet tells it again"),
    (Level::OtherSheet, "อยู่คนละแผ่นงานของแฟ้มเดียวกัน", "two sheets of one file"),
    (Level::SameJourney, "เดินทางคณะเดียวกันในตารางเดียวกัน", "one journey, of one table"),
    (Level::SameTable, "อยู่ในตารางเดียวกัน", "in one table"),
];

/// A level in words.
pub fn level(lang: Lang, level: Level) -> &'static str {
    let row = WORDS.iter().find(|(one, ..)| *one == level);
    row.map_or_else(|| level.code(), |(_, thai, english)| pick(lang, thai, english))
}

#[cfg(test)]
mod tests {
    use super::WORDS;
    use crate::model::Level;

    #[test]
    fn every_level_has_words() {
        let with_words: Vec<Level> = WORDS.iter().map(|(level, ..)| *level).collect();
        assert_eq!(with_words, Level::ALL);
    }
}
