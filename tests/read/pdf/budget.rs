//! What is over the bounds of a document is left out and said, with the page from which on it is.

use super::build::{Pdf, hex, show};
use super::opened;
use focalpoint::model::{Body, Counted, FileStatus, Spot};
use focalpoint::problem::What;

/// On which pages something was left out, and what there was too much of.
fn left_out(pdf: Pdf) -> (usize, Vec<(Spot, Counted)>) {
    let opened = opened(&pdf.bytes()).unwrap();
    let found = opened.problems.iter().filter_map(|problem| match problem.what {
        What::LeftOut { of } => Some((problem.place.spot.clone(), of)),
        _ => None,
    });
    let found = found.collect();
    assert!(opened.document.partial);
    let Body::Pages(pages) = opened.document.body else { panic!("sheets") };
    (pages.len(), found)
}

#[test]
fn a_map_of_characters_that_names_every_code_again_and_again_is_read_up_to_the_limit() {
    let mut pdf = Pdf::with_font(
        "/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 4 0 R",
    );
    pdf.stream("", "1 beginbfrange <0000> <ffff> <0e01> endbfrange\n".repeat(40).as_bytes());
    pdf.object("<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/DW 500>>");
    let pdf = pdf.add_page(&show(50, 700, "ก")).add_page(&show(50, 700, "ข"));
    assert_eq!(left_out(pdf), (2, vec![(Spot::Page { page: 1 }, Counted::Codes)]));
}

#[test]
fn a_long_text_that_is_said_at_every_mark_ends_the_reading() {
    let mut pdf = Pdf::new();
    pdf.resources = format!("/Properties<</X<</ActualText({})>>>>", "a".repeat(500_000));
    let marked = |times: usize| {
        format!("BT /F1 10 Tf {}ET", format!("/Span/X BDC {} Tj EMC ", hex("ก")).repeat(times))
    };
    let pdf = pdf.add_page(&show(50, 700, "ก")).add_page(&marked(20)).add_page(&show(50, 700, "ก"));
    assert_eq!(left_out(pdf), (2, vec![(Spot::Page { page: 2 }, Counted::PageText)]));
}

#[test]
fn what_objects_are_packed_in_may_not_unpack_to_very_much() {
    let mut pdf = Pdf::new();
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::copy(&mut std::io::Read::take(std::io::repeat(b' '), 70 << 20), &mut packer).unwrap();
    pdf.stream("/Type/ObjStm/N 0/First 0/Filter/FlateDecode", &packer.finish().unwrap());
    let refused = opened(&pdf.add_page(&show(50, 700, "ก")).bytes()).unwrap_err();
    assert_eq!(refused.status, FileStatus::Unsupported);
    assert!(matches!(refused.problem.what, What::TooLarge { .. }), "{:?}", refused.problem.what);
}
