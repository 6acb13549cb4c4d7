//! Words of the contract's codes.

use super::{Lang, pick};
use crate::model::{
    AsideReason, FileStatus, Format, Group, Key, Kind, Mode, NoteKind, Precision, Rank, Status, Theme,
};

/// Whether an engagement took place.
pub fn status(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Held => pick(lang, "ดำเนินการแล้ว", "Held"),
        Status::Planned => pick(lang, "มีกำหนดการ", "Planned"),
        Status::Cancelled => pick(lang, "ยกเลิก", "Cancelled"),
        Status::Postponed => pick(lang, "เลื่อน", "Postponed"),
    }
}

/// What kind of engagement it is.
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::CourtesyCall => pick(lang, "เข้าเยี่ยมคารวะ", "Courtesy call"),
        Kind::Meeting => pick(lang, "ประชุมหารือ", "Meeting"),
        Kind::InboundVisit => pick(lang, "คณะต่างประเทศมาเยือน", "Inbound visit"),
        Kind::OutboundVisit => pick(lang, "เดินทางไปต่างประเทศ", "Visit abroad"),
        Kind::Agreement => pick(lang, "ลงนามความร่วมมือ", "Agreement"),
        Kind::Conference => pick(lang, "ประชุมนานาชาติ", "International conference"),
        Kind::Training => pick(lang, "อบรม ทุน และแลกเปลี่ยน", "Training and exchange"),
        Kind::CulturalEvent => pick(lang, "งานวัฒนธรรมและกีฬา", "Culture and sport"),
        Kind::Ceremony => pick(lang, "พิธีการและงานรับรอง", "Ceremony"),
        Kind::Assistance => pick(lang, "ให้หรือรับความช่วยเหลือ", "Assistance"),
        Kind::SupportService => pick(lang, "บริการสนับสนุน", "Support service"),
        Kind::Correspondence => pick(lang, "หนังสือโต้ตอบ", "Correspondence"),
        Kind::Other => pick(lang, "อื่น ๆ", "Other"),
    }
}

/// Which of the city's counts an engagement belongs to.
pub fn group(lang: Lang, group: Group) -> &'static str {
    match group {
        Group::State => pick(lang, "ผู้แทนระดับรัฐ", "State"),
        Group::Organisation => pick(lang, "องค์การระหว่างประเทศ", "Organisation"),
        Group::Support => pick(lang, "บริการสนับสนุน", "Support service"),
        Group::Other => pick(lang, "ภาคส่วนอื่น", "Other"),
    }
}

/// A field of the city's foreign relations.
pub fn theme(lang: Lang, theme: Theme) -> &'static str {
    match theme {
        Theme::TradeInvestment => pick(lang, "การค้าการลงทุน", "Trade and investment"),
        Theme::Culture => pick(lang, "วัฒนธรรม", "Culture"),
        Theme::Environment => pick(lang, "สิ่งแวดล้อม", "Environment"),
        Theme::UrbanManagement => pick(lang, "การบริหารจัดการเมือง", "Urban management"),
        Theme::QualityOfLife => pick(lang, "คุณภาพชีวิต", "Quality of life"),
        Theme::Education => pick(lang, "การศึกษา", "Education"),
        Theme::Tourism => pick(lang, "การท่องเที่ยว", "Tourism"),
    }
}

/// How exact a date is.
pub fn precision(lang: Lang, precision: Precision) -> &'static str {
    match precision {
        Precision::Day => pick(lang, "ระบุวัน", "Day"),
        Precision::Month => pick(lang, "ระบุเพียงเดือน", "Month only"),
        Precision::Quarter => pick(lang, "ระบุเพียงไตรมาส", "Quarter only"),
        Precision::Year => pick(lang, "ระบุเพียงปี", "Year only"),
        Precision::None => pick(lang, "ไม่ระบุวันที่", "No date"),
    }
}

/// Rank of the foreign side's most senior person.
pub fn rank(lang: Lang, rank: Rank) -> &'static str {
    match rank {
        Rank::Royalty => pick(lang, "พระราชวงศ์", "Royalty"),
        Rank::HeadOfState => pick(lang, "ประมุขของรัฐ", "Head of state"),
        Rank::HeadOfGovernment => pick(lang, "หัวหน้ารัฐบาล", "Head of government"),
        Rank::Minister => pick(lang, "รัฐมนตรี", "Minister"),
        Rank::ViceMinister => pick(lang, "รัฐมนตรีช่วยว่าการ", "Vice-minister"),
        Rank::Ambassador => pick(lang, "เอกอัครราชทูต", "Ambassador"),
        Rank::Charge => pick(lang, "อุปทูต", "Chargé d’affaires"),
        Rank::Consul => pick(lang, "กงสุล", "Consul"),
        Rank::MayorGovernor => pick(lang, "ผู้ว่าการหรือนายกเทศมนตรี", "Mayor or governor"),
        Rank::OrgHead => pick(lang, "หัวหน้าองค์การ", "Head of an organisation"),
        Rank::SeniorOfficial => pick(lang, "เจ้าหน้าที่ระดับสูง", "Senior official"),
        Rank::Expert => pick(lang, "ผู้เชี่ยวชาญ", "Expert"),
        Rank::Delegation => pick(lang, "คณะผู้แทน", "Delegation"),
        Rank::Business => pick(lang, "ภาคธุรกิจ", "Business"),
        Rank::Other => pick(lang, "อื่น ๆ", "Other"),
    }
}

/// How people met.
pub fn mode(lang: Lang, mode: Mode) -> &'static str {
    match mode {
        Mode::Onsite => pick(lang, "พบกัน ณ สถานที่", "On site"),
        Mode::Online => pick(lang, "ออนไลน์", "Online"),
        Mode::Hybrid => pick(lang, "ทั้งสองทาง", "Hybrid"),
    }
}

/// A file's status.
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
pub fn format(lang: Lang, format: Format) -> &'static str {
    match format {
        Format::Xlsx => "Excel (xlsx)",
        Format::Xls => "Excel 97–2003 (xls)",
        Format::Xlsb => "Excel (xlsb)",
        Format::Ods => "OpenDocument (ods)",
        Format::Html => "HTML",
        Format::Docx => "Word (docx)",
        Format::Csv => "CSV",
        Format::Pdf => "PDF",
        Format::Picture => pick(lang, "ภาพ (jpeg, png)", "picture (jpeg, png)"),
        Format::Unknown => pick(lang, "ไม่ทราบ", "unknown"),
    }
}

/// A key of an engagement.
pub fn key(lang: Lang, key: Key) -> &'static str {
    match key {
        Key::Title => pick(lang, "กิจกรรม", "Activity"),
        Key::Start => pick(lang, "วันที่", "Date"),
        Key::End => pick(lang, "วันสิ้นสุด", "Last day"),
        Key::Expires => pick(lang, "มีผลถึง", "In force until"),
        Key::Status => pick(lang, "สถานะ", "Status"),
        Key::Kind => pick(lang, "ประเภท", "Type"),
        Key::Group => pick(lang, "กลุ่ม", "Group"),
        Key::Countries => pick(lang, "ประเทศ", "Countries"),
        Key::Cities => pick(lang, "เมือง", "Cities"),
        Key::Organisations => pick(lang, "องค์การ", "Organisations"),
        Key::Themes => pick(lang, "ด้าน", "Themes"),
        Key::Policies => pick(lang, "นโยบาย", "Policies"),
        Key::Sdgs => "SDGs",
        Key::Departments => pick(lang, "หน่วยงานที่รายงาน", "Reported by"),
        Key::SupportedDepartment => pick(lang, "หน่วยงานที่ได้รับการสนับสนุน", "Department supported"),
        Key::Counterpart => pick(lang, "ฝ่ายต่างประเทศ", "Foreign side"),
        Key::CounterpartRank => pick(lang, "ระดับของฝ่ายต่างประเทศ", "Rank of the foreign side"),
        Key::Lead => pick(lang, "ผู้บริหารกรุงเทพมหานคร", "Led by"),
        Key::Venue => pick(lang, "สถานที่", "Venue"),
        Key::Mode => pick(lang, "รูปแบบ", "Mode"),
        Key::Participants => pick(lang, "ผู้เข้าร่วม (คน)", "Participants"),
        Key::Budget => pick(lang, "งบประมาณ (บาท)", "Budget (baht)"),
        Key::Outcome => pick(lang, "ผลการดำเนินงาน", "Outcome"),
        Key::Obstacles => pick(lang, "ปัญหาและอุปสรรค", "Obstacles"),
        Key::NextSteps => pick(lang, "การดำเนินการต่อไป", "Next steps"),
        Key::Contact => pick(lang, "ผู้ประสานงาน", "Contact"),
        Key::Sources => pick(lang, "ทั้งรายการ", "The whole entry"),
    }
}

/// Why a row is no record.
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
        AsideReason::LeftOut => pick(lang, "เกินจำนวนที่อ่านได้", "beyond what is read"),
        AsideReason::NotUnderstood => pick(lang, "ไม่เข้าใจ โปรดตรวจ", "not understood, please look"),
    }
}

/// What a text beside the cells of a sheet is.
pub fn note(lang: Lang, kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Comment => pick(lang, "บันทึกย่อหรือข้อคิดเห็น", "note or comment"),
        NoteKind::TextBox => pick(lang, "กล่องข้อความ", "text box"),
        NoteKind::Margin => pick(lang, "หัวหรือท้ายกระดาษ", "header or footer"),
    }
}
