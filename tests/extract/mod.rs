//! Tests of the stage `extract`.
