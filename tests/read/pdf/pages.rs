//! Pages as a whole: rotation, layers, forms, furniture, damage.

use super::{Pdf, grid, hex, opened, pages_of, show, text_of};
use focalpoint::model::{Block, Body, CellFlaw, Colour, FileStatus, Legibility, Line};
use focalpoint::problem::{What, Within};

#[test]
fn a_page_turned_by_its_entry_reads_as_shown() {
    let mut pdf = Pdf::new();
    pdf.page = "/MediaBox[0 0 600 800]/Rotate 90".to_owned();
    let content = format!("BT /F1 10 Tf 0 1 -1 0 300 100 Tm {} Tj ET", hex("แนวนอน"));
    let pages = pages_of(pdf.add_page(&content));
    assert_eq!(text_of(&pages[0]), ["แนวนอน"]);
    assert!(pages[0].width > pages[0].height);
}

#[test]
fn a_table_written_sideways_is_read_in_its_own_direction() {
    let turn = "q 0 1 -1 0 600 0 cm ";
    let table = grid(&[50, 100, 300], &[500, 480, 460])
        + &show(55, 485, "ก")
        + &show(105, 485, "ข")
        + &show(55, 465, "ค")
        + &show(105, 465, "ง");
    let pages = pages_of(Pdf::new().add_page(&format!("{turn}{table} Q")));
    assert_eq!(text_of(&pages[0]), ["ก|ข", "ค|ง"]);
}

#[test]
fn a_hidden_layer_says_nothing() {
    let mut pdf = Pdf::new();
    let layer = pdf.object("<</Type/OCG/Name(draft)>>");
    pdf.catalog = format!("/OCProperties<</OCGs[{layer} 0 R]/D<</OFF[{layer} 0 R]>>>>");
    pdf.resources = format!("/Properties<</L {layer} 0 R>>");
    let content = format!("/OC /L BDC {} EMC {}", show(50, 700, "ร่าง"), show(50, 680, "จริง"));
    assert_eq!(text_of(&pages_of(pdf.add_page(&content))[0]), ["จริง"]);
}

#[test]
fn a_form_is_drawn_where_it_stands_and_one_that_draws_itself_ends() {
    let mut pdf = Pdf::new();
    let next = 6;
    let entries = format!(
        "/Type/XObject/Subtype/Form/BBox[0 0 600 800]\
         /Resources<</Font<</F1 3 0 R>>/XObject<</Me {next} 0 R>>>>"
    );
    let form = pdf.stream(&entries, (show(0, 0, "แบบ") + "0 -20 Td q 1 0 0 1 0 -20 cm /Me Do Q").as_bytes());
    assert_eq!(form, next);
    pdf.resources = format!("/XObject<</X {form} 0 R>>");
    let bytes = pdf.add_page("q 1 0 0 1 50 700 cm /X Do Q").bytes();
    let opened = opened(&bytes).unwrap();
    assert!(opened.document.partial);
}

#[test]
fn page_numbers_and_running_headers_are_furniture() {
    let mut pdf = Pdf::new();
    for (number, body) in ["หนึ่ง", "สอง", "สาม"].iter().enumerate() {
        let content = show(50, 780, "สำนักการศึกษา") + &show(50, 500, body);
        pdf = pdf.add_page(&(content + &show(300, 20, &format!("- {} -", number + 1))));
    }
    let pages = pages_of(pdf);
    assert_eq!(
        text_of(&pages[0]),
        ["สำนักการศึกษา", "หนึ่ง", "[- 1 -]"],
        "where it stands first it may name the office"
    );
    assert_eq!(text_of(&pages[1]), ["[สำนักการศึกษา]", "สอง", "[- 2 -]"]);
}

#[test]
fn a_page_with_only_an_image_says_so() {
    let mut pdf = Pdf::new();
    let image = pdf.stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
        b"\0",
    );
    pdf.resources = format!("/XObject<</I {image} 0 R>>");
    let pages = pages_of(pdf.add_page("q 600 0 0 800 0 0 cm /I Do Q"));
    assert_eq!(pages[0].legibility, Legibility::ImageOnly);
}

#[test]
fn an_empty_page_is_blank() {
    assert_eq!(pages_of(Pdf::new().add_page(""))[0].legibility, Legibility::Blank);
}

#[test]
fn a_truncated_file_is_never_passed_as_whole() {
    let bytes = Pdf::new().add_page(&show(50, 700, "ครบถ้วน")).bytes();
    assert!(!opened(&bytes).unwrap().document.partial);
    for length in [bytes.len() / 4, bytes.len() / 2, bytes.len() - 60] {
        assert!(opened(&bytes[..length]).map_or(true, |opened| opened.document.partial), "{length}");
    }
}

#[test]
fn a_file_that_is_no_more_than_its_head_is_damaged() {
    assert_eq!(opened(b"%PDF-1.7\n").unwrap_err().status, FileStatus::Damaged);
}

#[test]
fn a_file_locked_with_a_password_says_so() {
    let key = "0123456789abcdef".repeat(4);
    let lock = format!("<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{key}>/U<{key}>>>");
    for direct in [false, true] {
        let mut pdf = Pdf::new().add_page(&show(50, 700, "ลับ"));
        let lock = if direct { lock.clone() } else { format!(" {} 0 R", pdf.object(&lock)) };
        pdf.trailer = format!("/ID[<{key}><{key}>]/Encrypt{lock}");
        let status = opened(&pdf.bytes()).err().map(|error| error.status);
        assert_eq!(status, Some(FileStatus::Password), "direct: {direct}");
    }
}

#[test]
fn a_painted_page_number_does_not_hide_the_recognised_text_of_a_scan() {
    let hidden = format!("3 Tr {} 0 Tr", show(50, 700, "หารือกับผู้แทน").replace("BT", "BT 3 Tr"));
    let pages = pages_of(Pdf::new().add_page(&(hidden + &show(300, 20, "- 1 -").replace("BT", "BT 0 Tr"))));
    assert_eq!(text_of(&pages[0]), ["หารือกับผู้แทน", "[- 1 -]"]); // in brackets: furniture
    assert_eq!(pages[0].legibility, Legibility::Recognised);
}

#[test]
fn a_stamp_on_a_scan_does_not_pass_the_scan_as_read() {
    let mut pdf = Pdf::new();
    let image = pdf.stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
        &[200],
    );
    pdf.resources = format!("/XObject<</Im {image} 0 R>>");
    let content = "q 600 0 0 800 0 0 cm /Im Do Q ".to_owned() + &show(300, 20, "- 1 -");
    assert_eq!(pages_of(pdf.add_page(&content))[0].legibility, Legibility::ImageOnly);
}

#[test]
fn pages_that_are_missing_are_noticed() {
    let whole = Pdf::new().add_page(&show(50, 700, "หนึ่ง")).bytes();
    assert!(!opened(&whole).unwrap().document.partial);
    let text = whole.iter().map(|byte| char::from(*byte)).collect::<String>().replace("/Count 1", "/Count 3");
    let lacking: Vec<u8> = text.chars().map(|c| c as u8).collect();
    assert!(opened(&lacking).unwrap().document.partial);
}

#[test]
fn layers_off_by_the_base_state_or_by_a_membership_say_nothing() {
    let mut pdf = Pdf::new();
    let (on, off) = (pdf.object("<</Type/OCG/Name(on)>>"), pdf.object("<</Type/OCG/Name(off)>>"));
    let any = pdf.object(&format!("<</Type/OCMD/OCGs[{on} 0 R {off} 0 R]>>"));
    let all = pdf.object(&format!("<</Type/OCMD/OCGs[{on} 0 R {off} 0 R]/P/AllOn>>"));
    let one = pdf.object(&format!("<</Type/OCMD/OCGs {off} 0 R>>"));
    pdf.catalog = format!("/OCProperties<</OCGs[{on} 0 R {off} 0 R]/D<</BaseState/OFF/ON[{on} 0 R]>>>>");
    pdf.resources =
        format!("/Properties<</On {on} 0 R/Off {off} 0 R/Any {any} 0 R/All {all} 0 R/One {one} 0 R>>");
    let marked = |layer: &str, y: u32| format!("/OC /{layer} BDC {} EMC ", show(50, y, layer));
    let shown = marked("On", 700)
        + &marked("Off", 680)
        + &marked("Any", 660)
        + &marked("All", 640)
        + &marked("One", 620);
    assert_eq!(text_of(&pages_of(pdf.add_page(&shown))[0]), ["On", "Any"]);
}

#[test]
fn a_filled_form_field_and_typed_on_text_are_read_and_a_hidden_one_is_not() {
    let mut pdf = Pdf::new();
    let mut field = |text: &str, more: &str, left: u32| {
        let resources = "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 3 0 R>>>>";
        let look = pdf.stream(resources, show(0, 0, text).as_bytes());
        pdf.object(&format!("<</Type/Annot/Rect[{left} 700 {} 720]/AP<</N {look} 0 R>>{more}>>", left + 200))
    };
    let typed = field("วันที่ ๙ มกราคม", "/Subtype/FreeText", 50);
    let filled = field("ณ ศาลาว่าการ", "/Subtype/Widget", 300);
    let hidden = field("ซ่อน", "/Subtype/Widget/F 2", 50);
    let note = field("โน้ต", "/Subtype/Text", 50);
    let all = [typed, filled, hidden, note].map(|annotation| format!("{annotation} 0 R"));
    pdf.page += &["/Annots[", &all.join(" "), "]"].concat();
    assert_eq!(
        text_of(&pages_of(pdf.add_page(&show(50, 750, "หัวข้อ")))[0]),
        ["หัวข้อ", "วันที่ ๙ มกราคม ณ ศาลาว่าการ"]
    );
}

#[test]
fn what_is_cropped_away_is_not_on_the_page() {
    let mut pdf = Pdf::new();
    pdf.page = "/MediaBox[0 0 600 800]/CropBox[0 100 900 800]/UserUnit 2".to_owned();
    let page = &pages_of(pdf.add_page(&(show(50, 700, "บน") + &show(50, 50, "ล่าง"))))[0];
    assert_eq!(text_of(page), ["บน"]);
    assert_eq!((page.width, page.height), (1200.0, 1400.0));
}

/// A page with form fields, each of these entries, and whether the form asks for their looks anew.
fn form(fields: &[&str], content: &str, anew: bool) -> Pdf {
    let mut pdf = Pdf::new();
    let numbers: Vec<String> = fields
        .iter()
        .map(|field| format!("{} 0 R", pdf.object(&format!("<</Type/Annot/Subtype/Widget{field}>>"))))
        .collect();
    pdf.page += &["/Annots[", &numbers.join(" "), "]"].concat();
    pdf.catalog =
        format!("/AcroForm<</NeedAppearances {anew}/DA(/Helv 10 Tf)/Fields[{}]>>", numbers.join(" "));
    pdf.add_page(content)
}

/// A text as a file has it: UTF-16 in hexadecimal.
fn utf16(text: &str) -> String {
    hex(text).replacen('<', "<feff", 1)
}

#[test]
fn values_of_fields_without_a_look_stand_where_the_fields_are() {
    let value = |text: &str| format!("/V{}", utf16(text));
    let fields = [
        format!("/FT/Tx/Rect[150 695 300 715]{}", value("เยี่ยมคารวะผู้ว่าราชการ")),
        format!("/FT/Tx/Rect[60 455 130 475]{}", value("๑๒")),
        format!("/FT/Tx/Ff 4096/Rect[150 600 300 640]{}", value("บรรทัดแรก\rบรรทัดสอง")),
        "/FT/Ch/Opt[[(a)(Tokyo)][(b)(Osaka)]]/V[(a)(b)]/Rect[150 560 300 580]".to_owned(),
        "/FT/Btn/AS/Yes/Rect[50 520 60 530]".to_owned(),
        "/FT/Btn/AS/Off/Rect[50 500 60 510]".to_owned(),
        format!("/FT/Tx/Ff 8192/Rect[150 540 300 555]{}", value("รหัสลับ")),
    ];
    let content = grid(&[50, 140, 300], &[480, 450, 430])
        + &show(50, 700, "ชื่อกิจกรรม")
        + &show(150, 460, "คน")
        + &show(60, 435, "รวม")
        + &show(65, 521, "ประชุม")
        + &show(65, 501, "ดูงาน");
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let pages = pages_of(form(&fields, &content, true));
    assert_eq!(
        text_of(&pages[0]),
        [
            "ชื่อกิจกรรม เยี่ยมคารวะผู้ว่าราชการ",
            "บรรทัดแรก",
            "บรรทัดสอง",
            "Tokyo, Osaka",
            "✓ ประชุม",
            "ดูงาน",
            "๑๒|คน",
            "รวม|"
        ]
    );
}

#[test]
fn a_field_that_is_to_be_drawn_anew_shows_its_value_and_not_its_old_look() {
    for (anew, right) in [(true, "ใหม่"), (false, "เก่า")] {
        let mut pdf = Pdf::new();
        let look = "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 3 0 R>>>>";
        let look = pdf.stream(look, show(2, 5, "เก่า").as_bytes());
        let field = pdf.object(&format!(
            "<</Subtype/Widget/FT/Tx/V{}/Rect[50 700 250 720]/AP<</N {look} 0 R>>>>",
            utf16("ใหม่")
        ));
        pdf.page += &["/Annots[", &field.to_string(), " 0 R]"].concat();
        pdf.catalog = format!("/AcroForm<</NeedAppearances {anew}>>");
        assert_eq!(text_of(&pages_of(pdf.add_page(""))[0]), [right]);
    }
}

#[test]
fn a_field_over_other_text_is_said_and_mixes_with_nothing() {
    let over = format!("/FT/Tx/Rect[80 695 150 715]/V{}", utf16("๔๐"));
    let dots = format!("/FT/Tx/Rect[80 595 140 615]/V{}", utf16("๑๒"));
    let content = show(50, 700, "ศูนย์กำจัดมูลฝอยอ่อนนุช") + &show(50, 600, "จำนวน.............คน");
    let read = opened(&form(&[&over, &dots], &content, true).bytes()).unwrap();
    let Body::Pages(pages) = &read.document.body else { panic!("sheets") };
    assert_eq!(text_of(&pages[0]), ["ศูนย์กำจัดมูลฝอยอ่อนนุช", "จำนวน.๑๒ คน"]);
    let said = |what: &What| matches!(what, What::Within(Within::FieldOverText { text }) if text == "๔๐");
    assert!(read.problems.iter().any(|problem| said(&problem.what)));
}

#[test]
fn notes_for_readers_are_no_text_of_the_page_and_are_said() {
    let mut pdf = Pdf::new();
    let note = |text: &str, more: &str| format!("<</Rect[50 600 70 620]/Contents{}{more}>>", utf16(text));
    let notes = [
        note("ยกเลิกแล้ว", "/Subtype/Text"),
        note("หัวข้อ", "/Subtype/Highlight"),
        note("ซ่อน", "/Subtype/Text/F 2"),
        note("พิมพ์ทับ", "/Subtype/FreeText"),
    ];
    let notes: Vec<String> = notes.iter().map(|note| format!("{} 0 R", pdf.object(note))).collect();
    pdf.page += &["/Annots[", &notes.join(" "), "]"].concat();
    let read = opened(&pdf.add_page(&show(50, 700, "หัวข้อ")).bytes()).unwrap();
    let Body::Pages(pages) = &read.document.body else { panic!("sheets") };
    assert_eq!(text_of(&pages[0]), ["หัวข้อ", "พิมพ์ทับ"]);
    let said: Vec<&What> = read.problems.iter().map(|problem| &problem.what).collect();
    assert_eq!(said, [&What::Within(Within::PageNote { text: "ยกเลิกแล้ว".to_owned() })]);
}

#[test]
fn what_lies_across_or_over_the_page_is_no_part_of_its_lines() {
    let over = |matrix: &str, text: &str| format!("q {matrix} cm {} Q ", show(0, 0, text));
    let tilted = ".866 .5 -.5 .866 200 600";
    let marked =
        format!("/Artifact <</Type/Pagination/Subtype/Watermark>> BDC {} EMC ", show(60, 690, "DRAFT"));
    let page = show(50, 700, "ประชุมหารือ") + &show(50, 620, "กับผู้แทน");
    let read = |content: &str| opened(&Pdf::new().add_page(content).bytes()).unwrap();
    let said = |read: &focalpoint::read::Opened| {
        let Body::Pages(pages) = &read.document.body else { panic!("sheets") };
        text_of(&pages[0])
    };
    for (watermark, word) in [(over(tilted, "SAMPLE"), "SAMPLE"), (marked, "DRAFT")] {
        let read = read(&(watermark + &page));
        assert_eq!(said(&read), ["ประชุมหารือ", "กับผู้แทน"]);
        let what = What::Within(Within::OverPage { text: word.to_owned() });
        assert!(read.problems.iter().any(|problem| problem.what == what), "{word}");
    }
    // It may be a mark of secrecy.
    assert_eq!(said(&read(&(page.clone() + &over(tilted, "ลับมาก")))), ["ประชุมหารือ", "กับผู้แทน", "[ลับมาก]"]);
    let askew = over(".9962 .0872 -.0872 .9962 0 0", "เอกสารสแกน");
    assert_eq!(said(&read(&askew.replace(" 0 0 cm", " 50 700 cm"))), ["เอกสารสแกน"]);
}

#[test]
fn tags_tell_headers_and_footers_wherever_they_stand() {
    let margin = |y: u32, text: &str| {
        format!("/Artifact <</Type/Pagination/Subtype/Footer>> BDC {} EMC ", show(50, y, text))
    };
    let content = show(50, 600, "ประชุมหารือกับผู้แทน ณ ศาลาว่าการกรุงเทพมหานคร")
        + &margin(640, "สำนักสิ่งแวดล้อม")
        + &margin(200, "พิมพ์จากระบบสารบรรณ");
    let pages = pages_of(Pdf::new().add_page(&content).add_page(&content));
    let body = "ประชุมหารือกับผู้แทน ณ ศาลาว่าการกรุงเทพมหานคร";
    assert_eq!(text_of(&pages[0]), ["สำนักสิ่งแวดล้อม", body, "[พิมพ์จากระบบสารบรรณ]"]);
    assert_eq!(text_of(&pages[1]), ["[สำนักสิ่งแวดล้อม]", body, "[พิมพ์จากระบบสารบรรณ]"]);
    let all = margin(600, "ทุกอย่างเป็นท้ายกระดาษ");
    assert_eq!(text_of(&pages_of(Pdf::new().add_page(&all))[0]), ["ทุกอย่างเป็นท้ายกระดาษ"]);
}

#[test]
fn words_that_a_line_is_drawn_through_are_said() {
    let struck = |x: u32, y: u32, text: &str, width: u32| {
        format!("{} {x} {} m {} {} l S\n", show(x, y, text), y + 3, x + width, y + 3)
    };
    let read = |content: &str| {
        let read = opened(&Pdf::new().add_page(content).bytes()).unwrap();
        let words = read.problems.iter().filter_map(|problem| match &problem.what {
            What::Within(Within::StruckThrough { text }) => Some(text.clone()),
            _ => None,
        });
        let words: Vec<String> = words.collect();
        let Body::Pages(pages) = read.document.body else { panic!("sheets") };
        (pages, words)
    };
    let table = grid(&[50, 150, 400], &[480, 460, 440]) + &show(55, 445, "๑๒") + &show(155, 445, "ห้องประชุม");
    let (pages, words) = read(&(table.clone() + &struck(155, 465, "เลื่อนการประชุม", 60) + &show(55, 465, "ก")));
    assert_eq!(words, ["เลื่อนการประชุม"]);
    assert_eq!(text_of(&pages[0]), ["ก|เลื่อนการประชุม", "๑๒|ห้องประชุม"]);
    let Block::Table(read_table) = &pages[0].blocks[0] else { panic!("no table") };
    assert_eq!(read_table.grid.cells[&(0, 1)].flaw, Some(CellFlaw::Damaged));
    assert_eq!(read_table.grid.cells[&(1, 1)].flaw, None);
    // Under the words, and a border of the table.
    let under = show(50, 700, "ขีดเส้นใต้") + "50 699 m 100 699 l S\n";
    let border =
        grid(&[50, 100, 150], &[480, 460, 440]) + &show(50, 457, "ทับเส้นตาราง") + &show(105, 465, "ข");
    for plain in [under, border] {
        assert!(read(&plain).1.is_empty());
    }
}

/// The lines of a page.
fn lines_of(pdf: Pdf) -> Vec<Line> {
    let blocks = pages_of(pdf).remove(0).blocks;
    let line = |block| match block {
        Block::Line(line) => line,
        Block::Table(table) => panic!("{table:?}"),
    };
    blocks.into_iter().map(line).collect()
}

#[test]
fn lines_carry_their_weight_and_colour() {
    let outlined = format!("2 Tr {} 0 Tr ", show(60, 700, "headline"));
    let red = format!("1 0 0 rg {}", show(60, 680, "red"));
    let mixed = format!("0 g {} 1 0 0 rg {}", show(60, 660, "half"), show(100, 660, "half"));
    let ink = format!("0 0 0 1 k {}", show(60, 640, "ink"));
    let pattern = format!("/Pattern cs /P1 scn {}", show(60, 620, "pattern"));
    let lines = lines_of(Pdf::new().add_page(&[outlined, red, mixed, ink, pattern].concat()));
    let bold: Vec<bool> = lines.iter().map(|line| line.bold).collect();
    assert_eq!(bold, [true, false, false, false, false]);
    let colours: Vec<Option<Colour>> = lines.iter().map(|line| line.colour).collect();
    let (black, red) = (Colour::default(), Colour { red: 255, green: 0, blue: 0 });
    assert_eq!(colours, [Some(black), Some(red), None, Some(black), None]);
}

#[test]
fn a_font_is_bold_by_its_name_its_weight_or_its_flag() {
    let descriptor = |entries: &str| format!("/FontDescriptor<</Type/FontDescriptor{entries}>>");
    let is_bold = |font: &str| {
        let pdf = Pdf::with_font(&format!("/Subtype/Type1{font}"));
        lines_of(pdf.add_page("BT /F1 10 Tf 60 700 Td (Headline) Tj ET"))[0].bold
    };
    assert!(is_bold("/BaseFont/ABCDEF+Sarabun-SemiBold"));
    assert!(is_bold(&format!("/BaseFont/Sarabun{}", descriptor("/FontWeight 700"))));
    assert!(is_bold(&format!("/BaseFont/Sarabun{}", descriptor("/Flags 262176"))));
    assert!(!is_bold(&format!("/BaseFont/Sarabun{}", descriptor("/FontWeight 400/Flags 32"))));
    assert!(!is_bold("/BaseFont/BOLDXY+Sarabun-Regular"));
}

#[test]
fn a_second_column_may_hold_a_seventh_of_the_text() {
    let left = (0..20).map(|n| show(40, 760 - 12 * n, "letters and words of the left side"));
    let right = (0..5).map(|n| show(320, 760 - 12 * n, "right side of it all"));
    let pages = pages_of(Pdf::new().add_page(&left.chain(right).collect::<String>()));
    assert_eq!(pages[0].columns.len(), 25);
}
