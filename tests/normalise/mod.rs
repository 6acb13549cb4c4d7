//! Tests of the stage `normalise`.
