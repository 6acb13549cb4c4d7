//! Workbooks of Excel 5 to 2003.

use super::{sheets, shown, status, unreadable};
use encoding_rs::WINDOWS_874;
use focalpoint::model::{FileStatus, Format};
use std::io::{Cursor, Write};

/// A record: its kind, its length, its data.
pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

pub fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

fn number(row: u16, column: u16, number: f64) -> Vec<u8> {
    record(0x0203, &[words(&[row, column, 0]), number.to_le_bytes().to_vec()].concat())
}

pub fn bof(kind: u16) -> Vec<u8> {
    record(0x0809, &words(&[0x0600, kind, 0, 0, 0, 0, 0, 0]))
}

/// The globals of a workbook of one sheet, `extra` before the list of sheets.
pub fn globals(extra: &[u8]) -> Vec<u8> {
    let before = [bof(5), extra.to_vec()].concat();
    let name = [&[1, 0][..], b"S"].concat();
    let bound = |start: u32| record(0x0085, &[&start.to_le_bytes()[..], &[0, 0], &name].concat());
    let end = record(0x000a, &[]);
    let start = before.len() + bound(0).len() + end.len();
    [before, bound(u32::try_from(start).unwrap()), end].concat()
}

/// A compound file with the records as its stream `Workbook`.
pub fn xls(records: &[Vec<u8>]) -> Vec<u8> {
    xls_as("/Workbook", records)
}

fn xls_as(stream: &str, records: &[Vec<u8>]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let mut bytes = records.concat();
    bytes.resize(bytes.len().max(4096), 0); // shorter streams are kept elsewhere
    file.create_stream("/Small").unwrap().write_all(b"x").unwrap(); // without one calamine finds no root
    file.create_stream(stream).unwrap().write_all(&bytes).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn a_workbook_of_xlwt_reads_as_excel_shows_it() {
    let sheets = sheets(Format::Xls, "xlwt.xls", include_bytes!("../files/xlwt.xls"));
    assert_eq!(
        sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect::<Vec<_>>(),
        [("ม.ค.66", false), ("ซ่อน", true)]
    );
    assert_eq!(
        shown(&sheets[0].grid),
        "A1 แบบรายงาน\nA3 @2023-01-10T00:00:00\nB3 @2566-01-10T12:00:00\nA4 @2023-01-10T00:00:00\nB4 @2566-01-10T12:00:00\n\
         A5 @2023-01-10T00:00:00\nB5 @2566-01-10T12:00:00\nA6 =44936\nB6 =243263.5\nA1:D2 merged\nrows [4] hidden\ncolumns [3] hidden\n"
    );
}

#[test]
fn a_workbook_of_libreoffice_reads_as_it_shows() {
    let sheets = sheets(Format::Xls, "libreoffice.xls", include_bytes!("../files/libreoffice.xls"));
    assert_eq!(
        shown(&sheets[0].grid),
        "A1 แบบรายงาน⏎บรรทัดสอง\nA2 @2023-01-10T00:00:00\nB2 @2566-01-10T00:00:00\nA3 =1250.5\nB3 ?true\nA4 !#DIV/0!\nA1:D1 merged\nrows [4] hidden\ncolumns [3] hidden\n"
    );
}

#[test]
fn records_made_by_hand_read_like_a_workbook() {
    let bytes = xls(&[globals(&[]), bof(16), number(1, 1, 7.0), record(0x000a, &[])]);
    assert_eq!(shown(&sheets(Format::Xls, "มือ.xls", &bytes)[0].grid), "B2 =7\n");
}

#[test]
fn thai_of_excel_95_is_decoded_by_its_code_page() {
    let bof = |kind: u16| record(0x0809, &words(&[0x0500, kind, 0, 0]));
    let thai = |text: &str| WINDOWS_874.encode(text).0.into_owned();
    let name = thai("ม.ค.39");
    let before = [bof(5), record(0x0042, &words(&[874]))].concat();
    let bound = |start: u32| {
        let length = u8::try_from(name.len()).unwrap();
        record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, length], &name].concat())
    };
    let end = record(0x000a, &[]);
    let start = u32::try_from(before.len() + bound(0).len() + end.len()).unwrap();
    let text = thai("สำนักสิ่งแวดล้อม");
    let length = u16::try_from(text.len()).unwrap();
    let label = record(0x0204, &[words(&[2, 1, 0, length]), text].concat());
    let bytes = xls_as("/Book", &[before, bound(start), end.clone(), bof(16), label, end]);
    let sheets = sheets(Format::Xls, "เก่า.xls", &bytes);
    assert_eq!(sheets[0].name, "ม.ค.39");
    assert_eq!(shown(&sheets[0].grid), "B3 สำนักสิ่งแวดล้อม\n");
}

#[test]
fn a_password_is_recognised() {
    let bytes = xls(&[globals(&record(0x002f, &words(&[1, 1, 1]))), bof(16), record(0x000a, &[])]);
    assert_eq!(status(Format::Xls, &bytes), FileStatus::Password);
}

#[test]
fn a_sheet_without_its_end_is_damaged() {
    let bytes = xls(&[globals(&[]), bof(16), number(1, 1, 7.0)]);
    assert_eq!(status(Format::Xls, &bytes), FileStatus::Damaged);
}

#[test]
fn sizes_that_cannot_be_are_refused_before_memory_is_reserved() {
    let rows = [0_u32.to_le_bytes(), u32::MAX.to_le_bytes()].concat();
    let dimensions = record(0x0200, &[rows, words(&[0, 256, 0])].concat());
    let bytes = xls(&[globals(&[]), bof(16), dimensions, number(1, 1, 7.0), record(0x000a, &[])]);
    assert_eq!(status(Format::Xls, &bytes), FileStatus::Damaged);
}

#[test]
fn cells_so_far_apart_that_the_sheet_would_fill_the_memory_are_refused() {
    let far: Vec<Vec<u8>> = vec![number(0, 0, 1.0), number(65_535, 255, 2.0)];
    let bytes = xls(&[globals(&[]), bof(16), far.concat(), record(0x000a, &[])]);
    let refused = unreadable(Format::Xls, &bytes);
    assert_eq!(refused.status, FileStatus::Unsupported);
    assert!(format!("{:?}", refused.problem.what).starts_with("TooLarge"));
}

#[test]
fn every_broken_off_copy_is_damaged() {
    for whole in [&include_bytes!("../files/xlwt.xls")[..], include_bytes!("../files/libreoffice.xls")] {
        for percent in (1..100).step_by(3) {
            let cut = &whole[..whole.len() * percent / 100];
            assert_eq!(status(Format::Xls, cut), FileStatus::Damaged, "{percent} %");
        }
    }
}
