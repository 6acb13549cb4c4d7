//! Lines through `understand`, as an officer tries the vocabulary.

use serde_json::Value;
use std::process::{Command, Output};

fn understand(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_focalpoint")).arg("understand").args(arguments).output().unwrap()
}

#[test]
fn each_text_gives_one_object_with_every_key() {
    let output =
        understand(&["--period", "2566-01", "--department", "iao", "หารือกับสถานทูตญี่ปุ่น 10 ม.ค.", "อบรมไฟป่า"]);
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<Value> = output
        .stdout
        .split(|b| *b == b'\n')
        .filter(|l| !l.is_empty())
        .map(|l| serde_json::from_slice(l).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    let first = &lines[0];
    assert_eq!((&first["start"], &first["departments"][0]), (&"2023-01-10".into(), &"IAO".into()));
    assert_eq!(first["countries"][0], "JP");
    assert_eq!((&first["international"], &lines[1]["international"]), (&true.into(), &false.into()));
    for key in [
        "text",
        "start",
        "end",
        "date_precision",
        "countries",
        "cities",
        "organisations",
        "departments",
        "type",
        "group",
        "themes",
        "status",
        "counterpart_rank",
        "international",
        "reasons",
        "warnings",
    ] {
        assert!(first.get(key).is_some(), "{key} is missing");
    }
}

#[test]
fn a_department_that_does_not_exist_is_wrong_usage_and_the_codes_are_told() {
    let output = understand(&["--department", "XYZ", "ประชุม"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    for word in ["XYZ", "ไม่มีหน่วยงานรหัสหรือชื่อนี้", "no department", "IAO", "D_BANG_NA"]
    {
        assert!(said.contains(word), "{word}: {said}");
    }
}

#[test]
fn a_period_that_does_not_exist_is_wrong_usage() {
    assert_eq!(understand(&["--period", "2566-13", "ประชุม"]).status.code(), Some(2));
}
