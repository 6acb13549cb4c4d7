//! Words of the workbook of settings: its sheets and columns as they are written and found again, what can be chosen, and
//! what is wrong with a cell.

use super::{Lang, fill, pick};
use crate::model::{Every, Flaw};
use crate::problem::OfSettings;
use crate::vocab::gazetteer::{BodySort, NameSort, Standing};

/// Sheets and columns, in one language.
pub struct Words {
    /// Title of the workbook.
    pub title: &'static str,
    /// The sheet that says what the workbook is for.
    pub sheet_guide: &'static str,
    /// What it says: a heading and a text each.
    pub guide: &'static [(&'static str, &'static str)],
    /// The sheet of departments that are expected to report.
    pub sheet_departments: &'static str,
    /// What stands below its title.
    pub departments_note: &'static str,
    /// A department.
    pub department: &'static str,
    /// Short forms of a name.
    pub short: &'static str,
    /// The focal point.
    pub contact: &'static str,
    /// Telephone.
    pub telephone: &'static str,
    /// Electronic mail.
    pub email: &'static str,
    /// The first month that is reported.
    pub from: &'static str,
    /// How often.
    pub every: &'static str,
    /// The sheet of names.
    pub sheet_names: &'static str,
    /// What stands below its title.
    pub names_note: &'static str,
    /// A name as reports have it.
    pub name: &'static str,
    /// What sort of thing has the name.
    pub sort: &'static str,
    /// Its country.
    pub country: &'static str,
    /// The name in the register.
    pub canonical: &'static str,
    /// Other spellings.
    pub others: &'static str,
    /// The sheet of sister cities.
    pub sheet_sisters: &'static str,
    /// What stands below its title.
    pub sisters_note: &'static str,
    /// A city.
    pub city: &'static str,
    /// Since when.
    pub since: &'static str,
    /// The sheet of the office.
    pub sheet_office: &'static str,
    /// What stands below its title.
    pub office_note: &'static str,
    /// What is set.
    pub item: &'static str,
    /// To what.
    pub value: &'static str,
    /// The items: office, signatory, position, copies, contact.
    pub items: [&'static str; 5],
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    pick(lang, &THAI, &ENGLISH)
}

const THAI: Words = Words {
    title: "การตั้งค่าของสำนักงาน",
    sheet_guide: "วิธีใช้",
    guide: &[
        (
            "แฟ้มนี้คืออะไร",
            "สิ่งที่สำนักงานบอกโปรแกรม วางไว้ในโฟลเดอร์ inbox (ชั้นบนสุด) แฟ้มเดียว ตั้งชื่ออย่างไรก็ได้ แก้ไขแล้วสั่งโปรแกรมใหม่ ไม่ต้องกรอกทุกแผ่นงาน",
        ),
        (
            "หน่วยงาน",
            "หน่วยงานที่ต้องส่งรายงาน ผู้ประสานงาน และเริ่มส่งเดือนใด ถ้าแผ่นงานนี้ว่าง โปรแกรมถือว่าหน่วยงานที่เคยส่งต้องส่งต่อทุกเดือน",
        ),
        ("ชื่อ", "ชื่อหน่วยงาน องค์การ หรือเมืองต่างประเทศที่โปรแกรมยังไม่รู้จัก ใช้กับทุกรายงานในการทำงานครั้งนี้ทันที"),
        ("เมืองพี่เมืองน้อง", "รายการนี้ใช้แทนรายการที่มากับโปรแกรม ถ้าแผ่นงานนี้ว่าง ใช้รายการของโปรแกรม"),
        ("สำนักงาน", "ชื่อสำนักงาน ผู้ลงนาม และสำเนาถึง ที่พิมพ์ไว้ท้ายเอกสาร"),
        ("ถ้ากรอกผิด", "โปรแกรมบอกแผ่นงานและเซลล์ที่ใช้ไม่ได้ในแผ่นงานจุดที่ควรตรวจของ review.xlsx ส่วนที่เหลือยังใช้ได้"),
    ],
    sheet_departments: "หน่วยงาน",
    departments_note: "หน่วยงานที่ต้องส่งรายงาน ชื่อย่อหลายชื่อคั่นด้วย ; เดือนเขียนเช่น ม.ค. 2566",
    department: "หน่วยงาน",
    short: "ชื่อย่อ",
    contact: "ผู้ประสานงาน",
    telephone: "โทรศัพท์",
    email: "อีเมล",
    from: "ส่งตั้งแต่เดือน",
    every: "ความถี่",
    sheet_names: "ชื่อ",
    names_note: "ชื่อที่โปรแกรมยังไม่รู้จัก ชื่ออื่นหลายชื่อคั่นด้วย ; ช่องชื่อในทะเบียนเว้นว่างได้",
    name: "ชื่อ",
    sort: "ประเภท",
    country: "ประเทศ",
    canonical: "ชื่อในทะเบียน",
    others: "ชื่ออื่น",
    sheet_sisters: "เมืองพี่เมืองน้อง",
    sisters_note: "เมืองพี่เมืองน้องของกรุงเทพมหานคร ตั้งแต่วันหรือปีใด (พ.ศ.) ไม่ทราบให้เว้นว่าง",
    city: "เมือง",
    since: "ตั้งแต่",
    sheet_office: "สำนักงาน",
    office_note: "ข้อความที่พิมพ์ไว้ท้ายสรุปสำหรับผู้บริหาร ช่องใดว่างจะไม่พิมพ์",
    item: "รายการ",
    value: "ข้อความ",
    items: ["สำนักงาน", "ผู้ลงนาม", "ตำแหน่ง", "สำเนาถึง", "ติดต่อ"],
};

const ENGLISH: Words = Words {
    title: "Settings of the office",
    sheet_guide: "How to use",
    guide: &[
        (
            "What this is",
            "What the office tells the program. Put one such workbook into the inbox itself, under any name; change it and run again. No sheet has to be filled in.",
        ),
        (
            "Departments",
            "The departments that have to report, their focal points, and from which month on. While the sheet is empty, whoever reported once is expected to report every month.",
        ),
        (
            "Names",
            "Foreign bodies, organisations and cities that the program does not know yet. They hold for all reports of the very run.",
        ),
        (
            "Sister cities",
            "This list takes the place of the one that comes with the program. While the sheet is empty, that one holds.",
        ),
        ("Office", "The office, who signs and who gets a copy, printed at the end of the summary."),
        (
            "What is wrong",
            "is named by sheet and cell on the sheet of points to check in review.xlsx; the rest is in force.",
        ),
    ],
    sheet_departments: "Departments",
    departments_note: "Departments that have to report. Several short forms are separated by ; a month is written as Jan 2023",
    department: "Department",
    short: "Short forms",
    contact: "Focal point",
    telephone: "Telephone",
    email: "E-mail",
    from: "Reports from month",
    every: "How often",
    sheet_names: "Names",
    names_note: "Names that the program does not know yet. Several spellings are separated by ; the name in the register may be left empty",
    name: "Name",
    sort: "Sort",
    country: "Country",
    canonical: "Name in the register",
    others: "Other spellings",
    sheet_sisters: "Sister cities",
    sisters_note: "Sister cities of Bangkok, and since which day or year; empty where that is not known",
    city: "City",
    since: "Since",
    sheet_office: "Office",
    office_note: "What is printed at the end of the summary; what is empty is not printed",
    item: "Item",
    value: "Text",
    items: ["Office", "Signed by", "Position", "Copies to", "Contact"],
};

/// How often a department reports.
pub fn every(lang: Lang, every: Every) -> &'static str {
    match every {
        Every::Month => pick(lang, "ทุกเดือน", "every month"),
        Every::Quarter => pick(lang, "ทุกไตรมาส", "every quarter"),
        Every::Occasion => pick(lang, "เมื่อมีกิจกรรม", "on occasion"),
    }
}

/// What a name can be said to be, in the order in which it is offered.
pub const SORTS: &[NameSort] = &[
    NameSort::Organisation(BodySort::Un),
    NameSort::Organisation(BodySort::Intergovernmental),
    NameSort::Organisation(BodySort::RegionalOrg),
    NameSort::Organisation(BodySort::CityNetwork),
    NameSort::Organisation(BodySort::Ngo),
    NameSort::Organisation(BodySort::Foundation),
    NameSort::Organisation(BodySort::DevelopmentBank),
    NameSort::Organisation(BodySort::BilateralAgency),
    NameSort::Organisation(BodySort::TradeAgency),
    NameSort::Organisation(BodySort::CulturalInstitute),
    NameSort::Organisation(BodySort::Research),
    NameSort::Organisation(BodySort::Programme),
    NameSort::Organisation(BodySort::EventSeries),
    NameSort::Organisation(BodySort::Forum),
    NameSort::Organisation(BodySort::SportsBody),
    NameSort::Organisation(BodySort::RankingBody),
    NameSort::Organisation(BodySort::Company),
    NameSort::Organisation(BodySort::University),
    NameSort::Organisation(BodySort::Association),
    NameSort::Organisation(BodySort::Chamber),
    NameSort::Organisation(BodySort::Media),
    NameSort::Body(Standing::Mission),
    NameSort::Body(Standing::Government),
    NameSort::Body(Standing::CityGovernment),
    NameSort::Body(Standing::Domestic),
    NameSort::City,
    NameSort::Country,
];

/// What a name is said to be.
pub fn sort(lang: Lang, sort: NameSort) -> &'static str {
    match sort {
        NameSort::Country => pick(lang, "ประเทศ (ชื่ออื่น)", "country (another name)"),
        NameSort::City => pick(lang, "เมืองต่างประเทศ", "city abroad"),
        NameSort::Organisation(sort) => body(lang, sort),
        NameSort::Body(Standing::Mission) => pick(lang, "สถานทูต สถานกงสุล", "embassy or consulate"),
        NameSort::Body(Standing::Government) => {
            pick(lang, "หน่วยงานของรัฐต่างประเทศ", "body of a foreign state")
        }
        NameSort::Body(Standing::CityGovernment) => {
            pick(lang, "เทศบาลเมืองต่างประเทศ", "foreign city’s government")
        }
        NameSort::Body(Standing::Domestic) => pick(lang, "หน่วยงานในประเทศ (ไม่นับ)", "Thai body (not counted)"),
    }
}

fn body(lang: Lang, sort: BodySort) -> &'static str {
    match sort {
        BodySort::Association => pick(lang, "สมาคม", "association"),
        BodySort::BilateralAgency => {
            pick(lang, "หน่วยงานความร่วมมือเพื่อการพัฒนาของรัฐ", "national development agency")
        }
        BodySort::Chamber => pick(lang, "หอการค้า", "chamber of commerce"),
        BodySort::CityNetwork => pick(lang, "เครือข่ายเมือง", "network of cities"),
        BodySort::Company => pick(lang, "บริษัทต่างประเทศ", "foreign company"),
        BodySort::CulturalInstitute => pick(lang, "สถาบันวัฒนธรรม", "cultural institute"),
        BodySort::DevelopmentBank => pick(lang, "ธนาคารเพื่อการพัฒนา", "development bank"),
        BodySort::EventSeries => pick(lang, "การประชุมหรืองานประจำ", "series of events"),
        BodySort::Forum => pick(lang, "กรอบความร่วมมือ", "forum of states"),
        BodySort::Foundation => pick(lang, "มูลนิธิ", "foundation"),
        BodySort::Intergovernmental => pick(lang, "องค์การระหว่างรัฐบาล", "intergovernmental organisation"),
        BodySort::Media => pick(lang, "สื่อมวลชน", "media"),
        BodySort::Ngo => pick(lang, "องค์กรพัฒนาเอกชน", "non-governmental organisation"),
        BodySort::Programme => pick(lang, "โครงการระหว่างประเทศ", "international programme"),
        BodySort::RankingBody => pick(lang, "ผู้จัดอันดับเมือง", "body that ranks cities"),
        BodySort::RegionalOrg => pick(lang, "องค์การระดับภูมิภาค", "regional organisation"),
        BodySort::Research => pick(lang, "สถาบันวิจัย", "research institute"),
        BodySort::SportsBody => pick(lang, "สหพันธ์กีฬา", "sports federation"),
        BodySort::TradeAgency => pick(lang, "สำนักงานการค้า", "trade office"),
        BodySort::Un => pick(lang, "องค์การในระบบสหประชาชาติ", "United Nations body"),
        BodySort::University => pick(lang, "มหาวิทยาลัย", "university"),
        BodySort::UnnamedChamber => pick(lang, "หอการค้าหรือสมาคมอื่น", "other chamber or association"),
        BodySort::UnnamedUniversity => pick(lang, "สถานศึกษาอื่น", "other place of learning"),
    }
}

/// What is to be said of a workbook of settings.
pub fn message(lang: Lang, said: &OfSettings) -> String {
    match said {
        OfSettings::Taken { faults } => {
            let taken = pick(
                lang,
                "ใช้การตั้งค่าของสำนักงานจากแฟ้มนี้",
                "The settings of the office were taken from this file",
            );
            format!("{taken}{}", with_faults(lang, *faults))
        }
        OfSettings::Elsewhere => pick(
            lang,
            "เป็นการตั้งค่าของสำนักงาน แต่ไม่ได้วางไว้ชั้นบนสุดของ inbox จึงไม่ใช้",
            "Settings of the office that do not lie directly in the inbox; they are not used",
        )
        .to_owned(),
        OfSettings::Cell(flaw) => self::flaw(lang, flaw),
    }
}

/// What a person can do about it; empty if nothing need be done.
pub fn action(lang: Lang, said: &OfSettings) -> &'static str {
    match said {
        OfSettings::Taken { .. } => "",
        OfSettings::Elsewhere => pick(lang, "โปรดย้ายไปไว้ชั้นบนสุดของ inbox", "Move it directly into the inbox"),
        OfSettings::Cell(flaw) => mend(lang, flaw),
    }
}

/// How many cells of settings cannot be used, behind what else is said of them; empty for none.
fn with_faults(lang: Lang, faults: u32) -> String {
    match faults {
        0 => String::new(),
        1 => pick(lang, " ยกเว้น 1 จุดที่ใช้ไม่ได้", "; one cell of them cannot be used").to_owned(),
        _ => pick(
            lang,
            format!(" ยกเว้น {faults} จุดที่ใช้ไม่ได้"),
            format!("; {faults} cells of them cannot be used"),
        ),
    }
}

/// What is wrong with a cell of the settings.
fn flaw(lang: Lang, flaw: &Flaw) -> String {
    let (sentence, parts): (&str, Vec<(&str, String)>) = match flaw {
        Flaw::NoSheet => (
            pick(lang, "ไม่มีแผ่นงานใดของการตั้งค่าในแฟ้มนี้", "None of the sheets of settings is in this workbook"),
            Vec::new(),
        ),
        Flaw::NoColumn { column } => (
            pick(lang, "ไม่พบหัวตาราง “{a}” ในแผ่นงานนี้", "This sheet has no heading “{a}”"),
            vec![("a", column.clone())],
        ),
        Flaw::Empty { column } => (
            pick(lang, "ช่อง “{a}” ว่าง จึงไม่ใช้แถวนี้", "“{a}” is empty: the row is not used"),
            vec![("a", column.clone())],
        ),
        Flaw::NotOneOf { written, known } => (
            pick(lang, "“{a}” ไม่อยู่ในรายการให้เลือก เช่น {b}", "“{a}” cannot be chosen; choose one such as {b}"),
            vec![("a", written.clone()), ("b", known.join(", "))],
        ),
        Flaw::Twice { written } => (
            pick(lang, "“{a}” มีในแถวก่อนหน้าแล้ว", "“{a}” stands in an earlier row already"),
            vec![("a", written.clone())],
        ),
        Flaw::Taken { written, owner } => (
            pick(lang, "“{a}” เป็นชื่อของ {b} อยู่แล้ว", "“{a}” is a name of {b} already"),
            vec![("a", written.clone()), ("b", owner.clone())],
        ),
        Flaw::NoName { written } => (
            pick(
                lang,
                "“{a}” สั้นเกินไป เป็นคำทั่วไป หรือมีอักขระที่ชื่อไม่มี หากใช้จะพบผิดที่",
                "“{a}” is too short, an everyday word, or has characters that names do not have: it would be found where it is not meant",
            ),
            vec![("a", written.clone())],
        ),
        Flaw::NoCountry { written } => {
            (pick(lang, "ไม่รู้จักประเทศ “{a}”", "No country is known as “{a}”"), vec![("a", written.clone())])
        }
        Flaw::NoMonth { written } => (
            pick(lang, "“{a}” ไม่ใช่เดือนและปีที่เข้าใจได้", "“{a}” is no month with its year"),
            vec![("a", written.clone())],
        ),
        Flaw::NoDay { written } => {
            (pick(lang, "“{a}” ไม่ใช่วันหรือปีที่เข้าใจได้", "“{a}” is no day or year"), vec![("a", written.clone())])
        }
        Flaw::Unknown { written } => {
            (pick(lang, "ไม่มีรายการตั้งค่าชื่อ “{a}”", "Nothing is set by “{a}”"), vec![("a", written.clone())])
        }
        Flaw::Long { letters } => (
            pick(lang, "ยาวเกิน {a} ตัวอักษร จึงไม่พิมพ์", "Longer than {a} letters: it is not printed"),
            vec![("a", letters.to_string())],
        ),
        Flaw::Error { value } => {
            (pick(lang, "ช่องนี้แสดงข้อผิดพลาด {a}", "The cell shows the error {a}"), vec![("a", value.clone())])
        }
        Flaw::Rows { most } => (
            pick(lang, "มีเกิน {a} แถว แถวที่เกินไม่ใช้", "More than {a} rows: those beyond are not used"),
            vec![("a", most.to_string())],
        ),
        Flaw::Letters => (
            pick(
                lang,
                "ชื่อในแผ่นงานนี้ใช้ร่วมกับชื่อของโปรแกรมไม่ได้ จึงไม่ใช้ทั้งแผ่นงาน",
                "The names of this sheet cannot be used together with those of the program; none is used",
            ),
            Vec::new(),
        ),
    };
    fill(sentence, &parts)
}

/// How a cell is mended.
fn mend(lang: Lang, flaw: &Flaw) -> &'static str {
    match flaw {
        Flaw::NoSheet => {
            pick(lang, "โปรดสร้างใหม่ด้วยคำสั่ง focalpoint init", "Make a new one with focalpoint init")
        }
        Flaw::NoColumn { .. } => pick(lang, "โปรดใส่หัวตารางกลับ", "Put the heading back"),
        Flaw::Empty { .. } => pick(lang, "โปรดเติมหรือลบแถว", "Fill it in or delete the row"),
        Flaw::NotOneOf { .. } | Flaw::Unknown { .. } => {
            pick(lang, "โปรดเลือกจากรายการ", "Choose from the list")
        }
        Flaw::Twice { .. } => pick(lang, "โปรดลบแถวที่ซ้ำ", "Delete one of the rows"),
        Flaw::Taken { .. } | Flaw::NoName { .. } | Flaw::Letters => {
            pick(lang, "โปรดใช้ชื่อที่ยาวกว่าหรือชื่ออื่น", "Use a longer or another name")
        }
        Flaw::NoCountry { .. } => pick(lang, "โปรดใช้ชื่อประเทศภาษาไทยหรืออังกฤษ", "Use the country’s usual name"),
        Flaw::NoMonth { .. } => pick(lang, "โปรดเขียนเช่น ม.ค. 2566", "Write it as Jan 2023"),
        Flaw::NoDay { .. } => {
            pick(lang, "โปรดเขียนเช่น 2549 หรือ 19 พ.ค. 2549", "Write it as 2006 or 19 May 2006")
        }
        Flaw::Long { .. } => pick(lang, "โปรดย่อข้อความ", "Make it shorter"),
        Flaw::Error { .. } => pick(lang, "โปรดแก้สูตรหรือพิมพ์ค่า", "Correct the formula or type the value"),
        Flaw::Rows { .. } => pick(lang, "โปรดลบแถวที่ไม่ใช้", "Delete rows that are not needed"),
    }
}
