//! Tests of whole runs, and of the two places that touch the disk.

mod inbox;
mod outbox;
