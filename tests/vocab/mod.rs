//! Tests of the stage `vocab`.
