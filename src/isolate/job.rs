//! What a process is asked to do with a file's bytes, and what it answers. The work is a pure function of both.

use crate::attached;
use crate::cli::Stage;
use crate::inbox::Content;
use crate::inspect::{self, View};
use crate::labels::Lang;
use crate::model::{FileStatus, Layout, Processed, Review};
use crate::problem::{Problem, What};
use crate::vocab::Vocab;
use crate::worker::{self, Office};
use serde::{Deserialize, Serialize};

/// Work on one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// Read a file of the inbox and those in it, tables of these layouts as they were taught. With `copy_of`, a file of the
    /// same bytes is read already.
    File { copy_of: Option<String>, layouts: Vec<Layout> },
    /// Read the decisions of a review workbook.
    Review,
    /// Show what a stage makes of a file, or of the one of this name within it.
    Look { look: Look, within: Option<String> },
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
    /// The decisions, or why the workbook cannot be opened.
    Review(Result<Review, What>),
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
            Self::File { copy_of, layouts } => {
                Answer::File(attached::file(Office { vocab, layouts }, content, copy_of.as_deref()))
            }
            Self::Review => Answer::Review(worker::review(vocab, &content.file, &content.bytes)),
            Self::Look { look, within } => {
                Answer::Look(inspect::view(vocab, *look, content, within.as_deref()))
            }
        }
    }
}

impl Answer {
    /// True if the program failed on the way: what it did since is not to be relied on.
    pub fn troubled(&self) -> bool {
        match self {
            Self::File(files) => files.iter().any(|file| file.reported.status == FileStatus::Failed),
            Self::Review(_) | Self::Look(_) | Self::Long => false,
            Self::Failed(_) => true,
        }
    }
}
