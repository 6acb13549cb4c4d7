//! Words of the terminal: progress, the closing tally, why a run ended without writing.

use super::{Lang, pick, problems};
use crate::problem::Failure;
use crate::vocab::Vocab;

/// Files that are named where a run ended without writing.
const LISTED: usize = 20;

/// So many files were found.
pub fn found(lang: Lang, files: usize) -> String {
    pick(lang, format!("พบ {files} แฟ้มในโฟลเดอร์รายงาน"), format!("{files} files in the inbox"))
}

/// The register is made.
pub fn merging(lang: Lang) -> &'static str {
    pick(lang, "รวมกิจกรรมที่หลายหน่วยงานรายงานซ้ำกัน", "merging what several departments report")
}

/// The outputs are made.
pub fn writing(lang: Lang) -> &'static str {
    pick(lang, "เขียนสมุดงานและสรุป", "writing the workbook and the summary")
}

/// Heading of the tally.
pub fn tally(lang: Lang) -> &'static str {
    pick(lang, "สรุปการทำงาน", "Tally")
}

/// What is new since the last run: files that arrived, departments that reported for the first time, files that need a
/// person since.
pub fn news(lang: Lang, arrived: usize, departments: &[String], needing: &[String]) -> String {
    if arrived == 0 {
        return pick(lang, "ตั้งแต่ครั้งก่อนไม่มีแฟ้มใหม่", "nothing has arrived since the last run").to_owned();
    }
    let mut told = vec![pick(
        lang,
        format!("ตั้งแต่ครั้งก่อน: แฟ้มใหม่หรือแก้ไข {arrived}"),
        format!("since the last run: {arrived} files new or changed"),
    )];
    if !departments.is_empty() {
        let named = listed(departments);
        told.push(pick(
            lang,
            format!("หน่วยงานที่เพิ่งรายงาน {named}"),
            format!("departments that reported for the first time: {named}"),
        ));
    }
    if !needing.is_empty() {
        let named = listed(needing);
        told.push(pick(
            lang,
            format!("แฟ้มที่เพิ่งต้องตรวจ {named}"),
            format!("files that newly need a person: {named}"),
        ));
    }
    told.join("; ")
}

/// Names one after the other, no more than are read at a glance.
fn listed(names: &[String]) -> String {
    let more = if names.len() > LISTED { ", …" } else { "" };
    names.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ") + more
}

/// Another program holds a file of the outbox: where the new outputs wait.
pub fn beside(lang: Lang, held: &str, next: &str) -> String {
    pick(
        lang,
        format!(
            "{held} เปิดอยู่ในโปรแกรมอื่น ผลเดิมจึงยังอยู่ครบ และผลใหม่ทั้งชุดรออยู่ที่ {next} โปรดปิดแฟ้มนั้น ครั้งต่อไปโปรแกรมจะย้ายเข้าที่เอง"
        ),
        format!(
            "{held} is open in another program: the previous outputs stand, and the new ones wait whole in {next}. Close that file; the next run moves them in."
        ),
    )
}

/// Nothing had changed since the last run.
pub fn unchanged(lang: Lang) -> &'static str {
    pick(
        lang,
        "ไม่มีอะไรเปลี่ยนแปลงตั้งแต่ครั้งก่อน จึงไม่ได้เขียนใหม่ ผลลัพธ์เดิมยังใช้ได้",
        "nothing has changed since the last run: nothing was written, and the results stand",
    )
}

/// Files by status.
pub fn files(lang: Lang, count: usize) -> String {
    pick(lang, format!("แฟ้มทั้งหมด {count}"), format!("files: {count}"))
}

/// Records found.
pub fn records(lang: Lang, count: u64) -> String {
    pick(lang, format!("รายการที่พบในรายงาน {count}"), format!("records found: {count}"))
}

/// Records set aside as domestic.
pub fn domestic(lang: Lang, count: u64) -> String {
    pick(lang, format!("งานภายในประเทศที่แยกไว้ {count}"), format!("set aside as domestic: {count}"))
}

/// Engagements in the register.
pub fn engagements(lang: Lang, count: usize) -> String {
    pick(lang, format!("กิจกรรมต่างประเทศในทะเบียน {count}"), format!("engagements in the register: {count}"))
}

/// Questions that are open, and decisions in force.
pub fn review(lang: Lang, questions: usize, decisions: usize, follow_ups: usize) -> String {
    pick(
        lang,
        format!(
            "เรื่องที่รอเจ้าหน้าที่ตัดสินใน review.xlsx {questions} คำตัดสินที่ใช้อยู่ {decisions} ในจำนวนนี้ถามหน่วยงานอยู่ {follow_ups}"
        ),
        format!(
            "questions for a person in review.xlsx: {questions}, decisions in force: {decisions}, of them asked of departments: {follow_ups}"
        ),
    )
}

/// Which departments' reports are lacking, with how many months.
pub fn lacking(lang: Lang, departments: &[(String, usize)]) -> String {
    let named = |(name, months): &(String, usize)| match lang {
        Lang::Th => format!("{name} {months} เดือน"),
        Lang::En if *months == 1 => format!("{name} 1 month"),
        Lang::En => format!("{name} {months} months"),
    };
    let named = listed(&departments.iter().map(named).collect::<Vec<_>>());
    pick(lang, format!("ยังขาดรายงานหรืออ่านไม่ได้: {named}"), format!("reports missing or unreadable: {named}"))
}

/// What the run came to could not be logged.
pub fn unlogged(lang: Lang, file: &str, detail: &str) -> String {
    pick(
        lang,
        format!("บันทึกลงแฟ้ม {file} ไม่ได้ โปรดตรวจชื่อและสิทธิ์เขียน (ระบบแจ้งว่า {detail})"),
        format!(
            "The log {file} cannot be written. Check its name and that you may write there. (The system says: {detail})"
        ),
    )
}

/// What changed since the last register that differed.
pub fn changes(lang: Lang, new: usize, changed: usize, withdrawn: usize) -> String {
    pick(
        lang,
        format!("เทียบกับทะเบียนครั้งก่อน: เพิ่มใหม่ {new} แก้ไข {changed} ไม่มีแล้ว {withdrawn}"),
        format!("since the last register: {new} new, {changed} changed, {withdrawn} withdrawn"),
    )
}

/// Heading of the files that need a person.
pub fn needs_person(lang: Lang) -> &'static str {
    pick(lang, "แฟ้มที่ต้องตรวจ", "files that need a person")
}

/// There are more such files than are listed here.
pub fn more_files(lang: Lang, count: usize) -> String {
    pick(
        lang,
        format!("และอีก {count} แฟ้ม ดูแผ่นงานแฟ้มรายงานใน review.xlsx"),
        format!("and {count} more: see the sheet of files in the workbook"),
    )
}

/// There are more problems than are listed here.
pub fn more_problems(lang: Lang, count: usize) -> String {
    pick(
        lang,
        format!("และอีก {count} เรื่อง ดูแผ่นงานจุดที่ควรตรวจใน review.xlsx"),
        format!("and {count} more: see the sheet of points to check in the workbook"),
    )
}

/// Where the outputs are.
pub fn outputs(lang: Lang, path: &str) -> String {
    pick(lang, format!("ผลลัพธ์อยู่ที่ {path}"), format!("outputs are in {path}"))
}

/// The old outputs stand.
pub fn nothing_written(lang: Lang) -> &'static str {
    pick(lang, "ไม่ได้เขียนผลใหม่ ผลเดิมยังอยู่ครบ", "Nothing was written; the previous outputs stand.")
}

/// Why a run ended without writing, and what to do.
pub fn failure(vocab: Vocab, lang: Lang, failure: &Failure) -> String {
    match failure {
        Failure::Settings { file, what } => bad_settings(lang, file, &problems::advice(vocab, lang, what)),
        Failure::FileStands { path } => file_stands(lang, path),
        Failure::EditionStands { name } => pick(
            lang,
            format!("มีฉบับ “{name}” อยู่แล้วและจะไม่เขียนทับ โปรดใช้ชื่ออื่นกับ --edition"),
            format!("The edition “{name}” stands and is never replaced. Use another name with --edition."),
        ),
        Failure::ManySettings { files } => many_settings(lang, files),
        Failure::Busy => pick(
            lang,
            "มีการทำงานอีกชุดหนึ่งกำลังใช้โฟลเดอร์ผลลัพธ์นี้อยู่ โปรดรอให้เสร็จแล้วสั่งใหม่".to_owned(),
            "Another run is at work on this outbox. Wait until it has ended, then run again.".to_owned(),
        ),
        Failure::Inbox { path, detail } => no_inbox(lang, path, detail),
        Failure::Empty { path } => pick(
            lang,
            format!("ไม่มีแฟ้มใดในโฟลเดอร์รายงาน {path} โปรดวางรายงานไว้ในนั้นแล้วสั่งใหม่"),
            format!("There is no file in the inbox {path}. Put the reports into it, then run again."),
        ),
        Failure::NothingRead { files } => nothing_read(lang, files),
        Failure::SameFolder { path } => pick(
            lang,
            format!("โฟลเดอร์ผลลัพธ์ {path} เป็นโฟลเดอร์เดียวกับโฟลเดอร์รายงาน โปรดระบุ --outbox เป็นโฟลเดอร์อื่น"),
            format!("The outbox {path} is the inbox. Name another folder with --outbox."),
        ),
        Failure::WithinInbox { path } => within_inbox(lang, path),
        Failure::NoFolder { path } => pick(
            lang,
            format!("{path} เป็นแฟ้ม ไม่ใช่โฟลเดอร์ โปรดระบุ --outbox เป็นโฟลเดอร์"),
            format!("{path} is a file and not a folder. Name a folder with --outbox."),
        ),
        Failure::Outbox { path, detail } => pick(
            lang,
            format!(
                "เขียน {path} ไม่ได้ หากเปิดแฟ้มนี้ค้างไว้ในโปรแกรมอื่น โปรดปิดแล้วสั่งใหม่ และตรวจว่าพื้นที่ว่างพอและมีสิทธิ์เขียน (ระบบแจ้งว่า {detail})"
            ),
            format!(
                "{path} cannot be written. If it is open in another program, close it and run again; check free space and your right to write there. (The system says: {detail})"
            ),
        ),
        Failure::Held { path } => held(lang, path),
        Failure::Output { path, detail } => pick(
            lang,
            format!("สร้าง {path} ไม่สำเร็จ เป็นข้อผิดพลาดของโปรแกรม โปรดแจ้งผู้ดูแล (รายละเอียด: {detail})"),
            format!("{path} could not be made. This is the program's fault: please report it. ({detail})"),
        ),
        Failure::Unbalanced { file, seen, counted } => pick(
            lang,
            format!("บัญชีแถวของ {file} ไม่ตรงกัน (เห็น {seen} นับได้ {counted}) เป็นข้อผิดพลาดของโปรแกรม โปรดแจ้งผู้ดูแล"),
            format!(
                "The rows of {file} do not add up (seen {seen}, accounted for {counted}). This is the program's fault: please report it."
            ),
        ),
        Failure::Threads { detail } => pick(
            lang,
            format!("เริ่มการทำงานแบบขนานไม่ได้ ลองสั่งใหม่ด้วย --jobs 1 (ระบบแจ้งว่า {detail})"),
            format!(
                "Parallel work could not be started. Try again with --jobs 1. (The system says: {detail})"
            ),
        ),
        Failure::Processes { detail } => no_processes(lang, detail),
    }
}

fn no_inbox(lang: Lang, path: &str, detail: &str) -> String {
    pick(
        lang,
        format!("เปิดโฟลเดอร์รายงาน {path} ไม่ได้ โปรดตรวจชื่อโฟลเดอร์และสิทธิ์การอ่าน (ระบบแจ้งว่า {detail})"),
        format!(
            "The inbox {path} cannot be opened. Check the folder's name and that you may read it. (The system says: {detail})"
        ),
    )
}

fn held(lang: Lang, path: &str) -> String {
    pick(
        lang,
        format!("{path} เปิดอยู่ในโปรแกรมอื่น โปรดปิดแล้วสั่งใหม่"),
        format!("{path} is open in another program. Close it and run again."),
    )
}

fn file_stands(lang: Lang, path: &str) -> String {
    pick(
        lang,
        format!("มีแฟ้ม {path} อยู่แล้วและจะไม่เขียนทับ โปรดใช้ชื่ออื่นกับ --to หรือย้ายแฟ้มเดิมออก"),
        format!("{path} stands and is not replaced. Use another name with --to, or move it away."),
    )
}

fn bad_settings(lang: Lang, file: &str, advice: &str) -> String {
    pick(
        lang,
        format!("อ่านการตั้งค่าของสำนักงานในแฟ้ม {file} ไม่ได้: {advice} หรือนำแฟ้มนี้ออกจากโฟลเดอร์รายงานหากไม่ต้องการใช้"),
        format!(
            "The settings in {file} cannot be read: {advice} Or take the file out of the inbox if it is not to be used."
        ),
    )
}

fn many_settings(lang: Lang, files: &[String]) -> String {
    let files = files.join(", ");
    pick(
        lang,
        format!("มีแฟ้มการตั้งค่าของสำนักงานมากกว่าหนึ่งแฟ้มและไม่เหมือนกัน ({files}) โปรดเหลือไว้แฟ้มเดียว"),
        format!("There is more than one workbook of settings, and they differ ({files}). Keep one of them."),
    )
}

fn nothing_read(lang: Lang, files: &[String]) -> String {
    let said = pick(
        lang,
        "อ่านรายงานในโฟลเดอร์รายงานไม่ได้แม้แต่แฟ้มเดียว จึงไม่เขียนทะเบียนว่างทับทะเบียนเดิม",
        "Not one report of the inbox could be read, and an empty register does not replace the one that stands.",
    );
    let mut lines = vec![said.to_owned()];
    lines.extend(files.iter().take(LISTED).cloned());
    let more = files.len().saturating_sub(LISTED);
    if more > 0 {
        lines.push(pick(lang, format!("และอีก {more} แฟ้ม"), format!("and {more} more")));
    }
    lines.join("\n  ")
}

fn within_inbox(lang: Lang, path: &str) -> String {
    pick(
        lang,
        format!("{path} อยู่ในโฟลเดอร์รายงาน ซึ่งโปรแกรมไม่เขียนลงไป โปรดระบุ --outbox เป็นโฟลเดอร์อื่น"),
        format!(
            "{path} lies within the inbox, which is never written to. Name another folder with --outbox."
        ),
    )
}

fn no_processes(lang: Lang, detail: &str) -> String {
    pick(
        lang,
        format!(
            "เริ่มโปรเซสที่ใช้อ่านแฟ้มไม่ได้ โปรดปิดโปรแกรมอื่นแล้วสั่งใหม่ หากยังไม่ได้โปรดให้ผู้ดูแลตรวจว่าเครื่องอนุญาตให้โปรแกรมเริ่มโปรเซสย่อยและใช้หน่วยความจำ (ระบบแจ้งว่า {detail})"
        ),
        format!(
            "No process could be started that reads the files. Close other programs and run again; if that does not help, have it checked that the program may start processes and take memory. (The system says: {detail})"
        ),
    )
}
