//! Words of the reasons why a row was taken as international or domestic.

use super::{Lang, pick};
use crate::model::Reason;

/// A reason for people; a rule without words here stays as it is.
pub fn reason(lang: Lang, reason: &Reason) -> String {
    let rule = match reason.rule.as_str() {
        "decision" => pick(lang, "เจ้าหน้าที่ตัดสิน", "decided by a person"),
        "campaign" => pick(lang, "งานรณรงค์หรือบริการประชาชน", "campaign or service for residents"),
        "construction" => pick(lang, "งานก่อสร้างหรือปรับปรุง", "construction"),
        "coordination" => pick(lang, "ประสานงานภายใน", "internal coordination"),
        "course" => pick(lang, "หลักสูตรสำหรับประชาชน", "course for residents"),
        "domestic_place" => pick(lang, "สถานที่ในประเทศ", "place in Thailand"),
        "counterpart" | "foreign side" => pick(lang, "ฝ่ายต่างประเทศ", "foreign side"),
        "unlisted" => pick(lang, "ชื่อที่ยังไม่รู้จัก", "a name that is not known"),
        "section" => pick(lang, "หัวข้อระบุฝ่ายต่างประเทศ", "its section names a foreign side"),
        "modifier" => pick(lang, "ชื่อต่างประเทศที่ใช้ขยายคำอื่น", "a foreign name that tells the sort of a thing"),
        "countries" => pick(lang, "หลายประเทศ", "several countries"),
        "envoy" => pick(lang, "ทูตหรือสถานทูต", "an envoy or embassy"),
        "food" => pick(lang, "ร้านอาหารหรืออาหาร", "food"),
        "sign_language" => pick(lang, "ภาษามือ", "sign language"),
        "interaction" => pick(lang, "ทำงานร่วมกัน", "people who do something together"),
        "support_service" => pick(lang, "งานสนับสนุน", "support service"),
        "beside" => pick(lang, "มีชื่อต่างประเทศในช่องอื่น", "named in another column"),
        "abroad" => pick(lang, "จัดในต่างประเทศ", "held abroad"),
        "foreign_word" | "foreign" => pick(lang, "คำที่หมายถึงต่างประเทศ", "wording about a foreign side"),
        "inspection" => pick(lang, "ตรวจราชการภายใน", "inspection"),
        "preparation" => pick(lang, "เตรียมงานภายใน", "internal preparation"),
        "own_talk" => pick(lang, "การประชุมภายในของเจ้าหน้าที่", "the staff's own talk"),
        "private" => pick(lang, "เดินทางส่วนตัวหรือลา", "private journey or leave"),
        "circular" => pick(lang, "หนังสือเวียนหรือขั้นตอนของไทย", "circular on a Thai procedure"),
        "offer" => pick(lang, "บริษัทเสนอราคาหรือสินค้า", "offer of a firm"),
        "procurement" => pick(lang, "จัดซื้อจัดจ้าง", "procurement"),
        "ranking" => pick(lang, "การจัดอันดับ", "ranking"),
        "residents" => pick(lang, "บริการผู้พำนักหรือนักท่องเที่ยว", "service to residents or tourists"),
        "world_day" => pick(lang, "วันสำคัญสากล", "international day"),
        "international_word" | "wording" => {
            pick(lang, "ถ้อยคำที่อาจเป็นงานต่างประเทศ", "wording that may be international")
        }
        other => other,
    };
    format!("{rule}: {}", reason.words)
}

/// All reasons of a row, one a line.
pub fn reasons(lang: Lang, reasons: &[Reason]) -> String {
    if reasons.is_empty() {
        return pick(lang, "ไม่พบฝ่ายต่างประเทศ", "No foreign side was found").to_owned();
    }
    told(lang, reasons).join("\n")
}

/// Each reason once: two rules that read the same words are one to a person.
pub fn told(lang: Lang, reasons: &[Reason]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for reason in reasons.iter().map(|one| reason(lang, one)) {
        if !out.contains(&reason) {
            out.push(reason);
        }
    }
    out
}
