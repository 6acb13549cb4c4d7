//! Files that kill whoever reads them cost the others nothing, and are named.
//!
//! The ways to die are rehearsed: what a file must hold to bring one about today is mended tomorrow. The word that
//! brings them about stands in the environment of these runs alone.

use super::{HEADING, Office, monthly_report};
use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// The secret word; then the seconds of processing and of waiting that a file is given.
const REHEARSAL: (&str, &str) = ("FOCALPOINT_REHEARSAL", "the-word-of-these-tests 4 6");
const WORD: &str = "the-word-of-these-tests";

fn office() -> Office {
    let office = Office::new();
    let reports = [
        ("สสล.xlsx", "สำนักสิ่งแวดล้อม", "ญี่ปุ่น"),
        ("สนอ.xlsx", "สำนักอนามัย", "โปแลนด์"),
        ("สนศ.xlsx", "สำนักการศึกษา", "เยอรมนี"),
    ];
    for (name, department, country) in reports {
        let activity = format!("ต้อนรับคณะผู้แทนจากประเทศ{country} ศึกษาดูงานด้านการจัดการขยะ");
        let report = monthly_report(
            "ม.ค. 66",
            ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", &format!("หน่วยงาน {department}")],
            HEADING,
            &[&["1", "3 ม.ค. 66", &activity, country, "ศาลาว่าการกรุงเทพมหานคร", ""]],
        );
        office.drop(name, &report);
    }
    office
}

fn drop_killer(office: &Office, way: &str) {
    office.drop(&format!("{way}.csv"), format!("{WORD}{way}").as_bytes());
}

/// Runs the program with the rehearsal asked for.
fn rehearsed(office: &Office, arguments: &[&str]) -> Output {
    office.command().env(REHEARSAL.0, REHEARSAL.1).args(arguments).output().unwrap()
}

fn run(office: &Office, jobs: &str) -> Output {
    rehearsed(office, &["run", "--quiet", "--as-of", "2023-01-31", "--lang", "en", "--jobs", jobs])
}

fn engagements(office: &Office) -> Vec<u8> {
    fs::read(office.path("outbox/data/engagements.json")).unwrap()
}

fn message(office: &Office, file: &str) -> String {
    let run = office.json("run.json");
    let files = run["files"].as_array().unwrap();
    let found = files.iter().find(|entry| entry["file"] == file).unwrap();
    found["message"].as_str().unwrap().to_owned()
}

#[test]
fn files_that_kill_their_reader_cost_the_others_nothing() {
    let office = office();
    assert_eq!(run(&office, "3").status.code(), Some(0));
    let undisturbed = engagements(&office);
    assert_eq!(office.json("engagements.json").as_array().unwrap().len(), 3);

    let deaths = [
        ("abort", "broke off"),
        ("leave", "broke off"),
        ("panic", "failed on this file (rehearsed)"),
        ("overflow", "nested too deeply"),
        ("memory", "more than 2 GB of memory"),
        ("spin", "more than"),
        ("sleep", "more than 6 seconds"),
    ];
    for (way, _) in deaths {
        drop_killer(&office, way);
    }
    let output = run(&office, "2");
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "nothing of it is printed");
    let statuses = office.statuses();
    for (way, words) in deaths {
        let file = format!("{way}.csv");
        assert_eq!(statuses[&file], "failed", "{way}");
        assert!(message(&office, &file).contains(words), "{way}: {}", message(&office, &file));
    }
    assert_eq!(statuses.values().filter(|status| *status == "read").count(), 3);
    assert_eq!(engagements(&office), undisturbed);
}

#[test]
fn a_copy_of_a_killer_is_not_tried_again() {
    let office = office();
    drop_killer(&office, "abort");
    office.drop("สำเนา.csv", format!("{WORD}abort").as_bytes());
    assert_eq!(run(&office, "2").status.code(), Some(3));
    assert_eq!(message(&office, "สำเนา.csv"), message(&office, "abort.csv"));
}

#[test]
fn looking_into_a_killer_says_what_it_did() {
    let office = office();
    drop_killer(&office, "abort");
    let output = rehearsed(&office, &["inspect", "inbox/abort.csv", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("abort.csv") && said.contains("broke off"), "{said}");
}

#[test]
fn an_entry_is_explained_beside_a_killer() {
    let office = office();
    drop_killer(&office, "abort");
    run(&office, "1");
    let id = office.json("engagements.json")[0]["id"].as_str().unwrap().to_owned();
    let output = rehearsed(&office, &["explain", &id, "--as-of", "2023-01-31"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_review_workbook_of_the_outbox_that_kills_is_kept_and_named() {
    let office = office();
    run(&office, "1");
    let killer = format!("{WORD}abort");
    fs::write(office.path("outbox/review.xlsx"), &killer).unwrap();
    let output = run(&office, "1");
    assert_eq!(fs::read_to_string(office.path("outbox/review-unread.xlsx")).unwrap(), killer);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("review-unread.xlsx") && said.contains("broke off"), "{said}");
    assert_eq!(office.json("engagements.json").as_array().unwrap().len(), 3);
}

#[test]
fn without_the_word_in_the_environment_nothing_is_rehearsed() {
    let office = office();
    drop_killer(&office, "abort");
    office.run(&[]);
    assert_ne!(office.statuses()["abort.csv"], "failed");
}

#[test]
fn a_reader_that_hears_nonsense_ends() {
    let heard: [&[u8]; 4] = [&[], &[0xff; 4], &[3, 0, 0, 0, 0xff, 0xff, 0xff], &[0, 1, 0, 0, 7]];
    for nonsense in heard {
        let mut reader = Command::new(env!("CARGO_BIN_EXE_focalpoint"))
            .arg("work-for-parent")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        reader.stdin.take().unwrap().write_all(nonsense).unwrap();
        let ended = reader.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(i32::from(!nonsense.is_empty())), "{nonsense:?}");
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use super::{REHEARSAL, drop_killer, office};
    use std::fs;
    use std::path::Path;
    use std::process::{Command, Stdio};
    use std::thread::sleep;
    use std::time::{Duration, Instant};

    /// The processes that have this one as their parent.
    fn children(parent: u32) -> Vec<u32> {
        let listed = format!("/proc/{parent}/task/{parent}/children");
        let text = fs::read_to_string(listed).unwrap_or_default();
        text.split_whitespace().map(|pid| pid.parse().unwrap()).collect()
    }

    fn until(what: &str, mut reached: impl FnMut() -> bool) {
        let start = Instant::now();
        while !reached() {
            assert!(start.elapsed() < Duration::from_secs(20), "{what}");
            sleep(Duration::from_millis(20));
        }
    }

    #[test]
    fn readers_die_with_the_run() {
        let office = office();
        drop_killer(&office, "spin");
        let mut run = office
            .command()
            .env(REHEARSAL.0, REHEARSAL.1)
            .args(["run", "--quiet", "--jobs", "1"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut readers = Vec::new();
        until("no reader was started", || {
            readers = children(run.id());
            !readers.is_empty()
        });
        run.kill().unwrap();
        run.wait().unwrap();
        until("a reader outlives the run", || readers.iter().all(|pid| gone(*pid)));
    }

    /// True for a process that is gone, or dead and not yet waited for.
    fn gone(pid: u32) -> bool {
        let state = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        state.is_empty() || state.contains(") Z ") || !Path::new(&format!("/proc/{pid}")).exists()
    }

    #[test]
    fn where_no_reader_can_be_started_nothing_is_written() {
        let office = office();
        let program = env!("CARGO_BIN_EXE_focalpoint");
        let command = format!("ulimit -n 9; exec '{program}' run --lang en --as-of 2023-01-31");
        let run = Command::new("sh").current_dir(office.path("")).args(["-c", &command]).output().unwrap();
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(1), "{said}");
        assert!(
            said.contains("No process could be started") && said.contains("Nothing was written"),
            "{said}"
        );
        assert!(!office.path("outbox/data").exists());
    }
}
