//! How long merging takes, and how much memory: `cargo bench --bench merge -- 100000`.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a bench that cannot go on should stop

use focalpoint::merge::merge;
use focalpoint::model::{
    Doubt, Engagement, Group, Kind, Period, Place, Precision, Rank, Reading, Spot, Status,
};
use focalpoint::vocab::Vocab;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::time::Instant;

const COUNTRIES: &[(&str, &str)] = &[
    ("JP", "ญี่ปุ่น"),
    ("CN", "จีน"),
    ("KR", "เกาหลีใต้"),
    ("DE", "เยอรมนี"),
    ("FR", "ฝรั่งเศส"),
    ("SE", "สวีเดน"),
    ("PL", "โปแลนด์"),
    ("BR", "บราซิล"),
    ("IN", "อินเดีย"),
    ("VN", "เวียดนาม"),
    ("LA", "ลาว"),
    ("US", "สหรัฐอเมริกา"),
    ("NL", "เนเธอร์แลนด์"),
    ("TR", "ตุรกี"),
    ("ZA", "แอฟริกาใต้"),
    ("ID", "อินโดนีเซีย"),
    ("MN", "มองโกเลีย"),
    ("CH", "สวิตเซอร์แลนด์"),
];
const MATTERS: &[&str] = &[
    "การจัดการขยะ",
    "การป้องกันน้ำท่วม",
    "เมืองอัจฉริยะ",
    "ทุนการศึกษา",
    "ระบบขนส่งมวลชน",
    "การดูแลผู้สูงอายุ",
    "ความปลอดภัยทางถนน",
    "การส่งเสริมการท่องเที่ยว",
    "เทศกาลภาพยนตร์",
    "การลดฝุ่น PM2.5",
    "ตลาดคาร์บอน",
    "ผังเมืองรวม",
    "การเรียนรู้ปฐมวัย",
    "สวนสาธารณะ",
];
const UNITS: &[&str] = &["IAO", "GOS", "ENV", "DDS", "SED", "CSTD", "SDD", "TTD"];

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

fn row(unit: &str, day: Date, number: usize, country: usize, title: String, kind: Kind) -> Engagement {
    let (code, name) = COUNTRIES[country];
    let file = format!("{unit}-{:04}-{:02}.xlsx", day.year(), day.month());
    let days = Period { start: Some(day), end: Some(day), precision: Precision::Day };
    Engagement {
        expires: Reading::default(),
        place: Place { file, spot: Spot::Row { sheet: "1".to_owned(), row: number as u32 } },
        title: Reading::certain(title.clone(), title),
        period: Reading::certain(days, day.to_string()),
        status: Reading::guess(Status::Held, "", Doubt::DefaultTaken),
        kind: Reading::likely(kind, ""),
        group: Reading::certain(Group::State, ""),
        countries: Reading::certain(vec![code.to_owned()], name),
        cities: Reading::default(),
        organisations: Reading::default(),
        themes: Reading::default(),
        policies: Reading::default(),
        sdgs: Reading::default(),
        departments: Reading::certain(vec![unit.to_owned()], unit),
        supported_department: Reading::default(),
        counterpart: Reading::certain(format!("เอกอัครราชทูต{name}ประจำประเทศไทย"), ""),
        counterpart_rank: Reading::certain(Some(Rank::Ambassador), ""),
        lead: Reading::default(),
        venue: Reading::default(),
        mode: Reading::default(),
        participants: Reading::default(),
        budget_thb: Reading::default(),
        outcome: Reading::certain("ทั้งสองฝ่ายเห็นพ้องส่งเสริมความร่วมมือ".to_owned(), ""),
        obstacles: Reading::default(),
        next_steps: Reading::default(),
        contact: Reading::default(),
    }
}

fn rows(count: usize, years: usize) -> Vec<Engagement> {
    let mut dice = Dice(7);
    let mut out = Vec::with_capacity(count);
    let first = date(2560 - 543, 1, 1);
    while out.len() < count {
        let day = first.checked_add((dice.below(years * 365) as i64).days()).unwrap();
        let (country, matter) = (dice.below(COUNTRIES.len()), MATTERS[dice.below(MATTERS.len())]);
        let name = COUNTRIES[country].1;
        let number = out.len();
        let title = format!("ประชุมหารือ{matter}ร่วมกับเอกอัครราชทูต{name}ประจำประเทศไทย");
        out.push(row("IAO", day, number, country, title, Kind::Meeting));
        for more in 0..dice.below(3) {
            let title = format!("ร่วมต้อนรับเอกอัครราชทูต{name} และหารือ{matter}");
            out.push(row(UNITS[1 + (number + more) % 7], day, number, country, title, Kind::Meeting));
        }
    }
    out.truncate(count);
    out
}

/// Most memory held at any time, as Linux tells it; nothing elsewhere.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("memory not known").to_owned()
}

fn main() {
    let count = std::env::args().find_map(|arg| arg.parse().ok()).unwrap_or(100_000);
    for years in [20, 5, 1] {
        let rows = rows(count, years);
        let begin = Instant::now();
        let register = merge(Vocab::built_in(), rows);
        println!(
            "{count} rows of {years} years: {} entries in {:.2} s, {}",
            register.entries.len(),
            begin.elapsed().as_secs_f64(),
            most_memory()
        );
    }
}
