//! Words of the first step: what was made, and what to do next.

use super::{Lang, pick};

/// A folder or file that was made, or was there and stays.
pub fn made(lang: Lang, path: &str, there: bool) -> String {
    if there {
        pick(lang, format!("มีอยู่แล้ว ไม่ได้แก้ไข: {path}"), format!("there already, left as it is: {path}"))
    } else {
        pick(lang, format!("สร้างแล้ว: {path}"), format!("made: {path}"))
    }
}

/// What to do next.
pub fn next(lang: Lang) -> &'static str {
    pick(
        lang,
        "ขั้นต่อไป: วางรายงานของหน่วยงานไว้ใน inbox กรอก settings.xlsx เท่าที่ทราบ แล้วสั่ง focalpoint ในโฟลเดอร์นี้",
        "Next: put the departments’ reports into the inbox, fill in of settings.xlsx what you know, and run focalpoint in this folder",
    )
}
