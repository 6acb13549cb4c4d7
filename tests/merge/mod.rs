//! Tests of the stage `merge`.
