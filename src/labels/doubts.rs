//! Words of doubts: what to compare with the report, in one sentence.

use super::data::value;
use super::{Lang, calendar, fill, names, pick, reasons, spot};
use crate::model::{Conflict, Doubt};
use crate::vocab::Vocab;

/// Why a value should be looked at.
pub fn message(vocab: Vocab, lang: Lang, doubt: &Doubt) -> String {
    let sentence = match lang {
        Lang::Th => thai(doubt),
        Lang::En => english(doubt),
    };
    fill(sentence, &parts(vocab, lang, doubt))
}

fn thai(doubt: &Doubt) -> &'static str {
    match doubt {
        Doubt::YearFromPeriod { .. } => "รายงานไม่ระบุปี จึงใช้ปี {taken} ตามช่วงเวลาของรายงาน",
        Doubt::YearMistyped { .. } => "ปี {written} ที่เขียนไว้ไม่น่าถูกต้อง จึงอ่านเป็นปี {taken}",
        Doubt::YearAmbiguous { .. } => "ปี “{written}” เป็นได้ทั้ง พ.ศ. และ ค.ศ. จึงอ่านเป็นปี {taken}",
        Doubt::DayMonthAmbiguous { .. } => "วันที่ “{written}” อาจสลับวันกับเดือนได้",
        Doubt::WeekdayContradicts { .. } => "ชื่อวันใน “{written}” ไม่ตรงกับวันที่ตามปฏิทิน",
        Doubt::Approximate { .. } => "รายงานระบุค่าโดยประมาณ “{written}”",
        Doubt::OutsidePeriod { likely: None, .. } => "วันที่อยู่นอกช่วงเวลาของรายงาน ({other})",
        Doubt::OutsidePeriod { likely: Some(_), .. } => {
            "วันที่อยู่นอกช่วงเวลาของรายงาน ({other}) ปีอาจพิมพ์ผิด น่าจะเป็น {taken}"
        }
        Doubt::ImpossibleDate { .. } => "ไม่มีวันที่ “{written}” ในปฏิทิน หรือวันสิ้นสุดอยู่ก่อนวันเริ่ม",
        Doubt::DateNotUnderstood { .. } => "อ่านวันที่ “{written}” ไม่เข้าใจ",
        Doubt::DateMissing => "ไม่พบวันที่ในรายงาน",
        Doubt::SpellingMatched { .. } => "“{written}” สะกดไม่ตรงกับชื่อที่รู้จัก จึงถือว่าเป็น {taken}",
        Doubt::NewBody { .. } => "“{written}” เป็นหน่วยงานใหม่ที่ยังไม่มีในรายชื่อ จึงคงชื่อไว้ตามรายงาน",
        Doubt::UnknownBody { .. } => "ยังไม่รู้จักหน่วยงาน “{written}” จึงคงชื่อไว้ตามรายงาน",
        Doubt::NotRecognised { .. } => "ไม่รู้จักชื่อ “{written}” จึงยังไม่ได้ระบุค่า",
        Doubt::HeldAhead { .. } => "รายงานว่าดำเนินการแล้ว แต่วันที่อยู่หลังวันที่ {other}",
        Doubt::DefaultTaken => "รายงานไม่ได้ระบุ จึงใช้ค่าที่น่าจะเป็นที่สุด",
        Doubt::WordingContradicts { .. } => "ถ้อยคำในรายงานขัดกันเอง: {written}",
        Doubt::InternationalUnsure { .. } => "ไม่ชัดเจนว่าเป็นงานต่างประเทศหรือไม่ ({other})",
        Doubt::ReadingUnsure => "ไม่แน่ใจว่ารายงานส่วนนี้จัดรูปแบบไว้อย่างไร โปรดเทียบกับแฟ้ม",
        Doubt::NumberNotUnderstood { .. } => "อ่านจำนวน “{written}” ไม่เข้าใจ",
        Doubt::TextDamaged { .. } => "ตัวอักษรในแฟ้มเสียหาย อ่านได้ว่า “{written}”",
        Doubt::RecognisedUnsure { .. } => "อ่านจากภาพสแกนได้ว่า “{written}” แต่บางตัวอักษรไม่ชัด โปรดเทียบกับภาพ",
        Doubt::CellCut => "ข้อความในช่องถูกตัดหรือแสดงเป็น ###",
        Doubt::CellNote { .. } => "มีบันทึกย่อหรือข้อคิดเห็นที่{place}: “{written}”",
        Doubt::StruckThrough { .. } => "มีข้อความขีดฆ่าที่{place}: “{written}” อาจยกเลิกหรือแก้ไขแล้ว",
        Doubt::ReportsDisagree { .. } => "รายงานไม่ตรงกัน ใช้ “{taken}” แต่{department}ว่า “{other}”",
        Doubt::MergeUnsure { .. } => "รวมกับ “{other}” ด้วยหลักฐานน้อย อาจเป็นคนละกิจกรรม",
    }
}

fn english(doubt: &Doubt) -> &'static str {
    match doubt {
        Doubt::YearFromPeriod { .. } => "No year is stated; {taken} was taken from the report’s period",
        Doubt::YearMistyped { .. } => "The year {written} cannot be meant; it was read as {taken}",
        Doubt::YearAmbiguous { .. } => "The year “{written}” fits both eras; it was read as {taken}",
        Doubt::DayMonthAmbiguous { .. } => "Day and month of “{written}” could be the other way round",
        Doubt::WeekdayContradicts { .. } => "The weekday in “{written}” is not that of the date",
        Doubt::Approximate { .. } => "The report gives an approximate value: “{written}”",
        Doubt::OutsidePeriod { likely: None, .. } => "The date lies outside the report’s period ({other})",
        Doubt::OutsidePeriod { likely: Some(_), .. } => {
            "The date lies outside the report’s period ({other}); the year may be mistyped for {taken}"
        }
        Doubt::ImpossibleDate { .. } => "“{written}” is no day of the calendar, or ends before it starts",
        Doubt::DateNotUnderstood { .. } => "The date “{written}” was not understood",
        Doubt::DateMissing => "No date was found in the report",
        Doubt::SpellingMatched { .. } => "“{written}” is spelt unlike any known name; taken as {taken}",
        Doubt::NewBody { .. } => "“{written}” is new to the lists; its name was kept as reported",
        Doubt::UnknownBody { .. } => "The body “{written}” is not known; its name was kept as reported",
        Doubt::NotRecognised { .. } => "The name “{written}” is not known; no value was taken",
        Doubt::HeldAhead { .. } => "It is reported as done, and its day lies after {other}",
        Doubt::DefaultTaken => "The report does not say; the likeliest value was taken",
        Doubt::WordingContradicts { .. } => "The report’s wording contradicts itself: {written}",
        Doubt::InternationalUnsure { .. } => "It is not clear that this is international ({other})",
        Doubt::ReadingUnsure => {
            "It is not certain how this part of the report is laid out; compare it with the file"
        }
        Doubt::NumberNotUnderstood { .. } => "The number “{written}” was not understood",
        Doubt::TextDamaged { .. } => "The characters in the file are damaged; they read “{written}”",
        Doubt::RecognisedUnsure { .. } => {
            "Read from a scan as “{written}”, where some characters are not clear; compare it with the picture"
        }
        Doubt::CellCut => "The cell’s text is cut or shown as ###",
        Doubt::CellNote { .. } => "A note or comment at {place} says “{written}”",
        Doubt::StruckThrough { .. } => {
            "Struck through at {place}: “{written}”; it was perhaps cancelled or corrected"
        }
        Doubt::ReportsDisagree { .. } => "Reports disagree: “{taken}” was taken, {department} says “{other}”",
        Doubt::MergeUnsure { .. } => "Put together with “{other}” on little evidence; they may be two",
    }
}

/// What stands in the places of a sentence.
fn parts(vocab: Vocab, lang: Lang, doubt: &Doubt) -> Vec<(&'static str, String)> {
    match doubt {
        Doubt::YearFromPeriod { year } => vec![("taken", calendar::year(lang, *year))],
        Doubt::YearMistyped { written, taken } => {
            vec![("written", written.to_string()), ("taken", calendar::year(lang, *taken))]
        }
        Doubt::YearAmbiguous { written, taken } => {
            vec![("written", written.clone()), ("taken", calendar::year(lang, *taken))]
        }
        Doubt::DayMonthAmbiguous { written }
        | Doubt::WeekdayContradicts { written }
        | Doubt::Approximate { written }
        | Doubt::ImpossibleDate { written }
        | Doubt::DateNotUnderstood { written }
        | Doubt::UnknownBody { written }
        | Doubt::NewBody { written }
        | Doubt::NotRecognised { written }
        | Doubt::WordingContradicts { written }
        | Doubt::NumberNotUnderstood { written }
        | Doubt::RecognisedUnsure { written }
        | Doubt::TextDamaged { written } => vec![("written", written.clone())],
        Doubt::OutsidePeriod { period, likely } => {
            let likely = likely.map(|day| ("taken", calendar::day_short(lang, day)));
            likely.into_iter().chain([("other", calendar::period(lang, *period))]).collect()
        }
        Doubt::HeldAhead { as_of } => vec![("other", calendar::day_short(lang, *as_of))],
        Doubt::SpellingMatched { written, taken } => {
            vec![("written", written.clone()), ("taken", value(vocab, lang, taken))]
        }
        Doubt::InternationalUnsure { reasons } => vec![("other", reasons::told(lang, reasons).join("; "))],
        Doubt::ReportsDisagree { taken, other, department } => vec![
            ("taken", value(vocab, lang, taken)),
            ("other", value(vocab, lang, other)),
            ("department", names::department(vocab, lang, department)),
        ],
        Doubt::MergeUnsure { with } => vec![("other", with.clone())],
        Doubt::CellNote { place, written } | Doubt::StruckThrough { place, written } => {
            vec![("place", spot(lang, place)), ("written", written.clone())]
        }
        Doubt::DateMissing | Doubt::DefaultTaken | Doubt::CellCut | Doubt::ReadingUnsure => Vec::new(),
    }
}

/// A stable word for the reason, as the data files have it.
pub fn code(doubt: &Doubt) -> &'static str {
    match doubt {
        Doubt::YearFromPeriod { .. } => "year_from_period",
        Doubt::YearMistyped { .. } => "year_mistyped",
        Doubt::YearAmbiguous { .. } => "year_ambiguous",
        Doubt::DayMonthAmbiguous { .. } => "day_month_ambiguous",
        Doubt::WeekdayContradicts { .. } => "weekday_contradicts",
        Doubt::Approximate { .. } => "approximate",
        Doubt::OutsidePeriod { .. } => "outside_period",
        Doubt::ImpossibleDate { .. } => "impossible_date",
        Doubt::DateNotUnderstood { .. } => "date_not_understood",
        Doubt::DateMissing => "date_missing",
        Doubt::SpellingMatched { .. } => "spelling_matched",
        Doubt::NewBody { .. } => "new_body",
        Doubt::UnknownBody { .. } => "unknown_body",
        Doubt::NotRecognised { .. } => "not_recognised",
        Doubt::DefaultTaken => "default_taken",
        Doubt::HeldAhead { .. } => "held_ahead",
        Doubt::WordingContradicts { .. } => "wording_contradicts",
        Doubt::InternationalUnsure { .. } => "international_unsure",
        Doubt::NumberNotUnderstood { .. } => "number_not_understood",
        Doubt::TextDamaged { .. } => "text_damaged",
        Doubt::RecognisedUnsure { .. } => "recognised_unsure",
        Doubt::CellCut => "cell_cut",
        Doubt::CellNote { .. } => "cell_note",
        Doubt::StruckThrough { .. } => "struck_through",
        Doubt::ReadingUnsure => "reading_unsure",
        Doubt::ReportsDisagree { .. } => "reports_disagree",
        Doubt::MergeUnsure { .. } => "merge_unsure",
    }
}

/// A conflict between sources that no doubt speaks of.
pub fn disagreement(vocab: Vocab, lang: Lang, conflict: &Conflict) -> String {
    let Conflict { taken, other, department, .. } = conflict;
    let (taken, other) = (value(vocab, lang, taken), value(vocab, lang, other));

    let who = names::department(vocab, lang, department);
    pick(
        lang,
        format!("ใช้ “{taken}” แต่{who}รายงานว่า “{other}”"),
        format!("“{taken}” was taken; {who} reports “{other}”"),
    )
}
