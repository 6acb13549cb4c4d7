//! A process that reads, as its parent sees it: started, asked, ended, and what its death means.

use super::job::{Answer, Job};
use super::{COMMAND, frame, limits};
use crate::inbox::Content;
use crate::problem::Stop;
use crate::vocab::Vocab;
use serde::de::DeserializeOwned;
use std::io::{self, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Bytes of last words that are kept.
const LAST_WORDS: usize = 4 << 10;
/// Stack of a thread that only waits.
const SMALL_STACK: usize = 128 << 10;
/// Files that a process reads before another takes its place.
const FILES: u64 = 500;
/// From the start to being ready.
const START: Duration = Duration::from_secs(30);
/// So often, and every time so long, it is looked whether a process has ended.
const MOMENTS: u32 = 1000;
const MOMENT: Duration = Duration::from_millis(2);
/// Characters of last words that are told.
const DETAIL: usize = 200;
/// What the standard library prints when memory is refused.
const OUT_OF_MEMORY: &str = "memory allocation of ";
/// What it prints when a thread is out of stack.
const OUT_OF_STACK: &str = "has overflowed its stack";

/// How talking to a process came to its end.
#[derive(Debug)]
pub enum Ended {
    /// It took too long.
    Late,
    /// It died, or answered nonsense.
    Died(Stop),
    /// Talking could not begin; the system's own words.
    Unable(String),
}

/// A process that reads.
#[derive(Debug)]
pub struct Process {
    child: Child,
    pipes: Pipes,
    last_words: Option<JoinHandle<Vec<u8>>>,
    asked: u64,
    spent: bool,
}

#[derive(Debug)]
struct Pipes {
    jobs: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Process {
    /// Starts a process that understands what this vocabulary does, and waits until it is ready.
    ///
    /// # Errors
    /// If the system starts none, or it cannot put its limits on itself: the reason in its words.
    pub fn start(vocab: Vocab) -> Result<Self, String> {
        let mut command = Command::new(executable().map_err(|error| error.to_string())?);
        command.arg(COMMAND).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // One thread allocates: further arenas only take addresses. A backtrace would be read from the disk.
        command.env("MALLOC_ARENA_MAX", "1").env_remove("RUST_BACKTRACE");
        let mut child = command.spawn().map_err(|error| error.to_string())?;
        let (Some(jobs), Some(answers), Some(errors)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err("no pipes".to_owned());
        };
        let pipes = Pipes { jobs, answers: BufReader::new(answers) };
        let mut process = Self { child, pipes, last_words: None, asked: 0, spent: false };
        let listening = small().spawn(move || heard(errors)).map_err(|error| error.to_string())?;
        process.last_words = Some(listening);
        let ready = process.within(START, |pipes| {
            frame::send(&mut pipes.jobs, &frame::packed(0, &vocab.added())?)?;
            pipes.answer::<()>(0)
        });
        match ready {
            Ok(()) => Ok(process),
            Err(Ended::Late) => Err(format!("not ready after {} s", START.as_secs())),
            Err(Ended::Died(Stop::Crash { detail }) | Ended::Unable(detail)) => Err(detail),
            Err(Ended::Died(stop)) => Err(format!("{stop:?}")),
        }
    }

    /// Asks for work on a file.
    ///
    /// # Errors
    /// If the process died of it, took too long or answered nonsense; it is at its end then.
    pub fn ask(&mut self, job: &Job, content: &Content, wall: Duration) -> Result<Answer, Ended> {
        self.asked += 1;
        let number = self.asked;
        let (answer, spent) = self.within(wall, |pipes| {
            let message = frame::packed(number, &(job, &content.file, &content.sha256))?;
            frame::send(&mut pipes.jobs, &message)?;
            frame::send(&mut pipes.jobs, &content.bytes)?;
            pipes.answer::<(Answer, bool)>(number)
        })?;
        self.spent = spent || self.asked >= FILES;
        Ok(answer)
    }

    /// True if another process should take its place.
    pub fn is_spent(&self) -> bool {
        self.spent
    }

    /// Does what talks to the process, and ends the process when that takes too long or fails.
    fn within<T>(
        &mut self,
        limit: Duration,
        talk: impl FnOnce(&mut Pipes) -> io::Result<T>,
    ) -> Result<T, Ended> {
        let Self { child, pipes, .. } = self;
        let talked = thread::scope(|scope| {
            let (done, waiting) = mpsc::channel::<()>();
            let clock = small().spawn_scoped(scope, move || {
                let late = waiting.recv_timeout(limit) == Err(RecvTimeoutError::Timeout);
                if late {
                    // Gone already, if it cannot be killed.
                    let _ = child.kill();
                }
                late
            });
            let clock = clock.map_err(|error| Ended::Unable(error.to_string()))?;
            let talked = talk(pipes);
            drop(done);
            if matches!(clock.join(), Ok(true)) { Err(Ended::Late) } else { Ok(talked) }
        })?;
        talked.map_err(|error| Ended::Died(self.autopsy(&error)))
    }

    /// Why a process ended that should not have.
    fn autopsy(&mut self, error: &io::Error) -> Stop {
        let nonsense = error.kind() == io::ErrorKind::InvalidData;
        let ended = if nonsense { None } else { self.ended() };
        self.kill();
        let words = self.last_words.take().and_then(|words| words.join().ok()).unwrap_or_default();
        let words = String::from_utf8_lossy(&words);
        ended.map_or_else(|| Stop::Crash { detail: error.to_string() }, |status| meaning(status, &words))
    }

    /// How it ended. It is given a moment: what broke the talk was most likely its end.
    fn ended(&mut self) -> Option<ExitStatus> {
        for _ in 0..MOMENTS {
            match self.child.try_wait() {
                Ok(Some(status)) => return Some(status),
                Ok(None) => thread::sleep(MOMENT),
                Err(_) => return None,
            }
        }
        None
    }

    fn kill(&mut self) {
        // It may be gone already; waiting for it leaves nothing behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Pipes {
    /// The next answer, which has to carry this number.
    fn answer<T: DeserializeOwned>(&mut self, number: u64) -> io::Result<T> {
        let message = frame::receive(&mut self.answers, frame::LONGEST)?;
        frame::unpacked(number, &message.ok_or(io::ErrorKind::UnexpectedEof)?)
    }
}

/// What the death of a process says of the file that it read.
fn meaning(status: ExitStatus, words: &str) -> Stop {
    if words.contains(OUT_OF_MEMORY) {
        return Stop::Memory { limit: format!("{} GB", limits::ADDRESS_SPACE >> 30) };
    }
    if words.contains(OUT_OF_STACK) {
        return Stop::Nesting;
    }
    #[cfg(unix)]
    {
        use rustix::process::Signal;
        use std::os::unix::process::ExitStatusExt;

        if status.signal() == Some(Signal::XCPU.as_raw()) {
            return Stop::Time { seconds: limits::CPU.as_secs() };
        }
    }
    let last = words.lines().rev().map(str::trim).find(|line| !line.is_empty());
    let detail = last.map_or_else(|| status.to_string(), |line| format!("{status}: {line}"));
    Stop::Crash { detail: detail.chars().take(DETAIL).collect() }
}

/// The last of what a process prints, until it ends.
pub fn heard(mut errors: ChildStderr) -> Vec<u8> {
    let mut kept = Vec::new();
    let mut some = [0; 1024];
    loop {
        match errors.read(&mut some) {
            Ok(0) => return kept,
            Ok(length) => {
                kept.extend_from_slice(&some[..length]);
                kept.drain(..kept.len().saturating_sub(LAST_WORDS));
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return kept,
        }
    }
}

/// A thread that only waits.
pub fn small() -> thread::Builder {
    thread::Builder::new().stack_size(SMALL_STACK)
}

/// This very executable, also where another has taken its place on the disk since.
pub fn executable() -> io::Result<PathBuf> {
    let own = PathBuf::from("/proc/self/exe");
    if cfg!(target_os = "linux") && own.exists() { Ok(own) } else { std::env::current_exe() }
}
