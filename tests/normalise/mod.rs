//! Tests of the stage `normalise`.

mod amounts;
mod bodies;
mod dates;
mod periods;
mod texts;
mod unseen;
