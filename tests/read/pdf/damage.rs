//! Damage inside a PDF: what is missing is said, and what is whole is not suspected.

use super::build::{Pdf, hex, show};
use super::{opened, text_of};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use focalpoint::model::{Body, Page, Spot};
use focalpoint::problem::{Severity, What};
use std::io::Write as _;

const PACKED: &str = "/Filter/FlateDecode";

/// Packed, and the bytes written as digits.
const HEX: &str = "/Filter[/ASCIIHexDecode/FlateDecode]";

fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"))
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Thirty lines that differ.
fn lines() -> String {
    (0..30).map(|line| show(50, 760 - 20 * line, &format!("กิจกรรมที่ {}", line * line * 7919))).collect()
}

/// The pages, and the numbers of those that are said to be damaged.
fn damaged(pdf: Pdf) -> (Vec<Page>, Vec<u32>) {
    let opened = opened(&pdf.bytes()).unwrap();
    let pages = |problem: &focalpoint::problem::Problem| match (&problem.what, &problem.place.spot) {
        (What::PageDamaged, Spot::Page { page }) if problem.severity == Severity::Warning => Some(*page),
        _ => None,
    };
    let named: Vec<u32> = opened.problems.iter().filter_map(pages).collect();
    assert_eq!(opened.document.partial, !named.is_empty());
    match opened.document.body {
        Body::Pages(pages) => (pages, named),
        Body::Sheets(_) => panic!("sheets"),
    }
}

#[test]
fn packed_pages_are_whole_with_or_without_their_checksum() {
    let content = packed(lines().as_bytes());
    let end = content.len();
    let ends = [&content[..end], &content[..end - 2], &content[..end - 4]];
    let longer = [content.as_slice(), b"\r\n\r\n"].concat();
    for whole in ends.into_iter().chain([longer.as_slice()]) {
        let (pages, named) = damaged(Pdf::new().add_packed(PACKED, whole));
        assert_eq!((text_of(&pages[0]).len(), named), (30, vec![]), "{} of {end}", whole.len());
    }
    let (pages, named) = damaged(Pdf::new().add_packed(HEX, digits(&content).as_bytes()));
    assert_eq!((text_of(&pages[0]).len(), named), (30, vec![]));
    assert_eq!(damaged(Pdf::new().add_packed(PACKED, b"")).1, Vec::<u32>::new());
}

#[test]
fn a_damaged_page_is_read_as_far_as_it_goes_and_said() {
    let content = packed(lines().as_bytes());
    let middle = content.len() / 2;
    let (pages, named) = damaged(Pdf::new().add_packed(PACKED, &content[..middle]).add_page(&lines()));
    let read = text_of(&pages[0]).len();
    assert!(read > 5 && read < 30, "{read}");
    assert_eq!((text_of(&pages[1]).len(), named), (30, vec![1]));
    for at in [content.len() - 1, middle, middle / 2, 2] {
        let mut other = content.clone();
        other[at] ^= 0x55;
        assert_eq!(damaged(Pdf::new().add_packed(PACKED, &other)).1, [1], "{at}");
    }
    let cut = Pdf::new().add_packed(HEX, digits(&content[..middle]).as_bytes());
    assert_eq!(damaged(cut).1, [1]);
}

#[test]
fn a_damaged_form_or_one_that_is_missing_is_said_where_it_is_drawn() {
    let content = packed(lines().as_bytes());
    for (length, forms) in [(content.len(), "/X 6 0 R"), (content.len() / 2, "/X 6 0 R"), (0, "/X 99 0 R")] {
        let mut pdf = Pdf::new();
        let entries = format!("{PACKED}/Type/XObject/Subtype/Form/BBox[0 0 600 800]");
        assert_eq!(pdf.stream(&entries, &content[..length]), 6);
        pdf.resources = format!("/XObject<<{forms}>>");
        let (_, named) = damaged(pdf.add_page(&lines()).add_page("/X Do"));
        assert_eq!(named.first().copied(), (length < content.len()).then_some(2), "{forms}");
    }
}

#[test]
fn damage_to_what_a_font_needs_is_said_where_it_is_shown() {
    let map = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange";
    let map = packed(map);
    let program = packed(&(0..2_000_u32).flat_map(|n| (n * n).to_le_bytes()).collect::<Vec<u8>>());
    let page = |map: &[u8], program: &[u8], descriptor: usize| {
        let font = "/Subtype/TrueType/BaseFont/Test/ToUnicode 4 0 R/FontDescriptor";
        let mut pdf = Pdf::with_font(&format!("{font} {descriptor} 0 R"));
        pdf.stream(PACKED, map);
        pdf.stream(PACKED, program);
        pdf.object("<</Type/FontDescriptor/FontFile2 5 0 R>>");
        damaged(pdf.add_page("").add_page("BT /F1 10 Tf 50 700 Td (Visit) Tj ET")).1
    };
    assert_eq!(page(&map, &program, 6), Vec::<u32>::new());
    assert_eq!(page(&map[..map.len() / 2], &program, 6), [2]);
    assert_eq!(page(&map, &program[..program.len() / 2], 6), [2]);
    assert_eq!(page(&map, &program, 99), [2]);
    let without = Pdf::new().add_page(&format!("BT /F9 10 Tf 50 700 Td {} Tj ET", hex("หาย")));
    assert_eq!(damaged(without).1, [1]);
}

#[test]
fn what_a_wrong_reference_takes_for_a_page_or_a_font_is_said() {
    let map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def \
               1 begincodespacerange <00> <ff> endcodespacerange endcmap end end";
    assert_eq!(damaged(Pdf::new().add_page(&lines()).add_page(map)).1, [2]);
    let font = |subtype: &str| {
        let font = "/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[4 0 R]";
        let mut pdf = Pdf::with_font(font);
        pdf.object(&format!("<</Type/Font{subtype}/BaseFont/Test>>"));
        damaged(pdf.add_page("BT /F1 10 Tf 50 700 Td <0041> Tj ET")).1
    };
    assert_eq!(font("/Subtype/CIDFontType2"), Vec::<u32>::new());
    assert_eq!(font(""), [1]);
}

#[test]
fn content_that_is_not_there_is_said_and_an_empty_page_is_not() {
    let named = |entries: &str| damaged(Pdf::new().page_with(entries).add_page(&lines())).1;
    assert_eq!(named("/Contents 99 0 R"), [1]);
    assert_eq!(named("/Contents[99 0 R]"), [1]);
    assert_eq!(named("/Contents 3 0 R"), [1]);
    assert_eq!(named(""), [1]);
    assert_eq!(named("/Contents[]"), Vec::<u32>::new());
    let mut pdf = Pdf::new();
    let empty = pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<>>>>");
    assert_eq!(damaged(pdf.add_page(&lines()).with_page(empty)).1, Vec::<u32>::new());
}

#[test]
fn a_page_of_which_most_glyphs_are_unknown_is_said() {
    let mut pdf = Pdf::with_font("/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[4 0 R]");
    pdf.object("<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/DW 500>>");
    assert_eq!(damaged(pdf.add_page(&lines())).1, [1]);
}
