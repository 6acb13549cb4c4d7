//! What a process is asked to do with a file's bytes, and what it answers. The work is a pure function of both.

use crate::attached;
use crate::cli::Stage;
use crate::inbox::{self, Content, Loaded};
use crate::inspect::{self, View};
use crate::labels::Lang;
use crate::model::{FileStatus, Layout, Processed, Recognised, Review, Scan, Settings, Unrecognised};
use crate::problem::{Problem, What};
use crate::read;
use crate::vocab::Vocab;
use crate::worker::{self, Office};
use serde::{Deserialize, Serialize};

/// Work on one file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Job {
    /// Read a file of the inbox and those in it, tables of these layouts as they were taught. With `copy_of`, a file of the
    /// same bytes is read already.
    ///
    /// The pages of pictures come with what was recognised in them.
    File { copy_of: Option<String>, layouts: Vec<Layout>, recognised: Vec<Recognised> },
    /// Make a page of the file into pixels.
    Picture { page: u32 },
    /// Read the decisions of a review workbook.
    Review,
    /// Read a workbook of settings, if it is one.
    Settings,
    /// Show what a stage makes of a file, or of the one of this name within it.
    Look { look: Look, within: Option<String>, recognised: Vec<Recognised> },
}

/// A file that is to be read: all that the answer depends on, but the program and its vocabulary.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Asked<'a> {
    /// Path relative to the inbox, with `/`.
    pub file: &'a str,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the bytes in lower-case hexadecimal.
    pub sha256: &'a str,
    /// A file with the same bytes that is read already.
    pub copy_of: Option<&'a str>,
    /// How tables are read in layouts that were taught.
    pub layouts: &'a [Layout],
    /// What recognised the pictures of its pages; `None` where they are left as they are.
    pub engine: Option<&'a str>,
}

/// What is to be shown of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// The stage.
    pub stage: Option<Stage>,
    /// For programs.
    pub json: bool,
    /// Language of the words.
    pub lang: Lang,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// What the file gave, then what those in it gave.
    File(Vec<Processed>),
    /// A page in pixels, or why there are none.
    Picture(Result<Scan, Unrecognised>),
    /// The decisions, or why the workbook cannot be opened.
    Review(Result<Review, What>),
    /// The settings, or why they cannot be read; `None` if the file has none.
    Settings(Option<Result<Settings, What>>),
    /// What is shown; `None` if the file has none of that name in it.
    Look(Option<Result<View, Vec<Problem>>>),
    /// The program failed; its words.
    Failed(String),
    /// The answer is longer than a message may be.
    Long,
}

impl Job {
    /// Does the work.
    ///
    /// # Panics
    /// If the program fails.
    pub fn done(&self, vocab: Vocab, content: Content) -> Answer {
        match self {
            Self::File { copy_of, layouts, recognised } => {
                let office = Office { vocab, layouts, recognised };
                Answer::File(attached::file(office, content, copy_of.as_deref()))
            }
            Self::Picture { page } => Answer::Picture(match inbox::told(content) {
                Loaded::Content(report, bytes) => read::scan(&report, &bytes, *page),
                Loaded::Settled(_) | Loaded::Review(..) => Err(Unrecognised::NoPixels),
            }),
            Self::Review => Answer::Review(worker::review(vocab, &content.file, &content.bytes)),
            Self::Settings => Answer::Settings(worker::settings(vocab, &content)),
            Self::Look { look, within, recognised } => {
                Answer::Look(inspect::view(vocab, *look, content, within.as_deref(), recognised))
            }
        }
    }
}

impl Asked<'_> {
    /// True if an answer speaks of this file and of files in it, and of no other.
    pub fn is_answered_by(&self, files: &[Processed]) -> bool {
        let Some((Processed { report: own, reported }, within)) = files.split_first() else { return false };
        let same = own.file == self.file
            && own.size == self.size
            && own.sha256 == self.sha256
            && (reported.other_file.is_none() || reported.other_file.as_deref() == self.copy_of);
        let inside = |Processed { report, reported }: &Processed| {
            own.carries(report) && reported.other_file.is_none() && is_digest(&report.sha256)
        };
        same && within.len() <= attached::FILES && within.iter().all(inside) && files.iter().all(is_placed)
    }
}

/// True if everything that is said of a file has its place in it.
fn is_placed(Processed { report, reported }: &Processed) -> bool {
    let problems = reported.problems.iter().map(|problem| &problem.place);
    let aside = reported.aside.iter().map(|aside| &aside.place);
    let unheld = reported.unheld.iter().map(|unheld| &unheld.understood);
    let rows = reported.understood.iter().chain(unheld);
    let rows = rows.flat_map(|row| [&row.record.place, &row.engagement.place]);
    let tables = reported.unsure.iter().map(|table| &table.place);
    problems.chain(aside).chain(rows).chain(tables).all(|place| place.file == report.file)
}

/// True for the digest of a content, and for none, where the content could not be had.
fn is_digest(sha256: &str) -> bool {
    sha256.is_empty() || sha256.len() == 64 && sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

impl Answer {
    /// True if the program failed on the way: what it did since is not to be relied on.
    pub fn troubled(&self) -> bool {
        match self {
            Self::File(files) => files.iter().any(|file| file.reported.status == FileStatus::Failed),
            Self::Picture(_) | Self::Review(_) | Self::Settings(_) | Self::Look(_) | Self::Long => false,
            Self::Failed(_) => true,
        }
    }
}
