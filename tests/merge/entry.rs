//! The values of a merged entry.

use super::notation;
use focalpoint::merge::{doubt_ahead, merge};
use focalpoint::model::{Datum, Doubt, Engagement, Entry, Key, Kind, Period, Reading, Status};
use focalpoint::vocab::Vocab;

/// Merges the rows of a table, which must be one engagement; `change` may add to them.
fn one(table: &str, change: impl Fn(&mut [Engagement])) -> Entry {
    let mut rows: Vec<Engagement> = notation::rows(table).into_iter().map(|(_, row)| row).collect();
    change(&mut rows);
    let mut entries = merge(Vocab::built_in(), rows).entries;
    assert_eq!(entries.len(), 1, "{:#?}", entries.iter().map(|e| &e.sources).collect::<Vec<_>>());
    entries.remove(0)
}

const CALL: &str = "
a | 2023-02-14 | | courtesy_call | state | PL=โปแลนด์ | | | ambassador | นายมาเร็ก โนวิตสกี เอกอัครราชทูตโปแลนด์ | ผู้ว่าราชการกรุงเทพมหานคร | | IAO | iao.xlsx!1 | เอกอัครราชทูตโปแลนด์เข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร
a | 2023-02-14 | | meeting | state | PL=โปแลนด์ | | | ambassador | | | | ENV | env.xlsx!1 | ร่วมต้อนรับเอกอัครราชทูตโปแลนด์ และหารือการแปรรูปขยะ
a | 2023-02-14..2023-02-15 | | courtesy_call | state | PL=โปแลนด์ | | | ambassador | นายมาเร็ก โนวิตสกี | | | GOS | gos.pdf | นายมาเร็ก โนวิตสกี ทูตโปแลนด์ เข้าเยี่ยมคารวะผู้ว่าฯ
";

#[test]
fn the_hosts_kind_stands_and_all_departments_are_named() {
    let entry = one(CALL, |_| {});
    assert_eq!(entry.engagement.kind.value, Kind::CourtesyCall);
    assert_eq!(entry.engagement.departments.value, ["ENV", "GOS", "IAO"]);
    assert_eq!(entry.sources.len(), 3);
    assert_eq!(entry.engagement.title.value, "เอกอัครราชทูตโปแลนด์เข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานคร");
    assert_eq!(entry.engagement.counterpart.value, "นายมาเร็ก โนวิตสกี เอกอัครราชทูตโปแลนด์");
}

fn days(text: &str) -> Datum {
    Datum::Period(Period::of(text).expect("days"))
}

#[test]
fn the_day_most_say_is_taken_and_the_other_is_said() {
    let entry = one(CALL, |_| {});
    assert_eq!(entry.engagement.period.value.start.unwrap().to_string(), "2023-02-14");
    let doubt = Doubt::ReportsDisagree {
        taken: days("2023-02-14"),
        other: days("2023-02-14/2023-02-15"),
        department: "GOS".to_owned(),
    };
    assert!(entry.engagement.period.doubts.contains(&doubt), "{:?}", entry.engagement.period.doubts);
    assert!(entry.conflicts.iter().any(|c| c.key == Key::End && c.other == days("2023-02-14/2023-02-15")));
}

#[test]
fn every_pair_of_sources_states_its_evidence() {
    let entry = one(CALL, |_| {});
    for (first, second) in [(0, 1), (0, 2), (1, 2)] {
        let of_pair: Vec<_> =
            entry.evidence.iter().filter(|e| (e.first, e.second) == (first, second)).collect();
        assert!(of_pair.iter().any(|e| e.level.key() == Key::Countries && e.weight > 0), "{first} {second}");
        assert!(of_pair.iter().all(|e| e.weight != 0));
    }
}

#[test]
fn what_was_held_and_lies_ahead_keeps_its_status_and_is_doubted() {
    let mut rows: Vec<Engagement> = notation::rows(CALL).into_iter().map(|(_, row)| row).collect();
    rows.truncate(1);
    let mut register = merge(Vocab::built_in(), rows);
    for (as_of, doubted) in [("2023-02-13", true), ("2023-02-14", false)] {
        let as_of = as_of.parse().unwrap();
        register.entries.iter_mut().for_each(|entry| entry.engagement.status.doubts.clear());
        doubt_ahead(&mut register, as_of);
        let status = &register.entries[0].engagement.status;
        assert_eq!(status.value, Status::Held);
        assert_eq!(status.doubts == [Doubt::HeldAhead { as_of }], doubted, "{as_of}");
    }
}

#[test]
fn held_supersedes_planned() {
    let table = "
a | 2023-11-21 | planned | inbound_visit | state | VN=เวียดนาม | Da Nang=นครดานัง | | delegation | | | | IAO | plan.xlsx!1 | กำหนดต้อนรับคณะผู้แทนนครดานัง เวียดนาม ศึกษาดูงานด้านระบบขนส่งสาธารณะและการจราจร
a | 2023-11-21 | | inbound_visit | state | VN=เวียดนาม | Da Nang=นครดานัง | | delegation | | | | IAO | nov.xlsx!1 | ต้อนรับคณะผู้แทนนครดานัง เวียดนาม ศึกษาดูงานด้านระบบขนส่งสาธารณะ
";
    let entry = one(table, |_| {});
    assert_eq!(entry.engagement.status.value, Status::Held);
    assert!(entry.engagement.title.value.starts_with("ต้อนรับ"), "the title says what came of it");
    assert!(entry.conflicts.iter().all(|c| c.key != Key::Status));
}

#[test]
fn called_off_stands_against_a_row_that_says_nothing_of_it() {
    let table = "
a | 2024-11-05 | cancelled | inbound_visit | state | PT=โปรตุเกส | Lisbon=กรุงลิสบอน | | delegation | | | | IAO | iao.xlsx!1 | ต้อนรับคณะผู้แทนกรุงลิสบอน ศึกษาดูงานรถราง (ยกเลิก)
a | 2024-11-05 | | inbound_visit | state | PT=โปรตุเกส | Lisbon=กรุงลิสบอน | | delegation | | | | TTD | ttd.xlsx!1 | ต้อนรับคณะผู้แทนกรุงลิสบอน ดูงานรถราง
";
    assert_eq!(one(table, |_| {}).engagement.status.value, Status::Cancelled);
}

#[test]
fn called_off_and_expressly_held_is_for_a_person_to_look_at() {
    let table = "
a | 2024-11-05 | cancelled | inbound_visit | state | PT=โปรตุเกส | Lisbon=กรุงลิสบอน | | delegation | | | | IAO | iao.xlsx!1 | ต้อนรับคณะผู้แทนกรุงลิสบอน ศึกษาดูงานรถราง (ยกเลิก)
a | 2024-11-05 | held | inbound_visit | state | PT=โปรตุเกส | Lisbon=กรุงลิสบอน | | delegation | | | | TTD | ttd.xlsx!1 | ต้อนรับคณะผู้แทนกรุงลิสบอน ดูงานรถราง
";
    let entry = one(table, |_| {});
    assert!(entry.conflicts.iter().any(|c| c.key == Key::Status));
    assert!(matches!(entry.engagement.status.doubts[..], [Doubt::ReportsDisagree { .. }]));
}

#[test]
fn statements_are_joined_once_each() {
    let entry = one(CALL, |rows| {
        rows[0].outcome = Reading::certain("เห็นพ้องร่วมมือด้านขยะ".to_owned(), "");
        rows[1].outcome = Reading::certain("เห็นพ้องร่วมมือด้าน ขยะ".to_owned(), "");
        rows[2].outcome = Reading::certain("จะส่งผู้เชี่ยวชาญมาในปีหน้า".to_owned(), "");
        rows[0].next_steps = Reading::certain("ประสานสถานทูต".to_owned(), "");
        rows[1].next_steps = Reading::certain("ประสานสถานทูตเพื่อลงนามภายในเดือนมีนาคม".to_owned(), "");
    });
    assert_eq!(
        entry.engagement.outcome.value.matches("ร่วมมือด้าน").count(),
        1,
        "{:?}",
        entry.engagement.outcome
    );
    assert!(entry.engagement.outcome.value.contains("จะส่งผู้เชี่ยวชาญมาในปีหน้า"));
    assert_eq!(entry.engagement.next_steps.value, "ประสานสถานทูตเพื่อลงนามภายในเดือนมีนาคม");
}

#[test]
fn numbers_that_disagree_are_said() {
    let entry = one(CALL, |rows| {
        rows[0].participants = Reading::certain(Some(12), "12 คน");
        rows[2].participants = Reading::certain(Some(15), "15 คน");
    });
    let conflict = entry.conflicts.iter().find(|c| c.key == Key::Participants).unwrap();
    assert_eq!(Datum::Count(entry.engagement.participants.value), conflict.taken);
    assert!(!entry.engagement.participants.doubts.is_empty());
}

#[test]
fn a_doubt_that_another_source_settles_is_dropped() {
    let doubt = Doubt::YearFromPeriod { year: 2023 };
    let alone = one(CALL.lines().nth(1).unwrap(), |rows| {
        rows[0].period = rows[0].period.clone().doubted(doubt.clone());
    });
    assert!(alone.engagement.period.doubts.contains(&doubt));
    let settled = one(CALL, |rows| rows[0].period = rows[0].period.clone().doubted(doubt.clone()));
    assert!(!settled.engagement.period.doubts.contains(&doubt));
}

#[test]
fn a_guessed_country_does_not_join_the_known_ones() {
    let entry = one(CALL, |rows| {
        let taken = Datum::Countries(vec!["CZ".to_owned()]);
        let doubt = Doubt::SpellingMatched { written: "ทูต".to_owned(), taken };
        rows[2].period = rows[0].period.clone();
        rows[1].countries = Reading::guess(vec!["CZ".to_owned(), "PL".to_owned()], "ทูต", doubt);
    });
    assert_eq!(entry.engagement.countries.value, ["PL"]);
}
