//! Words of what changed since an earlier register.

use super::{Lang, calendar, codes, data, names, pick, shown};
use crate::model::{Datum, Key, Unread};
use crate::vocab::Vocab;
use jiff::civil::Date;

/// A field that changed.
pub fn field(lang: Lang, key: Key) -> &'static str {
    if key == Key::Sources {
        pick(lang, "แฟ้มที่รายงาน", "Reported in")
    } else {
        codes::key(lang, key)
    }
}

/// A value as the data files write it, in words; what is no value of the field, as the files of the whole entry, stays
/// as it is.
pub fn value(vocab: Vocab, lang: Lang, key: Key, text: &str) -> String {
    match key.data_type() {
        Some(data_type) => Datum::of(data_type, text)
            .map_or_else(|| text.to_owned(), |datum| data::value(vocab, lang, &datum)),
        None => text.split("; ").map(shown).collect::<Vec<_>>().join("\n"),
    }
}

/// What is missing because a report of a department cannot be read, for readers who have nothing to do with its file.
pub fn lost(vocab: Vocab, lang: Lang, missing: &Unread) -> String {
    let whose = match missing.department.as_str() {
        "" => pick(lang, "หน่วยงานที่ยังไม่ทราบ".to_owned(), "A department".to_owned()),
        code => names::department(vocab, lang, code),
    };
    match (lang, missing.entries.len()) {
        (Lang::Th, 0) => format!("{whose}: อ่านรายงานไม่ได้ในครั้งนี้ ข้อมูลจึงขาดไป ไม่ใช่ว่าไม่มีกิจกรรม"),
        (Lang::Th, count) => {
            format!("{whose}: อ่านรายงานไม่ได้ในครั้งนี้ ทะเบียนจึงขาดรายการเดิม {count} รายการ ซึ่งไม่ถือว่าตัดออก")
        }
        (Lang::En, 0) => {
            format!("{whose}: a report cannot be read this time, so that what it tells is missing")
        }
        (Lang::En, count) => format!(
            "{whose}: a report cannot be read this time: {count} earlier entries are missing and were not withdrawn"
        ),
    }
}

/// What is missing because a file cannot be read.
pub fn unread(vocab: Vocab, lang: Lang, missing: &Unread) -> String {
    let file = shown(&missing.file);
    let whose = match missing.department.as_str() {
        "" => String::new(),
        code => format!("{}: ", names::department(vocab, lang, code)),
    };
    match (lang, missing.entries.len()) {
        (Lang::Th, 0) => {
            format!("{whose}อ่านแฟ้ม {file} ไม่ได้ในครั้งนี้ ข้อมูลของหน่วยงานจึงขาดไป ไม่ใช่ว่าไม่มีกิจกรรม โปรดขอแฟ้มใหม่")
        }
        (Lang::Th, count) => format!(
            "{whose}อ่านแฟ้ม {file} ไม่ได้ในครั้งนี้ ทะเบียนจึงขาดรายการเดิม {count} รายการ ซึ่งไม่ถือว่าหน่วยงานตัดออก โปรดขอแฟ้มใหม่"
        ),
        (Lang::En, 0) => {
            format!(
                "{whose}{file} cannot be read this time: what it reports is missing, which is no report of nothing. Ask for the file again."
            )
        }
        (Lang::En, count) => format!(
            "{whose}{file} cannot be read this time: {count} earlier entries are missing here and were not withdrawn. Ask for the file again."
        ),
    }
}

/// Since which edition something changed.
pub fn since_edition(lang: Lang, name: &str, as_of: Date) -> String {
    let day = calendar::day(lang, as_of);
    pick(
        lang,
        format!("สิ่งที่เปลี่ยนไปตั้งแต่ฉบับ “{name}” (ข้อมูล ณ วันที่ {day})"),
        format!("What has changed since the edition “{name}” (as of {day})"),
    )
}
