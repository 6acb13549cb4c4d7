//! Words of the summary, and of the three counts wherever they are printed.

use super::{Lang, pick};
use serde::Serialize;

/// Headings and notes of the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Title.
    pub title: &'static str,
    /// The city.
    pub city: &'static str,
    /// Reference day.
    pub as_of: &'static str,
    /// Before a page number.
    pub page: &'static str,
    /// Between page number and number of pages.
    pub of: &'static str,
    /// Name of the first count.
    pub state: &'static str,
    /// Its unit.
    pub state_unit: &'static str,
    /// Name of the second count.
    pub organisations: &'static str,
    /// Its unit.
    pub organisations_unit: &'static str,
    /// Name of the third count.
    pub support: &'static str,
    /// Its unit.
    pub support_unit: &'static str,
    /// Heading.
    pub by_month: &'static str,
    /// Heading.
    pub by_department: &'static str,
    /// Note.
    pub by_department_note: &'static str,
    /// Heading.
    pub by_country: &'static str,
    /// Heading.
    pub by_theme: &'static str,
    /// Note.
    pub by_theme_note: &'static str,
    /// Heading.
    pub by_organisation: &'static str,
    /// Heading.
    pub latest: &'static str,
    /// Heading.
    pub ahead: &'static str,
    /// Heading.
    pub files: &'static str,
    /// Heading.
    pub doubts: &'static str,
    /// Column.
    pub date: &'static str,
    /// Column.
    pub activity: &'static str,
    /// Column.
    pub side: &'static str,
    /// Column.
    pub department: &'static str,
    /// Column.
    pub total: &'static str,
    /// Column.
    pub file: &'static str,
    /// Column.
    pub todo: &'static str,
    /// Column.
    pub value: &'static str,
    /// Column.
    pub why: &'static str,
    /// An empty list.
    pub none: &'static str,
    /// An empty chart.
    pub no_country: &'static str,
    /// No file needs a person.
    pub no_files: &'static str,
    /// No doubtful value.
    pub no_doubts: &'static str,
    /// An announced engagement whose day has passed.
    pub late: &'static str,
    /// An engagement without a date.
    pub no_date: &'static str,
}

const THAI: Words = Words {
    title: "สรุปงานด้านการต่างประเทศของกรุงเทพมหานคร",
    city: "กรุงเทพมหานคร",
    as_of: "ข้อมูล ณ วันที่",
    page: "หน้า",
    of: "จาก",
    state: "กิจกรรมร่วมกับผู้แทนระดับรัฐ",
    state_unit: "ครั้ง",
    organisations: "องค์การระหว่างประเทศและเครือข่าย",
    organisations_unit: "องค์กร",
    support: "บริการสนับสนุนงานวิชาการด้านการต่างประเทศ",
    support_unit: "กิจกรรม",
    by_month: "กิจกรรมรายเดือน",
    by_department: "กิจกรรมรายหน่วยงาน",
    by_department_note: "กิจกรรมที่หลายหน่วยงานรายงานร่วมกันนับให้ทุกหน่วยงาน",
    by_country: "ประเทศคู่ความร่วมมือ",
    by_theme: "ด้านความร่วมมือ",
    by_theme_note: "หนึ่งกิจกรรมอาจอยู่ได้หลายด้าน",
    by_organisation: "องค์การที่ร่วมงานมากที่สุด",
    latest: "กิจกรรมล่าสุด",
    ahead: "กิจกรรมที่มีกำหนดการ",
    files: "แฟ้มที่ต้องดำเนินการ",
    doubts: "ค่าที่ควรตรวจกับรายงาน",
    date: "วันที่",
    activity: "กิจกรรม",
    side: "ฝ่ายต่างประเทศ",
    department: "หน่วยงาน",
    total: "รวม",
    file: "แฟ้ม",
    todo: "สิ่งที่ควรทำ",
    value: "ช่องข้อมูล",
    why: "เหตุผล",
    none: "ยังไม่มีกิจกรรมในทะเบียน",
    no_country: "ยังไม่มีข้อมูล",
    no_files: "อ่านได้ครบทุกแฟ้ม",
    no_doubts: "ไม่มีค่าที่ต้องตรวจ",
    late: "เลยกำหนดแล้ว ยังไม่มีรายงานผล",
    no_date: "ไม่ระบุวันที่",
};

const ENGLISH: Words = Words {
    title: "Bangkok’s international engagements: summary",
    city: "Bangkok Metropolitan Administration",
    as_of: "As of",
    page: "Page",
    of: "of",
    state: "Engagements with representatives of states",
    state_unit: "engagements",
    organisations: "International organisations and networks",
    organisations_unit: "organisations",
    support: "Foreign-affairs support services",
    support_unit: "services",
    by_month: "By month",
    by_department: "By department",
    by_department_note: "An engagement that several departments report counts for each",
    by_country: "By country",
    by_theme: "By field of cooperation",
    by_theme_note: "One engagement may belong to several fields",
    by_organisation: "Organisations met most often",
    latest: "Latest engagements",
    ahead: "Announced engagements",
    files: "Files that need a person",
    doubts: "Values to check against the reports",
    date: "Date",
    activity: "Engagement",
    side: "Foreign side",
    department: "Department",
    total: "Total",
    file: "File",
    todo: "What to do",
    value: "Field",
    why: "Why",
    none: "The register holds no engagement yet",
    no_country: "No data yet",
    no_files: "Every file was read in full",
    no_doubts: "No value is in doubt",
    late: "past, no report yet",
    no_date: "no date",
};

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    pick(lang, &THAI, &ENGLISH)
}

/// A monthly average, one decimal.
pub fn monthly(lang: Lang, average: f64) -> String {
    pick(lang, format!("เฉลี่ย {average:.1} ต่อเดือน"), format!("{average:.1} a month"))
}

/// A unit as it is said of a number.
pub fn unit(lang: Lang, count: usize, unit: &'static str) -> &'static str {
    match lang {
        Lang::En if count == 1 => unit.trim_end_matches('s'),
        Lang::Th | Lang::En => unit,
    }
}

/// How many engagements with organisations were held.
pub fn with_organisations(lang: Lang, count: usize) -> String {
    pick(lang, format!("จาก {count} กิจกรรม"), format!("in {count} {}", unit(lang, count, "engagements")))
}

/// What stands beside the three counts.
pub fn beside(lang: Lang, planned: usize, cancelled: usize, postponed: usize) -> String {
    pick(
        lang,
        format!("ไม่นับรวมกิจกรรมที่มีกำหนดการ {planned} ยกเลิก {cancelled} และเลื่อน {postponed} กิจกรรม"),
        format!("Not counted: {planned} planned, {cancelled} cancelled, {postponed} postponed"),
    )
}

/// What the register holds in all.
pub fn held(lang: Lang, held: usize, entries: usize, files: usize) -> String {
    pick(
        lang,
        format!("ทะเบียนมี {entries} กิจกรรม ดำเนินการแล้ว {held} กิจกรรม รวบรวมจากรายงาน {files} แฟ้ม"),
        format!("Engagements in the register: {entries}, of which held: {held}. Reports read: {files}."),
    )
}

/// Engagements with companies, universities and associations only, which no count has.
pub fn others(lang: Lang, count: usize) -> String {
    pick(
        lang,
        format!("และกิจกรรมกับภาคส่วนอื่น {count} กิจกรรม ซึ่งไม่อยู่ในสามจำนวนนี้"),
        format!("· with others, in none of the three: {count}"),
    )
}

/// Held engagements that no month shows.
pub fn elsewhere(lang: Lang, count: usize) -> String {
    pick(
        lang,
        format!("อีก {count} กิจกรรมไม่ระบุเดือนหรืออยู่นอกช่วงเวลานี้"),
        format!("{count} more state no month or lie outside this period"),
    )
}

/// A list goes on in the workbook.
pub fn more(lang: Lang, count: usize) -> String {
    pick(
        lang,
        format!("และอีก {count} รายการ ดูในสมุดงาน engagements.xlsx"),
        format!("and {count} more: see engagements.xlsx"),
    )
}

/// The remaining rows of a chart, added up.
pub fn rest(lang: Lang, count: usize) -> String {
    pick(lang, format!("อื่น ๆ {count} รายการ"), format!("{count} others"))
}
