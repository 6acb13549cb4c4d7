//! Tests of the stage `merge`.

mod entry;
mod notation;
mod planted;
mod stable;
