//! Tests of the stage `run`.
