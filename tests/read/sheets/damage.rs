//! Damaged, locked and hostile workbooks: a status with a word about it, never a wrong table.

use super::xlsx::raw;
use super::{opened, package, problems, status, unreadable};
use focalpoint::model::{Body, FileStatus, Format, Spot};
use rust_xlsxwriter::Workbook;

const ONE: &str = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>"#;

#[test]
fn a_workbook_locked_with_a_password_says_so() {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_stream("/EncryptedPackage").unwrap();
    let bytes = file.into_inner().into_inner();
    assert_eq!(status(Format::Xlsx, &bytes), FileStatus::Password);
    assert_eq!(status(Format::Xlsb, &bytes), FileStatus::Password);
}

#[test]
fn every_broken_off_copy_is_damaged() {
    let mut workbook = Workbook::new();
    for row in 0..50 {
        let sheet =
            if row == 0 { workbook.add_worksheet() } else { workbook.worksheet_from_index(0).unwrap() };
        sheet.write(row, 0, format!("แถวที่ {row}")).unwrap();
    }
    let whole = workbook.save_to_buffer().unwrap();
    for percent in (1..100).step_by(3) {
        assert_eq!(
            status(Format::Xlsx, &whole[..whole.len() * percent / 100]),
            FileStatus::Damaged,
            "{percent} %"
        );
    }
}

#[test]
fn a_broken_sheet_makes_the_workbook_partial_or_damaged_but_never_whole() {
    let second = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v"#;
    let opened = opened(Format::Xlsx, "รายงาน.xlsx", &raw(second, &[], ""));
    assert!(opened.document.partial);
    assert!(problems(&opened).contains(&"warning Partial".to_owned()));
    let first = r#"<sheetData><row r="1"><c r="A1"><v>1</v"#;
    assert_eq!(status(Format::Xlsx, &raw(first, &[], "")), FileStatus::Damaged);
}

#[test]
fn no_part_that_is_missing_makes_a_panic() {
    for missing in [
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
    ] {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(raw(ONE, &[], ""))).unwrap();
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
            let name = part.name().unwrap().into_owned();
            if name != missing {
                parts.push((name, bytes));
            }
        }
        let parts: Vec<(&str, &[u8])> =
            parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let bytes = package(&parts);
        match focalpoint::read::read(&super::report(Format::Xlsx, "รายงาน.xlsx"), &bytes) {
            Ok(opened) => {
                let Body::Sheets(sheets) = &opened.document.body else { panic!("pages") };
                let found = sheets.iter().any(|sheet| !sheet.grid.cells.is_empty());
                assert!(
                    found || opened.document.partial,
                    "without {missing} the sheet is gone and nobody says so"
                );
            }
            Err(unreadable) => assert_eq!(unreadable.status, FileStatus::Damaged, "without {missing}"),
        }
    }
}

#[test]
fn more_shared_strings_than_a_workbook_can_hold_are_refused_before_memory_is_reserved() {
    let strings = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="4294967295"><si><t>x</t></si></sst>"#;
    let bytes = package(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", strings.as_bytes())]);
    assert_eq!(status(Format::Xlsx, &bytes), FileStatus::Damaged);
}

#[test]
fn a_file_that_declares_to_unpack_to_a_very_large_one_is_refused() {
    let mut bytes = package(&[("xl/workbook.xml", b"<workbook/>")]);
    let entry = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    bytes[entry + 24..entry + 28].copy_from_slice(&(300_u32 << 20).to_le_bytes());
    for format in [Format::Xlsx, Format::Xlsb, Format::Ods] {
        let refused = unreadable(format, &bytes);
        assert!(format!("{:?}", refused.problem.what).starts_with("TooLarge"), "{:?}", refused.problem.what);
    }
}

#[test]
fn one_long_text_in_very_many_cells_is_read_up_to_the_limit() {
    let text = "ก".repeat(30_000);
    let strings = format!(
        r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>{text}</t></si></sst>"#
    );
    let rows: Vec<String> =
        (1..=400).map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#)).collect();
    let rows = rows.concat();
    let mut archive =
        zip::ZipArchive::new(std::io::Cursor::new(raw(&format!("<sheetData>{rows}</sheetData>"), &[], "")))
            .unwrap();
    let mut parts = vec![("xl/sharedStrings.xml".to_owned(), strings.into_bytes())];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        let mut text = String::from_utf8(bytes).unwrap();
        let relation = r#"<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
        if part.name().unwrap() == "xl/_rels/workbook.xml.rels" {
            text = text.replace("</Relationships>", relation);
        }
        parts.push((part.name().unwrap().into_owned(), text.into_bytes()));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let opened = opened(Format::Xlsx, "รายงาน.xlsx", &package(&parts));
    assert_eq!(super::problems(&opened), ["error LeftOut"]);
    assert!(matches!(opened.problems[0].place.spot, Spot::Row { row: 9, .. }), "{:?}", opened.problems[0]);
    assert_eq!(super::of(opened)[0].grid.cells.len(), 8);
}

#[test]
fn bytes_that_are_nothing_are_damaged_under_every_workbook_format() {
    for format in [Format::Xlsx, Format::Xls, Format::Xlsb, Format::Ods] {
        for bytes in [&b"nothing"[..], b"", b"PK\x03\x04", &[0xd0, 0xcf, 0x11, 0xe0], &[0; 4096]] {
            assert_eq!(
                status(format, bytes),
                FileStatus::Damaged,
                "{format:?} {:?}",
                &bytes[..bytes.len().min(8)]
            );
        }
    }
}

#[test]
fn a_file_of_no_known_format_is_unsupported() {
    assert_eq!(status(Format::Unknown, b"anything"), FileStatus::Unsupported);
}
