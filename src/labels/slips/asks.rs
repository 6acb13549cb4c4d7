//! What a department is asked to do about what was found in its reports.

use crate::labels::{Lang, pick};
use crate::model::{Counted, Doubt, Key};
use crate::problem::{Stop, What, Within};

/// Something that a department can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    FileThatOpens,
    ReadFormat,
    NoScan,
    WhatIsInside,
    NoPassword,
    WholeFile,
    LessAtOnce,
    ValidFile,
    LeftOutOnPurpose,
    FullCell,
    RightValue,
    OriginalWorkbook,
    SavedAgain,
    Unhidden,
    SeparateAttachments,
    NoteInReport,
    NothingStruck,
    ValueInReport,
    RightFile,
    RowOfItsOwn,
    Headings,
    DepartmentInTitle,
    PeriodInTitle,
    OneHead,
    Year,
    RightYear,
    MonthAsWord,
    RightDateOrConfirm,
    Exactly,
    RightDate,
    Date,
    Spelling,
    WhatBody,
    FullName,
    DateOrStatus,
    SideIs,
    SaidOrConfirmed,
    Agreeing,
    NumberWithUnit,
    OriginalFile,
    Said,
    Confirmed,
}

/// What a department is asked to do about a problem of its file; `None` where it need do nothing.
pub fn ask(lang: Lang, what: &What) -> Option<&'static str> {
    of_problem(what).map(|ask| words(lang, ask))
}

/// What a department is asked to do about a doubt of a field; `None` where the office decides it, or asks in another way.
pub fn ask_doubt(lang: Lang, key: Key, doubt: &Doubt) -> Option<&'static str> {
    of_doubt(key, doubt).map(|ask| words(lang, ask))
}

fn of_problem(what: &What) -> Option<Ask> {
    let ask = match what {
        What::EmptyFile | What::Broken { .. } => Ask::FileThatOpens,
        What::UnsupportedFormat | What::TextDocument => Ask::ReadFormat,
        What::Picture | What::PageIsImage | What::PageNotRecognised { .. } | What::PageUnreadable => {
            Ask::NoScan
        }
        What::Archive => Ask::WhatIsInside,
        What::PasswordNeeded => Ask::NoPassword,
        What::Partial | What::PageDamaged => Ask::WholeFile,
        What::LeftOut { of: Counted::RunRecords } | What::Settings(_) => return None,
        What::LeftOut { .. } | What::TooLarge { .. } => Ask::LessAtOnce,
        What::Stopped(Stop::Memory { .. } | Stop::Nesting | Stop::Time { .. }) => Ask::LessAtOnce,
        What::RevisionUnclear { .. } | What::VersionsUnclear { .. } => Ask::ValidFile,
        What::DroppedInRevision { .. } => Ask::LeftOutOnPurpose,
        What::CellCut => Ask::FullCell,
        What::CellError { .. } => Ask::RightValue,
        What::EncodingLost { .. } => Ask::OriginalWorkbook,
        What::FormulaNotCalculated => Ask::SavedAgain,
        What::HiddenSheet | What::HiddenRows { .. } => Ask::Unhidden,
        What::Within(Within::AttachmentsLeft { .. }) => Ask::SeparateAttachments,
        What::Within(Within::PageNote { .. }) => Ask::NoteInReport,
        What::Within(Within::StruckThrough { .. }) => Ask::NothingStruck,
        What::Within(Within::FieldOverText { .. }) => Ask::ValueInReport,
        What::NoRecords => Ask::RightFile,
        What::NotUnderstood { .. } | What::Unheld { .. } | What::UnheldBeside { .. } => Ask::RowOfItsOwn,
        What::ReadingUnsure { .. } => Ask::Headings,
        What::DepartmentUnknown | What::DepartmentUnlisted { .. } => Ask::DepartmentInTitle,
        What::PeriodUnknown => Ask::PeriodInTitle,
        What::DepartmentsDisagree { .. } | What::PeriodsDisagree { .. } => Ask::OneHead,
        // These are mended already, good to know, or matters of the office that runs the program.
        What::LockFile
        | What::SystemFile
        | What::OwnFile
        | What::CannotOpen { .. }
        | What::NotAFile
        | What::StillArriving
        | What::OtherFormatThanNamed { .. }
        | What::Duplicate { .. }
        | What::Superseded { .. }
        | What::ChangedInRevision { .. }
        | What::LastRegisterDamaged { .. }
        | What::ReviewTaken { .. }
        | What::DecisionsLapsed { .. }
        | What::DecisionsOnlyInOutbox { .. }
        | What::ReviewUnread { .. }
        | What::ReviewEarlier { .. }
        | What::DecisionUnfit { .. }
        | What::DecisionNotUnderstood { .. }
        | What::DecisionWithoutValue
        | What::ValueNotUnderstood { .. }
        | What::DecisionKeyDamaged { .. }
        | What::PageRepaired
        | What::PagesRecognised { .. }
        | What::EncodingMended { .. }
        | What::Beside { .. }
        | What::Within(Within::Attachments { .. } | Within::OverPage { .. })
        | What::Restricted { .. }
        | What::ProgramFailed { .. }
        | What::Stopped(Stop::Crash { .. }) => return None,
    };
    Some(ask)
}

fn of_doubt(key: Key, doubt: &Doubt) -> Option<Ask> {
    let ask = match doubt {
        Doubt::YearFromPeriod { .. } => Ask::Year,
        Doubt::YearMistyped { .. } | Doubt::YearAmbiguous { .. } => Ask::RightYear,
        Doubt::DayMonthAmbiguous { .. } => Ask::MonthAsWord,
        Doubt::WeekdayContradicts { .. } | Doubt::OutsidePeriod { .. } => Ask::RightDateOrConfirm,
        Doubt::Approximate { .. } => Ask::Exactly,
        Doubt::ImpossibleDate { .. } | Doubt::DateNotUnderstood { .. } => Ask::RightDate,
        Doubt::DateMissing => Ask::Date,
        Doubt::SpellingMatched { .. } => Ask::Spelling,
        Doubt::UnknownBody { .. } => Ask::WhatBody,
        Doubt::NotRecognised { .. } => Ask::FullName,
        Doubt::HeldAhead { .. } => Ask::DateOrStatus,
        // To which type an activity belongs is the office's own to say.
        Doubt::DefaultTaken if key == Key::Kind => return None,
        Doubt::DefaultTaken if key == Key::Group => Ask::SideIs,
        Doubt::DefaultTaken => Ask::SaidOrConfirmed,
        Doubt::WordingContradicts { .. } => Ask::Agreeing,
        Doubt::NumberNotUnderstood { .. } => Ask::NumberWithUnit,
        Doubt::TextDamaged { .. } | Doubt::RecognisedUnsure { .. } => Ask::OriginalFile,
        Doubt::CellCut => Ask::FullCell,
        Doubt::CellNote { .. } | Doubt::StruckThrough { .. } => Ask::Said,
        Doubt::ReportsDisagree { .. } => Ask::Confirmed,
        Doubt::NewBody { .. }
        | Doubt::InternationalUnsure { .. }
        | Doubt::ReadingUnsure
        | Doubt::MergeUnsure { .. } => return None,
    };
    Some(ask)
}

fn words(lang: Lang, ask: Ask) -> &'static str {
    pick(lang, thai(ask), english(ask))
}

fn thai(ask: Ask) -> &'static str {
    match ask {
        Ask::FileThatOpens => "โปรดส่งแฟ้มที่เปิดอ่านได้มาใหม่",
        Ask::ReadFormat => "โปรดส่งเป็นแฟ้ม Excel หรือบันทึกเป็น PDF แล้วส่งมาใหม่",
        Ask::NoScan => "โปรดส่งแฟ้มต้นฉบับที่เป็น Excel หรือ PDF ซึ่งไม่ใช่ภาพสแกน",
        Ask::WhatIsInside => "โปรดส่งแฟ้มที่อยู่ข้างในแทน",
        Ask::NoPassword => "โปรดบันทึกโดยไม่ใส่รหัสผ่าน แล้วส่งมาใหม่",
        Ask::WholeFile => "โปรดตรวจแฟ้ม แล้วส่งฉบับที่สมบูรณ์",
        Ask::LessAtOnce => "โปรดส่งเฉพาะส่วนที่เป็นรายงาน หรือแบ่งเป็นหลายแฟ้ม",
        Ask::ValidFile => "โปรดแจ้งว่าให้ใช้แฟ้มใด",
        Ask::LeftOutOnPurpose => "โปรดยืนยันว่าตั้งใจตัดออก หากไม่ใช่โปรดเพิ่มกลับในฉบับใหม่",
        Ask::FullCell => "โปรดขยายช่องหรือพิมพ์ข้อความให้ครบ",
        Ask::RightValue => "โปรดแก้สูตรหรือพิมพ์ค่าที่ถูกต้อง",
        Ask::OriginalWorkbook => "โปรดส่งแฟ้ม Excel ต้นฉบับ",
        Ask::SavedAgain => "โปรดเปิดใน Excel แล้วบันทึกอีกครั้ง",
        Ask::Unhidden => "หากต้องการให้นับ โปรดยกเลิกการซ่อน",
        Ask::SeparateAttachments => "โปรดส่งแฟ้มแนบแต่ละแฟ้มแยกมา",
        Ask::NoteInReport => "หากความเห็นนี้เปลี่ยนรายการใด โปรดแก้ในเนื้อหารายงาน",
        Ask::NothingStruck => "โปรดลบข้อความที่ไม่ใช้แล้ว",
        Ask::ValueInReport => "โปรดพิมพ์ค่านี้ไว้ในเนื้อหารายงาน",
        Ask::RightFile => "โปรดตรวจว่าส่งแฟ้มถูกต้อง หากไม่มีกิจกรรมโปรดระบุว่า “ไม่มี”",
        Ask::RowOfItsOwn => "หากเป็นกิจกรรม โปรดเพิ่มเป็นแถวหนึ่งในตาราง",
        Ask::Headings => "โปรดใส่หัวตารางให้ครบทุกช่อง และตรวจว่าแต่ละช่องตรงกับหัวตาราง",
        Ask::DepartmentInTitle => "โปรดใส่ชื่อหน่วยงานไว้ที่หัวรายงาน",
        Ask::PeriodInTitle => "โปรดใส่เดือนและปีไว้ที่หัวรายงาน",
        Ask::OneHead => "โปรดแก้หัวรายงาน ชื่อแผ่นงาน และชื่อแฟ้มให้ตรงกัน",
        Ask::Year => "โปรดระบุปี",
        Ask::RightYear => "โปรดแก้หรือยืนยันปี",
        Ask::MonthAsWord => "โปรดเขียนชื่อเดือนเป็นตัวอักษร",
        Ask::RightDateOrConfirm => "โปรดแก้หรือยืนยันวันที่",
        Ask::Exactly => "โปรดระบุให้แน่นอนหากทราบ",
        Ask::RightDate => "โปรดแก้วันที่",
        Ask::Date => "โปรดระบุวันที่",
        Ask::Spelling => "โปรดแก้ตัวสะกดหรือยืนยัน",
        Ask::WhatBody => "โปรดระบุชื่อเต็ม และว่าเป็นองค์การระหว่างประเทศ หน่วยงานของรัฐ หรือเอกชน",
        Ask::FullName => "โปรดระบุชื่อเต็ม",
        Ask::DateOrStatus => "โปรดแก้วันที่หรือสถานะ",
        Ask::SideIs => "โปรดระบุว่าฝ่ายต่างประเทศเป็นผู้แทนของรัฐ องค์การระหว่างประเทศ หรือเอกชน",
        Ask::SaidOrConfirmed => "โปรดระบุให้ชัดเจนหรือยืนยัน",
        Ask::Agreeing => "โปรดแก้ให้ตรงกัน",
        Ask::NumberWithUnit => "โปรดเขียนเป็นตัวเลขพร้อมหน่วย",
        Ask::OriginalFile => "โปรดส่งแฟ้มต้นฉบับ",
        Ask::Said => "โปรดแก้ในเนื้อหารายงานให้ชัดเจน",
        Ask::Confirmed => "โปรดตรวจสอบและยืนยันค่าที่ถูกต้อง",
    }
}

fn english(ask: Ask) -> &'static str {
    match ask {
        Ask::FileThatOpens => "Please send a file that opens",
        Ask::ReadFormat => "Please send it as Excel, or saved as PDF",
        Ask::NoScan => "Please send the original Excel or PDF, not a scan",
        Ask::WhatIsInside => "Please send the files inside instead",
        Ask::NoPassword => "Please save it without a password and send it again",
        Ask::WholeFile => "Please check the file and send a whole one",
        Ask::LessAtOnce => "Please send only the part that is the report, or several files",
        Ask::ValidFile => "Please say which file is valid",
        Ask::LeftOutOnPurpose => "Please confirm that it was left out on purpose, or put it back",
        Ask::FullCell => "Please widen the cell or write the text in full",
        Ask::RightValue => "Please correct the formula or write the value",
        Ask::OriginalWorkbook => "Please send the original Excel file",
        Ask::SavedAgain => "Please open it in Excel and save it again",
        Ask::Unhidden => "Please unhide what should be counted",
        Ask::SeparateAttachments => "Please send each attachment by itself",
        Ask::NoteInReport => "If it changes an entry, please correct the report itself",
        Ask::NothingStruck => "Please delete what no longer holds",
        Ask::ValueInReport => "Please write the value into the report itself",
        Ask::RightFile => "Please check that it is the right file; where there was nothing, please say so",
        Ask::RowOfItsOwn => "If it is an activity, please give it a row of its own",
        Ask::Headings => "Please give every column its heading, and check that the cells stand under it",
        Ask::DepartmentInTitle => "Please put the department into the title",
        Ask::PeriodInTitle => "Please put month and year into the title",
        Ask::OneHead => "Please let the title, the sheet’s name and the file’s name agree",
        Ask::Year => "Please state the year",
        Ask::RightYear => "Please correct or confirm the year",
        Ask::MonthAsWord => "Please write the month as a word",
        Ask::RightDateOrConfirm => "Please correct or confirm the date",
        Ask::Exactly => "Please state it exactly if it is known",
        Ask::RightDate => "Please correct the date",
        Ask::Date => "Please state the date",
        Ask::Spelling => "Please correct the spelling or confirm",
        Ask::WhatBody => {
            "Please give the full name, and say whether it is international, a state’s or private"
        }
        Ask::FullName => "Please give the full name",
        Ask::DateOrStatus => "Please correct the date or the status",
        Ask::SideIs => "Please say whether the foreign side is of a state, an international body or private",
        Ask::SaidOrConfirmed => "Please state it or confirm",
        Ask::Agreeing => "Please let it agree",
        Ask::NumberWithUnit => "Please write a number with its unit",
        Ask::OriginalFile => "Please send the original file",
        Ask::Said => "Please say it in the report itself",
        Ask::Confirmed => "Please check and confirm the right value",
    }
}
