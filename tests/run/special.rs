//! Pipes, links and sockets where files are looked for: neither waited for nor followed.
#![cfg(unix)]

use super::{HEADING, Office, bytes_of, monthly_report};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

fn office() -> Office {
    let office = Office::new();
    let titles = ["แบบรายงานกิจกรรมด้านการต่างประเทศ", "ประจำเดือนมกราคม 2566", "หน่วยงาน สำนักสิ่งแวดล้อม"];
    let row: &[&str] = &["1", "16 ม.ค. 66", "ประชุมหารือกับ JICA เรื่องการจัดการขยะอาหาร", "JICA", "", ""];
    office.drop("สสล.xlsx", &monthly_report("ม.ค. 66", titles, HEADING, &[row]));
    office
}

fn pipe(path: &Path) {
    drop(fs::remove_file(path));
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// A run that has to end.
fn run(office: &Office) -> Output {
    let (done, ended) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || {
            if ended.recv_timeout(Duration::from_secs(50)).is_err() {
                eprintln!("the run waits for a special file");
                std::process::abort();
            }
        });
        let output = office.run(&["--lang", "en"]);
        done.send(()).unwrap();
        output
    })
}

#[test]
fn special_files_in_the_inbox_are_named() {
    let office = office();
    pipe(&office.path("inbox/pipe.xlsx"));
    let _socket = std::os::unix::net::UnixListener::bind(office.path("inbox/socket.pdf")).unwrap();
    symlink("/dev/zero", office.path("inbox/zero.csv")).unwrap();
    assert_eq!(run(&office).status.code(), Some(3));
    let statuses = office.statuses();
    for file in ["pipe.xlsx", "socket.pdf", "zero.csv"] {
        assert_eq!(statuses[file], "unsupported", "{file}");
    }
    assert_eq!(statuses["สสล.xlsx"], "read");
}

#[test]
fn special_files_in_the_outbox_are_neither_waited_for_nor_followed() {
    for name in [
        "review.xlsx",
        "engagements.xlsx",
        "data/engagements.json",
        "data/previous.json",
        "data/last-month.json",
        "data/run.json",
        ".focalpoint.lock",
    ] {
        let office = office();
        assert_eq!(run(&office).status.code(), Some(0));
        pipe(&office.path("outbox").join(name));
        let ended = run(&office);
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        // Only an output that this run does not make may be a pipe.
        let expected = i32::from(name != "data/last-month.json");
        assert_eq!(ended.status.code(), Some(expected), "{name}: {said}");
        assert!(expected == 0 || said.contains(name.rsplit('/').next().unwrap()), "{name}: {said}");
    }
}

#[test]
fn what_a_crashed_run_left_is_not_looked_for_in_pipes_and_behind_links() {
    let office = office();
    assert_eq!(run(&office).status.code(), Some(0));
    let (staging, elsewhere) = (office.path("outbox/.focalpoint-staging"), office.path("elsewhere"));
    // A folder that looks like what a crashed run leaves, and is none of ours.
    fs::create_dir_all(elsewhere.join("old")).unwrap();
    fs::write(elsewhere.join("journal"), "replaces summary.pdf\n").unwrap();
    fs::write(elsewhere.join("old/summary.pdf"), "a person's").unwrap();
    let before = bytes_of(&elsewhere);
    symlink(&elsewhere, &staging).unwrap();
    assert_eq!(run(&office).status.code(), Some(0));
    assert!(bytes_of(&elsewhere) == before);
    symlink(office.path("inbox"), &staging).unwrap();
    assert_eq!(run(&office).status.code(), Some(2));
    fs::remove_file(&staging).unwrap();
    fs::create_dir(office.path("outbox/.focalpoint-staging")).unwrap();
    pipe(&office.path("outbox/.focalpoint-staging/journal"));
    assert_eq!(run(&office).status.code(), Some(1));
}
