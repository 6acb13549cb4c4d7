//! Deaths on demand, so that tests see what the death of a process comes to, whatever the readers have learnt to survive.
//!
//! They need a secret word in the environment, which no program sets, and a file that begins with this very word: neither
//! a department's file nor a setting brings them about.

use std::time::Duration;
use std::{env, process, thread};

/// Holds the secret word, and after it the seconds of processing and of waiting that a file is given.
const VARIABLE: &str = "FOCALPOINT_REHEARSAL";
/// A word is secret from so many bytes on.
const SECRET: usize = 16;

/// What a test asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsal {
    word: String,
    /// Seconds of processing.
    pub cpu: u64,
    /// Seconds from the question to the answer.
    pub wall: u64,
}

/// The rehearsal that the environment asks for.
pub fn asked() -> Option<Rehearsal> {
    let asked = env::var(VARIABLE).ok()?;
    let mut parts = asked.split(' ');
    let word = parts.next().filter(|word| word.len() >= SECRET)?.to_owned();
    Some(Rehearsal { word, cpu: parts.next()?.parse().ok()?, wall: parts.next()?.parse().ok()? })
}

impl Rehearsal {
    /// Dies in the way that a file asks for after the secret word.
    pub fn play(&self, bytes: &[u8]) {
        let Some(way) = bytes.strip_prefix(self.word.as_bytes()) else { return };
        match String::from_utf8_lossy(way).trim() {
            "abort" => process::abort(),
            "overflow" => {
                deeper(0);
            }
            "memory" => {
                let mut held = Vec::new();
                loop {
                    held.push(std::hint::black_box(Vec::<u8>::with_capacity(64 << 20)));
                }
            }
            "spin" => loop {
                std::hint::spin_loop();
            },
            "sleep" => thread::sleep(Duration::from_hours(1)),
            "leave" => process::exit(0),
            "panic" => panic!("rehearsed"),
            _ => {}
        }
    }
}

/// Takes stack until there is none.
#[allow(unconditional_recursion, reason = "it is meant to overflow")]
fn deeper(depth: u64) -> u64 {
    let held = std::hint::black_box([depth; 64]);
    deeper(depth + 1) + held[0]
}
