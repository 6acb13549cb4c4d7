//! The vocabularies: sound as tables, and found in text as they should be.

mod misspelt;
mod names;
mod packs;
mod revisions;
mod segment;
mod tables;
mod traps;
