//! Tests of the stage `normalise`.

mod amounts;
mod bodies;
mod texts;
mod unseen;
mod when;
