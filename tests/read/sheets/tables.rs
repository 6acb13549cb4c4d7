//! Tables that are no workbooks: separated text, HTML, Excel's XML of 2003.

use super::{opened, problems, sheets, shown, status};
use encoding_rs::WINDOWS_874;
use focalpoint::model::{FileStatus, Format};

fn csv(bytes: &[u8]) -> String {
    shown(&sheets(Format::Csv, "รายงาน.csv", bytes)[0].grid)
}

fn html(bytes: &[u8]) -> String {
    shown(&sheets(Format::Html, "รายงาน.html", bytes)[0].grid)
}

fn windows_874(text: &str) -> Vec<u8> {
    WINDOWS_874.encode(text).0.into_owned()
}

const LINES: &str = "ลำดับ,วันที่,กิจกรรม\r\n1,10 ม.ค. 66,ต้อนรับคณะผู้แทน\r\n";
const READ: &str = "A1 ลำดับ\nB1 วันที่\nC1 กิจกรรม\nA2 1\nB2 10 ม.ค. 66\nC2 ต้อนรับคณะผู้แทน\n";

#[test]
fn every_encoding_of_thai_reads_the_same() {
    let utf_16 = |to: fn(u16) -> [u8; 2], text: &str| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let marked = format!("\u{feff}{LINES}");
    let encoded = [
        ("UTF-8", LINES.as_bytes().to_vec()),
        ("UTF-8 with a mark", marked.as_bytes().to_vec()),
        ("UTF-16 little-endian", utf_16(u16::to_le_bytes, &marked)),
        ("UTF-16 big-endian", utf_16(u16::to_be_bytes, &marked)),
        ("UTF-16 without a mark", utf_16(u16::to_le_bytes, LINES)),
        ("TIS-620", windows_874(LINES)),
    ];
    for (encoding, bytes) in encoded {
        assert_eq!(csv(&bytes), READ, "{encoding}");
    }
}

#[test]
fn every_separator_is_told_by_the_lines() {
    for separator in [",", ";", "\t", "|"] {
        assert_eq!(csv(LINES.replace(',', separator).as_bytes()), READ, "{separator:?}");
    }
    assert_eq!(csv("sep=;\nก;ข,ค;ง\n".as_bytes()), "A1 ก\nB1 ข,ค\nC1 ง\n");
    assert_eq!(csv("ก;1,5;ข,ค\nง;2,5;จ\n".as_bytes()), "A1 ก\nB1 1,5\nC1 ข,ค\nA2 ง\nB2 2,5\nC2 จ\n");
}

#[test]
fn rows_are_counted_as_a_spreadsheet_program_shows_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["ก,ข", "", "", "\"ค", "ง\",จ", "", "ฉ,ช", ""].join(end);
        assert_eq!(
            csv(text.as_bytes()),
            "A1 ก\nB1 ข\nA4 ค⏎ง\nB4 จ\nA6 ฉ\nB6 ช\n".replace('⏎', if end == "\r" { "" } else { "⏎" }),
            "{end:?}"
        );
    }
}

#[test]
fn a_quotation_mark_left_open_swallows_no_rows() {
    let opened = opened(Format::Csv, "รายงาน.csv", "ก,ข\n1,\"เปิดไว้\n2,สอง\n".as_bytes());
    assert!(opened.document.partial);
    assert_eq!(shown(&super::of(opened)[0].grid), "A1 ก\nB1 ข\nA2 1\nB2 \"เปิดไว้\nA3 2\nB3 สอง\n");
}

#[test]
fn bytes_that_are_no_text_are_not_read() {
    assert_eq!(status(Format::Csv, b"a,b\n\0\x01\x02,c\n"), FileStatus::Unsupported);
}

#[test]
fn damaged_characters_make_the_file_partial() {
    let text = "ลำดับ,วันที่,กิจกรรม\nสำนักสิ่งแวดล้อม,ต้อนรับคณะผู้แทนจากต่างประเทศ,ศาลาว่าการ\n";
    let mut bytes = text.as_bytes().to_vec();
    bytes.truncate(bytes.len() - 2); // within the last character
    assert!(opened(Format::Csv, "รายงาน.csv", &bytes).document.partial);
}

#[test]
fn tables_of_html_and_the_text_around_them_follow_each_other() {
    let page = "<html><head><title>ไม่แสดง</title><style>td {}</style></head><body><h3>รายงาน\n กิจกรรม</h3><p>หน่วยงาน</p>
        <table><caption>ตาราง</caption><thead><tr><th rowspan=2>ที่</th><th colspan='2'>วัน<br>เดือน</th></tr>
        <tr><td>เริ่ม</td><td>สิ้นสุด</td></tr></thead>
        <tbody><tr style='display: none'><td>1</td><td>a &amp; b&nbsp;c</td><td><p>หนึ่ง</p><p>สอง</p></td></tr>
        <tr><td>2<td>ไม่ปิดแท็ก<td><table><tr><td>ใน</td><td>ตาราง</td></tr></table></tbody></table>
        <p>หมายเหตุ</p><script>var ไม่แสดง = 1;</script><table><tr><td>ต่อ</td></tr></table></body></html>";
    assert_eq!(
        html(page.as_bytes()),
        "A1 รายงาน กิจกรรม\nA2 หน่วยงาน\nA3 ตาราง\nA4 ที่\nB4 วัน⏎เดือน\nB5 เริ่ม\nC5 สิ้นสุด\nA6 1\nB6 a & b c\nC6 หนึ่ง⏎สอง\n\
         A7 2\nB7 ไม่ปิดแท็ก\nC7 ใน⏎ตาราง\nA8 หมายเหตุ\nA9 ต่อ\nA4:A5 merged\nB4:C4 merged\nrows [6] hidden\n"
    );
}

#[test]
fn a_table_that_only_arranges_others_is_no_table() {
    let page = "<table><tr><td><table><tr><td>ก</td><td>ข</td></tr></table></td></tr><tr><td><table><tr><td>ค</td><td>ง</td></tr></table></td></tr></table>";
    assert_eq!(html(page.as_bytes()), "A1 ก\nB1 ข\nA2 ค\nB2 ง\n");
}

#[test]
fn html_states_its_encoding_and_the_bytes_have_the_last_word() {
    let page = |charset: &str| {
        format!(
            "<meta http-equiv=Content-Type content=\"text/html; charset={charset}\"><table><tr><td>สำนัก</td></tr></table>"
        )
    };
    for charset in ["windows-874", "TIS-620", "iso-8859-11", "utf-8", "iso-8859-1", ""] {
        assert_eq!(html(&windows_874(&page(charset))), "A1 สำนัก\n", "{charset} on TIS-620");
        assert_eq!(html(page(charset).as_bytes()), "A1 สำนัก\n", "{charset} on UTF-8");
    }
}

#[test]
fn html_under_an_excel_name_is_read_and_noted() {
    let opened = opened(Format::Html, "รายงาน.xls", b"<table><tr><td>1</td></tr></table>");
    assert_eq!(problems(&opened), ["note OtherFormatThanNamed"]);
    assert!(!opened.document.partial);
}

#[test]
fn html_that_breaks_off_is_partial() {
    for page in
        ["<table><tr><td>1</td></tr><tr><td>2</t", "<table><tr><td>1</td></tr></table><table><tr><td>2</td>"]
    {
        assert!(opened(Format::Html, "รายงาน.xls", page.as_bytes()).document.partial, "{page}");
    }
}

#[test]
fn excels_xml_of_2003_is_a_workbook() {
    let xml = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
<Worksheet ss:Name="ม.ค."><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">หัว&#10;เรื่อง</Data></Cell><Cell><Data ss:Type="String">ถัดไป</Data></Cell></Row>
<Row ss:Index="4" ss:Hidden="1"><Cell ss:Index="3"><Data ss:Type="Number">5</Data></Cell><Cell><Data ss:Type="DateTime">2023-01-10T00:00:00.000</Data></Cell><Cell><ss:Data ss:Type="String"><B>หนา</B>และปกติ</ss:Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="ซ่อน"><Table><Row><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>"#;
    let sheets = sheets(Format::Html, "รายงาน.xml", xml.as_bytes());
    assert_eq!(
        sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect::<Vec<_>>(),
        [("ม.ค.", false), ("ซ่อน", true)]
    );
    assert_eq!(
        shown(&sheets[0].grid),
        "A1 หัว⏎เรื่อง\nD1 ถัดไป\nC4 =5\nD4 @2023-01-10T00:00:00\nE4 หนาและปกติ\nA1:C1 merged\nrows [4] hidden\ncolumns [2, 3] hidden\n"
    );
    assert_eq!(shown(&sheets[1].grid), "A1 !#REF!\n");
}

#[test]
fn excels_xml_of_2003_that_breaks_off_is_partial() {
    let xml = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data Type="Number">1</Data></Cell></Row><Row><Cell>"#;
    let opened = opened(Format::Html, "รายงาน.xml", xml.as_bytes());
    assert!(opened.document.partial);
    assert_eq!(shown(&super::of(opened)[0].grid), "A1 =1\n");
}

#[test]
fn a_last_record_that_is_shorter_than_all_others_is_said() {
    let partial = |text: &str| opened(Format::Csv, "รายงาน.csv", text.as_bytes()).document.partial;
    let rows = "ลำดับ,กิจกรรม,วันที่\n1,ประชุม,5 ม.ค. 2568\n2,ดูงาน,7 ม.ค. 2568\n";
    assert!(!partial(rows));
    assert!(!partial(rows.trim_end()));
    assert!(partial(&format!("{rows}3,สัม")));
    assert!(partial(&format!("{rows}3,สัมมนา\n")));
    assert!(partial(&format!("{rows}3")));
    assert!(!partial(&format!("{rows}หมายเหตุ ยังไม่รวมเดือนถัดไป\n")));
    assert!(!partial(&format!("{rows}\n \n")));
    assert!(!partial(&format!("รายงานประจำเดือน\n{rows}3,สัมมนา\n")));
    assert!(partial(&format!("รายงานประจำเดือน\n{rows}3,สัมมนา")));
}
