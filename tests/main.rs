//! All tests, a folder a stage, mirroring `src`.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test that cannot go on should stop

mod dates;
mod extract;
mod inboxes;
mod merge;
mod normalise;
mod read;
mod review;
mod run;
mod thai;
mod tidy;
mod vocab;
mod write;
