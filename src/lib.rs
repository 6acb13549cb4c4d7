//! focalpoint: departments' reports in, one register of the city's international engagements out.
//!
//! The program is one pipeline of plain types; `run` shows it whole:
//! inbox → read → extract → normalise → revise → merge → write → outbox, with the decisions that come back by `review`
//! and what the office tells by `settings`.

mod attached;
pub mod begin;
pub mod cache;
pub mod cli;
pub mod dates;
mod digest;
pub mod explain;
pub mod extract;
pub mod history;
pub mod inbox;
pub mod inspect;
pub mod isolate;
pub mod labels;
pub mod log;
pub mod merge;
pub mod model;
pub mod normalise;
mod office;
pub mod outbox;
pub mod problem;
pub mod read;
mod reading;
pub mod recognise;
pub mod review;
pub mod revise;
pub mod run;
pub mod settings;
pub mod terminal;
pub mod thai;
pub mod understand;
pub mod vocab;
pub mod worker;
pub mod write;
