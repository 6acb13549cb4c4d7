//! Words of problems: what is wrong, where, and what a person can do.

use super::{
    Lang, codes, data, fill, limits, names, pick, recognition, settings, shown, spot, stops, within,
};
use crate::model::{FileStatus, NoteKind, Reported, Spot};
use crate::problem::{Problem, Severity, What};
use crate::vocab::Vocab;

/// A problem on one line, with its file and place and what to do.
pub fn line(vocab: Vocab, lang: Lang, problem: &Problem) -> String {
    let file = shown(&problem.place.file);
    let file = pick(lang, format!("แฟ้ม {file}"), format!("file {file}"));
    match problem.place.spot {
        Spot::File => format!("{file}: {}", advice(vocab, lang, &problem.what)),
        Spot::Sheet { .. } | Spot::Row { .. } | Spot::Cell { .. } | Spot::Page { .. } | Spot::Line { .. } => {
            let separator = pick(lang, " ", ", ");
            format!("{file}{separator}{}: {}", spot(lang, &problem.place), advice(vocab, lang, &problem.what))
        }
    }
}

/// What is wrong and what to do, without the place.
pub fn advice(vocab: Vocab, lang: Lang, what: &What) -> String {
    let message = message(vocab, lang, what);
    let action = action(lang, what);
    match (action.is_empty(), lang) {
        (true, _) => message,
        (false, Lang::Th) => format!("{message} {action}"),
        (false, Lang::En) => format!("{message}. {action}."),
    }
}

/// What a person can do about a file: its gravest problem first, with the number of those that follow.
pub fn file_message(vocab: Vocab, lang: Lang, reported: &Reported) -> String {
    let mut problems: Vec<&Problem> = reported.problems.iter().collect();
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    // A file whose values are doubtful says so, unless something graver is to be said.
    let doubtful = reported.status == FileStatus::ReadWithWarnings;
    let Some(first) = problems.first().filter(|first| !doubtful || first.severity != Severity::Note) else {
        return own_words(vocab, lang, reported);
    };
    let mut text = match first.place.spot {
        Spot::File => advice(vocab, lang, &first.what),
        Spot::Sheet { .. } | Spot::Row { .. } | Spot::Cell { .. } | Spot::Page { .. } | Spot::Line { .. } => {
            format!("{}: {}", spot(lang, &first.place), advice(vocab, lang, &first.what))
        }
    };
    let more = problems.iter().skip(1).filter(|problem| problem.severity != Severity::Note).count();
    if more > 0 {
        text.push_str(&pick(lang, format!(" (และอีก {more} จุด)"), format!(" (and {more} more)")));
    }
    text
}

/// A file of which no problem is known: what its status says by itself.
fn own_words(vocab: Vocab, lang: Lang, reported: &Reported) -> String {
    let other = || shown(reported.other_file.as_deref().unwrap_or_default());
    match reported.status {
        FileStatus::DuplicateOf => message(vocab, lang, &What::Duplicate { of: other() }),
        FileStatus::SupersededBy => {
            pick(lang, format!("ใช้ {} แทน", other()), format!("{} is used instead", other()))
        }
        FileStatus::NilReport => {
            pick(lang, "หน่วยงานแจ้งว่าไม่มีกิจกรรม", "The department reports that there was nothing").to_owned()
        }
        FileStatus::ReadWithWarnings => pick(
            lang,
            "บางค่าควรตรวจ ดูแผ่นงานจุดที่ควรตรวจใน review.xlsx",
            "Some values should be looked at: see the sheet of points to check",
        )
        .to_owned(),
        FileStatus::Read
        | FileStatus::NeedsOcr
        | FileStatus::Password
        | FileStatus::Damaged
        | FileStatus::Unsupported
        | FileStatus::Restricted
        | FileStatus::Arriving
        | FileStatus::Ignored
        | FileStatus::Failed => String::new(),
    }
}

/// How bad a problem is.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Note => pick(lang, "เพื่อทราบ", "note"),
        Severity::Warning => pick(lang, "ควรตรวจ", "please check"),
        Severity::Error => pick(lang, "อ่านไม่ได้", "could not be read"),
    }
}

/// What is wrong.
pub fn message(vocab: Vocab, lang: Lang, what: &What) -> String {
    if let What::Settings(said) = what {
        return settings::message(lang, said);
    }
    if let Some(said) = recognition::said(lang, what) {
        return said;
    }
    let sentence = match lang {
        Lang::Th => thai(what),
        Lang::En => english(what),
    };
    fill(sentence, &parts(vocab, lang, what))
}

/// What a person can do about it; empty if nothing need be done.
pub fn action(lang: Lang, what: &What) -> &'static str {
    match lang {
        Lang::Th => thai_action(what),
        Lang::En => english_action(what),
    }
}

fn thai(what: &What) -> &'static str {
    match what {
        What::EmptyFile => "แฟ้มว่างเปล่า",
        What::LockFile => "เป็นแฟ้มชั่วคราวของโปรแกรมสำนักงาน",
        What::SystemFile => "เป็นแฟ้มของระบบ ไม่ใช่รายงาน",
        What::OwnFile => "เป็นแฟ้มที่โปรแกรมนี้สร้างขึ้น",
        What::UnsupportedFormat => "ยังไม่รองรับแฟ้มรูปแบบนี้",
        What::TextDocument => "เป็นเอกสารข้อความหรืองานนำเสนอ",
        What::Picture => "เป็นแฟ้มภาพ",
        What::Archive => "เป็นแฟ้มบีบอัด",
        What::PasswordNeeded => "แฟ้มมีรหัสผ่าน",
        What::Broken { .. } => "แฟ้มชำรุด เปิดอ่านไม่ได้ ({detail})",
        What::Partial => "แฟ้มไม่สมบูรณ์ เนื้อหาบางส่วนอาจขาดหาย",
        What::TooLarge { .. } => "ใหญ่เกินกว่าที่กำหนด ({detail})",
        What::LeftOut { of } => limits::message(Lang::Th, *of),
        What::CannotOpen { .. } => "เปิดแฟ้มไม่ได้ ({detail})",
        What::NotAFile => "ไม่ใช่แฟ้มปกติ (ทางลัดหรืออุปกรณ์)",
        What::StillArriving => "แฟ้มยังคัดลอกไม่เสร็จ",
        What::OtherFormatThanNamed { .. } => "นามสกุลไม่ตรงกับเนื้อหา จึงอ่านเป็น {detail}",
        What::Duplicate { .. } => "เนื้อหาเหมือนกับ {detail} ทุกประการ",
        What::Superseded { .. } => "มีฉบับใหม่แทนแล้ว: {detail}{other}",
        What::DroppedInRevision { .. } => "ไม่พบรายการ “{title}” ในฉบับใหม่ {detail}",
        What::ChangedInRevision { .. } => "“{title}” {field} เดิม “{from}” ฉบับใหม่ {detail} เป็น “{to}”",
        What::RevisionUnclear { .. } => "ระบุว่าเป็นฉบับแก้ไข แต่พบรายการของ {detail} เพียง {other} จึงใช้ทั้งสองแฟ้ม",
        What::VersionsUnclear { .. } => {
            "รายงานงวดเดียวกันกับ {detail} แต่ค่าบางรายการต่างกัน และไม่ทราบว่าฉบับใดใหม่กว่า จึงใช้ทั้งสองแฟ้ม"
        }
        What::LastRegisterDamaged { .. } => "แฟ้มที่เก็บทะเบียนครั้งก่อนชำรุด ({detail}) จึงเทียบการเปลี่ยนแปลงไม่ได้ครบ",
        What::ReviewTaken { .. } => "นำคำตัดสิน {detail} เรื่องจากแฟ้มนี้มาใช้แล้ว",
        What::DecisionsLapsed { .. } => "แฟ้มนี้ไม่อยู่ใน inbox แล้ว จึงเลิกใช้คำตัดสิน {detail} เรื่องของแฟ้มนี้",
        What::DecisionsOnlyInOutbox { .. } => "คำตัดสิน {detail} เรื่องมีอยู่ใน outbox เท่านั้น หากลบ outbox จะหายไป",
        What::ReviewUnread { .. } => "อ่านคำตัดสินในแฟ้มนี้ไม่ได้ ({detail}) จึงเก็บแฟ้มไว้เป็น {other}",
        What::ReviewEarlier { .. } => "แฟ้มใหม่ที่รออยู่ใน next ถูกกรอกด้วย จึงใช้แฟ้มใหม่ และเก็บแฟ้มนี้ไว้เป็น {other}",
        What::DecisionUnfit { .. } => {
            "คำตัดสิน {detail} เรื่อง “{title}” ใช้กับรายงานชุดนี้ไม่ได้แล้ว เพราะแถวหรือค่าที่ตัดสินไว้เปลี่ยนไป"
        }
        What::DecisionNotUnderstood { .. } => "ไม่เข้าใจคำตัดสิน “{detail}”",
        What::DecisionWithoutValue => "เลือกว่าจะแก้ไขค่า แต่ไม่ได้ใส่ค่าที่ถูกต้อง",
        What::ValueNotUnderstood { .. } => "“{detail}” ใช้เป็นค่าของช่อง “{field}” ไม่ได้",
        What::DecisionKeyDamaged { .. } => "ข้อมูลที่ซ่อนอยู่ของแถวนี้เสียหาย ({detail}) จึงไม่ทราบว่าตัดสินเรื่องใด",
        What::Settings(_) | What::PageNotRecognised { .. } | What::PagesRecognised { .. } => "",
        What::PageIsImage => "หน้านี้เป็นภาพ ไม่มีข้อความให้อ่าน",
        What::PageUnreadable => "ข้อความในหน้านี้อ่านเป็นภาษาไม่ได้",
        What::PageDamaged => "หน้านี้ชำรุด เนื้อหาบางส่วนอาจขาดหาย",
        What::PageRepaired => "ซ่อมตัวอักษรบางส่วนในหน้านี้แล้ว",
        What::CellCut => "ข้อความในช่องถูกตัดหรือแสดงเป็น ###",
        What::CellError { .. } => "ช่องนี้แสดงข้อผิดพลาด {detail}",
        What::EncodingLost { .. } => "ข้อความใน {detail} เซลล์เสียหายเพราะรหัสอักขระผิด",
        What::EncodingMended { .. } => "แก้รหัสอักขระของข้อความใน {detail} เซลล์แล้ว",
        What::FormulaNotCalculated => "สูตรในช่องนี้ไม่มีผลลัพธ์เก็บไว้",
        What::HiddenSheet => "แผ่นงานนี้ซ่อนอยู่ จึงไม่นำมานับ",
        What::HiddenRows { .. } => "มี {detail} แถวซ่อนอยู่ จึงไม่นำมานับ",
        What::Within(what) => within::message(Lang::Th, what),
        What::NoRecords => "ไม่พบกิจกรรมในแฟ้มนี้",
        What::NotUnderstood { .. } => "ส่วนนี้อ่านไม่เข้าใจ: “{detail}”",
        What::Unheld { .. } => "ข้อความนี้คล้ายกิจกรรม แต่ไม่อยู่ในรายการใด: “{detail}”",
        What::UnheldBeside { .. } => "{other}นี้คล้ายกิจกรรม แต่ไม่อยู่ในรายการใด: “{detail}”",
        What::Beside { .. } => "มี{other}อยู่ข้างเซลล์: “{detail}”",
        What::ReadingUnsure { .. } => "ไม่แน่ใจว่าส่วนนี้จัดรูปแบบไว้อย่างไร มี {detail} รายการที่ควรตรวจ",
        What::Restricted { .. } => "รายงานมีชั้นความลับ “{detail}” จึงไม่นำมารวม",
        What::DepartmentUnknown => "ไม่ทราบว่าเป็นรายงานของหน่วยงานใด",
        What::DepartmentUnlisted { .. } => "ยังไม่มีหน่วยงาน “{detail}” ในรายชื่อ จึงใช้ชื่อตามที่เขียนไว้",
        What::PeriodUnknown => "ไม่ทราบช่วงเวลาของรายงาน",
        What::DepartmentsDisagree { .. } => "ชื่อหน่วยงานไม่ตรงกัน ใช้ {detail} อีกแห่งว่า {other}",
        What::PeriodsDisagree { .. } => "ช่วงเวลาไม่ตรงกัน ใช้ {detail} อีกแห่งว่า {other}",
        What::ProgramFailed { .. } => "โปรแกรมขัดข้องกับแฟ้มนี้ ({detail})",
        What::Stopped(stop) => stops::message(Lang::Th, stop),
    }
}

fn english(what: &What) -> &'static str {
    match what {
        What::EmptyFile => "The file is empty",
        What::LockFile => "An office program’s temporary file",
        What::SystemFile => "A file of the system, not a report",
        What::OwnFile => "One of this program’s own files",
        What::UnsupportedFormat => "This format is not supported",
        What::TextDocument => "A text document or presentation",
        What::Picture => "A picture",
        What::Archive => "A packed archive",
        What::PasswordNeeded => "The file needs a password",
        What::Broken { .. } => "The file is broken and cannot be read ({detail})",
        What::Partial => "The file is incomplete; parts may be missing",
        What::TooLarge { .. } => "Larger than the limit ({detail})",
        What::LeftOut { of } => limits::message(Lang::En, *of),
        What::CannotOpen { .. } => "The file cannot be opened ({detail})",
        What::NotAFile => "Not a plain file (a link or a device)",
        What::StillArriving => "The file is still being copied",
        What::OtherFormatThanNamed { .. } => "The name does not fit the content; read as {detail}",
        What::Duplicate { .. } => "Identical to {detail}",
        What::Superseded { .. } => "Replaced by {detail}{other}",
        What::DroppedInRevision { .. } => "“{title}” is not in the later report {detail}",
        What::ChangedInRevision { .. } => "“{title}”: {field} was “{from}”, in {detail} it is “{to}”",
        What::RevisionUnclear { .. } => "It corrects only {other} of the rows of {detail}: both were taken",
        What::VersionsUnclear { .. } => {
            "It reports the same period as {detail} with other values, and neither says that it is the later one: both were taken"
        }
        What::LastRegisterDamaged { .. } => {
            "The last register cannot be read ({detail}): not all changes are told"
        }
        What::ReviewTaken { .. } => "{detail} decisions were taken from this file",
        What::DecisionsLapsed { .. } => "No longer in the inbox: {detail} decisions of it no longer hold",
        What::DecisionsOnlyInOutbox { .. } => "{detail} decisions stand in the outbox alone and go with it",
        What::ReviewUnread { .. } => "Its decisions cannot be read ({detail}); it is kept as {other}",
        What::ReviewEarlier { .. } => "The new one that waited was filled in too; this is kept as {other}",
        What::DecisionUnfit { .. } => "Decision {detail} on “{title}” no longer fits: its subject changed",
        What::DecisionNotUnderstood { .. } => "The decision “{detail}” is not understood",
        What::DecisionWithoutValue => "A corrected value was announced, but none is written",
        What::ValueNotUnderstood { .. } => "“{detail}” is no value of the field “{field}”",
        What::DecisionKeyDamaged { .. } => "A hidden cell is damaged ({detail}): its decision is lost",
        What::Settings(_) | What::PageNotRecognised { .. } | What::PagesRecognised { .. } => "",
        What::PageIsImage => "This page is an image without text",
        What::PageUnreadable => "The text of this page does not read as language",
        What::PageDamaged => "The page is damaged; parts of it may be missing",
        What::PageRepaired => "Some characters of this page were repaired",
        What::CellCut => "The cell’s text is cut or shown as ###",
        What::CellError { .. } => "The cell shows the error {detail}",
        What::EncodingLost { .. } => "Cells whose text is damaged by a wrong encoding: {detail}",
        What::EncodingMended { .. } => "Cells whose wrong encoding was mended: {detail}",
        What::FormulaNotCalculated => "The formula in this cell has no stored result",
        What::HiddenSheet => "This sheet is hidden and was not counted",
        What::HiddenRows { .. } => "Hidden rows that were not counted: {detail}",
        What::Within(what) => within::message(Lang::En, what),
        What::NoRecords => "No activity was found in this file",
        What::NotUnderstood { .. } => "This part was not understood: “{detail}”",
        What::Unheld { .. } => "This looks like an activity, but no entry holds it: “{detail}”",
        What::UnheldBeside { .. } => "This {other} looks like an activity in no entry: “{detail}”",
        What::Beside { .. } => "Beside the cells stands a {other}: “{detail}”",
        What::ReadingUnsure { .. } => "It is not certain how this part is laid out; to look at: {detail}",
        What::Restricted { .. } => "The report is marked as secret (“{detail}”) and was left out",
        What::DepartmentUnknown => "It is not clear which department reports",
        What::DepartmentUnlisted { .. } => "No list has “{detail}”: the department is named as written",
        What::PeriodUnknown => "The report’s period is not clear",
        What::DepartmentsDisagree { .. } => "Departments disagree: {detail} was taken, elsewhere {other}",
        What::PeriodsDisagree { .. } => "Periods disagree: {detail} was taken, elsewhere {other}",
        What::ProgramFailed { .. } => "The program failed on this file ({detail})",
        What::Stopped(stop) => stops::message(Lang::En, stop),
    }
}

fn thai_action(what: &What) -> &'static str {
    match what {
        What::UnsupportedFormat => "โปรดขอเป็น Excel หรือบันทึกเป็น PDF",
        What::TextDocument => "โปรดเปิดแล้วบันทึกเป็น Word รุ่นใหม่ (docx) หรือ PDF",
        What::Picture | What::PageIsImage | What::PageUnreadable => recognition::install(Lang::Th),
        What::PageNotRecognised { why } => recognition::action(Lang::Th, why),
        What::PagesRecognised { .. } => "โปรดเทียบค่าที่มีข้อสงสัยกับภาพ",
        What::Archive => "โปรดแตกแฟ้มแล้ววางแฟ้มข้างในแทน",
        What::PasswordNeeded => "โปรดเปิดด้วยรหัสผ่านแล้วบันทึกใหม่โดยไม่ใส่รหัส",
        What::EmptyFile | What::Broken { .. } => "โปรดขอแฟ้มจากหน่วยงานอีกครั้ง",
        What::Partial | What::PageDamaged => "โปรดเทียบกับต้นฉบับหรือขอแฟ้มใหม่",
        What::LeftOut { of } => limits::action(Lang::Th, *of),
        What::TooLarge { .. } => "โปรดแบ่งแฟ้มหรือลบส่วนที่ไม่ใช้",
        What::CannotOpen { .. } => "โปรดตรวจสิทธิ์การอ่านและปิดแฟ้มในโปรแกรมอื่น",
        What::NotAFile => "โปรดวางแฟ้มจริงแทนทางลัด",
        What::StillArriving => "โปรดสั่งทำงานอีกครั้งเมื่อคัดลอกเสร็จ",
        What::PageRepaired => "โปรดเทียบกับต้นฉบับ",
        What::CellCut | What::EncodingLost { .. } => "โปรดขอแฟ้ม Excel ต้นฉบับ",
        What::CellError { .. } => "โปรดแก้สูตรในแฟ้มต้นฉบับ",
        What::FormulaNotCalculated => "โปรดเปิดใน Excel แล้วบันทึกอีกครั้ง",
        What::HiddenSheet | What::HiddenRows { .. } => "หากต้องการนับ โปรดยกเลิกการซ่อน",
        What::Within(what) => within::action(Lang::Th, what),
        What::NoRecords | What::NotUnderstood { .. } | What::Unheld { .. } | What::UnheldBeside { .. } => {
            "โปรดเปิดดูและเพิ่มรายการเองหากจำเป็น"
        }
        What::ReadingUnsure { .. } => "โปรดเทียบรายการกับแฟ้มต้นฉบับ",
        What::Restricted { .. } => "โปรดดำเนินการตามระเบียบว่าด้วยการรักษาความลับ",
        What::DepartmentUnknown => "โปรดใส่ชื่อหน่วยงานไว้ในชื่อแฟ้มหรือหัวรายงาน",
        What::DepartmentUnlisted { .. } => "โปรดเพิ่มหน่วยงานนี้ใน settings.xlsx หรือแก้ชื่อในหัวรายงาน",
        What::PeriodUnknown => "โปรดใส่เดือนและปีไว้ในชื่อแฟ้มหรือหัวรายงาน",
        What::DepartmentsDisagree { .. } | What::PeriodsDisagree { .. } => "โปรดตรวจกับหน่วยงาน",
        What::DecisionsLapsed { .. } => "หากยังต้องการใช้ โปรดวางแฟ้มกลับ",
        What::DecisionsOnlyInOutbox { .. } => "โปรดคัดลอก outbox/review.xlsx มาวางใน inbox",
        What::ReviewUnread { .. } => "โปรดเปิดแฟ้มที่เก็บไว้ บันทึกเป็น Excel โดยไม่ใส่รหัส แล้ววางใน inbox",
        What::ReviewEarlier { .. } => "หากต้องการใช้คำตอบในแฟ้มเดิมด้วย โปรดวางแฟ้มที่เก็บไว้ใน inbox",
        What::DecisionUnfit { .. } => "โปรดดูว่ามีเรื่องใหม่ให้ตัดสินแทนหรือไม่",
        What::DecisionNotUnderstood { .. } => "โปรดเลือกจากรายการในช่อง",
        What::DecisionWithoutValue => "โปรดใส่ค่าในช่องนี้",
        What::ValueNotUnderstood { .. } => "ดูตัวอย่างการกรอกในแผ่นงานวิธีกรอก",
        What::DecisionKeyDamaged { .. } => "โปรดตัดสินใหม่ในแฟ้มที่โปรแกรมเขียนล่าสุด",
        What::DroppedInRevision { .. } => "โปรดตรวจว่าตั้งใจตัดออก หากไม่ใช่ให้ขอฉบับที่ครบ",
        What::RevisionUnclear { .. } | What::VersionsUnclear { .. } => "โปรดเก็บไว้เฉพาะฉบับที่ใช้จริง",
        What::ProgramFailed { .. } => "โปรดแจ้งผู้ดูแลพร้อมแฟ้มนี้",
        What::Stopped(stop) => stops::action(Lang::Th, stop),
        What::Settings(said) => settings::action(Lang::Th, said),
        What::LockFile
        | What::SystemFile
        | What::OwnFile
        | What::OtherFormatThanNamed { .. }
        | What::Superseded { .. }
        | What::LastRegisterDamaged { .. }
        | What::ReviewTaken { .. }
        | What::ChangedInRevision { .. }
        | What::Beside { .. }
        | What::EncodingMended { .. }
        | What::Duplicate { .. } => "",
    }
}

fn english_action(what: &What) -> &'static str {
    match what {
        What::EmptyFile | What::Broken { .. } => "Ask the department for the file again",
        What::UnsupportedFormat => "Ask for an Excel file, or save it as PDF",
        What::TextDocument => "Open it and save it as a Word document (docx) or as PDF",
        What::Picture | What::PageIsImage | What::PageUnreadable => recognition::install(Lang::En),
        What::PageNotRecognised { why } => recognition::action(Lang::En, why),
        What::PagesRecognised { .. } => "Compare values in doubt with the picture",
        What::Archive => "Unpack it and put the files inside here",
        What::PasswordNeeded => "Open it with the password and save it without one",
        What::Partial | What::PageDamaged => "Compare it with the original or ask for a new file",
        What::LeftOut { of } => limits::action(Lang::En, *of),
        What::TooLarge { .. } => "Split the file or remove what is not needed",
        What::CannotOpen { .. } => "Check that you may read it and close it in other programs",
        What::NotAFile => "Put the file itself here",
        What::StillArriving => "Run again when the copy has ended",
        What::PageRepaired => "Compare it with the original",
        What::CellCut | What::EncodingLost { .. } => "Ask for the original Excel file",
        What::CellError { .. } => "Correct the formula in the original",
        What::FormulaNotCalculated => "Open it in Excel and save it again",
        What::HiddenSheet | What::HiddenRows { .. } => "Unhide what should be counted",
        What::Within(what) => within::action(Lang::En, what),
        What::NoRecords | What::NotUnderstood { .. } | What::Unheld { .. } | What::UnheldBeside { .. } => {
            "Open it and add entries by hand if needed"
        }
        What::ReadingUnsure { .. } => "Compare the entries with the file",
        What::Restricted { .. } => "Proceed by the rules for secret documents",
        What::DepartmentUnknown => "Put the department into the file’s name or the report’s title",
        What::DepartmentUnlisted { .. } => {
            "Add the department to settings.xlsx, or mend its name in the title"
        }
        What::PeriodUnknown => "Put month and year into the file’s name or the report’s title",
        What::DepartmentsDisagree { .. } | What::PeriodsDisagree { .. } => "Check with the department",
        What::DecisionsLapsed { .. } => "Put it back if they are to hold",
        What::DecisionsOnlyInOutbox { .. } => "Copy outbox/review.xlsx into the inbox",
        What::ReviewEarlier { .. } => "If its answers are to count too, put what was kept into the inbox",
        What::ReviewUnread { .. } => {
            "Open what was kept, save it as Excel without a password, and put it into the inbox"
        }
        What::DecisionUnfit { .. } => "See whether there is a new question in its place",
        What::DecisionNotUnderstood { .. } => "Choose one from the list of the cell",
        What::DecisionWithoutValue => "Write it into this cell",
        What::ValueNotUnderstood { .. } => "See the examples on the sheet that says how to fill in",
        What::DecisionKeyDamaged { .. } => "Decide again in the file that was written last",
        What::DroppedInRevision { .. } => "Check that it was left out on purpose",
        What::RevisionUnclear { .. } | What::VersionsUnclear { .. } => "Keep only the report that is valid",
        What::ProgramFailed { .. } => "Please report this together with the file",
        What::Stopped(stop) => stops::action(Lang::En, stop),
        What::Settings(said) => settings::action(Lang::En, said),
        What::LockFile
        | What::SystemFile
        | What::OwnFile
        | What::OtherFormatThanNamed { .. }
        | What::Superseded { .. }
        | What::LastRegisterDamaged { .. }
        | What::ReviewTaken { .. }
        | What::ChangedInRevision { .. }
        | What::Beside { .. }
        | What::EncodingMended { .. }
        | What::Duplicate { .. } => "",
    }
}

/// What stands in the places of a sentence.
fn parts(vocab: Vocab, lang: Lang, what: &What) -> Vec<(&'static str, String)> {
    match what {
        What::Broken { detail: text }
        | What::CannotOpen { detail: text }
        | What::LastRegisterDamaged { detail: text }
        | What::DecisionKeyDamaged { detail: text }
        | What::DecisionNotUnderstood { written: text }
        | What::DepartmentUnlisted { written: text }
        | What::ProgramFailed { detail: text }
        | What::TooLarge { limit: text }
        | What::OtherFormatThanNamed { format: text }
        | What::CellError { value: text }
        | What::NotUnderstood { text }
        | What::Unheld { text }
        | What::Restricted { mark: text } => vec![("detail", text.clone())],
        What::UnheldBeside { kind, text } | What::Beside { kind, text } => beside(lang, *kind, text),
        What::Duplicate { of } | What::VersionsUnclear { other: of } => vec![("detail", shown(of))],
        What::Superseded { by, dropped, changed } => superseded(lang, by, *dropped, *changed),
        What::DroppedInRevision { by, title } => vec![("detail", shown(by)), ("title", title.clone())],
        What::ChangedInRevision { by, title, key, from, to } => vec![
            ("detail", shown(by)),
            ("title", title.clone()),
            ("field", codes::key(lang, *key).to_owned()),
            ("from", data::value(vocab, lang, from)),
            ("to", data::value(vocab, lang, to)),
        ],
        What::RevisionUnclear { of, found, rows } => named(&shown(of), "other", &format!("{found}/{rows}")),
        What::ReviewEarlier { kept } => vec![("other", kept.clone())],
        What::ReviewUnread { kept, detail } => vec![("detail", detail.clone()), ("other", kept.clone())],
        What::DecisionUnfit { question, title } => named(question, "title", title),
        What::ValueNotUnderstood { key, written } => named(written, "field", codes::key(lang, *key)),
        What::ReviewTaken { count }
        | What::DecisionsLapsed { count }
        | What::DecisionsOnlyInOutbox { count }
        | What::HiddenRows { count }
        | What::EncodingLost { count }
        | What::EncodingMended { count }
        | What::ReadingUnsure { count } => vec![("detail", count.to_string())],
        What::Within(what) => vec![("detail", within::detail(what))],
        What::LeftOut { of } => vec![("detail", limits::amount(lang, *of))],
        What::Stopped(stop) => vec![("detail", stops::detail(stop))],
        What::Settings(_) | What::PageNotRecognised { .. } | What::PagesRecognised { .. } => Vec::new(),
        What::DepartmentsDisagree { taken, other } => departments(vocab, lang, taken, other),
        What::PeriodsDisagree { taken, other } => both(taken, other, &str::to_owned),
        What::EmptyFile
        | What::LockFile
        | What::SystemFile
        | What::OwnFile
        | What::UnsupportedFormat
        | What::TextDocument
        | What::Picture
        | What::Archive
        | What::PasswordNeeded
        | What::Partial
        | What::NotAFile
        | What::StillArriving
        | What::DecisionWithoutValue
        | What::PageIsImage
        | What::PageUnreadable
        | What::PageDamaged
        | What::PageRepaired
        | What::CellCut
        | What::FormulaNotCalculated
        | What::HiddenSheet
        | What::NoRecords
        | What::DepartmentUnknown
        | What::PeriodUnknown => Vec::new(),
    }
}

/// What it is about, and one thing more.
fn named(detail: &str, place: &'static str, text: &str) -> Vec<(&'static str, String)> {
    vec![("detail", detail.to_owned()), (place, text.to_owned())]
}

/// What took a report's place, and in how much it differs.
fn superseded(lang: Lang, by: &str, dropped: u32, changed: u32) -> Vec<(&'static str, String)> {
    vec![("detail", shown(by)), ("other", differences(lang, dropped, changed))]
}

/// Two departments, by their names.
fn departments(vocab: Vocab, lang: Lang, taken: &str, other: &str) -> Vec<(&'static str, String)> {
    both(taken, other, &|code| names::department(vocab, lang, code))
}

/// A text beside the cells and what it is, in words.
fn beside(lang: Lang, kind: NoteKind, text: &str) -> Vec<(&'static str, String)> {
    vec![("detail", text.to_owned()), ("other", codes::note(lang, kind).to_owned())]
}

/// What was taken and what stands elsewhere, in words.
fn both(taken: &str, other: &str, words: &dyn Fn(&str) -> String) -> Vec<(&'static str, String)> {
    vec![("detail", words(taken)), ("other", words(other))]
}

/// How a report differs from the one that replaces it; empty if it does not.
fn differences(lang: Lang, dropped: u32, changed: u32) -> String {
    let mut parts = Vec::new();
    if dropped > 0 {
        parts.push(pick(lang, format!("ไม่มีแล้ว {dropped} รายการ"), format!("{dropped} rows left out")));
    }
    if changed > 0 {
        parts.push(pick(lang, format!("แก้ไข {changed} รายการ"), format!("{changed} rows changed")));
    }
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}
