//! Words of what was observed of two reports that may be of one engagement.

use super::{Lang, pick};
use crate::model::Level;

/// A level in words.
#[must_use]
pub fn level(lang: Lang, level: Level) -> &'static str {
    use Level as L;
    let (thai, english) = match level {
        L::SameDays
        | L::SameDay
        | L::SameEnd
        | L::ToldDay
        | L::ExchangedDay
        | L::SameStart
        | L::WithinDays
        | L::NextDay
        | L::NextDayOther
        | L::FewDays
        | L::SomeDays
        | L::ManyDays
        | L::OtherYear
        | L::FarDays
        | L::SameMonth
        | L::SameSeason
        | L::DayInMonth
        | L::DayInSeason
        | L::NearMonth
        | L::OtherMonth
        | L::OneUndated
        | L::BothUndated => days(level),
        L::CommonSide | L::UsualSide => ("คู่ภารกิจเดียวกัน", "the same side"),
        L::RareSide => ("คู่ภารกิจเดียวกันซึ่งพบน้อย", "the same side, seldom met"),
        L::TwoSides => ("ทั้งประเทศและเมืองหรือหน่วยงานตรงกัน", "country and town or body agree"),
        L::NoSide => ("ไม่มีคู่ภารกิจร่วมกัน", "no side in common"),
        L::CountriesPartly => ("ประเทศตรงกันบางส่วน", "some of the countries"),
        L::CountriesBody => ("คนละประเทศแต่หน่วยงานเดียวกัน", "other countries, the same body"),
        L::CountriesUnlike => ("คนละประเทศ", "other countries"),
        L::BodiesAlike => ("ชื่อหน่วยงานคล้ายกัน", "bodies of like names"),
        L::BodiesUnlisted | L::BodiesUnlike => ("คนละหน่วยงาน", "other bodies"),
        L::CitiesUnlike => ("คนละเมือง", "other towns"),
        L::SamePerson => ("บุคคลเดียวกัน", "the same person"),
        L::LikePerson => ("ชื่อบุคคลคล้ายกัน", "persons of like names"),
        L::OtherPerson => ("คนละบุคคล", "other persons"),
        L::SameRank => ("ตำแหน่งเดียวกัน", "the same rank"),
        L::LikeRank => ("ตำแหน่งใกล้เคียงกัน", "ranks alike"),
        L::OtherRank => ("คนละตำแหน่ง", "other ranks"),
        L::SameTitle
        | L::Matter5
        | L::Matter4
        | L::Matter3
        | L::Matter2
        | L::Matter1
        | L::Matter0
        | L::RareSubject
        | L::UsualSubject
        | L::CommonSubject
        | L::OtherSubject
        | L::AsideSubject
        | L::ResidentSubject
        | L::RareWord
        | L::UsualWord
        | L::SameEdition
        | L::OtherEdition => matter(level),
        L::BothCalls
        | L::SameKind
        | L::LikelyKind
        | L::KindFamily
        | L::FarKind
        | L::FarKindGuessed
        | L::OtherKind
        | L::OtherKindGuessed
        | L::LetterKind
        | L::OtherAct
        | L::ServiceEvent
        | L::OtherService
        | L::ServiceMatter
        | L::SameSupported
        | L::OtherSupported
        | L::OtherStatus => kind(level),
        L::SameLead
        | L::OtherLead
        | L::OtherHost
        | L::NoRival
        | L::OneRival
        | L::Rivals
        | L::NamesReporter
        | L::UnitAgain
        | L::SameUnit
        | L::SheetAgain
        | L::OtherSheet
        | L::SameJourney
        | L::SameTable => reporter(level),
    };
    pick(lang, thai, english)
}

fn days(level: Level) -> (&'static str, &'static str) {
    use Level as L;
    match level {
        L::SameDays => ("ช่วงวันเดียวกัน", "the same range of days"),
        L::SameDay => ("วันเดียวกัน", "the same day"),
        L::SameEnd => ("วันแรกหรือวันสุดท้ายตรงกัน", "first or last day the same"),
        L::ToldDay => ("วันตรงกับที่ชื่อกิจกรรมระบุ", "the day that a title tells"),
        L::ExchangedDay => ("วันตรงกันหากสลับวันกับเดือน", "the same day with day and month exchanged"),
        L::SameStart => ("วันเริ่มตรงกัน", "the same first day"),
        L::WithinDays => ("วันอยู่ในช่วงเดียวกัน", "days within one another"),
        L::NextDay | L::NextDayOther => ("ห่างกันหนึ่งวัน", "a day apart"),
        L::FewDays => ("ห่างกัน 2–4 วัน", "2 to 4 days apart"),
        L::SomeDays => ("ห่างกัน 5–14 วัน", "5 to 14 days apart"),
        L::ManyDays => ("ห่างกัน 15–60 วัน", "15 to 60 days apart"),
        L::OtherYear => ("วันและเดือนเดียวกันแต่คนละปี", "the same day of another year"),
        L::FarDays => ("ห่างกันเกิน 60 วัน", "more than 60 days apart"),
        L::SameMonth => ("เดือนเดียวกัน", "the same month"),
        L::SameSeason => ("ไตรมาสหรือปีเดียวกัน", "the same quarter or year"),
        L::DayInMonth => ("วันอยู่ในเดือนที่อีกฝ่ายระบุ", "the day lies in the other's month"),
        L::DayInSeason => ("วันอยู่ในไตรมาสหรือปีที่อีกฝ่ายระบุ", "the day lies in the other's quarter or year"),
        L::NearMonth => ("วันอยู่ใกล้เดือนที่อีกฝ่ายระบุ", "days near the other's month"),
        L::OneUndated => ("ฝ่ายหนึ่งไม่ระบุวัน", "one has no day"),
        L::BothUndated => ("ไม่ระบุวันทั้งสองฝ่าย", "neither has a day"),
        _ => ("คนละเดือน", "another month"),
    }
}

fn matter(level: Level) -> (&'static str, &'static str) {
    use Level as L;
    match level {
        L::SameTitle => ("ชื่อกิจกรรมเดียวกัน", "the same title"),
        L::Matter5 | L::Matter4 => ("เนื้อหาตรงกันมาก", "nearly the same matter"),
        L::Matter3 | L::Matter2 => ("เนื้อหาตรงกันบางส่วน", "matter partly the same"),
        L::Matter1 | L::Matter0 => ("เนื้อหาต่างกัน", "other words for the matter"),
        L::RareSubject | L::UsualSubject | L::CommonSubject => ("เรื่องเดียวกัน", "the same subject"),
        L::OtherSubject | L::AsideSubject | L::ResidentSubject => ("คนละเรื่อง", "other subjects"),
        L::RareWord | L::UsualWord => ("ใช้คำหรือชื่อย่อเดียวกัน", "the same word or short form"),
        L::SameEdition => ("ครั้งที่เดียวกัน", "the same edition"),
        _ => ("คนละครั้งที่", "another edition"),
    }
}

fn kind(level: Level) -> (&'static str, &'static str) {
    use Level as L;
    match level {
        L::BothCalls => ("เข้าเยี่ยมคารวะทั้งคู่", "both are courtesy calls"),
        L::SameKind | L::LikelyKind => ("ประเภทเดียวกัน", "the same kind"),
        L::KindFamily => ("ประเภทใกล้เคียงกัน", "kinds alike"),
        L::LetterKind => ("หนังสือกับกิจกรรม", "a letter and an event"),
        L::OtherAct => ("คนละกิจกรรมในการเยือน", "two acts of a visit"),
        L::ServiceEvent => ("งานบริการกับกิจกรรม", "a service and an event"),
        L::OtherService => ("งานบริการคนละอย่าง", "two services"),
        L::ServiceMatter => ("งานบริการคนละเรื่อง", "services on other matters"),
        L::SameSupported => ("ให้บริการหน่วยงานเดียวกัน", "the same department supported"),
        L::OtherSupported => ("ให้บริการคนละหน่วยงาน", "other departments supported"),
        L::OtherStatus => ("ฝ่ายหนึ่งยกเลิกหรือเลื่อน", "one was cancelled or postponed"),
        _ => ("คนละประเภท", "another kind"),
    }
}

fn reporter(level: Level) -> (&'static str, &'static str) {
    use Level as L;
    match level {
        L::SameLead => ("ผู้บริหารคนเดียวกันเป็นผู้ให้การต้อนรับ", "the same executive"),
        L::OtherLead => ("คนละผู้บริหาร", "other executives"),
        L::OtherHost => ("คนละเจ้าภาพ", "two hosts"),
        L::NoRival => ("ไม่มีรายการอื่นที่อาจใช่", "no other row that could be meant"),
        L::OneRival | L::Rivals => ("มีรายการอื่นที่อาจใช่", "other rows that could be meant"),
        L::NamesReporter => ("ระบุชื่ออีกหน่วยงานที่รายงาน", "one names the other's department"),
        L::UnitAgain => ("หน่วยงานเดียวกันรายงานซ้ำ", "the same department tells it again"),
        L::SameUnit => ("หน่วยงานเดียวกันรายงานทั้งสอง", "both of one department"),
        L::SheetAgain => ("อีกแผ่นงานรายงานซ้ำ", "another sheet tells it again"),
        L::SameJourney => ("เดินทางคณะเดียวกันในตารางเดียวกัน", "one journey, of one table"),
        L::OtherSheet => ("อยู่คนละแผ่นงานของแฟ้มเดียวกัน", "two sheets of one file"),
        _ => ("อยู่ในตารางเดียวกัน", "in one table"),
    }
}
