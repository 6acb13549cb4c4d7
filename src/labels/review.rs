//! Words of the review workbook, in which a person decides.

use super::{Lang, pick};
use crate::model::{Asked, DataType, Key, Ruling};

/// What is asked.
pub fn asked(lang: Lang, asked: Asked) -> &'static str {
    match asked {
        Asked::Pair => pick(lang, "สองรายการนี้เป็นกิจกรรมเดียวกันหรือไม่", "Are these two one engagement?"),
        Asked::Merge => {
            pick(lang, "รวมไว้ด้วยหลักฐานน้อย ถูกต้องหรือไม่", "Put together on little evidence: rightly?")
        }
        Asked::International => pick(lang, "เป็นงานต่างประเทศหรือไม่", "Is it international?"),
        Asked::Aside => pick(lang, "แยกไว้เป็นงานในประเทศ ถูกต้องหรือไม่", "Set aside as domestic: rightly?"),
        Asked::Layout => pick(lang, "ตารางรูปแบบนี้อ่านอย่างนี้ถูกต้องหรือไม่", "Is this how such a table is read?"),
        Asked::Unheld => {
            pick(lang, "ข้อความนี้ไม่อยู่ในรายการใด เป็นกิจกรรมหรือไม่", "No entry holds this: is it an activity?")
        }
        Asked::Body => pick(lang, "หน่วยงานที่ยังไม่รู้จักคือหน่วยงานใด", "Which body is this?"),
        Asked::Value => pick(lang, "ค่านี้ถูกต้องหรือไม่", "Is this value right?"),
        Asked::File => {
            pick(lang, "แฟ้มนี้อ่านได้ไม่ครบ มีอะไรต้องเพิ่มหรือไม่", "Not read in full: is there anything to add?")
        }
    }
}

/// A decision, as the drop-down lists have it.
pub fn ruling(lang: Lang, ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Open => "",
        Ruling::Same => pick(lang, "กิจกรรมเดียวกัน", "Same engagement"),
        Ruling::Different => pick(lang, "คนละกิจกรรม", "Different engagements"),
        Ruling::International => pick(lang, "เป็นงานต่างประเทศ", "International"),
        Ruling::Domestic => pick(lang, "ไม่เป็นงานต่างประเทศ", "Not international"),
        Ruling::Activity => pick(lang, "เป็นกิจกรรม", "An activity"),
        Ruling::Other => pick(lang, "ไม่ใช่กิจกรรม", "No activity"),
        Ruling::Organisation => pick(lang, "องค์การหรือเครือข่ายระหว่างประเทศ", "International organisation"),
        Ruling::StateBody => pick(lang, "หน่วยงานของรัฐต่างประเทศ", "A foreign state's body"),
        Ruling::Company => {
            pick(lang, "บริษัท มหาวิทยาลัย หรือสมาคมต่างประเทศ", "Foreign company, university or association")
        }
        Ruling::NotForeign => pick(lang, "ไม่ใช่ฝ่ายต่างประเทศ", "Not foreign"),
        Ruling::SameAs => pick(lang, "ชื่ออื่นของหน่วยงานที่มีในรายชื่อ", "Another name of a listed body"),
        Ruling::Right => pick(lang, "ถูกต้องแล้ว", "Right as it is"),
        Ruling::Value => pick(lang, "ใช้ค่าที่แก้ไข", "Use the corrected value"),
        Ruling::Seen => pick(lang, "ดูแล้ว ไม่มีอะไรต้องเพิ่ม", "Seen, nothing to add"),
        Ruling::AskDepartment => pick(lang, "ไม่ทราบ ให้ถามหน่วยงาน", "Do not know, ask the department"),
        Ruling::Withdrawn => pick(lang, "ยกเลิกคำตัดสิน", "Withdraw the decision"),
    }
}

/// What an answer can change in the headline counts.
pub fn effect(lang: Lang, entries: u32) -> String {
    match entries {
        0 => pick(lang, "ไม่กระทบ", "none").to_owned(),
        _ => pick(lang, format!("{entries} รายการ"), format!("{entries}")),
    }
}

/// What there is to do.
pub fn todo(lang: Lang, questions: usize, follow_ups: usize, files: usize) -> String {
    pick(
        lang,
        format!("รอตัดสิน {questions} เรื่อง · ถามหน่วยงานอยู่ {follow_ups} เรื่อง · แฟ้มที่ยังต้องดู {files} แฟ้ม"),
        format!("To decide: {questions} · asked of departments: {follow_ups} · files to look at: {files}"),
    )
}

/// Where the data of a table begin.
pub fn begins(lang: Lang, row: u32) -> String {
    pick(lang, format!("ข้อมูลเริ่มแถวที่ {row}"), format!("The data begin in row {row}"))
}

/// There are more sources than are named.
pub fn more_sources(lang: Lang, count: usize) -> String {
    pick(lang, format!("• และอีก {count} แหล่ง"), format!("• and {count} more"))
}

/// How a value of a field is written.
pub fn example(lang: Lang, key: Key) -> &'static str {
    match key.data_type() {
        Some(DataType::Period) => {
            pick(lang, "เช่น 10 ม.ค. 2566 หรือ 10-12 ม.ค. 2566", "such as 10 Jan 2023 or 10-12 Jan 2023")
        }
        Some(DataType::Day) => {
            pick(lang, "เช่น 31 ธ.ค. 2570 หากไม่มีให้พิมพ์ -", "A day such as 31 Dec 2027, or - for none")
        }
        Some(DataType::Status | DataType::Kind | DataType::Group | DataType::Rank | DataType::Mode) => {
            pick(lang, "เลือกจากรายการ", "Choose from the list")
        }
        Some(DataType::Countries) => {
            pick(lang, "ชื่อหรือรหัสประเทศ หลายประเทศคั่นด้วย ;", "Names or codes of countries, separated by ;")
        }
        Some(DataType::Departments | DataType::Department) => {
            pick(lang, "ชื่อหรือรหัสหน่วยงานของ กทม.", "Names or codes of the city's departments")
        }
        Some(DataType::Numbers) => pick(lang, "ตัวเลข 1-17 คั่นด้วย ;", "Numbers from 1 to 17, separated by ;"),
        Some(DataType::Count | DataType::Money) => {
            pick(lang, "ตัวเลข หากไม่มีให้พิมพ์ -", "A number, or - for none")
        }
        Some(DataType::Names | DataType::Themes) => {
            pick(lang, "หลายค่าคั่นด้วย ; หากไม่มีให้พิมพ์ -", "Several are separated by ; none is -")
        }
        Some(DataType::Text) | None => pick(lang, "ข้อความที่ถูกต้อง", "The right text"),
    }
}

/// Headings and notes of the review workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Name of the workbook.
    pub title: &'static str,
    /// Name of the first sheet.
    pub sheet_today: &'static str,
    /// So many were asked.
    pub asked: &'static str,
    /// So many are answered.
    pub answered: &'static str,
    /// So many are left.
    pub left: &'static str,
    /// All sorts.
    pub all: &'static str,
    /// How far one is.
    pub progress_so_far: &'static str,
    /// What an answer can change in the headline counts.
    pub effect: &'static str,
    /// The answer that the evidence leans to.
    pub proposed: &'static str,
    /// Days of a row.
    pub days: &'static str,
    /// Foreign side of a row.
    pub counterpart: &'static str,
    /// Who reported it where.
    pub where_reported: &'static str,
    /// What was typed cannot be used.
    pub unusable: &'static str,
    /// There is no value.
    pub no_value: &'static str,
    /// A column holds nothing of use.
    pub no_role: &'static str,
    /// A column of a table.
    pub column: &'static str,
    /// How a table is read is not certain, or lines in it look like activities.
    pub layout_why: &'static str,
    /// How to say where the data begin.
    pub layout_begins: &'static str,
    /// Name of the sheet of questions.
    pub sheet_questions: &'static str,
    /// Name of the sheet of decisions in force.
    pub sheet_decisions: &'static str,
    /// Name of the sheet of what the departments are asked.
    pub sheet_follow_ups: &'static str,
    /// What the sheet is.
    pub follow_ups_note: &'static str,
    /// The department to ask.
    pub to_ask: &'static str,
    /// How far the office has come.
    pub progress: &'static str,
    /// Name of the sheet that says how to fill in.
    pub sheet_guide: &'static str,
    /// What the sheet is.
    pub questions_note: &'static str,
    /// What the sheet is.
    pub decisions_note: &'static str,
    /// A decision that the register does not follow any more.
    pub not_followed: &'static str,
    /// What is asked.
    pub question: &'static str,
    /// The entry.
    pub first: &'static str,
    /// The other entry.
    pub second: &'static str,
    /// The value as it is.
    pub current: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// The decision.
    pub decision: &'static str,
    /// The corrected value.
    pub value: &'static str,
    /// The person's remark.
    pub remark: &'static str,
    /// Id of the question.
    pub id: &'static str,
    /// Where it was decided.
    pub origin: &'static str,
    /// What the drop-down is for.
    pub choose: &'static str,
    /// A decision that is not in the list.
    pub not_listed: &'static str,
    /// Steps of the guide, a heading each and what to do.
    pub guide: &'static [(&'static str, &'static str)],
}

const THAI: Words = Words {
    title: "เรื่องที่รอเจ้าหน้าที่ตัดสิน",
    sheet_today: "วันนี้ต้องทำอะไร",
    asked: "มีอยู่",
    answered: "ตอบแล้ว",
    left: "เหลือ",
    all: "รวม",
    progress_so_far: "คืบหน้า",
    effect: "รายการในยอดหลักที่อาจเปลี่ยน",
    proposed: "คำตอบที่หลักฐานโน้มไป",
    days: "วันที่",
    counterpart: "ฝ่ายต่างประเทศ",
    where_reported: "หน่วยงานและแฟ้ม",
    unusable: "สิ่งที่พิมพ์ไว้ใช้ไม่ได้",
    no_value: "(ไม่มีค่า)",
    no_role: "ไม่ใช้ช่องนี้",
    column: "ช่อง",
    layout_why: "ไม่แน่ใจว่าตารางนี้จัดรูปแบบไว้อย่างไร คำตอบใช้กับทุกรายงานของหน่วยงานที่มีหัวตารางนี้",
    layout_begins: "เลขแถวแรกของข้อมูล หากไม่ตรงกับที่เสนอ",
    sheet_questions: "เรื่องที่รอตัดสิน",
    sheet_decisions: "คำตัดสินที่ใช้อยู่",
    sheet_follow_ups: "เรื่องที่ถามหน่วยงาน",
    follow_ups_note: "เรื่องที่เลือกว่า “ไม่ทราบ ให้ถามหน่วยงาน” จดความคืบหน้าไว้ได้ เมื่อได้คำตอบแล้วให้เลือกคำตัดสินใหม่ในแถวนั้น",
    to_ask: "ถามหน่วยงาน",
    progress: "ความคืบหน้า",
    sheet_guide: "วิธีกรอก",
    questions_note: "เลือกคำตัดสินในช่องสีเหลือง บันทึก แล้ววางแฟ้มนี้ใน inbox หรือทิ้งไว้ที่เดิมแล้วสั่งทำงานอีกครั้ง",
    decisions_note: "คำตัดสินทั้งหมดที่ได้รับ ข้อที่ทะเบียนครั้งนี้ไม่ได้ใช้จะบอกไว้ หากจะเลิกใช้ให้เลือก “ยกเลิกคำตัดสิน”",
    not_followed: "(ไม่ได้ใช้แล้ว)",
    question: "เรื่อง",
    first: "กิจกรรม",
    second: "เทียบกับ",
    current: "ค่าที่ใช้อยู่",
    why: "เหตุที่ต้องตัดสิน",
    decision: "คำตัดสิน",
    value: "ค่าที่ถูกต้อง",
    remark: "หมายเหตุ",
    id: "รหัสเรื่อง",
    origin: "ตัดสินไว้ที่",
    choose: "เลือกจากรายการ",
    not_listed: "โปรดเลือกจากรายการเท่านั้น",
    guide: &[
        ("แฟ้มนี้คืออะไร", "รายการที่โปรแกรมไม่แน่ใจและไม่ตัดสินแทน เรื่องใดยังไม่ตัดสิน ทะเบียนก็ยังใช้ได้ตามที่เป็นอยู่"),
        (
            "กรอกที่ไหน",
            "กรอกเฉพาะช่องสีเหลืองในแผ่นงาน “เรื่องที่รอตัดสิน”: คำตัดสิน ค่าที่ถูกต้อง และหมายเหตุ ตัดสินเพียงบางเรื่องก่อนก็ได้",
        ),
        ("เป็นกิจกรรมเดียวกันหรือไม่", "เลือก “กิจกรรมเดียวกัน” ให้รวมเป็นรายการเดียว หรือ “คนละกิจกรรม” ให้แยกไว้สองรายการ"),
        (
            "หน่วยงานคือหน่วยงานใด",
            "เลือกว่าเป็นหน่วยงานประเภทใด ถ้าเป็นหน่วยงานของรัฐให้พิมพ์ประเทศในช่อง “ค่าที่ถูกต้อง” ถ้าเป็นชื่ออื่นของหน่วยงานที่มีในรายชื่อให้พิมพ์ชื่อนั้น คำตอบใช้กับทุกแถวที่ระบุชื่อนี้ รวมทั้งรายงานที่มาภายหลัง",
        ),
        ("เป็นงานต่างประเทศหรือไม่", "เลือก “เป็นงานต่างประเทศ” ให้อยู่ในทะเบียน หรือ “ไม่เป็นงานต่างประเทศ” ให้แยกไว้"),
        (
            "ข้อความเป็นกิจกรรมหรือไม่",
            "เลือก “เป็นกิจกรรม” ให้เพิ่มเป็นรายการ โดยใช้ค่าที่อ่านได้จากแถวนั้น หรือ “ไม่ใช่กิจกรรม” ให้เลิกแจ้งข้อความนี้",
        ),
        (
            "ค่าถูกต้องหรือไม่",
            "เลือก “ถูกต้องแล้ว” หรือพิมพ์ค่าที่ถูกในช่อง “ค่าที่ถูกต้อง” เช่น 10 ม.ค. 2566, 10–12 ม.ค. 2566, ญี่ปุ่น, 25 หลายค่าให้คั่นด้วย ; ไม่มีค่าให้พิมพ์ -",
        ),
        (
            "ตารางอ่านอย่างไร",
            "ช่องของตารางเรียงไว้ใต้คำถาม หากอ่านถูกแล้วเลือก “ถูกต้องแล้ว” หากไม่ถูกให้เลือกในช่องสีเหลืองว่าช่องนั้นคืออะไร และพิมพ์เลขแถวแรกของข้อมูลหากไม่ตรง คำตอบใช้กับทุกรายงานของหน่วยงานนั้นที่มีหัวตารางเดียวกัน รวมทั้งเดือนต่อไป",
        ),
        ("แฟ้มที่อ่านได้ไม่ครบ", "เปิดแฟ้มดู หากไม่มีกิจกรรมตกหล่นให้เลือก “ดูแล้ว ไม่มีอะไรต้องเพิ่ม” หากมีให้ขอแฟ้มใหม่มาวางแทน"),
        (
            "หากไม่ทราบ",
            "เลือก “ไม่ทราบ ให้ถามหน่วยงาน” ได้ทุกเรื่อง เรื่องนั้นย้ายไปแผ่นงาน “เรื่องที่ถามหน่วยงาน” พร้อมชื่อหน่วยงาน จดความคืบหน้าและตัดสินต่อได้ที่นั่น แฟ้มที่ยังถามอยู่ยังนับเป็นแฟ้มที่ต้องดู",
        ),
        (
            "ส่งคืนอย่างไร",
            "บันทึกแล้ววางแฟ้มใน inbox (ตั้งชื่ออย่างไรก็ได้ วางหลายแฟ้มได้) คำตัดสินใช้ตลอดเวลาที่แฟ้มยังอยู่ใน inbox หรือบันทึกทับไว้ใน outbox แล้วสั่งทำงานอีกครั้ง",
        ),
        ("เปลี่ยนใจภายหลัง", "ดูแผ่นงาน “คำตัดสินที่ใช้อยู่” เลือกคำตัดสินใหม่หรือ “ยกเลิกคำตัดสิน” แล้วบันทึกเช่นเดียวกัน"),
        (
            "หากรายงานเปลี่ยนไป",
            "คำตัดสินผูกกับถ้อยคำของแถวในรายงาน แถวเลื่อนหรือมีรายงานเพิ่มก็ยังใช้ได้ หากถ้อยคำเปลี่ยน โปรแกรมจะแจ้งว่าคำตัดสินใดใช้ไม่ได้แล้ว",
        ),
    ],
};

const ENGLISH: Words = Words {
    title: "Questions for an officer",
    sheet_today: "To do today",
    asked: "Questions",
    answered: "Answered",
    left: "Left",
    all: "All",
    progress_so_far: "Done so far",
    effect: "Entries of the headline counts that may change",
    proposed: "The evidence leans to",
    days: "Days",
    counterpart: "Foreign side",
    where_reported: "Department and file",
    unusable: "What was typed cannot be used",
    no_value: "(no value)",
    no_role: "not used",
    column: "Column",
    layout_why: "It is not certain how this table is laid out. The answer holds for every report of the department under this heading",
    layout_begins: "Number of the first row of data, if it is another one",
    sheet_questions: "Questions",
    sheet_decisions: "Decisions in force",
    sheet_follow_ups: "Asked of departments",
    follow_ups_note: "What is not known here and asked of a department. Note the progress; when the answer has come, choose it in the same row",
    to_ask: "Ask",
    progress: "Progress",
    sheet_guide: "How to fill in",
    questions_note: "Choose a decision in the yellow cells, save, and put this file into the inbox, or leave it here and run again",
    decisions_note: "All decisions that were made; those that this register does not follow say so. To end one, choose “Withdraw the decision”",
    not_followed: "(not followed any more)",
    question: "Question",
    first: "Engagement",
    second: "Compared with",
    current: "Value now",
    why: "Why it is asked",
    decision: "Decision",
    value: "Corrected value",
    remark: "Remark",
    id: "Question ID",
    origin: "Decided in",
    choose: "Choose from the list",
    not_listed: "Please choose from the list",
    guide: &[
        (
            "What this is",
            "What the program is not sure of and does not decide. The register can be used as it is until it is decided.",
        ),
        (
            "Where to fill in",
            "Only the yellow cells of the sheet “Questions”: decision, corrected value and remark. Deciding some of them first is fine.",
        ),
        (
            "One engagement or two",
            "“Same engagement” puts the two together, “Different engagements” keeps them apart.",
        ),
        (
            "Which body it is",
            "Choose what sort of body it is. Of a state's body give the country under “Corrected value”, of another name of a listed body that body's name. The answer holds for every row that has this name, also in later reports.",
        ),
        (
            "International or not",
            "“International” takes it into the register, “Not international” sets it aside.",
        ),
        (
            "An activity or not",
            "“An activity” makes an entry of it, with the values that its row tells; “No activity” and it is not named again.",
        ),
        (
            "A value",
            "“Right as it is”, or type the right value under “Corrected value”: 10 Jan 2023, 10-12 Jan 2023, Japan, 25. Several values are separated by ; and no value is written as -",
        ),
        (
            "How a table is read",
            "Its columns stand below the question. “Right as it is”, or choose in the yellow cells what each column holds, and type the number of the first row of data if it is another one. The answer holds for every report of that department under the same heading, also in later months.",
        ),
        (
            "A file that was not read in full",
            "Open it. “Seen, nothing to add” if no activity is missing; else put a better file in its place.",
        ),
        (
            "Where it is not known",
            "“Do not know, ask the department” is an answer everywhere. The question moves to the sheet “Asked of departments” with the department to ask; progress is noted and the answer given there. A file that is asked about still needs a person.",
        ),
        (
            "Giving it back",
            "Save it and put it into the inbox, under any name, as many as you like: the decisions hold as long as it lies there. Or save it where it lies in the outbox and run again.",
        ),
        (
            "Changing your mind",
            "On the sheet “Decisions in force” choose another decision, or “Withdraw the decision”, and save it in the same way.",
        ),
        (
            "When reports change",
            "A decision holds to the wording of a row. It survives moved rows and further reports; if the wording changes, the program says which decision no longer fits.",
        ),
    ],
};

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    pick(lang, &THAI, &ENGLISH)
}
