//! Why a page has no recognised words, and what a person can do about it.

use super::{Lang, fill, pick};
use crate::model::Unrecognised;
use crate::problem::What;

/// What is said of pages that were to be recognised; nothing of other problems.
pub fn said(lang: Lang, what: &What) -> Option<String> {
    if let What::PageNotRecognised { why } = what {
        return Some(fill(message(lang, why), &[("detail", detail(why))]));
    }
    let What::PagesRecognised { count } = what else { return None };
    Some(match (lang, count) {
        (Lang::Th, _) => format!("อ่านข้อความจากภาพสแกน {count} หน้า"),
        (Lang::En, 1) => "The text of 1 scanned page was recognised".to_owned(),
        (Lang::En, _) => format!("The text of {count} scanned pages was recognised"),
    })
}

/// What happened. `{detail}` stands for what `detail` gives.
fn message(lang: Lang, why: &Unrecognised) -> &'static str {
    match why {
        Unrecognised::NoPixels => pick(
            lang,
            "หน้านี้เป็นภาพ และวาดเป็นภาพเพื่ออ่านไม่ได้",
            "This page is an image that could not be drawn to be recognised",
        ),
        Unrecognised::Late { .. } => pick(
            lang,
            "หน้านี้เป็นภาพ และ Tesseract ใช้เวลาอ่านเกิน {detail} วินาที",
            "This page is an image, and Tesseract took more than {detail} seconds on it",
        ),
        Unrecognised::Failed { .. } => pick(
            lang,
            "หน้านี้เป็นภาพ และ Tesseract อ่านไม่สำเร็จ ({detail})",
            "This page is an image, and Tesseract failed on it ({detail})",
        ),
        Unrecognised::NoText => pick(
            lang,
            "หน้านี้เป็นภาพ และไม่พบข้อความที่อ่านได้ในภาพ",
            "This page is an image in which next to no text could be recognised",
        ),
    }
}

/// What stands in the message.
fn detail(why: &Unrecognised) -> String {
    match why {
        Unrecognised::NoPixels | Unrecognised::NoText => String::new(),
        Unrecognised::Late { seconds } => seconds.to_string(),
        Unrecognised::Failed { detail } => detail.clone(),
    }
}

/// What a person can do about it.
pub fn action(lang: Lang, why: &Unrecognised) -> &'static str {
    match why {
        Unrecognised::NoPixels | Unrecognised::NoText => {
            pick(lang, "โปรดขอแฟ้มต้นฉบับที่ไม่ใช่ภาพสแกน", "Ask for the original file, not a scan")
        }
        Unrecognised::Late { .. } | Unrecognised::Failed { .. } => pick(
            lang,
            "โปรดตรวจการติดตั้ง Tesseract แล้วสั่งทำงานอีกครั้ง หรือขอแฟ้มต้นฉบับที่ไม่ใช่ภาพสแกน",
            "Check how Tesseract is installed and run again, or ask for the original file, not a scan",
        ),
    }
}

/// How pictures come to be read.
pub fn install(lang: Lang) -> &'static str {
    pick(
        lang,
        "โปรดขอแฟ้มต้นฉบับที่ไม่ใช่ภาพสแกน หรือติดตั้ง Tesseract พร้อมภาษาไทยและอังกฤษ (Debian/Ubuntu: apt install tesseract-ocr tesseract-ocr-tha) แล้วสั่งทำงานอีกครั้ง",
        "Ask for the original file, not a scan; or install Tesseract with Thai and English (Debian/Ubuntu: apt install tesseract-ocr tesseract-ocr-tha) and run again",
    )
}
