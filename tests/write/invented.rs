//! Invented registers: no person or event in them is real.

use focalpoint::labels::Lang;
use focalpoint::model::{
    Aside, AsideReason, Audit, Baht, Changes, Context, Covered, Doubt, Engagement, Entry, FileStatus, Format,
    Group, History, International, Kind, Mode, Period, Place, Precision, Processed, Rank, Reading, Reason,
    Record, Register, Report, ReportPeriod, Reported, Settings, Source, Spot, Status, Theme, Understood,
    Verdict,
};
use focalpoint::problem::{Problem, What};
use focalpoint::vocab::Vocab;
use focalpoint::write::Consolidated;
use jiff::ToSpan;
use jiff::civil::date;
use std::collections::BTreeMap;

/// A title with sara am under a tone, a repetition mark and words that breakers take apart.
pub const TITLE: &str = "เปลี่ยนน้ำเสียเป็นน้ำดีและเรื่องต่าง ๆ ร่วมกับกรุงเทพมหานคร ทั้งหมดเพิ่มขึ้น";

fn certain<T>(value: T) -> Reading<T> {
    Reading::certain(value, "")
}

/// An engagement held with Japan on a day, reported by the International Affairs Office.
pub fn engagement(title: &str) -> Engagement {
    let day = date(2022, 6, 15);
    let period = Period { start: Some(day), end: Some(day), precision: Precision::Day };
    let spot = Spot::Row { sheet: "มิ.ย.".to_owned(), row: 5 };
    Engagement {
        place: Place { file: "สนต/มิ.ย.xlsx".to_owned(), spot },
        title: certain(title.to_owned()),
        period: certain(period),
        status: certain(Status::Held),
        kind: certain(Kind::Meeting),
        group: certain(Group::State),
        countries: certain(vec!["JP".to_owned()]),
        cities: certain(vec!["Fukuoka".to_owned()]),
        organisations: certain(Vec::new()),
        themes: certain(vec![Theme::Environment]),
        policies: certain(Vec::new()),
        sdgs: certain(vec![6, 11]),
        departments: certain(vec!["IAO".to_owned()]),
        supported_department: certain(None),
        counterpart: certain("นายสมมติ เอกอัครราชทูต".to_owned()),
        counterpart_rank: certain(Some(Rank::Ambassador)),
        lead: certain("ผู้ว่าราชการกรุงเทพมหานคร".to_owned()),
        venue: certain("ศาลาว่าการ".to_owned()),
        mode: certain(Some(Mode::Onsite)),
        participants: certain(Some(12)),
        budget_thb: certain(Baht::of(1500.5)),
        expires: certain(None),
        outcome: certain("เห็นพ้อง".to_owned()),
        obstacles: certain(String::new()),
        next_steps: certain(String::new()),
        contact: certain(String::new()),
    }
}

/// An entry with one source.
pub fn entry(id: &str, engagement: Engagement) -> Entry {
    let source = Source {
        place: engagement.place.clone(),
        department: "IAO".to_owned(),
        title: engagement.title.value.clone(),
    };
    Entry {
        id: id.to_owned(),
        engagement,
        sources: vec![source],
        evidence: Vec::new(),
        conflicts: Vec::new(),
    }
}

/// A register with these entries, one file that was read and one that needs a person.
pub fn consolidated(entries: Vec<Entry>, lang: Lang) -> Consolidated {
    let audit = Audit { seen: 9, in_records: 7, aside: 2, records: 7, international: 6, domestic: 1 };
    let mut locked = report("ลับ.xlsx");
    locked.size = 7;
    let problem = Problem::error(Place::file(&locked.file), What::PasswordNeeded);
    Consolidated {
        settings: Settings::default(),
        period: None,
        edition: None,
        also: None,
        vocab: Vocab::built_in(),
        register: Register { entries, doubtful: Vec::new() },
        files: vec![
            Processed { report: report("สนต/มิ.ย.xlsx"), reported: read(audit) },
            Processed { report: locked, reported: Reported::settled(FileStatus::Password, problem) },
        ],
        questions: Vec::new(),
        follow_ups: Vec::new(),
        decisions: Vec::new(),
        unusable: Vec::new(),
        inbox_link: None,
        unread_review: None,
        history: History::default(),
        last_month: None,
        changes: Changes::default(),
        news: None,
        problems: Vec::new(),
        audit,
        lang,
        as_of: date(2023, 1, 31),
    }
}

fn report(file: &str) -> Report {
    Report { file: file.to_owned(), size: 2048, sha256: "ab".repeat(32), format: Format::Xlsx }
}

fn read(audit: Audit) -> Reported {
    let place = Place {
        file: "สนต/มิ.ย.xlsx".to_owned(),
        spot: Spot::Cell { sheet: "มิ.ย.".to_owned(), row: 7, column: 3 },
    };
    let domestic = Understood {
        record: Record {
            place: place.clone(),
            layout: "table".to_owned(),
            fields: BTreeMap::new(),
            context: Context::default(),
            doubtful: false,
            marks: Vec::new(),
        },
        engagement: engagement("อบรมบุคลากรภายใน"),
        verdict: Verdict {
            international: International::No,
            reasons: vec![Reason::of("domestic", "training")],
        },
    };
    Reported {
        unheld: Vec::new(),
        unsure: Vec::new(),
        nil: false,
        status: FileStatus::ReadWithWarnings,
        other_file: None,
        department: Some("IAO".to_owned()),
        period: Some(ReportPeriod { start: date(2022, 6, 1), end: date(2022, 8, 31) }),
        covers: vec![Covered { department: "IAO".to_owned(), month: date(2022, 6, 1), nil: false }],
        context: Context::default(),
        understood: vec![domestic],
        aside: vec![Aside {
            place: place.clone(),
            text: "ข้อความแปลก".to_owned(),
            reason: AsideReason::NotUnderstood,
            rule: "stray cells".to_owned(),
        }],
        audit,
        review: None,
        problems: vec![Problem::warning(place, What::CellCut)],
    }
}

/// A register of every status and group: what must be counted is known by hand.
///
/// State: 3 held, of which one in August; one planned, one cancelled. Organisation: 3 held with WHO, UNDP and WHO
/// again. Support: 1 held. Other: 1 held, without a date. One postponed.
pub fn mixed() -> Vec<Entry> {
    let of = |id: &str, group: Group, status: Status, change: fn(&mut Engagement)| {
        let mut e = engagement(&format!("{TITLE} {id}"));
        e.group = certain(group);
        e.status = certain(status);
        change(&mut e);
        entry(id, e)
    };
    let with = |id: &str, name: &str| {
        let mut e = engagement(&format!("หารือกับ {name}"));
        e.group = certain(Group::Organisation);
        e.countries = certain(Vec::new());
        e.organisations = certain(vec![name.to_owned()]);
        entry(id, e)
    };
    vec![
        of("a", Group::State, Status::Held, |_| {}),
        of("b", Group::State, Status::Held, |e| e.title = e.title.clone().doubted(Doubt::CellCut)),
        of("c", Group::State, Status::Held, |e| {
            let day = date(2022, 8, 2);
            e.period = certain(Period { start: Some(day), end: Some(day), precision: Precision::Day });
        }),
        of("d", Group::State, Status::Planned, |e| {
            let day = date(2023, 3, 1);
            e.period = certain(Period { start: Some(day), end: Some(day), precision: Precision::Day });
        }),
        of("e", Group::State, Status::Cancelled, |_| {}),
        with("f", "WHO"),
        with("g", "UNDP"),
        with("h", "WHO"),
        of("i", Group::Support, Status::Held, |e| e.supported_department = certain(Some("CSTD".to_owned()))),
        of("j", Group::Other, Status::Held, |e| {
            let period = Period { start: None, end: None, precision: Precision::None };
            e.period =
                Reading { value: period, doubts: vec![Doubt::DateMissing], ..Reading::certain(period, "") };
        }),
        of("k", Group::Other, Status::Postponed, |_| {}),
    ]
}

/// Many entries with long texts, over two years.
pub fn many(count: i32) -> Vec<Entry> {
    let kinds = Group::ALL;
    (0..count)
        .map(|n| {
            let mut e = engagement(&format!("{} ครั้งที่ {n}", TITLE.repeat(1 + n as usize % 6)));
            let day = date(2021, 1, 1) + (n * 2 % 700).days();
            e.period = certain(Period {
                start: Some(day),
                end: Some(day + (n % 3).days()),
                precision: Precision::Day,
            });
            e.group = certain(kinds[n as usize % 4]);
            e.countries = certain(vec![["JP", "DE", "LA", "US", "CH"][n as usize % 5].to_owned()]);
            e.departments =
                certain(vec!["IAO".to_owned(), ["CSTD", "BACC", "BD"][n as usize % 3].to_owned()]);
            e.outcome = certain(TITLE.repeat(n as usize % 40));
            entry(&format!("n{n:04}"), e)
        })
        .collect()
}
