//! All outputs or none.

use focalpoint::outbox::{lock, publish};
use focalpoint::problem::Failure;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn outputs(words: &str) -> Vec<(String, Vec<u8>)> {
    ["engagements.xlsx", "summary.pdf", "data/engagements.json", "data/run.json"]
        .iter()
        .map(|path| ((*path).to_owned(), format!("{path}: {words}").into_bytes()))
        .collect()
}

/// Every file below a folder with its text, the lock apart.
fn content(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().unwrap() != ".focalpoint.lock" {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned());
            }
        }
    }
    found
}

fn expected(words: &str, beside: &[(&str, &str)]) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> =
        outputs(words).into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect();
    all.extend(beside.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    all
}

#[test]
fn outputs_replace_the_previous_ones_and_leave_what_lies_beside() {
    let folder = tempfile::tempdir().unwrap();
    let outbox = folder.path().join("ผลลัพธ์");
    let _lock = lock(&outbox).unwrap();
    publish(&outbox, &outputs("first")).unwrap();
    fs::write(outbox.join("บันทึกของเจ้าหน้าที่.docx"), "mine").unwrap();
    fs::write(outbox.join("data/notes.txt"), "mine too").unwrap();
    publish(&outbox, &outputs("second")).unwrap();
    let beside = [("บันทึกของเจ้าหน้าที่.docx", "mine"), ("data/notes.txt", "mine too")];
    assert_eq!(content(&outbox), expected("second", &beside));
}

#[test]
fn a_second_run_finds_the_outbox_busy_until_the_first_ends() {
    let folder = tempfile::tempdir().unwrap();
    let first = lock(folder.path()).unwrap();
    assert_eq!(lock(folder.path()).unwrap_err(), Failure::Busy);
    drop(first);
    lock(folder.path()).unwrap();
}

#[test]
fn what_stands_in_the_way_of_one_output_keeps_all_the_previous_ones() {
    let folder = tempfile::tempdir().unwrap();
    let outbox = folder.path();
    publish(outbox, &outputs("first")).unwrap();
    fs::remove_file(outbox.join("summary.pdf")).unwrap();
    fs::create_dir(outbox.join("summary.pdf")).unwrap();
    fs::write(outbox.join("summary.pdf/in the way.txt"), "a person's").unwrap();
    let before = content(outbox);
    let Failure::Outbox { path, .. } = publish(outbox, &outputs("second")).unwrap_err() else {
        panic!("another failure")
    };
    assert!(path.ends_with("summary.pdf"), "names the file: {path}");
    assert_eq!(content(outbox), before);
}

#[test]
fn a_failure_midway_brings_back_what_was_already_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let outbox = folder.path();
    let first = &outputs("first")[..2];
    publish(outbox, first).unwrap();
    // `data` is a file, so that the third output fails after two are in place.
    fs::write(outbox.join("data"), "a person's").unwrap();
    let before = content(outbox);
    let error = publish(outbox, &outputs("second")).unwrap_err();
    assert!(matches!(error, Failure::Outbox { .. }), "{error:?}");
    assert_eq!(content(outbox), before);
}

#[test]
fn a_crash_midway_is_rolled_back_by_the_next_run() {
    let folder = tempfile::tempdir().unwrap();
    let outbox = folder.path();
    publish(outbox, &outputs("first")).unwrap();
    let staging = outbox.join(".focalpoint-staging");
    fs::create_dir_all(staging.join("old")).unwrap();
    fs::create_dir_all(staging.join("new/data")).unwrap();
    // The workbook is replaced, a new file is added, and there the power failed.
    fs::rename(outbox.join("engagements.xlsx"), staging.join("old/engagements.xlsx")).unwrap();
    fs::write(outbox.join("engagements.xlsx"), "half a set").unwrap();
    fs::write(outbox.join("extra.csv"), "half a set").unwrap();
    fs::write(staging.join("new/data/run.json"), "never put in place").unwrap();
    fs::write(staging.join("journal"), "replaces engagements.xlsx\nadds extra.csv\nreplaces data/run.json\n")
        .unwrap();
    let _lock = lock(outbox).unwrap();
    assert_eq!(content(outbox), expected("first", &[]));
}

#[test]
fn leftovers_of_a_run_that_crashed_while_building_are_cleared() {
    let folder = tempfile::tempdir().unwrap();
    let outbox = folder.path();
    publish(outbox, &outputs("first")).unwrap();
    fs::create_dir_all(outbox.join(".focalpoint-staging/new")).unwrap();
    fs::write(outbox.join(".focalpoint-staging/new/engagements.xlsx"), "half a file").unwrap();
    publish(outbox, &outputs("second")).unwrap();
    assert_eq!(content(outbox), expected("second", &[]));
}

#[test]
fn an_output_never_leaves_the_outbox() {
    let folder = tempfile::tempdir().unwrap();
    let outbox = folder.path().join("outbox");
    for path in ["../escaped.json", "/escaped.json", ""] {
        let outputs = [(path, b"x".to_vec())];
        assert!(matches!(publish(&outbox, &outputs), Err(Failure::Outbox { .. })), "{path}");
    }
    assert_eq!(content(folder.path()), BTreeMap::new());
}

#[test]
#[cfg(unix)]
fn an_outbox_that_cannot_be_written_is_a_failure_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a file");
    fs::write(&file, "").unwrap();
    let outbox = file.join("outbox");
    let Failure::Outbox { path, .. } = lock(&outbox).unwrap_err() else { panic!("another failure") };
    assert!(path.contains("a file"), "{path}");
}

/// Where an outbox may lie.
mod places {
    use focalpoint::outbox::check;
    use focalpoint::problem::Failure;
    use std::fs;
    use std::path::Path;

    fn word(outbox: &Path, inbox: &Path) -> &'static str {
        match check(outbox, inbox) {
            Ok(()) => "fit",
            Err(Failure::SameFolder { .. }) => "same",
            Err(Failure::WithinInbox { .. }) => "within",
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn nothing_is_ever_written_into_the_inbox() {
        let folder = tempfile::tempdir().unwrap();
        let (root, inbox) = (folder.path(), folder.path().join("inbox"));
        fs::create_dir_all(inbox.join("sub")).unwrap();
        let cases = [
            ("outbox", "fit"),
            ("inbox", "same"),
            ("inbox/", "same"),
            ("inbox/sub/..", "same"),
            ("not there/../inbox", "same"),
            ("inbox/sub", "within"),
            ("inbox/not/there", "within"),
            ("outbox/../inbox/x", "within"),
            ("inbox of another", "fit"),
            ("", "fit"),
        ];
        for (outbox, expected) in cases {
            assert_eq!(word(&root.join(outbox), &inbox), expected, "{outbox}");
        }
        // The inbox stands where outputs of an outbox above it go.
        for name in ["data", ".focalpoint-staging", ".focalpoint-staging/new", "data/in"] {
            let inbox = root.join("above").join(name);
            fs::create_dir_all(&inbox).unwrap();
            let expected = if name == "data/in" { "fit" } else { "within" };
            assert_eq!(word(&root.join("above"), &inbox), expected, "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn another_name_of_the_inbox_is_the_inbox() {
        use std::os::unix::fs::symlink;

        let folder = tempfile::tempdir().unwrap();
        let (root, inbox) = (folder.path(), folder.path().join("inbox"));
        fs::create_dir_all(inbox.join("sub")).unwrap();
        fs::create_dir(root.join("outbox")).unwrap();
        symlink(&inbox, root.join("link")).unwrap();
        symlink(inbox.join("sub"), root.join("deep")).unwrap();
        symlink(&inbox, root.join("outbox/data")).unwrap();
        assert_eq!(word(&root.join("link"), &inbox), "same");
        assert_eq!(word(&root.join("link/new"), &inbox), "within");
        assert_eq!(word(&root.join("deep"), &inbox), "within");
        assert_eq!(word(&root.join("outbox"), &inbox), "within");
        assert_eq!(word(&inbox, &root.join("link")), "same");
    }
}
