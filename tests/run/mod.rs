//! Whole inboxes through the program, as a user runs it, and the two places that touch the disk.

mod attachments;
mod beside;
mod cache;
mod changes;
mod covers;
mod editions;
mod expires;
mod explain;
mod form;
mod inbox;
mod killers;
mod layouts;
mod log;
mod outbox;
mod periods;
mod review;
mod revisions;
mod scans;
mod settings;
mod slips;
mod special;
mod standing;
mod status;
mod statuses;
mod twins;
mod understand;
mod unheld;
mod whole;
mod word;

use focalpoint::labels::{self, Lang, terminal};
use focalpoint::model::FileStatus;
use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Texts one behind the other.
pub fn joined(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().collect::<Vec<_>>().concat()
}

/// An inbox and an outbox that vanish with the test.
pub struct Office {
    folder: TempDir,
}

/// A line that tells how far a run has come.
fn is_progress(line: &str) -> bool {
    [Lang::Th, Lang::En].into_iter().any(|lang| {
        let statuses = FileStatus::ALL.iter().map(|status| labels::codes::file_status(lang, *status));
        let found = terminal::found(lang, 0);
        let (before, after) = found.split_once('0').unwrap_or_default();
        line == terminal::merging(lang)
            || line == terminal::writing(lang)
            || line.starts_with(before) && line.ends_with(after)
            || statuses.into_iter().any(|status| line.ends_with(&format!(": {status}")))
    })
}

impl Office {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("inbox")).unwrap();
        Self { folder }
    }

    /// Drops a file into the inbox.
    pub fn drop(&self, name: &str, bytes: &[u8]) {
        let path = self.folder.path().join("inbox").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Runs the program in this office, with a fixed day where none is given. What it tells of its progress is left out.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let day = if arguments.contains(&"--as-of") { &[][..] } else { &["--as-of", "2023-01-31"] };
        let mut output = self.command().arg("run").args(day).args(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let kept = said.split_inclusive('\n').filter(|line| !is_progress(line.trim_end()));
        output.stderr = kept.collect::<String>().into_bytes();
        output
    }

    /// The program, called in this office.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_focalpoint"));
        command.current_dir(self.folder.path());
        command
    }

    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    pub fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&fs::read(self.path("outbox/data").join(name)).unwrap()).unwrap()
    }

    /// The status of every file of the inbox.
    pub fn statuses(&self) -> BTreeMap<String, String> {
        let run = self.json("run.json");
        let text = |file: &Value, key: &str| file[key].as_str().unwrap().to_owned();
        run["files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| (text(file, "file"), text(file, "status")))
            .collect()
    }
}

/// Every file below a folder with its bytes, but for what only saves time.
pub fn bytes_of(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with(".focalpoint-cache") {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}

/// A workbook of one sheet as a department makes it: three merged title lines, an empty row, a heading, the rows.
pub fn monthly_report(sheet: &str, titles: [&str; 3], heading: &[&str], rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.set_name(sheet).unwrap();
    let last = u16::try_from(heading.len() - 1).unwrap();
    for (row, title) in titles.iter().enumerate() {
        page.merge_range(
            u32::try_from(row).unwrap(),
            0,
            u32::try_from(row).unwrap(),
            last,
            title,
            &Format::new(),
        )
        .unwrap();
    }
    for (row, cells) in std::iter::once(&heading).chain(rows).enumerate() {
        for (column, text) in cells.iter().enumerate() {
            if !text.is_empty() {
                page.write(u32::try_from(row + 4).unwrap(), u16::try_from(column).unwrap(), *text).unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// Headings of the reports in these tests.
pub const HEADING: &[&str] = &["ลำดับ", "วัน เดือน ปี", "กิจกรรม", "ประเทศ/หน่วยงาน", "สถานที่", "ผลการดำเนินงาน"];
