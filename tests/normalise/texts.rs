//! Lines as departments write them, each with what a person understands of it.

use focalpoint::model::{Engagement, International, Reading};
use focalpoint::normalise::understand_text;
use focalpoint::vocab::Vocab;

/// One line: text, type, group, countries, cities, organisations, status, international.
struct Case {
    text: &'static str,
    expected: Vec<&'static str>,
}

fn cases() -> Vec<Case> {
    include_str!("texts.tsv")
        .lines()
        .skip(1)
        .map(|line| {
            let mut fields = line.split('\t');
            let text = fields.next().expect("a text");
            Case { text, expected: fields.collect() }
        })
        .collect()
}

fn set(reading: &Reading<Vec<String>>) -> String {
    reading.value.join(",")
}

fn understood(engagement: &Engagement) -> [String; 6] {
    [
        engagement.kind.value.code().to_owned(),
        engagement.group.value.code().to_owned(),
        set(&engagement.countries),
        set(&engagement.cities),
        set(&engagement.organisations),
        engagement.status.value.code().to_owned(),
    ]
}

#[test]
fn lines_of_foreign_affairs_are_understood_field_by_field() {
    let mut wrong = Vec::new();
    for case in cases().iter().filter(|case| !case.expected[0].is_empty()) {
        let found = understand_text(Vocab::built_in(), case.text, None, None);
        let got = understood(&found.engagement);
        if got[..] != case.expected[..6] {
            wrong.push(format!("{}\n  expected {:?}\n  got      {got:?}", case.text, &case.expected[..6]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn domestic_lines_are_told_from_international_ones() {
    let mut wrong = Vec::new();
    for case in cases() {
        let verdict = understand_text(Vocab::built_in(), case.text, None, None).verdict;
        let got = match verdict.international {
            International::Yes => "Yes",
            International::No => "No",
            International::Unsure => "Unsure",
        };
        if got != case.expected[6] {
            wrong.push(format!("{}: {got}, {:?}", case.text, verdict.reasons));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Lines of other years and bodies: text, type, group, international, themes; `*` where several answers are right.
#[test]
fn lines_of_other_years_are_understood() {
    let mut wrong = Vec::new();
    for line in include_str!("texts_years.tsv").lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let found = understand_text(Vocab::built_in(), fields[0], None, None);
        let engagement = &found.engagement;
        let mut themes: Vec<&str> = engagement.themes.value.iter().map(|theme| theme.code()).collect();
        themes.sort_unstable();
        let mut expected: Vec<&str> = fields[4].split(',').filter(|theme| !theme.is_empty()).collect();
        expected.sort_unstable();
        let international = format!("{:?}", found.verdict.international);
        let right = |expected: &str, got: &str| expected == "*" || expected.split('|').any(|one| one == got);
        if !right(fields[1], engagement.kind.value.code())
            || !right(fields[2], engagement.group.value.code())
            || !right(fields[3], &international)
            || (fields[4] != "*" && themes != expected)
        {
            let (kind, group) = (engagement.kind.value, engagement.group.value);
            wrong.push(format!("{line}\n  {kind:?} {group:?} {international} {themes:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_thai_embassy_abroad_is_not_the_foreign_side() {
    let found =
        understand_text(Vocab::built_in(), "สถานเอกอัครราชทูต ณ กรุงปักกิ่ง ขอรับข้อมูลด้านการท่องเที่ยว", None, None);
    assert_eq!(found.engagement.countries.value, Vec::<String>::new());
    assert_eq!(found.verdict.international, International::Unsure);
}

#[test]
fn goals_and_policies_are_taken_only_where_written() {
    let found =
        understand_text(Vocab::built_in(), "หารือกับ UNDP เรื่อง SDGs ข้อ 11 และ 13 ตามนโยบายเดินทางดี", None, None)
            .engagement;
    assert_eq!(found.sdgs.value, [11, 13]);
    assert_eq!(found.policies.value, ["เดินทางดี"]);
    let silent =
        understand_text(Vocab::built_in(), "หารือกับ UNDP เรื่องเมืองยั่งยืนและการเดินทาง", None, None).engagement;
    assert!(silent.sdgs.value.is_empty() && silent.policies.value.is_empty());
}

#[test]
fn a_department_in_the_title_gives_no_theme() {
    let text = "ให้คำปรึกษาด้านพิธีการทูตแก่สำนักวัฒนธรรม กีฬา และการท่องเที่ยว";
    let found = understand_text(Vocab::built_in(), text, None, None).engagement;
    assert!(found.themes.value.is_empty(), "{:?}", found.themes);
    assert_eq!(found.supported_department.value.as_deref(), Some("CSTD"));
}
