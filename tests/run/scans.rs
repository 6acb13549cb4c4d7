//! Pages that have only pixels: read with a recogniser, left to a person without one, and harmed by none.
//!
//! Most recognisers here are small scripts that say what a test lets them say. What needs the real one is left out, and
//! said to be, where there is none.
#![cfg(unix)]

use super::{Office, bytes_of};
use image::{DynamicImage, GrayImage, ImageFormat, Luma};
use std::fmt::Write;
use std::fs;
use std::io::Cursor;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

const LANGUAGES: &str = "List of available languages\neng\ntha\n";
/// A page as scanners give it: 300 dots an inch on A4.
const PAGE: (u32, u32) = (2480, 3508);

/// A page with rows of dark blots where type would be: what it says is the script's to tell.
fn page() -> GrayImage {
    let mut page = GrayImage::from_pixel(PAGE.0, PAGE.1, Luma([250]));
    for line in 0..30 {
        for letter in 0..60 {
            let (x, y) = (300 + letter * 30, 400 + line * 80);
            for (dx, dy) in (0..18).flat_map(|dx| (0..26).map(move |dy| (dx, dy))) {
                page.put_pixel(x + dx, y + dy, Luma([20]));
            }
        }
    }
    page
}

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageLuma8(page()).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A PDF of one page that is a picture and nothing else.
fn scan() -> Vec<u8> {
    use lopdf::{Document, Object, Stream, dictionary};

    let mut doc = Document::with_version("1.5");
    let jpeg = picture(ImageFormat::Jpeg);
    let image = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(PAGE.0), "Height" => i64::from(PAGE.1),
        "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8, "Filter" => "DCTDecode",
    };
    let image = doc.add_object(Stream::new(image, jpeg).with_compression(false));
    let content = doc.add_object(Stream::new(dictionary! {}, b"q 595 0 0 842 0 0 cm /Im0 Do Q".to_vec()));
    let pages = doc.new_object_id();
    let page = doc.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "XObject" => dictionary! { "Im0" => image } },
    });
    doc.objects.insert(
        pages,
        Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }),
    );
    let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    doc.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).unwrap();
    bytes
}

/// What a recogniser says of lines: each its words with how sure it is of them.
fn said(lines: &[&[(&str, u32)]]) -> String {
    let head =
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";
    let mut out = head.to_owned();
    for (at, line) in lines.iter().enumerate() {
        let (mut x, y) = (300, 400 + at * 80);
        for (n, (word, sure)) in line.iter().enumerate() {
            let width = word.chars().count() * 20;
            // Writing to a string cannot fail.
            let _ = writeln!(out, "5\t1\t1\t1\t{at}\t{n}\t{x}\t{y}\t{width}\t26\t{sure}\t{word}");
            x += width + 24;
        }
    }
    out
}

fn report(sure: u32) -> String {
    said(&[
        &[("แบบรายงานกิจกรรมด้านการต่างประเทศ", 95)],
        &[("หน่วยงาน", 95), ("สำนักสิ่งแวดล้อม", 95), ("ประจำเดือนมกราคม", 95), ("2566", 95)],
        &[
            ("1.", 95),
            ("วันที่", 95),
            ("16", sure),
            ("มกราคม", 95),
            ("2566", 95),
            ("ต้อนรับคณะผู้แทนจากประเทศญี่ปุ่น", 95),
            ("ศึกษาดูงานด้านการจัดการขยะ", 95),
        ],
        &[
            ("2.", 95),
            ("วันที่", 95),
            ("18", 95),
            ("มกราคม", 95),
            ("2566", 95),
            ("เอกอัครราชทูตโปแลนด์เข้าเยี่ยมคารวะ", 95),
            ("หารือความร่วมมือด้านการศึกษา", 95),
        ],
    ])
}

/// A recogniser that does this with a page; where it is asked what it is, it tells.
fn recogniser(office: &Office, page: &str) -> PathBuf {
    let path = office.path("recogniser");
    let script = format!(
        "#!/bin/sh\ncase \"$1\" in\n--version) echo 'tesseract 5.0 of a test'; exit 0 ;;\n\
         --list-langs) printf '{}'; exit 0 ;;\nesac\n{page}\n",
        LANGUAGES.replace('\n', "\\n")
    );
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

/// One that takes its pixels and says this.
fn saying(office: &Office, words: &str) -> PathBuf {
    recogniser(office, &format!("cat >/dev/null\nprintf '%s' '{words}'"))
}

fn run(office: &Office, recogniser: &Path, arguments: &[&str]) -> Output {
    let mut command = office.command();
    command.env("FOCALPOINT_TESSERACT", recogniser).env("FOCALPOINT_TESSERACT_SECONDS", "2");
    command
        .args(["run", "--quiet", "--lang", "en", "--as-of", "2023-01-31"])
        .args(arguments)
        .output()
        .unwrap()
}

fn status(office: &Office, file: &str) -> (String, String) {
    let run = office.json("run.json");
    let found = run["files"].as_array().unwrap().iter().find(|entry| entry["file"] == file).unwrap();
    let text = |key: &str| found[key].as_str().unwrap().to_owned();
    (text("status"), text("message"))
}

/// The first day of every entry, with the reasons of the warnings on its dates.
fn days(office: &Office) -> Vec<(String, Vec<String>)> {
    let register = office.json("engagements.json");
    let day = |e: &serde_json::Value| {
        let of_dates = |w: &&serde_json::Value| w["field"] == "start";
        let warnings = e["warnings"].as_array().unwrap().iter().filter(of_dates);
        let codes = warnings.map(|w| w["code"].as_str().unwrap().to_owned()).collect();
        (e["start"].as_str().unwrap_or_default().to_owned(), codes)
    };
    register.as_array().unwrap().iter().map(day).collect()
}

#[test]
fn without_a_recogniser_a_scan_says_how_it_can_be_read() {
    let office = Office::new();
    office.drop("สสล.pdf", &scan());
    office.drop("ภาพ.png", &picture(ImageFormat::Png));
    let ways = [
        ("FOCALPOINT_TESSERACT", "off", &[][..]),
        ("PATH", "/nowhere", &[][..]),
        ("LANG", "C.UTF-8", &["--no-ocr"][..]),
    ];
    for (variable, value, more) in ways {
        let mut command = office.command();
        command.env_remove("FOCALPOINT_TESSERACT").env(variable, value);
        command.args(["run", "--quiet", "--lang", "en", "--as-of", "2023-01-31"]).args(more);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(3));
        let (status_of_scan, message) = status(&office, "สสล.pdf");
        assert_eq!(status_of_scan, "needs_ocr");
        assert!(message.contains("tesseract-ocr-tha"), "{message}");
        assert_eq!(status(&office, "ภาพ.png").0, "unsupported");
    }
}

#[test]
fn what_is_recognised_is_read_like_any_page_and_said_to_be() {
    let office = Office::new();
    office.drop("สสล.pdf", &scan());
    let recogniser = saying(&office, &report(95));
    assert_eq!(run(&office, &recogniser, &[]).status.code(), Some(3));
    let (status_of_scan, message) = status(&office, "สสล.pdf");
    assert_eq!(status_of_scan, "read_with_warnings");
    assert!(message.contains("1 scanned page"), "{message}");
    let wanted = [("2023-01-16".to_owned(), Vec::new()), ("2023-01-18".to_owned(), Vec::new())];
    assert_eq!(days(&office), wanted);
    let register = office.json("engagements.json");
    assert_eq!(register[0]["countries"][0], "JP");
    assert_eq!(register[0]["departments"][0], "ENV");
    assert_eq!(register[0]["sources"][0]["page"], 1);
}

#[test]
fn what_is_not_certain_is_doubted_where_it_stands() {
    let office = Office::new();
    office.drop("สสล.pdf", &scan());
    let recogniser = saying(&office, &report(52));
    run(&office, &recogniser, &[]);
    let days = days(&office);
    assert_eq!(days[0].1, ["recognised_unsure"], "{days:?}");
    assert_eq!(days[1], ("2023-01-18".to_owned(), Vec::new()));
}

#[test]
fn a_photographed_page_is_read_and_a_picture_without_text_is_none() {
    let office = Office::new();
    office.drop("สสล.jpg", &picture(ImageFormat::Jpeg));
    let recogniser = saying(&office, &report(95));
    run(&office, &recogniser, &[]);
    assert_eq!(status(&office, "สสล.jpg").0, "read_with_warnings");
    assert_eq!(days(&office).len(), 2);

    let empty = Office::new();
    empty.drop("ภาพ.jpg", &picture(ImageFormat::Jpeg));
    let little = said(&[&[("|", 30), ("~", 20)]]);
    run(&empty, &saying(&empty, &little), &[]);
    let (status_of_picture, message) = status(&empty, "ภาพ.jpg");
    assert_eq!(status_of_picture, "unsupported");
    assert!(message.contains("no text"), "{message}");
}

#[test]
fn a_recogniser_that_fails_or_hangs_costs_its_pages_and_nothing_else() {
    let sound = "ที่,วันที่,กิจกรรม,ประเทศ\n1,16 ม.ค. 2566,หารือกับกรุงโซลเรื่องขยะ,เกาหลีใต้\n";
    let ways = [
        ("exit 3", "needs_ocr", "failed"),
        ("echo oh no >&2; kill -9 $$", "needs_ocr", "failed"),
        ("cat >/dev/null; printf '\\377\\376\\000'", "needs_ocr", "failed"),
        ("cat >/dev/null; yes 5", "needs_ocr", "Tesseract"),
        (
            "cat >/dev/null; printf '5\\t1\\t1\\n5\\tx\\t\\t\\t\\t\\t-1\\t1\\t1\\t1\\tNaN\\tabc\\n'",
            "needs_ocr",
            "no text",
        ),
        ("sleep 600", "needs_ocr", "more than 2 seconds"),
        ("sleep 600 & wait", "needs_ocr", "more than 2 seconds"),
    ];
    for (way, wanted, words) in ways {
        let office = Office::new();
        office.drop("สสล.pdf", &scan());
        office.drop("สนอ ม.ค. 2566.csv", sound.as_bytes());
        let recogniser = recogniser(&office, way);
        let started = Instant::now();
        let output = run(&office, &recogniser, &[]);
        assert!(started.elapsed() < Duration::from_mins(1), "{way}");
        assert_eq!(output.status.code(), Some(3), "{way}");
        let (status_of_scan, message) = status(&office, "สสล.pdf");
        assert_eq!(status_of_scan, wanted, "{way}: {message}");
        assert!(message.contains(words), "{way}: {message}");
        assert_eq!(days(&office).len(), 1, "{way}");
    }
}

#[test]
fn a_program_that_is_no_recogniser_is_none() {
    for script in ["#!/bin/sh\nexit 1\n", "no program", "#!/bin/sh\necho 'tesseract 5'; echo eng\n"] {
        let office = Office::new();
        office.drop("สสล.pdf", &scan());
        let path = office.path("recogniser");
        fs::write(&path, script).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        run(&office, &path, &[]);
        let (status_of_scan, message) = status(&office, "สสล.pdf");
        assert_eq!(status_of_scan, "needs_ocr");
        assert!(message.contains("tesseract-ocr-tha"), "{message}");
    }
}

#[test]
fn a_page_is_recognised_once_and_again_when_there_is_another_recogniser() {
    let office = Office::new();
    office.drop("สสล.pdf", &scan());
    run(&office, Path::new("off"), &[]);
    assert_eq!(status(&office, "สสล.pdf").0, "needs_ocr");
    let sound = saying(&office, &report(95));
    run(&office, &sound, &[]);
    assert_eq!(status(&office, "สสล.pdf").0, "read_with_warnings");
    let outputs = bytes_of(&office.path("outbox"));

    // From here on the recogniser knows its name and fails on pages.
    let failing = recogniser(&office, "exit 1");
    run(&office, &failing, &[]);
    assert_eq!(bytes_of(&office.path("outbox")), outputs);
    office.drop("สนอ ม.ค. 2566.csv", "ที่,วันที่,กิจกรรม\n1,16 ม.ค. 2566,หารือกับกรุงโซล\n".as_bytes());
    run(&office, &failing, &[]);
    assert_eq!(status(&office, "สสล.pdf").0, "read_with_warnings");

    run(&office, Path::new("off"), &[]);
    assert_eq!(status(&office, "สสล.pdf").0, "needs_ocr", "nothing is read by what is not there");
}

#[test]
fn a_failure_is_tried_again() {
    let office = Office::new();
    office.drop("สสล.pdf", &scan());
    let failing = recogniser(&office, "exit 1");
    run(&office, &failing, &[]);
    assert_eq!(status(&office, "สสล.pdf").0, "needs_ocr");
    run(&office, &saying(&office, &report(95)), &[]);
    assert_eq!(status(&office, "สสล.pdf").0, "read_with_warnings");
}

#[test]
fn a_recogniser_gets_pixels_and_cannot_reach_the_reports() {
    let landlock = fs::read_to_string("/sys/kernel/security/lsm").unwrap_or_default().contains("landlock");
    let office = Office::new();
    office.drop("สสล.pdf", &scan());
    // A file may not be written anywhere; the inbox may not be read where the system can keep it from that.
    let inbox = if landlock { "if cat inbox/* 2>&1 | grep -q PDF; then exit 4; fi" } else { "" };
    let page = format!(
        "[ \"$(head -c 2)\" = P5 ] || exit 5\ncat >/dev/null\n\
         if (echo x >written) 2>/dev/null && [ -s written ]; then exit 6; fi\n{inbox}\nprintf '%s' '{}'",
        report(95)
    );
    let recogniser = recogniser(&office, &page);
    run(&office, &recogniser, &[]);
    let (status_of_scan, message) = status(&office, "สสล.pdf");
    assert_eq!(status_of_scan, "read_with_warnings", "{message}");
}

#[test]
fn a_page_of_thai_is_recognised_by_the_real_one() {
    let there = Command::new("tesseract").arg("--list-langs").output();
    if !there.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).lines().any(|line| line == "tha")) {
        eprintln!("left out: there is no Tesseract with Thai on this machine");
        return;
    }
    let office = Office::new();
    office.drop(
        "สสล ม.ค. 2566.csv",
        "ที่,วันที่,กิจกรรม,ประเทศ\n1,16 ม.ค. 2566,หารือกับกรุงโซลเรื่องขยะ,เกาหลีใต้\n".as_bytes(),
    );
    office.run(&[]);
    let summary = fs::read_dir(office.path("outbox")).unwrap().flatten();
    let summary = summary.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|e| e == "pdf"));
    let pdf = hayro::hayro_syntax::Pdf::new(fs::read(summary.unwrap()).unwrap()).unwrap();
    let settings = hayro::RenderSettings {
        x_scale: 300.0 / 72.0,
        y_scale: 300.0 / 72.0,
        bg_color: hayro::vello_cpu::color::palette::css::WHITE,
        ..Default::default()
    };
    let interpreter = hayro::hayro_interpret::InterpreterSettings::default();
    let drawn = hayro::render(&pdf.pages()[0], &hayro::RenderCache::new(), &interpreter, &settings);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let rgba = image::RgbaImage::from_raw(width, height, drawn.data_as_u8_slice().to_vec()).unwrap();
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(rgba).write_to(&mut bytes, ImageFormat::Png).unwrap();
    fs::write(office.path("page.png"), bytes.into_inner()).unwrap();
    let mut command = office.command();
    command.env_remove("FOCALPOINT_TESSERACT").args(["inspect", "--stage", "document", "page.png"]);
    let shown = command.output().unwrap();
    let text = String::from_utf8_lossy(&shown.stdout).replace(' ', "");
    assert!(text.contains("เกาหลีใต้") && text.contains("กรุงเทพ"), "{text}");
}
