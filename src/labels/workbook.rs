//! Words of the workbook.

use super::{Lang, pick};

/// Headings and notes of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Name of the register.
    pub title: &'static str,
    /// The city.
    pub city: &'static str,
    /// Type for the cells: the one that Thai offices use.
    pub font: &'static str,
    /// Footer of a printed page, with the spreadsheet program's codes for page and pages.
    pub page: &'static str,
    /// Name of the sheet of counts.
    pub sheet_summary: &'static str,
    /// Name of the sheet of figures behind the charts.
    pub sheet_figures: &'static str,
    /// What the sheet is.
    pub figures_note: &'static str,
    /// Name of the hidden sheet that formulas look into.
    pub sheet_facts: &'static str,
    /// Name of the cell of the first month, and the words before it.
    pub name_from: &'static str,
    /// Name of the cell of the last month, and the words before it.
    pub name_to: &'static str,
    /// Stands in these cells for all that was reported.
    pub all_months: &'static str,
    /// How months are chosen.
    pub choose_months: &'static str,
    /// Name of the sheet of engagements.
    pub sheet_register: &'static str,
    /// Name of the sheet of sources.
    pub sheet_sources: &'static str,
    /// Name of the sheet of points to check.
    pub sheet_check: &'static str,
    /// Name of the sheet of changes.
    pub sheet_changes: &'static str,
    /// Name of the sheet of files.
    pub sheet_files: &'static str,
    /// Name of the sheet of domestic rows.
    pub sheet_aside: &'static str,
    /// What the register's colours mean.
    pub register_note: &'static str,
    /// What the sheet is.
    pub sources_note: &'static str,
    /// What the sheet is.
    pub check_note: &'static str,
    /// What the sheet is.
    pub changes_note: &'static str,
    /// There is nothing to compare with.
    pub changes_none: &'static str,
    /// Name of the sheet of changes since the last month.
    pub sheet_month: &'static str,
    /// What the sheet is.
    pub month_note: &'static str,
    /// Name of the sheet of changes since the last edition.
    pub sheet_edition: &'static str,
    /// There is no register of an earlier month.
    pub month_none: &'static str,
    /// An entry that was not there.
    pub change_new: &'static str,
    /// An entry with another value.
    pub change_changed: &'static str,
    /// An entry that is no longer there.
    pub change_withdrawn: &'static str,
    /// Sort of a change: missing because a file cannot be read.
    pub change_unread: &'static str,
    /// The value before.
    pub change_from: &'static str,
    /// The value now.
    pub change_to: &'static str,
    /// What the sheet is.
    pub files_note: &'static str,
    /// What the sheet is.
    pub aside_note: &'static str,
    /// Running number.
    pub number: &'static str,
    /// First day.
    pub from: &'static str,
    /// Last day.
    pub to: &'static str,
    /// How exact the date is.
    pub precision: &'static str,
    /// Number of reported rows.
    pub source_count: &'static str,
    /// Countries and organisations, or who else it was.
    pub who: &'static str,
    /// Reporting departments by their abbreviations.
    pub reported_by: &'static str,
    /// Identifier.
    pub id: &'static str,
    /// Department.
    pub department: &'static str,
    /// Departments.
    pub departments: &'static str,
    /// File.
    pub file: &'static str,
    /// Where in the file.
    pub place: &'static str,
    /// The row's own words.
    pub reported_title: &'static str,
    /// The entry's title.
    pub entry_title: &'static str,
    /// What sort of point it is.
    pub sort: &'static str,
    /// Field.
    pub field: &'static str,
    /// What to look at.
    pub message: &'static str,
    /// What to do.
    pub action: &'static str,
    /// A doubtful value.
    pub sort_doubt: &'static str,
    /// Reports disagree.
    pub sort_conflict: &'static str,
    /// A problem of a file.
    pub sort_problem: &'static str,
    /// Rows not understood.
    pub sort_unread: &'static str,
    /// Two entries that may be one.
    pub sort_pair: &'static str,
    /// What to do about two entries that may be one.
    pub decide_pair: &'static str,
    /// What to do about a doubtful value.
    pub compare: &'static str,
    /// Format.
    pub format: &'static str,
    /// Period.
    pub period: &'static str,
    /// Status.
    pub status: &'static str,
    /// Records.
    pub rows: &'static str,
    /// Engagements.
    pub engagements: &'static str,
    /// Domestic.
    pub domestic: &'static str,
    /// Message.
    pub note: &'static str,
    /// Why.
    pub reason: &'static str,
    /// A list without rows.
    pub nothing: &'static str,
    /// Reference day.
    pub as_of: &'static str,
    /// Period covered.
    pub covered: &'static str,
    /// Count.
    pub count: &'static str,
    /// Sum.
    pub total: &'static str,
    /// Heading.
    pub by_month: &'static str,
    /// Heading.
    pub by_department: &'static str,
    /// Heading.
    pub by_country: &'static str,
    /// Heading.
    pub by_theme: &'static str,
    /// Heading.
    pub by_kind: &'static str,
    /// Heading.
    pub by_organisation: &'static str,
    /// Column.
    pub month: &'static str,
    /// Column.
    pub country: &'static str,
    /// Column.
    pub theme: &'static str,
    /// Column.
    pub kind: &'static str,
    /// Column.
    pub organisation: &'static str,
    /// Engagements that no month shows.
    pub elsewhere: &'static str,
    /// Name of the sheet of results.
    pub sheet_results: &'static str,
    /// What the sheet is.
    pub results_note: &'static str,
    /// Name of the sheet of what is announced.
    pub sheet_plan: &'static str,
    /// What the sheet is.
    pub plan_note: &'static str,
    /// Name of the sheet of countries.
    pub sheet_countries: &'static str,
    /// What the sheet is.
    pub countries_note: &'static str,
    /// Name of the sheet of organisations.
    pub sheet_organisations: &'static str,
    /// What the sheet is.
    pub organisations_note: &'static str,
    /// Name of the sheet of sister cities.
    pub sheet_sisters: &'static str,
    /// What the sheet is.
    pub sisters_note: &'static str,
    /// Name of the sheet of departments by months.
    pub sheet_months: &'static str,
    /// Key of the marks.
    pub months_note: &'static str,
    /// Name of the sheet of rules.
    pub sheet_counting: &'static str,
    /// What the sheet is.
    pub counting_note: &'static str,
    /// Column.
    pub abbreviation: &'static str,
    /// Column.
    pub meaning: &'static str,
    /// Column.
    pub region: &'static str,
    /// Column.
    pub last: &'static str,
    /// Column.
    pub cities: &'static str,
    /// Column.
    pub lead: &'static str,
    /// Column.
    pub city_name: &'static str,
    /// Column.
    pub standing: &'static str,
    /// Column.
    pub date: &'static str,
    /// Column.
    pub side: &'static str,
    /// Column.
    pub outcome: &'static str,
    /// Column.
    pub next_step: &'static str,
    /// Column.
    pub obstacle: &'static str,
    /// Standing of what lies ahead.
    pub ahead: &'static str,
    /// Standing of what is past.
    pub late: &'static str,
    /// Behind the title of a chart that has not all rows of its table.
    pub first_bars: &'static str,
}

const THAI: Words = Words {
    title: "ทะเบียนกิจกรรมด้านการต่างประเทศของกรุงเทพมหานคร",
    city: "กรุงเทพมหานคร",
    font: "TH Sarabun New",
    page: "หน้า &P จาก &N",
    sheet_summary: "ภาพรวม",
    sheet_figures: "ตัวเลข",
    figures_note: "ตัวเลขหลังกราฟในแผ่นงานภาพรวม ปรับตามเดือนที่เลือกไว้ในแผ่นงานนั้น",
    sheet_facts: "ข้อมูลนับ",
    name_from: "จากเดือน",
    name_to: "ถึงเดือน",
    all_months: "ทั้งหมด",
    choose_months: "เลือกเดือนจากรายการ หรือพิมพ์ ทั้งหมด",
    sheet_register: "ทะเบียนกิจกรรม",
    sheet_sources: "แหล่งที่มา",
    sheet_check: "จุดที่ควรตรวจ",
    sheet_changes: "การเปลี่ยนแปลง",
    sheet_files: "แฟ้มรายงาน",
    sheet_aside: "งานในประเทศที่แยกไว้",
    register_note: "ช่องสีเหลืองคือค่าที่ควรตรวจกับรายงานต้นฉบับ ดูเหตุผลที่แผ่นงานจุดที่ควรตรวจใน review.xlsx",
    sources_note: "ทุกแถวในรายงานที่รวมเป็นกิจกรรมในทะเบียน",
    check_note: "ค่าที่โปรแกรมไม่แน่ใจ แฟ้มที่มีปัญหา และรายงานที่ไม่ตรงกัน",
    changes_note: "สิ่งที่เปลี่ยนไปจากทะเบียนครั้งก่อนที่ต่างจากครั้งนี้",
    changes_none: "ยังไม่มีทะเบียนครั้งก่อนให้เทียบ",
    sheet_month: "เทียบกับเดือนก่อน",
    sheet_edition: "เทียบกับฉบับก่อน",
    month_note: "สิ่งที่เปลี่ยนไปจากทะเบียนครั้งสุดท้ายของเดือนก่อน",
    month_none: "ยังไม่มีทะเบียนของเดือนก่อนให้เทียบ",
    change_new: "เพิ่มใหม่",
    change_changed: "แก้ไข",
    change_withdrawn: "ไม่มีแล้ว",
    change_unread: "อ่านแฟ้มไม่ได้",
    change_from: "เดิม",
    change_to: "ใหม่",
    files_note: "ทุกแฟ้มในโฟลเดอร์รายงาน และผลการอ่าน",
    aside_note: "แถวที่โปรแกรมเห็นว่าไม่ใช่งานต่างประเทศ โปรดตรวจว่าไม่มีรายการใดตกหล่น",
    number: "ที่",
    from: "วันที่เริ่ม",
    to: "ถึงวันที่",
    precision: "ความละเอียดของวันที่",
    source_count: "จำนวนแหล่งที่มา",
    who: "ประเทศ/องค์การ",
    reported_by: "ผู้รายงาน",
    id: "รหัส",
    department: "หน่วยงาน",
    departments: "หน่วยงานที่รายงาน",
    file: "แฟ้ม",
    place: "ตำแหน่ง",
    reported_title: "ข้อความในรายงาน",
    entry_title: "กิจกรรมในทะเบียน",
    sort: "เรื่อง",
    field: "ช่องข้อมูล",
    message: "สิ่งที่ควรตรวจ",
    action: "ควรทำอย่างไร",
    sort_doubt: "ค่าที่ไม่แน่ใจ",
    sort_conflict: "รายงานไม่ตรงกัน",
    sort_problem: "ปัญหาของแฟ้ม",
    sort_unread: "แถวที่อ่านไม่เข้าใจ",
    sort_pair: "อาจซ้ำกัน",
    decide_pair: "โปรดตัดสินว่าเป็นกิจกรรมเดียวกันหรือไม่ โปรแกรมยังไม่ได้รวมให้",
    compare: "โปรดเทียบกับรายงานต้นฉบับ",
    format: "รูปแบบ",
    period: "ช่วงเวลา",
    status: "ผลการอ่าน",
    rows: "รายการที่พบ",
    engagements: "งานต่างประเทศ",
    domestic: "แยกไว้",
    note: "คำแนะนำ",
    reason: "เหตุผล",
    nothing: "ไม่มีรายการ",
    as_of: "ข้อมูล ณ วันที่",
    covered: "ช่วงเวลาที่ครอบคลุม",
    count: "จำนวน",
    total: "รวม",
    by_month: "กิจกรรมรายเดือน",
    by_department: "กิจกรรมรายหน่วยงาน",
    by_country: "ประเทศและดินแดนที่พบกับกรุงเทพมหานคร",
    by_theme: "ด้านความร่วมมือ",
    by_kind: "ประเภทกิจกรรม",
    by_organisation: "องค์การระหว่างประเทศและเครือข่าย",
    month: "เดือน",
    country: "ประเทศ",
    theme: "ด้าน",
    kind: "ประเภท",
    organisation: "องค์การ",
    elsewhere: "ไม่ระบุเดือนหรืออยู่นอกช่วงเวลา",
    sheet_results: "ผลและเรื่องติดตาม",
    results_note: "ความตกลง ผลการดำเนินงาน ขั้นตอนต่อไป และอุปสรรคที่รายงาน",
    sheet_plan: "แผนล่วงหน้า",
    plan_note: "กิจกรรมที่มีกำหนดการ และที่เลยกำหนดแล้วแต่ยังไม่มีรายงานผล",
    sheet_countries: "ประเทศและดินแดน",
    countries_note: "นับจากกิจกรรมร่วมกับผู้แทนระดับรัฐที่ดำเนินการแล้ว",
    sheet_organisations: "องค์การ",
    organisations_note: "นับจากกิจกรรมที่ดำเนินการแล้วของกลุ่มองค์การระหว่างประเทศ",
    sheet_sisters: "เมืองพี่เมืองน้อง",
    sisters_note: "กิจกรรมที่ดำเนินการแล้วซึ่งระบุเมือง",
    sheet_months: "หน่วยงาน × เดือน",
    months_note: "● รายงานแล้ว  ○ แจ้งว่าไม่มีกิจกรรม  ? อ่านแล้ว มีจุดที่ต้องตรวจ  × อ่านแฟ้มไม่ได้  – ยังไม่มีรายงาน  · อยู่ในช่วงของทะเบียนที่ไม่ระบุงวด",
    sheet_counting: "หลักการนับ",
    counting_note: "หลักการนับ และคำย่อของหน่วยงาน",
    abbreviation: "คำย่อ",
    meaning: "ความหมาย",
    region: "ภูมิภาค",
    last: "พบล่าสุด",
    cities: "เมือง",
    lead: "ผู้บริหารกรุงเทพมหานครที่พบ",
    city_name: "เมือง",
    standing: "สถานะ",
    date: "วันที่",
    side: "ฝ่ายต่างประเทศ",
    outcome: "ผล",
    next_step: "ขั้นตอนต่อไป",
    obstacle: "ปัญหาและอุปสรรค",
    ahead: "มีกำหนดการ",
    late: "เลยกำหนดแล้ว ยังไม่มีรายงานผล",
    first_bars: "10 อันดับแรก",
};

const ENGLISH: Words = Words {
    title: "Register of Bangkok’s international engagements",
    city: "Bangkok Metropolitan Administration",
    font: "TH Sarabun New",
    page: "Page &P of &N",
    sheet_summary: "Overview",
    sheet_figures: "Figures",
    figures_note: "The figures behind the charts of the overview; they follow the months that are chosen there",
    sheet_facts: "Counted",
    name_from: "from_month",
    name_to: "to_month",
    all_months: "all",
    choose_months: "Choose months from the lists, or type all",
    sheet_register: "Register",
    sheet_sources: "Sources",
    sheet_check: "Points to check",
    sheet_changes: "Changes",
    sheet_files: "Files",
    sheet_aside: "Set aside",
    register_note: "Yellow cells should be checked against the report: the sheet of points to check says why",
    sources_note: "Every reported row behind the register’s entries",
    check_note: "Values in doubt, files with problems, and reports that disagree",
    changes_note: "What changed since the last register that differed from this one",
    changes_none: "There is no earlier register to compare with",
    sheet_month: "Since last month",
    sheet_edition: "Since last edition",
    month_note: "What changed since the last register of an earlier month",
    month_none: "There is no register of an earlier month to compare with",
    change_new: "New",
    change_changed: "Changed",
    change_withdrawn: "Withdrawn",
    change_unread: "File not read",
    change_from: "Before",
    change_to: "Now",
    files_note: "Every file of the inbox and what became of it",
    aside_note: "Rows taken as domestic: please check that none is lost",
    number: "No.",
    from: "From",
    to: "To",
    precision: "Date precision",
    source_count: "Sources",
    who: "Country or body",
    reported_by: "Units",
    id: "ID",
    department: "Department",
    departments: "Reported by",
    file: "File",
    place: "Place",
    reported_title: "As reported",
    entry_title: "Entry in the register",
    sort: "About",
    field: "Field",
    message: "What to look at",
    action: "What to do",
    sort_doubt: "Doubtful value",
    sort_conflict: "Reports disagree",
    sort_problem: "Problem of a file",
    sort_unread: "Row not understood",
    sort_pair: "Perhaps one",
    decide_pair: "Decide whether they are one engagement: they were not put together",
    compare: "Compare it with the report",
    format: "Format",
    period: "Period",
    status: "Status",
    rows: "Records",
    engagements: "International",
    domestic: "Set aside",
    note: "What to do",
    reason: "Reason",
    nothing: "None",
    as_of: "As of",
    covered: "Period covered",
    count: "Number",
    total: "Total",
    by_month: "By month",
    by_department: "By department",
    by_country: "Countries and territories met",
    by_theme: "By field",
    by_kind: "By type",
    by_organisation: "International organisations and networks",
    month: "Month",
    country: "Country",
    theme: "Field",
    kind: "Type",
    organisation: "Organisation",
    elsewhere: "No month stated, or outside the period",
    sheet_results: "Results",
    results_note: "Agreements, outcomes, next steps and obstacles as reported",
    sheet_plan: "Plan",
    plan_note: "What is announced, and what is past its day without a report",
    sheet_countries: "Countries",
    countries_note: "Counted over held engagements with representatives of states",
    sheet_organisations: "Organisations",
    organisations_note: "Counted over held engagements of the group of organisations",
    sheet_sisters: "Sister cities",
    sisters_note: "Held engagements that name the city",
    sheet_months: "Departments × months",
    months_note: "● reported  ○ nothing to report  ? read in part  × cannot be read  – missing  · within a list that names no period",
    sheet_counting: "How it counts",
    counting_note: "How the city counts, and abbreviations of departments",
    abbreviation: "Short",
    meaning: "Meaning",
    region: "Region",
    last: "Last met",
    cities: "Cities",
    lead: "Met by",
    city_name: "City",
    standing: "Standing",
    date: "Date",
    side: "Foreign side",
    outcome: "Outcome",
    next_step: "Next step",
    obstacle: "Obstacles",
    ahead: "announced",
    late: "past, no report yet",
    first_bars: "top 10",
};

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    pick(lang, &THAI, &ENGLISH)
}
