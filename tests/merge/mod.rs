//! Tests of the stage `merge`.

mod doubtful;
mod entry;
mod notation;
mod planted;
mod stable;
