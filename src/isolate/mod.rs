//! Work on bytes that others made, in processes of its own: what kills a reader costs one file its reading, and never
//! the run.
//!
//! The same executable is started under a hidden command (`child`), puts limits on itself (`limits`), and works through
//! many files, which it hears of and answers over its standard streams (`frame`, `job`). The other side (`pool`) parses
//! nothing of a report, and believes no answer before it has checked it.

mod child;
mod engine;
mod frame;
mod job;
mod limits;
mod memory;
mod pool;
mod process;
mod rehearsal;

pub use child::serve;
pub use engine::{ENGINE, Engine, become_engine, on_path};
pub use job::{Asked, Look};
pub use pool::Pool;

/// Where the bytes of reports are worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Isolation {
    /// In processes of this executable, which has to know the hidden command `COMMAND`.
    Processes,
    /// On threads of this process: for programs that use the library. A file that exhausts memory or stack ends them.
    Threads,
}

/// The hidden command under which the executable works for another process of itself.
pub const COMMAND: &str = "work-for-parent";

/// Hears bytes as each side hears the other's, and gives whether they are a message. Nothing comes of it.
pub fn hear(bytes: &[u8]) -> bool {
    let mut from = bytes;
    let Ok(Some(message)) = frame::receive(&mut from, frame::LONGEST) else { return false };
    let number = u64::from(message.get(1).copied().unwrap_or(0));
    frame::unpacked::<(job::Job, String, String)>(number, &message).is_ok()
        || frame::unpacked::<(job::Answer, bool)>(number, &message).is_ok()
}
