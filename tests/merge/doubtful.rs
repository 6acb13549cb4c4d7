//! Pairs that are not put together but listed for a person.

use super::notation;
use focalpoint::merge::merge;
use focalpoint::model::{Doubt, Key, Register};
use focalpoint::vocab::Vocab;
use std::collections::BTreeSet;

const TWO_TELL_OF_ONE_DAY: &str = "
a | 2023-02-14 | | courtesy_call | state | BE=เบลเยียม | | | ambassador | เอกอัครราชทูตเบลเยียม | | | IAO | iao.xlsx!1 | เอกอัครราชทูตเบลเยียมประจำประเทศไทยเข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร
b | 2023-02-14 | | meeting | state | BE=เบลเยียม | | | ambassador | เอกอัครราชทูตเบลเยียม | | | CSTD | cstd.xlsx!1 | เข้าร่วมประชุมหารือกับเอกอัครราชทูตเบลเยียม เรื่องพิพิธภัณฑ์การ์ตูน
b | 2023-02-14 | | meeting | state | BE=เบลเยียม | | | ambassador | เอกอัครราชทูตเบลเยียม | | | IAO | iao.xlsx!1 | ประชุมหารือกับเอกอัครราชทูตเบลเยียม เรื่องพิพิธภัณฑ์การ์ตูนและนักวาดภาพประกอบ
";

fn register(table: &str) -> Register {
    merge(Vocab::built_in(), notation::rows(table).into_iter().map(|(_, row)| row).collect())
}

#[test]
fn what_one_row_speaks_for_and_another_excludes_is_listed_with_its_evidence() {
    let register = register(TWO_TELL_OF_ONE_DAY);
    assert_eq!(register.entries.len(), 2);
    let [pair] = &register.doubtful[..] else { panic!("{:#?}", register.doubtful) };
    assert_eq!((pair.first, pair.second), (0, 1));
    for evidence in &pair.evidence {
        assert!(evidence.first < register.entries[0].sources.len());
        assert!(evidence.second < register.entries[1].sources.len());
    }
    let weight = |key| pair.evidence.iter().find(|e| e.level.key() == key).map_or(0, |e| e.weight);
    assert!(weight(Key::Start) > 0 && weight(Key::Countries) > 0);
    assert!(weight(Key::Kind) < 0, "a call and a meeting speak against");
}

#[test]
fn rows_of_other_countries_are_no_pair() {
    let other = TWO_TELL_OF_ONE_DAY.replacen("BE=เบลเยียม", "RO=โรมาเนีย", 1);
    assert_eq!(register(&other).doubtful, []);
}

#[test]
fn the_list_is_short_and_names_no_entry_twice() {
    let register = register(include_str!("planted.txt"));
    let named: Vec<usize> = register.doubtful.iter().flat_map(|pair| [pair.first, pair.second]).collect();
    let different: BTreeSet<usize> = named.iter().copied().collect();
    assert_eq!(named.len(), different.len());
    assert!(register.doubtful.iter().all(|pair| pair.first < pair.second));
    // Look-alikes are what the planted rows are made of; a person reads no more than one in ten entries.
    assert!((1..=7).contains(&register.doubtful.len()), "{}", register.doubtful.len());
}

#[test]
fn one_call_dated_some_days_apart_by_two_departments_is_one_only_with_the_person() {
    let table = "
a | 2023-07-12 | | courtesy_call | state | PL=โปแลนด์ | | | ambassador | นายมาเร็ก โนวิตสกี เอกอัครราชทูตโปแลนด์ | | | IAO | iao.xlsx!1 | เอกอัครราชทูตโปแลนด์เข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร
b | 2023-07-15 | | courtesy_call | state | PL=โปแลนด์ | | | ambassador | นายมาเร็ก โนวิตสกี เอกอัครราชทูตโปแลนด์ | | | GOS | gos.pdf | เอกอัครราชทูตโปแลนด์เข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร
";
    let called = register(table);
    assert_eq!(called.entries.len(), 1);
    let days = &called.entries[0].engagement.period.doubts;
    assert!(days.iter().any(|doubt| matches!(doubt, Doubt::ReportsDisagree { .. })), "{days:?}");
    let other_matter = table.replace(
        "gos.pdf | เอกอัครราชทูตโปแลนด์เข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร",
        "gos.pdf | ทูตโปแลนด์หารือรองผู้ว่าฯ เรื่องเทศกาลภาพยนตร์",
    );
    assert_ne!(other_matter, table);
    assert_eq!(register(&other_matter).entries.len(), 2);
}
