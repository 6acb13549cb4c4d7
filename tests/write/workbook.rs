//! The workbook as another program reads it.

use super::invented;
use calamine::{Data, Range, Reader, Xlsx};
use focalpoint::labels::Lang;
use focalpoint::model::{Evidence, Level, Pair};
use focalpoint::write::{self, Consolidated};
use std::io::Cursor;

fn open(result: &Consolidated) -> Xlsx<Cursor<Vec<u8>>> {
    let outputs = write::all(result).unwrap();
    assert_eq!(outputs[0].0, "engagements.xlsx");
    Xlsx::new(Cursor::new(outputs[0].1.clone())).unwrap()
}

/// A sheet of the review workbook.
fn review(result: &Consolidated, name: &str) -> Range<Data> {
    let outputs = write::all(result).unwrap();
    let bytes = outputs.into_iter().find(|(path, _)| path == write::REVIEW).unwrap().1;
    Xlsx::new(Cursor::new(bytes)).unwrap().worksheet_range(name).unwrap()
}

fn sheet(result: &Consolidated, name: &str) -> Range<Data> {
    open(result).worksheet_range(name).unwrap()
}

fn text(range: &Range<Data>) -> String {
    range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_part_has_its_sheet_in_both_languages() {
    let thai = open(&invented::consolidated(invented::mixed(), Lang::Th));
    assert_eq!(
        thai.sheet_names(),
        [
            "ภาพรวม",
            "ตัวเลข",
            "ทะเบียนกิจกรรม",
            "ผลและเรื่องติดตาม",
            "แผนล่วงหน้า",
            "ประเทศและดินแดน",
            "องค์การ",
            "เมืองพี่เมืองน้อง",
            "หน่วยงาน × เดือน",
            "การเปลี่ยนแปลง",
            "เทียบกับเดือนก่อน",
            "แหล่งที่มา",
            "หลักการนับ",
            "ข้อมูลนับ"
        ]
    );
    let english = open(&invented::consolidated(invented::mixed(), Lang::En));
    assert_eq!(
        english.sheet_names(),
        [
            "Overview",
            "Figures",
            "Register",
            "Results",
            "Plan",
            "Countries",
            "Organisations",
            "Sister cities",
            "Departments × months",
            "Changes",
            "Since last month",
            "Sources",
            "How it counts",
            "Counted"
        ]
    );
}

#[test]
fn partners_results_and_plans_are_listed_as_they_are_counted() {
    let result = invented::consolidated(invented::mixed(), Lang::En);
    let row = |name: &str, at: usize| -> Vec<String> {
        sheet(&result, name).rows().nth(4 + at).unwrap().iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        row("Countries", 0)[..3],
        ["Japan", "East Asia", "3"],
        "support services and others are no meetings"
    );
    assert_eq!(row("Organisations", 0)[..2], ["WHO", "2"]);
    assert_eq!(row("Plan", 0)[4], "announced");
    assert_eq!(row("Results", 0)[5], "เห็นพ้อง");
    let months = text(&sheet(&result, "Departments × months"));
    // Its report needs a look, and none came for the two months after it.
    assert!(months.contains("International Affairs Office (IAO)|?|–|–"), "{months}");
}

#[test]
fn the_register_holds_titles_whole_and_real_dates() {
    let range = sheet(&invented::consolidated(invented::mixed(), Lang::Th), "ทะเบียนกิจกรรม");
    assert_eq!(range.get((4, 1)), Some(&Data::String(format!("{} a", invented::TITLE))));
    assert!(
        matches!(range.get((4, 9)), Some(Data::DateTime(day)) if (day.as_f64() - 44_727.0).abs() < 1e-9),
        "{:?}",
        range.get((4, 9))
    );
    assert_eq!(range.get((4, 12)), Some(&Data::String("ญี่ปุ่น".to_owned())));
    assert_eq!(range.height(), 4 + 11);
}

#[test]
fn what_needs_a_look_and_what_was_set_aside_is_listed() {
    let result = invented::consolidated(invented::mixed(), Lang::Th);
    let check = text(&review(&result, "จุดที่ควรตรวจ"));
    for wanted in ["แฟ้มมีรหัสผ่าน", "แผ่นงาน มิ.ย. เซลล์ C7", "ข้อความแปลก", "ไม่พบวันที่ในรายงาน"]
    {
        assert!(check.contains(wanted), "{wanted} is not in:\n{check}");
    }
    assert!(text(&review(&result, "งานในประเทศที่แยกไว้")).contains("อบรมบุคลากรภายใน"));
    assert!(text(&review(&result, "แฟ้มรายงาน")).contains("มีรหัสผ่าน"));
}

#[test]
fn a_pair_in_doubt_is_a_point_to_check_with_what_speaks_for_and_against() {
    let mut result = invented::consolidated(invented::mixed(), Lang::Th);
    let observed = |level, weight| Evidence { first: 0, second: 0, level, weight };
    let evidence =
        vec![observed(Level::SameDay, 30), observed(Level::OtherKind, -42), observed(Level::UsualSide, 15)];
    result.register.doubtful = vec![Pair { first: 5, second: 6, evidence }];
    let check = text(&review(&result, "จุดที่ควรตรวจ"));
    let line = check.lines().find(|line| line.contains("หารือกับ WHO") && line.contains("หารือกับ UNDP"));
    assert!(
        line.is_some_and(|line| line.contains("ตรงกัน: วันเดียวกัน, คู่ภารกิจเดียวกัน / ไม่ตรงกัน: คนละประเภท")),
        "{check}"
    );
}

#[test]
fn the_counts_are_on_the_first_sheet() {
    let range = sheet(&invented::consolidated(invented::mixed(), Lang::Th), "ภาพรวม");
    assert_eq!(range.get((5, 0)), Some(&Data::Float(3.0)));
    assert_eq!(range.get((5, 4)), Some(&Data::Float(2.0)));
    assert_eq!(range.get((5, 8)), Some(&Data::Float(1.0)));
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let risky = invented::engagement("=cmd|'/C calc'!A0");
    let result = invented::consolidated(vec![invented::entry("x", risky)], Lang::Th);
    let mut book = open(&result);
    assert!(book.worksheet_formula("ทะเบียนกิจกรรม").unwrap().is_empty());
    let range = book.worksheet_range("ทะเบียนกิจกรรม").unwrap();
    assert_eq!(range.get((4, 1)), Some(&Data::String("=cmd|'/C calc'!A0".to_owned())));
}

#[test]
fn an_empty_register_and_texts_beyond_the_formats_limit_can_be_written() {
    let empty = sheet(&invented::consolidated(Vec::new(), Lang::Th), "ทะเบียนกิจกรรม");
    assert_eq!(empty.get((4, 0)), Some(&Data::String("ไม่มีรายการ".to_owned())));
    let mut long = invented::engagement("สั้น");
    long.outcome.value = "น้ำ".repeat(20_000) + "\u{1}";
    let range = sheet(&invented::consolidated(vec![invented::entry("x", long)], Lang::Th), "ทะเบียนกิจกรรม");
    let written = range.get((4, 7)).unwrap().to_string();
    assert!(written.chars().count() == 32_001 && written.ends_with('…'));
}

#[test]
fn the_workbook_says_that_it_is_the_programs_own() {
    let outputs = write::all(&invented::consolidated(Vec::new(), Lang::Th)).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(outputs[0].1.clone())).unwrap();
    let mut custom = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("docProps/custom.xml").unwrap(), &mut custom).unwrap();
    assert!(custom.contains(focalpoint::model::OWN_MARK), "{custom}");
}
