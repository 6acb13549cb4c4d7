//! Words about what a file holds beside its pages and sheets.

use super::{Lang, pick, shown};
use crate::problem::Beside;

/// What there is.
pub fn message(lang: Lang, what: &Beside) -> &'static str {
    match what {
        Beside::Attachments { .. } => {
            pick(lang, "มีแฟ้มแนบอยู่ภายใน: {detail}", "Files are attached inside: {detail}")
        }
        Beside::AttachmentsLeft { .. } => pick(
            lang,
            "มีแฟ้มแนบอยู่ภายในอีก {detail} แฟ้มที่ไม่ได้เปิดอ่าน",
            "{detail} more attached files inside were not read",
        ),
    }
}

/// What a person can do about it.
pub fn action(lang: Lang, what: &Beside) -> &'static str {
    match what {
        Beside::Attachments { .. } => {
            pick(lang, "ผลการอ่านอยู่ในรายการของแต่ละแฟ้ม", "What became of each stands with its own name")
        }
        Beside::AttachmentsLeft { .. } => pick(
            lang,
            "โปรดเปิดแฟ้มนี้ แล้วบันทึกแฟ้มแนบแต่ละแฟ้มวางแยกไว้",
            "Open this file and save each attachment as a file of its own",
        ),
    }
}

/// What stands in the place of the detail.
pub fn detail(what: &Beside) -> String {
    match what {
        Beside::Attachments { names } => names.iter().map(|name| shown(name)).collect::<Vec<_>>().join(", "),
        Beside::AttachmentsLeft { count } => count.to_string(),
    }
}
