//! The vocabularies: sound as tables, and found in text as they should be.

mod misspelt;
mod names;
mod revisions;
mod tables;
mod traps;
