//! Words of `inspect`.

use super::{Lang, codes, pick};
use crate::model::{AsideReason, Confidence, Hint, International, Legibility, NoteKind, Role, Trust};

/// Heading of a sheet.
pub fn sheet(lang: Lang, name: &str, hidden: bool) -> String {
    let mark = if hidden { pick(lang, " (ซ่อน)", " (hidden)") } else { "" };
    pick(lang, format!("แผ่นงาน {name}{mark}"), format!("sheet {name}{mark}"))
}

/// A merged area.
pub fn merged(lang: Lang, from: &str, to: &str) -> String {
    pick(lang, format!("  ผสานเซลล์ {from}:{to}"), format!("  merged {from}:{to}"))
}

/// A cell that is struck through, or the words of it that are.
pub fn struck(lang: Lang, cell: &str, words: &str) -> String {
    let words = words.replace('\n', "⏎");
    if words.is_empty() {
        return pick(lang, format!("  ขีดฆ่า {cell}"), format!("  struck through {cell}"));
    }
    pick(lang, format!("  ขีดฆ่า {cell}: {words}"), format!("  struck through {cell}: {words}"))
}

/// A text beside the cells.
pub fn note(lang: Lang, kind: NoteKind, cell: Option<&str>, text: &str) -> String {
    let (text, cell) = (text.replace('\n', "⏎"), cell.map(|cell| format!(" {cell}")).unwrap_or_default());
    format!("  {}{cell}: {text}", codes::note(lang, kind))
}

/// Heading of a page.
pub fn page(lang: Lang, number: u32, legibility: Legibility) -> String {
    let state = match legibility {
        Legibility::Good => pick(lang, "อ่านได้ดี", "good text"),
        Legibility::Repaired => pick(lang, "ซ่อมอักขระบางส่วน", "partly repaired"),
        Legibility::Recognised => pick(lang, "ข้อความจากการรู้จำอักขระเดิม", "text of an earlier recognition"),
        Legibility::Scanned => pick(lang, "ข้อความที่รู้จำจากภาพ", "text recognised in its picture"),
        Legibility::ImageOnly => pick(lang, "มีแต่ภาพ", "image only"),
        Legibility::Unreadable => pick(lang, "ข้อความอ่านเป็นภาษาไม่ได้", "text does not read as language"),
        Legibility::Blank => pick(lang, "ว่าง", "blank"),
    };
    pick(lang, format!("หน้า {number} ({state})"), format!("page {number} ({state})"))
}

/// Heading of a table as understood.
pub fn table(lang: Lang, place: &str, layout: &str, records: u32) -> String {
    pick(
        lang,
        format!("{place}: {} ได้ {records} รายการ", shape(layout)),
        format!("{place}: layout {layout}, {records} records"),
    )
}

/// A proposed reading: what it would give, how likely that is on average, what it is worth, and whether it is taken.
pub fn proposal(
    lang: Lang,
    (reading, place): (&str, &str),
    (records, rows): (usize, usize),
    (likely, value): (f32, f32),
    chosen: bool,
) -> String {
    let mark = if chosen { pick(lang, "เลือก ", "taken ") } else { "" };
    pick(
        lang,
        format!(
            "  {mark}{} จาก{place} {rows} แถว: {records} รายการ ความน่าจะเป็น {likely:.2} คุณค่า {value:.2}",
            shape(reading)
        ),
        format!(
            "  {mark}{reading} from {place}, {rows} rows: {records} records, likely {likely:.2}, worth {value:.2}"
        ),
    )
}

/// A layout or a way to read in Thai; one without words here stays as it is.
fn shape(name: &str) -> &str {
    match name {
        "table" | "tables" | "headed" => "ตาราง",
        "stacked" => "ตารางซ้อน",
        "turned" => "ตารางแนวตั้ง",
        "quarters" => "ตารางรายไตรมาส",
        "kpi" => "ตารางตัวชี้วัด",
        "travel" => "บัญชีผู้เดินทาง",
        "summary" => "ตารางสรุป",
        "grid" => "ปฏิทิน",
        "programme" => "กำหนดการ",
        "form" | "forms" => "แบบฟอร์ม",
        "card" | "cards" => "บัตรรายการ",
        "list" | "lists" => "รายการข้อ",
        "prose" | "running" => "ข้อความต่อเนื่อง",
        "text" | "clauses" => "ย่อหน้า",
        "news" | "headlines" => "ข่าว",
        "whole" => "เรื่องเดียวทั้งหน้า",
        "taught" => "รูปแบบที่เจ้าหน้าที่สอน",
        other => other,
    }
}

/// Heading of the readings that were weighed for a sheet or for the pages.
pub fn proposals(lang: Lang, count: usize) -> String {
    pick(
        lang,
        format!("วิธีอ่านที่ชั่งน้ำหนัก {count} แบบ ที่มีค่าสูงสุด:"),
        format!("readings weighed: {count}; worth most:"),
    )
}

/// A column with its roles.
pub fn column(lang: Lang, heading: &str, roles: &[&str], by_content: bool) -> String {
    let heading = heading.replace('\n', "⏎");
    let roles = if roles.is_empty() {
        pick(lang, "ไม่เข้าใจ", "not understood").to_owned()
    } else {
        roles.join(", ")
    };
    let why = if by_content { pick(lang, " (จากเนื้อหา)", " (by content)") } else { "" };
    format!("    {heading} → {roles}{why}")
}

/// No activity was found in a file: because it says so, or not.
pub fn no_records(lang: Lang, nil: bool) -> &'static str {
    if nil {
        pick(
            lang,
            "รายงานแจ้งว่าไม่มีกิจกรรม ดูทุกแถวได้ด้วย --stage records",
            "The report says that there was nothing. --stage records shows every row.",
        )
    } else {
        pick(
            lang,
            "ไม่พบกิจกรรมในแฟ้มนี้ ดูเหตุผลของทุกแถวได้ด้วย --stage records",
            "No activity was found in this file. --stage records tells why, row by row.",
        )
    }
}

/// Nothing was found.
pub fn no_tables(lang: Lang) -> &'static str {
    pick(lang, "ไม่พบตาราง แบบฟอร์ม หรือรายการ", "no table, form or list was found")
}

/// Words that may name department or period.
pub fn hint(lang: Lang, hint: &Hint) -> String {
    let place = match hint.trust {
        Trust::Section => pick(lang, "หัวข้อ", "section"),
        Trust::Title => pick(lang, "หัวเรื่อง", "title"),
        Trust::Sheet => pick(lang, "ชื่อแผ่นงาน", "sheet name"),
        Trust::Memo => pick(lang, "หัวบันทึก", "memo head"),
        Trust::File => pick(lang, "ชื่อแฟ้ม", "file name"),
        Trust::Folder => pick(lang, "ชื่อโฟลเดอร์", "folder name"),
    };
    format!("{place}: {}", hint.text.replace('\n', "⏎"))
}

/// Heading of a record.
pub fn record(lang: Lang, place: &str, layout: &str) -> String {
    pick(lang, format!("รายการ {place} ({})", shape(layout)), format!("record {place} (layout {layout})"))
}

/// A section above a record.
pub fn section(lang: Lang, text: &str) -> String {
    pick(lang, format!("    ใต้หัวข้อ: {text}"), format!("    under: {text}"))
}

/// Something that is not a record, with the rule that says so.
pub fn aside(lang: Lang, place: &str, (reason, rule): (AsideReason, &str), text: &str) -> String {
    let reason = codes::aside_reason(lang, reason);
    let text = text.replace('\n', "⏎");
    pick(
        lang,
        format!("ไม่ใช่รายการ {place} ({reason}): {text}"),
        format!("no record {place} ({reason}, rule {rule}): {text}"),
    )
}

/// The account of rows.
pub fn audit(lang: Lang, seen: u64, in_records: u64, aside: u64, records: u64) -> String {
    pick(
        lang,
        format!("บัญชีแถว: เห็น {seen} = อยู่ในรายการ {in_records} + แยกไว้ {aside}; ได้ {records} รายการ"),
        format!(
            "account of rows: seen {seen} = in records {in_records} + set aside {aside}; {records} records"
        ),
    )
}

/// Heading of an engagement.
pub fn engagement(lang: Lang, place: &str, international: International) -> String {
    let verdict = match international {
        International::Yes => pick(lang, "งานต่างประเทศ", "international"),
        International::No => pick(lang, "งานภายในประเทศ", "domestic"),
        International::Unsure => pick(lang, "ไม่แน่ว่าเป็นงานต่างประเทศ", "perhaps international"),
    };
    format!("{place}: {verdict}")
}

/// How sure a reading is.
pub fn confidence(lang: Lang, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Missing => pick(lang, "ไม่ได้ระบุ", "not stated"),
        Confidence::Guess => pick(lang, "เดา", "guess"),
        Confidence::Likely => pick(lang, "น่าจะใช่", "likely"),
        Confidence::Certain => pick(lang, "แน่นอน", "certain"),
    }
}

/// What a column says.
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Sequence => pick(lang, "ลำดับ", "number"),
        Role::Date => pick(lang, "วันที่", "date"),
        Role::DateEnd => pick(lang, "วันสิ้นสุด", "last day"),
        Role::Time => pick(lang, "เวลา", "time"),
        Role::Activity => pick(lang, "กิจกรรม", "activity"),
        Role::Counterpart => pick(lang, "ฝ่ายต่างประเทศ", "foreign side"),
        Role::Delegate => pick(lang, "ผู้แทนฝ่ายต่างประเทศ", "foreign delegate"),
        Role::Country => pick(lang, "ประเทศ", "country"),
        Role::Venue => pick(lang, "สถานที่", "venue"),
        Role::Lead => pick(lang, "ผู้บริหาร กทม.", "led by"),
        Role::Attendees => pick(lang, "ผู้เข้าร่วม", "attendees"),
        Role::Participants => pick(lang, "จำนวนผู้เข้าร่วม", "number of participants"),
        Role::Outcome => pick(lang, "ผล", "outcome"),
        Role::Obstacles => pick(lang, "ปัญหา", "obstacles"),
        Role::NextSteps => pick(lang, "การดำเนินการต่อไป", "next steps"),
        Role::Budget => pick(lang, "งบประมาณ", "budget"),
        Role::Owner => pick(lang, "หน่วยงานที่รับผิดชอบ", "department in charge"),
        Role::Supported => pick(lang, "หน่วยงานที่ได้รับการสนับสนุน", "department supported"),
        Role::Contact => pick(lang, "ผู้ประสานงาน", "contact"),
        Role::Remark => pick(lang, "หมายเหตุ", "remark"),
        Role::Kind => pick(lang, "ประเภท", "type"),
        Role::Theme => pick(lang, "ด้าน", "theme"),
        Role::Policy => pick(lang, "นโยบาย", "policy"),
        Role::Status => pick(lang, "สถานะ", "status"),
        Role::Person => pick(lang, "ผู้เดินทาง", "traveller"),
        Role::Other => pick(lang, "อื่น ๆ", "other"),
    }
}
