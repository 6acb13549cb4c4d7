//! The side that asks: as many processes as jobs and memory allow, kept warm, and no answer believed unchecked.

use super::job::{Answer, Asked, Job, Look};
use super::process::{Ended, Process};
use super::{Isolation, frame, limits, memory, rehearsal};
use crate::inbox::Content;
use crate::inspect::View;
use crate::model::{
    FileStatus, Format, Layout, Place, Processed, Recognised, Report, Reported, Review, Scan, Settings,
    Unrecognised,
};
use crate::problem::{Failure, Problem, Stop, What};
use crate::read::SCAN_PIXELS;
use crate::settings;
use crate::vocab::Vocab;
use crate::worker;
use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread;
use std::time::Duration;

/// Cells that are set apart take so many times the room of their page.
const SCAN_ROOM: usize = 3;

/// Works on files, each apart from this process. Shared by threads, each of which waits for its own file.
#[derive(Debug)]
pub struct Pool {
    vocab: Vocab,
    isolation: Isolation,
    /// Processes at most.
    most: usize,
    wall: Duration,
    state: Mutex<State>,
    changed: Condvar,
    /// Held by a file that has the machine to itself.
    alone: RwLock<()>,
    /// What ended a process, by the digest of the bytes: a copy of them is not tried again.
    deadly: Mutex<BTreeMap<String, Stop>>,
}

#[derive(Debug, Default)]
struct State {
    idle: Vec<Process>,
    at_work: usize,
    failed: Option<String>,
}

/// What a file comes to whose process ended, or on which the program failed.
enum Trouble {
    Stopped(Stop),
    Failed(String),
    /// It is longer than what is handed over, or what was read of it is.
    Large {
        limit: usize,
    },
}

impl Pool {
    /// A pool of at most `jobs` processes, fewer where memory is scarce, with the first of them started.
    ///
    /// # Errors
    /// If no process can be started.
    pub fn start(vocab: Vocab, isolation: Isolation, jobs: usize) -> Result<Self, Failure> {
        let fit = memory::free().map_or(jobs, |free| (free / limits::ADDRESS_SPACE) as usize);
        let pool = Self {
            vocab,
            isolation,
            most: jobs.min(fit).max(1),
            wall: rehearsal::asked().map_or(limits::WALL, |asked| Duration::from_secs(asked.wall)),
            state: Mutex::default(),
            changed: Condvar::new(),
            alone: RwLock::default(),
            deadly: Mutex::default(),
        };
        if isolation == Isolation::Processes {
            let first = Process::start(vocab).map_err(|detail| Failure::Processes { detail })?;
            pool.state().idle.push(first);
        }
        Ok(pool)
    }

    /// What its processes understand by.
    pub fn vocab(&self) -> Vocab {
        self.vocab
    }

    /// What a file of the inbox gave, then what each of the files in it gave. `copy_of` names a file with the same
    /// bytes that is read already.
    ///
    /// # Errors
    /// If its process ended, the program failed, or there is more of it than can be handed over: what became of it.
    pub fn file(
        &self,
        content: &Content,
        copy_of: Option<&str>,
        layouts: &[Layout],
        recognised: Vec<Recognised>,
    ) -> Result<Vec<Processed>, Processed> {
        let (file, size) = (&content.file, content.bytes.len() as u64);
        let asked = Asked { file, size, sha256: &content.sha256, copy_of, layouts, engine: None };
        let job = Job::File { copy_of: copy_of.map(str::to_owned), layouts: layouts.to_vec(), recognised };
        let trouble = match self.asked(&job, content) {
            Ok(Answer::File(files)) if asked.is_answered_by(&files) => return Ok(files),
            Ok(
                Answer::File(_)
                | Answer::Picture(_)
                | Answer::Review(_)
                | Answer::Settings(_)
                | Answer::Look(_)
                | Answer::Failed(_)
                | Answer::Long,
            ) => nonsense(),
            Err(trouble) => trouble,
        };
        let sha256 = content.sha256.clone();
        let report = Report { file: file.clone(), size, sha256, format: Format::Unknown };
        let status = trouble.status();
        let problem = trouble.of(&report.file);
        Err(Processed { report, reported: Reported::settled(status, problem) })
    }

    /// A page of a file in pixels, for a recogniser.
    ///
    /// # Errors
    /// If it cannot be made into pixels, whatever the reason.
    pub fn picture(&self, content: &Content, page: u32) -> Result<Scan, Unrecognised> {
        match self.asked(&Job::Picture { page }, content) {
            Ok(Answer::Picture(Ok(scan))) if scan.is_sound(page, SCAN_PIXELS * SCAN_ROOM) => Ok(scan),
            Ok(Answer::Picture(Err(why))) => Err(why),
            Ok(
                Answer::File(_)
                | Answer::Picture(Ok(_))
                | Answer::Review(_)
                | Answer::Settings(_)
                | Answer::Look(_)
                | Answer::Failed(_)
                | Answer::Long,
            )
            | Err(_) => Err(Unrecognised::NoPixels),
        }
    }

    /// The decisions of a review workbook.
    ///
    /// # Errors
    /// If it cannot be read: what there is to know.
    pub fn review(&self, content: &Content) -> Result<Review, What> {
        match self.asked(&Job::Review, content) {
            Ok(Answer::Review(read)) => read,
            Ok(
                Answer::File(_)
                | Answer::Picture(_)
                | Answer::Settings(_)
                | Answer::Look(_)
                | Answer::Failed(_)
                | Answer::Long,
            ) => Err(nonsense().what()),
            Err(trouble) => Err(trouble.what()),
        }
    }

    /// What a workbook of settings says; `None` if the file is none.
    ///
    /// # Errors
    /// If it is one and cannot be read: what there is to know.
    pub fn settings(&self, content: &Content) -> Option<Result<Settings, What>> {
        match self.asked(&Job::Settings, content) {
            Ok(Answer::Settings(read)) => read,
            // What is no workbook of settings by its name is read as a report, and said to be what it is.
            Ok(
                Answer::File(_)
                | Answer::Picture(_)
                | Answer::Review(_)
                | Answer::Look(_)
                | Answer::Failed(_)
                | Answer::Long,
            ) => settings::by_name(&content.file).then(|| Err(nonsense().what())),
            Err(trouble) => settings::by_name(&content.file).then(|| Err(trouble.what())),
        }
    }

    /// What is shown of a file, or of the one of this name within it; `None` if there is none.
    pub fn look(
        &self,
        content: &Content,
        look: Look,
        within: Option<&str>,
        recognised: Vec<Recognised>,
    ) -> Option<Result<View, Vec<Problem>>> {
        let job = Job::Look { look, within: within.map(str::to_owned), recognised };
        let trouble = match self.asked(&job, content) {
            Ok(Answer::Look(seen)) => return seen,
            Ok(
                Answer::File(_)
                | Answer::Picture(_)
                | Answer::Review(_)
                | Answer::Settings(_)
                | Answer::Failed(_)
                | Answer::Long,
            ) => nonsense(),
            Err(trouble) => trouble,
        };
        Some(Err(vec![trouble.of(&content.file)]))
    }

    /// Ends all processes.
    ///
    /// # Errors
    /// If at some time not one could be started: what was read since is not to be used.
    pub fn close(self) -> Result<(), Failure> {
        let state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        state.failed.map_or(Ok(()), |detail| Err(Failure::Processes { detail }))
    }

    fn asked(&self, job: &Job, content: &Content) -> Result<Answer, Trouble> {
        if self.isolation == Isolation::Threads {
            return self.on_a_thread(job, content);
        }
        if content.bytes.len() > frame::LONGEST_CONTENT {
            return Err(Trouble::Large { limit: frame::LONGEST_CONTENT });
        }
        let deadly = || self.deadly.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stop) = deadly().get(&content.sha256) {
            return Err(Trouble::Stopped(stop.clone()));
        }
        let answer = match self.in_a_process(job, content) {
            Ok(Answer::Failed(detail)) => Err(Trouble::Failed(detail)),
            Ok(Answer::Long) => Err(Trouble::Large { limit: frame::LONGEST }),
            answer => answer,
        };
        // Who dies of drawing a page may still read the file.
        let reads = !matches!(job, Job::Picture { .. });
        if let Err(Trouble::Stopped(stop)) = &answer
            && reads
        {
            deadly().insert(content.sha256.clone(), stop.clone());
        }
        answer
    }

    fn on_a_thread(&self, job: &Job, content: &Content) -> Result<Answer, Trouble> {
        thread::scope(|scope| {
            let thread = thread::Builder::new().name(worker::THREAD.to_owned()).stack_size(limits::STACK);
            let work = || worker::isolated(|| job.done(self.vocab, content.clone()));
            let working = thread.spawn_scoped(scope, work).map_err(|error| self.unable(error.to_string()))?;
            working.join().unwrap_or_else(|_| Err("panic".to_owned())).map_err(Trouble::Failed)
        })
    }

    /// The answer of a process. A file that took too long without working too long was kept from working, most likely
    /// by others: it is read once more when nothing else is.
    fn in_a_process(&self, job: &Job, content: &Content) -> Result<Answer, Trouble> {
        let first = {
            let _beside_others = self.alone.read().unwrap_or_else(PoisonError::into_inner);
            self.once(job, content)?
        };
        let Err(Ended::Late) = first else { return self.outcome(first) };
        let _alone = self.alone.write().unwrap_or_else(PoisonError::into_inner);
        let second = self.once(job, content)?;
        self.outcome(second)
    }

    fn outcome(&self, asked: Result<Answer, Ended>) -> Result<Answer, Trouble> {
        asked.map_err(|ended| match ended {
            Ended::Late => Trouble::Stopped(Stop::Time { seconds: self.wall.as_secs() }),
            Ended::Died(stop) => Trouble::Stopped(stop),
            Ended::Unable(detail) => self.unable(detail),
        })
    }

    fn once(&self, job: &Job, content: &Content) -> Result<Result<Answer, Ended>, Trouble> {
        let mut process = self.take()?;
        let answer = process.ask(job, content, self.wall);
        let fit = answer.is_ok() && !process.is_spent();
        let mut state = self.state();
        state.at_work -= 1;
        if fit {
            state.idle.push(process);
        }
        drop(state);
        self.changed.notify_one();
        Ok(answer)
    }

    /// A process that is free, or another, as soon as there may be one.
    fn take(&self) -> Result<Process, Trouble> {
        let mut state = self.state();
        loop {
            if let Some(process) = state.idle.pop() {
                state.at_work += 1;
                return Ok(process);
            }
            if state.at_work < self.most {
                state.at_work += 1;
                drop(state);
                let refused = match Process::start(self.vocab) {
                    Ok(process) => return Ok(process),
                    Err(refused) => refused,
                };
                state = self.state();
                state.at_work -= 1;
                if state.at_work == 0 && state.idle.is_empty() {
                    drop(state);
                    return Err(self.unable(refused));
                }
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Nothing can be read any more: the run is going to fail.
    fn unable(&self, detail: String) -> Trouble {
        self.state().failed.get_or_insert_with(|| detail.clone());
        self.changed.notify_all();
        Trouble::Failed(detail)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Trouble {
    fn what(self) -> What {
        match self {
            Self::Stopped(stop) => What::Stopped(stop),
            Self::Failed(detail) => What::ProgramFailed { detail },
            Self::Large { limit } => What::TooLarge { limit: format!("{} MB", limit >> 20) },
        }
    }

    fn status(&self) -> FileStatus {
        match self {
            Self::Stopped(_) | Self::Failed(_) => FileStatus::Failed,
            Self::Large { .. } => FileStatus::Unsupported,
        }
    }

    fn of(self, file: &str) -> Problem {
        Problem::error(Place::file(file), self.what())
    }
}

/// An answer to another question.
fn nonsense() -> Trouble {
    Trouble::Stopped(Stop::Crash { detail: "answered nonsense".to_owned() })
}
