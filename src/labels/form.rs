//! Words of the form in which a department reports: its columns, as the reader knows them, with an example each.

use super::{Lang, calendar, pick};
use crate::model::ReportPeriod;

/// What a column is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    /// A day.
    Day,
    /// One of the kinds.
    Kind,
    /// One of the countries.
    Country,
    /// One of the organisations, or another name.
    Organisation,
    /// One of the themes.
    Theme,
    /// One of the statuses.
    Status,
    /// Words or a number.
    Free,
}

/// A column of the form.
pub struct Column {
    /// Its heading.
    pub heading: &'static str,
    /// What it is filled with.
    pub filled: Filled,
    /// How it is filled in, with an example.
    pub help: &'static str,
    /// Its width in characters.
    pub width: f64,
}

const fn column(heading: &'static str, filled: Filled, help: &'static str, width: f64) -> Column {
    Column { heading, filled, help, width }
}

/// The columns in their order.
pub fn columns(lang: Lang) -> &'static [Column] {
    pick(lang, THAI, ENGLISH)
}

const THAI: &[Column] = &[
    column("วันที่เริ่มต้น", Filled::Day, "วัน/เดือน/ปี พ.ศ. เช่น 10/1/2566", 16.0),
    column("วันที่สิ้นสุด", Filled::Day, "เว้นว่างถ้าวันเดียว", 16.0),
    column(
        "กิจกรรม",
        Filled::Free,
        "ใคร ทำอะไร กับใคร เรื่องใด เช่น เอกอัครราชทูตโปแลนด์เข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร",
        60.0,
    ),
    column("ประเภทกิจกรรม", Filled::Kind, "เลือกจากรายการ", 24.0),
    column("ประเทศ", Filled::Country, "ประเทศของฝ่ายต่างประเทศ เลือกจากรายการ", 22.0),
    column("องค์การระหว่างประเทศ", Filled::Organisation, "เลือกจากรายการ หรือพิมพ์ชื่ออื่น", 28.0),
    column("ฝ่ายต่างประเทศ", Filled::Free, "ชื่อและตำแหน่งหัวหน้าคณะ", 32.0),
    column("ผู้แทนกรุงเทพมหานคร", Filled::Free, "ผู้บริหารที่เป็นหัวหน้าฝ่ายกรุงเทพมหานคร", 28.0),
    column("สถานที่", Filled::Free, "ห้อง อาคาร เมือง หรือ ออนไลน์", 26.0),
    column("จำนวนผู้เข้าร่วม", Filled::Free, "จำนวนคน", 14.0),
    column("สถานะ", Filled::Status, "เลือกจากรายการ", 18.0),
    column("ด้าน", Filled::Theme, "เลือกจากรายการ", 22.0),
    column("ผลการดำเนินงาน", Filled::Free, "ผลที่ได้ ข้อตกลง", 40.0),
    column("ปัญหาอุปสรรค", Filled::Free, "เว้นว่างถ้าไม่มี", 28.0),
    column("การดำเนินการต่อไป", Filled::Free, "ขั้นตอนต่อไป ใครรับผิดชอบ เมื่อใด", 32.0),
];

const ENGLISH: &[Column] = &[
    column("Start date", Filled::Day, "Such as 10/1/2023", 16.0),
    column("End date", Filled::Day, "Empty for one day", 16.0),
    column("Activity", Filled::Free, "Who did what with whom, and about what", 60.0),
    column("Type", Filled::Kind, "Choose from the list", 24.0),
    column("Country", Filled::Country, "Country of the foreign side, from the list", 22.0),
    column("Organisation", Filled::Organisation, "From the list, or another name", 28.0),
    column("Foreign side", Filled::Free, "Name and position of who led it", 32.0),
    column("BMA representative", Filled::Free, "Executive who led for the city", 28.0),
    column("Venue", Filled::Free, "Room, building, city, or online", 26.0),
    column("Participants", Filled::Free, "Number of people", 14.0),
    column("Status", Filled::Status, "Choose from the list", 18.0),
    column("Theme", Filled::Theme, "Choose from the list", 22.0),
    column("Outcome", Filled::Free, "What came of it", 40.0),
    column("Obstacles", Filled::Free, "Empty if there were none", 28.0),
    column("Next steps", Filled::Free, "What is next, by whom and when", 32.0),
];

/// The title of the form.
pub fn title(lang: Lang) -> &'static str {
    pick(lang, "แบบรายงานกิจกรรมด้านการต่างประเทศ", "Report on international activities")
}

/// Name of its sheet.
pub fn sheet(lang: Lang) -> &'static str {
    pick(lang, "รายงาน", "Report")
}

/// Which department reports; with a line to fill in where none is named.
pub fn department(lang: Lang, name: Option<&str>) -> String {
    let name = name.unwrap_or_default();
    pick(lang, format!("หน่วยงาน {name}"), format!("Department: {name}"))
}

/// Which months are reported; with a line to fill in where none is named.
pub fn period(lang: Lang, period: Option<ReportPeriod>) -> String {
    let named = period.map(|period| calendar::period(lang, period)).unwrap_or_default();
    pick(lang, format!("ประจำเดือน {named}"), format!("Period: {named}"))
}

/// A day that cannot be used.
pub fn no_day(lang: Lang) -> &'static str {
    pick(
        lang,
        "ไม่ใช่วันที่ หรือปีอยู่นอกช่วง พ.ศ. 2543–2643 โปรดพิมพ์ วัน/เดือน/ปี",
        "No date, or its year is not between 2000 and 2100",
    )
}

/// The form was made.
pub fn made(lang: Lang, path: &str) -> String {
    pick(
        lang,
        format!("สร้างแบบรายงานแล้ว: {path} ส่งให้หน่วยงานกรอก แล้ววางแฟ้มที่กรอกแล้วใน inbox"),
        format!("The form is {path}. Have it filled in, and put it into the inbox."),
    )
}

/// Its name where none is asked for.
pub fn file(lang: Lang) -> &'static str {
    pick(lang, "แบบรายงาน.xlsx", "report-form.xlsx")
}
