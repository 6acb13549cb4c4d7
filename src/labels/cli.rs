//! Words of the command line's help. Both languages at once, since help is read before a language is chosen.

/// What the program is.
pub const ABOUT: &str = "รวมรายงานด้านการต่างประเทศของทุกหน่วยงานจากโฟลเดอร์ inbox เป็นทะเบียนเดียวในโฟลเดอร์ outbox\n\
    Reads the departments' reports in inbox/ and writes one register, workbook and summary to outbox/";
/// Examples, and the exit codes after the contract.
pub const RUN_MORE: &str = "\
ตัวอย่าง / Examples:
  focalpoint                                   อ่าน inbox แล้วเขียน outbox / read inbox, write outbox
  focalpoint --month 2566-01                   สรุปเฉพาะเดือน / the summary speaks of one month
  focalpoint --inbox D:\\รายงาน --outbox D:\\ผล  โฟลเดอร์อื่น / other folders
  focalpoint --edition \"มกราคม 2566\"           เก็บฉบับที่ส่งผู้บริหาร / keep what is handed out
  focalpoint --quiet --log focalpoint.log      งานทุกคืน / every night

รหัสเมื่อจบงาน / Exit codes:
  0    อ่านครบทุกแฟ้ม / everything was read
  3    เขียนผลแล้ว แต่บางแฟ้มต้องให้คนตรวจ / outputs written, some files need a person
  1    ไม่ได้เขียนผล ผลเดิมยังอยู่ / nothing written, the old outbox stands
  2    คำสั่งหรือการตั้งค่าไม่ถูกต้อง / wrong usage or settings
  11   มีการทำงานอีกชุดหนึ่งอยู่ / another run is at work
  130  ผู้ใช้สั่งหยุด / stopped by the user

ภาพสแกน / Scans:
  อ่านด้วย Tesseract (ภาษา tha และ eng) ที่ติดตั้งไว้ / read with Tesseract (tha and eng) where it is installed
  FOCALPOINT_TESSERACT          ตำแหน่งโปรแกรม หรือ off เพื่อไม่อ่านภาพ / the program, or off to leave pictures unread
  FOCALPOINT_TESSERACT_SECONDS  วินาทีต่อหน้า (ปริยาย 120) / seconds a page may take (default 120)";
/// What cannot be meant on a command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// There is no such option.
    NoOption,
    /// There is no such command.
    NoCommand,
    /// An option has no value.
    NoValue,
    /// A value is none of the option's.
    BadValue,
    /// An option stands beside one that excludes it.
    Conflict,
    /// Something that is needed is not there.
    Missing,
}

/// What cannot be meant on a command line, in Thai: the argument that it is about, and what was written there.
pub fn wrong(what: Wrong, argument: &str, value: &str) -> String {
    let said = match what {
        Wrong::NoOption => format!("ไม่มีตัวเลือก {argument}"),
        Wrong::NoCommand => format!("ไม่มีคำสั่ง {value}"),
        Wrong::NoValue => format!("{argument} ต้องมีค่าตามหลัง"),
        Wrong::BadValue => format!("“{value}” ใช้กับ {argument} ไม่ได้"),
        Wrong::Conflict => format!("{argument} ใช้พร้อมกับตัวเลือกอื่นที่ระบุไว้ไม่ได้"),
        Wrong::Missing => format!("ยังขาด {argument}"),
    };
    format!("คำสั่งไม่ถูกต้อง: {said} ดูวิธีใช้ด้วย --help")
}

/// `run`
pub const RUN: &str = "อ่านรายงานทั้งหมดแล้วเขียนทะเบียน สมุดงาน และสรุป (คำสั่งปริยาย) / Read all reports and write the outputs (the default)";
/// `init`
pub const INIT: &str = "เริ่มใช้งาน: สร้างโฟลเดอร์ inbox และ outbox กับแฟ้มการตั้งค่าของสำนักงาน / First step: make inbox, outbox and a workbook of settings";
/// `form`
pub const FORM: &str = "สร้างแบบรายงาน Excel ให้หน่วยงานกรอก มีรายการให้เลือก / Make the Excel form for departments, with lists to choose from";
/// `form --month`
pub const FORM_MONTH: &str = "เดือนที่รายงาน เช่น 2566-02 / the month that is reported";
/// `form --to`
pub const FORM_TO: &str =
    "ชื่อแฟ้ม (ปริยาย: แบบรายงาน.xlsx ในโฟลเดอร์นี้) ไม่เขียนทับแฟ้มเดิม / where to write it; a file that is there stays";
/// `generate`
pub const GENERATE: &str = "พิมพ์แฟ้มประกอบสำหรับชุดติดตั้ง / Print what packages carry beside the program";
/// `generate completions`
pub const COMPLETIONS: &str = "การเติมคำสั่งของเชลล์ / completions for a shell";
/// `generate man`
pub const MAN: &str = "หน้าคู่มือ man / the manual page";
/// `FOLDER`
pub const FOLDER: &str = "โฟลเดอร์ที่จะเริ่มใช้งาน / the folder to begin in";
/// `inspect`
pub const INSPECT: &str = "แสดงว่าโปรแกรมอ่านแฟ้มหนึ่งอย่างไรในแต่ละขั้น / Show what each stage made of one file";
/// `explain`
pub const EXPLAIN: &str = "แสดงที่มาของรายการหนึ่งในทะเบียน เหตุที่เลือกแต่ละค่า และหลักฐานที่รวมกัน / Show where an entry comes from, why each value was taken, and the evidence";
/// Examples of `explain`.
pub const EXPLAIN_MORE: &str = "\
ตัวอย่าง / Examples:
  focalpoint explain 12                        ลำดับที่ 12 ในทะเบียน / number 12 of the register
  focalpoint explain 2566-0110-PL-1a2b         รหัส / an id
  focalpoint explain \"สสล ม.ค. 66.xlsx:7\"      แถว 7 ของรายงาน นับหรือไม่นับก็ได้ / a row, taken or not
  focalpoint explain รายงาน.pdf:p2              หน้า 2 / page 2";
/// Examples of `form`.
pub const FORM_MORE: &str = "\
ตัวอย่าง / Examples:
  focalpoint form --department ENV --month 2566-02
  focalpoint form --to \"แบบรายงาน สสล.xlsx\"";
/// Examples of `inspect`.
pub const INSPECT_MORE: &str = "\
ตัวอย่าง / Examples:
  focalpoint inspect inbox/รายงาน.xlsx
  focalpoint inspect inbox/รายงาน.pdf --stage records";
/// `ID`
pub const ID: &str = "รหัสหรือลำดับของรายการในทะเบียน เช่น 2566-0110-PL-1a2b หรือ 12 หรือแถวในรายงาน เช่น รายงาน.xlsx:7 (PDF: รายงาน.pdf:p2) / id or number of an entry of the register, or a row of a report: report.xlsx:7, report.pdf:p2";
/// `understand`
pub const UNDERSTAND: &str = "ลองคำศัพท์: แสดงว่าเข้าใจข้อความแต่ละบรรทัดอย่างไร บรรทัดละหนึ่ง JSON / Try the vocabulary: one JSON object a line of text";
/// `TEXT`
pub const TEXT: &str =
    "ข้อความ (ถ้าไม่ระบุ อ่านทีละบรรทัดจากข้อมูลเข้า) / texts; without one, the lines of standard input";
/// `--period`
pub const PERIOD: &str =
    "ช่วงเวลาของรายงาน พ.ศ. หรือ ค.ศ. เช่น 2566-01 / period of the report, in either era, such as 2566-01";
/// A period that cannot be read.
pub const NO_PERIOD: &str = "ต้องเป็น ปปปป-ดด หรือ ปปปป / must be YYYY-MM or YYYY";
/// `--department`
pub const DEPARTMENT: &str =
    "รหัสหรือชื่อย่อของหน่วยงาน เช่น ENV หรือ สสล. / code or short Thai name of the department, such as ENV";
/// A department that is not known, with the codes that are.
pub fn no_department(name: &str, list: impl Iterator<Item = (&'static str, &'static str)>) -> String {
    let list: Vec<String> = list.map(|(code, thai)| format!("  {code:<20} {thai}")).collect();
    format!(
        "{name}: ไม่มีหน่วยงานรหัสหรือชื่อนี้ ที่มี / no department has this code or name; there are:\n{}",
        list.join("\n")
    )
}
/// `--inbox`
pub const INBOX: &str = "โฟลเดอร์ที่วางรายงาน / folder with the reports";
/// `--outbox`
pub const OUTBOX: &str = "โฟลเดอร์สำหรับผลลัพธ์ / folder for the results";
/// `--no-ocr`
pub const NO_OCR: &str = "ไม่อ่านภาพสแกนด้วย Tesseract / leave scans unread, also where Tesseract is installed";
/// `--jobs`
pub const JOBS: &str =
    "จำนวนแฟ้มที่ทำพร้อมกัน (ปริยาย: เท่าจำนวนหน่วยประมวลผล) / files worked on at once (default: one a processor)";
/// `--lang`
pub const LANG: &str = "ภาษาของข้อความและผลลัพธ์ / language of messages and outputs";
/// `--lang` of `run`
pub const LANGS: &str = "ภาษาของข้อความและผลลัพธ์ both: ผลสำหรับผู้บริหารเป็นภาษาอังกฤษด้วย / language of messages and outputs; both: Thai, and what executives get in English as well";
/// `--as-of`
pub const AS_OF: &str = "วันที่อ้างอิงของรายงาน ค.ศ. หรือ พ.ศ. (ปริยาย: วันนี้) / the day that the outputs speak of, in either era (default: today)";
/// A day that is none.
pub const NO_DAY: &str = "ต้องเป็น ปปปป-ดด-วว เช่น 2566-01-31 / must be YYYY-MM-DD, such as 2023-01-31";
/// `--month`
pub const MONTH: &str = "สรุปเฉพาะเดือน เช่น 2566-01 / the month that the summary speaks of";
/// `--quarter`
pub const QUARTER: &str = "สรุปเฉพาะไตรมาสของปีงบประมาณ เช่น 2566-1 (ต.ค.–ธ.ค. 2565) / quarter of a fiscal year that the summary speaks of: 2566-1 is October to December 2022";
/// `--fiscal-year`
pub const FISCAL_YEAR: &str =
    "สรุปเฉพาะปีงบประมาณ เช่น 2566 / fiscal year that the summary speaks of, October to September";
/// `--from`
pub const FROM: &str = "สรุปตั้งแต่เดือน (ใช้คู่กับ --to) / first month that the summary speaks of, with --to";
/// `--to`
pub const TO: &str = "สรุปถึงเดือน (ใช้คู่กับ --from) / last month that the summary speaks of, with --from";
/// A month that is none.
pub const NO_MONTH: &str = "ต้องเป็น ปปปป-ดด เช่น 2566-01 / must be YYYY-MM, such as 2023-01";
/// A quarter that is none.
pub const NO_QUARTER: &str =
    "ต้องเป็น ปปปป-ไตรมาส 1 ถึง 4 เช่น 2566-1 / must be YYYY-N with N from 1 to 4, such as 2566-1";
/// A fiscal year that is none.
pub const NO_FISCAL_YEAR: &str = "ต้องเป็นปี เช่น 2566 / must be a year, such as 2566";
/// A period that ends before it begins.
pub const ENDS_FIRST: &str = "--to ต้องไม่อยู่ก่อน --from / --to must not lie before --from";
/// `--edition`
pub const EDITION: &str = "เก็บผลสำหรับผู้บริหารไว้เป็นฉบับชื่อนี้ใน outbox/editions (ไม่เขียนทับ) และครั้งต่อไปบอกสิ่งที่เปลี่ยนตั้งแต่ฉบับนั้น / keep what executives get under this name in outbox/editions, and tell in later runs what has changed since";
/// A name of an edition that cannot be one.
pub const NO_EDITION: &str =
    "ใช้ตัวอักษร ตัวเลข ช่องว่าง - _ . ได้ไม่เกิน 60 ตัว / letters, digits, blanks, - _ . and no more than 60 of them";
/// `--log`
pub const LOG: &str =
    "ต่อท้ายสรุปการทำงานพร้อมเวลาในแฟ้มนี้ทุกครั้ง / append what the run came to, with the time, to this file";
/// `--quiet`
pub const QUIET: &str = "ไม่แสดงอะไรหากทุกอย่างเรียบร้อย มิฉะนั้นแสดงเฉพาะสรุปท้าย / print nothing if all is well, else only the closing tally";
/// `FILE`
pub const FILE: &str = "แฟ้มรายงานที่ต้องการดู / the report to look into";
/// `--stage`
pub const STAGE: &str = "ขั้นที่ต้องการดู (ปริยาย: engagements; กับ --json: document) / what to show (default: engagements; with --json: document)";
/// `--json`
pub const JSON: &str = "แสดงเป็น JSON สำหรับโปรแกรมอื่น / print JSON for programs";
/// `--stage document`
pub const STAGE_DOCUMENT: &str = "แผ่นงานหรือหน้าตามที่อ่านได้ / sheets or pages as read";
/// `--stage tables`
pub const STAGE_TABLES: &str = "ตาราง แบบฟอร์ม และรายการ พร้อมความหมายของแต่ละคอลัมน์ / tables, forms and lists with the meaning of their columns";
/// `--stage records`
pub const STAGE_RECORDS: &str =
    "กิจกรรมตามที่เขียนไว้ และเหตุผลของแถวที่ไม่ใช่กิจกรรม / records as written, and why other rows are none";
/// `--stage engagements`
pub const STAGE_ENGAGEMENTS: &str = "ความหมายที่เข้าใจจากแต่ละกิจกรรม / what was understood of each record";
