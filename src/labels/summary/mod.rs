//! Words of the summary, and of the three counts wherever they are printed.

mod sentences;

pub use sentences::*;

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
    pub key_points: &'static str,
    /// Heading.
    pub decisions: &'static str,
    /// Heading of a page.
    pub with_whom: &'static str,
    /// Heading of a page.
    pub results: &'static str,
    /// Heading of a page.
    pub next: &'static str,
    /// Heading of a page.
    pub reporting: &'static str,
    /// Heading of a page.
    pub notes: &'static str,
    /// Subject of a chart.
    pub by_month: &'static str,
    /// Subject of a chart.
    pub by_quarter: &'static str,
    /// Subject of a chart.
    pub by_year: &'static str,
    /// Subject of a chart.
    pub by_country: &'static str,
    /// Subject of a table.
    pub by_region: &'static str,
    /// Subject of a table.
    pub by_organisation: &'static str,
    /// Subject of a table.
    pub by_meeting: &'static str,
    /// Subject of a chart.
    pub by_served: &'static str,
    /// Subject of a chart.
    pub by_department: &'static str,
    /// Note.
    pub by_department_note: &'static str,
    /// Subject of a chart.
    pub by_theme: &'static str,
    /// Note.
    pub by_theme_note: &'static str,
    /// Subject of a chart.
    pub by_policy: &'static str,
    /// Heading.
    pub agreements: &'static str,
    /// Heading.
    pub highlights: &'static str,
    /// Heading.
    pub obstacles: &'static str,
    /// Heading.
    pub follow_ups: &'static str,
    /// Heading.
    pub ahead: &'static str,
    /// Heading.
    pub later: &'static str,
    /// Heading.
    pub overdue: &'static str,
    /// Heading.
    pub sisters: &'static str,
    /// Heading.
    pub expiring: &'static str,
    /// Heading.
    pub changes: &'static str,
    /// Heading.
    pub abbreviations: &'static str,
    /// Column: number in the register.
    pub number: &'static str,
    /// Column.
    pub date: &'static str,
    /// Column.
    pub activity: &'static str,
    /// Column.
    pub side: &'static str,
    /// Column.
    pub department: &'static str,
    /// Column.
    pub outcome: &'static str,
    /// Column.
    pub step: &'static str,
    /// Column.
    pub since: &'static str,
    /// Column.
    pub times: &'static str,
    /// Column.
    pub last: &'static str,
    /// Column.
    pub theme: &'static str,
    /// Column.
    pub region: &'static str,
    /// Column.
    pub city_name: &'static str,
    /// Column.
    pub expires: &'static str,
    /// Column.
    pub state_of: &'static str,
    /// Column.
    pub executive: &'static str,
    /// A table goes on in the workbook.
    pub further: &'static str,
    /// Column.
    pub obstacle: &'static str,
    /// An engagement without a date.
    pub no_date: &'static str,
    /// What the numbers are.
    pub register_number: &'static str,
    /// Key of the table of months.
    pub reported: &'static str,
    /// Key of the table of months.
    pub nothing: &'static str,
    /// Key of the table of months.
    pub partly: &'static str,
    /// Key of the table of months.
    pub unreadable: &'static str,
    /// Key of the table of months.
    pub missing: &'static str,
    /// Key of the table of months.
    pub undated: &'static str,
    /// Key of the table of months.
    pub not_due: &'static str,
    /// Before who gets a copy.
    pub copies: &'static str,
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
    key_points: "สาระสำคัญ",
    decisions: "เรื่องเพื่อโปรดพิจารณาสั่งการ",
    with_whom: "พบกับใคร",
    results: "ผลที่เกิดขึ้น",
    next: "เรื่องที่จะมาถึง",
    reporting: "ใครรายงานแล้ว",
    notes: "หมายเหตุและหลักการนับ",
    by_month: "กิจกรรมรายเดือน",
    by_quarter: "กิจกรรมรายไตรมาส",
    by_year: "กิจกรรมรายปีงบประมาณ",
    by_country: "ประเทศและดินแดนที่พบกับกรุงเทพมหานคร (จำนวนครั้ง)",
    by_region: "ตามภูมิภาค",
    by_organisation: "องค์การระหว่างประเทศและเครือข่าย",
    by_meeting: "ระดับของฝ่ายต่างประเทศ กับผู้บริหารกรุงเทพมหานครที่พบ (จำนวนครั้ง)",
    by_served: "บริการสนับสนุน ตามหน่วยงานที่รับบริการ",
    by_department: "กิจกรรมรายหน่วยงานที่รายงาน",
    by_department_note: "กิจกรรมที่หลายหน่วยงานรายงานร่วมกันนับให้ทุกหน่วยงาน",
    by_theme: "ด้านความร่วมมือ",
    by_theme_note: "หนึ่งกิจกรรมอาจอยู่ได้หลายด้าน",
    by_policy: "นโยบาย 9 ดี ที่รายงานระบุ",
    agreements: "ความตกลง",
    highlights: "กิจกรรมเด่น",
    obstacles: "ปัญหาและอุปสรรคที่รายงาน",
    follow_ups: "เรื่องที่ต้องติดตาม",
    ahead: "กำหนดการใน 90 วัน",
    later: "กำหนดการหลังจากนั้น",
    overdue: "เลยกำหนดแล้ว ยังไม่มีรายงานผล",
    sisters: "เมืองพี่เมืองน้อง",
    expiring: "ความตกลงที่จะสิ้นอายุใน 6 เดือน",
    changes: "ที่เปลี่ยนไปจากทะเบียนครั้งก่อน",
    abbreviations: "คำย่อหน่วยงาน",
    number: "ที่",
    date: "วันที่",
    activity: "กิจกรรม",
    side: "ฝ่ายต่างประเทศ",
    department: "หน่วยงาน",
    outcome: "ผล",
    step: "ขั้นตอนต่อไป",
    since: "ผ่านไป (วัน)",
    times: "ครั้ง",
    last: "พบล่าสุด",
    theme: "ด้าน",
    region: "ภูมิภาค",
    city_name: "เมือง",
    expires: "สิ้นอายุ",
    state_of: "สถานะ",
    executive: "ผู้บริหารกรุงเทพมหานคร",
    further: "และอีก {count} รายการ ดูในสมุดงาน engagements.xlsx",
    obstacle: "ปัญหา",
    no_date: "ไม่ระบุวันที่",
    register_number: "ตัวเลขในช่อง “ที่” คือลำดับในทะเบียนของสมุดงาน engagements.xlsx",
    reported: "รายงานแล้ว",
    nothing: "แจ้งว่าไม่มีกิจกรรม",
    partly: "อ่านแล้ว มีจุดที่ต้องตรวจ",
    unreadable: "อ่านแฟ้มไม่ได้",
    missing: "ยังไม่มีรายงาน",
    undated: "อยู่ในช่วงของทะเบียนที่ไม่ระบุงวด",
    not_due: "ยังไม่ถึงกำหนด",
    copies: "สำเนาถึง",
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
    key_points: "Key points",
    decisions: "For decision",
    with_whom: "With whom",
    results: "What came of it",
    next: "What is next",
    reporting: "Who has reported",
    notes: "Notes and how the city counts",
    by_month: "By month",
    by_quarter: "By quarter",
    by_year: "By fiscal year",
    by_country: "Partner countries and territories (engagements with states)",
    by_region: "By region",
    by_organisation: "International organisations and networks",
    by_meeting: "Rank of the foreign side by the city’s executive who met it (times)",
    by_served: "Support services by department served",
    by_department: "By reporting department",
    by_department_note: "An engagement that several departments report counts for each",
    by_theme: "Fields of cooperation",
    by_theme_note: "One engagement may belong to several fields",
    by_policy: "Policy areas that reports name",
    agreements: "Agreements",
    highlights: "Highlights",
    obstacles: "Obstacles reported",
    follow_ups: "To follow up",
    ahead: "Announced within 90 days",
    later: "Announced for later",
    overdue: "Past, without a report",
    sisters: "Sister cities",
    expiring: "Agreements that expire within six months",
    changes: "Changed since the last register",
    abbreviations: "Abbreviations of departments",
    number: "No.",
    date: "Date",
    activity: "Engagement",
    side: "Foreign side",
    department: "Department",
    outcome: "Outcome",
    step: "Next step",
    since: "Days since",
    times: "Times",
    last: "Last met",
    theme: "Field",
    region: "Region",
    city_name: "City",
    expires: "Expires",
    state_of: "Standing",
    executive: "Executive of the city",
    further: "and {count} more: see engagements.xlsx",
    obstacle: "Obstacle",
    no_date: "no date",
    register_number: "Numbers under “No.” are those of the register in engagements.xlsx",
    reported: "reported",
    nothing: "nothing to report",
    partly: "read in part",
    unreadable: "cannot be read",
    missing: "missing",
    undated: "within a list that names no period",
    not_due: "not due",
    copies: "Copies to:",
};

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    pick(lang, &THAI, &ENGLISH)
}

/// A monthly average, one decimal.
pub fn monthly(lang: Lang, average: f64) -> String {
    pick(lang, format!("เฉลี่ย {average:.1} ต่อเดือน"), format!("{average:.1} a month"))
}

/// What stands before and behind an average a month.
pub fn around_average(lang: Lang) -> (&'static str, &'static str) {
    pick(lang, ("เฉลี่ย ", " ต่อเดือน"), ("", " a month"))
}

/// What stands before and behind the number of engagements with organisations.
pub fn around_organised(lang: Lang) -> (&'static str, &'static str) {
    pick(lang, ("จาก ", " กิจกรรม"), ("in ", " engagements"))
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
