//! OpenDocument sheets.

use super::{opened, package, problems, sheets, shown, status};
use focalpoint::model::{FileStatus, Format};

pub fn ods(content: &str, manifest: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c">{content}</office:document-content>"#
    );
    package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

fn table(rows: &str) -> Vec<u8> {
    ods(
        &format!(
            r#"<office:body><office:spreadsheet><table:table table:name="ก">{rows}</table:table></office:spreadsheet></office:body>"#
        ),
        "<m/>",
    )
}

fn text(bytes: &[u8]) -> String {
    shown(&sheets(Format::Ods, "รายงาน.ods", bytes)[0].grid)
}

#[test]
fn values_are_typed_as_stored() {
    let bytes = table(
        r#"<table:table-row>
            <table:table-cell office:value-type="string"><text:p>หนึ่ง<text:s text:c="2"/>สอง</text:p><text:p>สาม</text:p></table:table-cell>
            <table:table-cell office:value-type="float" office:value="12.5"><text:p>12.50</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2023-01-10"><text:p>10 ม.ค. 66</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2566-01-10T09:30:00"><text:p>x</text:p></table:table-cell>
            <table:table-cell office:value-type="time" office:time-value="PT09H30M00S"><text:p>9:30 น.</text:p></table:table-cell>
            <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>
            <table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><office:annotation><text:p>ความเห็น</text:p></office:annotation><text:p>a &amp; b</text:p></table:table-cell>
        </table:table-row>"#,
    );
    assert_eq!(
        text(&bytes),
        "A1 หนึ่ง สอง⏎สาม\nB1 =12.5\nC1 @2023-01-10T00:00:00\nD1 @2566-01-10T09:30:00\nE1 9:30 น.\nF1 ?true\nG1 !#REF!\nH1 a & b\n"
    );
}

#[test]
fn repeats_merges_and_hidden_parts_keep_true_coordinates() {
    let bytes = table(
        r#"<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row><table:table-cell table:number-columns-repeated="2"/>
            <table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>ค</text:p></table:table-cell>
            <table:covered-table-cell/><table:table-cell office:value-type="float" office:value="1"/></table:table-row>
        <table:table-row table:visibility="collapse"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="2"/>
            <table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="3"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
    );
    assert_eq!(
        text(&bytes),
        "C4 ค\nE4 =1\nA5 =2\nB5 =2\nE5 =3\nC4:D5 merged\nrows [5] hidden\ncolumns [3, 4] hidden\n"
    );
}

#[test]
fn rows_that_a_filter_hides_are_data() {
    let bytes = table(
        r#"<table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="2"/></table:table-row>"#,
    );
    assert_eq!(text(&bytes), "A1 =2\n");
}

#[test]
fn a_hidden_sheet_is_marked() {
    let bytes = ods(
        r#"<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
        <office:body><office:spreadsheet><table:table table:name="แสดง" table:style-name="ta1"/><table:table table:name="ซ่อน" table:style-name="ta2"/></office:spreadsheet></office:body>"#,
        "<m/>",
    );
    let sheets = sheets(Format::Ods, "รายงาน.ods", &bytes);
    let names: Vec<(&str, bool)> = sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(names, [("แสดง", false), ("ซ่อน", true)]);
}

#[test]
fn an_encrypted_part_means_a_password() {
    let manifest = r#"<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    assert_eq!(status(Format::Ods, &ods("", manifest)), FileStatus::Password);
}

#[test]
fn millions_of_copies_of_a_cell_are_cut_and_the_file_is_partial() {
    let bytes = table(
        r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#,
    );
    let opened = opened(Format::Ods, "รายงาน.ods", &bytes);
    assert!(opened.document.partial);
    assert_eq!(problems(&opened), ["error LeftOut", "error LeftOut"]);
}

#[test]
fn a_content_that_breaks_off_keeps_what_came_before_and_is_partial() {
    let whole = r#"<table:table table:name="ก"><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row><table:table-row><table:table-cell office"#;
    let bytes = package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", whole.as_bytes()),
    ]);
    let opened = opened(Format::Ods, "รายงาน.ods", &bytes);
    assert!(opened.document.partial);
    assert_eq!(shown(&super::of(opened)[0].grid), "A1 =1\n");
}

#[test]
fn a_workbook_of_libreoffice_reads_as_it_shows() {
    let bytes = include_bytes!("../files/libreoffice.ods");
    let sheets = sheets(Format::Ods, "libreoffice.ods", bytes);
    assert_eq!(
        sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect::<Vec<_>>(),
        [("ม.ค.66", false), ("ซ่อน", true)]
    );
    assert_eq!(
        shown(&sheets[0].grid),
        "A1 แบบรายงาน⏎บรรทัดสอง\nA2 @2023-01-10T00:00:00\nB2 @2566-01-10T00:00:00\nA3 =1250.5\nB3 =1\nA4 !#DIV/0!\nA1:D1 merged\nrows [4] hidden\ncolumns [3] hidden\n"
    );
}
