//! What is wrong with a pack of words, in words: where, and what to do.

use super::{Lang, pick};
use crate::vocab::pack::{BadPack, Fault};

/// The problem of a pack, with its place.
pub fn bad(lang: Lang, bad: &BadPack) -> String {
    format!("{}: {}", place(lang, bad), fault(lang, &bad.fault))
}

fn place(lang: Lang, bad: &BadPack) -> String {
    let BadPack { pack, table, line, .. } = bad;
    let file =
        [pack.as_str(), table.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let file = if file.is_empty() {
        pick(lang, "ชุดคำทั้งหมด", "all packs of words").to_owned()
    } else {
        file.join("/")
    };
    match line {
        0 => file,
        line => format!("{file} {} {line}", pick(lang, "บรรทัด", "line")),
    }
}

fn fault(lang: Lang, fault: &Fault) -> String {
    let say = |th: String, en: String| pick(lang, th, en);
    match fault {
        Fault::Unreadable { detail } => say(
            format!("อ่านไม่ได้ ({detail}) โปรดตรวจชื่อและสิทธิ์การอ่าน"),
            format!("cannot be read ({detail}); check its name and that you may read it"),
        ),
        Fault::UnknownTable { known } => {
            let known = known.join(" ");
            say(
                format!("ไม่รู้จักตารางชื่อนี้ โปรดใช้ชื่อใดชื่อหนึ่งต่อไปนี้: {known}"),
                format!("no table has this name; use one of these: {known}"),
            )
        }
        Fault::MissingTable => say(
            "ไม่มีตารางนี้ในชุดคำใดเลย โปรดเพิ่มตาราง แม้มีเพียงหัวตาราง".to_owned(),
            "no pack has this table; add it, if only with its heading line".to_owned(),
        ),
        Fault::TooLong { most } => say(
            format!("ยาวเกิน {most} ไบต์ โปรดแบ่งหรือตัดให้สั้นลง"),
            format!("longer than {most} bytes; make it shorter"),
        ),
        Fault::Heading { columns } => {
            let columns = columns.join(", ");
            say(
                format!("หัวตารางต้องขึ้นต้นด้วยคอลัมน์ {columns} คั่นด้วยแท็บ"),
                format!("the heading line must begin with the columns {columns}, with tabs between them"),
            )
        }
        Fault::Fields { wanted, found } => say(
            format!("มี {found} ช่อง ต้องมี {wanted} ช่องเท่าหัวตาราง โปรดตรวจแท็บ"),
            format!("{found} fields where the heading line has {wanted}; check the tabs"),
        ),
        Fault::Empty { column } => {
            say(format!("ช่อง {column} ว่าง โปรดเติม"), format!("the field {column} is empty; fill it in"))
        }
        Fault::NotOneOf { column, found, known } if known.is_empty() => say(
            format!("ช่อง {column} มี \"{found}\" ซึ่งไม่มีในตารางที่อ้างถึง โปรดแก้"),
            format!(
                "the field {column} has \"{found}\", which no row of the table that it refers to is; correct it"
            ),
        ),
        Fault::NotOneOf { column, found, known } => {
            let known = known.join(", ");
            say(
                format!("ช่อง {column} มี \"{found}\" โปรดใช้ค่าใดค่าหนึ่งต่อไปนี้: {known}"),
                format!("the field {column} has \"{found}\"; it must be one of {known}"),
            )
        }
        Fault::NoNumber { column, found } => say(
            format!("ช่อง {column} มี \"{found}\" ซึ่งไม่ใช่ตัวเลขที่ใช้ได้ โปรดแก้"),
            format!("the field {column} has \"{found}\", which is not a number that fits; correct it"),
        ),
        Fault::Letters { found } => say(
            format!("คำใช้อักษรนอกจากไทยและอังกฤษมากเกินไป ({found}) โปรดลด"),
            format!("the words have too many letters beyond Thai and English ones ({found}); use fewer"),
        ),
        Fault::WordList { detail } => say(
            format!("รายการคำใช้ไม่ได้ ({detail}) โปรดแก้"),
            format!("the word list cannot be used ({detail}); correct it"),
        ),
    }
}
