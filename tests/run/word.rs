//! Word documents as departments write them: memos, lists that Word numbers, tables with merged cells.

use super::{Office, joined};
use serde_json::Value;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NS: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document with this body, and further parts by their kind.
fn document(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    put("[Content_Types].xml", "<Types/>");
    let root = format!(
        r#"<Relationships><Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>"#
    );
    put("_rels/.rels", &root);
    let related = joined(others.iter().map(|(kind, _)| {
        format!(r#"<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>"#)
    }));
    put("word/_rels/document.xml.rels", &format!("<Relationships>{related}</Relationships>"));
    put("word/document.xml", &format!("<w:document {NS}><w:body>{body}</w:body></w:document>"));
    for (kind, text) in others {
        put(&format!("word/{kind}.xml"), text);
    }
    zip.finish().unwrap().into_inner()
}

fn line(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn item(text: &str) -> String {
    let list = r#"<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>"#;
    format!("<w:p>{list}<w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn row(cells: &[&str]) -> String {
    let cells = joined(cells.iter().map(|cell| format!("<w:tc><w:tcPr/>{}</w:tc>", line(cell))));
    format!("<w:tr>{cells}</w:tr>")
}

/// Title, day and countries of each entry.
fn entries(office: &Office) -> Vec<(String, String, String)> {
    let told = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = office.json("engagements.json");
    let mut found: Vec<_> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (told(&entry["title"]), told(&entry["start"]), entry["countries"].to_string()))
        .collect();
    found.sort();
    found
}

#[test]
fn a_table_is_read_with_its_merged_cells() {
    let month = r#"<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>มกราคม 2566</w:t></w:r></w:p></w:tc>"#;
    let below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
    let cells = |first: &str, day: &str, activity: &str| {
        let rest = joined([day, activity].map(|cell| format!("<w:tc><w:tcPr/>{}</w:tc>", line(cell))));
        format!("<w:tr>{first}{rest}</w:tr>")
    };
    let table = [
        row(&["เดือน", "วันที่", "กิจกรรม"]),
        cells(month, "10 ม.ค. 2566", "ประชุมหารือกับเอกอัครราชทูตญี่ปุ่นเรื่องขยะ"),
        cells(below, "12 ม.ค. 2566", "ต้อนรับเอกอัครราชทูตฝรั่งเศสเข้าเยี่ยมคารวะ"),
    ]
    .concat();
    let title = line("รายงานกิจกรรมด้านการต่างประเทศ สำนักสิ่งแวดล้อม ประจำเดือนมกราคม 2566");
    let office = Office::new();
    office.drop("รายงาน.docx", &document(&format!("{title}<w:tbl>{table}</w:tbl>"), &[]));
    let output = office.run(&[]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(
        entries(&office),
        [
            ("ต้อนรับเอกอัครราชทูตฝรั่งเศสเข้าเยี่ยมคารวะ".into(), "2023-01-12".into(), r#"["FR"]"#.into()),
            ("ประชุมหารือกับเอกอัครราชทูตญี่ปุ่นเรื่องขยะ".into(), "2023-01-10".into(), r#"["JP"]"#.into()),
        ]
    );
    let file = &office.json("run.json")["files"][0];
    assert_eq!((&file["format"], &file["department"]), (&"docx".into(), &"ENV".into()));
    assert_eq!(office.json("engagements.json")[0]["sources"][0]["page"], 1);
}

#[test]
fn items_of_a_list_are_activities_of_their_own_on_their_pages() {
    let numbering = format!(
        r#"<w:numbering {NS}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#
    );
    let body = [
        line("สรุปภารกิจด้านการต่างประเทศ สำนักอนามัย เดือนมกราคม 2566"),
        item("วันที่ 10 มกราคม 2566 ผู้อำนวยการสำนักอนามัยประชุมหารือกับผู้แทนสถานเอกอัครราชทูตญี่ปุ่นเรื่องผู้สูงอายุ"),
        item("วันที่ 17 มกราคม 2566 สำนักอนามัยให้การต้อนรับคณะผู้แทนจากสาธารณรัฐเกาหลีศึกษาดูงานด้านสาธารณสุข"),
        r#"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#.to_owned(),
        item("วันที่ 24 มกราคม 2566 สำนักอนามัยร่วมประชุมกับเอกอัครราชทูตเวียดนามเรื่องความร่วมมือด้านวัคซีน"),
    ]
    .concat();
    let office = Office::new();
    office.drop("สนอ.docx", &document(&body, &[("numbering", &numbering)]));
    office.run(&[]);
    let days: Vec<String> = entries(&office).into_iter().map(|(_, day, _)| day).collect();
    assert_eq!(days.len(), 3, "{:?}", entries(&office));
    let mut days = days;
    days.sort();
    assert_eq!(days, ["2023-01-10", "2023-01-17", "2023-01-24"]);
    let all = office.json("engagements.json");
    let pages: Vec<&Value> =
        all.as_array().unwrap().iter().map(|entry| &entry["sources"][0]["page"]).collect();
    assert_eq!(pages, [1, 1, 2]);
}

#[test]
fn what_was_deleted_or_hidden_is_not_read_and_what_is_struck_out_is_said() {
    let body = [
        line("รายงานกิจกรรมด้านการต่างประเทศ สำนักสิ่งแวดล้อม ประจำเดือนมกราคม 2566"),
        line("วันที่ 10 มกราคม 2566 ประชุมหารือกับเอกอัครราชทูตญี่ปุ่นเรื่องขยะ"),
        "<w:p><w:del><w:r><w:delText>วันที่ 11 มกราคม 2566 ประชุมหารือกับเอกอัครราชทูตเยอรมนี</w:delText></w:r></w:del></w:p>".to_owned(),
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>วันที่ 12 มกราคม 2566 ประชุมหารือกับเอกอัครราชทูตสเปน</w:t></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>วันที่ 13 มกราคม 2566 ประชุมหารือกับเอกอัครราชทูตอิตาลี</w:t></w:r></w:p>".to_owned(),
    ]
    .concat();
    let office = Office::new();
    office.drop("สสล.docx", &document(&body, &[]));
    office.run(&[]);
    let countries: Vec<String> = entries(&office).into_iter().map(|(_, _, countries)| countries).collect();
    assert!(countries.contains(&r#"["JP"]"#.to_owned()), "{countries:?}");
    assert!(!countries.iter().any(|one| one.contains("DE") || one.contains("ES")), "{countries:?}");
    assert_eq!(office.statuses()["สสล.docx"], "read_with_warnings");
}

#[test]
fn a_document_that_is_damaged_locked_or_old_says_so() {
    let whole = document(&line("รายงาน"), &[]);
    let office = Office::new();
    office.drop("ก.xlsx", b"PK\x03\x04 cut off");
    office.drop("ชำรุด.docx", &whole[..whole.len() / 2]);
    let mut locked = vec![0xd0, 0xcf, 0x11, 0xe0];
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    office.drop("ล็อก.docx", &locked);
    let mut old = vec![0xd0, 0xcf, 0x11, 0xe0];
    old.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    office.drop("เก่า.doc", &old);
    office.run(&[]);
    let statuses = office.statuses();
    assert_eq!(statuses["ชำรุด.docx"], "damaged");
    assert_eq!(statuses["ล็อก.docx"], "password");
    assert_eq!(statuses["เก่า.doc"], "unsupported");
    let run = office.json("run.json");
    let files = run["files"].as_array().unwrap();
    let old = files.iter().find(|file| file["file"] == "เก่า.doc").unwrap();
    assert!(old["message"].as_str().unwrap().contains("docx"), "{old}");
}
