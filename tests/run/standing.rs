//! A register is never replaced by less than was readable: what is missing because a file cannot be read was not withdrawn.

use super::{HEADING, Office, bytes_of, monthly_report};
use calamine::{Data, Reader, Xlsx};
use focalpoint::model::{Block, Body, Format, Report};
use focalpoint::read;
use serde_json::{Value, json};
use std::fs;
use std::io::Cursor;

const WASTE: &str = "ประชุมหารือกับ JICA เรื่องการจัดการขยะอาหาร";
const CARBON: &str = "ประชุมร่วมกับ UNDP เรื่องตลาดคาร์บอน";
const HEALTH: &str = "ต้อนรับคณะผู้แทนนครโอซากา ประเทศญี่ปุ่น ศึกษาดูงานด้านสาธารณสุข";
const SCHOOL: &str = "ต้อนรับคณะผู้แทนนครเบอร์ลิน ประเทศเยอรมนี ศึกษาดูงานด้านการศึกษา";

const ENVIRONMENT: &str = "สสล ม.ค. 66.xlsx";
const HEALTH_OFFICE: &str = "สนอ ม.ค. 66.xlsx";
const NOTHING: &[u8] = b"PK\x03\x04 cut off";

fn report(department: &str, activities: &[&str]) -> Vec<u8> {
    let days: Vec<String> = (0..activities.len()).map(|n| format!("{} ม.ค. 66", n + 10)).collect();
    let rows: Vec<[&str; 6]> =
        activities.iter().zip(&days).map(|(activity, day)| ["1", day, activity, "", "", ""]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", department];
    monthly_report("ม.ค. 66", titles, HEADING, &rows)
}

/// Two departments have reported, and a register stands.
fn office() -> Office {
    let office = Office::new();
    office.drop(ENVIRONMENT, &report("หน่วยงาน สำนักสิ่งแวดล้อม", &[WASTE, CARBON]));
    office.drop(HEALTH_OFFICE, &report("หน่วยงาน สำนักอนามัย", &[HEALTH]));
    assert_eq!(run(&office), (Some(0), String::new(), String::new()));
    assert_eq!(titles(&office.json("engagements.json")), [WASTE, HEALTH, CARBON]);
    office
}

/// Exit code, the second line of the tally if it tells of a file, and what went to standard error.
fn run(office: &Office) -> (Option<i32>, String, String) {
    let output = office.run(&["--lang", "en"]);
    let said = String::from_utf8(output.stdout).unwrap();
    let second = said.lines().nth(1).filter(|line| !line.contains("files: ")).unwrap_or_default();
    (output.status.code(), second.trim().to_owned(), String::from_utf8(output.stderr).unwrap())
}

fn titles(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|entry| entry["title"].as_str().unwrap()).collect()
}

/// What `changes.json` says of files: name, department, titles missing.
fn unread(office: &Office) -> Value {
    let changes = office.json("changes.json");
    let files = changes["unread"].as_array().unwrap();
    files.iter().map(|one| json!([one["file"], one["department"], titles(&one["entries"])])).collect()
}

#[test]
fn where_not_one_report_can_be_read_the_register_stands() {
    let office = office();
    let before = bytes_of(&office.path("outbox"));
    office.drop(ENVIRONMENT, NOTHING);
    office.drop(HEALTH_OFFICE, b"");
    let (code, _, said) = run(&office);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("Not one report") && said.contains(ENVIRONMENT) && said.contains(HEALTH_OFFICE),
        "{said}"
    );
    assert!(bytes_of(&office.path("outbox")) == before);
}

#[test]
fn without_a_register_that_says_anything_unreadable_files_are_told_in_the_outputs() {
    let office = Office::new();
    office.drop(ENVIRONMENT, NOTHING);
    assert_eq!(run(&office).0, Some(3));
    let before = bytes_of(&office.path("outbox"));
    assert_eq!(run(&office).0, Some(3));
    assert!(bytes_of(&office.path("outbox")) == before);
}

#[test]
fn a_file_that_was_read_and_no_longer_can_be_is_said_on_top() {
    let office = office();
    office.drop(ENVIRONMENT, NOTHING);
    let (code, first, _) = run(&office);
    assert_eq!(code, Some(3));
    assert!(first.contains(ENVIRONMENT) && first.contains("2 earlier entries"), "{first}");
    assert_eq!(unread(&office), json!([[ENVIRONMENT, "ENV", [WASTE, CARBON]]]));
    assert_eq!(office.json("changes.json")["withdrawn"], json!([]));

    let mut book = Xlsx::new(Cursor::new(fs::read(office.path("outbox/engagements.xlsx")).unwrap())).unwrap();
    let sheet = book.worksheet_range("Changes").unwrap();
    let sorts: Vec<String> = sheet.rows().skip(4).map(|row| row[0].to_string()).collect();
    assert_eq!(sorts, ["File not read"; 3]);
    let Data::String(said) = &sheet[(4, 1)] else { panic!("no words") };
    assert!(said.contains("2 earlier entries"), "{said}");
    let summary = summary(&office);
    let (missing, figures) = (summary.find("2 earlier entries").unwrap(), summary.find("services").unwrap());
    assert!(missing < figures, "{summary}");

    // The same inbox again: the same bytes.
    let before = bytes_of(&office.path("outbox"));
    run(&office);
    assert!(bytes_of(&office.path("outbox")) == before);

    // The register changes otherwise: it is still said.
    office.drop("สนศ ม.ค. 66.xlsx", &report("หน่วยงาน สำนักการศึกษา", &[SCHOOL]));
    assert!(run(&office).1.contains("2 earlier entries"));
    assert_eq!(unread(&office), json!([[ENVIRONMENT, "ENV", [WASTE, CARBON]]]));

    // Until the file can be read, or is gone.
    office.drop(ENVIRONMENT, &report("หน่วยงาน สำนักสิ่งแวดล้อม", &[WASTE]));
    assert_eq!(run(&office).0, Some(0));
    assert_eq!(unread(&office), json!([]));
}

/// The words of the summary's first page.
fn summary(office: &Office) -> String {
    let bytes = fs::read(office.path("outbox/summary.pdf")).unwrap();
    let report =
        Report { file: "summary.pdf".to_owned(), size: 0, sha256: String::new(), format: Format::Pdf };
    let Ok(opened) = read::read(&report, &bytes) else { panic!("the summary cannot be read") };
    let Body::Pages(pages) = opened.document.body else { panic!("no pages") };
    let mut words = Vec::new();
    for block in &pages[0].blocks {
        match block {
            Block::Line(line) => words.push(line.text.clone()),
            Block::Table(table) => {
                words.extend(table.grid.cells.values().map(|cell| format!("{:?}", cell.value)));
            }
        }
    }
    words.join("\n")
}

#[test]
fn a_department_that_reported_before_and_sends_what_cannot_be_read_is_no_zero() {
    let office = office();
    fs::remove_file(office.path("inbox").join(ENVIRONMENT)).unwrap();
    office.drop("สสล ก.พ. 66.xlsx", NOTHING);
    let (code, first, _) = run(&office);
    assert_eq!(code, Some(3));
    assert!(first.contains("สสล ก.พ. 66.xlsx") && first.contains("2 earlier entries"), "{first}");
    assert_eq!(unread(&office), json!([["สสล ก.พ. 66.xlsx", "ENV", [WASTE, CARBON]]]));
    let before = bytes_of(&office.path("outbox"));
    run(&office);
    assert!(bytes_of(&office.path("outbox")) == before);
}

#[test]
fn what_is_taken_out_of_the_inbox_is_withdrawn() {
    let office = office();
    fs::remove_file(office.path("inbox").join(ENVIRONMENT)).unwrap();
    assert_eq!(run(&office).0, Some(0));
    assert_eq!(unread(&office), json!([]));
    assert_eq!(titles(&office.json("changes.json")["withdrawn"]), [WASTE, CARBON]);
}
