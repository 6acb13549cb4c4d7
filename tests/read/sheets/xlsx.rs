//! Office Open XML workbooks.

use super::{opened, package, problems, sheets, shown};
use focalpoint::model::{Colour, Format, Look, Sheet};
use rust_xlsxwriter::{Color, Format as Style, FormatBorder, Formula, Workbook};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of one sheet: what stands in the sheet's XML, number formats 200, 201, … as styles 1, 2, …, and what
/// stands in `workbookPr`.
pub fn raw(sheet: &str, codes: &[&str], properties: &str) -> Vec<u8> {
    let escaped = |code: &str| code.replace('&', "&amp;").replace('"', "&quot;");
    let formats = each(codes.len(), |n| {
        format!(r#"<numFmt numFmtId="{}" formatCode="{}"/>"#, 199 + n, escaped(codes[n - 1]))
    });
    let styles = each(codes.len(), |n| format!(r#"<xf numFmtId="{}"/>"#, 199 + n));
    package(&[
        ("_rels/.rels", format!(r#"<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#).as_bytes()),
        ("xl/workbook.xml", format!(r#"<workbook xmlns="{NAMESPACE}" xmlns:r="{OFFICE}"><workbookPr {properties}/><sheets><sheet name="รายงาน" sheetId="1" r:id="r1"/></sheets></workbook>"#).as_bytes()),
        ("xl/_rels/workbook.xml.rels", format!(r#"<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>"#).as_bytes()),
        ("xl/styles.xml", format!(r#"<styleSheet xmlns="{NAMESPACE}"><numFmts>{formats}</numFmts><cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>"#).as_bytes()),
        ("xl/worksheets/sheet1.xml", format!(r#"<worksheet xmlns="{NAMESPACE}">{sheet}</worksheet>"#).as_bytes()),
    ])
}

/// A line for each number from 1, put together.
fn each(count: usize, line: impl Fn(usize) -> String) -> String {
    (1..=count).map(line).collect::<Vec<_>>().concat()
}

fn only(bytes: &[u8]) -> Sheet {
    sheets(Format::Xlsx, "รายงาน.xlsx", bytes).remove(0)
}

#[test]
fn cells_stand_where_the_spreadsheet_program_shows_them() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("ม.ค.66").unwrap();
    sheet.merge_range(0, 0, 0, 3, "แบบรายงานกิจกรรม", &Style::new()).unwrap();
    sheet.write(4, 1, "กิจกรรม\nสาระสำคัญ").unwrap();
    sheet.write(4, 2, 12.5).unwrap();
    sheet.write(4, 3, true).unwrap();
    sheet.write_formula(5, 2, Formula::new("=C5*2").set_result("25")).unwrap();
    sheet.write_rich_string(6, 0, &[(&Style::new().set_bold(), "หนา"), (&Style::new(), " ปกติ")]).unwrap();
    sheet.write(7, 0, "   ").unwrap();
    workbook.add_worksheet().set_name("ซ่อน").unwrap().set_hidden(true);
    let bytes = workbook.save_to_buffer().unwrap();
    let sheets = sheets(Format::Xlsx, "รายงาน.xlsx", &bytes);
    let names: Vec<(&str, bool)> = sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(names, [("ม.ค.66", false), ("ซ่อน", true)]);
    assert_eq!(
        shown(&sheets[0].grid),
        "A1 แบบรายงานกิจกรรม\nB5 กิจกรรม⏎สาระสำคัญ\nC5 =12.5\nD5 ?true\nC6 =25\nA7 หนา ปกติ\nA1:D1 merged\n"
    );
}

#[test]
fn text_is_in_the_normal_form_of_thai() {
    let cell = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>สํานัก\u{200b}งาน  เเขก</t></is></c></row></sheetData>";
    assert_eq!(shown(&only(&raw(cell, &[], "")).grid), "A1 สำนักงาน แขก\n");
}

#[test]
fn a_number_is_a_date_where_its_format_says_so_in_any_of_the_thai_ways() {
    let codes = [
        "[$-107041E]d mmm yyyy",
        "[$-D07041E]d mmmm yyyy",
        "[$-1070000]d/mm/yyyy;@",
        "[$-th-TH,107]d mmm yy",
        "[$-th-TH,D07]d",
        "ว ดดด ปปปป",
        "วว/ดด/ปป",
        "d mmm bbbb",
        "bbbb",
        "[$-41E]d mmmm yyyy",
    ];
    let cells = each(codes.len(), |n| format!(r#"<row r="{n}"><c r="A{n}" s="{n}"><v>44936</v></c></row>"#));
    let grid = only(&raw(&format!("<sheetData>{cells}</sheetData>"), &codes, "")).grid;
    let expected = each(codes.len(), |n| format!("A{n} @2023-01-10T00:00:00\n"));
    assert_eq!(shown(&grid), expected);
}

#[test]
fn a_number_stays_a_number_where_its_format_only_looks_like_a_date() {
    let codes = [
        "0.00",
        "#,##0 \"บาท\"",
        "0\" วัน\"",
        "t0",
        "[$฿-41E]#,##0.00",
        "General",
        "0 \\ว\\ั\\น",
        "#,##0_ด",
        "\"ว ดดด ปปปป\"0",
    ];
    let cells = each(codes.len(), |n| format!(r#"<row r="{n}"><c r="A{n}" s="{n}"><v>44936</v></c></row>"#));
    let grid = only(&raw(&format!("<sheetData>{cells}</sheetData>"), &codes, "")).grid;
    let expected = each(codes.len(), |n| format!("A{n} =44936\n"));
    assert_eq!(shown(&grid), expected);
}

#[test]
fn dates_are_kept_as_stored_and_impossible_ones_stay_numbers() {
    let cells = [
        ("243263", "@2566-01-10T00:00:00"), // 10/1/2566 typed into a workbook of the common era
        ("44936.375", "@2023-01-10T09:00:00"),
        ("24117", "@1966-01-10T00:00:00"), // 10/1/66
        ("0.375", "9:00"),                 // a time of day
        ("0", "=0"),                       // an empty cell seen through a formula
        ("-5", "=-5"),
        ("60", "=60"), // 29 February 1900, which never was
        ("3000000", "=3000000"),
    ];
    let rows = each(cells.len(), |n| {
        format!(r#"<row r="{n}"><c r="A{n}" s="1"><v>{}</v></c></row>"#, cells[n - 1].0)
    });
    let grid = only(&raw(&format!("<sheetData>{rows}</sheetData>"), &["d/m/yyyy h:mm"], "")).grid;
    let expected = each(cells.len(), |n| format!("A{n} {}\n", cells[n - 1].1));
    assert_eq!(shown(&grid), expected);
}

#[test]
fn the_date_system_of_1904_is_honoured() {
    let cell = r#"<sheetData><row r="1"><c r="A1" s="1"><v>43474</v></c><c r="B1" s="2"><v>43474</v></c></row></sheetData>"#;
    let bytes = raw(cell, &["yyyy-mm-dd", "ว ดดด ปปปป"], r#"date1904="1""#);
    assert_eq!(shown(&only(&bytes).grid), "A1 @2023-01-10T00:00:00\nB1 @2023-01-10T00:00:00\n");
}

#[test]
fn a_duration_is_the_text_that_the_cell_shows() {
    let cell = r#"<sheetData><row r="1"><c r="A1" s="1"><v>1.5</v></c></row></sheetData>"#;
    assert_eq!(shown(&only(&raw(cell, &["[h]:mm"], "")).grid), "A1 36:00\n");
}

#[test]
fn hidden_rows_and_columns_are_marked() {
    let sheet = r#"<cols><col min="2" max="3" hidden="1"/></cols><sheetData>
        <row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData>"#;
    assert_eq!(
        shown(&only(&raw(sheet, &[], "")).grid),
        "A1 =1\nA2 =2\nrows [2] hidden\ncolumns [2, 3] hidden\n"
    );
}

#[test]
fn rows_that_a_filter_hides_are_data_and_those_hidden_by_hand_are_not() {
    let sheet = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>
        <row r="3"><c r="A3"><v>3</v></c></row><row r="4" hidden="1"><c r="A4"><v>4</v></c></row></sheetData>
        <autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="3"/></filters></filterColumn></autoFilter>"#;
    assert_eq!(shown(&only(&raw(sheet, &[], "")).grid), "A1 =1\nA2 =2\nA3 =3\nA4 =4\nrows [4] hidden\n");
    let idle =
        sheet.replace("<filterColumn colId=\"0\"><filters><filter val=\"3\"/></filters></filterColumn>", "");
    assert_eq!(shown(&only(&raw(&idle, &[], "")).grid), "A1 =1\nA2 =2\nA3 =3\nA4 =4\nrows [2, 4] hidden\n");
}

#[test]
fn rows_that_the_filter_of_a_table_hides_are_data() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, text) in ["หัว", "ก", "ข"].iter().enumerate() {
        sheet.write(u32::try_from(row).unwrap(), 0, *text).unwrap();
    }
    sheet.add_table(0, 0, 2, 0, &rust_xlsxwriter::Table::new()).unwrap();
    sheet.set_row_hidden(1).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        let text = text.replace(
            "<autoFilter ref=\"A1:A3\"/>",
            "<autoFilter ref=\"A1:A3\"><filterColumn colId=\"0\"/></autoFilter>",
        );
        parts.push((part.name().unwrap().into_owned(), text.into_bytes()));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let hidden = |bytes: &[u8]| only(bytes).grid.hidden_rows.len();
    assert_eq!((hidden(&bytes), hidden(&package(&parts))), (1, 0), "without and with a filter at work");
}

#[test]
fn rows_are_hidden_where_the_sheet_hides_all_that_it_does_not_list() {
    let sheet = r#"<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData>
        <row r="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="true"><c r="A3"><v>3</v></c></row></sheetData>"#;
    assert_eq!(shown(&only(&raw(sheet, &[], "")).grid), "A1 =1\nA3 =3\nrows [3] hidden\n");
}

#[test]
fn error_values_are_errors_and_a_new_kind_loses_no_other_cell() {
    let sheet = r#"<sheetData><row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><v>#NA_OF_THE_FUTURE!</v></c>
        <c r="C1" t="str"><f>"x"</f><v>ต่อ</v></c></row></sheetData>"#;
    let opened = opened(Format::Xlsx, "รายงาน.xlsx", &raw(sheet, &[], ""));
    assert!(opened.document.partial, "a cell was lost");
    assert_eq!(shown(&super::of(opened)[0].grid), "A1 !#REF!\nC1 ต่อ\n");
}

#[test]
fn a_formula_without_a_stored_result_is_named_once_a_sheet() {
    let sheet = r#"<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c></row>
        <row r="2"><c r="A2"><f>A1+1</f><v></v></c><c r="B2"><f>A2+1</f></c></row></sheetData>"#;
    let opened = opened(Format::Xlsx, "รายงาน.xlsx", &raw(sheet, &[], ""));
    assert_eq!(problems(&opened), ["warning FormulaNotCalculated"]);
    assert_eq!(
        format!("{:?}", opened.problems[0].place.spot),
        r#"Cell { sheet: "รายงาน", row: 2, column: 1 }"#
    );
}

#[test]
fn cells_far_apart_cost_nothing() {
    let sheet = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="Z1048576"><v>2</v></c></row></sheetData>"#;
    assert_eq!(shown(&only(&raw(sheet, &[], "")).grid), "A1 =1\nZ1048576 =2\n");
}

#[test]
fn a_text_longer_than_a_cell_can_hold_is_cut_and_marked() {
    let long = "ก".repeat(40_000);
    let sheet = format!(
        r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{long}</t></is></c></row></sheetData>"#
    );
    assert_eq!(shown(&only(&raw(&sheet, &[], "")).grid), format!("A1 {} Cut\n", "ก".repeat(32_767)));
}

#[test]
fn another_name_than_the_content_is_noted() {
    let bytes = raw("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>", &[], "");
    assert_eq!(problems(&opened(Format::Xlsx, "รายงาน.xls", &bytes)), ["note OtherFormatThanNamed"]);
    assert_eq!(problems(&opened(Format::Xlsx, "รายงาน.XLSX", &bytes)), [""; 0]);
}

#[test]
fn cells_carry_their_look() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let heading = Style::new().set_bold().set_background_color(Color::RGB(0x00ff_ee00));
    sheet.write_with_format(0, 0, "กิจกรรม", &heading).unwrap();
    sheet.write_with_format(1, 0, "ประชุม", &Style::new().set_border(FormatBorder::Thin)).unwrap();
    sheet.write(2, 0, "ธรรมดา").unwrap();
    sheet.write_blank(3, 0, &heading).unwrap();
    let read = sheets(Format::Xlsx, "รายงาน.xlsx", &workbook.save_to_buffer().unwrap());
    let looks: Vec<((u32, u32), Look)> = read[0].grid.looks.iter().map(|(at, look)| (*at, *look)).collect();
    let fill = Some(Colour { red: 255, green: 238, blue: 0 });
    let bold = Look { bold: true, fill, bordered: false };
    assert_eq!(looks, [((0, 0), bold), ((1, 0), Look { bordered: true, ..Look::default() })]);
}
