//! Words of the return slips: what a department is told of its reports and asked to mend.

mod asks;

pub use asks::{ask, ask_doubt};

use super::{Lang, calendar, codes, data, doubts, limits, pick, problems, stops};
use crate::model::{Datum, Doubt, FileStatus, Group, Key, NoteKind, Status};
use crate::problem::{What, Within};
use crate::vocab::Vocab;
use jiff::civil::Date;
use serde::Serialize;

/// Fixed words of a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Words {
    /// What the slips are, all together.
    pub title: &'static str,
    /// The city.
    pub city: &'static str,
    /// Before the day that the slip goes by.
    pub as_of: &'static str,
    /// Before the subject.
    pub subject_label: &'static str,
    /// The subject.
    pub subject: &'static str,
    /// Before the addressee.
    pub to_label: &'static str,
    /// Heading: what came in.
    pub received: &'static str,
    /// Heading: what was understood and counted.
    pub counted: &'static str,
    /// Heading: months that are lacking.
    pub lacking: &'static str,
    /// Heading: what is asked.
    pub asked: &'static str,
    /// Column.
    pub number: &'static str,
    /// Column.
    pub file: &'static str,
    /// Column.
    pub place: &'static str,
    /// Column: what stands there.
    pub stands: &'static str,
    /// Column: what was found there and is asked.
    pub request: &'static str,
    /// Column: the activity.
    pub activity: &'static str,
    /// Column: status of a file.
    pub status: &'static str,
    /// Column: records found in a file.
    pub rows: &'static str,
    /// Column: of these international.
    pub international: &'static str,
    /// How to reply where something is to mend.
    pub reply: &'static str,
    /// How to reply where only reports are missing.
    pub reply_missing: &'static str,
    /// Thanks.
    pub thanks: &'static str,
    /// Line for the office's name.
    pub office: &'static str,
    /// Line for the one to ask.
    pub contact: &'static str,
    /// Line for the telephone and the e-mail.
    pub reached: &'static str,
    /// Name of the first sheet.
    pub sheet_slip: &'static str,
    /// Name of the sheet with all that is asked.
    pub sheet_all: &'static str,
    /// What that sheet is.
    pub all_note: &'static str,
    /// Name of the sheet with all files.
    pub sheet_files: &'static str,
    /// What that sheet is.
    pub files_note: &'static str,
}

const THAI: Words = Words {
    title: "ใบแจ้งผลการตรวจรายงานด้านการต่างประเทศ",
    city: "กรุงเทพมหานคร",
    as_of: "ข้อมูล ณ วันที่",
    subject_label: "เรื่อง",
    subject: "แจ้งผลการตรวจรายงานด้านการต่างประเทศ และขอความอนุเคราะห์แก้ไขเพิ่มเติม",
    to_label: "เรียน",
    received: "รายงานที่ได้รับ",
    counted: "ผลการอ่านและนับ",
    lacking: "เดือนที่ยังไม่มีข้อมูลครบ",
    asked: "สิ่งที่ขอความอนุเคราะห์แก้ไขหรือยืนยัน",
    number: "ที่",
    file: "แฟ้ม",
    place: "ตำแหน่ง",
    stands: "ข้อความที่ปรากฏ",
    request: "สิ่งที่พบ และสิ่งที่ขอ",
    activity: "กิจกรรม",
    status: "ผลการอ่าน",
    rows: "รายการที่พบ",
    international: "งานต่างประเทศ",
    reply: "จึงเรียนมาเพื่อโปรดพิจารณา โดยขอให้แก้ไขในแฟ้มรายงานของหน่วยงาน แล้วส่งรายงานนั้นมาใหม่ทั้งแฟ้ม พร้อมระบุคำว่า “ฉบับแก้ไข” ไว้ในชื่อแฟ้ม ไม่ต้องกรอกข้อมูลลงในใบแจ้งนี้ หากข้อความใดถูกต้องอยู่แล้ว โปรดแจ้งยืนยันมาพร้อมกัน",
    reply_missing: "จึงเรียนมาเพื่อโปรดพิจารณาส่งรายงานของเดือนดังกล่าวเป็นแฟ้ม Excel หรือ PDF ไม่ต้องกรอกข้อมูลลงในใบแจ้งนี้ หากเดือนใดได้ส่งรายงานแล้วหรือไม่มีกิจกรรม โปรดแจ้งให้ทราบ",
    thanks: "ขอขอบคุณในความร่วมมือมา ณ โอกาสนี้",
    office: "หน่วยงานผู้รวบรวม",
    contact: "ผู้ประสานงาน",
    reached: "โทรศัพท์ / อีเมล",
    sheet_slip: "ใบแจ้ง",
    sheet_all: "รายการทั้งหมด",
    all_note: "ทุกข้อที่ขอความอนุเคราะห์แก้ไขหรือยืนยัน เรียงตามลำดับเดียวกับใบแจ้ง",
    sheet_files: "แฟ้มที่ได้รับ",
    files_note: "ทุกแฟ้มของหน่วยงาน และผลการอ่าน",
};

const ENGLISH: Words = Words {
    title: "Return slips on the reports on international affairs",
    city: "Bangkok Metropolitan Administration",
    as_of: "As of",
    subject_label: "Subject",
    subject: "Your reports on international affairs: what was read, and what we ask you to correct",
    to_label: "To",
    received: "Reports received",
    counted: "What was understood and counted",
    lacking: "Months that are not known in full",
    asked: "What we ask you to correct or confirm",
    number: "No.",
    file: "File",
    place: "Place",
    stands: "What stands there",
    request: "What was found, and what we ask",
    activity: "Activity",
    status: "Status",
    rows: "Records",
    international: "International",
    reply: "Please correct this in your own report and send that report again as a whole, with the word “revised” in the file’s name. Nothing need be filled in on this slip. What is right as it stands, please confirm.",
    reply_missing: "Please send the reports of these months as Excel or PDF. Nothing need be filled in on this slip. If a report was sent already, or there was nothing, please say so.",
    thanks: "Thank you for your kind co-operation.",
    office: "Collecting office",
    contact: "Contact",
    reached: "Telephone / e-mail",
    sheet_slip: "Slip",
    sheet_all: "All lines",
    all_note: "All that we ask to be corrected or confirmed, in the order of the slip",
    sheet_files: "Files received",
    files_note: "All files of the department and what became of them",
};

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    pick(lang, &THAI, &ENGLISH)
}

/// To whom a slip goes.
pub fn to(lang: Lang, department: &str, person: Option<&str>) -> String {
    let office = pick(
        lang,
        format!("ผู้ประสานงานด้านการต่างประเทศ {department}"),
        format!("Co-ordinator for international affairs, {department}"),
    );
    match person {
        Some(person) => pick(lang, format!("{person} {office}"), format!("{person}, {office}")),
        None => office,
    }
}

/// Why the slip is sent.
pub fn opening(lang: Lang, department: &str) -> String {
    pick(
        lang,
        format!(
            "ตามที่{department}ได้ส่งรายงานด้านการต่างประเทศเพื่อรวบรวมเป็นทะเบียนของกรุงเทพมหานคร นั้น ได้ตรวจอ่านรายงานดังกล่าวแล้ว ขอเรียนผลดังนี้"
        ),
        format!(
            "Thank you for the reports on international affairs that {department} sent for the city’s register. They have been read, with this result."
        ),
    )
}

/// So many files, by what became of them.
pub fn files(lang: Lang, status: FileStatus, names: &[String], more: usize) -> String {
    let count = names.len() + more;
    let mut listed = names.join(pick(lang, " · ", ", "));
    if more > 0 {
        listed.push_str(&pick(
            lang,
            format!(" และอีก {more} แฟ้ม (ดูแผ่นงาน “{}”)", THAI.sheet_files),
            format!(" and {more} more (see the sheet “{}”)", ENGLISH.sheet_files),
        ));
    }
    let status = self::status(lang, status);
    pick(lang, format!("{status} {count} แฟ้ม: {listed}"), format!("{count} {status}: {listed}"))
}

/// What became of a file, to those who sent it.
pub fn status(lang: Lang, status: FileStatus) -> &'static str {
    match status {
        // How far the office has come with these is its own matter.
        FileStatus::Failed | FileStatus::Arriving => {
            pick(lang, "ได้รับแล้ว อยู่ระหว่างตรวจสอบ", "received, being looked into")
        }
        FileStatus::ReadWithWarnings => pick(lang, "อ่านแล้ว มีจุดที่ขอให้ตรวจ", "read, with points to look at"),
        FileStatus::Read
        | FileStatus::NilReport
        | FileStatus::DuplicateOf
        | FileStatus::SupersededBy
        | FileStatus::NeedsOcr
        | FileStatus::Password
        | FileStatus::Damaged
        | FileStatus::Unsupported
        | FileStatus::Restricted
        | FileStatus::Ignored => codes::file_status(lang, status),
    }
}

/// Rows of the reports, and those of them that are international.
pub fn rows(lang: Lang, rows: usize, international: usize) -> String {
    if rows == international {
        return pick(
            lang,
            format!("พบ {rows} รายการ เป็นงานด้านการต่างประเทศทั้งหมด"),
            format!("Records found: {rows}, all of them international"),
        );
    }
    pick(
        lang,
        format!(
            "พบ {rows} รายการ เป็นงานด้านการต่างประเทศ {international} รายการ แยกเป็นงานภายในประเทศ {} รายการ",
            rows - international
        ),
        format!(
            "Records found: {rows}; international: {international}; set aside as domestic: {}",
            rows - international
        ),
    )
}

/// Engagements that these rows came to, by status and group; those without any are left out.
pub fn engagements(
    lang: Lang,
    entries: usize,
    groups: &[(Group, usize)],
    others: &[(Status, usize)],
) -> String {
    let held: usize = groups.iter().map(|(_, count)| count).sum();
    let of_groups: Vec<String> = groups
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(group, count)| format!("{} {count}", group_name(lang, *group)))
        .collect();
    let mut parts = Vec::new();
    if held > 0 {
        let of_groups = of_groups.join(", ");
        parts.push(pick(
            lang,
            format!("ดำเนินการแล้ว {held} กิจกรรม ({of_groups})"),
            format!("{held} held ({of_groups})"),
        ));
    }
    parts.extend(others.iter().filter(|(_, count)| *count > 0).map(|(status, count)| {
        let status = codes::status(lang, *status);
        pick(lang, format!("{status} {count} กิจกรรม"), format!("{count} {}", status.to_lowercase()))
    }));
    let parts = parts.join(pick(lang, " ", ", "));
    pick(
        lang,
        format!("รวมเป็น {entries} กิจกรรมในทะเบียน ได้แก่ {parts}"),
        format!("Engagements in the register: {entries} ({parts})"),
    )
}

fn group_name(lang: Lang, group: Group) -> &'static str {
    match group {
        Group::State => pick(lang, "ร่วมกับผู้แทนระดับรัฐ", "with representatives of states"),
        Group::Organisation => pick(lang, "ร่วมกับองค์การระหว่างประเทศ", "with international organisations"),
        Group::Support => pick(lang, "งานบริการสนับสนุน", "support services"),
        Group::Other => pick(lang, "ร่วมกับภาคส่วนอื่น", "with others"),
    }
}

/// What is not known of months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// There is no report.
    Missing,
    /// The report cannot be read.
    Unreadable,
    /// Parts of the report are to be looked at.
    Partly,
}

/// Months of which the same is not known, as runs from a first to a last.
pub fn lacking(lang: Lang, lack: Lack, months: &[(Date, Date)]) -> String {
    let told: Vec<String> =
        months.iter().map(|(first, last)| calendar::months(lang, *first, *last)).collect();
    let told = told.join(", ");
    match lack {
        Lack::Missing => pick(
            lang,
            format!("ยังไม่ได้รับรายงาน: {told} โปรดส่งรายงาน หากไม่มีกิจกรรมโปรดแจ้งว่า “ไม่มี”"),
            format!("No report: {told}. Please send one; where there was nothing, a report that says so"),
        ),
        Lack::Unreadable => pick(
            lang,
            format!("ได้รับแล้วแต่อ่านไม่ได้: {told} โปรดส่งแฟ้มใหม่ตามรายการด้านล่าง"),
            format!("Received but not readable: {told}. Please send a new file as asked below"),
        ),
        Lack::Partly => pick(lang, format!("อ่านได้บางส่วน: {told}"), format!("Read in part: {told}")),
    }
}

/// Heading of what is asked, with how much it is.
pub fn asked(lang: Lang, lines: usize) -> String {
    let heading = words(lang).asked;
    pick(lang, format!("{heading} {lines} ข้อ"), format!("{heading}: {lines}"))
}

/// There is more than stands on the page.
pub fn more(lang: Lang, lines: usize) -> String {
    pick(
        lang,
        format!("ยังมีอีก {lines} ข้อ ดูทุกข้อได้ในแผ่นงาน “{}”", THAI.sheet_all),
        format!("{lines} more; all stand on the sheet “{}”", ENGLISH.sheet_all),
    )
}

/// What was found and is asked, in one text.
pub fn request(lang: Lang, found: &str, ask: &str) -> String {
    match (found.is_empty(), ask.is_empty(), lang) {
        (true, _, _) => ask.to_owned(),
        (_, true, _) => found.to_owned(),
        (false, false, Lang::Th) => format!("{found} {ask}"),
        (false, false, Lang::En) => format!("{found}. {ask}"),
    }
}

/// What was found in a file: without the words of libraries.
pub fn found(vocab: Vocab, lang: Lang, what: &What) -> String {
    match what {
        What::Broken { .. } => {
            pick(lang, "แฟ้มชำรุด เปิดอ่านไม่ได้", "The file is broken and cannot be read").to_owned()
        }
        What::LeftOut { of } => {
            let amount = limits::amount(lang, *of);
            pick(
                lang,
                format!("แฟ้มมีเนื้อหามากเกินไป อ่านได้ไม่เกิน {amount}"),
                format!("Too much to read: no more than {amount}"),
            )
        }
        What::Stopped(stop) => stops::message(lang, stop).replace("{detail}", &stops::detail(stop)),
        What::NotUnderstood { .. } => pick(lang, "อ่านข้อความนี้ไม่เข้าใจ", "This was not understood").to_owned(),
        What::Unheld { .. } => pick(
            lang,
            "ข้อความนี้คล้ายกิจกรรม แต่ไม่อยู่ในรายการใดของตาราง",
            "This looks like an activity, but stands in no row",
        )
        .to_owned(),
        What::UnheldBeside { kind, .. } => beside(lang, *kind),
        What::Within(Within::StruckThrough { .. }) => {
            pick(lang, "ข้อความนี้ขีดฆ่าไว้ อาจยกเลิกหรือแก้ไขแล้ว", "Struck through: perhaps cancelled or corrected")
                .to_owned()
        }
        What::Within(Within::PageNote { .. }) => {
            pick(lang, "มีความเห็นเขียนไว้บนหน้านี้ ซึ่งไม่ได้นำมาอ่าน", "A note on the page, which is not read")
                .to_owned()
        }
        What::Within(Within::FieldOverText { .. }) => pick(
            lang,
            "ช่องกรอกนี้ทับข้อความอื่น จึงไม่ได้นำมาอ่าน",
            "This form field lies over other text and is not read",
        )
        .to_owned(),
        What::DroppedInRevision { by, .. } => {
            let by = super::shown(by);
            pick(
                lang,
                format!("ไม่พบรายการนี้ในฉบับใหม่ {by}"),
                format!("This row is not in the later report {by}"),
            )
        }
        What::ReadingUnsure { count } => pick(
            lang,
            format!("ไม่แน่ใจว่าช่องใดของส่วนนี้คืออะไร ({count} รายการ)"),
            format!("It is not certain what the columns of this part hold ({count} records)"),
        ),
        _ => problems::message(vocab, lang, what),
    }
}

fn beside(lang: Lang, kind: NoteKind) -> String {
    let kind = codes::note(lang, kind);
    pick(
        lang,
        format!("{kind}นี้คล้ายกิจกรรม แต่ไม่อยู่ในรายการใดของตาราง"),
        format!("This {kind} looks like an activity in no row"),
    )
}

/// The words of the report that a problem is about; empty where it is about no words.
pub fn written(what: &What) -> &str {
    match what {
        What::NotUnderstood { text }
        | What::Unheld { text }
        | What::UnheldBeside { text, .. }
        | What::CellError { value: text }
        | What::DroppedInRevision { title: text, .. }
        | What::Within(
            Within::StruckThrough { text } | Within::PageNote { text } | Within::FieldOverText { text },
        ) => text,
        _ => "",
    }
}

/// What was found in a field of a row: its name, and why its value is in doubt.
pub fn doubted(vocab: Vocab, lang: Lang, key: Key, doubt: &Doubt, value: Option<&Datum>) -> String {
    let message = doubts::message(vocab, lang, doubt);
    match doubt {
        Doubt::CellCut
        | Doubt::CellNote { .. }
        | Doubt::StruckThrough { .. }
        | Doubt::TextDamaged { .. }
        | Doubt::RecognisedUnsure { .. } => message,
        Doubt::DefaultTaken => {
            let field = codes::key(lang, key);
            let taken = value.map(|value| data::value(vocab, lang, value)).unwrap_or_default();
            pick(
                lang,
                format!("{field}: รายงานไม่ได้ระบุ จึงถือว่าเป็น “{taken}”"),
                format!("{field}: the report does not say; taken as “{taken}”"),
            )
        }
        _ => format!("{}: {message}", codes::key(lang, key)),
    }
}

/// That a report says of a field what another one does not; the other department, where it is another.
pub fn disagree(vocab: Vocab, lang: Lang, key: Key, (own, other): (&Datum, &Datum), by: &str) -> String {
    let field = codes::key(lang, key);
    let (own, other) = (data::value(vocab, lang, own), data::value(vocab, lang, other));
    let by = if by.is_empty() { pick(lang, "รายงานอื่น", "another report") } else { by };
    pick(
        lang,
        format!("{field}: รายงานนี้ระบุ “{own}” แต่ {by} ระบุ “{other}”"),
        format!("{field}: this report says “{own}”, {by} says “{other}”"),
    )
}

/// Whether an entry is one with another, which these departments report.
pub fn ask_same(lang: Lang, other: &str, by: &str) -> String {
    match (by.is_empty(), lang) {
        (true, Lang::Th) => format!("เป็นกิจกรรมเดียวกับ “{other}” หรือไม่ โปรดแจ้ง"),
        (true, Lang::En) => format!("Is it one with “{other}”? Please say"),
        (false, Lang::Th) => format!("เป็นกิจกรรมเดียวกับ “{other}” ที่ {by} รายงานหรือไม่ โปรดแจ้ง"),
        (false, Lang::En) => format!("Is it one with “{other}” as reported by {by}? Please say"),
    }
}

/// Whether a row is international.
pub fn ask_international(lang: Lang, aside: bool) -> &'static str {
    if aside {
        pick(
            lang,
            "นับเป็นงานภายในประเทศ โปรดยืนยัน หรือระบุฝ่ายต่างประเทศให้ชัดเจน",
            "Taken as domestic. Please confirm, or name the foreign side",
        )
    } else {
        pick(
            lang,
            "ไม่ชัดเจนว่าเป็นงานด้านการต่างประเทศหรือไม่ โปรดระบุฝ่ายต่างประเทศ หรือแจ้งว่าไม่ใช่",
            "It is not clear that this is international. Please name the foreign side, or say that it is not",
        )
    }
}

/// What an unknown body is.
pub fn ask_body(lang: Lang, name: &str) -> String {
    pick(
        lang,
        format!("“{name}” คือหน่วยงานใด โปรดระบุชื่อเต็ม และว่าเป็นองค์การระหว่างประเทศ หน่วยงานของรัฐ หรือเอกชน"),
        format!(
            "What is “{name}”? Please give the full name, and whether it is an international organisation, a state’s body or private"
        ),
    )
}

/// Whether a value is right.
pub fn ask_value(lang: Lang, key: Key, value: &str) -> String {
    let field = codes::key(lang, key);
    if value.is_empty() {
        return pick(
            lang,
            format!("{field}: ยังไม่มีค่า โปรดแจ้งค่าที่ถูกต้อง"),
            format!("{field}: no value. Please give it"),
        );
    }
    pick(
        lang,
        format!("{field}: อ่านได้ว่า “{value}” โปรดยืนยันหรือแจ้งค่าที่ถูกต้อง"),
        format!("{field}: read as “{value}”. Please confirm or correct"),
    )
}

/// What the columns of a table hold.
pub fn ask_layout(lang: Lang) -> &'static str {
    pick(
        lang,
        "โปรดแจ้งว่าแต่ละช่องของตารางที่มีหัวตารางนี้คืออะไร และข้อมูลเริ่มที่แถวใด",
        "Please say what each column under this heading holds, and in which row the data begin",
    )
}

/// Whether a line is an activity.
pub fn ask_activity(lang: Lang) -> &'static str {
    pick(
        lang,
        "เป็นกิจกรรมหรือไม่ หากใช่โปรดเพิ่มเป็นแถวหนึ่งในตาราง",
        "Is it an activity? If so, please give it a row of its own",
    )
}

/// Whether a file that was not read in full holds more.
pub fn ask_file(lang: Lang) -> &'static str {
    pick(
        lang,
        "อ่านแฟ้มนี้ได้ไม่ครบ โปรดแจ้งว่ามีกิจกรรมใดที่ควรเพิ่ม",
        "This file was not read in full. Please say whether there is anything to add",
    )
}
