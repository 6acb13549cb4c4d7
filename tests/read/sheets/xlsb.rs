//! Binary Office Open XML workbooks, made of records by hand.

use super::{opened, package, sheets, shown};
use focalpoint::model::Format;

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="t" Target="worksheets/sheet1.bin"/></Relationships>"#;

/// A record: kind and length with seven bits a byte, data.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    if kind < 0x80 {
        bytes.push(u8::try_from(kind).unwrap());
    } else {
        bytes.extend([(kind & 0x7f) as u8 | 0x80, (kind >> 7) as u8]);
    }
    let mut length = data.len();
    while length >= 0x80 {
        bytes.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    bytes.push(u8::try_from(length).unwrap());
    [bytes, data.to_vec()].concat()
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    [
        numbers(&[u32::try_from(units.len()).unwrap()]),
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
    ]
    .concat()
}

fn row(index: u32, hidden: bool) -> Vec<u8> {
    let flags = if hidden { 0x10 } else { 0 };
    record(0, &[numbers(&[index, 0]), vec![0, 0, 0, flags, 0], numbers(&[0])].concat())
}

fn real(column: u32, style: u32, number: f64) -> Vec<u8> {
    record(5, &[numbers(&[column, style]), number.to_le_bytes().to_vec()].concat())
}

fn text(column: u32, text: &str) -> Vec<u8> {
    record(6, &[numbers(&[column, 0]), wide(text)].concat())
}

fn xlsb(rows: &[Vec<u8>]) -> Vec<u8> {
    let workbook = [
        record(131, &[]),
        record(143, &[]),
        record(156, &[numbers(&[0, 1]), wide("r1"), wide("ม.ค.66")].concat()),
        record(144, &[]),
        record(157, &numbers(&[0, 0])), // calculation properties, which calamine waits for
        record(132, &[]),
    ];
    let format = |id: u16, code: &str| record(44, &[id.to_le_bytes().to_vec(), wide(code)].concat());
    let xf = |id: u16| record(47, &[vec![0, 0], id.to_le_bytes().to_vec(), vec![0; 12]].concat());
    let styles = [
        record(278, &[]),
        record(615, &numbers(&[2])),
        format(200, "ว ดดด ปปปป"),
        format(201, "d mmm bbbb"),
        record(616, &[]),
        record(617, &numbers(&[3])),
        xf(0),
        xf(200),
        xf(201),
        record(618, &[]),
    ];
    let sheet = [
        record(129, &[]),
        record(148, &numbers(&[0, 9, 0, 9])),
        record(390, &[]),
        record(60, &[numbers(&[2, 3, 2304, 0]), vec![1, 0]].concat()),
        record(391, &[]),
        record(145, &[]),
        rows.concat(),
        record(146, &[]),
        record(177, &numbers(&[1])),
        record(176, &numbers(&[0, 0, 0, 3])),
        record(178, &[]),
        record(130, &[]),
    ];
    package(&[
        ("xl/workbook.bin", &workbook.concat()),
        ("xl/_rels/workbook.bin.rels", RELATIONS.as_bytes()),
        ("xl/styles.bin", &styles.concat()),
        ("xl/worksheets/sheet1.bin", &sheet.concat()),
    ])
}

#[test]
fn cells_dates_merges_and_hidden_parts_are_read() {
    let bytes = xlsb(&[
        row(0, false),
        text(0, "แบบรายงาน"),
        row(1, true),
        real(0, 1, 44936.0),
        real(1, 2, 243_263.0),
        real(2, 0, 12.5),
    ]);
    let sheets = sheets(Format::Xlsb, "รายงาน.xlsb", &bytes);
    assert_eq!((sheets[0].name.as_str(), sheets[0].hidden), ("ม.ค.66", false));
    assert_eq!(
        shown(&sheets[0].grid),
        "A1 แบบรายงาน\nA2 @2023-01-10T00:00:00\nB2 @2566-01-10T00:00:00\nC2 =12.5\nA1:D1 merged\nrows [2] hidden\ncolumns [3, 4] hidden\n"
    );
}

#[test]
fn a_sheet_that_breaks_off_keeps_what_came_before_and_is_partial() {
    let broken = vec![5, 16, 0]; // a number of sixteen bytes of which one is there
    let mut bytes = Vec::new();
    for part in [row(0, false), text(0, "แบบรายงาน"), broken] {
        bytes.extend(part);
    }
    let workbook = [
        record(156, &[numbers(&[0, 1]), wide("r1"), wide("S")].concat()),
        record(144, &[]),
        record(157, &numbers(&[0, 0])),
    ];
    let sheet = [record(129, &[]), record(148, &numbers(&[0, 9, 0, 9])), record(145, &[]), bytes];
    let bytes = package(&[
        ("xl/workbook.bin", &workbook.concat()),
        ("xl/_rels/workbook.bin.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.bin", &sheet.concat()),
    ]);
    let opened = opened(Format::Xlsb, "รายงาน.xlsb", &bytes);
    assert!(opened.document.partial);
    assert_eq!(shown(&super::of(opened)[0].grid), "A1 แบบรายงาน\n");
}

#[test]
fn notes_folded_groups_and_struck_cells_are_read() {
    let font = |flags: u16| record(43, &[200_u16.to_le_bytes(), flags.to_le_bytes()].concat());
    let xf = |font: u16| record(47, &[vec![0, 0, 0, 0], font.to_le_bytes().to_vec(), vec![0; 10]].concat());
    let styles = [font(0), font(8), record(617, &numbers(&[2])), xf(0), xf(1), record(618, &[])].concat();
    let folded = record(0, &[numbers(&[1, 0]), vec![0, 0, 0, 0x11, 0], numbers(&[0])].concat());
    let struck = record(6, &[numbers(&[0, 1]), wide("ยกเลิก")].concat());
    let workbook = [
        record(156, &[numbers(&[0, 1]), wide("r1"), wide("S")].concat()),
        record(144, &[]),
        record(157, &numbers(&[0, 0])),
    ];
    let cells = [row(0, false), text(0, "ก"), folded, struck].concat();
    let sheet =
        [record(129, &[]), record(148, &numbers(&[0, 9, 0, 9])), record(145, &[]), cells, record(146, &[])];
    let at = record(635, &[numbers(&[0, 1, 1, 0, 0]), vec![0; 16]].concat());
    let comments = [at, record(637, &[vec![0], wide("เลื่อน")].concat())].concat();
    let related = r#"<Relationships><Relationship Id="r1" Type="x/comments" Target="../comments1.bin"/></Relationships>"#;
    let bytes = package(&[
        ("xl/workbook.bin", &workbook.concat()),
        ("xl/_rels/workbook.bin.rels", RELATIONS.as_bytes()),
        ("xl/styles.bin", &styles),
        ("xl/worksheets/sheet1.bin", &sheet.concat()),
        ("xl/worksheets/_rels/sheet1.bin.rels", related.as_bytes()),
        ("xl/comments1.bin", &comments),
    ]);
    let sheet = sheets(Format::Xlsb, "รายงาน.xlsb", &bytes).remove(0);
    assert_eq!(super::beside::shown(&sheet), "comment A2 เลื่อน\nstruck A2 \n");
}
