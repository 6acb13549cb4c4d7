//! Words of `explain`: why an entry is what it is.

use super::{Lang, pick};
use crate::model::Policy;

/// Heading of the sources.
pub fn sources(lang: Lang) -> &'static str {
    pick(lang, "แหล่งที่มา", "Sources")
}

/// Heading of the values.
pub fn values(lang: Lang) -> &'static str {
    pick(lang, "ค่าแต่ละช่องและเหตุที่เลือก", "Values, and why each was taken")
}

/// Heading of the evidence, with the weight at which two reports are put together.
pub fn evidence(lang: Lang, together: i32) -> String {
    pick(
        lang,
        format!("หลักฐานว่าเป็นกิจกรรมเดียวกัน (รวมเมื่อน้ำหนักตั้งแต่ {together})"),
        format!("Evidence that they are one (put together from a weight of {together})"),
    )
}

/// Heading of the disagreements.
pub fn disagreements(lang: Lang) -> &'static str {
    pick(lang, "รายงานที่ไม่ตรงกัน", "Where the reports disagree")
}

/// Heading of the doubts.
pub fn doubts(lang: Lang) -> &'static str {
    pick(lang, "จุดที่ควรตรวจ", "Points to check")
}

/// Heading of entries that may be the same.
pub fn in_doubt(lang: Lang) -> &'static str {
    pick(lang, "อาจซ้ำกับรายการอื่น", "Perhaps one with another entry")
}

/// Heading of the decisions.
pub fn decisions(lang: Lang) -> &'static str {
    pick(lang, "คำตัดสินของเจ้าหน้าที่", "Decisions of a person")
}

/// A weight with what gave it.
pub fn weight(lang: Lang, sum: i32) -> String {
    pick(lang, format!("น้ำหนัก {sum}"), format!("weight {sum}"))
}

/// Nothing of a report stands at a row: it is empty, or the report has no such row.
pub fn no_row(lang: Lang, place: &str) -> String {
    pick(
        lang,
        format!("{place}: ไม่มีข้อความที่อ่านได้ตรงนี้ โปรดดูเลขแถวหรือเลขหน้าตามที่โปรแกรมเปิดแฟ้มแสดง"),
        format!(
            "{place}: nothing was read there. Rows and pages are numbered as the program that opens the file shows them."
        ),
    )
}

/// A report, with what became of it.
pub fn report(lang: Lang, file: &str, status: &str, message: &str) -> String {
    let said = if message.is_empty() { String::new() } else { format!(": {message}") };
    pick(lang, format!("แฟ้ม {file} ({status}){said}"), format!("report {file} ({status}){said}"))
}

/// The entry of the register that a row is a source of.
pub fn in_entry(lang: Lang, number: usize, id: &str) -> String {
    pick(lang, format!("→ ทะเบียนลำดับ {number} รหัส {id}"), format!("→ entry {number} of the register, {id}"))
}

/// A row that belongs to a record which begins above it.
pub fn within(lang: Lang, place: &str) -> String {
    pick(
        lang,
        format!("แถวนี้เป็นส่วนหนึ่งของรายการที่เริ่มที่ {place}"),
        format!("The row is part of the record at {place}."),
    )
}

/// Words of a row that no record holds although they look like an activity.
pub fn unheld(lang: Lang, place: &str, text: &str) -> String {
    pick(
        lang,
        format!("{place}: คล้ายกิจกรรม แต่ไม่อยู่ในรายการใด โปรดตัดสินใน review.xlsx: {text}"),
        format!("{place}: looks like an activity and is in no record; decide in review.xlsx: {text}"),
    )
}

/// No entry has that id.
pub fn unknown(lang: Lang, id: &str, near: &[&str]) -> String {
    let near = near.join(", ");
    match (near.is_empty(), lang) {
        (true, Lang::Th) => {
            format!("ไม่มีรายการรหัสหรือลำดับ {id} ในทะเบียน และไม่มีรายงานชื่อนี้ ระบุแถวเป็น แฟ้ม:แถว")
        }
        (true, Lang::En) => {
            format!("Neither an entry of the register nor a report is named {id}. A row is named FILE:ROW.")
        }
        (false, Lang::Th) => format!("ไม่มีรายการรหัส {id} ในทะเบียน ใกล้เคียง: {near}"),
        (false, Lang::En) => format!("No entry of the register has the id {id}. Near it: {near}"),
    }
}

/// Only one report says it.
pub fn only(lang: Lang, source: usize) -> String {
    pick(lang, format!("มีเฉพาะใน [{source}]"), format!("only [{source}] says it"))
}

/// All reports that say it agree.
pub fn agree(lang: Lang) -> &'static str {
    pick(lang, "ทุกรายงานที่ระบุตรงกัน", "all that say it agree")
}

/// A person decided it.
pub fn decided(lang: Lang) -> &'static str {
    pick(lang, "เจ้าหน้าที่ตัดสิน", "a person decided it")
}

/// The rule by which a value is taken where reports differ.
pub fn rule(lang: Lang, policy: Policy) -> &'static str {
    match policy {
        Policy::Told => pick(
            lang,
            "ใช้ข้อความที่ครบถ้วนที่สุดของรายงานที่บอกผล",
            "the fullest wording of those that say what came of it",
        ),
        Policy::Days => pick(
            lang,
            "ใช้วันที่ที่ละเอียดที่สุด แล้ววันที่ที่รายงานตรงกันมากที่สุด",
            "the most exact days, then those that most reports say",
        ),
        Policy::Outcome => pick(
            lang,
            "ถ้อยคำที่ระบุผลมาก่อนแผน และจัดแล้วมาก่อนทุกสถานะ",
            "a stated result before a plan, and held before all others",
        ),
        Policy::Telling => pick(lang, "ใช้ประเภทที่เจาะจงที่สุด", "the most telling type"),
        Policy::Highest => pick(lang, "ใช้ระดับสูงสุดที่ระบุ", "the highest rank stated"),
        Policy::Fullest => pick(lang, "ใช้ข้อความที่ครบถ้วนที่สุด", "the fullest wording"),
        Policy::Union | Policy::Bodies | Policy::Everything => {
            pick(lang, "รวมค่าจากทุกรายงาน ไม่นับที่เป็นการเดา", "all reports together, without guesses")
        }
        Policy::Statements => pick(lang, "รวมข้อความที่ไม่ซ้ำกัน", "their distinct statements"),
        Policy::Surest | Policy::SurestOfViews => pick(
            lang,
            "ใช้ค่าที่แน่นอนที่สุด แล้วค่าที่รายงานตรงกันมากที่สุด แล้วรายงานที่ละเอียดที่สุด",
            "the surest value, then the one most reports say, then that of the report that tells most",
        ),
    }
}
