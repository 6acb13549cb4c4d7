//! The recogniser of characters: a foreign program that gets pixels and gives words, and nothing else.
//!
//! Tesseract runs beside the process that opens the file and not within it: that process may open nothing and start
//! nothing, and stays so. It hands its pixels back, and this side hands them to the recogniser over standard input. The
//! recogniser's process puts limits on itself before it becomes Tesseract: memory, processing time, no file to be
//! written, no network, and to be read only where programs and their data lie. What it says is passed on unread.

use super::limits;
use super::process::{executable, heard, small};
use crate::model::{Scan, Unrecognised};
use std::env;
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// The hidden command under which the executable becomes a recogniser.
pub const ENGINE: &str = "recognise-for-parent";
/// Languages that it must know.
const LANGUAGES: [&str; 2] = ["tha", "eng"];
/// Languages in which it reads a page, each time anew: Thai alone, where it is at its best, then Latin words and numbers
/// among Thai, which it takes Thai letters for as well.
const ASKED: [&str; 2] = ["tha", "tha+eng"];
/// Lines one below the other. Measured on pages without rules, what looks for columns loses numbers of lists and rows.
const LAYOUT: &str = "6";
/// Bytes that it may say of a page. A full page has three hundred thousand.
const SAID: usize = 8 << 20;
/// To say what it is.
const TELL: Duration = Duration::from_secs(20);
/// Variables of the environment that it keeps.
const KEPT: [&str; 5] = ["PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "SystemRoot", "LANG"];
/// So often, and every time so long, it is looked whether it has ended.
const MOMENTS: u32 = 1000;
const MOMENT: Duration = Duration::from_millis(2);
/// Characters of last words that are told.
const DETAIL: usize = 200;

/// A recogniser that knows the languages of the reports.
#[derive(Debug, Clone)]
pub struct Engine {
    program: PathBuf,
    /// Seconds that a page may take.
    seconds: u64,
    identity: String,
}

impl Engine {
    /// The recogniser that a program is; `None` if it is none or does not know the languages.
    pub fn of(program: PathBuf, seconds: u64) -> Option<Self> {
        let mut engine = Self { program, seconds, identity: String::new() };
        let text = |arguments: &[&str]| {
            let said = engine.said(arguments, Vec::new(), TELL).ok()?;
            Some(String::from_utf8_lossy(&said).into_owned())
        };
        let version = text(&["--version"])?;
        let languages = text(&["--list-langs"])?;
        let knows = |language: &&str| languages.lines().any(|line| line.trim() == *language);
        if !LANGUAGES.iter().all(knows) {
            return None;
        }
        engine.identity =
            format!("{} {} {LAYOUT}", version.lines().next().unwrap_or_default(), ASKED.join(" "));
        Some(engine)
    }

    /// Its version and how it is asked: what it says depends on nothing else.
    pub fn identity(&self) -> &str {
        &self.identity
    }

    /// What it says of a page, in each of the languages it is asked in.
    ///
    /// # Errors
    /// If it takes too long or fails.
    pub fn read(&self, scan: &Scan) -> Result<Vec<String>, Unrecognised> {
        let mut picture = format!("P5\n{} {}\n255\n", scan.width, scan.height).into_bytes();
        picture.extend_from_slice(&scan.grey);
        let said = |languages: &str| {
            let table = ["-c", "tessedit_create_tsv=1", "-c", "tessedit_create_txt=0"];
            let asked = ["stdin", "stdout", "-l", languages, "--psm", LAYOUT, "--dpi", "300"];
            let arguments: Vec<&str> = asked.into_iter().chain(table).collect();
            let said = self.said(&arguments, picture.clone(), Duration::from_secs(self.seconds))?;
            String::from_utf8(said).map_err(|_| failed("no text"))
        };
        ASKED.into_iter().map(said).collect()
    }

    fn said(&self, arguments: &[&str], input: Vec<u8>, limit: Duration) -> Result<Vec<u8>, Unrecognised> {
        let mut child = self.started(arguments)?;
        let (Some(mut pixels), Some(words), Some(errors)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(failed("no pipes"));
        };
        // Both threads end when the process does; one that it left behind is not waited for.
        let fed = small().spawn(move || pixels.write_all(&input));
        let listening = small().spawn(move || heard(errors)).map_err(|error| failed(&error.to_string()))?;
        let mut said = Vec::new();
        let late = thread::scope(|scope| {
            let (done, waiting) = mpsc::channel::<()>();
            let child = &mut child;
            let clock = small().spawn_scoped(scope, move || {
                let late = waiting.recv_timeout(limit) == Err(RecvTimeoutError::Timeout);
                if late {
                    end(child);
                }
                late
            });
            let clock = clock.map_err(|error| failed(&error.to_string()))?;
            let read = words.take(SAID as u64 + 1).read_to_end(&mut said);
            drop(done);
            let late = matches!(clock.join(), Ok(true));
            read.map(|_| late).map_err(|error| failed(&error.to_string()))
        });
        let status = if matches!(late, Ok(false)) && said.len() <= SAID { ended(&mut child) } else { None };
        if status.is_none() {
            end(&mut child);
            // Waiting for it leaves nothing behind.
            let _ = child.wait();
        }
        drop(fed);
        match (late?, status) {
            (true, _) => Err(Unrecognised::Late { seconds: limit.as_secs() }),
            (false, Some(status)) if status.success() => Ok(said),
            (false, Some(status)) => {
                let words = listening.join().unwrap_or_default();
                let words = String::from_utf8_lossy(&words);
                let last = words.lines().rev().map(str::trim).find(|line| !line.is_empty());
                Err(failed(&last.map_or_else(|| status.to_string(), |line| format!("{status}: {line}"))))
            }
            (false, None) if said.len() > SAID => Err(failed("says more than a page can hold")),
            (false, None) => Err(failed("does not end")),
        }
    }

    fn started(&self, arguments: &[&str]) -> Result<Child, Unrecognised> {
        let mut command = if cfg!(unix) {
            let mut own = Command::new(executable().map_err(|error| failed(&error.to_string()))?);
            own.arg(ENGINE).arg(self.seconds.to_string()).arg(&self.program);
            own
        } else {
            Command::new(&self.program)
        };
        command.args(arguments).env_clear();
        let kept = KEPT.iter().filter_map(|name| Some((name, env::var_os(name)?)));
        command.envs(kept).env("OMP_THREAD_LIMIT", "1").env("OMP_NUM_THREADS", "1");
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().map_err(|error| failed(&error.to_string()))
    }
}

fn failed(detail: &str) -> Unrecognised {
    Unrecognised::Failed { detail: detail.chars().take(DETAIL).collect() }
}

/// Ends a process with all that it started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = rustix::process::Pid::from_raw(child.id() as i32) {
        // Gone already, if it cannot be killed.
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
}

/// How it ended. It is given a moment: it has said all.
fn ended(child: &mut Child) -> Option<ExitStatus> {
    for _ in 0..MOMENTS {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) => thread::sleep(MOMENT),
            Err(_) => return None,
        }
    }
    None
}

/// The program of this name on the search path.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(&name)).find(|program| program.is_file())
}

/// Puts the limits of a recogniser on this process and becomes it; gives an exit code only where that fails.
#[cfg(unix)]
pub fn become_engine(seconds: u64, program: &Path, arguments: &[OsString]) -> u8 {
    use std::os::unix::process::CommandExt;

    let tell = |words: &str| {
        // The parent hears it as the last words of a recogniser that did not start.
        let _ = std::io::stderr().write_all(words.as_bytes());
    };
    if let Err(refused) = limits::put_on_engine(seconds, program) {
        tell(&refused);
        return REFUSED;
    }
    tell(&Command::new(program).args(arguments).exec().to_string());
    REFUSED
}

/// Elsewhere the parent starts the recogniser itself.
#[cfg(not(unix))]
pub fn become_engine(_seconds: u64, _program: &Path, _arguments: &[OsString]) -> u8 {
    REFUSED
}

/// The recogniser could not be started.
const REFUSED: u8 = 2;
