//! Words of what changed since an earlier register.

use super::{Lang, codes, doubts, names, pick, shown};
use crate::model::{Group, Key, Kind, Mode, Rank, Status, Theme, Unread};
use crate::vocab::Vocab;

/// A field that changed.
#[must_use]
pub fn field(lang: Lang, key: Key) -> &'static str {
    if key == Key::Sources {
        pick(lang, "แฟ้มที่รายงาน", "Reported in")
    } else {
        codes::key(lang, key)
    }
}

/// A value of the data files in words.
#[must_use]
pub fn value(vocab: Vocab, lang: Lang, key: Key, text: &str) -> String {
    let each = |name: &dyn Fn(&str) -> Option<&'static str>| {
        text.split("; ").map(|part| name(part).unwrap_or(part)).collect::<Vec<_>>().join(", ")
    };
    match key {
        Key::Start
        | Key::End
        | Key::Expires
        | Key::Countries
        | Key::Departments
        | Key::SupportedDepartment => doubts::value(vocab, lang, text),
        Key::Status => each(&|code| Status::of(code).map(|status| codes::status(lang, status))),
        Key::Kind => each(&|code| Kind::of(code).map(|kind| codes::kind(lang, kind))),
        Key::Group => each(&|code| Group::of(code).map(|group| codes::group(lang, group))),
        Key::Themes => each(&|code| Theme::of(code).map(|theme| codes::theme(lang, theme))),
        Key::CounterpartRank => each(&|code| Rank::of(code).map(|rank| codes::rank(lang, rank))),
        Key::Mode => each(&|code| Mode::of(code).map(|mode| codes::mode(lang, mode))),
        Key::Sources => text.split("; ").map(shown).collect::<Vec<_>>().join("\n"),
        Key::Title
        | Key::Cities
        | Key::Organisations
        | Key::Policies
        | Key::Sdgs
        | Key::Counterpart
        | Key::Lead
        | Key::Venue
        | Key::Participants
        | Key::Budget
        | Key::Outcome
        | Key::Obstacles
        | Key::NextSteps
        | Key::Contact => text.to_owned(),
    }
}

/// What is missing because a file cannot be read.
#[must_use]
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
