//! Tests of the stage `normalise`.

mod amounts;
mod dates;
mod periods;
mod texts;
