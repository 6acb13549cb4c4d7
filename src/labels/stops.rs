//! Words about a file whose reading was stopped.

use super::{Lang, pick, shown};
use crate::problem::Stop;

/// What happened.
pub fn message(lang: Lang, stop: &Stop) -> &'static str {
    match stop {
        Stop::Memory { .. } => pick(
            lang,
            "หยุดอ่านแฟ้มนี้ เพราะต้องใช้หน่วยความจำเกิน {detail}",
            "Reading this file was stopped: it takes more than {detail} of memory",
        ),
        Stop::Nesting => pick(
            lang,
            "หยุดอ่านแฟ้มนี้ เพราะเนื้อหาซ้อนกันลึกเกินไป",
            "Reading this file was stopped: what it holds is nested too deeply",
        ),
        Stop::Time { .. } => pick(
            lang,
            "หยุดอ่านแฟ้มนี้ เพราะใช้เวลาเกิน {detail} วินาที",
            "Reading this file was stopped: it takes more than {detail} seconds",
        ),
        Stop::Crash { .. } => pick(
            lang,
            "โปรแกรมหยุดกลางคันขณะอ่านแฟ้มนี้ ({detail})",
            "The program broke off while it read this file ({detail})",
        ),
    }
}

/// What a person can do about it.
pub fn action(lang: Lang, stop: &Stop) -> &'static str {
    match stop {
        Stop::Memory { .. } | Stop::Nesting | Stop::Time { .. } => pick(
            lang,
            "โปรดบันทึกเฉพาะส่วนที่เป็นรายงานเป็นแฟ้มใหม่แล้ววางแทน หากยังอ่านไม่ได้โปรดแจ้งผู้ดูแลพร้อมแฟ้มนี้",
            "Save only the part that is the report as a new file in its place; if that is not read either, report it with the file",
        ),
        Stop::Crash { .. } => pick(lang, "โปรดแจ้งผู้ดูแลพร้อมแฟ้มนี้", "Please report this together with the file"),
    }
}

/// The limit, or the system's own words.
pub fn detail(stop: &Stop) -> String {
    match stop {
        Stop::Memory { limit } => limit.clone(),
        Stop::Nesting => String::new(),
        Stop::Time { seconds } => seconds.to_string(),
        Stop::Crash { detail } => shown(detail),
    }
}
