//! What stands beside the cells of a sheet: notes, text boxes, headers, words that are struck through, folded groups.

use super::old::{bof, globals, record, words, xls};
use super::open_document::ods;
use super::{name, opened, package, sheets};
use focalpoint::model::{Format, Sheet};
use rust_xlsxwriter::{Format as Style, Note, Shape, Workbook};
use std::fmt::Write as _;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Notes as `kind cell text` lines, then what is struck through, and hidden rows.
pub fn shown(sheet: &Sheet) -> String {
    let mut text = String::new();
    for note in &sheet.notes {
        let at = note.at.map_or_else(|| "-".to_owned(), |(row, column)| name(row, column));
        writeln!(text, "{} {at} {}", note.kind.code(), note.text.replace('\n', "⏎")).unwrap();
    }
    for ((row, column), words) in &sheet.grid.struck {
        writeln!(text, "struck {} {words}", name(*row, *column)).unwrap();
    }
    if !sheet.grid.hidden_rows.is_empty() {
        let rows: Vec<u32> = sheet.grid.hidden_rows.iter().map(|row| row + 1).collect();
        writeln!(text, "rows {rows:?} hidden").unwrap();
    }
    text
}

fn xlsx(make: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> String {
    let mut workbook = Workbook::new();
    make(workbook.add_worksheet());
    shown(&sheets(Format::Xlsx, "รายงาน.xlsx", &workbook.save_to_buffer().unwrap())[0])
}

#[test]
fn notes_text_boxes_and_margins_of_a_workbook_stand_at_their_cells() {
    let found = xlsx(|sheet| {
        sheet.write(4, 1, "ก").unwrap();
        sheet.insert_note(4, 1, &Note::new("เลื่อนไปวันที่ 25").set_author("ผู้รายงาน")).unwrap();
        let boxed = Shape::textbox().set_text("สำนักสิ่งแวดล้อม\nประจำเดือนมกราคม 2566");
        sheet.insert_shape(0, 2, &boxed).unwrap();
        sheet.set_header("&L&\"Arial,Bold\"&14สรุป && รวม&Rหน้า &P/&N");
    });
    assert_eq!(
        found,
        "comment B5 เลื่อนไปวันที่ 25\ntext_box C1 สำนักสิ่งแวดล้อม⏎ประจำเดือนมกราคม 2566\nmargin - สรุป & รวม⏎หน้า /\n"
    );
}

#[test]
fn struck_cells_and_words_are_marked() {
    let struck = Style::new().set_font_strikethrough();
    let found = xlsx(|sheet| {
        sheet.write_with_format(0, 0, "ยกเลิก", &struck).unwrap();
        sheet.write_with_format(1, 0, 12.5, &struck).unwrap();
        sheet.write_with_format(2, 0, "", &struck).unwrap();
        let words = [(&struck, "10 ม.ค. 66"), (&Style::new(), " 12 ม.ค. 66")];
        sheet.write_rich_string(3, 0, &words).unwrap();
        sheet.write_rich_string(4, 0, &[(&struck, "ทั้ง"), (&struck, "หมด")]).unwrap();
        sheet.write(5, 0, "คงอยู่").unwrap();
    });
    assert_eq!(found, "struck A1 \nstruck A2 \nstruck A4 10 ม.ค. 66\nstruck A5 \n");
}

#[test]
fn a_folded_group_is_a_view_and_rows_hidden_by_hand_are_hidden() {
    let found = xlsx(|sheet| {
        for row in 0..6 {
            sheet.write(row, 0, row).unwrap();
        }
        sheet.group_rows_collapsed(1, 2).unwrap();
        sheet.set_row_hidden(4).unwrap();
    });
    assert_eq!(found, "rows [5] hidden\n");
}

/// A workbook of one sheet with further parts, each by its kind of relation.
fn related(parts: &[(&str, &str, &str)]) -> Sheet {
    sheets(Format::Xlsx, "รายงาน.xlsx", &made(parts)).remove(0)
}

fn made(parts: &[(&str, &str, &str)]) -> Vec<u8> {
    let spread = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;
    let mut relations = String::from("<Relationships>");
    for (n, (kind, part, _)) in parts.iter().enumerate() {
        write!(relations, r#"<Relationship Id="x{n}" Type="{OFFICE}/{kind}" Target="../{part}"/>"#).unwrap();
    }
    relations.push_str("</Relationships>");
    let target = |kind: &str, part: &str| {
        format!(
            r#"<Relationships><Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{part}"/></Relationships>"#
        )
    };
    let (root, sheets_of) =
        (target("officeDocument", "xl/workbook.xml"), target("worksheet", "worksheets/sheet1.xml"));
    let book = format!(
        r#"<workbook {spread} xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let sheet = format!(
        r#"<worksheet {spread}><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#
    );
    let mut files: Vec<(String, &str)> = vec![
        ("_rels/.rels".to_owned(), &root),
        ("xl/workbook.xml".to_owned(), &book),
        ("xl/_rels/workbook.xml.rels".to_owned(), &sheets_of),
        ("xl/worksheets/sheet1.xml".to_owned(), &sheet),
        ("xl/worksheets/_rels/sheet1.xml.rels".to_owned(), &relations),
    ];
    files.extend(parts.iter().map(|(_, part, content)| (format!("xl/{part}"), *content)));
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    package(&files)
}

#[test]
fn a_thread_of_comments_is_read_once_and_without_what_older_programs_say_of_it() {
    let copy = r#"<comments><authors><author>tc={1}</author></authors><commentList>
        <comment ref="A1" authorId="0"><text><t>[Threaded comment] Your version of Excel allows you to read this. Comment: ยกเลิกแล้ว</t></text></comment>
        <comment ref="B1" authorId="0"><text><t>[Threaded comment] Comment: เลื่อน</t></text></comment></commentList></comments>"#;
    let thread = r#"<ThreadedComments><threadedComment ref="A1" id="{1}"><text>ยกเลิกแล้ว</text></threadedComment>
        <threadedComment ref="A1" id="{2}" parentId="{1}"><text>รับทราบ</text></threadedComment></ThreadedComments>"#;
    let sheet = related(&[
        ("threadedComment", "threadedComments/t1.xml", thread),
        ("comments", "comments1.xml", copy),
    ]);
    assert_eq!(shown(&sheet), "comment A1 ยกเลิกแล้ว\ncomment A1 รับทราบ\ncomment B1 เลื่อน\n");
}

#[test]
fn shapes_in_groups_are_texts_of_their_own_and_what_repeats_them_is_left_out() {
    let drawing = r#"<wsDr xmlns:a="a" xmlns:mc="m"><twoCellAnchor><from><col>1</col><colOff>5</colOff><row>2</row></from><to><col>9</col><row>9</row></to>
        <mc:AlternateContent><mc:Choice><grpSp><sp><txBody><a:p><a:r><a:t>หนึ่ง</a:t></a:r><a:br/><a:r><a:t>สอง</a:t></a:r></a:p><a:p/></txBody></sp>
        <sp><txBody><a:p><a:r><a:t>สาม</a:t></a:r></a:p></txBody></sp></grpSp></mc:Choice>
        <mc:Fallback><sp><txBody><a:p><a:r><a:t>ซ้ำ</a:t></a:r></a:p></txBody></sp></mc:Fallback></mc:AlternateContent></twoCellAnchor>
        <absoluteAnchor><sp><txBody><a:p><a:r><a:t>ลอย</a:t></a:r></a:p></txBody></sp></absoluteAnchor></wsDr>"#;
    let sheet = related(&[("drawing", "drawings/d1.xml", drawing)]);
    assert_eq!(shown(&sheet), "text_box B3 หนึ่ง⏎สอง\ntext_box B3 สาม\ntext_box - ลอย\n");
}

#[test]
fn a_damaged_part_beside_the_cells_makes_the_file_partial() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "ก").unwrap();
    sheet.insert_note(0, 0, &Note::new("บันทึก")).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let (name, mut content) = (part.name().unwrap().into_owned(), Vec::new());
        std::io::Read::read_to_end(&mut part, &mut content).unwrap();
        let content = if name.ends_with("comments1.xml") { b"<comments><a b=".to_vec() } else { content };
        parts.push((name, content));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    assert!(opened(Format::Xlsx, "รายงาน.xlsx", &package(&parts)).document.partial);
}

#[test]
fn open_document_has_the_same() {
    let content = r#"<office:automatic-styles>
        <style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
        <style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
        <style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style></office:automatic-styles>
        <office:body><office:spreadsheet><table:table table:name="ก">
        <table:shapes><draw:frame xmlns:draw="d"><draw:text-box><text:p>หัวเรื่อง</text:p><text:p>หน่วยงาน</text:p></draw:text-box></draw:frame>
            <draw:custom-shape xmlns:draw="d"><text:p>รูปร่าง</text:p></draw:custom-shape></table:shapes>
        <table:table-row><table:table-cell office:value-type="string" table:style-name="ce1"><text:p>ยกเลิก</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><office:annotation><dc:creator xmlns:dc="c">ผู้เขียน</dc:creator><dc:date xmlns:dc="c">2023-01-01</dc:date><text:p>เลื่อน</text:p><text:p>ไปก่อน</text:p></office:annotation><text:p>ข</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p><text:span text:style-name="T1">10</text:span><text:span text:style-name="T2"> 12</text:span></text:p></table:table-cell>
            <table:table-cell><draw:frame xmlns:draw="d"><draw:text-box><text:p>ในเซลล์</text:p></draw:text-box></draw:frame></table:table-cell></table:table-row>
        <table:table-row-group table:display="false"><table:table-row table:visibility="collapse"><table:table-cell office:value-type="float" office:value="2"/></table:table-row></table:table-row-group>
        <table:table-row-group><table:table-row table:visibility="collapse"><table:table-cell office:value-type="float" office:value="3"/></table:table-row></table:table-row-group>
        </table:table></office:spreadsheet></office:body>"#;
    let sheets = sheets(Format::Ods, "รายงาน.ods", &ods(content, "<m/>"));
    assert_eq!(
        shown(&sheets[0]),
        "text_box - หัวเรื่อง⏎หน่วยงาน\ntext_box - รูปร่าง\ncomment B1 เลื่อน⏎ไปก่อน\ntext_box D1 ในเซลล์\nstruck A1 \nstruck C1 10\nrows [3] hidden\n"
    );
    assert_eq!(super::shown(&sheets[0].grid).lines().next(), Some("A1 ยกเลิก"));
}

#[test]
fn old_workbooks_have_the_same() {
    let font = |flags: u16| record(0x0031, &words(&[200, flags, 0, 0, 0, 0, 0]));
    let format = |font: u16| record(0x00e0, &words(&[font, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    // The sixth font is written as the fifth.
    let styles = [font(0), font(0), font(0), font(0), font(8), format(0), format(5)].concat();
    let label =
        |row: u16, format: u16| record(0x0204, &[words(&[row, 0, format, 1]), vec![0], vec![b'x']].concat());
    let row = |row: u16, flags: u16| record(0x0208, &words(&[row, 0, 1, 0, 0, 0, flags, 0]));
    let anchor = [vec![0, 0, 0x10, 0xf0, 0x12, 0, 0, 0], words(&[0, 2, 0, 6, 0, 4, 0, 9, 0])].concat();
    let object = |sort: u16, number: u16| record(0x005d, &words(&[0x15, 0x12, sort, number, 0]));
    let text = |count: u16| record(0x01b6, &words(&[0, 0, 0, 0, 0, count, 16, 0, 0]));
    let wide = |text: &str| [vec![1], words(&text.encode_utf16().collect::<Vec<u16>>())].concat();
    let sheet = [
        row(0, 0),
        row(1, 0x20 | 1),
        row(2, 0x20),
        label(0, 1),
        label(1, 0),
        label(2, 0),
        record(0x00ec, &anchor),
        object(6, 1),
        text(9),
        record(0x003c, &wide("กล่อง")),
        record(0x003c, b"\x00 abc and formatting"),
        record(0x00ec, &[]),
        object(0x19, 2),
        text(6),
        record(0x003c, &wide("เลื่อน")),
        record(0x003c, &words(&[0, 0])),
        record(0x001c, &words(&[2, 0, 0, 2, 0])),
        record(0x000a, &[]),
    ];
    let sheets = sheets(Format::Xls, "เก่า.xls", &xls(&[globals(&styles), bof(16), sheet.concat()]));
    assert_eq!(shown(&sheets[0]), "text_box C7 กล่อง abc\ncomment A3 เลื่อน\nstruck A1 \nrows [3] hidden\n");
}

#[test]
fn a_comment_of_excels_xml_of_2003_is_a_note_and_not_the_value_of_its_cell() {
    let xml = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Worksheet ss:Name="ม.ค."><Table><Row><Cell/><Cell><Data ss:Type="String">ค่า</Data><Comment ss:Author="ก"><ss:Data xmlns="h"><B>หมายเหตุ</B> เลื่อน</ss:Data></Comment></Cell></Row></Table></Worksheet></Workbook>"#;
    let sheets = sheets(Format::Html, "รายงาน.xml", xml.as_bytes());
    assert_eq!(super::shown(&sheets[0].grid), "B1 ค่า\n");
    assert_eq!(shown(&sheets[0]), "comment B1 หมายเหตุ เลื่อน\n");
}

#[test]
fn more_notes_than_are_read_are_said_to_be_left_out() {
    let note = |n: usize| format!(r#"<comment ref="A{n}"><text><t>{n}</t></text></comment>"#);
    let notes: Vec<String> = (1..=10_001).map(note).collect();
    let comments = format!("<comments><commentList>{}</commentList></comments>", notes.concat());
    let opened = opened(Format::Xlsx, "รายงาน.xlsx", &made(&[("comments", "comments1.xml", &comments)]));
    assert_eq!(super::problems(&opened), ["error LeftOut"]);
    assert_eq!(super::of(opened)[0].notes.len(), 10_000);
}
