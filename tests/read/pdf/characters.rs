//! Which characters the glyphs of a page stand for.

use super::font::{ABOVE, BELOW, Boxed, LETTER, true_type};
use super::{Pdf, hex, pages_of, said, show, text_of};
use focalpoint::model::Legibility;

#[test]
fn a_unicode_map_is_read() {
    assert_eq!(said(&show(50, 700, "กรุงเทพมหานคร")), ["กรุงเทพมหานคร"]);
}

#[test]
fn the_text_of_marked_content_goes_before_the_codes() {
    let content = format!(
        "BT /F1 10 Tf 1 0 0 1 50 700 Tm {} Tj /Span<</ActualText<feff0e330e19>>>BDC {} Tj EMC {} Tj ET",
        hex("ด"),
        hex("XY"),
        hex("า")
    );
    assert_eq!(said(&content), ["ดำนา"]);
}

#[test]
fn the_outermost_of_nested_texts_counts() {
    let content = format!(
        "BT /F1 10 Tf 1 0 0 1 50 700 Tm /Span<</ActualText<feff0e010e02>>>BDC /Span<</ActualText<feff0e040e05>>>BDC {} Tj EMC EMC ET",
        hex("กข")
    );
    assert_eq!(said(&content), ["กข"]);
}

#[test]
fn a_cluster_in_two_spans_is_said_once() {
    let span = "/Span<</ActualText<feff0e0a0e34>>>BDC";
    let content = format!(
        "BT /F1 10 Tf 1 0 0 1 50 700 Tm {span} {} Tj EMC {span} {} Tj EMC {} Tj ET",
        hex("ช"),
        hex("ิ"),
        hex("ง")
    );
    assert_eq!(said(&content), ["ชิง"]);
}

#[test]
fn a_ring_that_is_said_to_be_silent_is_heard_where_no_other_glyph_says_the_sara_am() {
    let ring = format!("/Span <</ActualText <feff>>> BDC {} Tj EMC", hex("\u{e4d}"));
    let line =
        |last: &str| format!("BT /F1 10 Tf 1 0 0 1 50 700 Tm {} Tj {ring} {} Tj ET", hex("ประจ"), hex(last));
    assert_eq!(said(&line("า")), ["ประจำ"]);
    assert_eq!(said(&line("ำ")), ["ประจำ"]);
}

#[test]
fn marks_drawn_after_the_line_find_their_bases() {
    let content = show(50, 700, "ปนา") + &show(55, 700, "ั") + &show(60, 700, "้");
    assert_eq!(said(&content), ["ปัน้า"]);
}

#[test]
fn faux_bold_is_one_text() {
    assert_eq!(said(&(show(50, 700, "รายงาน") + &show(50, 700, "รายงาน"))), ["รายงาน"]);
}

#[test]
fn text_that_is_not_painted_is_left_out_beside_painted_text() {
    let content = show(50, 700, "เห็น") + "3 Tr " + &show(50, 600, "ซ่อน");
    assert_eq!(said(&content), ["เห็น"]);
}

#[test]
fn the_text_under_a_scan_is_read_as_recognised() {
    let mut content = String::from("3 Tr ");
    for (at, symbol) in ["ส", "ํ", "า", "น", "ั", "ก"].iter().enumerate() {
        content += &show(50 + 5 * at as u32, 700, &format!("{symbol} "));
    }
    let pages = pages_of(Pdf::new().add_page(&content));
    assert_eq!(pages[0].legibility, Legibility::Recognised);
    assert_eq!(text_of(&pages[0]), ["สำนัก"]);
}

/// A one-byte font with an embedded program: its codes stand for the glyphs 1, 2, 3…
fn embedded(glyphs: &[Boxed], codes: &[u8], font: &str) -> Pdf {
    let widths: Vec<String> = glyphs.iter().map(|glyph| glyph.advance.to_string()).collect();
    let first = codes[0];
    let pairs: Vec<(u8, u8)> = codes.iter().copied().zip(1..).collect();
    let mut table = vec!["0".to_owned(); usize::from(codes[codes.len() - 1] - first) + 1];
    for (code, width) in codes.iter().zip(widths) {
        table[usize::from(code - first)] = width;
    }
    let mut pdf = Pdf::with_font(&format!(
        "/Subtype/TrueType/BaseFont/ABCDEF+Test/FirstChar {first}/LastChar 255/Widths[{}]\
         /FontDescriptor 4 0 R{font}",
        table.join(" ")
    ));
    pdf.object("<</Type/FontDescriptor/FontName/ABCDEF+Test/Flags 4/FontFile2 5 0 R>>");
    pdf.stream("", &true_type(glyphs, &pairs));
    pdf
}

fn codes(bytes: &[u8]) -> String {
    let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("BT /F1 10 Tf 1 0 0 1 50 700 Tm <{}> Tj ET", digits.concat())
}

#[test]
fn thai_codes_under_a_latin_encoding_show_by_the_ink_of_their_marks() {
    let with = |mark: Boxed| {
        let pdf = embedded(&[LETTER, LETTER, mark], &[0xa1, 0xb9, 0xe8], "/Encoding/WinAnsiEncoding");
        text_of(&pages_of(pdf.add_page(&codes(&[0xa1, 0xe8, 0xb9])))[0]).join("")
    };
    assert_eq!(with(ABOVE), "ก่น");
    assert_eq!(with(LETTER), "¡è¹");
}

#[test]
fn glyph_names_of_the_encoding_are_read() {
    let differences = "/Encoding<</Differences[65/uni0E01/uni0E48/zero]>>";
    let pdf = embedded(&[LETTER, ABOVE, LETTER], b"ABC", differences);
    assert_eq!(text_of(&pages_of(pdf.add_page(&codes(b"ABC")))[0]), ["ก่0"]);
}

#[test]
fn a_drawn_glyph_without_a_name_is_not_taken_for_a_latin_letter() {
    let mut pdf = Pdf::with_font(
        "/Subtype/Type3/FontMatrix[0.001 0 0 0.001 0 0]/FontBBox[0 0 1000 1000]/FirstChar 65/LastChar 65\
         /Widths[500]/Encoding<</Differences[65/g41]>>/CharProcs<</g41 4 0 R>>",
    );
    pdf.stream("", b"500 0 d0 0 0 480 600 re f");
    assert_eq!(text_of(&pages_of(pdf.add_page(&codes(b"AA")))[0]), ["\u{fffd}\u{fffd}"]);
}

#[test]
fn the_encoding_within_a_type_1_font_is_read() {
    let program = "%!PS-AdobeFont-1.0: Test\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n\
                   dup 65 /uni0E01 put\ndup 66 /uni0E48 put\nreadonly def\ncurrentfile eexec \u{1}\u{2}dup 67 /uni0E02 put";
    let mut pdf = Pdf::with_font(
        "/Subtype/Type1/BaseFont/Test/FirstChar 65/LastChar 66/Widths[500 0]/FontDescriptor 4 0 R",
    );
    pdf.object("<</Type/FontDescriptor/FontName/Test/Flags 4/FontFile 5 0 R>>");
    pdf.stream("", program.as_bytes());
    assert_eq!(text_of(&pages_of(pdf.add_page(&codes(b"AB")))[0]), ["ก่"]);
}

fn mapped(glyphs: &[Boxed], to: &[&str], shown: &[u8]) -> Vec<String> {
    let all: Vec<u8> = (b'A'..).take(glyphs.len()).collect();
    let mut pdf = embedded(glyphs, &all, "/ToUnicode 6 0 R");
    let pairs: Vec<String> =
        all.iter().zip(to).map(|(code, text)| format!("<{code:02x}> {}\n", hex(text))).collect();
    let pairs = pairs.concat();
    let map = format!(
        "1 begincodespacerange <00> <ff> endcodespacerange {} beginbfchar {pairs} endbfchar",
        to.len()
    );
    pdf.stream("", map.as_bytes());
    text_of(&pages_of(pdf.add_page(&codes(shown)))[0])
}

#[test]
fn a_space_with_ink_over_the_letter_is_a_lost_nikhahit() {
    assert_eq!(mapped(&[LETTER, ABOVE, LETTER], &["ท", " ", "า"], b"ABC"), ["ทำ"]);
}

#[test]
fn two_marks_named_each_as_the_other_are_exchanged() {
    assert_eq!(mapped(&[LETTER, ABOVE, BELOW], &["ผ", "ู", "้"], b"ABC"), ["ผู้"]);
}

#[test]
fn a_tone_mark_below_the_line_is_the_vowel_that_no_other_glyph_is() {
    let wide = Boxed { advance: 0, ink: (-400, -250, -50, -50) };
    let narrow = Boxed { advance: 0, ink: (-200, -250, -50, -50) };
    assert_eq!(mapped(&[LETTER, wide, narrow], &["ด", "้", "ุ"], b"ABAC"), ["ดูดุ"]);
}

#[test]
fn a_sara_am_without_a_ring_is_a_sara_aa() {
    assert_eq!(mapped(&[LETTER, LETTER], &["ง", "ำ"], b"AB"), ["งา"]);
    let ringed = Boxed { advance: 500, ink: (-200, 0, 480, 600) };
    assert_eq!(mapped(&[LETTER, ringed], &["ง", "ำ"], b"AB"), ["งำ"]);
}

#[test]
fn a_mark_with_a_latin_name_is_told_by_its_outline() {
    let low = Boxed { advance: 0, ink: (-280, 430, -30, 580) };
    assert_eq!(mapped(&[LETTER, ABOVE, low], &["ม", "่", "g"], b"ABAC"), ["ม่ม่"]);
    let drawn_anew = Boxed { advance: 0, ink: (-290, 430, -10, 590) };
    assert_eq!(mapped(&[LETTER, ABOVE, drawn_anew], &["ม", "่", "g"], b"ABAC"), ["ม่ม่"]);
    let another = Boxed { advance: 0, ink: (-100, 430, -60, 630) };
    assert_eq!(mapped(&[LETTER, ABOVE, another], &["ม", "่", "g"], b"ABAC"), ["ม่ม\u{fffd}"]);
}

#[test]
fn text_of_which_nothing_can_be_told_is_not_passed_as_read() {
    let pdf = embedded(&[LETTER, LETTER], b"\x01\x02", "");
    let pages = pages_of(pdf.add_page(&codes(&[1, 2, 1, 2, 1, 2, 1, 2])));
    assert_eq!(pages[0].legibility, Legibility::Unreadable);
}

#[test]
fn a_page_whose_marks_are_lost_is_not_passed_as_read() {
    let legibility = |sentence: &str| {
        let content: String = (0..12).map(|line| show(50, 700 - 20 * line, sentence)).collect();
        pages_of(Pdf::new().add_page(&content))[0].legibility
    };
    assert_eq!(legibility("ผู้ว่าราชการกรุงเทพมหานครให้การต้อนรับคณะผู้แทน"), Legibility::Good);
    assert_eq!(legibility("ผวาราชการกรงเทพมหานครใหการตอนรบคณะผแทน"), Legibility::Unreadable);
    assert_eq!(legibility("ผูวาราชการกรุงเทพมหานครใหการตอนรับคณะผูแทน"), Legibility::Unreadable);
    assert_eq!(legibility("Bangkok Metropolitan Administration"), Legibility::Good);
}

/// A font that offices use, embedded without its tables of characters, and the operand that shows a text in it.
fn without_characters(map: &str) -> (Pdf, impl Fn(&str) -> String) {
    let mut program = include_bytes!("../../../src/write/fonts/Sarabun_400Regular.ttf").to_vec();
    let glyphs = {
        let face = ttf_parser::Face::parse(&program, 0).unwrap();
        let all = ('\u{e01}'..='\u{e5b}').chain('!'..='~');
        let glyph = |c: char| Some((c, face.glyph_index(c)?));
        all.filter_map(glyph)
            .map(|(c, glyph)| (c, (glyph.0, face.glyph_hor_advance(glyph).unwrap())))
            .collect()
    };
    let glyphs: std::collections::BTreeMap<char, (u16, u16)> = glyphs;
    for tag in [b"cmap", b"post", b"GSUB"] {
        let at = program.windows(4).take(1000).position(|window| window == tag).unwrap();
        program[at..at + 4].copy_from_slice(b"none");
    }
    let widths: Vec<String> = glyphs.values().map(|(glyph, width)| format!("{glyph}[{width}]")).collect();
    let mut pdf = Pdf::with_font(&format!(
        "/Subtype/Type0/BaseFont/Font/Encoding/Identity-H/DescendantFonts[4 0 R]{map}"
    ));
    pdf.object(&format!(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Font/CIDToGIDMap/Identity/FontDescriptor 5 0 R/W[{}]>>",
        widths.concat()
    ));
    pdf.object("<</Type/FontDescriptor/FontName/Font/Flags 4/FontFile2 6 0 R>>");
    pdf.stream("", &program);
    let codes = move |text: &str| {
        let codes: Vec<String> = text.chars().map(|c| format!("{:04x}", glyphs[&c].0)).collect();
        format!("<{}>", codes.concat())
    };
    (pdf, codes)
}

#[test]
fn a_known_font_without_any_table_is_told_by_what_it_draws() {
    let (pdf, codes) = without_characters("");
    let content = format!("BT /F1 10 Tf 1 0 0 1 50 700 Tm {} Tj ET", codes("สำนักงานที่ปรึกษาUN-Habitat2566"));
    let pages = pages_of(pdf.add_page(&content));
    assert_eq!(text_of(&pages[0]), ["สำนักงานที่ปรึกษาUN-Habitat2566"]);
    assert_eq!(pages[0].legibility, Legibility::Good);
}

#[test]
fn a_unicode_map_that_lies_about_what_is_drawn_is_not_believed() {
    let (mut pdf, codes) = without_characters("/ToUnicode 7 0 R");
    let code = codes("ภ");
    let map = format!(
        "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar {code} <0e01> endbfchar"
    );
    pdf.stream("", map.as_bytes());
    let content = format!("BT /F1 10 Tf 1 0 0 1 50 700 Tm {} Tj ET", codes("ภาพ"));
    assert_eq!(text_of(&pages_of(pdf.add_page(&content))[0]), ["ภาพ"]);
}

/// What one-byte codes say in a font of these entries.
fn told_by(font: &str, shown: &[u8]) -> Vec<String> {
    let pdf = Pdf::with_font(&format!("/Subtype/Type1/FirstChar 0/Widths[{}]{font}", "500 ".repeat(256)));
    text_of(&pages_of(pdf.add_page(&codes(shown)))[0])
}

#[test]
fn names_of_thai_and_accented_glyphs_are_known() {
    let thai = "/BaseFont/Test/Encoding<</Differences[161/kokaithai/saraamthai/maieklowleftthai/koKai/maitho.low/fivethai]>>";
    assert_eq!(told_by(thai, &[161, 162, 161, 163, 164, 165, 166]), ["กำก่ ก้ ๕"]);
    let latin = "/BaseFont/Test/Encoding<</Differences[1/eacute/udieresis/endash/fi/f_l/scedilla/Lslash]>>";
    assert_eq!(told_by(latin, &[1, 2, 3, 4, 5, 6, 7]), ["éü–fiflşŁ"]);
}

#[test]
fn each_encoding_of_the_standard_has_its_own_upper_half() {
    let mac = "/BaseFont/Helvetica/Encoding/MacRomanEncoding";
    assert_eq!(told_by(mac, b"Andr\x8e M\x9fller 2\xd04"), ["André Müller 2–4"]);
    let based = "/BaseFont/Helvetica/Encoding<</BaseEncoding/MacRomanEncoding/Differences[142/zcaron]>>";
    assert_eq!(told_by(based, b"\x8e\x9f"), ["žü"]);
    let standard = "/BaseFont/Times-Roman/Encoding/StandardEncoding";
    assert_eq!(told_by(standard, b"\xaao\xaece\xba 2\xb14"), ["“ofice” 2–4"]);
    assert_eq!(told_by("/BaseFont/Helvetica/Encoding/WinAnsiEncoding", b"Andr\xe9 2\x964"), ["André 2–4"]);
    assert_eq!(told_by("/BaseFont/ZapfDingbats", b"4 n"), ["✔ ■"]);
}

#[test]
fn two_narrow_letters_that_are_the_same_are_two_letters() {
    let pdf = Pdf::with_font(&format!(
        "/Subtype/Type1/BaseFont/Narrow/Encoding/WinAnsiEncoding/FirstChar 0/Widths[{}]",
        "180 ".repeat(256)
    ));
    let shown = |x: f32| format!("BT /F1 16 Tf 1 0 0 1 {x} 700 Tm (Alliance Rockefeller Bill III) Tj ET\n");
    let plain = pages_of(pdf.add_page(&shown(50.0)));
    assert_eq!(text_of(&plain[0]), ["Alliance Rockefeller Bill III"]);
    let pdf = Pdf::with_font(&format!(
        "/Subtype/Type1/BaseFont/Narrow/Encoding/WinAnsiEncoding/FirstChar 0/Widths[{}]",
        "180 ".repeat(256)
    ));
    let bold = pages_of(pdf.add_page(&(shown(50.0) + &shown(50.4))));
    assert_eq!(text_of(&bold[0]), ["Alliance Rockefeller Bill III"]);
}
