//! Sentences of the summary: each carries its figure, and has a plain form for ties, for one and for none.

use super::super::{Lang, pick};
use super::unit;
use crate::model::Rank;
use crate::thai::is_letter;
use crate::vocab::gazetteer::WorldRegion;
use std::cmp::Ordering;

/// What is compared in a chart or table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Months, by how much was done.
    Months,
    /// The same for quarters.
    Quarters,
    /// The same for years.
    Years,
    /// Partner countries, by meetings.
    States,
    /// Organisations, by engagements.
    Organisations,
    /// Fields of cooperation, by engagements.
    Themes,
    /// Departments, by what they report.
    Departments,
    /// Departments, by the services that they got.
    Served,
    /// Policy areas, by engagements.
    Policies,
}

/// How a subject is said: its verb, the counter of its items and the unit of its figures in Thai; its verb and the unit in
/// English.
fn said(subject: Subject) -> ([&'static str; 3], [&'static str; 2]) {
    match subject {
        Subject::Months => (["มีกิจกรรมมากที่สุด", "เดือน", "กิจกรรม"], ["saw the most", "engagements"]),
        Subject::Quarters => (["มีกิจกรรมมากที่สุด", "ไตรมาส", "กิจกรรม"], ["saw the most", "engagements"]),
        Subject::Years => (["มีกิจกรรมมากที่สุด", "ปี", "กิจกรรม"], ["saw the most", "engagements"]),
        Subject::States => {
            (["พบกับกรุงเทพมหานครมากที่สุด", "ประเทศ", "ครั้ง"], ["met the city most often", "times"])
        }
        Subject::Organisations => {
            (["ร่วมงานกับกรุงเทพมหานครมากที่สุด", "องค์กร", "กิจกรรม"], ["worked with the city most", "engagements"])
        }
        Subject::Themes => (["เป็นด้านที่มีกิจกรรมมากที่สุด", "ด้าน", "กิจกรรม"], ["led the fields", "engagements"]),
        Subject::Departments => (["รายงานมากที่สุด", "หน่วยงาน", "กิจกรรม"], ["reported the most", "engagements"]),
        Subject::Served => (["รับบริการมากที่สุด", "หน่วยงาน", "ครั้ง"], ["were served most", "services"]),
        Subject::Policies => (["ถูกระบุมากที่สุด", "นโยบาย", "กิจกรรม"], ["were named most", "engagements"]),
    }
}

/// Months that are named where reports are lacking.
const MONTHS_NAMED: usize = 6;
/// Leaders that are named; more that are even are counted.
const NAMED: usize = 4;

/// Who leads, with the figure. `figures` are those of the chart, the largest first; `None` where there are none.
pub fn leading(lang: Lang, subject: Subject, figures: &[(String, usize)]) -> Option<String> {
    let most = figures.iter().map(|(_, count)| *count).max().filter(|most| *most > 0)?;
    let leaders: Vec<&str> =
        figures.iter().filter(|(_, count)| *count == most).map(|(name, _)| name.as_str()).collect();
    let ([verb, counter, thai_unit], [english_verb, english_unit]) = said(subject);
    let count = number(most);
    let english_unit = unit(Lang::En, most, english_unit);
    Some(match (lang, &leaders[..]) {
        (Lang::Th, [one]) if figures.len() == 1 => format!("{one} {count} {thai_unit}"),
        (Lang::En, [one]) if figures.len() == 1 => format!("{one}: {count} {english_unit}"),
        (Lang::Th, [one]) => format!("{}{verb} {count} {thai_unit}", before(one)),
        (Lang::En, [one]) => format!("{one} {english_verb}: {count} {english_unit}"),
        (Lang::Th, many) if many.len() <= NAMED => {
            format!("{}{verb} {counter}ละ {count} {thai_unit}", before(&listed(lang, many)))
        }
        (Lang::En, many) if many.len() <= NAMED => {
            format!("{} {english_verb}: {count} {english_unit} each", listed(lang, many))
        }
        (Lang::Th, many) => {
            format!("{} {counter}มีจำนวนสูงสุดเท่ากัน {counter}ละ {count} {thai_unit}", many.len())
        }
        (Lang::En, many) => format!("{} are even at the top: {count} {english_unit} each", many.len()),
    })
}

/// Names one after the other, with *and* before the last.
pub fn listed(lang: Lang, names: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match (lang, &names[..]) {
        (_, []) => String::new(),
        (_, [one]) => (*one).to_owned(),
        (Lang::Th, [first, last]) => format!("{}และ{}", before(first), behind(last)),
        (Lang::Th, [first @ .., last]) => format!("{} และ{}", first.join(" "), behind(last)),
        (Lang::En, [first @ .., last]) => format!("{} and {last}", first.join(", ")),
    }
}

/// Words before which a Thai word follows: with a blank where they do not end in a word of Thai letters.
fn before(words: &str) -> String {
    if is_plain(words.rsplit(' ').next()) { words.to_owned() } else { format!("{words} ") }
}

/// Words that follow a Thai word: with a blank where they do not begin with a word of Thai letters.
fn behind(words: &str) -> String {
    if is_plain(words.split(' ').next()) { words.to_owned() } else { format!(" {words}") }
}

fn is_plain(word: Option<&str>) -> bool {
    word.is_some_and(|word| word.chars().all(is_letter))
}

/// A whole number with its thousands separated.
pub fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// How many engagements with states, with how many countries, how many a month.
pub fn states(lang: Lang, count: usize, countries: usize, monthly: Option<f64>) -> String {
    let average = monthly.filter(|_| count > 0).map_or_else(String::new, |average| {
        pick(lang, format!(" เฉลี่ยเดือนละ {average:.1} ครั้ง"), format!(", {average:.1} a month"))
    });
    match (lang, count) {
        (Lang::Th, 0) => "ยังไม่มีกิจกรรมร่วมกับผู้แทนระดับรัฐ".to_owned(),
        (Lang::En, 0) => "No engagement with representatives of states".to_owned(),
        (Lang::Th, count) => format!(
            "กรุงเทพมหานครมีกิจกรรมร่วมกับผู้แทนระดับรัฐ {} ครั้ง กับ {} ประเทศและดินแดน{average}",
            number(count),
            number(countries)
        ),
        (Lang::En, count) => format!(
            "The city had {} {} with representatives of {} countries and territories{average}",
            number(count),
            unit(lang, count, "engagements"),
            number(countries)
        ),
    }
}

/// Between how many and how many there may be once all questions are answered.
pub fn range(lang: Lang, (least, most): (usize, usize)) -> String {
    let (least, most) = (number(least), number(most));
    pick(lang, format!("{least}–{most} เมื่อตัดสินครบ"), format!("{least}–{most} when all is decided"))
}

/// A figure against that of the period before, which has this name.
pub fn change(lang: Lang, before: &str, then: usize, now: usize) -> String {
    let (figure, was) = (number(now.abs_diff(then)), number(then));
    match now.cmp(&then) {
        Ordering::Greater => pick(
            lang,
            format!("เพิ่มขึ้น {figure} จาก {before} ({was})"),
            format!("{figure} more than {before} ({was})"),
        ),
        Ordering::Less => pick(
            lang,
            format!("ลดลง {figure} จาก {before} ({was})"),
            format!("{figure} fewer than {before} ({was})"),
        ),
        Ordering::Equal => pick(lang, format!("เท่ากับ {before}"), format!("as many as {before}")),
    }
}

/// Why no change is told.
pub fn not_compared(lang: Lang) -> &'static str {
    pick(
        lang,
        "ไม่เทียบกับช่วงก่อนหน้า เพราะหน่วยงานที่รายงานครบทั้งสองช่วงไม่เหมือนกัน",
        "No change against the period before is given: not the same departments reported both in full",
    )
}

/// How many organisations in how many engagements, and how many services.
pub fn organisations_and_services(lang: Lang, organisations: usize, held: usize, services: usize) -> String {
    let (o, h, s) = (number(organisations), number(held), number(services));
    pick(
        lang,
        format!(
            "ร่วมงานกับองค์การระหว่างประเทศและเครือข่าย {o} องค์กร ใน {h} กิจกรรม และให้บริการสนับสนุนงานต่างประเทศแก่หน่วยงาน {s} ครั้ง"
        ),
        format!(
            "It worked with {o} international organisations and networks in {h} engagements, and gave departments {s} support services"
        ),
    )
}

/// How many agreements came about, with whom.
pub fn agreements(lang: Lang, count: usize, sides: &[String]) -> String {
    const SIDES: usize = 5;
    let shown = &sides[..sides.len().min(SIDES)];
    let rest = sides.len() - shown.len();
    let sides = match (lang, rest) {
        (_, 0) => listed(lang, shown),
        (Lang::Th, rest) => format!("{} และอื่น ๆ อีก {rest}", shown.join(" ")),
        (Lang::En, rest) => format!("{} and {rest} others", shown.join(", ")),
    };
    let with = if sides.is_empty() {
        String::new()
    } else {
        pick(lang, format!(" กับ{}", behind(&sides)), format!(" with {sides}"))
    };
    pick(
        lang,
        format!("ลงนามหรือสถาปนาความตกลง {} ฉบับ{with}", number(count)),
        format!("{} {} came about{with}", number(count), unit(lang, count, "agreements")),
    )
}

/// How many engagements say what came of them, and how many name a next step, of how many departments.
pub fn outcomes(lang: Lang, told: usize, steps: usize, departments: usize) -> String {
    let (known, wait) = (number(told), number(steps));
    match (lang, told, steps) {
        (Lang::Th, _, 0) => format!("มีผลที่เป็นสาระ {known} กิจกรรม"),
        (Lang::En, _, 0) => format!("{known} {} what came of them", pick_say(told)),
        (Lang::Th, 0, _) => format!("มีเรื่องที่ต้องติดตาม {wait} เรื่อง ของ {departments} หน่วยงาน"),
        (Lang::En, 0, _) => format!("{wait} {} of {departments} departments", pick_wait(steps)),
        (Lang::Th, ..) => {
            format!("มีผลที่เป็นสาระ {known} กิจกรรม และมีเรื่องที่ต้องติดตาม {wait} เรื่อง ของ {departments} หน่วยงาน")
        }
        (Lang::En, ..) => format!(
            "{known} {} what came of them; {wait} {} of {departments} departments",
            pick_say(told),
            pick_wait(steps)
        ),
    }
}

fn pick_say(count: usize) -> &'static str {
    if count == 1 { "engagement says" } else { "engagements say" }
}

fn pick_wait(count: usize) -> &'static str {
    if count == 1 { "next step waits," } else { "next steps wait," }
}

/// What is announced, and what is past and without a report.
pub fn announced(lang: Lang, ahead: usize, overdue: usize) -> String {
    match (lang, overdue) {
        (Lang::Th, 0) => format!("มีกำหนดการข้างหน้า {} กิจกรรม", number(ahead)),
        (Lang::En, 0) => format!("{} announced", number(ahead)),
        (Lang::Th, overdue) => format!(
            "มีกำหนดการข้างหน้า {} กิจกรรม และอีก {} กิจกรรมเลยกำหนดแล้วแต่ยังไม่มีรายงานผล",
            number(ahead),
            number(overdue)
        ),
        (Lang::En, overdue) => {
            format!("{} announced, and {} past their day without a report", number(ahead), number(overdue))
        }
    }
}

/// How complete the reports are: all months, or those that are not whole.
pub fn complete(lang: Lang, departments: usize, months: usize, lacking: &[String], set: bool) -> String {
    if lacking.is_empty() && set {
        return pick(
            lang,
            format!("หน่วยงานที่ต้องรายงานส่งครบทั้ง {months} เดือน"),
            format!("All departments that have to report have done so for all {months} months"),
        );
    }
    if lacking.is_empty() {
        return pick(
            lang,
            format!("ทั้ง {departments} หน่วยงานที่เคยรายงานส่งครบทั้ง {months} เดือน"),
            format!("All {departments} departments that ever reported have done so for all {months} months"),
        );
    }
    let names = if lacking.len() <= MONTHS_NAMED { listed(lang, lacking) } else { String::new() };
    let (th, en) = if names.is_empty() {
        (format!("{} เดือน", lacking.len()), format!("{} months", lacking.len()))
    } else {
        (names.clone(), names)
    };
    pick(
        lang,
        format!("ข้อมูลยังไม่ครบใน {th} จาก {months} เดือน ตัวเลขของช่วงนั้นอาจต่ำกว่าความจริง"),
        format!("Of {months} months {en} are incomplete: figures of that time may be too low"),
    )
}

/// Below a chart over time: what is hatched.
pub fn hatched(lang: Lang, lacking: &[(String, Vec<String>)]) -> String {
    const SHOWN: usize = 4;
    let named = |(month, departments): &(String, Vec<String>)| {
        let who = if departments.len() <= SHOWN {
            departments.join(", ")
        } else {
            pick(lang, format!("{} หน่วยงาน", departments.len()), format!("{} departments", departments.len()))
        };
        format!("{month} ({who})")
    };
    let shown: Vec<String> = lacking.iter().take(SHOWN).map(named).collect();
    let rest = lacking.len().saturating_sub(SHOWN);
    let more = match (lang, rest) {
        (_, 0) => String::new(),
        (Lang::Th, rest) => format!(" และอีก {rest} ช่วง"),
        (Lang::En, rest) => format!(" and {rest} more"),
    };
    let shown = shown.join(" · ");
    pick(
        lang,
        format!("แท่งลายเส้น: ยังขาดรายงานหรืออ่านไม่ได้ {shown}{more}"),
        format!("Hatched: reports missing or unreadable {shown}{more}"),
    )
}

/// Departments that something is asked of: a few by name, more by their number.
fn asked(lang: Lang, departments: &[String]) -> String {
    const NAMED: usize = 4;
    if departments.len() <= NAMED {
        listed(lang, departments)
    } else {
        pick(lang, format!("{} หน่วยงาน", departments.len()), format!("{} departments", departments.len()))
    }
}

/// Reports that are missing or cannot be read.
pub fn ask_reports(lang: Lang, departments: &[String], months: usize) -> String {
    let who = asked(lang, departments);
    pick(
        lang,
        format!("ให้{}ส่งรายงานที่ขาดหรืออ่านไม่ได้ รวม {months} เดือน", before(&behind(&who))),
        format!("Ask {who} for reports that are missing or cannot be read ({months} months)"),
    )
}

/// What is past its day without a report.
pub fn ask_results(lang: Lang, departments: &[String], count: usize) -> String {
    let who = asked(lang, departments);
    pick(
        lang,
        format!("ให้{}รายงานผลกิจกรรมที่เลยกำหนดแล้ว {count} กิจกรรม", before(&behind(&who))),
        format!("Ask {who} for the results of {count} {} past their day", unit(lang, count, "engagements")),
    )
}

/// Agreements that expire.
pub fn renew(lang: Lang, count: usize, first: &str) -> String {
    pick(
        lang,
        format!("พิจารณาต่ออายุความตกลง {count} ฉบับ ฉบับแรกสิ้นอายุ {first}"),
        format!("Decide on renewing {count} {}: the first expires {first}", unit(lang, count, "agreements")),
    )
}

/// Next steps that wait longest.
pub fn follow(lang: Lang, departments: &[String], count: usize, days: i32) -> String {
    let who = asked(lang, departments);
    pick(
        lang,
        format!("ให้{}เร่งรัดเรื่องที่ต้องติดตาม {count} เรื่อง เรื่องแรกผ่านมาแล้ว {days} วัน", before(&behind(&who))),
        format!(
            "Ask {who} to follow up {count} {}: the first is {days} days old",
            unit(lang, count, "matters")
        ),
    )
}

/// Questions that can change the headline counts.
pub fn decide(lang: Lang, count: usize) -> String {
    pick(
        lang,
        format!("ให้สำนักงานการต่างประเทศตัดสินเรื่องที่ยังไม่แน่ชัด {count} เรื่อง ซึ่งอาจเปลี่ยนตัวเลขข้างต้น"),
        format!(
            "Ask the International Affairs Office to decide {count} open {} that can change the figures above",
            unit(lang, count, "questions")
        ),
    )
}

/// Sister cities without an engagement for a year.
pub fn quiet_sisters(lang: Lang, count: usize) -> String {
    pick(
        lang,
        format!("ทบทวนความสัมพันธ์กับเมืองพี่เมืองน้อง {count} เมืองที่ไม่มีกิจกรรมในรอบปี"),
        format!("Review ties with {count} sister cities without an engagement for a year"),
    )
}

/// A sister city with an anniversary ahead.
pub fn anniversary(lang: Lang, years: i16, day: &str) -> String {
    pick(lang, format!("ครบ {years} ปี {day}"), format!("{years} years {day}"))
}

/// A sister city that had no engagement for a year.
pub fn no_engagement(lang: Lang) -> &'static str {
    pick(lang, "ไม่มีกิจกรรมในรอบหนึ่งปี", "no engagement for a year")
}

/// Engagements that were announced longer ago, and of which no report came.
pub fn older(lang: Lang, count: usize) -> String {
    pick(
        lang,
        format!("อีก {} กิจกรรมเลยกำหนดเกินสิบสองเดือน", number(count)),
        format!("{} more are past their day by over twelve months", number(count)),
    )
}

/// Engagements without a field of cooperation.
pub fn without_theme(lang: Lang, count: usize) -> String {
    pick(
        lang,
        format!("อีก {} กิจกรรมไม่ระบุด้าน", number(count)),
        format!("{} {} without a field", number(count), unit(lang, count, "engagements")),
    )
}

/// Countries beyond the bars, by how often they were met.
pub fn further(lang: Lang, rest: &[(String, usize)]) -> String {
    let mut said: Vec<String> = Vec::new();
    for even in rest.chunk_by(|(_, one), (_, other)| one == other) {
        let names: Vec<&str> = even.iter().map(|(name, _)| name.as_str()).collect();
        let count = number(even[0].1);
        said.push(pick(
            lang,
            format!("{count} ครั้ง: {}", names.join(" ")),
            format!("{count}: {}", names.join(", ")),
        ));
    }
    said.join(" · ")
}

/// Support services that name no department.
pub fn unserved(lang: Lang, count: usize) -> String {
    pick(lang, format!("อีก {count} ครั้งไม่ระบุหน่วยงานที่รับบริการ"), format!("{count} more name no department"))
}

/// Which departments are expected to report: those of the settings, or those that ever reported.
pub fn expected(lang: Lang, departments: usize, set: bool) -> String {
    if set {
        return pick(
            lang,
            format!(
                "หน่วยงานที่ต้องรายงานเป็นไปตามที่สำนักงานกำหนดไว้ รวมหน่วยงานอื่นที่ส่งรายงานแล้วเป็น {departments} หน่วยงาน"
            ),
            format!(
                "Who has to report is as the office set it: {departments} departments with those that report beside"
            ),
        );
    }
    pick(
        lang,
        format!("หน่วยงานที่คาดว่าจะรายงาน คือ {departments} หน่วยงานที่เคยส่งรายงานในชุดนี้ นับจากเดือนแรกที่ส่ง"),
        format!(
            "Expected are the {departments} departments that ever reported here, from their first month on"
        ),
    )
}

/// Whose reports are lacking.
pub fn lacking(lang: Lang, departments: &[String], months: usize) -> String {
    if departments.is_empty() {
        return pick(lang, "รายงานครบทุกหน่วยงานและทุกเดือน".to_owned(), "No report is lacking".to_owned());
    }
    let who = asked(lang, departments);
    pick(
        lang,
        format!("ขาดรายงานของ{}รวม {months} เดือน ตัวเลขของเดือนเหล่านั้นจึงอาจต่ำกว่าความจริง", before(&behind(&who))),
        format!("{months} months of reports are lacking, of {who}: figures of these months may be too low"),
    )
}

/// How the city counts, a sentence a line.
pub fn counting(lang: Lang) -> [&'static str; 4] {
    pick(
        lang,
        [
            "นับเฉพาะกิจกรรมที่ดำเนินการแล้ว กิจกรรมที่มีกำหนดการ เลื่อน หรือยกเลิก อยู่ในทะเบียนแต่ไม่อยู่ในจำนวนใด",
            "กิจกรรมเดียวกันที่หลายหน่วยงานรายงานนับเป็นหนึ่งครั้ง",
            "ประเทศนับจากกิจกรรมร่วมกับผู้แทนระดับรัฐเท่านั้น บริการสนับสนุนและสถานที่จัดงานไม่นับเป็นการพบประเทศ",
            "องค์การระหว่างประเทศนับจำนวนองค์กรที่ไม่ซ้ำกัน จากกิจกรรมของกลุ่มองค์การระหว่างประเทศ",
        ],
        [
            "Only what was held counts; what is planned, postponed or cancelled is in the register and in no count",
            "One engagement that several departments report counts once",
            "Countries are counted over engagements with representatives of states; support services and venues are no meetings with a country",
            "Organisations are counted once each, over the engagements of the group of organisations",
        ],
    )
}

/// How many entries several reports tell.
pub fn merged(lang: Lang, entries: usize, rows: usize) -> String {
    pick(
        lang,
        format!("ทะเบียน {} กิจกรรม รวมจากรายการในรายงาน {} รายการ", number(entries), number(rows)),
        format!("The register’s {} engagements come from {} reported rows", number(entries), number(rows)),
    )
}

/// Engagements with companies, universities and associations only, which no count has.
pub fn with_others(lang: Lang, count: usize) -> String {
    let count = number(count);
    pick(
        lang,
        format!("กิจกรรมกับบริษัท มหาวิทยาลัย และสมาคมต่างประเทศ {count} กิจกรรม อยู่ในทะเบียนแต่ไม่อยู่ในสามจำนวนข้างต้น"),
        format!(
            "Engagements with companies, universities and associations only, in none of the three counts: {count}"
        ),
    )
}

/// What changed since the last register.
pub fn changed(lang: Lang, new: usize, changed: usize, withdrawn: usize) -> String {
    pick(
        lang,
        format!("เพิ่มใหม่ {new} แก้ไข {changed} ไม่มีแล้ว {withdrawn} กิจกรรม"),
        format!("{new} new, {changed} changed, {withdrawn} withdrawn"),
    )
}

/// The edition that a document is.
pub fn edition(lang: Lang, name: &str) -> String {
    pick(lang, format!("ฉบับ {name}"), format!("Edition {name}"))
}

/// What was received, where the register holds nothing.
pub fn received(lang: Lang, read: usize, nil: usize, unread: usize) -> String {
    let parts = [
        (read, pick(lang, "ได้รับรายงานที่อ่านได้", "reports read")),
        (nil, pick(lang, "ได้รับรายงานที่แจ้งว่าไม่มีกิจกรรม", "reports that say there was nothing")),
        (unread, pick(lang, "ได้รับรายงานที่อ่านไม่ได้", "reports that cannot be read")),
    ];
    let said = |(count, words): &(usize, &str)| {
        pick(lang, format!("{words} {} แฟ้ม", number(*count)), format!("{words}: {}", number(*count)))
    };
    let said: Vec<String> = parts.iter().filter(|(count, _)| *count > 0).map(said).collect();
    if said.is_empty() {
        pick(lang, "ยังไม่ได้รับรายงาน", "No report has come in").to_owned()
    } else {
        said.join(" · ")
    }
}

/// The register is empty because nothing could be read: no count is said.
pub fn unknown(lang: Lang) -> &'static str {
    pick(
        lang,
        "ยังบอกจำนวนกิจกรรมไม่ได้ เพราะยังอ่านรายงานไม่ได้",
        "No figure can be given yet: no report could be read",
    )
}

/// No report speaks of the period that was chosen.
pub fn unreported(lang: Lang) -> &'static str {
    pick(
        lang,
        "ยังบอกจำนวนกิจกรรมของช่วงนี้ไม่ได้ เพราะยังไม่มีรายงานของช่วงนี้",
        "No figure can be given: there is no report of this period yet",
    )
}

/// The foreign side by its rank, as few classes as a table has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guests {
    /// Royalty, heads of state and government, ministers.
    Government,
    /// Ambassadors, chargés, consuls.
    Envoys,
    /// Mayors and governors.
    Mayors,
    /// Heads of organisations.
    Organisations,
    /// Officials, experts, delegations.
    Delegations,
    /// Business, and others.
    Others,
}

impl Guests {
    /// The class of a rank.
    pub fn of(rank: Rank) -> Self {
        match rank {
            Rank::Royalty
            | Rank::HeadOfState
            | Rank::HeadOfGovernment
            | Rank::Minister
            | Rank::ViceMinister => Self::Government,
            Rank::Ambassador | Rank::Charge | Rank::Consul => Self::Envoys,
            Rank::MayorGovernor => Self::Mayors,
            Rank::OrgHead => Self::Organisations,
            Rank::SeniorOfficial | Rank::Expert | Rank::Delegation => Self::Delegations,
            Rank::Business | Rank::Other => Self::Others,
        }
    }
}

/// A class of the foreign side.
pub fn guests(lang: Lang, guests: Guests) -> &'static str {
    match guests {
        Guests::Government => pick(lang, "พระราชวงศ์ ประมุข รัฐมนตรี", "Royalty, heads, ministers"),
        Guests::Envoys => pick(lang, "ทูต กงสุล", "Envoys, consuls"),
        Guests::Mayors => pick(lang, "ผู้บริหารเมือง", "Mayors, governors"),
        Guests::Organisations => pick(lang, "หัวหน้าองค์การ", "Heads of bodies"),
        Guests::Delegations => pick(lang, "เจ้าหน้าที่ คณะผู้แทน", "Officials, delegations"),
        Guests::Others => pick(lang, "ธุรกิจ อื่น ๆ", "Business, others"),
    }
}

/// A part of the world.
pub fn region(lang: Lang, region: WorldRegion) -> &'static str {
    match region {
        WorldRegion::Asean => pick(lang, "อาเซียน", "ASEAN"),
        WorldRegion::EastAsia => pick(lang, "เอเชียตะวันออก", "East Asia"),
        WorldRegion::SouthAsia => pick(lang, "เอเชียใต้", "South Asia"),
        WorldRegion::CentralAsia => pick(lang, "เอเชียกลาง", "Central Asia"),
        WorldRegion::MiddleEast => pick(lang, "เอเชียตะวันตกและคอเคซัส", "West Asia and the Caucasus"),
        WorldRegion::Europe => pick(lang, "ยุโรป", "Europe"),
        WorldRegion::Africa => pick(lang, "แอฟริกา", "Africa"),
        WorldRegion::NorthAmerica => pick(lang, "อเมริกาเหนือ", "North America"),
        WorldRegion::LatinAmerica => pick(lang, "ลาตินอเมริกาและแคริบเบียน", "Latin America and the Caribbean"),
        WorldRegion::Oceania => pick(lang, "โอเชียเนีย", "Oceania"),
    }
}
