//! Words of the contract's codes.

use super::{Lang, pick};
use crate::model::{AsideReason, FileStatus, Format, Group, Key, Kind, Mode, Precision, Rank, Status, Theme};

/// Whether an engagement took place.
#[must_use]
pub fn status(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Held => pick(lang, "ดำเนินการแล้ว", "held"),
        Status::Planned => pick(lang, "มีกำหนดการ", "planned"),
        Status::Cancelled => pick(lang, "ยกเลิก", "cancelled"),
        Status::Postponed => pick(lang, "เลื่อน", "postponed"),
    }
}

/// What kind of engagement it is.
#[must_use]
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::CourtesyCall => pick(lang, "เข้าเยี่ยมคารวะ", "courtesy call"),
        Kind::Meeting => pick(lang, "ประชุมหารือ", "meeting"),
        Kind::InboundVisit => pick(lang, "คณะต่างประเทศมาเยือน", "inbound visit"),
        Kind::OutboundVisit => pick(lang, "เดินทางไปต่างประเทศ", "visit abroad"),
        Kind::Agreement => pick(lang, "ลงนามความร่วมมือ", "agreement"),
        Kind::Conference => pick(lang, "ประชุมนานาชาติ", "international conference"),
        Kind::Training => pick(lang, "อบรม ทุน และแลกเปลี่ยน", "training and exchange"),
        Kind::CulturalEvent => pick(lang, "งานวัฒนธรรมและกีฬา", "culture and sport"),
        Kind::Ceremony => pick(lang, "พิธีการและงานรับรอง", "ceremony"),
        Kind::Assistance => pick(lang, "ให้หรือรับความช่วยเหลือ", "assistance"),
        Kind::SupportService => pick(lang, "บริการสนับสนุน", "support service"),
        Kind::Correspondence => pick(lang, "หนังสือโต้ตอบ", "correspondence"),
        Kind::Other => pick(lang, "อื่น ๆ", "other"),
    }
}

/// Which of the city's counts an engagement belongs to.
#[must_use]
pub fn group(lang: Lang, group: Group) -> &'static str {
    match group {
        Group::State => pick(lang, "ผู้แทนระดับรัฐ", "state"),
        Group::Organisation => pick(lang, "องค์การระหว่างประเทศ", "organisation"),
        Group::Support => pick(lang, "บริการสนับสนุน", "support service"),
        Group::Other => pick(lang, "ภาคส่วนอื่น", "other"),
    }
}

/// A field of the city's foreign relations.
#[must_use]
pub fn theme(lang: Lang, theme: Theme) -> &'static str {
    match theme {
        Theme::TradeInvestment => pick(lang, "การค้าการลงทุน", "trade and investment"),
        Theme::Culture => pick(lang, "วัฒนธรรม", "culture"),
        Theme::Environment => pick(lang, "สิ่งแวดล้อม", "environment"),
        Theme::UrbanManagement => pick(lang, "การบริหารจัดการเมือง", "urban management"),
        Theme::QualityOfLife => pick(lang, "คุณภาพชีวิต", "quality of life"),
        Theme::Education => pick(lang, "การศึกษา", "education"),
        Theme::Tourism => pick(lang, "การท่องเที่ยว", "tourism"),
    }
}

/// How exact a date is.
#[must_use]
pub fn precision(lang: Lang, precision: Precision) -> &'static str {
    match precision {
        Precision::Day => pick(lang, "ระบุวัน", "day"),
        Precision::Month => pick(lang, "ระบุเพียงเดือน", "month only"),
        Precision::Quarter => pick(lang, "ระบุเพียงไตรมาส", "quarter only"),
        Precision::Year => pick(lang, "ระบุเพียงปี", "year only"),
        Precision::None => pick(lang, "ไม่ระบุวันที่", "no date"),
    }
}

/// Rank of the foreign side's most senior person.
#[must_use]
pub fn rank(lang: Lang, rank: Rank) -> &'static str {
    match rank {
        Rank::Royalty => pick(lang, "พระราชวงศ์", "royalty"),
        Rank::HeadOfState => pick(lang, "ประมุขของรัฐ", "head of state"),
        Rank::HeadOfGovernment => pick(lang, "หัวหน้ารัฐบาล", "head of government"),
        Rank::Minister => pick(lang, "รัฐมนตรี", "minister"),
        Rank::ViceMinister => pick(lang, "รัฐมนตรีช่วยว่าการ", "vice-minister"),
        Rank::Ambassador => pick(lang, "เอกอัครราชทูต", "ambassador"),
        Rank::Charge => pick(lang, "อุปทูต", "chargé d’affaires"),
        Rank::Consul => pick(lang, "กงสุล", "consul"),
        Rank::MayorGovernor => pick(lang, "ผู้ว่าการหรือนายกเทศมนตรี", "mayor or governor"),
        Rank::OrgHead => pick(lang, "หัวหน้าองค์การ", "head of an organisation"),
        Rank::SeniorOfficial => pick(lang, "เจ้าหน้าที่ระดับสูง", "senior official"),
        Rank::Expert => pick(lang, "ผู้เชี่ยวชาญ", "expert"),
        Rank::Delegation => pick(lang, "คณะผู้แทน", "delegation"),
        Rank::Business => pick(lang, "ภาคธุรกิจ", "business"),
        Rank::Other => pick(lang, "อื่น ๆ", "other"),
    }
}

/// How people met.
#[must_use]
pub fn mode(lang: Lang, mode: Mode) -> &'static str {
    match mode {
        Mode::Onsite => pick(lang, "พบกัน ณ สถานที่", "on site"),
        Mode::Online => pick(lang, "ออนไลน์", "online"),
        Mode::Hybrid => pick(lang, "ทั้งสองทาง", "hybrid"),
    }
}

/// A file's status.
#[must_use]
pub fn file_status(lang: Lang, status: FileStatus) -> &'static str {
    match status {
        FileStatus::Read => pick(lang, "อ่านครบ", "read"),
        FileStatus::ReadWithWarnings => pick(lang, "อ่านแล้ว มีจุดที่ควรตรวจ", "read, with points to check"),
        FileStatus::NilReport => pick(lang, "รายงานว่าไม่มีกิจกรรม", "nothing to report"),
        FileStatus::DuplicateOf => pick(lang, "ซ้ำกับแฟ้มอื่น", "identical copy"),
        FileStatus::SupersededBy => pick(lang, "มีฉบับใหม่แทนแล้ว", "replaced by a later one"),
        FileStatus::NeedsOcr => pick(lang, "เป็นภาพสแกน อ่านข้อความไม่ได้", "scan without readable text"),
        FileStatus::Password => pick(lang, "มีรหัสผ่าน", "password-protected"),
        FileStatus::Damaged => pick(lang, "ชำรุดหรือว่างเปล่า", "damaged or empty"),
        FileStatus::Unsupported => pick(lang, "รูปแบบแฟ้มที่ไม่รองรับ", "format not supported"),
        FileStatus::Restricted => pick(lang, "มีชั้นความลับ ไม่นำมารวม", "marked as secret, left out"),
        FileStatus::Arriving => pick(lang, "ยังคัดลอกไม่เสร็จ", "still arriving"),
        FileStatus::Ignored => pick(lang, "ไม่ใช่รายงาน", "not a report"),
        FileStatus::Failed => pick(lang, "โปรแกรมขัดข้อง", "the program failed"),
    }
}

/// What a file is.
#[must_use]
pub fn format(lang: Lang, format: Format) -> &'static str {
    match format {
        Format::Xlsx => "Excel (xlsx)",
        Format::Xls => "Excel 97–2003 (xls)",
        Format::Xlsb => "Excel (xlsb)",
        Format::Ods => "OpenDocument (ods)",
        Format::Html => "HTML",
        Format::Csv => "CSV",
        Format::Pdf => "PDF",
        Format::Unknown => pick(lang, "ไม่ทราบ", "unknown"),
    }
}

/// A key of an engagement.
#[must_use]
pub fn key(lang: Lang, key: Key) -> &'static str {
    match key {
        Key::Title => pick(lang, "กิจกรรม", "activity"),
        Key::Start => pick(lang, "วันที่", "date"),
        Key::End => pick(lang, "วันสิ้นสุด", "last day"),
        Key::Status => pick(lang, "สถานะ", "status"),
        Key::Kind => pick(lang, "ประเภท", "type"),
        Key::Group => pick(lang, "กลุ่ม", "group"),
        Key::Countries => pick(lang, "ประเทศ", "countries"),
        Key::Cities => pick(lang, "เมือง", "cities"),
        Key::Organisations => pick(lang, "องค์การ", "organisations"),
        Key::Themes => pick(lang, "ด้าน", "themes"),
        Key::Policies => pick(lang, "นโยบาย", "policies"),
        Key::Sdgs => "SDGs",
        Key::Departments => pick(lang, "หน่วยงานที่รายงาน", "reported by"),
        Key::SupportedDepartment => pick(lang, "หน่วยงานที่ได้รับการสนับสนุน", "department supported"),
        Key::Counterpart => pick(lang, "ฝ่ายต่างประเทศ", "foreign side"),
        Key::CounterpartRank => pick(lang, "ระดับของฝ่ายต่างประเทศ", "rank of the foreign side"),
        Key::Lead => pick(lang, "ผู้บริหารกรุงเทพมหานคร", "led by"),
        Key::Venue => pick(lang, "สถานที่", "venue"),
        Key::Mode => pick(lang, "รูปแบบ", "mode"),
        Key::Participants => pick(lang, "ผู้เข้าร่วม (คน)", "participants"),
        Key::Budget => pick(lang, "งบประมาณ (บาท)", "budget (baht)"),
        Key::Outcome => pick(lang, "ผลการดำเนินงาน", "outcome"),
        Key::Obstacles => pick(lang, "ปัญหาและอุปสรรค", "obstacles"),
        Key::NextSteps => pick(lang, "การดำเนินการต่อไป", "next steps"),
        Key::Contact => pick(lang, "ผู้ประสานงาน", "contact"),
        Key::Sources => pick(lang, "ทั้งรายการ", "the whole entry"),
    }
}

/// Why a row is no record.
#[must_use]
pub fn aside_reason(lang: Lang, reason: AsideReason) -> &'static str {
    match reason {
        AsideReason::Title => pick(lang, "หัวเรื่อง", "title"),
        AsideReason::Heading => pick(lang, "หัวตาราง", "column heading"),
        AsideReason::Section => pick(lang, "หัวข้อ", "section"),
        AsideReason::Total => pick(lang, "ผลรวม", "total"),
        AsideReason::Note => pick(lang, "หมายเหตุ", "note"),
        AsideReason::Nil => pick(lang, "แจ้งว่าไม่มีกิจกรรม", "nothing to report"),
        AsideReason::Furniture => pick(lang, "หัวหรือท้ายกระดาษ", "page header or footer"),
        AsideReason::Letter => pick(lang, "ส่วนของหนังสือหรือลายมือชื่อ", "letter head or signature"),
        AsideReason::Example => pick(lang, "ตัวอย่างในแบบฟอร์ม", "example of the form"),
        AsideReason::Hidden => pick(lang, "ซ่อนอยู่", "hidden"),
        AsideReason::Summary => pick(lang, "สรุปของรายการอื่น", "summary of other rows"),
        AsideReason::Unfilled => pick(lang, "แบบฟอร์มที่ยังไม่กรอก", "form not filled in"),
        AsideReason::Prose => pick(lang, "ข้อความที่ไม่ใช่กิจกรรม", "text without an activity"),
        AsideReason::NotUnderstood => pick(lang, "ไม่เข้าใจ โปรดตรวจ", "not understood, please look"),
    }
}
