//! Files that a report carries: each is worked on like a file of the inbox, under the name `report.pdf/attachment.xlsx`.

use crate::inbox::{self, Content, Loaded};
use crate::model::{Context, Counted, FileStatus, Format, Place, Processed, Report, Reported};
use crate::problem::{Problem, What, Within};
use crate::read::Attachment;
use crate::vocab::Vocab;
use crate::worker::{self, Office};
use std::collections::BTreeMap;

/// Files of one file of the inbox, those within attachments included.
pub const FILES: usize = 100;
/// Attachments within attachments.
const DEPTH: usize = 2;

/// What a file of the inbox gave, then what each of the files in it gave, in their order. `copy_of` names a file with the
/// same bytes that is read already; the name may still say that this one is not.
pub fn file(office: Office, content: Content, copy_of: Option<&str>) -> Vec<Processed> {
    match (inbox::told(content), copy_of) {
        (Loaded::Settled(settled), _) => vec![settled],
        (Loaded::Review(report, bytes), _) => {
            let reported = worker::reviewed(office.vocab, &report, &bytes);
            vec![Processed { report, reported }]
        }
        (Loaded::Content(report, _), Some(original)) => {
            let reported = Reported::duplicate(&report.file, original);
            vec![Processed { report, reported }]
        }
        (Loaded::Content(report, bytes), None) => work(office, report, &bytes),
    }
}

/// What a report gave, then what each of the files in it gave, in their order.
fn work(office: Office, report: Report, bytes: &[u8]) -> Vec<Processed> {
    let mut out = Vec::new();
    Work { office, room: FILES, rows: 0, out: &mut out }.file(report, bytes, &Context::default(), 0);
    out
}

/// The file of this name within a report, below which `/` leads to those within it; `None` if there is none.
pub fn find(vocab: Vocab, report: &Report, bytes: &[u8], name: &str) -> Option<Loaded> {
    let mut loaded = Loaded::Content(report.clone(), bytes.to_vec());
    for part in name.split('/') {
        let Loaded::Content(report, bytes) = &loaded else { return None };
        let office = Office { vocab, layouts: &[], recognised: &[] };
        let (reported, attachments) = worker::work(office, report, bytes, &Context::default());
        if reported.status == FileStatus::Restricted {
            return None;
        }
        let found = attachments.into_iter().find(|attachment| shown(attachment) == part)?;
        loaded = load(report, found);
    }
    Some(loaded)
}

/// Leaves the bytes of one content read once: the inbox's own files first, then attachments in their order. `files`
/// has for each file of the inbox its own outcome and those of the files in it.
pub fn settle_copies(files: &mut [Vec<Processed>]) {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let own = files.iter().filter_map(|carried| carried.first());
    for Processed { report, .. } in own.filter(|Processed { reported, .. }| reported.status.is_read()) {
        first.insert(report.sha256.clone(), report.file.clone());
    }
    for Processed { report, reported } in files.iter_mut().flat_map(|carried| carried.iter_mut().skip(1)) {
        match first.get(&report.sha256).filter(|_| !report.sha256.is_empty()) {
            Some(original) => *reported = Reported::duplicate(&report.file, original),
            None if reported.status.is_read() => {
                first.insert(report.sha256.clone(), report.file.clone());
            }
            None => {}
        }
    }
}

struct Work<'a> {
    office: Office<'a>,
    room: usize,
    /// Rows of the files that were read.
    rows: u64,
    out: &'a mut Vec<Processed>,
}

impl Work<'_> {
    /// A file whose format is known, and those in it. `around` is what the report that carries it says.
    fn file(&mut self, report: Report, bytes: &[u8], around: &Context, depth: usize) {
        // What was recognised is of the file itself.
        let recognised = if depth == 0 { self.office.recognised } else { &[] };
        let office = Office { recognised, ..self.office };
        let (mut reported, attachments) = worker::work(office, &report, bytes, around);
        let deep = if depth < DEPTH { attachments.len().min(self.room) } else { 0 };
        let left = attachments.len() - deep;
        if left > 0 {
            let what = What::Within(Within::AttachmentsLeft { count: left as u32 });
            reported.problems.push(Problem::warning(Place::file(&report.file), what));
            reported.problems.sort();
            if matches!(reported.status, FileStatus::Read | FileStatus::NilReport) {
                reported.status = FileStatus::ReadWithWarnings;
            }
        }
        self.room -= deep;
        self.rows += reported.audit.seen;
        let secret = reported.problems.iter().find(|problem| matches!(problem.what, What::Restricted { .. }));
        let secret = secret.map(|problem| problem.what.clone());
        let context = reported.context.clone();
        let attached: Vec<Loaded> =
            attachments.into_iter().take(deep).map(|attachment| load(&report, attachment)).collect();
        self.out.push(Processed { report, reported });
        for loaded in attached {
            match (loaded, &secret) {
                // What a secret report carries is as secret as it is.
                (
                    Loaded::Settled(Processed { report, .. })
                    | Loaded::Content(report, _)
                    | Loaded::Review(report, _),
                    Some(what),
                ) => {
                    let problem = Problem::note(Place::file(&report.file), what.clone());
                    let reported = Reported::settled(FileStatus::Restricted, problem);
                    self.out.push(Processed { report, reported });
                }
                (Loaded::Settled(settled), None) => self.out.push(settled),
                (Loaded::Review(report, bytes), None) => {
                    let reported = worker::reviewed(self.office.vocab, &report, &bytes);
                    self.out.push(Processed { report, reported });
                }
                // All that a file carries has the rows of one.
                (Loaded::Content(report, _), None) if self.rows > Counted::Rows.limit() => {
                    let what = What::LeftOut { of: Counted::Rows };
                    let problem = Problem::error(Place::file(&report.file), what);
                    let reported = Reported::settled(FileStatus::Unsupported, problem);
                    self.out.push(Processed { report, reported });
                }
                (Loaded::Content(report, bytes), None) => self.file(report, &bytes, &context, depth + 1),
            }
        }
    }
}

/// An attachment as an entry of the run.
fn load(carrier: &Report, attachment: Attachment) -> Loaded {
    let file = format!("{}/{}", carrier.file, shown(&attachment));
    match attachment.content {
        Ok(bytes) => inbox::told(Content::of(&file, bytes)),
        Err((status, what)) => {
            let problem = Problem::error(Place::file(&file), what);
            let report = Report { file, size: 0, sha256: String::new(), format: Format::Unknown };
            Loaded::Settled(Processed { report, reported: Reported::settled(status, problem) })
        }
    }
}

/// Its name as it can be printed.
fn shown(attachment: &Attachment) -> String {
    let name = inbox::shown(attachment.name.as_bytes());
    if matches!(name.as_str(), "" | "." | "..") { "attachment".to_owned() } else { name }
}
