//! The side that reads: takes one job after the other from standard input and answers it, until there are no more.

use super::frame;
use super::job::{Answer, Job};
use super::limits::{self, Limited};
use super::rehearsal::{self, Rehearsal};
use crate::inbox::Content;
use crate::vocab::Vocab;
use crate::worker;
use std::io::{self, Read};
use std::thread;
use std::time::Duration;

/// The other side broke off, or what it sent is no job.
const BROKEN: u8 = 1;
/// The limits were refused.
const UNLIMITED: u8 = 2;

/// Works for the parent until it has no more to do, and gives the exit code.
pub fn serve() -> u8 {
    let mut limited = match limits::put() {
        Ok(limited) => limited,
        Err(refused) => {
            // The parent hears it as the last words of a process that did not start.
            let _ = io::Write::write_all(&mut io::stderr(), refused.as_bytes());
            return UNLIMITED;
        }
    };
    let rehearsal = rehearsal::asked();
    thread::scope(|scope| {
        let reading = thread::Builder::new().name(worker::THREAD.to_owned()).stack_size(limits::STACK);
        let done = reading
            .spawn_scoped(scope, || work(&mut limited, rehearsal.as_ref()))
            .map(thread::ScopedJoinHandle::join);
        match done {
            Ok(Ok(Ok(()))) => 0,
            Ok(Ok(Err(_)) | Err(_)) | Err(_) => BROKEN,
        }
    })
}

/// Hears what words mean beside its own, says that it is ready, then answers every job.
fn work(limited: &mut Limited, rehearsal: Option<&Rehearsal>) -> io::Result<()> {
    let mut jobs = io::stdin().lock();
    let Some(message) = frame::receive(&mut jobs, frame::LONGEST)? else { return Ok(()) };
    let added: Vec<(String, Vec<(String, String)>)> = frame::unpacked(0, &message)?;
    frame::send(&mut limited.answers, &frame::packed(0, &())?)?;
    let with = |vocab: Vocab, (pack, tables): &(String, Vec<(String, String)>)| vocab.with(pack, tables);
    let vocab = added.iter().try_fold(Vocab::built_in(), with);
    let vocab = vocab.map_err(|bad| io::Error::other(format!("{bad:?}")))?;
    let cpu = rehearsal.map_or(limits::CPU, |asked| Duration::from_secs(asked.cpu));
    for number in 1.. {
        let Some((job, content)) = next(&mut jobs, number)? else { break };
        limits::allow(cpu);
        let answer = worker::isolated(|| {
            if let Some(rehearsal) = rehearsal {
                rehearsal.play(&content.bytes);
            }
            job.done(vocab, content)
        });
        let answer = answer.unwrap_or_else(Answer::Failed);
        let spent = answer.troubled() || limited.is_spent();
        let message = match frame::packed(number, &(answer, spent)) {
            Ok(message) => message,
            Err(_) => frame::packed(number, &(Answer::Long, true))?,
        };
        frame::send(&mut limited.answers, &message)?;
    }
    Ok(())
}

/// The next job with the content that it is about; `None` if there are no more.
fn next(jobs: &mut impl Read, number: u64) -> io::Result<Option<(Job, Content)>> {
    let Some(message) = frame::receive(jobs, frame::LONGEST)? else { return Ok(None) };
    let (job, file, sha256) = frame::unpacked(number, &message)?;
    let bytes = frame::receive(jobs, frame::LONGEST_CONTENT)?.ok_or(io::ErrorKind::UnexpectedEof)?;
    Ok(Some((job, Content { file, sha256, bytes })))
}
