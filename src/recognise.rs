//! Pages that have only pixels: what of a file is to be recognised, and the recogniser's words for it.

use crate::cache::Cache;
use crate::digest::sha256;
use crate::inbox::Content;
use crate::isolate::{Engine, Isolation, Pool, on_path};
use crate::model::{Processed, Recognised, Scan, Unrecognised};
use crate::problem::{Problem, What};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::env;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Names the program that recognises characters, or says that none does.
pub const VARIABLE: &str = "FOCALPOINT_TESSERACT";
/// Says how many seconds a page may take.
pub const SECONDS: &str = "FOCALPOINT_TESSERACT_SECONDS";
/// What says that none does.
const OFF: &str = "off";
const USUAL: &str = "tesseract";
/// Seconds that a page may take. A full page takes five to thirty.
const PAGE: u64 = 120;
/// Pages of one file that are recognised.
const PAGES: usize = 400;
/// Of a recogniser that takes too long so many times no further page is asked for.
const PATIENCE: u32 = 3;

/// Which program recognises characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognition {
    /// The program; `None` where pictures are not read.
    pub program: Option<PathBuf>,
    /// Seconds that a page may take.
    pub seconds: u64,
}

impl Recognition {
    /// None.
    pub fn off() -> Self {
        Self { program: None, seconds: PAGE }
    }

    /// As the environment says; without a word, the one on the search path.
    pub fn by_environment() -> Self {
        let named = env::var_os(VARIABLE).filter(|named| !named.is_empty());
        let program = match named {
            Some(named) if named == OFF => None,
            Some(named) => Some(PathBuf::from(named)),
            None => on_path(USUAL),
        };
        let seconds = env::var(SECONDS).ok().and_then(|seconds| seconds.parse().ok());
        Self { program, seconds: seconds.filter(|seconds| (1..=3_600).contains(seconds)).unwrap_or(PAGE) }
    }
}

/// What reads pictures. The program is looked at when the first picture comes.
#[derive(Debug)]
pub struct Recogniser {
    recognition: Recognition,
    engine: OnceLock<Option<Engine>>,
    late: AtomicU32,
}

impl Recogniser {
    /// The one that is asked for. Where files are read on threads of this process there is none: the limits that the
    /// recogniser works under are put on by an executable that knows how.
    pub fn of(recognition: &Recognition, isolation: Isolation) -> Self {
        let apart = isolation == Isolation::Processes;
        let recognition = if apart { recognition.clone() } else { Recognition::off() };
        Self { recognition, engine: OnceLock::new(), late: AtomicU32::new(0) }
    }

    fn engine(&self) -> Option<&Engine> {
        let of = || Engine::of(self.recognition.program.clone()?, self.recognition.seconds);
        self.engine.get_or_init(of).as_ref()
    }

    /// The recogniser's version and options; `None` where pictures are not read.
    pub fn identity(&self) -> Option<&str> {
        self.engine().map(Engine::identity)
    }

    /// Pages of a file with what the recogniser says of them, and the names under which that is kept; no pages where
    /// there is no recogniser.
    pub fn pages(
        &self,
        pool: &Pool,
        cache: Option<&Cache>,
        content: &Content,
        pages: &BTreeSet<u32>,
    ) -> (Vec<Recognised>, Vec<String>) {
        let Some(engine) = self.engine() else { return Default::default() };
        let pages: Vec<u32> = pages.iter().copied().take(PAGES).collect();
        let read = |page: &u32| {
            let mut name = None;
            let outcome = pool.picture(content, *page).and_then(|scan| {
                name = Some(sha256(
                    &[engine.identity().as_bytes(), &scan.width.to_le_bytes(), &scan.grey].concat(),
                ));
                let known = cache.zip(name.as_deref()).and_then(|(cache, name)| cache.words(name));
                let words = known.map_or_else(|| self.words(engine, &scan), Ok)?;
                if let (Some(cache), Some(name)) = (cache, &name) {
                    cache.keep_words(name, &words);
                }
                Ok((scan.lay, words))
            });
            (Recognised { page: *page, outcome }, name)
        };
        let (pages, names): (Vec<Recognised>, Vec<Option<String>>) = pages.par_iter().map(read).unzip();
        (pages, names.into_iter().flatten().collect())
    }

    fn words(&self, engine: &Engine, scan: &Scan) -> Result<Vec<String>, Unrecognised> {
        if self.late.load(Ordering::Relaxed) >= PATIENCE {
            return Err(Unrecognised::Late { seconds: self.recognition.seconds });
        }
        let words = engine.read(scan);
        match &words {
            Ok(_) => self.late.store(0, Ordering::Relaxed),
            Err(Unrecognised::Late { .. }) => _ = self.late.fetch_add(1, Ordering::Relaxed),
            Err(_) => {}
        }
        words
    }
}

/// The pages of a file that have only pixels, by what was said of it.
pub fn wanted(problems: &[Problem]) -> BTreeSet<u32> {
    let page = |problem: &Problem| match problem.what {
        What::PageIsImage | What::PageUnreadable => problem.place.spot.page(),
        What::Picture => Some(1),
        _ => None,
    };
    problems.iter().filter_map(page).collect()
}

/// True if what was made of files depends on whether there is a recogniser.
pub fn matters(files: &[Processed]) -> bool {
    let of = |problem: &Problem| {
        matches!(
            problem.what,
            What::PageIsImage | What::PageUnreadable | What::Picture | What::PagesRecognised { .. }
        )
    };
    files.iter().any(|file| file.reported.problems.iter().any(of))
}

/// True if the recogniser failed on a page: another run may fare better.
pub fn failed(files: &[Processed]) -> bool {
    let of = |problem: &Problem| {
        let What::PageNotRecognised { why } = &problem.what else { return false };
        matches!(why, Unrecognised::Late { .. } | Unrecognised::Failed { .. })
    };
    files.iter().any(|file| file.reported.problems.iter().any(of))
}
