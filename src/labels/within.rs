//! Words about what a file holds within itself beside the text of its pages and sheets.

use super::{Lang, pick, shown};
use crate::problem::Within;

/// What there is.
pub fn message(lang: Lang, what: &Within) -> &'static str {
    match what {
        Within::Attachments { .. } => {
            pick(lang, "มีแฟ้มแนบอยู่ภายใน: {detail}", "Files are attached inside: {detail}")
        }
        Within::AttachmentsLeft { .. } => pick(
            lang,
            "มีแฟ้มแนบอยู่ภายในอีก {detail} แฟ้มที่ไม่ได้เปิดอ่าน",
            "{detail} more attached files inside were not read",
        ),
        Within::PageNote { .. } => pick(
            lang,
            "มีผู้เขียนความเห็นไว้บนหน้านี้ ซึ่งไม่ได้นำมาอ่าน: “{detail}”",
            "Somebody wrote a note on this page, which is not read: “{detail}”",
        ),
        Within::StruckThrough { .. } => pick(
            lang,
            "มีข้อความที่ขีดฆ่าไว้ อาจยกเลิกหรือแก้ไขแล้ว: “{detail}”",
            "A line is drawn through “{detail}”, which was perhaps cancelled or corrected",
        ),
        Within::OverPage { .. } => pick(
            lang,
            "มีข้อความพาดทับหน้า ซึ่งไม่ได้นำมาอ่านเป็นเนื้อหา: “{detail}”",
            "Text lies over the page and is not read as part of it: “{detail}”",
        ),
        Within::FieldOverText { .. } => pick(
            lang,
            "ช่องกรอกซึ่งมีค่า “{detail}” ทับข้อความอื่น จึงไม่ได้นำมาอ่าน",
            "The form field with “{detail}” lies over other text and is not read",
        ),
    }
}

/// What a person can do about it.
pub fn action(lang: Lang, what: &Within) -> &'static str {
    match what {
        Within::Attachments { .. } => {
            pick(lang, "ผลการอ่านอยู่ในรายการของแต่ละแฟ้ม", "What became of each stands with its own name")
        }
        Within::AttachmentsLeft { .. } => pick(
            lang,
            "โปรดเปิดแฟ้มนี้ แล้วบันทึกแฟ้มแนบแต่ละแฟ้มวางแยกไว้",
            "Open this file and save each attachment as a file of its own",
        ),
        Within::PageNote { .. } => pick(
            lang,
            "โปรดเปิดดูว่าความเห็นนี้เปลี่ยนรายการใดหรือไม่",
            "Open it and see whether the note changes an entry",
        ),
        Within::StruckThrough { .. } => pick(lang, "โปรดเทียบกับต้นฉบับ", "Compare the entries with the file"),
        Within::OverPage { .. } => "",
        Within::FieldOverText { .. } => {
            pick(lang, "โปรดเปิดดูและเพิ่มค่านี้เองหากจำเป็น", "Open it and add the value by hand if needed")
        }
    }
}

/// What stands in the place of the detail.
pub fn detail(what: &Within) -> String {
    match what {
        Within::Attachments { names } => names.iter().map(|name| shown(name)).collect::<Vec<_>>().join(", "),
        Within::AttachmentsLeft { count } => count.to_string(),
        Within::PageNote { text }
        | Within::StruckThrough { text }
        | Within::OverPage { text }
        | Within::FieldOverText { text } => text.clone(),
    }
}
