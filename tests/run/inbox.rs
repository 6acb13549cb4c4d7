//! What lies in the inbox, and what it is.

use focalpoint::inbox::{self, Loaded};
use focalpoint::model::{Format, Processed, Report};
use std::fs;
use std::path::Path;

/// Every entry as `file status what` or `file format`.
fn listed(inbox: &Path) -> Vec<String> {
    let found = inbox::list(inbox, &inbox.join("no outbox")).unwrap();
    found.iter().map(|found| line(opened(found))).collect()
}

/// An entry, and what it turns out to be.
fn opened(found: &inbox::Found) -> Loaded {
    inbox::load(found).map_or_else(Loaded::Settled, inbox::told)
}

fn line(loaded: Loaded) -> String {
    match loaded {
        Loaded::Settled(Processed { report, reported }) => {
            let what = reported.problems.first().map(|problem| format!("{:?}", problem.what)).unwrap();
            let word = what.split([' ', '{']).next().unwrap().to_owned();
            format!("{} {} {word}", report.file, reported.status.code())
        }
        Loaded::Content(report, _) => format!("{} {}", report.file, report.format.code()),
        Loaded::Review(report, _) => format!("{} review", report.file),
    }
}

fn write(inbox: &Path, file: &str, bytes: &[u8]) {
    let path = inbox.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// A zip package of stored parts, as small as the format allows.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

#[test]
fn files_are_listed_with_folders_in_the_order_of_their_paths() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path();
    for file in ["ข.csv", "ก/2.csv", "ก/1.csv", "a.csv", "ก/ลึก/ลงไป/3.csv"] {
        write(inbox, file, b"x,y,z\n1,2,3\n");
    }
    assert_eq!(
        listed(inbox),
        ["a.csv csv", "ก/1.csv csv", "ก/2.csv csv", "ก/ลึก/ลงไป/3.csv csv", "ข.csv csv"]
    );
}

#[test]
fn a_format_is_told_by_content_whatever_the_name_says() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path();
    let types = r#"<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>"#;
    write(inbox, "01.pdf", &package(&[("[Content_Types].xml", types), ("xl/workbook.xml", "")]));
    write(inbox, "02.XLS", b"%PDF-1.7\n");
    write(inbox, "03.xlsx", &package(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]));
    write(inbox, "04.xlsx", &package(&[("[Content_Types].xml", types), ("xl/workbook.bin", "")]));
    write(inbox, "05.xlsx", &[COMPOUND.to_vec(), utf_16("Workbook")].concat());
    write(inbox, "06.xls", &[COMPOUND.to_vec(), utf_16("EncryptedPackage")].concat());
    write(inbox, "07.xls", b"<html><body><table><tr><td>a</td></tr></table></body></html>");
    write(inbox, "08.xls", "ลำดับ\tวันที่\tกิจกรรม\n1\t2\t3\n".as_bytes());
    write(inbox, "09.txt", "ลำดับ,วันที่,กิจกรรม\n1,2,3\n2,3,4\n".as_bytes());
    write(inbox, "10", b"junk before %PDF-1.4");
    write(inbox, "11.csv", "BMA,\u{e01},\u{e02}\n1,2,3\n".as_bytes());
    assert_eq!(
        listed(inbox),
        [
            "01.pdf xlsx",
            "02.XLS pdf",
            "03.xlsx ods",
            "04.xlsx xlsb",
            "05.xlsx xls",
            "06.xls xlsx",
            "07.xls html",
            "08.xls csv",
            "09.txt csv",
            "10 pdf",
            "11.csv csv"
        ]
    );
}

#[test]
fn what_is_not_read_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path();
    write(inbox, "01 ว่าง.xlsx", b"");
    write(
        inbox,
        "02 ภาพนิ่ง.pptx",
        &package(&[("[Content_Types].xml", "presentationml"), ("ppt/presentation.xml", "")]),
    );
    write(inbox, "03 บันทึก.doc", &[COMPOUND.to_vec(), utf_16("WordDocument")].concat());
    write(inbox, "04 บันทึก.odt", &package(&[("mimetype", "application/vnd.oasis.opendocument.text")]));
    write(inbox, "05 ภาพ.gif", b"GIF89a picture");
    write(inbox, "06 รวม.zip", &package(&[("รายงาน.xlsx", "")]));
    write(inbox, "07 อ่านก่อน.txt", "เรียน เจ้าหน้าที่\nกรุณาส่งรายงานภายในวันที่ 5\n".as_bytes());
    write(inbox, "08 program.exe", b"MZ\x90\0\x03\0\0\0\x04");
    assert_eq!(
        listed(inbox),
        [
            "01 ว่าง.xlsx damaged EmptyFile",
            "02 ภาพนิ่ง.pptx unsupported TextDocument",
            "03 บันทึก.doc unsupported TextDocument",
            "04 บันทึก.odt unsupported TextDocument",
            "05 ภาพ.gif unsupported Picture",
            "06 รวม.zip unsupported Archive",
            "07 อ่านก่อน.txt unsupported UnsupportedFormat",
            "08 program.exe unsupported UnsupportedFormat"
        ]
    );
}

#[test]
fn what_programs_leave_behind_is_ignored() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path();
    let lock_files = ["~$รายงาน.xlsx", ".~lock.รายงาน.ods#"];
    let left = [
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "._รายงาน.xlsx",
        "~WRL0001.tmp",
        "รายงาน.pdf.part",
        "รายงาน.pdf.crdownload",
        ".gitkeep",
        "__MACOSX/รายงาน.xlsx",
        ".Trash-1000/รายงาน.xlsx",
    ];
    for file in lock_files.iter().chain(&left) {
        write(inbox, file, b"x");
    }
    let listed = listed(inbox);
    assert_eq!(listed.len(), 12);
    for file in lock_files {
        assert!(listed.contains(&format!("{file} ignored LockFile")), "{file}: {listed:#?}");
    }
    for file in left {
        assert!(listed.contains(&format!("{file} ignored SystemFile")), "{file}: {listed:#?}");
    }
}

#[test]
fn the_programs_own_outputs_are_ignored() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let mark =
        rust_xlsxwriter::DocProperties::new().set_custom_property("Origin", focalpoint::model::OWN_MARK);
    workbook.set_properties(&mark);
    workbook.add_worksheet();
    write(inbox, "สำเนา engagements.xlsx", &workbook.save_to_buffer().unwrap());
    let pdf = format!("%PDF-1.7\n1 0 obj<</Keywords({})>>endobj", focalpoint::model::OWN_MARK);
    write(inbox, "summary.pdf", pdf.as_bytes());
    write(
        inbox,
        "engagements.csv",
        "\u{feff}id,title,start,end,date_precision,status\nx,y,,,none,held\n".as_bytes(),
    );
    let list = br#"[{"id": "e1", "title": "x", "start": null, "end": null, "date_precision": "none"}]"#;
    write(inbox, "engagements.json", list);
    write(inbox, "run.json", br#"{"version": "0.1.0", "as_of": "2023-01-31"}"#);
    write(inbox, "somebody's.json", br#"{"version": 1}"#);
    assert_eq!(
        listed(inbox),
        [
            "engagements.csv ignored OwnFile",
            "engagements.json ignored OwnFile",
            "run.json ignored OwnFile",
            "somebody's.json unsupported UnsupportedFormat",
            "summary.pdf ignored OwnFile",
            "สำเนา engagements.xlsx ignored OwnFile",
        ]
    );
}

#[test]
fn an_outbox_within_the_inbox_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path();
    write(inbox, "a.csv", b"x,y,z\n");
    write(inbox, "outbox/data/engagements.csv", b"x,y,z\n");
    let found = inbox::list(inbox, &inbox.join("outbox")).unwrap();
    assert_eq!(found.iter().map(|found| found.file.as_str()).collect::<Vec<_>>(), ["a.csv"]);
}

#[test]
fn a_file_that_changes_after_the_first_look_is_left_for_the_next_run() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path();
    write(inbox, "grows.csv", b"x,y,z\n");
    write(inbox, "vanishes.csv", b"x,y,z\n");
    write(inbox, "stays.csv", b"x,y,z\n");
    let found = inbox::list(inbox, Path::new("")).unwrap();
    write(inbox, "grows.csv", b"x,y,z\n1,2,3\n");
    fs::remove_file(inbox.join("vanishes.csv")).unwrap();
    let lines: Vec<String> = found.iter().map(|found| line(opened(found))).collect();
    assert_eq!(
        lines,
        ["grows.csv arriving StillArriving", "stays.csv csv", "vanishes.csv arriving StillArriving"]
    );
}

#[test]
fn the_hash_is_that_of_the_bytes() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "abc.csv", b"abc");
    let found = inbox::list(folder.path(), Path::new("")).unwrap();
    // The published SHA-256 of "abc" (FIPS 180-2, appendix B.1).
    let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(found[0].sha256.as_deref(), Some(sha256));
    let Loaded::Content(report, bytes) = opened(&found[0]) else { panic!("not read") };
    assert_eq!(bytes, b"abc");
    let expected =
        Report { file: "abc.csv".to_owned(), size: 3, sha256: sha256.to_owned(), format: Format::Csv };
    assert_eq!(report, expected);
}

#[test]
fn an_inbox_that_is_not_there_is_a_failure_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("ไม่มี");
    let failure = inbox::list(&missing, Path::new("")).unwrap_err();
    assert!(format!("{failure:?}").contains("Inbox"), "{failure:?}");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use focalpoint::model::FileStatus;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_and_devices_are_named_and_never_opened() {
        let folder = tempfile::tempdir().unwrap();
        let inbox = folder.path().join("inbox");
        write(&inbox, "a.csv", b"x,y,z\n");
        write(folder.path(), "outside/secret.csv", b"x,y,z\n");
        symlink(folder.path().join("outside/secret.csv"), inbox.join("b.csv")).unwrap();
        symlink(folder.path().join("outside"), inbox.join("c")).unwrap();
        symlink(&inbox, inbox.join("d")).unwrap();
        symlink("nowhere", inbox.join("e.xlsx")).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(inbox.join("f.xlsx")).unwrap();
        assert_eq!(
            listed(&inbox),
            [
                "a.csv csv",
                "b.csv unsupported NotAFile",
                "c unsupported NotAFile",
                "d unsupported NotAFile",
                "e.xlsx unsupported NotAFile",
                "f.xlsx unsupported NotAFile"
            ]
        );
    }

    #[test]
    fn a_file_that_becomes_a_link_after_the_first_look_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let inbox = folder.path().join("inbox");
        write(&inbox, "a.csv", b"x,y,z\n");
        write(folder.path(), "secret.csv", b"x,y,z\n");
        let found = inbox::list(&inbox, Path::new("")).unwrap();
        fs::remove_file(inbox.join("a.csv")).unwrap();
        symlink(folder.path().join("secret.csv"), inbox.join("a.csv")).unwrap();
        let Loaded::Settled(settled) = opened(&found[0]) else { panic!("it was read") };
        assert_eq!(settled.reported.status, FileStatus::Arriving);
    }

    #[test]
    fn names_that_cannot_be_shown_are_escaped_and_the_files_read() {
        let folder = tempfile::tempdir().unwrap();
        let names: [&[u8]; 4] =
            [b"bad\xffname.csv", b"line\nbreak.csv", b"esc\x1b[31m.csv", "turn\u{202e}vsc.csv".as_bytes()];
        for name in names {
            fs::write(folder.path().join(OsStr::from_bytes(name)), b"x,y,z\n").unwrap();
        }
        assert_eq!(
            listed(folder.path()),
            [
                r"bad\xffname.csv csv",
                r"esc\u{1b}[31m.csv csv",
                r"line\u{a}break.csv csv",
                r"turn\u{202e}vsc.csv csv"
            ]
        );
    }
}
