//! Tests of the stage `normalise`.

mod dates;
