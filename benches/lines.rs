//! How much processor time understanding lines of text takes: `cargo bench --bench lines -- 100000`, that many different
//! lines, then single long ones that are all of one kind.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a bench that cannot go on should stop

mod processor;

use focalpoint::normalise::understand_text;
use focalpoint::vocab::Vocab;
use focalpoint::worker;
use std::fmt::Write as _;

/// Letters of a long line.
const LONG: usize = 10_000;
/// Rounds over a long line.
const ROUNDS: u32 = 11;

const OPENINGS: &[&str] = &[
    "ต้อนรับ",
    "ประชุมหารือร่วมกับ",
    "ให้การต้อนรับคณะผู้แทนจาก",
    "เข้าเยี่ยมคารวะผู้ว่าราชการกรุงเทพมหานครโดย",
    "ลงนามบันทึกความเข้าใจกับ",
    "ศึกษาดูงานของ",
    "ร่วมงานเลี้ยงรับรองของ",
    "แปลเอกสารให้สำนักการระบายน้ำสำหรับ",
    "มอบหนังสือแสดงความยินดีแก่",
    "อบรมเชิงปฏิบัติการร่วมกับ",
];
const SIDES: &[&str] = &[
    "เอกอัครราชทูตญี่ปุ่นประจำประเทศไทย",
    "นายกเทศมนตรีกรุงโซล สาธารณรัฐเกาหลี",
    "สถานเอกอัครราชทูตสหพันธ์สาธารณรัฐเยอรมนี",
    "UNDP",
    "องค์การอนามัยโลก (WHO)",
    "เมืองฟุกุโอกะ ประเทศญี่ปุ่น",
    "คณะผู้แทนจากนครโฮจิมินห์ เวียดนาม",
    "Mr. John Smith, Mayor of Boston",
    "C40 Cities",
    "มหาวิทยาลัยแห่งชาติสิงคโปร์",
    "สำนักงานความร่วมมือระหว่างประเทศแห่งญี่ปุ่น (JICA)",
    "ศูนย์วัฒนธรรมออสเตรีย",
    "Asian Development Bank",
];
const MATTERS: &[&str] = &[
    "การจัดการขยะ",
    "การป้องกันน้ำท่วม",
    "เมืองอัจฉริยะ",
    "ทุนการศึกษา",
    "ระบบขนส่งมวลชน",
    "การดูแลผู้สูงอายุ",
    "ความปลอดภัยทางถนน",
    "การลดฝุ่น PM2.5",
    "climate resilience",
    "ผังเมืองรวม",
    "การเรียนรู้ปฐมวัย",
];
const MONTHS: &[&str] = &["มกราคม", "ก.พ.", "มีนาคม", "เม.ย.", "พฤษภาคม", "มิ.ย.", "กรกฎาคม", "ส.ค.", "กันยายน"];

/// Bits of words, of which names that no table has are made.
const SYLLABLES: &[&str] = &["มา", "ริ", "โน", "เซน", "ทัล", "เบอร์", "กอน", "ฟี", "ลูโซ", "คัม", "ดรา", "วิช"];

/// A line that no other number gives: one of three has a day, a place, and a number of people.
fn line(number: usize) -> String {
    let mut rest = number.wrapping_mul(2_654_435_761);
    let mut choose = |limit: usize| {
        rest = rest.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (rest >> 33) % limit
    };
    let mut line = String::new();
    if choose(3) == 0 {
        let (day, month, year) = (1 + choose(28), MONTHS[choose(MONTHS.len())], 2560 + choose(8));
        line = format!("วันที่ {day} {month} {year} ");
    }
    line += OPENINGS[choose(OPENINGS.len())];
    line += SIDES[choose(SIDES.len())];
    line += " เรื่อง";
    line += MATTERS[choose(MATTERS.len())];
    if choose(3) == 0 {
        let name: String = (0..3).map(|_| SYLLABLES[choose(SYLLABLES.len())]).collect();
        write!(line, " ณ โรงแรม{name}").unwrap();
    }
    if choose(3) == 0 {
        write!(line, " จำนวน {} คน", 2 + choose(90)).unwrap();
    }
    format!("{line} ครั้งที่ {number}")
}

/// Lines that a report does not have, and a file may: each is repeated up to the length.
const KINDS: &[(&str, &str)] = &[
    ("one Thai letter", "ก"),
    ("Thai vowels and tones", "เก้าอี้"),
    ("Thai words", "ประชุมหารือความร่วมมือระหว่างเมืองกับคณะผู้แทน"),
    ("Thai words and blanks", "ประชุม หารือ ความร่วมมือ "),
    ("Thai that no word covers", "ฆฌฑฒษฬ"),
    ("names of states", "ญี่ปุ่น"),
    ("names of states and blanks", "ญี่ปุ่น จีน "),
    ("bodies", "เอกอัครราชทูตญี่ปุ่นประจำประเทศไทย"),
    ("foreign names", "มาริโนเซนทัลเบอร์"),
    ("one Latin letter", "a"),
    ("Latin capitals", "A"),
    ("Latin words", "meeting with the mayor "),
    ("Latin names", "Mayor Boston "),
    ("acronyms", "UNDP "),
    ("digits", "1234567890"),
    ("digits and blanks", "1 2 "),
    ("opening brackets", "("),
    ("pairs of brackets", "()"),
    ("nested words", "(ก "),
    ("quotation marks", "\""),
    ("dashes", "-"),
    ("dots", "."),
    ("blanks between dots", ". "),
    ("dates", "12 มกราคม 2565 "),
    ("dates without blanks", "12ม.ค.65"),
    ("dates in digits", "1/2/2565 "),
    ("ranges of dates", "1-3 ก.พ. 65 และ "),
    ("months", "มกราคม"),
    ("times", "09.00-10.00 น. "),
    ("amounts", "จำนวน 10 คน "),
    ("money", "1,000 บาท "),
    ("numbered items", "1) ก 2) ข "),
    ("addresses", "http://a.b/ "),
    ("vowels alone", "\u{e34}"),
];

fn main() {
    let count = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let vocab = Vocab::built_in();
    let lines: Vec<String> = (0..count).map(line).collect();
    let understood = || lines.iter().for_each(|line| drop(understand_text(vocab, line, None, None)));
    let time = processor::milliseconds(1, || worker::isolated(understood).unwrap());
    println!("{time:9.1} ms  {count} lines");
    for (name, piece) in KINDS {
        let long: String = piece.chars().cycle().take(LONG).collect();
        let understood = || drop(understand_text(vocab, &long, None, None));
        let time = processor::milliseconds(ROUNDS, || worker::isolated(understood).unwrap());
        println!("{time:9.1} ms  {LONG} letters: {name}");
    }
}
