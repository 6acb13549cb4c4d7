//! A thousand documents whose layout is drawn by chance, always the same ones: tables with their headings in any order,
//! with notes, sections and a second table, cards, digests, schedules, lists. Every record is found, or the net names it.

use focalpoint::extract;
use focalpoint::model::{
    Block, Body, Cell, Document, Extract, Grid, Legibility, Line, Page, Rect, Role, Sheet, Span, Value,
};
use focalpoint::thai;
use focalpoint::vocab::Vocab;

const DOCUMENTS: u64 = 1000;

const ACTS: &[&str] = &[
    "ต้อนรับคณะผู้แทนจาก",
    "ประชุมหารือร่วมกับ",
    "เข้าร่วมงานเลี้ยงรับรองของ",
    "ลงนามบันทึกความเข้าใจกับ",
    "จัดอบรมเชิงปฏิบัติการร่วมกับ",
    "เดินทางไปศึกษาดูงานตามคำเชิญของ",
];
const SIDES: &[&str] = &[
    "สถานเอกอัครราชทูตญี่ปุ่น",
    "กรุงโซล สาธารณรัฐเกาหลี",
    "เทศบาลนครฮานอย",
    "UN-Habitat",
    "องค์การอนามัยโลก",
    "เมืองฟุกุโอกะ ประเทศญี่ปุ่น",
    "สถานทูตเยอรมนี",
    "ธนาคารพัฒนาเอเชีย (ADB)",
];
const MATTERS: &[&str] = &[
    "เรื่องการจัดการขยะ",
    "ด้านการป้องกันน้ำท่วม",
    "เรื่องเมืองอัจฉริยะ",
    "ด้านการท่องเที่ยว",
    "เรื่องพื้นที่สีเขียว",
    "ด้านการศึกษา",
    "เรื่องระบบขนส่ง",
];
const MONTHS: &[&str] = &["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย."];
const PLACES: &[&str] = &["ห้องอมรพิมาน", "ห้องนพรัตน์", "ศาลาว่าการ กทม.", "โรงแรมเซ็นทรา"];
const HEADINGS: &[(Role, &[&str])] = &[
    (Role::Activity, &["กิจกรรม", "โครงการ/กิจกรรม", "ภารกิจ", "รายการ", "เรื่อง", "การดำเนินงาน"]),
    (Role::Date, &["วันที่", "วัน เดือน ปี", "ว.ด.ป.", "วันที่ดำเนินการ", "ห้วงเวลา"]),
    (Role::Venue, &["สถานที่", "สถานที่จัด"]),
    (Role::Outcome, &["ผลการดำเนินงาน", "สรุปผล", "ผลที่ได้รับ"]),
];

/// Numbers by chance, always the same ones (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

struct Record {
    title: String,
    date: String,
    place: &'static str,
}

fn records(chance: &mut Chance, count: usize) -> Vec<Record> {
    let mut found: Vec<Record> = Vec::new();
    while found.len() < count {
        let title = format!("{}{} {}", chance.one(ACTS), chance.one(SIDES), chance.one(MATTERS));
        let date = format!("{} {} 2567", 1 + chance.below(28), chance.one(MONTHS));
        if found.iter().all(|record| record.title != title) {
            found.push(Record { title, date, place: chance.one(PLACES) });
        }
    }
    found
}

/// A sheet that is written row by row.
#[derive(Default)]
struct Paper {
    grid: Grid,
    row: u32,
}

impl Paper {
    fn put(&mut self, column: u32, text: &str) {
        let cell = Cell { value: Value::Text(text.to_owned()), flaw: None };
        self.grid.cells.insert((self.row, column), cell);
    }

    fn table(&mut self, chance: &mut Chance, records: &[Record]) {
        let mut roles: Vec<usize> = (0..HEADINGS.len()).collect();
        for n in (1..roles.len()).rev() {
            roles.swap(n, chance.below(n + 1));
        }
        if chance.below(3) == 0 {
            roles.retain(|role| HEADINGS[*role].0 != Role::Outcome);
        }
        let numbered = u32::from(chance.below(2) == 0);
        if numbered == 1 {
            self.put(0, chance.one(&["ที่", "ลำดับ", "ลำดับที่"]));
        }
        for (column, role) in roles.iter().enumerate() {
            let heading = chance.one(HEADINGS[*role].1);
            self.put(column as u32 + numbered, heading);
        }
        self.row += 1;
        let sections = chance.below(3) == 0;
        for (n, record) in records.iter().enumerate() {
            if sections && n % 3 == 0 {
                self.put(
                    0,
                    &format!("{}. {}", n / 3 + 1, chance.one(&["งานต้อนรับ", "งานประชุม", "ความร่วมมือ"])),
                );
                let right = roles.len() as u32 + numbered - 1;
                self.grid.merged.push(Span { top: self.row, left: 0, bottom: self.row, right });
                self.row += 1;
            }
            if numbered == 1 {
                self.put(0, &(n + 1).to_string());
            }
            for (column, role) in roles.iter().enumerate() {
                let text = match HEADINGS[*role].0 {
                    Role::Activity => record.title.as_str(),
                    Role::Date => record.date.as_str(),
                    Role::Venue => record.place,
                    _ => "ดำเนินการเรียบร้อย",
                };
                self.put(column as u32 + numbered, text);
            }
            self.row += 1;
        }
        if chance.below(2) == 0 {
            self.put(0, &format!("รวม {} รายการ", records.len()));
            self.row += 1;
        }
    }

    fn cards(&mut self, chance: &mut Chance, records: &[Record]) {
        let labels: Vec<&str> = HEADINGS[..3].iter().map(|(_, words)| chance.one(&words[..2])).collect();
        for record in records {
            for (label, value) in labels.iter().zip([&record.title, &record.date, record.place]) {
                self.put(0, label);
                self.put(1, value);
                self.row += 1;
            }
            self.row += 1;
        }
    }
}

fn sheet(chance: &mut Chance, all: &[Record]) -> Document {
    let mut paper = Paper::default();
    paper.put(0, "รายงานผลการดำเนินงานด้านการต่างประเทศ ประจำปี 2567");
    paper.row += 1;
    if chance.below(2) == 0 {
        paper.put(0, "สำนักสิ่งแวดล้อม");
        paper.row += 1;
    }
    paper.row += chance.below(2) as u32;
    match chance.below(3) {
        0 => paper.table(chance, all),
        1 => {
            let (first, second) = all.split_at(all.len() / 2);
            paper.table(chance, first);
            paper.row += 1 + chance.below(2) as u32;
            paper.put(0, "ส่วนที่ 2 กิจกรรมอื่น");
            paper.row += 1;
            paper.table(chance, second);
        }
        _ => paper.cards(chance, all),
    }
    if chance.below(2) == 0 {
        paper.row += 1;
        paper.put(0, "หมายเหตุ ข้อมูล ณ สิ้นเดือนมิถุนายน");
    }
    let sheet = Sheet { name: "Sheet1".to_owned(), hidden: false, grid: paper.grid, notes: Vec::new() };
    Document { body: Body::Sheets(vec![sheet]), partial: false }
}

fn line(text: &str, top: f32, size: f32) -> Block {
    let right = (60.0 + text.chars().count() as f32 * 5.0).min(540.0);
    let bounds = Rect { left: 60.0, top, right, bottom: top + size };
    Block::Line(Line {
        text: text.to_owned(),
        bounds,
        size,
        bold: false,
        colour: None,
        furniture: false,
        unsure: false,
    })
}

/// A digest of news, a schedule by day, or a numbered list, as lines of a page.
fn page(chance: &mut Chance, all: &[Record]) -> Document {
    let kind = chance.below(3);
    let mut lines: Vec<(String, f32)> = vec![("สรุปภารกิจด้านการต่างประเทศ".to_owned(), 18.0)];
    for (n, record) in all.iter().enumerate() {
        match kind {
            0 => {
                lines.push((record.title.clone(), 16.0));
                lines.push((format!("({}) ณ {} ทั้งสองฝ่ายแลกเปลี่ยนความคิดเห็น", record.date, record.place), 14.0));
            }
            1 => {
                lines.push((format!("วันที่ {}", record.date), 14.0));
                lines.push((format!("{:02}.00 น. {} ณ {}", 9 + n % 8, record.title, record.place), 14.0));
            }
            _ => lines
                .push((format!("{}. วันที่ {} {} ณ {}", n + 1, record.date, record.title, record.place), 14.0)),
        }
    }
    let mut top = 60.0;
    let blocks = lines
        .into_iter()
        .map(|(text, size)| {
            top += 22.0;
            line(&text, top, size)
        })
        .collect();
    let (columns, legibility) = (Vec::new(), Legibility::Good);
    let page = Page { number: 1, width: 595.0, height: 842.0, blocks, columns, legibility };
    Document { body: Body::Pages(vec![page]), partial: false }
}

/// A title that no record tells and no line of the net names.
fn lost<'a>(found: &Extract, all: &'a [Record]) -> Vec<&'a str> {
    let told: Vec<String> = found
        .records
        .iter()
        .filter_map(|record| record.fields.get(&Role::Activity)?.first())
        .map(|written| thai::fold(&written.text))
        .chain(found.unheld.iter().map(|unheld| thai::fold(&unheld.text)))
        .collect();
    let is_told = |title: &str| {
        let title = thai::fold(title);
        told.iter().any(|text| text.contains(&title))
    };
    all.iter().map(|record| record.title.as_str()).filter(|title| !is_told(title)).collect()
}

#[test]
fn no_record_is_lost_whatever_the_layout() {
    let workers = std::thread::available_parallelism().map_or(1, |count| count.get() as u64);
    let broken: Vec<String> = std::thread::scope(|scope| {
        let parts: Vec<_> =
            (0..workers).map(|part| scope.spawn(move || lost_in_part(part, workers))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    });
    assert!(
        broken.is_empty(),
        "{} of {DOCUMENTS}\n{}",
        broken.len(),
        broken[..broken.len().min(20)].join("\n")
    );
}

/// What is lost in every document of a part.
fn lost_in_part(part: u64, parts: u64) -> Vec<String> {
    let mut broken = Vec::new();
    for seed in (1..=DOCUMENTS).filter(|seed| seed % parts == part) {
        let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let count = 3 + chance.below(6);
        let all = records(&mut chance, count);
        let document = if chance.below(2) == 0 { sheet(&mut chance, &all) } else { page(&mut chance, &all) };
        let found = extract::extract(Vocab::built_in(), "รายงาน.xlsx", &document);
        let lost = lost(&found, &all);
        if !lost.is_empty() {
            broken.push(format!("document {seed}: {}", lost.join(" | ")));
        }
    }
    broken
}
