//! What is over the bounds of a document is left out and said, with the place from which on it is.

use super::{of, opened, package, problems};
use focalpoint::model::{Counted, Format, Spot};
use focalpoint::problem::What;
use focalpoint::read::Opened;

/// Where something was left out, and what there was too much of.
fn left_out(opened: &Opened) -> Vec<(Spot, Counted)> {
    let found = opened.problems.iter().filter_map(|problem| match problem.what {
        What::LeftOut { of } => Some((problem.place.spot.clone(), of)),
        _ => None,
    });
    assert!(opened.document.partial);
    found.collect()
}

fn row(sheet: &str, row: u32) -> Spot {
    Spot::Row { sheet: sheet.to_owned(), row }
}

#[test]
fn a_long_table_is_read_up_to_the_first_row_that_is_too_many() {
    let rows: Vec<String> = (1..=25_010).map(|row| format!("{row},ประชุม\n")).collect();
    let opened = opened(Format::Csv, "รายงาน.csv", rows.concat().as_bytes());
    assert_eq!(left_out(&opened), [(row("", 25_001), Counted::Rows)]);
    assert_eq!(of(opened)[0].grid.rows(), 25_000);
}

#[test]
fn columns_beyond_those_of_a_report_are_left_out() {
    let text = vec!["x"; 600].join(",");
    let opened = opened(Format::Csv, "รายงาน.csv", text.as_bytes());
    assert_eq!(left_out(&opened), [(Spot::File, Counted::Columns)]);
    assert_eq!(of(opened)[0].grid.columns(), 500);
}

#[test]
fn elements_within_elements_are_read_as_deep_as_browsers_do() {
    let deep = |depth: usize| format!("<table><tr><td>before</table>{}after", "<div>".repeat(depth));
    let whole = opened(Format::Html, "รายงาน.html", deep(500).as_bytes());
    assert_eq!(problems(&whole), [""; 0]);
    let cut = opened(Format::Html, "รายงาน.html", deep(600).as_bytes());
    assert_eq!(left_out(&cut), [(row("", 2), Counted::Nesting)]);
    assert_eq!(of(cut)[0].grid.cells.len(), 1);
}

#[test]
fn elements_that_a_cell_ends_with_do_not_count_as_nested() {
    let rows = "<tr><td><font><b>ประชุม<td><span>x".repeat(2_000);
    let opened = opened(Format::Html, "รายงาน.html", format!("<table>{rows}</table>").as_bytes());
    assert_eq!(problems(&opened), [""; 0]);
    assert_eq!(of(opened)[0].grid.rows(), 2_000);
}

#[test]
fn a_number_of_strings_that_is_announced_is_seen_wherever_it_stands() {
    let main = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;
    for strings in [
        format!(r#"<x><sst {main} uniqueCount="99999999999"><si><t>x</t></si></sst></x>"#),
        format!(r#"<sst {main} uniqueCount=" 4294967295 "><si><t>x</t></si></sst>"#),
    ] {
        let bytes =
            package(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", strings.as_bytes())]);
        let refused = super::unreadable(Format::Xlsx, &bytes);
        let words = What::Broken { detail: "sharedStrings: uniqueCount".to_owned() };
        assert_eq!(refused.problem.what, words, "{strings}");
    }
}

#[test]
fn a_workbook_that_cannot_be_laid_out_is_no_review() {
    let far = |cells: &str| {
        let sheet = format!("<sheetData>{cells}</sheetData>");
        let bytes = super::xlsx::raw(&sheet, &[], "");
        focalpoint::read::check("รายงาน.xlsx", &bytes)
    };
    assert_eq!(far(r#"<row><c r="A1"><v>1</v></c></row><row><c r="B2"><v>1</v></c></row>"#), Ok(()));
    let apart = far(r#"<row><c r="A1"><v>1</v></c></row><row><c r="NN1048576"><v>1</v></c></row>"#);
    assert_eq!(apart, Err(What::LeftOut { of: Counted::Cells }));
}

#[test]
fn a_cell_that_is_closed_without_being_open_ends_nothing() {
    let body = "<b></p></td>".repeat(600);
    let opened = opened(Format::Html, "รายงาน.html", format!("<table><tr><td>x</table>{body}").as_bytes());
    assert_eq!(left_out(&opened), [(row("", 2), Counted::Nesting)]);
}

#[test]
fn a_tag_of_very_many_attributes_is_not_parsed() {
    let attributes: Vec<String> = (0..2_000).map(|n| format!("a{n}=1 ")).collect();
    let page = format!("<table><tr><td>x</table><p {}>y", attributes.concat());
    let opened = opened(Format::Html, "รายงาน.html", page.as_bytes());
    assert_eq!(left_out(&opened), [(row("", 2), Counted::Nodes)]);
}
