//! Tests of the stage `thai`.
