//! The vocabularies: sound as tables, and found in text as they should be.

mod names;
mod tables;
mod traps;
