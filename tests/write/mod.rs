//! Tests of the stage `write`.
